//! Datagrams: a largest message, no word of a close, messages that get lost.

use std::time::Duration;

use bifrons::ErrorCode;
use bifrons::driver::Capabilities;
use bifrons::engine::Disconnect;
use bifrons::wire::Verb;
use serde_json::json;

use super::mock::{World, done};

const DATAGRAMS: Capabilities = Capabilities {
    keeps_order: true,
    reports_close: false,
    loses_sessions: false,
    can_probe: false,
    claims: true,
    queues: false,
    max_message: Some(500),
};

#[test]
fn a_whole_life() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let session = world.make(async move { connection.create().await }, 1);
    let handle = world.make(async move { session.attach_to("p").await }, 2);
    let asked = world.begin(async move { (handle.message(&json!({ "a": 1 }), None).await, handle) });
    let sent = world.sent();
    assert_eq!((&sent.json["handle_id"], &sent.json["body"]), (&json!(2), &json!({ "a": 1 })));
    world.answer(&sent, "success", json!({ "plugindata": { "plugin": "p", "data": { "b": 2 } } }));
    let (answer, handle) = done(asked);
    assert_eq!(answer.unwrap().0, json!({ "b": 2 }));

    drop(handle);
    world.run();
    assert_eq!((world.sent().verb, world.sent().verb), (Verb::Detach, Verb::Destroy));
}

#[test]
fn one_request_that_is_too_large_ends_alone() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let session = world.make(async move { connection.create().await }, 1);
    let other = session.connection().clone();
    let handle = world.make(async move { session.attach_to("p").await }, 2);
    let waiting = world.begin(async move { other.ping().await });
    let body = json!({ "text": "x".repeat(500) });
    let large = world.begin(async move { handle.message(&body, None).await });
    let error = done(large).unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::MessageTooLarge, Some(false)));
    let ping = world.sent();
    world.answer(&ping, "pong", json!({}));
    done(waiting).unwrap();
}

#[test]
fn a_lost_datagram_is_a_time_out() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let created = world.begin(async move { connection.create().await });
    world.sent();
    world.pass(Duration::from_millis(9_000));
    world.say(vec![json!({ "janus": "keepalive" })]);
    world.pass(Duration::from_millis(1_000));
    let error = done(created).unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(true)));
    assert_eq!(error.elapsed(), Some(Duration::from_secs(10)));
}

#[test]
fn a_server_that_is_gone_is_found_out_by_ping() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let closed = world.begin(async move { connection.closed().await });
    world.pass(Duration::from_secs(10));
    let ping = world.sent();
    assert_eq!(ping.verb, Verb::Ping);
    world.answer(&ping, "pong", json!({}));
    world.pass(Duration::from_secs(10));
    assert_eq!(world.sent().verb, Verb::Ping);
    world.pass(Duration::from_secs(5));
    assert!(matches!(done(closed), Disconnect::Lost(_)));
    assert!(world.state(|state| state.closed));
}

#[test]
fn a_full_line_is_waited_for_and_no_longer() {
    let mut world = World::connected(DATAGRAMS);
    world.state(|state| state.full = true);
    world.tell(Vec::new());
    let connection = world.connection.clone();
    let waiting = world.begin(async move { connection.ping().await });
    assert!(world.state(|state| state.sent.is_empty()));

    // Only that there is room again is told, nothing else happens.
    world.state(|state| state.full = false);
    world.tell(Vec::new());
    let ping = world.sent();
    world.answer(&ping, "pong", json!({}));
    done(waiting).unwrap();
}
