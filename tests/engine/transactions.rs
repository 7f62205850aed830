//! Transactions: the engine's numbers, and texts that the caller chooses.

use bifrons::engine::{RequestId, RequestOptions, Target};
use bifrons::error::ErrorCode;
use bifrons::wire::Verb;
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{SEED, World};

fn send_as(world: &mut World, transaction: &str) -> RequestId {
    let options = RequestOptions { transaction: Some(transaction.into()), ..RequestOptions::default() };
    world.command(|engine, now| engine.request(now, Target::Connection, Verb::Ping, None, options))
}

#[test]
fn a_chosen_transaction_is_sent_unchanged() {
    let mut world = World::connected();
    for text in ["mine", "", "a\"b", "0815", "99999999999999999999", "-1", "1.5"] {
        let request = send_as(&mut world, text);
        let sent = world.sent();
        assert_eq!(sent["transaction"], text);
        assert_eq!(world.engine.find(text), Some((request, Target::Connection)));
        world.respond("pong", &sent, json!({}));
        world.reply(request).unwrap();
        assert_eq!(world.engine.find(text), None);
    }
    world.assert_empty();
}

#[test]
fn a_transaction_in_use_is_refused_and_the_first_request_stays_pending() {
    let mut world = World::connected();
    let first = send_as(&mut world, "mine");
    let sent = world.sent();
    let second = send_as(&mut world, "mine");
    let error = world.error(second);
    assert_eq!((error.code(), error.request()), (ErrorCode::DuplicateTransaction, Some("ping")));
    assert_eq!((error.transaction(), error.sent()), (Some("mine"), Some(false)));
    world.assert_nothing_sent();
    world.respond("pong", &sent, json!({}));
    world.reply(first).unwrap();
    let third = send_as(&mut world, "mine");
    world.assert_pending(third);
}

#[test]
fn a_number_of_the_engine_is_in_use_too() {
    let mut world = World::connected();
    let ping = world.command(|engine, now| engine.ping(now));
    let taken = send_as(&mut world, &ping.get().to_string());
    world.assert_fails(taken, ErrorCode::DuplicateTransaction);
    world.assert_pending(ping);
}

#[test]
fn the_engine_skips_a_number_that_the_caller_uses() {
    let mut world = World::connected();
    let taken = (SEED + 3).to_string();
    let own = send_as(&mut world, &taken);
    assert_eq!(world.sent()["transaction"], taken);
    world.command(|engine, now| {
        engine.ping(now);
        engine.ping(now);
    });
    let numbers: Vec<_> = world.all_sent().iter().map(|sent| sent["transaction"].clone()).collect();
    assert_eq!(numbers, [(SEED + 2).to_string(), (SEED + 4).to_string()]);
    world.receive(json!({ "janus": "pong", "transaction": taken }));
    world.reply(own).unwrap();
}

#[test]
fn a_request_with_a_chosen_transaction_is_not_found_by_its_number() {
    let mut world = World::connected();
    let own = send_as(&mut world, "mine");
    world.receive(json!({ "janus": "pong", "transaction": own.get().to_string() }));
    world.assert_pending(own);
}

#[test]
fn a_reserved_number_can_be_chosen_as_transaction() {
    let mut world = World::connected();
    let number = world.engine.reserve_transaction().to_string();
    let request = send_as(&mut world, &number);
    let sent = world.sent();
    assert_eq!(sent["transaction"], number);
    world.respond("pong", &sent, json!({}));
    world.reply(request).unwrap();
    assert_eq!(world.engine.stats().protocol_violations, 0);
    let next = world.engine.reserve_transaction();
    assert!(next > request.get(), "no other request has the number");
    world.command(|engine, now| engine.ping(now));
    assert_ne!(world.sent()["transaction"], next.to_string());
}

#[test]
fn a_response_to_an_unsent_request_is_a_violation() {
    let mut world = World::connected();
    world.command(|engine, _| engine.handle_writable(false));
    let ping = world.command(|engine, now| engine.ping(now));
    world.receive(json!({ "janus": "pong", "transaction": ping.get().to_string() }));
    world.assert_pending(ping);
    world.command(|engine, _| engine.handle_writable(true));
    let sent = world.sent();
    world.respond("pong", &sent, json!({}));
    world.reply(ping).unwrap();
}
