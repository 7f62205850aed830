//! What Streaming answers and tells.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::id::Id;
use crate::wire::Jsep;

/// How watching goes on.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Status {
    /// What happened.
    pub result: Option<Progress>,
    /// The session description that goes with it.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What happened.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// `preparing`, `updating`, `starting`, `started`, `pausing`, `stopping`, `stopped`, `idle` or `kicked_all`.
    pub status: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The change was made.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Configured {
    /// `configured`
    pub result: Option<Value>,
    /// The session description that goes with it.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Another mountpoint's media flow.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Switched {
    /// Which one's.
    pub result: Option<Exchange>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Another mountpoint.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Exchange {
    /// `ok`
    pub switched: Option<String>,
    /// Which one.
    pub id: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The layers that flow changed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Layers {
    /// Which flow now.
    pub result: Option<Layer>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The layers that flow.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Layer {
    /// Which stream.
    pub mid: Option<String>,
    /// The simulcast substream.
    pub substream: Option<u8>,
    /// The simulcast temporal layers.
    pub temporal: Option<u8>,
    /// The SVC spatial layer.
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer.
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A mountpoint was made.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Created {
    /// Its name.
    #[serde(rename = "created")]
    pub name: Option<String>,
    /// Whether it is in Janus's configuration.
    pub permanent: Option<bool>,
    /// Its id, type, description and ports.
    pub stream: Option<Value>,
    /// `deprecated_api` for one in the old form.
    pub warning: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A mountpoint ended.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Destroyed {
    /// Which one.
    #[serde(rename = "destroyed")]
    pub id: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A mountpoint was changed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Edited {
    /// Which one.
    pub id: Option<Id>,
    /// Whether Janus's configuration was changed.
    pub permanent: Option<bool>,
    /// More about it, where viewers are told.
    pub metadata: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The mountpoints.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Mountpoints {
    /// Each, as Janus has it.
    pub list: Option<Vec<Value>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A mountpoint.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Details {
    /// All that may be told of it.
    pub info: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What became of a mountpoint's RTSP server (Janus 1.3.3 and newer).
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Which mountpoint.
    pub id: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
