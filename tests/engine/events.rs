//! How the application gets the events of a handle.

use bifrons::EndReason;
use bifrons::engine::{Completion, HandleKey, RequestOptions};
use bifrons::wire::Kind;
use bifrons::{HandleId, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, plugin_event};

fn attached() -> (World, SessionId, HandleKey, u64) {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    (world, session, handle, id)
}

fn numbered(session: SessionId, id: u64, number: u64) -> Value {
    plugin_event(session, id, json!({ "n": number }))
}

fn numbers(events: &[HandleEvent]) -> Vec<u64> {
    let number = |event: &HandleEvent| match event {
        HandleEvent::Message(Kind::Event, message) => message["plugindata"]["data"]["n"].as_u64().unwrap(),
        other => panic!("{other:?} has no number"),
    };
    events.iter().map(number).collect()
}

#[test]
fn every_kind_of_event_reaches_its_handle_unchanged() {
    let (mut world, session, handle, id) = attached();
    let messages = [
        ("event", json!({ "plugindata": { "plugin": "p", "data": { "unheard": ["of", null] } } })),
        (
            "event",
            json!({ "plugindata": { "plugin": "p", "data": {} }, "jsep": { "type": "offer", "sdp": "v" } }),
        ),
        ("webrtcup", json!({})),
        ("media", json!({ "mid": "0", "type": "audio", "receiving": true })),
        ("media", json!({ "mid": "1", "type": "video", "substream": 2, "receiving": false, "seconds": 3 })),
        ("slowlink", json!({ "mid": "0", "media": "audio", "uplink": true, "lost": 9 })),
        ("hangup", json!({ "reason": "DTLS alert" })),
        (
            "trickle",
            json!({ "candidate": { "sdpMid": "0", "sdpMLineIndex": 0, "candidate": "candidate:1" } }),
        ),
        ("trickle", json!({ "candidate": { "completed": true } })),
        ("ice-failed", json!({ "opaque_id": "mine", "some_newer_field": 1 })),
    ];
    let messages: Vec<_> =
        messages.into_iter().map(|(kind, more)| (kind, event(kind, session, id, more))).collect();
    for (_, message) in &messages {
        world.receive(message.clone());
    }
    let expected: Vec<_> = messages
        .into_iter()
        .map(|(kind, message)| HandleEvent::Message(Kind::from_word(kind), message))
        .collect();
    assert_eq!(world.read(handle), expected);
    let stats = world.engine.stats();
    assert_eq!((stats.events, stats.protocol_violations), (10, 0));
}

#[test]
fn events_wait_for_the_first_read() {
    let (mut world, session, handle, id) = attached();
    for number in 0..5 {
        world.receive(numbered(session, id, number));
    }
    assert_eq!(world.happened(), [], "nothing has read yet");
    assert_eq!(numbers(&world.read(handle)), [0, 1, 2, 3, 4]);
}

#[test]
fn a_waiting_reader_is_woken_once() {
    let (mut world, session, handle, id) = attached();
    assert_eq!(world.read(handle), []);
    world.receive(numbered(session, id, 0));
    world.receive(numbered(session, id, 1));
    assert_eq!(world.happened(), [Happened::Readable(handle)]);
    assert_eq!(numbers(&world.read(handle)), [0, 1]);
    world.receive(numbered(session, id, 2));
    assert_eq!(world.happened(), [Happened::Readable(handle)]);
}

