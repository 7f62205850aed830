// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::nosip::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    Generate {
        into info: String,
        into srtp: SrtpMode,
        into srtp_profile: String,
        set update: bool,
        into jsep: Jsep,
        insert extra: Value,
    }
}

impl Process {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(kind: impl Into<SdpType>, sdp: impl Into<Secret>) -> Self {
        Self {
            kind: kind.into(),
            sdp: sdp.into(),
            info: None,
            srtp: None,
            srtp_profile: None,
            update: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Process {
        into info: String,
        into srtp: SrtpMode,
        into srtp_profile: String,
        set update: bool,
        insert extra: Value,
    }
}

setters! {
    HangupCall {
        insert extra: Value,
    }
}

impl Recording {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(action: impl Into<RecordingAction>) -> Self {
        Self {
            action: action.into(),
            audio: None,
            video: None,
            peer_audio: None,
            peer_video: None,
            filename: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Recording {
        set audio: bool,
        set video: bool,
        set peer_audio: bool,
        set peer_video: bool,
        into filename: FilePath,
        insert extra: Value,
    }
}

setters! {
    Keyframe {
        set user: bool,
        set peer: bool,
        insert extra: Value,
    }
}

impl StartForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(streams: impl Into<Vec<ForwardStream>>) -> Self {
        Self { streams: streams.into(), extra: Map::new() }
    }
}

setters! {
    StartForward {
        insert extra: Value,
    }
}

impl StopForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(stream: u64) -> Self {
        Self { stream, extra: Map::new() }
    }
}

setters! {
    StopForward {
        insert extra: Value,
    }
}

setters! {
    ListForward {
        insert extra: Value,
    }
}

impl ForwardStream {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(kind: impl Into<CallStream>, host: impl Into<HostName>, port: u16) -> Self {
        Self {
            kind: kind.into(),
            host: host.into(),
            port,
            host_family: None,
            pt: None,
            ssrc: None,
            srtp_suite: None,
            srtp_crypto: None,
            extra: Map::new(),
        }
    }
}

setters! {
    ForwardStream {
        into host_family: HostFamily,
        set pt: u8,
        set ssrc: u32,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        insert extra: Value,
    }
}
