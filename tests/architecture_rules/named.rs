//! Scripts that a text names exist.

use std::path::Path;

use super::source::Source;

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.text.lines().enumerate() {
            for (at, _) in line.match_indices("scripts/") {
                let begins = line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
                let name = |c: char| c.is_ascii_lowercase() || "-/.".contains(c);
                let rest = &line[at..];
                let path = rest[..rest.find(|c| !name(c)).unwrap_or(rest.len())].trim_end_matches(['.', '/']);
                if begins && path != "scripts" && !root.join(path).exists() {
                    found.push(source.breach(number + 1, format!("there is no {path}")));
                }
            }
        }
    }
    found
}
