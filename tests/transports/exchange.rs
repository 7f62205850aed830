//! A transport with one response for each request, such as HTTP; events come from a poll of each session.

use bifrons::engine::Disconnect;
use bifrons::plugins::Plugin;
use bifrons::plugins::echotest::{self, EchoTest};
use bifrons::transport::{Capabilities, TransportEvent};
use bifrons::wire::Verb;
use bifrons::{Error, ErrorCode, Event, SessionId};
use serde_json::json;

use super::mock::{World, done, response_to};

const EXCHANGES: Capabilities = Capabilities { can_probe: false, claims: false, queues: false };

#[test]
fn responses_arrive_in_any_order() {
    let mut world = World::connected(EXCHANGES);
    let mut waiting: Vec<_> = (0..3)
        .map(|_| {
            let connection = world.connection.clone();
            world.begin(async move { connection.create().await })
        })
        .collect();
    let sent = [world.sent(), world.sent(), world.sent()];
    for (number, sent) in sent.iter().enumerate().rev() {
        world.respond(sent, "success", json!({ "data": { "id": 10 + number } }));
    }
    for number in (0..3).rev() {
        let session = done(waiting.remove(number)).unwrap();
        assert_eq!(session.id(), SessionId::new(10 + number as u64).unwrap());
    }
}

#[test]
fn a_failed_request_ends_alone() {
    let mut world = World::connected(EXCHANGES);
    let (one, other) = (world.connection.clone(), world.connection.clone());
    let fails = world.begin(async move { one.create().await });
    let works = world.begin(async move { other.create().await });
    let (lost, kept) = (world.sent(), world.sent());
    let error = Error::new(ErrorCode::ResponseLost, "HTTP 502");
    world.report(vec![TransportEvent::Failed(lost.request, error)]);
    let error = done(fails).unwrap_err();
    assert_eq!((error.code(), error.message()), (ErrorCode::ResponseLost, "HTTP 502"));
    assert_eq!((error.request(), error.sent()), (Some("create"), Some(true)));
    world.respond(&kept, "success", json!({ "data": { "id": 1 } }));
    done(works).unwrap();
}

#[test]
fn the_transport_learns_of_sessions_and_of_each_requests_target() {
    let mut world = World::connected(EXCHANGES);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    assert_eq!(world.state(|state| state.sessions.clone()), [(1, true)]);
    let (handle, ending) = (session.clone(), session.clone());
    let handle = world.create_with(async move { handle.attach::<EchoTest>().await }, 2);

    // The result of a poll.
    let data = json!({ "plugin": EchoTest::PACKAGE, "data": { "echotest": "event", "result": "done" } });
    world.send_messages(vec![json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": data })]);
    let event = world.begin(async move { (handle.next_event().await, handle) });
    let (event, handle) = done(event);
    assert!(matches!(event, Some(Event::Plugin(echotest::Event::Result(_)))), "{event:?}");

    let destroyed = world.begin(async move { ending.destroy().await });
    let destroy = world.sent();
    assert_eq!((destroy.verb.clone(), destroy.session), (Verb::Destroy, SessionId::new(1)));
    world.respond(&destroy, "success", json!({}));
    done(destroyed).unwrap();
    assert_eq!(world.state(|state| state.sessions.clone()), [(1, true), (1, false)]);
    drop((handle, session));
    world.run();
    assert!(world.state(|state| state.sent.is_empty()), "nothing is sent for the handle");
}

#[test]
fn an_event_may_arrive_before_its_ack() {
    let mut world = World::connected(EXCHANGES);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    let handle = world.create_with(async move { session.attach_to("p").await }, 2);
    let requested = world.begin(async move { (handle.message(&json!({}), None).await, handle) });
    let sent = world.sent();
    let data = json!({ "sender": 2, "plugindata": { "plugin": "p", "data": { "ok": true } } });
    let event = response_to(&sent, "event", data);
    let ack = response_to(&sent, "ack", json!({}));
    world.send_messages(vec![event, ack]);
    assert_eq!(done(requested).0.unwrap().0, json!({ "ok": true }));
    assert_eq!((world.connection.stats().protocol_violations, world.connection.stats().late), (0, 0));
}

#[test]
fn a_close_destroys_the_sessions_and_then_closes_the_transport() {
    let mut world = World::connected(EXCHANGES);
    let connection = world.connection.clone();
    let _session = world.create_with(async move { connection.create().await }, 1);
    let connection = world.connection.clone();
    let closed = world.begin(async move {
        connection.close().await;
        connection.closed().await
    });
    let destroy = world.sent();
    assert_eq!(destroy.verb, Verb::Destroy);
    assert!(!world.state(|state| state.closed));
    world.respond(&destroy, "success", json!({}));
    assert!(world.state(|state| state.closed));
    assert_eq!(done(closed), Disconnect::Closed);
    done(world.driver.take().unwrap());
}
