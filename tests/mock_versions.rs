//! The mock server behaves as the configured version of Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::mock::{MockJanus, Settings};
use bifrons::plugins::audiobridge::{self as bridge, AudioBridge};
use bifrons::plugins::echotest::EchoTest;
use bifrons::plugins::streaming::{self, Streaming};
use bifrons::plugins::textroom::{self, TextRoom};
use bifrons::plugins::videoroom::{self as room, VideoRoom};
use bifrons::{EndReason, ErrorCode, Event, Session};
use support::{next, wait_for};

async fn session(version: u64) -> (MockJanus, Session) {
    let janus = MockJanus::start(Settings { version, ..Settings::default() }).await.unwrap();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let info = connection.info().await.unwrap();
    assert_eq!((info.version, info.hangup_on_failed.is_some()), (version, version >= 1201));
    (janus, connection.create().await.unwrap())
}

#[tokio::test]
async fn the_server_info_contains_the_configured_version() {
    let (janus, session) = session(1401).await;
    assert_eq!(session.connection().info().await.unwrap().version_string, "1.4.1");
    drop(janus);
}

#[tokio::test]
async fn a_hangup_without_a_peer_connection_gives_an_event_before_1_2_2() {
    for version in [1102, 1401] {
        let (_janus, session) = session(version).await;
        let echo = session.attach::<EchoTest>().await.unwrap();
        echo.hangup().await.unwrap();
        echo.detach().await.unwrap();
        let first = next(&echo).await;
        assert_eq!(matches!(first, Some(Event::Plugin(_))), version < 1202, "{first:?}");
        assert_eq!(first == Some(Event::Ended(EndReason::Detached)), version >= 1202);
    }
}

#[tokio::test]
async fn a_stop_before_the_start_has_a_response_in_newer_versions() {
    for version in [1102, 1401] {
        let (_janus, session) = session(version).await;
        let stream = session.attach::<Streaming>().await.unwrap();
        let soon = Timeout::After(Duration::from_millis(100));
        match stream.request_with(streaming::Stop::default(), soon).await {
            Ok(stopped) => assert_eq!((stopped.status, version), ("idle".into(), 1401)),
            Err(error) => assert_eq!((error.code(), version), (ErrorCode::Timeout, 1102)),
        }
    }
}

#[tokio::test]
async fn leaving_names_suspensions_and_lists_depend_on_the_version() {
    for version in [1102, 1401] {
        let (_janus, session) = session(version).await;
        let (one, other) =
            (session.attach::<VideoRoom>().await.unwrap(), session.attach::<VideoRoom>().await.unwrap());
        let join = |display: &str| room::JoinPublisher::new(1234).display(display);
        one.join_publisher(join("One")).await.unwrap();
        other.join_publisher(join("Other")).await.unwrap();
        other.leave(room::Leave::default()).await.unwrap();
        let left =
            wait_for(&one, "a participant left", |event| matches!(event, room::Event::Leaving(_))).await;
        let room::Event::Leaving(left) = left else { unreachable!() };
        assert_eq!(left.display.is_some(), version >= 1300, "{left:?}");

        let member = session.attach::<AudioBridge>().await.unwrap();
        let joined = member.join(bridge::Join::new(1234)).await.unwrap();
        let feed = joined.feed;
        let suspend = bridge::Suspend::new(1234, feed).secret("adminpwd");
        match member.suspend(suspend).await {
            Ok(_) => {
                assert_eq!(version, 1401);
                wait_for(&member, "the suspension", |event| matches!(event, bridge::Event::Suspended(_)))
                    .await;
            }
            Err(error) => assert_eq!((error.plugin_code(), version), (Some(482), 1102)),
        }

        let chat = session.attach::<TextRoom>().await.unwrap();
        let list = textroom::ListParticipants::new(1234);
        let listed = chat.list_participants(list).await.unwrap();
        assert_eq!(listed.extra.contains_key("textroom"), version >= 1302, "{listed:?}");
    }
}
