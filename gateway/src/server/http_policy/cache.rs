//! The decisions about equal cases, for a time.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use crate::core::relay::Verdict;

/// The SHA-256 of what is equal in equal cases.
pub(super) type Key = [u8; 32];

/// The most decisions that are kept.
const MOST_KEPT: usize = 10_000;

/// The longest decision that is kept, as JSON in bytes.
const LONGEST_KEPT: usize = 4 << 10;

/// Decisions, each of which is kept for the same time: the oldest one ends first.
#[derive(Debug)]
pub(super) struct Cache {
    keep: Duration,
    decisions: HashMap<Key, (Instant, Verdict)>,
    /// In the order of their ends. A decision that was replaced is here twice.
    ends: VecDeque<(Instant, Key)>,
}

impl Cache {
    pub(super) fn new(keep: Duration) -> Self {
        Self { keep, decisions: HashMap::new(), ends: VecDeque::new() }
    }

    pub(super) fn get(&self, key: &Key, now: Instant) -> Option<Verdict> {
        let (end, verdict) = self.decisions.get(key)?;
        (now < *end).then(|| verdict.clone())
    }

    /// Keeps a decision, unless it is long.
    pub(super) fn add(&mut self, key: Key, verdict: Verdict, length: usize, now: Instant) {
        if length > LONGEST_KEPT {
            return;
        }
        while self.ends.front().is_some_and(|(end, _)| *end <= now || self.ends.len() >= MOST_KEPT) {
            self.remove_oldest();
        }
        let end = now + self.keep;
        self.decisions.insert(key, (end, verdict));
        self.ends.push_back((end, key));
    }

    fn remove_oldest(&mut self) {
        let Some((end, key)) = self.ends.pop_front() else { return };
        if self.decisions.get(&key).is_some_and(|(of_decision, _)| *of_decision == end) {
            self.decisions.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: usize) -> Key {
        let mut key = Key::default();
        key[..8].copy_from_slice(&(number as u64).to_be_bytes());
        key
    }

    #[test]
    fn a_decision_ends_and_the_oldest_ones_make_place() {
        let (mut cache, start) = (Cache::new(Duration::from_secs(10)), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        cache.add(key(0), Verdict::Allow, 20, at(0));
        assert_eq!(cache.get(&key(0), at(9)), Some(Verdict::Allow));
        assert_eq!(cache.get(&key(0), at(10)), None);
        cache.add(key(1), Verdict::Allow, LONGEST_KEPT + 1, at(0));
        assert_eq!(cache.get(&key(1), at(0)), None);
        for number in 1..=MOST_KEPT {
            cache.add(key(number), Verdict::Allow, 20, at(1));
        }
        assert_eq!((cache.decisions.len(), cache.ends.len()), (MOST_KEPT, MOST_KEPT));
        assert_eq!(cache.get(&key(0), at(1)), None);
        assert_eq!(cache.get(&key(1), at(1)), Some(Verdict::Allow));
        // A newer decision about the same case ends later.
        cache.add(key(MOST_KEPT), Verdict::Respond(1.into()), 20, at(5));
        cache.add(key(0), Verdict::Allow, 20, at(11));
        assert_eq!(cache.get(&key(MOST_KEPT), at(14)), Some(Verdict::Respond(1.into())));
        assert_eq!(cache.decisions.len(), 2);
    }
}
