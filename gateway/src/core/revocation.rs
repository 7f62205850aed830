//! What the host application has taken from users since their tokens were made.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::Id;
use bifrons::time::Time;

use super::grants::Grants;
use super::identity::Identity;
use super::refusal::{Cause, Refusal};

/// The most users for whom anything is remembered. Beyond it the one is forgotten whose change is the oldest.
const MOST_CHANGES: usize = 100_000;

/// A change of what a user may do. It holds until the user has a token that was made after it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// All its tokens are worth nothing.
    Revoke,
    /// Its tokens grant this.
    Grant(Box<Grants>),
    /// It may not be in this room, or watch this mountpoint.
    Ban(Id),
}

/// What holds of a user's tokens that were made before.
#[derive(Clone, Debug, Default)]
struct Changed {
    /// When the last change came, by the system's clock and by the core's.
    unix: Duration,
    at: Time,
    is_revoked: bool,
    grants: Option<Box<Grants>>,
    banned: Vec<Id>,
}

/// What has changed for users.
#[derive(Debug, Default)]
pub(crate) struct Revocations(HashMap<(Arc<str>, Arc<str>), Changed>);

impl Revocations {
    /// Notes a change.
    pub(crate) fn add(&mut self, now: Time, unix: Duration, (tenant, subject): (&str, &str), change: Change) {
        if self.0.len() >= MOST_CHANGES {
            let oldest = self.0.iter().min_by_key(|(_, changed)| changed.at).map(|(who, _)| who.clone());
            oldest.map(|who| self.0.remove(&who));
        }
        let changed = self.0.entry((tenant.into(), subject.into())).or_default();
        (changed.unix, changed.at) = (unix, now);
        match change {
            Change::Revoke => changed.is_revoked = true,
            Change::Grant(grants) => (changed.is_revoked, changed.grants) = (false, Some(grants)),
            Change::Ban(id) if changed.banned.contains(&id) => {}
            Change::Ban(id) => changed.banned.push(id),
        }
    }

    /// Who the user is now, by the token that made it this.
    ///
    /// # Errors
    /// The token was revoked.
    pub(crate) fn apply(&self, identity: &Arc<Identity>) -> Result<Arc<Identity>, Refusal> {
        let key = (identity.tenant.clone(), identity.subject.clone());
        let Some(changed) = self.0.get(&key).filter(|changed| changed.is_newer_than(identity)) else {
            return Ok(identity.clone());
        };
        if changed.is_revoked {
            return Err(Refusal::new(Cause::TokenRefused, "the token was revoked; get a new one"));
        }
        let mut identity = Identity::clone(identity);
        identity.banned.clone_from(&changed.banned);
        if let Some(grants) = &changed.grants {
            identity.grants.clone_from(&**grants);
        }
        Ok(Arc::new(identity))
    }
}

impl Changed {
    /// Whether the token was made before the change: it was accepted before, or its `iat` is older. That is in whole seconds, and
    /// one without a time may be of any.
    fn is_newer_than(&self, identity: &Identity) -> bool {
        identity.accepted <= self.at || identity.issued.is_none_or(|issued| issued <= self.unix.as_secs_f64())
    }
}
