//! What a subscriber asks.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, replies::*, events::*, expect, types::*};
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Subscribes to streams of a room; an offer comes back, to be answered with `Start`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct JoinSubscriber {
    /// The room.
    pub room: Id,
    /// Whose streams, all of them (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// Whose streams, and which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<Subscription>>,
    /// The own publisher's `private_id`, where the room asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_id: Option<u32>,
    /// The room's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A token, where the room asks for one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// Get offers when publishers leave (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoupdate: Option<bool>,
    /// Name streams by publisher in the SDP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_msid: Option<bool>,
    /// As in Janode; Janus does nothing with it (`offer_audio` and the like choose).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// As in Janode; Janus does nothing with it (`offer_audio` and the like choose).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// As in Janode; Janus does nothing with it (`offer_audio` and the like choose).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// Offer audio (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_audio: Option<bool>,
    /// Offer video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_video: Option<bool>,
    /// Offer data (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_data: Option<bool>,
    /// As in Janode; Janus 1.x does nothing with it, but for what stands in `streams`.
    #[serde(rename = "substream", skip_serializing_if = "Option::is_none")]
    pub sc_substream_layer: Option<u8>,
    /// As in Janode; Janus 1.x does nothing with it, but for what stands in `streams`.
    #[serde(rename = "fallback", skip_serializing_if = "Option::is_none", serialize_with = "ms_as_us")]
    pub sc_substream_fallback_ms: Option<u64>,
    /// As in Janode; Janus 1.x does nothing with it, but for what stands in `streams`.
    #[serde(rename = "temporal", skip_serializing_if = "Option::is_none")]
    pub sc_temporal_layers: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for JoinSubscriber {
    type Plugin = VideoRoom;
    type Reply = Attached;
    const METHODS: &'static [&'static str] = &["joinSubscriber", "joinListener"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "join"), ("ptype", "subscriber")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["subscribed"];

    fn reply(message: &impl Payload) -> Result<Attached> {
        expect::<Self>(message)?;
        Ok(Attached { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Answers an offer, or resumes what `Pause` paused.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Start {
    /// The session description that goes with it.
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
    const OWN: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["started"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Started> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Pauses all streams.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pause {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Pause {
    type Plugin = VideoRoom;
    type Reply = Paused;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "pause")];
    const OWN: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["paused"];

    fn reply(message: &impl Payload) -> Result<Paused> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Takes other publishers' streams in the place of those subscribed to, without a new offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Switch {
    /// Whose streams (deprecated by `streams`).
    #[serde(rename = "feed", skip_serializing_if = "Option::is_none")]
    pub to_feed: Option<Id>,
    /// Which stream in the place of which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<SwitchStream>>,
    /// As in Janode; Janus does nothing with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// As in Janode; Janus does nothing with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// As in Janode; Janus does nothing with it.
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
    const ECHO: &'static [&'static str] = &["to_feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["switched"];

    fn reply(message: &impl Payload) -> Result<Switched> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Subscribes to more streams.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Subscribe {
    /// Whose, and which.
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

    fn reply(message: &impl Payload) -> Result<Updated> {
        expect::<Self>(message)?;
        Ok(Updated { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Ends subscriptions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Unsubscribe {
    /// Whose, and which.
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

    fn reply(message: &impl Payload) -> Result<Updated> {
        expect::<Self>(message)?;
        Ok(Updated { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Subscribes and unsubscribes in one go, with one new offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Update {
    /// What to get as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe: Option<Vec<Subscription>>,
    /// What to get no more.
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

    fn reply(message: &impl Payload) -> Result<Updated> {
        expect::<Self>(message)?;
        Ok(Updated { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}
