//! Errors, with a code and with whose fault they are.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::id::{HandleId, InvalidId, SessionId};

/// The result of anything that can fail in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

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

            /// The code as JavaScript sees it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Returns whose fault it usually is; see [`Error::fault`].
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

/// Why something failed, with all that is known about the request.
///
/// Errors compare equal when everything but their [`source`](StdError::source) does.
/// Their text holds no secret.
#[derive(Clone)]
pub struct Error(Box<Details>);

#[derive(Clone, PartialEq)]
struct Details {
    code: ErrorCode,
    fault: Fault,
    message: Cow<'static, str>,
    janus: Option<i64>,
    plugin: Option<i64>,
    request: Option<Cow<'static, str>>,
    session: Option<SessionId>,
    handle: Option<HandleId>,
    transaction: Option<String>,
    elapsed: Option<Duration>,
    sent: Option<bool>,
    source: Source,
}

#[derive(Clone, Default)]
struct Source(Option<Arc<dyn StdError + Send + Sync>>);

impl PartialEq for Source {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Error {
    /// Creates an error with this code and a text that says what to do about it.
    pub fn new(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Details {
            code,
            fault: code.fault(),
            message: message.into(),
            janus: None,
            plugin: None,
            request: None,
            session: None,
            handle: None,
            transaction: None,
            elapsed: None,
            sent: None,
            source: Source::default(),
        }))
    }

    /// A refusal by Janus itself: `error.code` and `error.reason` of its response. Control characters in the reason
    /// are escaped (`\u{1b}`), as it may quote another user.
    pub fn refused(code: i64, reason: &str) -> Self {
        let mut error = Self::new(ErrorCode::JanusRefused, quoted(code, reason));
        error.0.janus = Some(code);
        error
    }

    /// A refusal by a plugin: `error_code` and `error` of its response, with control characters escaped.
    pub fn plugin_refused(code: i64, reason: &str) -> Self {
        let mut error = Self::new(ErrorCode::PluginRefused, quoted(code, reason));
        error.0.plugin = Some(code);
        error
    }

    /// The refusal in a plugin's data, if it is one: it has an `error_code`, which may be 0, or an `error`.
    pub(crate) fn of_plugin_data(error_code: Option<i64>, error: Option<&str>) -> Option<Self> {
        if error_code.is_none() && error.is_none() {
            return None;
        }
        Some(Self::plugin_refused(error_code.unwrap_or(0), error.unwrap_or("the plugin gave no reason")))
    }

    pub(crate) fn about(
        mut self,
        request: impl Into<Cow<'static, str>>,
        session: Option<SessionId>,
        handle: Option<HandleId>,
    ) -> Self {
        self.0.request = Some(request.into());
        self.0.session = session;
        self.0.handle = handle;
        self
    }

    /// Names the request that failed.
    pub(crate) fn named(mut self, request: impl Into<Cow<'static, str>>) -> Self {
        self.0.request = Some(request.into());
        self
    }

    /// Sets a fault that differs from the code's own.
    pub(crate) fn with_fault(mut self, fault: Fault) -> Self {
        self.0.fault = fault;
        self
    }

    pub(crate) fn in_transaction(mut self, transaction: String, elapsed: Duration, sent: bool) -> Self {
        self.0.transaction = Some(transaction);
        self.0.elapsed = Some(elapsed);
        self.0.sent = Some(sent);
        self
    }

    pub(crate) fn explained(mut self, why: &str) -> Self {
        self.0.message = format!("{}: {why}", self.0.message).into();
        self
    }

    /// Returns the error with `what` before its text.
    pub(crate) fn introduced(mut self, what: &str) -> Self {
        self.0.message = format!("{what}: {}", self.0.message).into();
        self
    }

    #[allow(dead_code, reason = "only drivers have foreign errors")]
    pub(crate) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Source(Some(Arc::new(source)));
        self
    }

    /// What happened.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// Returns whose fault it is. A session or handle that has ended is the caller's fault only if this side ended it.
    #[must_use]
    pub fn fault(&self) -> Fault {
        self.0.fault
    }

    /// The text without the request that it belongs to.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Janus's own error number, such as 458 (no such session).
    #[must_use]
    pub fn janus_code(&self) -> Option<i64> {
        self.0.janus
    }

    /// The plugin's error number (`error_code`); 0 is an error, too.
    #[must_use]
    pub fn plugin_code(&self) -> Option<i64> {
        self.0.plugin
    }

    /// The request that failed, in Janus's words.
    #[must_use]
    pub fn request(&self) -> Option<&str> {
        self.0.request.as_deref()
    }

    /// The session that the request named.
    #[must_use]
    pub fn session(&self) -> Option<SessionId> {
        self.0.session
    }

    /// The handle that the request named.
    #[must_use]
    pub fn handle(&self) -> Option<HandleId> {
        self.0.handle
    }

    /// The transaction that the request had.
    #[must_use]
    pub fn transaction(&self) -> Option<&str> {
        self.0.transaction.as_deref()
    }

    /// How long the request had been open.
    #[must_use]
    pub fn elapsed(&self) -> Option<Duration> {
        self.0.elapsed
    }

    /// Whether the request was sent, so that Janus may have carried it out.
    #[must_use]
    pub fn sent(&self) -> Option<bool> {
        self.0.sent
    }
}

