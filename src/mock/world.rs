//! The state of the mock server: clients, sessions, handles, and messages that are not sent yet.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::{ClientId, Output, Settings, SipRace};
use crate::config::Api;
use crate::rng::Rng;
use crate::time::Time;
use crate::transport::random_seed;

/// A handle's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At {
    pub(super) session: u64,
    pub(super) handle: u64,
}

pub(super) struct Session {
    /// The client that gets its events.
    pub(super) owner: Option<ClientId>,
    pub(super) active: Time,
    /// Its own timeout, where an administrator set one.
    pub(super) timeout: Option<Duration>,
    pub(super) handles: BTreeMap<u64, Handle>,
}

pub(super) struct Handle {
    pub(super) plugin: &'static str,
    pub(super) opaque_id: Option<String>,
    pub(super) created: Time,
    pub(super) peer: Peer,
    /// It was hung up: a second time Janus does nothing unless a PeerConnection came in between.
    pub(super) hung_up: bool,
}

/// What there is of a PeerConnection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Peer {
    #[default]
    None,
    /// The client's offer has come, and the plugin's answer is pending: no other offer is accepted before a hangup.
    Received,
    /// The answer to the mock server's offer is pending.
    Offered,
    /// Offer and answer were exchanged.
    Negotiated,
    /// Media could flow.
    Up,
}

/// The recipient of a delayed message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    Client(ClientId),
    /// The owner of the session by then: an event may come to the connection that claimed it.
    Owner(u64),
}

/// The state that the plugins see, too.
pub(super) struct World {
    pub(super) settings: Settings,
    pub(super) now: Time,
    rng: Rng,
    ids: Ids,
    pub(super) clients: BTreeMap<ClientId, Api>,
    pub(super) sessions: BTreeMap<u64, Session>,
    pub(super) tokens: BTreeMap<String, BTreeSet<String>>,
    pub(super) accepts_sessions: bool,
    outputs: VecDeque<Output>,
    /// Output later, by when and in which order.
    later: BTreeMap<(Time, u64), (To, String)>,
    count: u64,
    /// The delay of every message.
    pub(super) delay: Duration,
    /// How many of the next messages get lost.
    pub(super) lose: u32,
    /// Nothing comes in or goes out.
    pub(super) silent: bool,
    pub(super) reads: bool,
    /// Whether acks come before events; either way by chance without it.
    pub(super) ack_first: Option<bool>,
    /// A new handle's plugin speaks before the handle is known.
    pub(super) early_events: bool,
    /// The race that SIP calls lose.
    pub(super) sip_race: Option<SipRace>,
}

/// Where the ids of sessions and handles come from.
enum Ids {
    /// Those of a seed, in any order.
    Seeded(Rng),
    /// Those of no other server. What goes through handles goes through them as they were attached, so that two runs of a
    /// test see the same order.
    Rising(Rng, u64),
}

impl Ids {
    fn new(seed: Option<u64>) -> Self {
        match seed {
            Some(seed) => Self::Seeded(Rng::new(seed)),
            None => {
                let mut rng = Rng::new(random_seed());
                let first = rng.next() >> 12;
                Self::Rising(rng, first)
            }
        }
    }

    /// An id of at most 53 bits that is not 0.
    fn next(&mut self) -> u64 {
        match self {
            Self::Seeded(rng) => (rng.next() >> 11).max(1),
            Self::Rising(rng, last) => {
                *last += 1 + (rng.next() >> 44);
                *last
            }
        }
    }
}

