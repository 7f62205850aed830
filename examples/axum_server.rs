//! The server of the demo's echo test in Rust: it serves the page of `examples/echotest`, and speaks to Janus for it.
//!
//!     npm ci --prefix examples
//!     cargo run --example axum_server -- config.json
//!
//! Its protocol and its configuration are those of the Node server in `examples/echotest/server`, whose README
//! explains them.

#[path = "support/admission.rs"]
mod admission;
#[path = "support/echo_page.rs"]
mod echo_page;
#[path = "support/janus_link.rs"]
mod janus_link;
#[path = "support/limited.rs"]
mod limited;
#[path = "support/own_origin.rs"]
mod own_origin;
#[path = "support/page_files.rs"]
mod page_files;
#[path = "support/page_request.rs"]
mod page_request;
#[path = "support/server_config.rs"]
mod server_config;

use std::error::Error;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use std::{env, io};

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Extension, Router};
use axum_server::accept::DefaultAcceptor;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};

use admission::{Admission, Place};
use limited::Limited;
use server_config::{Config, Web};

/// The largest message of a page, in bytes: an offer has a few thousand.
const MAX_MESSAGE: usize = 64 << 10;
/// A client whose request is slower than this is disconnected.
const REQUEST: Duration = Duration::from_secs(10);

#[derive(Clone)]
struct Server {
    janus: janus_link::Source,
    admission: Admission,
    files: Arc<page_files::Files>,
    web: Arc<Web>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let path = env::args().nth(1).unwrap_or("config.json".into());
    match run(Path::new(&path)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(path: &Path) -> Result<(), Box<dyn Error>> {
    let Config { janus, web } = Config::read(path)?;
    let listener = TcpListener::bind((&*web.bind, web.port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let server = Server {
        janus: janus_link::Source::new(janus),
        admission: Admission::default(),
        files: Arc::new(page_files::read()?),
        web: Arc::new(web),
    };
    let tls = match server.web.tls() {
        Some((cert, key)) => Some(RustlsConfig::from_pem_file(cert, key).await?),
        None => None,
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    println!("echotest: open {scheme}://{address}/");
    tokio::select! {
        ended = serve(listener, tls, &server) => ended?,
        () = stopped() => {}
    }
    server.janus.close().await;
    Ok(())
}

/// `axum::serve` has neither TLS nor limits of its connections.
async fn serve(listener: TcpListener, tls: Option<RustlsConfig>, server: &Server) -> io::Result<()> {
    let app = Router::new()
        .route("/socket", any(admit))
        .fallback(get(file))
        .with_state(server.clone())
        .into_make_service_with_connect_info::<SocketAddr>();
    let accepting = axum_server::from_tcp(listener)?.first_request_timeout(REQUEST);
    match tls {
        None => accepting.acceptor(server.limited(DefaultAcceptor)).serve(app).await,
        Some(tls) => accepting.acceptor(server.limited(RustlsAcceptor::new(tls))).serve(app).await,
    }
}

impl Server {
    fn limited<A>(&self, inner: A) -> Limited<A> {
        Limited { admission: self.admission.clone(), behind_proxy: self.web.behind_proxy, inner }
    }
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
    let headers = page_files::headers(&server.web);
    match server.files.get(uri.path()) {
        Some(file) => (headers, [(header::CONTENT_TYPE, file.kind)], file.body.clone()).into_response(),
        None => (StatusCode::NOT_FOUND, headers).into_response(),
    }
}

/// Decides which pages may come before anything is requested of Janus.
async fn admit(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Extension(connection): Extension<Arc<Place>>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    if !own_origin::is_own_page(&server.web, &headers) {
        return refuse(StatusCode::FORBIDDEN);
    }
    let Ok(upgrade) = upgrade else { return refuse(StatusCode::BAD_REQUEST) };
    match server.admission.accept_page(own_origin::address_of(&server.web, &headers, peer.ip())) {
        Err(status) => refuse(status),
        Ok(place) => upgrade.max_message_size(MAX_MESSAGE).on_upgrade(move |socket| async move {
            echo_page::EchoPage::new(socket, server.janus.for_page()).run().await;
            drop((place, connection));
        }),
    }
}

/// The connection ends with it: a client that stays would keep it.
fn refuse(status: StatusCode) -> Response {
    (status, [(header::CONNECTION, "close")]).into_response()
}
