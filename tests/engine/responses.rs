//! Which responses end a request.

use bifrons::SessionId;
use bifrons::engine::{Completion, HandleKey, RequestId, RequestOptions};
use bifrons::error::{ErrorCode, Fault};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, response_event};

struct PendingRequest {
    world: World,
    session: SessionId,
    handle: HandleKey,
    id: u64,
    request: RequestId,
    sent: Value,
}

fn send(completion: Completion) -> PendingRequest {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let options = RequestOptions { completion, ..RequestOptions::default() };
    let request = world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    let sent = world.sent();
    PendingRequest { world, session, handle, id, request, sent }
}

impl PendingRequest {
    fn ack(&mut self) {
        self.world.respond("ack", &self.sent, json!({}));
    }

    fn event(&mut self, data: Value) -> Value {
        let event = response_event(self.session, self.id, &self.sent, data);
        self.world.receive(event.clone());
        event
    }
}

#[test]
fn a_direct_response_ends_a_request() {
    for kind in ["success", "ack", "pong", "server_info"] {
        let mut pending = send(Completion::Direct);
        pending.world.respond(kind, &pending.sent, json!({ "x": 1 }));
        let reply = pending.world.reply(pending.request).unwrap();
        let message = reply.message.unwrap();
        assert_eq!((&message["janus"], &message["x"]), (&json!(kind), &json!(1)));
        assert_eq!(pending.world.engine.stats().succeeded, 2 + 1);
    }
}

#[test]
fn after_an_ack_an_event_ends_the_request() {
    for completion in [Completion::FirstEvent, Completion::PluginDecides] {
        let mut pending = send(completion);
        pending.ack();
        pending.world.assert_pending(pending.request);
        let event = pending.event(json!({ "result": "ok" }));
        assert_eq!(pending.world.reply(pending.request).unwrap().message, Some(event));
        assert_eq!(pending.world.read(pending.handle), [], "the response is no event");
    }
}

#[test]
fn an_event_may_arrive_before_its_ack() {
    for completion in [Completion::FirstEvent, Completion::PluginDecides] {
        let mut pending = send(completion);
        let event = pending.event(json!({ "result": "ok" }));
        assert_eq!(pending.world.reply(pending.request).unwrap().message, Some(event));
        pending.ack();
        assert_eq!(pending.world.happened(), []);
        assert_eq!(
            (pending.world.engine.stats().late, pending.world.engine.stats().protocol_violations),
            (0, 0)
        );
    }
}

#[test]
fn an_event_may_arrive_before_the_ack_of_a_chosen_transaction() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let options = RequestOptions {
        completion: Completion::FirstEvent,
        transaction: Some("mine".into()),
        ..RequestOptions::default()
    };
    let request = world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    let sent = world.sent();
    world.receive(response_event(session, id, &sent, json!({})));
    world.reply(request).unwrap();
    world.respond("ack", &sent, json!({}));
    assert_eq!(world.happened(), []);
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn a_synchronous_success_ends_the_request_at_once() {
    for completion in [Completion::FirstEvent, Completion::PluginDecides] {
        let mut pending = send(completion);
        let data = json!({ "sender": pending.id, "plugindata": { "plugin": "p", "data": { "list": [] } } });
        pending.world.succeed(&pending.sent, data);
        let reply = pending.world.reply(pending.request).unwrap();
        assert_eq!(reply.message.unwrap()["plugindata"]["data"], json!({ "list": [] }));
    }
}

#[test]
fn events_without_the_transaction_end_no_request() {
    let mut pending = send(Completion::FirstEvent);
    pending.ack();
    let event = super::support::plugin_event(pending.session, pending.id, json!({ "n": 1 }));
    pending.world.receive(event);
    pending.world.assert_pending(pending.request);
    assert_eq!(pending.world.read(pending.handle).len(), 1);
}

#[test]
fn later_events_with_the_transaction_reach_the_handle() {
    let mut pending = send(Completion::FirstEvent);
    pending.event(json!({ "n": 1 }));
    pending.world.reply(pending.request).unwrap();
    let second = pending.event(json!({ "n": 2 }));
    assert_eq!(
        pending.world.read(pending.handle),
        [HandleEvent::Message(bifrons::wire::Kind::Event, second)]
    );
    assert_eq!(pending.world.engine.stats().protocol_violations, 0);
}

#[test]
fn an_event_ends_a_request_that_expects_a_direct_response() {
    let mut pending = send(Completion::Direct);
    let event = pending.event(json!({}));
    assert_eq!(pending.world.reply(pending.request).unwrap().message, Some(event));
}

#[test]
fn a_refusal_names_its_request() {
    let mut pending = send(Completion::FirstEvent);
    pending.world.pass_seconds(2);
    pending.world.refuse(&pending.sent, 403);
    let error = pending.world.error(pending.request);
    assert_eq!((error.code(), error.fault()), (ErrorCode::JanusRefused, Fault::Server));
    assert_eq!((error.janus_code(), error.message()), (Some(403), "403 because"));
    assert_eq!((error.request(), error.sent()), (Some("message"), Some(true)));
    assert_eq!(error.session(), Some(pending.session));
    assert_eq!(error.handle().map(bifrons::HandleId::get), Some(pending.id));
    assert_eq!(error.transaction(), pending.sent["transaction"].as_str());
    assert_eq!(error.elapsed(), Some(std::time::Duration::from_secs(2)));
    assert_eq!(pending.world.engine.stats().refused, 1);
    assert_eq!(pending.world.happened(), []);
}

#[test]
fn the_plugin_decides_which_event_ends_a_request() {
    let mut pending = send(Completion::PluginDecides);
    pending.world.is_final = |event| event["plugindata"]["data"]["end"] == true;
    pending.world.command(|engine, _| engine.flow(pending.handle));
    pending.ack();
    let provisional = pending.event(json!({ "end": false }));
    pending.world.assert_pending(pending.request);
    let event = HandleEvent::Message(bifrons::wire::Kind::Event, provisional);
    assert_eq!(pending.world.happened(), [Happened::Event(pending.handle, event)]);
    let last = pending.event(json!({ "end": true }));
    assert_eq!(pending.world.reply(pending.request).unwrap().message, Some(last));
    assert_eq!(pending.world.happened(), []);
    assert_eq!(pending.world.engine.stats().succeeded, 2 + 1);
}
