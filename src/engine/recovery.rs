//! An outage: the transport connection is lost, and the sessions move to the next one.

use std::collections::VecDeque;
use std::time::Duration;

use rustc_hash::FxHashMap;

use super::Engine;
use super::connection::Phase;
use super::end_reason::{Disconnect, EndReason};
use super::keys::{HandleKey, RebuildKey, RequestId, SessionKey};
use super::notice::Notice;
use super::options::{Idempotency, Target, Timeout};
use super::output::{Output, ResumedSessions};
use super::pending_request::{Pending, Purpose, RESPONSE_LOST};
use super::timers::Timer;
use crate::config::{Api, Recovery as Settings};
use crate::error::{Error, ErrorCode};
use crate::id::SessionId;
use crate::rng::Rng;
use crate::time::Time;
use crate::wire::Verb;

/// How long the engine waits on the new transport connection for responses to requests that were sent on the last one.
const GRACE: Duration = Duration::from_secs(2);
/// The maximum number of handles that are restored at a time, so that the application's requests get through.
const MAX_RESTORING_HANDLES: usize = 256;

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

/// Between a half and the whole of a span.
fn shorten(span: Duration, rng: &mut Rng) -> Duration {
    span / 2 + span.mul_f64((rng.next() >> 40) as f64 / f64::from(1 << 25))
}

impl<In, Out: Clone> Engine<In, Out> {
    /// The open transport connection is lost. The server has `noticed` unless it only went silent.
    pub(super) fn lose(&mut self, error: Error, noticed: bool) {
        let (Some(recovery), Phase::Open { tries, opened, traits, .. }) =
            (self.config.recovery, &self.connection.phase)
        else {
            return self.give_up(error);
        };
        let (address, server_knows) = (tries.address, noticed && traits.claims);
        // A replacement that is lost at once is no better than none.
        let in_vain = self.stats.reconnects > 0 && self.now.since(*opened) < Settings::LONGEST_PAUSE;
        let failures = if self.recovery.is_outage() || in_vain { tries.failures + 1 } else { 0 };
        if !self.recovery.is_outage() {
            let home_until = self.kept_until(server_knows);
            let give_up = recovery.within.map(|span| self.now + span);
            self.recovery.outage = Some(Outage { error: error.clone(), home: address, home_until, give_up });
            self.sessions.begin_outage();
            // The application may not have learned yet that the last one is over.
            if self.recovery.report.is_none() {
                self.recovery.report = Some(Report { since: self.now, ended: Vec::new() });
                self.outputs.push_back(Output::Reconnecting { error: error.clone() });
            }
        }
        self.leave_transport();
        self.pause(address, failures, error);
    }

    /// Ends a connection that was open; the error that began the outage is the one that matters.
    pub(super) fn give_up(&mut self, error: Error) {
        let error = self.recovery.outage.take().map_or(error, |outage| outage.error);
        self.finish(Disconnect::Lost(error));
    }

    /// The pause before the next attempt to reconnect.
    pub(super) fn recovery_pause(&mut self, failures: u32) -> Duration {
        shorten(Settings::pause_after(failures), &mut self.rng)
    }

    /// Until when the server keeps the sessions: longer if it has not noticed that the transport connection is lost.
    fn kept_until(&self, server_knows: bool) -> Time {
        let Some(last) = self.sessions.iter().map(|session| session.last_sent).max() else {
            return self.now;
        };
        let limits = self.known_limits();
        match (server_knows, limits.session_timeout) {
            (true, _) => last + Duration::from_secs(limits.reclaim_session_timeout),
            (false, 0) => last + Duration::MAX,
            (false, seconds) => last + Duration::from_secs(seconds),
        }
    }

    /// Takes requests, sessions and handles off the lost transport connection, for the next one.
    fn leave_transport(&mut self) {
        let mut to_send = Vec::new();
        for id in self.requests.ids(|_| true) {
            let Some(pending) = self.requests.get_mut(id) else { continue };
            if pending.purpose.is_internal() && pending.purpose != Purpose::CleanUp {
                self.take(id);
                continue;
            }
            pending.sent_on_previous_connection = pending.sent.is_some();
            pending.handed = false;
            if !pending.sent_on_previous_connection || pending.idempotency == Idempotency::Idempotent {
                to_send.push(id);
            }
        }
        self.requests.send_only(to_send);
        self.recovery.next_handles.clear();
        self.recovery.grace_until = None;
        for key in self.sessions.keys() {
            if !self.recovery.is_rebuilding(key) {
                self.recovery.set_state(key, SessionState::Disconnected);
            }
            for handle in self.sessions.handles_of(key) {
                self.recovery.handles.entry(handle).or_insert(HandleState::Unconfirmed);
            }
        }
        for session in self.recovery.sessions.values_mut() {
            session.waiting.clear();
        }
    }

