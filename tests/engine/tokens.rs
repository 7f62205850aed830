//! Tokens that expire while a connection goes on.

use bifrons::engine::CreateOptions;
use bifrons::{Address, Config, Secret};
use serde_json::json;

use super::support::{Happened, World, recovering};

fn with_token() -> Config {
    Config { addresses: vec![Address::new("ws://janus").token("the first one")], ..recovering() }
}

#[test]
fn a_newer_token_is_that_of_all_requests_that_follow_also_after_a_reconnect() {
    let mut world = World::connected_with(with_token(), 60, 60);
    world.command(|engine, now| engine.ping(now));
    assert_eq!(world.sent()["token"], "the first one");
    world.command(|engine, _| engine.set_token(&Secret::from("the second one")));
    world.command(|engine, now| engine.ping(now));
    assert_eq!(world.sent()["token"], "the second one");
    world.session();
    let claim = world.reconnect_to_claim();
    assert_eq!(claim["token"], "the second one");
}

#[test]
fn connections_with_one_configuration_have_tokens_of_their_own() {
    let config = std::sync::Arc::new(with_token());
    let mut one = World::connected_with(Config::clone(&config), 0, 0);
    let mut other = World::connected_with(Config::clone(&config), 0, 0);
    one.command(|engine, _| engine.set_token(&Secret::from("another one")));
    other.command(|engine, now| engine.ping(now));
    assert_eq!(other.sent()["token"], "the first one");
}

#[test]
fn a_token_that_expires_soon_is_reported() {
    let mut world = World::connected();
    let create = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": 9 } }));
    world.reply(create).unwrap();
    world.happened();
    world.receive(json!({ "janus": "token_expiring", "session_id": 9, "expires_in_s": 120 }));
    assert_eq!(world.happened(), [Happened::TokenExpiring(9, json!(120))]);
    // Of another session, or without one: it belongs to none.
    for message in
        [json!({ "janus": "token_expiring", "session_id": 8 }), json!({ "janus": "token_expiring" })]
    {
        world.receive(message);
        assert_eq!(world.notices().len(), 1);
        assert!(world.happened().is_empty());
    }
}
