//! The events of a connection.

use super::connection_event::ConnectionEvent;
use super::waiters::{Shared, State, watch};

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
