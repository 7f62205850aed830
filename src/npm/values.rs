//! Values on their way between the two languages.

use std::time::Duration;

use wasm_bindgen::prelude::*;

use crate::config::{Address, Api, Config, Recovery, Retry};
use crate::engine::{Completion, Stats, Timeout};
use crate::error::{Error, ErrorCode};
use crate::id::MAX_SAFE_INTEGER;
use crate::transport::js_cause;

// Getters and one function instead of serde: that brings the writing of floats into the module.
#[wasm_bindgen]
extern "C" {
    /// A connection's configuration, as `lib/config.js` checked it.
    pub type Settings;

    #[wasm_bindgen(method, getter)]
    fn addresses(this: &Settings) -> Vec<AddressSettings>;
    #[wasm_bindgen(method, getter)]
    fn is_admin(this: &Settings) -> bool;
    #[wasm_bindgen(method, getter)]
    fn max_retries(this: &Settings) -> f64;
    #[wasm_bindgen(method, getter)]
    fn retry_time_ms(this: &Settings) -> f64;
    #[wasm_bindgen(method, getter)]
    fn recovery(this: &Settings) -> Option<RecoverySettings>;
    /// Whether a function of the application prepares rebuilt sessions.
    #[wasm_bindgen(method, getter)]
    pub fn holds_rebuilt(this: &Settings) -> bool;
    #[wasm_bindgen(method, getter)]
    fn request_timeout_ms(this: &Settings) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn max_message_size(this: &Settings) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn max_requests(this: &Settings) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn max_events(this: &Settings) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn max_held_events(this: &Settings) -> Option<f64>;
    /// The application's clock, or undefined.
    #[wasm_bindgen(method, getter)]
    pub fn clock(this: &Settings) -> JsValue;

    type RecoverySettings;

    #[wasm_bindgen(method, getter)]
    fn within_ms(this: &RecoverySettings) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn rebuild(this: &RecoverySettings) -> bool;

    type AddressSettings;

    #[wasm_bindgen(method, getter)]
    fn url(this: &AddressSettings) -> String;
    #[wasm_bindgen(method, getter)]
    fn secret(this: &AddressSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn token(this: &AddressSettings) -> Option<String>;
}

#[wasm_bindgen(module = "/src/npm/values.js")]
extern "C" {
    /// Creates the object that `JanusError` is created from.
    #[wasm_bindgen(js_name = failure)]
    #[allow(clippy::too_many_arguments, reason = "an object's fields")]
    fn new_failure(
        code: &str,
        fault: &str,
        message: &str,
        janus: Option<f64>,
        plugin: Option<f64>,
        request: Option<&str>,
        session: Option<f64>,
        handle: Option<f64>,
        transaction: Option<&str>,
        elapsed_ms: Option<f64>,
        sent: Option<bool>,
        retryable: bool,
        cause: JsValue,
    ) -> JsValue;

    #[wasm_bindgen(js_name = statistics)]
    fn new_statistics(names: Vec<String>, values: Vec<f64>) -> JsValue;
}

impl From<&AddressSettings> for Address {
    fn from(from: &AddressSettings) -> Self {
        let mut address = Self::new(from.url());
        if let Some(secret) = from.secret() {
            address = address.api_secret(secret);
        }
        if let Some(token) = from.token() {
            address = address.token(token);
        }
        address
    }
}

impl From<&Settings> for Config {
    fn from(settings: &Settings) -> Self {
        let mut config = Self::new(settings.addresses().iter().map(Address::from).collect());
        if settings.is_admin() {
            config.api = Api::Admin;
        }
        let pause = span(settings.retry_time_ms());
        config.retry =
            Retry { max_retries: settings.max_retries() as u32, pause, max_pause: pause, within: None };
        config.recovery = settings.recovery().map(|recovery| {
            let within = match timeout(recovery.within_ms()) {
                Timeout::Default => Recovery::default().within,
                Timeout::After(span) => Some(span),
                Timeout::Never => None,
            };
            Recovery { within, rebuild: recovery.rebuild() }
        });
        match timeout(settings.request_timeout_ms()) {
            Timeout::Default => {}
            Timeout::After(span) => config.request_timeout = Some(span),
            Timeout::Never => config.request_timeout = None,
        }
        if let Some(size) = settings.max_message_size() {
            config.max_message_size = size as usize;
        }
        if let Some(count) = settings.max_requests() {
            config.max_requests = count as usize;
        }
        if let Some(count) = settings.max_events() {
            config.max_events = count as usize;
        }
        if let Some(count) = settings.max_held_events() {
            config.max_held_events = count as usize;
        }
        config
    }
}

pub(super) fn span(milliseconds: f64) -> Duration {
    Duration::from_micros((milliseconds.max(0.0) * 1000.0) as u64)
}

/// `None` means the default; zero, or infinity, means no limit.
pub(super) fn timeout(milliseconds: Option<f64>) -> Timeout {
    match milliseconds {
        None => Timeout::Default,
        Some(time) if time > 0.0 && time.is_finite() => Timeout::After(span(time)),
        Some(_) => Timeout::Never,
    }
}

/// The completions by JavaScript's number. `codegen` writes the numbers to `lib/codes.js` of the npm package.
const COMPLETIONS: &[Completion] =
    &[Completion::Direct, Completion::FirstEvent, Completion::PluginDecides, Completion::Uncorrelated];

pub(super) fn completion(number: u32) -> Completion {
    COMPLETIONS.get(number as usize).copied().unwrap_or(Completion::Uncorrelated)
}

/// A number as an id of Janus's; throws for another one.
pub(super) fn id<T>(number: f64, new: impl FnOnce(u64) -> Option<T>) -> Result<T, JsValue> {
    let exact = number.fract() == 0.0 && (0.0..=MAX_SAFE_INTEGER as f64).contains(&number);
    exact.then(|| new(number as u64)).flatten().ok_or_else(no_id)
}

#[inline(never)]
fn no_id() -> JsValue {
    failure(&Error::new(ErrorCode::InvalidArgument, "an id must be a whole number from 0 to 2^53 - 1"))
}

/// Keys, ids and counts are exact in a double.
pub(super) const fn number(value: u64) -> f64 {
    value as f64
}

pub(super) fn failure(error: &Error) -> JsValue {
    new_failure(
        error.code().as_str(),
        error.fault().as_str(),
        error.message(),
        error.janus_code().map(|code| code as f64),
        error.plugin_code().map(|code| code as f64),
        error.request(),
        error.session().map(|id| number(id.get())),
        error.handle().map(|id| number(id.get())),
        error.transaction(),
        error.elapsed().map(|span| span.as_micros() as f64 / 1000.0),
        error.sent(),
        error.is_retryable(),
        js_cause(error),
    )
}

pub(super) fn statistics(stats: &Stats) -> JsValue {
    let (names, values) = stats.named().map(|(name, value)| (name.to_owned(), number(value))).unzip();
    new_statistics(names, values)
}
