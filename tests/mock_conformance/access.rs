//! Credentials, and the sessions of clients that disconnect.

use serde_json::{Value, json};

use super::scripts::Script;
use super::stage::{RECONNECT, WAIT};

fn create(name: &str, more: Value) -> Value {
    with(json!({ "janus": "create", "transaction": name }), more)
}

fn on_session(verb: &str, more: Value) -> Value {
    with(json!({ "janus": verb, "transaction": "t", "session_id": "$s" }), more)
}

fn attach(name: &str, plugin: &str, more: Value) -> Value {
    let plugin = format!("janus.plugin.{plugin}");
    with(json!({ "janus": "attach", "transaction": name, "session_id": "$s", "plugin": plugin }), more)
}

fn echo(more: Value) -> Value {
    let message = on_session("message", json!({ "handle_id": "$h", "body": { "audio": true } }));
    with(message, more)
}

fn with(mut request: Value, more: Value) -> Value {
    if let (Some(request), Value::Object(more)) = (request.as_object_mut(), more) {
        request.extend(more);
    }
    request
}

fn administer(verb: &str, more: Value) -> (&'static str, Value) {
    ("admin", with(json!({ "janus": verb, "transaction": "t", "admin_secret": "janusoverlord" }), more))
}

pub(crate) const SECRET: &str = "an-api-secret";

pub(crate) fn secrets() -> Script {
    let (right, wrong) = (json!({ "apisecret": SECRET }), json!({ "apisecret": "another" }));
    vec![
        ("a", json!({ "janus": "ping", "transaction": "t" })),
        ("a", create("t", json!({}))),
        ("a", create("t", wrong.clone())),
        ("a", create("t", json!({ "apisecret": 1 }))),
        ("a", create("t", json!({ "token": "a-token" }))),
        ("a", create("s", right.clone())),
        ("a", on_session("keepalive", json!({}))),
        ("a", on_session("keepalive", wrong.clone())),
        ("a", json!({ "janus": "keepalive", "transaction": "t", "session_id": 1 })),
        ("a", attach("h", "echotest", right.clone())),
        ("a", echo(wrong)),
        ("a", echo(right.clone())),
        ("a", on_session("destroy", right)),
        ("admin", json!({ "janus": "list_sessions", "transaction": "t", "admin_secret": "another" })),
        administer("add_token", json!({ "token": "a-token" })),
    ]
}

pub(crate) fn tokens() -> Script {
    let (echotest, videoroom) = ("janus.plugin.echotest", "janus.plugin.videoroom");
    let token = |token: &str| json!({ "token": token });
    let plugins = |names: &[&str]| json!({ "token": "one", "plugins": names });
    vec![
        ("a", create("t", json!({}))),
        ("a", create("t", token("one"))),
        administer("list_tokens", json!({})),
        administer("add_token", json!({})),
        administer("add_token", json!({ "token": 1 })),
        administer("add_token", plugins(&[echotest, "janus.plugin.nothing"])),
        ("a", create("s", token("one"))),
        ("a", on_session("keepalive", token("another"))),
        ("a", attach("h", "echotest", token("one"))),
        ("a", attach("t", "videoroom", token("one"))),
        administer("allow_token", plugins(&[videoroom])),
        ("a", attach("room", "videoroom", token("one"))),
        administer("disallow_token", plugins(&[echotest, videoroom])),
        ("a", attach("t", "videoroom", token("one"))),
        ("a", echo(token("one"))),
        administer("allow_token", json!({ "token": "another", "plugins": [echotest] })),
        administer("allow_token", plugins(&[])),
        administer("allow_token", plugins(&["janus.plugin.nothing"])),
        administer("remove_token", token("one")),
        administer("remove_token", token("one")),
        ("a", echo(token("one"))),
    ]
}

/// The server keeps the sessions of a lost connection for a while.
pub(crate) fn reclaimed() -> Script {
    let claim = || on_session("claim", json!({}));
    let other = json!({ "session_id": "$other" });
    vec![
        ("a", create("s", json!({}))),
        ("a", attach("h", "echotest", json!({}))),
        ("a", json!(RECONNECT)),
        administer("list_sessions", json!({})),
        // A client without the session gets responses, but no events.
        ("b", on_session("keepalive", json!({ "handle_id": "$h" }))),
        ("b", echo(json!({}))),
        // EchoTest handles messages in order: after this event the one before can't reach the new owner of the session.
        ("b", create("other", json!({}))),
        ("b", with(attach("other_h", "echotest", json!({})), other.clone())),
        ("b", with(echo(json!({})), with(other, json!({ "handle_id": "$other_h" })))),
        ("a", json!({ "janus": "claim", "transaction": "t", "session_id": 1 })),
        ("a", claim()),
        ("a", on_session("keepalive", json!({ "handle_id": "$h" }))),
        ("a", echo(json!({}))),
        ("b", claim()),
        ("a", claim()),
        ("b", json!(RECONNECT)),
        ("a", echo(json!({}))),
        ("a", on_session("destroy", json!({}))),
        ("a", claim()),
    ]
}

/// The server keeps no sessions of a lost connection.
pub(crate) fn not_reclaimed() -> Script {
    vec![
        ("a", create("s", json!({}))),
        ("a", attach("h", "echotest", json!({}))),
        ("a", json!(RECONNECT)),
        administer("list_sessions", json!({})),
        ("a", on_session("claim", json!({}))),
        ("a", on_session("keepalive", json!({ "handle_id": "$h" }))),
    ]
}

/// Sessions without requests end. Janus's events for their handles then depend on a race.
pub(crate) fn expired() -> Script {
    vec![
        ("a", create("s", json!({}))),
        ("a", json!(WAIT)),
        ("a", on_session("keepalive", json!({}))),
        administer("list_sessions", json!({})),
    ]
}
