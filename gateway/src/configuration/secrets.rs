//! Secrets: they come from a file or from an environment variable, and never stand in the configuration.

use std::path::Path;

use bifrons::Secret;

use super::section::Section;

/// Where secrets come from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Secrets<'p> {
    /// From files, whose paths begin in this folder, and from the environment.
    Read(&'p Path),
    /// From nowhere: each is [`PLACEHOLDER`], for what needs no secrets, such as a test of the policy.
    Placeholders,
}

/// Stands for each secret that is not read.
pub(crate) const PLACEHOLDER: &str = "(a secret, which is not shown here)";

/// Takes the secret `name`, from `name_file` or `name_env`. The names are given whole, since each is a setting.
pub(super) fn take(section: &mut Section<'_, '_>, [name, file, env]: [&'static str; 3]) -> Option<Secret> {
    let text = format!(
        "a secret must not stand in this file: name a file that holds it (`{file}`), or an environment variable (`{env}`)"
    );
    section.refuse(name, &text);
    let (path, variable) = (section.take::<String>(file), section.take::<String>(env));
    let (setting, source) = match (&path, &variable) {
        (None, None) => return None,
        (Some(_), Some(_)) => {
            section.problem(env, format!("a secret has one source: `{file}` or `{env}`, not both"));
            return None;
        }
        (Some(path), None) => (file, Source::File(path)),
        (None, Some(variable)) => (env, Source::Environment(variable)),
    };
    let read = match section.file().secrets {
        Secrets::Placeholders => Ok(PLACEHOLDER.to_owned()),
        Secrets::Read(folder) => source.read(folder),
    };
    match read {
        Ok(secret) => Some(Secret::from(secret)),
        Err(text) => {
            section.problem(setting, format!("`{setting}`: {text}"));
            None
        }
    }
}

enum Source<'s> {
    File(&'s str),
    Environment(&'s str),
}

impl Source<'_> {
    /// The secret, without the line break at its end.
    fn read(&self, folder: &Path) -> Result<String, String> {
        let (text, shown) = match self {
            Self::File(path) => {
                let path = folder.join(path);
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| format!("the file {} can't be read: {error}", path.display()))?;
                (text, format!("the file {}", path.display()))
            }
            Self::Environment(name) => {
                let text = std::env::var(name).map_err(|error| match error {
                    std::env::VarError::NotPresent => format!("the environment variable {name} is not set"),
                    // The error's own text has the value.
                    std::env::VarError::NotUnicode(_) => {
                        format!("the environment variable {name} is no UTF-8")
                    }
                })?;
                (text, format!("the environment variable {name}"))
            }
        };
        let secret = text.trim_end_matches(['\r', '\n']);
        if secret.is_empty() {
            return Err(format!("{shown} is empty"));
        }
        Ok(secret.to_owned())
    }
}