/// Returns a refusal's text. Control characters, line breaks and marks that reverse the direction of writing are
/// escaped: on a terminal or in a log they forge lines, set colours and titles, or clear the screen.
pub(crate) fn quoted(code: i64, reason: &str) -> String {
    let mut text = format!("{code} ");
    for letter in reason.chars() {
        match is_unprintable(letter) {
            true => text.extend(letter.escape_unicode()),
            false => text.push(letter),
        }
    }
    text
}

fn is_unprintable(letter: char) -> bool {
    let turns = matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    letter.is_control() || turns
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl From<InvalidId> for Error {
    fn from(error: InvalidId) -> Self {
        Self::new(ErrorCode::InvalidArgument, error.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(request) = &self.0.request {
            write!(f, "{request}: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = &*self.0;
        let mut out = f.debug_struct("Error");
        out.field("code", &details.code).field("message", &details.message);
        if let Some(request) = &details.request {
            out.field("request", request);
        }
        if let Some(session) = details.session {
            out.field("session", &session.get());
        }
        if let Some(handle) = details.handle {
            out.field("handle", &handle.get());
        }
        if let Some(transaction) = &details.transaction {
            out.field("transaction", transaction);
        }
        if let Some(elapsed) = details.elapsed {
            out.field("elapsed", &elapsed);
        }
        if let Some(sent) = details.sent {
            out.field("sent", &sent);
        }
        if let Some(source) = &details.source.0 {
            out.field("source", source);
        }
        out.finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.source.0 {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_forges_no_line_and_rules_no_terminal() {
        let reason = "Invalid line: \x1b]0;OWNED\x07\x1b[31mFAKE\r\nERROR\u{9b}2J\u{202e}\u{2028}";
        let escaped =
            "Invalid line: \\u{1b}]0;OWNED\\u{7}\\u{1b}[31mFAKE\\u{d}\\u{a}ERROR\\u{9b}2J\\u{202e}\\u{2028}";
        let refused = Error::refused(465, reason);
        assert_eq!(refused.message(), format!("465 {escaped}"));
        assert_eq!(refused.to_string(), format!("465 {escaped}"));
        assert_eq!(Error::plugin_refused(1, reason).message(), format!("1 {escaped}"));
        let harmless = "Ἄννα 안나 ❤\u{fe0f} \\ \"\u{1f469}\u{200d}\u{1f4bb}\"";
        assert_eq!(Error::refused(1, harmless).message(), format!("1 {harmless}"));
    }
}
