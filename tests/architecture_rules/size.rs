//! No file over 500 lines.

use super::source::Source;

const AT_MOST: usize = 500;

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > AT_MOST)
        .map(|(source, lines)| source.breach(lines, format!("{AT_MOST} lines at most")))
        .collect()
}
