//! What there is now, for metrics.

use super::Gateway;

/// What the gateway holds now. Without pages and sessions it is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// The connections of pages: WebSockets, requests over HTTP, polls, and one for each session over HTTP.
    pub pages: usize,
    /// The sessions.
    pub sessions: usize,
    /// The sessions whose page is gone, and may come back.
    pub left_sessions: usize,
    /// The handles of all sessions at Janus.
    pub handles: usize,
    /// The requests that wait for Janus.
    pub requests: usize,
    /// The requests that wait for the host application.
    pub consultations: usize,
    /// The checks of tokens for which pages wait.
    pub checks: usize,
    /// The times at which something ends: pages without a token, polls, tokens.
    pub deadlines: usize,
}

impl Gateway {
    /// What it holds now.
    #[must_use]
    pub fn load(&self) -> Load {
        Load {
            pages: self.pages.len(),
            sessions: self.sessions.len(),
            left_sessions: self.sessions.left_count(),
            handles: self.sessions.handle_count(),
            requests: self.pending.len(),
            consultations: self.consultations.len(),
            checks: self.strangers.check_count(),
            deadlines: self.strangers.until_count()
                + self.http_deadlines.len()
                + self.sessions.expiry_count(),
        }
    }
}
