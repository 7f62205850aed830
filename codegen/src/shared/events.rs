//! The names of the events in `lib/events.js`, which are JavaScript's own.

use crate::error::Problem;
use crate::parts::is_word;

/// An event of connections, sessions or handles.
#[derive(Debug)]
pub struct Event {
    /// The member of `EVENT`, such as `HANDLE_MEDIA`.
    pub key: String,
    /// The event string, such as `handle_media`.
    pub text: String,
    pub docs: Vec<String>,
}

/// Reads `EVENT`: each member is a line of documentation and a line with the name.
///
/// # Errors
/// `EVENT` is missing, or has a line of another form.
pub fn read(script: &str) -> Result<Vec<Event>, Problem> {
    let mut lines = script.lines().skip_while(|line| *line != "export const EVENT = Object.freeze({").skip(1);
    let mut events = Vec::new();
    let problem =
        |line: &str, expected: &str| Problem::new("EVENT", format!("expected {expected}, found `{line}`"));
    loop {
        let Some(line) = lines.next() else {
            return Err(Problem::new("EVENT", "the object or its end is missing"));
        };
        if line == "});" {
            return Ok(events);
        }
        let docs = line.trim().strip_prefix("/** ").and_then(|line| line.strip_suffix(" */"));
        let docs = docs.ok_or_else(|| problem(line, "a line of documentation"))?;
        let line = lines.next().unwrap_or_default();
        let member =
            line.trim().split_once(": '").and_then(|(key, text)| Some((key, text.strip_suffix("',")?)));
        let (key, text) = member
            .filter(|(key, text)| is_word(key) && is_word(text))
            .ok_or_else(|| problem(line, "`NAME: 'name',`"))?;
        events.push(Event { key: key.to_owned(), text: text.to_owned(), docs: vec![docs.to_owned()] });
    }
}
