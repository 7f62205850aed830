//! An engine with random inputs, and the invariants that hold after every input.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    reason = "a broken invariant is a panic"
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

/// How often each step and each output occurred.
pub type Seen = BTreeMap<String, u64>;

/// A step and its two parameters.
pub type Op = [u8; 3];

/// Runs these steps to the end of a connection. Panics where an invariant is broken.
pub fn run(ops: &[Op]) -> Seen {
    let rebuild = ops.len() % 3 == 2;
    let within = Some(Duration::from_secs(4));
    let mut model = Model::new((ops.len() % 3 > 0).then_some(Recovery { within, rebuild }));
    for [what, which, how] in ops {
        let (name, step) = STEPS[usize::from(*what) % STEPS.len()];
        model.count(format!("step {name}"));
        step(&mut model, *which, *how);
        model.drain();
    }
    model.finish();
    model.seen
}

/// Gives these lines as messages to an engine with pending requests.
pub fn run_frames(lines: &str) -> Seen {
    let mut model = Model::busy();
    for line in lines.split('\n') {
        model.receive(line);
        model.drain();
    }
    model.finish();
    model.seen
}

/// A request that was sent.
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
    old_transport: Option<TransportId>,
    /// Transport connections that are closed, or that the engine wants to close.
    closed_transports: BTreeSet<TransportId>,
    until: Option<Time>,
    sent: Vec<Sent>,
    /// The number of sent requests that "respond to all" has handled.
    responded: usize,
    pending: BTreeSet<RequestId>,
    ended: BTreeSet<RequestId>,
    sessions: Vec<(SessionKey, u64)>,
    handles: Vec<(HandleKey, u64, u64)>,
    /// The last event that each handle delivered; no event follows the end.
    last_event: BTreeMap<HandleKey, u64>,
    message: u64,
    next_id: u64,
    outage: bool,
    disconnected: bool,
    seen: Seen,
}

const LAST: u64 = u64::MAX;

/// The maximum number of outputs after one input.
const MAX_OUTPUTS: usize = 10_000;

impl Model {
    fn new(recovery: Option<Recovery>) -> Self {
        let mut config =
            Config::new(vec![Address::new("ws://one"), Address::new("ws://two").api_secret("s")]);
        config.recovery = recovery;
        config.max_events = 4;
        config.max_held_events = 12;
        config.max_requests = 12;
        Self {
            engine: Engine::new(config, 0).expect("a configuration"),
            now: Time::ZERO,
            transport: None,
            old_transport: None,
            closed_transports: BTreeSet::new(),
            until: None,
            sent: Vec::new(),
            responded: 0,
            pending: BTreeSet::new(),
            ended: BTreeSet::new(),
            sessions: Vec::new(),
            handles: Vec::new(),
            last_event: BTreeMap::new(),
            message: 0,
            next_id: 10,
            outage: false,
            disconnected: false,
            seen: Seen::new(),
        }
    }

