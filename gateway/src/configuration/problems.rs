//! What is wrong with a file of the configuration: each problem, with its line.

use std::fmt;
use std::path::{Path, PathBuf};

/// What is wrong at a place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Problem {
    /// The line, from 1; `None` if it is about the whole file.
    line: Option<usize>,
    text: String,
}

/// All that is wrong with a file, in its order.
#[derive(Clone, Debug)]
pub(crate) struct Problems {
    path: PathBuf,
    /// Where each line begins.
    line_starts: Vec<usize>,
    problems: Vec<Problem>,
}

impl Problems {
    pub(crate) fn new(path: &Path, text: &str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path: path.to_owned(), line_starts, problems: Vec::new() }
    }

    /// Adds a problem at this byte of the file.
    pub(super) fn add(&mut self, at: usize, text: impl Into<String>) {
        let line = self.line_starts.partition_point(|start| *start <= at);
        self.problems.push(Problem { line: Some(line), text: text.into() });
    }

    /// Adds a problem of the whole file.
    #[cfg(feature = "program")]
    pub(crate) fn add_to_file(&mut self, text: impl Into<String>) {
        self.problems.push(Problem { line: None, text: text.into() });
    }

    /// Each problem with its line; none if it is about the whole file.
    #[cfg(feature = "npm")]
    pub(crate) fn each(&self) -> impl Iterator<Item = (Option<usize>, &str)> {
        self.problems.iter().map(|problem| (problem.line, &*problem.text))
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    pub(super) fn sort(&mut self) {
        self.problems.sort_by_key(|problem| problem.line);
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Problem { line, text }) in self.problems.iter().enumerate() {
            let end = if place == 0 { "" } else { "\n" };
            write!(f, "{end}{}:", self.path.display())?;
            if let Some(line) = line {
                write!(f, "{line}:")?;
            }
            write!(f, " {text}")?;
        }
        Ok(())
    }
}
