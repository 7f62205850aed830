//! A received message, in whatever form the platform keeps it.

use serde::de::DeserializeOwned;

use crate::error::Result;
use crate::wire::Jsep;

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
}
