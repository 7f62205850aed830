//! Faults of every transport other than a plain WebSocket, with a real Janus.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bifrons::engine::Disconnect;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::plugins::videoroom::{self as room, Event as RoomEvent, VideoRoom};
use bifrons::{Connect, Connection, EndReason, ErrorCode, RawRequest, Retry};
use serde_json::json;
use support::http_proxy::{ProxyAction, start_proxy};
use support::{Janus, wait_for, within};

fn once(url: &str) -> Connect {
    bifrons::connect(url).retry(Retry { max_retries: 0, ..Retry::default() }).recovery(None)
}

fn unix_url(janus: &Janus, kind: &str) -> String {
    let scheme = if kind == "dgram" { "file" } else { "unix" };
    format!("{scheme}://{}", janus.at.unix.as_ref().unwrap())
}

async fn lost(connection: &Connection) -> String {
    match within("the end of the connection", connection.closed()).await {
        Disconnect::Lost(error) => error.message().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_message_above_the_socket_limit_is_refused_alone() {
    for kind in ["dgram", "seqpacket"] {
        let janus = Janus::start(&["--unix", kind]);
        let connection = once(&unix_url(&janus, kind)).await.unwrap();
        let session = connection.create().await.unwrap();
        let echo = session.attach::<EchoTest>().await.unwrap();
        // Each padding is a byte longer; Janus accepts up to 8,191 bytes.
        let mut accepted = 0;
        let refused = loop {
            let body = json!({ "audio": true, "padding": "x".repeat(7950 + accepted) });
            match within("a response", echo.message(&body, None)).await {
                Ok((response, _)) => assert_eq!(response["result"], "ok"),
                Err(error) => break error,
            }
            accepted += 1;
        };
        assert!((50..200).contains(&accepted), "{kind}: refused after {accepted}");
        assert_eq!((refused.code(), refused.sent()), (ErrorCode::MessageTooLarge, Some(false)), "{refused}");
        assert!(refused.message().contains("8192 bytes, the limit is 8191"), "{refused}");
        echo.start(Start::default().audio(true)).await.expect("later requests succeed");
        connection.close().await;
    }
}

#[tokio::test]
async fn requests_that_waited_for_a_full_socket_are_never_sent_late() {
    for kind in ["dgram", "seqpacket"] {
        let janus = Janus::start(&["--unix", kind]);
        let connect = once(&unix_url(&janus, kind)).request_timeout(Duration::from_millis(500));
        let connection = connect.await.unwrap();
        let rooms = connection.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
        janus.signal("-STOP");
        let creates = (1..=100).map(|id: u64| {
            let description = Some("x".repeat(7000));
            rooms.create({
                let mut request = room::Create::default().room(id);
                request.description = description;
                request
            })
        });
        let results = within("the timeouts", futures_util::future::join_all(creates)).await;
        janus.signal("-CONT");
        let mut unsent = 0;
        for (id, result) in (1u64..).zip(results) {
            let error = result.unwrap_err();
            assert_eq!(error.code(), ErrorCode::Timeout, "{error}");
            let exists = rooms.exists(room::Exists::new(id)).await.unwrap();
            assert_eq!(Some(exists.exists), error.sent(), "{kind}, room {id}: {error}");
            if error.sent() == Some(false) {
                unsent += 1;
                assert!(error.message().contains("the connection took no more data"), "{error}");
            }
        }
        assert!((1..100).contains(&unsent), "{kind}: {unsent} unsent");
        connection.close().await;
    }
}

#[tokio::test]
async fn missing_sockets_and_sockets_of_another_type() {
    for (kind, other) in [("dgram", "seqpacket"), ("seqpacket", "dgram")] {
        let janus = Janus::start(&["--unix", kind]);
        let error = once(&unix_url(&janus, other)).await.unwrap_err();
        assert_eq!(error.code(), ErrorCode::ConnectFailed);
        assert!(error.message().contains("SOCK_DGRAM socket"), "{error}");

        let connection = once(&unix_url(&janus, kind)).await.unwrap();
        std::fs::remove_file(janus.at.unix.as_ref().unwrap()).unwrap();
        connection.ping().await.expect("an open connection does not need the file");
        let error = once(&unix_url(&janus, kind)).await.unwrap_err();
        assert_eq!(error.code(), ErrorCode::ConnectFailed);
        assert!(format!("{error:#}").contains("No such file"), "{error}");
        connection.close().await;
    }
}

#[tokio::test]
async fn a_restarted_server_is_noticed() {
    for kind in ["dgram", "seqpacket"] {
        let mut janus = Janus::start(&["--unix", kind]);
        let connection = once(&unix_url(&janus, kind)).await.unwrap();
        let session = connection.create().await.unwrap();
        let echo = session.attach::<EchoTest>().await.unwrap();
        janus.restart();
        // A datagram socket reports errors only for sent data.
        let error = within("an error", echo.start(Start::default())).await.unwrap_err();
        assert_eq!(error.fault(), bifrons::Fault::Network, "{kind}: {error}");
        lost(&connection).await;
        assert_eq!(within("the end", session.ended()).await, EndReason::ConnectionLost);
        let again = once(&unix_url(&janus, kind)).await.unwrap();
        again.create().await.unwrap();
        again.close().await;
    }
}

#[tokio::test]
async fn a_restarted_http_server_has_no_sessions() {
    let mut janus = Janus::start(&["--http"]);
    let url = janus.at.http.clone().unwrap();
    let connection = once(&url).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    janus.restart();
    let ended = within("the session's end", session.ended()).await;
    // The poll is lost; the next one is sent before or after Janus restarts.
    assert!(matches!(ended, EndReason::NotFound | EndReason::ConnectionLost), "{ended:?}");
    echo.start(Start::default()).await.unwrap_err();
    let again = once(&url).await.unwrap();
    again.create().await.unwrap();
    again.close().await;
}

#[tokio::test]
async fn an_http_port_without_a_server() {
    let error = once("http://127.0.0.1:1/janus").await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(format!("{error:#}").contains("refused"), "{error}");
    for url in ["http://", "http://127.0.0.1:99999/janus", "http://a b/janus", "http://127.0.0.1:x/janus"] {
        assert_eq!(once(url).await.unwrap_err().code(), ErrorCode::InvalidConfig, "{url}");
    }
    let janus = Janus::start(&["--http"]);
    let wrong = janus.at.http.as_ref().unwrap().replace("/janus", "/elsewhere");
    let error = once(&wrong).await.unwrap_err();
    assert!(error.message().contains("HTTP 404 instead of Janus's response"), "{error}");
}

#[tokio::test]
async fn a_proxy_that_responds_itself() {
    let janus = Janus::start(&["--http"]);
    let upstream = janus.at.http.clone().unwrap();
    let down = start_proxy(&upstream, |_| ProxyAction::Respond(502, "Bad Gateway")).await;
    let error = once(&down).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(error.message().contains("HTTP 502"), "{error}");

    let posts = Arc::new(Mutex::new(ProxyAction::Pass));
    let action = Arc::clone(&posts);
    let decide = move |first: &str| match first.starts_with("POST") {
        true => std::mem::replace(&mut *action.lock().unwrap(), ProxyAction::Pass),
        false => ProxyAction::Pass,
    };
    let connection = once(&start_proxy(&upstream, decide).await).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    for (action, text) in [
        (ProxyAction::Respond(502, "Bad Gateway"), "HTTP 502"),
        (ProxyAction::Respond(200, "<html>Sign in</html>"), "the response is not from Janus"),
        (ProxyAction::Respond(200, ""), "the response is not from Janus"),
        (ProxyAction::Close, "interrupted"),
        (ProxyAction::Truncate, "interrupted"),
    ] {
        *posts.lock().unwrap() = action;
        // An event may end a request whose response is lost; a keepalive has no event.
        let keepalive = RawRequest::new("keepalive");
        let error = within(text, session.raw_request(keepalive, &json!({}))).await.unwrap_err();
        assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)), "{error}");
        assert!(error.message().contains(text), "{text}: {error}");
    }
    let response = echo.start(Start::default().audio(true)).await.unwrap();
    assert_eq!(response.result, "ok", "the session stays");
    connection.close().await;
}

