//! Requests during a call, and messages outside of calls.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Sip;
use super::replies::{Done, ForwardStopped, Forwarders, Forwarding};
use crate::plugins::Request;
use crate::plugins::field_types::{FilePath, HostName, SipUri};
use crate::plugins::words::{CallStream, HostFamily};
use crate::secret::Secret;
use crate::wire::JanusVersion;

words! {
    /// The change of a recording.
    RecordingAction {
        /// Starts the recording.
        Start = "start",
        /// Stops the recording.
        Stop = "stop",
        /// Pauses the recording.
        Pause = "pause",
        /// Resumes the recording.
        Resume = "resume",
    }
}

/// Records the call on the server (`"request": "recording"`). At least one of the four streams must be true.
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
    /// Whether to request a key frame from the peer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_peer_pli: Option<bool>,
    /// The path of the recording on the server, without extensions such as `-user-audio.mjr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Recording {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recordingupdated"];
    const REPLY_IN: &'static str = "result";
}

/// Sends a SIP INFO in the call (`"request": "info"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Info {
    /// The MIME type of the content. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The content: a text.
    pub content: String,
    /// The headers to add, by name.
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
    const REPLY_IN: &'static str = "result";
}

/// Sends a SIP MESSAGE in the call or to a SIP URI (`"request": "message"`). The event `MessageDelivery` reports the
/// peer's response.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SipMessage {
    /// The content: a text.
    pub content: String,
    /// The MIME type of the content (Janus's default: `text/plain`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// The SIP URI of the receiver, for a message outside of the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<SipUri>,
    /// The `Call-ID` of the dialog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for SipMessage {
    type Plugin = Sip;
    type Reply = Done;
    const JS_METHODS: &'static [&'static str] = &["sip_message", "sipMessage"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "message")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["messagesent"];
    const REPLY_IN: &'static str = "result";
}

/// Sends a DTMF digit as a SIP INFO (`"request": "dtmf_info"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DtmfInfo {
    /// The digit: `0` to `9`, `*`, `#` or `A` to `D`.
    pub digit: String,
    /// The duration of the tone, in milliseconds (Janus's default: 160).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// The headers to add, by name.
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
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Keyframe {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "keyframe")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 3, 1));
    const RESPONSE_EVENTS: &'static [&'static str] = &["keyframesent"];
    const REPLY_IN: &'static str = "result";
}

/// Forwards the media of the call over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartForward {
    /// The streams to forward, with their hosts and ports.
    pub streams: Vec<ForwardedStream>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = Sip;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 4, 0));
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_forward"];
    const REPLY_IN: &'static str = "result";
}

/// A stream to forward.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ForwardedStream {
    /// The stream: `audio` or `video` of this side, `peer_audio` or `peer_video` of the peer. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: CallStream,
    /// The host that receives the stream: a name or an address.
    pub host: HostName,
    /// The port that receives the stream.
    pub port: u32,
    /// The address family for a host name: `ipv4` or `ipv6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<HostFamily>,
    /// The RTP payload type.
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
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopForward {
    /// The id of the forwarder, as in `stream_id` of `Forwarder`.
    pub stream_id: u32,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = Sip;
    type Reply = ForwardStopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 4, 0));
    const RESPONSE_EVENTS: &'static [&'static str] = &["stop_rtp_forward"];
    const REPLY_IN: &'static str = "result";
}

/// Lists the RTP forwarders of the call (`"request": "listforwarders"`; Janus 1.4.0 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListForward {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListForward {
    type Plugin = Sip;
    type Reply = Forwarders;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listforwarders")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 4, 0));
    const RESPONSE_EVENTS: &'static [&'static str] = &["forwarders"];
    const REPLY_IN: &'static str = "result";
}
