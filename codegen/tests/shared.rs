//! What Rust states once for both languages reaches the npm package, and what the generator can't read is refused.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[path = "support/refusal.rs"]
mod refusal;

use std::fs;

use bifrons_codegen::shared::Shared;
use refusal::{Folder, refusal_of};

/// Valid source files; each test replaces a part of one.
const SOURCE: [(&str, &str); 8] = [
    (
        "src/error/code.rs",
        r#"
faults! {
    /// An argument is wrong.
    Caller = "caller";
    /// The connection was lost.
    Network = "network";
}

codes! {
    /// No response came in time.
    TimedOut = "timed_out", Network;
    /// Too many requests are pending; see [`ErrorCode::TimedOut`].
    TooMany = "too_many", Caller;
}

pub(crate) const CANCELLED: &str = "it was cancelled";
"#,
    ),
    (
        "src/engine/end_reason.rs",
        r#"
end_reasons! {
    /// The connection was lost.
    Lost = "lost", Network, "the connection was lost";
}
"#,
    ),
    (
        "src/engine/stats.rs",
        r"
stats! {
    /// Events of handles,
    /// all of them.
    events;
}
",
    ),
    (
        "src/engine/options.rs",
        r"
pub enum Completion {
    /// The direct reply.
    Direct,
    /// As `Direct`, or the first event, which is [offered](super::Output::Offer).
    FirstEvent,
}
",
    ),
    (
        "src/config/mod.rs",
        r"
pub struct Config {
    /// The name.
    pub name: String,
    /// How long an attempt may take. Default: 2 s.
    pub attempt: Duration,
    /// How long a request waits, unless it ends with [`EndReason::Lost`]. Default: 1,500 ms.
    pub wait: Option<Duration>,
    /// The most bytes. Default: 2 MiB.
    pub bytes: usize,
    /// The most events; see [`Event::SlowLink`](crate::Event::SlowLink). Default: 65,536.
    pub events: usize,
}

impl Config {
    pub fn new(name: String) -> Self {
        Self {
            name,
            attempt: Duration::from_secs(2),
            wait: Some(Duration::from_millis(1500)),
            bytes: 2 << 20,
            events: 65_536,
        }
    }
}
",
    ),
    (
        "src/npm/values.rs",
        r"
extern {
    fn name(this: &Settings) -> String;
    fn wait_ms(this: &Settings) -> Option<f64>;
    fn bytes(this: &Settings) -> Option<f64>;
    fn events(this: &Settings) -> Option<f64>;
    fn within_ms(this: &Recovery) -> Option<f64>;
}

const COMPLETIONS: &[Completion] = &[Completion::Direct, Completion::FirstEvent];
",
    ),
    (
        "src/npm/sink.rs",
        r"
extern {
    fn onOffer(this: &Hooks, requests: Vec<f64>, correlated: bool, message: JsValue);
    #[wasm_bindgen(method)]
    fn onSessionResumed(this: &Hooks, session: f64, rebuild: Option<f64>);
    fn onEnded(this: &Hooks, key: f64, reason: &str, fault: &str, clause: &str, failure: JsValue);
}
",
    ),
    (
        "pkg-template/lib/events.js",
        r"
export const EVENT = Object.freeze({
  /** Packets are lost. */
  HANDLE_SLOWLINK: 'handle_slowlink',
});
",
    ),
];

fn read(source: &[(&str, String)]) -> bifrons_codegen::Result<Shared> {
    let folder = Folder::new();
    for (path, text) in source {
        let path = folder.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Shared::read(&folder.0, Vec::new())
}

/// The source with this part of a file replaced.
fn with(file: &str, part: &str, other: &str) -> bifrons_codegen::Result<Shared> {
    let replaced = |(path, text): (&'static str, &str)| match path == file {
        true => {
            assert_eq!(text.matches(part).count(), 1, "{part}");
            (path, text.replace(part, other))
        }
        false => (path, text.to_owned()),
    };
    read(&SOURCE.map(replaced))
}

fn refused(file: &str, part: &str, other: &str, expected_item: &str, text_part: &str) {
    refusal_of(with(file, part, other), file, expected_item, text_part);
}

fn written(path: &str) -> String {
    let files = read(&SOURCE.map(|(path, text)| (path, text.to_owned()))).unwrap().write();
    files.into_iter().find(|(written, _)| *written == path).unwrap().1
}

#[track_caller]
fn assert_has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}

