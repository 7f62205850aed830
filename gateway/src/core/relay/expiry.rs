//! Tokens that expire while their pages go on.

use std::time::Duration;

use bifrons::time::Time;
use serde_json::json;

use super::Gateway;

/// What a session does once its token has expired.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtExpiry {
    /// Media continue, and nothing new is allowed until there is a newer token.
    #[default]
    Keep,
    /// It ends.
    End,
}

/// Where a session is on the way to the end of its token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Expiry {
    /// The page is to be warned at this time.
    #[default]
    Ahead,
    /// The page was warned.
    Near,
    /// It is over.
    Over,
}

impl Gateway {
    /// Warns pages whose tokens expire soon, and ends sessions whose tokens have expired, if they are to end.
    pub(super) fn handle_expiries(&mut self) {
        while let Some(session) = self.sessions.expiring(self.now) {
            let Some(entry) = self.sessions.get(session) else { continue };
            let expires = entry.identity.expires;
            if self.now < expires {
                let left = expires.since(self.now).as_secs();
                self.sessions.set_expiry(session, Expiry::Near, expires);
                self.send_to(session, |about| {
                    let more = json!({ "expires_in_s": left });
                    about.message("token_expiring", more.as_object().cloned().unwrap_or_default())
                });
                continue;
            }
            match self.settings.at_expiry {
                AtExpiry::Keep => self.sessions.set_expiry(session, Expiry::Over, expires),
                AtExpiry::End => self.end_with_notice(session),
            }
        }
    }

    /// When a session's page is to be warned that its token expires.
    pub(super) fn warn_at(&self, expires: Time) -> Time {
        Time::ZERO + expires.since(Time::ZERO + self.settings.warn_before)
    }
}

/// How long before a token expires its page is warned, unless it is set otherwise: the minute within which the clocks of
/// issuer and gateway may differ, and one more.
pub const WARN_BEFORE: Duration = Duration::from_secs(120);
