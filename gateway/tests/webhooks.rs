//! Webhooks: what is reported, in which order, and to receivers with faults.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::relay::OccurrenceKind;
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::Issuer;
use bifrons_gateway::server::Webhook;
use serde_json::{Value, json};
use support::LIMIT;
use support::operator::Operator;
use support::page::Page;
use support::receiver::{Does, Receiver, WEBHOOK_SECRET};
use support::server::{Served, issuer, serve, serve_for, token, token_of};
use tokio::net::TcpListener;
use tokio::time::timeout;

async fn served(url: &str, events: &[OccurrenceKind]) -> (MockJanus, Served) {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let served = serve(janus.url(), Rules::default()).await;
    let (url, events) = (url.to_owned(), events.to_vec());
    let webhook = Webhook { url, secret: WEBHOOK_SECRET.into(), events, issuer: None };
    served.server.set_webhooks(vec![webhook]);
    (janus, served)
}

/// A page with a handle.
struct User {
    page: Page,
    place: (u64, u64),
}

impl User {
    async fn new(served: &Served, name: &str, plugin: &str) -> Self {
        let mut page = Page::open(&served.url).await;
        let place = page.attach_with(&token(name), plugin).await;
        Self { page, place }
    }

    async fn send(&mut self, body: Value, kinds: &[&str]) -> Value {
        let mut message = json!({ "janus": "message", "transaction": "m", "session_id": self.place.0,
            "handle_id": self.place.1, "body": body });
        if !kinds.is_empty() {
            message["jsep"] = serde_json::to_value(mock::offer_of(kinds).unwrap()).unwrap();
        }
        self.page.ask(message).await
    }

    async fn in_room(served: &Served, name: &str, room: u64) -> Self {
        let mut user = Self::new(served, name, "janus.plugin.videoroom").await;
        user.send(json!({ "request": "join", "ptype": "publisher", "room": room }), &[]).await;
        user
    }
}

fn names(reports: &[(String, Value, Option<u64>)]) -> Vec<(&str, &str)> {
    reports.iter().map(|(event, subject, _)| (event.as_str(), subject.as_str().unwrap_or("-"))).collect()
}

#[tokio::test]
async fn a_room_s_life_is_reported_in_order() {
    let mut receiver = Receiver::start([]).await;
    let (_janus, served) = served(&receiver.url, &OccurrenceKind::ALL).await;
    let mut anna = User::new(&served, "anna", "janus.plugin.videoroom").await;
    assert_eq!(anna.send(json!({ "request": "create", "room": 77 }), &[]).await["janus"], "success");
    let created = receiver.report().await;
    let members: Vec<_> = created.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        members,
        ["event", "id", "plugin", "room", "sequence", "session", "subject", "tenant", "time_ms"]
    );
    assert_eq!(
        (&created["event"], &created["room"], &created["plugin"], &created["tenant"]),
        (&json!("room_created"), &json!(77), &json!("videoroom"), &json!("app"))
    );
    anna.send(json!({ "request": "join", "ptype": "publisher", "room": 77 }), &[]).await;
    anna.send(json!({ "request": "publish" }), &["audio", "video"]).await;
    let reports = receiver.reports(2).await;
    assert_eq!(names(&reports), [("joined", "anna"), ("published", "anna")]);
    assert!(reports[0].2.unwrap() > created["sequence"].as_u64().unwrap());
    let ben = User::in_room(&served, "ben", 77).await;
    assert_eq!(names(&receiver.reports(1).await), [("joined", "ben")]);
    served.server.end_session(ben.place.0);
    let mut reports = receiver.reports(2).await;
    // What is about no room has an order of its own.
    reports.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(names(&reports), [("left", "ben"), ("session_ended", "ben")]);
    anna.send(json!({ "request": "unpublish" }), &[]).await;
    anna.send(json!({ "request": "leave" }), &[]).await;
    let reports = receiver.reports(3).await;
    assert_eq!(names(&reports), [("unpublished", "anna"), ("left", "anna"), ("room_empty", "-")]);
    let numbers: Vec<_> = reports.iter().map(|(_, _, number)| number.unwrap()).collect();
    assert_eq!(numbers, [numbers[0], numbers[0] + 1, numbers[0] + 2]);
    assert!(served.server.rooms(None).is_empty());
}

#[tokio::test]
async fn audiobridge_is_reported_and_a_user_who_is_removed_has_left() {
    let mut receiver = Receiver::start([]).await;
    let kinds = [OccurrenceKind::Joined, OccurrenceKind::Left, OccurrenceKind::RoomEmpty];
    let (_janus, served) = served(&receiver.url, &kinds).await;
    let mut anna = User::new(&served, "anna", "janus.plugin.audiobridge").await;
    anna.send(json!({ "request": "join", "room": 1234 }), &[]).await;
    assert_eq!(names(&receiver.reports(1).await), [("joined", "anna")]);
    let mut ben = User::new(&served, "ben", "janus.plugin.audiobridge").await;
    ben.send(json!({ "request": "join", "room": 1234 }), &[]).await;
    assert_eq!(names(&receiver.reports(1).await), [("joined", "ben")]);
    assert_eq!(served.server.rooms(None)[0].users.len(), 2);
    ben.send(json!({ "request": "leave" }), &[]).await;
    assert_eq!(names(&receiver.reports(1).await), [("left", "ben")]);
    served.server.ban("app", Some("anna"), &1234.into());
    assert_eq!(names(&receiver.reports(2).await), [("left", "anna"), ("room_empty", "-")]);
}

