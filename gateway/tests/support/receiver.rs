//! A receiver of webhooks, with injected faults.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use ring::hmac;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::LIMIT;

pub const WEBHOOK_SECRET: &str = "the secret of the webhook";

/// What the receiver does with a report.
#[derive(Clone, Copy)]
pub enum Does {
    Refuse(u16),
    /// Leads on to `/elsewhere` of the same host.
    Redirect,
    /// Never responds.
    Hang,
}

#[derive(Clone)]
struct Shared {
    faults: Arc<Mutex<VecDeque<Does>>>,
    received: mpsc::UnboundedSender<(String, Value)>,
}

/// The receiver. It takes each report for which no fault is left. Its port is free when it ends.
pub struct Receiver {
    pub url: String,
    server: JoinHandle<()>,
    faults: Arc<Mutex<VecDeque<Does>>>,
    received: mpsc::UnboundedReceiver<(String, Value)>,
}

impl Receiver {
    pub async fn start(faults: impl IntoIterator<Item = Does>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::listen(listener, faults)
    }

    /// The same on this socket.
    pub fn listen(listener: TcpListener, faults: impl IntoIterator<Item = Does>) -> Self {
        let url = format!("http://{}/events", listener.local_addr().unwrap());
        let (sender, received) = mpsc::unbounded_channel();
        let faults = Arc::new(Mutex::new(faults.into_iter().collect()));
        let shared = Shared { faults: faults.clone(), received: sender };
        let router = Router::new().fallback(receive).with_state(shared);
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, server, faults, received }
    }

    /// The next attempt: its path and its report. The signature is checked.
    pub async fn attempt(&mut self) -> (String, Value) {
        timeout(LIMIT, self.received.recv()).await.unwrap().unwrap()
    }

    /// The next report that is taken.
    pub async fn report(&mut self) -> Value {
        while !self.faults.lock().unwrap().is_empty() {
            self.attempt().await;
        }
        self.attempt().await.1
    }

    /// The next reports: the event, the subject and the sequence number of each.
    pub async fn reports(&mut self, count: usize) -> Vec<(String, Value, Option<u64>)> {
        let mut reports = Vec::new();
        for _ in 0..count {
            let report = self.report().await;
            let event = report["event"].as_str().unwrap().to_owned();
            reports.push((event, report["subject"].clone(), report["sequence"].as_u64()));
        }
        reports
    }

    pub fn is_quiet(&mut self) -> bool {
        self.received.try_recv().is_err()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn receive(State(shared): State<Shared>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let text = |name: &str| head.headers[name].to_str().unwrap().to_owned();
    let key = hmac::Key::new(hmac::HMAC_SHA256, WEBHOOK_SECRET.as_bytes());
    let signed = [text("bifrons-timestamp").as_bytes(), b".", &body].concat();
    let signature = data_encoding::HEXLOWER.decode(text("bifrons-signature").as_bytes()).unwrap();
    hmac::verify(&key, &signed, &signature).unwrap();
    let fault = shared.faults.lock().unwrap().pop_front();
    let report = serde_json::from_slice(&body).unwrap();
    let _ = shared.received.send((head.uri.path().to_owned(), report));
    match fault {
        None => StatusCode::NO_CONTENT.into_response(),
        Some(Does::Refuse(status)) => StatusCode::from_u16(status).unwrap().into_response(),
        Some(Does::Redirect) => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/elsewhere")]).into_response()
        }
        Some(Does::Hang) => std::future::pending().await,
    }
}
