//! What the engine wants done, and what it reports.

use std::time::Duration;

use super::end::{Disconnect, EndReason};
use super::event::Event;
use super::keys::{HandleKey, RequestId, SessionKey, TransportId};
use super::notice::Notice;
use super::timers::WaitReason;
use crate::error::{Error, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::Transmit;

/// The next thing to do.
#[must_use]
#[non_exhaustive]
#[allow(missing_debug_implementations, reason = "a request holds secrets")]
pub enum Output<In, Out> {
    /// Open a transport to this address of the configuration.
    Open {
        /// The new transport.
        transport: TransportId,
        /// The address's place in the configuration.
        address: usize,
    },
    /// Close this transport, or give up opening it.
    Close {
        /// The transport.
        transport: TransportId,
    },
    /// Ask the other end of this transport for a sign of life (a WebSocket ping).
    Probe {
        /// The transport.
        transport: TransportId,
    },
    /// Put this request on the transport.
    Transmit {
        /// The transport.
        transport: TransportId,
        /// Its name, for [`handle_refused`](super::Engine::handle_refused).
        request: RequestId,
        /// What goes on the wire.
        transmit: Transmit<Out>,
    },
    /// A request that the transport [holds back](Capabilities::queues), or whose response it waits for, has ended:
    /// drop it from the queue, or stop waiting. A request that has had its response is not known any more.
    Cancel {
        /// The transport.
        transport: TransportId,
        /// The request.
        request: RequestId,
    },
    /// Read on, or stop reading for now.
    Reading {
        /// The transport.
        transport: TransportId,
        /// Whether to read.
        on: bool,
    },
    /// The connection is there.
    Connected {
        /// The address's place in the configuration.
        address: usize,
    },
    /// The transport broke; a new one is being opened. Requests wait meanwhile.
    Reconnecting {
        /// Why it broke.
        error: Error,
    },
    /// A new transport is there, and each session was taken over to it, made anew, or has ended.
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
    /// An event for open [`PluginDecides`](Completion::PluginDecides) or [`Uncorrelated`](Completion::Uncorrelated) requests: say
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
        /// Whether the handle has ended: no event follows those that it holds.
        ended: bool,
    },
    /// A handle was attached again, in its rebuilt session. [`Event::Rebuilt`] keeps its place among the handle's events.
    HandleRebuilt {
        /// The handle.
        handle: HandleKey,
        /// Its new id in Janus.
        id: HandleId,
    },
    /// A session is there.
    SessionOpened {
        /// The session.
        session: SessionKey,
        /// Its id in Janus.
        id: SessionId,
    },
    /// A session lives on, on a new transport or as a new one with another id.
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

/// A successful answer.
#[derive(Debug)]
pub struct Reply<In> {
    /// The message that ended the request. An ending (`destroy`, `detach`) has none when the engine
    /// learns in another way that the session or the handle is gone.
    pub message: Option<In>,
    /// What it made.
    pub created: Option<Created>,
}

/// What a request made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Created {
    /// `create` or `claim`.
    Session(SessionKey, SessionId),
    /// `attach` or `adopt`.
    Handle(HandleKey, HandleId),
}
