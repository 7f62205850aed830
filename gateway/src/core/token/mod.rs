//! Tokens: who a page is, and what it may do.
//!
//! A token is read and judged by its issuer's rules here. To check a signature and to fetch keys are actions, whose
//! results come later. A token that was accepted is remembered until it expires, by its SHA-256.

mod at_most;
mod cache;
mod issuer;
mod jwk;
mod jwt;
mod reload;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::time::Time;

pub use at_most::AtMost;
pub(crate) use at_most::check_bounds;
pub use issuer::{Issuer, Keys, token_grants};
pub use jwk::{Material, VerifyingKey};
pub use jwt::Algorithm;
pub(super) use reload::renewed;

use self::cache::{Cache, Hash};
use self::issuer::Claims;
pub(crate) use self::jwt::Unchecked;
use super::identity::Identity;
use super::refusal::{Cause, Refusal};

/// The longest token that is looked at, in bytes.
pub(crate) const LONGEST_TOKEN: usize = 8 << 10;

/// The most tokens that are being checked.
const MOST_CHECKS: usize = 10_000;

/// The least time between two requests for the keys of an issuer: tokens with invented key ids must not cause more.
const FETCH_INTERVAL: Duration = Duration::from_secs(30);

/// A check of a token, whose result comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Check(u64);

/// What is needed to go on with a check.
#[allow(missing_debug_implementations, reason = "a key may be a secret")]
pub enum TokenAction {
    /// Check the signature, and report by `signature_checked`.
    CheckSignature {
        /// The check.
        check: Check,
        /// The key.
        key: VerifyingKey,
        /// What is signed.
        message: String,
        /// The signature.
        signature: Vec<u8>,
    },
    /// Fetch the keys of this issuer, and report by `keys_fetched`.
    FetchKeys {
        /// The issuer's number: its place in the configuration, behind the issuers of earlier configurations.
        issuer: usize,
        /// Where they are.
        url: String,
    },
}

/// The state of a token.
#[derive(Debug)]
pub(crate) enum Checked {
    Known(Arc<Identity>),
    Refused(Refusal),
    /// The result comes later.
    Waits(Check),
}

/// What a check has led to.
pub(crate) type Settled = (Check, Result<Arc<Identity>, Refusal>);

struct Pending {
    hash: Hash,
    issuer: usize,
    algorithm: Algorithm,
    key: Option<String>,
    claims: Claims,
    /// Not later because the check takes time.
    expires: Time,
    message: String,
    signature: Vec<u8>,
    /// The keys to try, the next one last.
    candidates: Vec<VerifyingKey>,
}

/// The keys of an issuer that were fetched.
#[derive(Default)]
struct Fetched {
    keys: Vec<VerifyingKey>,
    is_fetching: bool,
    not_before: Time,
}

/// All tokens.
pub(crate) struct Tokens {
    issuers: Vec<Issuer>,
    /// The number of the first issuer.
    first_issuer: usize,
    fetched: Vec<Fetched>,
    cache: Cache,
    checks: HashMap<Hash, Check>,
    pending: HashMap<Check, Pending>,
    last_check: u64,
    actions: Vec<TokenAction>,
    /// A time, and what the system's clock showed then.
    clock: (Time, Duration),
}

impl Tokens {
    pub(crate) fn new(issuers: Vec<Issuer>) -> Self {
        Self {
            fetched: issuers.iter().map(|_| Fetched::default()).collect(),
            issuers,
            first_issuer: 0,
            cache: Cache::default(),
            checks: HashMap::new(),
            pending: HashMap::new(),
            last_check: 0,
            actions: Vec::new(),
            clock: (Time::ZERO, Duration::ZERO),
        }
    }

    /// Notes what the system's clock shows: the time since 1970.
    pub(crate) const fn set_clock(&mut self, now: Time, unix: Duration) {
        self.clock = (now, unix);
    }

    /// What the system's clock shows at this time.
    pub(crate) fn unix(&self, now: Time) -> Duration {
        let (since, unix) = self.clock;
        unix + now.since(since)
    }

    /// What a token is worth. One that is not known is checked if `may_check` allows it.
    pub(crate) fn check(
        &mut self,
        now: Time,
        token: &str,
        may_check: impl FnOnce() -> Result<(), Refusal>,
    ) -> Checked {
        if token.len() > LONGEST_TOKEN {
            return Checked::Refused(refused("the token is longer than 8 KB"));
        }
        let hash = cache::hash(token);
        if let Some(known) = self.cache.find(now, &hash) {
            return known.map_or_else(Checked::Refused, Checked::Known);
        }
        if let Some(check) = self.checks.get(&hash) {
            return Checked::Waits(*check);
        }
        if let Err(refusal) = may_check() {
            return Checked::Refused(refusal);
        }
        if self.pending.len() >= MOST_CHECKS {
            return Checked::Refused(Refusal::new(
                Cause::TooMany,
                "too many tokens are being checked; try again",
            ));
        }
        match self.begin(now, token, hash) {
            Ok(check) => Checked::Waits(check),
            Err(refusal) => {
                self.cache.refuse(now, hash, &refusal);
                Checked::Refused(refusal)
            }
        }
    }

