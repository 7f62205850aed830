// Generated from the plugin's definition in src/plugins; edit that, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::duktape::{Ask, Duktape, Message};

impl Handle<Duktape> {
    /// Asks the script for something.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a time-out.
    pub async fn ask(&self, request: Ask) -> Result<Message> {
        self.request(request).await
    }
}
