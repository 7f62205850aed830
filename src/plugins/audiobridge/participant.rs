//! What a participant asks.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Changed, Done, HangingUp, Joined, Left};
use super::{AudioBridge, expect};
use crate::error::Result;
use crate::id::Id;
use crate::plugins::{NeedsJsep, Request};
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Joins a room; the offer may come along, or later with `Configure`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Join {
    /// The room.
    pub room: Id,
    /// The id to have; a random one without it.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The room's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A token, where the room asks for one: one of its list, or a signed one (`SignedToken::for_room_of`,
    /// in JavaScript `signRoomToken`).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// The room's secret, to be its administrator.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The group, in rooms that have some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Send nothing of it to the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// `opus`, `pcmu` or `pcma` (Janus's default: opus).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<String>,
    /// Packets to buffer (Janus 1.1.4 and older).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prebuffer: Option<u32>,
    /// The Opus bitrate to get, 500 to 512,000 bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// The Opus complexity, 1 to 10 (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<u8>,
    /// The losses to expect, 0 to 20 percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// How loud others hear it, in percent (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// Where others hear it, 0 (left) to 100 (right; rooms with `spatial_audio`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_position: Option<u8>,
    /// How loud talking is, 127 (silence) to 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// Packets to judge talking by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// Record the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Join suspended (Janus 1.2.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// Get no events while suspended (Janus 1.2.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pause_events: Option<bool>,
    /// Let Janus offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generate_offer: Option<bool>,
    /// Plain RTP instead of WebRTC, where the room allows it.
    #[serde(rename = "rtp", skip_serializing_if = "Option::is_none")]
    pub rtp_participant: Option<RtpParticipant>,
    /// The session description that goes with it.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Join {
    type Plugin = AudioBridge;
    type Reply = Joined;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "join")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["joined"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Joined> {
        expect::<Self>(message)?;
        Ok(Joined { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Changes this participant; begins or renegotiates with a session description.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Configure {
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The group, in rooms that have some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Send nothing of it to the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// Packets to buffer (Janus 1.1.4 and older).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prebuffer: Option<u32>,
    /// The Opus bitrate to get, 500 to 512,000 bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// The Opus complexity, 1 to 10 (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<u8>,
    /// The losses to expect, 0 to 20 percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// How loud others hear it, in percent (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// Where others hear it, 0 (left) to 100 (right; rooms with `spatial_audio`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_position: Option<u8>,
    /// Record the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Let Janus offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generate_offer: Option<bool>,
    /// Renegotiate: Janus offers, if Janus made the first offer (`generate_offer`); else an offer is needed,
    /// and it is an error without one (`InvalidArgument`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// Plain RTP instead of WebRTC, where the room allows it.
    #[serde(rename = "rtp", skip_serializing_if = "Option::is_none")]
    pub rtp_participant: Option<RtpParticipant>,
    /// The session description that goes with it.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Configure {
    type Plugin = AudioBridge;
    type Reply = Changed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "configure")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Exchanged(&["update"]);
    const ECHO: &'static [&'static str] = &[
        "display",
        "muted",
        "quality",
        "bitrate",
        "volume",
        "record",
        "filename",
        "expected_loss",
        "prebuffer",
        "group",
        "rtp_participant",
    ];
    const OWN: &'static [&'static str] = &["feed", "room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["result"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Changed> {
        expect::<Self>(message)?;
        Ok(Changed { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Goes to another room, without a new negotiation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ChangeRoom {
    /// The room.
    pub room: Id,
    /// The id to have; a random one without it.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The room's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A token, where the room asks for one: one of its list, or a signed one (`SignedToken::for_room_of`,
    /// in JavaScript `signRoomToken`).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// The room's secret, to be its administrator.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The group, in rooms that have some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Send nothing of it to the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// The Opus bitrate to get, 500 to 512,000 bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// The Opus complexity, 1 to 10 (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<u8>,
    /// The losses to expect, 0 to 20 percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// How loud others hear it, in percent (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// Where others hear it, 0 (left) to 100 (right; rooms with `spatial_audio`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_position: Option<u8>,
    /// Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Neither hear nor be heard, until `Resume` (Janus 1.2.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// Get no events while suspended (Janus 1.2.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pause_events: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ChangeRoom {
    type Plugin = AudioBridge;
    type Reply = Joined;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "changeroom")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["roomchanged"];

    fn reply(message: &impl Payload) -> Result<Joined> {
        expect::<Self>(message)?;
        Ok(Joined { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Leaves the room; the PeerConnection stays for another `Join`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Leave {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Leave {
    type Plugin = AudioBridge;
    type Reply = Left;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "leave")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["left"];

    fn reply(message: &impl Payload) -> Result<Left> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends the PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AudioHangup {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for AudioHangup {
    type Plugin = AudioBridge;
    type Reply = HangingUp;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hangup")];
    const OWN: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["hangingup"];

    fn reply(message: &impl Payload) -> Result<HangingUp> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Resets this participant's decoder.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ResetDecoder {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ResetDecoder {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "resetdecoder")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// How a participant without WebRTC sends and receives.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RtpParticipant {
    /// Where to send to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip: Option<String>,
    /// On which port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u32>,
    /// The payload type of its packets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload_type: Option<u8>,
    /// The id of the audio-level extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiolevel_ext: Option<u8>,
    /// Whether it has forward error correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fec: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
