//! The generator refuses what it does not implement: the error names the file, the item and the problem.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[path = "support/refusal.rs"]
mod refusal;

use std::fs;

use bifrons_codegen::Error;
use bifrons_codegen::model::Plugin;
use refusal::{Folder, refusal_of};

/// A valid definition; each test replaces a part of it.
const DEFINITION: &str = r#"
/// A plugin.
pub enum Example {}

impl Plugin for Example {
    const PACKAGE: &'static str = "janus.plugin.example";
    type Event = Event;
}

/// A request.
#[derive(Serialize)]
pub struct Play {
    /// The action.
    pub action: Action,
    /// The name.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

roles! { Example {
    /// A role.
    Starter { Start }
} }

words! {
    /// An action.
    Action {
        /// It starts.
        Start = "start",
    }
}

impl Request for Play {
    type Plugin = Example;
    type Reply = Played;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "play")];
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(2));
    const RESPONSE_EVENTS: &'static [&'static str] = &["played"];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// A response.
#[derive(Serialize, Deserialize)]
pub struct Played {
    /// The id.
    pub id: Option<u64>,
}

/// The events.
pub enum Event {
    /// The response.
    Played(Played),
}

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "played" => Self::Played(message.plugin_data().ok()?),
            _ => return None,
        };
        Some(read)
    }
}

pub const RULES: &[Rule] = &[Rule { event: "played", when: &[Is("example", "event"), Has("id")] }];

pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 411;
}
"#;

fn read(definition: &str, adaptors: Option<&str>) -> Result<Plugin, Error> {
    let folder = Folder::new();
    let file = folder.0.join("example.rs");
    fs::write(&file, definition).unwrap();
    if let Some(adaptors) = adaptors {
        fs::write(folder.0.join("example.adapt.js"), adaptors).unwrap();
    }
    Ok(Plugin::read(&file)?.unwrap())
}

/// The definition with this part replaced.
fn with(part: &str, other: &str) -> Result<Plugin, Error> {
    assert_eq!(DEFINITION.matches(part).count(), 1, "{part}");
    read(&DEFINITION.replace(part, other), None)
}

/// Checks that the definition with the replaced part is refused, with this item and this text in the problem.
fn refused(part: &str, other: &str, expected_item: &str, text_part: &str) {
    refusal_of(with(part, other), "example.rs", expected_item, text_part);
}

#[test]
fn a_valid_definition_is_read() {
    let plugin = read(DEFINITION, None).unwrap();
    let request = &plugin.requests[0];
    assert_eq!((&*plugin.name, request.timeout, request.idempotent), ("example", Some(2000), true));
    let words: Vec<_> = plugin.words.iter().map(|set| (&*set.name, &*set.docs, &*set.words)).collect();
    assert_eq!(words, [("Action", &["An action.".to_owned()][..], &["start".to_owned()][..])]);
}

#[test]
fn roles_are_read() {
    let role = &read(DEFINITION, None).unwrap().roles[0];
    assert_eq!((&*role.name, &*role.requests), ("Starter", &["Start".to_owned()][..]));
    refused("Starter { Start }", "Starter", "roles!", "expected curly braces");
}

#[test]
fn a_keyword_keeps_its_name_in_javascript() {
    let plugin = read(DEFINITION, None).unwrap();
    let field = &plugin.shape("Play").unwrap().fields[1];
    assert_eq!((&*field.name, &*field.wire), ("type", "type"));
}

#[test]
fn a_duration_in_milliseconds_is_read() {
    let plugin = with("Duration::from_secs(2)", "Duration::from_millis(500)").unwrap();
    assert_eq!(plugin.requests[0].timeout, Some(500));
}

#[test]
fn a_duration_in_another_unit_is_refused() {
    refused("Duration::from_secs(2)", "Duration::from_micros(2)", "Play: TIMEOUT", "found `from_micros`");
}

