//! The host application's say in requests.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::relay::{Case, CloseCode, Consultation, PageId, Settings, Verdict};
use bifrons_gateway::core::revocation::Change;
use bifrons_gateway::server::Server;
use serde_json::{Value, json};
use support::grants;
use support::page::Page;
use support::server::{serve_policy, token};
use support::stage::{Stage, settings};

const EXISTS: &str = "exists";

/// A page whose requests the application decides about.
struct Asked {
    stage: Stage,
    page: PageId,
    place: (u64, u64),
}

impl Asked {
    fn open() -> Self {
        let mut stage = Stage::new(Settings { consults: true, ..settings() });
        let (page, session) = stage.page_of("anna");
        let handle = stage.attach((page, session), "videoroom");
        Self { stage, page, place: (session, handle) }
    }

    fn send(&mut self, transaction: &str, body: Value) {
        let (session, handle) = self.place;
        let message = json!({ "janus": "message", "transaction": transaction, "session_id": session, "handle_id": handle, "body": body });
        self.stage.send(self.page, &message);
    }

    fn asked(&mut self) -> (Consultation, Case) {
        self.stage.consultations.pop_front().unwrap()
    }

    fn decide(&mut self, consultation: Consultation, verdict: Verdict) {
        self.stage.gateway.consulted(self.stage.now, consultation, verdict);
        self.stage.settle();
    }

    fn receive(&mut self) -> Value {
        self.stage.receive(self.page)
    }
}

fn refuse(reason: &str) -> Verdict {
    Verdict::Refuse { code: None, reason: reason.to_owned() }
}

#[test]
fn it_sees_what_would_go_to_janus_and_what_is_its_own() {
    let mut asked = Asked::open();
    asked.send("1", json!({ "request": EXISTS, "room": 1234, "unknown": 1, "app": { "ticket": 7 } }));
    let (consultation, case) = asked.asked();
    assert_eq!((&*case.who.subject, case.plugin, case.request), ("anna", "videoroom", EXISTS));
    assert_eq!((case.session, case.handle), asked.place);
    assert_eq!(Value::Object(case.body), json!({ "request": EXISTS, "room": 1234 }));
    assert_eq!(case.app, Some(json!({ "ticket": 7 })));
    asked.decide(consultation, Verdict::Allow);
    let response = asked.receive();
    assert_eq!(
        (&response["transaction"], &response["plugindata"]["data"]["exists"]),
        (&json!("1"), &json!(true))
    );
}

#[test]
fn it_refuses_changes_or_responds_itself() {
    let mut asked = Asked::open();
    asked.send("1", json!({ "request": EXISTS, "room": 1234 }));
    let (consultation, _) = asked.asked();
    asked.decide(consultation, Verdict::Refuse { code: Some(4711), reason: "not today".to_owned() });
    assert_eq!(asked.receive()["error"], json!({ "code": 4711, "reason": "not today" }));

    asked.send("2", json!({ "request": EXISTS, "room": 1234 }));
    let (consultation, mut case) = asked.asked();
    case.body.insert("room".to_owned(), 99.into());
    asked.decide(consultation, Verdict::Change(case.body));
    let response = asked.receive();
    assert_eq!(response["plugindata"]["data"]["exists"], false, "{response}");

    asked.send("3", json!({ "request": EXISTS, "room": 1234 }));
    let (consultation, _) = asked.asked();
    asked.decide(consultation, Verdict::Respond(json!({ "own": true })));
    let (session, handle) = asked.place;
    assert_eq!(
        asked.receive(),
        json!({ "janus": "success", "transaction": "3", "session_id": session, "sender": handle,
            "plugindata": { "plugin": "janus.plugin.videoroom", "data": { "own": true } } })
    );
}

#[test]
fn what_grants_do_not_allow_it_is_not_asked_about() {
    let mut asked = Asked::open();
    asked.send("1", json!({ "request": "publish_remotely" }));
    assert_eq!(asked.receive()["error"]["code"], 403);
    assert!(asked.stage.consultations.is_empty());
}

