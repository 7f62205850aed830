//! Another configuration, while pages are connected.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::time::Time;

use super::{Gateway, PageLimits};
use crate::core::grants::Grants;
use crate::core::identity::Identity;
use crate::core::keys::Keys;
use crate::core::rules::Rules;
use crate::core::token::{Checked, Issuer, renewed};

/// What can change while pages are connected.
#[derive(Clone, Debug)]
pub struct Reload {
    /// Who issues the pages' tokens.
    pub issuers: Vec<Issuer>,
    /// What is allowed and denied beyond the grants.
    pub rules: Rules,
    /// What Janus asks for, and pages don't have.
    pub keys: Keys,
    /// How long a session waits for its page to come back; for those whose page is gone already, it stays as it was.
    pub grace: Duration,
    /// The limits of one page.
    pub limits: PageLimits,
}

impl Gateway {
    /// Takes another configuration; it holds from the next message on, and no page is left.
    ///
    /// Each token is checked again when it comes the next time. Until then a page is who it was, with what its roles grant
    /// now. But where the page's issuer is gone, or lacks a key, an algorithm or an audience that it had, the page is
    /// unknown: as a new page it must send a token that is accepted, within the time for that, or is closed.
    pub fn reload(&mut self, now: Time, reload: Reload) {
        self.now = now;
        let Reload { issuers, rules, keys, grace, limits } = reload;
        let before = std::mem::replace(&mut self.settings.issuers, issuers.clone());
        (self.settings.rules, self.settings.keys) = (rules, keys);
        (self.settings.grace, self.settings.limits) = (grace, limits);
        self.renew_identities(&before);
        for (check, again) in self.tokens.reload(now, issuers) {
            match again {
                Checked::Waits(other) => self.continue_check(check, other),
                Checked::Known(identity) => self.resume_pages(check, &Ok(identity)),
                Checked::Refused(refusal) => self.resume_pages(check, &Err(refusal)),
            }
        }
    }

    fn renew_identities(&mut self, before: &[Issuer]) {
        let issuers = &self.settings.issuers;
        // Pages and sessions go on sharing what they share.
        let mut known = HashMap::<*const Identity, Option<Arc<Identity>>>::new();
        let mut renew = |identity: &Arc<Identity>| {
            let key = Arc::as_ptr(identity);
            known.entry(key).or_insert_with(|| renewed(identity, before, issuers)).clone()
        };
        for session in self.sessions.iter_mut() {
            session.identity = renew(&session.identity).unwrap_or_else(|| without_grants(&session.identity));
        }
        let mut unknown = Vec::new();
        for (page, entry) in &mut self.pages {
            let Some(identity) = &entry.identity else { continue };
            match renew(identity) {
                Some(identity) => entry.identity = Some(identity),
                None => unknown.push(*page),
            }
        }
        for page in unknown {
            self.forget_identity(page);
        }
    }
}

/// The same user, who may do nothing.
fn without_grants(identity: &Identity) -> Arc<Identity> {
    let (grants, token_grants) = (Grants::default(), Grants::default());
    Arc::new(Identity { roles: Vec::new(), grants, token_grants, ..identity.clone() })
}
