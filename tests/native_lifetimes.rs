//! Dropped, closed and claimed sessions and handles, with a real Janus.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::future::IntoFuture;
use std::time::Duration;

use bifrons::engine::Disconnect;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Connection, EndReason, ErrorCode, Event, HandleId, SessionId};
use serde_json::json;
use support::server::Server;
use support::{Janus, listed, next, within};

/// Waits until the Admin API lists this number.
async fn until_listed(admin: &Connection, what: &str, session: Option<SessionId>, count: usize) {
    let members = session.map_or(json!({}), |id| json!({ "session_id": id.get() }));
    let wait = async { while listed(admin, what, members.clone()).await.len() != count {} };
    tokio::time::timeout(Duration::from_secs(10), wait)
        .await
        .expect("Janus ends the dropped sessions and handles");
}

#[tokio::test]
async fn dropped_sessions_and_handles_end_in_janus() {
    let janus = Janus::start(&["--reclaim", "600"]);
    let admin = janus.admin().await;
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let (one, other) =
        (session.attach::<EchoTest>().await.unwrap(), session.attach::<EchoTest>().await.unwrap());
    let id = session.id();
    assert_eq!(listed(&admin, "handles", json!({ "session_id": id.get() })).await.len(), 2);

    drop(one);
    until_listed(&admin, "handles", Some(id), 1).await;
    drop(session);
    other.start(Start::default().audio(true)).await.expect("a handle keeps its session");
    drop(connection);
    other.start(Start::default().audio(true)).await.expect("a handle keeps its connection");
    let session = other.session().clone();
    drop(other);
    until_listed(&admin, "handles", Some(id), 0).await;
    drop(session);
    until_listed(&admin, "sessions", None, 0).await;
}

#[tokio::test]
async fn a_close_leaves_no_session_in_janus() {
    let janus = Janus::start(&["--reclaim", "600"]);
    let admin = janus.admin().await;
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let mut handles = Vec::new();
    for _ in 0..3 {
        handles.push(connection.create().await.unwrap().attach::<EchoTest>().await.unwrap());
    }
    assert_eq!(listed(&admin, "sessions", json!({})).await.len(), 3);
    connection.close().await;
    assert!(listed(&admin, "sessions", json!({})).await.is_empty());
    assert_eq!(within("the end", connection.closed()).await, Disconnect::Closed);
    for handle in handles {
        assert_eq!(within("the end", handle.session().ended()).await, EndReason::ConnectionClosed);
        assert_eq!(next(&handle).await, Some(Event::Ended(EndReason::ConnectionClosed)));
        assert_eq!(next(&handle).await, None);
        assert_eq!(handle.detach().await.unwrap_err().code(), ErrorCode::ConnectionClosed);
    }
}

#[tokio::test]
async fn sessions_of_a_left_connection_can_be_claimed() {
    let janus = Janus::start(&["--reclaim", "600"]);
    let admin = janus.admin().await;
    let first = bifrons::connect(&*janus.at.ws).await.unwrap();
    let left = first.create().await.unwrap();
    first.leave().await;
    assert_eq!(within("the end", first.closed()).await, Disconnect::Closed);
    assert_eq!(within("the end", left.ended()).await, EndReason::ConnectionClosed);
    assert_eq!(listed(&admin, "sessions", json!({})).await, [left.id().get()]);
    let second = bifrons::connect(&*janus.at.ws).await.unwrap();
    second.claim(left.id()).await.unwrap();
    second.close().await;
    assert!(listed(&admin, "sessions", json!({})).await.is_empty());
}

