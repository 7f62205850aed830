// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::echotest::{EchoTest, Outcome, Start};

impl Handle<EchoTest> {
    /// Begins the echo test, or changes it.
    ///
    /// With a `jsep` offer it (re)negotiates and the answer comes back; without one
    /// it changes a running test. At least one field other than `audiocodec` and
    /// `filename` is needed, or a `jsep`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start(&self, request: Start) -> Result<Outcome> {
        self.request(request).await
    }
}
