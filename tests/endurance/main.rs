//! Faults of connections and of Janus, alone and mixed, while calls run; and short calls for a long time with random
//! outages. `cargo test` runs a selection; `make faults` and `make soak` run longer and print the results.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod callers;
mod faults;
mod memory;
mod outcomes;
mod soak;
mod stage;

#[path = "../simulation/rng.rs"]
#[allow(dead_code, reason = "the simulation uses more of it")]
mod rng;
#[path = "../support/mod.rs"]
mod support;

use std::env;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use needs_janus::needs_janus;
use rng::Rng;

#[needs_janus("processes that are suspended and killed")]
#[test]
fn each_fault_and_all_faults_mixed() {
    let full = env::var("FAULTS").is_ok_and(|which| which == "all");
    alone("faults", async move |rng| faults::run(full, rng).await);
}

#[needs_janus("processes that are suspended and killed")]
#[test]
fn short_calls_with_random_outages() {
    let seconds = env::var("SOAK_SECONDS").ok().map_or(20, |text| text.parse().expect("a number of seconds"));
    alone("soak", async move |rng| soak::run(Duration::from_secs(seconds), rng).await);
}

/// Runs one test at a time, as memory is measured for the whole process.
fn alone(name: &str, run: impl AsyncFnOnce(Rng)) {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let any = || u64::from(std::process::id());
    let seed = env::var("SEED").ok().map_or_else(any, |text| text.parse().expect("a seed is a number"));
    println!("{name} of Rust; again: make {name} SEED={seed}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(run(Rng::new(seed)));
}
