//! The last events of a connection, which its streams read.

use std::collections::VecDeque;
use std::time::Duration;

use serde::Deserialize;

use super::connection_event::ConnectionEvent;
use crate::id::SessionId;
use crate::transport::Message;
use crate::wire::Payload as _;

/// The maximum number of unread events of a connection.
const MAX_UNREAD_EVENTS: usize = 16;

/// The last events of a connection. Each has a number; the first one has 0.
#[derive(Default)]
pub(super) struct RecentEvents {
    events: VecDeque<RecentEvent>,
    /// The number of earlier ones.
    dropped: u64,
}

/// An event, whose message is read when it leaves: not under the connection's lock.
#[derive(Clone)]
pub(super) enum RecentEvent {
    Read(ConnectionEvent),
    TokenExpiring { session: SessionId, message: Message },
}

impl RecentEvents {
    pub(super) fn push(&mut self, event: RecentEvent) {
        self.events.push_back(event);
        if self.events.len() > MAX_UNREAD_EVENTS {
            self.events.pop_front();
            self.dropped += 1;
        }
    }

    /// The number of events so far.
    pub(super) fn count(&self) -> u64 {
        self.dropped + self.events.len() as u64
    }

    /// Returns the first event from this number on that is still kept, and its number.
    pub(super) fn from(&self, number: u64) -> Option<(u64, RecentEvent)> {
        let number = number.max(self.dropped);
        let index = usize::try_from(number - self.dropped).ok()?;
        self.events.get(index).map(|event| (number, event.clone()))
    }
}

/// What a message says about a token that expires soon.
#[derive(Deserialize)]
struct Expiring {
    expires_in_s: f64,
}

impl RecentEvent {
    pub(super) fn read(self) -> ConnectionEvent {
        match self {
            Self::Read(event) => event,
            Self::TokenExpiring { session, message } => {
                let span = |Expiring { expires_in_s }| Duration::try_from_secs_f64(expires_in_s).ok();
                // Without a number it is taken for one that expires now.
                let expires_in = message.read().ok().and_then(span).unwrap_or_default();
                ConnectionEvent::TokenExpiring { session, expires_in }
            }
        }
    }
}

impl From<ConnectionEvent> for RecentEvent {
    fn from(event: ConnectionEvent) -> Self {
        Self::Read(event)
    }
}
