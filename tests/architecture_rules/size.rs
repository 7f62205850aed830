//! No file over 500 lines, except generated ones.

use super::source::Source;

const AT_MOST: usize = 500;

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| !source.text.starts_with("// Generated"))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > AT_MOST)
        .map(|(source, lines)| source.breach(lines, format!("{AT_MOST} lines at most")))
        .collect()
}
