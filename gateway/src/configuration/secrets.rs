//! Secrets: they come from a file or from an environment variable, and never stand in the file of a configuration.

use bifrons::Secret;

use super::section::Section;

/// Reads what secrets come from.
pub(crate) trait Sources {
    /// Reads a file, whose path begins in the folder of the configuration.
    ///
    /// # Errors
    /// Why there is no text, with the name of the file.
    fn file(&self, path: &str) -> Result<String, String>;

    /// Reads an environment variable.
    ///
    /// # Errors
    /// Why there is no text, with the name of the variable.
    fn variable(&self, name: &str) -> Result<String, String>;
}

/// Where secrets come from.
#[derive(Clone, Copy)]
pub(crate) enum Secrets<'s> {
    /// From files and from the environment.
    Read(&'s dyn Sources),
    /// From nowhere: each is [`PLACEHOLDER`], for what needs no secrets, such as a test of the policy.
    Placeholders,
}

/// Stands for each secret that is not read.
pub(crate) const PLACEHOLDER: &str = "(a secret, which is not shown here)";

/// Takes the secret `name`, from `name_file` or `name_env`. The names are given whole, since each is a setting.
pub(super) fn take(section: &mut Section<'_, '_>, [name, file, env]: [&'static str; 3]) -> Option<Secret> {
    let literal = literal(section, [name, file, env]);
    let (path, variable) = (section.take::<String>(file), section.take::<String>(env));
    let (setting, source) = match (literal, &path, &variable) {
        (None, None, None) => return None,
        (Some(secret), None, None) => (name, Source::Literal(secret)),
        (None, Some(path), None) => (file, Source::File(path)),
        (None, None, Some(variable)) => (env, Source::Environment(variable)),
        _ => {
            section.problem(env, format!("a secret has one source: `{file}` or `{env}`, not both"));
            return None;
        }
    };
    let read = match section.file().secrets {
        Secrets::Placeholders => Ok(PLACEHOLDER.to_owned()),
        Secrets::Read(sources) => source.read(sources),
    };
    match read {
        Ok(secret) => Some(Secret::from(secret)),
        Err(text) => {
            section.problem(setting, format!("`{setting}`: {text}"));
            None
        }
    }
}

/// The secret itself, which only the settings of an application may hold.
fn literal(section: &mut Section<'_, '_>, [name, file, env]: [&'static str; 3]) -> Option<String> {
    if section.file().may_hold_secrets {
        let text = section.value(name)?.get_ref().as_str();
        if text.is_none() {
            // The reader's own error would show it.
            section.problem(name, format!("`{name}` is a text"));
        }
        return text.map(str::to_owned);
    }
    let text = format!(
        "a secret must not stand in this file: name a file that holds it (`{file}`), or an environment variable (`{env}`)"
    );
    section.refuse(name, &text);
    None
}

enum Source<'s> {
    Literal(String),
    File(&'s str),
    Environment(&'s str),
}

impl Source<'_> {
    /// The secret, without the line break at its end.
    fn read(self, sources: &dyn Sources) -> Result<String, String> {
        let (text, shown) = match self {
            Self::Literal(text) => (text, "the text".to_owned()),
            Self::File(path) => (sources.file(path)?, format!("the file {path}")),
            Self::Environment(name) => (sources.variable(name)?, format!("the environment variable {name}")),
        };
        let secret = text.trim_end_matches(['\r', '\n']);
        if secret.is_empty() {
            return Err(format!("{shown} is empty"));
        }
        Ok(secret.to_owned())
    }
}
