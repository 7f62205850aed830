//! Reads and writes `talking` as a boolean: Janus sends `talking` or `stopped-talking`.

use serde::{Deserialize, Deserializer, Serializer};

const TALKING: &str = "talking";

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
pub(super) fn serialize<S: Serializer>(talking: &bool, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(if *talking { TALKING } else { "stopped-talking" })
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(String::deserialize(from)? == TALKING)
}
