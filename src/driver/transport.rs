//! The sending half of a transport, which every platform has.

use super::Transmit;
use crate::config::Address;
use crate::engine::{TransportId, Capabilities, RequestId};
use crate::error::Result;
use crate::id::SessionId;

/// What a transport can and can't do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// Messages arrive in the order in which they were sent.
    pub keeps_order: bool,
    /// It notices when the other end is gone.
    pub reports_close: bool,
    /// Janus ends (or, with a reclaim time, suspends) its sessions when the line goes.
    pub loses_sessions: bool,
    /// It can ask for a sign of life by itself.
    pub can_probe: bool,
    /// A session belongs to the line: on a new one it must be claimed to be heard again.
    pub claims: bool,
    /// It may hold requests back after it took them: it tells of each that leaves
    /// (`TransportEvent::Sent`), and heeds [`cancel`](TransportSink::cancel).
    pub queues: bool,
    /// The largest message that it can send, in bytes.
    pub max_message: Option<usize>,
}

impl Capabilities {
    /// What the engine must know of them.
    #[must_use]
    pub const fn line_traits(&self) -> Capabilities {
        Capabilities { can_probe: self.can_probe, claims: self.claims, queues: self.queues }
    }
}

/// The sending half of a transport. Its calls return at once.
pub trait TransportSink {
    /// What the transport can do.
    fn properties(&self) -> Capabilities;

    /// Begins to open a line. Its success or failure is told as an event.
    ///
    /// # Errors
    /// When it is plain at once that this can't work.
    fn open(&mut self, line: TransportId, address: &Address) -> Result<()>;

    /// Closes a line, or gives up opening it. The end of an open one is told as an event.
    fn close(&mut self, line: TransportId);

    /// Sends a request, or takes it to be sent with the next flush.
    ///
    /// # Errors
    /// When this one request can't be sent; the line goes on.
    fn send(&mut self, line: TransportId, request: RequestId, transmit: Transmit) -> Result<()>;

    /// A request has ended, perhaps before its response: one that was not sent yet must not be sent any more.
    /// Any queue between [`send`](Self::send) and the wire keeps this rule.
    fn cancel(&mut self, _line: TransportId, _request: RequestId) {}

    /// Asks the other end for a sign of life, where the transport can.
    fn probe(&mut self, line: TransportId);

    /// Reads on, or stops reading for now, where the transport can.
    fn read(&mut self, line: TransportId, on: bool);

    /// A session began, or lives on after the line was replaced: a transport that polls for its
    /// events begins to, or begins again.
    fn session_opened(&mut self, _id: SessionId) {}

    /// A session ended.
    fn session_ended(&mut self, _id: SessionId) {}
}
