//! An engine and an application that sends random requests and checks the outputs.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bifrons::engine::{
    Completion, Created, Disconnect, Engine, Event, HandleKey, Output, RequestId, RequestOptions, SessionKey,
    Target, Timeout, TransportId,
};
use bifrons::error::{ErrorCode, Fault};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, Verb};
use bifrons::{Address, Config, CreateOptions, EndReason, Recovery};

use super::Counts;
use super::rng::Rng;
use super::transport::{Kind, Parcel};

/// An action that an engine requests from the world.
pub(crate) enum Wish {
    Open(TransportId),
    Close(TransportId),
    Probe(TransportId),
    Send(TransportId, Parcel),
    Cancel(TransportId, RequestId),
}

pub(crate) struct Client {
    pub(crate) kind: Kind,
    pub(crate) engine: Engine<String, String>,
    pub(crate) deadline: Option<Time>,
    /// The process is suspended until then.
    pub(crate) frozen_until: Time,
    /// The transport connection is full until then.
    pub(crate) full_until: Option<Time>,
    pub(crate) disconnected: Option<Disconnect>,
    /// The newest transport connection, until the engine closes it.
    transport_id: Option<TransportId>,
    pending: BTreeSet<RequestId>,
    /// The requests given to this transport connection, and all requests ever sent.
    on_transport: BTreeSet<RequestId>,
    sent: BTreeSet<RequestId>,
    /// The requests that have a reply.
    ended: BTreeSet<RequestId>,
    /// All sessions are usable: no request has to wait.
    settled: bool,
    sessions: BTreeSet<SessionKey>,
    /// The handles, and whether each had its end event.
    handles: BTreeMap<HandleKey, bool>,
    /// The handles whose events are fetched.
    fetched: BTreeSet<HandleKey>,
    requests: u64,
    /// The first hangup request of each handle, for which EchoTest sends an event.
    hang_ups: BTreeSet<RequestId>,
    /// Handles with a hangup: without a new PeerConnection, Janus ignores a second one.
    hung_up: BTreeSet<HandleKey>,
    /// Pending teardowns of sessions and handles.
    teardowns: BTreeSet<RequestId>,
    /// Handles that have had an event.
    with_events: BTreeSet<HandleKey>,
    pub(crate) expected_events: u64,
    pub(crate) events: u64,
}

const MOST_REQUESTS: usize = 64;

impl Client {
    pub(crate) fn new(seed: u64, kind: Kind, recovery: Option<Recovery>) -> Self {
        let mut config = Config::new(vec![Address::new("ws://one"), Address::new("ws://two")]);
        config.recovery = recovery;
        config.max_requests = MOST_REQUESTS;
        Self {
            kind,
            engine: Engine::new(config, seed).expect("a configuration"),
            deadline: None,
            frozen_until: Time::ZERO,
            full_until: None,
            disconnected: None,
            transport_id: None,
            pending: BTreeSet::new(),
            on_transport: BTreeSet::new(),
            sent: BTreeSet::new(),
            ended: BTreeSet::new(),
            settled: false,
            sessions: BTreeSet::new(),
            handles: BTreeMap::new(),
            fetched: BTreeSet::new(),
            requests: 0,
            hang_ups: BTreeSet::new(),
            hung_up: BTreeSet::new(),
            teardowns: BTreeSet::new(),
            with_events: BTreeSet::new(),
            expected_events: 0,
            events: 0,
        }
    }

    /// Whether no request is pending.
    pub(crate) fn is_quiet(&self) -> bool {
        self.pending.is_empty()
    }

    pub(crate) fn summary(&self) -> String {
        format!("{:?}, pending {:?}", self.engine, self.pending)
    }

