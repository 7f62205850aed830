//! A WebSocket server whose messages a test chooses.

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

/// A connected client.
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

    /// Gives the handshake's request to `show`; accepts with the requested subprotocol.
    pub async fn accept_with(&self, show: impl FnOnce(&Request) + Unpin) -> Peer {
        #[allow(clippy::result_large_err, reason = "tungstenite's own type")]
        let agree = |request: &Request, mut response: Response| {
            show(request);
            let requested = request.headers().get("Sec-WebSocket-Protocol").cloned();
            let protocol = requested.unwrap_or(HeaderValue::from_static("none"));
            response.headers_mut().insert("Sec-WebSocket-Protocol", protocol);
            Ok(response)
        };
        let stream = self.accept_tcp().await;
        let socket = tokio_tungstenite::accept_hdr_async(stream, agree).await.expect("a handshake");
        Peer { socket }
    }

    /// A client that has its `server_info` response.
    pub async fn welcome(&self) -> Peer {
        let mut peer = self.accept().await;
        let info = peer.receive().await;
        assert_eq!(info["janus"], "info");
        peer.respond(&info, "server_info", json!({ "session-timeout": 60 })).await;
        peer
    }
}

impl Peer {
    /// The client's next request.
    pub async fn receive(&mut self) -> Value {
        within("a request", self.receive_or_end()).await.expect("the client sends a request")
    }

    pub async fn receive_or_end(&mut self) -> Option<Value> {
        loop {
            match self.socket.next().await? {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).expect("JSON")),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }

    pub async fn send_message(&mut self, message: Value) {
        self.send(Message::text(message.to_string())).await;
    }

    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.expect("the client reads");
    }

    pub async fn respond(&mut self, request: &Value, kind: &str, more: Value) {
        let mut response = json!({ "janus": kind, "transaction": request["transaction"] });
        if request["session_id"].is_u64() {
            response["session_id"] = request["session_id"].clone();
        }
        if let (Some(response), Value::Object(more)) = (response.as_object_mut(), more) {
            response.extend(more);
        }
        self.send_message(response).await;
    }

    /// Responds with this id to the next request, which has this verb.
    pub async fn create(&mut self, verb: &str, id: u64) {
        let request = self.receive().await;
        assert_eq!(request["janus"], verb);
        self.respond(&request, "success", json!({ "data": { "id": id } })).await;
    }

    /// Responds to every request until the client disconnects; returns the requests.
    pub async fn respond_to_all(&mut self) -> Vec<Value> {
        let mut requests = Vec::new();
        while let Some(request) = self.receive_or_end().await {
            let kind = match request["janus"].as_str() {
                Some("ping") => "pong",
                Some("info") => "server_info",
                Some("keepalive" | "trickle") => "ack",
                _ => "success",
            };
            self.respond(&request, kind, json!({})).await;
            requests.push(request);
        }
        requests
    }
}
