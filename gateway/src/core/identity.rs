//! Who a page is.

use std::sync::Arc;

use bifrons::Id;
use bifrons::time::Time;

use super::definitions::Plugin;
use super::grants::Grants;
use super::offer::Kinds;
use super::rights::{Right, may_attach};

/// Who a page is, by a token that was checked.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The tenant: the issuer of the token.
    pub tenant: Arc<str>,
    /// The user (`sub`).
    pub subject: Arc<str>,
    /// Its roles.
    pub roles: Vec<String>,
    /// What the token and the roles grant.
    pub grants: Grants,
    /// What the token alone grants: when a role changes, the roles are expanded again.
    pub token_grants: Grants,
    /// The most that tokens of its issuer may grant; `None` is without bound.
    pub at_most: Option<Arc<Grants>>,
    /// The rooms and mountpoints from which the user was removed since the token was made.
    pub banned: Vec<Id>,
    /// When the token was made, if it has `iat`: seconds since 1970.
    pub issued: Option<f64>,
    /// When the token was accepted.
    pub accepted: Time,
    /// When the token expires.
    pub expires: Time,
}

impl Identity {
    /// What decides about the page: its grants, and the most that tokens of its issuer may grant. What it may do, each of
    /// them grants.
    pub fn deciding(&self) -> impl Iterator<Item = &Grants> {
        std::iter::once(&self.grants).chain(self.at_most.as_deref())
    }

    /// Whether it has this right to the room or mountpoint.
    #[must_use]
    pub fn has(&self, right: Right, plugin: &Plugin, id: &Id) -> bool {
        self.deciding().all(|grants| right.is_granted(grants, plugin, Some(id)))
    }

    /// Whether it may attach to the plugin.
    #[must_use]
    pub fn may_attach(&self, plugin: &Plugin) -> bool {
        self.deciding().all(|grants| may_attach(grants, plugin))
    }

    /// The kinds of media among these that it may not publish in this room.
    #[must_use]
    pub fn lacks(&self, kinds: Kinds, room: &Id) -> Kinds {
        self.deciding().fold(Kinds::default(), |lacking, grants| {
            lacking.with(kinds.without(grants.publishes(Some(room))))
        })
    }

    /// The preset by which this room is created while it is absent. Beyond the grants, the issuer's tokens must be allowed
    /// to create the room, or to use this preset.
    #[must_use]
    pub fn preset(&self, room: Option<&Id>) -> Option<&str> {
        let name = self.grants.preset(room)?;
        self.at_most.as_ref().is_none_or(|at_most| at_most.may_use_preset(name, room)).then_some(name)
    }

    /// Whether it may use the admin endpoint for its tenant.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        self.deciding().all(|grants| grants.admin)
    }

    /// Whether both are the same user of the same tenant.
    #[must_use]
    pub fn is_same_subject(&self, other: &Self) -> bool {
        self.tenant == other.tenant && self.subject == other.subject
    }
}
