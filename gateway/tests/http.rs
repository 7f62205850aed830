//! The Janus API over HTTP: the same statuses and errors as Janus's own, and who gets which events.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "../../tests/support/janus.rs"]
#[allow(
    dead_code,
    unexpected_cfgs,
    unreachable_pub,
    clippy::expect_used,
    reason = "it is a file of the SDK's tests, with its features"
)]
mod janus;

use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::limits::{Limits, PageLimits};
use bifrons_gateway::core::rules::Rules;
use janus::Janus;
use serde_json::{Value, json};
use support::http::{HttpPage, Reply};
use support::page::Page;
use support::server::{Served, serve, serve_with, token};

struct Stage {
    _janus: MockJanus,
    served: Served,
}

impl Stage {
    async fn open() -> Self {
        Self::with(PageLimits::default()).await
    }

    async fn with(limits: PageLimits) -> Self {
        let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
        let served =
            serve_with(janus.url(), Rules::default(), Limits { page: limits, ..Limits::default() }).await;
        Self { _janus: janus, served }
    }

    fn page(&self, user: &str) -> HttpPage {
        HttpPage::new(&self.served.http, Some(token(user)))
    }
}

fn keepalive() -> Value {
    json!({ "janus": "keepalive" })
}

/// A response without what differs from server to server.
fn comparable(reply: &Reply) -> String {
    let mut body: Value = serde_json::from_str(&reply.text).unwrap_or_else(|_| reply.text.clone().into());
    match body["janus"].as_str() {
        Some("server_info") => body = json!("server_info"),
        Some("error") if body["error"]["code"] == 454 => body["error"]["reason"] = json!("…"),
        Some("success") if body["data"]["id"].is_u64() => body["data"]["id"] = json!("…"),
        _ => {}
    }
    let headers = ["origin", "methods", "headers"].map(|name| format!("access-control-allow-{name}"));
    let headers = headers.iter().map(|name| reply.header(name));
    let age = reply.header("access-control-max-age");
    format!("{} {body} {:?} {age:?}", reply.status, headers.collect::<Vec<_>>())
}

/// Requests, and what a server responds to them.
async fn played(page: &HttpPage) -> Vec<String> {
    let (session, handle) = page.attach("janus.plugin.echotest").await;
    let request = |verb: &str| json!({ "janus": verb, "transaction": "t" });
    let with = |verb: &str, more: Value| {
        let mut request = request(verb);
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request.to_string()
    };
    let [s, h] = [format!("/{session}"), format!("/{session}/{handle}")];
    let cases = [
        ("GET", "/info".to_owned(), String::new()),
        ("GET", "/info/more".to_owned(), String::new()),
        ("POST", "/info".to_owned(), "{}".to_owned()),
        ("GET", String::new(), String::new()),
        ("GET", "/".to_owned(), String::new()),
        ("GET", "/ping".to_owned(), String::new()),
        ("GET", "/1".to_owned(), String::new()),
        ("GET", "/0".to_owned(), String::new()),
        ("GET", "/nonsense".to_owned(), String::new()),
        ("GET", "/1/2/3".to_owned(), String::new()),
        ("POST", String::new(), "nonsense".to_owned()),
        ("POST", String::new(), "{".to_owned()),
        ("POST", s.clone(), "[]".to_owned()),
        ("POST", s.clone(), "1".to_owned()),
        ("POST", s.clone(), "{}".to_owned()),
        ("POST", s.clone(), json!({ "janus": "keepalive" }).to_string()),
        ("POST", s.clone(), json!({ "janus": 1, "transaction": "t" }).to_string()),
        ("POST", String::new(), request("ping").to_string()),
        ("POST", "/".to_owned(), request("ping").to_string()),
        ("POST", String::new(), request("keepalive").to_string()),
        ("POST", "/nonsense".to_owned(), request("create").to_string()),
        ("POST", "/1".to_owned(), request("keepalive").to_string()),
        ("POST", format!("/{session}/1"), with("message", json!({ "body": {} }))),
        ("POST", s.clone(), request("keepalive").to_string()),
        ("POST", format!("{s}/"), request("keepalive").to_string()),
        ("POST", s.clone(), with("keepalive", json!({ "session_id": session }))),
        ("POST", s.clone(), with("keepalive", json!({ "session_id": 0 }))),
        ("POST", s.clone(), with("keepalive", json!({ "session_id": "x" }))),
        ("POST", s.clone(), with("keepalive", json!({ "session_id": 1 }))),
        ("POST", "/nonsense".to_owned(), with("keepalive", json!({ "session_id": session }))),
        ("POST", h.clone(), with("keepalive", json!({ "handle_id": 1 }))),
        ("POST", h.clone(), with("keepalive", json!({ "handle_id": handle, "session_id": session }))),
        ("POST", String::new(), with("keepalive", json!({ "handle_id": handle, "session_id": session }))),
        ("POST", h.clone(), with("trickle", json!({ "candidate": { "completed": true } }))),
        ("POST", s.clone(), request("message").to_string()),
        ("POST", h.clone(), request("detach").to_string()),
        ("GET", format!("{h}?maxev=2"), String::new()),
        ("DELETE", s.clone(), String::new()),
        ("POST", s.clone(), request("destroy").to_string()),
        ("POST", s.clone(), request("keepalive").to_string()),
        ("GET", s.clone(), String::new()),
    ];
    let mut found = Vec::new();
    let mut play = async |method: &str, path: &str, headers: &[(&str, &str)], body: &str| {
        let reply = page.send(method, path, headers, body.to_owned()).await;
        let line = format!("{method} {path} {body}: {}", comparable(&reply));
        found.push(line.replace(&session.to_string(), "own").replace(&handle.to_string(), "own"));
    };
    for (method, path, body) in cases {
        play(method, &path, &[], &body).await;
    }
    let preflight =
        [("access-control-request-method", "POST"), ("access-control-request-headers", "content-type")];
    play("OPTIONS", &s, &preflight, "").await;
    found
}

