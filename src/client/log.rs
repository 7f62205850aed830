//! The log records of a connection, for `tracing`: with connection, session, handle and
//! transaction as fields, without secrets and SDPs.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::driver::Output;
use crate::engine::{Disconnect, EndReason, Notice};
use crate::error::Error;
use crate::id::SessionId;

/// The number of a connection in this process, which its log records have.
pub(super) fn next_connection() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

/// Something to write once the lock is free.
pub(super) enum LogRecord {
    Connected(usize),
    Reconnecting(Error),
    Resumed(Duration, bool, usize),
    Over(Disconnect),
    SessionOpened(SessionId),
    SessionEnded(SessionId, EndReason),
    Failed(Error),
    Notice(Notice),
}

impl LogRecord {
    /// The record that an output is worth.
    pub(super) fn of(output: &Output) -> Option<Self> {
        Some(match output {
            Output::Connected { address } => Self::Connected(*address),
            Output::Reconnecting { error } => Self::Reconnecting(error.clone()),
            Output::Resumed { outage, events_may_be_lost, address } => {
                Self::Resumed(*outage, *events_may_be_lost, *address)
            }
            Output::Disconnected(how) => Self::Over(how.clone()),
            Output::SessionOpened { id, .. } => Self::SessionOpened(*id),
            Output::SessionEnded { id, reason, .. } => Self::SessionEnded(*id, *reason),
            Output::Reply { result: Err(error), .. } => Self::Failed(error.clone()),
            Output::Notice(notice) => Self::Notice(notice.clone()),
            _ => return None,
        })
    }

    pub(super) fn write(&self, connection: u64) {
        match self {
            Self::Connected(address) => tracing::info!(connection, address, "connected"),
            Self::Reconnecting(error) => {
                tracing::warn!(connection, error = format_args!("{error:#}"), "reconnecting")
            }
            Self::Resumed(outage, events_may_be_lost, address) => {
                tracing::info!(connection, ?outage, events_may_be_lost, address, "resumed");
            }
            Self::Over(Disconnect::Closed) => tracing::info!(connection, "closed"),
            Self::Over(Disconnect::Failed(error)) => {
                tracing::error!(connection, error = format_args!("{error:#}"), "could not connect")
            }
            // The end of a program is no error.
            Self::Over(Disconnect::Dropped) => tracing::debug!(connection, "the driver was dropped"),
            Self::Over(Disconnect::Lost(error)) => {
                tracing::error!(connection, error = format_args!("{error:#}"), "connection lost")
            }
            Self::SessionOpened(session) => tracing::debug!(connection, %session, "session opened"),
            Self::SessionEnded(session, reason) => {
                tracing::debug!(connection, %session, ?reason, "session ended");
            }
            Self::Failed(error) => tracing::debug!(
                connection,
                session = error.session().map(|id| id.get()),
                handle = error.handle().map(|id| id.get()),
                transaction = error.transaction(),
                "{error:#}"
            ),
            Self::Notice(notice) => write_notice(connection, notice),
        }
    }
}

fn write_notice(connection: u64, notice: &Notice) {
    let (session, handle, transaction) = match notice {
        Notice::ProtocolViolation { session, handle, .. } => (*session, *handle, None),
        Notice::KeepaliveTooLong { session, .. } => (Some(session.get()), None, None),
        Notice::LateResponse { request, .. } | Notice::CleanedUp { request } => {
            (None, None, Some(request.get()))
        }
        _ => (None, None, None),
    };
    match notice.is_warning() {
        true => tracing::warn!(connection, session, handle, transaction, "{notice}"),
        false => tracing::debug!(connection, session, handle, transaction, "{notice}"),
    }
}
