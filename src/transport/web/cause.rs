//! The error of JavaScript's own that is the source of an error of a transport.

use std::fmt;

use wasm_bindgen::prelude::*;

use crate::error::Error;

#[wasm_bindgen(module = "/src/transport/web/cause.js")]
extern "C" {
    fn keep(error: &JsValue) -> u32;
    #[cfg(any(feature = "fetch", feature = "npm"))]
    #[wasm_bindgen(js_name = causeOf)]
    fn cause_of(number: u32) -> JsValue;
    fn forget(number: u32);
}

/// A number for JavaScript's error: a source must be `Send`, which a reference into JavaScript is not.
#[derive(Debug)]
struct Cause(u32);

impl fmt::Display for Cause {
    /// The message of the error that it belongs to has its text.
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Cause {}

impl Drop for Cause {
    fn drop(&mut self) {
        forget(self.0);
    }
}

/// Gives an error JavaScript's error as its source, if there is one.
pub(super) fn with_cause(error: Error, cause: &JsValue) -> Error {
    match cause.is_object() {
        true => error.with_source(Cause(keep(cause))),
        false => error,
    }
}

/// Returns the error of JavaScript's own behind an error, or undefined.
#[cfg(any(feature = "fetch", feature = "npm"))]
pub(crate) fn js_cause(error: &Error) -> JsValue {
    let cause = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Cause>());
    cause.map_or(JsValue::UNDEFINED, |cause| cause_of(cause.0))
}
