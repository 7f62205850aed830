//! Events that Janus sends only while media are relayed, or only in newer versions.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[allow(unreachable_pub, reason = "codegen shares this module")]
#[path = "../codegen/tests/support/mod.rs"]
mod support;

use bifrons::plugins::audiobridge::{self, AudioBridge};
use bifrons::plugins::recordplay::{self, RecordPlay};
use bifrons::plugins::sip::{self, Sip};
use bifrons::plugins::streaming::{self, Streaming};
use bifrons::plugins::textroom::{self, TextRoom};
use bifrons::plugins::videocall::{self, VideoCall};
use bifrons::plugins::videoroom::{self, VideoRoom};
use bifrons::plugins::voicemail::{self, VoiceMail};
use bifrons::plugins::{Any, Plugin, Request, nosip};
use bifrons::{ErrorCode, Jsep};
use serde_json::{Value, json};
use support::Data;

fn event<P: Plugin>(data: Value) -> P::Event {
    P::event(&Data::new(data))
}

#[test]
fn record_and_play() {
    use recordplay::Event;
    let result = |result: Value| event::<RecordPlay>(json!({ "recordplay": "event", "result": result }));
    assert!(matches!(result(json!("done")), Event::Done(done) if done.id.is_none()));
    let Event::Done(done) = result(json!({ "status": "done", "id": 0, "is_private": true, "new": 1 })) else {
        panic!("expected done");
    };
    assert_eq!((done.id, done.is_private, &done.extra["new"]), (Some(0), Some(true), &json!(1)));
    let lost = json!({ "status": "slow_link", "media": "video", "current-bitrate": 64_000, "uplink": 0 });
    let Event::SlowLink(lost) = result(lost) else { panic!("a slow link") };
    assert_eq!((lost.bitrate, lost.uplink), (Some(64_000), 0));
    let failed =
        event::<RecordPlay>(json!({ "recordplay": "event", "error_code": 417, "error": "Unreadable" }));
    let Event::Error(failed) = failed else { panic!("an error") };
    assert_eq!(failed.plugin_code(), Some(recordplay::error_code::INVALID_RECORDING));
    assert!(
        matches!(result(json!({ "status": "new" })), Event::Status(data) if data.status == Some("new".into()))
    );
    assert!(matches!(result(json!("new")), Event::Nothing(_)));
    let lossy = Data::new(json!({ "recordplay": "event", "result": { "status": "slow_link" } }));
    assert!(RecordPlay::droppable(&lossy));
}

#[test]
fn video_call() {
    use videocall::Event;
    let result = |result: Value| event::<VideoCall>(json!({ "videocall": "event", "result": result }));
    let layer = json!({ "event": "simulcast", "videocodec": "vp8", "substream": 0, "new": 1 });
    let Event::Simulcast(layer) = result(layer) else { panic!("a layer") };
    assert_eq!((layer.substream, layer.temporal, &layer.extra["new"]), (Some(0), None, &json!(1)));
    let lost = json!({ "event": "slow_link", "media": "audio", "current-bitrate": 0 });
    assert!(matches!(result(lost), Event::SlowLink(lost) if lost.bitrate == Some(0)));
    assert!(matches!(result(json!({ "event": "new" })), Event::Other(_)));
}

#[test]
fn events_of_an_unknown_plugin_are_raw() {
    let data = json!({ "anything": [1, { "at": "all" }] });
    assert_eq!(event::<Any>(data.clone()).data, data);
    let offer = with_offer(data);
    assert_eq!(Any::event(&offer).jsep, Some(Jsep::offer("v=0")));
}

fn with_offer(data: Value) -> Data {
    Data { data, jsep: json!({ "type": "offer", "sdp": "v=0" }) }
}

/// Janus 1.3.1 and newer send `is_private` as a number with `stop` and `done`, as a boolean elsewhere.
#[test]
fn a_number_is_read_as_a_boolean() {
    let result = |result: Value| Data::new(json!({ "recordplay": "event", "result": result }));
    let stopped = recordplay::Stop::reply(&result(json!({ "status": "stopped", "id": 7, "is_private": 1 })));
    assert_eq!(stopped.unwrap().is_private, Some(true));
    let done = RecordPlay::event(&result(json!({ "status": "done", "id": 7, "is_private": 0 })));
    assert!(matches!(done, recordplay::Event::Done(done) if done.is_private == Some(false)));
}

#[test]
fn a_malformed_field_does_not_make_an_event_unknown() {
    use videoroom::Event;
    let stream = json!({
        "mid": "0", "mindex": 0, "type": "video", "active": 1, "ready": 0, "send": true, "feed_mid": 0,
    });
    let updated = with_offer(json!({ "videoroom": "updated", "room": 1, "streams": [stream] }));
    let Event::Updated(updated) = VideoRoom::event(&updated) else { panic!("an update") };
    let stream = &updated.streams.unwrap()[0];
    assert_eq!((updated.jsep.unwrap().sdp, updated.room), ("v=0".to_owned(), 1.into()));
    assert_eq!((&stream.feed_mid, &stream.extra["feed_mid"], stream.active), (&None, &json!(0), true));

    let headers = json!(["a", "b"]);
    let call = json!({
        "event": "incomingcall", "username": "sip:a@b", "callee": "sip:b@b", "headers": headers, "srtp": 1,
    });
    let call = with_offer(json!({ "sip": "event", "call_id": "c", "result": call }));
    let sip::Event::Incoming(call) = Sip::event(&call) else { panic!("a call") };
    assert_eq!((&*call.username, &call.extra["headers"]), ("sip:a@b", &headers));
    assert_eq!((call.jsep.unwrap().sdp, &call.extra["srtp"]), ("v=0".to_owned(), &json!(1)));
}

