//! What is stated once: error codes, faults, end reasons, statistics, completions and limits in Rust, for both
//! languages; the names of events in JavaScript, for TypeScript.

mod completions;
pub(crate) mod events;
mod foreign;
mod hooks;
pub(crate) mod limits;
mod links;
mod lists;
mod write;

use std::path::{Path, PathBuf};

use syn::Item;

use crate::error::{Problem, Result};
use crate::model::WordSet;
use completions::Completion;
use events::Event;
use hooks::Hook;
use limits::Limit;
use links::Links;
use lists::{Entry, Name};

/// The lists and limits of the crate and the package that are in a folder.
#[derive(Debug)]
pub struct Shared {
    faults: Vec<Name>,
    codes: Vec<Name>,
    cancelled: String,
    reasons: Vec<Name>,
    events: Vec<Event>,
    hooks: Vec<Hook>,
    statistics: Vec<Entry>,
    completions: Vec<Completion>,
    limits: Vec<Limit>,
    words: Vec<WordSet>,
}

impl Shared {
    /// Reads the source of the repository in this folder; `words` are the words that all plugins share.
    ///
    /// # Errors
    /// A file that can't be read; something in a list that the generator does not implement.
    pub fn read(root: &Path, words: Vec<WordSet>) -> Result<Self> {
        let source = root.join("src");
        let errors = File::read(source.join("error/code.rs"))?;
        let end_reasons = File::read(source.join("engine/end_reason.rs"))?;
        let stats = File::read(source.join("engine/stats.rs"))?;
        let options = File::read(source.join("engine/options.rs"))?;
        let config = File::read(source.join("config/mod.rs"))?;
        let values = File::read(source.join("npm/values.rs"))?;
        let sink = File::read(source.join("npm/sink.rs"))?;
        let faults = errors.reading(|items| lists::names(items, "faults"))?;
        let codes = errors.reading(|items| lists::names_with_fault(items, "codes", &faults))?;
        let reasons = end_reasons.reading(|items| lists::names_with_fault(items, "end_reasons", &faults))?;
        let numbered = values.reading(completions::numbered)?;
        let getters = values.reading(limits::getters)?;
        let script = root.join("pkg-template/lib/events.js");
        let events =
            events::read(&std::fs::read_to_string(&script)?).map_err(|problem| problem.in_file(script))?;
        let links = Links::to(&codes, &reasons, &events);
        Ok(Self {
            statistics: stats.reading(|items| links.replace_in(lists::entries(items, "stats")?))?,
            completions: options.reading(|items| links.replace_in(completions::read(items, &numbered)?))?,
            limits: config.reading(|items| links.replace_in(limits::read(items, &getters)?))?,
            faults: errors.reading(|_| links.replace_in(faults))?,
            codes: errors.reading(|_| links.replace_in(codes))?,
            cancelled: errors.reading(|items| lists::text(items, "CANCELLED"))?,
            reasons: end_reasons.reading(|_| links.replace_in(reasons))?,
            events,
            hooks: sink.reading(hooks::read)?,
            words,
        })
    }

    /// Returns the events of connections, sessions and handles.
    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// Returns the generated files with their texts; the paths begin in the package.
    #[must_use]
    pub fn write(&self) -> Vec<(&'static str, String)> {
        vec![
            ("shared.d.ts", write::declarations(self)),
            ("lib/codes.js", write::codes(&self.completions, &self.codes, &self.cancelled)),
            ("lib/hooks.js", write::hooks(&self.hooks)),
        ]
    }
}

/// A parsed file, whose path belongs into each error.
struct File {
    path: PathBuf,
    items: Vec<Item>,
}

impl File {
    fn read(path: PathBuf) -> Result<Self> {
        let text = std::fs::read_to_string(&path)?;
        match syn::parse_file(&text) {
            Ok(parsed) => Ok(Self { path, items: parsed.items }),
            Err(error) => Err(Problem::new("the file", error.to_string()).in_file(path)),
        }
    }

    fn reading<T>(&self, read: impl FnOnce(&[Item]) -> std::result::Result<T, Problem>) -> Result<T> {
        read(&self.items).map_err(|problem| problem.in_file(&self.path))
    }
}
