//! Requests that each have a response of their own, such as HTTP's; events are polled for by session.

use bifrons::engine::Disconnect;
use bifrons::plugins::Plugin;
use bifrons::plugins::echotest::{self, EchoTest};
use bifrons::transport::{Capabilities, TransportEvent};
use bifrons::wire::Verb;
use bifrons::{Error, ErrorCode, Event, SessionId};
use serde_json::json;

use super::mock::{World, answer_to, done};

const EXCHANGES: Capabilities = Capabilities { can_probe: false, claims: false, queues: false };

#[test]
fn responses_come_in_any_order() {
    let mut world = World::connected(EXCHANGES);
    let mut waiting: Vec<_> = (0..3)
        .map(|_| {
            let connection = world.connection.clone();
            world.begin(async move { connection.create().await })
        })
        .collect();
    let sent = [world.sent(), world.sent(), world.sent()];
    for (number, sent) in sent.iter().enumerate().rev() {
        world.answer(sent, "success", json!({ "data": { "id": 10 + number } }));
    }
    for number in (0..3).rev() {
        let session = done(waiting.remove(number)).unwrap();
        assert_eq!(session.id(), SessionId::new(10 + number as u64).unwrap());
    }
}

#[test]
fn one_request_fails_alone() {
    let mut world = World::connected(EXCHANGES);
    let (one, other) = (world.connection.clone(), world.connection.clone());
    let fails = world.begin(async move { one.create().await });
    let works = world.begin(async move { other.create().await });
    let (lost, kept) = (world.sent(), world.sent());
    let error = Error::new(ErrorCode::ResponseLost, "HTTP 502");
    world.tell(vec![TransportEvent::Failed(lost.request, error)]);
    let error = done(fails).unwrap_err();
    assert_eq!((error.code(), error.message()), (ErrorCode::ResponseLost, "HTTP 502"));
    assert_eq!((error.request(), error.sent()), (Some("create"), Some(true)));
    world.answer(&kept, "success", json!({ "data": { "id": 1 } }));
    done(works).unwrap();
}

#[test]
fn the_transport_hears_of_sessions_and_sees_where_a_request_belongs() {
    let mut world = World::connected(EXCHANGES);
    let connection = world.connection.clone();
    let session = world.make(async move { connection.create().await }, 1);
    assert_eq!(world.state(|state| state.sessions.clone()), [(1, true)]);
    let (handle, ending) = (session.clone(), session.clone());
    let handle = world.make(async move { handle.attach::<EchoTest>().await }, 2);

    // What a poll of the session brought.
    let data = json!({ "plugin": EchoTest::PACKAGE, "data": { "echotest": "event", "result": "done" } });
    world.say(vec![json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": data })]);
    let event = world.begin(async move { (handle.next_event().await, handle) });
    let (event, handle) = done(event);
    assert!(matches!(event, Some(Event::Plugin(echotest::Event::Result(_)))), "{event:?}");

    let destroyed = world.begin(async move { ending.destroy().await });
    let destroy = world.sent();
    assert_eq!((destroy.verb.clone(), destroy.session), (Verb::Destroy, SessionId::new(1)));
    world.answer(&destroy, "success", json!({}));
    done(destroyed).unwrap();
    assert_eq!(world.state(|state| state.sessions.clone()), [(1, true), (1, false)]);
    drop((handle, session));
    world.run();
    assert!(world.state(|state| state.sent.is_empty()), "nothing is left to end");
}

#[test]
fn an_event_and_its_ack_may_change_places() {
    let mut world = World::connected(EXCHANGES);
    let connection = world.connection.clone();
    let session = world.make(async move { connection.create().await }, 1);
    let handle = world.make(async move { session.attach_to("p").await }, 2);
    let asked = world.begin(async move { (handle.message(&json!({}), None).await, handle) });
    let sent = world.sent();
    let data = json!({ "sender": 2, "plugindata": { "plugin": "p", "data": { "ok": true } } });
    let event = answer_to(&sent, "event", data);
    let ack = answer_to(&sent, "ack", json!({}));
    world.say(vec![event, ack]);
    assert_eq!(done(asked).0.unwrap().0, json!({ "ok": true }));
    assert_eq!((world.connection.stats().protocol_violations, world.connection.stats().late), (0, 0));
}

#[test]
fn closing_destroys_the_sessions_and_then_the_line() {
    let mut world = World::connected(EXCHANGES);
    let connection = world.connection.clone();
    let _session = world.make(async move { connection.create().await }, 1);
    let connection = world.connection.clone();
    let closed = world.begin(async move {
        connection.close().await;
        connection.closed().await
    });
    let destroy = world.sent();
    assert_eq!(destroy.verb, Verb::Destroy);
    assert!(!world.state(|state| state.closed));
    world.answer(&destroy, "success", json!({}));
    assert!(world.state(|state| state.closed));
    assert_eq!(done(closed), Disconnect::Closed);
    done(world.driver.take().unwrap());
}