#[tokio::test]
async fn a_session_of_an_ended_process_can_be_claimed() {
    let janus = Janus::start(&["--reclaim", "600"]);
    let url = janus.at.ws.clone();
    let (sender, left) = tokio::sync::oneshot::channel();
    let first = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (connection, handle) = runtime.block_on(async {
            let connection = bifrons::connect(&*url).await.unwrap();
            let session = connection.create().await.unwrap();
            (connection, session.attach::<EchoTest>().await.unwrap())
        });
        // The driver ends with its runtime, as at the end of a process.
        drop(runtime);
        sender.send((handle.session().id(), handle.id())).unwrap();
        let lost = futures::executor::block_on(connection.closed());
        assert_eq!(lost, Disconnect::Dropped);
        let late = futures::executor::block_on(handle.hangup()).unwrap_err();
        assert_eq!(late.code(), ErrorCode::ConnectionLost);
    });
    let (session_id, handle_id) = left.await.unwrap();
    first.join().unwrap();

    let second = bifrons::connect(&*janus.at.ws).await.unwrap();
    let unknown = second.claim(SessionId::new(1).unwrap()).await.unwrap_err();
    assert_eq!(unknown.janus_code(), Some(458));
    let session = second.claim(session_id).await.unwrap();
    let unknown = session.adopt::<EchoTest>(HandleId::new(1).unwrap()).await.unwrap_err();
    assert_eq!(unknown.janus_code(), Some(459));
    let echo = session.adopt::<EchoTest>(handle_id).await.unwrap();
    assert_eq!((session.id(), echo.id()), (session_id, handle_id));
    let outcome = echo.start(Start::default().audio(true)).await.unwrap();
    assert_eq!(outcome.result, "ok");
    let taken = session.adopt::<EchoTest>(handle_id).await.unwrap_err();
    assert_eq!(taken.code(), ErrorCode::InvalidArgument);
    second.close().await;
}

#[tokio::test]
async fn a_claimed_session_of_the_same_connection_has_two_owners() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let again = connection.claim(session.id()).await.unwrap();
    drop(session);
    again.attach::<EchoTest>().await.unwrap();
    again.destroy().await.unwrap();
    assert_eq!(within("the end", again.ended()).await, EndReason::Destroyed);
}

#[tokio::test]
async fn a_dropped_request_is_cancelled_and_its_session_destroyed() {
    let server = Server::start().await;
    let (connection, mut peer) = tokio::join!(bifrons::connect(&*server.url), server.welcome());
    let connection = connection.unwrap();
    let create = connection.create();
    let mut create = Box::pin(create);
    assert!(futures::poll!(&mut create).is_pending());
    let request = peer.receive().await;
    drop(create);
    assert_eq!(connection.stats().cancelled, 1);
    peer.respond(&request, "success", json!({ "data": { "id": 7 } })).await;
    let destroy = peer.receive().await;
    assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(7)));
}

#[tokio::test]
async fn a_session_or_handle_of_a_dropped_future_is_cleaned_up() {
    let server = Server::start().await;
    let (connection, mut peer) = tokio::join!(bifrons::connect(&*server.url), server.welcome());
    let connection = connection.unwrap();
    let respond_to_ping = async |peer: &mut support::server::Peer| {
        let (ping, ()) = tokio::join!(connection.ping(), async {
            let ping = peer.receive().await;
            peer.respond(&ping, "pong", json!({})).await;
        });
        ping.unwrap();
    };

    let mut create = Box::pin(connection.create());
    assert!(futures::poll!(&mut create).is_pending());
    peer.create("create", 7).await;
    respond_to_ping(&mut peer).await;
    drop(create);
    let destroy = peer.receive().await;
    assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(7)));
    peer.respond(&destroy, "success", json!({})).await;

    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 8));
    let session = session.unwrap();
    let mut attach = Box::pin(session.attach::<EchoTest>());
    assert!(futures::poll!(&mut attach).is_pending());
    peer.create("attach", 9).await;
    respond_to_ping(&mut peer).await;
    drop(attach);
    let detach = peer.receive().await;
    assert_eq!((&detach["janus"], &detach["handle_id"]), (&json!("detach"), &json!(9)));
    peer.respond(&detach, "success", json!({})).await;
    let destroyed = tokio::join!(session.destroy(), async {
        let destroy = peer.receive().await;
        peer.respond(&destroy, "success", json!({})).await;
    });
    destroyed.0.unwrap();
    let stats = connection.stats();
    assert_eq!((stats.sessions, stats.handles, stats.in_flight), (0, 0, 0));
}

#[tokio::test]
async fn a_connection_dropped_during_connect_is_closed() {
    let server = Server::start().await;
    let mut connect = Box::pin(bifrons::connect(&*server.url).into_future());
    assert!(futures::poll!(&mut connect).is_pending());
    let stream = server.accept_tcp().await;
    drop(connect);
    let mut bytes = Vec::new();
    let mut stream = stream;
    let read = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut bytes);
    tokio::time::timeout(Duration::from_secs(10), read).await.expect("the socket is closed").unwrap();
}

#[test]
fn the_error_of_a_connect_outside_of_tokio_names_the_solution() {
    let error = futures::executor::block_on(bifrons::connect("ws://127.0.0.1:1").into_future()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Unsupported);
    assert!(error.message().contains("connect_with"), "{error}");
}
