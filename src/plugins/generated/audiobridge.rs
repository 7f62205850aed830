// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::audiobridge::*;
use crate::plugins::field_types::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    Create {
        into room: RoomId,
        set permanent: bool,
        into description: String,
        into secret: AccessKey,
        into pin: AccessKey,
        set is_private: bool,
        into allowed: Vec<String>,
        into admin_key: AccessKey,
        set sampling_rate: u32,
        set spatial_audio: bool,
        set bitrate: Bitrate,
        set prebuffer: u32,
        set expected_loss: u8,
        set denoise: bool,
        set record: bool,
        into filename: FilePath,
        into rec_dir: FilePath,
        set mjrs: bool,
        into mjrs_dir: FilePath,
        set allow_rtp: bool,
        set audiolevel_ext: bool,
        set talking_events: bool,
        set talking_packets_threshold: u64,
        set talking_level_threshold: u32,
        into groups: Vec<String>,
        set signed_tokens: bool,
        insert extra: Value,
    }
}

impl Edit {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            secret: None,
            new_description: None,
            new_secret: None,
            new_pin: None,
            new_is_private: None,
            new_record_dir: None,
            new_mjrs_dir: None,
            permanent: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Edit {
        into secret: AccessKey,
        into new_description: String,
        into new_secret: AccessKey,
        into new_pin: AccessKey,
        set new_is_private: bool,
        into new_record_dir: FilePath,
        into new_mjrs_dir: FilePath,
        set permanent: bool,
        insert extra: Value,
    }
}

impl Destroy {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, permanent: None, extra: Map::new() }
    }
}

setters! {
    Destroy {
        into secret: AccessKey,
        set permanent: bool,
        insert extra: Value,
    }
}

impl Exists {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), extra: Map::new() }
    }
}

setters! {
    Exists {
        insert extra: Value,
    }
}

setters! {
    List {
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl ListParticipants {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    ListParticipants {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Allow {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, action: impl Into<AllowAction>) -> Self {
        Self { room: room.into(), action: action.into(), secret: None, list: None, extra: Map::new() }
    }
}

setters! {
    Allow {
        into secret: AccessKey,
        into list: Vec<String>,
        insert extra: Value,
    }
}

impl EnableRecording {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, record: bool) -> Self {
        Self { room: room.into(), record, secret: None, filename: None, rec_dir: None, extra: Map::new() }
    }
}

setters! {
    EnableRecording {
        into secret: AccessKey,
        into filename: FilePath,
        into rec_dir: FilePath,
        insert extra: Value,
    }
}

impl EnableMjrs {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, mjrs: bool) -> Self {
        Self { room: room.into(), mjrs, secret: None, mjrs_dir: None, extra: Map::new() }
    }
}

setters! {
    EnableMjrs {
        into secret: AccessKey,
        into mjrs_dir: FilePath,
        insert extra: Value,
    }
}

impl StartForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, host: impl Into<HostName>, audio_port: u32) -> Self {
        Self {
            room: room.into(),
            host: host.into(),
            audio_port,
            host_family: None,
            ssrc: None,
            codec: None,
            ptype: None,
            group: None,
            always: None,
            srtp_suite: None,
            srtp_crypto: None,
            secret: None,
            admin_key: None,
            extra: Map::new(),
        }
    }
}

setters! {
    StartForward {
        into host_family: HostFamily,
        set ssrc: u32,
        into codec: Codec,
        set ptype: u8,
        into group: String,
        set always: bool,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl StopForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, stream: u32) -> Self {
        Self { room: room.into(), stream, secret: None, admin_key: None, extra: Map::new() }
    }
}

setters! {
    StopForward {
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl ListForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, admin_key: None, extra: Map::new() }
    }
}

