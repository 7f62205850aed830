//! The attributes of a definition's items: documentation, derives and serde.

use syn::{Attribute, Lit, Meta};

use crate::expressions::{Read, text_of};

/// The attributes of serde that the generator implements, or that do not change what is generated.
const KNOWN: [&str; 13] = [
    "alias",
    "default",
    "deserialize_with",
    "flatten",
    "rename",
    "rename.deserialize",
    "rename.serialize",
    "rename_all",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing_if",
    "with",
];

/// The attributes of serde of an item, by name; `rename(serialize = "a")` is `rename.serialize`.
pub struct Serde(Vec<(String, Option<String>)>);

impl Serde {
    /// Reads the attributes.
    ///
    /// # Errors
    /// An attribute that the generator does not implement.
    pub fn read(attributes: &[Attribute]) -> Read<Self> {
        let mut found = Vec::new();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute
                .parse_nested_meta(|meta| add(&mut found, "", &meta))
                .map_err(|error| error.to_string())?;
        }
        match found.iter().find(|(name, _)| !KNOWN.contains(&&**name)) {
            Some((name, _)) => Err(format!("the serde attribute `{name}` is not implemented")),
            None => Ok(Self(found)),
        }
    }

    pub fn value(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(of, _)| of == name).and_then(|(_, value)| value.clone())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(of, _)| of == name)
    }

    /// The names in JavaScript and on the wire, for a field that Rust calls `name`.
    ///
    /// `rename(serialize = …, deserialize = …)` gives JavaScript's name, where Rust and the wire have others. A wire
    /// name that Rust can't have, because it is a keyword, is JavaScript's name, too.
    pub fn names(&self, name: &str, received: bool) -> Read<(String, String)> {
        match (self.value("rename.serialize"), self.value("rename.deserialize"), self.value("rename")) {
            (Some(written), Some(read), None) => Ok(if received { (written, read) } else { (read, written) }),
            (None, None, Some(wire)) if is_keyword(&wire) => Ok((wire.clone(), wire)),
            (None, None, Some(wire)) => Ok((name.to_owned(), wire)),
            (None, None, None) => Ok((name.to_owned(), name.to_owned())),
            _ => Err("`rename` needs both `serialize` and `deserialize`, or one name".to_owned()),
        }
    }
}

fn add(
    found: &mut Vec<(String, Option<String>)>,
    outer: &str,
    meta: &syn::meta::ParseNestedMeta<'_>,
) -> syn::Result<()> {
    let name = meta.path.get_ident().map(|name| format!("{outer}{name}")).unwrap_or_default();
    if meta.input.peek(syn::token::Paren) {
        let outer = format!("{name}.");
        return meta.parse_nested_meta(|meta| add(found, &outer, &meta));
    }
    let value = match meta.input.peek(syn::Token![=]) {
        false => None,
        true => match meta.value()?.parse()? {
            Lit::Str(text) => Some(text.value()),
            _ => return Err(meta.error("expected a string literal")),
        },
    };
    found.push((name, value));
    Ok(())
}

/// Whether it is a word that can't be a name in Rust, such as `type`.
fn is_keyword(word: &str) -> bool {
    let is_word = word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    is_word && syn::parse_str::<syn::Ident>(word).is_err()
}

pub fn derives(attributes: &[Attribute], name: &str) -> Read<bool> {
    let mut found = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let parsed = attribute.parse_nested_meta(|meta| {
            found |= meta.path.segments.last().is_some_and(|last| last.ident == name);
            Ok(())
        });
        parsed.map_err(|error| error.to_string())?;
    }
    Ok(found)
}

pub fn docs(attributes: &[Attribute]) -> Vec<String> {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => text_of(&meta.value).ok(),
        _ => None,
    };
    attributes.iter().filter_map(line).map(|line| line.trim().to_owned()).collect()
}
