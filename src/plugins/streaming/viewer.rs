//! What a viewer asks.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Configured, Status, Switched};
use super::{Streaming, expect, flattened};
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Asks for a mountpoint's media; an offer comes back, to be answered with `Start`.
///
/// Janus 1.1.4 and newer take an offer, too, and answer it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Watch {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Which streams, by mid; all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<String>>,
    /// Restart ICE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// Offer audio (deprecated by `media`).
    #[serde(rename = "offer_audio", skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Offer video (deprecated by `media`).
    #[serde(rename = "offer_video", skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Offer data (deprecated by `media`).
    #[serde(rename = "offer_data", skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The session description that goes with it.
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

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Answers an offer, or resumes what `Pause` paused.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Start {
    /// The session description that goes with it.
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

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Pauses all streams.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Stops watching.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    const TIMEOUT_HINT: &'static str = "Janus before 1.3.1 leaves it without an answer while no media flow";

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Changes what comes of which stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Configure {
    /// Which stream the fields here are about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Send or pause it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// What to change of which stream, instead of the fields above (Janus 1.2.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<StreamChange>>,
    /// Send or pause audio (deprecated by `mid` and `send`; Janus 1.4.2 refuses it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Send or pause video (deprecated by `mid` and `send`; Janus 1.4.2 refuses it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Send or pause data (deprecated by `mid` and `send`; Janus 1.4.2 refuses it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The playout-delay extension's minimum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The playout-delay extension's maximum, in units of 10 ms.
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

    fn reply(message: &impl Payload) -> Result<Configured> {
        expect::<Self>(message)?;
        Ok(Configured { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Takes another mountpoint's media, without a new offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Switch {
    /// The other mountpoint.
    pub id: Id,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Switch {
    type Plugin = Streaming;
    type Reply = Switched;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "switch")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["switched"];

    fn reply(message: &impl Payload) -> Result<Switched> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// What to change of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StreamChange {
    /// Which one.
    pub mid: String,
    /// Send or pause it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The playout-delay extension's minimum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The playout-delay extension's maximum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
