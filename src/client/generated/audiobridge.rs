// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::audiobridge::{
    Allow, Allowed, Announcements, AudioBridge, AudioHangup, ChangeRoom, Changed, Configure, Create, Created,
    DenoiseDisable, DenoiseEnable, Destroy, Done, Edit, EnableMjrs, EnableRecording, Existence, Exists,
    Forwarders, Forwarding, HangingUp, IsPlaying, Join, Joined, Kick, KickAll, Leave, Left, List,
    ListAnnouncements, ListForward, ListParticipants, Mute, MuteRoom, Participants, PlayFile, Playing,
    Recording, ResetDecoder, Resume, Rooms, StartForward, StopAllFiles, StopFile, StopForward, Stopped,
    Suspend, Unmute, UnmuteRoom,
};

impl Handle<AudioBridge> {
    /// Makes a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// ConnectionEvents a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Ends a room; participants are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Asks whether a room exists.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// Lists who is in a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// ConnectionEvents which tokens may join.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Begins or ends recording a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn enable_recording(&self, request: EnableRecording) -> Result<Recording> {
        self.request(request).await
    }

    /// Begins or ends recording each participant.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn enable_mjrs(&self, request: EnableMjrs) -> Result<Recording> {
        self.request(request).await
    }

    /// Forwards a room's sound to a host.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Ends a forwarder.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_forward(&self, request: StopForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Lists the forwarders of a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }

    /// Plays an Opus file of the server's into a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn play_file(&self, request: PlayFile) -> Result<Playing> {
        self.request(request).await
    }

    /// Asks whether a file is playing.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn is_playing(&self, request: IsPlaying) -> Result<Playing> {
        self.request(request).await
    }

    /// Stops a file.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_file(&self, request: StopFile) -> Result<Playing> {
        self.request(request).await
    }

    /// Stops all files (Janus 1.3.2 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_all_files(&self, request: StopAllFiles) -> Result<Stopped> {
        self.request(request).await
    }

    /// Lists the files that are there (Janus 1.2.4 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_announcements(&self, request: ListAnnouncements) -> Result<Announcements> {
        self.request(request).await
    }

    /// Throws a participant out.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Throws everybody out.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn kick_all(&self, request: KickAll) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes a participant; all are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn mute(&self, request: Mute) -> Result<Done> {
        self.request(request).await
    }

    /// Unmutes a participant; all are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unmute(&self, request: Unmute) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes the room; all are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn mute_room(&self, request: MuteRoom) -> Result<Done> {
        self.request(request).await
    }

    /// Unmutes the room; all are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unmute_room(&self, request: UnmuteRoom) -> Result<Done> {
        self.request(request).await
    }

    /// Suspends a participant; the others are told (Janus 1.2.1 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn suspend(&self, request: Suspend) -> Result<Done> {
        self.request(request).await
    }

    /// Ends a suspension; all are told (Janus 1.2.1 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn resume(&self, request: Resume) -> Result<Done> {
        self.request(request).await
    }

    /// Takes the noise of a participant away (Janus 1.2.3 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn denoise_enable(&self, request: DenoiseEnable) -> Result<Done> {
        self.request(request).await
    }

    /// Leaves the noise of a participant in (Janus 1.2.3 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn denoise_disable(&self, request: DenoiseDisable) -> Result<Done> {
        self.request(request).await
    }

    /// Joins a room; the offer may come along, or later with `Configure`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn join(&self, request: Join) -> Result<Joined> {
        self.request(request).await
    }

    /// ConnectionEvents this participant; begins or renegotiates with a session description.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn configure(&self, request: Configure) -> Result<Changed> {
        self.request(request).await
    }

    /// Goes to another room, without a new negotiation.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn change_room(&self, request: ChangeRoom) -> Result<Joined> {
        self.request(request).await
    }

    /// Leaves the room; the PeerConnection stays for another `Join`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn leave(&self, request: Leave) -> Result<Left> {
        self.request(request).await
    }

    /// Ends the PeerConnection.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn audio_hangup(&self, request: AudioHangup) -> Result<HangingUp> {
        self.request(request).await
    }

    /// Resets this participant's decoder.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn reset_decoder(&self, request: ResetDecoder) -> Result<Done> {
        self.request(request).await
    }
}
