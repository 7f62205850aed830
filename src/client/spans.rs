//! The `tracing` spans of connections, sessions and handles. README.md has the fields.

use tracing::Span;

use crate::id::{HandleId, SessionId};

/// The span of a connection. No parent: it is open for hours, and would hold back the caller's.
pub(super) fn connection_span(connection: u64) -> Span {
    tracing::debug_span!(parent: None, "connection", connection)
}

/// The span of a session; a rebuilt one keeps its first id there.
pub(super) fn session_span(connection: &Span, session: SessionId) -> Span {
    tracing::debug_span!(parent: connection, "session", session = session.get())
}

/// The span of a handle.
pub(super) fn handle_span(session: &Span, plugin: &str, handle: HandleId) -> Span {
    tracing::debug_span!(parent: session, "handle", rpc.service = plugin, handle = handle.get())
}
