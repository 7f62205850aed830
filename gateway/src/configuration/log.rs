//! The section `log`.

use serde::Deserialize;

use super::section::Section;

/// What is written about the program's work.
#[derive(Clone, Debug)]
#[cfg_attr(
    not(feature = "program"),
    allow(dead_code, reason = "other drivers have a log of the application")
)]
pub(crate) struct Log {
    pub format: LogFormat,
    /// The levels of targets, such as `info,bifrons=debug`.
    pub level: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    Text,
    Json,
}

const LEVELS: [&str; 6] = ["error", "warn", "info", "debug", "trace", "off"];

pub(super) fn read(mut section: Section<'_, '_>) -> Log {
    let format = section.take_or("format", LogFormat::Text);
    let level = section.take_or("level", "info".to_owned());
    if !level.split(',').all(is_level) {
        let text =
            "`level` is error, warn, info, debug, trace or off, or levels of targets: \"info,bifrons=debug\"";
        section.problem("level", text);
    }
    Log { format, level }
}

/// A level, or that of a target.
fn is_level(part: &str) -> bool {
    let (target, level) = part.split_once('=').unwrap_or(("", part));
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':');
    target.bytes().all(is_name) && LEVELS.contains(&&*level.to_ascii_lowercase())
}
