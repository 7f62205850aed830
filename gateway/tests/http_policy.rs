//! The host application's say in requests, by HTTP: what it sees and decides, and that each of its faults refuses.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::relay::Settings;
use bifrons_gateway::server::{HttpPolicy, PolicyUrl, Server};
use serde_json::{Value, json};
use support::decider::{Decider, Decides, POLICY_SECRET};
use support::page::Page;
use support::server::{Served, serve_policy, token};

const FAILED: &str = "the application has failed to decide; try again later";
const NOT_IN_TIME: &str = "the application has not decided in time; try again";

/// A page whose requests the application decides about.
struct Asked {
    janus: MockJanus,
    served: Served,
    page: Page,
    place: (u64, u64),
}

impl Asked {
    async fn new(at: PolicyUrl) -> Self {
        Self::within(at, Duration::from_secs(20)).await
    }

    async fn within(at: PolicyUrl, verdict_within: Duration) -> Self {
        let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
        let start = |settings: Settings| {
            let settings = Settings { verdict_within, ..settings };
            Server::start_with_policy(settings, HttpPolicy::new(at).unwrap())
        };
        let served = serve_policy(start, janus.url()).await;
        let mut page = Page::open(&served.url).await;
        let place = page.attach_with(&token("anna"), "janus.plugin.videoroom").await;
        Self { janus, served, page, place }
    }

    async fn ask(&mut self, body: Value) -> Value {
        let (session, handle) = self.place;
        let message = json!({ "janus": "message", "transaction": "1", "session_id": session, "handle_id": handle, "body": body });
        self.page.ask(message).await
    }

    async fn exists(&mut self) -> Value {
        self.ask(json!({ "request": "exists", "room": 1234 })).await
    }

    fn metric(&self, name: &str) -> String {
        let metrics = self.served.server.metrics();
        let line = metrics.lines().find(|line| line.starts_with(&format!("bifrons_gateway_{name} ")));
        line.unwrap().rsplit(' ').next().unwrap().to_owned()
    }
}

fn at(decider: &Decider) -> PolicyUrl {
    PolicyUrl::new(&*decider.url, POLICY_SECRET)
}

fn allow() -> Decides {
    Decides::With(json!({ "verdict": "allow" }))
}

#[tokio::test]
async fn it_sees_the_case_and_allows_changes_responds_or_refuses() {
    let decider = Decider::start(allow()).await;
    let mut asked = Asked::new(at(&decider)).await;
    let response =
        asked.ask(json!({ "request": "exists", "room": 1234, "x": 1, "app": { "ticket": 7 } })).await;
    assert_eq!(response["plugindata"]["data"]["exists"], true, "{response}");
    let mut case = decider.asked().pop().unwrap();
    assert!(case["grants"].as_object_mut().unwrap().contains_key("room"));
    case.as_object_mut().unwrap().remove("grants");
    assert_eq!(
        case,
        json!({ "tenant": "app", "subject": "anna", "roles": [], "session": asked.place.0, "handle": asked.place.1,
            "plugin": "videoroom", "request": "exists", "body": { "request": "exists", "room": 1234 }, "publishes": [],
            "app": { "ticket": 7 } })
    );
    decider
        .change(Decides::With(json!({ "verdict": "change", "body": { "request": "exists", "room": 99 } })));
    assert_eq!(asked.exists().await["plugindata"]["data"]["exists"], false);
    decider.change(Decides::With(json!({ "verdict": "respond", "data": { "own": true } })));
    assert_eq!(asked.exists().await["plugindata"]["data"], json!({ "own": true }));
    decider.change(Decides::With(json!({ "verdict": "refuse", "reason": "not today", "code": 4711 })));
    assert_eq!(asked.exists().await["error"], json!({ "code": 4711, "reason": "not today" }));
    decider.change(Decides::With(json!({ "verdict": "refuse", "reason": "not today" })));
    assert_eq!(asked.exists().await["error"], json!({ "code": 403, "reason": "not today" }));
    assert_eq!(decider.asked().len(), 4);
    assert_eq!(asked.ask(json!({ "request": "publish_remotely" })).await["error"]["code"], 403);
    assert!(decider.asked().is_empty(), "what grants do not allow it is not asked about");
    assert_eq!(asked.metric("verdicts_failed_total"), "0");
}

