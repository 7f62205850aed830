//! Sessions and handles: how they begin, stay alive and end; and how requests end.

use std::fmt;
use std::time::Duration;

use rustc_hash::FxHashSet;

use super::Engine;
use super::end::EndReason;
use super::events::EventQueue;
use super::keys::{HandleKey, RequestId, SessionKey};
use super::connection::silent;
use super::notice::Notice;
use super::recovery::{RESPONSE_LOST, SessionState, HandleState};
use super::requests::Pending;
use super::timers::Timer;
use super::types::{Event, Output, Reply, Target, Timeout};
use crate::config::Recovery;
use crate::error::{Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{AttachOptions, ServerLimits, Verb};

const LONGEST_KEEPALIVE: Duration = Duration::from_secs(30);
const SHORTEST_KEEPALIVE: Duration = Duration::from_millis(100);

pub(super) struct Session {
    pub(super) id: SessionId,
    pub(super) handles: FxHashSet<HandleKey>,
    pub(super) last_sent: Time,
    /// The caller's own interval.
    pub(super) interval: Option<Duration>,
    pub(super) keepalive_at: Time,
    pub(super) state: SessionState,
    /// Its id was somebody's choice.
    pub(super) chosen: bool,
    /// Requests that wait until it is on the line, by age.
    pub(super) waiting: Vec<RequestId>,
}

pub(super) struct Handle<In> {
    pub(super) id: HandleId,
    pub(super) session: SessionKey,
    pub(super) open_requests: u32,
    pub(super) ended: Option<EndReason>,
    pub(super) state: HandleState,
    /// How to attach it again, where that may be wanted.
    pub(super) options: Option<Box<AttachOptions>>,
    pub(super) queue: EventQueue<In>,
}

/// A span of time in an error text: whole seconds where it has only these.
struct Waited(Duration);

impl fmt::Display for Waited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.as_secs(), self.0.subsec_millis()) {
            (seconds, 0) => write!(f, "{seconds} s"),
            (seconds, ms) => write!(f, "{} ms", seconds.saturating_mul(1000) + u64::from(ms)),
        }
    }
}