#[test]
fn the_order_of_a_pages_messages_is_kept_and_no_other_page_waits() {
    let mut asked = Asked::open();
    let (session, _) = asked.place;
    for transaction in ["1", "2"] {
        asked.send(transaction, json!({ "request": EXISTS, "room": 1234 }));
    }
    let keepalive = json!({ "janus": "keepalive", "transaction": "3", "session_id": session });
    asked.stage.send(asked.page, &keepalive);
    let (other, of_other) = asked.stage.page_of("ben");
    assert_eq!(
        asked.stage.ask(other, json!({ "janus": "keepalive", "session_id": of_other }))["janus"],
        "ack"
    );
    assert_eq!(asked.stage.consultations.len(), 1, "one after the other");
    for transaction in ["1", "2"] {
        let (consultation, _) = asked.asked();
        asked.decide(consultation, refuse("no"));
        assert_eq!(asked.receive()["transaction"], transaction);
    }
    assert_eq!(asked.receive()["transaction"], "3");
    // Too many may not wait.
    asked.send("4", json!({ "request": EXISTS, "room": 1234 }));
    for _ in 0..=64 {
        asked.stage.send(asked.page, &keepalive);
    }
    assert_eq!(asked.stage.closed[&asked.page], CloseCode::TooMany);
    let (consultation, _) = asked.asked();
    asked.decide(consultation, Verdict::Allow);
}

#[test]
fn without_a_decision_in_time_a_request_is_refused() {
    let mut asked = Asked::open();
    asked.send("1", json!({ "request": EXISTS, "room": 1234 }));
    asked.stage.wait(Duration::from_secs(1));
    let refused = asked.receive();
    assert_eq!(refused["error"]["reason"], "the application has not decided in time; try again");
    let (consultation, _) = asked.asked();
    for late in 1..=2 {
        asked.decide(consultation, Verdict::Allow);
        assert!(asked.receive().is_null());
        assert_eq!(asked.stage.gateway.counters().late_verdicts, late);
    }
}

#[test]
fn a_decision_about_what_is_no_longer_so_has_no_effect() {
    // The handle is gone, or the user may do other things now.
    for is_revoked in [false, true] {
        let mut asked = Asked::open();
        asked.send("1", json!({ "request": EXISTS, "room": 1234 }));
        let (consultation, _) = asked.asked();
        let grants = match is_revoked {
            true => grants(json!({})),
            false => grants(json!({ "room": { "id": 5, "join": true } })),
        };
        asked.stage.gateway.change(asked.stage.now, "app", "anna", Change::Grant(Box::new(grants)));
        asked.stage.settle();
        asked.stage.all(asked.page);
        asked.decide(consultation, Verdict::Allow);
        let refused = asked.receive();
        assert_eq!(refused["error"]["code"], if is_revoked { 459 } else { 403 }, "{refused}");
    }
}

#[tokio::test]
async fn a_policy_that_fails_or_hangs_refuses() {
    async fn policy(case: Case) -> Verdict {
        match case.app.as_ref().and_then(Value::as_str) {
            Some("panic") => panic!("a fault of the application"),
            Some("hang") => std::future::pending().await,
            _ => Verdict::Allow,
        }
    }
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let served =
        serve_policy(|settings: Settings| Server::start_with_policy(settings, policy), janus.url()).await;
    let mut page = Page::open(&served.url).await;
    let (session, handle) = page.attach_with(&token("anna"), "janus.plugin.videoroom").await;
    for (app, reason) in [
        ("panic", "the application has failed to decide; try again later"),
        ("hang", "the application has not decided in time; try again"),
        ("allow", ""),
    ] {
        let body = json!({ "request": EXISTS, "room": 1234, "app": app });
        let response = page
            .ask(json!({ "janus": "message", "transaction": app, "session_id": session, "handle_id": handle, "body": body }))
            .await;
        assert_eq!(response["error"]["reason"].as_str().unwrap_or_default(), reason, "{response}");
    }
}
