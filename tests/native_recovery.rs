//! A real Janus behind a proxy with faults: what continues, what ends, and the statistics.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::time::Duration;

use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::plugins::videoroom::{self, VideoRoom};
use bifrons::{
    Config, Connect, Connection, ConnectionEvent, ConnectionEvents, EndReason, ErrorCode, Event, Handle,
    Recovery, ResumedSessions,
};
use futures::future::join_all;
use needs_janus::needs_janus;
use serde_json::json;
use support::proxy::{Fault, Proxy};
use support::{Janus, assert_consistent, listed, next, watchful, within};

/// A Janus with these options, and a proxy before it.
async fn janus(options: &[&str]) -> (Janus, Proxy) {
    let janus = Janus::start(options);
    let proxy = Proxy::start(&janus.at.ws).await;
    (janus, proxy)
}

async fn attached(proxy: &Proxy) -> (Connection, Handle<EchoTest>, ConnectionEvents) {
    let connection = Connect::with(watchful(&proxy.url)).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    let changes = connection.events();
    (connection, echo, changes)
}

async fn reconnecting(changes: &mut ConnectionEvents) {
    let change = within("the loss is noticed", changes.next()).await;
    assert!(matches!(change, Some(ConnectionEvent::Reconnecting { .. })), "{change:?}");
}

/// What became of the sessions.
async fn resumed(changes: &mut ConnectionEvents) -> ResumedSessions {
    match within("the transport connection is replaced", changes.next()).await {
        Some(ConnectionEvent::Resumed { sessions, address: 0, .. }) => sessions,
        change => panic!("not resumed: {change:?}"),
    }
}

fn audio() -> Start {
    Start::default().audio(true)
}

async fn assert_works(echo: &Handle<EchoTest>) {
    assert_eq!(within("a response", echo.start(audio())).await.unwrap().result, "ok");
}

