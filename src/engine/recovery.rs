//! A broken line: what waits meanwhile, and how the sessions come to the next one.

use std::collections::VecDeque;
use std::time::Duration;

use super::end::EndReason;
use super::keys::{HandleKey, SessionKey};
use super::connection::Link;
use super::notice::Notice;
use super::requests::Pending;
use super::sessions::Handle;
use super::timers::Timer;
use super::types::{Event, Output, Target, Timeout};
use super::{Engine, Idempotency};
use crate::config::{Api, Recovery};
use crate::rng::Rng;
use crate::error::{Error, ErrorCode, Fault};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::Verb;

/// How long answers that were under way when the line broke are waited for on the new one.
const GRACE: Duration = Duration::from_secs(2);
/// How many handles are asked for at a time, so that users' requests get through.
const CHECKS_AT_ONCE: usize = 256;

/// A break that is not mended yet.
#[derive(Debug)]
pub(super) struct Outage {
    since: Time,
    pub(super) error: Error,
    /// The address where the sessions are, and until when the server keeps them.
    home: usize,
    home_until: Time,
    pub(super) give_up: Option<Time>,
    /// Some session was there before.
    found: bool,
}

/// Where a session stands between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SessionState {
    /// On the line: its requests may leave.
    Here,
    /// On an earlier line.
    Away,
    /// The server was asked for it.
    Asked,
    /// The server has it no more; it is to be made anew.
    Gone,
    /// Its end is under way.
    Ending,
}

/// Where a handle stands since its session was taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HandleState {
    Attached,
    /// It was there on an earlier line.
    Unchecked,
    /// It went with its session; it is to be attached again.
    Gone,
}

/// The handles that are still to be asked for.
#[derive(Debug, Default)]
pub(super) struct Checks {
    waiting: VecDeque<HandleKey>,
    open: usize,
}

impl Checks {
    pub(super) fn one_less(&mut self) {
        self.open -= 1;
    }
}

/// Between a half and the whole of a span.
fn shorten(span: Duration, rng: &mut Rng) -> Duration {
    span / 2 + span.mul_f64((rng.next() >> 40) as f64 / f64::from(1 << 25))
}

