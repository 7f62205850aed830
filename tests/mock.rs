//! The mock server as an application's tests use it, and its behaviour over time.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use bifrons::admin::{GetStatus, HandleInfo, ListHandles, ListSessions};
use bifrons::client::connect_with;
use bifrons::driver::TokioClock;
use bifrons::mock::{self, ClientId, Fault, MockJanus, Output, Server, Settings};
use bifrons::plugins::Plugin as _;
use bifrons::plugins::audiobridge::{self, AudioBridge};
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::plugins::streaming::{self, Streaming};
use bifrons::plugins::videoroom::{self as room, Event as RoomEvent, VideoRoom};
use bifrons::time::Time;
use bifrons::{
    Address, Api, Config, Connection, CreateOptions, EndReason, ErrorCode, Event, Handle, JsepType,
};
use serde_json::{Value, json};
use support::sdp::{answer_to, offer};
use support::{wait_for, within};
use tokio::time::timeout;

/// The number of messages of 1 MiB: more than the buffers of all sockets.
const MESSAGES: u64 = 64;

async fn attach<P: bifrons::plugins::Plugin>(connection: &Connection) -> Handle<P> {
    connection.create().await.unwrap().attach().await.unwrap()
}

/// An ack and its event are two writes: without TCP_NODELAY each event waits up to 40 ms for an acknowledgement.
#[tokio::test]
async fn the_mock_server_is_about_as_fast_as_janus() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let echo = attach::<EchoTest>(&connection).await;
    let begun = tokio::time::Instant::now();
    for _ in 0..50 {
        echo.start(Start::default().audio(true)).await.unwrap();
    }
    let spent = begun.elapsed();
    assert!(spent < Duration::from_millis(800), "50 requests took {spent:?}");
}

#[tokio::test]
async fn one_participant_publishes_and_another_subscribes() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let one = attach::<VideoRoom>(&connection).await;
    let other = attach::<VideoRoom>(&connection).await;
    let join = |feed: u64| room::JoinPublisher::new(1234).feed(feed);
    one.join_publisher(join(1)).await.unwrap();
    assert!(other.join_publisher(join(2)).await.unwrap().publishers.is_empty());

    let publish = room::Publish::new(offer());
    assert_eq!(one.publish(publish).await.unwrap().jsep.unwrap().kind, JsepType::Answer);
    assert!(matches!(one.next_event().await, Some(Event::WebrtcUp)));
    let event = wait_for(&other, "a publisher", |event| matches!(event, RoomEvent::PublisherList(_))).await;
    let RoomEvent::PublisherList(list) = event else { unreachable!() };
    assert_eq!(list.publishers[0].feed, 1.into());

    let viewer = attach::<VideoRoom>(&connection).await;
    let stream = room::Subscription::new(1);
    let join = room::JoinSubscriber::new(1234).streams(vec![stream]);
    let attached = viewer.join_subscriber(join).await.unwrap();
    let start = room::Start::default().jsep(answer_to(&attached.jsep));
    viewer.start(start).await.unwrap();
    assert!(matches!(viewer.next_event().await, Some(Event::WebrtcUp)));

    one.unpublish(room::Unpublish::default()).await.unwrap();
    let event =
        wait_for(&viewer, "an offer without the publisher", |event| matches!(event, RoomEvent::Updated(_)))
            .await;
    let RoomEvent::Updated(updated) = event else { unreachable!() };
    assert_eq!(updated.jsep.unwrap().kind, JsepType::Offer);
    wait_for(&other, "the publisher has left", |event| matches!(event, RoomEvent::Unpublished(_))).await;
    connection.close().await;
    assert!(janus.sessions().await.is_empty());
}

