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
    /// The rule that refused it.
    pub rule: Option<String>,
    /// A code of the rule's own.
    code: Option<i64>,
}

/// The kinds of refusals, for metrics and for the code of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// The message lacks what Janus's API demands, or has it in another form.
    BadRequest,
    /// The host application has refused it, or has not decided.
    ByApplication,
    /// A rule denies it.
    Denied,
    /// The token does not grant it.
    NotGranted,
    /// The session has no such handle.
    NoSuchHandle,
    /// The page has no such session.
    NoSuchSession,
    /// There is no token, and the request needs one.
    NoToken,
    /// The message is no JSON.
    NotJson,
    /// The token is not accepted.
    TokenRefused,
    /// The user has as much of something as it may have.
    TooMany,
    /// The page, its user or its address asks too often.
    TooOften,
    /// Janus can't be reached, or has not responded.
    Unavailable,
    /// The gateway does not know the plugin.
    UnknownPlugin,
    /// The gateway does not know the request.
    UnknownRequest,
    /// The request belongs to another place: a session, a handle, or none of them.
    WrongPath,
    /// The gateway does not know the verb (`janus`).
    UnknownVerb,
    /// A field has a type that it can't have.
    WrongType,
}

impl Cause {
    /// The code of Janus's own error of this kind.
    #[must_use]
    pub const fn janus_code(self) -> i64 {
        match self {
            Self::ByApplication
            | Self::Denied
            | Self::NoToken
            | Self::NotGranted
            | Self::TokenRefused
            | Self::UnknownRequest => 403,
            Self::UnknownPlugin => 460,
            Self::UnknownVerb => 453,
            Self::NotJson => 454,
            Self::BadRequest => 456,
            Self::WrongPath => 457,
            Self::NoSuchSession => 458,
            Self::NoSuchHandle => 459,
            Self::WrongType => 467,
            Self::TooMany | Self::TooOften | Self::Unavailable => 490,
        }
    }

    /// Its name in metrics and logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BadRequest => "bad_request",
            Self::ByApplication => "by_application",
            Self::Denied => "denied",
            Self::NotGranted => "not_granted",
            Self::NoSuchHandle => "no_such_handle",
            Self::NoSuchSession => "no_such_session",
            Self::NoToken => "no_token",
            Self::NotJson => "not_json",
            Self::TokenRefused => "token_refused",
            Self::TooMany => "too_many",
            Self::TooOften => "too_often",
            Self::Unavailable => "unavailable",
            Self::UnknownPlugin => "unknown_plugin",
            Self::UnknownRequest => "unknown_request",
            Self::UnknownVerb => "unknown_verb",
            Self::WrongPath => "wrong_path",
            Self::WrongType => "wrong_type",
        }
    }
}

impl Refusal {
    /// A refusal of this kind.
    pub fn new(cause: Cause, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { cause, reason: reason.into(), rule: None, code: None }
    }

    /// The code of the response.
    #[must_use]
    pub fn code(&self) -> i64 {
        self.code.unwrap_or_else(|| self.cause.janus_code())
    }

    pub(crate) const fn with_code(mut self, code: Option<i64>) -> Self {
        self.code = code;
        self
    }

    pub(crate) fn by(mut self, rule: &str) -> Self {
        self.rule = Some(rule.to_owned());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.reason, self.cause.name())
    }
}

impl std::error::Error for Refusal {}
