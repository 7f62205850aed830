//! Requests whose session or handle is gone when Janus responds: each has a response of the gateway's.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::mock::Fault;
use bifrons_gateway::core::relay::PageId;
use serde_json::{Value, json};
use std::time::Duration;
use support::stage::{Stage, settings};

/// A page with a session, and Janus's responses come late.
fn slow() -> (Stage, PageId, u64) {
    let mut stage = Stage::new(settings());
    let (page, session) = stage.page_of("anna");
    stage.janus.inject(stage.now, Fault::Delay(Duration::from_millis(500)));
    (stage, page, session)
}

fn attach(session: u64, plugin: &str) -> Value {
    json!({ "janus": "attach", "transaction": "attach", "session_id": session, "plugin": plugin })
}

#[test]
fn a_handle_of_a_session_that_has_ended_is_refused() {
    let (mut stage, page, session) = slow();
    stage.send(page, &attach(session, "janus.plugin.echotest"));
    stage.gateway.end_session(stage.now, session);
    stage.wait(Duration::from_secs(2));
    let received = stage.all(page);
    let response = received.iter().find(|message| message["transaction"] == "attach").unwrap();
    assert_eq!(response["error"]["code"], 458, "{received:#?}");
    assert!(stage.janus.sessions().is_empty());
}

#[test]
fn a_page_whose_flow_is_detached_by_another_connection_goes_on() {
    let (mut stage, page, session) = slow();
    let attached = stage.ask(page, attach(session, "bifrons.plugin.flow"));
    let handle = attached["data"]["id"].as_u64().unwrap();
    let other = stage.open("0.0.0.0");
    let about = json!({ "session_id": session, "handle_id": handle });
    let with = |mut message: Value| {
        message.as_object_mut().unwrap().extend(about.as_object().unwrap().clone());
        message
    };
    stage.send(page, &with(json!({ "janus": "message", "transaction": "enter", "body": { "request": "enter", "room": 1234 } })));
    let token = support::server::token("anna");
    stage.send(other, &with(json!({ "janus": "detach", "transaction": "detach", "token": token })));
    stage.send(page, &json!({ "janus": "ping", "transaction": "ping" }));
    stage.wait(Duration::from_secs(2));
    assert_eq!(stage.receive(other)["janus"], "success");
    let (entered, pinged) = (stage.receive(page), stage.receive(page));
    assert_eq!((&entered["transaction"], &entered["error"]["code"]), (&json!("enter"), &json!(459)));
    assert_eq!(pinged["janus"], "pong");
}

#[test]
fn the_ids_of_janus_are_in_no_reason() {
    let mut stage = Stage::new(settings());
    let (page, session) = stage.page_of("anna");
    let of_janus = stage.janus.sessions()[0].to_string();
    stage.janus.inject(stage.now, Fault::ForgetSessions);
    let refused = stage.ask(page, attach(session, "janus.plugin.echotest"));
    assert_eq!(refused["error"]["code"], 458);
    let reason = refused["error"]["reason"].as_str().unwrap();
    assert!(!reason.contains(&of_janus) && reason.contains(&session.to_string()), "{reason}");
}
