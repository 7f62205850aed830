//! Requests whose session or handle is gone when Janus responds: each has a response of the gateway's.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use bifrons::mock::Fault;
use bifrons_gateway::core::relay::{PageId, PathIds, Settings};
use bifrons_gateway::core::revocation::Change;
use bifrons_gateway::core::token::{Issuer, Keys, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use serde_json::{Value, json};
use support::server::{issuer, token};
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

#[test]
fn a_create_whose_user_is_revoked_meanwhile_is_refused_even_if_the_page_is_another_user_now() {
    let mut stage = Stage::new(settings());
    let (anna, ben) = (token("anna"), token("ben"));
    for known in [&anna, &ben] {
        stage.page_with(known);
    }
    let page = stage.open("0.0.0.0");
    let create = json!({ "janus": "create", "transaction": "c", "token": anna });
    stage.gateway.page_message(stage.now, page, &create.to_string());
    let ping = json!({ "janus": "ping", "transaction": "p", "token": ben });
    stage.gateway.page_message(stage.now, page, &ping.to_string());
    stage.gateway.change(stage.now, "app", "anna", Change::Revoke);
    stage.settle();
    let received = stage.all(page);
    let refused = received.iter().find(|message| message["transaction"] == "c").unwrap();
    assert_eq!(refused["error"]["code"], 403, "{received:?}");
    assert_eq!(stage.janus.sessions().len(), 1, "ben's");
}

#[test]
fn a_session_over_http_goes_on_with_a_token_that_is_accepted_after_a_reload() {
    const NEW_SECRET: &[u8] = b"another secret that the application and the gateway share";
    let mut stage = Stage::new(settings());
    let address = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let post = |stage: &mut Stage, page: u64, token: &str, session: Option<u64>, message: Value| {
        let ids = PathIds { session, handle: None };
        stage.gateway.post_opened(stage.now, PageId(page), address, Some(token), ids);
        stage.gateway.page_message(stage.now, PageId(page), &message.to_string());
        stage.settle();
        stage.gateway.page_closed(stage.now, PageId(page));
        stage.receive(PageId(page))
    };
    let create = json!({ "janus": "create", "transaction": "c" });
    let session = post(&mut stage, 901, &token("anna"), None, create)["data"]["id"].as_u64();
    let keys = Keys::Fixed(vec![VerifyingKey::shared(NEW_SECRET).unwrap()]);
    stage
        .gateway
        .reload(stage.now, Settings { issuers: vec![Issuer { keys, ..issuer() }], ..settings() })
        .unwrap();
    stage.settle();
    let grants = support::everything();
    let signer = Signer::shared("app", NEW_SECRET).unwrap();
    let newer = signer.mint("anna", "gateway", Duration::from_secs(3600), &grants).unwrap();
    let keepalive = json!({ "janus": "keepalive", "transaction": "k" });
    assert_eq!(post(&mut stage, 902, &newer, session, keepalive.clone())["janus"], "ack");
    stage.wait(Duration::from_secs(5));
    assert_eq!(post(&mut stage, 903, &newer, session, keepalive)["janus"], "ack");
    assert_eq!(stage.gateway.counts().0, 1);
}
