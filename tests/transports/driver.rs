//! The driver: its guarantees for any behaviour of the transport.

use std::cell::RefCell;
use std::time::Duration;

use bifrons::engine::{Completion, Disconnect};
use bifrons::plugins::{Plugin, Request, Verdict};
use bifrons::transport::Capabilities;
use bifrons::wire::Payload;
use bifrons::{Connection, EndReason, Error, ErrorCode, Event};
use serde::Serialize;
use serde_json::{Value, json};

use super::mock::{World, done, response_to};

const ANY: Capabilities = Capabilities { can_probe: false, claims: true, queues: false };

#[test]
fn an_address_that_fails_at_once_is_followed_by_the_next() {
    let mut world = World::new(ANY, Some(Error::new(ErrorCode::ConnectFailed, "no")));
    let connection = world.connection.clone();
    let connected = world.begin(async move { connection.connected().await });
    assert_eq!(world.state(|state| state.opened.clone()), ["mock://one"]);
    world.pass(Duration::from_millis(999));
    assert_eq!(world.state(|state| state.opened.len()), 1);
    world.pass(Duration::from_millis(1));
    assert_eq!(world.state(|state| state.opened.clone()), ["mock://one", "mock://two"]);
    done(connected).unwrap();
}

#[test]
fn an_address_that_can_never_work_is_followed_by_the_next() {
    let mut world = World::new(ANY, Some(Error::new(ErrorCode::Unsupported, "never")));
    let connection = world.connection.clone();
    let connected = world.begin(async move { connection.connected().await });
    world.pass(Duration::from_secs(1));
    assert_eq!(world.state(|state| state.opened.clone()), ["mock://one", "mock://two"]);
    done(connected).unwrap();
}

#[test]
fn a_dropped_driver_ends_the_pending_requests() {
    let mut world = World::connected(ANY);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    let attaching = session.clone();
    let handle = world.create_with(async move { attaching.attach_to("p").await }, 2);
    let connection = world.connection.clone();
    let ping = world.begin(async move { connection.ping().await });
    let handle = std::sync::Arc::new(handle);
    let second = std::sync::Arc::clone(&handle);
    let event = world.begin(async move { handle.next_event().await });
    let nothing = world.begin(async move { second.next_event().await });
    drop(world.driver.take());
    world.run();
    assert_eq!(done(ping).unwrap_err().code(), ErrorCode::ResponseLost);
    assert_eq!(done(event), Some(Event::Ended(EndReason::ConnectionLost)));
    assert_eq!(done(nothing), None, "a second event stream wakes, too");
    let ended = world.begin(async move { session.ended().await });
    assert_eq!(done(ended), EndReason::ConnectionLost);
    let connection = world.connection.clone();
    let closed = world.begin(async move { connection.closed().await });
    assert_eq!(done(closed), Disconnect::Dropped);
}

#[test]
fn requests_after_the_end_fail_at_once() {
    let mut world = World::connected(ANY);
    let connection = world.connection.clone();
    done(world.begin(async move { connection.close().await }));
    let connection = world.connection.clone();
    let requested =
        world.begin(async move { (connection.ping().await, connection.create().await.map(drop)) });
    let (ping, create) = done(requested);
    assert_eq!(ping.unwrap_err().code(), ErrorCode::ConnectionClosed);
    assert_eq!(create.unwrap_err().code(), ErrorCode::ConnectionClosed);
}

/// A plugin whose event `end` is the response to a call.
enum Phone {}

impl Plugin for Phone {
    const PACKAGE: &'static str = "phone";
    type Event = Value;

    fn event(message: &impl Payload) -> Value {
        message.plugin_data().unwrap_or_default()
    }
}

#[derive(Serialize)]
struct Call {}

impl Request for Call {
    type Plugin = Phone;
    type Reply = Value;
    const COMPLETION: Completion = Completion::PluginDecides;
    const RESPONSE_EVENTS: &'static [&'static str] = &["end"];

    fn reply(message: &impl Payload) -> Result<Value, Error> {
        message.plugin_data()
    }

    fn verdict(message: &impl Payload) -> Verdict {
        match message.plugin_data::<Value>() {
            Ok(data) if data == "end" => Verdict::Final,
            _ => Verdict::Provisional,
        }
    }
}

