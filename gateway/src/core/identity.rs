//! Who a page is.

use std::sync::Arc;

use bifrons::Id;
use bifrons::time::Time;

use super::grants::Grants;

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
    /// Whether both are the same user of the same tenant.
    #[must_use]
    pub fn is_same_subject(&self, other: &Self) -> bool {
        self.tenant == other.tenant && self.subject == other.subject
    }
}
