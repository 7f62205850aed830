// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::nosip::{
    Done, ForwardStopped, Forwarded, Forwarders, Generate, Generated, HangupCall, Keyframe, ListForward,
    NoSip, Process, Processed, Recording, StartForward, StopForward,
};

impl Handle<NoSip> {
    /// Makes a plain SDP, for the peer, of a WebRTC one.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn generate(&self, request: Generate) -> Result<Generated> {
        self.request(request).await
    }

    /// Makes a WebRTC session description of the peer's plain SDP.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn process(&self, request: Process) -> Result<Processed> {
        self.request(request).await
    }

    /// Ends the session and its PeerConnection.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn hangup_call(&self, request: HangupCall) -> Result<Done> {
        self.request(request).await
    }

    /// Begins or ends recordings of what one side says; at least one of them must be chosen.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn recording(&self, request: Recording) -> Result<Done> {
        self.request(request).await
    }

    /// Asks for a keyframe (Janus 1.3.1 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn keyframe(&self, request: Keyframe) -> Result<Done> {
        self.request(request).await
    }

    /// Forwards media to other hosts (Janus 1.4.0 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarded> {
        self.request(request).await
    }

    /// Ends a forwarder (Janus 1.4.0 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the forwarders (Janus 1.4.0 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }
}
