//! `COVERAGE.md`: every request and event of the inventory, and the tests that show it.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use serde_json::Value;

use crate::inventory::{self, Known, KnownRequest};
use crate::javascript::event_key;
use crate::model::{Plugin, Request, Rule, with_small_letter};
use crate::parts::snake;

const HEADER: &str = "\
<!-- Generated from tests/inventory.json, tests/frames and src/plugins; run `make generate`. -->

# Coverage

Every request and every event of Janus's plugins, as in `tests/inventory.json`: written by hand from Janus's source, and
compared with the definitions field by field (`codegen/tests/inventory.rs`).

The column `shown by`:

- **1.1.2**, **1.4.1**: the tests send the request to a real Janus of this version and record the response
  (`tests/frames`, `tests/frames/newer`). An event of these frames was sent by this Janus.
- refused: a real Janus refuses the request for a reason of its own, such as an unknown participant or a missing file. The
  response is scripted.
- scripted: tested with the inventory's own examples, because these servers are older, or because the request needs parts
  that the recorded tests do not have.

";

/// The versions of the servers whose frames are recorded.
const VERSIONS: [&str; 2] = ["1.1.2", "1.4.1"];

const COLUMNS: &str = "| JavaScript | Rust | since | shown by |\n|---|---|---|---|---|\n";

/// Returns the table, from the inventory and the recorded frames in the folder of tests.
pub fn write(plugins: &[Plugin], tests: &Path) -> io::Result<String> {
    let inventory = inventory::read(tests)?;
    let mut sums = String::from("| plugin | requests | real | events | real |\n|---|---|---|---|---|\n");
    let mut tables = String::new();
    for plugin in plugins {
        let Some(known) = inventory.get(&plugin.name) else { continue };
        let frames = [
            Frames::read(&tests.join(format!("frames/{}.jsonl", plugin.name)))?,
            Frames::read(&tests.join(format!("frames/newer/{}.jsonl", plugin.name)))?,
        ];
        let requests: Vec<_> = known
            .requests
            .iter()
            .filter_map(|known_request| request(plugin, known, known_request, &frames))
            .collect();
        let events: Vec<_> = known
            .events
            .iter()
            .filter_map(|known_event| {
                let rule = plugin.rule_of(&known_event.data)?;
                let event = plugin.event(&rule.event)?;
                let names = format!("`{}` | `Event::{}`", event_key(plugin, &rule.event), event.variant);
                let shown = frames.each_ref().map(|frames| frames.event(plugin, rule, &known_event.data));
                Some(Row::new(&known_event.event, &names, &known_event.since, shown))
            })
            .collect();
        let _ = writeln!(
            sums,
            "| [{0}](#{1}) | {2} | {3} | {4} | {5} |",
            plugin.class,
            plugin.name,
            requests.len(),
            real(&requests),
            events.len(),
            real(&events)
        );
        let _ = writeln!(tables, "\n## {}", plugin.class);
        write_rows(&mut tables, "request", &requests);
        write_rows(&mut tables, "event", &events);
        if let Some(channel) = &known.channel {
            write_channel(&mut tables, plugin, channel);
        }
    }
    Ok(format!("{HEADER}{sums}{tables}"))
}

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Real,
    Refused,
    Scripted,
}

struct Row {
    text: String,
    shown: Shown,
}

impl Row {
    /// `shown` is by which of the [`VERSIONS`].
    fn new(name: &str, names: &str, since: &str, shown: [Shown; 2]) -> Self {
        let by = VERSIONS.iter().zip(shown).filter(|(_, shown)| *shown == Shown::Real);
        let real: Vec<_> = by.map(|(version, _)| format!("**{version}**")).collect();
        let (word, shown) = match real.is_empty() {
            false => (real.join(", "), Shown::Real),
            true if shown.contains(&Shown::Refused) => ("refused".to_owned(), Shown::Refused),
            true => ("scripted".to_owned(), Shown::Scripted),
        };
        Self { text: format!("| {name} | {names} | {since} | {word} |"), shown }
    }
}

fn real(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.shown == Shown::Real).count()
}

fn write_rows(out: &mut String, what: &str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    let _ = write!(out, "\n| {what} {COLUMNS}");
    for row in rows {
        let _ = writeln!(out, "{}", row.text);
    }
}

