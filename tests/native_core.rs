//! The core API over a WebSocket, with a real Janus.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, reason = "a test may panic")]

mod support;

use std::collections::HashMap;
use std::future::IntoFuture;
use std::time::Duration;

use bifrons::plugins::Plugin;
use bifrons::plugins::echotest::{self, EchoTest, Start};
use bifrons::transport::{Tls, TransportOptions};
use bifrons::{
    Api, AttachOptions, Candidate, Connection, CreateOptions, EndReason, ErrorCode, Event, Fault, Handle,
    Jsep, JsepType, RawRequest, Retry, Session, SessionId,
};
use needs_janus::needs_janus;
use serde_json::json;
use support::{Janus, listed, next, request_admin, within};

#[needs_janus("its own description")]
#[tokio::test]
async fn a_session_and_a_handle_work_and_end() {
    let janus = Janus::start(&["--api-secret", "s3"]);
    let connection = bifrons::connect(&*janus.at.ws).api_secret("s3").await.unwrap();
    let info = connection.info().await.unwrap();
    assert_eq!(info.name, "Janus WebRTC Server");
    assert!(info.plugins.contains_key("janus.plugin.echotest"));
    connection.ping().await.unwrap();

    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    let outcome = echo.start(Start::default().audio(true)).await.unwrap();
    assert_eq!(outcome.result, "ok");
    let refused = echo.start(Start::default()).await.unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(413)));

    echo.detach().await.unwrap();
    // Before it, the plugin may send `done`.
    let last = loop {
        match next(&echo).await {
            Some(Event::Plugin(_)) => {}
            other => break other,
        }
    };
    assert_eq!(last, Some(Event::Ended(EndReason::Detached)));
    assert_eq!(next(&echo).await, None);
    session.destroy().await.unwrap();
    assert_eq!(within("the end", session.ended()).await, EndReason::Destroyed);
    connection.close().await;
}

#[tokio::test]
async fn refusals_are_typed() {
    let janus = Janus::start(&["--api-secret", "s3"]);
    let connection = bifrons::connect(&*janus.at.ws).api_secret("mistaken").await.unwrap();
    let error = connection.create().await.unwrap_err();
    assert_eq!((error.code(), error.janus_code()), (ErrorCode::JanusRefused, Some(403)));
    assert!(!format!("{error:?} {error}").contains("mistaken"), "{error:?}");

    let connection = bifrons::connect(&*janus.at.ws).api_secret("s3").await.unwrap();
    let id = SessionId::new(4711).unwrap();
    let session =
        connection.create_with(CreateOptions { id: Some(id), ..CreateOptions::default() }).await.unwrap();
    assert_eq!(session.id(), id);
    let error = connection.create_with(CreateOptions { id: Some(id), ..CreateOptions::default() }).await;
    assert_eq!(error.unwrap_err().janus_code(), Some(468));
    let error = session.attach_to("janus.plugin.nothing").await.unwrap_err();
    assert_eq!(error.janus_code(), Some(460));
}

/// An offer that Janus accepts; its fingerprint belongs to no certificate.
fn offer() -> Jsep {
    let fingerprint = ["AB"; 32].join(":");
    Jsep::offer(format!(
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
         m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\n\
         a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=setup:actpass\r\n\
         a=fingerprint:sha-256 {fingerprint}\r\na=rtpmap:111 opus/48000/2\r\n"
    ))
}

/// The next event that `wanted` accepts.
async fn event_where<P: Plugin>(
    handle: &Handle<P>,
    wanted: impl Fn(&Event<P::Event>) -> bool,
) -> Event<P::Event> {
    loop {
        let event = next(handle).await.expect("the handle has not ended");
        if wanted(&event) {
            return event;
        }
    }
}

