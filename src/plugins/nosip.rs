//! NoSIP, `janus.plugin.nosip`: between WebRTC and plain RTP, for a signalling of one's own.
//!
//! To call: [`Generate`] makes a plain SDP of an offer, [`Process`] a WebRTC answer of the peer's
//! SDP. To be called: the other way round.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::{Has, Is};
use super::{Lifted, Plugin, Request, Rule, classify, expect, lifted};
use crate::engine::Replay;
use crate::error::{Error, Result};
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// The NoSIP plugin.
#[derive(Clone, Copy, Debug)]
pub enum NoSip {}

impl Plugin for NoSip {
    const PACKAGE: &'static str = "janus.plugin.nosip";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        match classify(message, RULES).and_then(|_| message.plugin_refusal()) {
            Some(error) => Event::Error(error),
            None => Event::Other(message.plugin_data().unwrap_or_default()),
        }
    }
}

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
    const ANSWERS: &'static [&'static str] = &["generated"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Generated> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["processed"];

    fn reply(message: &impl Payload) -> Result<Processed> {
        expect::<Self>(message)?;
        Ok(Processed { jsep: message.jsep()?, ..lifted(message)? })
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
    const ANSWERS: &'static [&'static str] = &["hangingup"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["recording_updated"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["keyframe_sent"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["forwarded"];

    fn reply(message: &impl Payload) -> Result<Forwarded> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["forward_stopped"];

    fn reply(message: &impl Payload) -> Result<ForwardStopped> {
        expect::<Self>(message)?;
        lifted(message)
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
    const REPLAY: Replay = Replay::Safe;
    const ANSWERS: &'static [&'static str] = &["forwarders"];

    fn reply(message: &impl Payload) -> Result<Forwarders> {
        expect::<Self>(message)?;
        lifted(message)
    }
}

/// A plain SDP for the peer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Generated {
    /// `offer` or `answer`.
    pub r#type: Option<String>,
    /// The SDP; where it is for SRTP there are keys in it.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub sdp: Option<Secret>,
    /// Whether it renews a session.
    pub update: Option<bool>,
    /// A name for the session (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Generated {
    const FROM: &'static str = "result";
}

/// A session description for the WebRTC side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Processed {
    /// `sdes_optional` or `sdes_mandatory`, where the peer encrypts.
    pub srtp: Option<String>,
    /// Whether it renews a session.
    pub update: Option<bool>,
    /// A name for the session (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// The offer or the answer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Processed {
    const FROM: &'static str = "result";
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Done {
    const FROM: &'static str = "result";
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

/// Media are forwarded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarded {
    /// By which forwarders.
    pub forwarders: Option<Vec<Forwarder>>,
    /// A name for the session.
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Forwarded {
    const FROM: &'static str = "result";
}

/// A forwarder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarder {
    /// Its id, for `StopForward`.
    #[serde(rename = "stream_id")]
    pub stream: Option<u64>,
    /// Which media it takes.
    pub r#type: Option<String>,
    /// The host it sends to.
    pub host: Option<String>,
    /// The port it sends to.
    pub port: Option<u16>,
    /// `audio` or `video`.
    pub media: Option<String>,
    /// The payload type.
    pub pt: Option<u8>,
    /// The SSRC.
    pub ssrc: Option<u32>,
    /// Whether it encrypts.
    pub srtp: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A forwarder ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForwardStopped {
    /// Which one.
    #[serde(rename = "stream_id")]
    pub stream: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for ForwardStopped {
    const FROM: &'static str = "result";
}

/// The forwarders.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarders {
    /// Each.
    #[serde(rename = "rtp_forwarders")]
    pub forwarders: Option<Vec<Forwarder>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Forwarders {
    const FROM: &'static str = "result";
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

/// What NoSIP tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(Value),
}

/// Which event a message is.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "generated", when: &[Is("result.event", "generated")] },
    Rule { event: "processed", when: &[Is("result.event", "processed")] },
    Rule { event: "hangingup", when: &[Is("result.event", "hangingup")] },
    Rule { event: "recording_updated", when: &[Is("result.event", "recordingupdated")] },
    Rule { event: "keyframe_sent", when: &[Is("result.event", "keyframesent")] },
    Rule { event: "forwarded", when: &[Is("result.event", "rtp_forward")] },
    Rule { event: "forward_stopped", when: &[Is("result.event", "stop_rtp_forward")] },
    Rule { event: "forwarders", when: &[Is("result.event", "forwarders")] },
];

/// NoSIP's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 440;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 441;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 442;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 443;
    /// A field is wrong, or the media are encrypted end to end.
    pub const INVALID_ELEMENT: i64 = 444;
    /// There is nothing to change or to end.
    pub const WRONG_STATE: i64 = 445;
    /// The SDP is missing, or has data channels.
    pub const MISSING_SDP: i64 = 446;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 447;
    /// No ports, or no socket.
    pub const IO_ERROR: i64 = 448;
    /// It can't be recorded.
    pub const RECORDING_ERROR: i64 = 449;
    /// One side wants SRTP and the other one does not.
    pub const TOO_STRICT: i64 = 450;
    /// No such forwarder (Janus 1.4.0 and newer).
    pub const NO_SUCH_STREAM: i64 = 451;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
