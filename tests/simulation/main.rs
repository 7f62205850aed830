//! Engines, the mock Janus server and a faulty network in virtual time, by seed.
//!
//! The invariants are checked after every step. At the end, no request, session or handle is left.
//!
//!     SEED=7 cargo test --features testing --test simulation -- --nocapture    one run, printed step by step
//!     make simulate SEEDS=100000    this number of runs

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "this is a test")]

mod client;
mod rng;
// The core of the HTTP transport, as the drivers use it.
#[allow(dead_code, reason = "the simulation polls no sessions")]
#[path = "../../src/transport/http.rs"]
mod http;
mod network;
mod transport;
mod wires;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

// The paths that the core of the HTTP transport uses.
use bifrons::{engine, error, id, time};
use world::World;

/// How often each event occurred in all runs.
pub(crate) type Counts = BTreeMap<String, u64>;

/// How often each event occurs at least in a thousand runs; otherwise the runs prove nothing.
const AT_LEAST: [(&str, u64); 61] = [
    ("fault: connections lost", 1000),
    ("fault: half-open", 500),
    ("fault: only the server notices", 500),
    ("fault: connections refused", 500),
    ("fault: slow", 500),
    ("fault: process suspended", 200),
    ("fault: restart", 200),
    ("fault: sessions forgotten", 200),
    ("fault: handles forgotten", 200),
    ("fault: sessions expire", 200),
    ("fault: messages lost", 200),
    ("fault: malformed message", 200),
    ("fault: silence", 200),
    ("fault: delay", 200),
    ("fault: the server stops reading", 200),
    ("fault: transport full", 200),
    ("fault: plugins stall", 200),
    ("fault: queue full", 200),
    ("fault: acks and events swapped", 200),
    ("engine: reconnecting", 2000),
    ("engine: resumed", 1500),
    ("engine: session resumed", 1000),
    ("engine: session ended LostInOutage", 200),
    ("engine: session ended TimedOut", 20),
    ("engine: session ended Destroyed", 500),
    ("engine: session ended NotFound", 200),
    ("engine: session ended Unresponsive", 50),
    ("engine: session ended ConnectionClosed", 1000),
    ("engine: session ended ConnectionLost", 200),
    ("engine: handle ended LostInOutage", 200),
    ("engine: handle ended Detached", 500),
    ("engine: handle ended NotFound", 500),
    ("engine: handle ended ByServer", 20),
    ("engine: handle ended TimedOut", 200),
    ("engine: handle ended Unresponsive", 20),
    ("engine: handle ended ConnectionLost", 200),
    ("engine: handle rebuilt", 100),
    ("engine: attempts ended", 100),
    ("engine: probe", 50),
    ("engine: early event", 500),
    ("fault: threads", 100),
    ("reply: succeeded", 10_000),
    ("reply: ResponseLost", 200),
    ("reply: Cancelled", 200),
    ("reply: JanusRefused", 200),
    ("reply: SessionGone", 50),
    ("reply: HandleDetached", 50),
    ("reply: Timeout", 50),
    ("reply: ConnectionLost", 200),
    ("reply: TooManyRequests", 50),
    ("request: sent again", 500),
    ("queue: cancelled, unsent", 500),
    ("queue: timed out, unsent", 500),
    ("queue: lost, unsent", 1000),
    ("http: no response within the limit", 60),
    ("http: closed without responses", 20),
    ("notice: LateResponse", 50),
    ("notice: ProtocolViolation", 200),
    ("notice: AttemptFailed", 200),
    ("notice: NoReclaim", 200),
    ("notice: CleanedUp", 200),
];

#[test]
fn every_request_has_an_outcome_under_random_faults() {
    if let Ok(seed) = std::env::var("SEED") {
        let mut counts = Counts::new();
        World::new(seed.parse().expect("SEED is a number"), true).run(&mut counts);
        println!("{counts:#?}");
        return;
    }
    let seeds = std::env::var("SEEDS").map_or(2000, |seeds| seeds.parse().expect("SEEDS is a number"));
    let mut counts = Counts::new();
    for seed in 0..seeds {
        let run = catch_unwind(AssertUnwindSafe(|| World::new(seed, false).run(&mut counts)));
        assert!(
            run.is_ok(),
            "seed {seed} fails; to print its steps: \
             SEED={seed} cargo test --features testing --test simulation -- --nocapture"
        );
    }
    println!("{seeds} runs: {counts:#?}");
    for (event, thousandth) in AT_LEAST {
        let wanted = thousandth * seeds / 1000;
        let count = counts.get(event).copied().unwrap_or_default();
        assert!(
            count >= wanted,
            "\"{event}\" occurred {count} times in {seeds} runs; at least {wanted} are expected"
        );
    }
}

#[test]
fn a_seed_gives_the_same_run_again() {
    let run = |seed| {
        let mut counts = Counts::new();
        World::new(seed, false).run(&mut counts);
        counts
    };
    assert_eq!(run(11), run(11));
    assert_ne!(run(11), run(12));
}
