//! What goes wrong on each transport that is no plain WebSocket, with a real Janus behind it.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bifrons::engine::Disconnect;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::plugins::videoroom::{self as room, Event as Told, VideoRoom};
use bifrons::{Connect, Connection, EndReason, ErrorCode, RawRequest, Retry};
use serde_json::json;
use support::http_proxy::{Verdict, start_proxy};
use support::{Janus, told, within};

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
async fn a_message_that_is_too_long_for_a_socket_is_refused_alone() {
    for kind in ["dgram", "seqpacket"] {
        let janus = Janus::start(&["--unix", kind]);
        let connection = once(&unix_url(&janus, kind)).await.unwrap();
        let session = connection.create().await.unwrap();
        let echo = session.attach::<EchoTest>().await.unwrap();
        // Each padding is a byte longer; Janus takes 8,191 bytes, and all up to that.
        let mut answered = 0;
        let refused = loop {
            let body = json!({ "audio": true, "padding": "x".repeat(7950 + answered) });
            match within("an answer", echo.message(&body, None)).await {
                Ok((answer, _)) => assert_eq!(answer["result"], "ok"),
                Err(error) => break error,
            }
            answered += 1;
        };
        assert!((50..200).contains(&answered), "{kind}: refused after {answered}");
        assert_eq!((refused.code(), refused.sent()), (ErrorCode::MessageTooLarge, Some(false)), "{refused}");
        assert!(refused.message().contains("8192 bytes, the limit is 8191"), "{refused}");
        echo.start(Start { audio: Some(true), ..Start::default() }).await.expect("the others go on");
        connection.close().await;
    }
}

#[tokio::test]
async fn what_a_full_socket_held_back_is_never_sent_late() {
    for kind in ["dgram", "seqpacket"] {
        let janus = Janus::start(&["--unix", kind]);
        let connect = once(&unix_url(&janus, kind)).request_timeout(Duration::from_millis(500));
        let connection = connect.await.unwrap();
        let rooms = connection.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
        janus.signal("-STOP");
        let creates = (1..=100).map(|id: u64| {
            let description = Some("x".repeat(7000));
            rooms.create(room::Create { room: Some(id.into()), description, ..Default::default() })
        });
        let answers = within("the timeouts", futures_util::future::join_all(creates)).await;
        janus.signal("-CONT");
        let mut held_back = 0;
        for (id, answer) in (1u64..).zip(answers) {
            let error = answer.unwrap_err();
            assert_eq!(error.code(), ErrorCode::Timeout, "{error}");
            let exists = rooms.exists(room::Exists { room: id.into(), ..Default::default() }).await.unwrap();
            assert_eq!(exists.exists, error.sent(), "{kind}, room {id}: {error}");
            if error.sent() == Some(false) {
                held_back += 1;
                assert!(error.message().contains("the connection took no more data"), "{error}");
            }
        }
        assert!((1..100).contains(&held_back), "{kind}: {held_back} held back");
        connection.close().await;
    }
}

