//! A received message, in whatever form the platform keeps it.

use std::ops::ControlFlow;

use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::wire::Jsep;

/// Is shown the path of a field, and its text where it has one; a break means that it has seen enough.
pub type Show<'a> = dyn FnMut(&[&str], Option<&str>) -> ControlFlow<()> + 'a;

/// What can be read out of a received message.
///
/// Natively a message is text, in the browser an object; requests and events
/// read either through this.
pub trait Payload {
    /// The whole message as `T`.
    ///
    /// # Errors
    /// [`ErrorCode::BadAnswer`](crate::error::ErrorCode::BadAnswer) when it does not fit.
    fn read<T: DeserializeOwned>(&self) -> Result<T>;

    /// `plugindata.data` as `T`.
    ///
    /// # Errors
    /// [`ErrorCode::BadAnswer`](crate::error::ErrorCode::BadAnswer) when there is none, or it does not fit.
    fn plugin_data<T: DeserializeOwned>(&self) -> Result<T>;

    /// The SDP that came with the message.
    ///
    /// # Errors
    /// [`ErrorCode::BadAnswer`](crate::error::ErrorCode::BadAnswer) when it does not fit.
    fn jsep(&self) -> Result<Option<Jsep>>;

    /// Shows each field of `plugindata.data` by its name, with its value where that is text, until `show` wants no
    /// more; perhaps by its name alone before, while its value is unread. The fields of the object called `within`
    /// are shown as well, behind its name.
    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>);

    /// The plugin's refusal, if it is one: an `error` or an `error_code`, which may be 0.
    fn plugin_refusal(&self) -> Option<Error>;
}
