//! The options of commands.

use std::time::Duration;

use super::keys::{HandleKey, SessionKey};
use crate::id::SessionId;

/// What ends a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completion {
    /// The direct reply: `success`, `ack`, `pong` or `server_info`.
    #[default]
    Direct,
    /// `success`, or after an `ack` the first event with the request's transaction.
    FirstEvent,
    /// As `FirstEvent`, but each such event is [offered](Output::Offer) to the plugin,
    /// which says whether it is the last.
    PluginDecides,
    /// As `PluginDecides`, and events of the handle that answer nothing else are offered, too: SIP
    /// tells of a registration without the transaction of the request.
    Uncorrelated,
}

/// How long a request waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timeout {
    /// As long as the configuration says.
    #[default]
    Default,
    /// For this long.
    After(Duration),
    /// For ever.
    Never,
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

/// How a request is to be treated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOptions {
    /// What ends it.
    pub completion: Completion,
    /// How long it waits.
    pub timeout: Timeout,
    /// Whether it may be sent twice.
    pub idempotency: Idempotency,
    /// A transaction of the caller's own.
    pub transaction: Option<Box<str>>,
    /// Its members hold credentials of their own: add none.
    pub own_credentials: bool,
}

/// How to create, or claim, a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CreateOptions {
    /// An id of the caller's choice; Janus takes a random one else.
    pub id: Option<SessionId>,
    /// How often to keep the session alive; the engine follows the server's timeouts else.
    pub keepalive: Option<Duration>,
}

/// What a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// The server.
    Connection,
    /// A session.
    Session(SessionKey),
    /// A handle.
    Handle(HandleKey),
}
