//! Janus's thread pool: messages to plugins are carried out beside all other requests.

use std::collections::BTreeMap;

use super::ClientId;
use crate::time::Time;

/// The messages that wait for a thread, by when they get one.
#[derive(Default)]
pub(super) struct Threads {
    pub(super) on: bool,
    pub(super) waiting: BTreeMap<(Time, u64), Waiting>,
    pub(super) count: u64,
}

pub(super) struct Waiting {
    pub(super) client: ClientId,
    pub(super) session: Option<u64>,
    pub(super) text: String,
}

impl Threads {
    pub(super) fn next(&self) -> Option<Time> {
        self.waiting.first_key_value().map(|((at, _), _)| *at)
    }
}
