//! Pages through the gateway, with the mock server behind it.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::limits::{Limits, PageLimits};
use bifrons_gateway::core::rules::Rules;
use futures_util::SinkExt;
use serde_json::{Value, json};
use support::LIMIT;
use support::page::Page;
use support::server::{Served, serve, serve_with, token, token_with};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

struct Stage {
    _janus: MockJanus,
    served: Served,
}

impl Stage {
    async fn open() -> Self {
        let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
        let served = serve(janus.url(), Rules::default()).await;
        Self { _janus: janus, served }
    }
}

#[tokio::test]
async fn a_page_calls_the_echo_test() {
    let stage = Stage::open().await;
    let mut page = Page::open(&stage.served.url).await;
    let (session, handle) = page.attach("anna", "janus.plugin.echotest").await;
    let mut ack = page
        .ask(json!({ "janus": "message", "transaction": "a.b", "session_id": session, "handle_id": handle,
            "body": { "audio": true }, "jsep": mock::offer_of(&["audio"]).unwrap() }))
        .await;
    // An ack that its event has overtaken is the gateway's own, without a hint.
    if let Some(hint) = ack.as_object_mut().unwrap().remove("hint") {
        assert_eq!(hint, "I'm taking my time!");
    }
    assert_eq!(ack, json!({ "janus": "ack", "session_id": session, "transaction": "a.b" }));
    let event = page.receive().await;
    assert_eq!(event["janus"], "event");
    assert_eq!((&event["session_id"], &event["sender"]), (&json!(session), &json!(handle)));
    assert_eq!(event["transaction"], "a.b");
    assert_eq!(event["plugindata"]["data"]["result"], "ok");
    let detached = page
        .ask(json!({ "janus": "detach", "transaction": "d", "session_id": session, "handle_id": handle }))
        .await;
    assert_eq!(detached, json!({ "janus": "success", "session_id": session, "transaction": "d" }));
    let destroyed = page.ask(json!({ "janus": "destroy", "transaction": "e", "session_id": session })).await;
    assert_eq!(destroyed["janus"], "success");
    assert_eq!(stage.served.server.counts(), (0, 0));
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_with_the_reason() {
    let stage = Stage::open().await;
    let mut page = Page::open(&stage.served.url).await;
    let (session, handle) = page.attach("anna", "janus.plugin.echotest").await;
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(200), "]".repeat(200));
    for (body, reason) in [
        ("[]", "Invalid element type (body should be an object)"),
        (&*deep, "Invalid element (body can't be read: recursion limit exceeded)"),
        ("{\"a\":\"\\ud800\"}", "Invalid element (body can't be read: unexpected end of hex escape)"),
        ("{\"a\":1e400}", "Invalid element (body can't be read: number out of range)"),
    ] {
        let text = format!(
            "{{\"janus\":\"message\",\"transaction\":\"a\",\"session_id\":{session},\"handle_id\":{handle},\"body\":{body}}}"
        );
        page.0.send(Message::text(text)).await.unwrap();
        assert_eq!(page.receive().await["error"], json!({ "code": 467, "reason": reason }), "{body}");
    }
}

#[tokio::test]
async fn the_token_decides_and_ids_of_others_do_not_exist() {
    let stage = Stage::open().await;
    let mut anna = Page::open(&stage.served.url).await;
    let mut eve = Page::open(&stage.served.url).await;
    let refused = eve.ask(json!({ "janus": "create", "transaction": "1" })).await;
    assert_eq!(refused["error"]["code"], 403);
    let refused = eve
        .ask(json!({ "janus": "create", "transaction": "1", "token": format!("{}x", token("eve")) }))
        .await;
    assert_eq!(refused["error"]["reason"], "the token's signature is wrong");
    let (session, handle) = anna.attach("anna", "janus.plugin.echotest").await;
    let (of_eve, _) = eve.attach("eve", "janus.plugin.echotest").await;
    for (asked, code) in [
        (json!({ "janus": "message", "session_id": session, "handle_id": handle, "body": {} }), 458),
        (json!({ "janus": "message", "session_id": of_eve, "handle_id": handle, "body": {} }), 459),
        (json!({ "janus": "claim", "session_id": session }), 458),
        (json!({ "janus": "destroy", "session_id": session }), 458),
        (json!({ "janus": "keepalive", "session_id": session }), 458),
    ] {
        let mut asked = asked;
        asked["transaction"] = "t".into();
        assert_eq!(eve.ask(asked.clone()).await["error"]["code"], code, "{asked}");
    }
    // Anna herself comes back by another connection.
    let mut again = Page::open(&stage.served.url).await;
    let claimed = again
        .ask(json!({ "janus": "claim", "transaction": "c", "session_id": session, "token": token("anna") }))
        .await;
    assert_eq!(claimed, json!({ "janus": "success", "session_id": session, "transaction": "c" }));
    let ack = again
        .ask(json!({ "janus": "message", "transaction": "m", "session_id": session, "handle_id": handle, "body": {} }))
        .await;
    assert_eq!(ack["janus"], "ack");
}

