//! A transport with its own queue, such as HTTP: a request in that queue is not sent yet.

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

fn leaves(world: &mut World, request: RequestId) {
    let transport = world.transport.unwrap();
    world.command(|engine, now| engine.handle_sent(now, transport, request));
}

#[test]
fn a_request_that_never_left_the_queue_was_not_sent() {
    let mut world = connected(config());
    let ping = world.command(|engine, now| engine.ping(now));
    world.sent();
    world.pass_seconds(10);
    let error = world.error(ping);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(false)));
    assert_eq!(error.to_string(), "ping: not sent within 10 s: the requests before it had no response");
    assert!(world.done().contains(&Happened::Cancel(ping)), "the transport never sends the request");
}

#[test]
fn a_request_that_left_the_queue_was_sent() {
    let mut world = connected(config());
    let ping = world.command(|engine, now| engine.ping(now));
    world.sent();
    let before = world.engine.stats().sent;
    leaves(&mut world, ping);
    assert_eq!(world.engine.stats().sent, before + 1);
    world.pass(Duration::from_secs(10));
    let error = world.error(ping);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(true)));
    assert!(world.done().contains(&Happened::Cancel(ping)), "the transport no longer waits for its response");
}

#[test]
fn a_request_that_is_cancelled_or_whose_handle_ends_leaves_the_queue() {
    let mut world = connected(config());
    let ping = world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.cancel(now, ping));
    assert_eq!(world.done(), [Happened::Cancel(ping)]);
    assert_eq!(world.error(ping).sent(), Some(false));
}

#[test]
fn a_request_unsent_on_the_old_transport_is_sent_on_the_new_one() {
    let mut world = connected(recovering());
    let create = world.command(|engine, now| engine.create(now, bifrons::CreateOptions::default()));
    let ping = world.command(|engine, now| engine.ping(now));
    world.all_sent();
    leaves(&mut world, ping);
    world.transport_closes(lost());
    world.until_opening();
    world.open_with(SOCKET);
    let verbs: Vec<_> = world.all_sent().into_iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(
        verbs,
        [json!("create"), json!("ping"), json!("info")],
        "the create was not sent on the old transport"
    );
    assert_eq!(world.engine.stats().repeated, 1);
    world.assert_pending(create);
}

#[test]
fn a_report_from_an_old_transport_or_of_an_ended_request_is_ignored() {
    let mut world = connected(config());
    let ping = world.command(|engine, now| engine.ping(now));
    let sent = world.engine.stats().sent;
    world
        .command(|engine, now| engine.handle_sent(now, bifrons::engine::TransportId::from_number(999), ping));
    leaves(&mut world, RequestId::from_number(1));
    assert_eq!(world.engine.stats().sent, sent);
    world.command(|engine, now| engine.cancel(now, ping));
    assert_eq!(world.error(ping).sent(), Some(false));
}
