//! What goes into the engine with a command, and what comes out.

use std::time::Duration;

use super::end::{Disconnect, EndReason};
use super::keys::{HandleKey, TransportId, RequestId, SessionKey};
use super::notice::Notice;
use super::timers::WaitReason;
use crate::error::{Error, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{Kind, Transmit};

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

/// Whether a request may be sent twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Idempotency {
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
pub struct Capabilities {
    /// It takes [`Output::Probe`]; a silent line that doesn't is probed by a `ping` request.
    pub can_probe: bool,
    /// Sessions belong to the line: on a new one they must be claimed.
    pub claims: bool,
    /// It may hold a request back after it took it (HTTP sends the requests of a handle one by one): it
    /// [reports](super::Engine::handle_sent) each request that leaves, and takes [`Output::Cancel`].
    pub queues: bool,
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

/// The next thing to do.
#[must_use]
#[non_exhaustive]
#[allow(missing_debug_implementations, reason = "a request holds secrets")]
pub enum Output<In, Out> {
    /// Open a line to this address of the configuration.
    Open {
        /// The new line.
        line: TransportId,
        /// The address's place in the configuration.
        address: usize,
    },
    /// Close this line, or give up opening it.
    Close {
        /// The line.
        line: TransportId,
    },
    /// Ask the other end of this line for a sign of life (a WebSocket ping).
    Probe {
        /// The line.
        line: TransportId,
    },
    /// Put this request on the line.
    Transmit {
        /// The line.
        line: TransportId,
        /// Its name, for [`handle_refused`](super::Engine::handle_refused).
        request: RequestId,
        /// What goes on the wire.
        transmit: Transmit<Out>,
    },
    /// A request that the transport [holds back](Capabilities::queues), or whose response it waits for, has ended:
    /// drop it from the queue, or stop waiting. A request that has had its response is not known any more.
    Cancel {
        /// The line.
        line: TransportId,
        /// The request.
        request: RequestId,
    },
    /// Read on, or stop reading for now.
    Reading {
        /// The line.
        line: TransportId,
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
