//! The statistics of a connection.

use std::time::Duration;

use serde::Serialize;

use crate::error::ErrorCode;

macro_rules! stats {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// The statistics of one connection since it was created. Counters, unless they say otherwise.
        ///
        /// They serialize as an object with these names, which are JavaScript's, too.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
        #[non_exhaustive]
        pub struct Stats {
            $($(#[$doc])* pub $name: u64,)*
        }

        impl Stats {
            /// Returns each value with its name.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, u64)> {
                [$((stringify!($name), self.$name)),*].into_iter()
            }
        }
    };
}

// `codegen` writes this list to `shared.d.ts` of the npm package.
stats! {
    /// Requests that the application made. Each one has succeeded, was refused, timed out, was cancelled, was lost,
    /// has failed, or is in flight.
    requests;
    /// Requests that are pending (a gauge).
    in_flight;
    /// Sessions of this connection (a gauge).
    sessions;
    /// Handles that are attached or have unread events (a gauge).
    handles;
    /// Requests that were sent, keepalives and the engine's other requests among them.
    sent;
    /// Requests that ended with a successful response.
    succeeded;
    /// Requests that Janus or a plugin refused.
    refused;
    /// Requests without a response in time.
    timed_out;
    /// Requests that the application cancelled.
    cancelled;
    /// Requests that were sent again after an outage.
    repeated;
    /// Requests whose connection, session or handle ended before the response came.
    lost;
    /// Requests that were invalid or could not be sent, and those with an unusable response.
    failed;
    /// Outages that ended with a new transport connection.
    reconnects;
    /// Events of handles.
    events;
    /// Events that were dropped because they were not read fast enough.
    dropped;
    /// How often reading from the socket stopped because too many events were not read.
    reading_stops;
    /// Responses and events that came after their request, handle, session or transport connection had ended.
    late;
    /// Messages that violated the protocol.
    protocol_violations;
    /// Messages of a kind that this version does not know, as a newer Janus may send.
    unknown;
    /// Fields of responses and events that had an unexpected type and were kept as they came (in JavaScript: lists
    /// and objects).
    raw_fields;
    /// The median round trip from a request to its response, in microseconds, accurate to 12.5 % (a gauge).
    round_trip_p50_us;
    /// The 90th percentile of the round trips, in microseconds (a gauge).
    round_trip_p90_us;
    /// The 99th percentile of the round trips, in microseconds (a gauge).
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

    /// Adds the values that follow from others.
    pub(super) fn completed(mut self, round_trips: &RoundTrips) -> Self {
        let failed = self.refused + self.timed_out + self.cancelled + self.lost + self.failed;
        self.in_flight = self.requests - self.succeeded - failed;
        self.round_trip_p50_us = round_trips.percentile(50);
        self.round_trip_p90_us = round_trips.percentile(90);
        self.round_trip_p99_us = round_trips.percentile(99);
        self
    }
}

/// A histogram of round trips: eight steps for each doubling, up to an hour.
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

    /// The longest round trip of this percentage of the responses.
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
