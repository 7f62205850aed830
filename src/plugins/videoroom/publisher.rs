//! Requests of publishers.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, events::*, types::*};
use crate::plugins::field_types::{AccessKey, Bitrate, FeedId, FilePath, RoomId};
use crate::plugins::words::Codec;
use crate::plugins::{NeedsJsep, Request, SetJsep};
use crate::secret::Secret;
use crate::wire::Jsep;

/// Joins a room as a publisher, without media (`"request": "join"`, `"ptype": "publisher"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JoinPublisher {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The publisher id to use; Janus chooses a random one by default. Janus's name: `id`.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The PIN of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The token; required if the room checks tokens. Rooms with `signed_tokens` require a signed token for this
    /// room.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<AccessKey>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The display name of this publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// A metadata object for the other participants (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// The number of audio packets over which talking of this publisher is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// A field of Janode; Janus ignores it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for JoinPublisher {
    type Plugin = VideoRoom;
    type Reply = Joined;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "join"), ("ptype", "publisher")];
    const ECHOED_FIELDS: &'static [&'static str] = &["display"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["joined"];
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Joins a room as a publisher and publishes with one request (`"request": "joinandconfigure"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JoinConfigurePublisher {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The publisher id to use; Janus chooses a random one by default. Janus's name: `id`.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The PIN of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The token; required if the room checks tokens. Rooms with `signed_tokens` require a signed token for this
    /// room.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<AccessKey>,
    /// Whether all audio streams are sent or muted. `Configure` with `streams` changes single streams later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether all video streams are sent or muted. `Configure` with `streams` changes single streams later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether all data streams are sent or muted. `Configure` with `streams` changes single streams later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The maximum bitrate of this publisher, in bit/s; 0 means unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// Whether to record this publisher; `false` stops a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server, without extensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The display name of this publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// A metadata object for the other participants (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// The number of audio packets over which talking of this publisher is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The audio codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The video codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The descriptions of the streams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// The SDP offer of the publication.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for JoinConfigurePublisher {
    type Plugin = VideoRoom;
    type Reply = Joined;
    const BODY: &'static [(&'static str, &'static str)] =
        &[("request", "joinandconfigure"), ("ptype", "publisher")];
    const ANSWERS_JSEP: bool = true;
    const ECHOED_FIELDS: &'static [&'static str] = &["display"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["joined"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Publishes media with an SDP offer; the response carries the SDP answer (`"request": "publish"`).
///
/// Without an offer the request fails before it is sent (`InvalidArgument`), because Janus would respond `ok` and
/// publish nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Publish {
    /// Whether all audio streams are sent or muted. `Configure` with `streams` changes single streams later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether all video streams are sent or muted. `Configure` with `streams` changes single streams later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether all data streams are sent or muted. `Configure` with `streams` changes single streams later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The maximum bitrate of this publisher, in bit/s; 0 means unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// Whether to record this publisher; `false` stops a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server, without extensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The display name of this publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// A metadata object for the other participants (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// The number of audio packets over which talking of this publisher is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The audio codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The video codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The descriptions of the streams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// The secret of the room; required to change the recording in rooms with `lock_record`. With a wrong secret,
    /// Janus silently keeps the recording as it is.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The SDP offer of the publication.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Publish {
    type Plugin = VideoRoom;
    type Reply = Configured;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "publish")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Always;
    const ANSWERS_JSEP: bool = true;
    const ECHOED_FIELDS: &'static [&'static str] = &["display"];
    const HANDLE_FIELDS: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Changes a publisher or a subscription, or renegotiates with an SDP offer (`"request": "configure"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Configure {
    /// Whether audio is sent or muted (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether video is sent or muted (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether data is sent or muted (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The maximum bitrate of this publisher, in bit/s; 0 means unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// Whether to record this publisher; `false` stops a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server, without extensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The new display name of this publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// A metadata object for the other participants (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// The number of audio packets over which talking of this publisher is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The audio codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The video codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The descriptions of the streams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// Whether to request a key frame from the publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyframe: Option<bool>,
    /// Whether to restart ICE. A publisher must send an SDP offer with it, or the request fails (`InvalidArgument`);
    /// a subscriber receives an offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// Whether to renegotiate. A publisher must send an SDP offer with it, or the request fails (`InvalidArgument`);
    /// a subscriber receives an offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// The mid of the stream that the fields below `mid` change, if `streams` is not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Whether the stream `mid` is sent or paused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The secret of the room; required to change the recording in rooms with `lock_record`. With a wrong secret,
    /// Janus silently keeps the recording as it is.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The changes of single streams. They replace the fields for one stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<StreamChange>>,
    /// The simulcast substream to receive, 0 to 2. Janus's name: `substream`.
    #[serde(rename = "substream", skip_serializing_if = "Option::is_none")]
    pub sc_substream_layer: Option<u8>,
    /// The time without media before Janus relays a lower substream, in milliseconds (Janus's field is in
    /// microseconds). Janus's name: `fallback`.
    #[serde(rename = "fallback", skip_serializing_if = "Option::is_none", serialize_with = "ms_as_us")]
    pub sc_substream_fallback_ms: Option<u64>,
    /// The highest simulcast temporal layer to receive, 0 to 2. Janus's name: `temporal`.
    #[serde(rename = "temporal", skip_serializing_if = "Option::is_none")]
    pub sc_temporal_layers: Option<u8>,
    /// The SVC spatial layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The minimum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The maximum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// The SDP offer of a publisher: it starts the publication or renegotiates it.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Configure {
    type Plugin = VideoRoom;
    type Reply = Configured;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "configure")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Exchanged(&["update", "restart"]);
    const ECHOED_FIELDS: &'static [&'static str] = &["display", "update", "restart"];
    const HANDLE_FIELDS: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];
    const TIMEOUT_HINT: &'static str =
        "Janus does not respond to a subscriber that has not answered an SDP offer with `start`";

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Stops publishing; the handle stays in the room (`"request": "unpublish"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unpublish {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unpublish {
    type Plugin = VideoRoom;
    type Reply = Unpublished;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unpublish")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["unpublished"];
}

/// Leaves the room (`"request": "leave"`). The handle can't join again.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Leave {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Leave {
    type Plugin = VideoRoom;
    type Reply = Leaving;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "leave")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["leaving"];
}
