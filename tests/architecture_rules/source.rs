//! A source file as text, and views of it without comments, literals and tests.

use std::fs;
use std::path::Path;

pub(crate) struct Source {
    /// From the root of the repository, with slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The endings of the files that people write.
const WRITTEN: [&str; 10] = ["rs", "js", "mjs", "cjs", "ts", "cts", "html", "sh", "lua", "md"];

/// Folders that tools fill.
const GENERATED: [&str; 6] = ["node_modules", "target", "wasm", "corpus", "api", "pkg"];

pub(crate) fn read_tree(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    collect(root, &root.join(folder), &mut sources);
    sources
}

/// Reads a document in the root folder.
pub(crate) fn read_document(name: &str) -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    Source::new(name, &fs::read_to_string(path).expect("a readable document"))
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
        if path.is_dir() {
            if !GENERATED.contains(&name) {
                collect(root, &path, sources);
            }
        } else if name.rsplit_once('.').is_none_or(|(_, ending)| WRITTEN.contains(&ending)) {
            let relative = path.strip_prefix(root).expect("a path below the root");
            let text = fs::read_to_string(&path).expect("a readable source");
            sources.push(Source::new(&relative.to_string_lossy(), &text));
        }
    }
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(crate) fn is_rust_of(&self, folder: &str) -> bool {
        self.path.starts_with(folder) && self.path.ends_with(".rs")
    }

    pub(crate) fn breach(&self, line: usize, what: impl std::fmt::Display) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// Rust without comments and literals, and without what only tests see; lines stay where they are.
    pub(crate) fn code(&self) -> String {
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return String::new();
        }
        without_tests(&blank(&self.text, Literals::Blank))
    }

    /// The same with literals.
    pub(crate) fn code_with_literals(&self) -> String {
        let code = self.code();
        let lines: Vec<&str> = code.lines().collect();
        let with_literals = blank(&self.text, Literals::Keep);
        with_literals
            .lines()
            .enumerate()
            .map(
                |(index, line)| {
                    if lines.get(index).is_some_and(|code| !code.trim().is_empty()) { line } else { "" }
                },
            )
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// JavaScript without comments.
    pub(crate) fn script(&self) -> String {
        blank(&self.text, Literals::Script)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Literals {
    Keep,
    Blank,
    /// Kept, and written with any of the three quotes of JavaScript.
    Script,
}

fn blank(text: &str, literals: Literals) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, keep) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), false)
        } else if let Some(length) = literal(rest, literals == Literals::Script) {
            (length, literals != Literals::Blank)
        } else {
            // A whole word, so that an r or b inside of one starts no literal.
            let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            (word.max(first.len_utf8()), true)
        };
        let (piece, after) = rest.split_at(length);
        if keep {
            out.push_str(piece);
        } else {
            out.extend(piece.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        }
        rest = after;
    }
    out
}

/// The length of the literal that `text` starts with.
fn literal(text: &str, script: bool) -> Option<usize> {
    if script {
        let quote = text.chars().next().filter(|c| ['"', '\'', '`'].contains(c))?;
        return Some(quoted(text, quote));
    }
    let prefix = text.len() - text.trim_start_matches(['b', 'r']).len();
    let body = &text[prefix..];
    let hashes = body.len() - body.trim_start_matches('#').len();
    if prefix > 0 && text[..prefix].contains('r') && body[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = &body[hashes + 1..];
        return Some(prefix + hashes + 1 + inside.find(&end).map_or(inside.len(), |at| at + end.len()));
    }
    if body.starts_with('"') && prefix <= 1 {
        return Some(prefix + quoted(body, '"'));
    }
    // A quote with its fellow one character later, or an escape, is a character; else a lifetime.
    let mut after = text.strip_prefix('\'')?.char_indices();
    match (after.next()?, after.next()?) {
        ((_, '\\'), _) => Some(quoted(text, '\'')),
        (_, (at, '\'')) => Some(1 + at + 1),
        _ => None,
    }
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Blanks `#[cfg(test)] mod … { … }`.
fn without_tests(code: &str) -> String {
    let mut out = code.to_owned();
    let mut from = 0;
    while let Some(start) = out[from..].find("#[cfg(test)]").map(|at| from + at) {
        let end = block_end(&out[start..]).map_or(out.len(), |length| start + length);
        let blanked: String = out[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..end, &blanked);
        from = start + blanked.len();
    }
    out
}

fn block_end(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            ';' if depth == 0 => return Some(at + 1),
            '}' if depth == 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The words of a line, with where each starts.
pub(crate) fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}
