// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::voicemail::{Record, Status, Stop, Update, VoiceMail};

impl Handle<VoiceMail> {
    /// Begins a recording with an offer of Opus audio; the answer comes back.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn record(&self, request: Record) -> Result<Status> {
        self.request(request).await
    }

    /// Negotiates a running recording's PeerConnection anew.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn update(&self, request: Update) -> Result<Status> {
        self.request(request).await
    }

    /// Ends a recording before its ten seconds are over.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }
}
