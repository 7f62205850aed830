//! The generated files of the npm package: `shared.d.ts`, `lib/codes.js`, and the types in `lib/hooks.js`.

use std::fmt::Write as _;

use super::Shared;
use super::completions::Completion;
use super::events::Event;
use super::hooks::Hook;
use super::limits::Limit;
use super::lists::{Entry, Name};
use crate::parts::doc;
use crate::words::write_typescript as write_words;

fn header(sources: &str) -> String {
    format!("// Generated from {sources}: change it there, then run `make generate`.\n\n")
}

/// An end reason that only JavaScript reports: in Rust a bug is a panic.
const BUG: (&str, &str) = ("internal", "A bug in Bifrons ended the connection.");

/// The declarations in `shared.d.ts`.
pub fn declarations(shared: &Shared) -> String {
    let header =
        header("src/error/code.rs, src/config/mod.rs, src/engine, src/plugins/words.rs and lib/events.js");
    let errors = errors(&shared.codes, &shared.faults, &shared.reasons);
    let mut words = String::new();
    for set in &shared.words {
        write_words(&mut words, set, &set.name);
    }
    let (events, limits) = (events(&shared.events), limits(&shared.limits));
    let parts = [errors, events, limits, statistics(&shared.statistics), words];
    header + &parts.join("\n")
}

fn errors(codes: &[Name], faults: &[Name], reasons: &[Name]) -> String {
    let mut out = String::new();
    let with_fault = |code: &Name| format!("- `{}` ({}): {}", code.text, code.fault, code.docs.join(" "));
    let plain = |name: &Name| format!("- `{}`: {}", name.text, name.docs.join(" "));
    let texts = |names: &[Name]| names.iter().map(|name| name.text.clone()).collect::<Vec<_>>();
    union(
        &mut out,
        "ErrorCode",
        "What happened, as in `error.code`, and in parentheses whose fault it usually is:",
        codes.iter().map(with_fault),
        &texts(codes),
    );
    out.push('\n');
    let about = "Whose fault an error is: who must change something for the request to succeed.";
    union(&mut out, "Fault", about, faults.iter().map(plain), &texts(faults));
    out.push('\n');
    let listed = reasons.iter().map(plain).chain([format!("- `{}`: {}", BUG.0, BUG.1)]);
    let all = [texts(reasons), vec![BUG.0.to_owned()]].concat();
    union(&mut out, "EndReason", "Why a session or a handle ended:", listed, &all);
    out
}

/// A type of texts. Editors show the documentation of a type, but not that of its members.
fn union(out: &mut String, name: &str, about: &str, listed: impl Iterator<Item = String>, texts: &[String]) {
    let docs: Vec<String> = [about.to_owned(), String::new()].into_iter().chain(listed).collect();
    doc(out, "", &docs);
    let _ = write!(out, "export type {name} =");
    for text in texts {
        let _ = write!(out, "\n  | '{text}'");
    }
    out.push_str(";\n");
}

fn events(events: &[Event]) -> String {
    let mut out = String::new();
    out.push_str("/** The names of the events of connections, sessions and handles. */\nexport declare const EVENT: {\n");
    for event in events {
        doc(&mut out, "  ", &event.docs);
        let _ = writeln!(out, "  readonly {}: '{}';", event.key, event.text);
    }
    out.push_str("};\n");
    out
}

fn statistics(entries: &[Entry]) -> String {
    let mut out = String::new();
    out.push_str(
        "/** The statistics of a connection since it was created. Counters, unless they say otherwise. */\n",
    );
    out.push_str("export interface Stats {\n");
    for entry in entries {
        doc(&mut out, "  ", &entry.docs);
        let _ = writeln!(out, "  {}: number;", entry.name);
    }
    out.push_str("}\n");
    out
}

fn limits(limits: &[Limit]) -> String {
    let mut out = String::new();
    out.push_str("/** The limits of a connection. */\nexport interface Limits {\n");
    for limit in limits {
        doc(&mut out, "  ", &limit.docs);
        let _ = writeln!(out, "  {}?: number | null | undefined;", limit.name);
    }
    out.push_str("}\n");
    out
}

/// The numbers that the engine takes, and the faults and a text of errors that JavaScript creates.
pub fn codes(completions: &[Completion], codes: &[Name], cancelled: &str) -> String {
    let mut out = header("src/error/code.rs, src/engine/options.rs and src/npm/values.rs");
    out.push_str("// The numbers by which the engine knows which message ends a request.\n\n");
    for (number, completion) in completions.iter().enumerate() {
        doc(&mut out, "", &completion.docs);
        let _ = writeln!(out, "export const {} = {number};", completion.name);
    }
    out.push_str(
        "\n/**\n * Whose fault an error with this code usually is, unless it is the caller's.\n * @type {Partial<Record<import('../shared.js').ErrorCode, import('../shared.js').Fault>>}\n */\nexport const FAULTS = {\n",
    );
    for code in codes.iter().filter(|code| code.fault != "caller") {
        let _ = writeln!(out, "  {}: '{}',", code.text, code.fault);
    }
    out.push_str("};\n");
    let _ = writeln!(
        out,
        "\n/** The text of an error with the code `cancelled`. */\nexport const CANCELLED = '{cancelled}';"
    );
    out
}

/// The functions that the engine calls.
pub fn hooks(hooks: &[Hook]) -> String {
    let mut out = header("src/npm/sink.rs");
    out.push_str(
        "/**\n * The functions that the engine calls with its output.\n * @typedef {object} Hooks\n",
    );
    for hook in hooks {
        let takes: Vec<String> = hook.takes.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
        let _ = writeln!(out, " * @property {{({}) => void}} {}", takes.join(", "), hook.name);
    }
    out.push_str(" */\n\nexport {};\n");
    out
}
