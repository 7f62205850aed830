//! An event of a connection.

use std::time::Duration;

use crate::engine::{Disconnect, ResumedSessions};
use crate::error::Error;
use crate::id::SessionId;

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
        /// What became of the sessions. Janus keeps no events during an outage: list the participants of the rooms of
        /// kept sessions again ([`events_may_be_lost`](ResumedSessions::events_may_be_lost)). The handles of rebuilt
        /// sessions get [`Event::Rebuilt`](super::Event::Rebuilt), those of ended ones
        /// [`Event::Ended`](super::Event::Ended).
        sessions: ResumedSessions,
        /// The index of the address in the configuration.
        address: usize,
    },
    /// The gateway reports that the token of a session's user expires soon: give a newer one to
    /// [`Connection::set_token`](super::Connection::set_token). Janus itself has no such event.
    TokenExpiring {
        /// The session's id.
        session: SessionId,
        /// How long the token is still accepted.
        expires_in: Duration,
    },
    /// The connection is over; no event follows.
    Over(Disconnect),
}
