//! What is worth a transport in a log.

use std::fmt;
use std::time::Duration;

use super::keys::{HandleKey, RequestId};
use crate::error::{Error, quoted};
use crate::id::{HandleId, SessionId};
use crate::time::Span;
use crate::wire::{Kind, Malformed, quoted as json_text};

/// A violation of the protocol by the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProtocolViolation {
    /// A message that can't be read, or not completely.
    Malformed(Malformed),
    /// A message on a transport connection that is no longer in use.
    StaleTransport,
    /// A `success`, `error` or `ack` without a transaction.
    ReplyWithoutTransaction,
    /// An event without a session id or a handle id.
    EventWithoutHandle(Kind),
    /// An event for an unknown handle.
    UnknownHandle,
    /// An event for an unknown session.
    UnknownSession,
    /// A reply with the transaction of no request of this connection.
    UnknownTransaction,
}

impl ProtocolViolation {
    /// Whether the message may have been on its way while its handle, its session or its transport connection
    /// ended.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::StaleTransport | Self::UnknownHandle | Self::UnknownSession)
    }
}

impl fmt::Display for ProtocolViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed(malformed) => return malformed.fmt(f),
            Self::StaleTransport => "a message on an abandoned transport connection",
            Self::ReplyWithoutTransaction => "a response without a transaction",
            Self::EventWithoutHandle(_) => "an event without a session id or a handle id",
            Self::UnknownHandle | Self::UnknownSession => "an event for an unknown session or handle",
            Self::UnknownTransaction => "a response to no request of this connection",
        })
    }
}

/// A message for the log.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Notice {
    /// An attempt to connect failed; the next one follows after `retry_in`.
    AttemptFailed {
        /// The index of the address in the configuration.
        address: usize,
        /// Why it failed.
        error: Error,
        /// How long until the next attempt; `None` if no attempt follows.
        retry_in: Option<Duration>,
    },
    /// The server violated the protocol.
    ProtocolViolation {
        /// The kind of violation.
        violation: ProtocolViolation,
        /// The session that the message names.
        session: Option<u64>,
        /// The handle that the message names.
        handle: Option<u64>,
    },
    /// A message of a kind that this version does not know, as a newer Janus may send.
    UnknownKind {
        /// The message's member `janus`, shortened for the log.
        word: Box<str>,
        /// The session that the message names.
        session: Option<u64>,
        /// The handle that the message names.
        handle: Option<u64>,
    },
    /// Janus refused a message without its transaction: it could not read the message, or the envelope lacked a
    /// member.
    UncorrelatedRefusal {
        /// Janus's error code, such as 454.
        code: i64,
        /// Janus's text.
        reason: Box<str>,
    },
    /// Janus refused a keepalive: the session will expire.
    KeepaliveRefused {
        /// The id of the session in Janus.
        session: SessionId,
        /// The refusal, or what made the request fail.
        error: Error,
    },
    /// A keepalive interval is longer than the server's session timeout.
    KeepaliveTooLong {
        /// The id of the session in Janus.
        session: SessionId,
        /// The interval that the application chose.
        interval: Duration,
        /// The session timeout of the server.
        session_timeout: Duration,
    },
    /// A response came after its request had ended.
    LateResponse {
        /// The id of the request, which is its transaction.
        request: RequestId,
        /// The kind of the response.
        kind: Kind,
    },
    /// The connection was closed during an outage: Janus ends these sessions when they expire.
    SessionsLeft {
        /// The number of sessions.
        sessions: usize,
    },
    /// The server keeps no session without its transport connection: an outage ends all sessions.
    NoReclaim,
    /// A session or a handle could not be restored after an outage.
    NotRecovered {
        /// The id of the session in Janus.
        session: SessionId,
        /// The handle; `None` if the whole session is lost.
        handle: Option<HandleId>,
        /// The refusal, or what made the request fail.
        error: Error,
    },
    /// The application did not prepare a rebuilt session in time.
    NotPrepared {
        /// The id of the session in Janus.
        session: SessionId,
        /// The time that it had.
        within: Duration,
    },
    /// Janus refused to be polled for the events of a session.
    PollRefused {
        /// The id of the session in Janus.
        session: SessionId,
        /// The refusal, or what made the request fail.
        error: Error,
    },
    /// A handle's events are not read fast enough: droppable ones are being dropped.
    SlowReader {
        /// The key of the handle.
        handle: HandleKey,
    },
    /// All handles together hold too many unread events: reading from the socket stops for at most a second.
    ReadingStopped {
        /// The number of unread events.
        events: usize,
    },
    /// Further notices about what the server sent were suppressed in the last second.
    Suppressed {
        /// The number of suppressed notices.
        notices: u64,
    },
    /// Janus created a session or handle for a request that had ended; the engine removes it.
    CleanedUp {
        /// The id of the request, which is its transaction.
        request: RequestId,
    },
}

