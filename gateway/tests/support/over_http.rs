//! WebSockets in front of HTTP, so that a script for WebSockets plays over long polls.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_tungstenite::accept_hdr_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};

use super::http::HttpPage;

/// The polls, by session.
type Polls = Arc<Mutex<HashMap<u64, JoinHandle<()>>>>;

/// Starts it before this server of the Janus API over HTTP, and returns its URL. The token in `Authorization` goes into
/// the requests' query.
pub async fn websockets_before(http: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    let http = http.to_owned();
    let polls = Polls::default();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(relay(stream, http.clone(), polls.clone()));
        }
    });
    url
}

#[allow(clippy::result_large_err, reason = "the callback's type is the library's")]
async fn relay(stream: TcpStream, http: String, polls: Polls) {
    let mut token = None;
    let accept = |request: &Request, mut response: Response| {
        let sent = request.headers().get("authorization").map(|value| value.to_str().unwrap());
        token = sent.and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned);
        response.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse().unwrap());
        Ok(response)
    };
    let mut socket = accept_hdr_async(stream, accept).await.unwrap();
    let page = HttpPage::new(&http, token);
    let (events, mut from_polls) = mpsc::unbounded_channel::<Value>();
    loop {
        tokio::select! {
            message = socket.next() => {
                let Some(Ok(Message::Text(text))) = message else { return };
                let request: Value = serde_json::from_str(&text).unwrap_or_default();
                if request["janus"] == "claim" && let Some(poll) = polls.lock().unwrap().remove(&id(&request["session_id"])) {
                    poll.abort();
                }
                let reply = page.send("POST", "", &[], text.to_string()).await;
                assert_eq!(reply.status, 200, "{reply:?}");
                let response = reply.json();
                let session = match request["janus"].as_str() {
                    Some("create") => id(&response["data"]["id"]),
                    Some("claim") => id(&response["session_id"]),
                    _ => 0,
                };
                socket.send(Message::text(response.to_string())).await.unwrap();
                if session != 0 && response["janus"] == "success" {
                    let poll = tokio::spawn(poll(page.clone(), session, events.clone()));
                    polls.lock().unwrap().insert(session, poll);
                }
            }
            Some(event) = from_polls.recv() => socket.send(Message::text(event.to_string())).await.unwrap(),
        }
    }
}

async fn poll(page: HttpPage, session: u64, events: mpsc::UnboundedSender<Value>) {
    loop {
        let reply = page.try_send("GET", &format!("/{session}?maxev=5"), &[], "").await;
        // The gateway ends with the test.
        let Ok(reply) = reply else { return };
        if reply.status != 200 {
            assert_eq!(reply.status, 404, "{reply:?}");
            return;
        }
        let came: Vec<Value> = serde_json::from_value(reply.json()).unwrap();
        for event in came.into_iter().filter(|event| event["janus"] != "keepalive") {
            if events.send(event).is_err() {
                return;
            }
        }
    }
}

fn id(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}
