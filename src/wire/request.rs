//! The head of a request: everything but its own members.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::id::{HandleId, SessionId};
use crate::secret::Secret;

/// Room for the head of a request beside its own members.
const HEAD_ROOM: usize = 192;

/// What to attach to, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachOptions {
    /// The plugin's package name, such as `janus.plugin.echotest`.
    pub plugin: Box<str>,
    /// A name of your own for the handle, shown to event handlers and the Admin API.
    pub opaque_id: Option<Box<str>>,
    /// The event loop to use, where the server has static ones and allows the choice.
    pub loop_index: Option<u32>,
}

/// A request's verb, with the members that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verb {
    /// Attaches a handle to a plugin (`attach`).
    Attach(Box<AttachOptions>),
    /// Claims a session of an earlier connection (`claim`).
    Claim,
    /// `create`, perhaps with an id of the caller's choice.
    Create(Option<SessionId>),
    /// Ends a session (`destroy`).
    Destroy,
    /// Ends a handle (`detach`).
    Detach,
    /// Closes a PeerConnection (`hangup`).
    Hangup,
    /// Asks for the version and the limits of the server (`info`).
    Info,
    /// Keeps a session alive (`keepalive`).
    Keepalive,
    /// Sends a request to a plugin (`message`).
    Message,
    /// Any other verb.
    Other(Box<str>),
    /// Checks whether the server responds (`ping`).
    Ping,
    /// Sends ICE candidates (`trickle`).
    Trickle,
}

impl Verb {
    /// Returns the `janus` member of this verb.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Attach(_) => "attach",
            Self::Claim => "claim",
            Self::Create(_) => "create",
            Self::Destroy => "destroy",
            Self::Detach => "detach",
            Self::Hangup => "hangup",
            Self::Info => "info",
            Self::Keepalive => "keepalive",
            Self::Message => "message",
            Self::Other(word) => word,
            Self::Ping => "ping",
            Self::Trickle => "trickle",
        }
    }

    /// The verb of a request in an application's own words: those that end a session or a handle are known.
    #[must_use]
    pub fn from_word(word: Box<str>) -> Self {
        match &*word {
            "destroy" => Self::Destroy,
            "detach" => Self::Detach,
            _ => Self::Other(word),
        }
    }

    fn write_members(&self, out: &mut String) {
        match self {
            Self::Create(Some(id)) => push(out, format_args!(",\"id\":{id}")),
            Self::Attach(options) => {
                push(out, format_args!(",\"plugin\":{}", quoted(&options.plugin)));
                if let Some(id) = &options.opaque_id {
                    push(out, format_args!(",\"opaque_id\":{}", quoted(id)));
                }
                if let Some(index) = options.loop_index {
                    push(out, format_args!(",\"loop_index\":{index}"));
                }
            }
            _ => {}
        }
    }
}

/// A request to be sent.
///
/// `Out` holds the request's own members as JSON text, such as `"body":{…}`,
/// in whatever form the platform keeps text.
#[allow(missing_debug_implementations, reason = "it holds secrets")]
#[derive(Clone)]
pub struct Transmit<Out> {
    /// What is asked.
    pub verb: Verb,
    /// The session that it names.
    pub session: Option<SessionId>,
    /// The handle that it names.
    pub handle: Option<HandleId>,
    /// The transaction, as it goes on the wire.
    pub transaction: TransactionText,
    /// The request's own members.
    pub members: Option<Out>,
    pub(crate) credentials: Option<Arc<Secret>>,
}

/// A transaction as it goes on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransactionText {
    /// The engine's own number.
    Own(u64),
    /// The caller's own text.
    Custom(Box<str>),
}

impl<Out> Transmit<Out> {
    /// Writes the request but for its own members and the closing brace.
    pub fn write_head(&self, out: &mut String) {
        match &self.verb {
            Verb::Other(word) => push(out, format_args!("{{\"janus\":{}", quoted(word))),
            verb => {
                out.push_str("{\"janus\":\"");
                out.push_str(verb.word());
                out.push('"');
            }
        }
        if let Some(id) = self.session {
            push_number(out, ",\"session_id\":", id.get());
        }
        if let Some(id) = self.handle {
            push_number(out, ",\"handle_id\":", id.get());
        }
        match &self.transaction {
            TransactionText::Own(number) => {
                push_number(out, ",\"transaction\":\"", *number);
                out.push('"');
            }
            TransactionText::Custom(text) => push(out, format_args!(",\"transaction\":{}", quoted(text))),
        }
        if let Some(credentials) = &self.credentials {
            out.push_str(credentials.reveal());
        }
        self.verb.write_members(out);
    }
}

impl<Out: AsRef<str>> Transmit<Out> {
    /// Returns the whole request as JSON text, for a transport to send.
    #[must_use]
    pub fn text(&self) -> String {
        let members = self.members.as_ref().map_or("", AsRef::as_ref);
        let mut text = String::with_capacity(HEAD_ROOM + members.len());
        self.write_head(&mut text);
        if !members.is_empty() {
            text.push(',');
            text.push_str(members);
        }
        text.push('}');
        text
    }
}

/// Without the formatter of the standard library, which takes a fifth of the engine's time for a request.
fn push_number(out: &mut String, before: &str, number: u64) {
    out.push_str(before);
    out.push_str(itoa::Buffer::new().format(number));
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String can't fail.
    let _ = out.write_fmt(text);
}

/// A text as JSON. (`serde_json::Value` would bring the writing of floats into the
/// wasm module, which needs none: 20 KB.)
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default() // texts always have a form in JSON
}
