//! An engine driven at random, with the promises that it must keep whatever happens.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    reason = "a broken promise is a panic"
)]

mod steps;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bifrons::engine::{
    Created, Disconnect, Engine, Event, HandleKey, Notice, Output, RequestId, SessionKey, TransportId,
};
use bifrons::error::{Error, ErrorCode};
use bifrons::time::Time;
use bifrons::{Address, Config, EndReason, Recovery};

pub use steps::STEPS;

/// How often each thing was seen.
pub type Seen = BTreeMap<String, u64>;

/// What a step is chosen and shaped by: which step, and two numbers for it to use.
pub type Op = [u8; 3];

/// Runs these steps to the end of a connection. Panics where a promise is broken.
pub fn run(ops: &[Op]) -> Seen {
    let rebuild = ops.len() % 3 == 2;
    let within = Some(Duration::from_secs(4));
    let mut model = Model::new((ops.len() % 3 > 0).then_some(Recovery { within, rebuild }));
    for [what, which, how] in ops {
        let (name, step) = STEPS[usize::from(*what) % STEPS.len()];
        model.see(format!("step {name}"));
        step(&mut model, *which, *how);
        model.drain();
    }
    model.finish();
    model.seen
}

/// Feeds these lines as messages to an engine in the midst of its work.
pub fn run_frames(lines: &str) -> Seen {
    let mut model = Model::busy();
    for transport in lines.split('\n') {
        model.hear(transport);
        model.drain();
    }
    model.finish();
    model.seen
}

/// A request that went on the transport.
#[derive(Clone)]
pub struct Sent {
    request: RequestId,
    verb: String,
    transaction: String,
    session: Option<u64>,
    handle: Option<u64>,
}

pub struct Model {
    engine: Engine<u64, String>,
    now: Time,
    transport: Option<TransportId>,
    old_line: Option<TransportId>,
    /// Lines that are gone, or were told to close.
    dead: BTreeSet<TransportId>,
    until: Option<Time>,
    sent: Vec<Sent>,
    /// How many of them "answer all" has answered.
    answered: usize,
    open: BTreeSet<RequestId>,
    ended: BTreeSet<RequestId>,
    sessions: Vec<(SessionKey, u64)>,
    handles: Vec<(HandleKey, u64, u64)>,
    /// The last event of each handle that was delivered; none follows the end.
    told: BTreeMap<HandleKey, u64>,
    message: u64,
    next_id: u64,
    away: bool,
    over: bool,
    seen: Seen,
}

const LAST: u64 = u64::MAX;

/// No input makes the engine say more than this at a time.
const AT_MOST: usize = 10_000;

impl Model {
    fn new(recovery: Option<Recovery>) -> Self {
        let mut config = Config::new(vec![Address::new("ws://one"), Address::new("ws://two").secret("s")]);
        config.recovery = recovery;
        config.max_events = 4;
        config.max_held_events = 12;
        config.max_requests = 12;
        Self {
            engine: Engine::new(config, 0).expect("a configuration"),
            now: Time::ZERO,
            transport: None,
            old_line: None,
            dead: BTreeSet::new(),
            until: None,
            sent: Vec::new(),
            answered: 0,
            open: BTreeSet::new(),
            ended: BTreeSet::new(),
            sessions: Vec::new(),
            handles: Vec::new(),
            told: BTreeMap::new(),
            message: 0,
            next_id: 10,
            away: false,
            over: false,
            seen: Seen::new(),
        }
    }

    /// Session 11 with handle 12, and an open request of each kind, numbers 3 to 8.
    fn busy() -> Self {
        let mut model = Self::new(None);
        for name in ["connect", "opened", "create", "answer", "attach", "answer"] {
            model.step(name, 0, 0);
        }
        for how in 0..3 {
            model.step("message", 0, how);
        }
        for name in ["hangup", "attach", "create"] {
            model.step(name, 0, 0);
        }
        model
    }

    fn step(&mut self, name: &str, which: u8, how: u8) {
        let (_, step) = STEPS.iter().find(|(step, _)| *step == name).expect("a step");
        step(self, which, how);
        self.drain();
    }

    fn close(&mut self, transport: TransportId, error: Error) {
        self.dead.insert(transport);
        self.engine.handle_closed(self.now, transport, error);
    }

    fn see(&mut self, what: impl Into<String>) {
        *self.seen.entry(what.into()).or_default() += 1;
    }

    fn asked(&mut self, request: RequestId) {
        assert!(!self.ended.contains(&request), "{request:?} was given out twice");
        self.open.insert(request);
    }

