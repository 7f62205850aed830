//! The sessions of pages: virtual ids, and what they are at Janus.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use bifrons::Id;
use bifrons::engine::{HandleKey, SessionKey};
use bifrons::time::Time;

use super::PageId;
use super::expiry::Expiry;
use super::flow::State;
use super::replica::Recorded;
use super::rooms::{Room, RoomKey, Rooms};
use crate::core::definitions::Plugin;
use crate::core::identity::Identity;
use crate::core::limits::Held;
use crate::core::offer::Kinds;

/// The highest id that each language has exactly.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// A session of a page.
pub(super) struct Session {
    /// The connection to Janus.
    pub upstream: usize,
    pub key: SessionKey,
    /// The page; `None` while it may come back.
    pub page: Option<PageId>,
    /// When the session ends unless the page comes back.
    ends: Option<Time>,
    pub identity: Arc<Identity>,
    /// Its record in the store.
    pub recorded: Recorded,
    /// Where it is on the way to the end of its token, and when the next step is.
    expiry: (Expiry, Time),
    _held: Held,
    /// The handles, by their virtual ids.
    pub handles: HashMap<u64, Handle>,
    /// Those of the flow plugin, until their flow has come to its end.
    pub flows: BTreeMap<u64, State>,
}

/// A handle of a page.
#[derive(Debug)]
pub(super) struct Handle {
    pub key: HandleKey,
    pub plugin: &'static Plugin,
    /// The rooms that it asked to join, or the mountpoints that it asked to watch. It may be in any of them: Janus may
    /// have refused one.
    pub entered: Vec<Id>,
    /// What its offers may have published in them.
    pub published: Kinds,
    pub _held: Held,
}

/// All sessions, by their virtual ids and by the engine's keys.
#[derive(Default)]
pub(super) struct Sessions {
    sessions: HashMap<u64, Session>,
    by_key: HashMap<(usize, SessionKey), u64>,
    handles: HashMap<(usize, HandleKey), (u64, u64)>,
    /// The sessions whose page is gone, by when they end.
    left: BTreeSet<(Time, u64)>,
    /// The sessions whose tokens have not expired, by their next steps.
    expiries: BTreeSet<(Time, u64)>,
    rooms: Rooms,
}

impl Session {
    pub(super) fn new(
        (upstream, key): (usize, SessionKey),
        page: PageId,
        identity: Arc<Identity>,
        held: Held,
    ) -> Self {
        Self {
            upstream,
            key,
            page: Some(page),
            ends: None,
            identity,
            recorded: Recorded::default(),
            expiry: (Expiry::Over, Time::ZERO),
            _held: held,
            handles: HashMap::new(),
            flows: BTreeMap::new(),
        }
    }
}

impl Session {
    /// Whether a handle has this virtual id.
    fn has(&self, id: u64) -> bool {
        self.handles.contains_key(&id) || self.flows.contains_key(&id)
    }
}

impl Sessions {
    /// Adds a session, and returns its virtual id.
    pub(super) fn add(&mut self, session: Session, random: &mut dyn FnMut() -> u64) -> u64 {
        let id = unused(random, |id| self.sessions.contains_key(&id));
        self.add_as(id, session);
        id
    }

    /// Adds a session with this virtual id.
    pub(super) fn add_as(&mut self, id: u64, session: Session) {
        self.by_key.insert((session.upstream, session.key), id);
        self.sessions.insert(id, session);
    }

    /// Adds a handle, and returns its virtual id; `None` if the session is gone.
    pub(super) fn add_handle(
        &mut self,
        session: u64,
        handle: Handle,
        random: &mut dyn FnMut() -> u64,
    ) -> Option<u64> {
        let entry = self.sessions.get(&session)?;
        let id = unused(random, |id| entry.has(id));
        self.add_handle_as((session, id), handle);
        Some(id)
    }

    /// Adds a handle with this virtual id.
    pub(super) fn add_handle_as(&mut self, (session, id): (u64, u64), handle: Handle) {
        let Some(entry) = self.sessions.get_mut(&session) else { return };
        self.handles.insert((entry.upstream, handle.key), (session, id));
        entry.handles.insert(id, handle);
    }

