//! The signalling server of the examples, as its pages use it.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::path::Path;
use std::process::Stdio;

use bifrons::admin::ListSessions;
use futures::{SinkExt, StreamExt};
use needs_janus::needs_janus;
use serde_json::{Value, json};
use support::sdp::offer;
use support::{Janus, within};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio_tungstenite::tungstenite::{Error as WsError, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

const TOKEN: &str = "a-page-token";

struct Page(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Page {
    async fn open(url: &str) -> Self {
        Self(connect_async(format!("{url}?token={TOKEN}")).await.unwrap().0)
    }

    async fn send(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    async fn receive(&mut self) -> Value {
        let message = within("a message", self.0.next()).await.unwrap().unwrap();
        serde_json::from_str(message.to_text().unwrap()).unwrap()
    }
}

/// The server, and its URL.
async fn start(janus: &Janus) -> (Child, String) {
    let mut server = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--features",
            "futures-io",
            "--example",
            "signalling_server",
            "--",
            &janus.at.ws,
        ])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .env("PAGE_TOKEN", TOKEN)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let line = lines.next_line().await.unwrap().unwrap();
    (server, line.trim_start_matches("listening on ").to_owned())
}

async fn status(url: &str) -> u16 {
    match connect_async(url).await {
        Err(WsError::Http(response)) => response.status().as_u16(),
        other => panic!("{other:?}"),
    }
}

#[needs_janus("a PeerConnection that does not come up")]
#[tokio::test]
async fn a_page_is_admitted_served_and_leaves_nothing_behind() {
    let janus = Janus::start(&[]);
    let (_server, url) = start(&janus).await;
    assert_eq!(status(&url).await, 400);
    assert_eq!(status(&format!("{url}?token=another")).await, 403);

    let mut page = Page::open(&url).await;
    page.send(json!({ "type": "start" })).await;
    assert_eq!(page.receive().await, json!({ "type": "failed", "code": "bad_message", "retryable": false }));
    page.send(json!({ "type": "start", "jsep": { "type": "offer", "sdp": "nonsense" } })).await;
    assert_eq!(page.receive().await["type"], "failed");
    drop(page);

    let mut page = Page::open(&url).await;
    page.send(json!({ "type": "start", "jsep": offer() })).await;
    let answer = page.receive().await;
    assert_eq!((&answer["type"], &answer["jsep"]["type"]), (&json!("answer"), &json!("answer")));
    let candidate = "candidate:1 1 udp 2013266431 127.0.0.1 9 typ host";
    let candidate = json!({ "sdpMid": "0", "sdpMLineIndex": 0, "candidate": candidate });
    page.send(json!({ "type": "candidate", "candidate": candidate })).await;
    page.send(json!({ "type": "hangup" })).await;
    assert_eq!(page.receive().await["type"], "hangup");

    drop(page);
    let admin = janus.admin().await.admin().unwrap();
    within("the end of the pages' sessions", async {
        while !admin.list_sessions(ListSessions::default()).await.unwrap().sessions.is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
}
