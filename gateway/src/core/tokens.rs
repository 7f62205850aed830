//! The tokens that were checked: each is checked once, until it expires.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::Secret;
use bifrons::time::Time;
use sha2::{Digest, Sha256};

use super::identity::Identity;
use super::refusal::{Cause, Refusal};

/// The tokens that are remembered. Beyond it those are forgotten that expire first.
const MOST_TOKENS: usize = 100_000;

/// How long a refusal is remembered: what is sent with a bad token again and again must cost nothing, and a key that
/// could not be fetched is fetched again soon.
const REFUSED_FOR: Duration = Duration::from_secs(5);

/// The longest token that is looked at, in bytes.
const LONGEST_TOKEN: usize = 8 << 10;

/// A check of a token, which takes time: an [`Action`](super::relay::Action) asks for it, and its result comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Check(u64);

/// The state of a token.
#[derive(Debug)]
pub(super) enum Checked {
    Known(Arc<Identity>),
    Refused(Refusal),
    /// The result comes later.
    Waits(Check),
}

type Hash = [u8; 32];

/// The tokens that were checked, by their SHA-256, and those that are being checked.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    known: HashMap<Hash, Arc<Identity>>,
    refused: HashMap<Hash, (Time, Refusal)>,
    checks: HashMap<Hash, Check>,
    checking: HashMap<Check, Hash>,
    last_check: u64,
    wanted: Vec<(Check, Secret)>,
}

impl Tokens {
    pub(super) fn check(&mut self, now: Time, token: &str) -> Checked {
        if token.len() > LONGEST_TOKEN {
            return Checked::Refused(Refusal::new(Cause::TokenRefused, "the token is longer than 8 KB"));
        }
        let hash: Hash = Sha256::digest(token).into();
        if let Some(identity) = self.known.get(&hash) {
            if now < identity.expires {
                return Checked::Known(identity.clone());
            }
            self.known.remove(&hash);
            return Checked::Refused(Refusal::new(Cause::TokenRefused, "the token has expired"));
        }
        if let Some((until, refusal)) = self.refused.get(&hash) {
            if now < *until {
                return Checked::Refused(refusal.clone());
            }
            self.refused.remove(&hash);
        }
        if let Some(check) = self.checks.get(&hash) {
            return Checked::Waits(*check);
        }
        self.last_check += 1;
        let check = Check(self.last_check);
        self.checks.insert(hash, check);
        self.checking.insert(check, hash);
        self.wanted.push((check, token.to_owned().into()));
        Checked::Waits(check)
    }

    /// The next check to make.
    pub(super) fn next_wanted(&mut self) -> Option<(Check, Secret)> {
        self.wanted.pop()
    }

    /// Notes the result of a check.
    pub(super) fn checked(&mut self, now: Time, check: Check, result: &Result<Arc<Identity>, Refusal>) {
        let Some(hash) = self.checks.iter().find(|(_, of)| **of == check).map(|(hash, _)| *hash) else {
            return;
        };
        self.checks.remove(&hash);
        match result {
            Ok(identity) => {
                if self.known.len() >= MOST_TOKENS {
                    self.forget_first();
                }
                self.known.insert(hash, identity.clone());
            }
            Err(refusal) => {
                if self.refused.len() >= MOST_TOKENS {
                    self.refused.retain(|_, (until, _)| now < *until);
                }
                if self.refused.len() < MOST_TOKENS {
                    self.refused.insert(hash, (now + REFUSED_FOR, refusal.clone()));
                }
            }
        }
    }

    fn forget_first(&mut self) {
        let first = self.known.iter().min_by_key(|(_, identity)| identity.expires).map(|(hash, _)| *hash);
        if let Some(hash) = first {
            self.known.remove(&hash);
        }
    }
}
