//! What becomes of a connection, for those who watch.

use std::time::Duration;

use super::waiters::{Shared, State, watch};
use crate::engine::Disconnect;
use crate::error::Error;

/// Something that became of a connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ConnectionEvent {
    /// The line broke; a new one is being opened. Requests wait meanwhile.
    Reconnecting {
        /// Why it broke.
        error: Error,
    },
    /// A new line is there, and each session was taken over to it, made anew, or has ended.
    Resumed {
        /// How long it took.
        outage: Duration,
        /// Whether a session was taken over: Janus kept no events of it meanwhile, so ask again who is in the
        /// room. It says nothing of sessions that Janus had lost: their handles have
        /// [`Event::Rebuilt`](super::Event::Rebuilt) or [`Event::Ended`](super::Event::Ended).
        events_may_be_lost: bool,
        /// The address's place in the configuration.
        address: usize,
    },
    /// The connection is over; nothing follows.
    Over(Disconnect),
}

/// The changes of a connection; [`Connection::events`](super::Connection::events) makes it.
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
        let next = shared.lock().1.change_count();
        Self { shared: shared.clone(), next }
    }

    /// The next change; nothing once the connection is over. Of those that were not read
    /// for long, the last 16 are kept.
    pub async fn next(&mut self) -> Option<ConnectionEvent> {
        let next = self.next;
        let found = watch(&self.shared, |waiters| match (waiters.change_from(next), &waiters.state) {
            (Some(found), _) => Some(Some(found)),
            (None, State::Over(_)) => Some(None),
            (None, _) => None,
        });
        let (number, change) = found.await?;
        self.next = number + 1;
        Some(change)
    }
}