    fn hear(&mut self, text: &str) {
        if let Some(transport) = self.transport {
            self.hear_on(transport, text);
        }
    }

    fn hear_on(&mut self, transport: TransportId, text: &str) {
        self.message += 1;
        let (engine, now, message) = (&mut self.engine, self.now, self.message);
        let heard = bifrons::wire::parse(text, |envelope, parts| {
            for part in [parts.plugin_data, parts.jsep].into_iter().flatten() {
                assert!(text.get(part).is_some(), "a part stands in the text");
            }
            engine.handle_message(now, transport, envelope, message);
        });
        if let Err(malformed) = heard {
            self.engine.handle_malformed(now, transport, malformed);
        }
    }

    fn pass(&mut self, span: Duration) {
        let end = self.now + span;
        for _ in 0..AT_MOST {
            match self.until {
                Some(at) if at <= end => {
                    self.now = self.now.max(at);
                    self.engine.handle_timeout(self.now);
                    self.drain();
                    assert!(self.until.is_none_or(|until| until > self.now), "a deadline stays due");
                }
                _ => {
                    self.now = end;
                    return;
                }
            }
        }
        panic!("deadlines without end");
    }

    fn drain(&mut self) {
        for _ in 0..AT_MOST {
            if let Output::Wait { until, .. } = self.look() {
                self.until = until;
                return;
            }
        }
        panic!("outputs without end");
    }

    fn look(&mut self) -> Output<u64, String> {
        let output = self.engine.poll_output();
        match &output {
            Output::Wait { .. } => return output,
            Output::Reply { request, result } => {
                self.end(*request);
                match result {
                    Ok(reply) => self.see_made(*request, reply.created),
                    Err(error) => {
                        let in_place = error.request().is_some() && error.transaction().is_some();
                        assert!(in_place || error.code() == ErrorCode::InvalidArgument, "{error:?}");
                        self.see(format!("error {}", error.code().as_str()));
                    }
                }
            }
            Output::Offer { requests, handle, message, .. } => {
                self.judge(requests[requests.len() - 1], *handle, *message)
            }
            Output::Event { handle, event } => self.tell(*handle, event),
            output => {
                assert!(!self.over, "nothing but replies to newer requests follows the end");
                self.keep(output);
            }
        }
        output
    }

    fn keep(&mut self, output: &Output<u64, String>) {
        match output {
            Output::Open { transport, .. } => {
                self.dead.extend(self.transport);
                self.old_line = self.transport.replace(*transport);
                self.see("open");
            }
            Output::Transmit { transport, request, transmit } => {
                self.assert_in_use(*transport);
                let mut text = String::new();
                transmit.write_head(&mut text);
                let head: serde_json::Value = serde_json::from_str(&(text + "}")).expect("JSON");
                self.sent.push(Sent {
                    request: *request,
                    verb: head["janus"].as_str().expect("a verb").to_owned(),
                    transaction: head["transaction"].as_str().expect("a transaction").to_owned(),
                    session: head["session_id"].as_u64(),
                    handle: head["handle_id"].as_u64(),
                });
            }
            Output::Notice(notice) => {
                assert!(!notice.to_string().is_empty());
                self.see(match notice {
                    Notice::ProtocolViolation { violation, .. } => format!("fault {violation:?}"),
                    Notice::ReadingStopped { .. } => "held back".to_owned(),
                    Notice::SlowReader { .. } => "dropped".to_owned(),
                    notice => format!("{notice:?}").split([' ', '{']).next().unwrap_or_default().to_owned(),
                });
            }
            Output::SessionEnded { reason, .. } => self.see(format!("session {reason:?}")),
            Output::Disconnected(disconnect) => {
                assert!(self.open.is_empty(), "{:?} outlive the connection", self.open);
                self.over = true;
                self.see(match disconnect {
                    Disconnect::Closed => "closed",
                    Disconnect::Failed(_) => "failed",
                    Disconnect::Lost(_) | Disconnect::Dropped => "lost",
                });
            }
            Output::Close { transport } => drop(self.dead.insert(*transport)),
            Output::Probe { transport } => {
                self.assert_in_use(*transport);
                self.see("probe");
            }
            Output::Reading { transport, on } => {
                self.assert_in_use(*transport);
                self.see(if *on { "reads on" } else { "stops reading" });
            }
            Output::Reconnecting { .. } => {
                assert!(!std::mem::replace(&mut self.away, true), "a break is told once");
                self.see("reconnecting");
            }
            Output::Resumed { .. } => {
                assert!(std::mem::replace(&mut self.away, false), "it follows a break");
                self.see("resumed");
            }
            Output::SessionResumed { session, id, before } => {
                let known = self.sessions.iter_mut().find(|(key, _)| key == session);
                if let Some((_, known)) = known {
                    *known = id.get();
                }
                self.see(if id == before { "session taken over" } else { "session made anew" });
            }
            _ => {}
        }
    }