#[needs_janus("its candidates")]
#[tokio::test]
async fn every_core_request_has_its_effect() {
    let janus = Janus::start(&["--full-trickle"]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let keepalive = session.raw_request(RawRequest::new("keepalive"), &json!({})).await.unwrap();
    assert_eq!(keepalive["janus"], "ack");

    let echo = session.attach::<EchoTest>().await.unwrap();
    let offered = Start::default().audio(true).jsep(offer());
    let answer = echo.start(offered).await.unwrap().jsep.expect("an SDP answer");
    assert_eq!(answer.kind, JsepType::Answer);
    assert!(answer.sdp.contains("opus"), "an SDP answer from Janus");

    // No peer uses this candidate, and Janus gets no candidate for another m-line.
    let far = "candidate:1 1 udp 1 127.0.0.1 9 typ host";
    echo.trickle(Candidate::of_mid(far, "7")).await.unwrap();
    echo.trickle(Candidate::of_index(far, 7)).await.unwrap();
    echo.trickle_all(vec![Candidate::of_mid(far, "7"), Candidate::COMPLETED]).await.unwrap();
    echo.trickle(Candidate::of_mid("", "0")).await.unwrap();
    echo.trickle_complete().await.unwrap();
    let Event::Trickle(_) = event_where(&echo, |event| matches!(event, Event::Trickle(_))).await else {
        unreachable!()
    };

    echo.hangup().await.unwrap();
    let hangup = event_where(&echo, |event| matches!(event, Event::Hangup { .. })).await;
    assert_eq!(hangup, Event::Hangup { reason: "Janus API".to_owned() });
    echo.detach().await.unwrap();
    let ended = event_where(&echo, |event| matches!(event, Event::Ended(_))).await;
    assert_eq!(ended, Event::Ended(EndReason::Detached));
    session.destroy().await.unwrap();
    connection.close().await;
    assert_eq!(connection.stats().protocol_violations, 0);
}

#[tokio::test]
async fn a_hangup_without_a_peer_connection_reaches_the_plugin_before_janus_1_2_2() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    echo.hangup().await.unwrap();
    if janus.at.version < 1202 {
        let Some(Event::Plugin(echotest::Event::Result(outcome))) = next(&echo).await else {
            panic!("no event")
        };
        assert_eq!(outcome.result, "done");
    } else {
        echo.detach().await.unwrap();
        assert_eq!(next(&echo).await, Some(Event::Ended(EndReason::Detached)), "no event before the end");
    }
}

#[tokio::test]
async fn descriptions_and_candidates_that_janus_refuses() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    let refusal = async |jsep: &Jsep| {
        let error = echo.message(&json!({ "audio": true }), Some(jsep)).await.unwrap_err();
        assert_eq!((error.code(), error.handle()), (ErrorCode::JanusRefused, Some(echo.id())));
        error.janus_code()
    };
    assert_eq!(refusal(&Jsep::offer("nonsense")).await, Some(465));
    assert_eq!(refusal(&Jsep::answer(offer().sdp)).await, Some(469));

    let raw = async |verb, members| {
        echo.raw_request(RawRequest::new(verb), &members).await.unwrap_err().janus_code()
    };
    let rollback = json!({ "body": {}, "jsep": { "type": "rollback", "sdp": "v=0" } });
    assert_eq!(raw("message", rollback).await, Some(464));
    assert_eq!(raw("message", json!({ "body": {}, "jsep": 5 })).await, Some(455));
    assert_eq!(raw("message", json!({})).await, Some(456));
    assert_eq!(
        raw("trickle", json!({ "candidate": { "completed": true }, "candidates": [] })).await,
        Some(454)
    );
    assert_eq!(raw("nonsense", json!({})).await, Some(453));
    echo.start(Start::default().audio(true)).await.unwrap();
}

#[needs_janus("opaque ids in events")]
#[tokio::test]
async fn an_administrators_actions_are_events() {
    let janus = Janus::start(&["--opaque-id-in-api"]);
    let admin = janus.admin().await;
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let options = AttachOptions { opaque_id: Some("mine".into()), ..AttachOptions::default() };
    let echo = session.attach_with::<EchoTest>(options).await.unwrap();
    let ids = json!({ "session_id": session.id().get(), "handle_id": echo.id().get() });
    let info = request_admin(&admin, "handle_info", ids.clone()).await;
    assert_eq!(info["info"]["opaque_id"], "mine");

    echo.start(Start::default().jsep(offer())).await.unwrap();
    request_admin(&admin, "hangup_webrtc", ids.clone()).await;
    let hangup = event_where(&echo, |event| matches!(event, Event::Hangup { .. })).await;
    assert_eq!(hangup, Event::Hangup { reason: "Admin API".to_owned() });
    request_admin(&admin, "detach_handle", ids).await;
    let ended = event_where(&echo, |event| matches!(event, Event::Ended(_))).await;
    assert_eq!(ended, Event::Ended(EndReason::ByServer));
    let late = echo.hangup().await.unwrap_err();
    assert_eq!(late.code(), ErrorCode::HandleDetached);
}

