//! Datagrams: a maximum message size, no report of a close, lost messages.

use std::time::Duration;

use bifrons::ErrorCode;
use bifrons::engine::Disconnect;
use bifrons::transport::Capabilities;
use bifrons::wire::Verb;
use serde_json::json;

use super::mock::{World, done};

const DATAGRAMS: Capabilities = Capabilities { can_probe: false, claims: true, queues: false };

#[test]
fn a_connection_over_datagrams_from_connect_to_close() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    let handle = world.create_with(async move { session.attach_to("p").await }, 2);
    let requested = world.begin(async move { (handle.message(&json!({ "a": 1 }), None).await, handle) });
    let sent = world.sent();
    assert_eq!((&sent.json["handle_id"], &sent.json["body"]), (&json!(2), &json!({ "a": 1 })));
    world.respond(&sent, "success", json!({ "plugindata": { "plugin": "p", "data": { "b": 2 } } }));
    let (response, handle) = done(requested);
    assert_eq!(response.unwrap().0, json!({ "b": 2 }));

    drop(handle);
    world.run();
    assert_eq!((world.sent().verb, world.sent().verb), (Verb::Detach, Verb::Destroy));
}

#[test]
fn a_request_that_is_too_large_ends_alone() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let session = world.create_with(async move { connection.create().await }, 1);
    let other = session.connection().clone();
    let handle = world.create_with(async move { session.attach_to("p").await }, 2);
    let waiting = world.begin(async move { other.ping().await });
    let body = json!({ "text": "x".repeat(500) });
    let large = world.begin(async move { handle.message(&body, None).await });
    let error = done(large).unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::MessageTooLarge, Some(false)));
    let ping = world.sent();
    world.respond(&ping, "pong", json!({}));
    done(waiting).unwrap();
}

#[test]
fn a_request_in_a_lost_datagram_times_out() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let created = world.begin(async move { connection.create().await });
    world.sent();
    world.pass(Duration::from_millis(9_000));
    world.send_messages(vec![json!({ "janus": "keepalive" })]);
    world.pass(Duration::from_millis(1_000));
    let error = done(created).unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(true)));
    assert_eq!(error.elapsed(), Some(Duration::from_secs(10)));
}

#[test]
fn a_lost_server_is_detected_by_ping() {
    let mut world = World::connected(DATAGRAMS);
    let connection = world.connection.clone();
    let closed = world.begin(async move { connection.closed().await });
    world.pass(Duration::from_secs(10));
    let ping = world.sent();
    assert_eq!(ping.verb, Verb::Ping);
    world.respond(&ping, "pong", json!({}));
    world.pass(Duration::from_secs(10));
    assert_eq!(world.sent().verb, Verb::Ping);
    world.pass(Duration::from_secs(5));
    assert!(matches!(done(closed), Disconnect::Lost(_)));
    assert!(world.state(|state| state.closed));
}

#[test]
fn requests_wait_only_while_the_transport_is_full() {
    let mut world = World::connected(DATAGRAMS);
    world.state(|state| state.full = true);
    world.report(Vec::new());
    let connection = world.connection.clone();
    let waiting = world.begin(async move { connection.ping().await });
    assert!(world.state(|state| state.sent.is_empty()));

    // The transport reports only that there is room again.
    world.state(|state| state.full = false);
    world.report(Vec::new());
    let ping = world.sent();
    world.respond(&ping, "pong", json!({}));
    done(waiting).unwrap();
}
