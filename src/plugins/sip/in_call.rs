//! What can be done within a call, and messages outside of one.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Done, ForwardStopped, Forwarders, Forwarding};
use super::{Sip, expect, flattened};
use crate::error::Result;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// What to do about a recording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordingAction {
    /// Begin it.
    #[default]
    Start,
    /// End it.
    Stop,
    /// Pause it.
    Pause,
    /// Go on.
    Resume,
}

/// Records the call on the server; at least one of the four streams must be named.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Recording {
    /// What to do.
    pub action: RecordingAction,
    /// One's own audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// One's own video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The peer's audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer_audio: Option<bool>,
    /// The peer's video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer_video: Option<bool>,
    /// Ask the peer for a keyframe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_peer_pli: Option<bool>,
    /// The recording's path on the server, without `-user-audio.mjr` and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Recording {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recordingupdated"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Sends a SIP INFO.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Info {
    /// The content's type.
    pub r#type: String,
    /// The content.
    pub content: String,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Info {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "info")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["infosent"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Sends a SIP MESSAGE, in the call or to anybody; `messagedelivery` tells how it went.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SipMessage {
    /// The content.
    pub content: String,
    /// The content's type (Janus's default: `text/plain`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// To whom, outside of the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// The dialog that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for SipMessage {
    type Plugin = Sip;
    type Reply = Done;
    const METHODS: &'static [&'static str] = &["sip_message", "sipMessage"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "message")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["messagesent"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Sends a key as a SIP INFO.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DtmfInfo {
    /// One key: `0` to `9`, `*`, `#` or `A` to `D`.
    pub digit: String,
    /// Milliseconds that it is pressed (Janus's default: 160).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for DtmfInfo {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "dtmf_info")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["dtmfsent"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Asks for a keyframe (Janus 1.3.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Keyframe {
    /// From this side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<bool>,
    /// From the peer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Keyframe {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "keyframe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["keyframesent"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Forwards the call's media as plain RTP (Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StartForward {
    /// What, and where to.
    pub streams: Vec<ForwardedStream>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = Sip;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_forward"];

    fn reply(message: &impl Payload) -> Result<Forwarding> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// A stream to forward.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ForwardedStream {
    /// `audio` or `video`, of this side; `peer_audio` or `peer_video`, of the peer.
    pub r#type: String,
    /// The host.
    pub host: String,
    /// The port.
    pub port: u32,
    /// `ipv4` or `ipv6`, where the host's name has both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<String>,
    /// The payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// The SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// Encrypt it: 32 or 80 bits of authentication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Ends a forwarder (Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopForward {
    /// Which.
    pub stream_id: u32,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = Sip;
    type Reply = ForwardStopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["stop_rtp_forward"];

    fn reply(message: &impl Payload) -> Result<ForwardStopped> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Lists the forwarders (Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListForward {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListForward {
    type Plugin = Sip;
    type Reply = Forwarders;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listforwarders")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["forwarders"];

    fn reply(message: &impl Payload) -> Result<Forwarders> {
        expect::<Self>(message)?;
        flattened(message)
    }
}
