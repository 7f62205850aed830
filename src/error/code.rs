//! Error codes, and whose fault errors are.

use std::fmt;
use std::str::FromStr;

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// Whose fault an error is: who must change something for the request to succeed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Fault {
            $($(#[$doc])* $name,)*
        }

        impl Fault {
            /// Returns its name in JavaScript.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

/// The text of an error with the code [`ErrorCode::Cancelled`]; `codegen` writes it to `lib/codes.js` of the npm package.
pub(crate) const CANCELLED: &str = "the application cancelled the request";

// `codegen` writes both lists to `shared.d.ts` of the npm package.
faults! {
    /// An argument, the order of calls or the configuration is wrong.
    Caller = "caller";
    /// The application cancelled the request.
    NoOne = "none";
    /// The connection was lost, or no response came in time.
    Network = "network";
    /// The plugin refused the request.
    Plugin = "plugin";
    /// Janus refused the request, or violated its protocol.
    Server = "server";
    /// A bug in Bifrons: please report it.
    Internal = "internal";
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $fault:ident;)*) => {
        /// What happened. JavaScript has the same codes as `error.code`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[$doc])* $name,)*
        }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the code's name, as in JavaScript: `response_lost`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Returns whose fault it usually is; see [`Error::fault`](super::Error::fault).
            #[must_use]
            pub const fn fault(self) -> Fault {
                match self { $(Self::$name => Fault::$fault,)* }
            }
        }
    };
}

codes! {
    /// The transport connection was lost after the request was sent and before its response came.
    ResponseLost = "response_lost", Network;
    /// The response was not a valid message of Janus.
    BadResponse = "bad_response", Server;
    /// The application cancelled the request.
    Cancelled = "cancelled", NoOne;
    /// No address could be connected to.
    ConnectFailed = "connect_failed", Network;
    /// The connection was closed by this side.
    ConnectionClosed = "connection_closed", Caller;
    /// The connection was lost; the request was not sent.
    ConnectionLost = "connection_lost", Network;
    /// A request with the same transaction is still pending.
    DuplicateTransaction = "duplicate_transaction", Caller;
    /// The handle no longer exists.
    HandleDetached = "handle_detached", Caller;
    /// The server violated the protocol of the transport: an oversize message, invalid UTF-8, an invalid frame.
    ProtocolViolation = "protocol_violation", Server;
    /// A bug in Bifrons.
    Internal = "internal", Internal;
    /// An argument has a wrong type or value.
    InvalidArgument = "invalid_argument", Caller;
    /// The configuration can't work.
    InvalidConfig = "invalid_config", Caller;
    /// A signed token was changed, has expired, or can't be read.
    InvalidToken = "invalid_token", Caller;
    /// Janus refused the request; `janus` has its number.
    JanusRefused = "janus_refused", Server;
    /// The request is larger than the transport can carry.
    MessageTooLarge = "message_too_large", Caller;
    /// The plugin refused the request; `plugin` has its number.
    PluginRefused = "plugin_refused", Plugin;
    /// The session no longer exists.
    SessionGone = "session_gone", Caller;
    /// No response came in time.
    Timeout = "timeout", Network;
    /// Too many requests are pending.
    TooManyRequests = "too_many_requests", Caller;
    /// The transport or the platform does not support the call.
    Unsupported = "unsupported", Caller;
    /// The plugin's response was of an unexpected kind.
    UnexpectedResponse = "unexpected_response", Server;
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Reads the name that `Display` writes.
impl FromStr for ErrorCode {
    type Err = UnknownErrorCode;

    fn from_str(text: &str) -> Result<Self, UnknownErrorCode> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(UnknownErrorCode)
    }
}

/// The error of a text that is not the name of an [`ErrorCode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownErrorCode;

impl fmt::Display for UnknownErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no error code has this name; ErrorCode::ALL has all codes")
    }
}

impl std::error::Error for UnknownErrorCode {}
