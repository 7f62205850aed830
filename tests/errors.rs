//! The text of errors, their codes, and which requests may be retried.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::error::Error as _;
use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::videoroom::{self, JoinPublisher, VideoRoom};
use bifrons::{Connect, Connection, Error, ErrorCode, Handle, RawRequest, Retry};
use serde_json::{Value, json};
use support::server::{Peer, Server};
use support::within;

fn once(url: &str) -> Connect {
    bifrons::connect(url).retry(Retry { max_retries: 0, ..Retry::default() }).recovery(None)
}

/// A handle on a server whose messages the test chooses.
async fn attached(server: &Server) -> (Connection, Handle<VideoRoom>, Peer) {
    let (connection, mut peer) = tokio::join!(once(&server.url), server.welcome());
    let connection = connection.unwrap();
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach::<VideoRoom>(), peer.create("attach", 2));
    (connection, handle.unwrap(), peer)
}

fn join() -> JoinPublisher {
    JoinPublisher::new(1234)
}

/// The text that anyhow's `{:#}` prints.
fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

#[tokio::test]
async fn a_chain_of_causes_has_each_text_once() {
    for scheme in ["ws", if cfg!(feature = "http") { "http" } else { "ws" }] {
        let error = once(&format!("{scheme}://127.0.0.1:1")).await.unwrap_err();
        let text = chain(&error);
        assert_eq!(text.matches("Connection refused").count(), 1, "{text}");
        assert!(!error.to_string().contains("refused"), "{error}");
        assert!(error.to_string().starts_with(&format!("{scheme}://127.0.0.1:1")), "{error}");
        assert_eq!(format!("{error:#}"), text);
        assert!(error.is_retryable());
    }
    let error = once("ws+unix:///no/such/socket").await.unwrap_err();
    assert_eq!(chain(&error).matches("No such file").count(), 1, "{error:#}");
}

#[test]
fn codes_have_a_text_that_can_be_read() {
    for code in ErrorCode::ALL {
        assert_eq!(code.to_string(), code.as_str());
        assert_eq!(code.to_string().parse(), Ok(*code));
    }
    assert!("Timeout".parse::<ErrorCode>().unwrap_err().to_string().contains("ErrorCode::ALL"));
    assert_eq!(ErrorCode::Timeout.fault().to_string(), "network");
}

#[tokio::test]
async fn every_error_of_a_plugin_request_names_the_request() {
    let server = Server::start().await;
    let (connection, room, mut peer) = attached(&server).await;
    let soon = Duration::from_millis(20);
    let named = |error: Error, code: ErrorCode| {
        assert_eq!((error.code(), error.request()), (code, Some("join")), "{error}");
        assert!(error.to_string().starts_with("join: "), "{error}");
        error
    };

    let error = named(room.request_with(join(), soon).await.unwrap_err(), ErrorCode::Timeout);
    assert!(!error.is_retryable(), "Janus may have carried it out");
    let body = json!({ "request": "join" });
    let raw = RawRequest::new("message").timeout(soon);
    let raw = room.raw_request(raw, &json!({ "body": body })).await.unwrap_err();
    named(raw, ErrorCode::Timeout);
    let unreadable = json!({ "request": "join", "display": "\0" });
    named(room.message(&unreadable, None).await.unwrap_err(), ErrorCode::InvalidArgument);
    let unreadable = join().display("\0");
    named(room.request(unreadable).await.unwrap_err(), ErrorCode::InvalidArgument);
    let without_sdp = room.request(videoroom::Publish::default()).await.unwrap_err();
    assert_eq!(without_sdp.request(), Some("publish"));

    let (refused, ()) = tokio::join!(room.request(join()), async {
        peer.receive().await;
        peer.receive().await;
        let request = peer.receive().await;
        let data = json!({ "videoroom": "event", "error_code": 426, "error": "No such room" });
        let more = json!({ "sender": 2, "plugindata": { "plugin": "janus.plugin.videoroom", "data": data } });
        peer.respond(&request, "event", more).await;
    });
    named(refused.unwrap_err(), ErrorCode::PluginRefused);

    // The session ends while the request waits.
    let (gone, ()) = tokio::join!(room.request(join()), async {
        peer.receive().await;
        peer.send_message(json!({ "janus": "timeout", "session_id": 1 })).await;
    });
    assert!(!named(gone.unwrap_err(), ErrorCode::HandleDetached).is_retryable());
    let late = room.request(join()).await.unwrap_err();
    assert_eq!(late.request(), Some("join"), "{late}");
    assert!(!late.is_retryable());
    drop(peer);
    within("the end", connection.closed()).await;
    assert_eq!(room.request(join()).await.unwrap_err().request(), Some("join"));
}

