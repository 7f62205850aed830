//! Record&Play, `janus.plugin.recordplay`: records media on the server, and plays recordings.
//!
//! [`Record`] takes an offer; [`Play`] brings one, to be answered with [`Start`]. A recording can
//! be played once it has ended.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::{Has, Is};
use super::{Lifted, Plugin, Request, Rule, classify, expect, lifted};
use crate::engine::Replay;
use crate::error::{Error, Result};
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// The Record&Play plugin.
#[derive(Clone, Copy, Debug)]
pub enum RecordPlay {}

impl Plugin for RecordPlay {
    const PACKAGE: &'static str = "janus.plugin.recordplay";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(message.plugin_data().unwrap_or_default()))
    }

    fn droppable(message: &impl Payload) -> bool {
        classify(message, RULES) == Some("slowlink")
    }
}

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
    const REPLAY: Replay = Replay::Safe;
    const ANSWERS: &'static [&'static str] = &["list"];

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
    const REPLAY: Replay = Replay::Safe;
    const ANSWERS: &'static [&'static str] = &["ok"];

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
    const ANSWERS: &'static [&'static str] = &["configured"];

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
    const ANSWERS: &'static [&'static str] = &["status"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..lifted(message)? })
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
    const ANSWERS: &'static [&'static str] = &["status"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..lifted(message)? })
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
    const ANSWERS: &'static [&'static str] = &["status"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["status", "nothing"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["status", "nothing"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["status"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        lifted(message)
    }
}

/// The recordings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recordings {
    /// Each.
    pub list: Option<Vec<Recording>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A recording in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recording {
    /// Which one.
    pub id: Option<u64>,
    /// What it is called.
    pub name: Option<String>,
    /// When it was made: `YYYY-MM-DD HH:MM:SS`.
    pub date: Option<String>,
    /// Whether it has audio.
    pub audio: Option<bool>,
    /// The audio's codec.
    pub audio_codec: Option<String>,
    /// Whether the audio is redundant (`audio/red`).
    pub audio_red: Option<bool>,
    /// Whether it has video.
    pub video: Option<bool>,
    /// The video's codec.
    pub video_codec: Option<String>,
    /// Whether it has data.
    pub data: Option<bool>,
    /// Whether it is left out of others' lists (Janus 1.3.1 and newer).
    pub is_private: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What those who record are asked for now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Configured {
    /// `ok`
    pub status: Option<String>,
    /// All that can be set.
    pub settings: Option<Settings>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What those who record are asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The most that they may send, in bit/s.
    #[serde(rename(deserialize = "video-bitrate-max", serialize = "maxBitrate"))]
    pub max_bitrate: Option<u32>,
    /// Milliseconds between two keyframes.
    #[serde(rename(deserialize = "video-keyframe-interval", serialize = "keyframeInterval"))]
    pub keyframe_interval: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How recording or playing goes on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// `recording`, `preparing`, `restarting`, `playing`, `paused`, `resumed` or `stopped`.
    pub status: Option<String>,
    /// Which recording.
    pub id: Option<u64>,
    /// Whether it is left out of others' lists (Janus 1.3.1 and newer).
    pub is_private: Option<bool>,
    /// What is wrong with it.
    pub warning: Option<String>,
    /// The answer to `Record`, or the offer that `Play` brings.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Status {
    const FROM: &'static str = "result";
}

/// It is over: the recording was played to its end, or the PeerConnection is gone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Finished {
    /// Which recording (Janus 1.3.1 and newer).
    pub id: Option<u64>,
    /// Whether it is left out of others' lists (Janus 1.3.1 and newer).
    pub is_private: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Finished {
    const FROM: &'static str = "result";
}

/// Packets are being lost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlowLink {
    /// `audio` or `video`.
    pub media: Option<String>,
    /// The bitrate cap that is in force, in bit/s.
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<u64>,
    /// 0 for losses on the way to Janus, 1 for those on the way to the user.
    pub uplink: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for SlowLink {
    const FROM: &'static str = "result";
}

/// What Record&Play tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Recording or playing is over.
    Done(Finished),
    /// Packets are being lost.
    SlowLink(SlowLink),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(Value),
}

/// Which event a message is. Until Janus 1.3.1 the `result` that says `done` is a text.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "slowlink", when: &[Is("result.status", "slow_link")] },
    Rule { event: "done", when: &[Is("result.status", "done")] },
    Rule { event: "done", when: &[Is("result", "done")] },
    Rule { event: "status", when: &[Has("result.status")] },
    Rule { event: "list", when: &[Is("recordplay", "list")] },
    Rule { event: "configured", when: &[Is("recordplay", "configure")] },
    Rule { event: "ok", when: &[Is("recordplay", "ok")] },
    Rule { event: "nothing", when: &[Is("recordplay", "event")] },
];

/// Janode's key.
pub const KEYS: &[(&str, &str)] = &[("slowlink", "slow_link")];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "done" => Self::Done(lifted(message).ok()?),
            "slowlink" => Self::SlowLink(lifted(message).ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// Record&Play's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 413;
    /// A field is wrong, or an SDP came where none may.
    pub const INVALID_ELEMENT: i64 = 414;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 415;
    /// No such recording.
    pub const NOT_FOUND: i64 = 416;
    /// The recording's files can't be read.
    pub const INVALID_RECORDING: i64 = 417;
    /// Nothing is being played.
    pub const INVALID_STATE: i64 = 418;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 419;
    /// The id is taken.
    pub const RECORDING_EXISTS: i64 = 420;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
