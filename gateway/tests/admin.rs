//! The endpoint of operators, with its friends and its enemies.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{self, Issuer, VerifyingKey};
use bifrons_gateway::server::Admin;
use bifrons_gateway::server::mint::Signer;
use serde_json::{Value, json};
use support::http::HttpPage;
use support::operator::{ADMIN_SECRET, Operator};
use support::page::Page;
use support::server::{Served, issuer, serve_for, token, token_of, token_with};

const OTHER_SECRET: &[u8] = b"the secret that another tenant and the gateway share";

/// A token of the tenant `other`.
fn token_of_other(claims: &Value) -> String {
    let all =
        json!({ "iss": "other", "sub": "otto", "aud": "gateway", "exp": 4_000_000_000_u64, "janus": claims });
    Signer::shared("other", OTHER_SECRET).unwrap().sign(&all).unwrap()
}

/// A gateway with two tenants.
async fn served() -> (MockJanus, Served, Operator) {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let key = VerifyingKey::shared(OTHER_SECRET).unwrap();
    let keys = token::Keys::Fixed(vec![key]);
    let other = Issuer { at_most: token::AtMost::All, ..Issuer::new("other", "gateway", keys) };
    let served = serve_for(janus.url(), Rules::default(), vec![issuer(), other]).await;
    let operator = Operator::of(&served).await;
    (janus, served, operator)
}

/// A page that is in room 1234.
async fn in_room(served: &Served, token: &str) -> (Page, u64, u64) {
    let mut page = Page::open(&served.url).await;
    let (session, handle) = page.attach_with(token, "janus.plugin.videoroom").await;
    let body = json!({ "request": "join", "ptype": "publisher", "room": 1234, "display": "A display name" });
    page.ask(json!({ "janus": "message", "transaction": "j", "session_id": session, "handle_id": handle, "body": body }))
        .await;
    let joined = page.receive().await;
    assert_eq!(joined["plugindata"]["data"]["videoroom"], "joined", "{joined}");
    (page, session, handle)
}

fn everything_of_other() -> String {
    token_of_other(&serde_json::to_value(support::everything()).unwrap())
}

#[tokio::test]
async fn sessions_and_rooms_are_seen_without_secrets() {
    let (_janus, served, operator) = served().await;
    let token = token("anna");
    let (_page, session, handle) = in_room(&served, &token).await;
    let (_other, other_session, _) = in_room(&served, &everything_of_other()).await;
    let sessions = operator.get("/sessions").await;
    assert_eq!(sessions["sessions"].as_array().unwrap().len(), 2);
    let shown = operator.get(&format!("/sessions/{session}")).await;
    let mut shown = shown["session"].clone();
    assert!(shown["expires_in_s"].as_u64().is_some_and(|left| left > 3500), "{shown}");
    shown.as_object_mut().unwrap().remove("expires_in_s");
    let expected_handle = json!({ "id": handle, "plugin": "videoroom", "asked_for": [1234], "media": [] });
    assert_eq!(
        shown,
        json!({ "id": session, "tenant": "app", "subject": "anna", "roles": [], "connected": true, "handles": [expected_handle] })
    );
    let rooms = operator.get("/rooms").await;
    let rooms = rooms["rooms"].as_array().unwrap();
    assert_eq!(rooms.len(), 2, "{rooms:?}");
    let id = rooms[0]["users"][0]["id"].as_u64().unwrap();
    assert_ne!(Some(id), rooms[1]["users"][0]["id"].as_u64());
    assert_eq!(
        rooms[0]["users"],
        json!([{ "subject": "anna", "session": session, "handle": handle, "id": id, "publishing": false }])
    );
    for path in ["/sessions", "/rooms", &format!("/sessions/{other_session}"), "/metrics"] {
        let reply = operator.send("GET", path, "").await;
        for secret in [ADMIN_SECRET, &token, "A display name", "the secret"] {
            assert!(!reply.text.contains(secret), "{path} {secret}");
        }
    }
    assert_eq!(operator.send("GET", "/sessions/1", "").await.status, 404);
    assert_eq!(operator.send("GET", "/sessions/x", "").await.status, 404);
}

