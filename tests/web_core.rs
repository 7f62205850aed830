//! The client compiled to WebAssembly, with a real Janus, in Node and in Chromium.

#![cfg(target_family = "wasm")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

use std::pin::pin;
use std::time::Duration;

use bifrons::engine::{Completion, Timeout};
use bifrons::plugins::echotest::{self, EchoTest, Start};
use bifrons::plugins::{Plugin, Request, Verdict};
use bifrons::wire::Payload;
use bifrons::{
    Candidate, Connection, CreateOptions, Disconnect, EndReason, ErrorCode, Event, Fault, Handle, Jsep,
    JsepType, RawRequest, Result, Retry, SessionId,
};
use futures::future::join_all;
use serde::Serialize;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test as test;

const JANUS: Option<&str> = option_env!("BIFRONS_TEST_JANUS");
const HTTP: Option<&str> = option_env!("BIFRONS_TEST_HTTP");
const SECRET: Option<&str> = option_env!("BIFRONS_TEST_SECRET");

async fn connected() -> Connection {
    connected_to(JANUS).await
}

async fn connected_to(url: Option<&str>) -> Connection {
    let (url, secret) = url.zip(SECRET).expect("there is no Janus: run these tests with scripts/wasm-tests");
    bifrons::connect(url).api_secret(secret).await.expect("Janus accepts connections")
}

async fn echo_on(connection: &Connection) -> Handle<EchoTest> {
    connection.create().await.unwrap().attach::<EchoTest>().await.unwrap()
}

fn audio(on: bool) -> Start {
    Start::default().audio(on)
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

async fn event_where<P: Plugin>(
    handle: &Handle<P>,
    wanted: impl Fn(&Event<P::Event>) -> bool,
) -> Event<P::Event> {
    loop {
        let event = handle.next_event().await.expect("the handle has not ended");
        if wanted(&event) {
            return event;
        }
    }
}

#[test]
async fn a_session_and_a_handle_work_and_end() {
    use_and_end(connected().await).await;
}

#[test]
async fn a_session_and_a_handle_work_and_end_over_http() {
    use_and_end(connected_to(HTTP).await).await;
}

async fn use_and_end(connection: Connection) {
    let info = connection.info().await.unwrap();
    assert_eq!(info.name, "Janus WebRTC Server");
    assert!(info.plugins.contains_key(EchoTest::PACKAGE));
    connection.ping().await.unwrap();

    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    assert_eq!(echo.start(audio(true)).await.unwrap().result, "ok");
    echo.detach().await.unwrap();
    // Before it, the plugin may send `done`.
    let last = loop {
        match echo.next_event().await {
            Some(Event::Plugin(_)) => {}
            other => break other,
        }
    };
    assert_eq!(last, Some(Event::Ended(EndReason::Detached)));
    assert_eq!(echo.next_event().await, None);
    session.destroy().await.unwrap();
    assert_eq!(session.ended().await, EndReason::Destroyed);
    connection.close().await;
    assert_eq!(connection.closed().await, Disconnect::Closed);
}

#[test]
async fn every_core_request_has_its_effect() {
    let connection = connected().await;
    let session = connection.create().await.unwrap();
    let keepalive = session.raw_request(RawRequest::new("keepalive"), &json!({})).await.unwrap();
    assert_eq!(keepalive["janus"], "ack");

    let echo = session.attach::<EchoTest>().await.unwrap();
    let offered = audio(true).jsep(offer());
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
    event_where(&echo, |event| matches!(event, Event::Trickle(_))).await;

    echo.hangup().await.unwrap();
    let hangup = event_where(&echo, |event| matches!(event, Event::Hangup { .. })).await;
    assert_eq!(hangup, Event::Hangup { reason: "Janus API".to_owned() });
    echo.detach().await.unwrap();
    connection.close().await;
    assert_eq!(connection.stats().protocol_violations, 0);
}

#[test]
async fn plugins_respond_at_once_or_later() {
    let connection = connected().await;
    let session = connection.create().await.unwrap();
    let rooms = session.attach_to("janus.plugin.videoroom").await.unwrap();
    let (listed, jsep) = rooms.message(&json!({ "request": "list" }), None).await.unwrap();
    assert!(listed["list"].is_array());
    assert_eq!(jsep, None);

    let echo = session.attach_to(EchoTest::PACKAGE).await.unwrap();
    let (response, jsep) = echo.message(&json!({ "audio": true }), Some(&offer())).await.unwrap();
    assert_eq!(response["result"], "ok");
    assert_eq!(jsep.map(|jsep| jsep.kind), Some(JsepType::Answer));
    connection.close().await;
}

#[test]
async fn refusals_are_typed() {
    let url = JANUS.expect("there is no Janus: run these tests with scripts/wasm-tests");
    let stranger = bifrons::connect(url).api_secret("mistaken").await.unwrap();
    let error = stranger.create().await.unwrap_err();
    assert_eq!((error.code(), error.janus_code()), (ErrorCode::JanusRefused, Some(403)));
    assert!(!format!("{error:?} {error}").contains("mistaken"), "{error:?}");

    let connection = connected().await;
    let session = connection.create().await.unwrap();
    assert_eq!(session.attach_to("janus.plugin.nothing").await.unwrap_err().janus_code(), Some(460));
    let echo = session.attach::<EchoTest>().await.unwrap();
    let refused = echo.start(Start::default()).await.unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(413)));
    let error = echo.message(&json!({ "audio": true }), Some(&Jsep::offer("nonsense"))).await.unwrap_err();
    assert_eq!((error.janus_code(), error.handle()), (Some(465), Some(echo.id())));
    let error = echo.message(&json!([]), None).await.unwrap_err();
    assert_eq!((error.code(), error.fault()), (ErrorCode::InvalidArgument, Fault::Caller));
    assert_eq!(echo.start(audio(true)).await.unwrap().result, "ok");
    connection.close().await;
}