    /// A transport connection is open: the server is asked for each session.
    pub(super) fn restore_sessions(&mut self) {
        for key in self.sessions.keys() {
            self.restore_session(key);
        }
    }

    /// Asks the server for a session that is not usable, if there is a transport connection for it.
    pub(super) fn restore_session(&mut self, key: SessionKey) {
        let Phase::Open { tries, traits, .. } = &self.connection.phase else { return };
        let (claims, address) = (traits.claims, tries.address);
        let home = self.recovery.outage.as_ref().map_or(address, |outage| outage.home);
        let (Some(state), Some(session)) = (self.recovery.state(key), self.sessions.get(key)) else { return };
        let verb = match state {
            // Another server may have given an id of a client's choice to another session.
            SessionState::Disconnected if session.id_was_chosen && address != home => {
                return self.lose_session(key, EndReason::LostInOutage);
            }
            SessionState::Disconnected if claims => Verb::Claim,
            SessionState::Disconnected => Verb::Keepalive,
            SessionState::Rebuilding => Verb::Create(session.id_was_chosen.then_some(session.id)),
            SessionState::Claiming => return,
        };
        if state == SessionState::Disconnected {
            self.recovery.set_state(key, SessionState::Claiming);
        }
        let timeout = Timeout::from(self.config.attempt_timeout);
        self.ask_internally(Purpose::RestoreSession, Target::Session(key), verb, timeout);
    }

    /// A session was created on the lost transport connection; the response came on this one.
    pub(super) fn restore_late_session(&mut self, key: SessionKey) {
        self.recovery.set_state(key, SessionState::Disconnected);
        self.restore_session(key);
    }

    /// A session is usable on this transport connection, with this id.
    pub(super) fn on_session_restored(&mut self, key: SessionKey, id: SessionId) {
        let Some(before) = self.sessions.set_id(key, id) else { return };
        let rebuilt = self.recovery.is_rebuilding(key).then(|| RebuildKey(self.next_key()));
        if let Some(rebuild) = rebuilt {
            self.sessions.note_rebuilt(key);
            self.begin_preparation(key, rebuild);
        }
        let waiting = self.recovery.sessions.remove(&key).map(|session| session.waiting);
        self.requests.send_also(waiting.unwrap_or_default());
        self.recovery.next_handles.extend(self.sessions.handles_of(key));
        self.outputs.push_back(Output::SessionResumed { session: key, id, before, rebuilt });
        self.plan_keepalive(key);
    }

    /// Whether an outage is over: a transport connection is open, and every session is usable or has ended.
    pub(super) fn is_recovered(&self) -> bool {
        self.recovery.is_outage() && self.recovery.sessions.is_empty() && self.connection.is_open()
    }

    pub(super) fn finish_recovery(&mut self) {
        self.recovery.outage = None;
        self.stats.reconnects += 1;
        if self.requests.any(Pending::awaiting_lost_response) {
            let until = self.now + GRACE;
            self.recovery.grace_until = Some(until);
            self.timers.set(until, Timer::Grace);
        }
    }

    /// Whether the application can learn what the outage did: the application has prepared each rebuilt session.
    pub(super) fn is_report_due(&self) -> bool {
        let Recovery { outage, report, sessions, unprepared, .. } = &self.recovery;
        let is_settled = outage.is_none() && sessions.is_empty() && unprepared.is_empty();
        report.is_some() && is_settled && self.connection.is_open()
    }

    pub(super) fn report_recovery(&mut self) {
        let (Some(report), Some((_, address))) = (self.recovery.report.take(), self.connection.transport())
        else {
            return;
        };
        let mut sessions = ResumedSessions { ended: report.ended, ..ResumedSessions::default() };
        for key in self.sessions.keys() {
            let Some(session) = self.sessions.get_mut(key) else { continue };
            match session.id_before.take() {
                Some(before) if session.rebuilt => sessions.rebuilt.push((before, session.id)),
                Some(before) => sessions.kept.push(before),
                None => {}
            }
        }
        let outage = self.now.since(report.since);
        self.outputs.push_back(Output::Resumed { outage, sessions, address });
    }

