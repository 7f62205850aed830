//! The responses and events of Record&Play.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::plugins::field_types::Bitrate;
use crate::plugins::words::{Codec, MediaKind};
use crate::wire::Jsep;

/// The response to `ListRecordings`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recordings {
    /// The recordings on the server.
    pub list: Vec<Recording>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A recording in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recording {
    /// The id of the recording: a number.
    pub id: u64,
    /// The name of the recording.
    pub name: String,
    /// The date and time of the recording: `YYYY-MM-DD HH:MM:SS`.
    pub date: String,
    /// Whether the recording has audio.
    pub audio: bool,
    /// The name of the audio codec, such as `opus`.
    pub audio_codec: Option<Codec>,
    /// Whether the audio is redundant (`audio/red`); missing if not.
    pub audio_red: Option<bool>,
    /// Whether the recording has video.
    pub video: bool,
    /// The name of the video codec, such as `vp8`.
    pub video_codec: Option<Codec>,
    /// Whether the recording has data.
    pub data: bool,
    /// Whether the recording is only listed for requests with the plugin's `admin_key` (Janus 1.3.1 and newer).
    pub is_private: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Configure`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Configured {
    /// The text `ok`.
    pub status: String,
    /// The settings of the plugin after the change.
    pub settings: Settings,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The settings for clients that record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Settings {
    /// The maximum bitrate of clients that record, in bit/s. Janus's name: `video-bitrate-max`.
    #[serde(rename(deserialize = "video-bitrate-max", serialize = "maxBitrate"))]
    pub max_bitrate: Bitrate,
    /// The interval between key frames, in milliseconds. Janus's name: `video-keyframe-interval`.
    #[serde(rename(deserialize = "video-keyframe-interval", serialize = "keyframeInterval"))]
    pub keyframe_interval: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An acknowledgement without data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of a recording or a playback.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Status {
    /// The state: `recording`, `preparing`, `restarting`, `playing`, `paused`, `resumed` or `stopped`; missing in the
    /// response to `Pause` and `Resume` if nothing is recorded or played.
    pub status: Option<State>,
    /// The id of the recording: a number.
    pub id: Option<u64>,
    /// Whether the recording is only listed for requests with the plugin's `admin_key` (Janus 1.3.1 and newer).
    pub is_private: Option<bool>,
    /// A warning about the recording: a text.
    pub warning: Option<String>,
    /// The SDP answer to `Record`, or the SDP offer of `Play`, which `Start` answers.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Status {
    const FROM: &'static str = "result";
}

/// The recording or the playback ended: the playback reached its end, or the PeerConnection was closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Finished {
    /// The id of the recording: a number (Janus 1.3.1 and newer).
    pub id: Option<u64>,
    /// Whether the recording is only listed for requests with the plugin's `admin_key` (Janus 1.3.1 and newer).
    pub is_private: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Finished {
    const FROM: &'static str = "result";
}

/// Janus reports packet loss (Janus: `slow_link`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SlowLink {
    /// The media type: `audio` or `video`.
    pub media: MediaKind,
    /// The bitrate limit in force, in bit/s. Janus's name: `current-bitrate`.
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<Bitrate>,
    /// The direction of the loss: 0 on the way to Janus, 1 on the way to the user.
    pub uplink: u8,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for SlowLink {
    const FROM: &'static str = "result";
}

words! {
    /// The state of a recording or a playback.
    State {
        /// The recording begins when the PeerConnection is ready.
        Recording = "recording",
        /// A playback is prepared; answer the SDP offer with `Start`.
        Preparing = "preparing",
        /// The PeerConnection of a playback is being renegotiated.
        Restarting = "restarting",
        /// The playback begins when the PeerConnection is ready.
        Playing = "playing",
        /// The recording is paused.
        Paused = "paused",
        /// The recording continues.
        Resumed = "resumed",
        /// The recording or the playback is stopped.
        Stopped = "stopped",
    }
}
