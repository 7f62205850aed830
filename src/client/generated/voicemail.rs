// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::voicemail::{Record, Status, Stop, Update, VoiceMail};

impl Handle<VoiceMail> {
    /// Starts a recording with an SDP offer of Opus audio; the response carries the SDP answer (`"request": "record"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/voicemail.md#record)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn record(&self, request: Record) -> Result<Status> {
        self.request(request).await
    }

    /// Renegotiates the PeerConnection of a recording with an SDP offer (`"request": "update"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/voicemail.md#update)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update(&self, request: Update) -> Result<Status> {
        self.request(request).await
    }

    /// Stops a recording before its ten seconds are over (`"request": "stop"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/voicemail.md#stop)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }
}
