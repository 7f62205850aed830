//! Whether a connection is usable.

use std::fmt;

use super::waiters::State;

/// Whether a connection is usable, returned by [`Connection::state`](super::Connection::state).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConnectionState {
    /// The first transport connection is being opened.
    Connecting,
    /// A transport connection is open, and all sessions are usable.
    Connected,
    /// The transport connection was lost: another one is being opened, or sessions are being restored on it. Requests
    /// wait.
    Reconnecting,
    /// The connection is over, and stays so; [`Connection::closed`](super::Connection::closed) has the reason.
    Closed,
}

impl ConnectionState {
    pub(super) const fn of(state: &State) -> Self {
        match state {
            State::Connecting => Self::Connecting,
            State::Connected => Self::Connected,
            State::Reconnecting => Self::Reconnecting,
            State::Over(_) => Self::Closed,
        }
    }

    /// Returns its name: `connecting`, `connected`, `reconnecting` or `closed`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::Connected => "connected",
            Self::Reconnecting => "reconnecting",
            Self::Closed => "closed",
        }
    }
}

impl fmt::Display for ConnectionState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
