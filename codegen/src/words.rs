//! Reads `words!`, the sets of words in the definitions.

use std::fmt::Write as _;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Token};

use crate::attributes::docs;
use crate::model::WordSet;
use crate::parts::doc;

/// A variant of a set, and its word.
struct Word(String);

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Attribute::parse_outer)?;
        input.parse::<Ident>()?;
        input.parse::<Token![=]>()?;
        Ok(Self(input.parse::<LitStr>()?.value()))
    }
}

/// Returns the sets.
pub fn sets(input: ParseStream<'_>) -> syn::Result<Vec<WordSet>> {
    let mut sets = Vec::new();
    while !input.is_empty() {
        let docs = docs(&input.call(Attribute::parse_outer)?);
        let name = input.parse::<Ident>()?.to_string();
        let body;
        syn::braced!(body in input);
        let words = Punctuated::<Word, Token![,]>::parse_terminated(&body)?;
        sets.push(WordSet { name, docs, words: words.into_iter().map(|Word(word)| word).collect() });
    }
    Ok(sets)
}

/// Writes the TypeScript type of a set: newer versions of Janus may have more words.
pub fn write_typescript(out: &mut String, set: &WordSet, name: &str) {
    doc(out, "", &set.docs);
    let words: String = set.words.iter().map(|word| format!("'{word}' | ")).collect();
    let _ = writeln!(out, "export type {name} = {words}(string & {{}});\n");
}
