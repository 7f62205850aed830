//! Connections for HTTP: hyper's over TCP, with TLS as a WebSocket has it.

use std::error::Error as StdError;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::Uri;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector as Tcp};
use hyper_util::rt::TokioIo;
use tower_service::Service;

use super::BoxFuture;
use super::stream::ByteStream;
use super::tls_client::TlsClient;

/// Opens the connections to one server.
#[derive(Clone)]
pub(super) struct HttpConnector {
    tcp: Tcp,
    tls: Option<TlsClient>,
}

impl HttpConnector {
    pub(super) fn new(tls: Option<TlsClient>) -> Self {
        let mut tcp = Tcp::new();
        tcp.enforce_http(false);
        // Requests are small, and each waits for its response.
        tcp.set_nodelay(true);
        Self { tcp, tls }
    }
}

impl Service<Uri> for HttpConnector {
    type Response = HttpStream;
    type Error = Box<dyn StdError + Send + Sync>;
    type Future = BoxFuture<Result<HttpStream, Self::Error>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.tcp.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let (opening, tls) = (self.tcp.call(uri), self.tls.clone());
        Box::pin(async move {
            let stream = opening.await?.into_inner();
            let stream: Box<dyn ByteStream> = match tls {
                Some(tls) => tls.connect(stream).await?,
                None => Box::new(stream),
            };
            Ok(HttpStream(TokioIo::new(stream)))
        })
    }
}

/// An open connection.
pub(super) struct HttpStream(TokioIo<Box<dyn ByteStream>>);

impl Connection for HttpStream {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

impl Read for HttpStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buffer)
    }
}

impl Write for HttpStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
