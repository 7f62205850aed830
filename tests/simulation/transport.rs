//! The layer between an engine and the network: none, a queue as for Unix sockets, or the core of the HTTP transport.

use std::collections::VecDeque;

use bifrons::engine::{Capabilities, RequestId};
use bifrons::error::{Error, ErrorCode};
use bifrons::id::{HandleId, SessionId};
use bifrons::time::Time;

use super::http::{Action, Exchange, Failure, FailureKind, HttpCore};
use super::rng::Rng;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A WebSocket sends every request at once.
    WebSocket,
    /// A queue sends requests one by one while its other end has room.
    Queue,
    /// HTTP sends one request of a handle or session at a time.
    Http,
}

impl Kind {
    pub(crate) fn any(rng: &mut Rng) -> Self {
        *rng.pick(&[Self::WebSocket, Self::WebSocket, Self::Queue, Self::Http]).expect("four")
    }

    pub(crate) fn traits(self, can_probe: bool) -> Capabilities {
        let queues = self != Self::WebSocket;
        Capabilities { can_probe: can_probe && !queues, claims: true, queues }
    }
}

/// A request from the engine.
#[derive(Debug)]
pub(crate) struct Parcel {
    pub(crate) request: RequestId,
    pub(crate) session: Option<SessionId>,
    pub(crate) handle: Option<HandleId>,
    pub(crate) text: String,
    /// Whether the request is not idempotent.
    pub(crate) once: bool,
}

/// An action of a transport connection.
pub(crate) enum Act {
    /// Sends a request.
    Send(Parcel),
    Fail {
        request: RequestId,
        sent: bool,
        error: Error,
    },
    Close(Error),
}

#[derive(Debug)]
enum Layer {
    Direct(VecDeque<Parcel>),
    Queue { waiting: VecDeque<Parcel>, room_at: Time },
    Http(Box<HttpCore<Parcel>>),
}

/// The requests of one transport connection.
#[derive(Debug)]
pub(crate) struct Transport(Layer);

impl Transport {
    pub(crate) fn new(kind: Kind) -> Self {
        Self(match kind {
            Kind::WebSocket => Layer::Direct(VecDeque::new()),
            Kind::Queue => Layer::Queue { waiting: VecDeque::new(), room_at: Time::ZERO },
            Kind::Http => Layer::Http(Box::new(HttpCore::new())),
        })
    }

    pub(crate) fn send(&mut self, now: Time, parcel: Parcel) {
        match &mut self.0 {
            Layer::Direct(waiting) | Layer::Queue { waiting, .. } => waiting.push_back(parcel),
            Layer::Http(core) => core.send(now, parcel.request, parcel.session, parcel.handle, parcel),
        }
    }

    pub(crate) fn cancel(&mut self, now: Time, request: RequestId) {
        match &mut self.0 {
            Layer::Direct(_) => unreachable!("a WebSocket has no queue"),
            Layer::Queue { waiting, .. } => waiting.retain(|parcel| parcel.request != request),
            Layer::Http(core) => core.cancel(now, request),
        }
    }

    /// The other end of the queue has no room until then.
    pub(crate) fn block(&mut self, until: Time) {
        if let Layer::Queue { room_at, .. } = &mut self.0 {
            *room_at = (*room_at).max(until);
        }
    }

    /// Ends the fault: the other end has room.
    pub(crate) fn clear(&mut self, now: Time) {
        if let Layer::Queue { room_at, .. } = &mut self.0 {
            *room_at = (*room_at).min(now);
        }
    }

    /// When there is room for the waiting requests.
    pub(crate) fn due(&self) -> Option<Time> {
        match &self.0 {
            Layer::Queue { waiting, room_at } if !waiting.is_empty() => Some(*room_at),
            _ => None,
        }
    }

    /// Ends the request's exchange with a response or at its limit; returns whether the request was pending.
    pub(crate) fn ended(&mut self, now: Time, request: RequestId, in_time: bool) -> bool {
        let Layer::Http(core) = &mut self.0 else { return false };
        let late = || Failure::new(FailureKind::TimedOut, Error::new(ErrorCode::ResponseLost, "no response"));
        core.on_post(now, request, if in_time { Ok(()) } else { Err(late()) })
    }

    /// Whether the transport limits the time of each request.
    pub(crate) fn has_limit(&self) -> bool {
        matches!(self.0, Layer::Http(_))
    }

    pub(crate) fn next_act(&mut self, now: Time, rng: &mut Rng) -> Option<Act> {
        match &mut self.0 {
            Layer::Direct(waiting) => waiting.pop_front().map(Act::Send),
            Layer::Queue { waiting, room_at } => {
                if *room_at > now {
                    return None;
                }
                let parcel = waiting.pop_front()?;
                if rng.one_in(3) {
                    *room_at = now + rng.span(1, 60);
                }
                Some(Act::Send(parcel))
            }
            Layer::Http(core) => loop {
                return Some(match core.poll_action()? {
                    Action::Post { body, .. } => Act::Send(body),
                    Action::Fail { request, sent, error } => Act::Fail { request, sent, error },
                    Action::Close { error } => Act::Close(error),
                    // Janus does not notice the abort, and carries the request out.
                    Action::Abort(Exchange::Post(_)) => continue,
                    action => unreachable!("the simulation polls no sessions: {action:?}"),
                });
            },
        }
    }
}
