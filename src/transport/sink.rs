//! The sending half of a transport.

use super::Transmit;
use crate::config::Address;
use crate::engine::{Capabilities, RequestId, TransportId};
use crate::error::Result;
use crate::id::SessionId;

/// The sending half of a transport. Its calls return at once.
#[cfg_attr(
    target_family = "wasm",
    allow(unreachable_pub, dead_code, reason = "only native applications bring transports")
)]
pub trait TransportSink {
    /// Returns the capabilities of the transport.
    fn capabilities(&self) -> Capabilities;

    /// Begins to open a transport connection; success or failure follows as an event.
    ///
    /// # Errors
    /// If the address is unusable.
    fn open(&mut self, id: TransportId, address: &Address) -> Result<()>;

    /// Closes a transport connection, or stops opening it; the end of an open one follows as an event.
    fn close(&mut self, id: TransportId);

    /// Sends a request, or queues it until the next flush.
    ///
    /// # Errors
    /// If this request can't be sent; the transport connection stays open.
    fn send(&mut self, id: TransportId, request: RequestId, transmit: Transmit) -> Result<()>;

    /// A request has ended, perhaps before its response: if it was not sent yet, it must not be sent.
    /// Any queue between [`send`](Self::send) and the wire keeps this rule.
    fn cancel(&mut self, _line: TransportId, _request: RequestId) {}

    /// Probes the server, if the transport can.
    fn probe(&mut self, id: TransportId);

    /// Reads from the socket, or stops reading for now, if the transport can.
    fn read(&mut self, id: TransportId, on: bool);

    /// A session was created or restored: a transport that polls begins to poll for its events.
    fn session_opened(&mut self, _id: SessionId) {}

    /// A session has ended: a transport that polls stops polling for its events.
    fn session_ended(&mut self, _id: SessionId) {}
}
