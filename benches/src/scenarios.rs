//! The engine's hot paths, each from the same start and with the same numbers every time.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use bifrons::engine::{
    Completion, CreateOptions, Engine, HandleKey, TransportId, Capabilities, Created, Output, Idempotency, RequestOptions,
    SessionKey,
};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, TransactionText, Transmit, Verb, parse};
use bifrons::{Address, Config, Error, ErrorCode};

use crate::{ANSWER_BYTES, CANDIDATE, OFFER_BYTES, rooms, sdp};

type Text = Arc<str>;

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    /// What it is called.
    pub name: &'static str,
    /// How many handles there are in the beginning.
    pub handles: usize,
    /// What it does.
    pub run: fn(&mut World),
}

/// All of them.
pub const SCENARIOS: [Scenario; 6] = [
    Scenario { name: "start", handles: 32, run: start },
    Scenario { name: "trickle", handles: 32, run: trickle },
    Scenario { name: "list", handles: 8, run: list },
    Scenario { name: "events", handles: 32, run: events },
    Scenario { name: "unread", handles: 2, run: unread },
    Scenario { name: "recovery", handles: 1_000, run: recovery },
];

/// An engine, and what its server would say.
pub struct World {
    engine: Engine<Text, Text>,
    now: Time,
    line: TransportId,
    session: Option<SessionKey>,
    handles: Vec<HandleKey>,
    created: u64,
}

/// What was sent, as far as an answer needs it.
struct Sent {
    verb: Verb,
    transaction: u64,
    handle: Option<u64>,
}

/// Only what happens in here is counted, see scripts/instructions.
#[inline(never)]
fn measured<R>(work: impl FnOnce() -> R) -> R {
    work()
}

impl World {
    /// A connection with a session and this many handles.
    ///
    /// # Panics
    /// When the engine does not do what it is for.
    #[must_use]
    pub fn new(handles: usize) -> Self {
        let config = Config::new(vec![Address::new("ws://127.0.0.1:8188").secret("secret")]);
        let engine = Engine::new(config, 7).expect("a configuration that works");
        let mut world = Self {
            engine,
            now: Time::ZERO,
            line: TransportId::from_number(0),
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

    /// Answers all that is sent until nothing is.
    fn settle(&mut self) {
        loop {
            let sent = measured(|| self.drain());
            if sent.is_empty() {
                return;
            }
            for sent in sent {
                let answer = self.answer(&sent);
                measured(|| self.hear(&answer));
            }
        }
    }

    fn answer(&mut self, sent: &Sent) -> Text {
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

    fn hear(&mut self, text: &Text) {
        let Self { engine, now, line, .. } = self;
        let heard = parse(text, |envelope, parts| {
            black_box(parts);
            engine.handle_message(*now, *line, envelope, Arc::clone(text));
        });
        heard.expect("an answer of Janus's");
    }

    fn drain(&mut self) -> Vec<Sent> {
        let mut sent = Vec::new();
        loop {
            match self.engine.poll_output() {
                Output::Wait { until, .. } => {
                    black_box(until);
                    return sent;
                }
                Output::Open { line, .. } => {
                    self.line = line;
                    self.engine.handle_opened(
                        self.now,
                        line,
                        Capabilities { can_probe: true, claims: true, queues: false },
                    );
                }
                Output::Transmit { transmit, .. } => sent.push(put_on_the_line(&transmit)),
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
        self.told("event", sender, more)
    }

    fn told(&self, kind: &str, sender: u64, more: &str) -> Text {
        let session = self.session.and_then(|session| self.engine.session_id(session));
        let session = session.map_or(0, |id| id.get());
        format!("{{\"janus\":\"{kind}\",\"session_id\":{session},\"sender\":{sender},{more}}}").into()
    }
}

fn put_on_the_line(transmit: &Transmit<Text>) -> Sent {
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

/// An offer from each handle, an ack and an answer for each.
fn start(world: &mut World) {
    let offer =
        format!("\"body\":{{\"audio\":true}},\"jsep\":{{\"type\":\"offer\",\"sdp\":{:?}}}", sdp(OFFER_BYTES));
    let offer: Text = offer.into();
    let answer = format!("\"jsep\":{{\"type\":\"answer\",\"sdp\":{:?}}}", sdp(ANSWER_BYTES));
    for handle in world.handles.clone() {
        measured(|| world.engine.message(world.now, handle, Arc::clone(&offer), first_event()));
    }
    for sent in measured(|| world.drain()) {
        let ack = world.answer(&sent);
        let more = format!("\"transaction\":\"{}\",{ECHO}{{\"result\":\"ok\"}}}},{answer}", sent.transaction);
        let event = world.event(sent.handle.unwrap_or(0), &more);
        measured(|| {
            world.hear(&ack);
            world.hear(&event);
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

/// 70 KB for each handle.
fn list(world: &mut World) {
    let body: Text = "\"body\":{\"request\":\"list\"}".into();
    let rooms = rooms();
    for handle in world.handles.clone() {
        let options = RequestOptions { idempotency: Idempotency::Idempotent, ..first_event() };
        measured(|| world.engine.message(world.now, handle, Arc::clone(&body), options));
    }
    for sent in measured(|| world.drain()) {
        let more = format!("\"transaction\":\"{}\",{ECHO}{rooms}}}", sent.transaction);
        let answer = world.told("success", sent.handle.unwrap_or(0), &more);
        measured(|| world.hear(&answer));
    }
    measured(|| drop(world.drain()));
}

/// A hundred events to each handle, read by it.
fn events(world: &mut World) {
    for handle in world.handles.clone() {
        let id = world.engine.handle_id(handle).map_or(0, |id| id.get());
        let event =
            world.event(id, &format!("{ECHO}{{\"echotest\":\"event\",\"text\":\"{}\"}}}}", "x".repeat(80)));
        measured(|| {
            for _ in 0..100 {
                world.hear(&event);
            }
            while let Some(event) = world.engine.next_event(handle) {
                black_box(event);
            }
        });
    }
    measured(|| drop(world.drain()));
}

/// Events of a handle that holds 4,000 already and is not read, and as many of one that is: neither costs more
/// than it does otherwise.
fn unread(world: &mut World) {
    let of = |world: &World, index: usize| {
        let id = world.handles.get(index).and_then(|handle| world.engine.handle_id(*handle));
        world.event(id.map_or(0, |id| id.get()), &format!("{ECHO}{{\"echotest\":\"event\"}}}}"))
    };
    let (unread, read) = (of(world, 0), of(world, 1));
    (0..4_000).for_each(|_| world.hear(&unread));
    measured(|| {
        for _ in 0..90 {
            world.hear(&unread);
            world.hear(&read);
            black_box(world.handles.get(1).and_then(|handle| world.engine.next_event(*handle)));
        }
    });
    drop(world.drain());
}

/// The line breaks and is replaced; the session is claimed, and each handle asked for.
fn recovery(world: &mut World) {
    let broken = Error::new(ErrorCode::ConnectionLost, "the line was cut");
    measured(|| world.engine.handle_closed(world.now, world.line, broken));
    for _ in 0..8 {
        world.settle();
        world.now = world.now + Duration::from_secs(1);
        measured(|| world.engine.handle_timeout(world.now));
    }
    assert_eq!(world.engine.stats().reconnects, 1, "the line is back");
}
