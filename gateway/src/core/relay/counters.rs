//! What the gateway counts, for metrics.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Duration;

use super::CloseCode;
use crate::core::refusal::Refusal;

/// What the gateway has counted since it was made.
#[derive(Clone, Debug, Default)]
pub struct Counters {
    /// Requests of pages, by their kind and what became of them.
    pub requests: HashMap<RequestKind, u64>,
    /// Refused tokens, by the reason.
    pub refused_tokens: HashMap<&'static str, u64>,
    /// The connections of pages that were opened.
    pub pages_opened: u64,
    /// The connections of pages that the gateway has closed, by the reason.
    pub pages_closed: HashMap<&'static str, u64>,
    /// The sessions that were created.
    pub sessions_created: u64,
    /// The sessions that were taken over from another replica.
    pub sessions_taken_over: u64,
    /// The events of plugins that went to pages, by the plugin.
    pub events: HashMap<&'static str, u64>,
    /// The decisions of the host application that came too late, or twice.
    pub late_verdicts: u64,
    /// The requests that were refused because the host application failed to decide, or did not decide in time.
    pub failed_verdicts: u64,
    /// The events whose page was away.
    pub lost_events: u64,
    /// The events that were dropped, as their page reads too slowly.
    pub dropped_events: u64,
    /// The times from a request to the response of Janus.
    pub response_times: Histogram,
}

/// A kind of requests, and the decision about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestKind {
    /// The verb (`janus`), or `other`.
    pub verb: &'static str,
    /// The plugin of a message; empty for all others.
    pub plugin: &'static str,
    /// The request of a message, by its name in Janus; empty for all others, `other` if the gateway does not know it.
    pub request: &'static str,
    /// `allowed`, or the cause of the refusal.
    pub decision: &'static str,
}

impl Counters {
    pub(super) fn count_request(&mut self, kind: RequestKind) {
        *self.requests.entry(kind).or_default() += 1;
    }

    /// Returns the reason without what is special to this token.
    pub(super) fn count_refused_token(&mut self, refusal: &Refusal) -> &'static str {
        let reason = match refusal.reason {
            Cow::Borrowed(text) => text,
            // One with a number in it.
            Cow::Owned(_) => refusal.cause.name(),
        };
        *self.refused_tokens.entry(reason).or_default() += 1;
        reason
    }

    pub(super) fn count_closed_page(&mut self, code: CloseCode) {
        *self.pages_closed.entry(code.reason()).or_default() += 1;
    }

    pub(super) fn count_event(&mut self, plugin: &'static str) {
        *self.events.entry(plugin).or_default() += 1;
    }
}

/// How many times were how long.
#[derive(Clone, Copy, Debug, Default)]
pub struct Histogram {
    /// How many were at most as long as the bound of this index in [`BOUNDS`](Self::BOUNDS), and longer than the one before.
    pub counts: [u64; Self::BOUNDS.len()],
    /// How many there are, with those that are longer than each bound.
    pub count: u64,
    /// All of them together.
    pub sum: Duration,
}

impl Histogram {
    /// The bounds, in milliseconds.
    pub const BOUNDS: [u64; 10] = [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000];

    pub(super) fn add(&mut self, time: Duration) {
        self.count += 1;
        self.sum += time;
        if let Some(at) = Self::BOUNDS.iter().position(|bound| time <= Duration::from_millis(*bound)) {
            self.counts[at] += 1;
        }
    }
}

/// The verb as a label: what pages invent is `other`.
pub(super) fn known_verb(verb: &str) -> &'static str {
    const KNOWN: [&str; 11] = [
        "attach",
        "claim",
        "create",
        "destroy",
        "detach",
        "hangup",
        "info",
        "keepalive",
        "message",
        "ping",
        "trickle",
    ];
    KNOWN.iter().find(|known| **known == verb).copied().unwrap_or("other")
}
