//! Accepts connections, within limits.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use bifrons::{Error, ErrorCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutWriter;
use tokio_rustls::TlsAcceptor;

use super::certificates::Certificates;
use crate::listening::Listen;
use crate::listening::connections::{Connection, Connections};

/// The most bytes of a request's headers: a token of 8 KB has its place.
const MOST_HEADER_BYTES: usize = 32 << 10;
const MOST_HEADERS: usize = 100;

/// The pause after an error such as too many open files.
const PAUSE: Duration = Duration::from_millis(100);

/// Accepts connections until it is dropped or stopped.
#[derive(Debug)]
pub struct Listener {
    address: SocketAddr,
    certificates: Option<Arc<Certificates>>,
    connections: Arc<Connections>,
    stopped: watch::Sender<()>,
}

/// What each connection needs.
struct Shared {
    listen: Listen,
    acceptor: Option<TlsAcceptor>,
    router: Router,
}

impl Listener {
    /// Listens, and serves these routes.
    ///
    /// # Errors
    /// The address can't be used, or the certificate.
    pub async fn start(listen: &Listen, router: Router) -> bifrons::Result<Self> {
        let certificates = listen.tls.as_ref().map(Certificates::read).transpose()?;
        let acceptor = certificates.as_ref().map(Certificates::acceptor).transpose()?;
        let cant_listen = |error| {
            Error::new(ErrorCode::InvalidConfig, format!("can't listen at {}: {error}", listen.address))
        };
        let tcp = TcpListener::bind(listen.address).await.map_err(cant_listen)?;
        let address = tcp.local_addr().map_err(cant_listen)?;
        let connections = Arc::new(Connections::default());
        let (stopped, is_stopped) = watch::channel(());
        let shared = Shared { listen: listen.clone(), acceptor, router };
        tokio::spawn(accept(tcp, Arc::new(shared), connections.clone(), is_stopped));
        Ok(Self { address, certificates, connections, stopped })
    }

    /// The address and port.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The connections that are open, and the number of those that were refused because of the limits.
    #[must_use]
    pub fn connections(&self) -> (usize, u64) {
        self.connections.numbers()
    }

    pub(super) const fn shared_connections(&self) -> &Arc<Connections> {
        &self.connections
    }

    /// Reads the certificate and its key again, for new connections.
    ///
    /// # Errors
    /// The files can't be used; the certificate stays what it was.
    pub fn reload_certificates(&self) -> bifrons::Result<()> {
        self.certificates.as_ref().map_or(Ok(()), |certificates| certificates.reload())
    }

    /// Accepts no more connections. HTTP connections end with the response to their request; WebSockets go on.
    pub fn stop(&self) {
        self.stopped.send_replace(());
    }
}

async fn accept(
    tcp: TcpListener,
    shared: Arc<Shared>,
    connections: Arc<Connections>,
    mut stopped: watch::Receiver<()>,
) {
    let of_connections = stopped.clone();
    loop {
        let accepted = tokio::select! {
            accepted = tcp.accept() => accepted,
            _ = stopped.changed() => return,
        };
        match accepted {
            Ok((stream, peer)) => {
                if let Some(connection) = connections.open(peer.ip(), &shared.listen) {
                    tokio::spawn(serve(stream, peer, connection, shared.clone(), of_connections.clone()));
                } else {
                    tracing::debug!(%peer, "a connection is refused: there are as many as there may be");
                }
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                sleep(PAUSE).await;
            }
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    connection: Connection,
    shared: Arc<Shared>,
    stopped: watch::Receiver<()>,
) {
    // Without it a response may wait for the acknowledgement of the one before; it works in either case.
    let _ = stream.set_nodelay(true);
    let Some(acceptor) = &shared.acceptor else {
        return serve_http(stream, peer, connection, &shared, stopped).await;
    };
    match timeout(shared.listen.handshake_timeout, acceptor.accept(stream)).await {
        Ok(Ok(stream)) => serve_http(stream, peer, connection, &shared, stopped).await,
        Ok(Err(error)) => tracing::debug!(%error, "a TLS handshake failed"),
        Err(_) => tracing::debug!("a TLS handshake took too long"),
    }
}

async fn serve_http<S: AsyncRead + AsyncWrite + Send + Unpin + 'static>(
    stream: S,
    peer: SocketAddr,
    connection: Connection,
    shared: &Shared,
    mut stopped: watch::Receiver<()>,
) {
    let router = TowerToHyperService::new(shared.router.clone());
    // A WebSocket outlives the HTTP connection, and goes on counting.
    let connection = Arc::new(connection);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(connection.clone());
        router.call(request)
    });
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(shared.listen.header_timeout)
        .max_headers(MOST_HEADERS)
        .max_buf_size(MOST_HEADER_BYTES);
    // One that reads no response would otherwise hold the connection without a limit.
    let mut stream = TimeoutWriter::new(stream);
    stream.set_timeout(Some(shared.listen.write_timeout));
    let stream = TokioIo::new(Box::pin(stream));
    let mut http = pin!(builder.serve_connection(stream, service).with_upgrades());
    let served = tokio::select! {
        served = http.as_mut() => served,
        _ = stopped.changed() => {
            http.as_mut().graceful_shutdown();
            http.await
        }
    };
    if let Err(error) = served {
        tracing::debug!(%error, "an HTTP connection ended");
    }
}
