// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::videocall::{
    Accept, Accepted, Call, Calling, Done, Hangup, HangupCall, List, Register, Registered, Set, Users,
    VideoCall,
};

impl Handle<VideoCall> {
    /// Lists the names that are registered.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list(&self, request: List) -> Result<Users> {
        self.request(request).await
    }

    /// Takes a name, for as long as the handle lives.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn register(&self, request: Register) -> Result<Registered> {
        self.request(request).await
    }

    /// Calls somebody with an offer.
    ///
    /// The answer says `calling`, or `hangup` with a reason when the other one is busy.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn call(&self, request: Call) -> Result<Calling> {
        self.request(request).await
    }

    /// Takes a call with an answer to its offer.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn accept(&self, request: Accept) -> Result<Accepted> {
        self.request(request).await
    }

    /// ConnectionEvents a call; with an offer or an answer it is negotiated anew.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn set(&self, request: Set) -> Result<Done> {
        self.request(request).await
    }

    /// Ends a call, or declines one.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn hangup_call(&self, request: HangupCall) -> Result<Hangup> {
        self.request(request).await
    }
}
