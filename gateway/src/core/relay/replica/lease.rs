//! The replica's own record, by which the others see that it lives.

use std::time::Duration;

use bifrons::time::Time;

use super::{Place, Purpose, StoreAction, StoreFailure, Stored};
use crate::core::relay::Gateway;

/// The replica's own record.
pub(super) struct Lease {
    span: Duration,
    revision: Option<u64>,
    is_busy: bool,
    due: Time,
}

impl Lease {
    pub(super) const fn new(span: Duration) -> Self {
        Self { span, revision: None, is_busy: false, due: Time::ZERO }
    }

    pub(super) const fn next_due(&self) -> Option<Time> {
        Some(self.due)
    }

    /// Whether nothing was done for longer than the lease.
    pub(super) fn is_over(&self, before: Time, now: Time) -> bool {
        before != Time::ZERO && now.since(before) > self.span
    }
}

impl Gateway {
    /// Renews the lease, three times while it lasts.
    pub(super) fn renew_lease(&mut self) {
        let Some(replica) = &mut self.replica else { return };
        if self.now < replica.lease.due {
            return;
        }
        replica.lease.due = self.now + replica.lease.span / 3;
        if std::mem::replace(&mut replica.lease.is_busy, true) {
            return;
        }
        let (operation, place) = (replica.begin(Purpose::Lease), Place::Replica(replica.id.clone()));
        let value = "{}".to_owned();
        let action = match replica.lease.revision {
            None => StoreAction::Create { operation, place, value },
            Some(revision) => StoreAction::Swap { operation, place, value, revision },
        };
        self.store(action);
    }

    pub(super) fn on_lease_renewed(&mut self, result: Result<Stored, StoreFailure>) {
        let Some(replica) = &mut self.replica else { return };
        replica.lease.is_busy = false;
        match result {
            Ok(Stored::Written(revision)) => replica.lease.revision = Some(revision),
            // After a write that was not known to be done: it ends by itself, and is written again then.
            Err(StoreFailure::Changed) => replica.lease.revision = None,
            _ => {}
        }
    }
}