impl World {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            rng: Rng::new(settings.seed.unwrap_or(1)),
            ids: Ids::new(settings.seed),
            settings,
            now: Time::ZERO,
            clients: BTreeMap::new(),
            sessions: BTreeMap::new(),
            tokens: BTreeMap::new(),
            accepts_sessions: true,
            outputs: VecDeque::new(),
            later: BTreeMap::new(),
            count: 0,
            delay: Duration::ZERO,
            lose: 0,
            silent: false,
            reads: true,
            ack_first: None,
            early_events: false,
            sip_race: None,
        }
    }

    pub(super) const fn random(&mut self) -> u64 {
        self.rng.next()
    }

    /// An id as Janus makes them: of 53 bits, and not 0.
    pub(super) fn new_id(&mut self) -> u64 {
        self.ids.next()
    }

    pub(super) fn ack_comes_first(&mut self) -> bool {
        self.ack_first.unwrap_or_else(|| self.random() % 2 == 0)
    }

    pub(super) fn handle(&self, at: At) -> Option<&Handle> {
        self.sessions.get(&at.session)?.handles.get(&at.handle)
    }

    pub(super) fn handle_mut(&mut self, at: At) -> Option<&mut Handle> {
        self.sessions.get_mut(&at.session)?.handles.get_mut(&at.handle)
    }

    pub(super) fn timeout_of(&self, session: &Session) -> Duration {
        session.timeout.unwrap_or(self.settings.session_timeout)
    }

    /// Sends a message to a client, if it is connected.
    pub(super) fn send(&mut self, client: ClientId, message: &Value) {
        self.say_text(client, message.to_string());
    }

    pub(super) fn say_text(&mut self, client: ClientId, text: String) {
        self.say_to(To::Client(client), text);
    }

    fn say_to(&mut self, to: To, text: String) {
        if self.delay.is_zero() {
            return self.say_now(to, text);
        }
        self.count += 1;
        self.later.insert((self.now + self.delay, self.count), (to, text));
    }

    fn say_now(&mut self, to: To, text: String) {
        let client = match to {
            To::Client(client) => Some(client),
            To::Owner(session) => self.sessions.get(&session).and_then(|session| session.owner),
        };
        let Some(client) = client.filter(|client| self.clients.contains_key(client) && !self.silent) else {
            return;
        };
        match self.lose.checked_sub(1) {
            Some(left) => self.lose = left,
            None => self.outputs.push_back(Output::Message { client, text }),
        }
    }

    pub(super) fn read(&mut self, on: bool) {
        self.reads = on;
        self.outputs.push_back(Output::Read { on });
    }

    /// Closes a client's connection; messages to it are lost.
    pub(super) fn hang_up(&mut self, client: ClientId) {
        self.outputs.retain(|output| !matches!(output, Output::Message { client: of, .. } if *of == client));
        self.later.retain(|_, (to, _)| *to != To::Client(client));
        self.outputs.push_back(Output::HangUp { client });
    }

    pub(super) fn next_output(&mut self) -> Option<Output> {
        while let Some(entry) = self.later.first_entry().filter(|entry| entry.key().0 <= self.now) {
            let (to, text) = entry.remove();
            self.say_now(to, text);
        }
        self.outputs.pop_front()
    }

    pub(super) fn next_later(&self) -> Option<Time> {
        self.later.first_key_value().map(|((at, _), _)| *at)
    }

    /// Sends an event of the core for a handle to the owner of its session.
    pub(super) fn core_event(&mut self, at: At, kind: &str, more: Value) {
        let mut event = json!({ "janus": kind, "session_id": at.session, "sender": at.handle });
        if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
            event.extend(more);
        }
        self.say_to(To::Owner(at.session), event.to_string());
    }

    /// Sends a plugin's event; `transaction` is that of the request that it responds to.
    pub(super) fn event(&mut self, at: At, transaction: Option<&str>, data: Value, jsep: Option<Value>) {
        let Some(plugin) = self.handle(at).map(|handle| handle.plugin) else { return };
        let mut more = Map::new();
        if let Some(transaction) = transaction {
            more.insert("transaction".into(), transaction.into());
        }
        more.insert("plugindata".into(), json!({ "plugin": plugin, "data": data }));
        if let Some(jsep) = jsep {
            more.insert("jsep".into(), jsep);
        }
        self.core_event(at, "event", Value::Object(more));
    }

    /// As `send`, after a delay.
    pub(super) fn delayed(&mut self, delay: Duration, say: impl FnOnce(&mut Self)) {
        let usual = self.delay;
        self.delay += delay;
        say(self);
        self.delay = usual;
    }

    /// Offer and answer were exchanged: without media the PeerConnection is up at once.
    pub(super) fn negotiated(&mut self, at: At) {
        let media = self.settings.media;
        let Some(handle) = self.handle_mut(at) else { return };
        let was_up = handle.peer == Peer::Up;
        handle.peer = if media { Peer::Up } else { Peer::Negotiated };
        if media && !was_up {
            self.core_event(at, "webrtcup", json!({}));
        }
    }
}
