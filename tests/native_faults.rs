//! Faulty, lost and missing servers over real sockets: each gives a typed error.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::time::Duration;

use bifrons::engine::{Disconnect, Timeout};
use bifrons::plugins::echotest::{self, EchoTest, Start};
use bifrons::{
    Address, Config, Connect, Connection, EndReason, ErrorCode, Event, Fault, Handle, Retry, Session,
};
use futures::SinkExt;
use needs_janus::needs_janus;
use serde_json::json;
use support::server::{Peer, Server};
use support::{Janus, next, within};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

fn once(url: &str) -> Connect {
    bifrons::connect(url).retry(Retry { max_retries: 0, ..Retry::default() }).recovery(None)
}

async fn connected() -> (Server, Connection, Peer) {
    let server = Server::start().await;
    let (connection, peer) = tokio::join!(once(&server.url), server.welcome());
    (server, connection.unwrap(), peer)
}

async fn attached(connection: &Connection, peer: &mut Peer) -> (Session, Handle<EchoTest>) {
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach(), peer.create("attach", 2));
    (session, handle.unwrap())
}

async fn code_of(connect: Connect) -> ErrorCode {
    connect.await.expect_err("a connection to this address is possible").code()
}

#[tokio::test]
async fn invalid_urls_are_unsupported() {
    for url in [
        "",
        "nonsense",
        "ws://",
        "ws://[::bad",
        "ws://127.0.0.1:99999",
        "ws://127.0.0.1:",
        "ws://[::1]:x",
        "ws://a b",
        "ws://u:p/ss@host",
    ] {
        assert_eq!(code_of(bifrons::connect(url)).await, ErrorCode::InvalidConfig, "{url}");
    }
    for url in ["http://127.0.0.1:8088/janus", "ftp://host", "WS://127.0.0.1:1"] {
        let error = bifrons::connect(url).await.unwrap_err();
        assert_eq!((error.code(), error.fault()), (ErrorCode::Unsupported, Fault::Caller), "{url}");
    }
    assert_eq!(code_of(Connect::to(Vec::new())).await, ErrorCode::InvalidConfig);
}

#[needs_janus("HTTP")]
#[tokio::test]
async fn connecting_to_a_port_without_janus_fails() {
    let janus = Janus::start(&["--http"]);
    let admin_port = janus.at.admin_ws.as_str();
    assert_eq!(code_of(once(admin_port)).await, ErrorCode::ConnectFailed);
    let http = janus.at.http.as_deref().unwrap().replace("http://", "ws://");
    let error = once(&http).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(error.message().contains("HTTP 4"), "{error}");
    assert_eq!(code_of(once("ws://127.0.0.1:1")).await, ErrorCode::ConnectFailed);
}

#[tokio::test]
async fn a_server_with_a_malformed_handshake_fails() {
    let server = Server::start().await;
    let garbage = async {
        let mut stream = server.accept_tcp().await;
        let _ = stream.read(&mut [0; 1024]).await.unwrap();
        stream.write_all(b"SSH-2.0-OpenSSH\r\n\r\n").await.unwrap();
        stream
    };
    let (code, _) = tokio::join!(code_of(once(&server.url)), garbage);
    assert_eq!(code, ErrorCode::ConnectFailed);
}

#[tokio::test]
async fn a_server_without_a_handshake_response_times_out() {
    let server = Server::start().await;
    let mut config = bifrons::Config::new(vec![Address::new(&*server.url)]);
    config.attempt_timeout = Some(Duration::from_millis(50));
    config.retry.max_retries = 0;
    let (code, _held) = tokio::join!(code_of(Connect::with(config)), server.accept_tcp());
    assert_eq!(code, ErrorCode::ConnectFailed);
}

#[tokio::test]
async fn a_server_without_the_subprotocol_fails() {
    let server = Server::start().await;
    let silent = async {
        let stream = server.accept_tcp().await;
        tokio_tungstenite::accept_async(stream).await
    };
    let (error, _peer) = tokio::join!(once(&server.url), silent);
    let error = error.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(error.message().contains("subprotocol"), "{error}");
}

#[tokio::test]
async fn the_next_address_is_tried() {
    let janus = Janus::start(&["--api-secret", "right"]);
    let addresses = vec![
        Address::new("ws://127.0.0.1:1").api_secret("for another"),
        Address::new(&*janus.at.ws).api_secret("right"),
    ];
    let retry = Retry { pause: Duration::from_millis(1), ..Retry::default() };
    let connection = Connect::to(addresses).retry(retry).await.unwrap();
    connection.create().await.unwrap();
}

