// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::videoroom::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

impl StartForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>, host: impl Into<HostName>) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            host: host.into(),
            host_family: None,
            streams: None,
            secret: None,
            admin_key: None,
            audio_port: None,
            audio_rtcp_port: None,
            audio_ssrc: None,
            audio_pt: None,
            video_port: None,
            video_rtcp_port: None,
            video_ssrc: None,
            video_pt: None,
            video_port_2: None,
            video_ssrc_2: None,
            video_pt_2: None,
            video_port_3: None,
            video_ssrc_3: None,
            video_pt_3: None,
            data_port: None,
            simulcast: None,
            srtp_suite: None,
            srtp_crypto: None,
            extra: Map::new(),
        }
    }
}

setters! {
    StartForward {
        into host_family: HostFamily,
        into streams: Vec<ForwardStream>,
        into secret: AccessKey,
        into admin_key: AccessKey,
        set audio_port: u32,
        set audio_rtcp_port: u32,
        set audio_ssrc: u32,
        set audio_pt: u8,
        set video_port: u32,
        set video_rtcp_port: u32,
        set video_ssrc: u32,
        set video_pt: u8,
        set video_port_2: u32,
        set video_ssrc_2: u32,
        set video_pt_2: u8,
        set video_port_3: u32,
        set video_ssrc_3: u32,
        set video_pt_3: u8,
        set data_port: u32,
        set simulcast: bool,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        insert extra: Value,
    }
}

impl StopForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>, stream: u32) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            stream,
            secret: None,
            admin_key: None,
            extra: Map::new(),
        }
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
        Self { room: room.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    ListForward {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl PublishRemotely {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(
        room: impl Into<RoomId>,
        feed: impl Into<FeedId>,
        remote_id: impl Into<String>,
        host: impl Into<HostName>,
        port: u32,
    ) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            remote_id: remote_id.into(),
            host: host.into(),
            port,
            host_family: None,
            rtcp_port: None,
            secret: None,
            admin_key: None,
            srtp_suite: None,
            srtp_crypto: None,
            extra: Map::new(),
        }
    }
}

setters! {
    PublishRemotely {
        into host_family: HostFamily,
        set rtcp_port: u32,
        into secret: AccessKey,
        into admin_key: AccessKey,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        insert extra: Value,
    }
}

impl UnpublishRemotely {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>, remote_id: impl Into<String>) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            remote_id: remote_id.into(),
            secret: None,
            extra: Map::new(),
        }
    }
}

