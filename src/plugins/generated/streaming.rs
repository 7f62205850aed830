// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::streaming::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    CreateRtpMountpoint {
        into id: MountpointId,
        into name: String,
        into description: String,
        into metadata: String,
        set is_private: bool,
        into secret: AccessKey,
        into pin: AccessKey,
        set permanent: bool,
        into admin_key: AccessKey,
        into media: Vec<Media>,
        set collision: u64,
        set threads: u32,
        set srtpsuite: u32,
        into srtpcrypto: Secret,
        set e2ee: bool,
        set playoutdelay_ext: bool,
        set abscapturetime_src_ext_id: u8,
        set bufferkf_ms: u32,
        set bufferkf_bytes: u64,
        into h264sps: String,
        set audio: bool,
        set audioport: u32,
        set audiortcpport: u32,
        into audiomcast: HostName,
        into audioiface: NetworkInterface,
        set audiopt: u8,
        into audiocodec: Codec,
        into audiortpmap: String,
        into audiofmtp: String,
        set audioskew: bool,
        set video: bool,
        set videoport: u32,
        set videortcpport: u32,
        into videomcast: HostName,
        into videoiface: NetworkInterface,
        set videopt: u8,
        into videocodec: Codec,
        into videortpmap: String,
        into videofmtp: String,
        set videobufferkf: bool,
        set videoskew: bool,
        set videosimulcast: bool,
        set videoport2: u32,
        set videoport3: u32,
        set videosvc: bool,
        set data: bool,
        set dataport: u32,
        into datamcast: HostName,
        into dataiface: NetworkInterface,
        set databuffermsg: bool,
        into datatype: DataType,
        insert extra: Value,
    }
}

impl CreateLiveMountpoint {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(filename: impl Into<FilePath>) -> Self {
        Self {
            filename: filename.into(),
            id: None,
            name: None,
            description: None,
            metadata: None,
            is_private: None,
            secret: None,
            pin: None,
            permanent: None,
            admin_key: None,
            audio: None,
            audiocodec: None,
            audiofmtp: None,
            audiopt: None,
            extra: Map::new(),
        }
    }
}

setters! {
    CreateLiveMountpoint {
        into id: MountpointId,
        into name: String,
        into description: String,
        into metadata: String,
        set is_private: bool,
        into secret: AccessKey,
        into pin: AccessKey,
        set permanent: bool,
        into admin_key: AccessKey,
        set audio: bool,
        into audiocodec: Codec,
        into audiofmtp: String,
        set audiopt: u8,
        insert extra: Value,
    }
}

impl CreateOndemandMountpoint {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(filename: impl Into<FilePath>) -> Self {
        Self {
            filename: filename.into(),
            id: None,
            name: None,
            description: None,
            metadata: None,
            is_private: None,
            secret: None,
            pin: None,
            permanent: None,
            admin_key: None,
            audio: None,
            audiocodec: None,
            audiofmtp: None,
            audiopt: None,
            extra: Map::new(),
        }
    }
}

setters! {
    CreateOndemandMountpoint {
        into id: MountpointId,
        into name: String,
        into description: String,
        into metadata: String,
        set is_private: bool,
        into secret: AccessKey,
        into pin: AccessKey,
        set permanent: bool,
        into admin_key: AccessKey,
        set audio: bool,
        into audiocodec: Codec,
        into audiofmtp: String,
        set audiopt: u8,
        insert extra: Value,
    }
}

impl CreateRtspMountpoint {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(url: impl Into<MediaUrl>) -> Self {
        Self {
            url: url.into(),
            id: None,
            name: None,
            description: None,
            metadata: None,
            is_private: None,
            secret: None,
            pin: None,
            permanent: None,
            admin_key: None,
            rtsp_user: None,
            rtsp_pwd: None,
            rtsp_quirk: None,
            rtsp_failcheck: None,
            rtspiface: None,
            rtsp_reconnect_delay: None,
            rtsp_session_timeout: None,
            rtsp_timeout: None,
            rtsp_conn_timeout: None,
            rtsp_notify_changes: None,
            audio: None,
            audiopt: None,
            audiocodec: None,
            audiofmtp: None,
            video: None,
            videopt: None,
            videocodec: None,
            videofmtp: None,
            videobufferkf: None,
            bufferkf_ms: None,
            bufferkf_bytes: None,
            threads: None,
            extra: Map::new(),
        }
    }
}

setters! {
    CreateRtspMountpoint {
        into id: MountpointId,
        into name: String,
        into description: String,
        into metadata: String,
        set is_private: bool,
        into secret: AccessKey,
        into pin: AccessKey,
        set permanent: bool,
        into admin_key: AccessKey,
        into rtsp_user: String,
        into rtsp_pwd: Secret,
        set rtsp_quirk: bool,
        set rtsp_failcheck: bool,
        into rtspiface: NetworkInterface,
        set rtsp_reconnect_delay: u32,
        set rtsp_session_timeout: u32,
        set rtsp_timeout: u32,
        set rtsp_conn_timeout: u32,
        set rtsp_notify_changes: bool,
        set audio: bool,
        set audiopt: u8,
        into audiocodec: Codec,
        into audiofmtp: String,
        set video: bool,
        set videopt: u8,
        into videocodec: Codec,
        into videofmtp: String,
        set videobufferkf: bool,
        set bufferkf_ms: u32,
        set bufferkf_bytes: u64,
        set threads: u32,
        insert extra: Value,
    }
}