#[tokio::test]
async fn sockets_that_are_not_there_or_of_another_type() {
    for (kind, other) in [("dgram", "seqpacket"), ("seqpacket", "dgram")] {
        let janus = Janus::start(&["--unix", kind]);
        let error = once(&unix_url(&janus, other)).await.unwrap_err();
        assert_eq!(error.code(), ErrorCode::ConnectFailed);
        assert!(error.message().contains("SOCK_DGRAM socket"), "{error}");

        let connection = once(&unix_url(&janus, kind)).await.unwrap();
        std::fs::remove_file(janus.at.unix.as_ref().unwrap()).unwrap();
        connection.ping().await.expect("who is connected needs the file no more");
        let error = once(&unix_url(&janus, kind)).await.unwrap_err();
        assert_eq!(error.code(), ErrorCode::ConnectFailed);
        assert!(error.message().contains("No such file"), "{error}");
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
        // A datagram socket tells of nothing but what is sent.
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
async fn a_restarted_http_server_knows_no_session() {
    let mut janus = Janus::start(&["--http"]);
    let url = janus.at.http.clone().unwrap();
    let connection = once(&url).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    janus.restart();
    let ended = within("the session's end", session.ended()).await;
    // The poll was cut; the next one comes before or after Janus is there again.
    assert!(matches!(ended, EndReason::NotFound | EndReason::ConnectionLost), "{ended:?}");
    echo.start(Start::default()).await.unwrap_err();
    let again = once(&url).await.unwrap();
    again.create().await.unwrap();
    again.close().await;
}

#[tokio::test]
async fn an_http_port_that_nobody_has() {
    let error = once("http://127.0.0.1:1/janus").await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(error.message().contains("refused"), "{error}");
    for url in ["http://", "http://127.0.0.1:99999/janus", "http://a b/janus", "http://127.0.0.1:x/janus"] {
        assert_eq!(once(url).await.unwrap_err().code(), ErrorCode::InvalidConfig, "{url}");
    }
    let janus = Janus::start(&["--http"]);
    let wrong = janus.at.http.as_ref().unwrap().replace("/janus", "/elsewhere");
    let error = once(&wrong).await.unwrap_err();
    assert!(error.message().contains("HTTP 404 instead of Janus's answer"), "{error}");
}

#[tokio::test]
async fn a_proxy_that_answers_by_itself() {
    let janus = Janus::start(&["--http"]);
    let upstream = janus.at.http.clone().unwrap();
    let down = start_proxy(&upstream, |_| Verdict::Answer(502, "Bad Gateway")).await;
    let error = once(&down).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(error.message().contains("HTTP 502"), "{error}");

    let posts = Arc::new(Mutex::new(Verdict::Pass));
    let verdict = Arc::clone(&posts);
    let judge = move |first: &str| match first.starts_with("POST") {
        true => std::mem::replace(&mut *verdict.lock().unwrap(), Verdict::Pass),
        false => Verdict::Pass,
    };
    let connection = once(&start_proxy(&upstream, judge).await).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    for (verdict, text) in [
        (Verdict::Answer(502, "Bad Gateway"), "HTTP 502"),
        (Verdict::Answer(200, "<html>Sign in</html>"), "no answer of Janus's"),
        (Verdict::Answer(200, ""), "no answer of Janus's"),
        (Verdict::HangUp, "broke off"),
        (Verdict::Cut, "broke off"),
    ] {
        *posts.lock().unwrap() = verdict;
        // An event may answer what lost its own answer; a keep-alive has no event.
        let keepalive = RawRequest::new("keepalive");
        let error = within(text, session.request(keepalive, &json!({}))).await.unwrap_err();
        assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)), "{error}");
        assert!(error.message().contains(text), "{text}: {error}");
    }
    let answer = echo.start(Start { audio: Some(true), ..Start::default() }).await.unwrap();
    assert_eq!(answer.result, "ok", "the session goes on");
    connection.close().await;
}

#[tokio::test]
async fn a_poll_that_fails_once_is_repeated() {
    for verdict in [|| Verdict::Cut, || Verdict::HangUp, || Verdict::Answer(504, "Gateway Timeout")] {
        let janus = Janus::start(&["--http"]);
        let polls = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&polls);
        let judge = move |first: &str| match first.contains("maxev=") {
            // Each second one fails.
            true if count.fetch_add(1, Ordering::SeqCst) % 2 == 0 => verdict(),
            _ => Verdict::Pass,
        };
        let url = start_proxy(janus.at.http.as_ref().unwrap(), judge).await;
        let connection = once(&url).await.unwrap();
        let session = connection.create().await.unwrap();
        let echo = session.attach::<EchoTest>().await.unwrap();
        for _ in 0..3 {
            // A cut poll may have taken an answer with it: Janus knows of no acknowledgement.
            let start = echo.start(Start { audio: Some(true), ..Start::default() });
            let _ = tokio::time::timeout(Duration::from_millis(300), start).await;
        }
        assert!(polls.load(Ordering::SeqCst) >= 3, "it goes on to poll");
        connection.ping().await.unwrap();
        session.request(RawRequest::new("keepalive"), &json!({})).await.expect("the session lives");
        connection.close().await;
    }
}

#[tokio::test]
async fn polls_that_fail_again_and_again_end_the_connection() {
    let janus = Janus::start(&["--http"]);
    let judge = |first: &str| match first.contains("maxev=") {
        true => Verdict::Answer(502, "Bad Gateway"),
        false => Verdict::Pass,
    };
    let connection = once(&start_proxy(janus.at.http.as_ref().unwrap(), judge).await).await.unwrap();
    // Its poll fails while the answer is on its way to us.
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
    let taken = there.adopt::<VideoRoom>(handle_id).await.unwrap();
    let create = room::Create { room: Some(9.into()), notify_joining: Some(true), ..Default::default() };
    taken.create(create).await.unwrap();
    let join =
        |feed: u64| room::JoinPublisher { room: 9.into(), feed: Some(feed.into()), ..Default::default() };
    taken.join_publisher(join(1)).await.unwrap();
    let other = socket.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
    other.join_publisher(join(2)).await.unwrap();
    told(&taken, "who joins", |event| matches!(event, Told::PublisherJoined(_))).await;

    http.close().await;
    // Nobody told the first connection that its session went elsewhere, or that it ended there.
    assert_eq!(handle.hangup().await.unwrap_err().janus_code(), Some(458));
    socket.close().await;
}
