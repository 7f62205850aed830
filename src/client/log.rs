//! The log records of a connection, for `tracing`: with connection, session, handle and
//! transaction as fields, without secrets and SDPs.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::config::Server;
use crate::driver::Output;
use crate::engine::{Disconnect, EndReason, Notice, ResumedSessions};
use crate::error::Error;
use crate::id::SessionId;

/// The number of a connection in this process, which its log records have.
pub(super) fn next_connection() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

/// Something to write once the lock is free.
pub(super) enum LogRecord {
    Connected(Option<Arc<Server>>),
    Reconnecting(Error),
    Resumed(Duration, ResumedSessions, Option<Arc<Server>>),
    Over(Disconnect),
    SessionOpened(SessionId),
    SessionEnded(SessionId, EndReason),
    Notice(Notice),
}

impl LogRecord {
    /// The record that an output is worth.
    pub(super) fn of(output: &Output, server: Option<&Arc<Server>>) -> Option<Self> {
        Some(match output {
            Output::Connected { .. } => Self::Connected(server.cloned()),
            Output::Reconnecting { error } => Self::Reconnecting(error.clone()),
            Output::Resumed { outage, sessions, .. } => {
                Self::Resumed(*outage, sessions.clone(), server.cloned())
            }
            Output::Disconnected(how) => Self::Over(how.clone()),
            Output::SessionOpened { id, .. } => Self::SessionOpened(*id),
            Output::SessionEnded { id, reason, .. } => Self::SessionEnded(*id, *reason),
            Output::Notice(notice) => Self::Notice(notice.clone()),
            _ => return None,
        })
    }

    pub(super) fn write(&self, connection: u64) {
        match self {
            Self::Connected(server) => {
                let (address, port, transport) = fields_of(server.as_deref());
                tracing::info!(
                    connection,
                    server.address = address,
                    server.port = port,
                    network.transport = transport,
                    "connected"
                );
            }
            Self::Reconnecting(error) => {
                tracing::warn!(connection, error = format_args!("{error:#}"), "reconnecting")
            }
            Self::Resumed(outage, sessions, server) => {
                let (address, port, _) = fields_of(server.as_deref());
                tracing::info!(
                    connection,
                    ?outage,
                    kept = sessions.kept.len(),
                    rebuilt = sessions.rebuilt.len(),
                    ended = sessions.ended.len(),
                    server.address = address,
                    server.port = port,
                    "resumed"
                );
            }
            Self::Over(Disconnect::Closed) => tracing::info!(connection, "closed"),
            // `connect`, or each request, returns the error.
            Self::Over(Disconnect::Failed(_)) => tracing::debug!(connection, "could not connect"),
            // The end of a program is no error.
            Self::Over(Disconnect::Dropped) => tracing::debug!(connection, "the driver was dropped"),
            Self::Over(Disconnect::Lost(error)) => {
                tracing::error!(connection, error = format_args!("{error:#}"), "connection lost")
            }
            Self::SessionOpened(session) => tracing::debug!(connection, %session, "session opened"),
            Self::SessionEnded(session, reason) => {
                tracing::debug!(connection, %session, ?reason, "session ended");
            }
            Self::Notice(notice) => write_notice(connection, notice),
        }
    }
}

fn fields_of(server: Option<&Server>) -> (Option<&str>, Option<u16>, Option<&str>) {
    match server {
        Some(server) => (Some(&server.address), server.port, Some(server.transport)),
        None => (None, None, None),
    }
}

fn write_notice(connection: u64, notice: &Notice) {
    let (session, handle, transaction) = notice.ids();
    match notice.is_warning() {
        true => tracing::warn!(connection, session, handle, transaction, "{notice}"),
        false => tracing::debug!(connection, session, handle, transaction, "{notice}"),
    }
}
