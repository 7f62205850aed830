//! How the engine detects a silent transport connection.

use std::time::Duration;

use bifrons::engine::{Capabilities, Disconnect};
use bifrons::error::ErrorCode;
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, SOCKET, World, config};

fn assert_lost(world: &mut World) {
    let done = world.done();
    let [Happened::Close, Happened::Disconnected(Disconnect::Lost(error))] = &done[..] else {
        panic!("the transport connection is not closed: {done:?}");
    };
    assert_eq!((error.code(), error.message()), (ErrorCode::ConnectionLost, "the server went silent"));
    world.assert_empty();
}

#[test]
fn a_silent_transport_is_probed_and_then_closed() {
    let mut world = World::connected();
    world.pass(Duration::from_millis(9_999));
    assert_eq!(world.happened(), []);
    world.pass(Duration::from_millis(1));
    assert_eq!(world.happened(), [Happened::Probe]);
    world.pass(Duration::from_millis(4_999));
    assert_eq!(world.happened(), []);
    world.pass(Duration::from_millis(1));
    assert_lost(&mut world);
}

#[test]
fn a_check_probes_at_once_and_only_once() {
    let mut world = World::connected();
    world.pass_seconds(1);
    world.command(bifrons::engine::Engine::check);
    world.command(bifrons::engine::Engine::check);
    assert_eq!(world.happened(), [Happened::Probe]);
    world.pass(Duration::from_millis(4_999));
    assert_eq!(world.happened(), []);
    world.pass(Duration::from_millis(1));
    assert_lost(&mut world);
    world.command(bifrons::engine::Engine::check);
    assert_eq!(world.happened(), []);
}

#[test]
fn a_silent_transport_is_not_probed_if_probes_are_off() {
    let mut config = config();
    config.probe_after = None;
    let mut world = World::connected_with(config, 60, 0);
    world.pass_seconds(1_000_000);
    assert_eq!(world.happened(), []);
}

#[test]
fn any_traffic_postpones_the_probe() {
    let mut world = World::connected();
    for _ in 0..3 {
        world.pass_seconds(9);
        world.receive(json!({ "janus": "keepalive" }));
    }
    assert_eq!(world.happened(), []);
    world.pass_seconds(10);
    assert_eq!(world.happened(), [Happened::Probe]);
    world.pass_seconds(4);
    let transport = world.transport.unwrap();
    world.command(|engine, now| engine.handle_alive(now, transport));
    world.pass(Duration::from_millis(9_999));
    assert_eq!(world.happened(), []);
    world.pass(Duration::from_millis(1));
    assert_eq!(world.happened(), [Happened::Probe]);
}

#[test]
fn a_malformed_message_postpones_the_probe() {
    let mut world = World::connected();
    world.pass_seconds(10);
    world.receive_text("garbage");
    world.pass_seconds(9);
    assert_eq!(world.done(), [Happened::Probe]);
}

#[test]
fn a_transport_that_cannot_probe_is_checked_by_ping() {
    let mut world = World::new(config());
    world.connect();
    world.open_with(Capabilities { can_probe: false, ..SOCKET });
    let info = world.sent();
    world.respond("server_info", &info, json!({}));
    world.happened();
    for _ in 0..3 {
        world.pass_seconds(10);
        let ping = world.sent();
        assert_eq!(ping["janus"], "ping");
        world.pass_seconds(4);
        world.respond("pong", &ping, json!({}));
        assert_eq!(world.happened(), []);
    }
    world.pass_seconds(15);
    assert_eq!(world.sent()["janus"], "ping");
    assert_lost(&mut world);
}

#[test]
fn a_silent_transport_ends_the_pending_requests() {
    let mut world = World::connected();
    world.pass_seconds(8);
    let sent = world.command(|engine, now| engine.ping(now));
    world.command(|engine, _| engine.handle_writable(false));
    let unsent = world.command(|engine, now| engine.ping(now));
    world.pass_seconds(7);
    world.assert_fails(sent, ErrorCode::ResponseLost);
    world.assert_fails(unsent, ErrorCode::ConnectionLost);
    world.assert_empty();
}
