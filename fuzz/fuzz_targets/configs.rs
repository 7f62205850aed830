//! Addresses and configurations.
#![no_main]

#[path = "../../tests/support/configs.rs"]
mod configs;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| configs::config(bytes));
