//! A message with the plugin data of a test, and the readers of every plugin's types.

#![allow(clippy::unwrap_used, dead_code, reason = "this is a test, and not every test needs all")]

pub mod frames;
pub mod table;

use bifrons::admin;
use bifrons::plugins::{Request, expect};
use bifrons::wire::{Payload, Show};
use bifrons::{Error, ErrorCode, Jsep, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Plugin data, and an SDP if the test sets one.
#[derive(Default)]
pub struct Data {
    pub data: Value,
    pub jsep: Value,
}

impl Data {
    pub fn new(data: Value) -> Self {
        Self { data, jsep: Value::Null }
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T> {
    serde_json::from_value(value.clone()).map_err(|e| Error::new(ErrorCode::BadResponse, e.to_string()))
}

impl Payload for Data {
    fn exact<T: DeserializeOwned>(&self) -> Result<T> {
        read(&self.data)
    }

    fn exact_plugin_data<T: DeserializeOwned>(&self) -> Result<T> {
        read(&self.data)
    }

    fn jsep(&self) -> Result<Option<Jsep>> {
        read(&self.jsep)
    }

    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>) {
        for (name, value) in self.data.as_object().into_iter().flatten() {
            let inner = value.as_object().filter(|_| within == Some(name)).into_iter().flatten();
            let inner = inner.map(|(inner, value)| (vec![name.as_str(), inner], value));
            for (path, value) in std::iter::once((vec![name.as_str()], value)).chain(inner) {
                if show(&path, value.as_str()).is_break() {
                    return;
                }
            }
        }
    }

    fn plugin_refusal(&self) -> Option<Error> {
        let code = self.data.get("error_code").or_else(|| self.data.get("error"))?;
        Some(Error::plugin_refused(code.as_i64().unwrap_or(0), ""))
    }
}

/// Reads the response to a request with this body, if the plugin has such a request.
pub type Read = fn(&Value, &Data) -> Option<bifrons::Result<Value>>;

/// A plugin, and the functions that read and serialize its responses and events.
pub type Reader = (&'static str, Read, fn(&Data) -> Option<Value>);

/// Reads the response to `R`, if the body is one of `R`'s.
pub fn reply<R: Request<Reply: Serialize>>(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    let may_be = expect::<R>(response).is_ok();
    assert!(
        may_be || R::reply(response).is_err(),
        "the response to another request is accepted: {}",
        response.data
    );
    let fits = may_be && R::BODY.iter().all(|(name, value)| body[*name] == *value);
    fits.then(|| R::reply(response).map(|reply| typed(&reply).unwrap()))
}

/// Reads the response to `R` of the Admin API, if that is the request's verb.
pub fn admin_reply<R: admin::Request<Reply: Serialize>>(
    verb: &str,
    response: &Value,
) -> Option<bifrons::Result<Value>> {
    let data = if R::WITHIN_DATA { &response["data"] } else { response };
    let read = || Data::new(data.clone()).read::<R::Reply>();
    (verb == R::VERB).then(|| read().map(|reply| typed(&reply).unwrap()))
}

/// As JSON, without missing fields.
pub fn typed(value: &impl Serialize) -> Option<Value> {
    let mut value = serde_json::to_value(value).unwrap();
    drop_nulls(&mut value);
    Some(value)
}

/// Removes null values.
pub fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(list) => list.iter_mut().for_each(drop_nulls),
        // An integer may be read as a float.
        Value::Number(number) => {
            if let Some(whole) = number.as_f64().filter(|number| number.fract() == 0.0) {
                *value = Value::from(whole as i64);
            }
        }
        _ => {}
    }
}
