//! Steps of the model of the HTTP transport's core, three bytes each.
#![no_main]

// The paths that the core uses.
use bifrons::{engine, error, id, time};

#[path = "../../tests/support/http_core.rs"]
mod http_core;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (steps, _) = bytes.as_chunks();
    http_core::http_core(steps);
});
