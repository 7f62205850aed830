//! How to connect, how long to wait, how much to hold.

mod current_token;
mod reading;
mod server;

use std::fmt;
use std::time::Duration;

use serde::Deserialize;

use self::current_token::CurrentToken;
pub(crate) use self::server::Server;
use crate::error::{Error, ErrorCode, Result};
use crate::secret::Secret;
use crate::wire::quoted;

/// Which of Janus's two interfaces a connection speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Api {
    /// The Janus API: sessions, handles, plugins.
    #[default]
    Janus,
    /// The Admin API, which has an endpoint of its own.
    Admin,
}

impl Api {
    /// The WebSocket subprotocol that Janus demands.
    #[must_use]
    pub const fn subprotocol(self) -> &'static str {
        match self {
            Self::Janus => "janus-protocol",
            Self::Admin => "janus-admin-protocol",
        }
    }

    pub(crate) const fn secret_field(self) -> &'static str {
        match self {
            Self::Janus => "apisecret",
            Self::Admin => "admin_secret",
        }
    }

    /// The members of a request that open the server; the Admin API's tokens are what it is about.
    #[allow(dead_code, reason = "only JavaScript looks: its requests may bring their own")]
    pub(crate) const fn credentials(self) -> &'static [&'static str] {
        match self {
            Self::Janus => &["apisecret", "token"],
            Self::Admin => &["admin_secret"],
        }
    }
}

/// The URL of a Janus server, and the credentials for it.
#[derive(Clone)]
pub struct Address {
    url: Box<str>,
    api_secret: Option<Secret>,
    token: CurrentToken,
}

impl Address {
    /// The server at `url`, such as `ws://127.0.0.1:8188`.
    pub fn new(url: impl Into<Box<str>>) -> Self {
        Self { url: url.into(), api_secret: None, token: CurrentToken::default() }
    }

    /// Sets the server's `api_secret` (its `admin_secret`, for the Admin API).
    #[must_use]
    pub fn api_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.api_secret = Some(secret.into());
        self
    }

    /// Sets a stored or signed token, sent with each request.
    #[must_use]
    pub fn token(self, token: impl Into<Secret>) -> Self {
        self.token.set(Some(token.into()));
        self
    }

    /// Replaces the token, also for those who [share](Self::shared) the address.
    pub(crate) fn set_token(&self, token: Secret) {
        self.token.set(Some(token));
    }

    /// The same address: its token changes with this one's.
    #[allow(dead_code, reason = "only transports with long polls keep an address")]
    pub(crate) fn shared(&self) -> Self {
        Self { url: self.url.clone(), api_secret: self.api_secret.clone(), token: self.token.shared() }
    }

    /// The whole URL, which may hold a password.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The URL without user name, password and query: fit for logs.
    #[must_use]
    pub fn shown(&self) -> String {
        let Some((scheme, rest)) = self.parts() else {
            return "(no URL)".to_owned();
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if after.contains('@') {
            // This may be a password with a slash in it, whose end is unknown.
            return format!("{scheme}://(not shown)");
        }
        let host = authority.rsplit('@').next().unwrap_or_default();
        let path = after.split(['?', '#']).next().unwrap_or_default();
        format!("{scheme}://{host}{path}")
    }

    /// The URL's scheme, such as `wss`.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidConfig`] when there is none.
    pub fn scheme(&self) -> Result<&str> {
        match self.parts() {
            Some((scheme, rest)) if !scheme.is_empty() && !rest.is_empty() => Ok(scheme),
            _ => {
                let text = "the server's URL must look like ws://host:port; there are ws://, wss://, http://, \
                            https://, ws+unix://, file:// and unix://";
                Err(Error::new(ErrorCode::InvalidConfig, text))
            }
        }
    }

    /// The scheme, and what follows `://`.
    pub(crate) fn parts(&self) -> Option<(&str, &str)> {
        let (scheme, rest) = self.url.split_once(':')?;
        Some((scheme, rest.strip_prefix("//")?))
    }

    /// Sets the credentials that the address does not have.
    pub(crate) fn with_default_credentials(&mut self, api_secret: &Option<Secret>, token: &Option<Secret>) {
        self.api_secret = self.api_secret.take().or_else(|| api_secret.clone());
        self.token.set(self.token.get().or_else(|| token.clone()));
    }

    /// The credentials, by Janus's names for them.
    pub(crate) fn secrets(&self, api: Api) -> impl Iterator<Item = (&'static str, Secret)> {
        let fields = [(api.secret_field(), self.api_secret.clone()), ("token", self.token.get())];
        fields.into_iter().filter_map(|(name, secret)| Some((name, secret?)))
    }

    /// The same as members of a request, as they follow another member.
    pub(crate) fn credentials(&self, api: Api) -> String {
        self.secrets(api).map(|(name, secret)| format!(",\"{name}\":{}", quoted(secret.reveal()))).collect()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("url", &self.shown())
            .field("api_secret", &self.api_secret.is_some())
            .field("token", &self.token.get().is_some())
            .finish()
    }
}

