//! An outage: the transport connection is lost, and the sessions move to the next one.

mod outage;
mod rebuild;
mod restore;

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::Engine;
use super::keys::{HandleKey, RebuildKey, RequestId, SessionKey};
use crate::error::{Error, ErrorCode, Fault};
use crate::id::SessionId;
use crate::time::Time;

/// What is not restored yet. Without an outage, and with no session to rebuild, all of it is empty.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    outage: Option<Outage>,
    /// What is reported when each session is usable and prepared, or has ended.
    report: Option<Report>,
    /// The sessions that are not usable yet; all others are.
    sessions: FxHashMap<SessionKey, RestoringSession>,
    /// The handles that are not restored yet; all others are attached.
    handles: FxHashMap<HandleKey, HandleState>,
    /// The handles to restore next, once their session is usable.
    next_handles: VecDeque<HandleKey>,
    /// Whether the application prepares each session that was created again; its handles wait meanwhile.
    prepares: bool,
    /// The sessions that the application prepares.
    unprepared: FxHashMap<SessionKey, Preparation>,
    /// The number of pending requests that restore a handle.
    restoring_handles: usize,
    /// Until when lost responses are awaited.
    grace_until: Option<Time>,
    /// Whether the application was warned that Janus keeps no sessions through an outage.
    warned: bool,
}

/// The time between the loss of a transport connection and the moment when every session is usable or has ended.
#[derive(Debug)]
struct Outage {
    error: Error,
    /// The address of the server that has the sessions.
    home: usize,
    /// Until when that server keeps them.
    home_until: Time,
    give_up: Option<Time>,
}

/// What the application learns after an outage, and after those that follow before it learns it.
#[derive(Debug)]
struct Report {
    since: Time,
    /// The ids of the sessions that have ended.
    ended: Vec<SessionId>,
}

/// The application prepares a session that was created again.
#[derive(Debug)]
struct Preparation {
    rebuild: RebuildKey,
    until: Option<Time>,
}

#[derive(Debug)]
struct RestoringSession {
    state: SessionState,
    /// The requests that wait until the session is usable, by age.
    waiting: Vec<RequestId>,
}

/// The state of a session that is not usable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SessionState {
    /// Its transport connection is lost.
    Disconnected,
    /// A `claim` (or a `keepalive`, where sessions belong to no transport connection) is pending.
    Claiming,
    /// Janus no longer has it; a `create` is pending or will be sent on the next transport connection.
    Rebuilding,
}

/// The state of a handle that is not restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HandleState {
    /// It was attached before the outage; Janus has not confirmed it since.
    Unconfirmed,
    /// Its session is lost; it is to be attached again.
    Rebuilding,
}

impl Recovery {
    pub(super) const fn is_outage(&self) -> bool {
        self.outage.is_some()
    }

    /// When the attempts to reconnect end.
    pub(super) fn give_up_at(&self) -> Option<Time> {
        self.outage.as_ref().and_then(|outage| outage.give_up)
    }

    /// The address of an attempt to reconnect at this time, after an attempt at `last`.
    pub(super) fn address_at(&self, at: Time, last: usize, addresses: usize) -> Option<usize> {
        let outage = self.outage.as_ref()?;
        Some(if at < outage.home_until { outage.home } else { (last + 1) % addresses })
    }

    /// Whether the application's requests for this session may be sent.
    pub(super) fn is_usable(&self, key: SessionKey) -> bool {
        !self.sessions.contains_key(&key)
    }

    /// Queues a request until its session is usable; false if it is.
    pub(super) fn queue_request(&mut self, key: SessionKey, request: RequestId) -> bool {
        match self.sessions.get_mut(&key) {
            Some(session) => {
                session.waiting.push(request);
                true
            }
            None => false,
        }
    }

    pub(super) fn is_rebuilding(&self, key: SessionKey) -> bool {
        self.state(key) == Some(SessionState::Rebuilding)
    }

    pub(super) fn is_rebuilding_handle(&self, key: HandleKey) -> bool {
        self.handles.get(&key) == Some(&HandleState::Rebuilding)
    }

    /// Whether Janus has not yet confirmed that it still has this handle.
    pub(super) fn is_unconfirmed(&self, key: HandleKey) -> bool {
        self.handles.get(&key) == Some(&HandleState::Unconfirmed)
    }

    /// Janus no longer has this session. Requests that waited for it are ended by the caller.
    pub(super) fn begin_rebuild(&mut self, key: SessionKey) {
        self.unprepared.remove(&key);
        self.sessions.insert(key, RestoringSession { state: SessionState::Rebuilding, waiting: Vec::new() });
    }

    /// Janus no longer has the session of this handle.
    pub(super) fn begin_handle_rebuild(&mut self, key: HandleKey) {
        self.handles.insert(key, HandleState::Rebuilding);
    }

    pub(super) const fn set_prepares(&mut self, prepares: bool) {
        self.prepares = prepares;
    }

    /// Whether the application prepares this session, after this rebuild.
    pub(super) fn is_prepared_in(&self, key: SessionKey, rebuild: RebuildKey) -> bool {
        self.unprepared.get(&key).is_some_and(|preparation| preparation.rebuild == rebuild)
    }

    /// Whether the application prepares this session until then.
    pub(super) fn is_prepared_until(&self, key: SessionKey, at: Time) -> bool {
        self.unprepared.get(&key).is_some_and(|preparation| preparation.until == Some(at))
    }

    /// The application has prepared this session.
    pub(super) fn end_preparation(&mut self, key: SessionKey) {
        self.unprepared.remove(&key);
    }

    /// These handles are restored next.
    pub(super) fn restore_next(&mut self, handles: Vec<HandleKey>) {
        let Self { handles: states, next_handles, .. } = self;
        let rebuilding = |handle: &HandleKey| states.get(handle) == Some(&HandleState::Rebuilding);
        next_handles.extend(handles.into_iter().filter(rebuilding));
    }

    /// A session has ended that had this id when the last outage began.
    pub(super) fn on_session_ended(&mut self, id_before: Option<SessionId>) {
        if let Some(report) = &mut self.report {
            report.ended.extend(id_before);
        }
    }

    /// Nothing of this session is left to restore.
    pub(super) fn forget_session(&mut self, key: SessionKey) {
        self.sessions.remove(&key);
        self.unprepared.remove(&key);
    }

    /// Nothing of this handle is left to restore.
    pub(super) fn forget_handle(&mut self, key: HandleKey) {
        self.handles.remove(&key);
    }

    /// A request that restores a handle is no longer pending.
    pub(super) const fn handle_request_ended(&mut self) {
        self.restoring_handles -= 1;
    }

    pub(super) fn holds_grace(&self, at: Time) -> bool {
        self.grace_until == Some(at)
    }

    /// The connection is over: no lost response is awaited.
    pub(super) fn stop(&mut self) {
        self.outage = None;
        self.report = None;
        self.grace_until = None;
    }

    fn state(&self, key: SessionKey) -> Option<SessionState> {
        self.sessions.get(&key).map(|session| session.state)
    }

    fn set_state(&mut self, key: SessionKey, state: SessionState) {
        let session = self.sessions.entry(key);
        session.or_insert(RestoringSession { state, waiting: Vec::new() }).state = state;
    }
}

/// The error of a request for a session or a handle that is being rebuilt.
pub(super) fn being_rebuilt() -> Error {
    let text =
        "the session was lost and is being rebuilt; send the request again after the handle's rebuilt event";
    Error::new(ErrorCode::SessionGone, text).with_fault(Fault::Network).temporary()
}
