// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::audiobridge::{
    Allow, Allowed, Announcements, AudioBridge, AudioHangup, ChangeRoom, Changed, Configure, Create, Created,
    DenoiseDisable, DenoiseEnable, Destroy, Done, Edit, EnableMjrs, EnableRecording, Existence, Exists,
    Forwarders, Forwarding, HangingUp, IsPlaying, Join, Joined, Kick, KickAll, Leave, Left, List,
    ListAnnouncements, ListForward, ListParticipants, Mute, MuteRoom, Participants, PlayFile, Playing,
    Recording, ResetDecoder, Resume, Rooms, StartForward, StopAllFiles, StopFile, StopForward, Stopped,
    Suspend, Unmute, UnmuteRoom, role,
};

impl Handle<AudioBridge> {
    /// Creates a room (`"request": "create"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#create)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a room (`"request": "destroy"`). Its participants receive `Destroyed`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#destroy)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Checks whether a room exists (`"request": "exists"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#exists)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// Lists the participants of a room (`"request": "listparticipants"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list_participants)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// Changes the list of tokens that may join a room (`"request": "allowed"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#allow)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Starts or stops recording the mix of a room (`"request": "enable_recording"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#enable_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable_recording(&self, request: EnableRecording) -> Result<Recording> {
        self.request(request).await
    }

    /// Starts or stops recording each participant of a room (`"request": "enable_mjrs"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#enable_mjrs)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable_mjrs(&self, request: EnableMjrs) -> Result<Recording> {
        self.request(request).await
    }

    /// Forwards the audio of a room to another host over RTP (`"request": "rtp_forward"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#start_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Stops an RTP forwarder (`"request": "stop_rtp_forward"`). Janus acknowledges unknown ids, too.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#stop_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_forward(&self, request: StopForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Lists the RTP forwarders of a room (`"request": "listforwarders"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }

    /// Plays an Opus file of the server into a room (`"request": "play_file"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#play_file)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn play_file(&self, request: PlayFile) -> Result<Playing> {
        self.request(request).await
    }

    /// Checks whether a file is playing (`"request": "is_playing"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#is_playing)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn is_playing(&self, request: IsPlaying) -> Result<Playing> {
        self.request(request).await
    }

    /// Stops the playback of a file (`"request": "stop_file"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#stop_file)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_file(&self, request: StopFile) -> Result<Playing> {
        self.request(request).await
    }

    /// Stops the playback of all files (`"request": "stop_all_files"`; Janus 1.3.2 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#stop_all_files)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_all_files(&self, request: StopAllFiles) -> Result<Stopped> {
        self.request(request).await
    }

    /// Lists the files of a room (`"request": "listannouncements"`; Janus 1.2.4 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list_announcements)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_announcements(&self, request: ListAnnouncements) -> Result<Announcements> {
        self.request(request).await
    }

    /// Kicks a participant from a room (`"request": "kick"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#kick)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Kicks all participants of a room (`"request": "kick_all"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#kick_all)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick_all(&self, request: KickAll) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes a participant (`"request": "mute"`). All participants receive `Configured`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#mute)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn mute(&self, request: Mute) -> Result<Done> {
        self.request(request).await
    }

    /// Unmutes a participant (`"request": "unmute"`). All participants receive `Configured`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#unmute)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unmute(&self, request: Unmute) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes a room (`"request": "mute_room"`). All participants receive `RoomMuted`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#mute_room)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn mute_room(&self, request: MuteRoom) -> Result<Done> {
        self.request(request).await
    }

    /// Unmutes a room (`"request": "unmute_room"`). All participants receive `RoomMuted`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#unmute_room)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unmute_room(&self, request: UnmuteRoom) -> Result<Done> {
        self.request(request).await
    }

    /// Suspends a participant (`"request": "suspend"`; Janus 1.2.1 and newer). The others receive `Suspended`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#suspend)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn suspend(&self, request: Suspend) -> Result<Done> {
        self.request(request).await
    }

    /// Ends the suspension of a participant (`"request": "resume"`; Janus 1.2.1 and newer). The participants receive
    /// `Resumed`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#resume)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn resume(&self, request: Resume) -> Result<Done> {
        self.request(request).await
    }

    /// Turns noise reduction on for a participant (`"request": "denoise_enable"`; Janus 1.2.3 and newer that are built
    /// with RNNoise).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#denoise_enable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn denoise_enable(&self, request: DenoiseEnable) -> Result<Done> {
        self.request(request).await
    }

    /// Turns noise reduction off for a participant (`"request": "denoise_disable"`; Janus 1.2.3 and newer that are built
    /// with RNNoise).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#denoise_disable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn denoise_disable(&self, request: DenoiseDisable) -> Result<Done> {
        self.request(request).await
    }

    /// Joins a room (`"request": "join"`). The SDP offer is part of this request or of a later `Configure`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#join)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join(&self, request: Join) -> Result<Joined> {
        self.request(request).await
    }

    /// Changes this participant, or starts or renegotiates its PeerConnection with an SDP (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Changed> {
        self.request(request).await
    }

    /// Moves this participant to another room, without a renegotiation (`"request": "changeroom"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#change_room)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn change_room(&self, request: ChangeRoom) -> Result<Joined> {
        self.request(request).await
    }

    /// Leaves the room (`"request": "leave"`). A later `Join` reuses the PeerConnection.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#leave)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn leave(&self, request: Leave) -> Result<Left> {
        self.request(request).await
    }

    /// Closes the PeerConnection (`"request": "hangup"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#audio_hangup)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn audio_hangup(&self, request: AudioHangup) -> Result<HangingUp> {
        self.request(request).await
    }

    /// Resets the audio decoder of this participant (`"request": "resetdecoder"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#reset_decoder)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn reset_decoder(&self, request: ResetDecoder) -> Result<Done> {
        self.request(request).await
    }
}

