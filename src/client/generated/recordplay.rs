// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::recordplay::{
    Configure, Configured, Done, ListRecordings, Pause, Play, Record, RecordPlay, Recordings, Resume, Start,
    Status, Stop, UpdateRecordings,
};

impl Handle<RecordPlay> {
    /// Lists the recordings.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_recordings(&self, request: ListRecordings) -> Result<Recordings> {
        self.request(request).await
    }

    /// Has Janus look at its folder anew.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn update_recordings(&self, request: UpdateRecordings) -> Result<Done> {
        self.request(request).await
    }

    /// Sets what those who record are asked for.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Begins a recording with an offer; the answer comes back.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn record(&self, request: Record) -> Result<Status> {
        self.request(request).await
    }

    /// Asks for a recording; an offer comes back, to be answered with `Start`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn play(&self, request: Play) -> Result<Status> {
        self.request(request).await
    }

    /// Answers the offer to play.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start(&self, request: Start) -> Result<Status> {
        self.request(request).await
    }

    /// Pauses the recording; without one, the answer is empty.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn pause(&self, request: Pause) -> Result<Status> {
        self.request(request).await
    }

    /// Goes on with a paused recording; without one, the answer is empty.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn resume(&self, request: Resume) -> Result<Status> {
        self.request(request).await
    }

    /// Ends recording or playing, and the PeerConnection.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop(&self, request: Stop) -> Result<Status> {
        self.request(request).await
    }
}
