//! The settings of a webhook.

use bifrons::Secret;

#[cfg(feature = "server")]
use crate::core::relay::Occurrence;
use crate::core::relay::OccurrenceKind;

/// Where reports go.
#[derive(Clone, Debug, PartialEq)]
pub struct Webhook {
    /// The URL, by `https://`; `http://` is for the own host and for tests.
    pub url: String,
    /// The secret that signs each report.
    pub secret: Secret,
    /// What is reported.
    pub events: Vec<OccurrenceKind>,
    /// The issuer about whose users it is reported; `None` for all, and for what is about no issuer.
    pub issuer: Option<String>,
}

#[cfg(feature = "server")]
impl Webhook {
    /// Whether it gets a report of this.
    pub(crate) fn wants(&self, occurrence: &Occurrence) -> bool {
        let is_of_issuer = |issuer: &String| occurrence.tenant.as_deref() == Some(issuer);
        self.events.contains(&occurrence.kind) && self.issuer.as_ref().is_none_or(is_of_issuer)
    }
}