#[tokio::test]
async fn handles_survive_a_lost_connection() {
    let (janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (connection, echo, mut changes) = attached(&proxy).await;
    let ids = (echo.session().id(), echo.id());
    for fault in [Fault::Close, Fault::CloseInFrame, Fault::Reset] {
        proxy.accept(false);
        proxy.inject(fault);
        reconnecting(&mut changes).await;
        let mut waiting = Box::pin(echo.start(audio()));
        assert!(futures::poll!(&mut waiting).is_pending());
        proxy.accept(true);
        let sessions = resumed(&mut changes).await;
        assert_eq!((&*sessions.kept, sessions.events_may_be_lost()), (&[ids.0][..], true));
        assert_eq!(within("the waiting request is sent", waiting).await.unwrap().result, "ok");
        assert_works(&echo).await;
    }
    assert_eq!((echo.session().id(), echo.id()), ids);
    assert_eq!(connection.stats().reconnects, 3);
    assert_consistent(connection.stats());
    let admin = janus.admin().await;
    assert_eq!(listed(&admin, "sessions", json!({})).await, [ids.0.get()]);
    connection.close().await;
    assert!(listed(&admin, "sessions", json!({})).await.is_empty());
}

#[tokio::test]
async fn a_silent_or_half_open_connection_is_replaced_and_a_slow_one_is_not() {
    let (_janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (connection, echo, mut changes) = attached(&proxy).await;
    proxy.inject(Fault::Slow);
    for _ in 0..10 {
        assert_works(&echo).await;
    }
    assert_eq!(connection.stats().reconnects, 0);
    for fault in [Fault::Silent, Fault::HalfOpen] {
        proxy.inject(fault);
        reconnecting(&mut changes).await;
        resumed(&mut changes).await;
        assert_works(&echo).await;
    }
    assert_eq!(connection.stats().reconnects, 2);
}

#[tokio::test]
async fn the_response_to_an_earlier_message_arrives_on_the_new_connection() {
    let (_janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (connection, echo, mut changes) = attached(&proxy).await;
    proxy.inject(Fault::Hold);
    let mut request = Box::pin(echo.start(audio()));
    assert!(futures::poll!(&mut request).is_pending());
    reconnecting(&mut changes).await;
    resumed(&mut changes).await;
    proxy.inject(Fault::Deliver);
    assert_eq!(within("the response on the new connection", request).await.unwrap().result, "ok");
    assert_eq!((connection.stats().repeated, connection.stats().protocol_violations), (0, 0));
    assert_works(&echo).await;
}

#[tokio::test]
async fn a_message_that_never_arrived_is_a_lost_request() {
    let (_janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (connection, echo, mut changes) = attached(&proxy).await;
    proxy.inject(Fault::Hold);
    let mut request = Box::pin(echo.start(audio()));
    assert!(futures::poll!(&mut request).is_pending());
    reconnecting(&mut changes).await;
    let error = within("the request ends", request).await.unwrap_err();
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_works(&echo).await;
    assert_consistent(connection.stats());
}

#[tokio::test]
async fn sessions_end_once_after_a_restart_of_janus() {
    let (mut janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (connection, echo, mut changes) = attached(&proxy).await;
    janus.restart();
    reconnecting(&mut changes).await;
    resumed(&mut changes).await;
    assert_eq!(within("its end", echo.next_event()).await, Some(Event::Ended(EndReason::LostInOutage)));
    assert_eq!(next(&echo).await, None);
    assert_eq!(within("the end", echo.session().ended()).await, EndReason::LostInOutage);
    assert_eq!(echo.start(audio()).await.unwrap_err().code(), ErrorCode::HandleDetached);
    let again = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    assert_works(&again).await;
}

#[tokio::test]
async fn sessions_are_rebuilt_after_a_restart_of_janus() {
    let (mut janus, proxy) = janus(&[]).await;
    let config =
        Config { recovery: Some(Recovery { rebuild: true, ..Recovery::default() }), ..watchful(&proxy.url) };
    let connection = Connect::with(config).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    let (before, handle_before) = (session.id(), echo.id());
    janus.restart();
    let Some(Event::Rebuilt { id }) = within("the handle is rebuilt", echo.next_event()).await else {
        panic!("the handle is rebuilt");
    };
    assert_eq!(echo.id(), id);
    assert_ne!((session.id(), id), (before, handle_before));
    assert_works(&echo).await;
    let admin = janus.admin().await;
    assert_eq!(listed(&admin, "sessions", json!({})).await, [session.id().get()]);
    connection.close().await;
    assert!(listed(&admin, "sessions", json!({})).await.is_empty());
}

#[tokio::test]
async fn a_room_is_created_again_before_anybody_joins_again() {
    let (mut janus, proxy) = janus(&[]).await;
    let config =
        Config { recovery: Some(Recovery { rebuild: true, ..Recovery::default() }), ..watchful(&proxy.url) };
    let connection = Connect::with(config).await.unwrap();
    let mut rebuilds = connection.rebuilds();
    let room = videoroom::Create::default().room(4321);
    let mut users = Vec::new();
    for _ in 0..3 {
        let user = connection.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
        // All but the first find it there.
        let _ = user.create(room.clone()).await;
        users.push(user);
    }
    let preparing = async {
        for _ in &users {
            let rebuild = within("a rebuilt session", rebuilds.next()).await.unwrap();
            let rooms = rebuild.session().attach::<VideoRoom>().await.unwrap();
            let _ = rooms.create(room.clone()).await;
        }
    };
    let joining = join_all(users.iter().map(|user| async {
        let event = within("the handle is rebuilt", user.next_event()).await;
        assert!(matches!(event, Some(Event::Rebuilt { .. })), "{event:?}");
        user.join_publisher(videoroom::JoinPublisher::new(4321)).await.unwrap();
    }));
    janus.restart();
    futures::join!(preparing, joining);
    connection.close().await;
    assert!(within("the end of the stream", rebuilds.next()).await.is_none());
}

#[tokio::test]
async fn sessions_that_are_not_prepared_end_and_are_reported_as_ended() {
    let (mut janus, proxy) = janus(&[]).await;
    let config = Config {
        recovery: Some(Recovery { rebuild: true, ..Recovery::default() }),
        request_timeout: Some(Duration::from_secs(3)),
        ..watchful(&proxy.url)
    };
    let connection = Connect::with(config).await.unwrap();
    let mut changes = connection.events();
    let mut rebuilds = connection.rebuilds();
    let mut users = Vec::new();
    for _ in 0..3 {
        users.push(connection.create().await.unwrap().attach::<EchoTest>().await.unwrap());
    }
    let ids: Vec<_> = users.iter().map(|user| user.session().id()).collect();
    janus.restart();
    reconnecting(&mut changes).await;
    let mut next = async || within("a rebuilt session", rebuilds.next()).await.unwrap();
    let (prepared, failed, forgotten) = (next().await, next().await, next().await);
    drop(prepared);
    failed.fail();
    let sessions = resumed(&mut changes).await;
    let now = users[0].session().id();
    assert_eq!((&*sessions.rebuilt, &*sessions.ended), (&[(ids[0], now)][..], &ids[1..]));
    for user in &users[1..] {
        assert_eq!(within("its end", user.next_event()).await, Some(Event::Ended(EndReason::RebuildFailed)));
        assert_eq!(user.session().ended().await, EndReason::RebuildFailed);
    }
    drop(forgotten);
    assert!(matches!(within("a rebuilt handle", users[0].next_event()).await, Some(Event::Rebuilt { .. })));
    assert_works(&users[0]).await;
    connection.close().await;
}

#[tokio::test]
async fn without_a_reader_sessions_are_rebuilt_unprepared() {
    let (mut janus, proxy) = janus(&[]).await;
    let config =
        Config { recovery: Some(Recovery { rebuild: true, ..Recovery::default() }), ..watchful(&proxy.url) };
    let connection = Connect::with(config).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    let mut changes = connection.events();
    let rebuilds = connection.rebuilds();
    janus.restart();
    reconnecting(&mut changes).await;
    let former = echo.session().id();
    within("the session is created again", async {
        while echo.session().id() == former {
            connection.ping().await.unwrap();
        }
    })
    .await;
    assert_eq!(echo.start(audio()).await.unwrap_err().code(), ErrorCode::SessionGone);
    drop(rebuilds);
    assert_eq!(resumed(&mut changes).await.rebuilt, [(former, echo.session().id())]);
    assert!(matches!(within("the handle is rebuilt", echo.next_event()).await, Some(Event::Rebuilt { .. })));
    assert_works(&echo).await;
}

#[tokio::test]
async fn sessions_end_with_their_connection_without_a_reclaim_timeout() {
    let (janus, proxy) = janus(&[]).await;
    let (connection, echo, mut changes) = attached(&proxy).await;
    proxy.accept(false);
    proxy.inject(Fault::Close);
    reconnecting(&mut changes).await;
    let admin = janus.admin().await;
    within("Janus notices", async { while !listed(&admin, "sessions", json!({})).await.is_empty() {} }).await;
    proxy.accept(true);
    let id = echo.session().id();
    let sessions = resumed(&mut changes).await;
    assert_eq!((&*sessions.ended, sessions.events_may_be_lost()), (&[id][..], true));
    assert_eq!(within("its end", echo.next_event()).await, Some(Event::Ended(EndReason::LostInOutage)));
    let again = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    assert_works(&again).await;
}

#[tokio::test]
async fn a_handle_lost_during_an_outage_ends_once() {
    let (janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (_connection, echo, mut changes) = attached(&proxy).await;
    proxy.accept(false);
    proxy.inject(Fault::Close);
    reconnecting(&mut changes).await;
    let admin = janus.admin().await;
    let members = json!({ "session_id": echo.session().id().get(), "handle_id": echo.id().get() });
    support::request_admin(&admin, "detach_handle", members).await;
    proxy.accept(true);
    resumed(&mut changes).await;
    assert_eq!(within("its end", echo.next_event()).await, Some(Event::Ended(EndReason::LostInOutage)));
    assert_eq!(next(&echo).await, None);
}

#[needs_janus("a process that is suspended")]
#[tokio::test]
async fn a_suspended_janus_continues() {
    let (janus, proxy) = janus(&["--reclaim", "20"]).await;
    let (_connection, echo, mut changes) = attached(&proxy).await;
    janus.signal("-STOP");
    reconnecting(&mut changes).await;
    janus.signal("-CONT");
    resumed(&mut changes).await;
    assert_works(&echo).await;
}

#[tokio::test]
async fn a_thousand_handles_survive_an_outage_and_each_request_has_an_outcome() {
    let (_janus, proxy) = janus(&["--reclaim", "20"]).await;
    let connection = Connect::with(watchful(&proxy.url)).await.unwrap();
    let mut changes = connection.events();
    let sessions = join_all((0..10).map(|_| connection.create())).await;
    let attaching = sessions.iter().flat_map(|session| {
        let session = session.as_ref().unwrap();
        (0..100).map(|_| session.attach::<EchoTest>())
    });
    let handles: Vec<_> = join_all(attaching).await.into_iter().map(Result::unwrap).collect();
    proxy.inject(Fault::CloseInFrame);
    let results = join_all(handles.iter().map(|echo| echo.start(audio()))).await;
    reconnecting(&mut changes).await;
    resumed(&mut changes).await;
    let succeeded = results.iter().filter(|result| result.is_ok()).count();
    let lost = results.iter().filter_map(|result| result.as_ref().err());
    let lost =
        lost.filter(|error| error.code() == ErrorCode::ResponseLost && error.sent() == Some(true)).count();
    assert_eq!(succeeded + lost, 1_000, "each request succeeds or is lost");
    assert!(lost > 0, "some requests were pending");
    let stats = connection.stats();
    assert_consistent(stats);
    assert_eq!(stats.lost, lost as u64);
    for result in join_all(handles.iter().map(|echo| echo.start(audio()))).await {
        assert_eq!(result.unwrap().result, "ok");
    }
    assert_eq!((stats.reconnects, connection.stats().protocol_violations), (1, 0));
}
