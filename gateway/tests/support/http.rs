//! A page that speaks the Janus API over HTTP.

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::{HeaderMap, Method, Request};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::LIMIT;

/// A response.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{self:?}"))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A client of one server, which sends this token in the query.
#[derive(Clone)]
pub struct HttpPage {
    client: Client<HttpConnector, Full<Bytes>>,
    /// Up to `/janus`.
    base: String,
    pub token: Option<String>,
}

impl HttpPage {
    pub fn new(base: &str, token: Option<String>) -> Self {
        Self { client: Client::builder(TokioExecutor::new()).build_http(), base: base.to_owned(), token }
    }

    /// Sends a request to this path below `/janus`.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Reply {
        self.try_send(method, path, headers, body)
            .await
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// The same; the server may be gone.
    pub async fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Result<Reply, Error> {
        let query = self.token.as_ref().map(|token| format!("token={token}")).unwrap_or_default();
        let mark = if path.contains('?') { "&" } else { "?" };
        let uri = format!("{}{path}{mark}{query}", self.base);
        let mut request = Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap()).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(body.into())).unwrap();
        let response = timeout(LIMIT, self.client.request(request)).await.unwrap()?;
        let (head, body) = response.into_parts();
        let text = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        Ok(Reply { status: head.status.as_u16(), headers: head.headers, text })
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], "").await
    }

    pub async fn post(&self, path: &str, message: Value) -> Value {
        let reply = self.send("POST", path, &[], message.to_string()).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }

    /// The events of a poll.
    pub async fn poll(&self, session: u64) -> Vec<Value> {
        let reply = self.get(&format!("/{session}?rid=1&maxev=10")).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        serde_json::from_value(reply.json()).unwrap()
    }

    /// Four polls that wait; a fifth would end the first.
    pub async fn waiting_polls(&self, session: u64) -> Vec<JoinHandle<Vec<Value>>> {
        let poll = || {
            let page = self.clone();
            tokio::spawn(async move { page.poll(session).await })
        };
        let polls: Vec<_> = (0..5).map(|_| poll()).collect();
        let (first, _, waiting) = futures::future::select_all(polls).await;
        assert_eq!(first.unwrap(), [json!({ "janus": "keepalive" })]);
        waiting
    }

    pub async fn create(&self) -> u64 {
        let created = self.post("", json!({ "janus": "create", "transaction": "c" })).await;
        created["data"]["id"].as_u64().unwrap_or_else(|| panic!("{created}"))
    }

    /// A session, and a handle.
    pub async fn attach(&self, plugin: &str) -> (u64, u64) {
        let session = self.create().await;
        let attach = json!({ "janus": "attach", "transaction": "a", "plugin": plugin });
        let attached = self.post(&format!("/{session}"), attach).await;
        (session, attached["data"]["id"].as_u64().unwrap_or_else(|| panic!("{attached}")))
    }

    /// Sends a message that has an event as its response.
    pub async fn message(&self, (session, handle): (u64, u64), transaction: &str) {
        let message = json!({ "janus": "message", "transaction": transaction, "body": { "audio": true } });
        let ack = self.post(&format!("/{session}/{handle}"), message).await;
        assert_eq!(ack["janus"], "ack");
    }
}
