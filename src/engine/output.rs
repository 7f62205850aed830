//! What the engine wants done, and what it reports.

use std::time::Duration;

use super::end_reason::{Disconnect, EndReason};
use super::event::Event;
use super::keys::{HandleKey, RebuildKey, RequestId, SessionKey, TransportId};
use super::notice::Notice;
use super::timers::WaitReason;
use crate::error::{Error, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::Transmit;

/// What the engine wants done next, or reports.
#[must_use]
#[non_exhaustive]
#[allow(missing_debug_implementations, reason = "a request holds secrets")]
pub enum Output<In, Out> {
    /// Open a transport connection to this address of the configuration.
    Open {
        /// The new transport connection.
        transport: TransportId,
        /// The index of the address in the configuration.
        address: usize,
    },
    /// Close this transport connection, or stop opening it.
    Close {
        /// The transport connection.
        transport: TransportId,
    },
    /// Probe the server (with a WebSocket ping).
    Probe {
        /// The transport connection.
        transport: TransportId,
    },
    /// Send this request.
    Transmit {
        /// The transport connection.
        transport: TransportId,
        /// The id of the request.
        request: RequestId,
        /// The message to send.
        transmit: Transmit<Out>,
    },
    /// A request has ended that the transport has [queued](super::Capabilities::queues), or whose response it awaits:
    /// remove it from the queue, or stop waiting. A request that has had its response needs nothing.
    Cancel {
        /// The transport connection.
        transport: TransportId,
        /// The id of the request.
        request: RequestId,
    },
    /// Read from the socket, or stop reading for now.
    Reading {
        /// The transport connection.
        transport: TransportId,
        /// Whether to read.
        on: bool,
    },
    /// The connection is open.
    Connected {
        /// The index of the address in the configuration.
        address: usize,
    },
    /// The transport connection is lost, and a new one is being opened. Requests wait meanwhile.
    Reconnecting {
        /// Why it was lost.
        error: Error,
    },
    /// A new transport connection is open, and each session was restored, was rebuilt and prepared, or has ended.
    Resumed {
        /// How long the outage took.
        outage: Duration,
        /// What became of the sessions.
        sessions: ResumedSessions,
        /// The index of the address in the configuration.
        address: usize,
    },
    /// The connection is over; nothing but [`Wait`](Self::Wait) follows.
    Disconnected(Disconnect),
    /// A request has ended.
    Reply {
        /// The id of the request.
        request: RequestId,
        /// Its response, or the error.
        result: Result<Reply<In>>,
    },
    /// An event that may end a pending [`PluginDecides`](super::Completion::PluginDecides) or
    /// [`Uncorrelated`](super::Completion::Uncorrelated) request. Call [`settle`](super::Engine::settle) with the
    /// request that it ends, or [`provisional`](super::Engine::provisional) if it ends none, before the next input,
    /// so that the events of the handle keep their order.
    Offer {
        /// The requests: first the one with the event's transaction, then the others by age.
        requests: Vec<RequestId>,
        /// Whether the event has the transaction of the first request, and so may be its refusal.
        correlated: bool,
        /// The key of the handle.
        handle: HandleKey,
        /// The event and its message.
        message: In,
    },
    /// An event of a handle whose events [flow](super::Engine::flow).
    Event {
        /// The key of the handle.
        handle: HandleKey,
        /// The event and its message.
        event: Event<In>,
    },
    /// A handle whose reader waits has an event, or a handle without a reader has ended.
    Readable {
        /// The key of the handle.
        handle: HandleKey,
        /// Whether the handle has ended: no event follows its unread ones.
        ended: bool,
    },
    /// A handle was attached again in its rebuilt session. [`Event::Rebuilt`] keeps its place among the handle's events.
    HandleRebuilt {
        /// The key of the handle.
        handle: HandleKey,
        /// The handle's new id in Janus.
        id: HandleId,
    },
    /// The gateway reports that the token of a session's user expires soon: see
    /// [`set_token`](super::Engine::set_token).
    TokenExpiring {
        /// The session's id.
        session: SessionId,
        /// The message, with `expires_in_s`.
        message: In,
    },
    /// A session was created or claimed.
    SessionOpened {
        /// The key of the session.
        session: SessionKey,
        /// The session's id in Janus.
        id: SessionId,
    },
    /// A session was restored on a new transport connection, or rebuilt with another id.
    SessionResumed {
        /// The key of the session.
        session: SessionKey,
        /// The session's id in Janus.
        id: SessionId,
        /// The session's id before.
        before: SessionId,
        /// Set if it was rebuilt, as Janus had lost it: for [`attach_again`](super::Engine::attach_again).
        rebuilt: Option<RebuildKey>,
    },
    /// A session has ended; all its handles have ended before.
    SessionEnded {
        /// The key of the session.
        session: SessionKey,
        /// The session's id in Janus.
        id: SessionId,
        /// Why it ended.
        reason: EndReason,
    },
    /// A message for the log.
    Notice(Notice),
    /// There is nothing to do: call the engine with an input, with a command, or at this time.
    Wait {
        /// The next deadline; `None` if there is none.
        until: Option<Time>,
        /// What is due then.
        reason: WaitReason,
    },
}

/// What became of the sessions that a connection had when an outage began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResumedSessions {
    /// Those that Janus kept, by their ids. It kept no events of theirs.
    pub kept: Vec<SessionId>,
    /// Those that Janus had lost and that were created again: the id before, and the id now.
    pub rebuilt: Vec<(SessionId, SessionId)>,
    /// Those that ended, by their ids.
    pub ended: Vec<SessionId>,
}

impl ResumedSessions {
    /// Whether events can have been lost: Janus keeps none of a session during an outage. False only if there was no
    /// session.
    #[must_use]
    pub fn events_may_be_lost(&self) -> bool {
        !(self.kept.is_empty() && self.rebuilt.is_empty() && self.ended.is_empty())
    }
}

/// A successful response.
#[derive(Debug)]
pub struct Reply<In> {
    /// The message that ended the request. A teardown (`destroy`, `detach`) has none if the engine learned from
    /// another message that the session or the handle has ended.
    pub message: Option<In>,
    /// What the request created.
    pub created: Option<Created>,
}

/// What a request created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Created {
    /// A session, by `create` or `claim`.
    Session(SessionKey, SessionId),
    /// A handle, by `attach` or `adopt`.
    Handle(HandleKey, HandleId),
}
