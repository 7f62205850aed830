//! What is worth a transport in a log.

use std::fmt;
use std::time::Duration;

use super::Engine;
use super::keys::{HandleKey, RequestId};
use super::output::Output;
use super::timers::Timer;
use crate::error::{Error, quoted};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{Kind, Malformed};

/// Something that a peer did wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProtocolViolation {
    /// A message that can't be read, or not wholly.
    Malformed(Malformed),
    /// A message from a transport that is no longer in use.
    StaleTransport,
    /// A reply that names no request.
    ReplyWithoutTransaction,
    /// An event without the ids that it needs.
    EventWithoutHandle(Kind),
    /// An event for a handle that is not here.
    UnknownHandle,
    /// An event for a session that is not here.
    UnknownSession,
    /// An answer to nothing that was asked here.
    UnknownTransaction,
}

impl ProtocolViolation {
    /// Whether it may only have been under way while what it is about ended: a handle, a
    /// session, or a transport that was given up.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::StaleTransport | Self::UnknownHandle | Self::UnknownSession)
    }
}

/// The number of notices in a second that a server can cause by what it sends; of more the number is told.
const MOST_NOTICES: u32 = 8;
const NOTICE_SPAN: Duration = Duration::from_secs(1);

/// Something worth a transport in a log.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Notice {
    /// An attempt to connect failed; the next one follows after `retry_in`.
    AttemptFailed {
        /// The address's place in the configuration.
        address: usize,
        /// Why it failed.
        error: Error,
        /// How long until the next attempt; none follows without it.
        retry_in: Option<Duration>,
    },
    /// The server broke the protocol.
    Fault {
        /// How.
        fault: ProtocolViolation,
        /// The session it named.
        session: Option<u64>,
        /// The handle it named.
        handle: Option<u64>,
    },
    /// A message of a kind that this version does not know, as a newer Janus may send.
    UnknownKind {
        /// Its word for `janus`, of which no more is kept than a log needs.
        word: Box<str>,
        /// The session that it names.
        session: Option<u64>,
        /// The handle that it names.
        handle: Option<u64>,
    },
    /// Janus refused a message without saying which: it could not read it, or the envelope lacked a member.
    UncorrelatedRefusal {
        /// Janus's error code, such as 454.
        code: i64,
        /// Janus's text.
        reason: Box<str>,
    },
    /// Janus refused a keep-alive: the session will expire.
    KeepaliveRefused {
        /// The session.
        session: SessionId,
        /// Why.
        error: Error,
    },
    /// A keep-alive interval is longer than the server waits.
    KeepaliveTooLong {
        /// The session.
        session: SessionId,
        /// The interval that was asked for.
        interval: Duration,
        /// What the server allows.
        session_timeout: Duration,
    },
    /// An answer came after its request had ended.
    LateResponse {
        /// The request.
        request: RequestId,
        /// What came.
        kind: Kind,
    },
    /// A graceful close came while there was no transport: Janus ends these sessions when their
    /// time is out.
    LeftBehind {
        /// How many.
        sessions: usize,
    },
    /// Janus ends sessions with their transport: a break of the transport ends them.
    NoReclaim,
    /// A session, or a handle, could not be taken over to the new transport.
    NotRecovered {
        /// The session.
        session: SessionId,
        /// The handle, if it is only that.
        handle: Option<HandleId>,
        /// Why.
        error: Error,
    },
    /// Janus refused to be polled for a session's events: it can't be heard any more.
    PollRefused {
        /// The session.
        session: SessionId,
        /// Why.
        error: Error,
    },
    /// A handle's events are not read fast enough: droppable ones are being dropped.
    SlowReader {
        /// The handle.
        handle: HandleKey,
    },
    /// All handles together hold too many events that are not read: reading stops for a second at most.
    ReadingStopped {
        /// How many.
        events: usize,
    },
    /// So many more notices of what the server sent were held back in the last second.
    HeldBack {
        /// How many.
        notices: u64,
    },
    /// A session or handle was made for a request that had ended; it is being removed.
    Undone {
        /// The request.
        request: RequestId,
    },
}

/// How many notices the server has caused in this second, and how many of them were held back.
#[derive(Debug, Default)]
pub(super) struct NoticeLimit {
    ends: Time,
    caused: u32,
    held_back: u64,
}

