//! The words of the project: names, comments, texts and documents use the standard terms.
//!
//! The list has phrases rather than words where Janus, SDP or SIP use the word themselves.

use super::source::Source;

/// A phrase, what to write instead, and why.
const PHRASES: &[(&str, &str, &str)] = &[
    ("stand-in", "mock server", TERM),
    ("stand-ins", "mock servers", TERM),
    ("stand_in", "mock", TERM),
    ("time-out", "timeout", TERM),
    ("time-outs", "timeouts", TERM),
    ("keep-alive", "keepalive", TERM),
    ("keep-alives", "keepalives", TERM),
    ("signs of life", "keepalives", TERM),
    ("dice", "random number generator", TERM),
    ("the house", "the project", TERM),
    ("told", "reported, sent, emitted", PERSON),
    ("untold", "unreported", PERSON),
    ("tells", "reports, returns, states", PERSON),
    ("tell of", "report", PERSON),
    ("says so", "reports it, states it", PERSON),
    ("complain", "fail, refuse", PERSON),
    ("deaf", "that reads nothing", PERSON),
    ("nobody", "no one, or name who", NOUN),
    ("somebody", "name who: a participant, a client", NOUN),
    ("everybody", "name who: all clients", NOUN),
    ("whoever", "name who", NOUN),
    ("what becomes of", "the state of", NOUN),
    ("what came of", "the result of", NOUN),
    ("what comes of", "the result of", NOUN),
    ("any more", "no longer", SENTENCE),
    ("are to be had", "are available", SENTENCE),
    ("can't be had", "is not available", SENTENCE),
    ("for ever", "without a limit", SENTENCE),
    ("anew", "again", SENTENCE),
    ("patience", "timeout", METAPHOR),
    ("errand", "deferred work", METAPHOR),
    ("errands", "deferred work, requests", METAPHOR),
    ("desk", "sink", METAPHOR),
    ("goodbye", "close", METAPHOR),
    ("opens the door", "credentials", METAPHOR),
    ("weather", "name the faults, or their end", METAPHOR),
    ("misfortune", "failure", METAPHOR),
    ("the books", "the pending requests, the counters", METAPHOR),
    ("the line broke", "the transport connection is lost", TERM),
    ("the line breaks", "the transport connection is lost", TERM),
    ("a line that breaks", "an outage", TERM),
    ("the line is cut", "the transport connection is lost", TERM),
    ("cuts the line", "closes the transport connection", TERM),
    ("ends the line", "ends the transport connection", TERM),
    ("line goes silent", "the transport connection is silent", TERM),
    ("on the line", "on the transport connection", TERM),
    ("the old line", "the former transport connection", TERM),
    ("a new line is there", "a new transport connection is open", TERM),
    ("the figures", "the statistics, the measurements", TERM),
    ("answer of janus", "response of Janus", TERM),
    ("janus's answer", "Janus's response", TERM),
    ("answer to the request", "response to the request", TERM),
    ("answer to attach", "response to attach", TERM),
    ("answers the request", "responds to the request", TERM),
    ("answers no request", "ends no request", TERM),
    ("answer over http", "response over HTTP", TERM),
    ("whole answer", "whole response", TERM),
    ("all answers", "all responses", TERM),
    ("direct answer", "direct response", TERM),
    ("late answer", "late response", TERM),
    ("malformed answer", "malformed response", TERM),
    ("server answers", "server responds", TERM),
];

const TERM: &str = "one term for one thing";
const NOUN: &str = "the noun is named";
const PERSON: &str = "programs do not speak";
const SENTENCE: &str = "plain order of words";
const METAPHOR: &str = "no metaphors";

/// A file, a phrase, and why it may stand there.
const ALLOWED: [(&str, &str, &str); 2] = [
    ("tests/architecture_rules/words.rs", "", "the list itself"),
    ("tests/architecture.rs", "", "its tests"),
];

/// The folders and documents whose words are checked.
pub(crate) const CHECKED: [&str; 19] = [
    "src/",
    "codegen/",
    "gateway/",
    "pkg-template/",
    "tests/",
    "benches/",
    "examples/",
    "fuzz/",
    "docs/",
    "scripts/",
    "Makefile",
    "ARCHITECTURE.md",
    "BENCHMARKS.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "COVERAGE.md",
    "README.md",
    "RELEASING.md",
    "SECURITY.md",
];

/// The folders whose doc comments are checked.
const DOCUMENTED: [&str; 2] = ["src/", "codegen/src/"];

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| CHECKED.iter().any(|start| source.path.starts_with(start))) {
        for (index, line) in source.text.lines().enumerate() {
            let line = line.to_lowercase();
            for (phrase, instead, why) in PHRASES {
                if has_phrase(&line, phrase) && !is_allowed(&source.path, phrase) {
                    found.push(source.breach(index + 1, format!("\"{phrase}\": write {instead} ({why})")));
                }
            }
        }
        if source.path.ends_with(".rs") && DOCUMENTED.iter().any(|start| source.path.starts_with(start)) {
            empty_docs(source, &mut found);
        }
    }
    found
}

fn is_allowed(path: &str, phrase: &str) -> bool {
    ALLOWED
        .iter()
        .any(|(file, allowed, _)| path.starts_with(file) && (allowed.is_empty() || *allowed == phrase))
}

fn has_phrase(line: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    line.match_indices(phrase).any(|(at, _)| {
        !is_letter(line[..at].chars().next_back()) && !is_letter(line[at + phrase.len()..].chars().next())
    })
}

/// Finds doc comments of one word, and those that only repeat the name of their item.
fn empty_docs(source: &Source, found: &mut Vec<String>) {
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    for (index, line) in lines.iter().enumerate() {
        let Some(doc) = line.strip_prefix("/// ") else { continue };
        let beside = |other: Option<&&str>| other.is_some_and(|other| other.starts_with("///"));
        if beside(index.checked_sub(1).and_then(|before| lines.get(before))) || beside(lines.get(index + 1)) {
            continue;
        }
        let words = words_of(doc);
        let item = lines[index + 1..].iter().find(|line| !line.starts_with("#["));
        let name = item.map(|item| words_of(&name_of(item))).unwrap_or_default();
        if words.len() <= 1 {
            found.push(source.breach(index + 1, format!("\"{doc}\" documents nothing")));
        } else if words.iter().all(|word| name.contains(word) || FILLERS.contains(&word.as_str())) {
            found.push(source.breach(index + 1, format!("\"{doc}\" only repeats the name")));
        }
    }
}

const FILLERS: [&str; 7] = ["the", "a", "an", "of", "its", "this", "s"];

/// The words of a text or of a name, in small letters.
fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in text.chars() {
        let begins = c.is_uppercase() && before.is_lowercase();
        if begins || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The name that a line of code declares.
fn name_of(item: &str) -> String {
    const KEYWORDS: [&str; 9] = ["pub", "const", "async", "fn", "struct", "enum", "trait", "type", "mod"];
    let item = item.split(['(', '<', ':', '=', '{', ',', ';']).next().unwrap_or_default();
    let item = if item == "pub" { "" } else { item };
    item.split_whitespace().filter(|word| !KEYWORDS.contains(word)).collect()
}
