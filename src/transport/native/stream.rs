//! Byte streams.

use tokio::io::{AsyncRead, AsyncWrite};

/// A byte stream that carries a WebSocket: over TCP or a Unix socket.
pub(super) trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for T {}
