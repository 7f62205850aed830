//! An engine and its user, who asks for this and that, and checks what comes of it.

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

/// What the world is to do for an engine.
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
    /// The process stands still until then.
    pub(crate) frozen_until: Time,
    /// The line takes nothing until then.
    pub(crate) full_until: Option<Time>,
    pub(crate) over: Option<Disconnect>,
    /// The line that was opened last, while it was not given up.
    transport_id: Option<TransportId>,
    open: BTreeSet<RequestId>,
    /// What was given to this line's transport, and what was ever sent.
    on_line: BTreeSet<RequestId>,
    sent: BTreeSet<RequestId>,
    /// What has had its reply.
    ended: BTreeSet<RequestId>,
    /// All sessions are on the line: nothing has to wait.
    settled: bool,
    sessions: BTreeSet<SessionKey>,
    /// Handles, and whether they were told of their end.
    handles: BTreeMap<HandleKey, bool>,
    /// Those whose events are fetched.
    fetched: BTreeSet<HandleKey>,
    asked: u64,
    /// Hang-ups of which EchoTest tells by an event: a handle's first.
    hang_ups: BTreeSet<RequestId>,
    /// Handles that were hung up: without a PeerConnection in between, Janus does nothing a second time.
    hung_up: BTreeSet<HandleKey>,
    /// Requests to end a session or a handle.
    endings: BTreeSet<RequestId>,
    /// Handles that have had an event.
    greeted: BTreeSet<HandleKey>,
    pub(crate) owed: u64,
    pub(crate) heard: u64,
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
            over: None,
            transport_id: None,
            open: BTreeSet::new(),
            on_line: BTreeSet::new(),
            sent: BTreeSet::new(),
            ended: BTreeSet::new(),
            settled: false,
            sessions: BTreeSet::new(),
            handles: BTreeMap::new(),
            fetched: BTreeSet::new(),
            asked: 0,
            hang_ups: BTreeSet::new(),
            hung_up: BTreeSet::new(),
            endings: BTreeSet::new(),
            greeted: BTreeSet::new(),
            owed: 0,
            heard: 0,
        }
    }

    /// Whether nothing is open any more.
    pub(crate) fn is_quiet(&self) -> bool {
        self.open.is_empty()
    }

    pub(crate) fn summary(&self) -> String {
        format!("{:?}, open {:?}", self.engine, self.open)
    }

    /// Takes out all that the engine has to say.
    pub(crate) fn drain(&mut self, counts: &mut Counts, tell: bool) -> Vec<Wish> {
        let mut wishes = Vec::new();
        loop {
            let output = self.engine.poll_output();
            if let Output::Wait { until, .. } = output {
                self.deadline = until;
                break;
            }
            assert!(self.over.is_none(), "something comes after the end");
            self.take(output, &mut wishes, counts, tell);
        }
        self.fetch(counts);
        if self.over.is_some() {
            assert!(self.deadline.is_none(), "nothing is due after the end");
            assert!(self.open.is_empty(), "requests are left without a reply: {:?}", self.open);
            assert!(self.sessions.is_empty(), "sessions are left: {:?}", self.sessions);
            let untold: Vec<_> = self.handles.iter().filter(|(_, told)| !**told).collect();
            assert!(untold.is_empty(), "handles were not told of their end: {untold:?}");
        }
        if self.settled && self.full_until.is_none() {
            let waiting: Vec<_> =
                self.open.iter().filter(|id| !self.sent.contains(id) && !self.on_line.contains(id)).collect();
            assert!(waiting.is_empty(), "requests wait for nothing: {waiting:?}");
        }
        let stats = self.engine.stats();
        let ended =
            stats.answered + stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
        assert_eq!((stats.requests, stats.in_flight), (self.asked, self.open.len() as u64), "{stats:?}");
        assert_eq!(stats.requests, ended + stats.in_flight, "it does not add up: {stats:?}");
        wishes
    }

    fn take(
        &mut self,
        output: Output<String, String>,
        wishes: &mut Vec<Wish>,
        counts: &mut Counts,
        tell: bool,
    ) {
        let mut count = |what: String| {
            if tell {
                println!("    {what}");
            }
            *counts.entry(what).or_default() += 1;
        };
        match output {
            Output::Open { transport: transport_id, .. } => {
                self.transport_id = Some(transport_id);
                self.on_line.clear();
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
                assert!(self.full_until.is_none(), "something is sent on a line that is full");
                assert_eq!(
                    self.transport_id,
                    Some(transport_id),
                    "a request is sent on a transport that is not open"
                );
                assert!(self.on_line.insert(request), "{request:?} is sent twice on one line");
                let once = matches!(transmit.verb, Verb::Message | Verb::Create(_) | Verb::Attach(_));
                let (session, handle) = (transmit.session, transmit.handle);
                let parcel = Parcel { request, session, handle, text: transmit.text(), once };
                if self.kind == Kind::WebSocket {
                    self.leaves(&parcel);
                }
                wishes.push(Wish::Send(transport_id, parcel));
            }
            Output::Cancel { transport: transport_id, request } => {
                assert_ne!(self.kind, Kind::WebSocket, "nothing is held back there");
                wishes.push(Wish::Cancel(transport_id, request));
            }
            Output::Reply { request, result } => {
                assert!(self.open.remove(&request), "a second reply for {request:?}");
                self.ended.insert(request);
                match result {
                    Ok(reply) => {
                        self.owed += u64::from(self.hang_ups.remove(&request));
                        count("reply: answered".into());
                        self.made(reply.created);
                    }
                    Err(error) => {
                        count(format!("reply: {:?}", error.code()));
                        let was_sent = self.sent.contains(&request);
                        assert!(error.sent().is_none_or(|sent| sent == was_sent), "{error:?}");
                        if !was_sent && self.on_line.contains(&request) {
                            match error.code() {
                                ErrorCode::Cancelled => count("queue: cancelled, unsent".into()),
                                ErrorCode::Timeout => count("queue: timed out, unsent".into()),
                                _ => count("queue: lost, unsent".into()),
                            }
                        }
                        self.look_at_ending(request, &error);
                    }
                }
            }
            Output::Offer { requests, .. } => {
                let first = requests[0];
                assert!(self.open.remove(&first), "an offer for a request that has ended");
                self.ended.insert(first);
                self.engine.settle(first);
                count("reply: answered".into());
            }
            Output::Event { handle, event } => self.hear(handle, event, counts),
            Output::Readable { handle, .. } => {
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
                    count("engine: gave up".into());
                }
                self.settled = false;
                self.over = Some(how);
            }
            Output::Notice(notice) => {
                let told = format!("{notice:?}");
                count(format!("notice: {}", told.split([' ', '(']).next().unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// A request leaves its transport.
    pub(crate) fn leaves(&mut self, parcel: &Parcel) {
        let request = parcel.request;
        let again = !self.sent.insert(request);
        assert!(!(again && parcel.once), "{request:?} is sent again, though Janus may have carried it out");
    }

    /// The same, out of a queue.
    pub(crate) fn leaves_queue(&mut self, now: Time, transport_id: TransportId, parcel: &Parcel) {
        assert!(!self.ended.contains(&parcel.request), "{parcel:?} leaves after its end");
        self.leaves(parcel);
        self.engine.handle_sent(now, transport_id, parcel.request);
    }

    /// An ending may be lost with its connection, or be too late for an answer; it is never refused.
    fn look_at_ending(&self, request: RequestId, error: &bifrons::Error) {
        let gone = matches!(error.code(), ErrorCode::SessionGone | ErrorCode::HandleDetached);
        let refused = error.code() == ErrorCode::JanusRefused || (gone && error.fault() != Fault::Network);
        assert!(!(refused && self.endings.contains(&request)), "an ending that worked fails: {error:?}");
    }

    fn made(&mut self, created: Option<Created>) {
        if let Some(Created::Handle(key, _)) = created {
            self.handles.entry(key).or_insert(false);
            // Every other one fetches its events.
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
                self.hear(key, event, counts);
            }
        }
    }

    fn hear(&mut self, key: HandleKey, event: Event<String>, counts: &mut Counts) {
        let told = self.handles.get_mut(&key).expect("an event for a handle that never was");
        assert!(!*told, "{key:?} hears something after its end");
        match event {
            Event::Ended(reason) => {
                *told = true;
                self.fetched.remove(&key);
                *counts.entry(format!("engine: handle ended {reason:?}")).or_default() += 1;
                assert_ne!(reason, EndReason::Overflow, "nobody is slow here");
            }
            Event::Message { message, .. } => {
                self.heard += 1;
                let first = self.greeted.insert(key);
                if message.contains("\"early\":true") {
                    assert!(first, "an event of {key:?} overtook the one before its attach");
                    *counts.entry("engine: early event".into()).or_default() += 1;
                }
            }
            Event::Rebuilt { .. } => {
                self.greeted.remove(&key);
                self.hung_up.remove(&key);
                *counts.entry("engine: handle rebuilt".into()).or_default() += 1;
            }
            _ => {}
        }
    }

    fn living(&self) -> Vec<HandleKey> {
        self.handles.iter().filter(|(_, told)| !**told).map(|(key, _)| *key).collect()
    }

    /// A user who wants to know whether all works again: nothing may be refused but what is gone.
    pub(crate) fn ask_all(&mut self, now: Time) -> Vec<RequestId> {
        (self.owed, self.heard) = (0, 0);
        let mut asked = vec![self.engine.create(now, CreateOptions::default()), self.engine.ping(now)];
        for session in self.sessions.clone() {
            let options =
                AttachOptions { plugin: "janus.plugin.echotest".into(), ..AttachOptions::default() };
            asked.push(self.engine.attach(now, session, options));
        }
        for handle in self.living() {
            let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
            asked.push(self.engine.message(now, handle, "\"body\":{\"audio\":true}".into(), options));
            let hang_up = self.engine.hangup(now, handle);
            if self.hung_up.insert(handle) {
                self.hang_ups.insert(hang_up);
            }
            asked.push(hang_up);
        }
        self.asked += asked.len() as u64;
        self.open.extend(&asked);
        asked
    }

    /// The user asks for something.
    pub(crate) fn act(&mut self, now: Time, rng: &mut Rng) {
        let sessions: Vec<_> = self.sessions.iter().copied().collect();
        let handles = self.living();
        let (session, handle) = (rng.pick(&sessions).copied(), rng.pick(&handles).copied());
        let request = match (rng.below(25), session, handle) {
            (0..=2, _, _) if sessions.len() < 3 => Some(self.engine.create(now, CreateOptions::default())),
            (3..=6, Some(session), _) if handles.len() < 12 => {
                let plugin = if rng.one_in(20) { "janus.plugin.nothing" } else { "janus.plugin.echotest" };
                let options = AttachOptions { plugin: plugin.into(), ..AttachOptions::default() };
                Some(self.engine.attach(now, session, options))
            }
            (7..=13, _, Some(handle)) => {
                let answer = *rng.pick(&[Completion::FirstEvent, Completion::PluginDecides]).expect("two");
                let timeout = match rng.below(8) {
                    0 => Timeout::After(rng.span(50, 400)),
                    1 => Timeout::After(rng.span(10_000, 60_000)),
                    _ => Timeout::Default,
                };
                let options = RequestOptions { completion: answer, timeout, ..RequestOptions::default() };
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
                self.endings.insert(detach);
                Some(detach)
            }
            (17, Some(session), _) if rng.one_in(4) => {
                let destroy = self.engine.destroy(now, session);
                self.endings.insert(destroy);
                Some(destroy)
            }
            (18, _, _) => Some(self.engine.info(now)),
            (19, _, _) => Some(self.engine.ping(now)),
            (20, Some(session), _) => {
                let safe = RequestOptions::default();
                Some(self.engine.request(now, Target::Session(session), Verb::Keepalive, None, safe))
            }
            (21..=22, _, _) => {
                let open: Vec<_> = self.open.iter().copied().collect();
                if let Some(request) = rng.pick(&open) {
                    self.engine.cancel(now, *request);
                }
                None
            }
            (23, _, Some(handle)) => {
                // Nobody fetches the events of a handle that was released; those that come by
                // themselves end with its end.
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
        self.asked += 1;
        assert!(self.open.insert(request), "{request:?} was there before");
    }

    pub(crate) fn read(&mut self, now: Time, transport_id: TransportId, text: &str) {
        let read = bifrons::wire::parse(text, |envelope, _| {
            self.engine.handle_message(now, transport_id, envelope, text.to_owned());
        });
        if let Err(malformed) = read {
            self.engine.handle_garbage(now, transport_id, malformed);
        }
    }

    /// The line takes nothing for a while.
    pub(crate) fn fill_line(&mut self, until: Time) {
        if self.transport_id.is_some() {
            self.full_until = Some(until);
            self.engine.handle_writable(false);
        }
    }

    /// What the engine waited for has come.
    pub(crate) fn handle_timeout(&mut self, now: Time) {
        if self.full_until.is_some_and(|at| at <= now) {
            self.full_until = None;
            self.engine.handle_writable(true);
        }
        self.engine.handle_timeout(now);
    }

    /// How long the engine may sleep.
    pub(crate) fn due(&self) -> Option<Time> {
        let next = self.deadline.into_iter().chain(self.full_until).min();
        next.map(|at| at.max(self.frozen_until))
    }
}

/// How long a request may take in the end.
pub(crate) const LONGEST: Duration = Duration::from_secs(90);