#[tokio::test]
async fn only_operators_pass() {
    let (_janus, served, operator) = served().await;
    let bare = operator.http.get("/sessions").await;
    assert_eq!((bare.status, bare.header("www-authenticate")), (401, Some("Bearer")));
    assert!(bare.json()["error"].as_str().unwrap().contains("Authorization"), "{bare:?}");
    assert_eq!(operator.http.get("/healthz").await.status, 200);
    let expired = token_of("anna", &[("exp", 1_000.into()), ("janus", json!({ "admin": true }))]);
    for (bearer, status) in [
        ("", 401),
        ("the secret of the operator", 401),
        ("the secret of the operatorsx", 401),
        (&*token("anna"), 403),
        (&*token_with("anna", json!({ "admin": false })), 403),
        (&*expired, 401),
        (&*format!("{}x", token_with("anna", json!({ "admin": true }))), 401),
    ] {
        for (method, path) in [("GET", "/sessions"), ("POST", "/drain"), ("GET", "/none")] {
            let reply = operator.send_as(bearer, method, path, "").await;
            assert_eq!(reply.status, status, "{bearer} {path} {reply:?}");
            assert!(reply.json()["error"].is_string());
        }
    }
    assert!(!served.server.is_draining());
    // Neither in the query nor as Basic.
    let page = HttpPage::new(&format!("http://{}", operator.listener.address()), Some("x".to_owned()));
    assert_eq!(page.get(&format!("/sessions?secret={}", ADMIN_SECRET.replace(' ', "+"))).await.status, 401);
    // The pages' listener has none of it.
    let pages = HttpPage::new(&served.http.replace("/janus", ""), None);
    for path in ["/metrics", "/sessions", "/rooms"] {
        let header = ("authorization", &*format!("Bearer {ADMIN_SECRET}"));
        assert_eq!(pages.send("GET", path, &[header], "").await.status, 404);
    }
}

#[tokio::test]
async fn guesses_are_limited() {
    let (_janus, _served, operator) = served().await;
    let mut refused = 0;
    let limited = loop {
        let reply = operator.send_as("a guess", "GET", "/sessions", "").await;
        if reply.status != 401 {
            break reply;
        }
        refused += 1;
    };
    assert!((20..40).contains(&refused), "{refused}");
    assert_eq!(limited.status, 429);
    // Also the right one is not looked at, or a guess would show as right.
    assert_eq!(operator.send("GET", "/sessions", "").await.status, 429);
}

