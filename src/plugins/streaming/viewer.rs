//! Requests of viewers.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Streaming;
use super::replies::{Configured, Status, Switched};
use crate::plugins::field_types::{AccessKey, MountpointId};
use crate::plugins::{Request, SetJsep};
use crate::secret::Secret;
use crate::wire::Jsep;

/// Watches a mountpoint (`"request": "watch"`). The response carries an SDP offer; answer it with `Start`.
///
/// Janus 1.1.4 and newer accept an SDP offer in this request instead, and answer it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Watch {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The PIN of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The mids of the streams to watch; all streams by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<String>>,
    /// Whether to restart ICE of the current PeerConnection. The response carries a new SDP offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// Whether to offer audio (deprecated by `media`). Janus's name: `offer_audio`.
    #[serde(rename = "offer_audio", skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether to offer video (deprecated by `media`). Janus's name: `offer_video`.
    #[serde(rename = "offer_video", skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether to offer data channels (deprecated by `media`). Janus's name: `offer_data`.
    #[serde(rename = "offer_data", skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The simulcast substream to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus relays a lower substream, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to receive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The SDP offer of the viewer (Janus 1.1.4 and newer).
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Watch {
    type Plugin = Streaming;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "watch")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Answers the SDP offer of Janus, or resumes paused streams (`"request": "start"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Start {
    /// The SDP answer to the offer of Janus. Without it the request resumes paused streams.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Start {
    type Plugin = Streaming;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "start")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Pauses all streams (`"request": "pause"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Pause {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Pause {
    type Plugin = Streaming;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "pause")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Stops watching the mountpoint (`"request": "stop"`). Janus closes the PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Stop {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Stop {
    type Plugin = Streaming;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];
    const TIMEOUT_HINT: &'static str = "Janus before 1.3.1 does not respond to stop while no media are sent";

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Changes the streams that the viewer receives (`"request": "configure"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Configure {
    /// The mid of the stream that the other fields change, if `streams` is not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Whether the stream is sent or paused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The changes of single streams. They replace the fields for one stream (Janus 1.2.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<StreamChange>>,
    /// Whether audio is sent or paused (deprecated by `mid` and `send`; Janus 1.4.2 refuses it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether video is sent or paused (deprecated by `mid` and `send`; Janus 1.4.2 refuses it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether data is sent or paused (deprecated by `mid` and `send`; Janus 1.4.2 refuses it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The simulcast substream to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus relays a lower substream, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to receive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The minimum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The maximum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Configure {
    type Plugin = Streaming;
    type Reply = Configured;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "configure")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Switches to the media of another mountpoint, without a new offer (`"request": "switch"`). The mountpoints must use
/// the same codecs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Switch {
    /// The id of the mountpoint to switch to.
    pub id: MountpointId,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Switch {
    type Plugin = Streaming;
    type Reply = Switched;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "switch")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["switched"];
    const REPLY_IN: &'static str = "result";
}

/// The settings of one stream that the viewer changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StreamChange {
    /// The mid of the stream.
    pub mid: String,
    /// Whether the stream is sent or paused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The simulcast substream to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus relays a lower substream, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to receive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The minimum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The maximum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
