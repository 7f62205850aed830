//! Another configuration, while pages are connected.

use std::collections::HashMap;
use std::sync::Arc;

use bifrons::time::Time;

use super::flow::check_flows;
use super::{Gateway, Settings};
use crate::core::grants::Grants;
use crate::core::identity::Identity;
use crate::core::token::{Checked, Issuer, check_bounds, renewed};

impl Gateway {
    /// Takes other settings; they hold from the next message on, and no page is left. Janus and the connections to it stay
    /// as they were. Sessions whose page is gone already wait as long as before.
    ///
    /// Each token is checked again when it comes the next time. Until then a page is who it was, with what its roles grant
    /// now; what they no longer grant ends, as with [`change`](Self::change). But where the page's issuer is gone, or lacks a key, an algorithm or an audience that it had, the page is
    /// unknown: as a new page it must send a token that is accepted, within the time for that, or is closed.
    ///
    /// # Errors
    /// Several issuers of which one has no [`AtMost`](crate::core::token::AtMost), or a flow that can't be
    /// used; then nothing changes.
    pub fn reload(&mut self, now: Time, settings: Settings) -> bifrons::Result<()> {
        check_bounds(&settings.issuers)?;
        check_flows(&settings.flows)?;
        self.advance(now);
        let Settings { janus, connections, .. } = &self.settings;
        let settings = Settings { janus: janus.clone(), connections: *connections, ..settings };
        let before = std::mem::replace(&mut self.settings, settings).issuers;
        self.renew_identities(&before);
        for (check, again) in self.tokens.reload(now, self.settings.issuers.clone()) {
            match again {
                Checked::Waits(other) => self.continue_check(check, other),
                Checked::Known(identity) => self.resume_pages(check, &Ok(identity)),
                Checked::Refused(refusal) => self.resume_pages(check, &Err(refusal)),
            }
        }
        Ok(())
    }

    /// How it works now.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    fn renew_identities(&mut self, before: &[Issuer]) {
        let issuers = &self.settings.issuers;
        // Pages and sessions go on sharing what they share.
        let mut known = HashMap::<*const Identity, Option<Arc<Identity>>>::new();
        let revocations = &self.revocations;
        let renew_one = |identity: &Arc<Identity>| {
            let renewed = renewed(identity, before, issuers)?;
            // What the host application has changed since is changed still.
            if Arc::ptr_eq(&renewed, identity) { Some(renewed) } else { revocations.apply(&renewed).ok() }
        };
        let mut renew = |identity: &Arc<Identity>| {
            known.entry(Arc::as_ptr(identity)).or_insert_with(|| renew_one(identity)).clone()
        };
        let mut changed = Vec::new();
        for (id, session) in self.sessions.iter_mut() {
            match renew(&session.identity) {
                Some(identity) if Arc::ptr_eq(&identity, &session.identity) => {}
                Some(identity) => {
                    session.identity = identity;
                    changed.push(id);
                }
                None => session.identity = without_grants(&session.identity),
            }
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
        changed.sort_unstable();
        for session in changed {
            self.enforce(session);
        }
    }
}

/// The same user, who may do nothing.
fn without_grants(identity: &Identity) -> Arc<Identity> {
    let (grants, token_grants) = (Grants::default(), Grants::default());
    Arc::new(Identity { roles: Vec::new(), grants, token_grants, ..identity.clone() })
}
