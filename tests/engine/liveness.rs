//! How a line that went silent is found out.

use std::time::Duration;

use bifrons::engine::{Disconnect, Capabilities};
use bifrons::error::ErrorCode;
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, SOCKET, World, config};

fn assert_lost(world: &mut World) {
    let done = world.done();
    let [Happened::Close, Happened::Disconnected(Disconnect::Lost(error))] = &done[..] else {
        panic!("the line is dead: {done:?}");
    };
    assert_eq!((error.code(), error.message()), (ErrorCode::ConnectionLost, "the server went silent"));
    world.assert_empty();
}

#[test]
fn a_silent_line_is_probed_and_then_given_up() {
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
fn any_sign_of_life_puts_the_probe_off() {
    let mut world = World::connected();
    for _ in 0..3 {
        world.pass_seconds(9);
        world.hear(json!({ "janus": "keepalive" }));
    }
    assert_eq!(world.happened(), []);
    world.pass_seconds(10);
    assert_eq!(world.happened(), [Happened::Probe]);
    world.pass_seconds(4);
    let line = world.line.unwrap();
    world.tell(|engine, now| engine.handle_alive(now, line));
    world.pass(Duration::from_millis(9_999));
    assert_eq!(world.happened(), []);
    world.pass(Duration::from_millis(1));
    assert_eq!(world.happened(), [Happened::Probe]);
}

#[test]
fn garbage_is_a_sign_of_life() {
    let mut world = World::connected();
    world.pass_seconds(10);
    world.hear_text("garbage");
    world.pass_seconds(9);
    assert_eq!(world.done(), [Happened::Probe]);
}

#[test]
fn a_transport_that_cannot_probe_is_asked_by_ping() {
    let mut world = World::new(config());
    world.connect();
    world.open_with(Capabilities { can_probe: false, ..SOCKET });
    let info = world.sent();
    world.answer("server_info", &info, json!({}));
    world.happened();
    for _ in 0..3 {
        world.pass_seconds(10);
        let ping = world.sent();
        assert_eq!(ping["janus"], "ping");
        world.pass_seconds(4);
        world.answer("pong", &ping, json!({}));
        assert_eq!(world.happened(), []);
    }
    world.pass_seconds(15);
    assert_eq!(world.sent()["janus"], "ping");
    assert_lost(&mut world);
}

#[test]
fn a_silent_line_ends_what_was_asked() {
    let mut world = World::connected();
    world.pass_seconds(8);
    let sent = world.tell(|engine, now| engine.ping(now));
    world.tell(|engine, _| engine.handle_writable(false));
    let unsent = world.tell(|engine, now| engine.ping(now));
    world.pass_seconds(7);
    world.assert_fails(sent, ErrorCode::ResponseLost);
    world.assert_fails(unsent, ErrorCode::ConnectionLost);
    world.assert_empty();
}
