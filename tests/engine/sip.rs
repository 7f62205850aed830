//! The flow of a SIP call: its answer is neither the ack nor the first event.

use std::time::Duration;

use bifrons::SessionId;
use bifrons::engine::{Completion, HandleKey, RequestId, RequestOptions, Timeout};
use bifrons::error::ErrorCode;
use bifrons::wire::Kind;
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, answering_event, event, plugin_event};

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
    world.tell(|engine, _| engine.flow(handle));
    let options = RequestOptions {
        completion: Completion::PluginDecides,
        timeout: Timeout::After(Duration::from_secs(120)),
        ..RequestOptions::default()
    };
    let body = r#""body":{"request":"call","uri":"sip:someone@example.org"}"#;
    let request = world.tell(|engine, now| engine.message(now, handle, body.into(), options));
    let sent = world.sent();
    world.answer("ack", &sent, json!({}));
    Call { world, session, handle, id, request, sent }
}

impl Call {
    fn goes(&mut self, event: &str) {
        let data = json!({ "sip": "event", "result": { "event": event } });
        self.world.hear(answering_event(self.session, self.id, &self.sent, data));
    }

    /// The handle's events since, by name.
    fn told(&mut self) -> Vec<String> {
        let name = |told: &Told| match told {
            Told::Message(Kind::Event, message) => {
                message["plugindata"]["data"]["result"]["event"].as_str().unwrap().to_owned()
            }
            Told::Message(kind, _) => kind.word().to_owned(),
            other => format!("{other:?}"),
        };
        let happened = self.world.done();
        let told = happened.iter().filter_map(|happened| match happened {
            Happened::Told(handle, told) if *handle == self.handle => Some(name(told)),
            _ => None,
        });
        told.collect()
    }
}

#[test]
fn an_accepted_call_is_the_answer() {
    let mut call = call();
    for event in ["calling", "ringing", "progress"] {
        call.goes(event);
        call.world.assert_open(call.request);
    }
    assert_eq!(call.told(), ["calling", "ringing", "progress"]);
    call.world.pass_alive(100);
    call.world.assert_open(call.request);
    call.goes("accepted");
    let reply = call.world.reply(call.request).unwrap();
    assert_eq!(reply.message.unwrap()["plugindata"]["data"]["result"]["event"], "accepted");
    assert!(call.told().is_empty());

    // Whatever else this call brings is an event.
    call.goes("updatingcall");
    call.goes("hangup");
    assert_eq!(call.told(), ["updatingcall", "hangup"]);
    assert_eq!(call.world.engine.stats().protocol_violations, 0);
}

#[test]
fn other_events_keep_their_place_among_the_provisional_ones() {
    let mut call = call();
    call.goes("calling");
    call.world.hear(event("webrtcup", call.session, call.id, json!({})));
    call.goes("ringing");
    call.world.hear(event("media", call.session, call.id, json!({ "mid": "0", "receiving": true })));
    call.goes("progress");
    assert_eq!(call.told(), ["calling", "webrtcup", "ringing", "media", "progress"]);
}

#[test]
fn a_declined_call_is_an_answer_too() {
    let mut call = call();
    call.goes("calling");
    call.goes("hangup");
    call.world.reply(call.request).unwrap();
    assert_eq!(call.told(), ["calling"]);
}

#[test]
fn a_call_that_nobody_takes_times_out_and_goes_on_as_events() {
    let mut call = call();
    call.goes("ringing");
    call.world.pass_alive(115);
    call.world.assert_open(call.request);
    call.world.pass_alive(5);
    call.world.assert_fails(call.request, ErrorCode::Timeout);
    call.goes("accepted");
    assert_eq!(call.told(), ["ringing", "accepted"]);
}

#[test]
fn a_call_given_up_goes_on_as_events() {
    let mut call = call();
    call.world.tell(|engine, now| engine.cancel(now, call.request));
    call.world.assert_fails(call.request, ErrorCode::Cancelled);
    call.goes("accepted");
    assert_eq!(call.told(), ["accepted"]);
}

#[test]
fn the_end_of_the_handle_ends_the_call() {
    let mut call = call();
    call.goes("ringing");
    call.world.hear(event("detached", call.session, call.id, json!({})));
    call.world.assert_fails(call.request, ErrorCode::HandleDetached);
}

#[test]
fn a_registration_is_told_without_the_transaction_of_its_request() {
    let mut call = call();
    let options = RequestOptions { completion: Completion::Uncorrelated, ..RequestOptions::default() };
    let body = r#""body":{"request":"register"}"#;
    let handle = call.handle;
    let register = call.world.tell(|engine, now| engine.message(now, handle, body.into(), options));
    let sent = call.world.sent();
    call.world.answer("ack", &sent, json!({}));
    call.world.is_final = |message| message["plugindata"]["data"]["result"]["event"] == "registered";

    // Events of no request, and of the call's, may be its answer as well as its own.
    let told = |event: &str| json!({ "sip": "event", "result": { "event": event } });
    let (session, id) = (call.session, call.id);
    let uncorrelated = |name: &str| plugin_event(session, id, told(name));
    call.world.hear(answering_event(call.session, call.id, &sent, told("registering")));
    call.world.hear(uncorrelated("notify"));
    call.goes("ringing");
    call.world.assert_open(register);
    assert_eq!(call.told(), ["registering", "notify", "ringing"]);
    call.goes("registered");
    assert_eq!(
        call.world.reply(register).unwrap().message.unwrap()["plugindata"]["data"]["result"]["event"],
        "registered"
    );
    call.world.assert_open(call.request);

    // Nobody asked for the next one.
    call.world.hear(uncorrelated("registered"));
    assert_eq!(call.told(), ["registered"]);
}

/// Asks for something that an event without a transaction may answer, such as a registration.
fn register(world: &mut World, handle: HandleKey) -> RequestId {
    let options = RequestOptions { completion: Completion::Uncorrelated, ..RequestOptions::default() };
    world.tell(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options))
}

#[test]
fn an_event_without_a_transaction_may_end_a_registration_and_nothing_else_does() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let registration = register(&mut world, handle);
    world.hear(event("webrtcup", session, id, json!({})));
    world.assert_open(registration);
    world.hear(plugin_event(session, id, json!({ "sip": "event" })));
    world.reply(registration).unwrap();
    assert_eq!(world.read(handle).len(), 1, "the event of the PeerConnection");
}

#[test]
fn it_ends_no_other_request_and_none_of_another_handle_or_that_was_not_sent() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    let (elsewhere, _) = world.handle(key);
    let registration = register(&mut world, handle);
    let judged = RequestOptions { completion: Completion::PluginDecides, ..RequestOptions::default() };
    let others = [
        world.tell(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), judged)),
        register(&mut world, elsewhere),
        {
            world.tell(|engine, _| engine.handle_writable(false));
            register(&mut world, handle)
        },
    ];
    world.hear(plugin_event(session, id, json!({ "sip": "event" })));
    world.reply(registration).unwrap();
    others.into_iter().for_each(|other| world.assert_open(other));
    world.hear(plugin_event(session, id, json!({ "sip": "event" })));
    assert_eq!(world.read(handle).len(), 1, "there is nothing that it could end");
}
