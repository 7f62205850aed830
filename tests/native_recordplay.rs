//! Record&Play: every request, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::fs;

use bifrons::plugins::recordplay::{self as record, RecordPlay, error_code};
use bifrons::{Connection, Event, Handle, JsepType};
use needs_janus::needs_janus;
use support::{Janus, next, sdp, within};

async fn attach(connection: &Connection) -> Handle<RecordPlay> {
    connection.create().await.unwrap().attach().await.unwrap()
}

fn recording(id: u64) -> record::Record {
    record::Record::new("a name").id(id).jsep(sdp::offer())
}

/// A recording with one packet of silence: without media Janus writes no recording.
fn silence() -> Vec<u8> {
    let head = br#"{"t":"a","c":"opus","s":1000000,"u":1000000}"#;
    let packet = [0x80, 111, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7, 0xf8, 0xff, 0xfe];
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap().to_be_bytes();
    [b"MJR00002", &length(head)[..], head, b"MEET", &[0; 4], &length(&packet), &packet].concat()
}

#[needs_janus("recordings")]
#[tokio::test]
async fn a_recording_is_created_and_played() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let recorder = attach(&connection).await;
    let begun = within("a response", recorder.record(recording(55))).await.unwrap();
    assert_eq!((begun.status, begun.id), (Some("recording".into()), Some(55)));
    assert_eq!(begun.jsep.unwrap().kind, JsepType::Answer);
    let paused = within("a response", recorder.pause(record::Pause::default())).await.unwrap();
    assert_eq!((paused.status, paused.id), (Some("paused".into()), Some(55)));
    let resumed = within("a response", recorder.resume(record::Resume::default())).await.unwrap();
    assert_eq!(resumed.status, Some("resumed".into()));
    let update = recording(55).update(true);
    let updated = within("a response", recorder.record(update)).await.unwrap();
    assert_eq!(updated.jsep.unwrap().kind, JsepType::Answer);
    let stopped = within("a response", recorder.stop(record::Stop::default())).await.unwrap();
    assert_eq!((stopped.status, stopped.id), (Some("stopped".into()), Some(55)));
    let hangup = async { while !matches!(next(&recorder).await, None | Some(Event::Hangup { .. })) {} };
    within("the recording's end", hangup).await;
    let folder = janus.at.log.parent().unwrap().join("recordings");
    fs::write(folder.join("rec-55-audio.mjr"), silence()).unwrap();

    let player = attach(&connection).await;
    within("a response", player.update_recordings(record::UpdateRecordings::default())).await.unwrap();
    let list = within("a list", player.list_recordings(record::ListRecordings::default())).await.unwrap();
    let listed = &list.list[0];
    assert_eq!((listed.id, &*listed.name), (55, "a name"));
    assert_eq!((listed.audio_codec.clone(), listed.video), (Some("opus".into()), false));
    let twice = within("a refusal", player.record(recording(55))).await.unwrap_err();
    assert_eq!(twice.plugin_code(), Some(error_code::RECORDING_EXISTS));
    let play = record::Play::new(55);
    let offered = within("an offer", player.play(play.clone())).await.unwrap();
    assert_eq!((offered.status, offered.id), (Some("preparing".into()), Some(55)));
    let start = record::Start::default().jsep(sdp::answer_to(&offered.jsep.unwrap()));
    let playing = within("a response", player.start(start)).await.unwrap();
    assert_eq!(playing.status, Some("playing".into()));
    let restart = play.restart(true);
    let restarted = within("an offer", player.play(restart)).await.unwrap();
    assert_eq!(restarted.status, Some("restarting".into()));
    assert_eq!(restarted.jsep.unwrap().kind, JsepType::Offer);
    connection.close().await;
}

#[tokio::test]
async fn settings_are_changed_and_invalid_requests_refused() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let configure = record::Configure::default().max_bitrate(500_000);
    let settings = within("a response", handle.configure(configure)).await.unwrap().settings;
    assert_eq!((settings.max_bitrate, settings.keyframe_interval), (500_000, 15_000));
    let nothing = within("a response", handle.pause(record::Pause::default())).await.unwrap();
    assert_eq!(nothing.status, None, "nothing is being recorded");
    let missing = record::Play::new(4321);
    let refused = within("a refusal", handle.play(missing)).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NOT_FOUND));
    let start = record::Start::default().jsep(sdp::offer());
    let refused = within("a refusal", handle.start(start)).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::INVALID_STATE), "{refused}");
    connection.close().await;
}
