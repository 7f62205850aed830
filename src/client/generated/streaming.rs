// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::streaming::{
    Configure, Configured, CreateLiveMountpoint, CreateOndemandMountpoint, CreateRtpMountpoint,
    CreateRtspMountpoint, Created, DestroyMountpoint, Destroyed, Details, Disable, Done, Edit, Edited,
    Enable, Info, KickAll, List, Mountpoints, Pause, Start, StartRecording, Status, Stop, StopRecording,
    Streaming, Switch, Switched, Watch, role,
};

impl Handle<Streaming> {
    /// Creates a mountpoint that receives RTP (`"request": "create"`, `"type": "rtp"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_rtp_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_rtp_mountpoint(&self, request: CreateRtpMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Creates a mountpoint that plays an audio file to all viewers at the same time (`"request": "create"`, `"type":
    /// "live"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_live_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_live_mountpoint(&self, request: CreateLiveMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Creates a mountpoint that plays an audio file to each viewer from its beginning (`"request": "create"`, `"type":
    /// "ondemand"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_ondemand_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_ondemand_mountpoint(&self, request: CreateOndemandMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Creates a mountpoint that receives its media from an RTSP server (`"request": "create"`, `"type": "rtsp"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_rtsp_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_rtsp_mountpoint(&self, request: CreateRtspMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a mountpoint (`"request": "destroy"`). Its viewers receive the status `stopped`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#destroy_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy_mountpoint(&self, request: DestroyMountpoint) -> Result<Destroyed> {
        self.request(request).await
    }

    /// Changes the settings of a mountpoint (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Edited> {
        self.request(request).await
    }

    /// Lists the mountpoints (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Mountpoints> {
        self.request(request).await
    }

    /// Requests the details of a mountpoint (`"request": "info"`). The response lacks some fields without the
    /// mountpoint's secret.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#info)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn info(&self, request: Info) -> Result<Details> {
        self.request(request).await
    }

    /// Enables a mountpoint: Janus relays its media (`"request": "enable"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#enable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable(&self, request: Enable) -> Result<Done> {
        self.request(request).await
    }

    /// Disables a mountpoint: Janus relays no media (`"request": "disable"`). Its recording continues, unless
    /// `stop_recording` is true.
    ///
    /// Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint has a stream
    /// that is not being recorded (all versions up to 1.4.2). For that reason `false` is sent if the field is not set.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#disable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn disable(&self, request: Disable) -> Result<Done> {
        self.request(request).await
    }

    /// Kicks all viewers of a mountpoint (`"request": "kick_all"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#kick_all)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick_all(&self, request: KickAll) -> Result<Done> {
        self.request(request).await
    }

    /// Starts recording a mountpoint (`"request": "recording"`, `"action": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#start_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_recording(&self, request: StartRecording) -> Result<Done> {
        self.request(request).await
    }

    /// Stops recording a mountpoint (`"request": "recording"`, `"action": "stop"`). In JavaScript it stops all recordings
    /// if no field names one.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#stop_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_recording(&self, request: StopRecording) -> Result<Done> {
        self.request(request).await
    }

    /// Watches a mountpoint (`"request": "watch"`). The response carries an SDP offer; answer it with `Start`.
    ///
    /// Janus 1.1.4 and newer accept an SDP offer in this request instead, and answer it.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#watch)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn watch(&self, request: Watch) -> Result<Status> {
        self.request(request).await
    }

    /// Answers the SDP offer of Janus, or resumes paused streams (`"request": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Status> {
        self.request(request).await
    }

    /// Pauses all streams (`"request": "pause"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#pause)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn pause(&self, request: Pause) -> Result<Status> {
        self.request(request).await
    }

    /// Stops watching the mountpoint (`"request": "stop"`). Janus closes the PeerConnection.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#stop)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }

    /// Changes the streams that the viewer receives (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Switches to the media of another mountpoint, without a new offer (`"request": "switch"`). The mountpoints must use
    /// the same codecs.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#switch)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn switch(&self, request: Switch) -> Result<Switched> {
        self.request(request).await
    }
}

impl Handle<role::Viewer> {
    /// Watches a mountpoint (`"request": "watch"`). The response carries an SDP offer; answer it with `Start`.
    ///
    /// Janus 1.1.4 and newer accept an SDP offer in this request instead, and answer it.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#watch)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn watch(&self, request: Watch) -> Result<Status> {
        self.request(request).await
    }

    /// Answers the SDP offer of Janus, or resumes paused streams (`"request": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Status> {
        self.request(request).await
    }

    /// Pauses all streams (`"request": "pause"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#pause)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn pause(&self, request: Pause) -> Result<Status> {
        self.request(request).await
    }

    /// Stops watching the mountpoint (`"request": "stop"`). Janus closes the PeerConnection.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#stop)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }

    /// Changes the streams that the viewer receives (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Switches to the media of another mountpoint, without a new offer (`"request": "switch"`). The mountpoints must use
    /// the same codecs.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#switch)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn switch(&self, request: Switch) -> Result<Switched> {
        self.request(request).await
    }
}

impl Handle<role::Manager> {
    /// Creates a mountpoint that receives RTP (`"request": "create"`, `"type": "rtp"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_rtp_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_rtp_mountpoint(&self, request: CreateRtpMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Creates a mountpoint that plays an audio file to all viewers at the same time (`"request": "create"`, `"type":
    /// "live"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_live_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_live_mountpoint(&self, request: CreateLiveMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Creates a mountpoint that plays an audio file to each viewer from its beginning (`"request": "create"`, `"type":
    /// "ondemand"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_ondemand_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_ondemand_mountpoint(&self, request: CreateOndemandMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Creates a mountpoint that receives its media from an RTSP server (`"request": "create"`, `"type": "rtsp"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#create_rtsp_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create_rtsp_mountpoint(&self, request: CreateRtspMountpoint) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a mountpoint (`"request": "destroy"`). Its viewers receive the status `stopped`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#destroy_mountpoint)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy_mountpoint(&self, request: DestroyMountpoint) -> Result<Destroyed> {
        self.request(request).await
    }

    /// Changes the settings of a mountpoint (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Edited> {
        self.request(request).await
    }

    /// Lists the mountpoints (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Mountpoints> {
        self.request(request).await
    }

    /// Requests the details of a mountpoint (`"request": "info"`). The response lacks some fields without the
    /// mountpoint's secret.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#info)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn info(&self, request: Info) -> Result<Details> {
        self.request(request).await
    }

    /// Enables a mountpoint: Janus relays its media (`"request": "enable"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#enable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable(&self, request: Enable) -> Result<Done> {
        self.request(request).await
    }

    /// Disables a mountpoint: Janus relays no media (`"request": "disable"`). Its recording continues, unless
    /// `stop_recording` is true.
    ///
    /// Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint has a stream
    /// that is not being recorded (all versions up to 1.4.2). For that reason `false` is sent if the field is not set.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#disable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn disable(&self, request: Disable) -> Result<Done> {
        self.request(request).await
    }

    /// Kicks all viewers of a mountpoint (`"request": "kick_all"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#kick_all)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick_all(&self, request: KickAll) -> Result<Done> {
        self.request(request).await
    }

    /// Starts recording a mountpoint (`"request": "recording"`, `"action": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#start_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_recording(&self, request: StartRecording) -> Result<Done> {
        self.request(request).await
    }

    /// Stops recording a mountpoint (`"request": "recording"`, `"action": "stop"`). In JavaScript it stops all recordings
    /// if no field names one.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/streaming.md#stop_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_recording(&self, request: StopRecording) -> Result<Done> {
        self.request(request).await
    }
}
