//! Whatever happens to it, in whatever order, the engine keeps its promises (see `model`).

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

/// Half of the runs begin with a connection, a session and a handle, so that they get anywhere.
const BEGINNING: [&str; 6] = ["connect", "opened", "create", "answer", "attach", "answer"];

fn op(name: &str) -> Op {
    let place = STEPS.iter().position(|(step, _)| *step == name).expect("a step");
    [u8::try_from(place).expect("few steps"), 0, 0]
}

#[test]
fn promises_are_kept() {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let seen = RefCell::new(Seen::new());
    let runs = (any::<bool>(), vec(any::<Op>(), 0..160));
    let result = runner.run(&runs, |(begun, random)| {
        let beginning = BEGINNING.iter().filter(|_| begun).map(|name| op(name));
        let ops: Vec<Op> = beginning.chain(random).collect();
        for (what, times) in model::run(&ops) {
            *seen.borrow_mut().entry(what).or_default() += times;
        }
        Ok(())
    });
    let seen = seen.into_inner();
    for (what, times) in &seen {
        println!("{times:>8} {what}");
    }
    if let Err(error) = result {
        panic!("{error}");
    }
    assert_reached(&seen);
}

/// A random test that no longer gets somewhere tests nothing there.
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
        "answered",
        "closed",
        "dropped",
        "event event",
        "event hangup",
        "failed",
        "fault EventWithoutHandle(Event)",
        "fault Malformed(NotJson)",
        "fault ReplyWithoutTransaction",
        "fault StaleTransport",
        "fault UnknownHandle",
        "UnknownKind",
        "fault UnknownSession",
        "fault UnknownTransaction",
        "handle made",
        "held back",
        "judged final",
        "judged provisional",
        "lost",
        "missed",
        "probe",
        "reads on",
        "reconnecting",
        "resumed",
        "session taken over",
        "session made anew",
        "handle attached again",
        "NotRecovered",
        "SessionsLeft",
        "NoReclaim",
        "session made",
        "AttemptFailed",
        "LateResponse",
        "CleanedUp",
    ];
    wanted.extend(others.iter().map(|what| ((*what).to_owned(), 20)));
    let missing: Vec<_> = wanted
        .into_iter()
        .map(|(what, least)| (seen.get(&what).copied().unwrap_or(0), what, least))
        .filter(|(times, _, least)| times < least)
        .collect();
    assert!(missing.is_empty(), "seen too rarely (times, what, least): {missing:#?}");
}
