//! The most that the tokens of an issuer may grant, so that no tenant grants itself what is another's.

use std::sync::Arc;

use bifrons::{Error, ErrorCode};

use super::Issuer;
use crate::core::grants::Grants;

/// The most that the tokens of an issuer may grant. What goes beyond it is refused, whatever a token, its roles or a
/// [`Change`](crate::core::revocation::Change) grant; lists and events have no more either. A rule with `allow` may go beyond it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum AtMost {
    /// It is not said: the issuer is the gateway's only one, and its tokens may grant everything.
    #[default]
    Unset,
    /// Everything. Issuers without a bound share all of Janus.
    All,
    /// This. Its defaults and its highest bitrates hold, too.
    Grants(Arc<Grants>),
}

impl AtMost {
    /// Returns the bound; `None` if there is none.
    #[must_use]
    pub const fn grants(&self) -> Option<&Arc<Grants>> {
        match self {
            Self::Unset | Self::All => None,
            Self::Grants(grants) => Some(grants),
        }
    }
}

impl From<Grants> for AtMost {
    fn from(grants: Grants) -> Self {
        Self::Grants(grants.into())
    }
}

/// Checks that each of several issuers says what its tokens may grant at most.
///
/// # Errors
/// One that does not.
pub(crate) fn check_bounds(issuers: &[Issuer]) -> bifrons::Result<()> {
    match issuers.iter().find(|issuer| issuer.at_most == AtMost::Unset) {
        Some(unbound) if issuers.len() > 1 => {
            let name = &unbound.name;
            let text = format!(
                "the issuer {name:?} needs `at_most`, as there are several: what its tokens may grant at most"
            );
            Err(Error::new(ErrorCode::InvalidConfig, text))
        }
        _ => Ok(()),
    }
}