#[tokio::test]
async fn a_viewer_watches_a_mountpoint_and_participants_join_an_audio_room() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let viewer = attach::<Streaming>(&connection).await;
    let media = json!([{ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" }]);
    let create = json!({ "request": "create", "type": "rtp", "id": 7, "media": media });
    assert_eq!(viewer.message(&create, None).await.unwrap().0["stream"]["id"], 7);
    let watch = streaming::Watch::new(7);
    let offered = viewer.watch(watch).await.unwrap().jsep.unwrap();
    let start = streaming::Start::default().jsep(answer_to(&offered));
    viewer.start(start).await.unwrap();
    assert!(matches!(viewer.next_event().await, Some(Event::WebrtcUp)));
    assert!(matches!(viewer.next_event().await, Some(Event::Plugin(_))), "no event for the start");

    let (one, other) = (attach::<AudioBridge>(&connection).await, attach::<AudioBridge>(&connection).await);
    let join = |jsep| {
        let mut request = audiobridge::Join::new(1234);
        request.jsep = jsep;
        request
    };
    one.join(join(None)).await.unwrap();
    assert!(other.join(join(Some(offer()))).await.unwrap().jsep.is_some());
    wait_for(&one, "a participant joins", |event| matches!(event, audiobridge::Event::PeerJoined(_))).await;
    connection.close().await;
}

#[tokio::test]
async fn the_mock_server_works_without_a_socket() {
    let settings = Settings { api_secret: Some("s3".into()), ..Settings::default() };
    let janus = MockJanus::start(settings).await.unwrap();
    let config = Config::new(vec![Address::new("memory://janus").api_secret("s3")]);
    let (connection, driver) = connect_with(config, janus.memory(Api::Janus), TokioClock::new()).unwrap();
    tokio::spawn(driver);
    let echo = attach::<EchoTest>(&connection).await;
    let start = Start::default().audio(true).jsep(offer());
    assert_eq!(echo.start(start).await.unwrap().jsep.unwrap().kind, JsepType::Answer);
    connection.close().await;

    let config = Config::new(vec![Address::new("memory://janus").api_secret("wrong")]);
    let (stranger, driver) = connect_with(config, janus.memory(Api::Janus), TokioClock::new()).unwrap();
    tokio::spawn(driver);
    assert_eq!(stranger.create().await.unwrap_err().janus_code(), Some(403));
    let admin =
        bifrons::connect(janus.admin_url()).api(Api::Admin).api_secret("janusoverlord").await.unwrap();
    assert_eq!(support::listed(&admin, "sessions", json!({})).await, [0_u64; 0]);
}

#[tokio::test]
async fn an_administrator_sees_sessions_and_handles() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let echo = attach::<EchoTest>(&connection).await;
    echo.start(Start::default().audio(true).jsep(offer())).await.unwrap();
    let admin =
        bifrons::connect(janus.admin_url()).api(Api::Admin).api_secret("janusoverlord").await.unwrap();
    let admin = admin.admin().unwrap();
    assert_eq!(admin.get_status(GetStatus::default()).await.unwrap().status.session_timeout, 60);
    let [session] = admin.list_sessions(ListSessions::default()).await.unwrap().sessions[..] else {
        panic!("a session")
    };
    assert_eq!(admin.list_handles(ListHandles::new(session)).await.unwrap().handles, [echo.id()]);
    let info = admin.handle_info(HandleInfo::new(session, echo.id())).await.unwrap().info;
    assert_eq!((info.handle_id, info.plugin.as_deref()), (echo.id(), Some(EchoTest::PACKAGE)));
    assert!(info.flags.unwrap().negotiated);
    let only = admin.handle_info(HandleInfo::new(session, echo.id()).plugin_only(true)).await.unwrap();
    assert_eq!((only.info.flags, only.info.session_timeout), (None, 60));
    connection.close().await;
}

#[tokio::test]
async fn each_injected_fault_has_its_effect() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let connection = bifrons::connect(janus.url()).request_timeout(Duration::from_millis(300)).await.unwrap();
    let echo = attach::<EchoTest>(&connection).await;
    let start = || Start::default().audio(true);

    janus.inject(Fault::Delay(Duration::from_millis(100))).await;
    let began = tokio::time::Instant::now();
    echo.start(start()).await.unwrap();
    assert!(began.elapsed() >= Duration::from_millis(100));
    janus.inject(Fault::Delay(Duration::ZERO)).await;
    janus.inject(Fault::Lose(2)).await;
    assert_eq!(echo.start(start()).await.unwrap_err().code(), ErrorCode::Timeout);
    janus.inject(Fault::SendText("{\"janus\":".into())).await;
    echo.start(start()).await.unwrap();
    assert_eq!(connection.stats().protocol_violations, 1);

    janus.inject(Fault::ForgetHandles).await;
    assert_eq!(echo.start(start()).await.unwrap_err().janus_code(), Some(459));
    let echo = echo.session().attach::<EchoTest>().await.unwrap();
    janus.inject(Fault::ForgetSessions).await;
    assert_eq!(echo.start(start()).await.unwrap_err().janus_code(), Some(458));
    let session = connection.create().await.unwrap();
    janus.inject(Fault::ExpireSessions).await;
    assert_eq!(within("the end", session.ended()).await, EndReason::TimedOut);

    let session = connection.create().await.unwrap();
    janus.inject(Fault::Silent(true)).await;
    assert_eq!(connection.ping().await.unwrap_err().code(), ErrorCode::Timeout);
    janus.inject(Fault::Silent(false)).await;
    connection.ping().await.unwrap();
    janus.inject(Fault::StopReading(true)).await;
    assert_eq!(connection.ping().await.unwrap_err().code(), ErrorCode::Timeout);
    janus.inject(Fault::StopReading(false)).await;
    connection.ping().await.unwrap();
    assert_eq!(connection.stats().late, 1, "the server reads the remaining data in the end");
    janus.inject(Fault::Restart).await;
    assert_eq!(within("the end", session.ended()).await, EndReason::LostInOutage);
    connection.ping().await.unwrap();
}

