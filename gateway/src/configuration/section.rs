//! A table of the file, whose settings are taken by name. What is wrong is noted, and reading goes on, so that one look
//! shows all problems.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::problems::Problems;
use super::secrets::Secrets;
use crate::core::nearest::did_you_mean;

/// What all sections of a file share.
pub(super) struct File<'f> {
    pub problems: &'f RefCell<Problems>,
    /// What may be meant, or be a mistake.
    pub notes: &'f RefCell<Problems>,
    pub secrets: Secrets<'f>,
    /// Whether a secret may stand among the settings themselves.
    pub may_hold_secrets: bool,
    /// Where paths begin.
    pub folder: &'f Path,
    /// The settings that were asked for, and whether the file has them: `section.name`.
    pub settings: &'f RefCell<Vec<(String, bool)>>,
}

/// A table of the file.
pub(super) struct Section<'f, 'i> {
    file: &'f File<'f>,
    /// Such as `listen`, or `issuers.roles`: the section's name for readers.
    name: String,
    /// Where it stands.
    at: usize,
    table: Option<&'f DeTable<'i>>,
    known: BTreeSet<&'static str>,
    refused: BTreeSet<&'static str>,
}

impl<'f, 'i> Section<'f, 'i> {
    pub(super) fn new(file: &'f File<'f>, name: &str, at: usize, table: Option<&'f DeTable<'i>>) -> Self {
        Self { file, name: name.to_owned(), at, table, known: BTreeSet::new(), refused: BTreeSet::new() }
    }

    pub(super) const fn file(&self) -> &'f File<'f> {
        self.file
    }

    /// Notes a problem of the setting with this name, or of the section.
    pub(super) fn problem(&self, name: &str, text: impl Into<String>) {
        let value = self.table.and_then(|table| table.get(name));
        self.file.problems.borrow_mut().add(value.map_or(self.at, |value| value.span().start), text);
    }

    /// Notes a problem of the setting at this path, or of what holds it.
    pub(super) fn problem_at(&self, path: &[&str], text: impl Into<String>) {
        self.file.problems.borrow_mut().add(self.place_of(path), text);
    }

    /// Notes what may be meant at this path.
    pub(super) fn note_at(&self, path: &[&str], text: impl Into<String>) {
        self.file.notes.borrow_mut().add(self.place_of(path), text);
    }

