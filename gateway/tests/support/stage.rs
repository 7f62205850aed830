//! A gateway before the mock server in virtual time: no sockets, no clocks, no waiting.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use bifrons::engine::{Capabilities, TransportId};
use bifrons::mock::{self, ClientId, Output, Server};
use bifrons::time::Time;
use bifrons::{Address, Api, Config};
use bifrons_gateway::core::relay::{
    Action, AtExpiry, Case, CloseCode, Consultation, Gateway, PageId, Polled, Settings, WARN_BEFORE,
};
use bifrons_gateway::core::token::TokenAction;
use bifrons_gateway::server::verify_signature;
use serde_json::{Value, json};

use super::server::{issuer, token};

/// Pages, a gateway, and a Janus.
pub struct Stage {
    pub gateway: Gateway,
    pub janus: Server,
    pub now: Time,
    links: BTreeMap<(usize, TransportId), ClientId>,
    pages: u64,
    received: BTreeMap<PageId, VecDeque<Value>>,
    pub closed: BTreeMap<PageId, CloseCode>,
    /// Whether the last message to a page may be dropped.
    pub may_be_dropped: bool,
    /// How polls have ended.
    pub polled: Vec<Polled>,
    /// The ids of the last session or handle that Janus has created.
    pub of_janus: (u64, u64),
    /// What the host application is to decide.
    pub consultations: VecDeque<(Consultation, Case)>,
}

/// Settings for one connection to a Janus, with the issuer of [`token`].
pub fn settings() -> Settings {
    Settings {
        janus: Arc::new(Config::new(vec![Address::new("ws://janus.example")])),
        connections: 1,
        issuers: vec![issuer()],
        rules: Default::default(),
        keys: Default::default(),
        replica: None,
        consults: false,
        verdict_within: Duration::from_secs(1),
        presets: BTreeMap::new(),
        flows: Vec::new(),
        ice_servers: Vec::new(),
        warn_before: WARN_BEFORE,
        at_expiry: AtExpiry::default(),
        grace: Duration::from_secs(10),
        limits: Default::default(),
    }
}

/// What the clock shows when a stage begins.
fn unix() -> Duration {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap()
}

impl Stage {
    pub fn new(settings: Settings) -> Self {
        let mut random = 0;
        let next = move || {
            random += 1;
            random
        };
        let mut gateway = Gateway::new(settings, Box::new(next)).unwrap();
        gateway.start(Time::ZERO, unix());
        let mut stage = Self {
            gateway,
            janus: Server::new(mock::Settings::default()),
            now: Time::ZERO,
            links: BTreeMap::new(),
            pages: 0,
            received: BTreeMap::new(),
            closed: BTreeMap::new(),
            may_be_dropped: false,
            polled: Vec::new(),
            of_janus: (0, 0),
            consultations: VecDeque::new(),
        };
        stage.settle();
        stage
    }

    /// Carries out all that is to be done now.
    pub fn settle(&mut self) {
        loop {
            let is_quiet = !self.act() & !self.pass_from_janus();
            if is_quiet {
                return;
            }
        }
    }

    fn act(&mut self) -> bool {
        let now = self.now;
        match self.gateway.poll_action() {
            Action::Wait { .. } => return false,
            Action::Send { page, text, event } => {
                self.may_be_dropped = event.is_some_and(|event| event.may_be_dropped(&text));
                self.received.entry(page).or_default().push_back(serde_json::from_str(&text).unwrap());
            }
            Action::EndPoll { response, .. } => self.polled.push(response),
            Action::ClosePage { page, code } => drop(self.closed.insert(page, code)),
            Action::Token(TokenAction::CheckSignature { check, key, message, signature }) => {
                let is_valid = verify_signature(&key.material, &message, &signature);
                self.gateway.signature_checked(now, check, is_valid);
            }
            Action::Consult { consultation, case } => self.consultations.push_back((consultation, *case)),
            Action::OpenJanus { upstream, transport, .. } => {
                self.links.insert((upstream, transport), self.janus.connect(now, Api::Janus));
                let capabilities = Capabilities { can_probe: true, claims: true, queues: false };
                self.gateway.janus_opened(now, upstream, transport, capabilities);
            }
            Action::CloseJanus { upstream, transport } => {
                if let Some(client) = self.links.remove(&(upstream, transport)) {
                    self.janus.disconnect(now, client);
                }
            }
            Action::ProbeJanus { upstream, transport } => self.gateway.janus_alive(now, upstream, transport),
            Action::SendJanus { upstream, transport, text } => {
                let client = self.links[&(upstream, transport)];
                self.janus.message(now, client, &text);
            }
            _ => {}
        }
        true
    }