#[test]
async fn a_session_has_the_requested_id() {
    let connection = connected().await;
    let id = SessionId::new(bifrons::id::MAX_SAFE_INTEGER).unwrap();
    let options = CreateOptions { id: Some(id), ..CreateOptions::default() };
    let session = connection.create_with(options).await.unwrap();
    assert_eq!(session.id(), id);
    assert_eq!(connection.create_with(options).await.unwrap_err().janus_code(), Some(468));
    connection.close().await;
}

#[test]
async fn a_session_of_another_connection_is_claimed() {
    let (earlier, connection) = (connected().await, connected().await);
    let left = earlier.create().await.unwrap();
    let handle = left.attach::<EchoTest>().await.unwrap();

    let session = connection.claim(left.id()).await.unwrap();
    let echo = session.adopt::<EchoTest>(handle.id()).await.unwrap();
    assert_eq!(echo.start(audio(true)).await.unwrap().result, "ok");
    echo.hangup().await.unwrap();
    let event = echo.next_event().await;
    let Some(Event::Plugin(echotest::Event::Result(outcome))) = event else { panic!("{event:?}") };
    assert_eq!(outcome.result, "done");
    let unknown = SessionId::new(4711).unwrap();
    assert_eq!(connection.claim(unknown).await.unwrap_err().janus_code(), Some(458));
    connection.close().await;
    earlier.close().await;
}

/// EchoTest as an application may define it: the request defines which event is its response.
enum Own {}

impl Plugin for Own {
    const PACKAGE: &'static str = EchoTest::PACKAGE;
    type Event = Value;

    fn event(message: &impl Payload) -> Value {
        message.plugin_data().unwrap_or_default()
    }
}

#[derive(Serialize)]
struct UntilDone {
    audio: bool,
}

impl Request for UntilDone {
    type Plugin = Own;
    type Reply = Value;
    const COMPLETION: Completion = Completion::PluginDecides;
    const RESPONSE_EVENTS: &'static [&'static str] = &[];

    fn reply(message: &impl Payload) -> Result<Value> {
        message.plugin_data()
    }

    fn verdict(message: &impl Payload) -> Verdict {
        let data: Value = message.plugin_data().unwrap_or_default();
        if data["result"] == "done" { Verdict::Final } else { Verdict::Provisional }
    }
}

#[derive(Serialize)]
struct UntilOk {
    audio: bool,
}

impl Request for UntilOk {
    type Plugin = Own;
    type Reply = Value;
    const COMPLETION: Completion = Completion::PluginDecides;
    const RESPONSE_EVENTS: &'static [&'static str] = &[];

    fn reply(message: &impl Payload) -> Result<Value> {
        message.plugin_data()
    }
}