setters! {
    UnpublishRemotely {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl ListRemotes {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    ListRemotes {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl AddRemotePublisher {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, streams: impl Into<Vec<RemoteStream>>) -> Self {
        Self {
            room: room.into(),
            streams: streams.into(),
            feed: None,
            display: None,
            metadata: None,
            mcast: None,
            iface: None,
            port: None,
            rtcp_port: None,
            secret: None,
            srtp_suite: None,
            srtp_crypto: None,
            extra: Map::new(),
        }
    }
}

setters! {
    AddRemotePublisher {
        into feed: FeedId,
        into display: String,
        into metadata: Value,
        into mcast: HostName,
        into iface: NetworkInterface,
        set port: u32,
        set rtcp_port: u32,
        into secret: AccessKey,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        insert extra: Value,
    }
}

impl UpdateRemotePublisher {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(
        room: impl Into<RoomId>,
        feed: impl Into<FeedId>,
        streams: impl Into<Vec<RemoteStream>>,
    ) -> Self {
        Self {
            room: room.into(),
            feed: feed.into(),
            streams: streams.into(),
            display: None,
            metadata: None,
            secret: None,
            srtp_suite: None,
            srtp_crypto: None,
            extra: Map::new(),
        }
    }
}

setters! {
    UpdateRemotePublisher {
        into display: String,
        into metadata: Value,
        into secret: AccessKey,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        insert extra: Value,
    }
}

impl RemoveRemotePublisher {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>) -> Self {
        Self { room: room.into(), feed: feed.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    RemoveRemotePublisher {
        into secret: AccessKey,
        insert extra: Value,
    }
}

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
        set max_publishers: u32,
        set bitrate: Bitrate,
        set bitrate_cap: bool,
        set fir_freq: u32,
        into audiocodec: String,
        into videocodec: String,
        into vp9_profile: String,
        into h264_profile: String,
        set opus_fec: bool,
        set opus_dtx: bool,
        set video_svc: bool,
        set audiolevel_ext: bool,
        set talking_events: bool,
        set talking_packets_threshold: u64,
        set talking_level_threshold: u32,
        set videoorient: bool,
        set playoutdelay_ext: bool,
        set transport_wide_cc_ext: bool,
        set record: bool,
        into rec_dir: FilePath,
        set lock_record: bool,
        set notify_joining: bool,
        set require_pvtid: bool,
        set signed_tokens: bool,
        set require_e2ee: bool,
        set dummy_publisher: bool,
        into dummy_streams: Vec<DummyStream>,
        set dummy_e2ee: bool,
        set threads: u32,
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
            new_is_private: None,
            new_secret: None,
            new_pin: None,
            new_require_pvtid: None,
            new_bitrate: None,
            new_fir_freq: None,
            new_publishers: None,
            new_lock_record: None,
            new_rec_dir: None,
            permanent: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Edit {
        into secret: AccessKey,
        into new_description: String,
        set new_is_private: bool,
        into new_secret: AccessKey,
        into new_pin: AccessKey,
        set new_require_pvtid: bool,
        set new_bitrate: Bitrate,
        set new_fir_freq: u32,
        set new_publishers: u32,
        set new_lock_record: bool,
        into new_rec_dir: FilePath,
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

impl Moderate {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, feed: impl Into<FeedId>, mid: impl Into<String>, mute: bool) -> Self {
        Self { room: room.into(), feed: feed.into(), mid: mid.into(), mute, secret: None, extra: Map::new() }
    }
}

setters! {
    Moderate {
        into secret: AccessKey,
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

impl EnableRecording {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, record: bool) -> Self {
        Self { room: room.into(), record, secret: None, extra: Map::new() }
    }
}

setters! {
    EnableRecording {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl JoinPublisher {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            feed: None,
            pin: None,
            token: None,
            audio: None,
            video: None,
            data: None,
            bitrate: None,
            record: None,
            filename: None,
            display: None,
            metadata: None,
            audio_active_packets: None,
            audio_level_average: None,
            descriptions: None,
            extra: Map::new(),
        }
    }
}

setters! {
    JoinPublisher {
        into feed: FeedId,
        into pin: AccessKey,
        into token: AccessKey,
        set audio: bool,
        set video: bool,
        set data: bool,
        set bitrate: Bitrate,
        set record: bool,
        into filename: FilePath,
        into display: String,
        into metadata: Value,
        set audio_active_packets: u64,
        set audio_level_average: u32,
        into descriptions: Vec<Description>,
        insert extra: Value,
    }
}

impl JoinConfigurePublisher {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            feed: None,
            pin: None,
            token: None,
            audio: None,
            video: None,
            data: None,
            bitrate: None,
            record: None,
            filename: None,
            display: None,
            metadata: None,
            audio_active_packets: None,
            audio_level_average: None,
            audiocodec: None,
            videocodec: None,
            descriptions: None,
            jsep: None,
            extra: Map::new(),
        }
    }
}

setters! {
    JoinConfigurePublisher {
        into feed: FeedId,
        into pin: AccessKey,
        into token: AccessKey,
        set audio: bool,
        set video: bool,
        set data: bool,
        set bitrate: Bitrate,
        set record: bool,
        into filename: FilePath,
        into display: String,
        into metadata: Value,
        set audio_active_packets: u64,
        set audio_level_average: u32,
        into audiocodec: Codec,
        into videocodec: Codec,
        into descriptions: Vec<Description>,
        into jsep: Jsep,
        insert extra: Value,
    }
}

impl Publish {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(jsep: impl Into<Jsep>) -> Self {
        Self {
            audio: None,
            video: None,
            data: None,
            bitrate: None,
            record: None,
            filename: None,
            display: None,
            metadata: None,
            audio_active_packets: None,
            audio_level_average: None,
            audiocodec: None,
            videocodec: None,
            descriptions: None,
            secret: None,
            jsep: Some(jsep.into()),
            extra: Map::new(),
        }
    }
}

setters! {
    Publish {
        set audio: bool,
        set video: bool,
        set data: bool,
        set bitrate: Bitrate,
        set record: bool,
        into filename: FilePath,
        into display: String,
        into metadata: Value,
        set audio_active_packets: u64,
        set audio_level_average: u32,
        into audiocodec: Codec,
        into videocodec: Codec,
        into descriptions: Vec<Description>,
        into secret: AccessKey,
        insert extra: Value,
    }
}

setters! {
    Configure {
        set audio: bool,
        set video: bool,
        set data: bool,
        set bitrate: Bitrate,
        set record: bool,
        into filename: FilePath,
        into display: String,
        into metadata: Value,
        set audio_active_packets: u64,
        set audio_level_average: u32,
        into audiocodec: Codec,
        into videocodec: Codec,
        into descriptions: Vec<Description>,
        set keyframe: bool,
        set restart: bool,
        set update: bool,
        into mid: String,
        set send: bool,
        into secret: AccessKey,
        into streams: Vec<StreamChange>,
        set sc_substream_layer: u8,
        set sc_substream_fallback_ms: u64,
        set sc_temporal_layers: u8,
        set spatial_layer: u8,
        set temporal_layer: u8,
        set min_delay: i32,
        set max_delay: i32,
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Unpublish {
        insert extra: Value,
    }
}

setters! {
    Leave {
        insert extra: Value,
    }
}

impl JoinSubscriber {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            feed: None,
            streams: None,
            private_id: None,
            pin: None,
            token: None,
            autoupdate: None,
            use_msid: None,
            audio: None,
            video: None,
            data: None,
            offer_audio: None,
            offer_video: None,
            offer_data: None,
            sc_substream_layer: None,
            sc_substream_fallback_ms: None,
            sc_temporal_layers: None,
            extra: Map::new(),
        }
    }
}

setters! {
    JoinSubscriber {
        into feed: FeedId,
        into streams: Vec<Subscription>,
        set private_id: u32,
        into pin: AccessKey,
        into token: AccessKey,
        set autoupdate: bool,
        set use_msid: bool,
        set audio: bool,
        set video: bool,
        set data: bool,
        set offer_audio: bool,
        set offer_video: bool,
        set offer_data: bool,
        set sc_substream_layer: u8,
        set sc_substream_fallback_ms: u64,
        set sc_temporal_layers: u8,
        insert extra: Value,
    }
}

setters! {
    Start {
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Pause {
        insert extra: Value,
    }
}

setters! {
    Switch {
        into to_feed: FeedId,
        into streams: Vec<SwitchStream>,
        set audio: bool,
        set video: bool,
        set data: bool,
        insert extra: Value,
    }
}

impl Subscribe {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(streams: impl Into<Vec<Subscription>>) -> Self {
        Self { streams: streams.into(), extra: Map::new() }
    }
}

setters! {
    Subscribe {
        insert extra: Value,
    }
}

impl Unsubscribe {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(streams: impl Into<Vec<Unsubscription>>) -> Self {
        Self { streams: streams.into(), extra: Map::new() }
    }
}

setters! {
    Unsubscribe {
        insert extra: Value,
    }
}

setters! {
    Update {
        into subscribe: Vec<Subscription>,
        into unsubscribe: Vec<Unsubscription>,
        insert extra: Value,
    }
}

impl Description {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(mid: impl Into<String>, description: impl Into<String>) -> Self {
        Self { mid: mid.into(), description: description.into(), extra: Map::new() }
    }
}

setters! {
    Description {
        insert extra: Value,
    }
}

setters! {
    StreamChange {
        into mid: String,
        set send: bool,
        set keyframe: bool,
        set substream: u8,
        set temporal: u8,
        set fallback: u64,
        set spatial_layer: u8,
        set temporal_layer: u8,
        set min_delay: i32,
        set max_delay: i32,
        insert extra: Value,
    }
}

impl Subscription {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(feed: impl Into<FeedId>) -> Self {
        Self {
            feed: feed.into(),
            mid: None,
            crossrefid: None,
            send: None,
            substream: None,
            temporal: None,
            fallback: None,
            spatial_layer: None,
            temporal_layer: None,
            min_delay: None,
            max_delay: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Subscription {
        into mid: String,
        into crossrefid: String,
        set send: bool,
        set substream: u8,
        set temporal: u8,
        set fallback: u64,
        set spatial_layer: u8,
        set temporal_layer: u8,
        set min_delay: i32,
        set max_delay: i32,
        insert extra: Value,
    }
}

setters! {
    Unsubscription {
        into feed: FeedId,
        into mid: String,
        into sub_mid: String,
        insert extra: Value,
    }
}

impl SwitchStream {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(feed: impl Into<FeedId>, mid: impl Into<String>, sub_mid: impl Into<String>) -> Self {
        Self {
            feed: feed.into(),
            mid: mid.into(),
            sub_mid: sub_mid.into(),
            substream: None,
            temporal: None,
            spatial_layer: None,
            temporal_layer: None,
            extra: Map::new(),
        }
    }
}

setters! {
    SwitchStream {
        set substream: u8,
        set temporal: u8,
        set spatial_layer: u8,
        set temporal_layer: u8,
        insert extra: Value,
    }
}

impl DummyStream {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(codec: impl Into<Codec>) -> Self {
        Self { codec: codec.into(), fmtp: None, extra: Map::new() }
    }
}

setters! {
    DummyStream {
        into fmtp: String,
        insert extra: Value,
    }
}

impl ForwardStream {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(mid: impl Into<String>, port: u32) -> Self {
        Self {
            mid: mid.into(),
            port,
            host: None,
            host_family: None,
            rtcp_port: None,
            pt: None,
            ssrc: None,
            simulcast: None,
            port_2: None,
            ssrc_2: None,
            pt_2: None,
            port_3: None,
            ssrc_3: None,
            pt_3: None,
            extra: Map::new(),
        }
    }
}

setters! {
    ForwardStream {
        into host: HostName,
        into host_family: HostFamily,
        set rtcp_port: u32,
        set pt: u8,
        set ssrc: u32,
        set simulcast: bool,
        set port_2: u32,
        set ssrc_2: u32,
        set pt_2: u8,
        set port_3: u32,
        set ssrc_3: u32,
        set pt_3: u8,
        insert extra: Value,
    }
}

impl RemoteStream {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(mid: impl Into<String>, mindex: u32, kind: impl Into<MediaKind>) -> Self {
        Self {
            mid: mid.into(),
            mindex,
            kind: kind.into(),
            codec: None,
            description: None,
            disabled: None,
            stereo: None,
            fec: None,
            dtx: None,
            h264_profile: None,
            vp9_profile: None,
            simulcast: None,
            svc: None,
            audiolevel_ext_id: None,
            videoorient_ext_id: None,
            playoutdelay_ext_id: None,
            extra: Map::new(),
        }
    }
}

setters! {
    RemoteStream {
        into codec: Codec,
        into description: String,
        set disabled: bool,
        set stereo: bool,
        set fec: bool,
        set dtx: bool,
        into h264_profile: String,
        into vp9_profile: String,
        set simulcast: bool,
        set svc: bool,
        set audiolevel_ext_id: u8,
        set videoorient_ext_id: u8,
        set playoutdelay_ext_id: u8,
        insert extra: Value,
    }
}
