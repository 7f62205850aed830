//! EchoTest, `janus.plugin.echotest`: sends the received media back.
//!
#![doc = include_str!("generated/echotest.md")]

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Request, Rule, classify};
use crate::error::{Error, ErrorCode, Result};
use crate::plugins::field_types::{Bitrate, FilePath};
use crate::plugins::words::{Codec, MediaKind};
use crate::wire::{Jsep, Payload};

/// The EchoTest plugin.
#[derive(Clone, Copy, Debug)]
pub enum EchoTest {}

impl Plugin for EchoTest {
    const PACKAGE: &'static str = "janus.plugin.echotest";
    const RULES: &'static [Rule] = RULES;
    const DROPPABLE: &'static [&'static str] = &["slowlink", "layers"];
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// Starts or changes the echo test. The message has no `request` field.
///
/// With an SDP offer the request negotiates, or renegotiates, and the response carries the SDP answer. Without an
/// offer it changes a running test. Janus requires an SDP offer or at least one field other than `audiocodec` and
/// `filename`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Start {
    /// Whether to send audio back (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether to send video back (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The maximum bitrate that the sender may use, in bit/s; 0, Janus's default, means unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// Whether to record on the server; `false` stops the recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server, without extensions such as `-audio.mjr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The simulcast substream to send back, 0 to 2 (Janus's default: 2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to send back, 0 to 2 (Janus's default: 2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus sends a lower substream, in microseconds (Janus's default: 250,000).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The audio codec of the SDP answer (Janus's default: the first one offered).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The video codec of the SDP answer (Janus's default: the first one offered).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The profile of the video codec: for VP9 `0` or `2`, for H.264 such as `42e01f`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoprofile: Option<String>,
    /// Whether to accept redundant Opus, `audio/red` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opusred: Option<bool>,
    /// The minimum of the playout-delay extension, in units of 10 ms; negative values turn it off (Janus's default:
    /// -1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The maximum of the playout-delay extension, in units of 10 ms; negative values turn it off (Janus's default:
    /// -1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// A field that Janus 1.1.4 and newer accept without effect: `svc` of the jsep chooses SVC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<bool>,
    /// The SVC spatial layer to send back, 0 to 2 (Janus's default: 2; Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to send back, 0 to 2 (Janus's default: 2; Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The SDP offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Start {
    type Plugin = EchoTest;
    type Reply = Outcome;
    const RESPONSE_EVENTS: &'static [&'static str] = &["result"];
    const ANSWERS_JSEP: bool = true;

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Outcome> {
        match Event::read(message) {
            Some(Event::Result(outcome)) if outcome.result == "ok" => Ok(outcome),
            _ => Err(Error::new(
                ErrorCode::UnexpectedResponse,
                "unexpected response: expected the result \"ok\"",
            )),
        }
    }
}

/// The response to `Start`, with the result `ok`; or the event of the closed PeerConnection, with the result `done`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Outcome {
    /// The result: `ok` or `done`.
    pub result: Progress,
    /// The SDP answer to an offer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

words! {
    /// The progress of the echo test.
    Progress {
        /// The request is carried out.
        Ok = "ok",
        /// The PeerConnection was closed.
        Done = "done",
    }
}

/// Janus reports packet loss on the way to the user (Janus: `slow_link`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SlowLink {
    /// The media type: `audio` or `video`.
    pub media: MediaKind,
    /// The bitrate limit in force, in bit/s; only for video. Janus's name: `current-bitrate`.
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<Bitrate>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A simulcast or SVC layer changed, or already is as requested.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Layers {
    /// The video codec of the layers.
    pub videocodec: Codec,
    /// The simulcast substream that is sent back, 0 to 2.
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer that is sent back, 0 to 2.
    pub temporal: Option<u8>,
    /// The SVC spatial layer that is sent back (Janus 1.1.4 and newer).
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer that is sent back (Janus 1.1.4 and newer).
    pub temporal_layer: Option<u8>,
    /// The number of temporal layers (Janus 1.3.2 and newer).
    pub tot_temporal_layers: Option<u8>,
    /// The number of spatial layers (Janus 1.3.2 and newer).
    pub tot_spatial_layers: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The events of EchoTest.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The PeerConnection was closed (`done`), or the response to `Start` comes after its request has ended (`ok`).
    Result(Outcome),
    /// Janus reports packet loss on the way to the user.
    SlowLink(SlowLink),
    /// A simulcast or SVC layer changed.
    Layers(Layers),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins.
pub const RULES: &[Rule] = &[
    Rule { event: "slowlink", when: &[Is("event", "slow_link")] },
    Rule { event: "result", when: &[Has("result")] },
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "layers", when: &[Has("substream")] },
    Rule { event: "layers", when: &[Has("temporal")] },
    Rule { event: "layers", when: &[Has("spatial_layer")] },
    Rule { event: "layers", when: &[Has("temporal_layer")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "slowlink" => Self::SlowLink(message.plugin_data().ok()?),
            "result" => {
                let outcome: Outcome = message.plugin_data().ok()?;
                Self::Result(Outcome { jsep: message.jsep().ok()?, ..outcome })
            }
            "error" => Self::Error(message.plugin_refusal()?),
            "layers" => Self::Layers(message.plugin_data().ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// The error codes of EchoTest.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// A field has the wrong type or an invalid value, or the message has no field.
    pub const INVALID_ELEMENT: i64 = 413;
    /// The SDP is invalid.
    pub const INVALID_SDP: i64 = 414;
}
