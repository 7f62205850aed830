//! The clock of a connection in a JavaScript runtime.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

use crate::time::Time;

#[wasm_bindgen(module = "/src/transport/web/clock.js")]
extern "C" {
    /// The runtime's clock and timers, or the application's.
    #[derive(Clone, Debug)]
    pub(crate) type Clock;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new(given: &JsValue) -> Clock;
    #[wasm_bindgen(method)]
    fn now(this: &Clock) -> f64;
    #[wasm_bindgen(method, js_name = setTimer)]
    pub(crate) fn set_timer(
        this: &Clock,
        callback: &Closure<dyn Fn()>,
        milliseconds: f64,
        on_trap: Option<Function>,
    ) -> JsValue;
    #[wasm_bindgen(method, js_name = clearTimer)]
    pub(crate) fn clear_timer(this: &Clock, timer: &JsValue);
    /// Resolves after this time.
    #[wasm_bindgen(method)]
    pub(super) fn pause(this: &Clock, milliseconds: f64) -> Promise;
}

impl Default for Clock {
    fn default() -> Self {
        Self::new(&JsValue::UNDEFINED)
    }
}

impl Clock {
    /// Returns the present moment.
    pub(crate) fn present(&self) -> Time {
        Time::from_micros((self.now() * 1000.0) as u64)
    }
}
