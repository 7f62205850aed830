//! An engine and its user, who sends random requests and checks the engine's output.

mod user;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bifrons::engine::{
    Created, Disconnect, Engine, Event, HandleKey, Output, RebuildKey, RequestId, SessionKey, TransportId,
};
use bifrons::error::{ErrorCode, Fault};
use bifrons::time::Time;
use bifrons::wire::Verb;
use bifrons::{Address, Config, EndReason, Recovery};

use super::Counts;
use super::reader::Reader;
use super::rng::Rng;
use super::transport::{Kind, QueuedRequest};

/// A command of an engine to its transports.
pub(crate) enum Command {
    Open(TransportId),
    Close(TransportId),
    Probe(TransportId),
    Send(TransportId, QueuedRequest),
    Cancel(TransportId, RequestId),
}

pub(crate) struct Client {
    pub(crate) kind: Kind,
    pub(crate) engine: Engine<String, String>,
    pub(crate) deadline: Option<Time>,
    /// The process is suspended until then.
    pub(crate) suspended_until: Time,
    /// The transport connection takes no data until then.
    pub(crate) full_until: Option<Time>,
    pub(crate) over: Option<Disconnect>,
    /// The transport connection that was opened last, until the engine closes it.
    transport_id: Option<TransportId>,
    open: BTreeSet<RequestId>,
    /// The requests that this transport connection got, and those that ever left.
    transmitted: BTreeSet<RequestId>,
    sent: BTreeSet<RequestId>,
    /// Requests that have had their reply.
    ended: BTreeSet<RequestId>,
    /// All sessions are on the transport connection: no request has to wait.
    settled: bool,
    sessions: BTreeSet<SessionKey>,
    attaching: BTreeMap<RequestId, SessionKey>,
    session_of: BTreeMap<HandleKey, SessionKey>,
    /// Handles, and whether their end was reported.
    handles: BTreeMap<HandleKey, bool>,
    reader: Reader,
    requests: u64,
    /// Hang-ups that EchoTest reports by an event: the first one of a handle.
    hang_ups: BTreeSet<RequestId>,
    /// Handles that were hung up: without a PeerConnection in between, Janus does nothing a second time.
    hung_up: BTreeSet<HandleKey>,
    /// Whether it prepares rebuilt sessions.
    prepares: bool,
    /// The rebuilt sessions that it has not prepared yet.
    unprepared: BTreeMap<SessionKey, RebuildKey>,
    /// Requests to end a session or a handle.
    endings: BTreeSet<RequestId>,
    /// Handles that have had an event.
    with_events: BTreeSet<HandleKey>,
    pub(crate) expected_events: u64,
    pub(crate) received_events: u64,
}

const MOST_REQUESTS: usize = 64;
/// So few that handles which are read late lose events and overflow.
const MOST_EVENTS: usize = 8;

impl Client {
    pub(crate) fn new(seed: u64, kind: Kind, recovery: Option<Recovery>) -> Self {
        let mut config = Config::new(vec![Address::new("ws://one"), Address::new("ws://two")]);
        config.recovery = recovery;
        config.max_requests = MOST_REQUESTS;
        config.max_events = MOST_EVENTS;
        let mut engine = Engine::new(config, seed).expect("a configuration");
        let prepares = seed % 2 == 0;
        engine.hold_rebuilt(prepares);
        Self {
            kind,
            engine,
            deadline: None,
            suspended_until: Time::ZERO,
            full_until: None,
            over: None,
            transport_id: None,
            open: BTreeSet::new(),
            transmitted: BTreeSet::new(),
            sent: BTreeSet::new(),
            ended: BTreeSet::new(),
            settled: false,
            sessions: BTreeSet::new(),
            attaching: BTreeMap::new(),
            session_of: BTreeMap::new(),
            handles: BTreeMap::new(),
            reader: Reader::default(),
            requests: 0,
            hang_ups: BTreeSet::new(),
            hung_up: BTreeSet::new(),
            prepares,
            unprepared: BTreeMap::new(),
            endings: BTreeSet::new(),
            with_events: BTreeSet::new(),
            expected_events: 0,
            received_events: 0,
        }
    }

