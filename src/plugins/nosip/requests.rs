//! What can be asked of NoSIP.

use serde::Serialize;
use serde_json::{Map, Value};

use super::NoSip;
use super::replies::{Done, ForwardStopped, Forwarded, Forwarders, Generated, Processed};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::plugins::{Request, expect, flattened};
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Makes a plain SDP, for the peer, of a WebRTC one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Generate {
    /// A text of one's own for event handlers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub info: Option<String>,
    /// Encrypt the media to the peer: `sdes_optional` or `sdes_mandatory`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<String>,
    /// The SRTP profile to offer, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Negotiate anew, without a new session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// The offer or the answer to make it of.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Generate {
    type Plugin = NoSip;
    type Reply = Generated;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "generate")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["generated"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Generated> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Makes a WebRTC session description of the peer's plain SDP.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Process {
    /// Whether the peer offers or answers.
    pub r#type: SdpType,
    /// The peer's SDP.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub sdp: Secret,
    /// A text of one's own for event handlers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub info: Option<String>,
    /// Encrypt the media to the peer: `sdes_optional` or `sdes_mandatory`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<String>,
    /// The SRTP profile to offer, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Negotiate anew, without a new session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Process {
    type Plugin = NoSip;
    type Reply = Processed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "process")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["processed"];

    fn reply(message: &impl Payload) -> Result<Processed> {
        expect::<Self>(message)?;
        Ok(Processed { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Ends the session and its PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HangupCall {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for HangupCall {
    type Plugin = NoSip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hangup")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["hangingup"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Begins or ends recordings of what one side says; at least one of them must be chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Recording {
    /// Begin or end.
    pub action: RecordingAction,
    /// This side's audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// This side's video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The peer's audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer_audio: Option<bool>,
    /// The peer's video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer_video: Option<bool>,
    /// The files' path on the server, without `-user-audio.mjr` and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Recording {
    type Plugin = NoSip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording_updated"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Asks for a keyframe (Janus 1.3.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Keyframe {
    /// Of this side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<bool>,
    /// Of the peer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer: Option<bool>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Keyframe {
    type Plugin = NoSip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "keyframe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["keyframe_sent"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Forwards media to other hosts (Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StartForward {
    /// Which, and where to.
    pub streams: Vec<ForwardStream>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = NoSip;
    type Reply = Forwarded;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["forwarded"];

    fn reply(message: &impl Payload) -> Result<Forwarded> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Ends a forwarder (Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopForward {
    /// Which one.
    #[serde(rename = "stream_id")]
    pub stream: u64,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = NoSip;
    type Reply = ForwardStopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["forward_stopped"];

    fn reply(message: &impl Payload) -> Result<ForwardStopped> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Lists the forwarders (Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListForward {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListForward {
    type Plugin = NoSip;
    type Reply = Forwarders;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listforwarders")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["forwarders"];

    fn reply(message: &impl Payload) -> Result<Forwarders> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Which media to forward, and where to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ForwardStream {
    /// Which: `audio`, `video`, `peer_audio` or `peer_video`.
    pub r#type: String,
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// `ipv4` or `ipv6`, for a host by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<String>,
    /// The payload type to have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// The SSRC to have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// Encrypt with this SRTP suite, 32 or 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Whether an SDP offers or answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SdpType {
    /// It offers.
    #[default]
    Offer,
    /// It answers.
    Answer,
}

/// What `Recording` does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordingAction {
    /// Begin.
    #[default]
    Start,
    /// End.
    Stop,
}