    /// If the application prepares rebuilt sessions, it now prepares this one.
    fn begin_preparation(&mut self, key: SessionKey, rebuild: RebuildKey) {
        if !self.recovery.prepares {
            return;
        }
        let until = self.config.request_timeout.map(|timeout| self.now + timeout);
        self.recovery.unprepared.insert(key, Preparation { rebuild, until });
        if let Some(at) = until {
            self.timers.set(at, Timer::Preparation(key));
        }
    }

    pub(super) fn on_grace_over(&mut self) {
        self.recovery.grace_until = None;
        for id in self.requests.ids(|pending| pending.awaiting_lost_response() && !pending.acked) {
            self.end_request(id, Error::new(ErrorCode::ResponseLost, RESPONSE_LOST));
        }
    }

    /// Asks the server for the next handle to restore, if there is one and few such requests are pending.
    pub(super) fn restore_next_handle(&mut self) -> bool {
        while self.recovery.restoring_handles < MAX_RESTORING_HANDLES {
            let Some(key) = self.recovery.next_handles.pop_front() else { return false };
            let (Some(state), Some(handle)) = (self.recovery.handles.get(&key), self.sessions.handle(key))
            else {
                continue;
            };
            if !self.recovery.is_usable(handle.session) {
                continue;
            }
            let verb = match (state, &handle.options) {
                (HandleState::Unconfirmed, _) => Verb::Keepalive,
                (HandleState::Rebuilding, _) if self.recovery.unprepared.contains_key(&handle.session) => {
                    continue;
                }
                (HandleState::Rebuilding, Some(options)) => Verb::Attach(options.clone()),
                (HandleState::Rebuilding, None) => continue,
            };
            self.recovery.restoring_handles += 1;
            let timeout = Timeout::from(self.config.attempt_timeout);
            self.ask_internally(Purpose::RestoreHandle, Target::Handle(key), verb, timeout);
            return true;
        }
        false
    }

    /// A request that was to restore a session failed.
    pub(super) fn on_session_not_restored(&mut self, key: SessionKey, error: Error) {
        if self.recovery.is_usable(key) {
            // The session has ended meanwhile.
            return;
        }
        if !matches!(error.code(), ErrorCode::JanusRefused | ErrorCode::BadResponse) {
            // The server does not respond on this transport connection.
            return self.lose_silent_transport(error);
        }
        if let Some(session) = self.session_id(key) {
            self.notice(Notice::NotRecovered { session, handle: None, error });
        }
        self.end_session(key, EndReason::LostInOutage);
    }

    /// A request that was to restore a handle failed.
    pub(super) fn on_handle_not_restored(&mut self, key: HandleKey, error: Error) {
        if !self.recovery.is_rebuilding_handle(key) {
            return;
        }
        let Some(handle) = self.sessions.handle(key) else { return };
        let id = handle.id;
        if let Some(session) = self.session_id(handle.session) {
            self.notice(Notice::NotRecovered { session, handle: Some(id), error });
        }
        self.end_handle(key, EndReason::LostInOutage);
    }

    /// A deadline was noticed late: the clock or this process stood still. The server is probed before anything
    /// is concluded from the time that has passed.
    pub(super) fn on_clock_jump(&mut self, late: Duration) {
        if let Some(outage) = &mut self.recovery.outage {
            outage.give_up = outage.give_up.map(|at| at + late);
        }
        if !self.connection.is_open() {
            return;
        }
        let again = self.now + self.config.probe_timeout;
        for id in self.requests.ids(|pending| pending.purpose.is_internal()) {
            if let Some(pending) = self.requests.get_mut(id) {
                pending.deadline = pending.deadline.map(|at| at.max(again));
                if let Some(at) = pending.deadline {
                    self.timers.set(at, Timer::Request(id));
                }
            }
        }
        self.probe();
    }

    /// Warns once that an outage will end the sessions, if the server keeps none.
    pub(super) fn warn_of_no_reclaim(&mut self) {
        let claims = matches!(&self.connection.phase, Phase::Open { traits, .. } if traits.claims);
        let matters = self.config.recovery.is_some() && self.config.api == Api::Janus && claims;
        if matters && !self.recovery.warned && self.known_limits().reclaim_session_timeout == 0 {
            self.recovery.warned = true;
            self.notice(Notice::NoReclaim);
        }
    }
}
