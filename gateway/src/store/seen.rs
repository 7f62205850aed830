//! What a watch has reported, so that it reports what is different.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::time::Instant;

use super::{Change, Entry, Revision};

/// The records that a watch has reported.
#[derive(Debug)]
pub(super) struct Seen {
    lease: Option<Duration>,
    /// The revision of each, and when its lease is over as far as is known here.
    records: BTreeMap<String, (Revision, Option<Instant>)>,
    is_current: bool,
}

impl Seen {
    pub(super) const fn new(lease: Option<Duration>) -> Self {
        Self { lease, records: BTreeMap::new(), is_current: false }
    }

    /// A record is there.
    pub(super) fn put(&mut self, name: &str, entry: Entry) -> Option<Change> {
        let ends = self.lease.map(|lease| Instant::now() + lease);
        let before = self.records.insert(name.to_owned(), (entry.revision, ends));
        let is_known = before.is_some_and(|(revision, _)| revision == entry.revision);
        (!is_known).then(|| Change::Put { name: name.to_owned(), entry })
    }

    /// A record is not there.
    pub(super) fn gone(&mut self, name: &str) -> Option<Change> {
        self.records.remove(name).map(|_| Change::Gone { name: name.to_owned() })
    }

    /// All that is there was put, and has these names.
    pub(super) fn listed(&mut self, names: &BTreeSet<String>) -> Vec<Change> {
        let gone: Vec<_> = self.records.keys().filter(|name| !names.contains(*name)).cloned().collect();
        let mut changes: Vec<_> = gone.iter().filter_map(|name| self.gone(name)).collect();
        if !std::mem::replace(&mut self.is_current, true) {
            changes.push(Change::Current);
        }
        changes
    }

    /// When the next lease may be over.
    pub(super) fn next_end(&self) -> Option<Instant> {
        self.records.values().filter_map(|(_, ends)| *ends).min()
    }

    /// The records whose lease may be over: the engine is to be asked. Unless it says something else they are asked about again
    /// a second later, so that an engine that is away makes no lease end.
    pub(super) fn ended(&mut self) -> Vec<String> {
        let now = Instant::now();
        let ended = self.records.iter_mut().filter(|(_, (_, ends))| ends.is_some_and(|ends| ends <= now));
        ended
            .map(|(name, (_, ends))| {
                *ends = Some(now + Duration::from_secs(1));
                name.clone()
            })
            .collect()
    }
}
