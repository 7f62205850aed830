//! The protocol: sessions, handles, transactions, timeouts, keepalives, recovery.
//!
//! The engine does no I/O and has no clock. Give it inputs (`handle_*`) and commands (`create`, `attach`,
//! `message`, …), then call [`poll_output`](Engine::poll_output) until it returns [`Output::Wait`], and carry the
//! outputs out. Calls may come in any order; a call that no longer makes sense has no effect, or ends in an error
//! reply.
//!
//! `In` is the type of a received message, `Out` that of a request's members; the engine reads neither.

mod capabilities;
mod closing;
mod commands;
mod connection;
mod early_events;
mod end_reason;
mod event;
mod event_queue;
mod keepalive;
mod keys;
mod lifecycle;
mod liveness;
mod notice;
mod notice_limit;
mod options;
mod outcomes;
mod output;
mod pending_request;
mod receive;
mod recovery;
mod requests;
mod responses;
mod sessions;
mod stats;
mod timers;
mod transmit;

use std::collections::VecDeque;
use std::sync::Arc;

pub use self::capabilities::Capabilities;
pub use self::end_reason::{Disconnect, EndReason};
pub use self::event::{Droppable, Event};
pub use self::keys::{HandleKey, RebuildKey, RequestId, SessionKey, TransportId};
pub use self::notice::{Notice, ProtocolViolation};
pub use self::options::{Completion, CreateOptions, Idempotency, RequestOptions, Target, Timeout};
pub use self::output::{Created, Output, Reply, ResumedSessions};
pub use self::stats::Stats;
pub use self::timers::WaitReason;

use self::connection::Connection;
use self::early_events::EarlyEvents;
use self::event_queue::Backpressure;
use self::notice_limit::NoticeLimit;
use self::recovery::Recovery;
use self::requests::Requests;
use self::sessions::Sessions;
use self::stats::RoundTrips;
use self::timers::{Timer, Timers};
use crate::config::{Api, Config};
use crate::error::Result;
use crate::id::{HandleId, SessionId};
use crate::rng::Rng;
use crate::secret::Secret;
use crate::time::Time;
use crate::wire::{JanusVersion, ServerLimits};

/// The state of one connection to Janus.
pub struct Engine<In, Out> {
    config: Arc<Config>,
    now: Time,
    connection: Connection,
    requests: Requests<Out>,
    sessions: Sessions<In>,
    early: EarlyEvents<In>,
    backpressure: Backpressure,
    recovery: Recovery,
    /// The secrets of each address.
    credentials: Vec<Option<Arc<Secret>>>,
    /// What the server reported of its timeouts, once it has.
    limits: Option<ServerLimits>,
    rng: Rng,
    last_key: u64,
    timers: Timers,
    outputs: VecDeque<Output<In, Out>>,
    notice_limit: NoticeLimit,
    stats: Stats,
    round_trips: RoundTrips,
}

