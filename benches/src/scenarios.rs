//! The engine's hot paths, each with the same start and the same numbers in every run.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use bifrons::engine::{
    Capabilities, Completion, CreateOptions, Created, Engine, HandleKey, Idempotency, Output, RequestOptions,
    SessionKey, TransportId,
};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, TransactionText, Transmit, Verb, parse};
use bifrons::{Address, Config, Error, ErrorCode};

use crate::{ANSWER_BYTES, CANDIDATE, OFFER_BYTES, rooms, sdp};

type Text = Arc<str>;

/// A scenario.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    /// The name.
    pub name: &'static str,
    /// The number of handles at the start.
    pub handles: usize,
    /// Runs the scenario.
    pub run: fn(&mut World),
}

/// All scenarios.
pub const SCENARIOS: [Scenario; 6] = [
    Scenario { name: "start", handles: 32, run: start },
    Scenario { name: "trickle", handles: 32, run: trickle },
    Scenario { name: "list", handles: 8, run: list },
    Scenario { name: "events", handles: 32, run: events },
    Scenario { name: "unread", handles: 2, run: unread },
    Scenario { name: "recovery", handles: 1_000, run: recovery },
];

/// An engine and its server.
pub struct World {
    engine: Engine<Text, Text>,
    now: Time,
    transport: TransportId,
    session: Option<SessionKey>,
    handles: Vec<HandleKey>,
    created: u64,
}

/// A sent request, as far as its response needs it.
struct Sent {
    verb: Verb,
    transaction: u64,
    handle: Option<u64>,
}

/// Only the instructions of `work` are counted (see scripts/instructions).
#[inline(never)]
fn measured<R>(work: impl FnOnce() -> R) -> R {
    work()
}

impl World {
    /// A connection with a session and this many handles.
    ///
    /// # Panics
    /// Panics if the engine does not respond as expected.
    #[must_use]
    pub fn new(handles: usize) -> Self {
        let config = Config::new(vec![Address::new("ws://127.0.0.1:8188").api_secret("secret")]);
        let engine = Engine::new(config, 7).expect("a valid configuration");
        let mut world = Self {
            engine,
            now: Time::ZERO,
            transport: TransportId::from_number(0),
            session: None,
            handles: Vec::new(),
            created: 1_000,
        };
        world.engine.connect(world.now);
        world.settle();
        world.engine.create(world.now, CreateOptions::default());
        world.settle();
        for _ in 0..handles {
            let options =
                AttachOptions { plugin: "janus.plugin.echotest".into(), ..AttachOptions::default() };
            world.engine.attach(world.now, world.session.expect("a session"), options);
            world.settle();
        }
        assert_eq!(world.handles.len(), handles);
        world
    }

    /// Responds to all requests until the engine sends no more.
    fn settle(&mut self) {
        loop {
            let sent = measured(|| self.drain());
            if sent.is_empty() {
                return;
            }
            for sent in sent {
                let response = self.respond(&sent);
                measured(|| self.receive(&response));
            }
        }
    }

    fn respond(&mut self, sent: &Sent) -> Text {
        let Sent { verb, transaction, .. } = sent;
        let head = |kind: &str| format!("{{\"janus\":\"{kind}\",\"transaction\":\"{transaction}\"");
        match verb {
            Verb::Info => format!(
                "{},\"version\":1102,\"session-timeout\":60,\"reclaim-session-timeout\":30}}",
                head("server_info")
            ),
            Verb::Create(_) | Verb::Attach(_) => {
                self.created += 1;
                format!("{},\"data\":{{\"id\":{}}}}}", head("success"), self.created)
            }
            Verb::Keepalive | Verb::Trickle | Verb::Message => format!("{}}}", head("ack")),
            _ => format!("{}}}", head("success")),
        }
        .into()
    }

    fn receive(&mut self, text: &Text) {
        let Self { engine, now, transport, .. } = self;
        let parsed = parse(text, |envelope, parts| {
            black_box(parts);
            engine.handle_message(*now, *transport, envelope, Arc::clone(text));
        });
        parsed.expect("a valid message");
    }

    fn drain(&mut self) -> Vec<Sent> {
        let mut sent = Vec::new();
        loop {
            match self.engine.poll_output() {
                Output::Wait { until, .. } => {
                    black_box(until);
                    return sent;
                }
                Output::Open { transport, .. } => {
                    self.transport = transport;
                    self.engine.handle_opened(
                        self.now,
                        transport,
                        Capabilities { can_probe: true, claims: true, queues: false },
                    );
                }
                Output::Transmit { transmit, .. } => sent.push(write(&transmit)),
                Output::Reply { result, .. } => match result.map(|reply| reply.created) {
                    Ok(Some(Created::Session(session, _))) => self.session = Some(session),
                    Ok(Some(Created::Handle(handle, _))) => self.handles.push(handle),
                    outcome => drop(black_box(outcome)),
                },
                output => drop(black_box(output)),
            }
        }
    }

