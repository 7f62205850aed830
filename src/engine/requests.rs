//! The open requests: found by id or by transaction, sent in order.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::keys::{HandleKey, RequestId};
use super::options::{Completion, Target};
use super::pending::Pending;
use crate::wire::{Transaction, Verb};

/// Ids stay exact in a double for 2^52 requests after the seeded start.
const START_MASK: u64 = (1 << 52) - 1;

const LATE_RESPONSES_KEPT: usize = 1024;

pub(super) struct Requests<Out> {
    open: FxHashMap<RequestId, Pending<Out>>,
    /// The callers' own transactions; nearly always empty.
    custom: FxHashMap<Box<str>, RequestId>,
    first: u64,
    next: u64,
    unsent: VecDeque<RequestId>,
    /// Endings that were fulfilled before their own responses, which are no surprise.
    fulfilled: FxHashSet<RequestId>,
    /// How many are `Uncorrelated`: nearly always none, and then no event looks for them.
    uncorrelated: usize,
    /// How many are an `attach`: without one no event looks for it.
    attaches: usize,
}

impl<Out> Requests<Out> {
    pub(super) fn new(seed: u64) -> Self {
        let first = seed & START_MASK;
        Self {
            open: FxHashMap::default(),
            custom: FxHashMap::default(),
            first,
            next: first,
            unsent: VecDeque::new(),
            fulfilled: FxHashSet::default(),
            uncorrelated: 0,
            attaches: 0,
        }
    }

    /// A number for a request; it is also its transaction.
    pub(super) fn next_id(&mut self) -> RequestId {
        loop {
            let id = self.next;
            self.next += 1;
            if self.custom.is_empty() || !self.custom.contains_key(id.to_string().as_str()) {
                return RequestId(id);
            }
        }
    }

    /// Whether the number was given out here, be its request open or not.
    pub(super) fn made(&self, number: u64) -> bool {
        (self.first..self.next).contains(&number)
    }

    /// Takes a request in, whose transaction must not be in use, and puts it queued for sending.
    pub(super) fn insert(&mut self, id: RequestId, pending: Pending<Out>) {
        if let Some(text) = &pending.transaction {
            self.custom.insert(text.clone(), id);
        }
        self.uncorrelated += usize::from(pending.completion == Completion::Uncorrelated);
        self.attaches += usize::from(matches!(pending.verb, Verb::Attach(_)));
        self.open.insert(id, pending);
        // Requests that end while the transport takes none leave their places behind.
        if self.unsent.len() > 2 * self.open.len() + 64 {
            self.unsent.retain(|id| self.open.contains_key(id));
        }
        self.unsent.push_back(id);
    }

    /// The response to this request is still to come, and means nothing.
    pub(super) fn expect_late_response(&mut self, id: RequestId) {
        // A server that never answers must not make this side grow.
        if self.fulfilled.len() >= LATE_RESPONSES_KEPT {
            self.fulfilled.clear();
        }
        self.fulfilled.insert(id);
    }

    pub(super) fn is_expected_late(&mut self, id: RequestId) -> bool {
        self.fulfilled.remove(&id)
    }

    pub(super) fn find(&self, transaction: Transaction<'_>) -> Option<RequestId> {
        match transaction {
            Transaction::Number(number) => {
                let id = RequestId(number);
                if self.open.get(&id).is_some_and(|open| open.transaction.is_none()) {
                    return Some(id);
                }
                if self.custom.is_empty() {
                    return None;
                }
                self.custom.get(number.to_string().as_str()).copied()
            }
            Transaction::Text(text) => self.custom.get(text).copied(),
        }
    }

    /// The open request that an answer with this transaction is for; one that was not sent
    /// yet can't have been answered.
    pub(super) fn pending_for(&self, transaction: Transaction<'_>) -> Option<RequestId> {
        self.find(transaction).filter(|id| self.open.get(id).is_some_and(|open| open.sent.is_some()))
    }

    pub(super) fn get(&self, id: RequestId) -> Option<&Pending<Out>> {
        self.open.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: RequestId) -> Option<&mut Pending<Out>> {
        self.open.get_mut(&id)
    }

    pub(super) fn remove(&mut self, id: RequestId) -> Option<Pending<Out>> {
        let pending = self.open.remove(&id)?;
        if let Some(text) = &pending.transaction {
            self.custom.remove(text);
        }
        self.uncorrelated -= usize::from(pending.completion == Completion::Uncorrelated);
        self.attaches -= usize::from(matches!(pending.verb, Verb::Attach(_)));
        Some(pending)
    }

    /// The handle's requests that any of its events may answer, by age.
    pub(super) fn uncorrelated(&self, handle: HandleKey) -> Vec<RequestId> {
        if self.uncorrelated == 0 {
            return Vec::new();
        }
        let handle = Target::Handle(handle);
        self.ids(|open| {
            open.completion == Completion::Uncorrelated && open.sent.is_some() && open.target == handle
        })
    }

    pub(super) const fn has_attaches(&self) -> bool {
        self.attaches > 0
    }

    /// The only request that a refusal without a transaction can be about, if there is just one: it was
    /// sent on this connection and has had no response.
    pub(super) fn only_without_response(&self) -> Option<RequestId> {
        let mut unanswered = self
            .open
            .iter()
            .filter(|(_, open)| open.sent.is_some() && !open.acked && !open.awaiting_lost_response());
        match (unanswered.next(), unanswered.next()) {
            (Some((id, _)), None) => Some(*id),
            _ => None,
        }
    }

    /// The next request to send.
    pub(super) fn next_unsent(&mut self) -> Option<(RequestId, &mut Pending<Out>)> {
        while let Some(id) = self.unsent.pop_front() {
            if self.open.contains_key(&id) {
                return self.open.get_mut(&id).map(|pending| (id, pending));
            }
        }
        None
    }

    /// These are to be sent, in this order, and none but these; among them are some that were sent.
    pub(super) fn send_only(&mut self, ids: Vec<RequestId>) {
        self.unsent = ids.into();
        self.fulfilled.clear();
    }

    /// These are to be sent, too.
    pub(super) fn send_also(&mut self, ids: Vec<RequestId>) {
        self.unsent.extend(ids);
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn any(&self, wanted: impl FnMut(&Pending<Out>) -> bool) -> bool {
        self.open.values().any(wanted)
    }

    /// The open requests that `wanted` wants, in the order in which they were made.
    pub(super) fn ids(&self, mut wanted: impl FnMut(&Pending<Out>) -> bool) -> Vec<RequestId> {
        let mut ids: Vec<_> =
            self.open.iter().filter(|(_, pending)| wanted(pending)).map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids
    }
}