impl<In> Handle<In> {
    pub(super) fn is_rebuilding(&self) -> bool {
        self.state == HandleState::Rebuilding && self.ended.is_none()
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// A session that Janus made or gave; nothing when it is here already.
    pub(super) fn register_session(&mut self, id: SessionId, asked: &Pending<Out>) -> Option<SessionKey> {
        if self.session_ids.contains_key(&id) {
            return None;
        }
        let key = SessionKey(self.next_key());
        let session = Session {
            id,
            handles: FxHashSet::default(),
            last_sent: self.now,
            interval: asked.keepalive,
            keepalive_at: self.now,
            place: if asked.awaiting_lost_response() { SessionState::Disconnected } else { SessionState::Active },
            chosen: !matches!(asked.verb, Verb::Create(None)),
            waiting: Vec::new(),
        };
        self.sessions.insert(key, session);
        self.session_ids.insert(id, key);
        self.outputs.push_back(Output::SessionOpened { session: key, id });
        self.plan_keepalive(key);
        // Created on an earlier line, it belongs to that one.
        self.take_over(key);
        Some(key)
    }

    /// A handle that Janus made or kept; nothing when it is here already.
    pub(super) fn register_handle(
        &mut self,
        session: SessionKey,
        id: HandleId,
        options: Option<Box<AttachOptions>>,
    ) -> Option<HandleKey> {
        if self.handle_ids.contains_key(&(session, id)) {
            return None;
        }
        let key = HandleKey(self.next_key());
        self.sessions.get_mut(&session)?.handles.insert(key);
        self.handle_ids.insert((session, id), key);
        let state = HandleState::Attached;
        let handle = Handle {
            id,
            session,
            open_requests: 0,
            ended: None,
            state,
            options,
            queue: EventQueue::new(),
        };
        self.handles.insert(key, handle);
        Some(key)
    }

    /// What is kept of an attach, if it may have to be repeated.
    pub(super) fn to_repeat(&self, options: &AttachOptions) -> Option<Box<AttachOptions>> {
        let rebuild = self.config.recovery.is_some_and(|recovery| recovery.rebuild);
        rebuild.then(|| Box::new(options.clone()))
    }

    /// The session is gone; an application that asked for its end gets that end.
    pub(super) fn end_session(&mut self, key: SessionKey, reason: EndReason) {
        let Some(session) = self.sessions.get_mut(&key) else { return };
        let id = session.id;
        session.state = SessionState::Ending;
        let mut handles: Vec<_> = session.handles.drain().collect();
        handles.sort_unstable();
        let reason = match self.fulfil_endings(Target::Session(key), reason) {
            true => EndReason::Destroyed,
            false => reason,
        };
        for handle in handles {
            self.end_handle(handle, reason);
        }
        let open = self.requests.ids(|open| open.target == Target::Session(key));
        for request in open {
            self.end_request(request, reason.session_gone());
        }
        self.sessions.remove(&key);
        self.session_ids.remove(&id);
        self.outputs.push_back(Output::SessionEnded { session: key, id, reason });
        self.try_finish_recovery();
    }

    pub(super) fn end_all_sessions(&mut self, reason: EndReason) {
        let mut keys: Vec<_> = self.sessions.keys().copied().collect();
        keys.sort_unstable();
        for key in keys {
            self.end_session(key, reason);
        }
    }

    /// The handle is gone in Janus; its reader is told after what it has not read yet.
    pub(super) fn end_handle(&mut self, key: HandleKey, reason: EndReason) {
        let Some(handle) = self.handles.get_mut(&key) else { return };
        if handle.ended.is_some() {
            return;
        }
        handle.ended = Some(reason);
        let (session, id, open_requests) = (handle.session, handle.id, handle.open_requests);
        let mut reason = reason;
        if open_requests > 0 {
            if self.fulfil_endings(Target::Handle(key), reason) {
                reason = EndReason::Detached;
            }
            for request in self.requests.ids(|open| open.target == Target::Handle(key)) {
                self.end_request(request, reason.handle_detached());
            }
        }
        if let Some(handle) = self.handles.get_mut(&key) {
            handle.ended = Some(reason);
        }
        self.handle_ids.remove(&(session, id));
        if let Some(session) = self.sessions.get_mut(&session) {
            session.handles.remove(&key);
        }
        self.push_event(key, Event::Ended(reason));
    }

    /// Whatever ended it, an ending under way has what it wanted. Janus answers the requests of one
    /// session from several threads, so another request may learn of the end before the ending does.
    fn fulfil_endings(&mut self, target: Target, reason: EndReason) -> bool {
        if !reason.is_gone_in_janus() {
            return false;
        }
        let endings = self.requests.ids(|open| open.target == target && open.is_teardown());
        for id in &endings {
            self.fulfil(*id);
        }
        !endings.is_empty()
    }

    /// Ends an ending that has no message of its own.
    pub(super) fn fulfil(&mut self, id: RequestId) {
        if let Some(pending) = self.take(id) {
            self.count_answer(&pending);
            if pending.sent.is_some() {
                self.requests.expect_late_response(id);
            }
            let reply = Reply { message: None, created: None };
            self.outputs.push_back(Output::Reply { request: id, result: Ok(reply) });
        }
    }

    /// What the server said of its timeouts; Janus's defaults until it has.
    pub(super) fn known_limits(&self) -> ServerLimits {
        self.limits.unwrap_or(ServerLimits { session_timeout: 60, ..ServerLimits::default() })
    }

    fn keepalive_interval(&self, session: &Session) -> Duration {
        if let Some(interval) = session.interval {
            return interval.max(SHORTEST_KEEPALIVE);
        }
        let limits = self.known_limits();
        let mut interval = LONGEST_KEEPALIVE;
        if limits.session_timeout > 0 {
            interval = interval.min(Duration::from_millis(limits.session_timeout.saturating_mul(500)));
        }
        if limits.reclaim_session_timeout > 0 {
            interval =
                interval.min(Duration::from_millis(limits.reclaim_session_timeout.saturating_mul(333)));
        }
        interval.max(SHORTEST_KEEPALIVE)
    }

    pub(super) fn plan_keepalive(&mut self, key: SessionKey) {
        let Some(session) = self.sessions.get(&key).filter(|it| it.state == SessionState::Active) else { return };
        let interval = self.keepalive_interval(session);
        let at = (session.last_sent + interval).max(self.now);
        if let Some(session) = self.sessions.get_mut(&key) {
            session.keepalive_at = at;
            self.timers.set(at, Timer::Keepalive(key));
        }
    }

    pub(super) fn on_keepalive_due(&mut self, key: SessionKey) {
        let Some(session) = self.sessions.get(&key).filter(|it| it.state == SessionState::Active) else { return };
        let interval = self.keepalive_interval(session);
        if self.now >= session.last_sent + interval {
            if let Some(session) = self.sessions.get_mut(&key) {
                session.last_sent = self.now;
            }
            let wait = (interval / 2).max(Duration::from_secs(1));
            self.ask_internally(Target::Session(key), Verb::Keepalive, Timeout::After(wait));
        }
        self.plan_keepalive(key);
    }

    pub(super) fn on_keepalive_refused(&mut self, key: SessionKey, error: Error) {
        if let Some(session) = self.session_id(key) {
            self.notice(Notice::KeepaliveRefused { session, error });
        }
    }

    /// The server told its limits: the sessions keep to them.
    pub(super) fn on_limits(&mut self, limits: ServerLimits) {
        self.limits = Some(limits);
        self.warn_of_no_reclaim();
        let mut keys: Vec<_> = self.sessions.keys().copied().collect();
        keys.sort_unstable();
        for key in keys {
            self.plan_keepalive(key);
            self.warn_of_long_interval(key);
        }
    }

    pub(super) fn warn_of_long_interval(&mut self, key: SessionKey) {
        let Some(limits) = self.limits.filter(|limits| limits.session_timeout > 0) else { return };
        let session_timeout = Duration::from_secs(limits.session_timeout);
        let asked = self.sessions.get(&key).and_then(|session| Some((session.id, session.interval?)));
        if let Some((session, interval)) = asked {
            if interval >= session_timeout {
                self.notice(Notice::KeepaliveTooLong { session, interval, session_timeout });
            }
        }
    }

    pub(super) fn on_request_timeout(&mut self, id: RequestId) {
        let undoing = self.requests.get(id).filter(|open| self.away.is_some() && open.undoes());
        if let Some(open) = undoing {
            // There was no line to undo it on.
            let longer = self.now.since(open.asked) + Recovery::LONGEST_PAUSE;
            return self.set_timeout(self.now, id, Timeout::After(longer));
        }
        let Some(pending) = self.take(id) else { return };
        let takes_over = self.takes_over(&pending).is_some();
        // One that a full line did not even take says nothing about Janus.
        if let (true, false, Some(_), Verb::Keepalive, Target::Session(key)) =
            (pending.internal, takes_over, pending.sent, &pending.verb, pending.target)
        {
            return self.on_silent_keepalive(key, pending.asked);
        }
        let error = match pending.awaiting_lost_response() {
            true => self.error_about(id, &pending, ErrorCode::ResponseLost, RESPONSE_LOST),
            false => self.describe(id, &pending, Error::new(ErrorCode::Timeout, self.timeout_text(&pending))),
        };
        self.reply_error(id, &pending, error);
        self.shut_when_done();
    }

    fn timeout_text(&self, pending: &Pending<Out>) -> String {
        let deadline = pending.deadline.unwrap_or(self.now);
        let waited = Waited(deadline.since(pending.asked));
        if pending.sent.is_some() {
            return format!("no response within {waited}; Janus may still carry the request out");
        }
        let why = match (self.link.line(), self.writable) {
            (None, _) => "there was no connection to Janus",
            (Some(_), false) => "the connection took no more data",
            (Some(_), true) if pending.handed => "the requests before it had no response",
            (Some(_), true) => "its session was not restored after an outage",
        };
        format!("not sent within {waited}: {why}")
    }

    /// If nothing at all came since, the line is dead; else only this session is.
    fn on_silent_keepalive(&mut self, key: SessionKey, asked: Time) {
        match (self.link.line(), self.last_heard()) {
            (Some(_), Some(heard)) if heard <= asked => self.lose_silent_line(silent()),
            _ => self.end_session(key, EndReason::Unresponsive),
        }
    }

    /// Takes a request out of the books.
    pub(super) fn take(&mut self, id: RequestId) -> Option<Pending<Out>> {
        let pending = self.requests.remove(id)?;
        if let (true, Some((line, _))) = (pending.handed, self.link.line()) {
            self.outputs.push_back(Output::Cancel { line, request: id });
        }
        if let Target::Handle(key) = pending.target {
            if let Some(handle) = self.handles.get_mut(&key) {
                handle.open_requests -= 1;
            }
            if pending.internal {
                self.checks.one_less();
            }
        }
        Some(pending)
    }

    pub(super) fn end_request(&mut self, id: RequestId, error: Error) {
        if let Some(pending) = self.take(id) {
            let error = self.describe(id, &pending, error);
            self.reply_error(id, &pending, error);
        }
    }

    /// Endings of a connection that closes gracefully stay open until Janus has answered them: they
    /// name their session and handle by id, as nothing else of these is kept.
    pub(super) fn let_go_of_endings(&mut self) {
        for id in self.requests.ids(Pending::is_teardown) {
            let Some(pending) = self.requests.get(id) else { continue };
            let (target, session) = (pending.target, self.session_of(pending.target));
            let named_session = session.and_then(|session| self.session_id(session));
            let mut named_handle = None;
            if let Target::Handle(key) = target {
                if let Some(handle) = self.handles.get_mut(&key) {
                    handle.open_requests -= 1;
                    named_handle = Some(handle.id);
                }
            }
            if let Some(pending) = self.requests.get_mut(id) {
                pending.target = Target::Connection;
                (pending.named_session, pending.named_handle) = (named_session, named_handle);
            }
        }
    }

    /// Ends all requests, perhaps but for those that end a session or a handle; `judge` says
    /// how, from whether each was sent.
    pub(super) fn end_requests(
        &mut self,
        but_for_endings: bool,
        judge: impl Fn(bool) -> (ErrorCode, &'static str),
    ) {
        for id in self.requests.ids(|open| !(but_for_endings && (open.undoes() || open.is_teardown()))) {
            if let Some(pending) = self.take(id).filter(|pending| !pending.internal) {
                let (code, text) = judge(pending.sent.is_some());
                let error = self.error_about(id, &pending, code, text);
                self.reply_error(id, &pending, error);
            }
        }
    }

    pub(super) fn reply_error(&mut self, id: RequestId, pending: &Pending<Out>, error: Error) {
        if pending.internal {
            return self.on_own_failure(pending, error);
        }
        self.fail(id, error);
        if let (Verb::Keepalive, Target::Handle(key)) = (&pending.verb, pending.target) {
            // An adoption that came to nothing: nobody has this handle.
            self.end_handle(key, EndReason::NotFound);
            self.forget_handle(key);
        }
    }

    pub(super) fn error_about(
        &self,
        id: RequestId,
        pending: &Pending<Out>,
        code: ErrorCode,
        text: &'static str,
    ) -> Error {
        self.describe(id, pending, Error::new(code, text))
    }

    pub(super) fn describe(&self, id: RequestId, pending: &Pending<Out>, error: Error) -> Error {
        let (session, handle) = match pending.target {
            Target::Connection => (pending.named_session, pending.named_handle),
            Target::Session(key) => (self.session_id(key), None),
            Target::Handle(key) => match self.handles.get(&key) {
                Some(handle) => (self.session_id(handle.session), Some(handle.id)),
                None => (None, None),
            },
        };
        let transaction = match &pending.transaction {
            Some(text) => text.to_string(),
            None => id.get().to_string(),
        };
        error.about(pending.verb.word().to_owned(), session, handle).in_transaction(
            transaction,
            self.now.since(pending.asked),
            pending.sent.is_some(),
        )
    }

    pub(super) fn prune_timers(&mut self) {
        let live = self.requests.len() + self.sessions.len();
        let mut timers = std::mem::take(&mut self.timers);
        timers.prune(live, |at, timer| self.holds(at, timer));
        self.timers = timers;
    }
}