    fn pass_from_janus(&mut self) -> bool {
        match self.janus.poll_output() {
            Output::Message { client, text } => {
                self.note_ids(&text);
                let link = self.links.iter().find(|(_, of)| **of == client);
                if let Some((&(upstream, transport), _)) = link {
                    self.gateway.janus_message(self.now, upstream, transport, text.into());
                }
                true
            }
            Output::HangUp { client } => {
                let link = self.links.iter().find(|(_, of)| **of == client).map(|(link, _)| *link);
                if let Some((upstream, transport)) = link {
                    self.links.remove(&(upstream, transport));
                    let error = bifrons::Error::new(bifrons::ErrorCode::ConnectionLost, "Janus hangs up");
                    self.gateway.janus_closed(self.now, upstream, transport, error);
                }
                true
            }
            Output::Wait { until } => {
                if until.is_some_and(|until| until <= self.now) {
                    self.janus.handle_timeout(self.now);
                    return true;
                }
                false
            }
            _ => true,
        }
    }

    fn note_ids(&mut self, text: &str) {
        let message: Value = serde_json::from_str(text).unwrap();
        if let Some(id) = message["data"]["id"].as_u64() {
            self.of_janus = message["session_id"].as_u64().map_or((id, 0), |session| (session, id));
        }
    }

    /// An event of Janus for the handle that was attached last.
    pub fn event(&mut self, mut event: Value) {
        (event["session_id"], event["sender"]) = (self.of_janus.0.into(), self.of_janus.1.into());
        let (upstream, transport) = *self.links.keys().next().unwrap();
        self.gateway.janus_message(self.now, upstream, transport, event.to_string().into());
        self.settle();
    }

    /// Lets time pass, a second at a time at most.
    pub fn wait(&mut self, span: Duration) {
        let end = self.now + span;
        while self.now < end {
            self.now = end.min(self.now + Duration::from_secs(1));
            self.gateway.handle_timeout(self.now);
            self.janus.handle_timeout(self.now);
            self.settle();
        }
    }

    /// A page at this address.
    pub fn open(&mut self, address: &str) -> PageId {
        self.pages += 1;
        let page = PageId(self.pages);
        let address: IpAddr = address.parse().unwrap();
        self.gateway.page_opened(self.now, page, address, None);
        page
    }

    pub fn send(&mut self, page: PageId, message: &Value) {
        self.gateway.page_message(self.now, page, &message.to_string());
        self.settle();
    }

    /// The next message that the page has received; null if there is none.
    pub fn receive(&mut self, page: PageId) -> Value {
        self.received.entry(page).or_default().pop_front().unwrap_or_default()
    }

    /// The response to a request, after whatever came before it.
    pub fn ask(&mut self, page: PageId, mut message: Value) -> Value {
        let transaction = format!("t{}", self.now.as_micros());
        message["transaction"] = transaction.clone().into();
        self.received.entry(page).or_default().clear();
        self.send(page, &message);
        loop {
            let received = self.receive(page);
            if received["transaction"] == *transaction || received.is_null() {
                return received;
            }
        }
    }

    /// The messages that the page has received, all of them.
    pub fn all(&mut self, page: PageId) -> Vec<Value> {
        self.received.remove(&page).unwrap_or_default().into()
    }

    /// A page of this user, with a session.
    pub fn page_of(&mut self, user: &str) -> (PageId, u64) {
        self.page_with(&token(user))
    }

    /// A page with this token, and a session.
    pub fn page_with(&mut self, token: &str) -> (PageId, u64) {
        let page = self.open("0.0.0.0");
        let created = self.ask(page, json!({ "janus": "create", "token": token }));
        (page, id_of(&created))
    }

    pub fn attach(&mut self, (page, session): (PageId, u64), plugin: &str) -> u64 {
        let plugin = format!("janus.plugin.{plugin}");
        id_of(&self.ask(page, json!({ "janus": "attach", "session_id": session, "plugin": plugin })))
    }

    pub fn message(&mut self, page: PageId, (session, handle): (u64, u64), body: Value) -> Value {
        self.ask(
            page,
            json!({ "janus": "message", "session_id": session, "handle_id": handle, "body": body }),
        )
    }
}

fn id_of(response: &Value) -> u64 {
    response["data"]["id"].as_u64().unwrap_or_else(|| panic!("{response}"))
}
