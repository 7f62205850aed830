//! Steps of the model, three bytes each.
#![no_main]

#[path = "../../tests/model/mod.rs"]
mod model;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (ops, _) = bytes.as_chunks();
    model::run(ops);
});
