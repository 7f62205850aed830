//! The program's log, on the standard error output.

use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::prelude::*;

use crate::configuration::{Log, LogFormat};

/// Overrides the level of the configuration.
const LEVEL_VARIABLE: &str = "RUST_LOG";

/// Starts the log.
pub(super) fn start(log: &Log) {
    let of_environment = std::env::var(LEVEL_VARIABLE).ok().and_then(|text| text.parse::<Targets>().ok());
    let levels = of_environment.unwrap_or_else(|| log.level.parse().unwrap_or_default());
    let layer = fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    let registry = tracing_subscriber::registry().with(levels);
    // Only this function starts a log.
    let _ = match log.format {
        LogFormat::Text => registry.with(layer.compact().with_target(false)).try_init(),
        LogFormat::Json => registry.with(layer.json().flatten_event(true)).try_init(),
    };
}