#[test]
fn an_unknown_event_keeps_its_sdp() {
    let new = with_offer(json!({ "videoroom": "new", "room": 1 }));
    let videoroom::Event::Other(raw) = VideoRoom::event(&new) else { panic!("an unknown event") };
    assert_eq!((raw.data, raw.jsep), (new.data, Some(Jsep::offer("v=0"))));
}

#[test]
fn an_event_that_lacks_a_certain_field_is_unknown_and_complete() {
    let without_room = with_offer(json!({ "videoroom": "updated", "streams": [], "new": 1 }));
    let videoroom::Event::Other(raw) = VideoRoom::event(&without_room) else { panic!("an unknown event") };
    assert_eq!((raw.data, raw.jsep), (without_room.data, Some(Jsep::offer("v=0"))));
    let call = json!({ "event": "incomingcall", "username": "bob" });
    let without_offer = Data::new(json!({ "videocall": "event", "result": call }));
    let videocall::Event::Other(raw) = VideoCall::event(&without_offer) else { panic!("an unknown event") };
    assert_eq!(raw.data, without_offer.data);
}

#[test]
fn a_late_response_is_a_typed_event_with_its_sdp() {
    use streaming::Event as Stream;
    let attached = with_offer(json!({ "videoroom": "attached", "room": 1, "streams": [] }));
    let videoroom::Event::Subscribed(attached) = VideoRoom::event(&attached) else {
        panic!("a subscription")
    };
    assert_eq!((attached.room, attached.jsep), (1.into(), Jsep::offer("v=0")));
    let prepared = with_offer(json!({ "recordplay": "event", "result": { "status": "preparing", "id": 7 } }));
    let recordplay::Event::Status(prepared) = RecordPlay::event(&prepared) else { panic!("a status") };
    assert_eq!((prepared.id, prepared.jsep), (Some(7), Some(Jsep::offer("v=0"))));
    let set_up = with_offer(json!({ "textroom": "event", "result": "ok" }));
    let textroom::Event::Result(set_up) = TextRoom::event(&set_up) else { panic!("a negotiation") };
    assert_eq!(set_up.jsep, Some(Jsep::offer("v=0")));
    let joined = with_offer(json!({ "audiobridge": "joined", "room": 1, "id": 7, "participants": [] }));
    let audiobridge::Event::Joined(joined) = AudioBridge::event(&joined) else { panic!("a join") };
    assert_eq!((joined.feed, joined.jsep), (7.into(), Some(Jsep::offer("v=0"))));
    let configured = with_offer(json!({ "streaming": "event", "result": { "event": "configured" } }));
    assert!(matches!(Streaming::event(&configured), Stream::Configured(data) if data.jsep.is_some()));
}

#[test]
fn voice_mail() {
    use voicemail::Event;
    let status = |status: &str| json!({ "voicemail": "event", "status": status, "recording": "/a.opus" });
    let Event::Status(started) = event::<VoiceMail>(status("started")) else { panic!("expected started") };
    assert_eq!(started.status, "started");
    let Event::Status(done) = event::<VoiceMail>(status("done")) else { panic!("expected done") };
    assert_eq!(done.recording.as_deref(), Some("/a.opus"));
    assert!(matches!(event::<VoiceMail>(json!({ "voicemail": "new" })), Event::Other(_)));
}

#[test]
fn responses_of_newer_versions_of_nosip() {
    let result = |result: Value| Data::new(json!({ "nosip": "event", "result": result }));
    let forwarder =
        json!({ "stream_id": 0, "type": "audio", "host": "127.0.0.1", "port": 9, "media": "audio" });
    let forwarded = result(json!({ "event": "rtp_forward", "unique_id": "a", "forwarders": [&forwarder] }));
    let begun = nosip::StartForward::reply(&forwarded).unwrap().forwarders;
    assert_eq!((begun[0].stream, begun[0].port), (0, 9));
    let stopped = result(json!({ "event": "stop_rtp_forward", "stream_id": 0 }));
    assert_eq!(nosip::StopForward::reply(&stopped).unwrap().stream, 0);
    let listed = result(json!({ "event": "forwarders", "rtp_forwarders": [forwarder] }));
    assert_eq!(nosip::ListForward::reply(&listed).unwrap().forwarders, begun);
    nosip::Keyframe::reply(&result(json!({ "event": "keyframesent" }))).unwrap();
    let other = nosip::Keyframe::reply(&stopped).unwrap_err();
    assert_eq!(other.code(), ErrorCode::UnexpectedResponse);
}
