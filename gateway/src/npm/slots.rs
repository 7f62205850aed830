//! Numbers for what JavaScript is to give back later.

use std::collections::HashMap;

/// Things that JavaScript knows by their numbers.
pub(super) struct Slots<T> {
    last: u64,
    things: HashMap<u64, T>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { last: 0, things: HashMap::new() }
    }
}

impl<T> Slots<T> {
    /// Keeps a thing, and returns its number.
    pub(super) fn add(&mut self, thing: T) -> f64 {
        self.last += 1;
        self.things.insert(self.last, thing);
        self.last as f64
    }

    pub(super) fn get(&self, number: f64) -> Option<&T> {
        self.things.get(&(number as u64))
    }

    pub(super) fn take(&mut self, number: f64) -> Option<T> {
        self.things.remove(&(number as u64))
    }

    /// The number of the thing that is this one.
    pub(super) fn number_of(&self, is_it: impl Fn(&T) -> bool) -> Option<f64> {
        self.things.iter().find(|(_, thing)| is_it(thing)).map(|(number, _)| *number as f64)
    }
}
