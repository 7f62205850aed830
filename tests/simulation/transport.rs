//! The transport between an engine and the network: a WebSocket, a queue as Unix sockets have it, or HTTP's core.

use std::collections::VecDeque;

use bifrons::engine::{Capabilities, RequestId};
use bifrons::error::{Error, ErrorCode};
use bifrons::id::{HandleId, SessionId};
use bifrons::time::Time;

use super::http::{Action, Exchange, Failure, FailureKind, HttpCore};
use super::rng::Rng;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A WebSocket: requests leave at once.
    WebSocket,
    /// Requests leave one by one, while the other end has room.
    Queue,
    /// One request of a handle, or of a session, at a time.
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

/// A request as the engine hands it over.
#[derive(Debug)]
pub(crate) struct QueuedRequest {
    pub(crate) request: RequestId,
    pub(crate) session: Option<SessionId>,
    pub(crate) handle: Option<HandleId>,
    pub(crate) text: String,
    /// Whether the request must not be sent a second time.
    pub(crate) once: bool,
}

/// An action of a transport.
pub(crate) enum Act {
    /// A request leaves.
    Leave(QueuedRequest),
    Fail {
        request: RequestId,
        sent: bool,
        error: Error,
    },
    Close(Error),
}

#[derive(Debug)]
enum Held {
    Nothing(VecDeque<QueuedRequest>),
    Queue { waiting: VecDeque<QueuedRequest>, room_at: Time },
    Http(Box<HttpCore<QueuedRequest>>),
}

/// The requests of one transport connection.
#[derive(Debug)]
pub(crate) struct Transport(Held);

impl Transport {
    pub(crate) fn new(kind: Kind) -> Self {
        Self(match kind {
            Kind::WebSocket => Held::Nothing(VecDeque::new()),
            Kind::Queue => Held::Queue { waiting: VecDeque::new(), room_at: Time::ZERO },
            Kind::Http => Held::Http(Box::new(HttpCore::new())),
        })
    }

    pub(crate) fn send(&mut self, now: Time, queued: QueuedRequest) {
        match &mut self.0 {
            Held::Nothing(waiting) | Held::Queue { waiting, .. } => waiting.push_back(queued),
            Held::Http(core) => core.send(now, queued.request, queued.session, queued.handle, queued),
        }
    }

    pub(crate) fn cancel(&mut self, now: Time, request: RequestId) {
        match &mut self.0 {
            Held::Nothing(_) => unreachable!("a WebSocket has no queue"),
            Held::Queue { waiting, .. } => waiting.retain(|queued| queued.request != request),
            Held::Http(core) => core.cancel(now, request),
        }
    }

    /// A queue's other end has no room until then.
    pub(crate) fn block(&mut self, until: Time) {
        if let Held::Queue { room_at, .. } = &mut self.0 {
            *room_at = (*room_at).max(until);
        }
    }

    /// The faults stop: there is room.
    pub(crate) fn clear(&mut self, now: Time) {
        if let Held::Queue { room_at, .. } = &mut self.0 {
            *room_at = (*room_at).min(now);
        }
    }

    /// When there is room again for what waits.
    pub(crate) fn due(&self) -> Option<Time> {
        match &self.0 {
            Held::Queue { waiting, room_at } if !waiting.is_empty() => Some(*room_at),
            _ => None,
        }
    }

    /// The request's exchange ended: by a response, or at its limit. Returns whether the exchange was pending.
    pub(crate) fn ended(&mut self, now: Time, request: RequestId, in_time: bool) -> bool {
        let Held::Http(core) = &mut self.0 else { return false };
        let late = || Failure::new(FailureKind::TimedOut, Error::new(ErrorCode::ResponseLost, "no response"));
        core.on_post(now, request, if in_time { Ok(()) } else { Err(late()) })
    }

    /// Whether its requests have a limit of their own.
    pub(crate) fn has_limit(&self) -> bool {
        matches!(self.0, Held::Http(_))
    }

    pub(crate) fn next_act(&mut self, now: Time, rng: &mut Rng) -> Option<Act> {
        match &mut self.0 {
            Held::Nothing(waiting) => waiting.pop_front().map(Act::Leave),
            Held::Queue { waiting, room_at } => {
                if *room_at > now {
                    return None;
                }
                let queued = waiting.pop_front()?;
                if rng.one_in(3) {
                    *room_at = now + rng.span(1, 60);
                }
                Some(Act::Leave(queued))
            }
            Held::Http(core) => loop {
                return Some(match core.poll_action()? {
                    Action::Post { body, .. } => Act::Leave(body),
                    Action::Fail { request, sent, error } => Act::Fail { request, sent, error },
                    Action::Close { error } => Act::Close(error),
                    // Janus does not learn of the abort, and carries the request out.
                    Action::Abort(Exchange::Post(_)) => continue,
                    action => unreachable!("nothing is polled here: {action:?}"),
                });
            },
        }
    }
}
