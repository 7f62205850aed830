// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::echotest::{EchoTest, Outcome, Start};

impl Handle<EchoTest> {
    /// Starts or changes the echo test. The message has no `request` field.
    ///
    /// With an SDP offer the request negotiates, or renegotiates, and the response carries the SDP answer. Without an
    /// offer it changes a running test. Janus requires an SDP offer or at least one field other than `audiocodec` and
    /// `filename`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/echotest.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Outcome> {
        self.request(request).await
    }
}
