//! A received message, in whatever form the platform keeps it.

use std::ops::ControlFlow;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::wire::{Jsep, lenient};

/// A visitor of fields: gets the path of a field, and its value if that is text; `Break` ends the visit.
pub type Show<'a> = dyn FnMut(&[&str], Option<&str>) -> ControlFlow<()> + 'a;

/// What can be read out of a received message.
///
/// Natively a message is text, in the browser an object; requests and events
/// read either through this.
pub trait Payload {
    /// Reads the whole message as `T`, each field exactly of its type.
    ///
    /// # Errors
    /// [`ErrorCode::BadResponse`](crate::error::ErrorCode::BadResponse) when it does not fit.
    fn exact<T: DeserializeOwned>(&self) -> Result<T>;

    /// Reads the whole message as `T`, tolerantly as [`plugin_data`](Self::plugin_data) does.
    ///
    /// # Errors
    /// [`ErrorCode::BadResponse`](crate::error::ErrorCode::BadResponse) when it does not fit.
    fn read<T: DeserializeOwned>(&self) -> Result<T> {
        self.exact().or_else(|_: Error| tolerantly(self, &self.exact()?))
    }

    /// Reads `plugindata.data` as `T`, each field exactly of its type.
    ///
    /// # Errors
    /// [`ErrorCode::BadResponse`](crate::error::ErrorCode::BadResponse) if it is missing, or does not fit.
    fn exact_plugin_data<T: DeserializeOwned>(&self) -> Result<T>;

    /// `plugindata.data` as `T`. A number is taken for a boolean; another field of a type that `T` does not
    /// expect is left out, for this crate's own types kept raw in `extra`.
    ///
    /// # Errors
    /// [`ErrorCode::BadResponse`](crate::error::ErrorCode::BadResponse) if it is missing, or does not fit; the text
    /// names the field that is missing or does not fit.
    fn plugin_data<T: DeserializeOwned>(&self) -> Result<T> {
        self.exact_plugin_data().or_else(|_: Error| tolerantly(self, &self.exact_plugin_data()?))
    }

    /// Gets the path of each field that was kept raw.
    fn kept_raw(&self, _field: &str) {}

    /// Returns the SDP of the message.
    ///
    /// # Errors
    /// [`ErrorCode::BadResponse`](crate::error::ErrorCode::BadResponse) when it does not fit.
    fn jsep(&self) -> Result<Option<Jsep>>;

    /// Whether an SDP came with the message, well-formed or not.
    fn has_jsep(&self) -> bool {
        !matches!(self.jsep(), Ok(None))
    }

    /// Returns the transaction of the message.
    fn transaction(&self) -> Option<String> {
        #[derive(Deserialize)]
        struct Answers {
            transaction: Option<String>,
        }
        self.exact().ok().and_then(|Answers { transaction }| transaction)
    }

    /// Shows each field of `plugindata.data` by its name, with its value if that is text, until `show` needs no
    /// more; perhaps by its name alone before, while its value is unread. The fields of the object called `within`
    /// are shown as well, behind its name.
    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>);

    /// The plugin's refusal, if it is one: an `error` or an `error_code`, which may be 0.
    fn plugin_refusal(&self) -> Option<Error>;
}

/// Reads a value tolerantly, and shows `message` the fields that are kept raw.
pub(crate) fn tolerantly<T: DeserializeOwned>(message: &(impl Payload + ?Sized), value: &Value) -> Result<T> {
    lenient::read(value, &|field| message.kept_raw(field))
        .map_err(|error| Error::new(ErrorCode::BadResponse, error.to_string()))
}

/// The error of a message that lacks a field which it always has.
pub(crate) fn missing_field(name: &str) -> Error {
    Error::new(ErrorCode::BadResponse, lenient::missing(name))
}
