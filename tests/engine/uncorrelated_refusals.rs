//! Responses that do not name their request.

use bifrons::engine::{Notice, ProtocolViolation};
use bifrons::error::{ErrorCode, Fault};
use bifrons::wire::{Envelope, Kind};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::World;

/// Janus's response to a message that its JSON parser refuses.
fn unreadable() -> serde_json::Value {
    json!({ "janus": "error", "error": { "code": 454, "reason": "Invalid JSON" } })
}

fn notice() -> Notice {
    Notice::UncorrelatedRefusal { code: 454, reason: "Invalid JSON".into() }
}

#[test]
fn a_refusal_without_a_transaction_ends_the_only_pending_request() {
    let mut world = World::connected();
    let ping = world.command(|engine, now| engine.ping(now));
    world.sent();
    world.receive(unreadable());
    let error = world.error(ping);
    assert_eq!((error.code(), error.janus_code()), (ErrorCode::JanusRefused, Some(454)));
    assert_eq!(error.to_string(), "ping: 454 Invalid JSON");
    assert_eq!(world.notices(), [notice()]);
    assert_eq!(world.engine.stats().protocol_violations, 0);
    assert!(notice().is_warning() && notice().to_string().ends_with("454 Invalid JSON"));
}

#[test]
fn a_refusal_without_a_transaction_ends_neither_of_two_requests() {
    let mut world = World::connected();
    let (one, two) = world.command(|engine, now| (engine.ping(now), engine.ping(now)));
    world.receive(unreadable());
    world.assert_pending(one);
    world.assert_pending(two);
    assert_eq!(world.notices(), [notice()]);
    assert_eq!(world.engine.stats().protocol_violations, 1);
}

#[test]
fn a_refusal_without_a_transaction_ends_no_acknowledged_or_unsent_request() {
    let mut world = World::connected();
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    let options = bifrons::engine::RequestOptions {
        completion: bifrons::engine::Completion::FirstEvent,
        ..Default::default()
    };
    let acked = world.command(|engine, now| engine.message(now, handle, "\"body\":{}".into(), options));
    let sent = world.sent();
    world.respond("ack", &sent, json!({}));
    world.engine.handle_writable(false);
    let unsent = world.command(|engine, now| engine.ping(now));
    world.receive(unreadable());
    world.assert_pending(acked);
    world.assert_pending(unsent);
}

#[test]
fn over_http_a_response_ends_its_request_with_any_transaction() {
    for (transaction, kind) in
        [(json!(null), "pong"), (json!("other"), "pong"), (json!("other"), "brand-new")]
    {
        let mut world = World::connected();
        let request = world.command(|engine, now| engine.ping(now));
        let other = world.command(|engine, now| engine.ping(now));
        respond_over_http(&mut world, request, &json!({ "janus": kind, "transaction": transaction, "x": 1 }));
        assert_eq!(world.reply(request).unwrap().message.unwrap()["x"], 1);
        world.assert_pending(other);
    }
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    let other = world.command(|engine, now| engine.ping(now));
    respond_over_http(&mut world, request, &unreadable());
    assert_eq!(world.error(request).janus_code(), Some(454));
    world.assert_pending(other);
    assert_eq!(world.notices(), []);
}

#[test]
fn over_http_a_response_to_an_ended_request_is_late_and_ends_no_other() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.cancel(now, request));
    let other = world.command(|engine, now| engine.ping(now));
    respond_over_http(&mut world, request, &unreadable());
    world.assert_pending(other);
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (1, 0));
}

#[test]
fn over_http_an_event_is_no_response() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    respond_over_http(&mut world, request, &json!({ "janus": "media", "session_id": 1, "sender": 2 }));
    let error = world.error(request);
    assert_eq!((error.code(), error.fault()), (ErrorCode::BadResponse, Fault::Server));
    let Some(Notice::ProtocolViolation { violation: ProtocolViolation::Malformed(_), .. }) =
        world.notices().pop()
    else {
        panic!("no protocol violation");
    };
    let nothing = Envelope::new(Kind::Pong);
    assert_eq!(nothing.word, None);
}

fn respond_over_http(world: &mut World, request: bifrons::engine::RequestId, message: &serde_json::Value) {
    world.sent();
    let (transport, text) = (world.transport.unwrap(), message.to_string());
    world.command(|engine, now| {
        bifrons::wire::parse(&text, |envelope, _| {
            engine.handle_response(now, transport, request, envelope, message.clone());
        })
        .unwrap();
    });
}