#[test]
fn a_duration_that_is_no_literal_is_refused() {
    refused("from_secs(2)", "from_secs(LIMIT)", "Play: TIMEOUT", "found the path `LIMIT`");
    refused("Duration::from_secs(2)", "LIMIT", "Play: TIMEOUT", "found the path `LIMIT`");
    refused("Timeout::After(Duration::from_secs(2))", "Timeout::Never", "Play: TIMEOUT", "`Never`");
    refused("from_secs(2)", "from_secs(18446744073709551615)", "Play: TIMEOUT", "too long");
}

#[test]
fn a_constant_that_is_no_literal_is_refused() {
    refused(r#""janus.plugin.example""#, "NAME", "Example: PACKAGE", "found the path `NAME`");
    refused(r#"&["played"];"#, "NAMES;", "Play: RESPONSE_EVENTS", "found the path `NAMES`");
    refused(r#"&["played"];"#, "&[PLAYED];", "Play: RESPONSE_EVENTS", "found the path `PLAYED`");
    refused(r#"("request", "play")"#, r#"("request", VERB)"#, "Play: BODY", "found the path `VERB`");
    refused(r#"("request", "play")"#, r#"name("play")"#, "Play: BODY", "found a call of `name`");
    refused("= 411;", "= FIRST + 1;", "error_code: NO_MESSAGE", "expected an integer literal");
}

#[test]
fn a_value_that_is_not_implemented_is_refused() {
    refused("Idempotency::Idempotent", "Idempotency::Maybe", "Play: IDEMPOTENCY", "found `Maybe`");
    let completion = "const COMPLETION: Completion = Completion::Direct;\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", completion, "Play: COMPLETION", "found `Direct`");
    let jsep = "const NEEDS_JSEP: NeedsJsep = NeedsJsep::Sometimes;\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", jsep, "Play: NEEDS_JSEP", "found `Sometimes`");
    let hint = "const TIMEOUT_HINT: &'static str = \"it's late\";\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", hint, "Play: TIMEOUT_HINT", "single quote");
}

#[test]
fn an_unknown_constant_is_refused() {
    refused("const IDEMPOTENCY: Idem", "const IDEMPOTENCE: Idem", "Play: IDEMPOTENCE", "does not know");
}

#[test]
fn a_rename_all_that_is_not_implemented_is_refused() {
    let on_struct = "#[derive(Serialize)]\n#[serde(rename_all = \"camelCase\")]\npub struct Play";
    refused("#[derive(Serialize)]\npub struct Play", on_struct, "Play", "`rename_all`");
}

#[test]
fn a_set_of_words_is_read_from_its_macro_alone() {
    refused("Start = \"start\",", "Start,", "words!", "expected `=`");
    let plain = "pub enum Action {\n    Start,\n}\n\nwords! {";
    refused("words! {", plain, "Action", "expected `words!`");
}

#[test]
fn a_serde_attribute_that_is_not_implemented_is_refused() {
    refused(r#"rename = "type", "#, "getter = \"get\", ", "Play: kind", "`getter` is not implemented");
    refused(r#"rename = "type", "#, "rename(serialize = \"a\"), ", "Play: kind", "both");
}

#[test]
fn an_event_without_a_rule_is_refused() {
    refused(r#"&["played"];"#, r#"&["plaid"];"#, "Play: RESPONSE_EVENTS", "no event `plaid`");
    refused(r#"event: "played""#, r#"event: "plaid""#, "Event::read", "no event `played`");
}

#[test]
fn an_event_that_is_read_by_another_name_is_refused() {
    refused("\"played\" =>", "\"plaid\" =>", "Event::read", "no event `plaid`");
    refused(
        "\"played\" => Self::Played(message.plugin_data().ok()?),",
        "",
        "Event::read",
        "no arm reads the event `played`",
    );
    refused("_ => return None", "_ => Self::Played(Played::default())", "Event::read", "`_ => return None`");
    refused("\"played\" =>", "PLAYED =>", "Event::read", "a string literal");
    let droppable = "type Event = Event;\n    const DROPPABLE: &'static [&'static str] = &[\"plaid\"];";
    refused("type Event = Event;", droppable, "DROPPABLE", "no event `plaid`");
}

#[test]
fn an_event_that_is_read_as_another_variant_is_refused() {
    refused("=> Self::Played(", "=> Self::Paused(", "Event::read", "creates the variant `Paused`");
    refused("=> Self::Played(", "=> Other::Played(", "Event::read", "expected `Self::Variant(…)`");
    refused(
        "Self::Played(message.plugin_data().ok()?)",
        "read(message)?",
        "Event::read",
        "`Self::Variant(…)`",
    );
    let block = "{ let played = message.plugin_data().ok()?; Self::Played(played) }";
    assert!(with("Self::Played(message.plugin_data().ok()?)", block).is_ok());
}

#[test]
fn a_variant_without_a_rule_is_refused() {
    refused(
        "    Played(Played),\n",
        "    Played(Played),\n    Paused,\n",
        "Event: Paused",
        "no rule has the name",
    );
}

#[test]
fn a_rule_without_a_variant_is_refused() {
    let two = r#"[Rule { event: "plaid", when: &[Has("plaid")] }, Rule { event: "played""#;
    refused(r#"[Rule { event: "played""#, two, "RULES: plaid", "no variant of `Event`");
}

#[test]
fn a_condition_that_is_not_implemented_is_refused() {
    refused(r#"Has("id")"#, r#"Contains("id")"#, "RULES", "played: expected `Has(…)`");
    refused(r#"Has("id")"#, "Has(ID)", "RULES", "found the path `ID`");
}

#[test]
fn a_response_that_the_provided_function_does_not_read_is_refused() {
    let inner = "const REPLY_IN: &'static str = \"result\";\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", inner, "Play: REPLY_IN", "found Some(\"result\")");
    let flattened = "impl Flattened for Played {\n    const FROM: &'static str = \"info\";\n}\n\nimpl Event";
    refused("impl Event", flattened, "Play: REPLY_IN", "expected Some(\"info\")");
}

#[test]
fn a_response_whose_sdp_is_set_only_here_or_only_there_is_refused() {
    let constant = "const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", constant, "Play: SET_JSEP", "the response has no `jsep`");
    let field = "/// The SDP.\n    #[serde(skip)]\n    pub jsep: Option<Jsep>,\n    /// The id.";
    refused("/// The id.", field, "Play: SET_JSEP", "a `jsep` that nothing sets");
}

#[test]
fn a_first_version_that_only_the_docs_or_only_the_constant_name_is_refused() {
    let constant =
        "const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 3, 1));\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", constant, "Play: SINCE", "the constant Some(\"1.3.1\")");
    let docs = "/// A request (`\"request\": \"play\"`; Janus 1.3.1 and newer).";
    refused("/// A request.", docs, "Play: SINCE", "the docs name Some(\"1.3.1\")");
    let unread = "const SINCE: Option<JanusVersion> = Some(NEWEST);\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", unread, "Play: SINCE", "found a call of `Some`");
}

#[test]
fn a_field_that_the_request_does_not_have_is_refused() {
    let echoed = "const ECHOED_FIELDS: &'static [&'static str] = &[\"display\"];\n    const IDEMPOTENCY";
    refused("const IDEMPOTENCY", echoed, "Play: ECHOED_FIELDS", "no field `display`");
}

#[test]
fn an_adaptor_that_nothing_calls_is_refused() {
    let adaptors =
        "export const playResult = (data) => data;\nexport function playedEvent(data) {\n  return data;\n}\n";
    assert_eq!(read(DEFINITION, Some(adaptors)).unwrap().exported_adaptors, ["playResult", "playedEvent"]);
    let typo = "// playResult(\nexport const playResults = (data) => data;\n";
    refusal_of(read(DEFINITION, Some(typo)), "example.adapt.js", "playResults", "nothing calls this adaptor");
    let list = "const playResult = (data) => data;\nexport { playResult };\n";
    refusal_of(
        read(DEFINITION, Some(list)),
        "example.adapt.js",
        "export { playResult };",
        "expected `export",
    );
}

#[test]
fn a_file_that_is_not_rust_is_refused() {
    refused("pub enum Example {}", "pub enum {}", "the file", "expected identifier");
}