#[tokio::test]
async fn a_message_that_is_too_large_names_its_request() {
    let server = Server::start().await;
    let connect = once(&server.url).max_message_size(2_000);
    let (connection, mut peer) = tokio::join!(connect, server.welcome());
    let connection = connection.unwrap();
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach::<VideoRoom>(), peer.create("attach", 2));
    let large = join().display("x".repeat(3_000));
    let error = handle.unwrap().request(large).await.unwrap_err();
    assert_eq!((error.code(), error.request()), (ErrorCode::MessageTooLarge, Some("join")), "{error}");
}

#[tokio::test]
async fn a_request_may_be_retried_if_it_was_not_carried_out_or_is_idempotent() {
    let server = Server::start().await;
    let (connection, room, mut peer) = attached(&server).await;
    let refused = async |peer: &mut Peer, code: u64| {
        let (error, ()) = tokio::join!(connection.create(), async {
            let request = peer.receive().await;
            peer.respond(&request, "error", json!({ "error": { "code": code, "reason": "no" } })).await;
        });
        error.unwrap_err()
    };
    assert!(refused(&mut peer, 472).await.is_retryable(), "Janus takes no new sessions");
    assert!(!refused(&mut peer, 403).await.is_retryable());

    let soon = Duration::from_millis(20);
    let idempotent = RawRequest::new("keepalive").idempotency(bifrons::engine::Idempotency::Idempotent);
    let error = room.session().raw_request(idempotent.timeout(soon), &json!({})).await.unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(true)));
    assert!(error.is_retryable());

    let (lost, _) = tokio::join!(room.request_with(join(), Timeout::Never), async {
        peer.receive().await;
        peer.receive().await;
        drop(peer);
    });
    let lost = lost.unwrap_err();
    assert_eq!((lost.code(), lost.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert!(!lost.is_retryable());
    within("the end", connection.closed()).await;
    let unsent = room.request(join()).await.unwrap_err();
    assert_ne!(unsent.sent(), Some(true), "{unsent:?}");
}

#[tokio::test]
async fn too_many_requests_and_a_session_that_is_being_rebuilt_pass() {
    let server = Server::start().await;
    let mut config = bifrons::Config::new(vec![bifrons::Address::new(&*server.url)]);
    config.max_requests = 2;
    config.recovery = Some(bifrons::Recovery { rebuild: true, ..bifrons::Recovery::default() });
    let (connection, mut peer) = tokio::join!(Connect::with(config), server.welcome());
    let connection = connection.unwrap();
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (one, other) = (connection.ping(), connection.ping());
    let (mut one, mut other) = (Box::pin(one), Box::pin(other));
    assert!(futures::poll!(&mut one).is_pending() && futures::poll!(&mut other).is_pending());
    let refused = connection.ping().await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::TooManyRequests);
    assert!(refused.is_retryable());
    drop((one, other));

    peer.send_message(json!({ "janus": "timeout", "session_id": 1 })).await;
    while peer.receive().await["janus"] != "create" {}
    let rebuilding = session.attach_to("p").await.unwrap_err();
    assert_eq!(rebuilding.code(), ErrorCode::SessionGone);
    assert!(rebuilding.is_retryable(), "{rebuilding}");
}

#[tokio::test]
async fn statistics_serialize_with_their_names() {
    let server = Server::start().await;
    let (connection, _room, _peer) = attached(&server).await;
    let stats = connection.stats();
    let Value::Object(object) = serde_json::to_value(stats).unwrap() else { panic!("no object") };
    let named: Vec<_> = stats.named().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    assert_eq!(object.len(), named.len());
    assert!(named.iter().all(|(name, value)| object.get(name) == Some(value)), "{object:?}");
    assert_eq!(object["sessions"], 1);
}
