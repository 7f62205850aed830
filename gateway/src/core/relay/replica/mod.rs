//! This gateway as one of several replicas: each session has a record in a store that they share, and whichever
//! replica its page comes to takes it over.

mod confirm;
mod hand_over;
mod lease;
mod leave;
mod record;
mod store;
mod take_over;
mod write;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::time::Time;

pub use self::store::{Place, Question, StoreAction, StoreFailure, StoreOperation, Stored};
pub(super) use self::take_over::Adopted;
pub(super) use self::write::Recorded;

use self::confirm::Confirming;
use self::lease::Lease;
use self::take_over::{Claim, Stage};
use self::write::{Ending, Writes};
use super::{Action, Gateway};

/// How this gateway is one of several.
#[derive(Clone, Debug)]
pub struct ReplicaSettings {
    /// Its name, which no other process has, nor has had.
    pub id: Arc<str>,
    /// The lease of its own record in the store: while it is not renewed for so long, the replica counts as dead.
    pub lease: Duration,
}

/// What is known of the records, and what is under way.
pub(super) struct Replica {
    pub id: Arc<str>,
    operations: HashMap<StoreOperation, Purpose>,
    last_operation: u64,
    writes: Writes,
    /// The sessions that were ended, until their records are deleted.
    endings: HashMap<u64, Ending>,
    /// The claims of sessions that are not here, by their virtual ids.
    claims: HashMap<u64, Claim>,
    lease: Lease,
    confirming: Confirming,
    /// When the next page is closed, while the replica drains.
    leaves_next: Option<Time>,
}

/// What an operation is for.
enum Purpose {
    /// The record of a session is written, or read since it is not known whether it was.
    Write(u64),
    Look(u64),
    /// The record of a session that has ended is deleted, or read before that.
    Delete(u64),
    LookBeforeDelete(u64),
    Claim(u64, Stage),
    Lease,
    Confirm(u64),
}

impl Replica {
    pub(super) fn new(settings: &ReplicaSettings) -> Self {
        Self {
            id: settings.id.clone(),
            operations: HashMap::new(),
            last_operation: 0,
            writes: Writes::default(),
            endings: HashMap::new(),
            claims: HashMap::new(),
            lease: Lease::new(settings.lease),
            confirming: Confirming::default(),
            leaves_next: None,
        }
    }

    /// Begins an operation.
    fn begin(&mut self, purpose: Purpose) -> StoreOperation {
        self.last_operation += 1;
        let operation = StoreOperation(self.last_operation);
        self.operations.insert(operation, purpose);
        operation
    }

    pub(super) fn next_deadline(&self) -> Option<Time> {
        let of_records = super::earlier(self.writes.next_due(), self.confirming.next_due());
        super::earlier(super::earlier(of_records, self.leaves_next), self.lease.next_due())
    }

    /// The operations and claims that are under way, and the records that are to be written or deleted.
    pub(super) fn load(&self) -> usize {
        self.claims.len() + self.endings.len() + self.writes.len() + self.confirming.len()
    }
}

impl Gateway {
    /// An operation on the store has ended.
    pub fn store_done(&mut self, now: Time, operation: StoreOperation, result: Result<Stored, StoreFailure>) {
        self.advance(now);
        let purpose = self.replica.as_mut().and_then(|replica| replica.operations.remove(&operation));
        match purpose {
            Some(Purpose::Write(session)) => self.on_record_written(session, result),
            Some(Purpose::Look(session)) => self.on_record_looked_at(session, result),
            Some(Purpose::Delete(session)) => self.on_record_deleted(session, &result),
            Some(Purpose::LookBeforeDelete(session)) => self.on_record_to_delete(session, result),
            Some(Purpose::Claim(session, stage)) => self.on_claim(session, stage, result),
            Some(Purpose::Lease) => self.on_lease_renewed(result),
            Some(Purpose::Confirm(session)) => self.on_session_confirmed(session, result),
            None => {}
        }
    }

    /// Does what is due.
    pub(super) fn handle_replica_timeout(&mut self) {
        if self.replica.is_some() {
            self.renew_lease();
            self.write_due_records();
            self.confirm_again();
            self.leave_pages();
        }
    }

    /// Notes the time. A replica that has done nothing for longer than its lease may have been suspended meanwhile.
    pub(super) fn advance(&mut self, now: Time) {
        let before = std::mem::replace(&mut self.now, now);
        if self.replica.as_ref().is_some_and(|replica| replica.lease.is_over(before, now)) {
            self.confirm_sessions();
        }
    }

    fn store(&mut self, action: StoreAction) {
        self.actions.push_back(Action::Store(action));
    }
}
