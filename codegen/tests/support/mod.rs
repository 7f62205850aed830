//! A message whose plugin data a test gives.

use bifrons::wire::Payload;
use bifrons::{Error, ErrorCode, Jsep, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Plugin data by itself, perhaps with an SDP.
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
    serde_json::from_value(value.clone()).map_err(|e| Error::new(ErrorCode::BadAnswer, e.to_string()))
}

impl Payload for Data {
    fn read<T: DeserializeOwned>(&self) -> Result<T> {
        read(&self.data)
    }

    fn plugin_data<T: DeserializeOwned>(&self) -> Result<T> {
        read(&self.data)
    }

    fn jsep(&self) -> Result<Option<Jsep>> {
        read(&self.jsep)
    }

    fn each_plugin_field(&self, within: Option<&str>, show: &mut dyn FnMut(&[&str], Option<&str>)) {
        for (name, value) in self.data.as_object().into_iter().flatten() {
            show(&[name], value.as_str());
            if within == Some(name) {
                for (inner, value) in value.as_object().into_iter().flatten() {
                    show(&[name, inner], value.as_str());
                }
            }
        }
    }

    fn plugin_refusal(&self) -> Option<Error> {
        let code = self.data.get("error_code").or_else(|| self.data.get("error"))?;
        Some(Error::plugin_refused(code.as_i64().unwrap_or(0), ""))
    }
}