#[tokio::test]
async fn an_operator_of_a_tenant_sees_and_changes_that_tenant() {
    let (_janus, served, operator) = served().await;
    let (_page, session, _) = in_room(&served, &token("anna")).await;
    let (mut own, own_session, _) = in_room(&served, &everything_of_other()).await;
    let admin = token_of_other(&json!({ "admin": true }));
    let send = |method: &'static str, path: String, body: Value| {
        let (operator, admin) = (&operator, &admin);
        async move { operator.send_as(admin, method, &path, &body.to_string()).await }
    };
    let sessions = send("GET", "/sessions".into(), Value::Null).await.json();
    assert_eq!(sessions["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(sessions["sessions"][0]["id"], own_session);
    let rooms = send("GET", "/rooms".into(), Value::Null).await.json();
    assert_eq!(rooms["rooms"].as_array().unwrap().len(), 1);
    assert_eq!(rooms["rooms"][0]["users"][0]["subject"], "otto");
    for (method, path, body, status) in [
        ("GET", format!("/sessions/{session}"), Value::Null, 404),
        ("DELETE", format!("/sessions/{session}"), Value::Null, 404),
        ("POST", "/revoke".into(), json!({ "tenant": "app", "subject": "anna" }), 403),
        ("POST", "/grants".into(), json!({ "tenant": "app", "subject": "anna", "grants": {} }), 403),
        ("POST", "/ban".into(), json!({ "tenant": "app", "room": 1234, "all": true }), 403),
        ("POST", "/drain".into(), Value::Null, 403),
        ("GET", "/metrics".into(), Value::Null, 403),
    ] {
        let reply = send(method, path.clone(), body).await;
        assert_eq!(reply.status, status, "{path} {reply:?}");
    }
    assert_eq!(served.server.sessions(Some("app")).len(), 1);
    assert_eq!(send("POST", "/ban".into(), json!({ "room": 1234, "all": true })).await.status, 200);
    assert_eq!(own.receive().await["janus"], "detached");
    let rooms = served.server.rooms(None);
    assert_eq!(rooms.iter().map(|room| &*room.tenant).collect::<Vec<_>>(), ["app"]);
    // The operator's own token can be revoked, too.
    assert_eq!(operator.post("/revoke", json!({ "tenant": "other", "subject": "otto" })).await.status, 200);
    assert_eq!(send("GET", "/sessions".into(), Value::Null).await.status, 401);
}

#[tokio::test]
async fn a_ban_of_no_one_removes_no_one() {
    let (_janus, served, operator) = served().await;
    let (mut page, _, handle) = in_room(&served, &token("anna")).await;
    for (who, text) in [
        (json!({}), "for all users of the tenant write `\"all\": true`"),
        (json!({ "subject": null }), "`subject` is missing"),
        (json!({ "subject": "" }), "`subject` is missing, or empty"),
        (json!({ "subject": "", "all": true }), "`subject` is missing, or empty"),
        (json!({ "all": false }), "`subject` is missing"),
        (json!({ "subject": "anna", "all": true }), "leave one of them out"),
        (json!({ "subjct": "anna", "all": true }), "unknown field `subjct`"),
        (json!({ "all": "yes" }), "body"),
    ] {
        let mut body = json!({ "tenant": "app", "room": 1234 });
        body.as_object_mut().unwrap().extend(who.as_object().unwrap().clone());
        let reply = operator.post("/ban", body).await;
        assert_eq!(reply.status, 400, "{who}");
        assert!(reply.json()["error"].as_str().unwrap().contains(text), "{who} {reply:?}");
    }
    assert_eq!(served.server.rooms(None).len(), 1);
    let all = json!({ "tenant": "app", "room": 1234, "all": true });
    assert_eq!(operator.post("/ban", all).await.status, 200);
    let detached = page.receive().await;
    assert_eq!((&detached["janus"], &detached["sender"]), (&json!("detached"), &json!(handle)));
}

#[tokio::test]
async fn changes_take_effect_at_once() {
    let (_janus, served, operator) = served().await;
    let (mut page, session, handle) = in_room(&served, &token("anna")).await;
    let grants = json!({ "tenant": "app", "subject": "anna", "grants": { "plugins": ["echotest"] } });
    assert_eq!(operator.post("/grants", grants).await.status, 200);
    let detached = page.receive().await;
    assert_eq!((&detached["janus"], &detached["sender"]), (&json!("detached"), &json!(handle)));
    assert_eq!(operator.get("/rooms").await, json!({ "rooms": [] }));
    assert_eq!(operator.send("DELETE", &format!("/sessions/{session}"), "").await.status, 200);
    assert_eq!(page.receive().await["janus"], "timeout");
    assert_eq!(operator.send("DELETE", &format!("/sessions/{session}"), "").await.status, 404);
    let drained = operator.post("/drain", Value::Null).await;
    assert_eq!(drained.json(), json!({ "draining": true, "sessions": 0 }));
    assert!(served.server.is_draining());
    assert_eq!(page.create(&token("ben")).await["error"]["code"], 490);
}

#[tokio::test]
async fn bad_requests_get_an_error_that_says_what_to_do() {
    let (_janus, _served, operator) = served().await;
    for (path, body, status, text) in [
        ("/revoke", "", 400, "the body is not as it should be"),
        ("/revoke", "{\"subject\":\"anna\"}", 400, "`tenant` is missing"),
        ("/revoke", "{\"tenant\":\"app\",\"subject\":\"a\",\"sub\":\"b\"}", 400, "unknown field `sub`"),
        ("/revoke", "{\"tenant\":\"none\",\"subject\":\"a\"}", 404, "no issuer"),
        ("/ban", "{\"tenant\":\"app\"}", 400, "missing field `room`"),
        (
            "/grants",
            "{\"tenant\":\"app\",\"subject\":\"a\",\"grants\":{\"room\":{\"join\":1}}}",
            400,
            "`grants.room.id` is missing",
        ),
        (
            "/grants",
            "{\"tenant\":\"app\",\"subject\":\"a\",\"grants\":{\"plugin\":[]}}",
            400,
            "should be: `grants` has no member `plugin`; did you mean `plugins`?",
        ),
        ("/ban", "{\"tenant\":\"app\",\"room\":1,\"room\":2}", 400, "the member `room` is there twice"),
        (
            "/grants",
            "{\"tenant\":\"app\",\"subject\":\"a\",\"grants\":{\"plugins\":[],\"plugins\":[\"sip\"]}}",
            400,
            "the member `plugins` is there twice",
        ),
        ("/grants", "{\"tenant\":\"app\",\"subject\":\"a\",\"grants\":[]}", 400, "`grants` is an object"),
        ("/sessions", "", 405, "another method"),
        ("/none", "", 404, "no such path"),
    ] {
        let reply = operator.send("POST", path, body).await;
        assert_eq!(reply.status, status, "{path} {body} {reply:?}");
        let error = reply.json()["error"].as_str().unwrap().to_owned();
        assert!(error.contains(text), "{error}");
    }
    let huge = format!("{{\"subject\":\"{}\"}}", "a".repeat(100_000));
    // The connection may end before the whole body is sent.
    let header = ("authorization", &*format!("Bearer {ADMIN_SECRET}"));
    if let Ok(reply) = operator.http.try_send("POST", "/revoke", &[header], huge).await {
        assert_eq!(reply.status, 413);
    }
    assert_eq!(operator.get("/sessions").await, json!({ "sessions": [] }));
}

#[tokio::test]
async fn without_a_secret_there_are_tokens_only() {
    let (_janus, served, _) = served().await;
    let admin = Admin { address: "127.0.0.1:0".parse().unwrap(), secret: None };
    let listener = served.server.listen_to_operators(&admin).await.unwrap();
    let http = HttpPage::new(&format!("http://{}", listener.address()), None);
    for (bearer, status) in [("", 401), (&*token_with("anna", json!({ "admin": true })), 200)] {
        let header = ("authorization", &*format!("Bearer {bearer}"));
        assert_eq!(http.send("GET", "/sessions", &[header], "").await.status, status);
    }
}
