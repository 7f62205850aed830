//! What ends a request.

use bifrons::SessionId;
use bifrons::engine::{Completion, HandleKey, RequestId, RequestOptions};
use bifrons::error::{ErrorCode, Fault};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, answering_event};

struct Asked {
    world: World,
    session: SessionId,
    handle: HandleKey,
    id: u64,
    request: RequestId,
    sent: Value,
}

fn ask(completion: Completion) -> Asked {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let options = RequestOptions { completion, ..RequestOptions::default() };
    let request = world.tell(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    let sent = world.sent();
    Asked { world, session, handle, id, request, sent }
}

impl Asked {
    fn ack(&mut self) {
        self.world.answer("ack", &self.sent, json!({}));
    }

    fn event(&mut self, data: Value) -> Value {
        let event = answering_event(self.session, self.id, &self.sent, data);
        self.world.hear(event.clone());
        event
    }
}

#[test]
fn a_direct_answer_ends_a_request() {
    for kind in ["success", "ack", "pong", "server_info"] {
        let mut asked = ask(Completion::Direct);
        asked.world.answer(kind, &asked.sent, json!({ "x": 1 }));
        let reply = asked.world.reply(asked.request).unwrap();
        let message = reply.message.unwrap();
        assert_eq!((&message["janus"], &message["x"]), (&json!(kind), &json!(1)));
        assert_eq!(asked.world.engine.stats().succeeded, 2 + 1);
    }
}

#[test]
fn an_ack_promises_an_event() {
    for answer in [Completion::FirstEvent, Completion::PluginDecides] {
        let mut asked = ask(answer);
        asked.ack();
        asked.world.assert_open(asked.request);
        let event = asked.event(json!({ "result": "ok" }));
        assert_eq!(asked.world.reply(asked.request).unwrap().message, Some(event));
        assert_eq!(asked.world.read(asked.handle), [], "the answer is no event");
    }
}

#[test]
fn an_event_may_overtake_its_ack() {
    for answer in [Completion::FirstEvent, Completion::PluginDecides] {
        let mut asked = ask(answer);
        let event = asked.event(json!({ "result": "ok" }));
        assert_eq!(asked.world.reply(asked.request).unwrap().message, Some(event));
        asked.ack();
        assert_eq!(asked.world.happened(), []);
        assert_eq!((asked.world.engine.stats().late, asked.world.engine.stats().protocol_violations), (0, 0));
    }
}

#[test]
fn an_event_may_overtake_the_ack_of_the_callers_own_transaction() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let options = RequestOptions {
        completion: Completion::FirstEvent,
        transaction: Some("mine".into()),
        ..RequestOptions::default()
    };
    let request = world.tell(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    let sent = world.sent();
    world.hear(answering_event(session, id, &sent, json!({})));
    world.reply(request).unwrap();
    world.answer("ack", &sent, json!({}));
    assert_eq!(world.happened(), []);
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn a_synchronous_success_answers_at_once() {
    for answer in [Completion::FirstEvent, Completion::PluginDecides] {
        let mut asked = ask(answer);
        let data = json!({ "sender": asked.id, "plugindata": { "plugin": "p", "data": { "list": [] } } });
        asked.world.succeed(&asked.sent, data);
        let reply = asked.world.reply(asked.request).unwrap();
        assert_eq!(reply.message.unwrap()["plugindata"]["data"], json!({ "list": [] }));
    }
}

#[test]
fn events_without_the_transaction_answer_nothing() {
    let mut asked = ask(Completion::FirstEvent);
    asked.ack();
    let event = super::support::plugin_event(asked.session, asked.id, json!({ "n": 1 }));
    asked.world.hear(event);
    asked.world.assert_open(asked.request);
    assert_eq!(asked.world.read(asked.handle).len(), 1);
}

#[test]
fn later_events_with_the_transaction_go_to_the_handle() {
    let mut asked = ask(Completion::FirstEvent);
    asked.event(json!({ "n": 1 }));
    asked.world.reply(asked.request).unwrap();
    let second = asked.event(json!({ "n": 2 }));
    assert_eq!(asked.world.read(asked.handle), [Told::Message(bifrons::wire::Kind::Event, second)]);
    assert_eq!(asked.world.engine.stats().protocol_violations, 0);
}

#[test]
fn an_event_answers_a_request_that_expects_a_direct_answer() {
    let mut asked = ask(Completion::Direct);
    let event = asked.event(json!({}));
    assert_eq!(asked.world.reply(asked.request).unwrap().message, Some(event));
}

#[test]
fn a_refusal_tells_what_was_refused() {
    let mut asked = ask(Completion::FirstEvent);
    asked.world.pass_seconds(2);
    asked.world.refuse(&asked.sent, 403);
    let error = asked.world.error(asked.request);
    assert_eq!((error.code(), error.fault()), (ErrorCode::JanusRefused, Fault::Server));
    assert_eq!((error.janus_code(), error.message()), (Some(403), "403 because"));
    assert_eq!((error.request(), error.sent()), (Some("message"), Some(true)));
    assert_eq!(error.session(), Some(asked.session));
    assert_eq!(error.handle().map(bifrons::HandleId::get), Some(asked.id));
    assert_eq!(error.transaction(), asked.sent["transaction"].as_str());
    assert_eq!(error.elapsed(), Some(std::time::Duration::from_secs(2)));
    assert_eq!(asked.world.engine.stats().refused, 1);
    assert_eq!(asked.world.happened(), []);
}

#[test]
fn a_judge_ends_a_request_when_it_sees_fit() {
    let mut asked = ask(Completion::PluginDecides);
    asked.world.is_final = |event| event["plugindata"]["data"]["end"] == true;
    asked.world.tell(|engine, _| engine.flow(asked.handle));
    asked.ack();
    let provisional = asked.event(json!({ "end": false }));
    asked.world.assert_open(asked.request);
    let told = Told::Message(bifrons::wire::Kind::Event, provisional);
    assert_eq!(asked.world.happened(), [Happened::Told(asked.handle, told)]);
    let last = asked.event(json!({ "end": true }));
    assert_eq!(asked.world.reply(asked.request).unwrap().message, Some(last));
    assert_eq!(asked.world.happened(), []);
    assert_eq!(asked.world.engine.stats().succeeded, 2 + 1);
}
