//! Why sessions, handles and connections end, and what that means for later requests.

use crate::error::{Error, ErrorCode, Fault};

macro_rules! end_reasons {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $fault:ident, $clause:literal;)*) => {
        /// Why a session or a handle ended.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum EndReason {
            $($(#[$doc])* $name,)*
        }

        impl EndReason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The reason's name in JavaScript and in logs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Whose fault it is that a later request fails.
            #[must_use]
            pub const fn fault(self) -> Fault {
                match self { $(Self::$name => Fault::$fault,)* }
            }

            /// The clause of an error text that says why the session or the handle has ended.
            pub(crate) const fn clause(self) -> &'static str {
                match self { $(Self::$name => $clause,)* }
            }
        }
    };
}

// `codegen` writes this list to `shared.d.ts` of the npm package.
end_reasons! {
    /// Janus, the plugin or an administrator ended the handle.
    ByServer = "by_server", Server, "Janus, the plugin or an administrator ended it";
    /// This side closed the connection.
    ConnectionClosed = "connection_closed", Caller, "this side closed the connection";
    /// The connection was lost.
    ConnectionLost = "connection_lost", Network, "the connection was lost";
    /// This side destroyed the session.
    Destroyed = "destroyed", Caller, "this side destroyed the session";
    /// This side detached the handle.
    Detached = "detached", Caller, "this side detached the handle";
    /// The session or the handle was lost in an outage.
    LostInOutage = "lost_in_outage", Network, "it was lost during an outage";
    /// Janus does not have the session or the handle.
    NotFound = "not_found", Server, "Janus does not have it";
    /// The handle held more events than its bound allows, as they were not read.
    Overflow = "overflow", Caller, "its events were not read fast enough";
    /// The application did not prepare the session after its rebuild, or failed to.
    RebuildFailed = "rebuild_failed", Caller, "the application did not prepare it after its rebuild";
    /// The session expired in Janus.
    TimedOut = "timed_out", Network, "the session expired in Janus";
    /// Janus stopped responding to the session's keepalives.
    Unresponsive = "unresponsive", Network, "Janus stopped responding to its keepalives";
}

impl EndReason {
    /// Whether the session or the handle no longer exists in Janus.
    pub(super) const fn is_gone_in_janus(self) -> bool {
        !matches!(self, Self::ConnectionClosed | Self::ConnectionLost | Self::Unresponsive)
    }

    /// The error of a request whose session has ended.
    pub(crate) fn session_gone(self) -> Error {
        let text = format!("the session has ended: {}", self.clause());
        Error::new(ErrorCode::SessionGone, text).with_fault(self.fault())
    }

    /// The error of a request whose handle has ended.
    pub(crate) fn handle_detached(self) -> Error {
        let text = format!("the handle has ended: {}", self.clause());
        Error::new(ErrorCode::HandleDetached, text).with_fault(self.fault())
    }
}

/// Why a connection is over.
#[derive(Clone, Debug, PartialEq)]
pub enum Disconnect {
    /// This side closed it.
    Closed,
    /// It could not be opened.
    Failed(Error),
    /// It was lost, and could not be restored.
    Lost(Error),
    /// Its driver was dropped with the runtime that polls it, as at the end of a program.
    Dropped,
}

impl Disconnect {
    /// Returns the error of pending and later requests.
    #[must_use]
    pub fn error(&self) -> Error {
        match self {
            Self::Closed => Error::new(ErrorCode::ConnectionClosed, "the connection has been closed"),
            Self::Failed(error) | Self::Lost(error) => error.clone(),
            Self::Dropped => Error::new(
                ErrorCode::ConnectionLost,
                "the connection's driver was dropped with its runtime; to end sessions first, await close()",
            ),
        }
    }
}
