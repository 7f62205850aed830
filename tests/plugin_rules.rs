//! Rules of the plugins that are easy to get wrong, in Rust; `tests/node/rules.test.mjs` tests them in JavaScript.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[allow(unreachable_pub, reason = "codegen shares this module")]
#[path = "../codegen/tests/support/mod.rs"]
mod support;

use bifrons::plugins::audiobridge::{self as bridge, AudioBridge};
use bifrons::plugins::streaming::{self as stream, Streaming};
use bifrons::plugins::videoroom::{self as room, VideoRoom};
use bifrons::plugins::{Plugin, Request, recordplay, textroom};
use bifrons::{Id, JsepType};
use serde_json::{Value, json};
use support::Data;

fn event<P: Plugin>(data: Value) -> P::Event {
    P::event(&Data::new(data))
}

/// The data of VideoRoom's events.
fn in_room(mut more: Value) -> Value {
    more["videoroom"] = json!("event");
    more
}

#[test]
fn leaving_and_unpublished_have_no_feed_for_the_handle_itself() {
    let cases = [
        (json!("ok"), None),
        (json!(7), Some(Id::from(7))),
        (json!(0), Some(Id::from(0))),
        (json!("seven"), Some(Id::from("seven"))),
    ];
    for (participant, feed) in cases {
        for kind in ["leaving", "unpublished"] {
            let seen = match event::<VideoRoom>(in_room(json!({ "room": 0, kind: participant }))) {
                room::Event::Leaving(leaving) if kind == "leaving" => (leaving.room, leaving.feed),
                room::Event::Unpublished(event) if kind == "unpublished" => (event.room, event.feed),
                other => panic!("{other:?}"),
            };
            assert_eq!(seen, (0.into(), feed.clone()));
        }
    }
    let kicked = in_room(json!({ "room": 1, "leaving": "ok", "reason": "kicked" }));
    let room::Event::Leaving(leaving) = event::<VideoRoom>(kicked) else { panic!("expected leaving") };
    assert_eq!((leaving.feed, leaving.reason), (None, Some("kicked".into())));
    let left = Data::new(in_room(json!({ "room": 1, "left": "ok" })));
    assert_eq!(room::Leave::reply(&left).unwrap().feed, None);
}

#[test]
fn a_kicked_participant_may_have_a_display_name() {
    let kicked = in_room(json!({ "room": 1, "kicked": 0, "display": "Alice" }));
    let room::Event::Kicked(kicked) = event::<VideoRoom>(kicked) else { panic!("kicked") };
    assert_eq!(kicked.feed, 0.into());
    for named in [json!({ "id": 5, "display": "Alice" }), json!({ "id": 5, "metadata": { "hand": "up" } })] {
        assert!(matches!(event::<VideoRoom>(in_room(named)), room::Event::Display(_)));
    }
}

#[test]
fn updated_is_an_event_and_a_response() {
    let updated = json!({ "videoroom": "updated", "room": 1, "streams": [] });
    let message = Data { data: updated, jsep: json!({ "type": "offer", "sdp": "v=0" }) };
    let room::Event::Updated(updated) = VideoRoom::event(&message) else { panic!("an offer") };
    assert_eq!(updated.jsep.unwrap().kind, JsepType::Offer);
    assert_eq!(room::Update::reply(&message).unwrap().streams, Some(Vec::new()));
    for nothing in ["updated", "updating"] {
        let postponed = Data::new(json!({ "videoroom": nothing, "room": 1 }));
        let response = room::Subscribe::reply(&postponed).unwrap();
        assert_eq!((response.streams, response.jsep), (None, None));
    }
    let switched = in_room(json!({ "room": 1, "switched": "ok", "changes": 1, "streams": [] }));
    assert_eq!(room::Switch::reply(&Data::new(switched)).unwrap().switched, "ok");
}

#[test]
fn talking_and_stopped_talking() {
    for (kind, talking) in [("talking", true), ("stopped-talking", false)] {
        let spoken = json!({
            "videoroom": kind, "room": 1, "id": 0, "mindex": 0, "mid": "0", "audio-level-dBov-avg": 40.5,
        });
        let spoken = event::<VideoRoom>(spoken);
        let room::Event::Talking(spoken) = spoken else { panic!("expected talking") };
        assert_eq!((spoken.talking, &spoken.feed), (talking, &0.into()));
        assert_eq!(serde_json::to_value(&spoken).unwrap()["videoroom"], kind);
        let spoken = event::<AudioBridge>(json!({ "audiobridge": kind, "room": 1, "id": "a" }));
        let bridge::Event::Talking(spoken) = spoken else { panic!("expected talking") };
        assert_eq!((spoken.talking, &spoken.feed), (talking, &"a".into()));
        assert_eq!(serde_json::to_value(&spoken).unwrap()["audiobridge"], kind);
    }
}

#[test]
fn some_messages_lack_the_plugins_field() {
    let edited = event::<Streaming>(json!({ "event": "edited", "id": 0, "metadata": "m" }));
    assert!(matches!(edited, stream::Event::Edited(edited) if edited.id == 0.into()));
    let lost = event::<Streaming>(json!({ "event": "rtsp-disconnected", "id": "camera" }));
    assert!(matches!(lost, stream::Event::RtspDisconnected(lost) if lost.id == "camera".into()));
    let listed = Data::new(json!({ "room": 0, "participants": [{ "username": "bob" }] }));
    let listed = textroom::ListParticipants::reply(&listed).unwrap();
    assert_eq!((listed.room, listed.participants.len()), (0.into(), 1));
    textroom::Kick::reply(&Data::new(json!({ "textbridge": "success" }))).unwrap();
    // Without a recording, the response has no status.
    let paused = recordplay::Pause::reply(&Data::new(json!({ "recordplay": "event" }))).unwrap();
    assert_eq!(paused.status, None);
}

fn written(request: &impl Request) -> Value {
    serde_json::to_value(request).unwrap()
}

#[test]
fn ids_are_serialized_unchanged() {
    for (id, wire) in [(Id::from(0), json!(0)), (Id::from("007"), json!("007")), (Id::from(""), json!(""))] {
        let join = room::JoinPublisher::new(id.clone()).feed(id.clone());
        assert_eq!(written(&join), json!({ "room": wire, "id": wire }));
        let join = bridge::Join::new(id.clone()).feed(id.clone());
        assert_eq!(written(&join), json!({ "room": wire, "id": wire }));
        let watch = stream::Watch::new(id.clone());
        assert_eq!(written(&watch), json!({ "id": wire }));
        let exists = textroom::Exists::new(id);
        assert_eq!(written(&exists), json!({ "room": wire }));
    }
}
