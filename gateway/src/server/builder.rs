//! How an application makes its gateway.

use std::sync::Arc;
use std::time::Duration;

use bifrons::Config;

use super::Server;
use crate::core::keys::{Key, Keys};
use crate::core::relay::{PageLimits, Settings};
use crate::core::rules::{Rule, Rules};
use crate::core::token::Issuer;

/// A gateway that is not started yet.
#[derive(Clone, Debug)]
#[must_use = "the gateway does not run before `start`"]
pub struct Builder {
    settings: Settings,
    rules: Vec<Rule>,
    keys: Vec<Key>,
}

impl Server {
    /// Returns a gateway before this Janus. Without an issuer no page has a token, and each request is refused.
    pub fn builder(janus: impl Into<Arc<Config>>) -> Builder {
        let settings = Settings {
            janus: janus.into(),
            connections: 1,
            issuers: Vec::new(),
            rules: Rules::default(),
            keys: Keys::default(),
            grace: Duration::from_secs(30),
            limits: PageLimits::default(),
        };
        Builder { settings, rules: Vec::new(), keys: Vec::new() }
    }
}

impl Builder {
    /// Sets the number of connections to Janus; sessions are spread over them. Default: 1.
    pub const fn connections(mut self, connections: usize) -> Self {
        self.settings.connections = connections;
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

    /// Sets the limits of one page.
    pub const fn limits(mut self, limits: PageLimits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// Starts the gateway in this runtime.
    ///
    /// # Errors
    /// Those of [`Config::validate`].
    pub fn start(self) -> bifrons::Result<Arc<Server>> {
        let Self { mut settings, rules, keys } = self;
        (settings.rules, settings.keys) = (Rules::new(rules), Keys::new(keys));
        Server::start(settings)
    }
}
