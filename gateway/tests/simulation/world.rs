//! All that takes part in a run, and the time.

use std::collections::{BTreeMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use bifrons::engine::TransportId;
use bifrons::mock::{self, ClientId, Server};
use bifrons::time::Time;
use bifrons::{Address, Config};
use bifrons_gateway::core::limits::{Limits, PageLimits, Rate, RateLimits, SubjectLimits};
use bifrons_gateway::core::relay::{
    AtExpiry, Consultation, Flow, FlowStep, Gateway, PageId, Settings, Verdict, WARN_BEFORE,
};
use bifrons_gateway::core::token::Check;
use serde_json::json;

use super::Counts;
use super::browser::{Browser, Connection, Request, Session};
use super::host::Host;
use super::network::Network;
use super::occurrences::Reported;
use super::rng::Rng;
use super::rooms::Rooms;
use super::spy::Spy;
use super::users::{self, User};

/// How long browsers act.
const ACTS: Duration = Duration::from_secs(45);

/// The limits of a user.
pub(crate) const MOST: SubjectLimits = SubjectLimits { sessions: 4, handles: 18, rooms: 5 };

/// What happens at a time.
pub(crate) enum Due {
    /// A browser does something.
    Act(usize),
    /// A message of a browser comes to the gateway.
    Arrives {
        connection: PageId,
        text: String,
        transaction: Option<String>,
    },
    /// A browser polls for events.
    Polls(usize, u64),
    Signature(Check, bool),
    Verdict(Consultation, Verdict, Option<String>),
    Host,
    Fault,
    FaultEnds(mock::Fault),
    LinkOpens {
        upstream: usize,
        transport: TransportId,
    },
    LinkLost {
        upstream: usize,
        transport: TransportId,
    },
    ClientLost(ClientId),
    ToJanus {
        upstream: usize,
        transport: TransportId,
        text: String,
    },
    FromJanus {
        client: ClientId,
        text: String,
    },
}

pub(crate) struct World {
    pub(crate) rng: Rng,
    pub(crate) now: Time,
    pub(crate) gateway: Gateway,
    pub(crate) janus: Server,
    /// What happens later, by when and in which order.
    due: BTreeMap<(Time, u64), Due>,
    count: u64,
    /// When the gateway wants to be called.
    pub(crate) gateway_until: Option<Time>,
    pub(crate) browsers: Vec<Browser>,
    pub(crate) connections: BTreeMap<PageId, Connection>,
    pub(crate) requests: BTreeMap<String, Request>,
    /// The sessions, by the ids that pages have.
    pub(crate) sessions: BTreeMap<u64, Session>,
    pub(crate) network: Network,
    pub(crate) host: Host,
    pub(crate) spy: Spy,
    pub(crate) reported: Reported,
    pub(crate) rooms: Rooms,
    pub(crate) is_ending: bool,
    pub(crate) counts: Counts,
    trace: DefaultHasher,
    is_shown: bool,
    /// The last steps.
    last_steps: VecDeque<String>,
}

impl World {
    pub(crate) fn new(seed: u64, is_shown: bool) -> Self {
        let mut rng = Rng::new(seed);
        let settings = settings(&mut rng);
        let mut ids = Rng::new(seed ^ 0xFFFF_0000);
        let random = move || ids.below(1 << 24) << 40 | ids.below(1 << 20) << 20 | ids.below(1 << 20);
        let of_janus = mock::Settings {
            seed: Some(seed),
            reclaim_session_timeout: Duration::from_secs(20),
            media: rng.one_in(2),
            ..mock::Settings::default()
        };
        Self {
            now: Time::ZERO,
            gateway: Gateway::new(settings, Box::new(random)).unwrap(),
            janus: Server::new(of_janus),
            due: BTreeMap::new(),
            count: 0,
            gateway_until: None,
            browsers: Vec::new(),
            connections: BTreeMap::new(),
            requests: BTreeMap::new(),
            sessions: BTreeMap::new(),
            network: Network::new(&mut rng),
            host: Host::default(),
            spy: Spy::default(),
            reported: Reported::default(),
            rooms: Rooms::default(),
            is_ending: false,
            counts: Counts::new(),
            trace: DefaultHasher::new(),
            is_shown,
            last_steps: VecDeque::new(),
            rng,
        }
    }

    /// Runs to the end, and returns the hash of all that happened.
    pub(crate) fn run(mut self, counts: &mut Counts) -> u64 {
        self.gateway.start(self.now, users::BEGIN);
        for number in 0..10 {
            let user = User::ALL[self.rng.below(6) as usize];
            self.browsers.push(Browser::new(number, user, self.rng.one_in(3)));
            let after = self.rng.span(100, 3_000);
            self.later(after, Due::Act(number));
        }
        for due in [Due::Host, Due::Fault] {
            let after = self.rng.span(3_000, 10_000);
            self.later(after, due);
        }
        self.run_until(Time::ZERO + ACTS);
        self.end();
        self.note_counters();
        for (what, count) in self.counts {
            *counts.entry(what).or_default() += count;
        }
        self.trace.finish()
    }

    pub(crate) fn later(&mut self, after: Duration, due: Due) {
        self.at(self.now + after, due);
    }

    pub(crate) fn at(&mut self, time: Time, due: Due) {
        self.count += 1;
        self.due.insert((time, self.count), due);
    }

    /// What the system's clock shows.
    pub(crate) fn unix(&self) -> Duration {
        users::BEGIN + self.now.since(Time::ZERO)
    }

    pub(crate) fn run_until(&mut self, end: Time) {
        let mut at_once = 0;
        loop {
            self.settle();
            self.check_rooms_count();
            let first = self.due.first_key_value().map(|((time, _), _)| *time);
            let of_janus = self.janus_until();
            let next = [first, self.gateway_until, of_janus].into_iter().flatten().min();
            let next = next.unwrap_or(end).max(self.now);
            if next > end {
                return self.now = end;
            }
            at_once = if next == self.now { at_once + 1 } else { 0 };
            assert!(at_once < 10_000, "the time stands still at {:?}", self.now);
            self.now = next;
            if self.gateway_until.is_some_and(|until| until <= next) {
                self.gateway.handle_timeout(next);
            }
            self.janus.handle_timeout(next);
            if let Some(entry) = self.due.first_entry().filter(|entry| entry.key().0 <= next) {
                let due = entry.remove();
                self.happen(due);
            } else if next == end && of_janus.is_none_or(|until| until > end) {
                self.settle();
                return;
            }
        }
    }

    fn happen(&mut self, due: Due) {
        match due {
            Due::Act(browser) => self.act(browser),
            Due::Arrives { connection, text, transaction } => self.arrive(connection, &text, transaction),
            Due::Polls(browser, session) => self.poll(browser, session),
            Due::Signature(check, is_valid) => self.gateway.signature_checked(self.now, check, is_valid),
            Due::Verdict(consultation, verdict, transaction) => {
                self.decide(consultation, verdict, transaction);
            }
            Due::Host => self.change_something(),
            Due::Fault => self.break_something(),
            Due::FaultEnds(fault) => self.janus.inject(self.now, fault),
            Due::LinkOpens { upstream, transport } => self.link_opens(upstream, transport),
            Due::LinkLost { upstream, transport } => self.link_lost(upstream, transport),
            Due::ClientLost(client) => self.janus.disconnect(self.now, client),
            Due::ToJanus { upstream, transport, text } => self.pass_to_janus(upstream, transport, &text),
            Due::FromJanus { client, text } => self.pass_from_janus(client, &text),
        }
    }

    pub(crate) fn note(&mut self, what: impl Into<String>) {
        *self.counts.entry(what.into()).or_default() += 1;
    }

    /// Notes a step of the run.
    pub(crate) fn step(&mut self, step: impl FnOnce() -> String) {
        let step = format!("{:>9} {}", self.now.as_micros() / 1000, step());
        step.hash(&mut self.trace);
        if self.is_shown {
            println!("{step}");
        }
        self.last_steps.push_back(step);
        if self.last_steps.len() > 40 {
            self.last_steps.pop_front();
        }
    }

    /// Notes what the gateway has counted.
    fn note_counters(&mut self) {
        let counters = self.gateway.counters().clone();
        for (kind, count) in &counters.requests {
            let of_flow = if kind.plugin == "flow" { "flow" } else { "request" };
            if kind.plugin == "flow" {
                *self.counts.entry(format!("flow {}: {}", kind.request, kind.decision)).or_default() += count;
            }
            *self.counts.entry(format!("{of_flow}: {}", kind.decision)).or_default() += count;
        }
        for (reason, count) in &counters.refused_tokens {
            *self.counts.entry(format!("token refused: {reason}")).or_default() += count;
        }
        *self.counts.entry("late verdicts".to_owned()).or_default() += counters.late_verdicts;
        *self.counts.entry("events of pages that were away".to_owned()).or_default() += counters.lost_events;
    }

    /// Something must hold.
    #[track_caller]
    pub(crate) fn must(&self, holds: bool, text: impl FnOnce() -> String) {
        if !holds {
            let steps: Vec<_> = self.last_steps.iter().map(String::as_str).collect();
            panic!("{}\nthe last steps:\n{}", text(), steps.join("\n"));
        }
    }
}

/// A flow that makes a room by the operator's word.
fn lesson() -> Flow {
    let request = |value| serde_json::from_value(value).unwrap();
    let create = FlowStep {
        request: request(json!({ "request": "create", "room": "$body.room", "publishers": 4 })),
        tolerate: vec![427],
        undo: Some(request(json!({ "request": "destroy", "room": "$body.room" }))),
        allowed: true,
        ..FlowStep::default()
    };
    let last = json!({ "request": "joinandconfigure", "ptype": "publisher", "room": "$body.room" });
    Flow {
        name: "lesson".into(),
        plugin: "videoroom".into(),
        steps: vec![create],
        last: request(last),
        pass: vec!["display".into()],
        ..Flow::default()
    }
}

fn settings(rng: &mut Rng) -> Settings {
    let mut janus = Config::new(vec![Address::new("ws://janus.example")]);
    janus.retry.within = None;
    janus.retry.max_retries = 1000;
    janus.recovery.as_mut().unwrap().within = Some(Duration::from_secs(if rng.one_in(6) { 8 } else { 600 }));
    let page = PageLimits { queue_bytes: 6_000, waiting_messages: 12, ..PageLimits::default() };
    let mut rates = RateLimits::default();
    if rng.one_in(2) {
        rates.subject.requests = Rate::new(4.0, 40);
        rates.subject.creates = Rate::new(2.0, 30);
    }
    let preset = [("publishers".to_owned(), json!(4)), ("description".to_owned(), json!("made on the way"))];
    Settings {
        janus: Arc::new(janus),
        connections: 1 + rng.below(2) as usize,
        issuers: users::issuers(),
        rules: Default::default(),
        keys: Default::default(),
        replica: None,
        consults: rng.one_in(2),
        verdict_within: Duration::from_secs(1),
        presets: BTreeMap::from([("class".to_owned(), preset.into_iter().collect())]),
        flows: vec![lesson()],
        ice_servers: Vec::new(),
        warn_before: WARN_BEFORE,
        at_expiry: if rng.one_in(2) { AtExpiry::End } else { AtExpiry::Keep },
        grace: Duration::from_secs(6),
        limits: Limits { page, subject: MOST, rates },
    }
}
