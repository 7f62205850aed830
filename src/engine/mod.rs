//! The protocol: sessions, handles, transactions, timeouts, keep-alives.
//!
//! The engine does no I/O and has no clock. Tell it what happened
//! (`handle_*`) or what is wanted (`create`, `attach`, `message`, …), then call
//! [`poll_output`](Engine::poll_output) until it says [`Output::Wait`], and do
//! what it says. Calls may come in any order; one that no longer makes sense
//! does nothing, or ends in an error reply.
//!
//! `In` is what was received, `Out` what is sent; the engine looks into neither.

mod commands;
mod early;
mod end;
mod events;
mod inbound;
mod keys;
mod connection;
mod notice;
mod recovery;
mod requests;
mod sessions;
mod stats;
mod timers;
mod types;

use std::collections::VecDeque;
use std::sync::Arc;

use rustc_hash::FxHashMap;

pub use self::commands::CreateOptions;
pub use self::end::{Disconnect, EndReason};
pub use self::keys::{HandleKey, TransportId, RequestId, SessionKey};
pub use self::notice::{Notice, PeerFault};
pub use self::stats::Stats;
pub use self::timers::WaitReason;
pub use self::types::{
    Completion, Droppable, Event, Capabilities, Created, Output, Idempotency, Reply, RequestOptions, Target, Timeout,
};

use self::early::EarlyEvents;
use self::events::Backpressure;
use self::connection::Link;
use self::notice::NoticeLimit;
use self::recovery::{Checks, Outage, SessionState};
use self::requests::{Pending, Requests};
use self::sessions::{Handle, Session};
use self::stats::RoundTrips;
use self::timers::{Timer, Timers};
use crate::config::{Api, Config};
use crate::rng::Rng;
use crate::error::{Error, Result};
use crate::id::{HandleId, SessionId};
use crate::secret::Secret;
use crate::time::Time;
use crate::wire::{ServerLimits, Transmit, Verb};

/// The state of one connection to Janus.
pub struct Engine<In, Out> {
    config: Arc<Config>,
    now: Time,
    link: Link,
    /// Whether the line takes more; then requests leave, else they wait here.
    writable: bool,
    /// Since the line broke, until all is on the next one.
    away: Option<Outage>,
    /// Until when answers to requests that were sent on the last line are waited for.
    grace_until: Option<Time>,
    checks: Checks,
    rng: Rng,
    /// Whether it was said that sessions die with the line.
    warned: bool,
    credentials: Vec<Option<Arc<Secret>>>,
    limits: Option<ServerLimits>,
    sessions: FxHashMap<SessionKey, Session>,
    session_ids: FxHashMap<SessionId, SessionKey>,
    handles: FxHashMap<HandleKey, Handle<In>>,
    handle_ids: FxHashMap<(SessionKey, HandleId), HandleKey>,
    last_key: u64,
    requests: Requests<Out>,
    early: EarlyEvents<In>,
    timers: Timers,
    outputs: VecDeque<Output<In, Out>>,
    backpressure: Backpressure,
    notice_limit: NoticeLimit,
    stats: Stats,
    round_trips: RoundTrips,
}

