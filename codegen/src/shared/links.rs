//! The links of Rust's documentation, which JavaScript's has as text.

use super::completions::Completion;
use super::events::Event;
use super::limits::Limit;
use super::lists::{Entry, Name};
use crate::error::Problem;
use crate::expressions::Read;

/// The names that documentation may link to, with JavaScript's text for each.
pub struct Links(Vec<(String, String)>);

impl Links {
    pub fn to(codes: &[Name], reasons: &[Name], events: &[Event]) -> Self {
        let link = |of: &str, name: &Name| (format!("{of}::{}", name.variant), format!("`{}`", name.text));
        let codes = codes.iter().map(|code| link("ErrorCode", code));
        let reasons = reasons.iter().map(|reason| link("EndReason", reason));
        // `Event::SlowLink` is HANDLE_SLOWLINK.
        let plain = |key: &str| key.replace('_', "").to_lowercase();
        let events = events.iter().map(|event| (plain(&event.key), event.key.clone()));
        Self(codes.chain(reasons).chain(events).collect())
    }

    /// Replaces the links in the documentation of each: one to `ErrorCode::Timeout` by `timeout`, one to
    /// `Event::Missed` by HANDLE_MISSED, one with a text of its own by this text.
    ///
    /// # Errors
    /// A link to something that JavaScript does not have.
    pub fn replace_in<T: Documented>(&self, mut documented: Vec<T>) -> Result<Vec<T>, Problem> {
        for item in &mut documented {
            let (name, docs) = item.name_and_docs();
            let text = self.without_links(&docs.join("\n")).map_err(|text| Problem::new(name, text))?;
            *docs = text.split('\n').map(str::to_owned).collect();
        }
        Ok(documented)
    }

    fn without_links(&self, docs: &str) -> Read<String> {
        let mut out = String::with_capacity(docs.len());
        let mut rest = docs;
        while let Some((before, (text, after))) =
            rest.split_once('[').and_then(|(before, link)| Some((before, link.split_once(']')?)))
        {
            out.push_str(before);
            out.push_str(&self.replacement(text)?);
            let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
            rest = target.map_or(after, |(_, after)| after);
        }
        out.push_str(rest);
        Ok(out)
    }

    fn replacement(&self, text: &str) -> Read<String> {
        let Some(name) = text.strip_prefix('`').and_then(|text| text.strip_suffix('`')) else {
            return Ok(text.to_owned());
        };
        let linked = match name.strip_prefix("Event::") {
            Some(event) => format!("handle{}", event.to_lowercase()),
            None => name.to_owned(),
        };
        let found = self.0.iter().find(|(of, _)| *of == linked);
        found
            .map(|(_, text)| text.clone())
            .ok_or_else(|| format!("the documentation links to `{name}`, which JavaScript does not have"))
    }
}

/// Something with a name and documentation.
pub trait Documented {
    /// Returns the name, and the lines of the documentation.
    fn name_and_docs(&mut self) -> (&str, &mut Vec<String>);
}

macro_rules! documented {
    ($($of:ty: $name:ident;)*) => {
        $(impl Documented for $of {
            fn name_and_docs(&mut self) -> (&str, &mut Vec<String>) {
                (&self.$name, &mut self.docs)
            }
        })*
    };
}

documented! {
    Completion: name;
    Entry: name;
    Limit: name;
    Name: variant;
}
