//! The same scripts run with the mock server and with a real Janus; both send the same messages.
//!
//! The comparison ignores random ids and ports, the text of SDPs, times, and whether the direct
//! response to a request arrives before or after its events.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "mock_conformance/access.rs"]
mod access;
#[path = "mock_conformance/calls.rs"]
mod calls;
#[path = "mock_conformance/chance.rs"]
mod chance;
#[path = "mock_conformance/rooms.rs"]
mod rooms;
#[path = "mock_conformance/scripts.rs"]
mod scripts;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::mock::{self, Settings};
use bifrons::plugins::echotest::{EchoTest, Start};
use futures::{SinkExt, StreamExt};
use scripts::Script;
use serde_json::{Value, json};
use support::Janus;
use support::registrar::Registrar;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

const CLIENTS: [&str; 3] = ["a", "b", "admin"];

/// The responses that the SIP plugin sends from another thread than its SIP stack.
const SIP_RESPONSES: [&str; 10] = [
    "registering",
    "unregistering",
    "calling",
    "declining",
    "hangingup",
    "holding",
    "updating",
    "infosent",
    "dtmfsent",
    "messagesent",
];

/// Instead of a request: the client's connection ends, and the client connects again.
const RECONNECT: &str = "(reconnect)";
/// Instead of a request: the client waits for a message.
const WAIT: &str = "(wait)";

const MESSAGE_TIMEOUT: Duration = Duration::from_secs(10);
const SIP_ATTEMPTS: usize = 4;

/// Three clients of one server, and the names of the ids that the server created.
struct Stage {
    urls: [String; 2],
    sockets: BTreeMap<&'static str, Socket>,
    names: BTreeMap<u64, String>,
}

impl Stage {
    async fn connect(url: &str, admin_url: &str) -> Self {
        let urls = [url.to_owned(), admin_url.to_owned()];
        let mut stage = Self { urls, sockets: BTreeMap::new(), names: BTreeMap::new() };
        for client in CLIENTS {
            stage.connect_client(client).await;
        }
        stage
    }

    async fn connect_client(&mut self, client: &'static str) {
        let [url, admin_url] = &self.urls;
        let (url, protocol) = match client {
            "admin" => (admin_url, "janus-admin-protocol"),
            _ => (url, "janus-protocol"),
        };
        let mut request = url.into_client_request().unwrap();
        request.headers_mut().insert("Sec-WebSocket-Protocol", HeaderValue::from_static(protocol));
        self.sockets.insert(client, connect_async(request).await.unwrap().0);
    }

    /// Ends the client's connection, waits until the server has closed it, and connects again.
    async fn reconnect(&mut self, client: &'static str) {
        let mut socket = self.sockets.remove(client).unwrap();
        socket.close(None).await.unwrap();
        while let Some(Ok(_)) = timeout(MESSAGE_TIMEOUT, socket.next()).await.unwrap() {}
        self.connect_client(client).await;
    }

    /// Sends a request with its names replaced by ids; a text is sent unchanged.
    async fn send(&mut self, client: &'static str, request: &Value) {
        let text = match request {
            Value::String(step) if step == RECONNECT => return self.reconnect(client).await,
            Value::String(step) if step == WAIT => return,
            Value::String(text) => text.clone(),
            request => self.names.iter().fold(request.to_string(), |text, (id, name)| {
                text.replace(&format!("\"${name}\""), &id.to_string())
            }),
        };
        self.sockets.get_mut(client).unwrap().send(Message::text(text)).await.unwrap();
    }

    /// The next message to a client, unchanged.
    async fn receive(&mut self, client: &str, limit: Duration) -> Option<Value> {
        let socket = self.sockets.get_mut(client).unwrap();
        match timeout(limit, socket.next()).await {
            Ok(Some(Ok(Message::Text(text)))) => Some(serde_json::from_str(&text).unwrap()),
            Ok(other) => panic!("{client}: {other:?}"),
            Err(_) => None,
        }
    }

