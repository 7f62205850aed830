//! A server of an issuer's keys, with injected faults.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// What the server does with a request for the keys.
#[derive(Clone)]
pub enum Responds {
    /// Responds with this text.
    With(String),
    /// Never responds.
    Never,
    /// Responds, and leads on, to `/inside` of the same host.
    Redirect,
    /// Responds with this status.
    Status(StatusCode),
    /// Responds with this many bytes.
    Bytes(usize),
    /// Closes the connection within the response.
    Partly,
}

struct Shared {
    responds: Mutex<Responds>,
    requested: Notify,
    requests: AtomicUsize,
    inside: AtomicUsize,
}

/// The server.
pub struct KeysAt {
    pub url: String,
    shared: Arc<Shared>,
}

impl KeysAt {
    pub async fn start(responds: Responds) -> Self {
        let shared = Arc::new(Shared {
            responds: Mutex::new(responds),
            requested: Notify::new(),
            requests: AtomicUsize::new(0),
            inside: AtomicUsize::new(0),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/keys", listener.local_addr().unwrap());
        let routes = Router::new().route("/keys", get(keys)).route("/inside", get(inside));
        let router = routes.with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, shared }
    }

    pub fn change(&self, responds: Responds) {
        *self.shared.responds.lock().unwrap() = responds;
    }

    /// Waits for a request for the keys.
    pub async fn requested(&self) {
        self.shared.requested.notified().await;
    }

    /// How often the keys were requested, and what is inside.
    pub fn requests(&self) -> (usize, usize) {
        (self.shared.requests.load(Ordering::SeqCst), self.shared.inside.load(Ordering::SeqCst))
    }
}

async fn inside(State(shared): State<Arc<Shared>>) -> &'static str {
    shared.inside.fetch_add(1, Ordering::SeqCst);
    "{\"keys\":[]}"
}

async fn keys(State(shared): State<Arc<Shared>>) -> Response {
    let responds = shared.responds.lock().unwrap().clone();
    shared.requests.fetch_add(1, Ordering::SeqCst);
    shared.requested.notify_one();
    match responds {
        Responds::With(text) => text.into_response(),
        Responds::Never => std::future::pending().await,
        Responds::Redirect => (StatusCode::FOUND, [(header::LOCATION, "/inside")]).into_response(),
        Responds::Status(status) => status.into_response(),
        Responds::Bytes(count) => " ".repeat(count).into_response(),
        Responds::Partly => {
            let parts = [Ok("{\"keys\":["), Err(std::io::Error::other("the end"))];
            Body::from_stream(futures_util::stream::iter(parts)).into_response()
        }
    }
}