    fn assert_in_use(&self, transport: TransportId) {
        assert_eq!(Some(transport), self.transport, "only the newest transport is used");
        assert!(!self.dead.contains(&transport), "and only until it is gone");
    }

    fn end(&mut self, request: RequestId) {
        assert!(self.open.remove(&request), "{request:?} ended without being open");
        assert!(self.ended.insert(request), "{request:?} ended twice");
    }

    fn see_made(&mut self, request: RequestId, created: Option<Created>) {
        match created {
            Some(Created::Session(key, id)) => {
                self.sessions.push((key, id.get()));
                self.see("session made");
            }
            Some(Created::Handle(key, id)) => {
                let sent = self.sent.iter().find(|sent| sent.request == request);
                let session = sent.and_then(|sent| sent.session).expect("an attach names its session");
                self.handles.push((key, session, id.get()));
                self.see("handle made");
            }
            _ => self.see("answered"),
        }
    }

    fn judge(&mut self, request: RequestId, handle: HandleKey, message: u64) {
        if message % 3 == 0 {
            self.engine.settle(request);
            self.end(request);
            self.see("judged final");
        } else {
            self.engine.provisional(handle, message);
            self.see("judged provisional");
        }
    }

    fn tell(&mut self, handle: HandleKey, event: &Event<u64>) {
        let last = self.told.entry(handle).or_default();
        assert_ne!(*last, LAST, "nothing follows the end of a handle");
        let what = match event {
            Event::Message { kind, message } => {
                assert!(*message > *last, "events of a handle keep their order");
                *last = *message;
                format!("event {}", kind.word())
            }
            Event::Missed { count } => {
                assert!(*count > 0);
                "missed".to_owned()
            }
            Event::Rebuilt { id } => {
                if let Some((_, _, known)) = self.handles.iter_mut().find(|(key, ..)| *key == handle) {
                    *known = id.get();
                }
                "handle attached again".to_owned()
            }
            Event::Ended(reason) => {
                *last = LAST;
                format!("handle {reason:?}")
            }
            _ => unreachable!("a new kind of event"),
        };
        self.see(what);
    }

    fn read(&mut self, handle: HandleKey) {
        while let Some(event) = self.engine.next_event(handle) {
            self.tell(handle, &event);
        }
    }

    /// Ends the connection and looks whether anything is left.
    fn finish(&mut self) {
        self.drain();
        self.engine.handle_writable(true);
        self.engine.close(self.now, true);
        self.drain();
        self.pass(Duration::from_secs(2));
        assert!(self.over, "a close ends within two seconds");
        assert!(self.open.is_empty(), "{:?} are still open", self.open);
        for (handle, ..) in self.handles.clone() {
            self.read(handle);
            assert!(!self.engine.has_handle(handle), "a handle that was read to its end is gone");
        }
        self.drain();
        assert_eq!(self.until, None, "nothing is due after the end");
        let text = format!("{:?}", self.engine);
        assert!(text.contains("sessions: 0, handles: 0, requests: 0"), "{text}");
        let late = self.engine.ping(self.now);
        self.asked(late);
        self.drain();
        assert!(self.ended.contains(&late), "what is asked after the end is answered");
        self.add_up();
    }

    /// Each request is counted once.
    fn add_up(&self) {
        let stats = self.engine.stats();
        let failed = stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
        assert_eq!(stats.succeeded + failed, stats.requests, "{stats:?}");
        assert_eq!(stats.requests, self.ended.len() as u64);
    }
}

fn cut() -> Error {
    Error::new(ErrorCode::ConnectionLost, "cut")
}

/// Reasons for which a handle may end; each must be seen.
pub const REASONS: [EndReason; 10] = [
    EndReason::ConnectionClosed,
    EndReason::ConnectionLost,
    EndReason::Destroyed,
    EndReason::Detached,
    EndReason::NotFound,
    EndReason::LostInOutage,
    EndReason::Overflow,
    EndReason::ByServer,
    EndReason::TimedOut,
    EndReason::Unresponsive,
];