    fn begin(&mut self, now: Time, token: &str, hash: Hash) -> Result<Check, Refusal> {
        let read = Unchecked::read(token).map_err(refused)?;
        let name = read.claims.get("iss").and_then(serde_json::Value::as_str);
        let named = self.issuers.iter().position(|issuer| Some(&*issuer.name) == name);
        let index = named.ok_or_else(|| refused("the token's issuer (iss) is not known"))?;
        let issuer = &self.issuers[index];
        if !issuer.algorithms.contains(&read.algorithm) {
            return Err(refused("the issuer's tokens have another algorithm"));
        }
        let claims = issuer.read(&read.claims, self.unix(now)).map_err(refused)?;
        let pending = Pending {
            hash,
            issuer: index,
            algorithm: read.algorithm,
            key: read.key,
            expires: now + claims.valid_for,
            claims,
            message: read.message.to_owned(),
            signature: read.signature,
            candidates: Vec::new(),
        };
        self.last_check += 1;
        let check = Check(self.last_check);
        self.find_keys(now, check, pending)?;
        self.checks.insert(hash, check);
        Ok(check)
    }

    /// Finds the keys that may have signed, or fetches them.
    fn find_keys(&mut self, now: Time, check: Check, mut pending: Pending) -> Result<(), Refusal> {
        let index = pending.issuer;
        let (keys, url) = match &self.issuers[index].keys {
            Keys::Fixed(keys) => (keys, None),
            Keys::At(url) => (&self.fetched[index].keys, Some(url)),
        };
        pending.candidates = keys.iter().filter(|key| pending.may_be_signed_by(key)).cloned().collect();
        match (pending.candidates.is_empty(), url) {
            (false, _) => {
                self.pending.insert(check, pending);
                self.check_next(check);
                Ok(())
            }
            (true, Some(url)) => {
                let fetched = &mut self.fetched[index];
                if !fetched.is_fetching {
                    if now < fetched.not_before {
                        return Err(refused("the issuer has no such key"));
                    }
                    fetched.is_fetching = true;
                    fetched.not_before = now + FETCH_INTERVAL;
                    let issuer = self.first_issuer + index;
                    self.actions.push(TokenAction::FetchKeys { issuer, url: url.clone() });
                }
                self.pending.insert(check, pending);
                Ok(())
            }
            (true, None) => Err(refused("the issuer has no such key")),
        }
    }

    fn check_next(&mut self, check: Check) -> bool {
        let Some(pending) = self.pending.get_mut(&check) else { return false };
        let Some(key) = pending.candidates.pop() else { return false };
        let (message, signature) = (pending.message.clone(), pending.signature.clone());
        self.actions.push(TokenAction::CheckSignature { check, key, message, signature });
        true
    }

    /// The next thing to do.
    pub(crate) fn next_action(&mut self) -> Option<TokenAction> {
        self.actions.pop()
    }

    /// A signature was checked.
    pub(crate) fn signature_checked(&mut self, now: Time, check: Check, is_valid: bool) -> Option<Settled> {
        if !is_valid && self.check_next(check) {
            return None;
        }
        let result = match is_valid {
            true => Ok(()),
            false => Err(refused("the token's signature is wrong")),
        };
        self.settle(now, check, result)
    }

    /// The keys of an issuer were fetched, or not: then the old ones stay.
    pub(crate) fn keys_fetched(&mut self, now: Time, issuer: usize, keys: Result<&str, ()>) -> Vec<Settled> {
        // The response may be for an issuer of an earlier configuration.
        let Some(issuer) = issuer.checked_sub(self.first_issuer) else { return Vec::new() };
        let Some(fetched) = self.fetched.get_mut(issuer) else { return Vec::new() };
        fetched.is_fetching = false;
        // What anyone can fetch is no secret.
        let keys = keys.and_then(|text| VerifyingKey::read_set(text, false).map_err(|_| ()));
        let is_fetched = keys.is_ok();
        if let Ok(keys) = keys {
            fetched.keys = keys;
        }
        let is_waiting = |pending: &Pending| pending.issuer == issuer && pending.candidates.is_empty();
        let mut waiting: Vec<_> =
            self.pending.iter().filter(|(_, pending)| is_waiting(pending)).map(|(check, _)| *check).collect();
        waiting.sort_by_key(|check| check.0);
        let mut settled = Vec::new();
        for check in waiting {
            let keys = self.fetched[issuer].keys.clone();
            let Some(pending) = self.pending.get_mut(&check) else { continue };
            pending.candidates = keys.into_iter().filter(|key| pending.may_be_signed_by(key)).collect();
            if !self.check_next(check) {
                let text = if is_fetched {
                    "the issuer has no such key"
                } else {
                    "the issuer's keys can't be fetched"
                };
                settled.extend(self.settle(now, check, Err(refused(text))));
            }
        }
        settled
    }

    fn settle(&mut self, now: Time, check: Check, result: Result<(), Refusal>) -> Option<Settled> {
        let pending = self.pending.remove(&check)?;
        self.checks.remove(&pending.hash);
        let result = result.map(|()| {
            let Claims { subject, roles, grants, issued, .. } = pending.claims;
            let issuer = &self.issuers[pending.issuer];
            Arc::new(Identity {
                tenant: issuer.name.as_str().into(),
                subject: subject.into(),
                grants: issuer.expand(&grants, &roles),
                token_grants: grants,
                roles,
                at_most: issuer.at_most.grants().cloned(),
                banned: Vec::new(),
                issued,
                accepted: now,
                expires: pending.expires,
            })
        });
        match &result {
            Ok(identity) => self.cache.accept(pending.hash, identity.clone()),
            Err(refusal) => self.cache.refuse(now, pending.hash, refusal),
        }
        Some((check, result))
    }
}

impl Pending {
    fn may_be_signed_by(&self, key: &VerifyingKey) -> bool {
        let is_named = match (&self.key, &key.id) {
            (Some(wanted), Some(id)) => wanted == id,
            _ => true,
        };
        is_named && key.material.algorithm() == self.algorithm
    }
}

fn refused(text: impl Into<Cow<'static, str>>) -> Refusal {
    Refusal::new(Cause::TokenRefused, text)
}
