//! What goes into the engine with a command, and what comes out.

use std::fmt;
use std::time::Duration;

use super::keys::{HandleKey, Line, RequestId, SessionKey};
use super::timers::WaitReason;
use crate::error::{Error, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{Kind, Malformed, Transmit};

/// What ends a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// The direct reply: `success`, `ack`, `pong` or `server_info`.
    #[default]
    Direct,
    /// `success`, or after an `ack` the first event with the request's transaction.
    FirstEvent,
    /// As `FirstEvent`, but each such event is [offered](Output::Offer) to the plugin,
    /// which says whether it is the last.
    Judged,
    /// As `Judged`, and events of the handle that answer nothing else are offered, too: SIP
    /// tells of a registration without the transaction of the request.
    Untied,
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

/// Whether a request may be sent twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Replay {
    /// No: Janus may have carried it out already.
    #[default]
    Never,
    /// Yes: it changes nothing, or the same way.
    Safe,
}

/// How a request is to be treated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOptions {
    /// What ends it.
    pub answer: Answer,
    /// How long it waits.
    pub timeout: Timeout,
    /// Whether it may be sent twice.
    pub replay: Replay,
    /// A transaction of the caller's own.
    pub transaction: Option<Box<str>>,
    /// Its members hold credentials of their own: add none.
    pub own_credentials: bool,
}

/// Which events of a handle may go when its reader is too slow.
pub type Droppable<In> = fn(&In) -> bool;

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

/// What the engine must know of the line that came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineTraits {
    /// It takes [`Output::Probe`]; a silent line that doesn't is probed by a `ping` request.
    pub can_probe: bool,
    /// Sessions belong to the line: on a new one they must be claimed.
    pub claims: bool,
}

/// A successful answer.
#[derive(Debug)]
pub struct Reply<In> {
    /// The message that ended the request.
    pub message: In,
    /// What it made.
    pub made: Option<Made>,
}

/// What a request made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Made {
    /// `create` or `claim`.
    Session(SessionKey, SessionId),
    /// `attach` or `adopt`.
    Handle(HandleKey, HandleId),
}

/// Why a session or a handle ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EndReason {
    /// This side closed the connection.
    ConnectionClosed,
    /// The connection was lost.
    ConnectionLost,
    /// This side destroyed the session.
    Destroyed,
    /// This side detached the handle.
    Detached,
    /// Janus does not know it (any more).
    NotFound,
    /// It did not outlive a break of the line: Janus has it no more, or gives it no more.
    LostWhileAway,
    /// Its reader let too many events pile up.
    Overrun,
    /// Janus, the plugin or an administrator ended it.
    ByServer,
    /// The session expired in Janus.
    TimedOut,
    /// Janus stopped to answer for it.
    Unresponsive,
}

/// What a handle is told.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<In> {
    /// A message of Janus's or of the plugin.
    Message {
        /// What it is.
        kind: Kind,
        /// The message itself.
        message: In,
    },
    /// Events were dropped here, because they were not read fast enough.
    Missed {
        /// How many.
        count: u64,
    },
    /// Janus had lost the session: the handle was attached again, in a new one. What it was
    /// in the plugin is gone: join again, make a new offer.
    Rebuilt {
        /// Its new id in Janus.
        id: HandleId,
    },
    /// The handle is gone; nothing follows.
    Ended(EndReason),
}

/// Something that a peer did wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeerFault {
    /// A message that can't be read, or not wholly.
    Malformed(Malformed),
    /// A message from a line that is no longer in use.
    StaleLine,
    /// A reply that names no request.
    ReplyWithoutTransaction,
    /// An event without the ids that it needs.
    EventWithoutHandle(Kind),
    /// A word for `janus` that this version does not know.
    UnknownKind,
    /// An event for a handle that is not here.
    UnknownHandle,
    /// An event for a session that is not here.
    UnknownSession,
    /// An answer to nothing that was asked here.
    UnknownTransaction,
}

impl PeerFault {
    /// Whether it may only have been under way while what it is about ended: a handle, a
    /// session, or a line that was given up.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::StaleLine | Self::UnknownHandle | Self::UnknownSession)
    }
}

/// Something worth a line in a log.
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
        fault: PeerFault,
        /// The session it named.
        session: Option<u64>,
        /// The handle it named.
        handle: Option<u64>,
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
    LateAnswer {
        /// The request.
        request: RequestId,
        /// What came.
        kind: Kind,
    },
    /// A graceful close came while there was no line: Janus ends these sessions when their
    /// time is out.
    LeftBehind {
        /// How many.
        sessions: usize,
    },
    /// Janus ends sessions with their line: a break of the line ends them.
    NoReclaim,
    /// A session, or a handle, could not be taken over to the new line.
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
    /// A handle's reader is slow; reading was held back, or events were dropped.
    SlowReader {
        /// The handle.
        handle: HandleKey,
        /// How many events were dropped just now.
        dropped: u64,
    },
    /// A session or handle was made for a request that had ended; it is being removed.
    Undone {
        /// The request.
        request: RequestId,
    },
}