    /// The text of a message without its random parts.
    fn plain(&mut self, request: &Value, message: Value) -> String {
        if let (Some(id), Some(transaction)) =
            (message["data"]["id"].as_u64(), request["transaction"].as_str())
        {
            self.names.insert(id, transaction.to_owned());
        }
        let mut message = message;
        replace_random(&mut message);
        // In these events the call id depends on a race with the end of the call.
        if let Some(data) = message.pointer_mut("/plugindata/data") {
            if ["declining", "hangingup"].iter().any(|event| data["result"]["event"] == *event) {
                data["call_id"] = json!("…");
                data["result"]["call_id"] = json!("…");
            }
        }
        // A longer id may begin with a shorter one.
        self.names
            .iter()
            .rev()
            .fold(message.to_string(), |text, (id, name)| text.replace(&id.to_string(), name))
    }
}

/// Replaces the values that differ between servers.
fn replace_random(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match name.as_str() {
                    "private_id" | "sdp" | "port" | "age_ms" | "master_id" | "unique_id" => {
                        *value = json!("…")
                    }
                    // The address of the SIP stack.
                    "sender" if value.is_string() => {
                        let user = value.as_str().and_then(|uri| uri.split_once('@')).map(|(user, _)| user);
                        *value = json!(user);
                    }
                    _ => replace_random(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(replace_random),
        _ => {}
    }
}

/// The messages to each client in each step. The mock server has sent all when it responds to one more
/// request; of a real Janus, the same number of messages is awaited.
async fn play(
    stage: &mut Stage,
    script: &[(&'static str, Value)],
    expected: Option<&[Vec<String>]>,
) -> Vec<Vec<String>> {
    let mut received = Vec::new();
    for (index, (client, request)) in script.iter().enumerate() {
        stage.send(client, request).await;
        let mut step = Vec::new();
        for of in CLIENTS {
            let own = format!("{of}: ");
            let wanted =
                expected.map(|steps| steps[index].iter().filter(|line| line.starts_with(&own)).count());
            let mut count = 0;
            let first = step.len();
            if wanted.is_none() {
                if *request == WAIT && of == *client {
                    let message = stage.receive(of, MESSAGE_TIMEOUT).await.unwrap();
                    step.push(format!("{own}{}", stage.plain(request, message)));
                }
                stage.send(of, &json!({ "janus": "ping", "transaction": "barrier" })).await;
            }
            while wanted.is_none_or(|wanted| count < wanted) {
                let Some(message) = stage.receive(of, MESSAGE_TIMEOUT).await else { break };
                if message["transaction"] == "barrier" {
                    break;
                }
                // The plugin's last event may come before or after the end of the handle.
                let data = &message["plugindata"]["data"];
                let is_end = data["result"] == "done" || (of == *client && data["sip"] == "event");
                if request["janus"] == "detach" && is_end {
                    continue;
                }
                step.push(format!("{own}{}", stage.plain(request, message)));
                count += 1;
            }
            step[first..].sort_by_key(|line| rank(line));
        }
        received.push(step);
    }
    received
}

/// Direct responses come from another thread than events, SIP's responses from another than its stack's events, and
/// the end of a PeerConnection from its own.
fn rank(line: &str) -> u8 {
    let has = |member: &str, values: &[&str]| {
        values.iter().any(|value| line.contains(&format!(r#""{member}":"{value}""#)))
    };
    match () {
        () if has("janus", &["ack", "success"]) => 0,
        () if has("event", &SIP_RESPONSES) || has("reason", &["Janus API"]) => 1,
        () if has("reason", &["Close PC"]) => 3,
        () => 2,
    }
}

async fn compare(name: &str, script: Script) {
    compare_as(name, Settings::default(), &[], script).await;
}

/// Compares servers with these settings, which `options` give to `scripts/janus`.
async fn compare_as(name: &str, settings: Settings, options: &[&str], script: Script) {
    let differences = differences(settings, options, script).await;
    assert!(differences.is_empty(), "{name}:{differences}");
}

async fn differences(settings: Settings, options: &[&str], script: Script) -> String {
    let janus = Janus::start(options);
    let settings = Settings { media: false, version: janus.at.version, ..settings };
    let mock = mock::MockJanus::start(settings).await.unwrap();
    let mut stage = Stage::connect(mock.url(), mock.admin_url()).await;
    let expected = play(&mut stage, &script, None).await;
    let mut stage = Stage::connect(&janus.at.ws, &janus.at.admin_ws).await;
    let real = play(&mut stage, &script, Some(&expected)).await;
    let mut differences = String::new();
    for ((request, expected), real) in script.iter().zip(&expected).zip(&real) {
        if expected != real {
            differences += &format!(
                "\n{}: {}\n  real      {real:#?}\n  mock server  {expected:#?}\n",
                request.0, request.1
            );
            // The steps after a difference differ, too.
            break;
        }
    }
    for client in CLIENTS {
        while let Some(more) = stage.receive(client, Duration::from_millis(200)).await {
            differences +=
                &format!("\nin the end the real Janus sends one more message to {client}: {more}\n");
        }
    }
    differences
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

#[tokio::test]
async fn the_video_call() {
    compare("videocall", calls::video_call()).await;
}

#[tokio::test]
async fn no_sip() {
    compare("nosip", calls::no_sip()).await;
}

#[tokio::test]
async fn record_and_play() {
    compare("recordplay", calls::record_play()).await;
}

#[tokio::test]
async fn sip() {
    let registrar = Registrar::start();
    let script = calls::sip(&registrar.at);
    // Sometimes Janus has one of the races of `SipRace`, or ends a refused call before its `calling` is built.
    let mut found = String::new();
    for _ in 0..SIP_ATTEMPTS {
        found = differences(Settings::default(), &[], script.clone()).await;
        if found.is_empty() {
            return;
        }
    }
    panic!("sip, each of {SIP_ATTEMPTS} times:{found}");
}

/// Random requests, most of which use the state of earlier ones. SEED=N repeats
/// one sequence; SEEDS=N runs more.
#[tokio::test]
async fn random_requests() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse().expect("a number"));
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("SEEDS").unwrap_or(20),
    };
    let mut all = String::new();
    for seed in seeds {
        let script = chance::script(&mut chance::Chance::new(seed), 30);
        let found = differences(Settings::default(), &[], script).await;
        if !found.is_empty() {
            all += &format!("\nSEED={seed}:{found}");
        }
    }
    assert!(all.is_empty(), "{all}");
}

/// What tests take for a page's SDP is SDP for Janus, too.
#[tokio::test]
async fn an_offer_for_tests_is_an_offer_for_janus() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    let offer = mock::offer_of(&["audio", "video", "application"]).unwrap();
    let answer = echo.start(Start::default().jsep(offer)).await.unwrap().jsep.unwrap();
    assert_eq!(answer.sdp.matches("m=").count(), 3);
}

#[tokio::test]
async fn secrets() {
    let settings = Settings { api_secret: Some(access::SECRET.into()), ..Settings::default() };
    compare_as("secrets", settings, &["--api-secret", access::SECRET], access::secrets()).await;
}

#[tokio::test]
async fn tokens() {
    let settings = Settings { token_auth: true, ..Settings::default() };
    compare_as("tokens", settings, &["--token-auth"], access::tokens()).await;
}

#[tokio::test]
async fn sessions_that_outlive_their_connection() {
    let settings = Settings { reclaim_session_timeout: Duration::from_secs(60), ..Settings::default() };
    compare_as("reclaimed", settings, &["--reclaim", "60"], access::reclaimed()).await;
}

#[tokio::test]
async fn sessions_that_end_with_their_connection() {
    compare("not_reclaimed", access::not_reclaimed()).await;
}

#[tokio::test]
async fn sessions_that_expire() {
    let settings = Settings { session_timeout: Duration::from_secs(1), ..Settings::default() };
    compare_as("expired", settings, &["--session-timeout", "1"], access::expired()).await;
}
