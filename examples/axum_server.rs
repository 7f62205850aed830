//! The server of the demo's echo test in Rust: it serves the page of `examples/echotest`, and speaks to Janus for it.
//!
//!     npm ci --prefix examples
//!     cargo run --example axum_server -- ws://127.0.0.1:8188 [API SECRET]
//!
//! Its protocol is that of the Node server in `examples/echotest/server`, so that the page is the same.

#[path = "support/echo_page.rs"]
mod echo_page;
#[path = "support/page_files.rs"]
mod page_files;

use std::error::Error;
use std::net::IpAddr;
use std::sync::Arc;
use std::{env, io};

use axum::Router;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use bifrons::{Connection, Recovery, Retry};
use tokio::sync::Semaphore;

/// The most pages at a time; one more gets 503.
const MAX_PAGES: usize = 100;
/// The largest message of a page, in bytes: an offer has a few thousand.
const MAX_MESSAGE: usize = 64 << 10;

#[derive(Clone)]
struct Server {
    janus: Connection,
    version: Arc<str>,
    pages: Arc<Semaphore>,
    files: Arc<page_files::Files>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let url = args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned());
    // A server keeps trying: its pages are informed, and their media continue.
    let mut connect = bifrons::connect(url)
        .retry(Retry { max_retries: u32::MAX, within: None, ..Retry::default() })
        .recovery(Recovery { within: None, ..Recovery::default() });
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    let janus = connect.await?;
    let server = Server {
        version: janus.info().await?.version_string.into(),
        janus: janus.clone(),
        pages: Arc::new(Semaphore::new(MAX_PAGES)),
        files: Arc::new(page_files::read()?),
    };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("echotest: open http://{}/", listener.local_addr()?);
    let app = Router::new().route("/socket", any(admit)).fallback(get(file)).with_state(server);
    axum::serve(listener, app).with_graceful_shutdown(stopped()).await?;
    // Destroys the sessions that are left.
    janus.close().await;
    Ok(())
}

#[cfg(unix)]
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminated: io::Result<_> = signal(SignalKind::terminate());
    let Ok(mut terminated) = terminated else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated.recv() => {}
    }
}

#[cfg(not(unix))]
async fn stopped() {
    let stopped: io::Result<()> = tokio::signal::ctrl_c().await;
    drop(stopped);
}

/// A file of the page; no path of a request reaches the disk.
async fn file(State(server): State<Server>, uri: Uri) -> Response {
    match server.files.get(uri.path()) {
        Some(file) => {
            (page_files::HEADERS, [(header::CONTENT_TYPE, file.kind)], file.body.clone()).into_response()
        }
        None => (StatusCode::NOT_FOUND, page_files::HEADERS).into_response(),
    }
}

/// Decides which pages may come before anything is requested of Janus.
async fn admit(State(server): State<Server>, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    if !is_own_page(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(place) = server.pages.try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    upgrade.max_message_size(MAX_MESSAGE).on_upgrade(move |socket| async move {
        echo_page::EchoPage::new(socket, server.janus, server.version).run().await;
        drop(place);
    })
}

/// Whether a page of this server asks: a browser lets any site open a WebSocket to any server. The owner of any name can
/// point it to this server (DNS rebinding), so the host must be an address or `localhost`.
fn is_own_page(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(origin), Some(host)) = (text(header::ORIGIN), text(header::HOST)) else { return false };
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    origin == format!("http://{host}") && (name == "localhost" || name.parse::<IpAddr>().is_ok())
}
