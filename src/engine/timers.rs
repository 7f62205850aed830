//! All deadlines in one place, so that one leaves the engine.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::keys::{TransportId, RequestId, SessionKey};
use crate::time::Time;

/// What is due at a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Timer {
    /// An attempt to connect has had its time.
    Attempt(TransportId),
    /// Closing has had its time.
    Closing,
    /// Reading has been held back for long enough.
    Backpressure,
    /// The answers that were under way when the line broke have had their time.
    Grace,
    /// A session needs a sign of life.
    Keepalive(SessionKey),
    /// Notices that were held back are to be counted.
    Notices,
    /// The line has been silent.
    Liveness(TransportId),
    /// A request has had its time.
    Request(RequestId),
    /// The pause between two attempts is over.
    Retry,
}

/// Why the engine wants to be called at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitReason {
    /// To give up an attempt to connect.
    Attempt,
    /// To stop waiting for a graceful close.
    Closing,
    /// To read on, whatever the readers do.
    Backpressure,
    /// To end requests whose answers were lost with the line.
    Grace,
    /// Nothing is due.
    Idle,
    /// To keep a session alive.
    Keepalive,
    /// To look whether the line is alive.
    Liveness,
    /// To tell how many notices were held back.
    Notices,
    /// To end a request that got no answer.
    RequestTimeout,
    /// To try the next address.
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
            Self::Request(_) => WaitReason::RequestTimeout,
            Self::Retry => WaitReason::Retry,
        }
    }
}

/// A heap whose entries may be stale: whoever pops one asks whether it still holds.
///
/// Nearly all deadlines are later than all before, which a heap takes in
/// constant time; an answered request leaves its entry behind until it comes
/// up or [`prune`](Self::prune) clears it away.
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

    /// Clears stale entries away once they are the greater part.
    pub(super) fn prune(&mut self, live: usize, mut holds: impl FnMut(Time, Timer) -> bool) {
        if self.heap.len() > 2 * live + 64 {
            self.heap.retain(|Reverse((at, timer))| holds(*at, *timer));
        }
    }
}