impl Notice {
    /// Whether it is worth a warning; the others are for the curious.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        match self {
            Self::LateAnswer { .. } | Self::Undone { .. } => false,
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
                    PeerFault::UnknownHandle | PeerFault::UnknownSession => {
                        f.write_str("an event for what is not here (any more)")?;
                    }
                    PeerFault::StaleLine => f.write_str("a message of a line that was given up")?,
                    fault => write!(f, "the server broke the protocol: {fault:?}")?,
                }
                if let Some(session) = session {
                    write!(f, ", session {session}")?;
                }
                if let Some(handle) = handle {
                    write!(f, ", handle {handle}")?;
                }
                Ok(())
            }
            Self::KeepaliveRefused { session, error } => {
                write!(f, "session {session} can't be kept alive: {error}")
            }
            Self::KeepaliveTooLong { session, interval, session_timeout } => write!(
                f,
                "session {session} is kept alive every {interval:?}, but Janus ends it after {session_timeout:?}"
            ),
            Self::LateAnswer { request, kind } => {
                write!(f, "a late {} for transaction {}", kind.word(), request.get())
            }
            Self::LeftBehind { sessions } => {
                write!(f, "closed without a line; {sessions} sessions are left until Janus ends them")
            }
            Self::NoReclaim => f.write_str(
                "sessions die with the line on this server; \
                 to let them live on, set reclaim_session_timeout in janus.jcfg",
            ),
            Self::NotRecovered { session, handle: None, error } => {
                write!(f, "session {session} could not be taken over to the new line: {error}")
            }
            Self::NotRecovered { session, handle: Some(handle), error } => {
                write!(f, "handle {handle} of session {session} could not be attached again: {error}")
            }
            Self::PollRefused { session, error } => {
                write!(f, "session {session} can't be heard any more: {error}")
            }
            Self::SlowReader { dropped: 0, .. } => {
                f.write_str("a handle's events are not read fast enough; reading is held back")
            }
            Self::SlowReader { dropped, .. } => {
                write!(f, "a handle's events are not read fast enough; {dropped} were dropped")
            }
            Self::Undone { request } => {
                write!(f, "transaction {} made what nobody waits for; it is being removed", request.get())
            }
        }
    }
}

/// Why a connection is over.
#[derive(Clone, Debug, PartialEq)]
pub enum Disconnect {
    /// It was closed by this side.
    Closed,
    /// It never came about.
    Failed(Error),
    /// It broke, and could not be restored if that was wanted.
    Lost(Error),
}

/// The next thing to do.
#[must_use]
#[non_exhaustive]
#[allow(missing_debug_implementations, reason = "a request holds secrets")]
pub enum Output<In, Out> {
    /// Open a line to this address of the configuration.
    Open {
        /// The new line.
        line: Line,
        /// The address's place in the configuration.
        address: usize,
    },
    /// Close this line, or give up opening it.
    Close {
        /// The line.
        line: Line,
    },
    /// Ask the other end of this line for a sign of life (a WebSocket ping).
    Probe {
        /// The line.
        line: Line,
    },
    /// Put this request on the line.
    Transmit {
        /// The line.
        line: Line,
        /// Its name, for [`handle_refused`](super::Engine::handle_refused).
        request: RequestId,
        /// What goes on the wire.
        transmit: Transmit<Out>,
    },
    /// Read on, or stop reading for now.
    Reading {
        /// The line.
        line: Line,
        /// Whether to read.
        on: bool,
    },
    /// The connection is there.
    Connected {
        /// The address's place in the configuration.
        address: usize,
    },
    /// The line broke; a new one is being opened. Requests wait meanwhile.
    Reconnecting {
        /// Why it broke.
        error: Error,
    },
    /// A new line is there, and each session was taken over to it, made anew, or has ended.
    Resumed {
        /// How long it took.
        away: Duration,
        /// Whether sessions may have had events that nobody got: look again at what matters.
        events_may_be_lost: bool,
        /// The address's place in the configuration.
        address: usize,
    },
    /// The connection is over; nothing but [`Wait`](Self::Wait) follows.
    Disconnected(Disconnect),
    /// A request ended.
    Reply {
        /// The request.
        request: RequestId,
        /// How it ended.
        result: Result<Reply<In>>,
    },
    /// An event for open [`Judged`](Answer::Judged) or [`Untied`](Answer::Untied) requests: say
    /// which of them it ends, with [`settle`](super::Engine::settle), or that it ends none, with
    /// [`provisional`](super::Engine::provisional), before the next input, so that the handle's
    /// events keep their order.
    Offer {
        /// The requests: that of its transaction first, then by age.
        requests: Vec<RequestId>,
        /// Whether it has the transaction of the first one, whose refusal it may be.
        tied: bool,
        /// Its handle.
        handle: HandleKey,
        /// The event.
        message: In,
    },
    /// An event of a handle that takes them as they come.
    Event {
        /// The handle.
        handle: HandleKey,
        /// The event.
        event: Event<In>,
    },
    /// A handle whose reader waits has something to read, or one that nobody reads has ended.
    Readable {
        /// The handle.
        handle: HandleKey,
    },
    /// A session is there.
    SessionOpened {
        /// The session.
        session: SessionKey,
        /// Its id in Janus.
        id: SessionId,
    },
    /// A session lives on, on a new line or as a new one with another id.
    SessionResumed {
        /// The session.
        session: SessionKey,
        /// Its id in Janus.
        id: SessionId,
        /// Its id before.
        before: SessionId,
    },
    /// A session is gone, and all its handles were told.
    SessionEnded {
        /// The session.
        session: SessionKey,
        /// Its id in Janus.
        id: SessionId,
        /// Why.
        reason: EndReason,
    },
    /// Something for a log.
    Notice(Notice),
    /// Nothing more for now: call again with an input, a command, or at this time.
    Wait {
        /// When; never without it.
        until: Option<Time>,
        /// What for.
        reason: WaitReason,
    },
}
