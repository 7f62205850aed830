//! An engine in virtual time with a scripted server; its outputs are kept until a test looks at them.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use bifrons::engine::{
    Capabilities, Created, Disconnect, Engine, Event, HandleKey, Notice, Output, RebuildKey, Reply,
    RequestId, ResumedSessions, SessionKey, TransportId, WaitReason,
};
use bifrons::error::{Error, ErrorCode, Result};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, Kind};
use bifrons::{Address, Config, CreateOptions, EndReason, SessionId};
use serde_json::{Value, json};

/// The first transaction of every test.
pub(crate) const SEED: u64 = 100;

/// A transport as WebSockets are.
pub(crate) const SOCKET: Capabilities = Capabilities { can_probe: true, claims: true, queues: false };

/// An output of the engine other than a request or a reply.
#[derive(Debug, PartialEq)]
pub(crate) enum Happened {
    Open(usize),
    Close,
    Probe,
    Cancel(RequestId),
    Reading(bool),
    Connected(usize),
    Reconnecting(Error),
    /// The outage in milliseconds, whether events may be lost, and the address.
    Resumed(u128, ResumedSessions, usize),
    Disconnected(Disconnect),
    Event(HandleKey, HandleEvent),
    Readable(HandleKey),
    SessionOpened(u64),
    TokenExpiring(u64, Value),
    /// The new id and the previous one.
    SessionResumed(u64, u64),
    HandleRebuilt(HandleKey, u64),
    UnreadEnd(HandleKey),
    SessionEnded(u64, EndReason),
    Notice(Notice),
}

/// An event of a handle that can be compared.
#[derive(Debug, PartialEq)]
pub(crate) enum HandleEvent {
    Message(Kind, Value),
    Missed(u64),
    Rebuilt(u64),
    Ended(EndReason),
}

impl From<Event<Value>> for HandleEvent {
    fn from(event: Event<Value>) -> Self {
        match event {
            Event::Message { kind, message } => Self::Message(kind, message),
            Event::Missed { count } => Self::Missed(count),
            Event::Rebuilt { id } => Self::Rebuilt(id.get()),
            Event::Ended(reason) => Self::Ended(reason),
            _ => unreachable!("a new kind of event"),
        }
    }
}

pub(crate) struct World {
    pub(crate) engine: Engine<Value, String>,
    pub(crate) now: Time,
    /// The newest transport connection.
    pub(crate) transport: Option<TransportId>,
    pub(crate) wait: (Option<Time>, WaitReason),
    /// Whether an offered event is the response.
    pub(crate) is_final: fn(&Value) -> bool,
    sent: VecDeque<(RequestId, String)>,
    replies: BTreeMap<RequestId, Result<Reply<Value>>>,
    ended: Vec<RequestId>,
    happened: VecDeque<Happened>,
    /// The last rebuild of a session.
    pub(crate) rebuilt: Option<RebuildKey>,
    next_id: u64,
}

/// One address, without recovery.
pub(crate) fn config() -> Config {
    Config { recovery: None, ..recovering() }
}

/// One address, with recovery.
pub(crate) fn recovering() -> Config {
    Config::new(vec![Address::new("ws://one")])
}

impl World {
    pub(crate) fn new(config: Config) -> Self {
        Self {
            engine: Engine::new(config, SEED).expect("a valid configuration"),
            now: Time::ZERO,
            transport: None,
            wait: (None, WaitReason::Idle),
            is_final: |_| true,
            sent: VecDeque::new(),
            replies: BTreeMap::new(),
            ended: Vec::new(),
            happened: VecDeque::new(),
            rebuilt: None,
            next_id: 1000,
        }
    }

    /// Connected, with the server's limits known: sessions time out after 60 s.
    pub(crate) fn connected() -> Self {
        Self::connected_with(config(), 60, 0)
    }

    pub(crate) fn connected_with(config: Config, session_timeout: u64, reclaim: u64) -> Self {
        let mut world = Self::new(config);
        world.connect();
        world.open();
        let info = world.sent();
        assert_eq!(info["janus"], "info");
        world.receive(json!({
            "janus": "server_info", "transaction": info["transaction"],
            "session-timeout": session_timeout, "reclaim-session-timeout": reclaim, "version": 1102,
        }));
        world.happened.clear();
        world
    }

