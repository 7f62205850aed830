//! What the gateway wants done.

use std::sync::Arc;

use bifrons::engine::TransportId;
use bifrons::time::Time;

use super::case::Case;
use super::consult::Consultation;
use super::{EventOf, Occurrence, Polled, StoreAction};
use crate::core::identity::Identity;
use crate::core::refusal::Refusal;
use crate::core::token::TokenAction;

/// A page's connection; its number is the driver's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(pub u64);

/// Why a page's connection is closed: the code of the WebSocket's close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CloseCode {
    /// No token was accepted in time (1008).
    NoToken,
    /// Its token was revoked (1008).
    Revoked,
    /// A message was too long (1009).
    TooLong,
    /// More messages came than may wait (1013).
    TooMany,
    /// The gateway ends (1001).
    GoingAway,
    /// The page went on after its requests were refused, as they came too often (1013).
    TooOften,
}

impl CloseCode {
    /// The number.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::NoToken | Self::Revoked => 1008,
            Self::TooLong => 1009,
            Self::TooMany | Self::TooOften => 1013,
            Self::GoingAway => 1001,
        }
    }

    /// The status of the response, where the connection is one request over HTTP.
    #[must_use]
    pub const fn http_status(self) -> u16 {
        match self {
            Self::NoToken | Self::Revoked => 403,
            Self::TooLong => 413,
            Self::TooOften => 429,
            Self::TooMany | Self::GoingAway => 503,
        }
    }

    /// The reason that goes with the number.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoToken => "no token was accepted in time",
            Self::Revoked => "the token was revoked",
            Self::TooLong => "a message was too long",
            Self::TooMany => "too many messages wait",
            Self::GoingAway => "the gateway is shutting down",
            Self::TooOften => "too many requests were sent",
        }
    }
}

/// What the gateway wants done.
#[must_use]
#[non_exhaustive]
#[allow(missing_debug_implementations, reason = "a request holds secrets")]
pub enum Action {
    /// Send this message to the page.
    Send {
        /// The page.
        page: PageId,
        /// The message.
        text: String,
        /// What it is, if it is an event: it may be dropped where too much waits.
        event: Option<EventOf>,
    },
    /// Respond to a long poll; its page has ended.
    EndPoll {
        /// The page.
        page: PageId,
        /// The response.
        response: Polled,
    },
    /// The operator of this page is known, or is refused; its page has ended.
    Identified {
        /// The page.
        page: PageId,
        /// Who it is.
        identity: Result<Arc<Identity>, Refusal>,
    },
    /// Something has happened that the host application may want to know.
    Occurred(Occurrence),
    /// Close the page's connection.
    ClosePage {
        /// The page.
        page: PageId,
        /// Why.
        code: CloseCode,
    },
    /// Do this with the store that replicas share.
    Store(StoreAction),
    /// Go on with the check of a token.
    Token(TokenAction),
    /// Ask the host application, and report by [`consulted`](super::Gateway::consulted).
    Consult {
        /// The number of the question.
        consultation: Consultation,
        /// What it is about.
        case: Box<Case>,
    },
    /// Open a connection to Janus.
    OpenJanus {
        /// The connection's number.
        upstream: usize,
        /// This attempt.
        transport: TransportId,
        /// The index of the address in the configuration.
        address: usize,
    },
    /// Close a connection to Janus, or stop opening it.
    CloseJanus {
        /// The connection's number.
        upstream: usize,
        /// The attempt.
        transport: TransportId,
    },
    /// Probe Janus, with a WebSocket ping.
    ProbeJanus {
        /// The connection's number.
        upstream: usize,
        /// The attempt.
        transport: TransportId,
    },
    /// Send this request to Janus.
    SendJanus {
        /// The connection's number.
        upstream: usize,
        /// The attempt.
        transport: TransportId,
        /// The request.
        text: String,
    },
    /// A connection to Janus is usable, or no longer: [`is_connected`](super::Gateway::is_connected) may have changed.
    ConnectionChanged,
    /// A connection to Janus is lost for good.
    JanusLost {
        /// The connection's number.
        upstream: usize,
        /// Why.
        error: Arc<bifrons::Error>,
    },
    /// There is nothing to do: call the gateway with what happens, or at this time.
    Wait {
        /// The next deadline; `None` if there is none.
        until: Option<Time>,
    },
}
