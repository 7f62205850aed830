//! A SIP call: neither the ack nor the first event is its response.

use std::time::Duration;

use bifrons::SessionId;
use bifrons::engine::{Completion, HandleKey, RequestId, RequestOptions, Timeout};
use bifrons::error::ErrorCode;
use bifrons::wire::Kind;
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, plugin_event, response_event};

struct Call {
    world: World,
    session: SessionId,
    handle: HandleKey,
    id: u64,
    request: RequestId,
    sent: Value,
}

fn call() -> Call {
    let mut world = World::connected();
    world.is_final = |message| {
        let event = &message["plugindata"]["data"]["result"]["event"];
        event == "accepted" || event == "hangup"
    };
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    world.command(|engine, _| engine.flow(handle));
    let options = RequestOptions {
        completion: Completion::PluginDecides,
        timeout: Timeout::After(Duration::from_secs(120)),
        ..RequestOptions::default()
    };
    let body = r#""body":{"request":"call","uri":"sip:someone@example.org"}"#;
    let request = world.command(|engine, now| engine.message(now, handle, body.into(), options));
    let sent = world.sent();
    world.respond("ack", &sent, json!({}));
    Call { world, session, handle, id, request, sent }
}

impl Call {
    fn goes(&mut self, event: &str) {
        let data = json!({ "sip": "event", "result": { "event": event } });
        self.world.receive(response_event(self.session, self.id, &self.sent, data));
    }

    /// The names of the handle's events since the last call.
    fn event_names(&mut self) -> Vec<String> {
        let name = |event: &HandleEvent| match event {
            HandleEvent::Message(Kind::Event, message) => {
                message["plugindata"]["data"]["result"]["event"].as_str().unwrap().to_owned()
            }
            HandleEvent::Message(kind, _) => kind.word().to_owned(),
            other => format!("{other:?}"),
        };
        let happened = self.world.done();
        let names = happened.iter().filter_map(|happened| match happened {
            Happened::Event(handle, event) if *handle == self.handle => Some(name(event)),
            _ => None,
        });
        names.collect()
    }
}

#[test]
fn accepted_ends_the_call_request() {
    let mut call = call();
    for event in ["calling", "ringing", "progress"] {
        call.goes(event);
        call.world.assert_pending(call.request);
    }
    assert_eq!(call.event_names(), ["calling", "ringing", "progress"]);
    call.world.pass_alive(100);
    call.world.assert_pending(call.request);
    call.goes("accepted");
    let reply = call.world.reply(call.request).unwrap();
    assert_eq!(reply.message.unwrap()["plugindata"]["data"]["result"]["event"], "accepted");
    assert!(call.event_names().is_empty());

    // Everything after that is an event.
    call.goes("updatingcall");
    call.goes("hangup");
    assert_eq!(call.event_names(), ["updatingcall", "hangup"]);
    assert_eq!(call.world.engine.stats().protocol_violations, 0);
}

#[test]
fn other_events_keep_their_order_among_provisional_responses() {
    let mut call = call();
    call.goes("calling");
    call.world.receive(event("webrtcup", call.session, call.id, json!({})));
    call.goes("ringing");
    call.world.receive(event("media", call.session, call.id, json!({ "mid": "0", "receiving": true })));
    call.goes("progress");
    assert_eq!(call.event_names(), ["calling", "webrtcup", "ringing", "media", "progress"]);
}

#[test]
fn a_declined_call_ends_its_request_too() {
    let mut call = call();
    call.goes("calling");
    call.goes("hangup");
    call.world.reply(call.request).unwrap();
    assert_eq!(call.event_names(), ["calling"]);
}

#[test]
fn a_call_without_an_answer_times_out_and_continues_as_events() {
    let mut call = call();
    call.goes("ringing");
    call.world.pass_alive(115);
    call.world.assert_pending(call.request);
    call.world.pass_alive(5);
    call.world.assert_fails(call.request, ErrorCode::Timeout);
    call.goes("accepted");
    assert_eq!(call.event_names(), ["ringing", "accepted"]);
}

#[test]
fn a_cancelled_call_continues_as_events() {
    let mut call = call();
    call.world.command(|engine, now| engine.cancel(now, call.request));
    call.world.assert_fails(call.request, ErrorCode::Cancelled);
    call.goes("accepted");
    assert_eq!(call.event_names(), ["accepted"]);
}

#[test]
fn the_end_of_the_handle_ends_the_call() {
    let mut call = call();
    call.goes("ringing");
    call.world.receive(event("detached", call.session, call.id, json!({})));
    call.world.assert_fails(call.request, ErrorCode::HandleDetached);
}

#[test]
fn an_event_without_a_transaction_ends_a_registration() {
    let mut call = call();
    let options = RequestOptions { completion: Completion::Uncorrelated, ..RequestOptions::default() };
    let body = r#""body":{"request":"register"}"#;
    let handle = call.handle;
    let register = call.world.command(|engine, now| engine.message(now, handle, body.into(), options));
    let sent = call.world.sent();
    call.world.respond("ack", &sent, json!({}));
    call.world.is_final = |message| message["plugindata"]["data"]["result"]["event"] == "registered";

    // An event without a transaction, or with the call's, may end the registration as well as one with its own.
    let data = |event: &str| json!({ "sip": "event", "result": { "event": event } });
    let (session, id) = (call.session, call.id);
    let uncorrelated = |name: &str| plugin_event(session, id, data(name));
    call.world.receive(response_event(call.session, call.id, &sent, data("registering")));
    call.world.receive(uncorrelated("notify"));
    call.goes("ringing");
    call.world.assert_pending(register);
    assert_eq!(call.event_names(), ["registering", "notify", "ringing"]);
    call.goes("registered");
    assert_eq!(
        call.world.reply(register).unwrap().message.unwrap()["plugindata"]["data"]["result"]["event"],
        "registered"
    );
    call.world.assert_pending(call.request);

    // No request waits for the next one.
    call.world.receive(uncorrelated("registered"));
    assert_eq!(call.event_names(), ["registered"]);
}

/// Sends a request that an event without a transaction may end, such as a registration.
fn register(world: &mut World, handle: HandleKey) -> RequestId {
    let options = RequestOptions { completion: Completion::Uncorrelated, ..RequestOptions::default() };
    world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options))
}

#[test]
fn only_a_plugin_event_without_a_transaction_ends_a_registration() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let registration = register(&mut world, handle);
    world.receive(event("webrtcup", session, id, json!({})));
    world.assert_pending(registration);
    world.receive(plugin_event(session, id, json!({ "sip": "event" })));
    world.reply(registration).unwrap();
    assert_eq!(world.read(handle).len(), 1, "the event of the PeerConnection");
}

#[test]
fn an_event_without_a_transaction_ends_only_sent_uncorrelated_requests_of_its_handle() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let (elsewhere, _) = world.handle(key);
    let registration = register(&mut world, handle);
    let decided = RequestOptions { completion: Completion::PluginDecides, ..RequestOptions::default() };
    let others = [
        world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), decided)),
        register(&mut world, elsewhere),
        {
            world.command(|engine, _| engine.handle_writable(false));
            register(&mut world, handle)
        },
    ];
    world.receive(plugin_event(session, id, json!({ "sip": "event" })));
    world.reply(registration).unwrap();
    others.into_iter().for_each(|other| world.assert_pending(other));
    world.receive(plugin_event(session, id, json!({ "sip": "event" })));
    assert_eq!(world.read(handle).len(), 1, "no request is pending that it could end");
}
