//! How an application makes its gateway.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::Config;
use serde_json::{Map, Value};

use super::{Policy, Server};
use crate::core::ice::IceServers;
use crate::core::keys::{Key, Keys};
use crate::core::limits::Limits;
use crate::core::relay::{AtExpiry, Flow, Settings, WARN_BEFORE};
use crate::core::rules::{Rule, Rules};
use crate::core::token::Issuer;
use crate::store::SharedStore;

/// What a gateway starts with.
pub(crate) struct Parts {
    pub settings: Settings,
    pub policy: Option<Arc<dyn Policy>>,
    /// The authorities of Janus's certificate, in PEM; the system's if there is none.
    pub janus_authority: Option<Arc<str>>,
    /// What it shares with other gateways; `None` if it is the only one.
    pub store: Option<SharedStore>,
}

/// A gateway that is not started yet.
#[derive(Clone)]
#[allow(missing_debug_implementations, reason = "a policy has no text")]
#[must_use = "the gateway does not run before `start`"]
pub struct Builder {
    settings: Settings,
    rules: Vec<Rule>,
    keys: Vec<Key>,
    policy: Option<Arc<dyn Policy>>,
    store: Option<SharedStore>,
    janus_authority: Option<Arc<str>>,
}

impl Server {
    /// Starts a gateway in this runtime.
    ///
    /// # Errors
    /// Those of [`bifrons::Config::validate`].
    pub fn start(settings: Settings) -> bifrons::Result<Arc<Self>> {
        Self::start_with(Parts { settings, policy: None, janus_authority: None, store: None })
    }

    /// Starts a gateway that asks this policy, too.
    ///
    /// # Errors
    /// Those of [`bifrons::Config::validate`].
    pub fn start_with_policy(
        settings: Settings,
        policy: impl Policy + 'static,
    ) -> bifrons::Result<Arc<Self>> {
        Self::start_with(Parts {
            settings,
            policy: Some(Arc::new(policy)),
            janus_authority: None,
            store: None,
        })
    }

    /// Returns a gateway before this Janus. Without an issuer no page has a token, and each request is refused.
    pub fn builder(janus: impl Into<Arc<Config>>) -> Builder {
        let settings = Settings {
            janus: janus.into(),
            connections: 1,
            issuers: Vec::new(),
            rules: Rules::default(),
            keys: Keys::default(),
            consults: false,
            replica: None,
            verdict_within: Duration::from_secs(1),
            presets: BTreeMap::new(),
            flows: Vec::new(),
            ice_servers: Vec::new(),
            warn_before: WARN_BEFORE,
            at_expiry: AtExpiry::default(),
            grace: Duration::from_secs(30),
            limits: Limits::default(),
        };
        Builder {
            settings,
            rules: Vec::new(),
            keys: Vec::new(),
            policy: None,
            store: None,
            janus_authority: None,
        }
    }
}

impl Builder {
    /// Sets the number of connections to Janus; sessions are spread over them. Default: 1.
    pub const fn connections(mut self, connections: usize) -> Self {
        self.settings.connections = connections;
        self
    }

    /// Sets the authorities, in PEM, one of which must have signed the certificate of a Janus at `wss://`. Default: those of
    /// the system, or Mozilla's where it has none.
    pub fn janus_authority(mut self, pem: impl Into<Arc<str>>) -> Self {
        self.janus_authority = Some(pem.into());
        self
    }

    /// Adds an issuer of tokens.
    pub fn issuer(mut self, issuer: Issuer) -> Self {
        self.settings.issuers.push(issuer);
        self
    }

    /// Adds a rule, behind those before.
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds a key that Janus asks for, and that pages don't have.
    pub fn key(mut self, key: Key) -> Self {
        self.keys.push(key);
        self
    }

    /// Sets how long a session waits for its page to come back. Default: 30 s.
    pub const fn grace(mut self, grace: Duration) -> Self {
        self.settings.grace = grace;
        self
    }

    /// Sets the policy of the application: it is asked about each request to a plugin that grants or rules allow.
    pub fn policy(mut self, policy: impl Policy + 'static) -> Self {
        self.policy = Some(Arc::new(policy));
        self
    }

    /// Makes this gateway one of several that share this store: a page whose connection breaks may come back to any of them,
    /// and its session goes on there, also when the replica that had it is dead.
    pub fn store(mut self, store: SharedStore) -> Self {
        self.store = Some(store);
        self
    }

    /// Sets how long the policy may take; then the request is refused. Default: 1 s.
    pub const fn verdict_within(mut self, within: Duration) -> Self {
        self.settings.verdict_within = within;
        self
    }

    /// Adds the fields by which a room is created that a page enters while it is absent; grants name the preset.
    pub fn preset(mut self, name: impl Into<String>, fields: Map<String, Value>) -> Self {
        self.settings.presets.insert(name.into(), fields);
        self
    }

    /// Adds a flow: the pages of [`FLOW`](crate::core::relay::FLOW) may ask for it by its name.
    pub fn flow(mut self, flow: Flow) -> Self {
        self.settings.flows.push(flow);
        self
    }

    /// Adds STUN or TURN servers, which pages get with their sessions.
    pub fn ice_servers(mut self, servers: IceServers) -> Self {
        self.settings.ice_servers.push(servers);
        self
    }

    /// Sets how long before its token expires a page is warned, and what then happens to its sessions.
    pub const fn expiry(mut self, warn_before: Duration, at_expiry: AtExpiry) -> Self {
        (self.settings.warn_before, self.settings.at_expiry) = (warn_before, at_expiry);
        self
    }

    /// Sets the limits of pages, users, addresses and tenants.
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// Starts the gateway in this runtime.
    ///
    /// # Errors
    /// Those of [`Config::validate`]; the text of [`janus_authority`](Self::janus_authority) has no certificates.
    pub fn start(self) -> bifrons::Result<Arc<Server>> {
        let Self { mut settings, rules, keys, policy, store, janus_authority } = self;
        (settings.rules, settings.keys) = (Rules::new(rules), Keys::new(keys));
        Server::start_with(Parts { settings, policy, janus_authority, store })
    }
}
