//! An event of a connection.

use std::time::Duration;

use crate::engine::Disconnect;
use crate::error::Error;

/// What happened to a connection: an outage, its end, the end of the connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ConnectionEvent {
    /// The transport connection is lost, and a new one is being opened. Requests wait meanwhile.
    Reconnecting {
        /// Why it was lost.
        error: Error,
    },
    /// A new transport connection is open, and each session was restored, was rebuilt, or has ended.
    Resumed {
        /// How long the outage took.
        outage: Duration,
        /// Whether a session was restored. Janus keeps no events during an outage, so list the participants of its
        /// rooms again. Sessions that Janus had lost are not counted: their handles get
        /// [`Event::Rebuilt`](super::Event::Rebuilt) or [`Event::Ended`](super::Event::Ended).
        events_may_be_lost: bool,
        /// The index of the address in the configuration.
        address: usize,
    },
    /// The connection is over; no event follows.
    Over(Disconnect),
}
