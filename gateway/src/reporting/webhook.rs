//! The settings of a webhook.

use bifrons::Secret;

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
}
