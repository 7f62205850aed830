//! The text of a received message.

use std::fmt;
use std::ops::Deref;

cfg_if::cfg_if! {
    if #[cfg(feature = "native")] {
        /// It shares the socket's buffer: nothing is copied out of it.
        type Shared = tokio_tungstenite::tungstenite::Utf8Bytes;
    } else {
        type Shared = std::sync::Arc<str>;
    }
}

/// The text of a received message. Clones share one buffer.
#[derive(Clone, PartialEq, Eq)]
pub struct Text(Shared);

impl Text {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Text {
    /// Without the text, which may hold an SDP or a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.len())
    }
}

#[cfg(feature = "native")]
impl Text {
    /// Takes a text out of a socket's buffer.
    pub(super) const fn of_socket(text: Shared) -> Self {
        Self(text)
    }

    /// Checks that what was received is UTF-8.
    #[cfg(any(feature = "http", all(unix, feature = "unix")))]
    pub(super) fn of_bytes(bytes: tokio_tungstenite::tungstenite::Bytes) -> Option<Self> {
        Shared::try_from(bytes).ok().map(Self)
    }
}
