//! The STUN and TURN servers that pages get.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons_gateway::core::ice::IceServers;
use bifrons_gateway::core::relay::Settings;
use data_encoding::BASE64;
use ring::hmac;
use serde_json::{Value, json};
use support::server::token;
use support::stage::{Stage, settings};

const SECRET: &str = "what the gateway shares with the TURN server";

fn stage() -> Stage {
    let stun = IceServers {
        urls: vec!["stun:stun.example.org".into()],
        secret: None,
        valid_for: Duration::from_secs(3600),
    };
    let turn = IceServers {
        urls: vec!["turn:turn.example.org".into(), "turns:turn.example.org".into()],
        secret: Some(SECRET.into()),
        valid_for: Duration::from_secs(3600),
    };
    Stage::new(Settings { ice_servers: vec![stun, turn], ..settings() })
}

fn username(server: &Value) -> (u64, String) {
    let (until, user) = server["username"].as_str().unwrap().split_once(':').unwrap();
    (until.parse().unwrap(), user.to_owned())
}

#[test]
fn a_session_comes_with_servers_whose_credentials_a_turn_server_accepts() {
    let mut stage = stage();
    let page = stage.open("0.0.0.0");
    let created = stage.ask(page, json!({ "janus": "create", "token": token("anna") }));
    let servers = &created["data"]["ice_servers"];
    assert_eq!(servers[0], json!({ "urls": ["stun:stun.example.org"] }));
    assert_eq!(servers[1]["urls"], json!(["turn:turn.example.org", "turns:turn.example.org"]));
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, SECRET.as_bytes());
    let tag = hmac::sign(&key, servers[1]["username"].as_str().unwrap().as_bytes());
    assert_eq!(servers[1]["credential"], BASE64.encode(tag.as_ref()));
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let (until, user) = username(&servers[1]);
    assert!((now + 3590..=now + 3600).contains(&until), "{until}");
    // Another user has another name, which says nothing about the user.
    let page = stage.open("0.0.0.0");
    let of_ben = stage.ask(page, json!({ "janus": "create", "token": token("ben") }));
    assert_ne!(username(&of_ben["data"]["ice_servers"][1]).1, user);
    assert!(!servers.to_string().contains("anna") && !servers.to_string().contains(SECRET));
}

#[test]
fn a_page_that_comes_back_gets_fresh_credentials() {
    let mut stage = stage();
    let (page, session) = stage.page_of("anna");
    stage.wait(Duration::from_secs(100));
    let claimed = stage.ask(page, json!({ "janus": "claim", "session_id": session }));
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    assert!(username(&claimed["data"]["ice_servers"][1]).0 >= now + 3690);
}
