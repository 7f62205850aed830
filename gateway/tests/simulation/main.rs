//! Pages, a gateway, the mock Janus server, faulty networks and a host application in virtual time, by seed.
//!
//! Each message is checked when it is sent. In the end all requests and sessions must have ended.
//!
//!     SEED=7 cargo test -p bifrons-gateway --test simulation -- --nocapture    one run, printed step by step
//!     SEEDS=2000 cargo test -p bifrons-gateway --test simulation    any number of runs
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

mod actions;
mod arrivals;
mod bodies;
mod browser;
mod ending;
mod host;
mod http;
mod minima;
mod network;
mod occurrences;
mod received;
#[path = "../../../tests/simulation/rng.rs"]
mod rng;
mod rooms;
mod spy;
mod users;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use minima::AT_LEAST;
use world::World;

/// The number of occurrences in all runs.
pub(crate) type Counts = BTreeMap<String, u64>;

/// The runs without the variable `SEEDS`.
const SEEDS: u64 = 100;

#[test]
fn pages_get_what_is_theirs_and_nothing_else() {
    if let Ok(seed) = std::env::var("SEED") {
        let mut counts = Counts::new();
        World::new(seed.parse().expect("SEED is a number"), true).run(&mut counts);
        println!("{counts:#?}");
        return;
    }
    let seeds = std::env::var("SEEDS").map_or(SEEDS, |seeds| seeds.parse().expect("SEEDS is a number"));
    let mut counts = Counts::new();
    std::thread::scope(|scope| {
        let halves = [0, 1].map(|first| scope.spawn(move || run_all((first..seeds).step_by(2))));
        for half in halves {
            for (what, count) in half.join().expect("a seed fails") {
                *counts.entry(what).or_default() += count;
            }
        }
    });
    println!("{seeds} runs: {counts:#?}");
    for (what, hundredth) in AT_LEAST {
        let wanted = hundredth * seeds / 100;
        let count = counts.get(what).copied().unwrap_or_default();
        assert!(count >= wanted, "\"{what}\" happened {count} times in {seeds} runs; {wanted} are wanted");
    }
}

fn run_all(seeds: impl Iterator<Item = u64>) -> Counts {
    let mut counts = Counts::new();
    for seed in seeds {
        let run = catch_unwind(AssertUnwindSafe(|| World::new(seed, false).run(&mut counts)));
        assert!(
            run.is_ok(),
            "seed {seed} fails; again, step by step: \
             SEED={seed} cargo test -p bifrons-gateway --test simulation -- --nocapture"
        );
    }
    counts
}

#[test]
fn a_seed_repeats_its_run() {
    let run = |seed| World::new(seed, false).run(&mut Counts::new());
    for seed in 10..15 {
        assert_eq!(run(seed), run(seed), "seed {seed}");
    }
    assert_ne!(run(11), run(12));
}
