//! A session that is here, and whose page has come to another replica.

use bifrons::time::Time;
use serde::{Deserialize, Serialize};

use super::record::Record;
use super::{Question, StoreAction};
use crate::core::relay::Gateway;

/// What replicas ask each other.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Ask {
    /// Leave this session to me.
    HandOver(u64),
}

/// The reply to `hand_over`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct HandedOver {
    /// The session as it is: the record in the store may be older. `None` if it is not there.
    pub record: Option<Record>,
}

impl Gateway {
    /// Another replica asks something. The reply is an action.
    pub fn replica_asks(&mut self, now: Time, question: Question, text: &str) {
        self.advance(now);
        let record = match serde_json::from_str(text) {
            Ok(Ask::HandOver(session)) => self.hand_over(session),
            // Of a newer release.
            Err(_) => None,
        };
        let text = serde_json::to_string(&HandedOver { record }).unwrap_or_default();
        self.store(StoreAction::Reply { question, text });
    }

    /// Leaves a session to another replica. From here on nothing is sent to its page, nor written.
    fn hand_over(&mut self, session: u64) -> Option<Record> {
        self.abandon_claim(session);
        let record = self.record_of(self.sessions.get(session)?);
        let left = self.sessions.remove(session)?;
        self.upstreams[left.upstream].engine.leave(self.now, left.key);
        if let Some(page) = left.page {
            self.leave_page(page, session);
        }
        record
    }
}
