//! The sessions and handles, by key and by Janus's id.

use std::time::Duration;

use rustc_hash::{FxHashMap, FxHashSet};

use super::end_reason::EndReason;
use super::event_queue::EventQueue;
use super::keys::{HandleKey, SessionKey, sorted};
use super::options::Target;
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::AttachOptions;

pub(super) struct Session {
    pub(super) id: SessionId,
    pub(super) handles: FxHashSet<HandleKey>,
    pub(super) last_sent: Time,
    /// The interval that the application chose.
    pub(super) interval: Option<Duration>,
    pub(super) keepalive_at: Time,
    /// Whether a client chose the id, which another server may then have given to another session.
    pub(super) id_was_chosen: bool,
    /// The id when an outage began of which the application has not learned yet that it is over.
    pub(super) id_before: Option<SessionId>,
    /// Whether it was created again since.
    pub(super) rebuilt: bool,
}

pub(super) struct Handle<In> {
    pub(super) id: HandleId,
    pub(super) session: SessionKey,
    pub(super) pending_requests: u32,
    pub(super) ended: Option<EndReason>,
    /// How to attach it again, if sessions are rebuilt.
    pub(super) options: Option<Box<AttachOptions>>,
    pub(super) queue: EventQueue<In>,
}

/// All sessions and handles. The maps by key and by id change together.
pub(super) struct Sessions<In> {
    sessions: FxHashMap<SessionKey, Session>,
    session_ids: FxHashMap<SessionId, SessionKey>,
    handles: FxHashMap<HandleKey, Handle<In>>,
    handle_ids: FxHashMap<(SessionKey, HandleId), HandleKey>,
}

impl<In> Sessions<In> {
    pub(super) fn new() -> Self {
        Self {
            sessions: FxHashMap::default(),
            session_ids: FxHashMap::default(),
            handles: FxHashMap::default(),
            handle_ids: FxHashMap::default(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.sessions.len()
    }

    pub(super) fn handle_count(&self) -> usize {
        self.handles.len()
    }

    pub(super) fn get(&self, key: SessionKey) -> Option<&Session> {
        self.sessions.get(&key)
    }

    pub(super) fn get_mut(&mut self, key: SessionKey) -> Option<&mut Session> {
        self.sessions.get_mut(&key)
    }

    pub(super) fn id(&self, key: SessionKey) -> Option<SessionId> {
        self.sessions.get(&key).map(|session| session.id)
    }

    pub(super) fn by_id(&self, id: SessionId) -> Option<SessionKey> {
        self.session_ids.get(&id).copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values()
    }

    /// The keys, in the order in which the sessions were created.
    pub(super) fn keys(&self) -> Vec<SessionKey> {
        sorted(self.sessions.keys().copied())
    }

    /// An outage begins.
    pub(super) fn begin_outage(&mut self) {
        for session in self.sessions.values_mut().filter(|session| session.id_before.is_none()) {
            session.id_before = Some(session.id);
            session.rebuilt = false;
        }
    }

    /// Janus has created this session again.
    pub(super) fn note_rebuilt(&mut self, key: SessionKey) {
        if let Some(session) = self.sessions.get_mut(&key) {
            session.rebuilt = true;
        }
    }

    pub(super) fn insert(&mut self, key: SessionKey, session: Session) {
        self.session_ids.insert(session.id, key);
        self.sessions.insert(key, session);
    }

    /// Gives a session its new id, and returns the id before.
    pub(super) fn set_id(&mut self, key: SessionKey, id: SessionId) -> Option<SessionId> {
        let before = std::mem::replace(&mut self.sessions.get_mut(&key)?.id, id);
        self.session_ids.remove(&before);
        self.session_ids.insert(id, key);
        Some(before)
    }

    pub(super) fn remove(&mut self, key: SessionKey) {
        if let Some(session) = self.sessions.remove(&key) {
            self.session_ids.remove(&session.id);
        }
    }

    pub(super) fn handle(&self, key: HandleKey) -> Option<&Handle<In>> {
        self.handles.get(&key)
    }

    pub(super) fn handle_mut(&mut self, key: HandleKey) -> Option<&mut Handle<In>> {
        self.handles.get_mut(&key)
    }

    pub(super) fn handle_by_id(&self, session: SessionKey, id: HandleId) -> Option<HandleKey> {
        self.handle_ids.get(&(session, id)).copied()
    }

    /// The attached handles of a session, in the order in which they were attached.
    pub(super) fn handles_of(&self, session: SessionKey) -> Vec<HandleKey> {
        self.sessions.get(&session).map(|session| sorted(session.handles.iter().copied())).unwrap_or_default()
    }

    /// Inserts a handle of a session that is there.
    pub(super) fn insert_handle(&mut self, key: HandleKey, handle: Handle<In>) -> Option<()> {
        self.sessions.get_mut(&handle.session)?.handles.insert(key);
        self.handle_ids.insert((handle.session, handle.id), key);
        self.handles.insert(key, handle);
        Some(())
    }

    /// Gives a handle that was attached again its new id.
    pub(super) fn set_handle_id(&mut self, key: HandleKey, id: HandleId) -> bool {
        let Some(handle) = self.handles.get_mut(&key) else { return false };
        handle.id = id;
        self.handle_ids.insert((handle.session, id), key);
        true
    }

    /// The handle's id means nothing until it is attached again.
    pub(super) fn forget_handle_id(&mut self, key: HandleKey) {
        if let Some(handle) = self.handles.get(&key) {
            self.handle_ids.remove(&(handle.session, handle.id));
        }
    }

    /// The handle is no longer attached; its unread events stay.
    pub(super) fn end_handle(&mut self, key: HandleKey) {
        self.forget_handle_id(key);
        let session = self.handles.get(&key).map(|handle| handle.session);
        if let Some(session) = session.and_then(|session| self.sessions.get_mut(&session)) {
            session.handles.remove(&key);
        }
    }

    pub(super) fn remove_handle(&mut self, key: HandleKey) -> Option<Handle<In>> {
        self.handles.remove(&key)
    }

    /// The session of a target.
    pub(super) fn session_of(&self, target: Target) -> Option<SessionKey> {
        match target {
            Target::Connection => None,
            Target::Session(key) => Some(key),
            Target::Handle(key) => self.handles.get(&key).map(|handle| handle.session),
        }
    }
}
