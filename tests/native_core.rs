//! The core API over a WebSocket, against a real Janus.

#![cfg(not(target_family = "wasm"))]

mod support;

use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{CreateOptions, EndReason, ErrorCode, Event, SessionId};
use support::Janus;

#[tokio::test]
async fn a_session_and_a_handle_live_and_end() {
    let janus = Janus::start(&["--api-secret", "s3"]);
    let connection = bifrons::connect(&*janus.at.ws).api_secret("s3").await.unwrap();
    let info = connection.info().await.unwrap();
    assert_eq!(info.name, "Janus WebRTC Server");
    assert!(info.plugins.contains_key("janus.plugin.echotest"));
    connection.ping().await.unwrap();

    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    let outcome = echo.start(Start { audio: Some(true), ..Start::default() }).await.unwrap();
    assert_eq!(outcome.result, "ok");
    let refused = echo.start(Start::default()).await.unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(413)));

    echo.detach().await.unwrap();
    assert_eq!(echo.next_event().await, Some(Event::Ended(EndReason::Detached)));
    assert_eq!(echo.next_event().await, None);
    session.destroy().await.unwrap();
    assert_eq!(session.ended().await, EndReason::Destroyed);
    connection.close().await;
}

#[tokio::test]
async fn refusals_are_typed() {
    let janus = Janus::start(&["--api-secret", "s3"]);
    let connection = bifrons::connect(&*janus.at.ws).api_secret("mistaken").await.unwrap();
    let error = connection.create().await.unwrap_err();
    assert_eq!((error.code(), error.janus_code()), (ErrorCode::JanusRefused, Some(403)));
    assert!(!format!("{error:?} {error}").contains("mistaken"), "{error:?}");

    let connection = bifrons::connect(&*janus.at.ws).api_secret("s3").await.unwrap();
    let id = SessionId::new(4711).unwrap();
    let session =
        connection.create_with(CreateOptions { id: Some(id), ..CreateOptions::default() }).await.unwrap();
    assert_eq!(session.id(), id);
    let error = connection.create_with(CreateOptions { id: Some(id), ..CreateOptions::default() }).await;
    assert_eq!(error.unwrap_err().janus_code(), Some(468));
    let error = session.attach_to("janus.plugin.nothing").await.unwrap_err();
    assert_eq!(error.janus_code(), Some(460));
}
