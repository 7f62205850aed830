//! The events of a connection.

use std::time::Duration;

use super::waiters::{Shared, State, watch};
use crate::engine::Disconnect;
use crate::error::Error;

/// An event of a connection.
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

/// The events of a connection, returned by [`Connection::events`](super::Connection::events).
///
/// It does not keep the connection open.
pub struct ConnectionEvents {
    shared: Shared,
    next: u64,
}

impl std::fmt::Debug for ConnectionEvents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ConnectionEvents").field("next", &self.next).finish_non_exhaustive()
    }
}

impl ConnectionEvents {
    pub(super) fn new(shared: &Shared) -> Self {
        let next = shared.lock().1.event_count();
        Self { shared: shared.clone(), next }
    }

    /// Returns the next event, or `None` once the connection is over. Of the unread events the last 16 are kept.
    pub async fn next(&mut self) -> Option<ConnectionEvent> {
        let next = self.next;
        let found = watch(&self.shared, |waiters| match (waiters.event_from(next), &waiters.state) {
            (Some(found), _) => Some(Some(found)),
            (None, State::Over(_)) => Some(None),
            (None, _) => None,
        });
        let (number, event) = found.await?;
        self.next = number + 1;
        Some(event)
    }
}
