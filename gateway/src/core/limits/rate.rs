//! Token buckets: how often something may happen.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::Duration;

use bifrons::time::Time;
use serde::{Deserialize, Deserializer};

/// The most buckets of a table. Beyond it those that are not known yet are not limited: a flood from so many addresses
/// is limited by the tenants' rates.
const MOST_BUCKETS: usize = 200_000;

/// How often something may happen: in the long run, and at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    interval: Duration,
    burst: u32,
}

impl Rate {
    /// `per_second` in the long run, and `burst` at once; `None` if one of them is not above zero.
    #[must_use]
    pub fn new(per_second: f64, burst: u32) -> Option<Self> {
        let interval = Duration::try_from_secs_f64(per_second.recip()).ok()?;
        (burst > 0 && !interval.is_zero()).then_some(Self { interval, burst })
    }

    /// [`new`](Self::new) for rates that are written in the code.
    pub(super) const fn each(interval: Duration, burst: u32) -> Self {
        Self { interval, burst }
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Members {
            per_second: f64,
            burst: u32,
        }
        let Members { per_second, burst } = Members::deserialize(from)?;
        let refusal = || serde::de::Error::custom("per_second and burst must be above 0");
        Self::new(per_second, burst).ok_or_else(refusal)
    }
}

/// Buckets by their keys. Each is a time: when it will be full again.
#[derive(Debug)]
pub(super) struct Buckets<K> {
    full_at: HashMap<K, Time>,
    /// With so many buckets the full ones are forgotten.
    sweep_at: usize,
}

impl<K> Default for Buckets<K> {
    fn default() -> Self {
        Self { full_at: HashMap::new(), sweep_at: 1024 }
    }
}

impl<K: Eq + Hash> Buckets<K> {
    /// Takes one from the bucket.
    ///
    /// # Errors
    /// How long it takes until there is one again.
    pub(super) fn take(&mut self, now: Time, key: K, rate: Rate) -> Result<(), Duration> {
        self.sweep(now);
        let is_full = self.full_at.len() >= MOST_BUCKETS;
        let full_at = match self.full_at.get_mut(&key) {
            Some(full_at) => full_at,
            None if is_full => return Ok(()),
            None => self.full_at.entry(key).or_insert(now),
        };
        let lacking = full_at.since(now);
        let most = rate.interval.saturating_mul(rate.burst - 1);
        if lacking > most {
            return Err(lacking - most);
        }
        *full_at = (*full_at).max(now) + rate.interval;
        Ok(())
    }

    /// Whether there is one, without taking it.
    pub(super) fn peek(&self, now: Time, key: &K, rate: Rate) -> Result<(), Duration> {
        let lacking = self.full_at.get(key).map_or(Duration::ZERO, |full_at| full_at.since(now));
        let most = rate.interval.saturating_mul(rate.burst - 1);
        if lacking > most { Err(lacking - most) } else { Ok(()) }
    }

    /// Forgets the buckets that are full: they are as if they had never been used.
    fn sweep(&mut self, now: Time) {
        if self.full_at.len() >= self.sweep_at {
            self.full_at.retain(|_, full_at| *full_at > now);
            self.sweep_at = (self.full_at.len() * 2).clamp(1024, MOST_BUCKETS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: f64) -> Time {
        Time::ZERO + Duration::from_secs_f64(seconds)
    }

    #[test]
    fn a_burst_passes_at_once_and_then_one_for_each_interval() {
        let mut buckets = Buckets::default();
        let rate = Rate::new(2.0, 3).unwrap();
        for _ in 0..3 {
            assert_eq!(buckets.take(at(1.0), "anna", rate), Ok(()));
        }
        assert_eq!(buckets.take(at(1.0), "anna", rate), Err(Duration::from_millis(500)));
        assert_eq!(buckets.take(at(1.2), "anna", rate), Err(Duration::from_millis(300)));
        assert_eq!(buckets.take(at(1.0), "ben", rate), Ok(()));
        assert_eq!(buckets.peek(at(1.5), &"anna", rate), Ok(()));
        assert_eq!(buckets.take(at(1.5), "anna", rate), Ok(()));
        assert_eq!(buckets.peek(at(1.5), &"anna", rate), Err(Duration::from_millis(500)));
        for _ in 0..3 {
            assert_eq!(buckets.take(at(100.0), "anna", rate), Ok(()));
        }
        assert!(buckets.take(at(100.0), "anna", rate).is_err());
    }

    #[test]
    fn buckets_that_are_full_again_are_forgotten() {
        let mut buckets = Buckets::default();
        let rate = Rate::new(1.0, 10).unwrap();
        for key in 0..1024 {
            buckets.take(at(f64::from(key)), key, rate).unwrap();
        }
        buckets.take(at(1024.0), 1024, rate).unwrap();
        assert_eq!(buckets.full_at.len(), 1);
    }

    #[test]
    fn the_table_is_bounded() {
        let mut buckets = Buckets::default();
        let rate = Rate::new(0.001, 1).unwrap();
        for key in 0..MOST_BUCKETS + 10 {
            buckets.take(at(1.0), key, rate).unwrap();
        }
        assert_eq!(buckets.full_at.len(), MOST_BUCKETS);
        assert!(buckets.take(at(2.0), 0, rate).is_err());
    }

    #[test]
    fn a_rate_above_zero_is_needed() {
        for (per_second, burst) in
            [(0.0, 1), (-1.0, 1), (f64::NAN, 1), (f64::INFINITY, 1), (1.0, 0), (1e-300, 1)]
        {
            assert_eq!(Rate::new(per_second, burst), None, "{per_second} {burst}");
        }
    }
}
