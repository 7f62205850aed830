//! The pending requests, by id and by transaction, and the order in which they are sent.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::keys::{HandleKey, RequestId, sorted};
use super::options::{Completion, Target};
use super::pending_request::Pending;
use crate::wire::{Transaction, Verb};

/// Ids stay exact in a double for 2^52 requests after the seeded start.
const START_MASK: u64 = (1 << 52) - 1;

const LATE_RESPONSES_KEPT: usize = 1024;

pub(super) struct Requests<Out> {
    pending: FxHashMap<RequestId, Pending<Out>>,
    /// The application's own transactions; nearly always empty.
    custom: FxHashMap<Box<str>, RequestId>,
    first: u64,
    next: u64,
    unsent: VecDeque<RequestId>,
    /// Teardowns that were fulfilled before their own responses, which are expected.
    fulfilled: FxHashSet<RequestId>,
    /// The number of `Uncorrelated` requests: nearly always 0, and then no event looks for them.
    uncorrelated: usize,
    /// The number of `attach` requests: without one, no event can be early.
    attaches: usize,
}

impl<Out> Requests<Out> {
    pub(super) fn new(seed: u64) -> Self {
        let first = seed & START_MASK;
        Self {
            pending: FxHashMap::default(),
            custom: FxHashMap::default(),
            first,
            next: first,
            unsent: VecDeque::new(),
            fulfilled: FxHashSet::default(),
            uncorrelated: 0,
            attaches: 0,
        }
    }

    /// The next request's number, which is also its transaction.
    pub(super) fn next_id(&mut self) -> RequestId {
        loop {
            let id = self.next;
            self.next += 1;
            if self.custom.is_empty() || !self.custom.contains_key(id.to_string().as_str()) {
                return RequestId(id);
            }
        }
    }

    /// Whether the number is that of a request of this connection, pending or not.
    pub(super) fn was_issued(&self, number: u64) -> bool {
        (self.first..self.next).contains(&number)
    }

    /// Inserts a request, whose transaction must not be in use, and queues it for sending.
    pub(super) fn insert(&mut self, id: RequestId, pending: Pending<Out>) {
        if let Some(text) = &pending.transaction {
            self.custom.insert(text.clone(), id);
        }
        self.uncorrelated += usize::from(pending.completion == Completion::Uncorrelated);
        self.attaches += usize::from(matches!(pending.verb, Verb::Attach(_)));
        self.pending.insert(id, pending);
        // Requests that end while the transport accepts none leave stale entries.
        if self.unsent.len() > 2 * self.pending.len() + 64 {
            self.unsent.retain(|id| self.pending.contains_key(id));
        }
        self.unsent.push_back(id);
    }

    /// The response to this request may still come; it has no effect then.
    pub(super) fn expect_late_response(&mut self, id: RequestId) {
        // A server that never responds must not make the engine grow.
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
                if self.pending.get(&id).is_some_and(|open| open.transaction.is_none()) {
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

    /// The pending request that a response with this transaction ends. It must have been sent.
    pub(super) fn pending_for(&self, transaction: Transaction<'_>) -> Option<RequestId> {
        self.find(transaction).filter(|id| self.pending.get(id).is_some_and(|open| open.sent.is_some()))
    }

    pub(super) fn get(&self, id: RequestId) -> Option<&Pending<Out>> {
        self.pending.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: RequestId) -> Option<&mut Pending<Out>> {
        self.pending.get_mut(&id)
    }

    pub(super) fn remove(&mut self, id: RequestId) -> Option<Pending<Out>> {
        let pending = self.pending.remove(&id)?;
        if let Some(text) = &pending.transaction {
            self.custom.remove(text);
        }
        self.uncorrelated -= usize::from(pending.completion == Completion::Uncorrelated);
        self.attaches -= usize::from(matches!(pending.verb, Verb::Attach(_)));
        Some(pending)
    }

    /// The `Uncorrelated` requests of a handle, by age.
    pub(super) fn uncorrelated(&self, handle: HandleKey) -> Vec<RequestId> {
        if self.uncorrelated == 0 {
            return Vec::new();
        }
        let handle = Target::Handle(handle);
        self.ids(|open| {
            open.completion == Completion::Uncorrelated && open.sent.is_some() && open.target == handle
        })
    }

    pub(super) const fn has_uncorrelated(&self) -> bool {
        self.uncorrelated > 0
    }

    pub(super) const fn has_attaches(&self) -> bool {
        self.attaches > 0
    }

    /// The request that a refusal without a transaction is about, if only one can be meant: it was sent on this
    /// transport connection and has had no response.
    pub(super) fn only_without_response(&self) -> Option<RequestId> {
        let mut unanswered = self
            .pending
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
            if self.pending.contains_key(&id) {
                return self.pending.get_mut(&id).map(|pending| (id, pending));
            }
        }
        None
    }

    /// Queues these requests for sending, in this order, and no others.
    pub(super) fn send_only(&mut self, ids: Vec<RequestId>) {
        self.unsent = ids.into();
        self.fulfilled.clear();
    }

    /// Queues these requests behind the others.
    pub(super) fn send_also(&mut self, ids: Vec<RequestId>) {
        self.unsent.extend(ids);
    }

    pub(super) fn len(&self) -> usize {
        self.pending.len()
    }

    pub(super) fn any(&self, wanted: impl FnMut(&Pending<Out>) -> bool) -> bool {
        self.pending.values().any(wanted)
    }

    /// The pending requests that `wanted` selects, by age.
    pub(super) fn ids(&self, mut wanted: impl FnMut(&Pending<Out>) -> bool) -> Vec<RequestId> {
        sorted(self.pending.iter().filter(|(_, pending)| wanted(pending)).map(|(id, _)| *id))
    }
}