#[tokio::test]
async fn a_page_that_does_not_read_is_left_and_no_other_one_suffers() {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let page = PageLimits { write_within: Duration::from_millis(300), ..PageLimits::default() };
    let limits = Limits { page, ..Limits::default() };
    let served = serve_with(janus.url(), Rules::default(), limits).await;
    let mut slow = Page::open(&served.url).await;
    let mut other = Page::open(&served.url).await;
    let (session, _) = slow.attach("anna", "janus.plugin.echotest").await;
    let (of_other, _) = other.attach("ben", "janus.plugin.echotest").await;
    let long = "x".repeat(10_000);
    let keepalive = json!({ "janus": "keepalive", "session_id": session, "transaction": long }).to_string();
    // It sends until the gateway, which can't send, no longer reads.
    while let Ok(Ok(())) =
        timeout(Duration::from_millis(100), slow.0.send(Message::text(keepalive.clone()))).await
    {}
    let alive = other.ask(json!({ "janus": "keepalive", "session_id": of_other, "transaction": "k" })).await;
    assert_eq!(alive["janus"], "ack");
    // It still reads nothing, and learns from its next messages that the connection has ended.
    let end = async { while slow.0.send(Message::text(keepalive.clone())).await.is_ok() {} };
    timeout(LIMIT, end).await.unwrap();
}

#[tokio::test]
async fn a_request_is_decided_by_the_token_of_its_own_connection() {
    let stage = Stage::open().await;
    let mut page = Page::open(&stage.served.url).await;
    let (session, handle) = page.attach("anna", "janus.plugin.echotest").await;
    // A bad token refuses its request only; then the one before is still worth what it was.
    let bad = json!({ "janus": "keepalive", "transaction": "b", "session_id": session, "token": "x.y.z" });
    assert_eq!(page.ask(bad).await["error"]["code"], 403);
    let echo = |transaction: &str| json!({ "janus": "message", "transaction": transaction, "session_id": session, "handle_id": handle, "body": {} });
    assert_eq!(page.ask(echo("1")).await["janus"], "ack");
    // With another user's token the connection has the other user's sessions, and not these.
    let mut other = echo("2");
    other["token"] = token("eve").into();
    assert_eq!(page.ask(other).await["error"]["code"], 458);
    assert_eq!(page.ask(echo("3")).await["error"]["code"], 458);
}

#[tokio::test]
async fn a_room_that_janus_refused_gives_no_right_in_the_one_that_the_handle_is_in() {
    let stage = Stage::open().await;
    let mut host = Page::open(&stage.served.url).await;
    let (session, handle) = host.attach("host", "janus.plugin.videoroom").await;
    let message = |session: u64, handle: u64, transaction: &str, body: Value| json!({ "janus": "message", "transaction": transaction, "session_id": session, "handle_id": handle, "body": body });
    for room in [1, 2] {
        let create = json!({ "request": "create", "room": room });
        assert_eq!(host.ask(message(session, handle, "c", create)).await["janus"], "success");
    }
    let guest = token_with(
        "guest",
        json!({ "room": [{ "id": 1, "join": true, "publish": ["audio", "video"] }, { "id": 2, "join": true, "publish": ["audio"] }] }),
    );
    let mut page = Page::open(&stage.served.url).await;
    let (session, handle) = page.attach_with(&guest, "janus.plugin.videoroom").await;
    for room in [2, 1] {
        let join = json!({ "request": "join", "ptype": "publisher", "room": room });
        page.send(message(session, handle, "j", join)).await;
    }
    let mut publish = message(session, handle, "p", json!({ "request": "publish" }));
    publish["jsep"] = serde_json::to_value(mock::offer_of(&["audio", "video"]).unwrap()).unwrap();
    let refused = page.ask(publish).await;
    assert_eq!(refused["error"]["code"], 403, "{refused}");
}
