//! What happens when the future of a request is dropped.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use bifrons::engine::Disconnect;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Connection, EndReason, Event, Handle, HandleId, SessionId};
use futures::poll;
use serde_json::{Value, json};
use support::server::{Peer, Server};
use support::within;

async fn connected(server: &Server) -> (Connection, Peer) {
    let (connection, peer) = tokio::join!(bifrons::connect(&*server.url), server.welcome());
    (connection.unwrap(), peer)
}

async fn attached(server: &Server) -> (Connection, Handle<EchoTest>, Peer) {
    let (connection, mut peer) = connected(server).await;
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach::<EchoTest>(), peer.create("attach", 2));
    (connection, handle.unwrap(), peer)
}

/// Polls the future once, waits for its request, and drops the future.
async fn send_and_drop(peer: &mut Peer, request: impl Future) -> Value {
    let mut request = Box::pin(request);
    assert!(poll!(&mut request).is_pending());
    peer.receive().await
}

/// The response to a later request follows all messages that the server has sent.
async fn settle(connection: &Connection, peer: &mut Peer) {
    let (ping, ()) = tokio::join!(connection.ping(), async {
        let ping = peer.receive().await;
        assert_eq!(ping["janus"], "ping");
        peer.respond(&ping, "pong", json!({})).await;
    });
    ping.unwrap();
}

#[tokio::test]
async fn a_dropped_request_is_cancelled_and_its_late_response_ends_no_other() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let request = send_and_drop(&mut peer, handle.start(Start::default())).await;
    assert_eq!((connection.stats().cancelled, connection.stats().in_flight), (1, 0));
    let (next, ()) = tokio::join!(handle.start(Start::default()), async {
        let next = peer.receive().await;
        for (request, result) in [(&request, "late"), (&next, "ok")] {
            let data = json!({ "echotest": "event", "result": result });
            let plugindata = json!({ "plugin": "janus.plugin.echotest", "data": data });
            peer.respond(request, "event", json!({ "sender": 2, "plugindata": plugindata })).await;
        }
    });
    assert_eq!(next.unwrap().result, "ok");
}

#[tokio::test]
async fn a_request_whose_future_was_never_polled_is_not_sent() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let sent = connection.stats().sent;
    drop((handle.start(Start::default()), handle.hangup(), connection.create(), connection.close()));
    settle(&connection, &mut peer).await;
    assert_eq!(connection.stats().sent, sent + 1, "only the ping");
}

#[tokio::test]
async fn a_dropped_create_or_attach_leaves_nothing_in_janus() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let create = send_and_drop(&mut peer, connection.create()).await;
    peer.respond(&create, "success", json!({ "data": { "id": 7 } })).await;
    let destroy = peer.receive().await;
    assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(7)));
    peer.respond(&destroy, "success", json!({})).await;
    let attach = send_and_drop(&mut peer, handle.session().attach::<EchoTest>()).await;
    peer.respond(&attach, "success", json!({ "data": { "id": 8 } })).await;
    let detach = peer.receive().await;
    assert_eq!((&detach["janus"], &detach["handle_id"]), (&json!("detach"), &json!(8)));
}

#[tokio::test]
async fn what_a_dropped_claim_or_adopt_named_can_be_taken_over_again() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let adopt = send_and_drop(&mut peer, handle.session().adopt::<EchoTest>(HandleId::new(8).unwrap())).await;
    assert_eq!((&adopt["janus"], &adopt["handle_id"]), (&json!("keepalive"), &json!(8)));
    peer.respond(&adopt, "ack", json!({})).await;
    settle(&connection, &mut peer).await;
    let (adopted, ()) = tokio::join!(handle.session().adopt::<EchoTest>(HandleId::new(8).unwrap()), async {
        let again = peer.receive().await;
        peer.respond(&again, "ack", json!({})).await;
    });
    assert_eq!(adopted.unwrap().id().get(), 8);
    let detach = peer.receive().await;
    assert_eq!((&detach["janus"], &detach["handle_id"]), (&json!("detach"), &json!(8)));

    let claim = send_and_drop(&mut peer, connection.claim(SessionId::new(9).unwrap())).await;
    assert_eq!((&claim["janus"], &claim["session_id"]), (&json!("claim"), &json!(9)));
    peer.respond(&claim, "success", json!({ "session_id": 9 })).await;
    settle(&connection, &mut peer).await;
    let (claimed, ()) = tokio::join!(connection.claim(SessionId::new(9).unwrap()), async {
        let again = peer.receive().await;
        peer.respond(&again, "success", json!({ "session_id": 9 })).await;
    });
    assert_eq!(claimed.unwrap().id().get(), 9);
}

#[tokio::test]
async fn a_dropped_detach_or_destroy_ends_the_handle_or_session_all_the_same() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let detach = send_and_drop(&mut peer, handle.detach()).await;
    assert_eq!(detach["janus"], "detach");
    peer.respond(&detach, "success", json!({})).await;
    let ended = within("the end of the handle", handle.next_event()).await;
    assert_eq!(ended, Some(Event::Ended(EndReason::Detached)));

    let session = handle.session().clone();
    let destroy = send_and_drop(&mut peer, session.destroy()).await;
    assert_eq!(destroy["janus"], "destroy");
    peer.respond(&destroy, "success", json!({})).await;
    assert_eq!(within("the end of the session", session.ended()).await, EndReason::Destroyed);
    let stats = connection.stats();
    assert_eq!((stats.cancelled, stats.in_flight), (0, 0));
}

#[tokio::test]
async fn a_dropped_close_closes_the_connection_all_the_same() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let destroy = send_and_drop(&mut peer, connection.close()).await;
    assert_eq!(destroy["janus"], "destroy");
    peer.respond(&destroy, "success", json!({})).await;
    assert_eq!(within("the end", connection.closed()).await, Disconnect::Closed);
    assert_eq!(within("the end", handle.session().ended()).await, EndReason::ConnectionClosed);
}

#[tokio::test]
async fn a_dropped_wait_for_an_end_misses_no_end() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let session = handle.session().clone();
    assert!(poll!(Box::pin(session.ended())).is_pending());
    assert!(poll!(Box::pin(connection.closed())).is_pending());
    peer.send_message(json!({ "janus": "timeout", "session_id": 1 })).await;
    assert_eq!(within("the end", session.ended()).await, EndReason::TimedOut);
    connection.leave().await;
    assert_eq!(within("the end", connection.closed()).await, Disconnect::Closed);
}
