//! Other issuers, while tokens are known and being checked.

use std::mem;
use std::sync::Arc;

use bifrons::time::Time;
use data_encoding::BASE64URL_NOPAD;

use super::cache::Cache;
use super::{Check, Checked, Fetched, Issuer, Keys, Tokens};
use crate::core::identity::Identity;

impl Tokens {
    /// Takes these issuers in place of those before. All tokens are checked again: those that were accepted when they come
    /// the next time, those that are being checked at once, under another number. Keys that were fetched stay.
    pub(crate) fn reload(&mut self, now: Time, issuers: Vec<Issuer>) -> Vec<(Check, Checked)> {
        let mut fetched: Vec<_> = mem::take(&mut self.fetched).into_iter().map(Some).collect();
        let before = mem::replace(&mut self.issuers, issuers);
        let is_same = |one: &Issuer, other: &Issuer| match (&one.keys, &other.keys) {
            (Keys::At(url), Keys::At(before)) => one.name == other.name && url == before,
            _ => false,
        };
        let kept = |issuer: &Issuer| {
            let place = before.iter().position(|before| is_same(issuer, before))?;
            // The response to a fetch that goes on is for the issuer before: another one begins.
            let fetched = fetched.get_mut(place)?.take()?;
            let not_before = if fetched.is_fetching { now } else { fetched.not_before };
            Some(Fetched { is_fetching: false, not_before, keys: fetched.keys })
        };
        self.fetched = self.issuers.iter().map(kept).map(Option::unwrap_or_default).collect();
        self.first_issuer += before.len();
        self.cache = Cache::default();
        self.checks.clear();
        self.actions.clear();
        let mut pending: Vec<_> = mem::take(&mut self.pending).into_iter().collect();
        pending.sort_by_key(|(check, _)| check.0);
        let again = pending.into_iter().map(|(check, pending)| {
            let signature = BASE64URL_NOPAD.encode(&pending.signature);
            (check, self.check(now, &format!("{}.{signature}", pending.message), || Ok(())))
        });
        again.collect()
    }
}

/// Returns the page's identity under other issuers: with what its roles grant now. `None` if its issuer is gone, or has
/// no longer each key, algorithm and audience that it had: the token must be checked again.
pub(crate) fn renewed(identity: &Arc<Identity>, before: &[Issuer], now: &[Issuer]) -> Option<Arc<Identity>> {
    let of = |issuers: &[Issuer]| issuers.iter().position(|issuer| *issuer.name == *identity.tenant);
    let (before, now) = (before.get(of(before)?)?, now.get(of(now)?)?);
    if !now.accepts_all_of(before) {
        return None;
    }
    if now.roles == before.roles && now.at_most == before.at_most {
        return Some(identity.clone());
    }
    let grants = now.expand(&identity.token_grants, &identity.roles);
    let at_most = now.at_most.grants().cloned();
    Some(Arc::new(Identity { grants, at_most, ..Identity::clone(identity) }))
}
