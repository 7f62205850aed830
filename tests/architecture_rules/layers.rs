//! Layering: a layer imports its own level and those below.

use super::source::Source;

/// The levels, the lowest first.
const LEVELS: [&[&str]; 9] = [
    &["wire", "id", "time", "error", "secret", "config", "token", "rng"],
    &["engine"],
    &["plugins", "admin"],
    &["transport"],
    &["driver"],
    &["client"],
    &["mock"],
    &["npm"],
    &["bin"],
];

/// The items of `lib.rs` itself.
const ROOTS: [&str; 1] = ["version"];

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let rust = sources.iter().filter(|source| source.is_rust_of("src/") && source.path != "src/lib.rs");
    rust.flat_map(breaches_in).collect()
}

fn breaches_in(source: &Source) -> Vec<String> {
    let layer = source.path["src/".len()..].split(['/', '.']).next().unwrap_or_default();
    let Some(own) = level_of(layer) else {
        return vec![source.breach(1, format!("`{layer}` has no level"))];
    };
    imports(&source.code())
        .into_iter()
        .filter_map(|(line, name)| match level_of(&name) {
            Some(level) if level > own => {
                Some(source.breach(line, format!("`{layer}` imports `{name}`, which is above it")))
            }
            Some(_) => None,
            None if ROOTS.contains(&name.as_str()) => None,
            None => {
                Some(source.breach(line, format!("`crate::{name}` goes around the layers: name the module")))
            }
        })
        .collect()
}

fn level_of(layer: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&layer))
}

/// The names after `crate::`, and the layers after `super::`.
fn imports(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (root, only_layers) in [("crate::", false), ("super::", true)] {
        for (at, _) in code.match_indices(root) {
            for (name_at, name) in first_names(&code[at + root.len()..]) {
                if !only_layers || level_of(name).is_some() {
                    let line = code[..at + root.len() + name_at].matches('\n').count() + 1;
                    found.push((line, name.to_owned()));
                }
            }
        }
    }
    found
}

/// `a` of `a::b`; `a` and `d` of `{a::{b, c}, d}`.
pub(crate) fn first_names(path: &str) -> Vec<(usize, &str)> {
    let word_at = |at: usize| {
        let rest = &path[at..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        (at, &rest[..end])
    };
    if !path.starts_with('{') {
        return vec![word_at(0)];
    }
    let mut names = Vec::new();
    let (mut depth, mut begins) = (0, false);
    for (at, c) in path.char_indices() {
        match c {
            '{' => {
                depth += 1;
                begins = depth == 1;
            }
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' => begins = depth == 1,
            _ if begins && !c.is_whitespace() => {
                names.push(word_at(at));
                begins = false;
            }
            _ => {}
        }
    }
    names
}
