//! Random inputs that a server or a caller chooses: the core of the HTTP transport, URLs and configurations.
//!
//! `PROPTEST_CASES=1000000 cargo test --test hostile_inputs` runs longer; `make fuzz` uses the fuzzer.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "this is a test")]

#[path = "support/configs.rs"]
mod configs;
#[path = "support/http_core.rs"]
mod http_core;

// The paths that the core of the HTTP transport uses.
use bifrons::{engine, error, id, time};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Runs cases with a fixed seed; PROPTEST_CASES changes their number.
fn run<S: Strategy>(cases: u32, inputs: &S, test: impl Fn(S::Value)) {
    let cases = std::env::var("PROPTEST_CASES").map_or(cases, |cases| cases.parse().expect("a number"));
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let result = TestRunner::new_with_rng(config, seed).run(inputs, |input| {
        test(input);
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn http_gives_each_request_one_outcome() {
    run(1500, &vec(any::<[u8; 3]>(), 0..800), |steps| http_core::http_core(&steps));
}

#[test]
fn a_configuration_is_refused_or_works() {
    let piece = prop_oneof![
        "(ws|wss|http|https|ws\\+unix|file|unix|)(://|:|//|)",
        "([a-z:%]{0,4}@)?(127\\.0\\.0\\.1|\\[::1\\]|)(:[0-9]{0,6})?[/?#a%@]{0,6}",
        "\\PC{0,12}",
    ];
    let url = vec(piece, 0..4).prop_map(|pieces| pieces.concat().into_bytes());
    let url = prop_oneof![url, vec(any::<u8>(), 0..24)];
    run(2000, &(any::<[u8; 12]>(), url), |(numbers, url)| configs::config(&[&numbers[..], &url].concat()));
}
