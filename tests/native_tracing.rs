//! The spans and lines of requests in the log.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bifrons::plugins::videoroom::{JoinPublisher, VideoRoom};
use bifrons::{ErrorCode, Handle, Retry};
use serde_json::json;
use support::server::{Peer, Server};
use tracing::instrument::WithSubscriber as _;
use tracing::{Instrument as _, Level};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn subscriber(&self, level: Level) -> impl tracing::Subscriber + Send + Sync + use<> {
        let lines = self.clone();
        let writer = move || lines.clone();
        tracing_subscriber::fmt()
            .with_max_level(level)
            .with_writer(writer)
            .without_time()
            .with_ansi(false)
            .finish()
    }

    /// The lines that have been written since the last call.
    fn take(&self) -> Vec<String> {
        let bytes = std::mem::take(&mut *self.0.lock().unwrap());
        String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
    }
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

async fn attached(server: &Server) -> (Handle<VideoRoom>, Peer) {
    let (connection, mut peer) = tokio::join!(bifrons::connect(&*server.url), server.welcome());
    let connection = connection.unwrap();
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 11));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach::<VideoRoom>(), peer.create("attach", 22));
    (handle.unwrap(), peer)
}

fn join() -> JoinPublisher {
    JoinPublisher::new(1234).pin("s3cret")
}

fn assert_has(line: &str, parts: &[&str]) {
    for part in parts {
        assert!(line.contains(part), "{part} is not in: {line}");
    }
}

#[tokio::test]
async fn each_request_and_its_outcome_is_one_line() {
    let lines = Lines::default();
    let test = async {
        let server = Server::start().await;
        let port = server.url.rsplit(':').next().unwrap().to_owned();
        let (room, mut peer) = attached(&server).await;
        let attach = lines.take();
        let attach: Vec<_> = attach.iter().filter(|line| line.contains(r#"rpc.method="attach""#)).collect();
        assert_eq!(attach.len(), 1, "{attach:?}");
        assert_has(
            attach[0],
            &[r#"rpc.service="janus.plugin.videoroom""#, "session=11", r#"outcome="success""#],
        );

        // A refusal by the plugin.
        let (refused, ()) = tokio::join!(room.request(join()), async {
            let request = peer.receive().await;
            let data = json!({ "videoroom": "event", "error_code": 426, "error": "No such room" });
            let plugindata = json!({ "plugin": "janus.plugin.videoroom", "data": data });
            peer.respond(&request, "event", json!({ "sender": 22, "plugindata": plugindata })).await;
        });
        let refused = refused.unwrap_err();
        let written = lines.take();
        assert_eq!(written.len(), 1, "an error is returned, and its outcome is one line: {written:#?}");
        assert_has(
            &written[0],
            &[
                "DEBUG",
                "request{",
                r#"rpc.system="janus""#,
                r#"rpc.service="janus.plugin.videoroom""#,
                r#"rpc.method="join""#,
                r#"server.address="127.0.0.1""#,
                &format!("server.port={port}"),
                r#"network.transport="tcp""#,
                "connection=",
                "session=11",
                "handle=22",
                &format!("transaction={}", refused.transaction().unwrap()),
                r#"error.type="plugin_refused""#,
                "duration_ms=",
                r#"outcome="plugin_refused""#,
                "error_code=426",
            ],
        );
        assert!(!written[0].contains("No such room"), "the error is returned, not logged");

        let timeout = room.request_with(join(), Duration::from_millis(20)).await.unwrap_err();
        assert_eq!(timeout.code(), ErrorCode::Timeout);
        let written = lines.take();
        assert_eq!(written.len(), 1, "{written:#?}");
        assert_has(&written[0], &[r#"outcome="timeout""#, r#"rpc.method="join""#]);

        // A dropped future, in a span of the application.
        let span = tracing::info_span!("page", user = 5);
        let mut pending = Box::pin(room.request(join()).instrument(span));
        assert!(futures::poll!(&mut pending).is_pending());
        drop(pending);
        let written = lines.take();
        assert_eq!(written.len(), 1, "{written:#?}");
        assert_has(&written[0], &["page{user=5}:request{", r#"outcome="cancelled""#]);

        // Without a span of the caller it is in the spans of what it is for.
        let (hung_up, ()) = tokio::join!(room.hangup(), async {
            let mut request = peer.receive().await;
            while request["janus"] != "hangup" {
                request = peer.receive().await;
            }
            peer.respond(&request, "success", json!({})).await;
        });
        hung_up.unwrap();
        let written = lines.take();
        let spans = "}:session{session=11}:handle{rpc.service=\"janus.plugin.videoroom\" handle=22}:request{";
        assert_has(written.last().unwrap(), &["connection{connection=", spans, r#"rpc.method="hangup""#]);
        assert!(!written[0].contains("s3cret"));
    };
    test.with_subscriber(lines.subscriber(Level::DEBUG)).await;
}

#[tokio::test]
async fn the_error_of_connect_is_returned_and_not_logged() {
    let lines = Lines::default();
    let connect = bifrons::connect("ws://127.0.0.1:1").retry(Retry { max_retries: 0, ..Retry::default() });
    let _guard = tracing::subscriber::set_default(lines.subscriber(Level::INFO));
    connect.await.unwrap_err();
    let written = lines.take();
    assert!(written.is_empty(), "{written:#?}");
}

#[tokio::test]
async fn the_level_trace_has_the_messages_without_their_texts() {
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber(Level::TRACE));
    let server = Server::start().await;
    let (room, mut peer) = attached(&server).await;
    let body = json!({ "request": "join", "pin": "s3cret" });
    let (joined, ()) = tokio::join!(room.message(&body, None), async {
        let request = peer.receive().await;
        let data = json!({ "videoroom": "joined", "room": 1234, "private_id": 5, "display": "s3cret" });
        let plugindata = json!({ "plugin": "janus.plugin.videoroom", "data": data });
        peer.respond(&request, "event", json!({ "sender": 22, "plugindata": plugindata })).await;
    });
    joined.unwrap();
    let written = lines.take();
    let bifrons: Vec<_> =
        written.iter().filter(|line| line.contains("TRACE") && line.contains("bifrons::")).collect();
    let sent = bifrons.iter().find(|line| line.contains("sent") && line.contains(r#""request":"join""#));
    assert_has(sent.unwrap(), &[r#"verb="message""#, r#""pin":"(6 bytes)""#]);
    let received = bifrons.iter().find(|line| line.contains("received") && line.contains("joined"));
    assert_has(received.unwrap(), &[r#""room":1234"#, r#""display":"(6 bytes)""#]);
    assert!(bifrons.iter().all(|line| !line.contains("s3cret")), "{bifrons:#?}");
}
