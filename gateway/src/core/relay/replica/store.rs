//! What the gateway wants of the store, and what it gets.

use std::sync::Arc;
use std::time::Duration;

/// An operation on the store, whose result is reported by [`store_done`](super::super::Gateway::store_done).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StoreOperation(pub(super) u64);

/// A question of another replica; its number is the driver's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Question(pub u64);

/// Where a record is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// That of a session, by its virtual id; without a lease.
    Session(u64),
    /// That of a replica, by its name; with the lease of replicas.
    Replica(Arc<str>),
}

/// What is to be done with the store.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StoreAction {
    /// Read a record.
    Get {
        /// The operation.
        operation: StoreOperation,
        /// The record.
        place: Place,
    },
    /// Write a record that must not exist.
    Create {
        /// The operation.
        operation: StoreOperation,
        /// The record.
        place: Place,
        /// Its value.
        value: String,
    },
    /// Replace a record of this revision.
    Swap {
        /// The operation.
        operation: StoreOperation,
        /// The record.
        place: Place,
        /// Its value.
        value: String,
        /// The revision that it replaces.
        revision: u64,
    },
    /// Delete a record of this revision.
    Delete {
        /// The operation.
        operation: StoreOperation,
        /// The record.
        place: Place,
        /// Its revision.
        revision: u64,
    },
    /// Ask another replica.
    Ask {
        /// The operation.
        operation: StoreOperation,
        /// The replica, by its name.
        replica: Arc<str>,
        /// The question.
        text: String,
        /// How long it may take.
        within: Duration,
    },
    /// Reply to another replica.
    Reply {
        /// The question.
        question: Question,
        /// The reply.
        text: String,
    },
}

/// What the store has done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stored {
    /// What was read: the value and its revision, if the record exists.
    Entry(Option<(String, u64)>),
    /// The record was written, and has this revision.
    Written(u64),
    /// The record was deleted.
    Deleted,
    /// The reply of the other replica.
    Reply(String),
}

/// Why an operation has failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreFailure {
    /// The record that was to be written first exists.
    Exists,
    /// The record has another revision, or is gone.
    Changed,
    /// There is no such replica.
    NoResponder,
    /// The replica has not replied in time.
    NoReply,
    /// The store can't be reached, or has not answered in time. A write may have been done.
    Unavailable,
}