    /// Handles all outputs of the engine.
    pub(crate) fn drain(&mut self, counts: &mut Counts, print: bool) -> Vec<Wish> {
        let mut wishes = Vec::new();
        loop {
            let output = self.engine.poll_output();
            if let Output::Wait { until, .. } = output {
                self.deadline = until;
                break;
            }
            assert!(self.disconnected.is_none(), "an output follows the end");
            self.take(output, &mut wishes, counts, print);
        }
        self.fetch(counts);
        if self.disconnected.is_some() {
            assert!(self.deadline.is_none(), "a deadline is due after the end");
            assert!(self.pending.is_empty(), "requests are left without a reply: {:?}", self.pending);
            assert!(self.sessions.is_empty(), "sessions are left: {:?}", self.sessions);
            let without_end: Vec<_> = self.handles.iter().filter(|(_, ended)| !**ended).collect();
            assert!(without_end.is_empty(), "handles without an end event: {without_end:?}");
        }
        if self.settled && self.full_until.is_none() {
            let waiting: Vec<_> = self
                .pending
                .iter()
                .filter(|id| !self.sent.contains(id) && !self.on_transport.contains(id))
                .collect();
            assert!(waiting.is_empty(), "requests wait without a reason: {waiting:?}");
        }
        let stats = self.engine.stats();
        let ended =
            stats.succeeded + stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
        assert_eq!(
            (stats.requests, stats.in_flight),
            (self.requests, self.pending.len() as u64),
            "{stats:?}"
        );
        assert_eq!(stats.requests, ended + stats.in_flight, "the statistics are inconsistent: {stats:?}");
        wishes
    }

