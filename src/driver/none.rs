//! A build without a transport of its own.

use std::sync::Arc;

use super::{Core, OutputSink, Engine};
use crate::error::{Error, ErrorCode, Result};
use crate::transport::TransportOptions;

/// Fails, and names the missing feature.
///
/// # Errors
/// Always [`ErrorCode::Unsupported`].
pub(crate) fn spawn<D: OutputSink>(_: Engine, _: D, _: TransportOptions) -> Result<Arc<Core<D>>> {
    let text = "this build has no transport: enable the feature native, or use connect_with()";
    Err(Error::new(ErrorCode::Unsupported, text))
}
