//! An id that changes when a session is rebuilt, and is read without the connection's lock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Clone)]
pub(super) struct CurrentId(Arc<AtomicU64>);

impl CurrentId {
    pub(super) fn new(id: u64) -> Self {
        Self(Arc::new(AtomicU64::new(id)))
    }

    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn set(&self, id: u64) {
        self.0.store(id, Ordering::Relaxed);
    }
}
