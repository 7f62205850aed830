//! Engines, the mock Janus server and a faulty network in virtual time, by seed.
//!
//! After every step the invariants are checked; in the end all requests and sessions must have ended.
//!
//!     SEED=7 cargo test --features testing --test simulation -- --nocapture    one run, printed step by step
//!     make simulate SEEDS=100000    any number of runs

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "this is a test")]

mod client;
mod rng;
// The HTTP core of the drivers.
#[allow(dead_code, reason = "nothing is polled here")]
#[path = "../../src/transport/http_core.rs"]
mod http;
mod links;
mod network;
mod reader;
mod transport;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

// The imports of the HTTP core.
use bifrons::{engine, error, id, time};
use world::World;

/// The number of occurrences in all runs.
pub(crate) type Counts = BTreeMap<String, u64>;

/// What must have happened in every thousand runs, so that the runs test it.
const AT_LEAST: [(&str, u64); 66] = [
    ("fault: connections lost", 1000),
    ("fault: half-open", 500),
    ("fault: lost for the server only", 500),
    ("fault: connections refused", 500),
    ("fault: slow", 500),
    ("fault: the process is suspended", 200),
    ("fault: restart", 200),
    ("fault: sessions forgotten", 200),
    ("fault: handles forgotten", 200),
    ("fault: sessions expire", 200),
    ("fault: messages lost", 200),
    ("fault: invalid JSON", 200),
    ("fault: silence", 200),
    ("fault: delay", 200),
    ("fault: a slow reader", 200),
    ("fault: a full transport connection", 200),
    ("fault: plugins stall", 200),
    ("fault: a queue without room", 200),
    ("fault: acks and events change places", 200),
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
    ("engine: handle ended Overflow", 50),
    ("engine: handle rebuilt", 100),
    ("engine: session prepared", 50),
    ("engine: gave up", 100),
    ("engine: probe", 50),
    ("engine: early event", 500),
    ("fault: an event flood", 500),
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
    ("reader: event held until the handle was read", 1000),
    ("reader: events missed", 1000),
    ("request: repeated", 500),
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
fn no_request_is_lost_silently_during_faults() {
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
            "seed {seed} fails; again, step by step: \
             SEED={seed} cargo test --features testing --test simulation -- --nocapture"
        );
    }
    println!("{seeds} runs: {counts:#?}");
    for (what, thousandth) in AT_LEAST {
        let wanted = thousandth * seeds / 1000;
        let count = counts.get(what).copied().unwrap_or_default();
        assert!(count >= wanted, "\"{what}\" happened {count} times in {seeds} runs; {wanted} are wanted");
    }
}

#[test]
fn a_seed_repeats_its_run() {
    let run = |seed| {
        let mut counts = Counts::new();
        World::new(seed, false).run(&mut counts);
        counts
    };
    assert_eq!(run(11), run(11));
    assert_ne!(run(11), run(12));
}
