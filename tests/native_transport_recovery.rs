//! Outages of every transport other than a WebSocket, with a real Janus.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Address, Config, Connect, Connection, ConnectionEvent, ErrorCode, Event, Handle, Recovery};
use support::proxy::{Fault, Proxy};
use support::{Janus, within};

async fn attached(url: &str, rebuild: bool) -> (Connection, Handle<EchoTest>) {
    let mut config = Config::new(vec![Address::new(url)]);
    config.recovery = Some(Recovery { rebuild, ..Recovery::default() });
    config.probe_after = Some(Duration::from_millis(300));
    config.probe_timeout = Duration::from_millis(300);
    let connection = Connect::with(config).await.unwrap();
    let echo = connection.create().await.unwrap().attach().await.unwrap();
    (connection, echo)
}

async fn assert_works(echo: &Handle<EchoTest>) {
    assert_eq!(within("a response", echo.start(audio())).await.unwrap().result, "ok");
}

fn audio() -> Start {
    Start::default().audio(true)
}

#[tokio::test]
async fn sessions_are_rebuilt_after_a_restart_of_janus() {
    for (kind, scheme) in [("dgram", "file"), ("seqpacket", "unix"), ("http", "http")] {
        let options = if kind == "http" { vec!["--http"] } else { vec!["--unix", kind] };
        let mut janus = Janus::start(&options);
        let url = match &janus.at.unix {
            Some(path) => format!("{scheme}://{path}"),
            None => janus.at.http.clone().unwrap(),
        };
        let (connection, echo) = attached(&url, true).await;
        let before = (echo.session().id(), echo.id());
        janus.restart();
        let event = within(kind, echo.next_event()).await;
        assert!(matches!(event, Some(Event::Rebuilt { id }) if id == echo.id()), "{kind}: {event:?}");
        assert_ne!((echo.session().id(), echo.id()), before, "{kind}");
        assert_works(&echo).await;
        connection.close().await;
    }
}

#[tokio::test]
async fn a_session_survives_a_lost_http_connection() {
    let janus = Janus::start(&["--http"]);
    let port = janus.at.http.as_ref().unwrap().trim_start_matches("http://").trim_end_matches("/janus");
    let proxy = Proxy::start(port).await;
    let (connection, echo) = attached(&format!("{}/janus", proxy.url.replace("ws:", "http:")), false).await;
    let ids = (echo.session().id(), echo.id());
    let mut changes = connection.events();
    proxy.accept(false);
    proxy.inject(Fault::Close);
    let change = within("the loss", changes.next()).await;
    assert!(matches!(change, Some(ConnectionEvent::Reconnecting { .. })), "{change:?}");
    proxy.accept(true);
    let change = within("the recovery", changes.next()).await;
    let Some(ConnectionEvent::Resumed { sessions, .. }) = change else { panic!("not resumed: {change:?}") };
    assert_eq!(sessions.kept, [ids.0]);
    // Janus sends the first event to the lost poll.
    let once = Timeout::After(Duration::from_secs(1));
    assert_eq!(echo.request_with(audio(), once).await.unwrap_err().code(), ErrorCode::Timeout);
    assert_works(&echo).await;
    assert_eq!((echo.session().id(), echo.id()), ids);
    connection.close().await;
}