impl<In, Out> std::fmt::Debug for Engine<In, Out> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("link", &self.link)
            .field("sessions", &self.sessions.len())
            .field("handles", &self.handles.len())
            .field("requests", &self.requests.len())
            .field("deadlines", &self.timers.len())
            .field("stats", &self.stats)
            .finish_non_exhaustive()
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// An engine that is not connected yet.
    ///
    /// `seed` fixes where the transaction numbers begin; take a random one, so
    /// that answers meant for an earlier process are told from one's own.
    ///
    /// # Errors
    /// Those of [`Config::validate`].
    pub fn new(config: impl Into<Arc<Config>>, seed: u64) -> Result<Self> {
        let config = config.into();
        config.validate()?;
        let credentials = config
            .addresses
            .iter()
            .map(|address| Some(address.credentials(config.api)).filter(|text| !text.is_empty()))
            .map(|text| text.map(|text| Arc::new(Secret::from(text))))
            .collect();
        Ok(Self {
            config,
            now: Time::ZERO,
            link: Link::Idle,
            writable: true,
            away: None,
            grace_until: None,
            checks: Checks::default(),
            rng: Rng::new(seed),
            warned: false,
            credentials,
            limits: None,
            sessions: FxHashMap::default(),
            session_ids: FxHashMap::default(),
            handles: FxHashMap::default(),
            handle_ids: FxHashMap::default(),
            last_key: 0,
            requests: Requests::new(seed),
            early: EarlyEvents::new(),
            timers: Timers::default(),
            outputs: VecDeque::new(),
            backpressure: Backpressure::default(),
            notice_limit: NoticeLimit::default(),
            stats: Stats::default(),
            round_trips: RoundTrips::new(),
        })
    }

    /// The next thing to do. Call it again until it says [`Output::Wait`], after
    /// every command and every `handle_*`.
    pub fn poll_output(&mut self) -> Output<In, Out> {
        if let Some(output) = self.outputs.pop_front() {
            return output;
        }
        if self.early.are_unwanted(&self.requests) {
            self.drop_early();
            return self.poll_output();
        }
        if let Some(output) = self.next_transmit() {
            return output;
        }
        let (until, reason) = self.next_deadline();
        Output::Wait { until, reason }
    }

    /// The moment named by the last call has come, or a later one.
    /// Calls that come too early do nothing.
    pub fn handle_timeout(&mut self, now: Time) {
        self.advance(now);
        if let (Some(due), _) = self.next_deadline() {
            let late = self.now.since(due);
            if late >= self.config.probe_timeout {
                self.on_clock_jump(late);
            }
        }
        while let Some((at, timer)) = self.timers.next() {
            if at > self.now {
                break;
            }
            self.timers.pop();
            if self.holds(at, timer) {
                self.on_timer(timer);
            }
        }
    }

    /// The line takes more requests, or none for now.
    pub fn handle_writable(&mut self, writable: bool) {
        self.writable = writable;
    }

    /// Which of the server's two APIs it speaks.
    #[must_use]
    pub fn api(&self) -> Api {
        self.config.api
    }

    /// The figures of this connection.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.stats.completed(&self.round_trips)
    }

    /// Counts fields that a reader of answers and events kept raw.
    pub fn count_raw_fields(&mut self, count: u64) {
        self.stats.raw_fields += count;
    }

    /// What the server said of its timeouts, once it has.
    #[must_use]
    pub const fn server_limits(&self) -> Option<ServerLimits> {
        self.limits
    }

    /// The id of a session, while it is there.
    #[must_use]
    pub fn session_id(&self, session: SessionKey) -> Option<SessionId> {
        self.sessions.get(&session).map(|session| session.id)
    }

    /// The id of a handle, while it is there.
    #[must_use]
    pub fn handle_id(&self, handle: HandleKey) -> Option<HandleId> {
        self.handles.get(&handle).map(|handle| handle.id)
    }

    /// Whether a handle is here, attached or with something left to read.
    #[must_use]
    pub fn has_handle(&self, handle: HandleKey) -> bool {
        self.handles.contains_key(&handle)
    }

    /// Whether [`poll_output`](Self::poll_output) has more to say than to wait.
    #[must_use]
    pub fn has_output(&self) -> bool {
        !self.outputs.is_empty()
    }

    /// The configuration.
    #[must_use]
    pub const fn config(&self) -> &Arc<Config> {
        &self.config
    }

    fn advance(&mut self, now: Time) {
        self.now = self.now.max(now);
    }

    fn next_key(&mut self) -> u64 {
        self.last_key += 1;
        self.last_key
    }

    fn next_deadline(&mut self) -> (Option<Time>, WaitReason) {
        while let Some((at, timer)) = self.timers.next() {
            if self.holds(at, timer) {
                return (Some(at), timer.reason());
            }
            self.timers.pop();
        }
        (None, WaitReason::Idle)
    }

    /// Whether a timer still means something.
    fn holds(&self, at: Time, timer: Timer) -> bool {
        match timer {
            Timer::Request(id) => self.requests.get(id).is_some_and(|open| open.deadline == Some(at)),
            Timer::Keepalive(key) => {
                self.sessions.get(&key).is_some_and(|session| session.keepalive_at == at)
            }
            Timer::Grace => self.grace_until == Some(at),
            Timer::Backpressure => self.backpressure.holds(at),
            Timer::Notices => self.notice_limit.holds(at),
            Timer::Attempt(_) | Timer::Closing | Timer::Liveness(_) | Timer::Retry => {
                self.link.holds(at, timer)
            }
        }
    }

    fn on_timer(&mut self, timer: Timer) {
        match timer {
            Timer::Request(id) => self.on_request_timeout(id),
            Timer::Keepalive(key) => self.on_keepalive_due(key),
            Timer::Backpressure => self.on_backpressure_due(),
            Timer::Notices => self.tell_of_held_back(),
            Timer::Grace => self.on_grace_over(),
            Timer::Attempt(line) => self.on_attempt_timeout(line),
            Timer::Closing => self.on_closing_timeout(),
            Timer::Liveness(line) => self.on_liveness_due(line),
            Timer::Retry => self.on_retry_due(),
        }
    }

    fn next_transmit(&mut self) -> Option<Output<In, Out>> {
        let (line, address) = self.link.line()?;
        if !self.writable {
            return None;
        }
        loop {
            let Some((id, pending)) = self.requests.next_unsent() else {
                // Users' requests go first.
                match self.check_next_handle() {
                    true => continue,
                    false => return None,
                }
            };
            let (session_key, handle) = match pending.target {
                Target::Connection => (None, None),
                Target::Session(key) => (Some(key), None),
                Target::Handle(key) => match self.handles.get(&key) {
                    Some(handle) => (Some(handle.session), Some(handle.id)),
                    None => continue,
                },
            };
            let mut session_id = pending.named_session;
            if let Some(session) = session_key.and_then(|key| self.sessions.get_mut(&key)) {
                if session.state != SessionState::Active && !pending.internal {
                    session.waiting.push(id);
                    continue;
                }
                session.last_sent = self.now;
                session_id = Some(session.id);
            }
            let (session_id, handle) = match pending.verb {
                Verb::Create(_) => (None, None),
                Verb::Attach(_) => (session_id, None),
                _ => (session_id, handle.or(pending.named_handle)),
            };
            match self.link.queues() {
                true => pending.handed = true,
                false => {
                    self.stats.sent += 1;
                    self.stats.repeated += u64::from(pending.sent.replace(self.now).is_some());
                }
            }
            let credentials = match pending.own_credentials {
                true => None,
                false => self.credentials.get(address).cloned().flatten(),
            };
            let transmit = Transmit {
                verb: pending.verb.clone(),
                session: session_id,
                handle,
                transaction: pending.transaction_text(id),
                members: match pending.idempotency {
                    Idempotency::NotIdempotent => pending.members.take(),
                    Idempotency::Idempotent => pending.members.clone(),
                },
                credentials,
            };
            return Some(Output::Transmit { line, request: id, transmit });
        }
    }

    /// Counts a request that was answered.
    fn count_answer(&mut self, pending: &Pending<Out>) {
        self.stats.answered += 1;
        if let Some(sent) = pending.sent {
            self.round_trips.record(self.now.since(sent));
        }
    }

    fn fail(&mut self, request: RequestId, error: Error) {
        self.stats.count(error.code());
        self.outputs.push_back(Output::Reply { request, result: Err(error) });
    }
}
