// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::recordplay::{
    Configure, Configured, Done, ListRecordings, Pause, Play, Record, RecordPlay, Recordings, Resume, Start,
    Status, Stop, UpdateRecordings, role,
};

impl Handle<RecordPlay> {
    /// Lists the recordings (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#list_recordings)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_recordings(&self, request: ListRecordings) -> Result<Recordings> {
        self.request(request).await
    }

    /// Makes Janus read its recordings folder again (`"request": "update"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#update_recordings)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update_recordings(&self, request: UpdateRecordings) -> Result<Done> {
        self.request(request).await
    }

    /// Changes the settings for clients that record (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Starts a recording with an SDP offer; the response carries the SDP answer (`"request": "record"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#record)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn record(&self, request: Record) -> Result<Status> {
        self.request(request).await
    }

    /// Plays a recording (`"request": "play"`). The response carries an SDP offer; answer it with `Start`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#play)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn play(&self, request: Play) -> Result<Status> {
        self.request(request).await
    }

    /// Answers the SDP offer of `Play` (`"request": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Status> {
        self.request(request).await
    }

    /// Pauses the recording (`"request": "pause"`). Without a recording, the response is empty.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#pause)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn pause(&self, request: Pause) -> Result<Status> {
        self.request(request).await
    }

    /// Resumes a paused recording (`"request": "resume"`). Without a recording, the response is empty.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#resume)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn resume(&self, request: Resume) -> Result<Status> {
        self.request(request).await
    }

    /// Stops the recording or the playback and closes the PeerConnection (`"request": "stop"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#stop)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }
}

impl Handle<role::Recorder> {
    /// Starts a recording with an SDP offer; the response carries the SDP answer (`"request": "record"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#record)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn record(&self, request: Record) -> Result<Status> {
        self.request(request).await
    }

    /// Changes the settings for clients that record (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Pauses the recording (`"request": "pause"`). Without a recording, the response is empty.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#pause)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn pause(&self, request: Pause) -> Result<Status> {
        self.request(request).await
    }

    /// Resumes a paused recording (`"request": "resume"`). Without a recording, the response is empty.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#resume)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn resume(&self, request: Resume) -> Result<Status> {
        self.request(request).await
    }

    /// Stops the recording or the playback and closes the PeerConnection (`"request": "stop"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#stop)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }
}

impl Handle<role::Player> {
    /// Plays a recording (`"request": "play"`). The response carries an SDP offer; answer it with `Start`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#play)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn play(&self, request: Play) -> Result<Status> {
        self.request(request).await
    }

    /// Answers the SDP offer of `Play` (`"request": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Status> {
        self.request(request).await
    }

    /// Stops the recording or the playback and closes the PeerConnection (`"request": "stop"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/recordplay.md#stop)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }
}
