//! The engine over messages as text, without a transport, a driver or a runtime: on every target, with no feature.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use bifrons::engine::{
    Capabilities, Completion, CreateOptions, Created, Engine, Event, HandleKey, Output, RequestId,
    RequestOptions, SessionKey, TransportId,
};
use bifrons::plugins::Plugin;
use bifrons::plugins::echotest::{self, EchoTest};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, Malformed, Message, Payload};
use bifrons::{Address, Config};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

type TextMessage = Message<Arc<str>>;

/// An engine, and a server that is this test.
struct Talk {
    engine: Engine<TextMessage, String>,
    transport: TransportId,
}

impl Talk {
    fn open() -> Self {
        let config = Config::new(vec![Address::new("ws://janus.example")]);
        let mut engine = Engine::new(config, 1).unwrap();
        engine.connect(Time::ZERO);
        let transport = loop {
            if let Output::Open { transport, .. } = engine.poll_output() {
                break transport;
            }
        };
        let capabilities = Capabilities { can_probe: true, claims: true, queues: false };
        engine.handle_opened(Time::ZERO, transport, capabilities);
        let mut talk = Self { engine, transport };
        let info = talk.sent("info");
        talk.respond(&info, "server_info", json!({ "session-timeout": 60 }));
        talk
    }

    /// Returns the engine's next request, which is of this kind.
    fn sent(&mut self, kind: &str) -> Value {
        loop {
            match self.engine.poll_output() {
                Output::Transmit { transmit, .. } => {
                    let request: Value = serde_json::from_str(&transmit.text()).unwrap();
                    assert_eq!(request["janus"], kind);
                    return request;
                }
                Output::Wait { .. } => panic!("no {kind} was sent"),
                _ => {}
            }
        }
    }

    fn receive(&mut self, text: &str) -> Result<(), Malformed> {
        let (engine, transport) = (&mut self.engine, self.transport);
        Message::parse(Arc::from(text), |envelope, message| {
            engine.handle_message(Time::ZERO, transport, envelope, message);
        })
    }

    fn respond(&mut self, request: &Value, kind: &str, more: Value) {
        let mut response = more;
        response["janus"] = kind.into();
        response["transaction"] = request["transaction"].clone();
        if let Some(session) = request.get("session_id") {
            response["session_id"] = session.clone();
        }
        self.receive(&response.to_string()).expect("a message");
    }

    /// Returns the outcome of a request.
    fn reply(&mut self, wanted: RequestId) -> (Option<Created>, Option<TextMessage>) {
        loop {
            match self.engine.poll_output() {
                Output::Reply { request, result, .. } if request == wanted => {
                    let reply = result.expect("a success");
                    return (reply.created, reply.message);
                }
                Output::Wait { .. } => panic!("no reply"),
                _ => {}
            }
        }
    }

    fn session(&mut self) -> SessionKey {
        let create = self.engine.create(Time::ZERO, CreateOptions::default());
        let sent = self.sent("create");
        self.respond(&sent, "success", json!({ "data": { "id": 1 } }));
        let (Some(Created::Session(session, _)), _) = self.reply(create) else { panic!("no session") };
        session
    }

    fn handle(&mut self, session: SessionKey) -> HandleKey {
        let options = AttachOptions { plugin: EchoTest::PACKAGE.into(), ..AttachOptions::default() };
        let attach = self.engine.attach(Time::ZERO, session, options);
        let sent = self.sent("attach");
        self.respond(&sent, "success", json!({ "data": { "id": 2 } }));
        let (Some(Created::Handle(handle, _)), _) = self.reply(attach) else { panic!("no handle") };
        handle
    }
}

#[test]
fn a_request_and_its_response_are_text() {
    let mut talk = Talk::open();
    let session = talk.session();
    let handle = talk.handle(session);
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    let request = talk.engine.message(Time::ZERO, handle, r#""body":{"audio":true}"#.to_owned(), options);
    let sent = talk.sent("message");
    assert_eq!((&sent["handle_id"], &sent["body"]), (&json!(2), &json!({ "audio": true })));
    talk.respond(&sent, "ack", json!({}));
    let data = json!({ "plugin": EchoTest::PACKAGE, "data": { "echotest": "event", "result": "ok" } });
    let jsep = json!({ "type": "answer", "sdp": "v=0" });
    talk.respond(&sent, "event", json!({ "sender": 2, "plugindata": data, "jsep": jsep }));
    let (_, message) = talk.reply(request);
    let message = message.expect("a message");
    assert_eq!(message.plugin_data::<Value>().unwrap()["result"], "ok");
    assert_eq!(message.jsep().unwrap().expect("an SDP").sdp, "v=0");
}

#[test]
fn a_plugin_reads_its_event_from_text() {
    let mut talk = Talk::open();
    let session = talk.session();
    let handle = talk.handle(session);
    talk.engine.flow(handle);
    let data = json!({ "plugin": EchoTest::PACKAGE, "data": { "echotest": "event", "result": "done" } });
    let event = json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": data });
    talk.receive(&event.to_string()).unwrap();
    let message = loop {
        match talk.engine.poll_output() {
            Output::Event { event: Event::Message { message, .. }, .. } => break message,
            Output::Wait { .. } => panic!("no event"),
            _ => {}
        }
    };
    match EchoTest::event(&message) {
        echotest::Event::Result(outcome) => assert_eq!(outcome.result, "done"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_that_is_no_message_is_malformed() {
    let mut talk = Talk::open();
    assert_eq!(talk.receive("no JSON"), Err(Malformed::NotJson));
    assert_eq!(talk.receive("[]"), Err(Malformed::NotObject));
}