    /// Adds a handle of the flow plugin, and returns its virtual id; `None` if the session is gone.
    pub(super) fn add_flow(
        &mut self,
        session: u64,
        flow: State,
        random: &mut dyn FnMut() -> u64,
    ) -> Option<u64> {
        let entry = self.sessions.get_mut(&session)?;
        let id = unused(random, |id| entry.has(id));
        entry.flows.insert(id, flow);
        Some(id)
    }

    /// Whether this is a handle of the flow plugin and of no other one yet.
    pub(super) fn is_flow(&self, (session, id): (u64, u64)) -> bool {
        self.sessions
            .get(&session)
            .is_some_and(|entry| entry.flows.contains_key(&id) && !entry.handles.contains_key(&id))
    }

    pub(super) fn get(&self, id: u64) -> Option<&Session> {
        self.sessions.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: u64) -> Option<&mut Session> {
        self.sessions.get_mut(&id)
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (u64, &mut Session)> {
        self.sessions.iter_mut().map(|(id, session)| (*id, session))
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
        entry.flows.remove(&handle);
        self.handles.remove(&(entry.upstream, removed.key));
        self.rooms.leave((session, handle));
        Some(removed)
    }

    pub(super) fn remove(&mut self, id: u64) -> Option<Session> {
        let session = self.sessions.remove(&id)?;
        self.by_key.remove(&(session.upstream, session.key));
        if let Some(ends) = session.ends {
            self.left.remove(&(ends, id));
        }
        self.expiries.remove(&(session.expiry.1, id));
        for handle in session.handles.values() {
            self.handles.remove(&(session.upstream, handle.key));
        }
        self.rooms.session_ended(id, &session.identity, session.handles.keys().copied());
        Some(session)
    }

    /// Who is in which room.
    pub(super) const fn rooms(&mut self) -> &mut Rooms {
        &mut self.rooms
    }

    /// The rooms in which there are users.
    pub(super) fn iter_rooms(&self) -> impl Iterator<Item = (&RoomKey, &Room)> {
        self.rooms.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.sessions.len()
    }

    pub(super) fn handle_count(&self) -> usize {
        self.handles.len()
    }

    /// How many wait for their page to come back.
    pub(super) fn left_count(&self) -> usize {
        self.left.len()
    }

    /// How many have a token that has not expired.
    pub(super) fn expiry_count(&self) -> usize {
        self.expiries.len()
    }

    /// Notes that the page is gone, and may come back until then.
    pub(super) fn leave(&mut self, id: u64, ends: Time) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.page = None;
            session.ends = Some(ends);
            self.left.insert((ends, id));
        }
    }

    /// Notes that the session is this page's now.
    pub(super) fn enter(&mut self, id: u64, page: PageId) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.page = Some(page);
            if let Some(ends) = session.ends.take() {
                self.left.remove(&(ends, id));
            }
        }
    }

    /// Notes the token of a session. If it expires at another time than the one before, its page is to be warned then.
    pub(super) fn set_identity(&mut self, id: u64, identity: Arc<Identity>, warn_at: Time) {
        let Some(session) = self.sessions.get_mut(&id) else { return };
        let expires = identity.expires;
        if std::mem::replace(&mut session.identity, identity).expires != expires {
            self.set_expiry(id, Expiry::Ahead, warn_at);
        }
    }

    /// Notes where the session is on the way to the end of its token, and when the next step is.
    pub(super) fn set_expiry(&mut self, id: u64, expiry: Expiry, at: Time) {
        let Some(session) = self.sessions.get_mut(&id) else { return };
        self.expiries.remove(&(session.expiry.1, id));
        session.expiry = (expiry, at);
        if expiry != Expiry::Over {
            self.expiries.insert((at, id));
        }
    }

    /// A session whose token has come to its next step.
    pub(super) fn expiring(&self, now: Time) -> Option<u64> {
        self.expiries.first().filter(|(at, _)| *at <= now).map(|(_, id)| *id)
    }

    /// When a token comes to its next step.
    pub(super) fn next_expiry(&self) -> Option<Time> {
        self.expiries.first().map(|(at, _)| *at)
    }

    /// All sessions, by their ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &Session)> {
        self.sessions.iter().map(|(id, session)| (*id, session))
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