impl Notice {
    /// Whether a server can cause any number of these.
    pub(super) const fn is_caused_by_a_message(&self) -> bool {
        matches!(
            self,
            Self::ProtocolViolation { .. }
                | Self::UnknownKind { .. }
                | Self::UncorrelatedRefusal { .. }
                | Self::LateResponse { .. }
                | Self::CleanedUp { .. }
        )
    }

    /// The session, the handle and the transaction that it is about, by Janus's ids.
    pub(crate) const fn ids(&self) -> (Option<u64>, Option<u64>, Option<u64>) {
        match self {
            Self::ProtocolViolation { session, handle, .. } | Self::UnknownKind { session, handle, .. } => {
                (*session, *handle, None)
            }
            Self::KeepaliveTooLong { session, .. }
            | Self::KeepaliveRefused { session, .. }
            | Self::PollRefused { session, .. }
            | Self::NotPrepared { session, .. }
            | Self::NotRecovered { session, handle: None, .. } => (Some(session.get()), None, None),
            Self::NotRecovered { session, handle: Some(handle), .. } => {
                (Some(session.get()), Some(handle.get()), None)
            }
            Self::LateResponse { request, .. } | Self::CleanedUp { request } => {
                (None, None, Some(request.get()))
            }
            _ => (None, None, None),
        }
    }

    /// Whether it is a warning; other notices are for the log level `debug`.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        match self {
            Self::LateResponse { .. } | Self::CleanedUp { .. } | Self::UnknownKind { .. } => false,
            // The error of the last attempt is returned.
            Self::AttemptFailed { retry_in, .. } => retry_in.is_some(),
            Self::ProtocolViolation { violation, .. } => !violation.is_late(),
            _ => true,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AttemptFailed { error, retry_in, .. } => {
                write!(f, "{error:#}; ")?;
                match retry_in {
                    Some(span) => write!(f, "next attempt in {}", Span(*span)),
                    None => f.write_str("giving up"),
                }
            }
            Self::ProtocolViolation { violation, session, handle } => {
                if !violation.is_late() {
                    f.write_str("the server violated the protocol: ")?;
                }
                write!(f, "{violation}")?;
                write_ids(f, *session, *handle)
            }
            Self::UnknownKind { word, session, handle } => {
                write!(f, "a message of the unknown kind {}, which a newer Janus may send", json_text(word))?;
                write_ids(f, *session, *handle)
            }
            Self::UncorrelatedRefusal { code, reason } => {
                write!(f, "Janus refused a message without its transaction: {}", quoted(*code, reason))
            }
            Self::KeepaliveRefused { session, error } => {
                write!(f, "session {session} can't be kept alive: {error:#}")
            }
            Self::KeepaliveTooLong { session, interval, session_timeout } => write!(
                f,
                "session {session} is kept alive every {}, but Janus ends it after {}",
                Span(*interval),
                Span(*session_timeout)
            ),
            Self::LateResponse { request, kind } => {
                write!(f, "a late `{}` response for transaction {}", kind.word(), request.get())
            }
            Self::SessionsLeft { sessions } => {
                write!(f, "closed during an outage; Janus keeps {sessions} sessions until they expire")
            }
            Self::NoReclaim => f.write_str(
                "this server ends sessions with their transport connection; \
                 to keep them through an outage, set reclaim_session_timeout in janus.jcfg",
            ),
            Self::NotRecovered { session, handle: None, error } => {
                write!(f, "session {session} could not be restored after the outage: {error:#}")
            }
            Self::NotRecovered { session, handle: Some(handle), error } => {
                write!(f, "handle {handle} of session {session} could not be attached again: {error:#}")
            }
            Self::NotPrepared { session, within } => {
                write!(
                    f,
                    "session {session} was not prepared within {} after its rebuild, and is destroyed",
                    Span(*within)
                )
            }
            Self::PollRefused { session, error } => {
                write!(f, "polling session {session} was refused: {error:#}")
            }
            Self::SlowReader { .. } => f.write_str(
                "a handle's events are not read fast enough: droppable ones are dropped, oldest first",
            ),
            Self::ReadingStopped { events } => {
                write!(f, "{events} events are not read: reading from the socket stops for at most 1 s")
            }
            Self::Suppressed { notices } => {
                write!(
                    f,
                    "{notices} more notices about unexpected messages were suppressed in the last second"
                )
            }
            Self::CleanedUp { request } => {
                write!(
                    f,
                    "transaction {} completed after it had ended; its session or handle is removed",
                    request.get()
                )
            }
        }
    }
}

fn write_ids(f: &mut fmt::Formatter<'_>, session: Option<u64>, handle: Option<u64>) -> fmt::Result {
    if let Some(session) = session {
        write!(f, ", session {session}")?;
    }
    if let Some(handle) = handle {
        write!(f, ", handle {handle}")?;
    }
    Ok(())
}
