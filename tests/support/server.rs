//! A WebSocket server that says what a test wants it to say.

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};
use tokio_tungstenite::tungstenite::http::HeaderValue;

use super::within;

pub struct Server {
    listener: TcpListener,
    pub url: String,
}

/// A client of the server's.
pub struct Peer {
    pub socket: WebSocketStream<TcpStream>,
}

impl Server {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("ws://{}", listener.local_addr().expect("its address"));
        Self { listener, url }
    }

    /// The next connection, before any handshake.
    pub async fn accept_tcp(&self) -> TcpStream {
        within("a client", self.listener.accept()).await.expect("a client").0
    }

    pub async fn accept(&self) -> Peer {
        self.accept_with(|_| {}).await
    }

    /// Shows the handshake's request; answers with the subprotocol that is asked for.
    pub async fn accept_with(&self, show: impl FnOnce(&Request) + Unpin) -> Peer {
        #[allow(clippy::result_large_err, reason = "tungstenite's own type")]
        let agree = |request: &Request, mut response: Response| {
            show(request);
            let asked = request.headers().get("Sec-WebSocket-Protocol").cloned();
            let protocol = asked.unwrap_or(HeaderValue::from_static("none"));
            response.headers_mut().insert("Sec-WebSocket-Protocol", protocol);
            Ok(response)
        };
        let stream = self.accept_tcp().await;
        let socket = tokio_tungstenite::accept_hdr_async(stream, agree).await.expect("a handshake");
        Peer { socket }
    }

    /// A client whose `info` was answered.
    pub async fn welcome(&self) -> Peer {
        let mut peer = self.accept().await;
        let info = peer.hear().await;
        assert_eq!(info["janus"], "info");
        peer.answer(&info, "server_info", json!({ "session-timeout": 60 })).await;
        peer
    }
}

impl Peer {
    /// The client's next request.
    pub async fn hear(&mut self) -> Value {
        within("a request", self.hear_or_end()).await.expect("the client says more")
    }

    pub async fn hear_or_end(&mut self) -> Option<Value> {
        loop {
            match self.socket.next().await? {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).expect("JSON")),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }

    pub async fn say(&mut self, message: Value) {
        self.send(Message::text(message.to_string())).await;
    }

    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.expect("the client listens");
    }

    pub async fn answer(&mut self, request: &Value, kind: &str, more: Value) {
        let mut answer = json!({ "janus": kind, "transaction": request["transaction"] });
        if request["session_id"].is_u64() {
            answer["session_id"] = request["session_id"].clone();
        }
        if let (Some(answer), Value::Object(more)) = (answer.as_object_mut(), more) {
            answer.extend(more);
        }
        self.say(answer).await;
    }

    /// Answers the next request, which must be this one, with an id.
    pub async fn make(&mut self, verb: &str, id: u64) {
        let request = self.hear().await;
        assert_eq!(request["janus"], verb);
        self.answer(&request, "success", json!({ "data": { "id": id } })).await;
    }

    /// Answers whatever comes until the client leaves, and tells what it was.
    pub async fn obey(&mut self) -> Vec<Value> {
        let mut heard = Vec::new();
        while let Some(request) = self.hear_or_end().await {
            let kind = match request["janus"].as_str() {
                Some("ping") => "pong",
                Some("info") => "server_info",
                Some("keepalive" | "trickle") => "ack",
                _ => "success",
            };
            self.answer(&request, kind, json!({})).await;
            heard.push(request);
        }
        heard
    }
}
