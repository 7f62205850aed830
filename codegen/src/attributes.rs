//! What the attributes of a definition say.

use syn::{Attribute, Lit, Meta};

use crate::expressions::text_of;

/// `rename(serialize = …, deserialize = …)` stands between JavaScript and the wire: its names in
/// the two, where Rust has a third.
pub fn two_names(attributes: &[Attribute], received: bool) -> Option<(String, String)> {
    let written = serde_value(attributes, "rename.serialize")?;
    let read = serde_value(attributes, "rename.deserialize")?;
    Some(if received { (written, read) } else { (read, written) })
}

pub fn derives(attributes: &[Attribute], name: &str) -> bool {
    let mut found = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident(name);
            Ok(())
        });
    }
    found
}

pub fn docs(attributes: &[Attribute]) -> Vec<String> {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => text_of(&meta.value),
        _ => None,
    };
    attributes.iter().filter_map(line).map(|line| line.trim().to_owned()).collect()
}

pub fn serde_value(attributes: &[Attribute], name: &str) -> Option<String> {
    serde_words(attributes).into_iter().find_map(|(word, value)| value.filter(|_| word == name))
}

pub fn has_flag(attributes: &[Attribute], name: &str) -> bool {
    serde_words(attributes).iter().any(|(word, _)| word == name)
}

/// What serde is told, with the texts; `rename(serialize = "a")` is `rename.serialize`.
fn serde_words(attributes: &[Attribute]) -> Vec<(String, Option<String>)> {
    let mut words = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let _ = attribute.parse_nested_meta(|meta| add_serde_words(&mut words, "", &meta));
    }
    words
}

fn add_serde_words(
    words: &mut Vec<(String, Option<String>)>,
    outer: &str,
    meta: &syn::meta::ParseNestedMeta,
) -> syn::Result<()> {
    let word = meta.path.get_ident().map(|word| format!("{outer}{word}")).unwrap_or_default();
    if meta.input.peek(syn::token::Paren) {
        let outer = format!("{word}.");
        return meta.parse_nested_meta(|meta| add_serde_words(words, &outer, &meta));
    }
    let value = if meta.input.peek(syn::Token![=]) { Some(meta.value()?.parse()?) } else { None };
    let text = value.and_then(|value| if let Lit::Str(text) = value { Some(text.value()) } else { None });
    words.push((word, text));
    Ok(())
}