#[tokio::test]
async fn a_session_without_keepalives_expires() {
    let janus = Janus::start(&["--session-timeout", "1"]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    connection.info().await.unwrap();
    let never = CreateOptions { keepalive: Some(Duration::from_secs(1000)), ..CreateOptions::default() };
    let session = connection.create_with(never).await.unwrap();
    let kept = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    assert_eq!(within("the end", session.ended()).await, EndReason::TimedOut);
    let ended = event_where(&echo, |event| matches!(event, Event::Ended(_))).await;
    // Janus may report the handle's end before the session's.
    let reasons = [EndReason::TimedOut, EndReason::ByServer].map(Event::Ended);
    assert!(reasons.contains(&ended), "{ended:?}");
    let error = session.attach::<EchoTest>().await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::SessionGone);
    kept.attach::<EchoTest>().await.unwrap();
}

#[tokio::test]
async fn stored_tokens_allow_the_plugins_they_name() {
    let janus = Janus::start(&["--token-auth"]);
    let admin = janus.admin().await;
    let token = json!({ "token": "open-sesame", "plugins": [EchoTest::PACKAGE] });
    let response = request_admin(&admin, "add_token", token).await;
    assert_eq!(response["data"]["plugins"], json!([EchoTest::PACKAGE]));

    let connection = bifrons::connect(&*janus.at.ws).token("open-sesame").await.unwrap();
    let session = connection.create().await.unwrap();
    session.attach::<EchoTest>().await.unwrap();
    let error = session.attach_to("janus.plugin.videoroom").await.unwrap_err();
    assert_eq!(error.janus_code(), Some(405));

    let stranger = bifrons::connect(&*janus.at.ws).token("open-barley").await.unwrap();
    assert_eq!(stranger.create().await.unwrap_err().janus_code(), Some(403));
    let unknown = json!({ "token": "unknown", "plugins": [EchoTest::PACKAGE] });
    let unknown = admin.raw_request(RawRequest::new("allow_token"), &unknown).await;
    assert_eq!(unknown.unwrap_err().janus_code(), Some(470));
}

#[tokio::test]
async fn an_admin_secret_that_is_wrong_is_refused() {
    let janus = Janus::start(&["--admin-secret", "a s\"ecret"]);
    let connect = |secret: &str| bifrons::connect(&*janus.at.admin_ws).api(Api::Admin).api_secret(secret);
    let stranger = connect("wrong").await.unwrap();
    let error = stranger.raw_request(RawRequest::new("list_sessions"), &()).await.unwrap_err();
    assert_eq!(error.janus_code(), Some(403));
    let admin = connect("a s\"ecret").await.unwrap();
    assert!(listed(&admin, "sessions", json!({})).await.is_empty());
    admin.ping().await.unwrap();
    admin.info().await.unwrap();
}

