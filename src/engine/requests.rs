//! The open requests: found by id or by transaction, sent in order.

use std::collections::VecDeque;
use std::time::Duration;

use rustc_hash::{FxHashMap, FxHashSet};

use super::keys::{HandleKey, RequestId};
use super::types::{Completion, Idempotency, Target};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{Transaction, TransactionText, Verb};

/// Ids stay exact in a double for 2^52 requests after the seeded start.
const START_MASK: u64 = (1 << 52) - 1;

const LATE_RESPONSES_KEPT: usize = 1024;

pub(super) struct Pending<Out> {
    pub(super) target: Target,
    pub(super) verb: Verb,
    pub(super) completion: Completion,
    pub(super) idempotency: Idempotency,
    pub(super) members: Option<Out>,
    pub(super) transaction: Option<Box<str>>,
    pub(super) own_credentials: bool,
    /// Ids that no key stands for: a session to claim, something to undo.
    pub(super) named_session: Option<SessionId>,
    pub(super) named_handle: Option<HandleId>,
    /// The keep-alive interval of the session that it makes.
    pub(super) keepalive: Option<Duration>,
    /// The engine's own: nobody waits for the reply.
    pub(super) internal: bool,
    pub(super) asked: Time,
    pub(super) deadline: Option<Time>,
    /// When it was put on a line last.
    pub(super) sent: Option<Time>,
    /// The transport took it, and says itself when it is sent.
    pub(super) handed: bool,
    /// Janus has taken it; the answer follows.
    pub(super) acked: bool,
    /// The line on which it was sent first is gone.
    pub(super) sent_on_previous_connection: bool,
}

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

    /// Takes a request in, whose transaction must not be in use, and puts it in line for sending.
    pub(super) fn insert(&mut self, id: RequestId, pending: Pending<Out>) {
        if let Some(text) = &pending.transaction {
            self.custom.insert(text.clone(), id);
        }
        self.uncorrelated += usize::from(pending.completion == Completion::Uncorrelated);
        self.attaches += usize::from(matches!(pending.verb, Verb::Attach(_)));
        self.open.insert(id, pending);
        // Requests that end while the line takes none leave their places behind.
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
    pub(super) fn answered_by(&self, transaction: Transaction<'_>) -> Option<RequestId> {
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
        self.ids(|open| open.completion == Completion::Uncorrelated && open.sent.is_some() && open.target == handle)
    }

    pub(super) const fn has_attaches(&self) -> bool {
        self.attaches > 0
    }

    /// The only request that a refusal without a transaction can be about, if there is just one: it was
    /// sent on this connection and has had no response.
    pub(super) fn only_unanswered(&self) -> Option<RequestId> {
        let mut unanswered =
            self.open.iter().filter(|(_, open)| open.sent.is_some() && !open.acked && !open.awaiting_lost_response());
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

impl<Out> Pending<Out> {
    /// Whether it removes what nobody wants.
    pub(super) fn undoes(&self) -> bool {
        self.internal && self.named_session.is_some()
    }

    /// Whether it is an application's request to end a session or a handle of this connection.
    pub(super) fn is_teardown(&self) -> bool {
        match (&self.verb, self.target) {
            (Verb::Destroy, Target::Session(_)) | (Verb::Detach, Target::Handle(_)) => true,
            // Of a session that the closing connection has let go of already.
            (Verb::Destroy | Verb::Detach, Target::Connection) => {
                !self.internal && self.named_session.is_some()
            }
            _ => false,
        }
    }

    /// Whether it destroys this session, of which the closing connection has let go.
    pub(super) fn is_destroying(&self, session: SessionId) -> bool {
        self.verb == Verb::Destroy && self.named_session == Some(session)
    }

    /// Whether its answer was lost with the line, unless it comes on the next one.
    pub(super) fn awaiting_lost_response(&self) -> bool {
        self.sent_on_previous_connection && self.idempotency == Idempotency::NotIdempotent
    }

    /// Whether the envelope has a text of the application's.
    pub(super) const fn has_texts(&self) -> bool {
        self.transaction.is_some() || matches!(self.verb, Verb::Attach(_))
    }

    /// The texts of the envelope.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let attach = match &self.verb {
            Verb::Attach(options) => [Some(&*options.plugin), options.opaque_id.as_deref()],
            _ => [None, None],
        };
        attach.into_iter().flatten().chain(self.transaction.as_deref())
    }

    pub(super) fn transaction_text(&self, id: RequestId) -> TransactionText {
        match &self.transaction {
            Some(text) => TransactionText::Custom(text.clone()),
            None => TransactionText::Own(id.0),
        }
    }
}
