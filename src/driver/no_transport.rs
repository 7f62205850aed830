//! What `connect` does in a build without a transport of its own.

use std::sync::Arc;

use super::{Core, OutputSink, Engine};
use crate::error::{Error, ErrorCode, Result};

/// Nothing to choose.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {}

/// Says what this build lacks.
///
/// # Errors
/// Always [`ErrorCode::Unsupported`].
pub fn spawn<D: OutputSink>(_: Engine, _: D, _: Options) -> Result<Arc<Core<D>>> {
    let text = "this build has no transport: enable the feature native, or use connect_with()";
    Err(Error::new(ErrorCode::Unsupported, text))
}
