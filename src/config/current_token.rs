//! A token that can be replaced while a connection uses it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::secret::Secret;

/// The token of an address. A clone is independent: two connections with one configuration have tokens of their own.
#[derive(Default)]
pub(super) struct CurrentToken(Arc<Mutex<Option<Secret>>>);

impl CurrentToken {
    pub(super) fn get(&self) -> Option<Secret> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, token: Option<Secret>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }

    /// The same token: it changes with this one.
    pub(super) fn shared(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl Clone for CurrentToken {
    fn clone(&self) -> Self {
        Self(Arc::new(Mutex::new(self.get())))
    }
}