/// How often and for how long to try to connect.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retry {
    /// Attempts after the first one. Default: 3.
    pub max_retries: u32,
    /// The pause after the first failure; it doubles after each further one. Default: 1 s.
    #[serde(deserialize_with = "reading::seconds")]
    pub pause: Duration,
    /// The longest pause. Default: 10 s.
    #[serde(deserialize_with = "reading::seconds")]
    pub max_pause: Duration,
    /// When to give up, whatever the number of attempts; `None` for no limit. Default: 30 s.
    #[serde(deserialize_with = "reading::seconds_or_none")]
    pub within: Option<Duration>,
}

impl Default for Retry {
    /// Three retries, 1 s doubling to 10 s, 30 s in all.
    fn default() -> Self {
        Self {
            max_retries: 3,
            pause: Duration::from_secs(1),
            max_pause: Duration::from_secs(10),
            within: Some(Duration::from_secs(30)),
        }
    }
}

impl Retry {
    /// The pause after `failures` failed attempts.
    pub(crate) fn pause_after(&self, failures: u32) -> Duration {
        let doublings = failures.saturating_sub(1).min(16);
        self.pause.saturating_mul(1 << doublings).min(self.max_pause.max(self.pause))
    }
}

/// The recovery after an outage: a new transport connection is opened, and the sessions are
/// taken over to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Recovery {
    /// How long to try, counted from the loss of the transport connection; `None` for no limit. Default: 60 s.
    #[serde(deserialize_with = "reading::seconds_or_none")]
    pub within: Option<Duration>,
    /// Whether a session that Janus no longer knows, after an outage or because it expired, is created again and
    /// its handles attached again, each with an [`Event::Rebuilt`](crate::Event::Rebuilt); otherwise they end.
    /// Nothing else is restored: the application joins its rooms again, and first creates those that it had created
    /// ([`Connection::rebuilds`](crate::Connection::rebuilds)). Default: false.
    pub rebuild: bool,
}

impl Default for Recovery {
    fn default() -> Self {
        Self { within: Some(Duration::from_secs(60)), rebuild: false }
    }
}

impl Recovery {
    const SHORTEST_PAUSE: Duration = Duration::from_millis(250);
    pub(crate) const LONGEST_PAUSE: Duration = Duration::from_secs(5);

    /// The pause after `failures` failed attempts, before any chance is let in.
    pub(crate) fn pause_after(failures: u32) -> Duration {
        Self::SHORTEST_PAUSE.saturating_mul(1 << failures.min(16)).min(Self::LONGEST_PAUSE)
    }
}

