use crate::client::Handle;
use crate::error::Result;
use crate::plugins::echotest::{EchoTest, Outcome, Start};

impl Handle<EchoTest> {
    /// Begins the echo test, or changes it.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a time-out.
    pub async fn start(&self, request: Start) -> Result<Outcome> {
        self.request(request).await
    }
}
