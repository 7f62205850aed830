//! The responses and events of VideoCall.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::plugins::field_types::{Bitrate, UserId};
use crate::plugins::words::{Codec, MediaKind};
use crate::wire::Jsep;

/// The response to `List`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Users {
    /// The registered usernames.
    pub list: Vec<UserId>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Users {
    const FROM: &'static str = "result";
}

/// The response to `Register`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Registered {
    /// The registered username.
    pub username: UserId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Registered {
    const FROM: &'static str = "result";
}

/// The response to `Call`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Calling {
    /// The state of the call: `calling`, or `hangup` if the peer is busy.
    pub event: CallProgress,
    /// The username of this handle; only if the peer is busy.
    pub username: Option<UserId>,
    /// The reason of the hangup; only if the peer is busy.
    pub reason: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Calling {
    const FROM: &'static str = "result";
}

/// A call comes in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IncomingCall {
    /// The username of the caller.
    pub username: UserId,
    /// The SDP offer.
    #[serde(skip_deserializing, default = "Jsep::unread")]
    pub jsep: Jsep,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for IncomingCall {
    const FROM: &'static str = "result";
}

/// A call was accepted: the response to `Accept`, or the event for the caller.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Accepted {
    /// The username of the peer that accepted; missing in the response to `Accept`.
    pub username: Option<UserId>,
    /// The SDP answer of the peer; missing in the response to `Accept`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Accepted {
    const FROM: &'static str = "result";
}

/// The peer renegotiates the call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Update {
    /// The SDP offer of the peer, which `Set` answers, or the SDP answer of the peer.
    #[serde(skip_deserializing, default = "Jsep::unread")]
    pub jsep: Jsep,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Update {
    const FROM: &'static str = "result";
}

/// A call ended: the response to `HangupCall`, or an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Hangup {
    /// The username of the party that ended the call; missing if this handle is not registered.
    pub username: Option<UserId>,
    /// The reason of the hangup: a text.
    pub reason: String,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Hangup {
    const FROM: &'static str = "result";
}

/// The simulcast layer that Janus relays was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Simulcast {
    /// The video codec of the layers.
    pub videocodec: Codec,
    /// The simulcast substream that Janus relays now, 0 to 2.
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer that Janus relays now, 0 to 2.
    pub temporal: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Simulcast {
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
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for SlowLink {
    const FROM: &'static str = "result";
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

impl Flattened for Done {
    const FROM: &'static str = "result";
}

words! {
    /// The progress of a call that this handle made.
    CallProgress {
        /// The peer is being called.
        Calling = "calling",
        /// The peer is busy.
        Hangup = "hangup",
    }
}
