//! The certificates that are trusted for `wss://` and `https://`.

use std::fmt;
use std::sync::Arc;

/// The certificates that are trusted for `wss://` and `https://`, which need the feature `tls`.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Tls {
    /// The system's authorities (feature `tls-native-roots`); Mozilla's (feature `tls-webpki-roots`) where the
    /// system has none.
    #[default]
    System,
    /// Only the authorities in this PEM text.
    Authority(Arc<[u8]>),
    /// A configuration of the caller's own.
    #[cfg(feature = "rustls")]
    Custom(Arc<rustls::ClientConfig>),
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "System",
            Self::Authority(_) => "Authority",
            #[cfg(feature = "rustls")]
            Self::Custom(_) => "Custom",
        })
    }
}
