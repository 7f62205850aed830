//! The transports that are polled, and what they report.

use std::task::{Context, Poll};

use super::Text;
use crate::engine::{RequestId, TransportId};
use crate::error::Error;
use crate::id::SessionId;
use crate::transport::TransportSink;
use crate::wire::Malformed;

/// What happened on a transport connection.
#[derive(Debug)]
#[non_exhaustive]
pub enum TransportEvent {
    /// The transport connection is open.
    Opened(TransportId),
    /// The transport connection is closed, or could not be opened.
    Closed(TransportId, Error),
    /// A message was received.
    Message(TransportId, Text),
    /// A request was put on the transport connection that a transport with a queue had held back.
    Sent(TransportId, RequestId),
    /// The response to this request was received, whatever its transaction is.
    Response(TransportId, RequestId, Text),
    /// Data was received that is not a message.
    Malformed(TransportId, Malformed),
    /// The other end gave a sign of life.
    Alive(TransportId),
    /// One request was lost after it had been sent; the transport connection goes on.
    Failed(RequestId, Error),
    /// One request could not be sent; the transport connection goes on.
    Refused(RequestId, Error),
    /// The events of a session can no longer be polled; the transport connection stays open.
    SessionGone(TransportId, SessionId, Error),
}

/// A transport that is polled.
///
/// It need not be `Send`, unless the runtime that polls it asks for that.
pub trait Transport: TransportSink {
    /// The next event.
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent>;

    /// Puts what was sent on the transport connection; ready once it takes more.
    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<()>;
}
