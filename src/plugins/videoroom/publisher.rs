//! What a publisher asks.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, events::*, expect, types::*};
use crate::error::Result;
use crate::id::Id;
use crate::plugins::{NeedsJsep, Request};
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Joins a room as a publisher, without media yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct JoinPublisher {
    /// The room.
    pub room: Id,
    /// The id to have; a random one without it.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The room's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A token, where the room asks for one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// As in Janode; Janus does nothing with it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// As in Janode; Janus does nothing with it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// As in Janode; Janus does nothing with it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// As in Janode; Janus does nothing with it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// As in Janode; Janus does nothing with it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// As in Janode; Janus does nothing with it before `Publish`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// An object for the others to see (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Packets to judge talking by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// How loud talking is, 127 (silence) to 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// As in Janode; Janus does nothing with it before `Publish`.
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
    const ECHO: &'static [&'static str] = &["display"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["joined"];

    fn reply(message: &impl Payload) -> Result<Joined> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Joins a room as a publisher and publishes, in one go.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct JoinConfigurePublisher {
    /// The room.
    pub room: Id,
    /// The id to have; a random one without it.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The room's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A token, where the room asks for one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// Send or mute audio, all streams of it; later, `Configure` with `streams` does so for each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Send or mute video, all streams of it; later, `Configure` with `streams` does so for each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Send or mute data, all streams of it; later, `Configure` with `streams` does so for each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The most to send, in bit/s; 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Begin or end a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server, without endings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// An object for the others to see (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Packets to judge talking by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// How loud talking is, 127 (silence) to 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The audio codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The video codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// What each stream is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// The session description that goes with it.
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
    const ECHO: &'static [&'static str] = &["display"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["joined"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Joined> {
        expect::<Self>(message)?;
        Ok(Joined { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Begins to publish with an offer; the answer comes back. Without an offer it is refused before it is sent
/// (`InvalidArgument`), as Janus would say "ok" and publish nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Publish {
    /// Send or mute audio, all streams of it; later, `Configure` with `streams` does so for each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Send or mute video, all streams of it; later, `Configure` with `streams` does so for each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Send or mute data, all streams of it; later, `Configure` with `streams` does so for each stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The most to send, in bit/s; 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Begin or end a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server, without endings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// An object for the others to see (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Packets to judge talking by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// How loud talking is, 127 (silence) to 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The audio codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The video codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// What each stream is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// The room's secret, where recording is locked.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The session description that goes with it.
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
    const ECHO: &'static [&'static str] = &["display"];
    const OWN: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Configured> {
        expect::<Self>(message)?;
        Ok(Configured { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Changes a publisher or a subscriber, or renegotiates with an offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Configure {
    /// Send or mute audio (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Send or mute video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Send or mute data (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The most to send, in bit/s; 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Begin or end a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server, without endings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// An object for the others to see (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Packets to judge talking by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// How loud talking is, 127 (silence) to 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The audio codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The video codec; one of the room's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// What each stream is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descriptions: Option<Vec<Description>>,
    /// Ask the publisher for a key frame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyframe: Option<bool>,
    /// Ask for an ICE restart. A publisher's needs an offer, else it is an error (`InvalidArgument`); to a
    /// subscriber an offer comes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// Ask for a renegotiation. A publisher's needs an offer, else it is an error (`InvalidArgument`); to a
    /// subscriber an offer comes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// Which stream the fields here are about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Send or pause this stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The room's secret, where recording is locked.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What to change of which stream, instead of the fields above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<StreamChange>>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(rename = "substream", skip_serializing_if = "Option::is_none")]
    pub sc_substream_layer: Option<u8>,
    /// Milliseconds without media before a lower substream is taken; Janus has microseconds.
    #[serde(rename = "fallback", skip_serializing_if = "Option::is_none", serialize_with = "ms_as_us")]
    pub sc_substream_fallback_ms: Option<u64>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(rename = "temporal", skip_serializing_if = "Option::is_none")]
    pub sc_temporal_layers: Option<u8>,
    /// The SVC spatial layer to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The playout-delay extension's minimum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The playout-delay extension's maximum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// The session description that goes with it.
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
    const ECHO: &'static [&'static str] = &["display", "update", "restart"];
    const OWN: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];
    const TIMEOUT_HINT: &'static str =
        "Janus leaves a subscriber without one while an offer of its own waits for `start`";

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Configured> {
        expect::<Self>(message)?;
        Ok(Configured { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Ends publishing; the handle stays in the room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    fn reply(message: &impl Payload) -> Result<Unpublished> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Leaves the room; the handle can't join again.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    fn reply(message: &impl Payload) -> Result<Leaving> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}
