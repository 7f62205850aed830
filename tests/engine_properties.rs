//! The engine's invariants hold for random inputs in random order (see `model`).

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, reason = "a test may panic")]

mod model;

use std::cell::RefCell;

use bifrons::error::ErrorCode;
use model::{Op, REASONS, STEPS, Seen};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

const CASES: u32 = 4000;

/// Half of the runs begin with a connection, a session and a handle, so that they reach every state.
const BEGINNING: [&str; 6] = ["connect", "opened", "create", "respond", "attach", "respond"];

fn op(name: &str) -> Op {
    let place = STEPS.iter().position(|(step, _)| *step == name).expect("a step");
    [u8::try_from(place).expect("few steps"), 0, 0]
}

#[test]
fn invariants_hold_for_random_inputs() {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let seen = RefCell::new(Seen::new());
    let runs = (any::<bool>(), vec(any::<Op>(), 0..160));
    let result = runner.run(&runs, |(begun, random)| {
        let beginning = BEGINNING.iter().filter(|_| begun).map(|name| op(name));
        let ops: Vec<Op> = beginning.chain(random).collect();
        for (name, times) in model::run(&ops) {
            *seen.borrow_mut().entry(name).or_default() += times;
        }
        Ok(())
    });
    let seen = seen.into_inner();
    for (name, times) in &seen {
        println!("{times:>8} {name}");
    }
    if let Err(error) = result {
        panic!("{error}");
    }
    assert_reached(&seen);
}

/// Checks that the random runs reached every step and output often enough.
fn assert_reached(seen: &Seen) {
    let mut wanted: Vec<(String, u64)> = Vec::new();
    wanted.extend(STEPS.iter().map(|(name, _)| (format!("step {name}"), 1000)));
    wanted.extend(REASONS.iter().map(|reason| (format!("handle {reason:?}"), 10)));
    let errors = [
        ErrorCode::ResponseLost,
        ErrorCode::BadResponse,
        ErrorCode::Cancelled,
        ErrorCode::ConnectionClosed,
        ErrorCode::ConnectionLost,
        ErrorCode::DuplicateTransaction,
        ErrorCode::HandleDetached,
        ErrorCode::InvalidArgument,
        ErrorCode::JanusRefused,
        ErrorCode::SessionGone,
        ErrorCode::Timeout,
        ErrorCode::TooManyRequests,
    ];
    wanted.extend(errors.iter().map(|code| (format!("error {}", code.as_str()), 20)));
    let others = [
        "succeeded",
        "closed",
        "dropped",
        "event event",
        "event hangup",
        "failed",
        "violation EventWithoutHandle(Event)",
        "violation Malformed(NotJson)",
        "violation ReplyWithoutTransaction",
        "violation StaleTransport",
        "violation UnknownHandle",
        "UnknownKind",
        "violation UnknownSession",
        "violation UnknownTransaction",
        "handle created",
        "reading stopped",
        "decided final",
        "decided provisional",
        "lost",
        "missed",
        "probe",
        "reading resumed",
        "reconnecting",
        "resumed",
        "session claimed",
        "session rebuilt",
        "handle rebuilt",
        "NotRecovered",
        "SessionsLeft",
        "NoReclaim",
        "session created",
        "AttemptFailed",
        "LateResponse",
        "CleanedUp",
    ];
    wanted.extend(others.iter().map(|name| ((*name).to_owned(), 20)));
    let missing: Vec<_> = wanted
        .into_iter()
        .map(|(name, least)| (seen.get(&name).copied().unwrap_or(0), name, least))
        .filter(|(times, _, least)| times < least)
        .collect();
    assert!(missing.is_empty(), "too rare (times, name, least): {missing:#?}");
}
