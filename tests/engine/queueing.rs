//! A transport with a queue of its own, as HTTP has: what waits there is not sent.

use std::time::Duration;

use bifrons::engine::{Capabilities, RequestId};
use bifrons::error::ErrorCode;
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, SOCKET, World, config, lost, recovering};

const QUEUES: Capabilities = Capabilities { can_probe: false, claims: false, queues: true };

fn connected(config: bifrons::Config) -> World {
    let mut world = World::new(config);
    world.connect();
    world.open_with(QUEUES);
    world.happened();
    world.all_sent();
    world
}

fn departs(world: &mut World, request: RequestId) {
    let line = world.line.unwrap();
    world.tell(|engine, now| engine.handle_sent(now, line, request));
}

#[test]
fn a_request_that_never_left_was_not_sent() {
    let mut world = connected(config());
    let ping = world.tell(|engine, now| engine.ping(now));
    world.sent();
    world.pass_seconds(10);
    let error = world.error(ping);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(false)));
    assert_eq!(error.to_string(), "ping: not sent within 10 s: the requests before it had no response");
    assert!(world.done().contains(&Happened::Cancel(ping)), "so it never leaves");
}

#[test]
fn one_that_left_was() {
    let mut world = connected(config());
    let ping = world.tell(|engine, now| engine.ping(now));
    world.sent();
    let before = world.engine.stats().sent;
    departs(&mut world, ping);
    assert_eq!(world.engine.stats().sent, before + 1);
    world.pass(Duration::from_secs(10));
    let error = world.error(ping);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(true)));
    assert!(world.done().contains(&Happened::Cancel(ping)), "its response is not waited for any more");
}

#[test]
fn one_that_is_given_up_or_whose_handle_ends_is_cancelled() {
    let mut world = connected(config());
    let ping = world.tell(|engine, now| engine.ping(now));
    world.tell(|engine, now| engine.cancel(now, ping));
    assert_eq!(world.done(), [Happened::Cancel(ping)]);
    assert_eq!(world.error(ping).sent(), Some(false));
}

#[test]
fn what_did_not_leave_an_old_line_leaves_the_new_one() {
    let mut world = connected(recovering());
    let create = world.tell(|engine, now| engine.create(now, bifrons::CreateOptions::default()));
    let ping = world.tell(|engine, now| engine.ping(now));
    world.all_sent();
    departs(&mut world, ping);
    world.line_closes(lost());
    world.until_opening();
    world.open_with(SOCKET);
    let verbs: Vec<_> = world.all_sent().into_iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(
        verbs,
        [json!("create"), json!("ping"), json!("info")],
        "a create may be sent once: it was not"
    );
    assert_eq!(world.engine.stats().repeated, 1);
    world.assert_open(create);
}

#[test]
fn word_from_another_line_or_of_another_request_means_nothing() {
    let mut world = connected(config());
    let ping = world.tell(|engine, now| engine.ping(now));
    let sent = world.engine.stats().sent;
    world.tell(|engine, now| engine.handle_sent(now, bifrons::engine::TransportId::from_number(999), ping));
    departs(&mut world, RequestId::from_number(1));
    assert_eq!(world.engine.stats().sent, sent);
    world.tell(|engine, now| engine.cancel(now, ping));
    assert_eq!(world.error(ping).sent(), Some(false));
}
