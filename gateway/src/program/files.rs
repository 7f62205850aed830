//! Reads the configuration, and the secrets that it names.

use std::env::VarError;
use std::path::Path;

use crate::configuration::{Configuration, Problems, Secrets, Source, Sources};

/// Reads a configuration, and the secrets that it names.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn load(path: &Path) -> Result<Configuration, Problems> {
    load_with(path, Secrets::Read(&Files(folder_of(path))))
}

/// Reads a configuration without the secrets that it names.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn load_without_secrets(path: &Path) -> Result<Configuration, Problems> {
    load_with(path, Secrets::Placeholders)
}

fn load_with(path: &Path, secrets: Secrets<'_>) -> Result<Configuration, Problems> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let mut problems = Problems::new(path, "");
        problems.add_to_file(format!("the file can't be read: {error}"));
        problems
    })?;
    let source = Source { path, folder: folder_of(path), text: &text, may_hold_secrets: false };
    Configuration::read(source, secrets)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or_else(|| Path::new(""))
}

/// Files, whose paths begin in this folder, and the environment.
struct Files<'f>(&'f Path);

impl Sources for Files<'_> {
    fn file(&self, path: &str) -> Result<String, String> {
        let path = self.0.join(path);
        std::fs::read_to_string(&path)
            .map_err(|error| format!("the file {} can't be read: {error}", path.display()))
    }

    fn variable(&self, name: &str) -> Result<String, String> {
        std::env::var(name).map_err(|error| match error {
            VarError::NotPresent => format!("the environment variable {name} is not set"),
            // The error's own text has the value.
            VarError::NotUnicode(_) => format!("the environment variable {name} is no UTF-8"),
        })
    }
}
