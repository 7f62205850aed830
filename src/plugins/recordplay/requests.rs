//! What can be asked of Record&Play.

use serde::Serialize;
use serde_json::{Map, Value};

use super::RecordPlay;
use super::replies::{Configured, Done, Recordings, Status};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::plugins::{Request, expect, flattened};
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Lists the recordings.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListRecordings {
    /// The plugin's `admin_key`, if it has one (Janus 1.3.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListRecordings {
    type Plugin = RecordPlay;
    type Reply = Recordings;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];

    fn reply(message: &impl Payload) -> Result<Recordings> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Has Janus look at its folder anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UpdateRecordings {
    /// The plugin's `admin_key`, if it has one (Janus 1.3.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for UpdateRecordings {
    type Plugin = RecordPlay;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "update")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Sets what those who record are asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Configure {
    /// The most that they may send, in bit/s (Janus's default: 1,048,576).
    #[serde(
        rename(serialize = "video-bitrate-max", deserialize = "maxBitrate"),
        skip_serializing_if = "Option::is_none"
    )]
    pub max_bitrate: Option<u32>,
    /// Milliseconds between two keyframes (Janus's default: 15,000).
    #[serde(
        rename(serialize = "video-keyframe-interval", deserialize = "keyframeInterval"),
        skip_serializing_if = "Option::is_none"
    )]
    pub keyframe_interval: Option<u32>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Configure {
    type Plugin = RecordPlay;
    type Reply = Configured;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "configure")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];

    fn reply(message: &impl Payload) -> Result<Configured> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Begins a recording with an offer; the answer comes back.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Record {
    /// What to call it; not empty.
    pub name: String,
    /// The id to have; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// Leave it out of lists that are asked for without the `admin_key` (Janus 1.3.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The files' path on the server, without `-audio.mjr` and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The audio codec to answer with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The video codec to answer with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// The codec's profile: VP9's `0` or `2`, or H.264's such as `42e01f`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoprofile: Option<String>,
    /// Accept redundant Opus (`audio/red`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opusred: Option<bool>,
    /// Whether what data channels carry is text (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub textdata: Option<bool>,
    /// Negotiate the running recording anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// The offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Record {
    type Plugin = RecordPlay;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "record")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Asks for a recording; an offer comes back, to be answered with `Start`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Play {
    /// Which one.
    pub id: u64,
    /// Restart ICE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Play {
    type Plugin = RecordPlay;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "play")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Answers the offer to play.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Start {
    /// The answer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Start {
    type Plugin = RecordPlay;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "start")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Pauses the recording; without one, the answer is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pause {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Pause {
    type Plugin = RecordPlay;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "pause")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status", "nothing"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Goes on with a paused recording; without one, the answer is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Resume {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Resume {
    type Plugin = RecordPlay;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "resume")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status", "nothing"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Ends recording or playing, and the PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stop {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Stop {
    type Plugin = RecordPlay;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        flattened(message)
    }
}
