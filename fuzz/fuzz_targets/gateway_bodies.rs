//! Requests of pages to the gateway: its decision equals the reference's.
#![no_main]
#![allow(clippy::unwrap_used, reason = "what is read again was written here")]

#[path = "../../gateway/tests/reference/asked.rs"]
mod asked;
#[path = "../../gateway/tests/reference/fuzzed.rs"]
mod fuzzed;
#[path = "../../gateway/tests/reference/judge.rs"]
mod judge;
#[path = "../../gateway/tests/reference/ours.rs"]
mod ours;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = fuzzed::compare(text);
});
