//! The options of commands.

use std::time::Duration;

use super::keys::{HandleKey, SessionKey};
use crate::id::SessionId;

/// Which message ends a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completion {
    /// The direct reply: `success`, `ack`, `pong` or `server_info`.
    #[default]
    Direct,
    /// `success`, or after an `ack` the first event with the request's transaction.
    FirstEvent,
    /// As `FirstEvent`, but each such event is [offered](super::Output::Offer) to the plugin, which decides whether
    /// it ends the request.
    PluginDecides,
    /// As `PluginDecides`, and events of the handle without a transaction are offered, too: Janus's SIP plugin
    /// reports a registration without the transaction of the request.
    Uncorrelated,
}

/// How long a request waits for its response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timeout {
    /// The configured `request_timeout`.
    #[default]
    Default,
    /// This long.
    After(Duration),
    /// Without a limit.
    Never,
}

impl From<Duration> for Timeout {
    fn from(span: Duration) -> Self {
        Self::After(span)
    }
}

/// `None` is no limit.
impl From<Option<Duration>> for Timeout {
    fn from(span: Option<Duration>) -> Self {
        span.map_or(Self::Never, Self::After)
    }
}

/// Whether a request is sent again after an outage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Idempotency {
    /// Janus may have carried it out already, and would do so again.
    #[default]
    NotIdempotent,
    /// Sending it twice has the same effect as sending it once.
    Idempotent,
}

/// How a request is sent, and which message ends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOptions {
    /// Which message ends it.
    pub completion: Completion,
    /// How long it waits for its response.
    pub timeout: Timeout,
    /// Whether it is sent again after an outage.
    pub idempotency: Idempotency,
    /// The application's own transaction; the engine chooses one if it is `None`.
    pub transaction: Option<Box<str>>,
    /// Whether its members contain credentials, so that the engine adds none.
    pub own_credentials: bool,
}

/// The options of a new session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CreateOptions {
    /// The session's id; Janus chooses a random one if it is `None`.
    pub id: Option<SessionId>,
    /// The interval between keepalives; `None` to follow the server's session timeout.
    pub keepalive: Option<Duration>,
}

/// The target of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// The server.
    Connection,
    /// The session with this key.
    Session(SessionKey),
    /// The handle with this key.
    Handle(HandleKey),
}