#[tokio::test]
async fn requests_wait_while_the_server_stops_reading() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    // Neither a timeout nor an unanswered keepalive ends the wait.
    let connection = bifrons::connect(janus.url()).request_timeout(None).await.unwrap();
    let keepalive = Some(Duration::from_secs(600));
    let session =
        connection.create_with(CreateOptions { keepalive, ..CreateOptions::default() }).await.unwrap();
    let echo: Arc<Handle<EchoTest>> = Arc::new(session.attach().await.unwrap());
    janus.inject(Fault::StopReading(true)).await;
    let before = connection.stats().sent;
    let mut requests = Vec::new();
    for _ in 0..MESSAGES {
        let echo = Arc::clone(&echo);
        requests.push(tokio::spawn(async move {
            echo.message(&json!({ "audio": true, "padding": "x".repeat(1 << 20) }), None).await
        }));
        // The driver runs after each request.
        while connection.stats().in_flight < requests.len() as u64 {
            assert!(!requests.iter().any(tokio::task::JoinHandle::is_finished), "a request ended early");
            tokio::task::yield_now().await;
        }
    }
    let sent = connection.stats().sent - before;
    assert!(sent < MESSAGES, "{sent} MiB were sent to a server that does not read");
    janus.inject(Fault::StopReading(false)).await;
    let responses = timeout(Duration::from_secs(120), futures::future::try_join_all(requests)).await;
    for response in responses.expect("each request gets its response").unwrap() {
        response.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn time_jumps_to_the_next_deadline_on_a_paused_clock() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let mut spy = janus.spy();
    let connection = janus.connect(Config::new(vec![Address::new("ws://mock")])).await.unwrap();
    let echo = attach::<EchoTest>(&connection).await;
    janus.inject(Fault::Silent(true)).await;
    let begun = tokio::time::Instant::now();
    let error = echo.start(Start::default().audio(true)).await.unwrap_err();
    assert_eq!((error.code(), begun.elapsed().as_secs()), (ErrorCode::Timeout, 10));

    let seen: Vec<_> = spy.take().iter().map(|message| message["janus"].clone()).collect();
    assert_eq!(seen[..4], ["info", "create", "attach", "message"]);
    janus.inject(Fault::Silent(false)).await;
    echo.start(Start::default().video(true)).await.unwrap();
    assert_eq!(spy.take().last().unwrap()["body"], json!({ "video": true }));
    drop((connection, echo, janus));
    assert_eq!(spy.next().await, None);
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error_of_the_crate() {
    let first = MockJanus::start(Settings::default()).await.unwrap();
    let port = first.url().rsplit(':').next().unwrap().parse().unwrap();
    let error = MockJanus::listen(Settings::default(), port, 0).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    assert!(error.to_string().contains(&format!("port {port}")), "{error}");
}

#[tokio::test]
async fn an_offer_for_tests_is_answered() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let echo = attach::<EchoTest>(&connection).await;
    let offer = mock::offer_of(&["audio", "video", "application"]).unwrap();
    let answer = echo.start(Start::default().jsep(offer.clone())).await.unwrap().jsep.unwrap();
    assert_eq!(answer.sdp.matches("m=").count(), 3);
    let own = mock::answer_to(&offer).unwrap();
    assert_eq!((own.kind, own.sdp.matches("m=").count()), (JsepType::Answer, 3));
    assert_eq!(mock::answer_to(&own).unwrap_err().code(), ErrorCode::InvalidArgument);
    assert_eq!(mock::offer_of(&["vidoe"]).unwrap_err().code(), ErrorCode::InvalidArgument);
}

