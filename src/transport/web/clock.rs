//! The clock of a JavaScript runtime.

use wasm_bindgen::prelude::*;

use crate::time::Time;

#[wasm_bindgen(module = "/src/transport/web/clock.js")]
extern "C" {
    fn now() -> f64;
}

/// Returns the present moment, counted from when the runtime started.
pub(crate) fn present() -> Time {
    Time::from_micros((now() * 1000.0) as u64)
}
