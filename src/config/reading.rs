//! Reading a configuration with serde: durations are numbers of seconds, and `"none"` stands for no limit.

use std::fmt;
use std::time::Duration;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Address, Recovery};
use crate::secret::Secret;

/// Reads a number of seconds.
pub(super) fn seconds<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    from.deserialize_any(Seconds)
}

/// Reads a number of seconds, or `"none"`.
pub(super) fn seconds_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Duration>, D::Error> {
    from.deserialize_any(SecondsOrNone)
}

/// Reads a table of [`Recovery`], or `"none"`.
pub(super) fn recovery_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Recovery>, D::Error> {
    from.deserialize_any(RecoveryOrNone)
}

struct Seconds;

impl Visitor<'_> for Seconds {
    type Value = Duration;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of seconds, such as 10 or 0.25")
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Duration, E> {
        Ok(Duration::from_secs(seconds))
    }

    // TOML's integers are signed.
    fn visit_i64<E: Error>(self, seconds: i64) -> Result<Duration, E> {
        let seconds = u64::try_from(seconds);
        seconds.map(Duration::from_secs).map_err(|_| E::custom("a duration can't be negative"))
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<Duration, E> {
        Duration::try_from_secs_f64(seconds).map_err(E::custom)
    }
}

struct SecondsOrNone;

impl Visitor<'_> for SecondsOrNone {
    type Value = Option<Duration>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of seconds, such as 10 or 0.25, or \"none\"")
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Self::Value, E> {
        Seconds.visit_u64(seconds).map(Some)
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<Self::Value, E> {
        Seconds.visit_i64(seconds).map(Some)
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<Self::Value, E> {
        Seconds.visit_f64(seconds).map(Some)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        none(text, &self).map(|()| None)
    }
}

struct RecoveryOrNone;

impl<'de> Visitor<'de> for RecoveryOrNone {
    type Value = Option<Recovery>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table with `within` and `rebuild`, or \"none\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Recovery::deserialize(MapAccessDeserializer::new(map)).map(Some)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        none(text, &self).map(|()| None)
    }
}

/// Accepts only the text `none`. `null` is no other way to write it, as TOML has no `null`.
fn none<'de, E: Error>(text: &str, expected: &impl Visitor<'de>) -> Result<(), E> {
    match text {
        "none" => Ok(()),
        // The text is not shown: it may stand in the wrong place, and be a secret.
        _ => Err(E::invalid_type(Unexpected::Other("another text"), expected)),
    }
}

/// Reads a URL, or a table with `url` and perhaps `api_secret` and `token`.
impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(UrlOrTable)
    }
}

struct UrlOrTable;

impl<'de> Visitor<'de> for UrlOrTable {
    type Value = Address;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a URL, or a table with `url`, `api_secret` and `token`")
    }

    fn visit_str<E: Error>(self, url: &str) -> Result<Address, E> {
        Ok(Address::new(url))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Address, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Table {
            url: Box<str>,
            api_secret: Option<Secret>,
            token: Option<Secret>,
        }
        let Table { url, api_secret, token } = Table::deserialize(MapAccessDeserializer::new(map))?;
        let address = Address::new(url);
        let address = api_secret.into_iter().fold(address, Address::api_secret);
        Ok(token.into_iter().fold(address, Address::token))
    }
}
