//! Opens the byte streams of WebSockets: tokio's, or the application's.

use std::io;

use tokio::net::TcpStream;

use super::stream::ByteStream;
use super::tls::Tls;
use super::tls_client::TlsClient;
use super::url::ServerUrl;
use super::{BoxFuture, unix};
use crate::error::Result;

/// A stream that is being opened.
pub(super) type Opening = BoxFuture<io::Result<Box<dyn ByteStream>>>;

/// The server at the other end of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[cfg_attr(not(feature = "futures-io"), allow(unreachable_pub, reason = "public with `WebSocket::over`"))]
pub struct Endpoint {
    /// The host's name, or its address, an IPv6 one without brackets.
    pub host: String,
    /// The port: that of the URL, or 80 for `ws://` and 443 for `wss://`.
    pub port: u16,
    /// Whether the stream must be encrypted (`wss://`).
    pub tls: bool,
}

impl Endpoint {
    pub(super) fn of(scheme: &str, server: &ServerUrl<'_>) -> Self {
        let tls = scheme == "wss";
        let port = server.port.unwrap_or(if tls { 443 } else { 80 });
        Self { host: server.host.trim_matches(['[', ']']).to_owned(), port, tls }
    }
}

/// Opens streams.
pub(super) enum Streams {
    /// Tokio's, encrypted by rustls.
    Tokio(Tls),
    /// The application's.
    #[cfg(feature = "futures-io")]
    Own(Box<dyn Fn(Endpoint) -> Opening + Send>),
}

impl Streams {
    #[cfg(feature = "futures-io")]
    pub(super) fn own<S, F>(open: impl Fn(Endpoint) -> F + Send + 'static) -> Self
    where
        S: futures_io::AsyncRead + futures_io::AsyncWrite + Send + Unpin + 'static,
        F: Future<Output = io::Result<S>> + Send + 'static,
    {
        use tokio_util::compat::FuturesAsyncReadCompatExt;

        Self::Own(Box::new(move |endpoint| {
            let opening = open(endpoint);
            Box::pin(async move { Ok(Box::new(opening.await?.compat()) as Box<dyn ByteStream>) })
        }))
    }

    /// Begins to open a stream to a server.
    ///
    /// # Errors
    /// Authorities that can't be used, a build without TLS.
    pub(super) fn open(&self, endpoint: Endpoint) -> Result<Opening> {
        let tls = match self {
            Self::Tokio(tls) => endpoint.tls.then(|| TlsClient::new(tls, &endpoint.host)).transpose()?,
            #[cfg(feature = "futures-io")]
            Self::Own(open) => return Ok(open(endpoint)),
        };
        Ok(Box::pin(connect(endpoint, tls)))
    }

    /// Begins to open a stream to a Unix socket.
    ///
    /// # Errors
    /// A build or a platform without them; streams of the application.
    pub(super) fn open_unix(&self, path: String) -> Result<Opening> {
        match self {
            Self::Tokio(_) => {
                unix::check_supported()?;
                Ok(Box::pin(async move { unix::connect(&path).await }))
            }
            #[cfg(feature = "futures-io")]
            Self::Own(_) => Err(crate::error::Error::new(
                crate::error::ErrorCode::Unsupported,
                "WebSocket::over() opens ws:// and wss:// only",
            )),
        }
    }
}

async fn connect(endpoint: Endpoint, tls: Option<TlsClient>) -> io::Result<Box<dyn ByteStream>> {
    let stream = TcpStream::connect((endpoint.host, endpoint.port)).await?;
    // Requests are small, and each waits for its response.
    stream.set_nodelay(true)?;
    match tls {
        Some(tls) => tls.connect(stream).await,
        None => Ok(Box::new(stream)),
    }
}
