//! Where the policy of the host application is asked by HTTP.

use std::time::Duration;

use bifrons::Secret;

/// The settings of a policy that is asked by HTTP.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyUrl {
    /// The URL, by `https://`; `http://` is for the own host and for tests.
    pub url: String,
    /// The secret that signs each question.
    pub secret: Secret,
    /// The short names of the plugins whose requests it is asked about, or `*`.
    pub plugins: Vec<String>,
    /// The requests that it is asked about, by their names in Janus, or `*`.
    pub requests: Vec<String>,
    /// How long a decision holds for equal cases; not at all if it is zero.
    pub cache: Duration,
}

#[cfg(feature = "server")]
impl PolicyUrl {
    /// One that is asked about each request, each time.
    #[must_use]
    pub fn new(url: impl Into<String>, secret: impl Into<Secret>) -> Self {
        let any = || vec!["*".to_owned()];
        Self {
            url: url.into(),
            secret: secret.into(),
            plugins: any(),
            requests: any(),
            cache: Duration::ZERO,
        }
    }
}
