//! Lua and Duktape: a real Janus runs the scripts of `tests/support`.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::plugins::{duktape, lua};
use bifrons::{ErrorCode, Handle, JsepType};
use needs_janus::needs_janus;
use serde_json::{Map, Value, json};
use support::{Janus, sdp, wait_for, within};

fn body(members: Value) -> Map<String, Value> {
    members.as_object().unwrap().clone()
}

#[needs_janus("the plugin Lua")]
#[tokio::test]
async fn a_lua_script_responds_sends_events_and_refuses() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let lua: Handle<lua::Lua> = connection.create().await.unwrap().attach().await.unwrap();
    let ask = |members| {
        lua.ask({
            let mut request = lua::Ask::default();
            request.extra = body(members);
            request
        })
    };
    for members in [json!({ "greeting": "hello" }), json!({ "later": true, "list": [1, null] })] {
        let response = within("a response", ask(members.clone())).await.unwrap();
        assert_eq!(Value::from(response.extra), json!({ "script": "lua", "received": members }));
    }
    within("a response", ask(json!({ "later": true, "push": true }))).await.unwrap();
    let lua::Event::Message(event) = wait_for(&lua, "an event", |_| true).await else {
        panic!("not an object")
    };
    assert_eq!(event.extra["pushed"], true);

    let offer = lua::Ask::default().jsep(sdp::offer());
    let answer = within("a response", lua.ask(offer)).await.unwrap();
    assert_eq!(answer.jsep.unwrap().kind, JsepType::Answer);
    let refused = within("a refusal", ask(json!({ "refuse": true }))).await.unwrap_err();
    assert_eq!((refused.code(), refused.janus_code()), (ErrorCode::JanusRefused, Some(462)));
    assert!(refused.message().contains("the script refuses"), "{refused}");
    connection.close().await;
}

#[needs_janus("the plugin Duktape")]
#[tokio::test]
async fn a_javascript_responds_sends_events_and_refuses() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let duktape: Handle<duktape::Duktape> = connection.create().await.unwrap().attach().await.unwrap();
    let ask = |members| {
        duktape.ask({
            let mut request = duktape::Ask::default();
            request.extra = body(members);
            request
        })
    };
    for members in [json!({ "greeting": "hello" }), json!({ "later": true, "list": [1, null] })] {
        let response = within("a response", ask(members.clone())).await.unwrap();
        assert_eq!(Value::from(response.extra), json!({ "script": "javascript", "received": members }));
    }
    within("a response", ask(json!({ "later": true, "push": true }))).await.unwrap();
    let duktape::Event::Message(event) = wait_for(&duktape, "an event", |_| true).await else {
        panic!("not an object")
    };
    assert_eq!(event.extra["pushed"], true);

    let offer = duktape::Ask::default().jsep(sdp::offer());
    let answer = within("a response", duktape.ask(offer)).await.unwrap();
    assert_eq!(answer.jsep.unwrap().kind, JsepType::Answer);
    let refused = within("a refusal", ask(json!({ "refuse": true }))).await.unwrap_err();
    assert_eq!((refused.code(), refused.janus_code()), (ErrorCode::JanusRefused, Some(462)));
    connection.close().await;
}
