//! Lists of names that a macro of the crate turns into an enum or a struct, such as
//! `codes! { /// A bug. Internal = "internal", Internal; }`.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Item, Token};

use crate::attributes::docs;
use crate::error::Problem;
use crate::expressions::{last_word, text_of};

/// An entry of a list: `name = value, value…;`, or `name;`.
#[derive(Debug)]
pub struct Entry {
    pub name: String,
    pub docs: Vec<String>,
    values: Vec<Expr>,
}

/// A variant of an enum, and its text in JavaScript.
#[derive(Debug)]
pub struct Name {
    pub variant: String,
    pub text: String,
    pub docs: Vec<String>,
    /// The text of the fault, if the enum has one for each variant.
    pub fault: String,
}

struct Entries(Vec<Entry>);

impl Parse for Entries {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut entries = Vec::new();
        while !input.is_empty() {
            let attributes = input.call(Attribute::parse_outer)?;
            if let Some(other) = attributes.iter().find(|attribute| !attribute.path().is_ident("doc")) {
                return Err(syn::Error::new_spanned(
                    other,
                    "an entry has no attributes but its documentation",
                ));
            }
            let name: Ident = input.parse()?;
            let values = match input.parse::<Option<Token![=]>>()? {
                Some(_) => Punctuated::<Expr, Token![,]>::parse_separated_nonempty(input)?,
                None => Punctuated::new(),
            };
            input.parse::<Token![;]>()?;
            let values = values.into_iter().collect();
            entries.push(Entry { name: name.to_string(), docs: docs(&attributes), values });
        }
        Ok(Self(entries))
    }
}

/// Reads the list of this macro.
///
/// # Errors
/// The list is missing; an entry has another form, or no documentation.
pub fn entries(items: &[Item], list: &str) -> Result<Vec<Entry>, Problem> {
    let found = items.iter().find_map(|item| match item {
        Item::Macro(item) if item.mac.path.is_ident(list) => Some(&item.mac),
        _ => None,
    });
    let item = format!("{list}!");
    let Some(found) = found else { return Err(Problem::new(item, "the list is missing")) };
    let Entries(entries) = found.parse_body().map_err(|error| Problem::new(&*item, error.to_string()))?;
    match entries.iter().find(|entry| entry.docs.is_empty()) {
        Some(entry) => Err(Problem::new(format!("{item} {}", entry.name), "the documentation is missing")),
        None => Ok(entries),
    }
}

/// Reads the constant of this name, which is a text.
///
/// # Errors
/// The constant is missing, or is no text.
pub fn text(items: &[Item], name: &str) -> Result<String, Problem> {
    let found = items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == name => Some(&item.expr),
        _ => None,
    });
    let found = found.ok_or_else(|| Problem::new(name, "the constant is missing"))?;
    text_of(found).map_err(|problem| Problem::new(name, problem))
}

/// Reads a list of names with their texts.
///
/// # Errors
/// As [`entries`]; an entry without a text.
pub fn names(items: &[Item], list: &str) -> Result<Vec<Name>, Problem> {
    entries(items, list)?.into_iter().map(|entry| name(list, entry, |_| Ok(String::new()))).collect()
}

/// Reads a list of names with their texts and the faults, which are variants of another list.
///
/// # Errors
/// As [`names`]; an entry without a fault.
pub fn names_with_fault(items: &[Item], list: &str, faults: &[Name]) -> Result<Vec<Name>, Problem> {
    let fault = |values: &[Expr]| {
        let variant = last_word(values.get(1).ok_or("the fault is missing")?)?;
        let found = faults.iter().find(|fault| fault.variant == variant);
        found.map(|fault| fault.text.clone()).ok_or_else(|| format!("`Fault` has no variant `{variant}`"))
    };
    entries(items, list)?.into_iter().map(|entry| name(list, entry, fault)).collect()
}

fn name(
    list: &str,
    entry: Entry,
    fault: impl FnOnce(&[Expr]) -> Result<String, String>,
) -> Result<Name, Problem> {
    let problem = |text: String| Problem::new(format!("{list}! {}", entry.name), text);
    let text = match entry.values.first() {
        Some(value) => text_of(value).map_err(problem)?,
        None => return Err(problem("the text is missing".to_owned())),
    };
    let fault = fault(&entry.values).map_err(problem)?;
    Ok(Name { text, fault, variant: entry.name, docs: entry.docs })
}
