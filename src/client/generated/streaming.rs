// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::streaming::{
    Configure, Configured, CreateLiveMountpoint, CreateOndemandMountpoint, CreateRtpMountpoint,
    CreateRtspMountpoint, Created, DestroyMountpoint, Destroyed, Details, Disable, Done, Edit, Edited,
    Enable, Info, KickAll, List, Mountpoints, Pause, Start, StartRecording, Status, Stop, StopRecording,
    Streaming, Switch, Switched, Watch,
};

impl Handle<Streaming> {
    /// Makes a mountpoint that gets RTP.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn create_rtp_mountpoint(&self, request: CreateRtpMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Makes a mountpoint that plays an audio file to all together.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn create_live_mountpoint(&self, request: CreateLiveMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Makes a mountpoint that plays an audio file to each from its beginning.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn create_ondemand_mountpoint(&self, request: CreateOndemandMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Makes a mountpoint that gets its media from an RTSP server.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn create_rtsp_mountpoint(&self, request: CreateRtspMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Ends a mountpoint; viewers are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn destroy_mountpoint(&self, request: DestroyMountpoint) -> Result<Destroyed> {
        self.request(request).await
    }

    /// ConnectionEvents a mountpoint.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn edit(&self, request: Edit) -> Result<Edited> {
        self.request(request).await
    }

    /// Lists the mountpoints.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list(&self, request: List) -> Result<Mountpoints> {
        self.request(request).await
    }

    /// Asks about a mountpoint; with its secret, all.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn info(&self, request: Info) -> Result<Details> {
        self.request(request).await
    }

    /// Lets a mountpoint's media flow.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn enable(&self, request: Enable) -> Result<Done> {
        self.request(request).await
    }

    /// Stops a mountpoint's media. Its recording goes on, unless `stop_recording` is true.
    ///
    /// Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint
    /// has a stream that is not being recorded (all versions up to 1.4.2). So false is sent if nothing is said.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn disable(&self, request: Disable) -> Result<Done> {
        self.request(request).await
    }

    /// Throws all viewers out.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn kick_all(&self, request: KickAll) -> Result<Done> {
        self.request(request).await
    }

    /// Begins to record.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start_recording(&self, request: StartRecording) -> Result<Done> {
        self.request(request).await
    }

    /// Ends recording; in JavaScript all of it, unless told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_recording(&self, request: StopRecording) -> Result<Done> {
        self.request(request).await
    }

    /// Asks for a mountpoint's media; an offer comes back, to be answered with `Start`.
    ///
    /// Janus 1.1.4 and newer take an offer, too, and answer it.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn watch(&self, request: Watch) -> Result<Status> {
        self.request(request).await
    }

    /// Answers an offer, or resumes what `Pause` paused.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start(&self, request: Start) -> Result<Status> {
        self.request(request).await
    }

    /// Pauses all streams.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn pause(&self, request: Pause) -> Result<Status> {
        self.request(request).await
    }

    /// Stops watching.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }

    /// ConnectionEvents what comes of which stream.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Takes another mountpoint's media, without a new offer.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn switch(&self, request: Switch) -> Result<Switched> {
        self.request(request).await
    }
}
