//! What a connection has seen, in numbers.

use std::time::Duration;

use crate::error::ErrorCode;

macro_rules! stats {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// The figures of one connection since it was made.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Stats {
            $($(#[$doc])* pub $name: u64,)*
        }

        impl Stats {
            /// Each figure with its name.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, u64)> {
                [$((stringify!($name), self.$name)),*].into_iter()
            }
        }
    };
}

stats! {
    /// Requests made here; each is answered, refused, timed out, cancelled, lost, failed or in flight.
    requests;
    /// Requests that are open.
    in_flight;
    /// Requests put on the line, the engine's own among them.
    sent;
    /// Requests that ended with an answer.
    answered;
    /// Requests that Janus or a plugin refused.
    refused;
    /// Requests that got no answer in time.
    timed_out;
    /// Requests that the caller gave up.
    cancelled;
    /// Requests that were sent again on a new line.
    repeated;
    /// Requests whose line, session or handle ended before an answer came.
    lost;
    /// Requests that could not be made or sent, or whose answers were unusable.
    failed;
    /// Times that a broken line was replaced.
    reconnects;
    /// Events given to handles.
    events;
    /// Events dropped because a reader was too slow.
    dropped;
    /// Times that reading was held back for a slow reader.
    held_back;
    /// Answers and events that came after their request, handle, session or line had ended.
    late;
    /// Things that the server did wrong.
    faults;
    /// Messages of a kind that this version does not know, as a newer Janus may send.
    unknown;
    /// Fields of answers and events whose type this version does not expect; they were kept raw.
    raw_fields;
    /// How long half of the answers took at most, in microseconds, to an eighth; from sending on.
    round_trip_p50_us;
    /// The same of 90 %.
    round_trip_p90_us;
    /// The same of 99 %.
    round_trip_p99_us;
}

impl Stats {
    /// Counts a request that failed.
    pub(super) fn count(&mut self, code: ErrorCode) {
        *match code {
            ErrorCode::JanusRefused => &mut self.refused,
            ErrorCode::Timeout => &mut self.timed_out,
            ErrorCode::Cancelled => &mut self.cancelled,
            ErrorCode::ResponseLost
            | ErrorCode::ConnectionLost
            | ErrorCode::ConnectionClosed
            | ErrorCode::SessionGone
            | ErrorCode::HandleDetached => &mut self.lost,
            _ => &mut self.failed,
        } += 1;
    }

    /// The figures that follow from others.
    pub(super) fn completed(mut self, round_trips: &RoundTrips) -> Self {
        let failed = self.refused + self.timed_out + self.cancelled + self.lost + self.failed;
        self.in_flight = self.requests - self.answered - failed;
        self.round_trip_p50_us = round_trips.percentile(50);
        self.round_trip_p90_us = round_trips.percentile(90);
        self.round_trip_p99_us = round_trips.percentile(99);
        self
    }
}

/// How often answers took how long: eight steps for each doubling, up to an hour.
pub(super) struct RoundTrips {
    counts: [u32; Self::STEPS],
    total: u64,
}

impl RoundTrips {
    const STEPS: usize = 256;

    pub(super) const fn new() -> Self {
        Self { counts: [0; Self::STEPS], total: 0 }
    }

    pub(super) fn record(&mut self, span: Duration) {
        let micros = u64::try_from(span.as_micros()).unwrap_or(u64::MAX).max(8);
        let doublings = micros.ilog2();
        let step = (doublings as usize - 3) * 8 + (micros >> (doublings - 3)) as usize % 8;
        if let Some(count) = self.counts.get_mut(step.min(Self::STEPS - 1)) {
            *count = count.saturating_add(1);
            self.total += 1;
        }
    }

    /// The longest that this share of the answers took.
    fn percentile(&self, percent: u64) -> u64 {
        let mut left = (self.total * percent).div_ceil(100);
        for (step, count) in self.counts.iter().enumerate() {
            left = left.saturating_sub(u64::from(*count));
            if left == 0 && self.total > 0 {
                return (9 + step as u64 % 8) << (step / 8);
            }
        }
        0
    }
}