impl Handle<role::Participant> {
    /// Joins a room (`"request": "join"`). The SDP offer is part of this request or of a later `Configure`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#join)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join(&self, request: Join) -> Result<Joined> {
        self.request(request).await
    }

    /// Changes this participant, or starts or renegotiates its PeerConnection with an SDP (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Changed> {
        self.request(request).await
    }

    /// Moves this participant to another room, without a renegotiation (`"request": "changeroom"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#change_room)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn change_room(&self, request: ChangeRoom) -> Result<Joined> {
        self.request(request).await
    }

    /// Leaves the room (`"request": "leave"`). A later `Join` reuses the PeerConnection.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#leave)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn leave(&self, request: Leave) -> Result<Left> {
        self.request(request).await
    }

    /// Closes the PeerConnection (`"request": "hangup"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#audio_hangup)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn audio_hangup(&self, request: AudioHangup) -> Result<HangingUp> {
        self.request(request).await
    }

    /// Resets the audio decoder of this participant (`"request": "resetdecoder"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#reset_decoder)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn reset_decoder(&self, request: ResetDecoder) -> Result<Done> {
        self.request(request).await
    }
}

impl Handle<role::Manager> {
    /// Creates a room (`"request": "create"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#create)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a room (`"request": "destroy"`). Its participants receive `Destroyed`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#destroy)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Checks whether a room exists (`"request": "exists"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#exists)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// Lists the participants of a room (`"request": "listparticipants"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list_participants)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// Changes the list of tokens that may join a room (`"request": "allowed"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#allow)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Starts or stops recording the mix of a room (`"request": "enable_recording"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#enable_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable_recording(&self, request: EnableRecording) -> Result<Recording> {
        self.request(request).await
    }

    /// Starts or stops recording each participant of a room (`"request": "enable_mjrs"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#enable_mjrs)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable_mjrs(&self, request: EnableMjrs) -> Result<Recording> {
        self.request(request).await
    }

    /// Forwards the audio of a room to another host over RTP (`"request": "rtp_forward"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#start_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Stops an RTP forwarder (`"request": "stop_rtp_forward"`). Janus acknowledges unknown ids, too.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#stop_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_forward(&self, request: StopForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Lists the RTP forwarders of a room (`"request": "listforwarders"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }

    /// Plays an Opus file of the server into a room (`"request": "play_file"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#play_file)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn play_file(&self, request: PlayFile) -> Result<Playing> {
        self.request(request).await
    }

    /// Checks whether a file is playing (`"request": "is_playing"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#is_playing)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn is_playing(&self, request: IsPlaying) -> Result<Playing> {
        self.request(request).await
    }

    /// Stops the playback of a file (`"request": "stop_file"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#stop_file)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_file(&self, request: StopFile) -> Result<Playing> {
        self.request(request).await
    }

    /// Stops the playback of all files (`"request": "stop_all_files"`; Janus 1.3.2 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#stop_all_files)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_all_files(&self, request: StopAllFiles) -> Result<Stopped> {
        self.request(request).await
    }

    /// Lists the files of a room (`"request": "listannouncements"`; Janus 1.2.4 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#list_announcements)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_announcements(&self, request: ListAnnouncements) -> Result<Announcements> {
        self.request(request).await
    }

    /// Kicks a participant from a room (`"request": "kick"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#kick)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Kicks all participants of a room (`"request": "kick_all"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#kick_all)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick_all(&self, request: KickAll) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes a participant (`"request": "mute"`). All participants receive `Configured`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#mute)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn mute(&self, request: Mute) -> Result<Done> {
        self.request(request).await
    }

    /// Unmutes a participant (`"request": "unmute"`). All participants receive `Configured`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#unmute)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unmute(&self, request: Unmute) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes a room (`"request": "mute_room"`). All participants receive `RoomMuted`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#mute_room)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn mute_room(&self, request: MuteRoom) -> Result<Done> {
        self.request(request).await
    }

    /// Unmutes a room (`"request": "unmute_room"`). All participants receive `RoomMuted`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#unmute_room)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unmute_room(&self, request: UnmuteRoom) -> Result<Done> {
        self.request(request).await
    }

    /// Suspends a participant (`"request": "suspend"`; Janus 1.2.1 and newer). The others receive `Suspended`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#suspend)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn suspend(&self, request: Suspend) -> Result<Done> {
        self.request(request).await
    }

    /// Ends the suspension of a participant (`"request": "resume"`; Janus 1.2.1 and newer). The participants receive
    /// `Resumed`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#resume)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn resume(&self, request: Resume) -> Result<Done> {
        self.request(request).await
    }

    /// Turns noise reduction on for a participant (`"request": "denoise_enable"`; Janus 1.2.3 and newer that are built
    /// with RNNoise).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#denoise_enable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn denoise_enable(&self, request: DenoiseEnable) -> Result<Done> {
        self.request(request).await
    }

    /// Turns noise reduction off for a participant (`"request": "denoise_disable"`; Janus 1.2.3 and newer that are built
    /// with RNNoise).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/audiobridge.md#denoise_disable)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn denoise_disable(&self, request: DenoiseDisable) -> Result<Done> {
        self.request(request).await
    }
}
