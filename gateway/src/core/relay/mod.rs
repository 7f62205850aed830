//! Pages on one side, Janus on the other: sessions, ids, transactions, order.
//!
//! Give the gateway what happens (a page's connection, a message, the result of an action, a time), then call
//! [`poll_action`](Gateway::poll_action) until it returns [`Action::Wait`], and carry the actions out.

mod action;
mod answer;
mod at_handle;
mod at_session;
mod case;
#[cfg(any(feature = "npm", feature = "server"))]
mod case_json;
mod change;
mod consult;
mod counters;
mod created;
mod drain;
mod droppable;
mod expiry;
mod flow;
mod from_janus;
mod from_page;
mod occurrence;
mod operator;
mod page;
mod poll;
mod presence;
mod reload;
mod replica;
mod request;
mod rewrite;
mod rooms;
mod sessions;
mod transaction;
mod upstream;
mod view;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use bifrons::Config;
use bifrons::engine::{Capabilities, Output, RequestId, TransportId};
use bifrons::time::Time;
use serde_json::{Map, Value};

pub use action::{Action, CloseCode, PageId};
pub use case::{Case, CaseFlow, Verdict};
pub use consult::Consultation;
pub use counters::{Counters, Histogram, RequestKind};
pub use droppable::EventOf;
pub use expiry::{AtExpiry, WARN_BEFORE};
pub(crate) use flow::plan;
pub use flow::{BUILT_IN_FLOWS, FLOW, Flow, FlowStep, Reference, UnknownReference};
pub use occurrence::{Occurrence, OccurrenceKind, OfRoom};
pub use poll::{PathIds, Poll, Polled};
pub use replica::{Place, Question, ReplicaSettings, StoreAction, StoreFailure, StoreOperation, Stored};
pub use view::{HandleView, Load, RoomView, SessionView, UpstreamView, UserView};

use self::answer::About;
use self::consult::Consultations;
use self::created::{CreatedRooms, RoomChange};
use self::flow::{Running, Sent, Undoing, check_flows};
use self::page::{Page, Strangers};
use self::replica::{Adopted, Replica};
use self::sessions::Sessions;
use self::upstream::Upstream;
use super::definitions::{Plugin, Request};
use super::ice::IceServers;
use super::identity::Identity;
use super::keys::Keys;
use super::limits::{Held, Limits, RateLimiter, Usages};
use super::revocation::Revocations;
use super::rules::Rules;
use super::token::{Check, Issuer, Settled, Tokens, check_bounds};

/// How the gateway works.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The Janus server.
    pub janus: Arc<Config>,
    /// The connections to it; sessions are spread over them.
    pub connections: usize,
    /// Who issues the pages' tokens.
    pub issuers: Vec<Issuer>,
    /// What is allowed and denied beyond the grants.
    pub rules: Rules,
    /// What Janus asks for, and pages don't have.
    pub keys: Keys,
    /// Whether the host application decides, too, about each request to a plugin that grants or rules allow.
    pub consults: bool,
    /// How long the host application may take for it; then the request is refused.
    pub verdict_within: Duration,
    /// How rooms of VideoRoom are made that a page enters while they are absent: fields of `create`, by the names that
    /// grants have for them.
    pub presets: BTreeMap<String, Map<String, Value>>,
    /// The flows beside the gateway's own.
    pub flows: Vec<Flow>,
    /// The STUN and TURN servers that pages get with their sessions.
    pub ice_servers: Vec<IceServers>,
    /// How long before its token expires a page is warned.
    pub warn_before: Duration,
    /// What a session does once its token has expired.
    pub at_expiry: AtExpiry,
    /// How long a session waits for its page to come back.
    pub grace: Duration,
    /// How this gateway is one of several that share a store; `None` if it is the only one.
    pub replica: Option<ReplicaSettings>,
    /// The limits of pages, users, addresses and tenants.
    pub limits: Limits,
}

/// A request at Janus, and what its response is for.
struct Pending {
    page: PageId,
    about: About,
    what: Asked,
    since: Time,
}

