//! The completions, which JavaScript passes to the engine as numbers.

use syn::Item;

use crate::attributes::docs;
use crate::error::Problem;
use crate::expressions::{elements, last_word};
use crate::parts::snake;

/// A completion; its place in the list is its number.
#[derive(Debug)]
pub struct Completion {
    /// The name in JavaScript, such as `FIRST_EVENT`.
    pub name: String,
    pub docs: Vec<String>,
}

/// Reads the variants in the order of their numbers.
///
/// # Errors
/// `COMPLETIONS` is missing, or is no list of paths.
pub fn numbered(items: &[Item]) -> Result<Vec<String>, Problem> {
    const NAME: &str = "COMPLETIONS";
    let found = items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == NAME => Some(&item.expr),
        _ => None,
    });
    let Some(found) = found else { return Err(Problem::new(NAME, "the constant is missing")) };
    let read = elements(found).and_then(|elements| elements.into_iter().map(last_word).collect());
    read.map_err(|text| Problem::new(NAME, text))
}

/// Reads the documentation of the completions with these numbers.
///
/// # Errors
/// A variant without a number.
pub fn read(items: &[Item], numbered: &[String]) -> Result<Vec<Completion>, Problem> {
    let found = items.iter().find_map(|item| match item {
        Item::Enum(item) if item.ident == "Completion" => Some(item),
        _ => None,
    });
    let Some(found) = found else { return Err(Problem::new("Completion", "the enum is missing")) };
    if let Some(other) =
        found.variants.iter().find(|variant| !numbered.iter().any(|name| variant.ident == name))
    {
        let item = format!("Completion: {}", other.ident);
        return Err(Problem::new(item, "`COMPLETIONS` in `npm/values.rs` has no number for this variant"));
    }
    let in_javascript = |line: String| {
        numbered
            .iter()
            .fold(line, |line, name| line.replace(&format!("`{name}`"), &format!("`{}`", constant(name))))
    };
    let completion = |name: &String| {
        let variant = found.variants.iter().find(|variant| variant.ident == name);
        let docs = variant.map(|variant| docs(&variant.attrs)).unwrap_or_default();
        Completion { name: constant(name), docs: docs.into_iter().map(in_javascript).collect() }
    };
    Ok(numbered.iter().map(completion).collect())
}

fn constant(variant: &str) -> String {
    snake(variant).to_uppercase()
}
