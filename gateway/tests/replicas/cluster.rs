//! Several gateways that share a store, before one mock Janus server, in virtual time.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use bifrons::engine::{Capabilities, TransportId};
use bifrons::mock::{self, ClientId, Output, Server};
use bifrons::time::Time;
use bifrons::{Api, Error, ErrorCode};
use bifrons_gateway::core::relay::{
    Action, CloseCode, Gateway, PageId, Question, ReplicaSettings, Settings, StoreAction, StoreFailure,
    StoreOperation, Stored,
};
use bifrons_gateway::core::token::TokenAction;
use bifrons_gateway::server::verify_signature;
use serde_json::{Value, json};

use super::records::Records;
use super::support::server::token;
use super::support::stage::settings;

pub const LEASE: Duration = Duration::from_secs(9);
const GRACE_OF_JANUS: Duration = Duration::from_secs(30);

/// A gateway.
struct Replica {
    gateway: Gateway,
    links: BTreeMap<(usize, TransportId), ClientId>,
    /// It is not scheduled: nothing that comes is read, and no time passes for it.
    is_suspended: bool,
    /// What comes while it is suspended.
    waiting: VecDeque<Waiting>,
}

enum Waiting {
    Janus((usize, TransportId), String),
    Store(StoreOperation, Result<Stored, StoreFailure>),
    Page(PageId, String),
}

/// Where a page is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub replica: usize,
    pub page: PageId,
}

pub struct Cluster {
    replicas: Vec<Option<Replica>>,
    pub janus: Server,
    pub records: Records,
    pub now: Time,
    pages: u64,
    received: BTreeMap<At, VecDeque<Value>>,
    pub closed: BTreeMap<At, CloseCode>,
    /// Questions between replicas: who asks, and by which operation.
    questions: BTreeMap<Question, (usize, StoreOperation)>,
    /// Questions to replicas that do not reply, and when it is over.
    unheard: VecDeque<(Time, usize, StoreOperation)>,
    last_question: u64,
    /// The sessions that Janus has created.
    pub created: usize,
    of_janus: (u64, u64),
}

fn unix() -> Duration {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap()
}

impl Cluster {
    pub fn new(replicas: usize) -> Self {
        let mut cluster = Self {
            replicas: Vec::new(),
            janus: Server::new(mock::Settings {
                reclaim_session_timeout: GRACE_OF_JANUS,
                ..mock::Settings::default()
            }),
            records: Records::default(),
            now: Time::ZERO,
            pages: 0,
            received: BTreeMap::new(),
            closed: BTreeMap::new(),
            questions: BTreeMap::new(),
            unheard: VecDeque::new(),
            last_question: 0,
            created: 0,
            of_janus: (0, 0),
        };
        for _ in 0..replicas {
            cluster.start();
        }
        cluster.wait(Duration::from_millis(10));
        cluster
    }

    /// Starts another replica.
    pub fn start(&mut self) -> usize {
        let number = self.replicas.len();
        let replica = ReplicaSettings { id: number.to_string().into(), lease: LEASE };
        let mut random = number as u64 * 1_000_000;
        let next = move || {
            random += 1;
            random
        };
        let settings = Settings { replica: Some(replica), ..settings() };
        let mut gateway = Gateway::new(settings, Box::new(next)).unwrap();
        gateway.start(self.now, unix());
        gateway.handle_timeout(self.now);
        self.replicas.push(Some(Replica {
            gateway,
            links: BTreeMap::new(),
            is_suspended: false,
            waiting: VecDeque::new(),
        }));
        self.settle();
        number
    }

    pub fn gateway(&mut self, replica: usize) -> &mut Gateway {
        &mut self.replicas[replica].as_mut().expect("the replica lives").gateway
    }

    /// The replica dies: its connections are closed, and nothing else happens.
    pub fn kill(&mut self, replica: usize) {
        let Some(dead) = self.replicas[replica].take() else { return };
        for client in dead.links.into_values() {
            self.janus.disconnect(self.now, client);
        }
        self.settle();
    }

    /// The replica ends as by SIGTERM, once its time is over.
    pub fn stop(&mut self, replica: usize) {
        let now = self.now;
        self.gateway(replica).stop(now);
        self.settle();
        self.wait(Duration::from_secs(2));
        self.replicas[replica] = None;
    }

    pub fn suspend(&mut self, replica: usize) {
        self.replicas[replica].as_mut().expect("the replica lives").is_suspended = true;
    }

    /// The replica goes on, and reads what has come meanwhile.
    pub fn resume(&mut self, replica: usize) {
        let entry = self.replicas[replica].as_mut().expect("the replica lives");
        entry.is_suspended = false;
        for waiting in std::mem::take(&mut entry.waiting) {
            match waiting {
                Waiting::Janus((upstream, transport), text) => {
                    entry.gateway.janus_message(self.now, upstream, transport, text.into());
                }
                Waiting::Store(operation, result) => entry.gateway.store_done(self.now, operation, result),
                Waiting::Page(page, text) => entry.gateway.page_message(self.now, page, &text),
            }
        }
        self.settle();
    }

