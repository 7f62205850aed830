//! The texts of TextRoom's data channel; `tests/demo/chat.mjs` uses a real one.

#![allow(clippy::unwrap_used, reason = "this is a test")]

use bifrons::plugins::textroom::channel::{self, ChannelEvent, Received};
use bifrons::plugins::textroom::{self as room, error_code};
use bifrons::{ErrorCode, Secret};
use serde_json::{Value, json};

fn reply(text: &Value) -> channel::Reply {
    match channel::read(&text.to_string()).unwrap() {
        Received::Reply(reply) => reply,
        Received::Event(event) => panic!("no reply: {event:?}"),
    }
}

fn event(text: &Value) -> ChannelEvent {
    match channel::read(&text.to_string()).unwrap() {
        Received::Event(event) => event,
        Received::Reply(reply) => panic!("no event: {reply:?}"),
    }
}

#[test]
fn requests_are_texts() {
    let join = channel::Join::new(0, "alice").pin(Secret::from("a pin"));
    let text: Value = serde_json::from_str(&channel::write("t1", &join).unwrap()).unwrap();
    let whole =
        json!({ "textroom": "join", "transaction": "t1", "room": 0, "username": "alice", "pin": "a pin" });
    assert_eq!(text, whole);
    let allow = room::Allow::new(1, room::AllowAction::Add).list(vec!["t".into()]);
    let text: Value = serde_json::from_str(&channel::write("t2", &allow).unwrap()).unwrap();
    let whole =
        json!({ "textroom": "allowed", "transaction": "t2", "room": 1, "action": "add", "allowed": ["t"] });
    assert_eq!(text, whole);
    let of = |length: usize| channel::Message::new(0, "x".repeat(length));
    let room = channel::LONGEST - channel::write("t3", &of(0)).unwrap().len();
    assert_eq!(channel::write("t3", &of(room)).unwrap().len(), channel::LONGEST);
    assert_eq!(channel::write("t3", &of(room + 1)).unwrap_err().code(), ErrorCode::MessageTooLarge);
}

#[test]
fn responses_have_the_transaction_of_their_request() {
    let joined = reply(
        &json!({ "textroom": "success", "transaction": "t1", "participants": [{ "username": "bob" }] }),
    );
    assert_eq!(joined.transaction(), "t1");
    let there = joined.of::<channel::Join>().unwrap().participants;
    assert_eq!(there[0].username, "bob");
    let listed = reply(&json!({ "transaction": "t2", "room": 1, "participants": [] }));
    assert_eq!(listed.of::<room::ListParticipants>().unwrap().participants, []);
    reply(&json!({ "textbridge": "success", "transaction": "t3" })).of::<room::Kick>().unwrap();
    let sent = reply(&json!({ "textroom": "success", "transaction": "t4", "sent": { "bob": true } }));
    assert!(sent.of::<channel::Message>().unwrap().sent.unwrap()["bob"]);
    let refused =
        reply(&json!({ "textroom": "error", "transaction": "t5", "error_code": 422, "error": "Not in it" }));
    let refused = refused.of::<channel::Leave>().unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NOT_IN_ROOM));
    for half in
        [json!({ "transaction": "t", "error_code": 422 }), json!({ "transaction": "t", "error": "No" })]
    {
        assert_eq!(reply(&half).of::<channel::Leave>().unwrap_err().code(), ErrorCode::PluginRefused);
    }
    let malformed = reply(&json!({ "textroom": "success", "transaction": "t6", "participants": 3 }));
    let malformed = malformed.of::<channel::Join>().unwrap_err();
    assert_eq!(malformed.code(), ErrorCode::BadResponse);
    assert_eq!(malformed.message(), "`participants` has an unexpected form");
}

#[test]
fn events_are_typed_and_unknown_fields_stay() {
    let ChannelEvent::Message(message) = event(
        &json!({ "textroom": "message", "room": "a", "from": "bob", "text": "hello", "whisper": true, "date": "now", "new": 1 }),
    ) else {
        panic!("a message");
    };
    assert_eq!((&*message.from, &*message.text, message.whisper), ("bob", "hello", Some(true)));
    assert_eq!(message.extra["new"], 1);
    let about = |kind: &str| {
        event(&json!({ "textroom": kind, "room": 1, "username": "bob", "text": "t", "date": "now" }))
    };
    assert!(matches!(about("announcement"), ChannelEvent::Announcement(data) if data.text == "t"));
    assert!(matches!(about("join"), ChannelEvent::Join(data) if data.username == "bob"));
    assert!(matches!(about("leave"), ChannelEvent::Leave(data) if data.username == "bob"));
    assert!(matches!(about("kicked"), ChannelEvent::Kicked(data) if data.username == "bob"));
    assert!(matches!(about("destroyed"), ChannelEvent::Destroyed(data) if data.room == 1.into()));
    assert!(matches!(about("new"), ChannelEvent::Other(data) if data["textroom"] == "new"));
    let refused = event(&json!({ "textroom": "error", "error_code": 413, "error": "Missing" }));
    assert!(
        matches!(refused, ChannelEvent::Error(data) if data.plugin_code() == Some(error_code::MISSING_ELEMENT))
    );
    for text in ["no JSON", "[1]", "3"] {
        assert_eq!(channel::read(text).unwrap_err().code(), ErrorCode::BadResponse);
    }
}