    fn place_of(&self, path: &[&str]) -> usize {
        let (mut at, mut table) = (self.at, self.table);
        for name in path {
            let found = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == name));
            let Some((key, value)) = found else { break };
            (at, table) = (key.span().start, value.get_ref().as_table());
        }
        at
    }

    /// The setting's value, if it is there.
    pub(super) fn value(&mut self, name: &'static str) -> Option<&'f Spanned<DeValue<'i>>> {
        let value = self.table.and_then(|table| table.get(name));
        self.known.insert(name);
        self.file.settings.borrow_mut().push((format!("{}.{name}", self.name), value.is_some()));
        value
    }

    /// Refuses a setting that must not be there, with this text.
    pub(super) fn refuse(&mut self, name: &'static str, text: &str) {
        self.refused.insert(name);
        if self.table.is_some_and(|table| table.contains_key(name)) {
            self.problem(name, text);
        }
    }

    /// Takes a setting; `None` if it is not there, or is wrong.
    pub(super) fn take<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        let value = self.value(name)?;
        self.read(name, value)
    }

    /// Takes a setting that has a default.
    pub(super) fn take_or<T: DeserializeOwned>(&mut self, name: &'static str, default: T) -> T {
        self.take(name).unwrap_or(default)
    }

    /// Takes a setting that must be there.
    pub(super) fn demand<T: DeserializeOwned + Default>(&mut self, name: &'static str) -> T {
        if self.value(name).is_none() {
            self.problem(name, format!("the setting `{name}` is missing in {}", self.shown()));
        }
        self.take_or(name, T::default())
    }

    /// Takes a text that must be there, and not be empty.
    pub(super) fn demand_text(&mut self, name: &'static str) -> String {
        let text: String = self.demand(name);
        if text.is_empty() && self.value(name).is_some_and(|value| value.get_ref().is_str()) {
            self.problem(name, format!("`{name}` must not be empty"));
        }
        text
    }

    /// Takes a number of at least 1.
    pub(super) fn count_or(&mut self, name: &'static str, default: usize) -> usize {
        let count = self.take_or(name, default);
        if count == 0 {
            self.problem(name, format!("`{name}` must be at least 1"));
        }
        count
    }

    /// Takes a number of seconds.
    pub(super) fn seconds_or(&mut self, name: &'static str, default: Duration) -> Duration {
        let Some(value) = self.value(name) else { return default };
        self.seconds(name, value).unwrap_or(default)
    }

    /// Takes a number of seconds, or `"none"`.
    pub(super) fn seconds_or_none(
        &mut self,
        name: &'static str,
        default: Option<Duration>,
    ) -> Option<Duration> {
        match self.value(name) {
            None => default,
            Some(value) if value.get_ref().as_str() == Some("none") => None,
            Some(value) => self.seconds(name, value),
        }
    }

    fn seconds(&self, name: &str, value: &Spanned<DeValue<'i>>) -> Option<Duration> {
        let is_number = value.get_ref().is_integer() || value.get_ref().is_float();
        let seconds = if is_number { self.read::<f64>(name, value) } else { None };
        let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        if duration.is_none() {
            self.problem(name, format!("`{name}` is a number of seconds, such as 10 or 0.25"));
        }
        duration
    }

    fn read<T: DeserializeOwned>(&self, name: &str, value: &Spanned<DeValue<'i>>) -> Option<T> {
        let read = T::deserialize(ValueDeserializer::from(value.clone()));
        let note = |error: toml::de::Error| {
            let at = error.span().map_or(value.span().start, |span| span.start);
            self.file.problems.borrow_mut().add(at, format!("`{name}`: {}", in_plain_words(error.message())));
        };
        read.map_err(note).ok()
    }

    /// Takes a table; an empty one if it is not there.
    pub(super) fn section(&mut self, name: &'static str) -> Self {
        match self.value(name) {
            Some(value) => self.of_value(name, value),
            None => Self::new(self.file, &self.path_of(name), self.at, None),
        }
    }

    /// Takes a table, if it is there.
    pub(super) fn optional_section(&mut self, name: &'static str) -> Option<Self> {
        let value = self.value(name)?;
        Some(self.of_value(name, value))
    }

    /// Takes the tables of `[[name]]`.
    pub(super) fn sections(&mut self, name: &'static str) -> Vec<Self> {
        let Some(value) = self.value(name) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(values) => values.iter().map(|value| self.of_value(name, value)).collect(),
            _ => vec![self.of_value(name, value)],
        }
    }

    /// Takes all tables of this table, whatever their names.
    pub(super) fn named_sections(self) -> Vec<(String, Self)> {
        let named = self.table.into_iter().flatten();
        named
            .map(|(name, value)| (name.get_ref().to_string(), self.of_value(name.get_ref(), value)))
            .collect()
    }

    fn of_value(&self, name: &str, value: &'f Spanned<DeValue<'i>>) -> Self {
        let table = value.get_ref().as_table();
        let path = self.path_of(name);
        if table.is_none() {
            let text = format!("[{path}] is a table, not {}", value.get_ref().type_str());
            self.file.problems.borrow_mut().add(value.span().start, text);
        }
        Self::new(self.file, &path, value.span().start, table)
    }

    fn path_of(&self, name: &str) -> String {
        if self.name.is_empty() { name.to_owned() } else { format!("{}.{name}", self.name) }
    }

    /// The names that the file has.
    pub(super) fn names(&self) -> Vec<String> {
        self.table.into_iter().flatten().map(|(name, _)| name.get_ref().to_string()).collect()
    }

    fn shown(&self) -> String {
        match (&*self.name, self.file.may_hold_secrets) {
            ("", true) => "the settings".to_owned(),
            ("", false) => "the file".to_owned(),
            (name, _) => format!("[{name}]"),
        }
    }
}

/// A problem of a value, without the words of Rust for types.
fn in_plain_words(problem: &str) -> String {
    if problem == "invalid socket address syntax" {
        return "it is an IP address with a port, such as 127.0.0.1:8080".to_owned();
    }
    let Some((given, wanted)) = problem.rsplit_once(", expected ") else { return problem.to_owned() };
    let wanted = match wanted {
        "a sequence" => "a list",
        "a map" => "a table",
        "a string" => "a text",
        "a boolean" => "true or false",
        "u16" | "u32" | "u64" | "usize" => "a whole number of at least 0",
        wanted => wanted,
    };
    format!("{given}, expected {wanted}")
}

/// A section ends: what was not asked for is unknown.
impl Drop for Section<'_, '_> {
    fn drop(&mut self) {
        if self.known.is_empty() {
            return;
        }
        for (name, _) in self.table.into_iter().flatten() {
            let text: &str = name.get_ref();
            if !self.known.contains(text) && !self.refused.contains(text) {
                let nearest = did_you_mean(text, self.known.iter().copied());
                let problem = format!("unknown setting `{text}` in {}{nearest}", self.shown());
                self.file.problems.borrow_mut().add(name.span().start, problem);
            }
        }
    }
}
