//! What Record&Play answers and tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::wire::Jsep;

/// The recordings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recordings {
    /// Each.
    pub list: Option<Vec<Recording>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
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
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
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
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
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
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
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
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Status {
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
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Finished {
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
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for SlowLink {
    const FROM: &'static str = "result";
}
