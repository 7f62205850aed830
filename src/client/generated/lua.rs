// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::lua::{Ask, Lua, Message};

impl Handle<Lua> {
    /// Asks the script for something.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn ask(&self, request: Ask) -> Result<Message> {
        self.request(request).await
    }
}
