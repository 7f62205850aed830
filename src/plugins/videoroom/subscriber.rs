//! Requests of subscribers.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, events::*, replies::*, types::*};
use crate::plugins::field_types::{AccessKey, FeedId, RoomId};
use crate::plugins::{Request, SetJsep};
use crate::secret::Secret;
use crate::wire::Jsep;

/// Subscribes to streams of a room; the response carries an SDP offer. Answer it with `Start` (`"request": "join"`,
/// `"ptype": "subscriber"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JoinSubscriber {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher whose streams are all subscribed to (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The publishers and streams to subscribe to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<Subscription>>,
    /// The `private_id` of this application's publisher; required in rooms with `require_pvtid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_id: Option<u32>,
    /// The PIN of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The token; required in rooms with `signed_tokens`, which check subscribers, too.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<AccessKey>,
    /// Whether Janus sends an SDP offer when a subscribed publisher leaves (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoupdate: Option<bool>,
    /// Whether the `msid` attributes of the SDP name the publisher of each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_msid: Option<bool>,
    /// A field of Janode, which Janus ignores; `offer_audio` chooses audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// A field of Janode, which Janus ignores; `offer_video` chooses video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// A field of Janode, which Janus ignores; `offer_data` chooses data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// Whether to offer audio (Janus's default: true; deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_audio: Option<bool>,
    /// Whether to offer video (Janus's default: true; deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_video: Option<bool>,
    /// Whether to offer data channels (Janus's default: true; deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_data: Option<bool>,
    /// A field of Janode; Janus 1.x only reads the same field in `streams`. Janus's name: `substream`.
    #[serde(rename = "substream", skip_serializing_if = "Option::is_none")]
    pub sc_substream_layer: Option<u8>,
    /// A field of Janode, in milliseconds; Janus 1.x only reads the same field in `streams`, in microseconds. Janus's
    /// name: `fallback`.
    #[serde(rename = "fallback", skip_serializing_if = "Option::is_none", serialize_with = "ms_as_us")]
    pub sc_substream_fallback_ms: Option<u64>,
    /// A field of Janode; Janus 1.x only reads the same field in `streams`. Janus's name: `temporal`.
    #[serde(rename = "temporal", skip_serializing_if = "Option::is_none")]
    pub sc_temporal_layers: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for JoinSubscriber {
    type Plugin = VideoRoom;
    type Reply = Attached;
    const JS_METHODS: &'static [&'static str] = &["joinSubscriber", "joinListener"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "join"), ("ptype", "subscriber")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["subscribed"];

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Required(|reply, jsep| reply.jsep = jsep);
}

/// Answers the SDP offer of Janus, or resumes a paused subscription (`"request": "start"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Start {
    /// The SDP answer to the offer of Janus. Without it the request resumes a paused subscription.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Start {
    type Plugin = VideoRoom;
    type Reply = Started;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "start")];
    const HANDLE_FIELDS: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["started"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }
}

/// Pauses all streams of the subscription (`"request": "pause"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Pause {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Pause {
    type Plugin = VideoRoom;
    type Reply = Paused;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "pause")];
    const HANDLE_FIELDS: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["paused"];
}

/// Replaces subscribed streams by streams of other publishers, without a new offer (`"request": "switch"`).
///
/// The codecs must be the same: Janus skips other streams. If an inactive m-line becomes active, `Updated` follows with
/// an SDP offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Switch {
    /// The id of the publisher whose streams are relayed from now on (deprecated by `streams`). Janus's name: `feed`.
    #[serde(rename = "feed", skip_serializing_if = "Option::is_none")]
    pub to_feed: Option<FeedId>,
    /// The streams to switch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<SwitchStream>>,
    /// A field of Janode, which Janus ignores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// A field of Janode, which Janus ignores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// A field of Janode, which Janus ignores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Switch {
    type Plugin = VideoRoom;
    type Reply = Switched;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "switch")];
    const ECHOED_FIELDS: &'static [&'static str] = &["to_feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["switched"];
}

/// Adds streams to the subscription (`"request": "subscribe"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Subscribe {
    /// The publishers and streams to subscribe to; at least one.
    pub streams: Vec<Subscription>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Subscribe {
    type Plugin = VideoRoom;
    type Reply = Updated;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "subscribe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["updated", "updating"];

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Removes streams from the subscription (`"request": "unsubscribe"`). Janus ignores streams that are not subscribed
/// to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The publishers or streams to unsubscribe from; at least one.
    pub streams: Vec<Unsubscription>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unsubscribe {
    type Plugin = VideoRoom;
    type Reply = Updated;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unsubscribe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["updated", "updating"];

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Adds and removes streams with one new SDP offer (`"request": "update"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Update {
    /// The publishers and streams to subscribe to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe: Option<Vec<Subscription>>,
    /// The publishers or streams to unsubscribe from; Janus handles them first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<Vec<Unsubscription>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Update {
    type Plugin = VideoRoom;
    type Reply = Updated;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "update")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["updated", "updating"];

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}
