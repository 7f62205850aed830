//! The requests of Record&Play.

use serde::Serialize;
use serde_json::{Map, Value};

use super::RecordPlay;
use super::replies::{Configured, Done, Recordings, Status};
use crate::engine::Idempotency;
use crate::plugins::field_types::{AccessKey, Bitrate, FilePath};
use crate::plugins::words::Codec;
use crate::plugins::{Request, SetJsep};
use crate::secret::Secret;
use crate::wire::Jsep;

/// Lists the recordings (`"request": "list"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListRecordings {
    /// The `admin_key` of the plugin's configuration. With it, the list contains private recordings, too (Janus 1.3.1
    /// and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
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
}

/// Makes Janus read its recordings folder again (`"request": "update"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UpdateRecordings {
    /// The `admin_key` of the plugin's configuration; required if one is configured (Janus 1.3.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
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
}

/// Changes the settings for clients that record (`"request": "configure"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Configure {
    /// The maximum bitrate of clients that record, in bit/s (Janus's default: 1,048,576). Janus's name:
    /// `video-bitrate-max`.
    #[serde(
        rename(serialize = "video-bitrate-max", deserialize = "maxBitrate"),
        skip_serializing_if = "Option::is_none"
    )]
    pub max_bitrate: Option<Bitrate>,
    /// The interval between key frames, in milliseconds (Janus's default: 15,000). Janus's name:
    /// `video-keyframe-interval`.
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
}

/// Starts a recording with an SDP offer; the response carries the SDP answer (`"request": "record"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// The name of the recording; not empty.
    pub name: String,
    /// The id of the new recording; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// Whether to list the recording only for requests with the `admin_key` (Janus 1.3.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The path of the files on the server, without extensions such as `-audio.mjr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The audio codec of the SDP answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The video codec of the SDP answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The profile of the video codec: for VP9 `0` or `2`, for H.264 such as `42e01f`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoprofile: Option<String>,
    /// Whether to accept redundant Opus, `audio/red`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opusred: Option<bool>,
    /// Whether data channels carry text (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub textdata: Option<bool>,
    /// Whether the SDP offer renegotiates the current recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// The SDP offer.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Plays a recording (`"request": "play"`). The response carries an SDP offer; answer it with `Start`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Play {
    /// The id of the recording: a number.
    pub id: u64,
    /// Whether to restart ICE of the current playback. The response carries a new SDP offer.
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

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Answers the SDP offer of `Play` (`"request": "start"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Start {
    /// The SDP answer.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }
    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Pauses the recording (`"request": "pause"`). Without a recording, the response is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Resumes a paused recording (`"request": "resume"`). Without a recording, the response is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Stops the recording or the playback and closes the PeerConnection (`"request": "stop"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}
