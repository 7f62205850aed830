//! The sessions of pages: virtual ids, and what they are at Janus.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use bifrons::Id;
use bifrons::engine::{HandleKey, SessionKey};
use bifrons::time::Time;

use super::PageId;
use crate::core::definitions::Plugin;
use crate::core::identity::Identity;

/// The highest id that each language has exactly.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// A session of a page.
#[derive(Debug)]
pub(super) struct Session {
    /// The connection to Janus.
    pub upstream: usize,
    pub key: SessionKey,
    /// The page; `None` while it may come back.
    pub page: Option<PageId>,
    /// When the session ends unless the page comes back.
    ends: Option<Time>,
    pub identity: Arc<Identity>,
    /// The handles, by their virtual ids.
    pub handles: HashMap<u64, Handle>,
}

/// A handle of a page.
#[derive(Debug)]
pub(super) struct Handle {
    pub key: HandleKey,
    pub plugin: &'static Plugin,
    /// The rooms that it asked to join, or the mountpoints that it asked to watch. It may be in any of them: Janus may
    /// have refused one.
    pub entered: Vec<Id>,
}

/// All sessions, by their virtual ids and by the engine's keys.
#[derive(Default)]
pub(super) struct Sessions {
    sessions: HashMap<u64, Session>,
    by_key: HashMap<(usize, SessionKey), u64>,
    handles: HashMap<(usize, HandleKey), (u64, u64)>,
    /// The sessions whose page is gone, by when they end.
    left: BTreeSet<(Time, u64)>,
}

impl Session {
    pub(super) fn new(upstream: usize, key: SessionKey, page: PageId, identity: Arc<Identity>) -> Self {
        Self { upstream, key, page: Some(page), ends: None, identity, handles: HashMap::new() }
    }
}

impl Sessions {
    /// Adds a session, and returns its virtual id.
    pub(super) fn add(&mut self, session: Session, random: &mut dyn FnMut() -> u64) -> u64 {
        let id = unused(random, |id| self.sessions.contains_key(&id));
        self.by_key.insert((session.upstream, session.key), id);
        self.sessions.insert(id, session);
        id
    }

    /// Adds a handle, and returns its virtual id; `None` if the session is gone.
    pub(super) fn add_handle(
        &mut self,
        session: u64,
        handle: Handle,
        random: &mut dyn FnMut() -> u64,
    ) -> Option<u64> {
        let entry = self.sessions.get_mut(&session)?;
        let id = unused(random, |id| entry.handles.contains_key(&id));
        self.handles.insert((entry.upstream, handle.key), (session, id));
        entry.handles.insert(id, handle);
        Some(id)
    }

    pub(super) fn get(&self, id: u64) -> Option<&Session> {
        self.sessions.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: u64) -> Option<&mut Session> {
        self.sessions.get_mut(&id)
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Session> {
        self.sessions.values_mut()
    }

    pub(super) fn by_key(&self, upstream: usize, key: SessionKey) -> Option<u64> {
        self.by_key.get(&(upstream, key)).copied()
    }

    /// The virtual ids of the session and the handle with this key.
    pub(super) fn handle_by_key(&self, upstream: usize, key: HandleKey) -> Option<(u64, u64)> {
        self.handles.get(&(upstream, key)).copied()
    }

    pub(super) fn remove_handle(&mut self, session: u64, handle: u64) -> Option<Handle> {
        let entry = self.sessions.get_mut(&session)?;
        let removed = entry.handles.remove(&handle)?;
        self.handles.remove(&(entry.upstream, removed.key));
        Some(removed)
    }

    pub(super) fn remove(&mut self, id: u64) -> Option<Session> {
        let session = self.sessions.remove(&id)?;
        self.by_key.remove(&(session.upstream, session.key));
        if let Some(ends) = session.ends {
            self.left.remove(&(ends, id));
        }
        for handle in session.handles.values() {
            self.handles.remove(&(session.upstream, handle.key));
        }
        Some(session)
    }

    pub(super) fn len(&self) -> usize {
        self.sessions.len()
    }

    pub(super) fn handle_count(&self) -> usize {
        self.handles.len()
    }

    /// Notes that the page is gone, and may come back until then.
    pub(super) fn leave(&mut self, id: u64, ends: Time) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.page = None;
            session.ends = Some(ends);
            self.left.insert((ends, id));
        }
    }

    /// Notes that the session is this page's now, by its token.
    pub(super) fn enter(&mut self, id: u64, page: PageId, identity: Arc<Identity>) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.page = Some(page);
            session.identity = identity;
            if let Some(ends) = session.ends.take() {
                self.left.remove(&(ends, id));
            }
        }
    }

    /// A session whose page has not come back by now.
    pub(super) fn due(&self, now: Time) -> Option<u64> {
        self.left.first().filter(|(ends, _)| *ends <= now).map(|(_, id)| *id)
    }

    /// When the next session ends whose page has not come back.
    pub(super) fn next_end(&self) -> Option<Time> {
        self.left.first().map(|(ends, _)| *ends)
    }
}

/// A random id that is not used: above 0, and exact in each language.
fn unused(random: &mut dyn FnMut() -> u64, is_used: impl Fn(u64) -> bool) -> u64 {
    loop {
        let id = random() & MAX_SAFE_INTEGER;
        if id != 0 && !is_used(id) {
            return id;
        }
    }
}