fn request(
    plugin: &Plugin,
    known: &Known,
    known_request: &KnownRequest,
    frames: &[Frames; 2],
) -> Option<Row> {
    let defined = plugin.requests.iter().find(|defined| known_request.is(defined))?;
    let names = format!("`{}` | `{}`", defined.method(), snake(&defined.shape));
    let unknown = known.errors.get("INVALID_REQUEST");
    let shown = frames.each_ref().map(|frames| frames.response(plugin, defined, unknown));
    Some(Row::new(&known_request.name(), &names, &known_request.since, shown))
}

/// The texts of a data channel pass through no handle, so there are no recorded frames.
fn write_channel(out: &mut String, plugin: &Plugin, known: &Known) {
    let _ = writeln!(
        out,
        "\nOver its data channel (`tests/demo/chat.mjs` has two pages chat through a real Janus):"
    );
    let requests = known.requests.iter().filter_map(|known_request| {
        let defined = plugin.channel.iter().find(|defined| defined.verb == known_request.verb)?;
        let names = format!("`{}` | `channel::{}`", with_small_letter(&defined.shape), defined.shape);
        Some(Row::new(&known_request.verb, &names, &known_request.since, [Shown::Scripted; 2]))
    });
    write_rows(out, "request", &requests.collect::<Vec<_>>());
    let events = known.events.iter().filter_map(|known_event| {
        let event =
            plugin.channel_events.iter().find(|event| event.variant.to_lowercase() == known_event.event)?;
        let key = format!("{}_{}", plugin.name, known_event.event).to_uppercase();
        Some(Row::new(
            &known_event.event,
            &format!("`{key}` | `ChannelEvent::{}`", event.variant),
            &known_event.since,
            [Shown::Scripted; 2],
        ))
    });
    write_rows(out, "event", &events.collect::<Vec<_>>());
}

/// The recorded requests and messages of a real Janus.
struct Frames {
    requests: Vec<Value>,
    messages: Vec<Value>,
}

impl Frames {
    fn read(path: &Path) -> io::Result<Self> {
        let (mut requests, mut messages) = (Vec::new(), Vec::new());
        // Not every version has every plugin.
        let text = if path.exists() { fs::read_to_string(path)? } else { String::new() };
        for line in text.lines() {
            let mut line: Value = serde_json::from_str(line)?;
            match line.get_mut("request") {
                Some(request) => requests.push(request.take()),
                None => messages.push(line["message"].take()),
            }
        }
        Ok(Self { requests, messages })
    }

    /// How the frames show a request: by a response, or by a refusal other than "unknown request".
    fn response(&self, plugin: &Plugin, request: &Request, unknown: Option<&i64>) -> Shown {
        let same_body =
            |frame: &&Value| request.body.iter().all(|(name, value)| frame["body"][name] == **value);
        let mut shown = Shown::Scripted;
        for sent in self.requests.iter().filter(same_body) {
            // The response to an uncorrelated request has no transaction.
            let uncorrelated = request.completion.as_deref() == Some("UNCORRELATED");
            let belongs = |frame: &&Value| {
                frame["transaction"] == sent["transaction"]
                    || (uncorrelated && frame["transaction"].is_null())
            };
            for message in self.messages.iter().filter(belongs) {
                let data = &message["plugindata"]["data"];
                if plugin.rule_of(data).is_some_and(|rule| request.is_response(&rule.event)) {
                    return Shown::Real;
                }
                let code = data["error_code"].as_i64();
                if code.is_some() && code.as_ref() != unknown {
                    shown = Shown::Refused;
                }
            }
        }
        shown
    }

    /// Whether the frames contain such an event: by the same rule, and with no more fields than the example has.
    fn event(&self, plugin: &Plugin, rule: &Rule, example: &Value) -> Shown {
        let mut events = self.messages.iter().filter(|message| message["janus"] == "event");
        let found = events.any(|message| {
            let data = &message["plugindata"]["data"];
            plugin.rule_of(data).is_some_and(|of| std::ptr::eq(of, rule)) && is_alike(data, example)
        });
        if found { Shown::Real } else { Shown::Scripted }
    }
}

/// Whether the example has all fields, with the same JSON types.
fn is_alike(data: &Value, example: &Value) -> bool {
    match (data, example) {
        (Value::Object(data), Value::Object(example)) => {
            data.iter().all(|(name, value)| example.get(name).is_some_and(|example| is_alike(value, example)))
        }
        (data, example) => std::mem::discriminant(data) == std::mem::discriminant(example),
    }
}