#[test]
fn a_listener_gets_the_unread_events_first_and_then_each_new_event() {
    let (mut world, session, handle, id) = attached();
    world.receive(numbered(session, id, 0));
    world.receive(numbered(session, id, 1));
    world.command(|engine, _| engine.flow(handle));
    world.receive(numbered(session, id, 2));
    let events: Vec<_> = world
        .happened()
        .into_iter()
        .map(|happened| match happened {
            Happened::Event(of, event) if of == handle => event,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(numbers(&events), [0, 1, 2]);

    world.command(|engine, _| engine.hold(handle));
    world.receive(numbered(session, id, 3));
    assert_eq!(world.happened(), []);
    assert_eq!(numbers(&world.read(handle)), [3]);
}

fn pass(world: &mut World, session: SessionId, id: u64) -> Option<HandleKey> {
    let (now, transport) = (world.now, world.transport.unwrap());
    world.engine.pass_event(now, transport, session, HandleId::new(id).unwrap())
}

#[test]
fn an_event_for_a_listener_may_pass_the_engine_by() {
    let (mut world, session, handle, id) = attached();
    assert_eq!(pass(&mut world, session, id), None, "the application does not read yet");
    world.command(|engine, _| engine.flow(handle));
    assert_eq!(pass(&mut world, session, id), Some(handle));
    assert_eq!(world.engine.stats().events, 1);
    assert_eq!(pass(&mut world, session, id + 1), None);
    assert_eq!(pass(&mut world, SessionId::new(session.get() + 1).unwrap(), id), None);
    world.command(|engine, _| engine.hold(handle));
    assert_eq!(pass(&mut world, session, id), None);
    world.command(|engine, _| engine.flow(handle));
    let elsewhere = bifrons::engine::TransportId::from_number(77);
    assert_eq!(world.engine.pass_event(world.now, elsewhere, session, HandleId::new(id).unwrap()), None);
    world.receive(event("detached", session, id, json!({})));
    assert_eq!(pass(&mut world, session, id), None, "the handle has ended");
    assert_eq!(world.engine.stats().events, 2, "the one that passed, and the end");
}

#[test]
fn an_event_passes_neither_an_output_nor_a_request_that_it_may_end() {
    let (mut world, session, handle, id) = attached();
    world.command(|engine, _| engine.flow(handle));
    let transport = world.transport.unwrap();
    world.receive_on(transport, &event("webrtcup", session, id, json!({})).to_string());
    assert_eq!(pass(&mut world, session, id), None, "an event before it has not left the engine");
    world.command(|_, _| ());
    world.happened();
    assert_eq!(pass(&mut world, session, id), Some(handle));

    let options = RequestOptions { completion: Completion::Uncorrelated, ..RequestOptions::default() };
    let body = r#""body":{"request":"register"}"#;
    let request = world.command(|engine, now| engine.message(now, handle, body.into(), options));
    assert_eq!(pass(&mut world, session, id), None, "it may be the response");
    world.receive(plugin_event(session, id, json!({})));
    world.reply(request).unwrap();
    assert_eq!(pass(&mut world, session, id), Some(handle));
}

#[test]
fn an_event_that_passes_by_is_a_sign_of_life() {
    let (mut world, session, handle, id) = attached();
    world.command(|engine, _| engine.flow(handle));
    world.pass_seconds(9);
    assert_eq!(pass(&mut world, session, id), Some(handle));
    world.pass_seconds(9);
    assert_eq!(world.happened(), [], "no probe");
    world.pass_seconds(1);
    assert_eq!(world.happened(), [Happened::Probe]);
}

#[test]
fn events_reach_their_own_handle_only() {
    let mut world = World::connected();
    let (one, first_session) = world.session();
    let (other, second_session) = world.session();
    let (first, first_id) = world.handle(one);
    let (second, second_id) = world.handle(other);
    for number in 0..3 {
        world.receive(numbered(first_session, first_id, number));
        world.receive(numbered(second_session, second_id, number + 10));
    }
    assert_eq!(numbers(&world.read(first)), [0, 1, 2]);
    assert_eq!(numbers(&world.read(second)), [10, 11, 12]);
}

#[test]
fn the_end_is_the_last_event_and_frees_the_handle() {
    let (mut world, session, handle, id) = attached();
    world.receive(numbered(session, id, 0));
    world.receive(event("detached", session, id, json!({})));
    assert_eq!(world.happened(), [Happened::UnreadEnd(handle)]);
    world.receive(numbered(session, id, 1));
    let events = world.read(handle);
    assert_eq!(numbers(&events[..1]), [0]);
    assert_eq!(events[1..], [HandleEvent::Ended(EndReason::ByServer)]);
    assert!(!world.engine.has_handle(handle));
    assert_eq!(world.read(handle), []);
}

#[test]
fn the_end_frees_a_handle_with_a_listener() {
    let (mut world, session, handle, id) = attached();
    world.command(|engine, _| engine.flow(handle));
    world.receive(event("detached", session, id, json!({})));
    assert_eq!(world.happened(), [Happened::Event(handle, HandleEvent::Ended(EndReason::ByServer))]);
    assert!(!world.engine.has_handle(handle));

    let (mut world, session, handle, id) = attached();
    world.receive(event("detached", session, id, json!({})));
    world.command(|engine, _| engine.flow(handle));
    let ended = Happened::Event(handle, HandleEvent::Ended(EndReason::ByServer));
    assert_eq!(world.happened(), [Happened::UnreadEnd(handle), ended]);
    assert!(!world.engine.has_handle(handle));
}

#[test]
fn a_waiting_reader_gets_the_end() {
    let (mut world, session, handle, id) = attached();
    assert_eq!(world.read(handle), []);
    world.receive(event("detached", session, id, json!({})));
    assert_eq!(world.happened(), [Happened::UnreadEnd(handle)]);
}

#[test]
fn a_released_handle_is_detached_and_forgotten() {
    let (mut world, session, handle, id) = attached();
    world.receive(numbered(session, id, 0));
    world.command(|engine, now| engine.release(now, handle));
    assert!(!world.engine.has_handle(handle));
    let detach = world.sent();
    assert_eq!((&detach["janus"], &detach["handle_id"]), (&json!("detach"), &json!(id)));
    world.happened();
    // Janus sends events until it has handled the detach.
    world.receive(numbered(session, id, 1));
    world.receive(event("detached", session, id, json!({})));
    world.succeed(&detach, json!({}));
    assert_eq!(world.happened(), []);
    assert_eq!(world.engine.stats().protocol_violations, 0);
}
