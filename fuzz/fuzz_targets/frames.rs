//! Lines of bytes as messages from the server, to an engine with pending requests.
#![no_main]

#[path = "../../tests/model/mod.rs"]
mod model;

libfuzzer_sys::fuzz_target!(|lines: &[u8]| {
    if let Ok(lines) = std::str::from_utf8(lines) {
        model::run_frames(lines);
    }
});
