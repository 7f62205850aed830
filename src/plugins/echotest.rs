//! EchoTest, `janus.plugin.echotest`: sends back what it gets.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Request, Rule, classify};
use crate::error::{Error, ErrorCode, Result};
use crate::wire::{Jsep, Payload};

/// The EchoTest plugin.
#[derive(Clone, Copy, Debug)]
pub enum EchoTest {}

impl Plugin for EchoTest {
    const PACKAGE: &'static str = "janus.plugin.echotest";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }

    fn droppable(message: &impl Payload) -> bool {
        matches!(classify(message, RULES), Some("slowlink" | "layers"))
    }
}

/// Begins the echo test, or changes it.
///
/// With a `jsep` offer it (re)negotiates and the answer comes back; without one
/// it changes a running test. At least one field other than `audiocodec` and
/// `filename` is needed, or a `jsep`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Start {
    /// Send audio back, or discard it (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Send video back, or discard it (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The most that the sender may send, in bit/s; 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Begin or end a recording on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server, without `-audio.mjr` and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The simulcast substream to get back, 0 to 2 (Janus's default: 2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layer to get back, 0 to 2 (Janus's default: 2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken (Janus's default: 250,000).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The audio codec to answer with (Janus's default: the first one offered).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The video codec to answer with (Janus's default: the first one offered).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// The codec's profile: VP9's `0` or `2`, or H.264's such as `42e01f`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoprofile: Option<String>,
    /// Accept redundant Opus (`audio/red`; Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opusred: Option<bool>,
    /// The playout-delay extension's minimum, in units of 10 ms; negative switches it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The playout-delay extension's maximum, in units of 10 ms; negative switches it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Taken by Janus 1.1.4 and newer, though SVC is chosen in the jsep.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<bool>,
    /// The SVC spatial layer to get back, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get back, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The offer.
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

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Outcome> {
        match Event::read(message) {
            Some(Event::Result(outcome)) if outcome.result == "ok" => Ok(outcome),
            _ => Err(Error::new(ErrorCode::UnexpectedResponse, "EchoTest did not answer \"ok\"")),
        }
    }
}

/// What came of it: `ok` for a request, `done` when the PeerConnection is gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// `ok` or `done`.
    pub result: String,
    /// The answer to an offer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Janus reports losses on the way to the user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlowLink {
    /// `audio` or `video`.
    pub media: String,
    /// The bitrate cap that is in force, in bit/s (video only).
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A simulcast or SVC layer changed, or is as it was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Layers {
    /// The video codec.
    pub videocodec: Option<String>,
    /// The substream that is sent back.
    pub substream: Option<u8>,
    /// The temporal layer that is sent back.
    pub temporal: Option<u8>,
    /// The SVC spatial layer (Janus 1.1.4 and newer).
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer (Janus 1.1.4 and newer).
    pub temporal_layer: Option<u8>,
    /// How many temporal layers there are (Janus 1.3.2 and newer).
    pub tot_temporal_layers: Option<u8>,
    /// How many spatial layers there are (Janus 1.3.2 and newer).
    pub tot_spatial_layers: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What EchoTest tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The echo test ended (`done`).
    Result(Outcome),
    /// Losses on the way to the user.
    SlowLink(SlowLink),
    /// A simulcast or SVC layer changed.
    Layers(Layers),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is.
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
            _ => Self::Layers(message.plugin_data().ok()?),
        };
        Some(read)
    }
}

/// EchoTest's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// A field is wrong, or none was given.
    pub const INVALID_ELEMENT: i64 = 413;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 414;
}