#[tokio::test]
async fn a_poll_that_fails_once_is_repeated() {
    for action in
        [|| ProxyAction::Truncate, || ProxyAction::Close, || ProxyAction::Respond(504, "Gateway Timeout")]
    {
        let janus = Janus::start(&["--http"]);
        let polls = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&polls);
        let decide = move |first: &str| match first.contains("maxev=") {
            // Every second poll fails.
            true if count.fetch_add(1, Ordering::SeqCst) % 2 == 0 => action(),
            _ => ProxyAction::Pass,
        };
        let url = start_proxy(janus.at.http.as_ref().unwrap(), decide).await;
        let connection = once(&url).await.unwrap();
        let session = connection.create().await.unwrap();
        let echo = session.attach::<EchoTest>().await.unwrap();
        for _ in 0..3 {
            // A truncated poll may have contained the response: Janus does not know whether a poll arrived.
            let start = echo.start(Start::default().audio(true));
            let _ = tokio::time::timeout(Duration::from_millis(300), start).await;
        }
        assert!(polls.load(Ordering::SeqCst) >= 3, "the polls continue");
        connection.ping().await.unwrap();
        session.raw_request(RawRequest::new("keepalive"), &json!({})).await.expect("the session exists");
        connection.close().await;
    }
}

#[tokio::test]
async fn polls_that_always_fail_end_the_connection() {
    let janus = Janus::start(&["--http"]);
    let decide = |first: &str| match first.contains("maxev=") {
        true => ProxyAction::Respond(502, "Bad Gateway"),
        false => ProxyAction::Pass,
    };
    let connection = once(&start_proxy(janus.at.http.as_ref().unwrap(), decide).await).await.unwrap();
    // The session's poll fails while the response arrives.
    let session = connection.create().await;
    assert!(lost(&connection).await.contains("HTTP 502"));
    if let Ok(session) = session {
        assert_eq!(within("the end", session.ended()).await, EndReason::ConnectionLost);
    }
}

#[tokio::test]
async fn a_session_moves_from_one_transport_to_another() {
    let janus = Janus::start(&["--http", "--reclaim", "60"]);
    let socket = bifrons::connect(&*janus.at.ws).await.unwrap();
    let http = bifrons::connect(&**janus.at.http.as_ref().unwrap()).await.unwrap();
    let here = socket.create().await.unwrap();
    let handle = here.attach::<VideoRoom>().await.unwrap();
    let (id, handle_id) = (here.id(), handle.id());

    let there = http.claim(id).await.unwrap();
    let claimed = there.adopt::<VideoRoom>(handle_id).await.unwrap();
    let create = room::Create::default().room(9).notify_joining(true);
    claimed.create(create).await.unwrap();
    let join = |feed: u64| room::JoinPublisher::new(9).feed(feed);
    claimed.join_publisher(join(1)).await.unwrap();
    let other = socket.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
    other.join_publisher(join(2)).await.unwrap();
    wait_for(&claimed, "a participant joins", |event| matches!(event, RoomEvent::PublisherJoined(_))).await;

    http.close().await;
    // The first connection did not learn that its session moved, or that it ended.
    assert_eq!(handle.hangup().await.unwrap_err().janus_code(), Some(458));
    socket.close().await;
}