#[tokio::test]
async fn invalid_requests_fail_before_they_are_sent() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    for body in [json!([]), json!("text"), json!(5), json!(null)] {
        let error = echo.message(&body, None).await.unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidArgument);
        assert_eq!(error.fault(), Fault::Caller);
    }
    let unwritable = HashMap::from([((1, 2), 3)]);
    assert_eq!(echo.message(&unwritable, None).await.unwrap_err().code(), ErrorCode::InvalidArgument);
    let error = connection.raw_request(RawRequest::new("ping"), &[1, 2]).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidArgument);

    let raw = || RawRequest::new("keepalive").transaction("mine");
    let (one, other) = tokio::join!(session.raw_request(raw(), &()), session.raw_request(raw(), &()));
    assert_eq!(one.unwrap()["transaction"], "mine");
    assert_eq!(other.unwrap_err().code(), ErrorCode::DuplicateTransaction);

    echo.detach().await.unwrap();
    assert_eq!(echo.detach().await.unwrap_err().code(), ErrorCode::HandleDetached);
    session.destroy().await.unwrap();
    assert_eq!(session.destroy().await.unwrap_err().code(), ErrorCode::SessionGone);
    connection.close().await;
    assert_eq!(connection.ping().await.unwrap_err().code(), ErrorCode::ConnectionClosed);
    connection.close().await;
}

#[tokio::test]
async fn a_thousand_requests_at_a_time() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    let start = Start::default().audio(true);
    let requests = (0..1000).map(|_| echo.start(start.clone()));
    for outcome in futures::future::join_all(requests).await {
        assert_eq!(outcome.unwrap().result, "ok");
    }
    assert_eq!((connection.stats().protocol_violations, connection.stats().late), (0, 0));
}

#[needs_janus("TLS")]
#[tokio::test]
async fn tls_trusts_the_configured_certificates() {
    let janus = Janus::start(&["--wss"]);
    let wss = janus.at.wss.as_deref().unwrap();
    let once = || bifrons::connect(wss).retry(Retry { max_retries: 0, ..Retry::default() });
    let trusting = |pem: &[u8]| {
        let mut options = TransportOptions::default();
        options.tls = Tls::Authority(pem.into());
        once().options(options)
    };
    let ca = std::fs::read(janus.at.ca.as_ref().unwrap()).unwrap();
    let connection = trusting(&ca).await.unwrap();
    connection.create().await.unwrap();

    let error = once().await.unwrap_err();
    assert_eq!((error.code(), error.fault()), (ErrorCode::ConnectFailed, Fault::Network));
    assert!(error.message().contains("TLS can't be trusted"), "{error}");
    assert!(std::error::Error::source(&error).is_some(), "the TLS library's error is the source");
    assert_eq!(trusting(b"nonsense").await.unwrap_err().code(), ErrorCode::InvalidConfig);
    let no_tls = janus.at.ws.replace("ws://", "wss://");
    let once = bifrons::connect(&*no_tls).retry(Retry { max_retries: 0, ..Retry::default() });
    assert_eq!(once.await.unwrap_err().code(), ErrorCode::ConnectFailed);
}

#[test]
fn futures_can_be_sent_to_other_threads() {
    fn assert_send<T: Send>(_: T) {}
    fn assert_sync<T: Send + Sync>() {}
    assert_sync::<Connection>();
    assert_sync::<Session>();
    assert_sync::<Handle<EchoTest>>();
    assert_sync::<bifrons::Error>();
    assert_send(bifrons::connect("ws://127.0.0.1:1").into_future());

    #[allow(dead_code, reason = "this function only has to compile")]
    fn all(connection: &Connection, session: &Session, handle: &Handle<EchoTest>) {
        assert_send(connection.connected());
        assert_send(connection.closed());
        assert_send(connection.info());
        assert_send(connection.ping());
        assert_send(connection.create());
        assert_send(connection.claim(session.id()));
        assert_send(connection.raw_request(RawRequest::new("x"), &()));
        assert_send(connection.close());
        assert_send(session.attach::<EchoTest>());
        assert_send(session.attach_to("x"));
        assert_send(session.adopt::<EchoTest>(handle.id()));
        assert_send(session.raw_request(RawRequest::new("x"), &()));
        assert_send(session.destroy());
        assert_send(session.ended());
        assert_send(handle.start(Start::default()));
        assert_send(handle.message(&(), None));
        assert_send(handle.trickle(Candidate::COMPLETED));
        assert_send(handle.trickle_all(Vec::new()));
        assert_send(handle.hangup());
        assert_send(handle.detach());
        assert_send(handle.raw_request(RawRequest::new("x"), &()));
        assert_send(handle.next_event());
        assert_send(handle.events());
        assert_send(connection.events());
    }
}
