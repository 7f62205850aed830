//! Three clients of a server, which play a script and note what they receive.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub(crate) const CLIENTS: [&str; 3] = ["a", "b", "admin"];

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
pub(crate) const RECONNECT: &str = "(reconnect)";
/// Instead of a request: the client waits for a message.
pub(crate) const WAIT: &str = "(wait)";

const MESSAGE_TIMEOUT: Duration = Duration::from_secs(10);
/// Three clients of one server, and the names of the ids that the server created.
pub(crate) struct Stage {
    urls: [String; 2],
    /// What a gateway between demands of each client.
    bearer: Option<String>,
    sockets: BTreeMap<&'static str, Socket>,
    names: BTreeMap<u64, String>,
}

impl Stage {
    pub(crate) async fn connect(url: &str, admin_url: &str) -> Self {
        let urls = [url.to_owned(), admin_url.to_owned()];
        Self::open(urls, None).await
    }

    /// Through a gateway, which demands this token.
    #[allow(dead_code, reason = "the gateway's tests use it")]
    pub(crate) async fn connect_with_token(url: &str, admin_url: &str, token: &str) -> Self {
        Self::open([url.to_owned(), admin_url.to_owned()], Some(format!("Bearer {token}"))).await
    }

    async fn open(urls: [String; 2], bearer: Option<String>) -> Self {
        let mut stage = Self { urls, bearer, sockets: BTreeMap::new(), names: BTreeMap::new() };
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
        if let Some(bearer) = &self.bearer {
            request.headers_mut().insert("Authorization", bearer.parse().unwrap());
        }
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
    pub(crate) async fn receive(&mut self, client: &str, limit: Duration) -> Option<Value> {
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
        if let Some(data) = message.pointer_mut("/plugindata/data")
            && ["declining", "hangingup"].iter().any(|event| data["result"]["event"] == *event)
        {
            data["call_id"] = json!("…");
            data["result"]["call_id"] = json!("…");
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
                    "private_id" | "sdp" | "port" | "port2" | "port3" | "port_2" | "port_3" | "rtcpport"
                    | "rtcp_port" | "age_ms" | "master_id" | "unique_id" => *value = json!("…"),
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
pub(crate) async fn play(
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
                // With a gateway that is polled it may come as late as in the next step.
                let before = index.checked_sub(1).and_then(|before| script.get(before));
                if before.is_some_and(|(_, before)| before["janus"] == "detach") && data["result"] == "done" {
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
/// the end of a PeerConnection from its own, with the plugin's `done` before it: Janus closes one before it reports
/// `stopped`.
fn rank(line: &str) -> u8 {
    let has = |member: &str, values: &[&str]| {
        values.iter().any(|value| line.contains(&format!(r#""{member}":"{value}""#)))
    };
    match () {
        () if has("janus", &["ack", "success"]) => 0,
        () if has("event", &SIP_RESPONSES) || has("reason", &["Janus API"]) => 1,
        () if has("reason", &["Remote WebRTC hangup"]) || has("result", &["done"]) => 3,
        () if has("reason", &["Close PC"]) => 4,
        () => 2,
    }
}
