//! The events of handles and connections as streams, and the state of a connection.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use bifrons::engine::Disconnect;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Connection, ConnectionEvent, ConnectionState, EndReason, Event, Events, Handle, Recovery};
use futures::{Stream, StreamExt, poll};
use serde_json::json;
use support::server::{Peer, Server};
use support::within;

async fn attached(server: &Server) -> (Connection, Handle<EchoTest>, Peer) {
    let (connection, mut peer) = tokio::join!(bifrons::connect(&*server.url), server.welcome());
    let connection = connection.unwrap();
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach::<EchoTest>(), peer.create("attach", 2));
    (connection, handle.unwrap(), peer)
}

/// Sends an event that has this number.
async fn send_event(peer: &mut Peer, number: u64) {
    let lost = json!({ "janus": "slowlink", "session_id": 1, "sender": 2, "uplink": true, "lost": number });
    peer.send_message(lost).await;
}

async fn send_detached(peer: &mut Peer) {
    peer.send_message(json!({ "janus": "detached", "session_id": 1, "sender": 2 })).await;
}

/// The numbers of events, up to the end.
async fn numbers(
    events: impl Stream<Item = Event<<EchoTest as bifrons::plugins::Plugin>::Event>>,
) -> Vec<u64> {
    let numbers = events.filter_map(async |event| match event {
        Event::SlowLink(link) => Some(link.lost),
        _ => None,
    });
    within("the end of the events", numbers.collect()).await
}

#[tokio::test]
async fn one_task_reads_the_events_while_others_send_requests() {
    let server = Server::start().await;
    let (_connection, handle, mut peer) = attached(&server).await;
    let handle = Arc::new(handle);
    let reader = tokio::spawn(numbers(handle.events()));
    let requests: Vec<_> = (0..3)
        .map(|_| {
            let handle = Arc::clone(&handle);
            tokio::spawn(async move { handle.start(Start::default()).await })
        })
        .collect();
    for number in 0..3 {
        send_event(&mut peer, number).await;
        let request = peer.receive().await;
        let data = json!({ "echotest": "event", "result": "ok" });
        let more = json!({ "sender": 2, "plugindata": { "plugin": "janus.plugin.echotest", "data": data } });
        peer.respond(&request, "event", more).await;
    }
    for request in requests {
        assert_eq!(within("a response", request).await.unwrap().unwrap().result, "ok");
    }
    send_detached(&mut peer).await;
    assert_eq!(within("the reader", reader).await.unwrap(), [0, 1, 2]);
    assert_eq!(handle.next_event().await, None);
}

#[tokio::test]
async fn each_event_goes_to_one_of_two_readers_and_both_end() {
    let server = Server::start().await;
    let (_connection, handle, mut peer) = attached(&server).await;
    let readers = [handle.events(), handle.events()].map(|events| tokio::spawn(numbers(events)));
    tokio::task::yield_now().await;
    for number in 0..100 {
        send_event(&mut peer, number).await;
    }
    send_detached(&mut peer).await;
    let mut all = Vec::new();
    for reader in readers {
        let numbers = within("a reader", reader).await.unwrap();
        assert!(numbers.is_sorted(), "{numbers:?}");
        all.extend(numbers);
    }
    all.sort_unstable();
    assert_eq!(all, Vec::from_iter(0..100));
}

#[tokio::test]
async fn a_waiting_reader_gets_the_event_that_another_one_did_not_take() {
    let server = Server::start().await;
    let (_connection, handle, mut peer) = attached(&server).await;
    let mut dropped = Box::pin(handle.next_event());
    assert!(poll!(&mut dropped).is_pending());
    let mut events = handle.events();
    let mut waiting = Box::pin(events.next());
    assert!(poll!(&mut waiting).is_pending());
    send_event(&mut peer, 7).await;
    // Both tasks are woken; this reader never looks.
    drop(dropped);
    assert!(matches!(within("an event", waiting).await, Some(Event::SlowLink(link)) if link.lost == 7));
}

