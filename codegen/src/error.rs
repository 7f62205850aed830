//! The error of the code generator.

use std::path::PathBuf;
use std::{fmt, io};

/// The reason why nothing is generated.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file can't be read, or `rustfmt` can't be run.
    Io(io::Error),
    /// A definition contains something that the generator does not implement.
    Definition {
        /// The file or folder of the definition.
        file: PathBuf,
        /// The item, such as `Call: TIMEOUT`.
        item: String,
        /// The problem, and what is expected instead.
        problem: String,
    },
}

/// A result of the code generator.
pub type Result<T> = std::result::Result<T, Error>;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Definition { file, item, problem } => {
                write!(f, "{}: {item}: {problem}", file.display())
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A problem of an item whose file the caller knows.
#[derive(Debug)]
pub(crate) struct Problem {
    pub item: String,
    pub text: String,
}

impl Problem {
    pub fn new(item: impl Into<String>, text: impl Into<String>) -> Self {
        Self { item: item.into(), text: text.into() }
    }

    pub fn in_file(self, file: impl Into<PathBuf>) -> Error {
        Error::Definition { file: file.into(), item: self.item, problem: self.text }
    }
}