    pub fn settle(&mut self) {
        loop {
            let mut is_quiet = !self.pass_from_janus();
            for replica in 0..self.replicas.len() {
                is_quiet &= !self.act(replica);
            }
            if is_quiet {
                return;
            }
        }
    }

    fn act(&mut self, number: usize) -> bool {
        let now = self.now;
        let Some(replica) = self.replicas[number].as_mut().filter(|replica| !replica.is_suspended) else {
            return false;
        };
        match replica.gateway.poll_action() {
            Action::Wait { .. } => return false,
            Action::Send { page, text, .. } => {
                let at = At { replica: number, page };
                self.received.entry(at).or_default().push_back(serde_json::from_str(&text).unwrap());
            }
            Action::ClosePage { page, code } => drop(self.closed.insert(At { replica: number, page }, code)),
            Action::Token(TokenAction::CheckSignature { check, key, message, signature }) => {
                let is_valid = verify_signature(&key.material, &message, &signature);
                replica.gateway.signature_checked(now, check, is_valid);
            }
            Action::OpenJanus { upstream, transport, .. } => {
                replica.links.insert((upstream, transport), self.janus.connect(now, Api::Janus));
                let capabilities = Capabilities { can_probe: true, claims: true, queues: false };
                replica.gateway.janus_opened(now, upstream, transport, capabilities);
            }
            Action::CloseJanus { upstream, transport } => {
                if let Some(client) = replica.links.remove(&(upstream, transport)) {
                    self.janus.disconnect(now, client);
                }
            }
            Action::ProbeJanus { upstream, transport } => {
                replica.gateway.janus_alive(now, upstream, transport)
            }
            Action::SendJanus { upstream, transport, text } => {
                let client = replica.links[&(upstream, transport)];
                self.created += usize::from(text.contains(r#""janus":"create""#));
                self.janus.message(now, client, &text);
            }
            Action::Store(action) => self.store(number, action),
            _ => {}
        }
        true
    }

    fn store(&mut self, asker: usize, action: StoreAction) {
        match action {
            StoreAction::Ask { operation, replica, text, within } => {
                self.ask_replica(asker, operation, replica.parse().unwrap(), &text, within);
            }
            StoreAction::Reply { question, text } => {
                let (asker, operation) = self.questions.remove(&question).expect("a reply to a question");
                self.store_done(asker, operation, Ok(Stored::Reply(text)));
            }
            action => {
                let (operation, result) = self.records.carry_out(self.now, action);
                self.store_done(asker, operation, result);
            }
        }
    }

    fn ask_replica(
        &mut self,
        asker: usize,
        operation: StoreOperation,
        asked: usize,
        text: &str,
        within: Duration,
    ) {
        if self.records.is_away {
            return self.store_done(asker, operation, Err(StoreFailure::Unavailable));
        }
        match &mut self.replicas[asked] {
            None => self.store_done(asker, operation, Err(StoreFailure::NoResponder)),
            Some(replica) if replica.is_suspended => {
                self.unheard.push_back((self.now + within, asker, operation));
            }
            Some(replica) => {
                self.last_question += 1;
                let question = Question(self.last_question);
                self.questions.insert(question, (asker, operation));
                replica.gateway.replica_asks(self.now, question, text);
            }
        }
    }

    fn store_done(
        &mut self,
        replica: usize,
        operation: StoreOperation,
        result: Result<Stored, StoreFailure>,
    ) {
        let Some(replica) = &mut self.replicas[replica] else { return };
        match replica.is_suspended {
            true => replica.waiting.push_back(Waiting::Store(operation, result)),
            false => replica.gateway.store_done(self.now, operation, result),
        }
    }

    fn pass_from_janus(&mut self) -> bool {
        match self.janus.poll_output() {
            Output::Message { client, text } => {
                let message: Value = serde_json::from_str(&text).unwrap();
                if let Some(id) = message["data"]["id"].as_u64() {
                    self.of_janus = message["session_id"].as_u64().map_or((id, 0), |session| (session, id));
                }
                let now = self.now;
                let Some((replica, link)) = self.link_of(client) else { return true };
                match replica.is_suspended {
                    true => replica.waiting.push_back(Waiting::Janus(link, text)),
                    false => replica.gateway.janus_message(now, link.0, link.1, text.into()),
                }
            }
            Output::HangUp { client } => {
                let now = self.now;
                if let Some((replica, link)) = self.link_of(client) {
                    replica.links.remove(&link);
                    let error = Error::new(ErrorCode::ConnectionLost, "Janus hangs up");
                    replica.gateway.janus_closed(now, link.0, link.1, error);
                }
            }
            Output::Wait { until } => {
                if until.is_none_or(|until| until > self.now) {
                    return false;
                }
                self.janus.handle_timeout(self.now);
            }
            _ => {}
        }
        true
    }

    fn link_of(&mut self, client: ClientId) -> Option<(&mut Replica, (usize, TransportId))> {
        self.replicas.iter_mut().flatten().find_map(|replica| {
            let link = replica.links.iter().find(|(_, of)| **of == client).map(|(link, _)| *link)?;
            Some((replica, link))
        })
    }

    /// Lets time pass, half a second at a time at most.
    pub fn wait(&mut self, span: Duration) {
        let end = self.now + span;
        while self.now < end {
            self.now = end.min(self.now + Duration::from_millis(500));
            while self.unheard.front().is_some_and(|(until, ..)| *until <= self.now) {
                let (_, asker, operation) = self.unheard.pop_front().unwrap();
                self.store_done(asker, operation, Err(StoreFailure::NoReply));
            }
            for replica in self.replicas.iter_mut().flatten().filter(|replica| !replica.is_suspended) {
                replica.gateway.handle_timeout(self.now);
            }
            self.janus.handle_timeout(self.now);
            self.settle();
        }
    }

    /// A page connects to this replica.
    pub fn open(&mut self, replica: usize) -> At {
        self.pages += 1;
        let page = PageId(self.pages);
        let (now, address) = (self.now, "127.0.0.1".parse().unwrap());
        self.gateway(replica).page_opened(now, page, address, None);
        At { replica, page }
    }

    /// The page's connection is lost.
    pub fn lose(&mut self, at: At) {
        let now = self.now;
        self.gateway(at.replica).page_closed(now, at.page);
        self.settle();
    }

    pub fn send(&mut self, at: At, message: &Value) {
        let (now, text) = (self.now, message.to_string());
        let replica = self.replicas[at.replica].as_mut().expect("the replica lives");
        match replica.is_suspended {
            true => replica.waiting.push_back(Waiting::Page(at.page, text)),
            false => replica.gateway.page_message(now, at.page, &text),
        }
        self.settle();
    }

    pub fn receive(&mut self, at: At) -> Value {
        self.received.entry(at).or_default().pop_front().unwrap_or_default()
    }

    /// The response to a request, after whatever came before it; null if there is none yet.
    pub fn ask(&mut self, at: At, mut message: Value) -> Value {
        message["transaction"] = "asked".into();
        self.received.entry(at).or_default().clear();
        self.send(at, &message);
        self.response(at)
    }

    pub fn response(&mut self, at: At) -> Value {
        loop {
            let received = self.receive(at);
            if received["transaction"] == "asked" || received.is_null() {
                return received;
            }
        }
    }

    /// A page of this user at this replica, with a session and a handle of the echo test.
    pub fn page(&mut self, replica: usize, user: &str) -> (At, u64, u64) {
        let at = self.open(replica);
        let session = id_of(&self.ask(at, json!({ "janus": "create", "token": token(user) })));
        let handle = self.attach(at, session, "echotest");
        (at, session, handle)
    }

    pub fn attach(&mut self, at: At, session: u64, plugin: &str) -> u64 {
        let plugin = format!("janus.plugin.{plugin}");
        id_of(&self.ask(at, json!({ "janus": "attach", "session_id": session, "plugin": plugin })))
    }

    /// The user comes back by a connection to this replica, and claims the session.
    pub fn come_back(&mut self, replica: usize, user: &str, session: u64) -> (At, Value) {
        let at = self.open(replica);
        let claim = json!({ "janus": "claim", "session_id": session, "token": token(user) });
        (at, self.ask(at, claim))
    }

    pub fn message(&mut self, at: At, (session, handle): (u64, u64)) -> Value {
        let body = json!({ "audio": true });
        self.ask(at, json!({ "janus": "message", "session_id": session, "handle_id": handle, "body": body }))
    }

    /// An event of Janus for the handle that was attached last, by each connection that Janus has for its session.
    pub fn event(&mut self, replica: usize, mut event: Value) {
        (event["session_id"], event["sender"]) = (self.of_janus.0.into(), self.of_janus.1.into());
        let replica = self.replicas[replica].as_mut().expect("the replica lives");
        let link = *replica.links.keys().next().unwrap();
        match replica.is_suspended {
            true => replica.waiting.push_back(Waiting::Janus(link, event.to_string())),
            false => replica.gateway.janus_message(self.now, link.0, link.1, event.to_string().into()),
        }
        self.settle();
    }

    /// The record of a session.
    pub fn record(&self, session: u64) -> Value {
        self.records
            .sessions
            .get(&session)
            .map(|(text, _)| serde_json::from_str(text).unwrap())
            .unwrap_or_default()
    }
}

pub fn id_of(response: &Value) -> u64 {
    response["data"]["id"].as_u64().unwrap_or_else(|| panic!("{response}"))
}