#[tokio::test]
async fn the_end_of_janus_ends_the_connection() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).recovery(None).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    tokio::task::spawn_blocking(move || drop(janus)).await.unwrap();
    let Disconnect::Lost(error) = within("the end", connection.closed()).await else {
        panic!("the connection is lost")
    };
    assert_eq!((error.code(), error.fault()), (ErrorCode::ConnectionLost, Fault::Network));
    assert_eq!(within("the end", session.ended()).await, EndReason::ConnectionLost);
    assert_eq!(next(&echo).await, Some(Event::Ended(EndReason::ConnectionLost)));
    assert_eq!(next(&echo).await, None);
    let late = echo.start(Start::default()).await.unwrap_err();
    assert_eq!((late.code(), late.fault()), (ErrorCode::ConnectionLost, Fault::Network));
}

/// The errors of a pending request and of the connection after this fault of the server.
async fn ends_with(fault: impl AsyncFnOnce(Peer)) -> (ErrorCode, ErrorCode) {
    let (_server, connection, mut peer) = connected().await;
    let (ping, ()) = tokio::join!(connection.ping(), async {
        peer.receive().await;
        fault(peer).await;
    });
    let Disconnect::Lost(error) = within("the end", connection.closed()).await else {
        panic!("the connection is lost")
    };
    (ping.unwrap_err().code(), error.code())
}

#[tokio::test]
async fn a_lost_transport_ends_the_pending_requests() {
    let dropped = ends_with(async |peer| drop(peer)).await;
    assert_eq!(dropped, (ErrorCode::ResponseLost, ErrorCode::ConnectionLost));
    let closed = ends_with(async |mut peer| peer.socket.close(None).await.unwrap()).await;
    assert_eq!(closed, (ErrorCode::ResponseLost, ErrorCode::ConnectionLost));
}

#[tokio::test]
async fn invalid_frames_end_the_transport() {
    let violation = (ErrorCode::ResponseLost, ErrorCode::ProtocolViolation);
    let frame = |bytes: &'static [u8]| {
        async move |mut peer: Peer| {
            peer.socket.get_mut().write_all(bytes).await.unwrap();
            while peer.receive_or_end().await.is_some() {}
        }
    };
    assert_eq!(ends_with(frame(b"\x81\x02\xff\xfe")).await, violation, "invalid UTF-8");
    assert_eq!(ends_with(frame(b"\x83\x00")).await, violation, "a reserved opcode");
    assert_eq!(ends_with(frame(b"\xf1\x00")).await, violation, "reserved bits");
    assert_eq!(ends_with(frame(b"\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff")).await, violation, "endless");
    assert_eq!(ends_with(frame(b"\x81\x7f\0\0\0\0\x01\x10\0\0")).await, violation, "17 MiB, by default");
}

#[tokio::test]
async fn an_oversize_message_ends_the_transport() {
    for fragments in [1, 3] {
        let server = Server::start().await;
        let (connection, peer) = tokio::join!(once(&server.url).max_message_size(3000), server.welcome());
        let (connection, mut peer) = (connection.unwrap(), peer);
        for number in 0..fragments {
            let code = if number == 0 { Data::Text } else { Data::Continue };
            let last = number + 1 == fragments;
            let frame = Frame::message(vec![b' '; 3001 / fragments + 1], OpCode::Data(code), last);
            peer.send(Message::Frame(frame)).await;
        }
        let Disconnect::Lost(error) = within("the end", connection.closed()).await else {
            panic!("the connection is lost")
        };
        assert_eq!((error.code(), error.fault()), (ErrorCode::ProtocolViolation, Fault::Server));
    }
}

#[tokio::test]
async fn a_request_that_is_too_large_ends_alone() {
    let server = Server::start().await;
    let (connection, peer) = tokio::join!(once(&server.url).max_message_size(3000), server.welcome());
    let (connection, mut peer) = (connection.unwrap(), peer);
    let (_session, echo) = attached(&connection, &mut peer).await;
    let error = echo.message(&json!({ "x": "y".repeat(3000) }), None).await.unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::MessageTooLarge, Some(false)));
    let (ping, ()) = tokio::join!(connection.ping(), async {
        let ping = peer.receive().await;
        peer.respond(&ping, "pong", json!({})).await;
    });
    ping.unwrap();
}