    pub(crate) fn connect(&mut self) {
        self.engine.connect(self.now);
        self.drain();
    }

    pub(crate) fn open(&mut self) {
        self.open_with(SOCKET);
    }

    pub(crate) fn open_with(&mut self, traits: Capabilities) {
        self.engine.handle_opened(self.now, self.transport.expect("a transport"), traits);
        self.drain();
    }

    pub(crate) fn transport_closes(&mut self, error: Error) {
        self.engine.handle_closed(self.now, self.transport.expect("a transport"), error);
        self.drain();
    }

    /// Lets time pass until the engine opens a transport connection.
    #[track_caller]
    pub(crate) fn until_opening(&mut self) {
        assert!(self.until_opening_or_end(), "the engine tries again");
    }

    /// Lets time pass until the engine opens a transport connection; false if the connection ends first.
    pub(crate) fn until_opening_or_end(&mut self) -> bool {
        let transport = self.transport;
        while self.transport == transport {
            let (Some(at), _) = self.wait else { return false };
            self.pass(at.since(self.now));
        }
        true
    }

    /// Opens the next transport connection.
    pub(crate) fn reconnect(&mut self) {
        self.until_opening();
        self.open();
    }

    /// Opens the next transport connection and returns the claim of the only session.
    pub(crate) fn reconnect_to_claim(&mut self) -> Value {
        self.until_opening();
        self.opened_to_claim()
    }

    pub(crate) fn opened_to_claim(&mut self) -> Value {
        self.open();
        let mut sent = self.all_sent();
        assert_eq!((sent.len(), &sent[0]["janus"], &sent[1]["janus"]), (2, &json!("info"), &json!("claim")));
        let limits = json!({ "session-timeout": 60, "reclaim-session-timeout": 20 });
        self.respond("server_info", &sent[0], limits);
        sent.remove(1)
    }

    /// Gives the engine a command.
    pub(crate) fn command<R>(&mut self, command: impl FnOnce(&mut Engine<Value, String>, Time) -> R) -> R {
        let result = command(&mut self.engine, self.now);
        self.drain();
        result
    }

    /// Lets time pass, from deadline to deadline.
    pub(crate) fn pass(&mut self, span: Duration) {
        let end = self.now + span;
        while let (Some(at), _) = self.wait {
            if at > end {
                break;
            }
            self.now = self.now.max(at);
            self.engine.handle_timeout(self.now);
            self.drain();
        }
        self.now = end;
    }

    pub(crate) fn pass_seconds(&mut self, seconds: u64) {
        self.pass(Duration::from_secs(seconds));
    }

    /// Lets time pass on a live transport connection; the server acknowledges keepalives.
    pub(crate) fn pass_alive(&mut self, seconds: u64) {
        for _ in 0..seconds / 5 {
            self.pass_seconds(5);
            let transport = self.transport.expect("a transport");
            self.command(|engine, now| engine.handle_alive(now, transport));
            for sent in self.all_sent() {
                if sent["janus"] == "keepalive" {
                    self.respond("ack", &sent, json!({}));
                }
            }
        }
    }

    /// The server sends this message.
    pub(crate) fn receive(&mut self, message: Value) {
        self.receive_text(&message.to_string());
    }

    pub(crate) fn receive_text(&mut self, text: &str) {
        self.receive_all(&[text]);
    }

    /// The server sends these messages before the engine's outputs are read.
    pub(crate) fn receive_all(&mut self, texts: &[&str]) {
        let transport = self.transport.expect("a transport");
        for text in texts {
            self.receive_on(transport, text);
        }
        self.drain();
    }

    pub(crate) fn receive_on(&mut self, transport: TransportId, text: &str) {
        let (engine, now) = (&mut self.engine, self.now);
        let parsed = bifrons::wire::parse(text, |envelope, _| {
            let message = serde_json::from_str(text).expect("a parsed message is valid JSON");
            engine.handle_message(now, transport, envelope, message);
        });
        if let Err(malformed) = parsed {
            self.engine.handle_malformed(now, transport, malformed);
        }
    }