impl Outage {
    /// The address for an attempt at this time, after one to `last`.
    pub(super) fn address_at(&self, at: Time, last: usize, addresses: usize) -> usize {
        if at < self.home_until { self.home } else { (last + 1) % addresses }
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// The open line is gone. The server has `noticed` unless it only went silent.
    pub(super) fn lose(&mut self, error: Error, noticed: bool) {
        let (Some(recovery), Link::Open { tries, opened, traits, .. }) = (self.config.recovery, &self.link)
        else {
            return self.give_up(error);
        };
        let (address, server_knows) = (tries.address, noticed && traits.claims);
        // A replacement that breaks at once is no better than none.
        let in_vain = self.stats.reconnects > 0 && self.now.since(*opened) < Recovery::LONGEST_PAUSE;
        let failures = if self.away.is_some() || in_vain { tries.failures + 1 } else { 0 };
        if self.away.is_none() {
            let home_until = self.kept_until(server_knows);
            self.outputs.push_back(Output::Reconnecting { error: error.clone() });
            self.away = Some(Outage {
                since: self.now,
                error: error.clone(),
                home: address,
                home_until,
                give_up: recovery.within.map(|span| self.now + span),
                found: false,
            });
        }
        self.leave_line();
        self.pause(address, failures, error);
    }

    /// The end of a connection that was there; the first error is the one that matters.
    pub(super) fn give_up(&mut self, error: Error) {
        let error = self.away.take().map_or(error, |away| away.error);
        self.finish(super::Disconnect::Lost(error));
    }

    /// The pause before the next attempt to replace a line.
    pub(super) fn recovery_pause(&mut self, failures: u32) -> Duration {
        shorten(Recovery::pause_after(failures), &mut self.rng)
    }

    /// Until when the server keeps the sessions; those that know of no break keep them longer.
    fn kept_until(&self, server_knows: bool) -> Time {
        let Some(last) = self.sessions.values().map(|session| session.last_sent).max() else {
            return self.now;
        };
        let limits = self.known_limits();
        match (server_knows, limits.session_timeout) {
            (true, _) => last + Duration::from_secs(limits.reclaim_session_timeout),
            (false, 0) => last + Duration::MAX,
            (false, seconds) => last + Duration::from_secs(seconds),
        }
    }

    /// What was on the line waits for the next one.
    fn leave_line(&mut self) {
        let mut to_send = Vec::new();
        for id in self.requests.ids(|_| true) {
            let Some(pending) = self.requests.get_mut(id) else { continue };
            if pending.internal && !matches!(pending.verb, Verb::Destroy | Verb::Detach) {
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
        self.checks.waiting.clear();
        self.grace_until = None;
        for session in self.sessions.values_mut() {
            session.waiting.clear();
            if matches!(session.state, SessionState::Active | SessionState::Claiming) {
                session.state = SessionState::Disconnected;
            }
            for handle in &session.handles {
                if let Some(handle) = self.handles.get_mut(handle) {
                    if handle.state == HandleState::Attached {
                        handle.state = HandleState::Unchecked;
                    }
                }
            }
        }
    }

    /// A new line is there: the server is asked for each session.
    pub(super) fn take_over_sessions(&mut self) {
        let mut keys: Vec<_> = self.sessions.keys().copied().collect();
        keys.sort_unstable();
        for key in keys {
            self.take_over(key);
        }
        self.try_finish_recovery();
    }

    pub(super) fn take_over(&mut self, key: SessionKey) {
        let Link::Open { tries, traits, .. } = &self.link else { return };
        let (claims, address) = (traits.claims, tries.address);
        let home = self.away.as_ref().map_or(address, |away| away.home);
        let Some(session) = self.sessions.get_mut(&key) else { return };
        // Another server may have given an id of somebody's choice to somebody else.
        if session.state == SessionState::Disconnected && session.chosen && address != home {
            return self.lose_session(key, EndReason::LostWhileAway);
        }
        let verb = match session.state {
            SessionState::Disconnected if claims => Verb::Claim,
            SessionState::Disconnected => Verb::Keepalive,
            SessionState::Rebuilding => Verb::Create(session.chosen.then_some(session.id)),
            SessionState::Active | SessionState::Claiming | SessionState::Ending => return,
        };
        if session.state == SessionState::Disconnected {
            session.state = SessionState::Claiming;
        }
        self.ask_internally(Target::Session(key), verb, Timeout::After(self.config.attempt_timeout));
    }

    /// Whether it is the engine's own asking for a session.
    pub(super) fn takes_over(&self, pending: &Pending<Out>) -> Option<SessionKey> {
        let Target::Session(key) = pending.target else { return None };
        let state = self.sessions.get(&key)?.state;
        (pending.internal && matches!(state, SessionState::Claiming | SessionState::Rebuilding)).then_some(key)
    }

    /// A session is on this line, under this id.
    pub(super) fn on_taken_over(&mut self, key: SessionKey, id: SessionId) {
        let Some(session) = self.sessions.get_mut(&key) else { return };
        let before = std::mem::replace(&mut session.id, id);
        session.state = SessionState::Active;
        let waiting = std::mem::take(&mut session.waiting);
        let mut handles: Vec<_> = session.handles.iter().copied().collect();
        handles.sort_unstable();
        self.session_ids.remove(&before);
        self.session_ids.insert(id, key);
        self.requests.send_also(waiting);
        self.checks.waiting.extend(handles);
        if let Some(away) = &mut self.away {
            away.found |= before == id;
        }
        self.outputs.push_back(Output::SessionResumed { session: key, id, before });
        self.plan_keepalive(key);
        self.try_finish_recovery();
    }

    /// A handle was attached again.
    pub(super) fn on_attached_again(&mut self, key: HandleKey, id: HandleId) {
        let Some(handle) = self.handles.get_mut(&key) else { return };
        handle.id = id;
        handle.state = HandleState::Attached;
        self.handle_ids.insert((handle.session, id), key);
        self.push_event(key, Event::Rebuilt { id });
        self.give_early(key);
    }

    /// The connection is back once nothing is known of no session any more.
    pub(super) fn try_finish_recovery(&mut self) {
        let Link::Open { tries, .. } = &self.link else { return };
        let address = tries.address;
        if self.away.is_none() || self.sessions.values().any(|session| session.state != SessionState::Active) {
            return;
        }
        let Some(away) = self.away.take() else { return };
        self.stats.reconnects += 1;
        let (span, events_may_be_lost) = (self.now.since(away.since), away.found);
        self.outputs.push_back(Output::Resumed { away: span, events_may_be_lost, address });
        if self.requests.any(Pending::awaiting_lost_response) {
            let until = self.now + GRACE;
            self.grace_until = Some(until);
            self.timers.set(until, Timer::Grace);
        }
    }

    pub(super) fn on_grace_over(&mut self) {
        self.grace_until = None;
        for id in self.requests.ids(|open| open.awaiting_lost_response() && !open.acked) {
            self.end_request(id, Error::new(ErrorCode::ResponseLost, RESPONSE_LOST));
        }
    }

    /// Asks for the next handle, when there is one and others were answered for.
    pub(super) fn check_next_handle(&mut self) -> bool {
        while self.checks.open < CHECKS_AT_ONCE {
            let Some(key) = self.checks.waiting.pop_front() else { return false };
            let Some(handle) = self.handles.get(&key).filter(|handle| handle.ended.is_none()) else {
                continue;
            };
            if self.sessions.get(&handle.session).is_none_or(|session| session.state != SessionState::Active) {
                continue;
            }
            let verb = match (handle.state, &handle.options) {
                (HandleState::Unchecked, _) => Verb::Keepalive,
                (HandleState::Rebuilding, Some(options)) => Verb::Attach(options.clone()),
                _ => continue,
            };
            self.checks.open += 1;
            self.ask_internally(Target::Handle(key), verb, Timeout::After(self.config.attempt_timeout));
            return true;
        }
        false
    }

    /// The server has the session no more: it ends, or is made anew.
    pub(super) fn lose_session(&mut self, key: SessionKey, reason: EndReason) {
        let wanted = self.config.recovery.is_some_and(|recovery| recovery.rebuild);
        let rebuild = wanted && matches!(self.link, Link::Open { .. }) && !self.is_being_destroyed(key);
        if !rebuild {
            if reason == EndReason::LostWhileAway {
                self.end_requests_of(key, &reason.session_gone());
            }
            return self.end_session(key, reason);
        }
        let Some(session) = self.sessions.get_mut(&key).filter(|session| session.state != SessionState::Rebuilding) else {
            return;
        };
        session.state = SessionState::Rebuilding;
        session.waiting.clear();
        let mut handles: Vec<_> = session.handles.iter().copied().collect();
        handles.sort_unstable();
        self.end_requests_of(key, &being_rebuilt());
        for key in handles {
            let Some(handle) = self.handles.get_mut(&key) else { continue };
            handle.state = HandleState::Rebuilding;
            self.handle_ids.remove(&(handle.session, handle.id));
            // Nobody said which plugin an adopted handle is attached to. What is still open is a `detach`.
            if handle.options.is_none() || handle.open_requests > 0 {
                self.end_handle(key, EndReason::LostWhileAway);
            }
        }
        self.take_over(key);
    }

    /// The requests of a lost session may depend on state that was lost with it. Endings stay:
    /// they have what they wanted.
    fn end_requests_of(&mut self, key: SessionKey, unsent: &Error) {
        let about = |target| match target {
            Target::Connection => false,
            Target::Session(session) => session == key,
            Target::Handle(handle) => self.handles.get(&handle).is_some_and(|handle| handle.session == key),
        };
        for id in self.requests.ids(|open| about(open.target) && !open.is_teardown()) {
            match self.requests.get(id).map(|open| (open.internal, open.sent.is_some())) {
                Some((true, _)) => drop(self.take(id)),
                Some((false, true)) => {
                    self.end_request(id, Error::new(ErrorCode::ResponseLost, RESPONSE_LOST));
                }
                Some((false, false)) => self.end_request(id, unsent.clone()),
                None => {}
            }
        }
    }

    /// Janus knows a session no more, and says so to the engine's own request.
    pub(super) fn on_session_unknown(&mut self, key: SessionKey, asked: bool) {
        let reason = if asked { EndReason::LostWhileAway } else { EndReason::NotFound };
        self.lose_session(key, reason);
    }

    pub(super) fn is_being_destroyed(&self, key: SessionKey) -> bool {
        self.requests.any(|open| open.target == Target::Session(key) && open.is_teardown())
    }

    /// A request of the engine's own came to nothing.
    pub(super) fn on_own_failure(&mut self, pending: &Pending<Out>, error: Error) {
        if let Some(key) = self.takes_over(pending) {
            if !matches!(error.code(), ErrorCode::JanusRefused | ErrorCode::BadResponse) {
                return self.lose_silent_line(error);
            }
            if let Some(session) = self.session_id(key) {
                self.notice(Notice::NotRecovered { session, handle: None, error });
            }
            return self.end_session(key, EndReason::LostWhileAway);
        }
        if let (Verb::Attach(_), Target::Handle(key)) = (&pending.verb, pending.target) {
            let Some(handle) = self.handles.get(&key).filter(|handle| handle.ended.is_none()) else { return };
            let id = handle.id;
            if let Some(session) = self.session_id(handle.session) {
                self.notice(Notice::NotRecovered { session, handle: Some(id), error });
            }
            self.end_handle(key, EndReason::LostWhileAway);
        }
    }

    /// Ends a session or a handle that is being rebuilt, if that is what the request wants.
    pub(super) fn end_rebuilding(&mut self, pending: &Pending<Out>) -> bool {
        if !pending.is_teardown() || !self.is_rebuilding(pending.target) {
            return false;
        }
        match pending.target {
            Target::Session(key) => self.end_session(key, EndReason::Destroyed),
            Target::Handle(key) => self.end_handle(key, EndReason::Detached),
            Target::Connection => return false,
        }
        true
    }

    pub(super) fn is_rebuilding(&self, target: Target) -> bool {
        match target {
            Target::Connection => false,
            Target::Session(key) => self.sessions.get(&key).is_some_and(|it| it.state == SessionState::Rebuilding),
            Target::Handle(key) => self.handles.get(&key).is_some_and(Handle::is_rebuilding),
        }
    }

    /// The clock stood still or this process did: the line is asked before anything is made of that.
    pub(super) fn on_clock_jump(&mut self, late: Duration) {
        if let Some(away) = &mut self.away {
            away.give_up = away.give_up.map(|at| at + late);
        }
        if !matches!(self.link, Link::Open { .. }) {
            return;
        }
        let again = self.now + self.config.probe_timeout;
        for id in self.requests.ids(|open| open.internal) {
            if let Some(pending) = self.requests.get_mut(id) {
                pending.deadline = pending.deadline.map(|at| at.max(again));
                if let Some(at) = pending.deadline {
                    self.timers.set(at, Timer::Request(id));
                }
            }
        }
        self.probe();
    }

    /// Says once that a break will end the sessions, where that is so.
    pub(super) fn warn_of_no_reclaim(&mut self) {
        let claims = matches!(&self.link, Link::Open { traits, .. } if traits.claims);
        let matters = self.config.recovery.is_some() && self.config.api == Api::Janus && claims;
        if matters && !self.warned && self.known_limits().reclaim_session_timeout == 0 {
            self.warned = true;
            self.notice(Notice::NoReclaim);
        }
    }
}

pub(super) const RESPONSE_LOST: &str =
    "the answer was lost with the line or the session; Janus may have carried the request out";

/// The error of a request for a session or a handle that does not exist again yet.
pub(super) fn being_rebuilt() -> Error {
    let text =
        "the session was lost and is being rebuilt; send the request again after the handle's rebuilt event";
    Error::new(ErrorCode::SessionGone, text).with_fault(Fault::Network)
}
