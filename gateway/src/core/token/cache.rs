//! The tokens that were checked.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::time::Time;
use sha2::{Digest, Sha256};

use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};

/// The most tokens that are remembered. Beyond it the one is forgotten that expires first.
const MOST_TOKENS: usize = 100_000;

/// How long a refusal is remembered: what is sent with a bad token again and again must cost nothing, and a key that
/// could not be fetched is fetched again soon.
const REFUSED_FOR: Duration = Duration::from_secs(5);

pub(super) type Hash = [u8; 32];

pub(super) fn hash(token: &str) -> Hash {
    Sha256::digest(token).into()
}

/// The tokens that were checked, by their SHA-256: the tokens themselves are not kept.
#[derive(Debug, Default)]
pub(super) struct Cache {
    accepted: HashMap<Hash, Arc<Identity>>,
    refused: HashMap<Hash, (Time, Refusal)>,
}

impl Cache {
    /// What is known of a token.
    pub(super) fn find(&mut self, now: Time, hash: &Hash) -> Option<Result<Arc<Identity>, Refusal>> {
        if let Some(identity) = self.accepted.get(hash) {
            if now < identity.expires {
                return Some(Ok(identity.clone()));
            }
            self.accepted.remove(hash);
            return Some(Err(Refusal::new(Cause::TokenRefused, "the token has expired")));
        }
        let (until, refusal) = self.refused.get(hash)?;
        if now < *until {
            return Some(Err(refusal.clone()));
        }
        self.refused.remove(hash);
        None
    }

    pub(super) fn accept(&mut self, hash: Hash, identity: Arc<Identity>) {
        if self.accepted.len() >= MOST_TOKENS {
            let first =
                self.accepted.iter().min_by_key(|(_, identity)| identity.expires).map(|(hash, _)| *hash);
            self.accepted.remove(&first.unwrap_or_default());
        }
        self.accepted.insert(hash, identity);
    }

    pub(super) fn refuse(&mut self, now: Time, hash: Hash, refusal: &Refusal) {
        if self.refused.len() >= MOST_TOKENS {
            self.refused.retain(|_, (until, _)| now < *until);
        }
        if self.refused.len() < MOST_TOKENS {
            self.refused.insert(hash, (now + REFUSED_FOR, refusal.clone()));
        }
    }
}
