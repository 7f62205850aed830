//! The events of a connection, as a stream.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::Stream;

use super::connection_event::ConnectionEvent;
use super::waiters::{Shared, State};
use super::watcher::Watcher;

/// The events of a connection: a [`Stream`], returned by [`Connection::events`](super::Connection::events).
///
/// Each one has all events from its creation on. Of the unread events the last 16 are kept. It ends when the connection
/// is over, and does not keep the connection open.
pub struct ConnectionEvents {
    watcher: Watcher,
    next: u64,
}

impl fmt::Debug for ConnectionEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionEvents").field("next", &self.next).finish_non_exhaustive()
    }
}

impl ConnectionEvents {
    pub(super) fn new(shared: &Shared) -> Self {
        let next = shared.lock().1.events.count();
        Self { watcher: Watcher::new(shared), next }
    }

    /// Returns the next event, or `None` once the connection is over.
    ///
    /// # Cancel safety
    /// No event is lost: the future takes an event only when it returns it.
    pub async fn next(&mut self) -> Option<ConnectionEvent> {
        poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<ConnectionEvent>> {
        let next = self.next;
        let found = self.watcher.poll(cx, |waiters| match (waiters.events.from(next), &waiters.state) {
            (Some(found), _) => Some(Some(found)),
            (None, State::Over(_)) => Some(None),
            (None, _) => None,
        });
        Poll::Ready(ready!(found).map(|(number, event)| {
            self.next = number + 1;
            event.read()
        }))
    }
}

impl Stream for ConnectionEvents {
    type Item = ConnectionEvent;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<ConnectionEvent>> {
        self.poll(cx)
    }
}