#[tokio::test]
async fn malformed_messages_are_counted_and_ignored() {
    let (_server, connection, mut peer) = connected().await;
    let (_session, echo) = attached(&connection, &mut peer).await;
    let (outcome, ()) = tokio::join!(echo.start(Start::default().audio(true)), async {
        let start = peer.receive().await;
        for text in ["", "malformed", "[]", "{}", r#"{"janus":7}"#, r#"{"janus":"unheard"}"#] {
            peer.send(Message::text(text)).await;
        }
        peer.send(Message::binary(vec![1, 2, 3])).await;
        peer.send_message(json!({ "janus": "success", "transaction": "unknown" })).await;
        peer.send_message(
            json!({ "janus": "event", "session_id": 1, "sender": 1_u64 << 53, "plugindata": {} }),
        )
        .await;
        peer.send_message(json!({ "janus": "event", "session_id": 1, "sender": 77, "plugindata": {} })).await;
        let data = json!({ "plugin": "p", "data": { "echotest": "event", "result": "ok" } });
        let more = json!({ "sender": 2, "plugindata": data });
        peer.respond(&start, "event", more).await;
    });
    assert_eq!(outcome.unwrap().result, "ok");
    // The last event may arrive after the others.
    let stats = connection.stats();
    assert_eq!((stats.protocol_violations, stats.late, stats.unknown), (8, 1, 1));
}

#[tokio::test]
async fn malformed_responses_are_bad_responses() {
    let (_server, connection, mut peer) = connected().await;
    for data in [json!({ "id": 1_u64 << 53 }), json!({ "id": "1" }), json!({}), json!(null)] {
        let (created, ()) = tokio::join!(connection.create(), async {
            let create = peer.receive().await;
            peer.respond(&create, "success", json!({ "data": data })).await;
        });
        assert_eq!(created.unwrap_err().code(), ErrorCode::BadResponse);
    }
    let (_session, echo) = attached(&connection, &mut peer).await;
    let replies = [
        (json!({ "result": "unheard" }), ErrorCode::UnexpectedResponse),
        (json!({ "error_code": 0, "error": "no" }), ErrorCode::PluginRefused),
        (json!({ "error": "no" }), ErrorCode::PluginRefused),
        (json!("text"), ErrorCode::UnexpectedResponse),
        (json!({ "result": 5 }), ErrorCode::UnexpectedResponse),
    ];
    for (data, code) in replies {
        let (outcome, ()) = tokio::join!(echo.start(Start::default().audio(true)), async {
            let start = peer.receive().await;
            let more = json!({ "sender": 2, "plugindata": { "plugin": "p", "data": data } });
            peer.respond(&start, "event", more).await;
        });
        assert_eq!(outcome.unwrap_err().code(), code, "{data}");
    }
}

#[tokio::test]
async fn a_request_may_have_its_own_timeout() {
    let (_server, connection, mut peer) = connected().await;
    let (_session, echo) = attached(&connection, &mut peer).await;
    let start = Start::default().audio(true);
    let error = echo.request_with(start, Timeout::After(Duration::from_millis(20))).await.unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(true)));
    assert_eq!(error.fault(), Fault::Network);
}

#[tokio::test]
async fn events_keep_their_order_with_a_slow_reader() {
    let server = Server::start().await;
    let mut config = Config::new(vec![Address::new(&*server.url)]);
    (config.recovery, config.max_held_events) = (None, 500);
    let (connection, mut peer) = tokio::join!(Connect::with(config), server.welcome());
    let connection = connection.unwrap();
    let (_session, echo) = attached(&connection, &mut peer).await;
    // More than the sockets' buffers and the handle's bound.
    const COUNT: u64 = 20_000;
    let talk = async {
        for number in 0..COUNT {
            let data = json!({ "plugin": "p", "data": { "number": number, "padding": "x".repeat(1000) } });
            let event = json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": data });
            peer.socket.feed(Message::text(event.to_string())).await.unwrap();
        }
        peer.socket.flush().await.unwrap();
        peer
    };
    let read = async {
        // Unread events fill the connection up to its bound; then the server has to wait.
        within("reading stops", async {
            while connection.stats().reading_stops == 0 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        for number in 0..COUNT {
            let Some(Event::Plugin(echotest::Event::Other(raw))) = next(&echo).await else {
                panic!("event {number} is missing")
            };
            assert_eq!(raw.data["number"], number);
        }
    };
    tokio::join!(read, talk);
    assert_eq!(connection.stats().dropped, 0);
}

#[tokio::test]
async fn requests_wait_for_a_server_that_does_not_read() {
    let (_server, connection, mut peer) = connected().await;
    let (_session, echo) = attached(&connection, &mut peer).await;
    let body = json!({ "padding": "x".repeat(1 << 20) });
    let requests = futures::future::join_all((0..32).map(|_| echo.message(&body, None)));
    let data = json!({ "plugindata": { "plugin": "p", "data": {} } });
    let read = async {
        // The connection is full; the waiting requests continue when this end reads.
        tokio::task::yield_now().await;
        for _ in 0..32 {
            let request = peer.receive().await;
            peer.respond(&request, "success", data.clone()).await;
        }
    };
    let (responses, ()) = tokio::join!(requests, read);
    for response in responses {
        response.unwrap();
    }
}
