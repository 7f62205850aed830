//! The sending half of a transport, which every platform has.

use super::Transmit;
use crate::config::Address;
use crate::engine::{Capabilities, RequestId, TransportId};
use crate::error::Result;
use crate::id::SessionId;

/// The sending half of a transport. Its calls return at once.
pub trait TransportSink {
    /// What the transport can do.
    fn capabilities(&self) -> Capabilities;

    /// Begins to open a transport connection. Its success or failure is told as an event.
    ///
    /// # Errors
    /// When it is plain at once that this can't work.
    fn open(&mut self, id: TransportId, address: &Address) -> Result<()>;

    /// Closes a transport connection, or gives up opening it. The end of an open one is told as an event.
    fn close(&mut self, id: TransportId);

    /// Sends a request, or takes it to be sent with the next flush.
    ///
    /// # Errors
    /// When this one request can't be sent; the transport connection goes on.
    fn send(&mut self, id: TransportId, request: RequestId, transmit: Transmit) -> Result<()>;

    /// A request has ended, perhaps before its response: one that was not sent yet must not be sent any more.
    /// Any queue between [`send`](Self::send) and the wire keeps this rule.
    fn cancel(&mut self, _line: TransportId, _request: RequestId) {}

    /// Asks the other end for a sign of life, where the transport can.
    fn probe(&mut self, id: TransportId);

    /// Reads on, or stops reading for now, where the transport can.
    fn read(&mut self, id: TransportId, on: bool);

    /// A session began, or lives on after the transport connection was replaced: a transport that polls for its
    /// events begins to, or begins again.
    fn session_opened(&mut self, _id: SessionId) {}

    /// A session ended.
    fn session_ended(&mut self, _id: SessionId) {}
}