thread_local! {
    /// Whose lock must be free while a decision is made.
    static DECIDED_FOR: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

/// Whether another thread gets the connection's lock.
fn is_unlocked(connection: Connection) -> bool {
    let (report, reported) = std::sync::mpsc::channel();
    std::thread::spawn(move || report.send(connection.stats()).is_ok());
    reported.recv_timeout(Duration::from_secs(5)).is_ok()
}

#[derive(Serialize)]
struct Slow {}

impl Request for Slow {
    type Plugin = Phone;
    type Reply = Value;
    const COMPLETION: Completion = Completion::PluginDecides;
    const RESPONSE_EVENTS: &'static [&'static str] = &[];

    fn verdict(_: &impl Payload) -> Verdict {
        match DECIDED_FOR.take().is_some_and(is_unlocked) {
            true => Verdict::Final,
            false => Verdict::Provisional,
        }
    }
}

#[test]
fn a_decision_about_an_event_is_made_without_the_lock() {
    let mut world = World::connected(ANY);
    let connection = world.connection.clone();
    DECIDED_FOR.set(Some(connection.clone()));
    let session = world.create_with(async move { connection.create().await }, 1);
    let phone = world.create_with(async move { session.attach::<Phone>().await }, 2);
    let called = world.begin(async move { phone.request(Slow {}).await });
    let data = json!({ "sender": 2, "plugindata": { "plugin": "phone", "data": { "end": true } } });
    let sent = world.sent();
    world.send_messages(vec![response_to(&sent, "event", data)]);
    assert_eq!(done(called).unwrap(), json!({ "end": true }));
}

#[test]
fn events_and_provisional_responses_keep_their_order() {
    let mut world = World::connected(ANY);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    let phone = world.create_with(async move { session.attach::<Phone>().await }, 2);
    let called = world.begin(async move { (phone.request(Call {}).await, phone) });
    let sent = world.sent();
    let event = |data: &str| {
        response_to(&sent, "event", json!({ "sender": 2, "plugindata": { "plugin": "phone", "data": data } }))
    };
    let webrtcup = json!({ "janus": "webrtcup", "session_id": 1, "sender": 2 });
    let hangup = json!({ "janus": "hangup", "session_id": 1, "sender": 2, "reason": "far" });
    world.send_messages(vec![
        event("calling"),
        webrtcup,
        event("ringing"),
        hangup,
        event("end"),
        event("after"),
    ]);
    let (response, phone) = done(called);
    assert_eq!(response.unwrap(), "end");
    let reading = world.begin(async move {
        let mut events = Vec::new();
        while events.len() < 5 {
            events.push(phone.next_event().await.unwrap());
        }
        events
    });
    let expected = [
        Event::Plugin(json!("calling")),
        Event::WebrtcUp,
        Event::Plugin(json!("ringing")),
        Event::Hangup { reason: "far".to_owned() },
        Event::Plugin(json!("after")),
    ];
    assert_eq!(done(reading), expected);
}

#[test]
fn an_sdp_is_never_dropped() {
    enum Careless {}
    impl Plugin for Careless {
        const PACKAGE: &'static str = "careless";
        type Event = Value;
        fn event(message: &impl Payload) -> Value {
            message.plugin_data().unwrap_or_default()
        }
        fn droppable(_: &impl Payload) -> bool {
            true
        }
    }
    let mut world = World::connected(ANY);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    let handle = world.create_with(async move { session.attach::<Careless>().await }, 2);
    let event = |data: Value| {
        let data = json!({ "plugin": "careless", "data": data });
        json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": data })
    };
    let mut offer = event(json!("offer"));
    offer["jsep"] = json!({ "type": "offer", "sdp": "v=0" });
    world.send_messages(vec![offer]);
    // Above twice the bound, events are dropped whether or not reading is stopped.
    world.send_messages((0..2100).map(|number| event(json!(number))).collect());
    let reading = world.begin(async move { (handle.next_event().await, handle.next_event().await, handle) });
    let (first, second, _handle) = done(reading);
    assert_eq!(first, Some(Event::Plugin(json!("offer"))));
    assert!(matches!(second, Some(Event::Missed { count: 1025.. })), "{second:?}");
}