#[tokio::test]
async fn a_refused_token_is_reported_without_it() {
    let mut receiver = Receiver::start([]).await;
    let (_janus, served) = served(&receiver.url, &[OccurrenceKind::TokenRefused]).await;
    let mut page = Page::open(&served.url).await;
    page.create("invented.by.anna").await;
    let report = receiver.report().await;
    assert_eq!(report["event"], "token_refused");
    assert!(report["reason"].is_string() && !report.to_string().contains("invented"), "{report}");
}

#[tokio::test]
async fn a_webhook_of_an_issuer_gets_what_its_users_do_alone() {
    let mut receiver = Receiver::start([]).await;
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let other = Issuer { name: "other".into(), ..issuer() };
    let served = serve_for(janus.url(), Rules::default(), vec![issuer(), other]).await;
    let webhook = |issuer: &str| Webhook {
        url: receiver.url.clone(),
        secret: WEBHOOK_SECRET.into(),
        events: vec![OccurrenceKind::Joined, OccurrenceKind::TokenRefused],
        issuer: Some(issuer.to_owned()),
    };
    served.server.set_webhooks(vec![webhook("app")]);
    let mut page = Page::open(&served.url).await;
    page.create("invented").await;
    let place = page
        .attach_with(
            &token_of("eve", &[("iss", json!("other")), ("exp", json!(4_000_000_000_u64))]),
            "janus.plugin.videoroom",
        )
        .await;
    User { page, place }.send(json!({ "request": "join", "ptype": "publisher", "room": 1234 }), &[]).await;
    let _anna = User::in_room(&served, "anna", 1234).await;
    let report = receiver.report().await;
    assert_eq!((&report["tenant"], &report["subject"]), (&json!("app"), &json!("anna")));
    assert!(receiver.is_quiet());
}

#[tokio::test]
async fn a_report_is_sent_until_it_is_taken_and_its_room_waits() {
    let faults = [Does::Refuse(500), Does::Redirect, Does::Refuse(404)];
    let mut receiver = Receiver::start(faults).await;
    let (_janus, served) = served(&receiver.url, &[OccurrenceKind::Joined]).await;
    let _anna = User::in_room(&served, "anna", 1234).await;
    let (_, first) = receiver.attempt().await;
    let _ben = User::in_room(&served, "ben", 1234).await;
    let mut ids = vec![first["id"].clone()];
    for _ in 0..3 {
        let (path, report) = receiver.attempt().await;
        assert_eq!((path.as_str(), &report["subject"]), ("/events", &json!("anna")));
        ids.push(report["id"].clone());
    }
    ids.dedup();
    assert_eq!(ids.len(), 1, "the id is the same each time");
    let (_, report) = receiver.attempt().await;
    assert_eq!(report["subject"], "ben");
    assert!(receiver.is_quiet());
    let metrics = Operator::of(&served).await.metrics().await;
    assert!(metrics.contains("bifrons_gateway_webhooks_failed_total 3"), "{metrics}");
    assert!(metrics.contains("bifrons_gateway_webhooks_dropped_total 0"), "{metrics}");
}

#[tokio::test]
async fn a_receiver_that_hangs_holds_up_its_room_alone_and_no_page() {
    let mut receiver = Receiver::start([Does::Hang]).await;
    let (_janus, served) =
        served(&receiver.url, &[OccurrenceKind::Joined, OccurrenceKind::SessionEnded]).await;
    let anna = User::in_room(&served, "anna", 1234).await;
    assert_eq!(receiver.attempt().await.1["subject"], "anna");
    let quick = async {
        let _ben = User::in_room(&served, "ben", 1234).await;
        served.server.end_session(anna.place.0);
        receiver.attempt().await.1
    };
    let report = timeout(LIMIT, quick).await.unwrap();
    assert_eq!((&report["event"], &report["subject"]), (&json!("session_ended"), &json!("anna")));
}

#[tokio::test]
async fn a_receiver_that_is_down_gets_the_reports_when_it_is_back() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let (_janus, served) = served(&format!("http://{address}/events"), &[OccurrenceKind::Joined]).await;
    let _anna = User::in_room(&served, "anna", 1234).await;
    let operator = Operator::of(&served).await;
    let failed = async {
        while operator.metrics().await.contains("bifrons_gateway_webhooks_failed_total 0\n") {
            tokio::task::yield_now().await;
        }
    };
    timeout(LIMIT, failed).await.unwrap();
    let listener = TcpListener::bind(address).await.unwrap();
    let mut receiver = Receiver::listen(listener, []);
    assert_eq!(receiver.report().await["subject"], "anna");
}

#[tokio::test]
async fn reports_are_sent_before_the_gateway_ends() {
    let mut receiver = Receiver::start([Does::Refuse(503)]).await;
    let (_janus, served) = served(&receiver.url, &[OccurrenceKind::Left, OccurrenceKind::SessionEnded]).await;
    let _anna = User::in_room(&served, "anna", 1234).await;
    served.server.stop().await;
    let mut events = Vec::new();
    while !receiver.is_quiet() {
        events.push(());
    }
    assert!(events.len() >= 3, "an attempt that failed, and two reports: {}", events.len());
}
