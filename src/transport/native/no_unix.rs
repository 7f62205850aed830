//! A platform, or a build, without Unix sockets.

use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::stream::ByteStream;
use super::{Transport, TransportEvent};
use crate::config::{Address, Config};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::transport::{Capabilities, Transmit, TransportSink};

fn missing() -> &'static str {
    match cfg!(unix) {
        true => "this build has no Unix sockets; enable the feature unix of bifrons",
        false => "this platform has no Unix sockets",
    }
}

fn unsupported() -> Error {
    Error::new(ErrorCode::Unsupported, missing())
}

/// Fails: there are no Unix sockets.
pub(super) fn check_supported() -> Result<()> {
    Err(unsupported())
}

/// Fails: there are no Unix sockets.
pub(super) async fn connect(_: &str) -> io::Result<Box<dyn ByteStream>> {
    Err(io::Error::new(io::ErrorKind::Unsupported, missing()))
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
    fn capabilities(&self) -> Capabilities {
        Capabilities { can_probe: false, claims: true, queues: false }
    }

    fn open(&mut self, _: TransportId, _: &Address) -> Result<()> {
        Err(unsupported())
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