    /// The server responds to this request with `success`.
    pub(crate) fn succeed(&mut self, sent: &Value, more: Value) {
        self.respond("success", sent, more);
    }

    pub(crate) fn refuse(&mut self, sent: &Value, code: i64) {
        self.respond("error", sent, json!({ "error": { "code": code, "reason": "because" } }));
    }

    pub(crate) fn respond(&mut self, kind: &str, sent: &Value, more: Value) {
        let mut message = json!({ "janus": kind, "transaction": sent["transaction"] });
        if sent["session_id"].is_u64() {
            message["session_id"] = sent["session_id"].clone();
        }
        merge(&mut message, more);
        self.receive(message);
    }

    /// Creates a session.
    pub(crate) fn session(&mut self) -> (SessionKey, SessionId) {
        self.session_with(CreateOptions::default())
    }

    pub(crate) fn session_with(&mut self, options: CreateOptions) -> (SessionKey, SessionId) {
        let request = self.command(|engine, now| engine.create(now, options));
        let sent = self.sent();
        self.next_id += 1;
        let id = self.next_id;
        self.succeed(&sent, json!({ "data": { "id": id } }));
        assert!(self.happened().contains(&Happened::SessionOpened(id)));
        match self.reply(request).expect("a session").created {
            Some(Created::Session(key, id)) => (key, id),
            other => panic!("create returned {other:?}"),
        }
    }

    /// Attaches a handle; returns its key and id.
    pub(crate) fn handle(&mut self, session: SessionKey) -> (HandleKey, u64) {
        let options = AttachOptions { plugin: "janus.plugin.test".into(), ..AttachOptions::default() };
        let request = self.command(|engine, now| engine.attach(now, session, options));
        let sent = self.sent();
        self.next_id += 1;
        let id = self.next_id;
        self.succeed(&sent, json!({ "data": { "id": id } }));
        match self.reply(request).expect("a handle").created {
            Some(Created::Handle(key, _)) => (key, id),
            other => panic!("attach returned {other:?}"),
        }
    }

    /// The oldest request that no test has looked at yet.
    pub(crate) fn sent(&mut self) -> Value {
        serde_json::from_str(&self.sent_text()).expect("requests are JSON")
    }

    pub(crate) fn sent_text(&mut self) -> String {
        self.sent.pop_front().expect("a request was sent").1
    }

    pub(crate) fn all_sent(&mut self) -> Vec<Value> {
        std::iter::from_fn(|| (!self.sent.is_empty()).then(|| self.sent())).collect()
    }

    #[track_caller]
    pub(crate) fn assert_nothing_sent(&mut self) {
        let sent = self.all_sent();
        assert!(sent.is_empty(), "sent {sent:?}");
    }

    /// The reply to a request that has ended.
    #[track_caller]
    pub(crate) fn reply(&mut self, request: RequestId) -> Result<Reply<Value>> {
        self.replies.remove(&request).expect("the request has ended")
    }

    #[track_caller]
    pub(crate) fn error(&mut self, request: RequestId) -> Error {
        self.reply(request).expect_err("the request failed")
    }

    #[track_caller]
    pub(crate) fn assert_fails(&mut self, request: RequestId, code: ErrorCode) {
        assert_eq!(self.error(request).code(), code);
    }

    #[track_caller]
    pub(crate) fn assert_pending(&self, request: RequestId) {
        assert!(!self.ended.contains(&request), "{request:?} has ended");
    }

    /// The outputs since the last call.
    pub(crate) fn happened(&mut self) -> Vec<Happened> {
        self.happened.drain(..).collect()
    }

    /// The outputs since the last call, without notices.
    pub(crate) fn done(&mut self) -> Vec<Happened> {
        self.happened().into_iter().filter(|happened| !matches!(happened, Happened::Notice(_))).collect()
    }

    pub(crate) fn notices(&mut self) -> Vec<Notice> {
        self.happened()
            .into_iter()
            .filter_map(|happened| match happened {
                Happened::Notice(notice) => Some(notice),
                _ => None,
            })
            .collect()
    }

    /// The handle's unread events.
    pub(crate) fn read(&mut self, handle: HandleKey) -> Vec<HandleEvent> {
        let mut read = Vec::new();
        while let Some(event) = self.command(|engine, _| engine.next_event(handle)) {
            read.push(event.into());
        }
        read
    }

