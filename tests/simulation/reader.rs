//! How a user reads the handles: some fetch their events, some take them as they come, some read late.

use std::collections::BTreeSet;

use bifrons::engine::HandleKey;

#[derive(Default)]
pub(crate) struct Reader {
    /// Those whose events are fetched, as in Rust.
    fetched: BTreeSet<HandleKey>,
    /// Those that are unread, as in JavaScript before the first listener.
    unread: BTreeSet<HandleKey>,
    /// Those that were read late.
    late: BTreeSet<HandleKey>,
    /// Those that ended unread: the rest of their events is fetched.
    ended: BTreeSet<HandleKey>,
    /// The one whose held events come now.
    pub(crate) is_reading_late: Option<HandleKey>,
}

impl Reader {
    /// Begins with a new handle; whether its events come as they are.
    pub(crate) fn begin(&mut self, key: HandleKey) -> bool {
        match key.get() % 3 {
            0 => drop(self.fetched.insert(key)),
            1 => drop(self.unread.insert(key)),
            _ => return true,
        }
        false
    }

    /// Reads a handle; whether it was unread.
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

    /// Forgets a handle that has ended or was released; whether its events were held.
    pub(crate) fn forget(&mut self, key: HandleKey) -> bool {
        self.ended.remove(&key);
        let was_fetched = self.fetched.remove(&key);
        self.unread.remove(&key) || was_fetched
    }
}
