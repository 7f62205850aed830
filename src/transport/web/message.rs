//! A received message as an object of JavaScript.

use std::fmt;
use std::ops::ControlFlow;

use js_sys::{JsString, Object, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use crate::error::{Error, ErrorCode, Result};
use crate::wire::{Jsep, Payload, Show, lenient};

/// A request's own members, as JSON text such as `"body":{…}`.
pub(crate) type Outgoing = JsString;

/// A message from Janus, as an object.
#[derive(Clone)]
pub struct Message(JsValue);

impl Message {
    pub(crate) const fn from_object(object: JsValue) -> Self {
        Self(object)
    }

    /// Creates the response of a teardown that was fulfilled without one.
    pub(crate) fn success() -> Self {
        let object = Object::new();
        // Setting a property of a plain object can't fail.
        let _ = Reflect::set(&object, &JsValue::from_str("janus"), &JsValue::from_str("success"));
        Self(object.into())
    }

    /// The object itself.
    #[cfg(feature = "npm")]
    pub(crate) fn into_object(self) -> JsValue {
        self.0
    }

    fn plugin_object(&self) -> Option<JsValue> {
        field(&field(&self.0, "plugindata")?, "data")
    }
}

/// Returns a field of an object, unless it is missing or null.
pub(super) fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

impl Payload for Message {
    fn exact<T: DeserializeOwned>(&self) -> Result<T> {
        read(self.0.clone())
    }

    fn exact_plugin_data<T: DeserializeOwned>(&self) -> Result<T> {
        let data = self.plugin_object();
        read(data.ok_or_else(|| Error::new(ErrorCode::BadResponse, "the message has no plugin data"))?)
    }

    fn jsep(&self) -> Result<Option<Jsep>> {
        let Some(jsep) = field(&self.0, "jsep") else { return Ok(None) };
        let exact = read(jsep.clone()).map(Some);
        exact.or_else(|error| lenient::read(&read(jsep)?, &|_| {}).map_err(|_| error))
    }

    fn has_jsep(&self) -> bool {
        field(&self.0, "jsep").is_some()
    }

    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>) {
        if let Some(data) = self.plugin_object() {
            let _ = show_fields(&data, within, show);
        }
    }

    fn plugin_refusal(&self) -> Option<Error> {
        let data = self.plugin_object()?;
        let code = field(&data, "error_code").and_then(|code| code.as_f64()).map(|code| code as i64);
        let reason = field(&data, "error").and_then(|reason| reason.as_string());
        Error::of_plugin_data(code, reason.as_deref())
    }
}

impl fmt::Debug for Message {
    /// Without the content, which may hold an SDP or a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Message")
    }
}

fn show_fields(object: &JsValue, within: Option<&str>, show: &mut Show<'_>) -> ControlFlow<()> {
    let Some(object) = object.dyn_ref::<Object>() else { return ControlFlow::Continue(()) };
    for key in Object::keys(object) {
        let (Some(name), Ok(value)) = (key.as_string(), Reflect::get(object, &key)) else { continue };
        show(&[&name], value.as_string().as_deref())?;
        if within == Some(&*name) {
            show_fields(&value, None, &mut |inner, text| show(&[&name, inner[0]], text))?;
        }
    }
    ControlFlow::Continue(())
}

fn read<T: DeserializeOwned>(value: JsValue) -> Result<T> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|_| Error::new(ErrorCode::BadResponse, "the message has an unexpected form"))
}
