//! The errors of JavaScript when it begins to open a transport connection.

use wasm_bindgen::prelude::*;

use super::message::field;
use crate::config::Address;
use crate::error::{Error, ErrorCode};

#[wasm_bindgen(module = "/src/transport/web/text.js")]
extern "C" {
    #[wasm_bindgen(js_name = isUrl)]
    fn is_url(text: &str) -> bool;
    #[wasm_bindgen(js_name = withoutUrls)]
    fn without_urls(text: &str) -> String;
}

/// The error of a transport connection that could not be created.
pub(super) fn unusable(address: &Address, thrown: &JsValue) -> Error {
    let text = |name| field(thrown, name).and_then(|value| value.as_string());
    let code = match text("code").as_deref() {
        Some("unsupported") => Some(ErrorCode::Unsupported),
        Some("connect_failed") => Some(ErrorCode::ConnectFailed),
        Some("invalid_config") => Some(ErrorCode::InvalidConfig),
        _ => None,
    };
    let message = text("message").unwrap_or_default();
    match code {
        // The package's own text.
        Some(ErrorCode::InvalidConfig) => {
            Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL: {message}", address.shown()))
        }
        Some(code) => Error::new(code, message),
        None if is_url(address.url()) => {
            let text = format!(
                "{}: the transport could not be created: {}",
                address.shown(),
                without_urls(&message)
            );
            Error::new(ErrorCode::InvalidConfig, text)
        }
        None => Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL", address.shown())),
    }
}
