//! Counts the fields of messages that were kept raw.

use std::cell::Cell;

use serde::de::DeserializeOwned;

use super::waiters::Shared;
use crate::error::{Error, Result};
use crate::wire::{Jsep, Payload, Show};

/// Reads a message; fields that it keeps raw are counted and logged.
pub(super) fn counting_raw_fields<M: Payload, T>(
    shared: &Shared,
    message: &M,
    read: impl FnOnce(&Counted<'_, M>) -> T,
) -> T {
    let counted = Counted { message, raw: Cell::new(0) };
    let value = read(&counted);
    let raw = counted.raw.get();
    if raw > 0 {
        shared.lock().0.count_raw_fields(raw);
    }
    value
}

/// A message, and how many of its fields were kept raw.
pub(super) struct Counted<'m, M> {
    message: &'m M,
    raw: Cell<u64>,
}

impl<M: Payload> Payload for Counted<'_, M> {
    fn exact<T: DeserializeOwned>(&self) -> Result<T> {
        self.message.exact()
    }

    fn exact_plugin_data<T: DeserializeOwned>(&self) -> Result<T> {
        self.message.exact_plugin_data()
    }

    fn kept_raw(&self, field: &str) {
        tracing::debug!(field, "a field of an unexpected type was kept raw");
        self.raw.set(self.raw.get() + 1);
    }

    fn jsep(&self) -> Result<Option<Jsep>> {
        self.message.jsep()
    }

    fn transaction(&self) -> Option<String> {
        self.message.transaction()
    }

    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>) {
        self.message.each_plugin_field(within, show);
    }

    fn plugin_refusal(&self) -> Option<Error> {
        self.message.plugin_refusal()
    }
}
