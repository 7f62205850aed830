//! The part of a received message that the engine looks at.

use std::fmt;

use super::version::JanusVersion;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What a message is: its `janus` field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[$doc])* $name,)*
            /// A kind that this version does not know.
            Unknown,
        }

        impl Kind {
            /// Every known kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the kind with this `janus` member.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                match word { $($text => Self::$name,)* _ => Self::Unknown }
            }

            /// Returns the `janus` member of this kind.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $text,)* Self::Unknown => "unknown" }
            }
        }
    };
}

kinds! {
    /// Janus has accepted a request; the response follows as an event.
    Ack = "ack";
    /// The handle is gone.
    Detached = "detached";
    /// A request was refused by Janus itself.
    Error = "error";
    /// An event of a plugin, or its response to an acknowledged request.
    Event = "event";
    /// The PeerConnection is gone.
    Hangup = "hangup";
    /// A connected ICE went to failed (Janus 1.2.0 and newer).
    IceFailed = "ice-failed";
    /// A long poll without events.
    Keepalive = "keepalive";
    /// Media began or stopped to arrive at Janus.
    Media = "media";
    /// The response to `ping`.
    Pong = "pong";
    /// The response to `info`.
    ServerInfo = "server_info";
    /// Packets are being lost.
    Slowlink = "slowlink";
    /// A request was carried out.
    Success = "success";
    /// The session expired.
    Timeout = "timeout";
    /// The token of a session's user expires soon (the gateway's; Janus has no such event).
    TokenExpiring = "token_expiring";
    /// A candidate of Janus's (full-trickle servers).
    Trickle = "trickle";
    /// The PeerConnection is usable.
    Webrtcup = "webrtcup";
}

impl Kind {
    /// Whether it is a direct response.
    #[must_use]
    pub const fn is_reply(self) -> bool {
        matches!(self, Self::Ack | Self::Error | Self::Pong | Self::ServerInfo | Self::Success)
    }

    /// Whether a handle may get it without having asked.
    #[must_use]
    pub const fn is_handle_event(self) -> bool {
        matches!(
            self,
            Self::Detached
                | Self::Event
                | Self::Hangup
                | Self::IceFailed
                | Self::Media
                | Self::Slowlink
                | Self::Trickle
                | Self::Webrtcup
        )
    }
}

/// A transaction as it stands in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transaction<'a> {
    /// A decimal number without leading zeros, as the engine makes them.
    Number(u64),
    /// Any other text.
    Text(&'a str),
}

impl<'a> Transaction<'a> {
    /// Reads a transaction: the engine's own are numbers.
    #[must_use]
    pub fn from_text(text: &'a str) -> Self {
        let decimal = text.len() <= 16
            && text.bytes().all(|b| b.is_ascii_digit())
            && (text == "0" || !text.starts_with('0'));
        match text.parse() {
            Ok(number) if decimal => Self::Number(number),
            _ => Self::Text(text),
        }
    }
}

/// What is wrong with a message that the server sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// It is no JSON.
    NotJson,
    /// It is JSON, but no object.
    NotObject,
    /// It has no `janus` field.
    NoKind,
    /// This field has a type that it can't have.
    WrongType(&'static str),
    /// This id is larger than 2^53 - 1.
    UnsafeId(&'static str),
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson => f.write_str("a message that is no JSON"),
            Self::NotObject => f.write_str("a message that is no JSON object"),
            Self::NoKind => f.write_str("a message without the field janus"),
            Self::WrongType(field) => write!(f, "the field {field} has a wrong type"),
            Self::UnsafeId(field) => write!(f, "the field {field} is above 2^53 - 1"),
        }
    }
}

/// What the engine needs of `server_info`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServerLimits {
    /// Seconds without a request after which a session ends; 0 for never.
    pub session_timeout: u64,
    /// How long a session outlives its transport connection, in seconds; 0 if it does not.
    pub reclaim_session_timeout: u64,
    /// The server's version, if it reported one.
    pub version: Option<JanusVersion>,
}

/// The envelope of a received message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Envelope<'a> {
    /// The `janus` field.
    pub kind: Kind,
    /// The `janus` member if `kind` is [`Kind::Unknown`].
    pub word: Option<&'a str>,
    /// The transaction, if the message has one.
    pub transaction: Option<Transaction<'a>>,
    /// The id of the session (`session_id`).
    pub session: Option<u64>,
    /// `sender`: a handle's id.
    pub sender: Option<u64>,
    /// `data.id`: the id of what was created.
    pub data_id: Option<u64>,
    /// `error.code` and `error.reason`.
    pub error: Option<(i64, &'a str)>,
    /// The limits in `server_info`.
    pub limits: Option<ServerLimits>,
    /// What is wrong with it, if something is.
    pub malformed: Option<Malformed>,
}

/// What a success says that it created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreatedId {
    /// `create`: `data.id` is the session's id.
    Session(u64),
    /// `attach`: `data.id` is the handle's id, and `session_id` its session's.
    Handle {
        /// The session's id.
        session: u64,
        /// The handle's id.
        handle: u64,
    },
}

impl Envelope<'_> {
    /// What this success created. Only the responses to `create` and `attach` contain `data.id`, and of the two only
    /// that to `attach` names a session.
    #[must_use]
    pub const fn created(&self) -> Option<CreatedId> {
        match (self.data_id, self.session) {
            (None, _) => None,
            (Some(id), None) => Some(CreatedId::Session(id)),
            (Some(id), Some(session)) => Some(CreatedId::Handle { session, handle: id }),
        }
    }

    /// An envelope of this kind with nothing else in it.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self {
            kind,
            word: None,
            transaction: None,
            session: None,
            sender: None,
            data_id: None,
            error: None,
            limits: None,
            malformed: None,
        }
    }
}
