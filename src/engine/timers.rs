//! All deadlines in one place, so that one leaves the engine.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::keys::{RequestId, SessionKey, TransportId};
use crate::time::Time;

/// What is due at a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Timer {
    /// An attempt to connect took too long.
    Attempt(TransportId),
    /// A graceful close took too long.
    Closing,
    /// Reading was stopped long enough.
    Backpressure,
    /// Responses that were lost in an outage did not come in time.
    Grace,
    /// A session needs a keepalive.
    Keepalive(SessionKey),
    /// The number of suppressed notices is to be reported.
    Notices,
    /// The transport connection was silent.
    Liveness(TransportId),
    /// The application did not prepare a rebuilt session in time.
    Preparation(SessionKey),
    /// A request timed out.
    Request(RequestId),
    /// The pause between two attempts is over.
    Retry,
}

/// What is due at the deadline of [`Output::Wait`](super::Output::Wait).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitReason {
    /// An attempt to connect takes too long.
    Attempt,
    /// A graceful close takes too long.
    Closing,
    /// Reading goes on, though too many events are unread.
    Backpressure,
    /// Requests whose responses were lost in an outage end.
    Grace,
    /// Nothing is due.
    Idle,
    /// A session needs a keepalive.
    Keepalive,
    /// The server is to be probed, or did not respond to the probe.
    Liveness,
    /// The number of suppressed notices is reported.
    Notices,
    /// A rebuilt session that the application has not prepared ends.
    Preparation,
    /// A request times out.
    RequestTimeout,
    /// The next attempt to connect begins.
    Retry,
}

impl Timer {
    pub(super) const fn reason(self) -> WaitReason {
        match self {
            Self::Attempt(_) => WaitReason::Attempt,
            Self::Closing => WaitReason::Closing,
            Self::Backpressure => WaitReason::Backpressure,
            Self::Grace => WaitReason::Grace,
            Self::Keepalive(_) => WaitReason::Keepalive,
            Self::Liveness(_) => WaitReason::Liveness,
            Self::Notices => WaitReason::Notices,
            Self::Preparation(_) => WaitReason::Preparation,
            Self::Request(_) => WaitReason::RequestTimeout,
            Self::Retry => WaitReason::Retry,
        }
    }
}

/// A heap whose entries may be stale: the engine checks an entry before it acts on it.
///
/// Nearly all deadlines are later than all before, which a heap takes in
/// constant time. A request that has ended leaves its entry behind until the deadline comes
/// or [`prune`](Self::prune) removes it.
#[derive(Debug, Default)]
pub(super) struct Timers {
    heap: BinaryHeap<Reverse<(Time, Timer)>>,
}

impl Timers {
    pub(super) fn set(&mut self, at: Time, timer: Timer) {
        self.heap.push(Reverse((at, timer)));
    }

    pub(super) fn len(&self) -> usize {
        self.heap.len()
    }

    pub(super) fn next(&self) -> Option<(Time, Timer)> {
        self.heap.peek().map(|Reverse(entry)| *entry)
    }

    pub(super) fn pop(&mut self) {
        self.heap.pop();
    }

    /// Removes stale entries once they are the greater part.
    pub(super) fn prune(&mut self, live: usize, mut holds: impl FnMut(Time, Timer) -> bool) {
        if self.heap.len() > 2 * live + 64 {
            self.heap.retain(|Reverse((at, timer))| holds(*at, *timer));
        }
    }
}
