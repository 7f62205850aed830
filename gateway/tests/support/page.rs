//! A page that speaks the Janus API over a WebSocket.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::LIMIT;
use super::server::token;

/// A page's connection to the gateway.
pub struct Page(pub WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>);

impl Page {
    pub async fn open(url: &str) -> Self {
        let mut request = url.into_client_request().unwrap();
        request.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse().unwrap());
        Self(connect_async(request).await.unwrap().0)
    }

    pub async fn send(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    pub async fn receive(&mut self) -> Value {
        let message = timeout(LIMIT, self.0.next()).await.unwrap().unwrap().unwrap();
        serde_json::from_str(message.to_text().unwrap()).unwrap()
    }

    /// Receives until the gateway closes the connection, and returns its code.
    pub async fn closed(&mut self) -> Option<u16> {
        let end = async {
            while let Some(Ok(message)) = self.0.next().await {
                if let Message::Close(frame) = message {
                    return frame.map(|frame| frame.code.into());
                }
            }
            None
        };
        timeout(LIMIT, end).await.unwrap()
    }

    /// Receives until there is a message with this transaction.
    pub async fn response(&mut self, transaction: &str) -> Value {
        loop {
            let message = self.receive().await;
            if message["transaction"] == transaction {
                return message;
            }
        }
    }

    pub async fn ask(&mut self, message: Value) -> Value {
        let transaction = message["transaction"].as_str().unwrap().to_owned();
        self.send(message).await;
        self.response(&transaction).await
    }

    pub async fn create(&mut self, token: &str) -> Value {
        self.ask(json!({ "janus": "create", "transaction": "1", "token": token })).await
    }

    pub async fn attach(&mut self, user: &str, plugin: &str) -> (u64, u64) {
        self.attach_with(&token(user), plugin).await
    }

    /// A session and a handle, with this token.
    pub async fn attach_with(&mut self, token: &str, plugin: &str) -> (u64, u64) {
        let created = self.create(token).await;
        let session = created["data"]["id"].as_u64().unwrap_or_else(|| panic!("{created}"));
        let attached = self
            .ask(json!({ "janus": "attach", "transaction": "2", "session_id": session, "plugin": plugin }))
            .await;
        (session, attached["data"]["id"].as_u64().unwrap_or_else(|| panic!("{attached}")))
    }
}
