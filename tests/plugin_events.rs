//! What plugins tell only while media flow, or only newer servers: events as they come, read in Rust.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[allow(unreachable_pub, reason = "codegen has it, too")]
#[path = "../codegen/tests/support/mod.rs"]
mod support;

use bifrons::ErrorCode;
use bifrons::plugins::recordplay::{self, RecordPlay};
use bifrons::plugins::videocall::{self, VideoCall};
use bifrons::plugins::voicemail::{self, VoiceMail};
use bifrons::plugins::{Any, Plugin, Request, nosip};
use serde_json::{Value, json};
use support::Data;

fn told<P: Plugin>(data: Value) -> P::Event {
    P::event(&Data::new(data))
}

#[test]
fn record_and_play() {
    use recordplay::Event;
    let result = |result: Value| told::<RecordPlay>(json!({ "recordplay": "event", "result": result }));
    assert!(matches!(result(json!("done")), Event::Done(done) if done.id.is_none()));
    let Event::Done(done) = result(json!({ "status": "done", "id": 0, "is_private": true, "new": 1 })) else {
        panic!("it is done");
    };
    assert_eq!((done.id, done.is_private, &done.extra["new"]), (Some(0), Some(true), &json!(1)));
    let lost = json!({ "status": "slow_link", "media": "video", "current-bitrate": 64_000, "uplink": 0 });
    let Event::SlowLink(lost) = result(lost) else { panic!("a slow link") };
    assert_eq!((lost.bitrate, lost.uplink), (Some(64_000), Some(0)));
    let failed =
        told::<RecordPlay>(json!({ "recordplay": "event", "error_code": 417, "error": "Unreadable" }));
    let Event::Error(failed) = failed else { panic!("an error") };
    assert_eq!(failed.plugin_code(), Some(recordplay::error_code::INVALID_RECORDING));
    assert!(matches!(result(json!({ "status": "new" })), Event::Other(_)));
    let lossy = Data::new(json!({ "recordplay": "event", "result": { "status": "slow_link" } }));
    assert!(RecordPlay::droppable(&lossy));
}

#[test]
fn video_call() {
    use videocall::Event;
    let result = |result: Value| told::<VideoCall>(json!({ "videocall": "event", "result": result }));
    let layer = json!({ "event": "simulcast", "videocodec": "vp8", "substream": 0, "new": 1 });
    let Event::Simulcast(layer) = result(layer) else { panic!("a layer") };
    assert_eq!((layer.substream, layer.temporal, &layer.extra["new"]), (Some(0), None, &json!(1)));
    let lost = json!({ "event": "slow_link", "media": "audio", "current-bitrate": 0 });
    assert!(matches!(result(lost), Event::SlowLink(lost) if lost.bitrate == Some(0)));
    assert!(matches!(result(json!({ "event": "new" })), Event::Other(_)));
}

#[test]
fn of_a_plugin_that_is_known_by_name_only_all_is_data() {
    let data = json!({ "anything": [1, { "at": "all" }] });
    assert_eq!(told::<Any>(data.clone()), data);
}

#[test]
fn voice_mail() {
    use voicemail::Event;
    let status = |status: &str| json!({ "voicemail": "event", "status": status, "recording": "/a.opus" });
    let Event::Status(started) = told::<VoiceMail>(status("started")) else { panic!("it started") };
    assert_eq!(started.status.as_deref(), Some("started"));
    let Event::Status(done) = told::<VoiceMail>(status("done")) else { panic!("it is done") };
    assert_eq!(done.recording.as_deref(), Some("/a.opus"));
    assert!(matches!(told::<VoiceMail>(json!({ "voicemail": "new" })), Event::Other(_)));
}

#[test]
fn nosip_as_newer_servers_answer_it() {
    let result = |result: Value| Data::new(json!({ "nosip": "event", "result": result }));
    let forwarder = json!({ "stream_id": 0, "type": "audio", "host": "127.0.0.1", "port": 9 });
    let forwarded = result(json!({ "event": "rtp_forward", "unique_id": "a", "forwarders": [forwarder] }));
    let forwarder = nosip::StartForward::reply(&forwarded).unwrap().forwarders.unwrap().remove(0);
    assert_eq!((forwarder.stream, forwarder.port), (Some(0), Some(9)));
    let stopped = result(json!({ "event": "stop_rtp_forward", "stream_id": 0 }));
    assert_eq!(nosip::StopForward::reply(&stopped).unwrap().stream, Some(0));
    let listed = result(json!({ "event": "forwarders", "rtp_forwarders": [{ "stream_id": 7 }] }));
    assert_eq!(nosip::ListForward::reply(&listed).unwrap().forwarders.unwrap()[0].stream, Some(7));
    nosip::Keyframe::reply(&result(json!({ "event": "keyframesent" }))).unwrap();
    let other = nosip::Keyframe::reply(&stopped).unwrap_err();
    assert_eq!(other.code(), ErrorCode::UnexpectedAnswer);
}
