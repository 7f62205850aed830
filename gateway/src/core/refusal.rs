//! A request that the gateway does not pass on.

use std::borrow::Cow;
use std::fmt;

/// Why a request is refused: the code that Janus has for it, and what the page's author can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What kind of refusal it is.
    pub cause: Cause,
    /// A sentence for the page's author. It repeats nothing that the page has sent but names.
    pub reason: Cow<'static, str>,
}

/// The kinds of refusals, for metrics and for the code of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// The token does not grant it.
    NotGranted,
    /// The gateway does not know the plugin.
    UnknownPlugin,
    /// The gateway does not know the request.
    UnknownRequest,
    /// A field has a type that it can't have.
    WrongType,
}

impl Cause {
    /// The code of Janus's own error of this kind.
    #[must_use]
    pub const fn janus_code(self) -> i64 {
        match self {
            Self::NotGranted | Self::UnknownRequest => 403,
            Self::UnknownPlugin => 405,
            Self::WrongType => 465,
        }
    }

    /// Its name in metrics and logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotGranted => "not_granted",
            Self::UnknownPlugin => "unknown_plugin",
            Self::UnknownRequest => "unknown_request",
            Self::WrongType => "wrong_type",
        }
    }
}

impl Refusal {
    /// A refusal of this kind.
    pub fn new(cause: Cause, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { cause, reason: reason.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.reason, self.cause.name())
    }
}

impl std::error::Error for Refusal {}