    /// Session 11 with handle 12, and a pending request of each kind, numbers 3 to 8.
    fn busy() -> Self {
        let mut model = Self::new(None);
        for name in ["connect", "opened", "create", "respond", "attach", "respond"] {
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
        self.closed_transports.insert(transport);
        self.engine.handle_closed(self.now, transport, error);
    }

    fn count(&mut self, what: impl Into<String>) {
        *self.seen.entry(what.into()).or_default() += 1;
    }

    fn add_request(&mut self, request: RequestId) {
        assert!(!self.ended.contains(&request), "{request:?} was issued twice");
        self.pending.insert(request);
    }

    fn receive(&mut self, text: &str) {
        if let Some(transport) = self.transport {
            self.receive_on(transport, text);
        }
    }

    fn receive_on(&mut self, transport: TransportId, text: &str) {
        self.message += 1;
        let (engine, now, message) = (&mut self.engine, self.now, self.message);
        let parsed = bifrons::wire::parse(text, |envelope, parts| {
            for part in [parts.plugin_data, parts.jsep].into_iter().flatten() {
                assert!(text.get(part).is_some(), "a part's range is in the text");
            }
            engine.handle_message(now, transport, envelope, message);
        });
        if let Err(malformed) = parsed {
            self.engine.handle_malformed(now, transport, malformed);
        }
    }

    fn pass(&mut self, span: Duration) {
        let end = self.now + span;
        for _ in 0..MAX_OUTPUTS {
            match self.until {
                Some(at) if at <= end => {
                    self.now = self.now.max(at);
                    self.engine.handle_timeout(self.now);
                    self.drain();
                    assert!(self.until.is_none_or(|until| until > self.now), "an expired deadline stays due");
                }
                _ => {
                    self.now = end;
                    return;
                }
            }
        }
        panic!("the deadlines never end");
    }

    fn drain(&mut self) {
        for _ in 0..MAX_OUTPUTS {
            if let Output::Wait { until, .. } = self.poll() {
                self.until = until;
                return;
            }
        }
        panic!("the outputs never end");
    }

    fn poll(&mut self) -> Output<u64, String> {
        let output = self.engine.poll_output();
        match &output {
            Output::Wait { .. } => return output,
            Output::Reply { request, result } => {
                self.end(*request);
                match result {
                    Ok(reply) => self.count_created(*request, reply.created),
                    Err(error) => {
                        let in_place = error.request().is_some() && error.transaction().is_some();
                        assert!(in_place || error.code() == ErrorCode::InvalidArgument, "{error:?}");
                        self.count(format!("error {}", error.code().as_str()));
                    }
                }
            }
            Output::Offer { requests, handle, message, .. } => {
                self.decide(requests[requests.len() - 1], *handle, *message)
            }
            Output::Event { handle, event } => self.on_event(*handle, event),
            output => {
                assert!(!self.disconnected, "after the end, only replies to newer requests follow");
                self.on_output(output);
            }
        }
        output
    }

    fn on_output(&mut self, output: &Output<u64, String>) {
        match output {
            Output::Open { transport, .. } => {
                self.closed_transports.extend(self.transport);
                self.old_transport = self.transport.replace(*transport);
                self.count("open");
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
                self.count(match notice {
                    Notice::ProtocolViolation { violation, .. } => format!("violation {violation:?}"),
                    Notice::ReadingStopped { .. } => "reading stopped".to_owned(),
                    Notice::SlowReader { .. } => "dropped".to_owned(),
                    notice => format!("{notice:?}").split([' ', '{']).next().unwrap_or_default().to_owned(),
                });
            }
            Output::SessionEnded { reason, .. } => self.count(format!("session {reason:?}")),
            Output::Disconnected(disconnect) => {
                assert!(self.pending.is_empty(), "{:?} are pending after the connection ended", self.pending);
                self.disconnected = true;
                self.count(match disconnect {
                    Disconnect::Closed => "closed",
                    Disconnect::Failed(_) => "failed",
                    Disconnect::Lost(_) | Disconnect::Dropped => "lost",
                });
            }
            Output::Close { transport } => drop(self.closed_transports.insert(*transport)),
            Output::Probe { transport } => {
                self.assert_in_use(*transport);
                self.count("probe");
            }
            Output::Reading { transport, on } => {
                self.assert_in_use(*transport);
                self.count(if *on { "reading resumed" } else { "reading off" });
            }
            Output::Reconnecting { .. } => {
                assert!(!std::mem::replace(&mut self.outage, true), "an outage is reported once");
                self.count("reconnecting");
            }
            Output::Resumed { .. } => {
                assert!(std::mem::replace(&mut self.outage, false), "`Resumed` without an outage");
                self.count("resumed");
            }
            Output::SessionResumed { session, id, before, .. } => {
                let known = self.sessions.iter_mut().find(|(key, _)| key == session);
                if let Some((_, known)) = known {
                    *known = id.get();
                }
                self.count(if id == before { "session claimed" } else { "session rebuilt" });
            }
            _ => {}
        }
    }

    fn assert_in_use(&self, transport: TransportId) {
        assert_eq!(Some(transport), self.transport, "an output names an old transport connection");
        assert!(
            !self.closed_transports.contains(&transport),
            "an output names a closed transport connection"
        );
    }

    fn end(&mut self, request: RequestId) {
        assert!(self.pending.remove(&request), "{request:?} ended but was not pending");
        assert!(self.ended.insert(request), "{request:?} ended twice");
    }

    fn count_created(&mut self, request: RequestId, created: Option<Created>) {
        match created {
            Some(Created::Session(key, id)) => {
                self.sessions.push((key, id.get()));
                self.count("session created");
            }
            Some(Created::Handle(key, id)) => {
                let sent = self.sent.iter().find(|sent| sent.request == request);
                let session = sent.and_then(|sent| sent.session).expect("an attach names its session");
                self.handles.push((key, session, id.get()));
                self.count("handle created");
            }
            _ => self.count("succeeded"),
        }
    }

    fn decide(&mut self, request: RequestId, handle: HandleKey, message: u64) {
        if message % 3 == 0 {
            self.engine.settle(request);
            self.end(request);
            self.count("decided final");
        } else {
            self.engine.provisional(handle, message);
            self.count("decided provisional");
        }
    }

    fn on_event(&mut self, handle: HandleKey, event: &Event<u64>) {
        let last = self.last_event.entry(handle).or_default();
        assert_ne!(*last, LAST, "an event follows the end of its handle");
        let what = match event {
            Event::Message { kind, message } => {
                assert!(*message > *last, "the events of a handle are out of order");
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
                "handle rebuilt".to_owned()
            }
            Event::Ended(reason) => {
                *last = LAST;
                format!("handle {reason:?}")
            }
            _ => unreachable!("a new kind of event"),
        };
        self.count(what);
    }

    fn read(&mut self, handle: HandleKey) {
        while let Some(event) = self.engine.next_event(handle) {
            self.on_event(handle, &event);
        }
    }

    /// Ends the connection and checks that nothing is left.
    fn finish(&mut self) {
        self.drain();
        self.engine.handle_writable(true);
        self.engine.close(self.now, true);
        self.drain();
        self.pass(Duration::from_secs(2));
        assert!(self.disconnected, "the close takes longer than two seconds");
        assert!(self.pending.is_empty(), "{:?} are still pending", self.pending);
        for (handle, ..) in self.handles.clone() {
            self.read(handle);
            assert!(
                !self.engine.has_handle(handle),
                "a handle whose events are read to the end still exists"
            );
        }
        self.drain();
        assert_eq!(self.until, None, "a deadline is due after the end");
        let text = format!("{:?}", self.engine);
        assert!(text.contains("sessions: 0, handles: 0, requests: 0"), "{text}");
        let late = self.engine.ping(self.now);
        self.add_request(late);
        self.drain();
        assert!(self.ended.contains(&late), "a request after the end does not fail");
        self.check_stats();
    }

    /// The statistics count each request once.
    fn check_stats(&self) {
        let stats = self.engine.stats();
        let failed = stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
        assert_eq!(stats.succeeded + failed, stats.requests, "{stats:?}");
        assert_eq!(stats.requests, self.ended.len() as u64);
    }
}

fn lost() -> Error {
    Error::new(ErrorCode::ConnectionLost, "lost")
}

/// The reasons for the end of a handle; each must occur.
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
