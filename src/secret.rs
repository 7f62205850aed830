//! Text that must never be shown.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A credential: an API secret, a token, a pin.
///
/// It has no `Display` and no `Serialize`, and its `Debug` text is empty, so
/// that it can't get into a log or an error by accident; [`reveal`](Self::reveal)
/// and [`on_the_wire`](Self::on_the_wire) are for the wire.
#[derive(Clone, Default, Eq)]
pub struct Secret(Box<str>);

impl PartialEq for Secret {
    /// Takes as long for any two secrets of one length, so that the time does not tell how much of a guess was right.
    fn eq(&self, other: &Self) -> bool {
        let pairs = self.0.bytes().zip(other.0.bytes());
        let difference = pairs.fold(0, |found, (a, b)| std::hint::black_box(found | (a ^ b)));
        self.0.len() == other.0.len() && difference == 0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// Keeps `text` secret.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// Writes a request's field that is a secret: `#[serde(serialize_with = "Secret::on_the_wire")]`.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn on_the_wire<S: Serializer>(secret: &Option<Self>, to: S) -> Result<S::Ok, S::Error> {
        secret.as_ref().map(Self::reveal).serialize(to)
    }

    /// As [`on_the_wire`](Self::on_the_wire), for a required field.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn always_on_the_wire<S: Serializer>(secret: &Self, to: S) -> Result<S::Ok, S::Error> {
        secret.reveal().serialize(to)
    }

    /// The text itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// A secret that Janus sends stays secret, too.
impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(Box::deserialize(from)?))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
