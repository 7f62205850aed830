//! Values on their way between the two languages.

use std::time::Duration;

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::config::{Address, Api, Config, Recovery, Retry};
use crate::engine::{Answer, Timeout};
use crate::error::{Error, ErrorCode, Result};
use crate::id::MAX_SAFE_INTEGER;

/// A connection's configuration, as `lib/config.js` checked it.
#[derive(serde::Deserialize)]
pub(super) struct Settings {
    addresses: Vec<AddressSettings>,
    is_admin: bool,
    max_retries: u32,
    retry_time_ms: f64,
    recovery: Option<RecoverySettings>,
    request_timeout_ms: Option<f64>,
    max_message_size: Option<f64>,
    max_requests: Option<f64>,
}

#[derive(serde::Deserialize)]
struct RecoverySettings {
    /// Zero, or infinity, for ever.
    within_ms: f64,
    rebuild: bool,
}

#[derive(serde::Deserialize)]
struct AddressSettings {
    url: String,
    secret: Option<String>,
    token: Option<String>,
}

impl From<Settings> for Config {
    fn from(settings: Settings) -> Self {
        let address = |from: AddressSettings| {
            let mut address = Address::new(from.url);
            if let Some(secret) = from.secret {
                address = address.secret(secret);
            }
            if let Some(token) = from.token {
                address = address.token(token);
            }
            address
        };
        let mut config = Self::new(settings.addresses.into_iter().map(address).collect());
        if settings.is_admin {
            config.api = Api::Admin;
        }
        let pause = span(settings.retry_time_ms);
        config.retry = Retry { max_retries: settings.max_retries, pause, max_pause: pause, within: None };
        config.recovery = settings.recovery.map(|RecoverySettings { within_ms, rebuild }| {
            let within = match timeout(Some(within_ms)) {
                Timeout::After(span) => Some(span),
                _ => None,
            };
            Recovery { within, rebuild }
        });
        match timeout(settings.request_timeout_ms) {
            Timeout::Default => {}
            Timeout::After(span) => config.request_timeout = Some(span),
            Timeout::Never => config.request_timeout = None,
        }
        if let Some(size) = settings.max_message_size {
            config.max_message_size = size as usize;
        }
        if let Some(count) = settings.max_requests {
            config.max_requests = count as usize;
        }
        config
    }
}

pub(super) fn span(milliseconds: f64) -> Duration {
    Duration::from_micros((milliseconds.max(0.0) * 1000.0) as u64)
}

/// Nothing means the default; zero, or infinity, means to wait for ever.
pub(super) fn timeout(milliseconds: Option<f64>) -> Timeout {
    match milliseconds {
        None => Timeout::Default,
        Some(time) if time > 0.0 && time.is_finite() => Timeout::After(span(time)),
        Some(_) => Timeout::Never,
    }
}

pub(super) const fn answer(number: u32) -> Answer {
    match number {
        0 => Answer::Direct,
        1 => Answer::FirstEvent,
        2 => Answer::Judged,
        _ => Answer::Untied,
    }
}

/// A number as an id of Janus's.
pub(super) fn id<T>(number: f64, new: impl FnOnce(u64) -> Option<T>) -> Result<T> {
    let exact = number.fract() == 0.0 && (0.0..=MAX_SAFE_INTEGER as f64).contains(&number);
    let id = exact.then(|| new(number as u64)).flatten();
    id.ok_or_else(|| {
        Error::new(ErrorCode::InvalidArgument, "an id must be a whole number from 0 to 2^53 - 1")
    })
}

/// What `JanusError` is made from.
#[derive(Serialize)]
struct Failure<'a> {
    code: &'static str,
    fault: String,
    message: String,
    janus: Option<i64>,
    plugin: Option<i64>,
    request: Option<&'a str>,
    session: Option<u64>,
    handle: Option<u64>,
    transaction: Option<&'a str>,
    elapsed_ms: Option<f64>,
    sent: Option<bool>,
}

pub(super) fn failure(error: &Error) -> JsValue {
    to_js(&Failure {
        code: error.code().as_str(),
        fault: format!("{:?}", error.fault()).to_lowercase(),
        message: error.message().to_owned(),
        janus: error.janus_code(),
        plugin: error.plugin_code(),
        request: error.request(),
        session: error.session().map(|id| id.get()),
        handle: error.handle().map(|id| id.get()),
        transaction: error.transaction(),
        elapsed_ms: error.elapsed().map(|span| span.as_micros() as f64 / 1000.0),
        sent: error.sent(),
    })
}

pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    // Numbers and texts always have a form in JavaScript.
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&plain).unwrap_or(JsValue::UNDEFINED)
}