#[tokio::test]
async fn the_statuses_and_errors_are_janus_s() {
    let janus = Janus::start(&["--http"]);
    let alone = played(&HttpPage::new(janus.at.http.as_ref().unwrap(), None)).await;
    let served = serve(&janus.at.ws, Rules::default()).await;
    let through = played(&HttpPage::new(&served.http, Some(token("anna")))).await;
    let pairs = alone.iter().zip(&through);
    let differing: Vec<_> = pairs.filter(|(alone, through)| alone != through).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[tokio::test]
async fn a_get_of_a_handle_leads_to_its_session() {
    let stage = Stage::open().await;
    let reply = stage.page("anna").get("/12/34?maxev=2").await;
    assert_eq!((reply.status, reply.header("location")), (302, Some("../12")));
}

#[tokio::test]
async fn events_wait_for_a_poll_in_their_order() {
    let stage = Stage::open().await;
    let page = stage.page("anna");
    let ids = page.attach("janus.plugin.echotest").await;
    for transaction in ["1", "2", "3", "4"] {
        page.message(ids, transaction).await;
    }
    let mut found = Vec::new();
    while found.len() < 3 {
        let reply = page.get(&format!("/{}?maxev=3", ids.0)).await.json();
        found.extend(reply.as_array().unwrap().clone());
    }
    // Without `maxev` the response is the event itself.
    let last = page.get(&format!("/{}", ids.0)).await.json();
    found.push(last);
    for (event, transaction) in found.iter().zip(["1", "2", "3", "4"]) {
        assert_eq!((&event["janus"], &event["transaction"]), (&json!("event"), &json!(transaction)));
        assert_eq!((&event["session_id"], &event["sender"]), (&json!(ids.0), &json!(ids.1)));
    }
}

#[tokio::test]
async fn a_poll_without_events_ends_with_a_keepalive_and_keeps_the_session() {
    let [poll_within, idle] = [200, 2_000].map(Duration::from_millis);
    let stage = Stage::with(PageLimits { poll_within, idle, ..PageLimits::default() }).await;
    let page = stage.page("anna");
    let session = page.create().await;
    let since = tokio::time::Instant::now();
    while since.elapsed() < idle + idle / 4 {
        assert_eq!(page.poll(session).await, [keepalive()]);
    }
    assert_eq!(page.get(&format!("/{session}")).await.json(), keepalive());
}

#[tokio::test]
async fn a_session_that_no_request_names_ends() {
    let idle = Duration::from_secs(2);
    let stage = Stage::with(PageLimits { idle, ..PageLimits::default() }).await;
    let page = stage.page("anna");
    let session = page.create().await;
    assert_eq!(page.poll(session).await, [json!({ "janus": "timeout", "session_id": session })]);
    assert_eq!(page.get(&format!("/{session}")).await.status, 404);
    assert_eq!(stage.served.server.counts(), (0, 0));
}

#[tokio::test]
async fn the_first_of_two_polls_gets_the_event_and_the_fifth_ends_the_first() {
    let stage = Stage::open().await;
    let page = stage.page("anna");
    let ids = page.attach("janus.plugin.echotest").await;
    let waiting = page.waiting_polls(ids.0).await;
    page.message(ids, "m").await;
    let mut found = Vec::new();
    for poll in waiting {
        found.extend(poll.await.unwrap());
    }
    let count = |kind: &str| found.iter().filter(|event| event["janus"] == kind).count();
    assert_eq!((count("event"), count("keepalive")), (1, 3), "{found:?}");
}

#[tokio::test]
async fn a_poll_ends_when_the_session_is_destroyed() {
    let stage = Stage::open().await;
    let page = stage.page("anna");
    let session = page.create().await;
    let at = format!("/{session}");
    let waiting = page.waiting_polls(session).await;
    let destroyed = page.post(&at, json!({ "janus": "destroy", "transaction": "d" })).await;
    assert_eq!(destroyed["janus"], "success");
    for poll in waiting {
        assert_eq!(poll.await.unwrap(), [keepalive()]);
    }
    assert_eq!(page.get(&at).await.status, 404);
}

#[tokio::test]
async fn sessions_of_others_do_not_exist_and_without_a_token_there_is_nothing() {
    let stage = Stage::open().await;
    let (session, handle) = stage.page("anna").attach("janus.plugin.echotest").await;
    let at = format!("/{session}");
    let on = format!("/{session}/{handle}");
    let ask = |verb: &str| json!({ "janus": verb, "transaction": "t", "body": {} });
    let eve = stage.page("eve");
    for (path, verb) in
        [(&at, "keepalive"), (&at, "claim"), (&at, "destroy"), (&on, "message"), (&on, "detach")]
    {
        assert_eq!(eve.post(path, ask(verb)).await["error"]["code"], 458, "{verb}");
    }
    assert_eq!(eve.get(&at).await.status, 404);
    for token in [None, Some(format!("{}x", token("anna"))), Some("x".to_owned()), Some("%FF".to_owned())] {
        let page = HttpPage::new(&stage.served.http, token);
        assert_eq!(page.get(&at).await.status, 403);
        assert_eq!(page.post(&at, ask("keepalive")).await["error"]["code"], 403);
        assert_eq!(page.post("", ask("create")).await["error"]["code"], 403);
    }
    // The session is still Anna's, and each place for a token is one.
    let nowhere = HttpPage::new(&stage.served.http, None);
    let mut in_body = ask("keepalive");
    in_body["token"] = token("anna").into();
    assert_eq!(nowhere.post(&at, in_body).await["janus"], "ack");
    let bearer = format!("Bearer {}", token("anna"));
    let reply = nowhere.send("POST", &at, &[("authorization", &bearer)], ask("keepalive").to_string()).await;
    assert_eq!(reply.json()["janus"], "ack");
}

#[tokio::test]
async fn events_go_to_where_the_session_was_claimed_last() {
    let stage = Stage::open().await;
    let page = stage.page("anna");
    let ids = page.attach("janus.plugin.echotest").await;
    let at = format!("/{}", ids.0);
    let claim = json!({ "janus": "claim", "transaction": "c", "session_id": ids.0, "token": token("anna") });
    // By HTTP: the poll of before ends.
    let waiting = page.waiting_polls(ids.0).await;
    let claimed = page.post(&at, claim.clone()).await;
    assert_eq!(claimed, json!({ "janus": "success", "session_id": ids.0, "transaction": "c" }));
    for poll in waiting {
        assert_eq!(poll.await.unwrap(), [keepalive()]);
    }
    page.message(ids, "1").await;
    assert_eq!(page.poll(ids.0).await[0]["transaction"], "1");
    // By WebSocket: the session can no longer be polled.
    let mut socket = Page::open(&stage.served.url).await;
    let waiting = page.waiting_polls(ids.0).await;
    assert_eq!(socket.ask(claim.clone()).await["janus"], "success");
    for poll in waiting {
        assert_eq!(poll.await.unwrap(), [keepalive()]);
    }
    assert_eq!(page.get(&at).await.status, 404);
    page.message(ids, "2").await;
    assert_eq!(socket.receive().await["transaction"], "2");
    // And back.
    assert_eq!(page.post(&at, claim).await["janus"], "success");
    page.message(ids, "3").await;
    assert_eq!(page.poll(ids.0).await[0]["transaction"], "3");
}

#[tokio::test]
async fn events_of_a_poll_that_was_given_up_are_not_lost() {
    let stage = Stage::open().await;
    let page = stage.page("anna");
    let ids = page.attach("janus.plugin.echotest").await;
    let other = stage.page("anna");
    let open = stage.served.listener.connections().0;
    let given_up = tokio::time::timeout(Duration::from_millis(50), other.poll(ids.0)).await;
    assert!(given_up.is_err());
    drop(other);
    while stage.served.listener.connections().0 > open {
        tokio::task::yield_now().await;
    }
    page.message(ids, "m").await;
    assert_eq!(page.poll(ids.0).await[0]["transaction"], "m");
}

#[tokio::test]
async fn a_session_whose_events_are_not_fetched_is_left_and_can_be_claimed() {
    let stage = Stage::with(PageLimits { queue_bytes: 2_000, ..PageLimits::default() }).await;
    let page = stage.page("anna");
    let ids = page.attach("janus.plugin.echotest").await;
    for number in 0..20 {
        page.message(ids, &number.to_string()).await;
    }
    assert_eq!(page.get(&format!("/{}", ids.0)).await.status, 404);
    let claim = json!({ "janus": "claim", "transaction": "c" });
    assert_eq!(page.post(&format!("/{}", ids.0), claim).await["janus"], "success");
    page.message(ids, "after").await;
    assert_eq!(page.poll(ids.0).await[0]["transaction"], "after");
}

#[tokio::test]
async fn what_is_no_request_is_refused() {
    let stage = Stage::open().await;
    let page = stage.page("anna");
    let send = |body: Vec<u8>| {
        let page = page.clone();
        async move { page.send("POST", "", &[], body).await }
    };
    let longest = PageLimits::default().message_bytes;
    assert_eq!(send(vec![b' '; longest]).await.json()["error"]["code"], 454);
    assert_eq!(send(vec![b' '; longest + 1]).await.status, 413);
    assert_eq!(send(Vec::new()).await.status, 400);
    assert_eq!(send(vec![b'"', 0xff, b'"']).await.status, 400);
    let deep = format!("{{\"janus\":{}{}}}", "[".repeat(50_000), "]".repeat(50_000));
    assert_eq!(send(deep.into_bytes()).await.json()["error"]["code"], 456);
    let twice = r#"{"janus":"create","janus":"create","transaction":"t"}"#;
    assert_eq!(send(twice.into()).await.json()["error"]["code"], 456);
    assert_eq!(page.get("/1?token=a").await.status, 400, "two tokens");
    assert_eq!(page.get("/1?maxev=-1").await.status, 404);
    assert_eq!(page.get("/18446744073709551616").await.status, 404);
    for method in ["PUT", "PATCH", "BREW"] {
        let error = page.send(method, "/1", &[], "").await.json();
        assert_eq!(error["error"], json!({ "code": 450, "reason": format!("Unsupported method {method}") }));
    }
    assert_eq!(page.get("x").await.status, 404, "/janusx");
    // Janus closes the connection here.
    assert_eq!(page.send("POST", "/1/2/3", &[], "{}").await.status, 404);
}
