//! Errors, with a code and with whose fault they are.

mod code;
pub mod janus_code;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

pub(crate) use self::code::CANCELLED;
pub use self::code::{ErrorCode, Fault, UnknownErrorCode};
use crate::id::{HandleId, InvalidId, SessionId};

/// The result of anything that can fail in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something failed, with all that is known about the request.
///
/// The text has the request and what failed. The cause, such as the system's `Connection refused`, is the
/// [`source`](StdError::source); `{error:#}` appends it: `ws://janus:8188: no connection to the server: Connection
/// refused (os error 111)`. The text holds no secret.
///
/// Errors compare equal when everything but their source does.
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
    is_idempotent: bool,
    is_temporary: bool,
    response: Option<Box<str>>,
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
            is_idempotent: false,
            is_temporary: false,
            response: None,
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

    /// States that the request may be sent twice.
    pub(crate) fn idempotent(mut self, is_idempotent: bool) -> Self {
        self.0.is_idempotent = is_idempotent;
        self
    }

    /// States that the reason passes without the caller, though the code does not say so.
    pub(crate) fn temporary(mut self) -> Self {
        self.0.is_temporary = true;
        self
    }

    /// Adds the whole response that could not be read.
    #[allow(dead_code, reason = "only responses with Rust types can be unreadable")]
    pub(crate) fn with_response(mut self, response: &Value) -> Self {
        self.0.response = Some(response.to_string().into());
        self
    }

    /// Sets another code, and the code's fault.
    #[allow(dead_code, reason = "only transports translate codes")]
    pub(crate) fn with_code(mut self, code: ErrorCode) -> Self {
        self.0.code = code;
        self.0.fault = code.fault();
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
    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Source(Some(Arc::from(source.into())));
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

    /// Whether the same request may succeed later, and does no harm when it is sent again.
    ///
    /// | error | retryable |
    /// |---|---|
    /// | [`ConnectFailed`](ErrorCode::ConnectFailed), [`TooManyRequests`](ErrorCode::TooManyRequests) | yes |
    /// | [`Timeout`](ErrorCode::Timeout), [`ConnectionLost`](ErrorCode::ConnectionLost), [`ResponseLost`](ErrorCode::ResponseLost) | if the request was not [sent](Self::sent), or is idempotent: Janus may have carried it out |
    /// | [`SessionGone`](ErrorCode::SessionGone) | only while the session is being rebuilt |
    /// | [`JanusRefused`](ErrorCode::JanusRefused) | only 472: Janus takes no new sessions at present |
    /// | all others | no |
    ///
    /// A connection that is [closed](crate::Connection::closed) stays so: retry on a new one.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.code {
            ErrorCode::ConnectFailed | ErrorCode::TooManyRequests => true,
            ErrorCode::Timeout | ErrorCode::ConnectionLost | ErrorCode::ResponseLost => {
                self.0.is_idempotent || self.0.sent == Some(false)
            }
            ErrorCode::JanusRefused => self.0.janus == Some(janus_code::NOT_ACCEPTING_SESSIONS),
            _ => self.0.is_temporary,
        }
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

    /// The name of the request that failed: the plugin's, such as `join`, or Janus's, such as `attach`.
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

    /// The whole response of Janus, if it is not as expected ([`BadResponse`](ErrorCode::BadResponse),
    /// [`UnexpectedResponse`](ErrorCode::UnexpectedResponse)): Janus has carried the request out, so that the caller may
    /// need what the response contains. It may hold secrets; no text of the error does.
    #[must_use]
    pub fn response(&self) -> Option<Value> {
        serde_json::from_str(self.0.response.as_deref()?).ok()
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
        f.write_str(&self.0.message)?;
        let mut source = if f.alternate() { self.source() } else { None };
        while let Some(error) = source {
            // An error of JavaScript's own has no text here: the message has it.
            let text = error.to_string();
            if !text.is_empty() {
                write!(f, ": {text}")?;
            }
            source = error.source();
        }
        Ok(())
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