    /// The engine has no session, handle or request left.
    #[track_caller]
    pub(crate) fn assert_empty(&self) {
        let text = format!("{:?}", self.engine);
        assert!(text.contains("sessions: 0, handles: 0, requests: 0"), "{text}");
    }

    pub(crate) fn drain(&mut self) {
        loop {
            let happened = match self.engine.poll_output() {
                Output::Wait { until, reason } => {
                    self.wait = (until, reason);
                    return;
                }
                Output::Transmit { transport, request, transmit } => {
                    assert_eq!(Some(transport), self.transport);
                    let mut text = String::new();
                    transmit.write_head(&mut text);
                    if let Some(members) = &transmit.members {
                        text.push(',');
                        text.push_str(members);
                    }
                    text.push('}');
                    self.sent.push_back((request, text));
                    continue;
                }
                Output::Reply { request, result } => {
                    self.end(request, result);
                    continue;
                }
                Output::Offer { requests, handle, message, .. } => {
                    if (self.is_final)(&message) {
                        let request = requests[requests.len() - 1];
                        self.engine.settle(request);
                        self.end(request, Ok(Reply { message: Some(message), created: None }));
                    } else {
                        self.engine.provisional(handle, message);
                    }
                    continue;
                }
                Output::Open { transport, address } => {
                    self.transport = Some(transport);
                    Happened::Open(address)
                }
                Output::Close { transport } => {
                    assert_eq!(Some(transport), self.transport);
                    Happened::Close
                }
                Output::Probe { .. } => Happened::Probe,
                Output::Cancel { request, .. } => Happened::Cancel(request),
                Output::Reading { on, .. } => Happened::Reading(on),
                Output::Connected { address } => Happened::Connected(address),
                Output::Disconnected(disconnect) => Happened::Disconnected(disconnect),
                Output::Event { handle, event } => Happened::Event(handle, event.into()),
                Output::Readable { handle, ended: false } => Happened::Readable(handle),
                Output::Readable { handle, ended: true } => Happened::UnreadEnd(handle),
                Output::SessionOpened { id, .. } => Happened::SessionOpened(id.get()),
                Output::SessionEnded { id, reason, .. } => Happened::SessionEnded(id.get(), reason),
                Output::TokenExpiring { session, message } => {
                    Happened::TokenExpiring(session.get(), message["expires_in_s"].clone())
                }
                Output::HandleRebuilt { handle, id } => Happened::HandleRebuilt(handle, id.get()),
                Output::SessionResumed { id, before, rebuilt, .. } => {
                    self.rebuilt = rebuilt;
                    Happened::SessionResumed(id.get(), before.get())
                }
                Output::Reconnecting { error } => Happened::Reconnecting(error),
                Output::Resumed { outage, sessions, address } => {
                    Happened::Resumed(outage.as_millis(), sessions, address)
                }
                Output::Notice(notice) => Happened::Notice(notice),
                _ => unreachable!("a new kind of output"),
            };
            self.happened.push_back(happened);
        }
    }

    fn end(&mut self, request: RequestId, result: Result<Reply<Value>>) {
        assert!(!self.ended.contains(&request), "{request:?} ended twice");
        self.ended.push(request);
        self.replies.insert(request, result);
    }
}

/// An event of a handle, as Janus writes it.
pub(crate) fn event(kind: &str, session: SessionId, handle: u64, more: Value) -> Value {
    let mut message = json!({ "janus": kind, "session_id": session.get(), "sender": handle });
    merge(&mut message, more);
    message
}

/// An event of a plugin, with this data.
pub(crate) fn plugin_event(session: SessionId, handle: u64, data: Value) -> Value {
    event("event", session, handle, json!({ "plugindata": { "plugin": "janus.plugin.test", "data": data } }))
}

/// A plugin's response in an event.
pub(crate) fn response_event(session: SessionId, handle: u64, sent: &Value, data: Value) -> Value {
    let mut message = plugin_event(session, handle, data);
    message["transaction"] = sent["transaction"].clone();
    message
}

pub(crate) fn lost() -> Error {
    Error::new(ErrorCode::ConnectionLost, "lost")
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}