/// The configuration of a connection.
///
/// It can be read with serde, from TOML, JSON or another format. The keys are the names of the fields; all but
/// `addresses` have a default, and an unknown key is an error. A duration is a number of seconds (`10`, `0.25`).
/// `"none"` stands for `None`: no limit, or no recovery. An address is a URL, or a table with `url`, `api_secret` and
/// `token`. `api` is `"janus"` or `"admin"`.
///
/// ```toml
/// addresses = ["wss://one.example.org", { url = "wss://two.example.org", api_secret = "secret" }]
/// request_timeout = 2.5
/// retry = { max_retries = 5, within = "none" }
/// recovery = { rebuild = true }
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(default = "Config::without_addresses", deny_unknown_fields)]
pub struct Config {
    /// The servers to try, in this order, round and round.
    pub addresses: Vec<Address>,
    /// Which interface to speak.
    pub api: Api,
    /// How often and for how long to try to connect.
    pub retry: Retry,
    /// The recovery after an outage; with `None` the connection ends with its transport connection.
    #[serde(deserialize_with = "reading::recovery_or_none")]
    pub recovery: Option<Recovery>,
    /// How long one attempt to connect may take, and how long a session or a handle is restored after an outage; at
    /// least 1 ms. With `None` only the limits of `retry` and `recovery` apply. Default: 5 s.
    #[serde(deserialize_with = "reading::seconds_or_none")]
    pub attempt_timeout: Option<Duration>,
    /// How long a request waits for its response; `None` for no limit. Each request may override it. Default: 10 s.
    #[serde(deserialize_with = "reading::seconds_or_none")]
    pub request_timeout: Option<Duration>,
    /// How long the server may be silent before it is probed; with `None` it is not probed. Default: 10 s.
    #[serde(deserialize_with = "reading::seconds_or_none")]
    pub probe_after: Option<Duration>,
    /// How long a probe waits for a sign of life before the transport connection is lost. Default: 5 s.
    #[serde(deserialize_with = "reading::seconds")]
    pub probe_timeout: Duration,
    /// The largest message that is received or sent, in bytes. Default: 16 MiB.
    pub max_message_size: usize,
    /// The maximum number of pending requests; one more fails with [`ErrorCode::TooManyRequests`]. Default: 65,536.
    pub max_requests: usize,
    /// The number of events that a handle holds until they are read. Above it droppable events are dropped, oldest
    /// first, with one [`Event::Missed`](crate::Event::Missed) in their place. With four times as many the handle
    /// ends with [`EndReason::Overflow`](crate::EndReason::Overflow). Default: 1,024.
    pub max_events: usize,
    /// The number of events that all handles of the connection hold together. Above it reading from the connection
    /// stops for a second at most, then each new event makes its handle drop a droppable one. Default: 65,536.
    pub max_held_events: usize,
}

impl Config {
    const SHORTEST_ATTEMPT: Duration = Duration::from_millis(1);

    /// The defaults, for these servers.
    #[must_use]
    pub fn new(addresses: Vec<Address>) -> Self {
        Self {
            addresses,
            api: Api::Janus,
            retry: Retry::default(),
            recovery: Some(Recovery::default()),
            attempt_timeout: Some(Duration::from_secs(5)),
            request_timeout: Some(Duration::from_secs(10)),
            probe_after: Some(Duration::from_secs(10)),
            probe_timeout: Duration::from_secs(5),
            max_message_size: 16 << 20,
            max_requests: 65_536,
            max_events: 1024,
            max_held_events: 65_536,
        }
    }

    /// The defaults of a configuration that is read; [`validate`](Self::validate) refuses it without addresses.
    fn without_addresses() -> Self {
        Self::new(Vec::new())
    }

    /// Checks what can be checked without a network.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidConfig`] for an empty list of addresses, a URL
    /// without a scheme, a bound of nothing, or an `attempt_timeout` below 1 ms.
    pub fn validate(&self) -> Result<()> {
        if self.addresses.is_empty() {
            return Err(Error::new(ErrorCode::InvalidConfig, "at least one server address is needed"));
        }
        let bounds = [self.max_message_size, self.max_requests, self.max_events, self.max_held_events];
        if bounds.contains(&0) {
            let text = "max_message_size, max_requests, max_events and max_held_events must not be 0";
            return Err(Error::new(ErrorCode::InvalidConfig, text));
        }
        // Shorter attempts without a pause between them would never let the time pass.
        if self.attempt_timeout.is_some_and(|timeout| timeout < Self::SHORTEST_ATTEMPT) {
            return Err(Error::new(ErrorCode::InvalidConfig, "attempt_timeout must be at least 1 ms"));
        }
        self.addresses.iter().try_for_each(|address| address.scheme().map(drop))
    }
}