impl DestroyMountpoint {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self { id: id.into(), secret: None, permanent: None, extra: Map::new() }
    }
}

setters! {
    DestroyMountpoint {
        into secret: AccessKey,
        set permanent: bool,
        insert extra: Value,
    }
}

impl Edit {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self {
            id: id.into(),
            secret: None,
            new_description: None,
            new_metadata: None,
            new_secret: None,
            new_pin: None,
            new_is_private: None,
            edited_event: None,
            permanent: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Edit {
        into secret: AccessKey,
        into new_description: String,
        into new_metadata: String,
        into new_secret: AccessKey,
        into new_pin: AccessKey,
        set new_is_private: bool,
        set edited_event: bool,
        set permanent: bool,
        insert extra: Value,
    }
}

setters! {
    List {
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl Info {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self { id: id.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Info {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Enable {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self { id: id.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Enable {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Disable {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self { id: id.into(), secret: None, stop_recording: None, extra: Map::new() }
    }
}

setters! {
    Disable {
        into secret: AccessKey,
        set stop_recording: bool,
        insert extra: Value,
    }
}

impl KickAll {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self { id: id.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    KickAll {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl StartRecording {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self {
            id: id.into(),
            secret: None,
            media: None,
            audio: None,
            video: None,
            data: None,
            extra: Map::new(),
        }
    }
}

setters! {
    StartRecording {
        into secret: AccessKey,
        into media: Vec<RecordedMedia>,
        into audio: FilePath,
        into video: FilePath,
        into data: FilePath,
        insert extra: Value,
    }
}

impl StopRecording {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self {
            id: id.into(),
            secret: None,
            media: None,
            audio: None,
            video: None,
            data: None,
            extra: Map::new(),
        }
    }
}

setters! {
    StopRecording {
        into secret: AccessKey,
        into media: Vec<RecordedMedia>,
        set audio: bool,
        set video: bool,
        set data: bool,
        insert extra: Value,
    }
}

impl RecordedMedia {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(mid: impl Into<String>) -> Self {
        Self { mid: mid.into(), filename: None, extra: Map::new() }
    }
}

setters! {
    RecordedMedia {
        into filename: FilePath,
        insert extra: Value,
    }
}

impl Media {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(kind: impl Into<MediaKind>, mid: impl Into<String>, port: u32) -> Self {
        Self {
            kind: kind.into(),
            mid: mid.into(),
            port,
            label: None,
            msid: None,
            mcast: None,
            iface: None,
            rtcpport: None,
            pt: None,
            codec: None,
            rtpmap: None,
            fmtp: None,
            skew: None,
            bufferkf: None,
            simulcast: None,
            port2: None,
            port3: None,
            svc: None,
            h264sps: None,
            buffermsg: None,
            datatype: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Media {
        into label: String,
        into msid: String,
        into mcast: HostName,
        into iface: NetworkInterface,
        set rtcpport: u32,
        set pt: u8,
        into codec: Codec,
        into rtpmap: String,
        into fmtp: String,
        set skew: bool,
        set bufferkf: bool,
        set simulcast: bool,
        set port2: u32,
        set port3: u32,
        set svc: bool,
        into h264sps: String,
        set buffermsg: bool,
        into datatype: DataType,
        insert extra: Value,
    }
}

impl Watch {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self {
            id: id.into(),
            pin: None,
            media: None,
            restart: None,
            audio: None,
            video: None,
            data: None,
            substream: None,
            temporal: None,
            fallback: None,
            spatial_layer: None,
            temporal_layer: None,
            jsep: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Watch {
        into pin: AccessKey,
        into media: Vec<String>,
        set restart: bool,
        set audio: bool,
        set video: bool,
        set data: bool,
        set substream: u8,
        set temporal: u8,
        set fallback: u64,
        set spatial_layer: u8,
        set temporal_layer: u8,
        into jsep: Jsep,
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
    Stop {
        insert extra: Value,
    }
}

setters! {
    Configure {
        into mid: String,
        set send: bool,
        into streams: Vec<StreamChange>,
        set audio: bool,
        set video: bool,
        set data: bool,
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

impl Switch {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: impl Into<MountpointId>) -> Self {
        Self { id: id.into(), extra: Map::new() }
    }
}

setters! {
    Switch {
        insert extra: Value,
    }
}

impl StreamChange {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(mid: impl Into<String>) -> Self {
        Self {
            mid: mid.into(),
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
    StreamChange {
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
