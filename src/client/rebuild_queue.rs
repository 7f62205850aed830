//! The rebuilt sessions that no task has taken yet.

use std::collections::VecDeque;

use crate::engine::{RebuildKey, SessionKey};
use crate::id::SessionId;

/// A session, its new id, and its rebuild.
pub(super) type Entry = (SessionKey, SessionId, RebuildKey);

/// The rebuilt sessions that no task has taken yet.
#[derive(Default)]
pub(super) struct RebuildQueue {
    sessions: VecDeque<Entry>,
    /// The number of streams that read them; without one the engine does not wait.
    readers: usize,
}

impl RebuildQueue {
    /// Queues a session, if a stream reads them, and returns whether it does.
    pub(super) fn push(&mut self, session: SessionKey, id: SessionId, rebuild: RebuildKey) -> bool {
        if self.readers == 0 {
            return false;
        }
        self.forget(session);
        self.sessions.push_back((session, id, rebuild));
        true
    }

    /// Returns the next session.
    pub(super) fn pop(&mut self) -> Option<Entry> {
        self.sessions.pop_front()
    }

    /// Removes a session that has ended.
    pub(super) fn forget(&mut self, session: SessionKey) {
        self.sessions.retain(|&(queued, ..)| queued != session);
    }

    pub(super) const fn add_reader(&mut self) {
        self.readers += 1;
    }

    /// Removes a stream; returns the unread sessions if it was the last one.
    pub(super) fn remove_reader(&mut self) -> Option<VecDeque<Entry>> {
        self.readers -= 1;
        (self.readers == 0).then(|| std::mem::take(&mut self.sessions))
    }
}