setters! {
    ListForward {
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl PlayFile {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, filename: impl Into<FilePath>) -> Self {
        Self {
            room: room.into(),
            filename: filename.into(),
            file_id: None,
            group: None,
            repeat: None,
            secret: None,
            admin_key: None,
            extra: Map::new(),
        }
    }
}

setters! {
    PlayFile {
        into file_id: String,
        into group: String,
        set repeat: bool,
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl IsPlaying {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, file_id: impl Into<String>) -> Self {
        Self { room: room.into(), file_id: file_id.into(), secret: None, admin_key: None, extra: Map::new() }
    }
}

setters! {
    IsPlaying {
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl StopFile {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, file_id: impl Into<String>) -> Self {
        Self { room: room.into(), file_id: file_id.into(), secret: None, admin_key: None, extra: Map::new() }
    }
}

setters! {
    StopFile {
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl StopAllFiles {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, admin_key: None, extra: Map::new() }
    }
}

setters! {
    StopAllFiles {
        into secret: AccessKey,
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl ListAnnouncements {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    ListAnnouncements {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Kick {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Kick {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl KickAll {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    KickAll {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Mute {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Mute {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Unmute {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Unmute {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl MuteRoom {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    MuteRoom {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl UnmuteRoom {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    UnmuteRoom {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Suspend {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            secret: None,
            stop_record: None,
            pause_events: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Suspend {
        into secret: AccessKey,
        set stop_record: bool,
        set pause_events: bool,
        insert extra: Value,
    }
}

impl Resume {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            secret: None,
            record: None,
            filename: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Resume {
        into secret: AccessKey,
        set record: bool,
        into filename: FilePath,
        insert extra: Value,
    }
}

impl DenoiseEnable {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    DenoiseEnable {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl DenoiseDisable {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    DenoiseDisable {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Join {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            feed: None,
            pin: None,
            token: None,
            secret: None,
            display: None,
            group: None,
            muted: None,
            codec: None,
            prebuffer: None,
            bitrate: None,
            quality: None,
            expected_loss: None,
            volume: None,
            spatial_position: None,
            audio_level_average: None,
            audio_active_packets: None,
            record: None,
            filename: None,
            denoise: None,
            suspended: None,
            pause_events: None,
            generate_offer: None,
            rtp_participant: None,
            jsep: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Join {
        into feed: FeedId,
        into pin: AccessKey,
        into token: AccessKey,
        into secret: AccessKey,
        into display: String,
        into group: String,
        set muted: bool,
        into codec: Codec,
        set prebuffer: u32,
        set bitrate: Bitrate,
        set quality: u8,
        set expected_loss: u8,
        set volume: u32,
        set spatial_position: u8,
        set audio_level_average: u32,
        set audio_active_packets: u64,
        set record: bool,
        into filename: FilePath,
        set denoise: bool,
        set suspended: bool,
        set pause_events: bool,
        set generate_offer: bool,
        into rtp_participant: RtpParticipant,
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Configure {
        into display: String,
        into group: String,
        set muted: bool,
        set prebuffer: u32,
        set bitrate: Bitrate,
        set quality: u8,
        set expected_loss: u8,
        set volume: u32,
        set spatial_position: u8,
        set record: bool,
        into filename: FilePath,
        set denoise: bool,
        set generate_offer: bool,
        set update: bool,
        into rtp_participant: RtpParticipant,
        into jsep: Jsep,
        insert extra: Value,
    }
}

impl ChangeRoom {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            feed: None,
            pin: None,
            token: None,
            secret: None,
            display: None,
            group: None,
            muted: None,
            bitrate: None,
            quality: None,
            expected_loss: None,
            volume: None,
            spatial_position: None,
            denoise: None,
            suspended: None,
            pause_events: None,
            extra: Map::new(),
        }
    }
}

setters! {
    ChangeRoom {
        into feed: FeedId,
        into pin: AccessKey,
        into token: AccessKey,
        into secret: AccessKey,
        into display: String,
        into group: String,
        set muted: bool,
        set bitrate: Bitrate,
        set quality: u8,
        set expected_loss: u8,
        set volume: u32,
        set spatial_position: u8,
        set denoise: bool,
        set suspended: bool,
        set pause_events: bool,
        insert extra: Value,
    }
}

setters! {
    Leave {
        insert extra: Value,
    }
}

setters! {
    AudioHangup {
        insert extra: Value,
    }
}

setters! {
    ResetDecoder {
        insert extra: Value,
    }
}

setters! {
    RtpParticipant {
        into ip: HostName,
        set port: u32,
        set payload_type: u8,
        set audiolevel_ext: u8,
        set fec: bool,
        insert extra: Value,
    }
}
