//! Tasks that wait for a change of the connection or of a session.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::waiters::{Shared, Waiters};

/// Waits for something that a change of the connection or of a session may bring.
pub(super) async fn watch<R>(shared: &Shared, mut check: impl FnMut(&Waiters) -> Option<R>) -> R {
    let mut watcher = Watcher::new(shared);
    poll_fn(|cx| watcher.poll(cx, |waiters| check(waiters))).await
}

/// A task's place among the watchers, which it leaves when it is dropped.
pub(super) struct Watcher {
    shared: Shared,
    number: Option<u64>,
}

impl Watcher {
    pub(super) fn new(shared: &Shared) -> Self {
        Self { shared: Arc::clone(shared), number: None }
    }

    pub(super) fn poll<R>(
        &mut self,
        cx: &mut Context<'_>,
        check: impl FnOnce(&mut Waiters) -> Option<R>,
    ) -> Poll<R> {
        let waiters = &mut self.shared.lock().1;
        if let Some(seen) = check(waiters) {
            return Poll::Ready(seen);
        }
        self.number = Some(waiters.watch(self.number, cx.waker()));
        Poll::Pending
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        if let Some(number) = self.number {
            self.shared.lock().1.stop_watching(number);
        }
    }
}
