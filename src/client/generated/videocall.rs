// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::videocall::{
    Accept, Accepted, Call, Calling, Done, Hangup, HangupCall, List, Register, Registered, Set, Users,
    VideoCall,
};

impl Handle<VideoCall> {
    /// Lists the registered usernames (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videocall.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Users> {
        self.request(request).await
    }

    /// Registers a username until the handle is detached (`"request": "register"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videocall.md#register)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn register(&self, request: Register) -> Result<Registered> {
        self.request(request).await
    }

    /// Calls a user with an SDP offer (`"request": "call"`).
    ///
    /// The response says `calling`, or `hangup` with a reason if the peer is busy.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videocall.md#call)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn call(&self, request: Call) -> Result<Calling> {
        self.request(request).await
    }

    /// Accepts an incoming call with an SDP answer (`"request": "accept"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videocall.md#accept)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn accept(&self, request: Accept) -> Result<Accepted> {
        self.request(request).await
    }

    /// Changes a call, or renegotiates it with an SDP (`"request": "set"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videocall.md#set)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn set(&self, request: Set) -> Result<Done> {
        self.request(request).await
    }

    /// Ends a call, or declines an incoming one (`"request": "hangup"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videocall.md#hangup_call)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn hangup_call(&self, request: HangupCall) -> Result<Hangup> {
        self.request(request).await
    }
}
