//! Text that must never be shown.

/// An API secret, a token, a pin: anything that opens a door.
///
/// It has no `Debug`, `Display` or `Serialize`, so that it can't get into a
/// log or an error by accident; [`reveal`](Self::reveal) is for the wire.
#[allow(missing_debug_implementations, reason = "a secret has no text form")]
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

impl Secret {
    /// Keeps `text` secret.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
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
