//! Transactions: the engine's own numbers, and texts of the caller's.

use bifrons::engine::{RequestId, RequestOptions, Target};
use bifrons::error::ErrorCode;
use bifrons::wire::Verb;
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{SEED, World};

fn ask_as(world: &mut World, transaction: &str) -> RequestId {
    let options = RequestOptions { transaction: Some(transaction.into()), ..RequestOptions::default() };
    world.tell(|engine, now| engine.request(now, Target::Connection, Verb::Ping, None, options))
}

#[test]
fn the_callers_own_goes_on_the_wire_as_given() {
    let mut world = World::connected();
    for text in ["mine", "", "a\"b", "0815", "99999999999999999999", "-1", "1.5"] {
        let request = ask_as(&mut world, text);
        let sent = world.sent();
        assert_eq!(sent["transaction"], text);
        assert_eq!(world.engine.find(text), Some((request, Target::Connection)));
        world.answer("pong", &sent, json!({}));
        world.reply(request).unwrap();
        assert_eq!(world.engine.find(text), None);
    }
    world.assert_empty();
}

#[test]
fn one_in_use_is_refused_and_the_other_goes_on() {
    let mut world = World::connected();
    let first = ask_as(&mut world, "mine");
    let sent = world.sent();
    let second = ask_as(&mut world, "mine");
    let error = world.error(second);
    assert_eq!((error.code(), error.request()), (ErrorCode::DuplicateTransaction, Some("ping")));
    assert_eq!((error.transaction(), error.sent()), (Some("mine"), Some(false)));
    world.assert_nothing_sent();
    world.answer("pong", &sent, json!({}));
    world.reply(first).unwrap();
    let third = ask_as(&mut world, "mine");
    world.assert_open(third);
}

#[test]
fn one_of_the_engines_own_numbers_is_in_use_too() {
    let mut world = World::connected();
    let ping = world.tell(|engine, now| engine.ping(now));
    let taken = ask_as(&mut world, &ping.get().to_string());
    world.assert_fails(taken, ErrorCode::DuplicateTransaction);
    world.assert_open(ping);
}

#[test]
fn the_engine_steps_over_a_number_that_the_caller_took() {
    let mut world = World::connected();
    let taken = (SEED + 3).to_string();
    let own = ask_as(&mut world, &taken);
    assert_eq!(world.sent()["transaction"], taken);
    world.tell(|engine, now| {
        engine.ping(now);
        engine.ping(now);
    });
    let numbers: Vec<_> = world.all_sent().iter().map(|sent| sent["transaction"].clone()).collect();
    assert_eq!(numbers, [(SEED + 2).to_string(), (SEED + 4).to_string()]);
    world.hear(json!({ "janus": "pong", "transaction": taken }));
    world.reply(own).unwrap();
}

#[test]
fn a_request_with_a_text_does_not_answer_to_its_number() {
    let mut world = World::connected();
    let own = ask_as(&mut world, "mine");
    world.hear(json!({ "janus": "pong", "transaction": own.get().to_string() }));
    world.assert_open(own);
}

#[test]
fn a_reserved_number_serves_as_a_text() {
    let mut world = World::connected();
    let number = world.engine.reserve_transaction().to_string();
    let request = ask_as(&mut world, &number);
    let sent = world.sent();
    assert_eq!(sent["transaction"], number);
    world.answer("pong", &sent, json!({}));
    world.reply(request).unwrap();
    assert_eq!(world.engine.stats().protocol_violations, 0);
    let next = world.engine.reserve_transaction();
    assert!(next > request.get(), "it is nobody else's");
    world.tell(|engine, now| engine.ping(now));
    assert_ne!(world.sent()["transaction"], next.to_string());
}

#[test]
fn an_answer_to_what_was_not_sent_yet_is_none() {
    let mut world = World::connected();
    world.tell(|engine, _| engine.handle_writable(false));
    let ping = world.tell(|engine, now| engine.ping(now));
    world.hear(json!({ "janus": "pong", "transaction": ping.get().to_string() }));
    world.assert_open(ping);
    world.tell(|engine, _| engine.handle_writable(true));
    let sent = world.sent();
    world.answer("pong", &sent, json!({}));
    world.reply(ping).unwrap();
}