/// The messages that the server sends now, with their clients.
fn messages(server: &mut Server) -> Vec<(ClientId, Value)> {
    let mut messages = Vec::new();
    while let Output::Message { client, text } = server.poll_output() {
        messages.push((client, serde_json::from_str(&text).unwrap()));
    }
    messages
}

fn request(server: &mut Server, now: Time, client: ClientId, request: &Value) -> Value {
    server.message(now, client, &request.to_string());
    messages(server).pop().unwrap().1
}

#[test]
fn sessions_expire_without_requests() {
    let mut server = Server::new(Settings::default());
    let client = server.connect(Time::ZERO, Api::Janus);
    let id = request(&mut server, Time::ZERO, client, &json!({ "janus": "create", "transaction": "t" }))["data"]
        ["id"]
        .clone();
    server.handle_timeout(Time::from_millis(59_000));
    let kept = json!({ "janus": "keepalive", "transaction": "t", "session_id": id });
    assert_eq!(request(&mut server, Time::from_millis(59_000), client, &kept)["janus"], "ack");
    server.handle_timeout(Time::from_millis(117_000));
    assert!(messages(&mut server).is_empty());
    server.handle_timeout(Time::from_millis(121_500));
    assert_eq!(messages(&mut server), [(client, json!({ "janus": "timeout", "session_id": id }))]);
}

#[test]
fn sessions_outlive_their_connection_with_a_reclaim_timeout() {
    for (reclaim, outlives) in [(0, false), (20, true)] {
        let settings =
            Settings { reclaim_session_timeout: Duration::from_secs(reclaim), ..Settings::default() };
        let mut server = Server::new(settings);
        let first = server.connect(Time::ZERO, Api::Janus);
        let create = json!({ "janus": "create", "transaction": "t" });
        let id = request(&mut server, Time::ZERO, first, &create)["data"]["id"].clone();
        server.disconnect(Time::from_millis(1000), first);
        let second = server.connect(Time::from_millis(2000), Api::Janus);
        let claim = json!({ "janus": "claim", "transaction": "t", "session_id": id });
        let response = request(&mut server, Time::from_millis(2000), second, &claim);
        assert_eq!(response["janus"] == "success", outlives, "{response}");
        server.disconnect(Time::from_millis(3000), second);
        // The time counts from the last activity, not from the disconnect.
        server.handle_timeout(Time::from_millis(24_500));
        assert!(server.sessions().is_empty());
    }
}

#[test]
fn the_same_seed_gives_the_same_messages() {
    let run = |seed| {
        let mut server = Server::new(Settings { seed: Some(seed), ..Settings::default() });
        let client = server.connect(Time::ZERO, Api::Janus);
        let id = request(&mut server, Time::ZERO, client, &json!({ "janus": "create", "transaction": "t" }))
            ["data"]["id"]
            .clone();
        let attach = json!({ "janus": "attach", "transaction": "t", "session_id": id, "plugin": "janus.plugin.echotest" });
        let handle = request(&mut server, Time::ZERO, client, &attach)["data"]["id"].clone();
        let mut received = Vec::new();
        for _ in 0..20 {
            let body = json!({ "audio": true });
            let message = json!({ "janus": "message", "transaction": "t", "session_id": id, "handle_id": handle, "body": body });
            server.message(Time::ZERO, client, &message.to_string());
            received.extend(messages(&mut server));
        }
        received
    };
    assert_eq!(run(1), run(1));
    assert_ne!(run(1), run(2));
    let first_id = || {
        let mut server = Server::new(Settings::default());
        let client = server.connect(Time::ZERO, Api::Janus);
        request(&mut server, Time::ZERO, client, &json!({ "janus": "create", "transaction": "t" }))["data"]["id"].clone()
    };
    assert_ne!(first_id(), first_id(), "without a seed a server that is started again gives other ids");
    let acks_first = run(1).chunks(2).filter(|pair| pair[0].1["janus"] == "ack").count();
    assert!((1..20).contains(&acks_first), "some events arrive before their ack: {acks_first}");
}
