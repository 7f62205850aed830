//! What the tests of the decisions share.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "these are tests")]

pub mod decider;
pub mod flow_user;
pub mod http;
pub mod keys_at;
pub mod operator;
pub mod over_http;
pub mod page;
pub mod receiver;
pub mod server;
pub mod stage;
pub mod tls_front;

use std::sync::LazyLock;
use std::time::Duration;

use bifrons::Id;
use bifrons_gateway::core::decision::{Allowed, Asking, decide};
use bifrons_gateway::core::definitions::{PLUGINS, Plugin};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::keys::{Key, Keys};
use bifrons_gateway::core::refusal::Refusal;
use serde_json::{Map, Value, json};

/// Within this time what a test waits for has happened, also on a machine that does other work.
pub const LIMIT: Duration = Duration::from_secs(20);

pub static NO_KEYS: LazyLock<Keys> = LazyLock::new(Keys::default);

/// The gateway's keys of the tests.
pub static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let key = |field: &str| Key {
        plugin: "videoroom".into(),
        field: field.into(),
        of: "*".into(),
        value: format!("the gateway's {field}").into(),
    };
    Keys::new(vec![key("secret"), key("pin"), key("admin_key")])
});

pub fn plugin(name: &str) -> &'static Plugin {
    PLUGINS.iter().find(|plugin| plugin.name == name).unwrap()
}

pub fn grants(claims: Value) -> Grants {
    serde_json::from_value(claims).unwrap()
}

pub fn object(value: Value) -> Map<String, Value> {
    serde_json::from_value(value).unwrap()
}

/// A request: its plugin, its body, and what it depends on.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub plugin: &'a str,
    pub grants: &'a Grants,
    pub entered: &'a [Id],
    pub offer: Option<&'a str>,
}

pub fn ask(asked: Asked<'_>, body: Value) -> Result<Allowed, Refusal> {
    ask_within(asked, None, body)
}

/// The decision about a request by a token of an issuer with a bound.
pub fn ask_within(asked: Asked<'_>, at_most: Option<&Grants>, body: Value) -> Result<Allowed, Refusal> {
    let Asked { grants, entered, offer, .. } = asked;
    let plugin = plugin(asked.plugin);
    let asking = Asking { grants, at_most, keys: &KEYS, plugin, entered, banned: &[], offer };
    decide(&asking, object(body))
}

/// The decision about a request without an offer, on a new handle.
pub fn decided(grants: &Grants, plugin: &str, body: Value) -> Result<Allowed, Refusal> {
    ask(Asked { plugin, grants, entered: &[], offer: None }, body)
}

/// Everything in all rooms, on all mountpoints, of all plugins; no files, hosts and URLs.
pub fn everything() -> Grants {
    let all = |rights: &[&str]| {
        let mut grant = object(json!({ "id": "*" }));
        grant.extend(rights.iter().map(|right| ((*right).to_owned(), true.into())));
        Value::Object(grant)
    };
    let mut room =
        all(&["create", "permanent", "destroy", "join", "subscribe", "list", "record", "moderate"]);
    room["publish"] = json!(["audio", "video", "data"]);
    grants(json!({
        "room": room,
        "text": all(&["create", "permanent", "destroy", "join", "list", "moderate"]),
        "stream": all(&["watch", "create", "permanent", "destroy", "list", "record", "moderate"]),
        "call": { "register_as": ["*"], "call": ["*"], "list": true, "record": true },
        "sip": { "register_as": ["*"], "call": ["*"], "proxies": ["*"], "headers": true, "record": true },
        "plugins": ["echotest", "recordplay", "nosip", "voicemail", "lua", "duktape"],
    }))
}