impl<In, Out> std::fmt::Debug for Engine<In, Out> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("connection", &self.connection)
            .field("sessions", &self.sessions.len())
            .field("handles", &self.sessions.handle_count())
            .field("requests", &self.requests.len())
            .field("deadlines", &self.timers.len())
            .field("stats", &self.stats)
            .finish_non_exhaustive()
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// Creates an engine that is not connected yet.
    ///
    /// `seed` is where the transaction numbers begin, and seeds the jitter; take a random one, so
    /// that responses to an earlier process are not taken for responses to this one.
    ///
    /// # Errors
    /// Those of [`Config::validate`].
    pub fn new(config: impl Into<Arc<Config>>, seed: u64) -> Result<Self> {
        let config = config.into();
        config.validate()?;
        Ok(Self {
            credentials: credentials_of(&config),
            config,
            now: Time::ZERO,
            connection: Connection::new(),
            requests: Requests::new(seed),
            sessions: Sessions::new(),
            early: EarlyEvents::new(),
            backpressure: Backpressure::default(),
            recovery: Recovery::default(),
            limits: None,
            rng: Rng::new(seed),
            last_key: 0,
            timers: Timers::default(),
            outputs: VecDeque::new(),
            notice_limit: NoticeLimit::default(),
            stats: Stats::default(),
            round_trips: RoundTrips::new(),
        })
    }

    /// Replaces the token of all addresses: each request that is sent from now on has this one, also those that wait, and
    /// also after a reconnect. Engines that share a configuration share its token.
    pub fn set_token(&mut self, token: &Secret) {
        for address in &self.config.addresses {
            address.set_token(token.clone());
        }
        self.credentials = credentials_of(&self.config);
    }

    /// Returns the next thing to do. Call it until it returns [`Output::Wait`], after every command and every
    /// `handle_*`.
    pub fn poll_output(&mut self) -> Output<In, Out> {
        loop {
            if let Some(output) = self.outputs.pop_front() {
                return output;
            }
            if self.is_recovered() {
                self.finish_recovery();
            } else if self.is_report_due() {
                self.report_recovery();
            } else if self.early.are_unwanted(&self.requests) {
                self.drop_early();
            } else if let Some(output) = self.next_transmit() {
                return output;
            } else if self.outputs.is_empty() {
                let (until, reason) = self.next_deadline();
                return Output::Wait { until, reason };
            }
        }
    }

    /// Handles the deadline that [`Output::Wait`] named. A call before it has no effect.
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

    /// Whether the transport accepts more requests.
    pub fn handle_writable(&mut self, writable: bool) {
        self.connection.writable = writable;
    }

    /// Returns the API of the server that this connection uses.
    #[must_use]
    pub fn api(&self) -> Api {
        self.config.api
    }

    /// Returns the statistics of this connection.
    #[must_use]
    pub fn stats(&self) -> Stats {
        let (sessions, handles) = (self.sessions.len() as u64, self.sessions.handle_count() as u64);
        Stats { sessions, handles, ..self.stats }.completed(&self.round_trips)
    }

    /// Counts fields of responses and events that were kept as they came.
    pub fn count_raw_fields(&mut self, count: u64) {
        self.stats.raw_fields += count;
    }

    /// Returns the limits that the server reported, once it has.
    #[must_use]
    pub const fn server_limits(&self) -> Option<ServerLimits> {
        self.limits
    }

    /// Says that a request is newer than the server, if it is.
    #[must_use]
    pub fn is_too_old_for(&self, since: JanusVersion) -> Option<String> {
        let version = self.limits?.version.filter(|version| *version < since)?;
        Some(format!("it needs Janus {since} or newer, and the server is Janus {version}"))
    }

    /// Returns the id of a session until it ends.
    #[must_use]
    pub fn session_id(&self, session: SessionKey) -> Option<SessionId> {
        self.sessions.id(session)
    }

    /// Returns the id of a handle until it is removed.
    #[must_use]
    pub fn handle_id(&self, handle: HandleKey) -> Option<HandleId> {
        self.sessions.handle(handle).map(|handle| handle.id)
    }

    /// Whether the handle is attached, or has unread events.
    #[must_use]
    pub fn has_handle(&self, handle: HandleKey) -> bool {
        self.sessions.handle(handle).is_some()
    }

    /// Whether the last output is an [offer](Output::Offer), which is to be judged before the next input.
    #[must_use]
    pub fn has_offer(&self) -> bool {
        matches!(self.outputs.back(), Some(Output::Offer { .. }))
    }

    /// Whether [`poll_output`](Self::poll_output) has more to return than [`Output::Wait`].
    #[must_use]
    pub fn has_output(&self) -> bool {
        !self.outputs.is_empty()
    }

    /// Returns the configuration.
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

    /// Whether a timer is not stale.
    fn holds(&self, at: Time, timer: Timer) -> bool {
        match timer {
            Timer::Request(id) => self.requests.get(id).is_some_and(|open| open.deadline == Some(at)),
            Timer::Keepalive(key) => self.sessions.get(key).is_some_and(|session| session.keepalive_at == at),
            Timer::Grace => self.recovery.holds_grace(at),
            Timer::Preparation(key) => self.recovery.is_prepared_until(key, at),
            Timer::Backpressure => self.backpressure.holds(at),
            Timer::Notices => self.notice_limit.holds(at),
            Timer::Attempt(_) | Timer::Closing | Timer::Liveness(_) | Timer::Retry => {
                self.connection.phase.holds(at, timer)
            }
        }
    }

    fn on_timer(&mut self, timer: Timer) {
        match timer {
            Timer::Request(id) => self.on_request_timeout(id),
            Timer::Keepalive(key) => self.on_keepalive_due(key),
            Timer::Backpressure => self.on_backpressure_due(),
            Timer::Notices => self.report_suppressed(),
            Timer::Grace => self.on_grace_over(),
            Timer::Preparation(key) => self.on_preparation_timeout(key),
            Timer::Attempt(transport) => self.on_attempt_timeout(transport),
            Timer::Closing => self.on_closing_timeout(),
            Timer::Liveness(transport) => self.on_liveness_due(transport),
            Timer::Retry => self.on_retry_due(),
        }
    }

    /// Removes stale timers once they are the greater part.
    fn prune_timers(&mut self) {
        let live = self.requests.len() + self.sessions.len();
        let mut timers = std::mem::take(&mut self.timers);
        timers.prune(live, |at, timer| self.holds(at, timer));
        self.timers = timers;
    }
}

/// The members that each address adds to a request.
fn credentials_of(config: &Config) -> Vec<Option<Arc<Secret>>> {
    let credentials = config.addresses.iter().map(|address| address.credentials(config.api));
    credentials.map(|text| (!text.is_empty()).then(|| Arc::new(Secret::from(text)))).collect()
}