/// What a page has asked for.
enum Asked {
    Create(Arc<Identity>, Held),
    Attach(&'static Plugin, Held),
    /// A session that was another replica's, by its virtual id.
    Claim(u64),
    /// A handle of such a session.
    Adopt(Box<Adopted>),
    /// The handle for a flow.
    FlowHandle(Box<Running>),
    /// A step of a flow.
    FlowStep(Box<Sent>),
    /// What undoes a step of a flow, and the room that it destroys.
    FlowUndone(Box<Undoing>, Option<RoomChange>),
    Message {
        /// The number in its transaction.
        number: u64,
        plugin: &'static Plugin,
        request: Option<&'static Request>,
        /// Whether its response is for the page as it is.
        by_rule: bool,
        room: Option<RoomChange>,
    },
    Other,
}

/// The gateway.
#[allow(missing_debug_implementations, reason = "it holds secrets")]
pub struct Gateway {
    settings: Settings,
    now: Time,
    upstreams: Vec<Upstream>,
    /// The connection to Janus for the next session.
    next_upstream: usize,
    pages: HashMap<PageId, Page>,
    strangers: Strangers,
    /// When polls end, and sessions over HTTP that are not used, by their pages.
    http_deadlines: BTreeSet<(Time, PageId)>,
    sessions: Sessions,
    usages: Usages,
    created: CreatedRooms,
    rates: RateLimiter,
    counters: Counters,
    revocations: Revocations,
    consultations: Consultations,
    replica: Option<Replica>,
    tokens: Tokens,
    pending: HashMap<(usize, RequestId), Pending>,
    /// The number of the next transaction.
    next_transaction: u64,
    is_draining: bool,
    random: Box<dyn FnMut() -> u64 + Send>,
    actions: VecDeque<Action>,
}

impl Gateway {
    /// A gateway that is not connected to Janus yet. `random` must give numbers that can't be guessed: ids are made of
    /// them.
    ///
    /// # Errors
    /// Those of [`Config::validate`]; several issuers of which one has no [`AtMost`](super::token::AtMost); a flow whose name
    /// is taken, whose plugin is not known, or that has an unknown reference.
    pub fn new(settings: Settings, mut random: Box<dyn FnMut() -> u64 + Send>) -> bifrons::Result<Self> {
        check_bounds(&settings.issuers)?;
        check_flows(&settings.flows)?;
        let upstreams = (0..settings.connections.max(1))
            .map(|_| Upstream::new(settings.janus.clone(), random()))
            .collect::<bifrons::Result<_>>()?;
        Ok(Self {
            now: Time::ZERO,
            upstreams,
            next_upstream: 0,
            pages: HashMap::new(),
            strangers: Strangers::default(),
            http_deadlines: BTreeSet::new(),
            sessions: Sessions::default(),
            usages: Usages::default(),
            created: CreatedRooms::default(),
            rates: RateLimiter::default(),
            counters: Counters::default(),
            revocations: Revocations::default(),
            consultations: Consultations::default(),
            replica: settings.replica.as_ref().map(Replica::new),
            tokens: Tokens::new(settings.issuers.clone()),
            pending: HashMap::new(),
            next_transaction: random() >> 16,
            is_draining: false,
            settings,
            random,
            actions: VecDeque::new(),
        })
    }

    /// Connects to Janus. `unix` is what the system's clock shows: the time since 1970.
    pub fn start(&mut self, now: Time, unix: Duration) {
        self.set_clock(now, unix);
        for upstream in &mut self.upstreams {
            upstream.engine.connect(now);
        }
    }

    /// Notes what the system's clock shows now; call it again when that clock may have been set.
    pub fn set_clock(&mut self, now: Time, unix: Duration) {
        self.advance(now);
        self.tokens.set_clock(now, unix);
    }

    /// The next thing to do.
    pub fn poll_action(&mut self) -> Action {
        loop {
            if let Some(action) = self.actions.pop_front() {
                return action;
            }
            if let Some(occurrence) = self.sessions.rooms().next_occurrence() {
                return Action::Occurred(occurrence);
            }
            if let Some(action) = self.tokens.next_action() {
                return Action::Token(action);
            }
            let mut until = self.next_deadline();
            let mut is_idle = true;
            for index in 0..self.upstreams.len() {
                match self.upstreams[index].poll_output() {
                    Output::Wait { until: of_engine, .. } => until = earlier(until, of_engine),
                    output => {
                        self.on_output(index, output);
                        is_idle = false;
                        break;
                    }
                }
            }
            if is_idle {
                return Action::Wait { until };
            }
        }
    }

