//! An echo test for each page, through a server with axum.
//!
//!     cd examples/express && cargo run --example axum_quickstart
//!
//! The folder has the page, and `bifrons/webrtc` in its `node_modules`.

use std::env;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Candidate, Connection, Event, Handle, Jsep};
use serde::{Deserialize, Serialize};
use tower_http::services::ServeDir;

/// The largest message of a page, in bytes: an offer has a few thousand.
const MAX_MESSAGE: usize = 64 << 10;

/// What a page may send.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum FromPage {
    Offer(Jsep),
    Candidate(Option<Candidate>),
}

/// What a page gets.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum ToPage {
    Answer(Jsep),
    Candidate(Candidate),
    Error(String),
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = env::var("JANUS_URL").unwrap_or("ws://127.0.0.1:8188".into());
    let mut connect = bifrons::connect(url);
    if let Ok(secret) = env::var("JANUS_SECRET") {
        connect = connect.api_secret(secret);
    }
    let janus = connect.await?;

    let app = Router::new()
        .route("/call", any(open))
        // The page imports `bifrons/webrtc` from here, without a bundler.
        .nest_service("/bifrons", ServeDir::new("node_modules/bifrons"))
        .fallback_service(ServeDir::new("page"))
        .with_state(janus.clone());
    let port = env::var("PORT").unwrap_or("3000".into());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("open http://{}/", listener.local_addr()?);
    tokio::select! {
        ended = axum::serve(listener, app) => ended?,
        stopped = tokio::signal::ctrl_c() => stopped?,
    }
    // The pages' calls end with it.
    janus.close().await;
    Ok(())
}

async fn open(State(janus): State<Connection>, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    if !is_own_page(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    upgrade.max_message_size(MAX_MESSAGE).on_upgrade(|page| async move {
        if let Err(error) = serve(page, &janus).await {
            eprintln!("a page's call failed: {error:#}");
        }
    })
}

/// Pages of other sites may open a WebSocket, too.
fn is_own_page(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(origin), Some(host)) = (text(header::ORIGIN), text(header::HOST)) else { return false };
    origin.split_once("://").is_some_and(|(_, own)| own == host)
}

/// A session for each page: it is destroyed with its last handle, at the end of this function.
async fn serve(mut page: WebSocket, janus: &Connection) -> bifrons::Result<()> {
    let echo: Handle<EchoTest> = janus.create().await?.attach().await?;
    let mut events = echo.events();
    loop {
        let reply = tokio::select! {
            message = page.recv() => match message {
                Some(Ok(Message::Text(text))) => carry_out(&echo, &text).await,
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Ok(()),
                Some(Ok(_)) => None,
            },
            event = events.next() => match event {
                Some(Event::Trickle(candidate)) => Some(ToPage::Candidate(candidate)),
                Some(Event::Hangup { .. } | Event::Ended(_)) | None => return Ok(()),
                Some(_) => None,
            },
        };
        let Some(reply) = reply else { continue };
        let Ok(text) = serde_json::to_string(&reply) else { return Ok(()) };
        if page.send(Message::text(text)).await.is_err() {
            return Ok(());
        }
    }
}

/// A page learns the code of an error; the text may name servers.
async fn carry_out(echo: &Handle<EchoTest>, text: &str) -> Option<ToPage> {
    let result = match serde_json::from_str(text) {
        Ok(FromPage::Offer(offer)) => {
            let start = Start::default().audio(true).video(true).jsep(offer);
            echo.start(start).await.map(|started| started.jsep.map(ToPage::Answer))
        }
        // Null is end-of-candidates.
        Ok(FromPage::Candidate(candidate)) => {
            echo.trickle(candidate.unwrap_or(Candidate::COMPLETED)).await.map(|()| None)
        }
        Err(_) => return Some(ToPage::Error("bad_message".into())),
    };
    result.unwrap_or_else(|error| Some(ToPage::Error(error.code().to_string())))
}
