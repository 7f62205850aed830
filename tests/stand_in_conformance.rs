//! One script, put to the stand-in and to a real Janus: they must say the same.
//!
//! Set aside are ids that chance made, the text of SDPs, times, and the order of messages
//! within one step.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "stand_in_conformance/rooms.rs"]
mod rooms;
#[path = "stand_in_conformance/scripts.rs"]
mod scripts;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::testing::{self, Settings};
use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use support::Janus;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

const CLIENTS: [&str; 3] = ["a", "b", "admin"];

/// Three clients of one server, and what the ids that it made are called.
struct Stage {
    sockets: BTreeMap<&'static str, Socket>,
    names: BTreeMap<u64, String>,
}

impl Stage {
    async fn set(url: &str, admin_url: &str) -> Self {
        let mut sockets = BTreeMap::new();
        for client in CLIENTS {
            let (url, protocol) = match client {
                "admin" => (admin_url, "janus-admin-protocol"),
                _ => (url, "janus-protocol"),
            };
            let mut request = url.into_client_request().unwrap();
            request.headers_mut().insert("Sec-WebSocket-Protocol", HeaderValue::from_static(protocol));
            sockets.insert(client, connect_async(request).await.unwrap().0);
        }
        Self { sockets, names: BTreeMap::new() }
    }

    /// Puts a request in which names stand for ids; a text goes as it is.
    async fn put(&mut self, client: &str, request: &Value) {
        let text = match request {
            Value::String(text) => text.clone(),
            request => self.names.iter().fold(request.to_string(), |text, (id, name)| {
                text.replace(&format!("\"${name}\""), &id.to_string())
            }),
        };
        self.sockets.get_mut(client).unwrap().send(Message::text(text)).await.unwrap();
    }

    /// The next message to a client, as it came.
    async fn hear(&mut self, client: &str, patience: Duration) -> Option<Value> {
        let socket = self.sockets.get_mut(client).unwrap();
        match timeout(patience, socket.next()).await {
            Ok(Some(Ok(Message::Text(text)))) => Some(serde_json::from_str(&text).unwrap()),
            Ok(other) => panic!("{client}: {other:?}"),
            Err(_) => None,
        }
    }

    /// What a message says once all that chance made is set aside.
    fn plain(&mut self, request: &Value, message: Value) -> String {
        if let (Some(id), Some(transaction)) =
            (message["data"]["id"].as_u64(), request["transaction"].as_str())
        {
            self.names.insert(id, transaction.to_owned());
        }
        let mut message = message;
        set_aside(&mut message);
        // A longer id may begin with a shorter one.
        self.names
            .iter()
            .rev()
            .fold(message.to_string(), |text, (id, name)| text.replace(&id.to_string(), name))
    }
}

/// Replaces what differs by nature.
fn set_aside(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match name.as_str() {
                    "private_id" | "sdp" | "port" | "age_ms" => *value = json!("…"),
                    _ => set_aside(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(set_aside),
        _ => {}
    }
}

/// What each client hears in each step. The stand-in has said all when it answers one more
/// question; of the real one, as much is waited for.
async fn play(
    stage: &mut Stage,
    script: &[(&'static str, Value)],
    expected: Option<&[Vec<String>]>,
) -> Vec<Vec<String>> {
    let mut heard = Vec::new();
    for (index, (client, request)) in script.iter().enumerate() {
        stage.put(client, request).await;
        let mut step = Vec::new();
        for of in CLIENTS {
            let own = format!("{of}: ");
            let wanted =
                expected.map(|steps| steps[index].iter().filter(|line| line.starts_with(&own)).count());
            if wanted.is_none() {
                stage.put(of, &json!({ "janus": "ping", "transaction": "barrier" })).await;
            }
            let mut count = 0;
            while wanted.is_none_or(|wanted| count < wanted) {
                let Some(message) = stage.hear(of, Duration::from_secs(5)).await else { break };
                if message["transaction"] == "barrier" {
                    break;
                }
                // Whether EchoTest is done with a handle before it is detached is up to chance.
                if request["janus"] == "detach" && message["plugindata"]["data"]["result"] == "done" {
                    continue;
                }
                step.push(format!("{own}{}", stage.plain(request, message)));
                count += 1;
            }
        }
        step.sort();
        heard.push(step);
    }
    heard
}

async fn compare(name: &str, script: Vec<(&'static str, Value)>) {
    let settings = Settings { media: false, ..Settings::default() };
    let stand_in = testing::Janus::start(settings).await.unwrap();
    let mut stage = Stage::set(stand_in.url(), stand_in.admin_url()).await;
    let expected = play(&mut stage, &script, None).await;
    let janus = Janus::start(&[]);
    let mut stage = Stage::set(&janus.at.ws, &janus.at.admin_ws).await;
    let real = play(&mut stage, &script, Some(&expected)).await;
    let mut differences = String::new();
    for ((request, expected), real) in script.iter().zip(&expected).zip(&real) {
        if expected != real {
            differences += &format!(
                "\n{}: {}\n  real      {real:#?}\n  stand-in  {expected:#?}\n",
                request.0, request.1
            );
        }
    }
    for client in CLIENTS {
        while let Some(more) = stage.hear(client, Duration::from_millis(200)).await {
            differences += &format!("\nin the end the real one says more to {client}: {more}\n");
        }
    }
    assert!(differences.is_empty(), "{name}:{differences}");
}

#[tokio::test]
async fn the_core() {
    compare("core", scripts::core()).await;
}

#[tokio::test]
async fn the_echo_test() {
    compare("echotest", scripts::echo_test()).await;
}

#[tokio::test]
async fn the_video_room() {
    compare("videoroom", scripts::video_room()).await;
}

#[tokio::test]
async fn the_admin_api() {
    compare("admin", scripts::admin()).await;
}

#[tokio::test]
async fn the_audio_bridge() {
    compare("audiobridge", rooms::audio_bridge()).await;
}

#[tokio::test]
async fn streaming() {
    compare("streaming", rooms::streaming()).await;
}

#[tokio::test]
async fn the_text_room() {
    compare("textroom", rooms::text_room()).await;
}
