//! Where there are no Unix sockets.

use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::task::{Transport, TransportEvent};
use super::websocket_native::Bytestream;
use super::{TransportSink, Capabilities, Transmit};
use crate::config::{Address, Config};
use crate::engine::{TransportId, RequestId};
use crate::error::{Error, ErrorCode, Result};

/// Says that there are none.
pub(super) async fn connect(_: &str) -> io::Result<Box<dyn Bytestream>> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "this platform has no Unix sockets"))
}

/// No Unix socket.
#[derive(Debug)]
pub struct Unix;

impl Unix {
    /// A transport that opens nothing.
    #[must_use]
    pub fn new(_: Arc<Config>) -> Self {
        Self
    }
}

impl TransportSink for Unix {
    fn properties(&self) -> Capabilities {
        Capabilities {
            keeps_order: true,
            reports_close: true,
            loses_sessions: true,
            can_probe: false,
            claims: true,
            queues: false,
            max_message: None,
        }
    }

    fn open(&mut self, _: TransportId, _: &Address) -> Result<()> {
        Err(Error::new(ErrorCode::Unsupported, "this platform has no Unix sockets"))
    }

    fn close(&mut self, _: TransportId) {}

    fn send(&mut self, _: TransportId, _: RequestId, _: Transmit) -> Result<()> {
        Ok(())
    }

    fn probe(&mut self, _: TransportId) {}

    fn read(&mut self, _: TransportId, _: bool) {}
}

impl Transport for Unix {
    fn poll_event(&mut self, _: &mut Context<'_>) -> Poll<TransportEvent> {
        Poll::Pending
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}