#[test]
fn the_types_of_errors_have_the_texts_with_their_meaning() {
    let text = written("shared.d.ts");
    assert_has(
        &text,
        &[
            " * - `timed_out` (network): No response came in time.\n",
            " * - `too_many` (caller): Too many requests are pending; see `timed_out`.\n",
            "export type ErrorCode =\n  | 'timed_out'\n  | 'too_many';\n",
            " * - `network`: The connection was lost.\n",
            "export type Fault =\n  | 'caller'\n  | 'network';\n",
            "export type EndReason =\n  | 'lost'\n  | 'internal';\n",
        ],
    );
}

#[test]
fn the_type_of_the_events_has_each_name() {
    let member = "  /** Packets are lost. */\n  readonly HANDLE_SLOWLINK: 'handle_slowlink';\n";
    assert_has(&written("shared.d.ts"), &["export declare const EVENT: {\n", member]);
}

#[test]
fn an_event_of_another_form_is_refused() {
    let file = "pkg-template/lib/events.js";
    refused(file, "  /** Packets are lost. */\n", "", "EVENT", "expected a line of documentation");
    refused(file, "'handle_slowlink'", "name()", "EVENT", "expected `NAME: 'name',`");
    refused(file, "});", "}", "EVENT", "documentation, found `}`");
    refused(file, "const EVENT", "const NAMES", "EVENT", "the object or its end is missing");
    refused("src/config/mod.rs", "`Event::SlowLink`", "`Event::Slow`", "events", "links to `Event::Slow`");
}

#[test]
fn the_type_of_the_statistics_has_each_field() {
    assert_has(
        &written("shared.d.ts"),
        &["  /**\n   * Events of handles,\n   * all of them.\n   */\n  events: number;\n"],
    );
}

#[test]
fn the_limits_have_units_and_defaults_of_javascript() {
    let text = written("shared.d.ts");
    assert_has(
        &text,
        &[
            "/** How long a request waits, unless it ends with `lost`. In milliseconds; 0 or Infinity for no limit. Default: 1,500. */\n  wait_ms?: number | null | undefined;",
            "/** The most bytes. Default: 2 MiB. */\n  bytes?: number | null | undefined;",
            "/** The most events; see HANDLE_SLOWLINK. Default: 65,536. */\n  events?: number | null | undefined;",
        ],
    );
    assert!(!text.contains("attempt") && !text.contains("  name?"), "JavaScript can't set these:\n{text}");
}

#[test]
fn the_codes_are_constants() {
    assert_has(
        &written("lib/codes.js"),
        &[
            "/** The direct reply. */\nexport const DIRECT = 0;\n",
            "/** As `DIRECT`, or the first event, which is offered. */\nexport const FIRST_EVENT = 1;\n",
            "export const FAULTS = {\n  timed_out: 'network',\n};\n",
        ],
    );
}

#[test]
fn the_hooks_have_types() {
    assert_has(
        &written("lib/hooks.js"),
        &[
            " * @property {(requests: Float64Array, correlated: boolean, message: any) => void} onOffer\n",
            " * @property {(session: number, rebuild: number | undefined) => void} onSessionResumed\n",
            "(key: number, reason: import('../shared.js').EndReason, fault: import('../shared.js').Fault, clause: string, failure: import('./errors.js').Failure) => void} onEnded",
        ],
    );
}

#[test]
fn a_hook_of_another_form_is_refused() {
    let file = "src/npm/sink.rs";
    refused(file, "key: f64", "key: u64", "Hooks: onEnded", "the type of `key` is not implemented");
    refused(file, "clause: &str", "clause: &[u8]", "Hooks: onEnded", "the type of `clause`");
    refused(file, "Vec<f64>", "Vec<String>", "Hooks: onOffer", "the type of `requests`");
    let none = SOURCE.map(|(path, text)| (path, text.replace("&Hooks", "&Sink")));
    refusal_of(read(&none), file, "Hooks", "the methods are missing");
}

#[test]
fn a_missing_list_is_refused() {
    refused("src/error/code.rs", "codes! {", "numbers! {", "codes!", "the list is missing");
    refused("src/npm/values.rs", "COMPLETIONS:", "NUMBERS:", "COMPLETIONS", "the constant is missing");
    refused("src/engine/options.rs", "enum Completion", "enum End", "Completion", "the enum is missing");
    refused("src/config/mod.rs", "struct Config", "struct Limits", "Config", "the struct is missing");
}

