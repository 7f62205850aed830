//! An application that is asked by HTTP, with injected faults.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http_body_util::BodyExt;
use ring::hmac;
use serde_json::Value;
use tokio::net::TcpListener;

pub const POLICY_SECRET: &str = "the secret of the policy";

/// How the application responds.
#[derive(Clone)]
pub enum Decides {
    With(Value),
    /// With this text.
    Text(String),
    Status(u16, Value),
    /// Leads on to `/elsewhere` of the same host, which allows all.
    Redirect,
    /// Begins to respond, and breaks off.
    Partly,
    Never,
}

#[derive(Clone)]
struct Shared {
    decides: Arc<Mutex<Decides>>,
    /// The cases that it was asked about.
    asked: Arc<Mutex<Vec<Value>>>,
}

pub struct Decider {
    pub url: String,
    shared: Shared,
}

impl Decider {
    pub async fn start(decides: Decides) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/policy", listener.local_addr().unwrap());
        let shared = Shared { decides: Arc::new(Mutex::new(decides)), asked: Arc::default() };
        let router = Router::new().fallback(decide).with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, shared }
    }

    pub fn change(&self, decides: Decides) {
        *self.shared.decides.lock().unwrap() = decides;
    }

    /// The cases that it was asked about since the last call.
    pub fn asked(&self) -> Vec<Value> {
        std::mem::take(&mut *self.shared.asked.lock().unwrap())
    }
}

async fn decide(State(shared): State<Shared>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    if head.uri.path() == "/elsewhere" {
        return "{\"verdict\":\"allow\"}".into_response();
    }
    let text = |name: &str| head.headers[name].to_str().unwrap().to_owned();
    let key = hmac::Key::new(hmac::HMAC_SHA256, POLICY_SECRET.as_bytes());
    let signed = [text("bifrons-timestamp").as_bytes(), b".", &body].concat();
    let signature = data_encoding::HEXLOWER.decode(text("bifrons-signature").as_bytes()).unwrap();
    hmac::verify(&key, &signed, &signature).unwrap();
    shared.asked.lock().unwrap().push(serde_json::from_slice(&body).unwrap());
    let decides = shared.decides.lock().unwrap().clone();
    match decides {
        Decides::With(verdict) => verdict.to_string().into_response(),
        Decides::Text(text) => text.into_response(),
        Decides::Status(status, verdict) => {
            (StatusCode::from_u16(status).unwrap(), verdict.to_string()).into_response()
        }
        Decides::Redirect => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/elsewhere")]).into_response()
        }
        Decides::Partly => {
            let parts = [Ok("{\"verdict\":"), Err(std::io::Error::other("broken off"))];
            Body::from_stream(stream::iter(parts)).into_response()
        }
        Decides::Never => std::future::pending().await,
    }
}
