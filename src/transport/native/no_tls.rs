//! A build without TLS.

use std::io;

use tokio::net::TcpStream;

use super::stream::ByteStream;
use super::tls::Tls;
use crate::error::{Error, ErrorCode, Result};

/// There is none: creating one fails.
#[derive(Clone)]
pub(super) enum TlsClient {}

impl TlsClient {
    pub(super) fn new(_: &Tls, _: &str) -> Result<Self> {
        let text = "this build has no TLS for wss:// and https://; enable the feature tls of bifrons";
        Err(Error::new(ErrorCode::Unsupported, text))
    }

    #[allow(clippy::unused_async, reason = "with TLS it waits for the handshake")]
    pub(super) async fn connect(self, _: TcpStream) -> io::Result<Box<dyn ByteStream>> {
        match self {}
    }
}