#[test]
fn an_entry_of_another_form_is_refused() {
    refused("src/engine/stats.rs", "events;", "events", "stats!", "expected `;`");
    refused("src/engine/stats.rs", "events;", "events: u64;", "stats!", "expected `;`");
    refused(
        "src/engine/stats.rs",
        "    events;",
        "    #[cfg(test)]\n    events;",
        "stats!",
        "no attributes but",
    );
    refused(
        "src/error/code.rs",
        "    /// No response came in time.\n",
        "",
        "codes! TimedOut",
        "documentation is missing",
    );
}

#[test]
fn a_name_without_its_text_or_fault_is_refused() {
    refused(
        "src/error/code.rs",
        r#"TimedOut = "timed_out", Network"#,
        "TimedOut",
        "codes! TimedOut",
        "the text is missing",
    );
    refused(
        "src/error/code.rs",
        r#""timed_out""#,
        "TIMED_OUT",
        "codes! TimedOut",
        "found the path `TIMED_OUT`",
    );
    refused(
        "src/error/code.rs",
        r#""timed_out", Network"#,
        r#""timed_out""#,
        "codes! TimedOut",
        "the fault is missing",
    );
    refused(
        "src/error/code.rs",
        r#""timed_out", Network"#,
        r#""timed_out", Unknown"#,
        "codes! TimedOut",
        "no variant `Unknown`",
    );
    refused(
        "src/error/code.rs",
        r#""timed_out", Network"#,
        r#""timed_out", "network""#,
        "codes! TimedOut",
        "a path",
    );
}

#[test]
fn a_link_to_something_that_javascript_lacks_is_refused() {
    refused(
        "src/error/code.rs",
        "[`ErrorCode::TimedOut`]",
        "[`Error::code`]",
        "TooMany",
        "links to `Error::code`",
    );
    refused(
        "src/config/mod.rs",
        "[`EndReason::Lost`]",
        "[`EndReason::Left`]",
        "wait_ms",
        "links to `EndReason::Left`",
    );
}

#[test]
fn a_completion_without_a_number_is_refused() {
    let short = with("src/npm/values.rs", ", Completion::FirstEvent]", "]");
    refusal_of(short, "src/engine/options.rs", "Completion: FirstEvent", "no number");
    refused(
        "src/npm/values.rs",
        "&[Completion::Direct, Completion::FirstEvent]",
        "ALL",
        "COMPLETIONS",
        "path `ALL`",
    );
}

#[test]
fn documentation_with_another_default_is_refused() {
    refused(
        "src/config/mod.rs",
        "Default: 65,536.",
        "Default: 65,535.",
        "Config: events",
        "expected `Default: 65,536.`",
    );
    refused(
        "src/config/mod.rs",
        "Default: 2 s.",
        "Default: 3 s.",
        "Config: attempt",
        "expected `Default: 2 s.`",
    );
    refused("src/config/mod.rs", " Default: 2 MiB.", "", "Config: bytes", "expected `Default: 2 MiB.`");
}

#[test]
fn a_default_that_is_no_literal_is_refused() {
    refused(
        "src/config/mod.rs",
        "events: 65_536",
        "events: LIMIT",
        "Config: events",
        "found the path `LIMIT`",
    );
    refused("src/config/mod.rs", "from_secs(2)", "from_mins(2)", "Config: attempt", "found `from_mins`");
    refused("src/config/mod.rs", "2 << 20", "2 << 64", "Config: bytes", "too large");
    refused("src/config/mod.rs", "2 << 20", "4 << 63", "Config: bytes", "too large");
    refused(
        "src/config/mod.rs",
        "            events: 65_536,\n",
        "",
        "Config: events",
        "does not set the field",
    );
    refused(
        "src/config/mod.rs",
        "        Self {\n",
        "        let _ = 1;\n        Self {\n",
        "Config::new",
        "expected only",
    );
    refused("src/config/mod.rs", "fn new", "fn make", "Config::new", "expected only");
}

#[test]
fn a_setting_without_a_field_is_refused() {
    let without_unit = with("src/npm/values.rs", "wait_ms", "wait");
    refusal_of(without_unit, "src/config/mod.rs", "Config", "no field is the setting `wait`");
    let unknown = with("src/npm/values.rs", "fn bytes", "fn texts");
    refusal_of(unknown, "src/config/mod.rs", "Config", "no field is the setting `texts`");
    let none = SOURCE.map(|(path, text)| (path, text.replace("Option<f64>", "f64")));
    refusal_of(read(&none), "src/npm/values.rs", "Settings", "no getter returns");
}
