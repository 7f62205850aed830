//! The requests of NoSIP.

use serde::Serialize;
use serde_json::{Map, Value};

use super::NoSip;
use super::replies::{Done, ForwardStopped, Forwarded, Forwarders, Generated, Processed, SdpType};
use crate::engine::Idempotency;
use crate::plugins::field_types::{FilePath, HostName};
use crate::plugins::words::{CallStream, HostFamily, SrtpMode};
use crate::plugins::{Request, SetJsep};
use crate::secret::Secret;
use crate::wire::{JanusVersion, Jsep};

/// Converts a WebRTC SDP to a plain SDP for the peer (`"request": "generate"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Generate {
    /// A text for the event handlers of the server; Janus does not interpret it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub info: Option<String>,
    /// The encryption of the media to the peer: `sdes_optional` or `sdes_mandatory`; none by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<SrtpMode>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Whether the SDP renegotiates the current session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// The SDP offer or answer of the WebRTC side.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }
    const REPLY_IN: &'static str = "result";
}

/// Converts a plain SDP of the peer to a WebRTC SDP (`"request": "process"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Process {
    /// The type of the peer's SDP. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: SdpType,
    /// The peer's plain SDP.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub sdp: Secret,
    /// A text for the event handlers of the server; Janus does not interpret it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub info: Option<String>,
    /// The encryption of the media to the peer: `sdes_optional` or `sdes_mandatory`; none by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<SrtpMode>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Whether the SDP renegotiates the current session.
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

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Required(|reply, jsep| reply.jsep = jsep);
}

/// Ends the session and closes the PeerConnection (`"request": "hangup"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
    const REPLY_IN: &'static str = "result";
}

/// Starts or stops recordings (`"request": "recording"`). At least one of the four streams must be true.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Recording {
    /// The change to make.
    pub action: RecordingAction,
    /// Whether the action applies to this side's audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether the action applies to this side's video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether the action applies to the peer's audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer_audio: Option<bool>,
    /// Whether the action applies to the peer's video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer_video: Option<bool>,
    /// The path of the files on the server, without extensions such as `-user-audio.mjr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Recording {
    type Plugin = NoSip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording_updated"];
    const REPLY_IN: &'static str = "result";
}

/// Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Keyframe {
    /// Whether to request a key frame from this side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<bool>,
    /// Whether to request a key frame from the peer.
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
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 3, 1));
    const RESPONSE_EVENTS: &'static [&'static str] = &["keyframe_sent"];
    const REPLY_IN: &'static str = "result";
}

/// Forwards media to other hosts over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartForward {
    /// The streams to forward, with their hosts and ports.
    pub streams: Vec<ForwardStream>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = NoSip;
    type Reply = Forwarded;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 4, 0));
    const RESPONSE_EVENTS: &'static [&'static str] = &["forwarded"];
    const REPLY_IN: &'static str = "result";
}

/// Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopForward {
    /// The id of the forwarder, as in `stream` of `Forwarder`. Janus's name: `stream_id`.
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
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 4, 0));
    const RESPONSE_EVENTS: &'static [&'static str] = &["forward_stopped"];
    const REPLY_IN: &'static str = "result";
}

/// Lists the RTP forwarders of the session (`"request": "listforwarders"`; Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListForward {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListForward {
    type Plugin = NoSip;
    type Reply = Forwarders;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listforwarders")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 4, 0));
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["forwarders"];
    const REPLY_IN: &'static str = "result";
}

/// A stream to forward.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ForwardStream {
    /// The stream: `audio` or `video` of this side, `peer_audio` or `peer_video` of the peer. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: CallStream,
    /// The host that receives the stream: a name or an address.
    pub host: HostName,
    /// The port that receives the stream.
    pub port: u16,
    /// The address family for a host name: `ipv4` or `ipv6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<HostFamily>,
    /// The RTP payload type of the forwarded stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// The SSRC of the forwarded stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// The SRTP suite that encrypts the forwarded stream: 32 or 80. Without it the stream is not encrypted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

words! {
    /// The change of a recording.
    RecordingAction {
        /// Starts the recording.
        Start = "start",
        /// Stops the recording.
        Stop = "stop",
    }
}
