//! Responses that don't say which request they are for.

use bifrons::engine::{Notice, ProtocolViolation};
use bifrons::error::{ErrorCode, Fault};
use bifrons::wire::{Envelope, Kind};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::World;

/// What Janus says to a message that its JSON reader refuses.
fn unreadable() -> serde_json::Value {
    json!({ "janus": "error", "error": { "code": 454, "reason": "Invalid JSON" } })
}

fn notice() -> Notice {
    Notice::UncorrelatedRefusal { code: 454, reason: "Invalid JSON".into() }
}

#[test]
fn it_ends_the_only_request_that_it_can_be_about() {
    let mut world = World::connected();
    let ping = world.tell(|engine, now| engine.ping(now));
    world.sent();
    world.hear(unreadable());
    let error = world.error(ping);
    assert_eq!((error.code(), error.janus_code()), (ErrorCode::JanusRefused, Some(454)));
    assert_eq!(error.to_string(), "ping: 454 Invalid JSON");
    assert_eq!(world.notices(), [notice()]);
    assert_eq!(world.engine.stats().protocol_violations, 0);
    assert!(notice().is_warning() && notice().to_string().ends_with("454 Invalid JSON"));
}

#[test]
fn of_two_requests_it_ends_neither() {
    let mut world = World::connected();
    let (one, two) = world.tell(|engine, now| (engine.ping(now), engine.ping(now)));
    world.hear(unreadable());
    world.assert_open(one);
    world.assert_open(two);
    assert_eq!(world.notices(), [notice()]);
    assert_eq!(world.engine.stats().protocol_violations, 1);
}

#[test]
fn a_request_that_was_acked_or_not_sent_is_not_meant() {
    let mut world = World::connected();
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    let options = bifrons::engine::RequestOptions {
        completion: bifrons::engine::Completion::FirstEvent,
        ..Default::default()
    };
    let acked = world.tell(|engine, now| engine.message(now, handle, "\"body\":{}".into(), options));
    let sent = world.sent();
    world.answer("ack", &sent, json!({}));
    world.engine.handle_writable(false);
    let unsent = world.tell(|engine, now| engine.ping(now));
    world.hear(unreadable());
    world.assert_open(acked);
    world.assert_open(unsent);
}

#[test]
fn over_http_a_response_belongs_to_its_request_whatever_its_transaction() {
    for (transaction, kind) in
        [(json!(null), "pong"), (json!("other"), "pong"), (json!("other"), "brand-new")]
    {
        let mut world = World::connected();
        let request = world.tell(|engine, now| engine.ping(now));
        let other = world.tell(|engine, now| engine.ping(now));
        respond(&mut world, request, &json!({ "janus": kind, "transaction": transaction, "x": 1 }));
        assert_eq!(world.reply(request).unwrap().message.unwrap()["x"], 1);
        world.assert_open(other);
    }
    let mut world = World::connected();
    let request = world.tell(|engine, now| engine.ping(now));
    let other = world.tell(|engine, now| engine.ping(now));
    respond(&mut world, request, &unreadable());
    assert_eq!(world.error(request).janus_code(), Some(454));
    world.assert_open(other);
    assert_eq!(world.notices(), []);
}

#[test]
fn over_http_a_response_to_a_request_that_has_ended_is_late_and_ends_no_other() {
    let mut world = World::connected();
    let request = world.tell(|engine, now| engine.ping(now));
    world.tell(|engine, now| engine.cancel(now, request));
    let other = world.tell(|engine, now| engine.ping(now));
    respond(&mut world, request, &unreadable());
    world.assert_open(other);
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (1, 0));
}

#[test]
fn over_http_an_event_is_no_response() {
    let mut world = World::connected();
    let request = world.tell(|engine, now| engine.ping(now));
    respond(&mut world, request, &json!({ "janus": "media", "session_id": 1, "sender": 2 }));
    let error = world.error(request);
    assert_eq!((error.code(), error.fault()), (ErrorCode::BadResponse, Fault::Server));
    let Some(Notice::ProtocolViolation { violation: ProtocolViolation::Malformed(_), .. }) =
        world.notices().pop()
    else {
        panic!("it is the server's fault");
    };
    let nothing = Envelope::new(Kind::Pong);
    assert_eq!(nothing.word, None);
}

fn respond(world: &mut World, request: bifrons::engine::RequestId, message: &serde_json::Value) {
    world.sent();
    let (transport, text) = (world.transport.unwrap(), message.to_string());
    world.tell(|engine, now| {
        bifrons::wire::parse(&text, |envelope, _| {
            engine.handle_response(now, transport, request, envelope, message.clone());
        })
        .unwrap();
    });
}