    /// Whether no request is pending.
    pub(crate) fn is_quiet(&self) -> bool {
        self.open.is_empty()
    }

    pub(crate) fn summary(&self) -> String {
        format!("{:?}, open {:?}", self.engine, self.open)
    }

    /// Takes all output of the engine.
    pub(crate) fn drain(&mut self, counts: &mut Counts, print: bool) -> Vec<Command> {
        let mut commands = Vec::new();
        loop {
            let output = self.engine.poll_output();
            if let Output::Wait { until, .. } = output {
                self.deadline = until;
                break;
            }
            assert!(self.over.is_none(), "output follows the end");
            self.take(output, &mut commands, counts, print);
        }
        self.reader.is_reading_late = None;
        self.fetch(counts);
        if self.over.is_some() {
            assert!(self.deadline.is_none(), "nothing is due after the end");
            assert!(self.open.is_empty(), "requests are left without a reply: {:?}", self.open);
            assert!(self.sessions.is_empty(), "sessions are left: {:?}", self.sessions);
            let unreported: Vec<_> = self.handles.iter().filter(|(_, reported)| !**reported).collect();
            assert!(unreported.is_empty(), "the end of handles was not reported: {unreported:?}");
        }
        if self.settled && self.full_until.is_none() {
            let waiting: Vec<_> = self
                .open
                .iter()
                .filter(|id| !self.sent.contains(id) && !self.transmitted.contains(id))
                .collect();
            assert!(waiting.is_empty(), "requests wait without a reason: {waiting:?}");
        }
        let stats = self.engine.stats();
        let ended =
            stats.succeeded + stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
        assert_eq!((stats.requests, stats.in_flight), (self.requests, self.open.len() as u64), "{stats:?}");
        assert_eq!(stats.requests, ended + stats.in_flight, "the counters do not add up: {stats:?}");
        commands
    }