#[test]
async fn a_request_may_decide_which_event_ends_it() {
    let connection = connected().await;
    let own = connection.create().await.unwrap().attach::<Own>().await.unwrap();
    assert_eq!(own.request(UntilOk { audio: true }).await.unwrap()["result"], "ok");

    let soon = Timeout::After(Duration::from_millis(300));
    let error = own.request_with(UntilDone { audio: true }, soon).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::Timeout);
    let Some(Event::Plugin(provisional)) = own.next_event().await else { panic!("no provisional event") };
    assert_eq!(provisional["result"], "ok");
    connection.close().await;
}

#[test]
async fn events_wait_and_keep_their_order() {
    let connection = connected().await;
    let echo = echo_on(&connection).await;
    echo.start(audio(true).jsep(offer())).await.unwrap();
    echo.hangup().await.unwrap();
    connection.ping().await.unwrap();
    let mut seen = Vec::new();
    while let Some(event) = echo.next_event().await {
        match event {
            Event::Plugin(echotest::Event::Result(outcome)) => seen.push(outcome.result.to_string()),
            // Janus reports no hangup while it detaches the handle.
            Event::Hangup { reason } => {
                seen.push(reason);
                echo.detach().await.unwrap();
            }
            Event::Ended(reason) => seen.push(format!("{reason:?}")),
            _ => {}
        }
    }
    assert_eq!(seen, ["done", "Janus API", "Detached"]);
    connection.close().await;
}

#[test]
async fn a_thousand_requests_at_a_time() {
    let connection = connected().await;
    let echo = echo_on(&connection).await;
    for outcome in join_all((0..1000).map(|_| echo.start(audio(true)))).await {
        assert_eq!(outcome.unwrap().result, "ok");
    }
    assert_eq!((connection.stats().protocol_violations, connection.stats().late), (0, 0));
    connection.close().await;
}

#[test]
async fn dropped_requests_and_handles_end() {
    let connection = connected().await;
    let session = connection.create().await.unwrap();
    {
        let mut given_up = pin!(session.attach::<EchoTest>());
        assert!(futures::poll!(given_up.as_mut()).is_pending());
    }
    assert_eq!(connection.stats().cancelled, 1);

    let echo = session.attach::<EchoTest>().await.unwrap();
    let id = echo.id();
    drop(echo);
    // Janus handles requests in their order; its `detached` event may arrive before the responses.
    let error = session.adopt::<EchoTest>(id).await.unwrap_err();
    assert!(error.janus_code() == Some(459) || error.code() == ErrorCode::HandleDetached, "{error:?}");

    let id = session.id();
    drop(session);
    assert_eq!(connection.claim(id).await.unwrap_err().janus_code(), Some(458));
    connection.close().await;
}

#[test]
async fn requests_after_the_end_fail() {
    let connection = connected().await;
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    echo.detach().await.unwrap();
    assert_eq!(echo.start(audio(true)).await.unwrap_err().code(), ErrorCode::HandleDetached);
    session.destroy().await.unwrap();
    assert_eq!(session.attach::<EchoTest>().await.unwrap_err().code(), ErrorCode::SessionGone);
    connection.close().await;
    assert_eq!(connection.ping().await.unwrap_err().code(), ErrorCode::ConnectionClosed);
    connection.close().await;
}

#[test]
async fn a_pending_transaction_cannot_be_used_again() {
    let connection = connected().await;
    let session = connection.create().await.unwrap();
    let raw = || RawRequest::new("keepalive").transaction("mine");
    let (one, other) = futures::join!(session.raw_request(raw(), &()), session.raw_request(raw(), &()));
    assert_eq!(one.unwrap()["transaction"], "mine");
    assert_eq!(other.unwrap_err().code(), ErrorCode::DuplicateTransaction);
    connection.close().await;
}

#[test]
async fn invalid_addresses_fail() {
    let once = |url: &str| bifrons::connect(url).retry(Retry { max_retries: 0, ..Retry::default() });
    let error = once("ws://127.0.0.1:1").await.unwrap_err();
    assert_eq!((error.code(), error.fault()), (ErrorCode::ConnectFailed, Fault::Network));
    assert_eq!(once("nonsense").await.unwrap_err().code(), ErrorCode::InvalidConfig);
    assert_eq!(once("gopher://127.0.0.1").await.unwrap_err().code(), ErrorCode::Unsupported);
    assert_eq!(once("ws://[").await.unwrap_err().code(), ErrorCode::InvalidConfig);
}
