// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::duktape::{Ask, Duktape, Message};

impl Handle<Duktape> {
    /// Sends a body to the script. The script defines the fields.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/duktape.md#ask)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn ask(&self, request: Ask) -> Result<Message> {
        self.request(request).await
    }
}