    fn take(
        &mut self,
        output: Output<String, String>,
        commands: &mut Vec<Command>,
        counts: &mut Counts,
        print: bool,
    ) {
        let mut count = |what: String| {
            if print {
                println!("    {what}");
            }
            *counts.entry(what).or_default() += 1;
        };
        match output {
            Output::Open { transport: transport_id, .. } => {
                self.transport_id = Some(transport_id);
                self.transmitted.clear();
                commands.push(Command::Open(transport_id));
            }
            Output::Close { transport: transport_id } => {
                self.transport_id = self.transport_id.filter(|of| *of != transport_id);
                commands.push(Command::Close(transport_id));
            }
            Output::Probe { transport: transport_id } => {
                count("engine: probe".into());
                commands.push(Command::Probe(transport_id));
            }
            Output::Transmit { transport: transport_id, request, transmit } => {
                assert!(self.full_until.is_none(), "a request is sent on a full transport connection");
                assert_eq!(
                    self.transport_id,
                    Some(transport_id),
                    "a request is sent on a transport that is not open"
                );
                assert!(
                    self.transmitted.insert(request),
                    "{request:?} is sent twice on one transport connection"
                );
                let once = matches!(transmit.verb, Verb::Message | Verb::Create(_) | Verb::Attach(_));
                let (session, handle) = (transmit.session, transmit.handle);
                let queued = QueuedRequest { request, session, handle, text: transmit.text(), once };
                if self.kind == Kind::WebSocket {
                    self.leaves(&queued);
                }
                commands.push(Command::Send(transport_id, queued));
            }
            Output::Cancel { transport: transport_id, request } => {
                assert_ne!(self.kind, Kind::WebSocket, "a WebSocket has no queue");
                commands.push(Command::Cancel(transport_id, request));
            }
            Output::Reply { request, result } => {
                assert!(self.open.remove(&request), "a second reply for {request:?}");
                self.ended.insert(request);
                match result {
                    Ok(reply) => {
                        self.expected_events += u64::from(self.hang_ups.remove(&request));
                        count("reply: succeeded".into());
                        self.add_created(request, reply.created);
                    }
                    Err(error) => {
                        count(format!("reply: {:?}", error.code()));
                        let was_sent = self.sent.contains(&request);
                        assert!(error.sent().is_none_or(|sent| sent == was_sent), "{error:?}");
                        if !was_sent && self.transmitted.contains(&request) {
                            match error.code() {
                                ErrorCode::Cancelled => count("queue: cancelled, unsent".into()),
                                ErrorCode::Timeout => count("queue: timed out, unsent".into()),
                                _ => count("queue: lost, unsent".into()),
                            }
                        }
                        self.check_ending(request, &error);
                    }
                }
            }
            Output::Offer { requests, .. } => {
                let first = requests[0];
                assert!(self.open.remove(&first), "an offer for a request that has ended");
                self.ended.insert(first);
                self.engine.settle(first);
                count("reply: succeeded".into());
            }
            Output::Event { handle, event } => self.receive(handle, event, counts),
            Output::Readable { handle, ended } => {
                assert!(self.handles.contains_key(&handle), "{handle:?} is unknown");
                if ended {
                    self.reader.take_rest(handle);
                }
            }
            Output::HandleRebuilt { handle, .. } => {
                assert!(!self.handles[&handle], "{handle:?} is rebuilt after its end");
                let session = self.session_of[&handle];
                assert!(!self.unprepared.contains_key(&session), "{handle:?} is rebuilt too early");
                if self.prepares {
                    count("engine: session prepared".into());
                }
                self.hung_up.remove(&handle);
            }
            Output::SessionOpened { session, .. } => {
                assert!(self.sessions.insert(session), "{session:?} opens twice");
            }
            Output::SessionResumed { session, rebuilt, .. } => {
                assert!(self.sessions.contains(&session), "{session:?} has ended");
                if let Some(rebuild) = rebuilt.filter(|_| self.prepares) {
                    self.unprepared.insert(session, rebuild);
                }
                count("engine: session resumed".into());
            }
            Output::SessionEnded { session, reason, .. } => {
                assert!(self.sessions.remove(&session), "{session:?} ends twice");
                count(format!("engine: session ended {reason:?}"));
            }
            Output::Connected { .. } => self.settled = true,
            Output::Reconnecting { .. } => {
                self.settled = false;
                count("engine: reconnecting".into());
            }
            Output::Resumed { .. } => {
                self.settled = true;
                count("engine: resumed".into());
            }
            Output::Disconnected(how) => {
                if matches!(how, Disconnect::Lost(_) | Disconnect::Failed(_)) {
                    count("engine: gave up".into());
                }
                self.settled = false;
                self.over = Some(how);
            }
            Output::Notice(notice) => {
                let text = format!("{notice:?}");
                count(format!("notice: {}", text.split([' ', '(']).next().unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// A request leaves its transport.
    pub(crate) fn leaves(&mut self, queued: &QueuedRequest) {
        let request = queued.request;
        let again = !self.sent.insert(request);
        assert!(!(again && queued.once), "{request:?} is sent again, though Janus may have carried it out");
    }

    /// A request leaves the queue of its transport.
    pub(crate) fn leaves_queue(&mut self, now: Time, transport_id: TransportId, queued: &QueuedRequest) {
        assert!(!self.ended.contains(&queued.request), "{queued:?} leaves after its end");
        self.leaves(queued);
        self.engine.handle_sent(now, transport_id, queued.request);
    }

    /// An ending may be lost with its connection, or be too late for a response; it is never refused.
    fn check_ending(&self, request: RequestId, error: &bifrons::Error) {
        let has_ended = matches!(error.code(), ErrorCode::SessionGone | ErrorCode::HandleDetached);
        let refused =
            error.code() == ErrorCode::JanusRefused || (has_ended && error.fault() != Fault::Network);
        assert!(!(refused && self.endings.contains(&request)), "a carried out ending fails: {error:?}");
    }

    fn add_created(&mut self, request: RequestId, created: Option<Created>) {
        if let Some(Created::Handle(key, _)) = created {
            self.session_of.extend(self.attaching.remove(&request).map(|session| (key, session)));
            self.handles.entry(key).or_insert(false);
            if self.reader.begin(key) {
                self.engine.flow(key);
            }
        }
    }

    fn fetch(&mut self, counts: &mut Counts) {
        for key in self.reader.to_fetch() {
            while let Some(event) = self.engine.next_event(key) {
                self.receive(key, event, counts);
            }
        }
    }

    /// Reads an unread handle.
    fn read_late(&mut self, key: HandleKey) {
        if self.reader.read(key) {
            self.engine.flow(key);
        }
    }

    /// Reads all unread handles.
    pub(crate) fn read_all(&mut self) {
        for key in self.reader.unread() {
            self.read_late(key);
        }
    }

    /// The ids of an unread handle and of its session in Janus.
    pub(crate) fn address_of_any(&self, rng: &mut Rng) -> Option<(u64, u64)> {
        let unread: Vec<_> = self.reader.unread().into_iter().filter(|key| !self.handles[key]).collect();
        let key = *rng.pick(&unread)?;
        let session = self.engine.session_id(*self.session_of.get(&key)?)?;
        Some((session.get(), self.engine.handle_id(key)?.get()))
    }

    fn receive(&mut self, key: HandleKey, event: Event<String>, counts: &mut Counts) {
        let has_ended = self.handles.get_mut(&key).expect("an event for an unknown handle");
        assert!(!*has_ended, "{key:?} gets an event after its end");
        match event {
            Event::Ended(reason) => {
                *has_ended = true;
                let was_unread = self.reader.forget(key);
                *counts.entry(format!("engine: handle ended {reason:?}")).or_default() += 1;
                let is_slow = was_unread || self.reader.is_reading_late == Some(key);
                assert!(is_slow || reason != EndReason::Overflow, "{key:?} was read all the time");
            }
            Event::Missed { count } => {
                assert!(self.reader.is_late(key), "{key:?} was read all the time");
                *counts.entry("reader: events missed".into()).or_default() += count;
            }
            Event::Message { message, .. } => {
                self.received_events += 1;
                if self.reader.is_reading_late == Some(key) {
                    *counts.entry("reader: event held until the handle was read".into()).or_default() += 1;
                }
                let first = self.with_events.insert(key);
                if message.contains("\"early\":true") {
                    assert!(first, "an event of {key:?} overtook the one before its attach");
                    *counts.entry("engine: early event".into()).or_default() += 1;
                }
            }
            Event::Rebuilt { .. } => {
                self.with_events.remove(&key);
                *counts.entry("engine: handle rebuilt".into()).or_default() += 1;
            }
            _ => {}
        }
    }

    fn living(&self) -> Vec<HandleKey> {
        self.handles.iter().filter(|(_, reported)| !**reported).map(|(key, _)| *key).collect()
    }

    pub(crate) fn read(&mut self, now: Time, transport_id: TransportId, text: &str) {
        let read = bifrons::wire::parse(text, |envelope, _| {
            self.engine.handle_message(now, transport_id, envelope, text.to_owned());
        });
        if let Err(malformed) = read {
            self.engine.handle_malformed(now, transport_id, malformed);
        }
    }

    /// The transport connection takes no data for a while.
    pub(crate) fn fill_transport(&mut self, until: Time) {
        if self.transport_id.is_some() {
            self.full_until = Some(until);
            self.engine.handle_writable(false);
        }
    }

    /// A deadline of the engine is due.
    pub(crate) fn handle_timeout(&mut self, now: Time) {
        if self.full_until.is_some_and(|at| at <= now) {
            self.full_until = None;
            self.engine.handle_writable(true);
        }
        while let Some((session, rebuild)) = self.unprepared.pop_first() {
            self.engine.attach_again(now, session, rebuild);
        }
        self.engine.handle_timeout(now);
    }

    /// When the engine has to run again.
    pub(crate) fn due(&self) -> Option<Time> {
        let next = self.deadline.into_iter().chain(self.full_until).min();
        next.map(|at| at.max(self.suspended_until))
    }
}

/// The longest duration of a request after the faults stop.
pub(crate) const LONGEST: Duration = Duration::from_secs(90);
