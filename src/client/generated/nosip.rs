// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::nosip::{
    Done, ForwardStopped, Forwarded, Forwarders, Generate, Generated, HangupCall, Keyframe, ListForward,
    NoSip, Process, Processed, Recording, StartForward, StopForward,
};

impl Handle<NoSip> {
    /// Converts a WebRTC SDP to a plain SDP for the peer (`"request": "generate"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#generate)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn generate(&self, request: Generate) -> Result<Generated> {
        self.request(request).await
    }

    /// Converts a plain SDP of the peer to a WebRTC SDP (`"request": "process"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#process)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn process(&self, request: Process) -> Result<Processed> {
        self.request(request).await
    }

    /// Ends the session and closes the PeerConnection (`"request": "hangup"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#hangup_call)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn hangup_call(&self, request: HangupCall) -> Result<Done> {
        self.request(request).await
    }

    /// Starts or stops recordings (`"request": "recording"`). At least one of the four streams must be true.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn recording(&self, request: Recording) -> Result<Done> {
        self.request(request).await
    }

    /// Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#keyframe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn keyframe(&self, request: Keyframe) -> Result<Done> {
        self.request(request).await
    }

    /// Forwards media to other hosts over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#start_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarded> {
        self.request(request).await
    }

    /// Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#stop_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the RTP forwarders of the session (`"request": "listforwarders"`; Janus 1.4.0 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/nosip.md#list_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }
}
