//! The mock server: connections, sessions, deadlines.

use std::time::Duration;

use serde_json::{Value, json};

use super::plugins::Plugins;
use super::threads::Threads;
use super::world::{At, Peer, World};
use super::{ClientId, Output, Settings};
use crate::config::Api;
use crate::time::Time;

/// Janus looks this often for sessions that have expired.
const WATCH: Duration = Duration::from_secs(2);

/// A mock Janus server, without I/O and without a clock.
pub struct Server {
    pub(super) world: World,
    pub(super) plugins: Plugins,
    /// What came while it was to read nothing.
    pub(super) unread: Vec<(ClientId, String)>,
    pub(super) threads: Threads,
    next_watch: Time,
    last_client: u64,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server")
            .field("clients", &self.world.clients.len())
            .field("sessions", &self.world.sessions.len())
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Creates a server without clients.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            world: World::new(settings),
            plugins: Plugins::default(),
            unread: Vec::new(),
            threads: Threads::default(),
            next_watch: Time::ZERO + WATCH,
            last_client: 0,
        }
    }

    /// A client has connected.
    pub fn connect(&mut self, now: Time, api: Api) -> ClientId {
        self.advance(now);
        self.last_client += 1;
        let client = ClientId(self.last_client);
        self.world.clients.insert(client, api);
        client
    }

    /// A client's connection is gone: its sessions are, too, unless they may be claimed.
    pub fn disconnect(&mut self, now: Time, client: ClientId) {
        self.advance(now);
        self.world.clients.remove(&client);
        let own: Vec<u64> = self.sessions_of(client);
        for id in own {
            if let Some(session) = self.world.sessions.get_mut(&id) {
                session.owner = None;
            }
            if self.world.settings.reclaim_session_timeout.is_zero() {
                self.end_session(id);
            }
        }
    }

    /// A client has sent a message.
    pub fn message(&mut self, now: Time, client: ClientId, text: &str) {
        self.advance(now);
        let Some(api) = self.world.clients.get(&client).copied() else { return };
        if !self.world.reads {
            return self.unread.push((client, text.to_owned()));
        }
        if self.world.silent {
            return;
        }
        match api {
            Api::Janus if self.wait_for_thread(client, text) => {}
            Api::Janus => self.janus_request(client, text),
            Api::Admin => self.admin_request(client, text),
        }
    }

    /// Time has passed.
    pub fn handle_timeout(&mut self, now: Time) {
        self.advance(now);
    }

    /// Returns the next output, until it is [`Output::Wait`].
    pub fn poll_output(&mut self) -> Output {
        if let Some(output) = self.world.next_output() {
            return output;
        }
        let watch = (!self.world.sessions.is_empty()).then_some(self.next_watch);
        let next = [self.world.next_later(), self.threads.next(), watch];
        Output::Wait { until: next.into_iter().flatten().min() }
    }

    /// The ids of the sessions that live.
    #[must_use]
    pub fn sessions(&self) -> Vec<u64> {
        self.world.sessions.keys().copied().collect()
    }

    pub(super) fn sessions_of(&self, client: ClientId) -> Vec<u64> {
        let own = self.world.sessions.iter().filter(|(_, session)| session.owner == Some(client));
        own.map(|(id, _)| *id).collect()
    }

    fn advance(&mut self, now: Time) {
        self.world.now = self.world.now.max(now);
        self.run_due_threads();
        if self.next_watch > self.world.now {
            return;
        }
        self.next_watch = self.world.now + WATCH;
        let expired: Vec<u64> =
            self.world.sessions.keys().copied().filter(|id| self.has_expired(*id)).collect();
        for id in expired {
            self.expire(id);
        }
    }

    fn has_expired(&self, id: u64) -> bool {
        let Some(session) = self.world.sessions.get(&id) else { return false };
        let silent = self.world.now.since(session.active);
        let timeout = match session.owner {
            Some(_) => self.world.timeout_of(session),
            None => self.world.settings.reclaim_session_timeout,
        };
        !timeout.is_zero() && silent >= timeout
    }

    pub(super) fn expire(&mut self, id: u64) {
        let owner = self.world.sessions.get(&id).and_then(|session| session.owner);
        self.end_session(id);
        if let Some(client) = owner {
            self.world.send(client, &json!({ "janus": "timeout", "session_id": id }));
        }
    }

    /// Ends a session without an event to its owner.
    pub(super) fn end_session(&mut self, id: u64) {
        let Some(session) = self.world.sessions.get_mut(&id) else { return };
        session.owner = None;
        let handles: Vec<u64> = session.handles.keys().copied().collect();
        for handle in handles {
            self.plugins.detached(&mut self.world, At { session: id, handle });
        }
        self.world.sessions.remove(&id);
    }

    /// Ends a handle; its owner gets `detached`.
    pub(super) fn end_handle(&mut self, at: At) {
        self.plugins.detached(&mut self.world, at);
        self.world.core_event(at, "detached", json!({}));
        if let Some(session) = self.world.sessions.get_mut(&at.session) {
            session.handles.remove(&at.handle);
        }
    }

    /// Ends a handle's PeerConnection.
    pub(super) fn hang_up_peer(&mut self, at: At, reason: &str) {
        let Some(handle) = self.world.handle_mut(at) else { return };
        let had = std::mem::take(&mut handle.peer) != Peer::None;
        // Once it was hung up, or since 1.2.2 at any time, Janus does nothing without a PeerConnection.
        let again = std::mem::replace(&mut handle.hung_up, true);
        if !had && (again || self.world.settings.version >= 1202) {
            return;
        }
        self.plugins.hung_up(&mut self.world, at);
        if had {
            self.world.core_event(at, "hangup", json!({ "reason": reason }));
        }
        self.plugins.follow_up(&mut self.world);
    }

    pub(super) fn refuse(
        &mut self,
        client: ClientId,
        session: Option<u64>,
        transaction: Option<&str>,
        (code, reason): (i64, &str),
    ) {
        let mut answer = json!({ "janus": "error", "error": { "code": code, "reason": reason } });
        if let Some(session) = session {
            answer["session_id"] = session.into();
        }
        if let Some(transaction) = transaction {
            answer["transaction"] = transaction.into();
        }
        self.world.send(client, &answer);
    }

    pub(super) fn answer(
        &mut self,
        client: ClientId,
        session: Option<u64>,
        transaction: &str,
        mut answer: Value,
    ) {
        if let Some(session) = session {
            answer["session_id"] = session.into();
        }
        answer["transaction"] = transaction.into();
        self.world.send(client, &answer);
    }
}
