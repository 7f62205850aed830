//! The cases that decided the form of the definitions, as Rust reads and writes them. `hard_cases.test.mjs` tests the
//! JavaScript that is generated from the same files.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "hard_cases/sip.rs"]
mod sip;
mod support;
#[path = "hard_cases/videoroom.rs"]
mod videoroom;

use std::path::Path;
use std::process::Command;

use bifrons::plugins::{Request, Verdict};
use serde_json::json;
use support::Data;
use videoroom::{Configure, Event, JoinPublisher};

#[test]
fn a_rename_separates_the_languages_from_the_wire() {
    let join = JoinPublisher { room: 1234.into(), feed: Some(7.into()), ..JoinPublisher::default() };
    assert_eq!(serde_json::to_value(&join).unwrap(), json!({ "room": 1234, "id": 7 }));
    let joined = Data::new(
        json!({ "videoroom": "joined", "room": 1234, "id": 7, "publishers": [{ "id": 8, "audio_codec": "opus" }] }),
    );
    let joined = JoinPublisher::reply(&joined).unwrap();
    assert_eq!((joined.feed, joined.publishers[0].audiocodec.as_deref()), (7.into(), Some("opus")));
}

#[test]
fn milliseconds_become_microseconds() {
    let configure = Configure { sc_substream_fallback_ms: Some(250), ..Configure::default() };
    assert_eq!(serde_json::to_value(&configure).unwrap(), json!({ "fallback": 250_000 }));
}

#[test]
fn the_first_rule_that_holds_wins() {
    let read = |data| Event::read(&Data::new(data)).unwrap();
    let kicked = json!({ "videoroom": "event", "room": 1, "kicked": 8, "display": "Bob" });
    assert!(matches!(read(kicked), Event::Kicked(kicked) if kicked.feed == 8));
    let own = json!({ "videoroom": "event", "room": 1, "leaving": "ok", "reason": "kicked" });
    assert!(matches!(read(own), Event::Leaving(leaving) if leaving.feed.is_none()));
    let other = json!({ "videoroom": "event", "room": 1, "leaving": 0 });
    assert!(matches!(read(other), Event::Leaving(leaving) if leaving.feed == Some(0.into())));
}

#[test]
fn the_response_to_a_call_is_its_acceptance() {
    let event =
        |name: &str| Data::new(json!({ "sip": "event", "call_id": "c", "result": { "event": name } }));
    for name in ["calling", "ringing", "progress"] {
        assert_eq!(sip::Call::verdict(&event(name)), Verdict::Provisional, "{name}");
    }
    assert_eq!(sip::Call::verdict(&event("accepted")), Verdict::Final);
    let busy = Data::new(
        json!({ "sip": "event", "result": { "event": "hangup", "code": 486, "reason": "Busy Here" } }),
    );
    assert_eq!(sip::Call::verdict(&busy), Verdict::Final);
    assert_eq!(sip::Call::reply(&busy).unwrap_err().plugin_code(), Some(486));
}

#[test]
fn the_generated_javascript_passes_the_same_tests() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let run = Command::new("node").arg("--test").arg(here.join("hard_cases.test.mjs")).output();
    let run = run.unwrap_or_else(|_| panic!("node is missing: run scripts/setup base"));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}

#[test]
fn the_generated_files_are_up_to_date() {
    let run = Command::new(env!("CARGO_BIN_EXE_bifrons-codegen")).arg("--check").output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
