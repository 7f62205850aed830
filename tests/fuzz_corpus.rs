//! The corpus of the fuzz targets, without the fuzzer.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, reason = "a test may panic")]

#[path = "support/configs.rs"]
mod configs;
#[path = "support/fuzzed.rs"]
mod fuzzed;
#[path = "support/http_core.rs"]
mod http_core;
mod model;

use std::fs;
use std::path::Path;

// The paths that the core of the HTTP transport uses.
use bifrons::{engine, error, id, time};

/// The inputs of a fuzz target.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let entries = fs::read_dir(&folder).expect("a corpus");
    let inputs: Vec<_> =
        entries.map(|entry| fs::read(entry.expect("a file").path()).expect("readable")).collect();
    assert!(inputs.len() >= 10, "the corpus of {target} is missing; `make fuzz` creates one");
    inputs
}

#[test]
fn frames() {
    for input in corpus("frames") {
        model::run_frames(std::str::from_utf8(&input).expect("lines of text"));
    }
}

#[test]
fn operations() {
    for input in corpus("operations") {
        let ops: Vec<_> = input.chunks_exact(3).map(|op| [op[0], op[1], op[2]]).collect();
        model::run(&ops);
    }
}

fn texts(target: &str) -> Vec<String> {
    corpus(target).into_iter().map(|input| String::from_utf8(input).expect("text")).collect()
}

#[test]
fn plugin_events() {
    corpus("plugin_events").iter().for_each(|input| fuzzed::plugin_event(input));
}

#[test]
fn tokens() {
    texts("tokens").iter().for_each(|text| fuzzed::token(text));
}

#[test]
fn mock() {
    texts("mock").iter().for_each(|lines| fuzzed::mock(lines));
}

#[test]
fn http_core_steps() {
    for input in corpus("http_core") {
        let steps: Vec<_> = input.chunks_exact(3).map(|step| [step[0], step[1], step[2]]).collect();
        http_core::http_core(&steps);
    }
}

#[test]
fn configurations() {
    corpus("configs").iter().for_each(|input| configs::config(input));
}