#[tokio::test]
async fn each_fault_refuses_and_the_next_request_goes_on() {
    let decider = Decider::start(allow()).await;
    let mut asked = Asked::new(at(&decider)).await;
    let long = format!("{{\"verdict\":\"allow\"}}{}", " ".repeat(256 << 10));
    let faults = [
        Decides::Status(500, json!({ "verdict": "allow" })),
        Decides::Status(201, json!({ "verdict": "allow" })),
        Decides::Status(404, json!({})),
        Decides::Redirect,
        Decides::Partly,
        Decides::Text(String::new()),
        Decides::Text("<html>".into()),
        Decides::Text("{\"verdict\":\"allow\"} {}".into()),
        Decides::Text("{\"verdict\":\"allow\",\"verdict\":\"refuse\"}".into()),
        Decides::Text(long),
        Decides::With(json!("allow")),
        Decides::With(json!({})),
        Decides::With(json!({ "verdict": "Allow" })),
        Decides::With(json!({ "verdict": true })),
        Decides::With(json!({ "verdict": "allow", "body": {} })),
        Decides::With(json!({ "verdict": "change" })),
        Decides::With(json!({ "verdict": "change", "body": [] })),
        Decides::With(json!({ "verdict": "respond" })),
        Decides::With(json!({ "verdict": "refuse" })),
        Decides::With(json!({ "verdict": "refuse", "reason": "no", "code": "403" })),
    ];
    let mut at_janus = asked.janus.spy();
    let count = faults.len();
    for (number, fault) in faults.into_iter().enumerate() {
        decider.change(fault);
        let response = asked.exists().await;
        assert_eq!(response["error"], json!({ "code": 403, "reason": FAILED }), "{number}: {response}");
    }
    let reached = at_janus.take();
    assert!(
        reached.iter().all(|message| message["janus"] != "message"),
        "nothing has reached Janus: {reached:?}"
    );
    assert_eq!(asked.metric("verdicts_failed_total"), count.to_string());
    decider.change(allow());
    assert_eq!(asked.exists().await["plugindata"]["data"]["exists"], true);
}

#[tokio::test]
async fn an_application_that_hangs_or_is_down_refuses() {
    let decider = Decider::start(Decides::Never).await;
    let mut asked = Asked::within(at(&decider), Duration::from_millis(300)).await;
    assert_eq!(asked.exists().await["error"]["reason"], NOT_IN_TIME);
    assert_eq!(asked.metric("verdicts_failed_total"), "1");
    let down = PolicyUrl::new("http://127.0.0.1:1/", POLICY_SECRET);
    assert_eq!(Asked::new(down).await.exists().await["error"]["reason"], FAILED);
    let no_url = PolicyUrl::new("no URL", POLICY_SECRET);
    assert_eq!(Asked::new(no_url).await.exists().await["error"]["reason"], FAILED);
}

#[tokio::test]
async fn equal_cases_are_asked_about_once_in_a_time_and_failures_each_time() {
    let decider = Decider::start(Decides::Status(503, json!({}))).await;
    let mut asked = Asked::new(PolicyUrl { cache: Duration::from_secs(3600), ..at(&decider) }).await;
    for _ in 0..2 {
        assert_eq!(asked.exists().await["error"]["reason"], FAILED);
    }
    assert_eq!(decider.asked().len(), 2);
    decider.change(allow());
    for _ in 0..3 {
        assert_eq!(asked.exists().await["plugindata"]["data"]["exists"], true);
    }
    assert_eq!(decider.asked().len(), 1);
    // Another body, another `app`, another user, other grants.
    asked.ask(json!({ "request": "exists", "room": 1 })).await;
    asked.ask(json!({ "request": "exists", "room": 1234, "app": 1 })).await;
    assert_eq!(decider.asked().len(), 2);
    for (user, asks) in [("anna", 0), ("ben", 1)] {
        let mut page = Page::open(&asked.served.url).await;
        let (session, handle) = page.attach_with(&token(user), "janus.plugin.videoroom").await;
        let body = json!({ "request": "exists", "room": 1234 });
        page.ask(json!({ "janus": "message", "transaction": "1", "session_id": session, "handle_id": handle, "body": body }))
            .await;
        assert_eq!(decider.asked().len(), asks, "{user}");
    }
}

#[tokio::test]
async fn it_is_asked_about_its_requests_alone_also_in_flows() {
    let decider = Decider::start(Decides::With(json!({ "verdict": "refuse", "reason": "no" }))).await;
    let of = |plugins: &[&str], requests: &[&str]| {
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        PolicyUrl { plugins: named(plugins), requests: named(requests), ..at(&decider) }
    };
    for (at, is_asked) in [
        (of(&["videoroom"], &["exists"]), true),
        (of(&["*"], &["join", "exists"]), true),
        (of(&["videoroom"], &["join"]), false),
        (of(&["audiobridge"], &["*"]), false),
    ] {
        let response = Asked::new(at).await.exists().await;
        assert_eq!(response["error"].is_object(), is_asked, "{response}");
        assert_eq!(decider.asked().len(), usize::from(is_asked));
    }
    // A flow is asked about for its last request, and for one before it.
    for (at, is_asked) in [
        (of(&["videocall"], &["call"]), true),
        (of(&["videocall"], &["register"]), true),
        (of(&["videocall"], &["list"]), false),
    ] {
        let mut asked = Asked::new(at).await;
        let (session, _) = asked.place;
        let attach = json!({ "janus": "attach", "transaction": "a", "session_id": session, "plugin": "bifrons.plugin.flow" });
        let handle = asked.page.ask(attach).await["data"]["id"].as_u64().unwrap();
        let body = json!({ "request": "call", "as": "anna", "username": "ben" });
        let call = json!({ "janus": "message", "transaction": "c", "session_id": session, "handle_id": handle, "body": body,
            "jsep": mock::offer_of(&["audio"]).unwrap() });
        let response = asked.page.ask(call).await;
        assert_eq!(response["error"]["reason"] == "no", is_asked, "{response}");
        let cases = decider.asked();
        assert_eq!(cases.len(), usize::from(is_asked));
        assert!(
            cases.iter().all(|case| case["flow"]["name"] == "call" && case["request"] == "call"),
            "{cases:?}"
        );
    }
}