#[tokio::test]
async fn the_stream_ends_when_the_handle_is_dropped() {
    let server = Server::start().await;
    let (_connection, handle, mut peer) = attached(&server).await;
    send_event(&mut peer, 1).await;
    let mut events: Events<EchoTest> = handle.events();
    assert!(matches!(within("an event", events.next()).await, Some(Event::SlowLink(_))));
    let reader = tokio::spawn(async move { events.next().await });
    tokio::task::yield_now().await;
    drop(handle);
    assert_eq!(within("the end", reader).await.unwrap(), None);
    assert_eq!(peer.receive().await["janus"], "detach", "a stream does not keep the handle");
}

#[tokio::test]
async fn a_dropped_read_loses_no_event() {
    let server = Server::start().await;
    let (connection, handle, mut peer) = attached(&server).await;
    let mut events = handle.events();
    for number in 0..3 {
        assert!(poll!(Box::pin(events.next())).is_pending());
        assert!(poll!(Box::pin(handle.next_event())).is_pending());
        send_event(&mut peer, number).await;
        // A dropped read after the event came: the response to `ping` follows the event.
        let (ping, ()) = tokio::join!(connection.ping(), async {
            let ping = peer.receive().await;
            peer.respond(&ping, "pong", json!({})).await;
        });
        ping.unwrap();
        drop(events.next());
        drop(handle.next_event());
        let event = within("an event", events.next()).await;
        assert!(matches!(event, Some(Event::SlowLink(link)) if link.lost == number), "{number}");
    }
    send_detached(&mut peer).await;
    assert_eq!(within("the end", events.next()).await, Some(Event::Ended(EndReason::ByServer)));
    assert_eq!(events.next().await, None);
}

#[tokio::test]
async fn the_events_of_a_connection_are_a_stream_and_its_state_follows() {
    let server = Server::start().await;
    let recovery = Recovery { within: Some(Duration::from_secs(60)), rebuild: false };
    let connect = bifrons::connect(&*server.url).recovery(recovery);
    let (connection, peer) = tokio::join!(connect, server.welcome());
    let connection = connection.unwrap();
    assert_eq!(connection.state(), ConnectionState::Connected);
    let (mut events, all) = (connection.events(), connection.events());
    // A dropped read loses no event.
    assert!(poll!(Box::pin(events.next())).is_pending());

    drop(peer);
    let event = within("the outage", StreamExt::next(&mut events)).await;
    assert!(matches!(event, Some(ConnectionEvent::Reconnecting { .. })), "{event:?}");
    assert_eq!(connection.state(), ConnectionState::Reconnecting);
    within("an open connection", connection.connected()).await.expect("an outage is not the end");
    let peer = server.welcome().await;
    let event = within("the recovery", events.next()).await;
    assert!(matches!(event, Some(ConnectionEvent::Resumed { .. })), "{event:?}");
    assert_eq!(connection.state(), ConnectionState::Connected);

    let reader = tokio::spawn(all.collect::<Vec<_>>());
    connection.close().await;
    drop(peer);
    assert_eq!(connection.state(), ConnectionState::Closed);
    assert_eq!(connection.state().to_string(), "closed");
    assert_eq!(events.next().await, Some(ConnectionEvent::Over(Disconnect::Closed)));
    assert_eq!(events.next().await, None);
    assert_eq!(within("the end", reader).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_connection_is_connecting_until_it_is_open() {
    let clock = bifrons::driver::TokioClock::new();
    let config = bifrons::Config::new(vec![bifrons::Address::new("ws://127.0.0.1:1")]);
    let transport =
        bifrons::transport::WebSocket::new(std::sync::Arc::new(config.clone()), Default::default());
    let (connection, driver) = bifrons::connect_with(config, transport, clock).unwrap();
    assert_eq!(connection.state(), ConnectionState::Connecting);
    drop(driver);
    within("the end", connection.closed()).await;
    assert_eq!(connection.state(), ConnectionState::Closed);
}
