//! The handles that a user reads: by fetching events, by events that are emitted at once, or late.

use std::collections::BTreeSet;

use bifrons::engine::HandleKey;

#[derive(Default)]
pub(crate) struct Reader {
    /// The handles whose events are fetched, as in Rust.
    fetched: BTreeSet<HandleKey>,
    /// The handles that are unread, as in JavaScript before the first listener.
    unread: BTreeSet<HandleKey>,
    /// The handles that were read late.
    late: BTreeSet<HandleKey>,
    /// The handles that ended unread: the rest of their events is fetched.
    ended: BTreeSet<HandleKey>,
    /// The handle whose held events are emitted now.
    pub(crate) is_reading_late: Option<HandleKey>,
}

impl Reader {
    /// Adds a new handle; returns whether its events are emitted at once.
    pub(crate) fn begin(&mut self, key: HandleKey) -> bool {
        match key.get() % 3 {
            0 => drop(self.fetched.insert(key)),
            1 => drop(self.unread.insert(key)),
            _ => return true,
        }
        false
    }

    /// Reads a handle; returns whether it was unread.
    pub(crate) fn read(&mut self, key: HandleKey) -> bool {
        let was_unread = self.unread.remove(&key);
        if was_unread {
            self.late.insert(key);
            self.is_reading_late = Some(key);
        }
        was_unread
    }

    /// An unread handle has ended.
    pub(crate) fn take_rest(&mut self, key: HandleKey) {
        if self.unread.contains(&key) {
            self.ended.insert(key);
        }
    }

    pub(crate) fn to_fetch(&self) -> Vec<HandleKey> {
        self.fetched.union(&self.ended).copied().collect()
    }

    pub(crate) fn unread(&self) -> Vec<HandleKey> {
        self.unread.iter().copied().collect()
    }

    /// Whether a handle is not read yet, or was read late.
    pub(crate) fn is_late(&self, key: HandleKey) -> bool {
        self.unread.contains(&key) || self.late.contains(&key)
    }

    /// Removes a handle that has ended or was released; returns whether its events were held.
    pub(crate) fn forget(&mut self, key: HandleKey) -> bool {
        self.ended.remove(&key);
        let was_fetched = self.fetched.remove(&key);
        self.unread.remove(&key) || was_fetched
    }
}