    fn take(
        &mut self,
        output: Output<String, String>,
        wishes: &mut Vec<Wish>,
        counts: &mut Counts,
        print: bool,
    ) {
        let mut count = |name: String| {
            if print {
                println!("    {name}");
            }
            *counts.entry(name).or_default() += 1;
        };
        match output {
            Output::Open { transport: transport_id, .. } => {
                self.transport_id = Some(transport_id);
                self.on_transport.clear();
                wishes.push(Wish::Open(transport_id));
            }
            Output::Close { transport: transport_id } => {
                self.transport_id = self.transport_id.filter(|of| *of != transport_id);
                wishes.push(Wish::Close(transport_id));
            }
            Output::Probe { transport: transport_id } => {
                count("engine: probe".into());
                wishes.push(Wish::Probe(transport_id));
            }
            Output::Transmit { transport: transport_id, request, transmit } => {
                assert!(self.full_until.is_none(), "a request is sent on a full transport connection");
                assert_eq!(
                    self.transport_id,
                    Some(transport_id),
                    "a request is sent on a transport connection that is not open"
                );
                assert!(
                    self.on_transport.insert(request),
                    "{request:?} is sent twice on one transport connection"
                );
                let once = matches!(transmit.verb, Verb::Message | Verb::Create(_) | Verb::Attach(_));
                let (session, handle) = (transmit.session, transmit.handle);
                let parcel = Parcel { request, session, handle, text: transmit.text(), once };
                if self.kind == Kind::WebSocket {
                    self.leaves(&parcel);
                }
                wishes.push(Wish::Send(transport_id, parcel));
            }
            Output::Cancel { transport: transport_id, request } => {
                assert_ne!(self.kind, Kind::WebSocket, "a WebSocket has no queue");
                wishes.push(Wish::Cancel(transport_id, request));
            }
            Output::Reply { request, result } => {
                assert!(self.pending.remove(&request), "a second reply for {request:?}");
                self.ended.insert(request);
                match result {
                    Ok(reply) => {
                        self.expected_events += u64::from(self.hang_ups.remove(&request));
                        count("reply: succeeded".into());
                        self.on_created(reply.created);
                    }
                    Err(error) => {
                        count(format!("reply: {:?}", error.code()));
                        let was_sent = self.sent.contains(&request);
                        assert!(error.sent().is_none_or(|sent| sent == was_sent), "{error:?}");
                        if !was_sent && self.on_transport.contains(&request) {
                            match error.code() {
                                ErrorCode::Cancelled => count("queue: cancelled, unsent".into()),
                                ErrorCode::Timeout => count("queue: timed out, unsent".into()),
                                _ => count("queue: lost, unsent".into()),
                            }
                        }
                        self.check_teardown(request, &error);
                    }
                }
            }
            Output::Offer { requests, .. } => {
                let first = requests[0];
                assert!(self.pending.remove(&first), "an offer for a request that has ended");
                self.ended.insert(first);
                self.engine.settle(first);
                count("reply: succeeded".into());
            }
            Output::Event { handle, event } => self.on_event(handle, event, counts),
            Output::Readable { handle } => {
                assert!(self.handles.contains_key(&handle), "{handle:?} is unknown")
            }
            Output::SessionOpened { session, .. } => {
                assert!(self.sessions.insert(session), "{session:?} opens twice");
            }
            Output::SessionResumed { session, .. } => {
                assert!(self.sessions.contains(&session), "{session:?} has ended");
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
                    count("engine: attempts ended".into());
                }
                self.settled = false;
                self.disconnected = Some(how);
            }
            Output::Notice(notice) => {
                let text = format!("{notice:?}");
                count(format!("notice: {}", text.split([' ', '(']).next().unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// A request is sent.
    pub(crate) fn leaves(&mut self, parcel: &Parcel) {
        let request = parcel.request;
        let again = !self.sent.insert(request);
        assert!(!(again && parcel.once), "{request:?} is sent again, but is not idempotent");
    }

    /// A request leaves the queue of its transport connection.
    pub(crate) fn leaves_queue(&mut self, now: Time, transport_id: TransportId, parcel: &Parcel) {
        assert!(!self.ended.contains(&parcel.request), "{parcel:?} is sent after its end");
        self.leaves(parcel);
        self.engine.handle_sent(now, transport_id, parcel.request);
    }

    /// A teardown may be lost with its connection or time out; it is never refused.
    fn check_teardown(&self, request: RequestId, error: &bifrons::Error) {
        let gone = matches!(error.code(), ErrorCode::SessionGone | ErrorCode::HandleDetached);
        let refused = error.code() == ErrorCode::JanusRefused || (gone && error.fault() != Fault::Network);
        assert!(
            !(refused && self.teardowns.contains(&request)),
            "a teardown that took effect fails: {error:?}"
        );
    }

    fn on_created(&mut self, created: Option<Created>) {
        if let Some(Created::Handle(key, _)) = created {
            self.handles.entry(key).or_insert(false);
            // Every second handle fetches its events.
            if key.get() % 2 == 0 {
                self.fetched.insert(key);
            } else {
                self.engine.flow(key);
            }
        }
    }

    fn fetch(&mut self, counts: &mut Counts) {
        for key in self.fetched.clone() {
            while let Some(event) = self.engine.next_event(key) {
                self.on_event(key, event, counts);
            }
        }
    }

    fn on_event(&mut self, key: HandleKey, event: Event<String>, counts: &mut Counts) {
        let ended = self.handles.get_mut(&key).expect("an event for an unknown handle");
        assert!(!*ended, "{key:?} gets an event after its end");
        match event {
            Event::Ended(reason) => {
                *ended = true;
                self.fetched.remove(&key);
                *counts.entry(format!("engine: handle ended {reason:?}")).or_default() += 1;
                assert_ne!(reason, EndReason::Overflow, "every handle reads its events");
            }
            Event::Message { message, .. } => {
                self.events += 1;
                let first = self.with_events.insert(key);
                if message.contains("\"early\":true") {
                    assert!(first, "the early event of {key:?} is not its first event");
                    *counts.entry("engine: early event".into()).or_default() += 1;
                }
            }
            Event::Rebuilt { .. } => {
                self.with_events.remove(&key);
                self.hung_up.remove(&key);
                *counts.entry("engine: handle rebuilt".into()).or_default() += 1;
            }
            _ => {}
        }
    }

    fn live_handles(&self) -> Vec<HandleKey> {
        self.handles.iter().filter(|(_, ended)| !**ended).map(|(key, _)| *key).collect()
    }

    /// Sends requests to every session and handle after the faults; only unknown sessions and handles may refuse them.
    pub(crate) fn request_all(&mut self, now: Time) -> Vec<RequestId> {
        (self.expected_events, self.events) = (0, 0);
        let mut requests = vec![self.engine.create(now, CreateOptions::default()), self.engine.ping(now)];
        for session in self.sessions.clone() {
            let options =
                AttachOptions { plugin: "janus.plugin.echotest".into(), ..AttachOptions::default() };
            requests.push(self.engine.attach(now, session, options));
        }
        for handle in self.live_handles() {
            let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
            requests.push(self.engine.message(now, handle, "\"body\":{\"audio\":true}".into(), options));
            let hang_up = self.engine.hangup(now, handle);
            if self.hung_up.insert(handle) {
                self.hang_ups.insert(hang_up);
            }
            requests.push(hang_up);
        }
        self.requests += requests.len() as u64;
        self.pending.extend(&requests);
        requests
    }

    /// The application sends a random request.
    pub(crate) fn act(&mut self, now: Time, rng: &mut Rng) {
        let sessions: Vec<_> = self.sessions.iter().copied().collect();
        let handles = self.live_handles();
        let (session, handle) = (rng.pick(&sessions).copied(), rng.pick(&handles).copied());
        let request = match (rng.below(25), session, handle) {
            (0..=2, _, _) if sessions.len() < 3 => Some(self.engine.create(now, CreateOptions::default())),
            (3..=6, Some(session), _) if handles.len() < 12 => {
                let plugin = if rng.one_in(20) { "janus.plugin.nothing" } else { "janus.plugin.echotest" };
                let options = AttachOptions { plugin: plugin.into(), ..AttachOptions::default() };
                Some(self.engine.attach(now, session, options))
            }
            (7..=13, _, Some(handle)) => {
                let completion =
                    *rng.pick(&[Completion::FirstEvent, Completion::PluginDecides]).expect("two");
                let timeout = match rng.below(8) {
                    0 => Timeout::After(rng.span(50, 400)),
                    1 => Timeout::After(rng.span(10_000, 60_000)),
                    _ => Timeout::Default,
                };
                let options = RequestOptions { completion, timeout, ..RequestOptions::default() };
                Some(self.engine.message(now, handle, "\"body\":{\"audio\":true}".into(), options))
            }
            (14, _, Some(handle)) => {
                Some(self.engine.trickle(now, handle, "\"candidate\":{\"completed\":true}".into()))
            }
            (15, _, Some(handle)) => {
                self.hung_up.insert(handle);
                Some(self.engine.hangup(now, handle))
            }
            (16, _, Some(handle)) => {
                let detach = self.engine.detach(now, handle);
                self.teardowns.insert(detach);
                Some(detach)
            }
            (17, Some(session), _) if rng.one_in(4) => {
                let destroy = self.engine.destroy(now, session);
                self.teardowns.insert(destroy);
                Some(destroy)
            }
            (18, _, _) => Some(self.engine.info(now)),
            (19, _, _) => Some(self.engine.ping(now)),
            (20, Some(session), _) => {
                let options = RequestOptions::default();
                Some(self.engine.request(now, Target::Session(session), Verb::Keepalive, None, options))
            }
            (21..=22, _, _) => {
                let pending: Vec<_> = self.pending.iter().copied().collect();
                if let Some(request) = rng.pick(&pending) {
                    self.engine.cancel(now, *request);
                }
                None
            }
            (23, _, Some(handle)) => {
                // A released handle is not fetched from; the events of a handle with a listener
                // end with its end event.
                if self.fetched.remove(&handle) {
                    self.handles.insert(handle, true);
                }
                self.engine.release(now, handle);
                None
            }
            (24, _, _) if rng.one_in(200) => {
                (0..=MOST_REQUESTS).for_each(|_| {
                    let ping = self.engine.ping(now);
                    self.begin(ping);
                });
                None
            }
            _ => None,
        };
        if let Some(request) = request {
            self.begin(request);
        }
    }

    fn begin(&mut self, request: RequestId) {
        self.requests += 1;
        assert!(self.pending.insert(request), "{request:?} exists already");
    }

    pub(crate) fn read(&mut self, now: Time, transport_id: TransportId, text: &str) {
        let read = bifrons::wire::parse(text, |envelope, _| {
            self.engine.handle_message(now, transport_id, envelope, text.to_owned());
        });
        if let Err(malformed) = read {
            self.engine.handle_malformed(now, transport_id, malformed);
        }
    }

    /// The transport connection is full for a while.
    pub(crate) fn fill_transport(&mut self, until: Time) {
        if self.transport_id.is_some() {
            self.full_until = Some(until);
            self.engine.handle_writable(false);
        }
    }

    /// A deadline of the engine or of its transport connection.
    pub(crate) fn handle_timeout(&mut self, now: Time) {
        if self.full_until.is_some_and(|at| at <= now) {
            self.full_until = None;
            self.engine.handle_writable(true);
        }
        self.engine.handle_timeout(now);
    }

    /// The next deadline.
    pub(crate) fn due(&self) -> Option<Time> {
        let next = self.deadline.into_iter().chain(self.full_until).min();
        next.map(|at| at.max(self.frozen_until))
    }
}

/// The maximum duration of a request after the faults.
pub(crate) const LONGEST: Duration = Duration::from_secs(90);