    fn event(&self, sender: u64, more: &str) -> Text {
        self.message("event", sender, more)
    }

    fn message(&self, kind: &str, sender: u64, more: &str) -> Text {
        let session = self.session.and_then(|session| self.engine.session_id(session));
        let session = session.map_or(0, |id| id.get());
        format!("{{\"janus\":\"{kind}\",\"session_id\":{session},\"sender\":{sender},{more}}}").into()
    }
}

fn write(transmit: &Transmit<Text>) -> Sent {
    black_box(transmit.text());
    Sent {
        verb: transmit.verb.clone(),
        transaction: match &transmit.transaction {
            TransactionText::Own(number) => *number,
            TransactionText::Custom(_) => 0,
        },
        handle: transmit.handle.map(|id| id.get()),
    }
}

const ECHO: &str = "\"plugindata\":{\"plugin\":\"janus.plugin.echotest\",\"data\":";

fn first_event() -> RequestOptions {
    RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() }
}

/// An SDP offer from each handle, with an ack and an SDP answer.
fn start(world: &mut World) {
    let offer =
        format!("\"body\":{{\"audio\":true}},\"jsep\":{{\"type\":\"offer\",\"sdp\":{:?}}}", sdp(OFFER_BYTES));
    let offer: Text = offer.into();
    let answer = format!("\"jsep\":{{\"type\":\"answer\",\"sdp\":{:?}}}", sdp(ANSWER_BYTES));
    for handle in world.handles.clone() {
        measured(|| world.engine.message(world.now, handle, Arc::clone(&offer), first_event()));
    }
    for sent in measured(|| world.drain()) {
        let ack = world.respond(&sent);
        let more = format!("\"transaction\":\"{}\",{ECHO}{{\"result\":\"ok\"}}}},{answer}", sent.transaction);
        let event = world.event(sent.handle.unwrap_or(0), &more);
        measured(|| {
            world.receive(&ack);
            world.receive(&event);
        });
    }
    measured(|| drop(world.drain()));
}

/// A candidate from each handle.
fn trickle(world: &mut World) {
    let candidate: Text = format!("\"candidate\":{{\"candidate\":\"{CANDIDATE}\",\"sdpMid\":\"0\"}}").into();
    for handle in world.handles.clone() {
        measured(|| world.engine.trickle(world.now, handle, Arc::clone(&candidate)));
    }
    world.settle();
}

/// A response of 70 KB to each handle.
fn list(world: &mut World) {
    let body: Text = "\"body\":{\"request\":\"list\"}".into();
    let rooms = rooms();
    for handle in world.handles.clone() {
        let options = RequestOptions { idempotency: Idempotency::Idempotent, ..first_event() };
        measured(|| world.engine.message(world.now, handle, Arc::clone(&body), options));
    }
    for sent in measured(|| world.drain()) {
        let more = format!("\"transaction\":\"{}\",{ECHO}{rooms}}}", sent.transaction);
        let response = world.message("success", sent.handle.unwrap_or(0), &more);
        measured(|| world.receive(&response));
    }
    measured(|| drop(world.drain()));
}

/// A hundred events to each handle, which are read.
fn events(world: &mut World) {
    for handle in world.handles.clone() {
        let id = world.engine.handle_id(handle).map_or(0, |id| id.get());
        let event =
            world.event(id, &format!("{ECHO}{{\"echotest\":\"event\",\"text\":\"{}\"}}}}", "x".repeat(80)));
        measured(|| {
            for _ in 0..100 {
                world.receive(&event);
            }
            while let Some(event) = world.engine.next_event(handle) {
                black_box(event);
            }
        });
    }
    measured(|| drop(world.drain()));
}

/// Events of a handle with 4,000 unread events, and the same number of a handle that is read: neither costs more
/// than usual.
fn unread(world: &mut World) {
    let of = |world: &World, index: usize| {
        let id = world.handles.get(index).and_then(|handle| world.engine.handle_id(*handle));
        world.event(id.map_or(0, |id| id.get()), &format!("{ECHO}{{\"echotest\":\"event\"}}}}"))
    };
    let (unread, read) = (of(world, 0), of(world, 1));
    (0..4_000).for_each(|_| world.receive(&unread));
    measured(|| {
        for _ in 0..90 {
            world.receive(&unread);
            world.receive(&read);
            black_box(world.handles.get(1).and_then(|handle| world.engine.next_event(*handle)));
        }
    });
    drop(world.drain());
}

/// The transport connection is lost and replaced; the session is claimed, and each handle confirmed.
fn recovery(world: &mut World) {
    let lost = Error::new(ErrorCode::ConnectionLost, "the transport connection is lost");
    measured(|| world.engine.handle_closed(world.now, world.transport, lost));
    for _ in 0..8 {
        world.settle();
        world.now = world.now + Duration::from_secs(1);
        measured(|| world.engine.handle_timeout(world.now));
    }
    assert_eq!(world.engine.stats().reconnects, 1, "no reconnect");
}
