//! A pending request.

use std::time::Duration;

use super::keys::RequestId;
use super::options::{Completion, Idempotency, Target};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{TransactionText, Verb};

/// The error text of a request whose response is lost.
pub(super) const RESPONSE_LOST: &str = "the response was lost with the transport connection or the session; Janus may have carried the request out";

/// Who made a request, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The application made it.
    Application,
    /// The application adopts a handle: if the request fails, no handle remains.
    Adopt,
    /// The engine asks for the server's limits.
    Limits,
    /// The engine asks for a sign of life.
    Liveness,
    /// The engine keeps a session alive.
    KeepAlive,
    /// The engine restores a session after an outage.
    RestoreSession,
    /// The engine restores a handle of a restored session.
    RestoreHandle,
    /// The engine removes from Janus what no one uses.
    CleanUp,
}

impl Purpose {
    /// Whether the engine made the request: no reply is reported.
    pub(super) const fn is_internal(self) -> bool {
        !matches!(self, Self::Application | Self::Adopt)
    }
}

pub(super) struct Pending<Out> {
    pub(super) purpose: Purpose,
    pub(super) target: Target,
    pub(super) verb: Verb,
    pub(super) completion: Completion,
    pub(super) idempotency: Idempotency,
    pub(super) members: Option<Out>,
    pub(super) transaction: Option<Box<str>>,
    pub(super) own_credentials: bool,
    /// Ids without a key: a session to claim, or a session or handle to clean up.
    pub(super) named_session: Option<SessionId>,
    pub(super) named_handle: Option<HandleId>,
    /// The keepalive interval of the session that the request creates.
    pub(super) keepalive: Option<Duration>,
    pub(super) created: Time,
    pub(super) deadline: Option<Time>,
    /// When it was sent last.
    pub(super) sent: Option<Time>,
    /// The transport has accepted it, and reports when it is sent.
    pub(super) handed: bool,
    /// Janus has acknowledged it; the response follows as an event.
    pub(super) acked: bool,
    pub(super) sent_on_previous_connection: bool,
}

impl<Out> Pending<Out> {
    /// Whether the application ends a session or a handle of this connection with it.
    pub(super) fn is_teardown(&self) -> bool {
        match (&self.verb, self.target) {
            (Verb::Destroy, Target::Session(_)) | (Verb::Detach, Target::Handle(_)) => true,
            // The connection is closing and has removed the session or the handle already.
            (Verb::Destroy | Verb::Detach, Target::Connection) => {
                !self.purpose.is_internal() && self.named_session.is_some()
            }
            _ => false,
        }
    }

    /// Whether it destroys this session, which the closing connection has removed already.
    pub(super) fn is_destroying(&self, session: SessionId) -> bool {
        self.verb == Verb::Destroy && self.named_session == Some(session)
    }

    /// Whether its response was lost with the transport connection, unless it comes on the next one.
    pub(super) fn awaiting_lost_response(&self) -> bool {
        self.sent_on_previous_connection && self.idempotency == Idempotency::NotIdempotent
    }

    /// Whether the envelope has a text of the application's.
    pub(super) const fn has_texts(&self) -> bool {
        self.transaction.is_some() || matches!(self.verb, Verb::Attach(_))
    }

    /// The application's texts in the envelope.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let attach = match &self.verb {
            Verb::Attach(options) => [Some(&*options.plugin), options.opaque_id.as_deref()],
            _ => [None, None],
        };
        attach.into_iter().flatten().chain(self.transaction.as_deref())
    }

    pub(super) fn transaction_text(&self, id: RequestId) -> TransactionText {
        match &self.transaction {
            Some(text) => TransactionText::Custom(text.clone()),
            None => TransactionText::Own(id.0),
        }
    }
}