    /// Handles what is due.
    pub fn handle_timeout(&mut self, now: Time) {
        self.advance(now);
        for upstream in &mut self.upstreams {
            upstream.engine.handle_timeout(now);
        }
        while let Some(session) = self.sessions.due(now) {
            self.drop_session(session);
        }
        self.handle_expiries();
        self.refuse_undecided();
        self.end_due_polls();
        self.close_pages_without_token();
        self.handle_replica_timeout();
    }

    /// A connection to Janus is open.
    pub fn janus_opened(
        &mut self,
        now: Time,
        upstream: usize,
        transport: TransportId,
        capabilities: Capabilities,
    ) {
        self.advance(now);
        if let Some(upstream) = self.upstreams.get_mut(upstream) {
            upstream.engine.handle_opened(now, transport, capabilities);
        }
    }

    /// A connection to Janus could not be opened, or is closed.
    pub fn janus_closed(
        &mut self,
        now: Time,
        upstream: usize,
        transport: TransportId,
        error: bifrons::Error,
    ) {
        self.advance(now);
        if let Some(upstream) = self.upstreams.get_mut(upstream) {
            upstream.engine.handle_closed(now, transport, error);
        }
    }

    /// A message of Janus has come.
    pub fn janus_message(&mut self, now: Time, upstream: usize, transport: TransportId, text: Arc<str>) {
        self.advance(now);
        if let Some(upstream) = self.upstreams.get_mut(upstream) {
            upstream.receive(now, transport, text);
        }
    }

    /// Janus has given another sign of life, such as a pong.
    pub fn janus_alive(&mut self, now: Time, upstream: usize, transport: TransportId) {
        self.advance(now);
        if let Some(upstream) = self.upstreams.get_mut(upstream) {
            upstream.engine.handle_alive(now, transport);
        }
    }

    /// The signature of a token was checked.
    pub fn signature_checked(&mut self, now: Time, check: Check, is_valid: bool) {
        self.advance(now);
        let settled = self.tokens.signature_checked(now, check, is_valid);
        self.settle_tokens(settled);
    }

    /// The keys of an issuer were fetched: the text, or nothing.
    pub fn keys_fetched(&mut self, now: Time, issuer: usize, keys: Option<&str>) {
        self.advance(now);
        let settled = self.tokens.keys_fetched(now, issuer, keys.ok_or(()));
        self.settle_tokens(settled);
    }

    fn settle_tokens(&mut self, settled: impl IntoIterator<Item = Settled>) {
        for (check, result) in settled {
            self.resume_pages(check, &result);
        }
    }

    /// Whether a connection to Janus is usable.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.upstreams.iter().any(|upstream| upstream.is_connected)
    }

    /// What it has counted.
    #[must_use]
    pub const fn counters(&self) -> &Counters {
        &self.counters
    }

    /// The sessions, and all their handles.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.sessions.len(), self.sessions.handle_count())
    }

    fn next_deadline(&self) -> Option<Time> {
        let of_sessions = earlier(self.sessions.next_end(), self.sessions.next_expiry());
        let of_pages = earlier(self.strangers.next_until(), self.consultations.next_until());
        let of_http = self.http_deadlines.first().map(|(due, _)| *due);
        let of_replica = self.replica.as_ref().and_then(Replica::next_deadline);
        earlier(earlier(of_http, of_sessions), earlier(of_pages, of_replica))
    }

    fn send(&mut self, page: PageId, text: String) {
        self.send_message(page, text, None);
    }

    /// Sends a response, or an event of this kind.
    fn send_message(&mut self, page: PageId, mut text: String, event: Option<EventOf>) {
        if self.keep_until_confirmed(page, &mut text, event) {
            return;
        }
        match self.mailbox(page) {
            Some(_) => self.put(page, text, event),
            None => self.actions.push_back(Action::Send { page, text, event }),
        }
    }
}

fn earlier(one: Option<Time>, other: Option<Time>) -> Option<Time> {
    one.into_iter().chain(other).min()
}
