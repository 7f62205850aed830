//! The requests and events of VideoRoom that are more than renames.

use bifrons::plugins::Condition::{Has, Is};
use bifrons::plugins::{Plugin, Request, Rule, classify};
use bifrons::wire::Payload;
use bifrons::{Error, ErrorCode, Jsep, Result};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

/// A number, or a text if the plugin is configured with `string_ids`.
type Id = Value;

/// The VideoRoom plugin.
#[derive(Debug)]
pub enum VideoRoom {}

impl Plugin for VideoRoom {
    const PACKAGE: &'static str = "janus.plugin.videoroom";
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(message.plugin_data().unwrap_or_default()))
    }
}

/// Joins a room as a publisher.
#[derive(Debug, Default, Serialize)]
pub struct JoinPublisher {
    /// The id of the room.
    pub room: Id,
    /// The publisher id to use; Janus chooses a random one by default.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for JoinPublisher {
    type Plugin = VideoRoom;
    type Reply = Joined;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "join"), ("ptype", "publisher")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["joined"];

    fn reply(message: &impl Payload) -> Result<Joined> {
        match Event::read(message) {
            Some(Event::Joined(joined)) => Ok(joined),
            _ => Err(Error::new(ErrorCode::UnexpectedResponse, "unexpected response: expected joined")),
        }
    }
}

/// Changes a publisher or a subscriber.
#[derive(Debug, Default, Serialize)]
pub struct Configure {
    /// The maximum bitrate, in bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// The simulcast substream to receive.
    #[serde(rename = "substream", skip_serializing_if = "Option::is_none")]
    pub sc_substream_layer: Option<u8>,
    /// The time without media before Janus relays a lower substream, in milliseconds.
    #[serde(rename = "fallback", serialize_with = "ms_as_us", skip_serializing_if = "Option::is_none")]
    pub sc_substream_fallback_ms: Option<u64>,
    /// The changes of single streams. They replace the fields for one stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<Value>>,
    /// The display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The SDP offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// Writes milliseconds as microseconds, the unit of Janus.
fn ms_as_us<S: Serializer>(value: &Option<u64>, to: S) -> std::result::Result<S::Ok, S::Error> {
    value.map(|value| value.saturating_mul(1000)).serialize(to)
}

impl Request for Configure {
    type Plugin = VideoRoom;
    type Reply = Configured;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "configure")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Configured> {
        message.plugin_data()
    }
}

/// Forwards a publisher's media to another host.
#[derive(Debug, Default, Serialize)]
pub struct StartForward {
    /// The id of the room.
    pub room: Id,
    /// The id of the publisher.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// The host that receives the media.
    pub host: String,
    /// The streams to forward, with their ports.
    pub streams: Vec<Value>,
}

impl Request for StartForward {
    type Plugin = VideoRoom;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd_started"];

    fn reply(message: &impl Payload) -> Result<Forwarding> {
        message.plugin_data()
    }
}

/// The handle has joined the room.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Joined {
    /// The id of the room.
    pub room: Id,
    /// The publisher id of this handle.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The description of the room.
    pub description: Option<String>,
    /// The private id of this publisher.
    pub private_id: Option<u32>,
    /// The active publishers of the room, each a `Publisher`.
    pub publishers: Vec<Publisher>,
    /// The SDP answer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// An active publisher.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Publisher {
    /// The id of the publisher.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The display name.
    pub display: Option<String>,
    /// The audio codec.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<String>,
    /// The video codec.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<String>,
    /// The streams of the publisher.
    pub streams: Option<Vec<Value>>,
}

/// The publishers that became active.
#[derive(Debug, PartialEq, Deserialize)]
pub struct PubList {
    /// The id of the room.
    pub room: Id,
    /// The publishers.
    pub publishers: Vec<Publisher>,
}

/// The response to `Configure`.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Configured {
    /// The id of the room.
    pub room: Id,
    /// The text `ok`.
    pub configured: String,
    /// The SDP answer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// The response to `StartForward`.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Forwarding {
    /// The id of the room.
    pub room: Id,
    /// The id of the publisher.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// The RTP forwarders.
    pub forwarders: Vec<Value>,
}

/// A participant leaves the room, or this handle has left it.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Leaving {
    /// The id of the room.
    pub room: Id,
    /// The id of the participant; `None` means this handle.
    #[serde(rename = "leaving", deserialize_with = "unless_ok")]
    pub feed: Option<Id>,
    /// The reason.
    pub reason: Option<String>,
}

/// A participant was kicked; the others receive `Kicked`.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Kicked {
    /// The id of the room.
    pub room: Id,
    /// The id of the kicked participant.
    #[serde(rename = "kicked")]
    pub feed: Id,
}

/// A participant changed its display name.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Display {
    /// The id of the participant.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The new display name.
    pub display: String,
}

/// Reads a participant's id; the text `ok`, which means this handle, becomes `None`.
fn unless_ok<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Option<Id>, D::Error> {
    Ok(Some(Id::deserialize(from)?).filter(|id| id != "ok"))
}

/// The events of VideoRoom.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// The handle has joined the room.
    Joined(Joined),
    /// The response to `StartForward`.
    RtpFwdStarted(Forwarding),
    /// An error that belongs to no pending request.
    Error(Error),
    /// The publishers that became active.
    PublisherList(PubList),
    /// The response to `Configure`.
    Configured(Configured),
    /// A participant leaves the room, or this handle has left it.
    Leaving(Leaving),
    /// A participant was kicked.
    Kicked(Kicked),
    /// A participant changed its display name.
    Display(Display),
    /// An event that this version does not know.
    Other(Value),
}

/// The rules that classify a message as an event. `kicked` comes before `display`, because it may carry one.
pub const RULES: &[Rule] = &[
    Rule { event: "joined", when: &[Is("videoroom", "joined")] },
    Rule { event: "rtp_fwd_started", when: &[Is("videoroom", "rtp_forward")] },
    Rule { event: "error", when: &[Is("videoroom", "event"), Has("error_code")] },
    Rule { event: "publisher_list", when: &[Is("videoroom", "event"), Has("publishers")] },
    Rule { event: "configured", when: &[Is("videoroom", "event"), Has("configured")] },
    Rule { event: "leaving", when: &[Is("videoroom", "event"), Has("leaving")] },
    Rule { event: "kicked", when: &[Is("videoroom", "event"), Has("kicked")] },
    Rule { event: "display", when: &[Is("videoroom", "event"), Has("display")] },
];

impl Event {
    pub fn read(message: &impl Payload) -> Option<Self> {
        Some(match classify(message, RULES)? {
            "joined" => Self::Joined(Joined { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
            "rtp_fwd_started" => Self::RtpFwdStarted(message.plugin_data().ok()?),
            "error" => Self::Error(message.plugin_refusal()?),
            "publisher_list" => Self::PublisherList(message.plugin_data().ok()?),
            "configured" => {
                Self::Configured(Configured { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? })
            }
            "leaving" => Self::Leaving(message.plugin_data().ok()?),
            "kicked" => Self::Kicked(message.plugin_data().ok()?),
            "display" => Self::Display(message.plugin_data().ok()?),
            _ => return None,
        })
    }
}
