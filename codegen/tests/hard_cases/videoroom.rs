//! The requests and events of VideoRoom that are more than renames.

use bifrons::plugins::Condition::{Has, Is};
use bifrons::plugins::{Plugin, Request, Rule, classify};
use bifrons::wire::Payload;
use bifrons::{Error, ErrorCode, Jsep, Result};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

/// A number, or a text where the server has `string_ids`.
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
    /// The room.
    pub room: Id,
    /// The id to have; a random one without it.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The name to show.
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
            _ => Err(Error::new(ErrorCode::UnexpectedResponse, "VideoRoom did not answer \"joined\"")),
        }
    }
}

/// Changes a publisher or a subscriber.
#[derive(Debug, Default, Serialize)]
pub struct Configure {
    /// The most to send, in bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// The simulcast substream to get.
    #[serde(rename = "substream", skip_serializing_if = "Option::is_none")]
    pub sc_substream_layer: Option<u8>,
    /// Milliseconds without media before a lower substream is taken.
    #[serde(rename = "fallback", serialize_with = "ms_as_us", skip_serializing_if = "Option::is_none")]
    pub sc_substream_fallback_ms: Option<u64>,
    /// What to change of which stream, instead of the fields above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<Value>>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// Janus counts in microseconds.
fn ms_as_us<S: Serializer>(value: &Option<u64>, to: S) -> std::result::Result<S::Ok, S::Error> {
    value.map(|value| value.saturating_mul(1000)).serialize(to)
}

impl Request for Configure {
    type Plugin = VideoRoom;
    type Reply = Configured;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "configure")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["configured"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Configured> {
        message.plugin_data()
    }
}

/// Forwards a publisher's media to another host.
#[derive(Debug, Default, Serialize)]
pub struct StartForward {
    /// The room.
    pub room: Id,
    /// Whose media.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// Where to.
    pub host: String,
    /// Which streams, and to which ports.
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

/// This handle is in the room.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Joined {
    /// The room.
    pub room: Id,
    /// This handle's own id.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's description.
    pub description: Option<String>,
    /// What `joinSubscriber` may need.
    pub private_id: Option<u32>,
    /// Who publishes already.
    pub publishers: Vec<Publisher>,
    /// The SDP.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// Somebody who publishes.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Publisher {
    /// Whose it is.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The name to show.
    pub display: Option<String>,
    /// The audio codec.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<String>,
    /// The video codec.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<String>,
    /// The streams.
    pub streams: Option<Vec<Value>>,
}

/// Who publishes (now).
#[derive(Debug, PartialEq, Deserialize)]
pub struct PubList {
    /// The room.
    pub room: Id,
    /// Who.
    pub publishers: Vec<Publisher>,
}

/// The change was made.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Configured {
    /// The room.
    pub room: Id,
    /// `ok`
    pub configured: String,
    /// The SDP.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// Media are being forwarded.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Forwarding {
    /// The room.
    pub room: Id,
    /// Whose media.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// Where to.
    pub forwarders: Vec<Value>,
}

/// Somebody leaves, or this handle has left.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Leaving {
    /// The room.
    pub room: Id,
    /// Who; nobody for this handle.
    #[serde(rename = "leaving", deserialize_with = "unless_ok")]
    pub feed: Option<Id>,
    /// Why.
    pub reason: Option<String>,
}

/// Somebody was thrown out.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Kicked {
    /// The room.
    pub room: Id,
    /// Who.
    #[serde(rename = "kicked")]
    pub feed: Id,
}

/// A name changed.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Display {
    /// Whose.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The new name.
    pub display: String,
}

/// Janus says "ok" where it means the handle itself.
fn unless_ok<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Option<Id>, D::Error> {
    Ok(Some(Id::deserialize(from)?).filter(|id| id != "ok"))
}

/// What VideoRoom tells without being asked.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// This handle is in the room.
    Joined(Joined),
    /// Media are being forwarded.
    RtpFwdStarted(Forwarding),
    /// Something failed.
    Error(Error),
    /// Who publishes (now).
    PublisherList(PubList),
    /// The change was made.
    Configured(Configured),
    /// Somebody leaves, or this handle has left.
    Leaving(Leaving),
    /// Somebody was thrown out.
    Kicked(Kicked),
    /// A name changed.
    Display(Display),
    /// An event that this version does not know.
    Other(Value),
}

/// Which event a message is. A kicked participant's `display` comes along: `kicked` is asked first.
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
            _ => Self::Display(message.plugin_data().ok()?),
        })
    }
}