impl NoticeLimit {
    pub(super) fn holds(&self, at: Time) -> bool {
        self.held_back > 0 && self.ends == at
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    pub(super) fn notice(&mut self, notice: Notice) {
        if notice.is_caused_by_a_message() && !self.may_tell() {
            return;
        }
        self.outputs.push_back(Output::Notice(notice));
    }

    /// Whether the log may have one more transport of the server's making in this second.
    fn may_tell(&mut self) -> bool {
        if self.now >= self.notice_limit.ends {
            self.tell_of_held_back();
            self.notice_limit = NoticeLimit { ends: self.now + NOTICE_SPAN, caused: 0, held_back: 0 };
        }
        self.notice_limit.caused += 1;
        if self.notice_limit.caused <= MOST_NOTICES {
            return true;
        }
        if self.notice_limit.held_back == 0 {
            self.timers.set(self.notice_limit.ends, Timer::Notices);
        }
        self.notice_limit.held_back += 1;
        false
    }

    pub(super) fn tell_of_held_back(&mut self) {
        let notices = std::mem::take(&mut self.notice_limit.held_back);
        if notices > 0 {
            self.outputs.push_back(Output::Notice(Notice::Suppressed { notices }));
        }
    }
}

impl Notice {
    /// Whether a server can cause as many as it likes.
    const fn is_caused_by_a_message(&self) -> bool {
        matches!(
            self,
            Self::Fault { .. }
                | Self::UnknownKind { .. }
                | Self::UncorrelatedRefusal { .. }
                | Self::LateResponse { .. }
                | Self::Undone { .. }
        )
    }

    /// Whether it is worth a warning; the others are for the curious.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        match self {
            Self::LateResponse { .. } | Self::Undone { .. } | Self::UnknownKind { .. } => false,
            Self::Fault { fault, .. } => !fault.is_late(),
            _ => true,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AttemptFailed { error, retry_in, .. } => {
                write!(f, "{error}; ")?;
                match retry_in {
                    Some(span) => write!(f, "next attempt in {span:?}"),
                    None => f.write_str("giving up"),
                }
            }
            Self::Fault { fault, session, handle } => {
                match fault {
                    ProtocolViolation::UnknownHandle | ProtocolViolation::UnknownSession => {
                        f.write_str("an event for what is not here (any more)")?;
                    }
                    ProtocolViolation::StaleTransport => f.write_str("a message of a transport that was given up")?,
                    fault => write!(f, "the server broke the protocol: {fault:?}")?,
                }
                write_ids(f, *session, *handle)
            }
            Self::UnknownKind { word, session, handle } => {
                write!(f, "a message of the unknown kind {word:?}, as a newer Janus may send")?;
                write_ids(f, *session, *handle)
            }
            Self::UncorrelatedRefusal { code, reason } => {
                write!(f, "Janus refused a message without its transaction: {}", quoted(*code, reason))
            }
            Self::KeepaliveRefused { session, error } => {
                write!(f, "session {session} can't be kept alive: {error}")
            }
            Self::KeepaliveTooLong { session, interval, session_timeout } => write!(
                f,
                "session {session} is kept alive every {interval:?}, but Janus ends it after {session_timeout:?}"
            ),
            Self::LateResponse { request, kind } => {
                write!(f, "a late {} for transaction {}", kind.word(), request.get())
            }
            Self::LeftBehind { sessions } => {
                write!(f, "closed without a transport; {sessions} sessions are left until Janus ends them")
            }
            Self::NoReclaim => f.write_str(
                "sessions die with the transport on this server; \
                 to let them live on, set reclaim_session_timeout in janus.jcfg",
            ),
            Self::NotRecovered { session, handle: None, error } => {
                write!(f, "session {session} could not be taken over to the new transport: {error}")
            }
            Self::NotRecovered { session, handle: Some(handle), error } => {
                write!(f, "handle {handle} of session {session} could not be attached again: {error}")
            }
            Self::PollRefused { session, error } => {
                write!(f, "session {session} can't be heard any more: {error}")
            }
            Self::SlowReader { .. } => f.write_str(
                "a handle's events are not read fast enough: droppable ones are dropped, oldest first",
            ),
            Self::ReadingStopped { events } => {
                write!(f, "{events} events wait to be read: reading from the connection stops for up to 1 s")
            }
            Self::HeldBack { notices } => {
                write!(f, "{notices} more notices of unexpected messages were held back in the last second")
            }
            Self::Undone { request } => {
                write!(f, "transaction {} made what nobody waits for; it is being removed", request.get())
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
