//! A signalling server: pages speak JSON over a WebSocket, and only the server speaks to Janus.
//!
//!     PAGE_TOKEN=… cargo run --example signalling_server -- ws://127.0.0.1:8188 [API SECRET]
//!
//! A page opens `/ws?token=…`, sends `{"type":"start","jsep":…}` with its offer and then its candidates, and
//! gets `{"type":"answer","jsep":…}` and what happens to its PeerConnection.

use std::sync::Arc;
use std::{env, error::Error};

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::any};
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Candidate, Connection, Event, Handle, Jsep, Secret};
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The most pages at a time; one more gets 503.
const MAX_PAGES: usize = 1_000;
/// The largest message of a page, in bytes: an offer has a few thousand.
const MAX_MESSAGE: usize = 64 << 10;

#[derive(Clone)]
struct Server {
    janus: Connection,
    token: Secret,
    pages: Arc<Semaphore>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum FromPage {
    Start { jsep: Jsep },
    Candidate { candidate: Candidate },
    Candidates { candidates: Vec<Candidate> },
    Hangup,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum ToPage {
    Answer { jsep: Option<Jsep> },
    Up,
    Hangup { reason: String },
    Failed { code: String, retryable: bool },
}

impl From<bifrons::Error> for ToPage {
    /// A page learns no more than it needs: the text may name servers.
    fn from(error: bifrons::Error) -> Self {
        eprintln!("a page's request failed: {error:#}");
        Self::Failed { code: error.code().to_string(), retryable: error.is_retryable() }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let mut connect = bifrons::connect(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    let janus = connect.await?;
    let token = Secret::from(env::var("PAGE_TOKEN").map_err(|_| "PAGE_TOKEN is not set")?);
    let server = Server { janus: janus.clone(), token, pages: Arc::new(Semaphore::new(MAX_PAGES)) };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("listening on ws://{}/ws", listener.local_addr()?);
    let app = Router::new().route("/ws", any(admit)).with_state(server);
    axum::serve(listener, app).with_graceful_shutdown(stopped()).await?;
    // Destroys the sessions that are left.
    janus.close().await;
    Ok(())
}

async fn stopped() {
    let _ = tokio::signal::ctrl_c().await;
}

#[derive(Deserialize)]
struct Admission {
    token: Secret,
}

/// Decides who may come before anything is asked of Janus.
async fn admit(
    State(server): State<Server>,
    Query(admission): Query<Admission>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if admission.token != server.token {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(place) = server.pages.try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    upgrade.max_message_size(MAX_MESSAGE).on_upgrade(move |page| serve(page, server.janus, place))
}

/// A session for each page: when it is dropped, all that the page had in Janus goes with it.
async fn serve(mut page: WebSocket, janus: Connection, _place: OwnedSemaphorePermit) {
    let echo = match attach(&janus).await {
        Ok(echo) => echo,
        Err(error) => return drop(send(&mut page, error.into()).await),
    };
    let mut events = echo.events();
    loop {
        let message = tokio::select! {
            message = page.recv() => match message {
                Some(Ok(Message::Text(text))) => handle(&echo, &text).await,
                Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                Some(Ok(_)) => continue,
            },
            event = events.next() => match event {
                Some(Event::WebrtcUp) => Some(ToPage::Up),
                Some(Event::Hangup { reason }) => Some(ToPage::Hangup { reason: reason.to_string() }),
                // The page opens another WebSocket.
                Some(Event::Ended(_)) | None => return,
                Some(_) => continue,
            },
        };
        if let Some(message) = message {
            if send(&mut page, message).await.is_err() {
                return;
            }
        }
    }
}

async fn attach(janus: &Connection) -> bifrons::Result<Handle<EchoTest>> {
    janus.create().await?.attach().await
}

async fn handle(echo: &Handle<EchoTest>, text: &str) -> Option<ToPage> {
    let Ok(message) = serde_json::from_str(text) else {
        return Some(ToPage::Failed { code: "bad_message".to_owned(), retryable: false });
    };
    let done = match message {
        FromPage::Start { jsep } => {
            let start = Start::default().audio(true).video(true).jsep(jsep);
            return Some(match echo.start(start).await {
                Ok(started) => ToPage::Answer { jsep: started.jsep },
                Err(error) => error.into(),
            });
        }
        FromPage::Candidate { candidate } => echo.trickle(candidate).await,
        FromPage::Candidates { candidates } => echo.trickle_all(candidates).await,
        FromPage::Hangup => echo.hangup().await,
    };
    done.err().map(ToPage::from)
}

async fn send(page: &mut WebSocket, message: ToPage) -> Result<(), axum::Error> {
    let text = serde_json::to_string(&message).map_err(axum::Error::new)?;
    page.send(Message::text(text)).await
}
