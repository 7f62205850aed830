//! Requests of participants.

use serde::Serialize;
use serde_json::{Map, Value};

use super::AudioBridge;
use super::replies::{Changed, Done, HangingUp, Joined, Left};
use crate::plugins::field_types::{AccessKey, Bitrate, FeedId, FilePath, HostName, RoomId};
use crate::plugins::words::Codec;
use crate::plugins::{NeedsJsep, Request, SetJsep};
use crate::secret::Secret;
use crate::wire::Jsep;

/// Joins a room (`"request": "join"`). The SDP offer is part of this request or of a later `Configure`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Join {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participant id to use; Janus chooses a random one by default. Janus's name: `id`.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The PIN of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The token; required if the room checks tokens: one of its list, or a signed one (`SignedToken::for_room_of`,
    /// in JavaScript `signRoomToken`).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<AccessKey>,
    /// The secret of the room. With it the participant joins as an administrator.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The display name of this participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The name of the participant's group; required in rooms with groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether this participant is muted: the others do not hear it (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// The codec: `opus`, `pcmu` or `pcma` (Janus's default: `opus`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<Codec>,
    /// The number of packets to buffer (Janus 1.1.4 and older).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prebuffer: Option<u32>,
    /// The Opus bitrate of the audio that Janus sends to this participant, 500 to 512,000 bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// The Opus complexity, 1 to 10 (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<u8>,
    /// The packet loss that the Opus encoder expects, 0 to 20 percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// The volume of this participant in the mix, in percent (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// The position of this participant in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio` (Janus's
    /// default: 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_position: Option<u8>,
    /// The average audio level that counts as talking for this participant, 127 (silence) to 0 (loudest).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_level_average: Option<u32>,
    /// The number of audio packets over which talking of this participant is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_active_packets: Option<u64>,
    /// Whether to record the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Whether to join suspended: the participant hears nothing and is not heard until `Resume` (Janus 1.2.1 and
    /// newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// Whether the participant receives no events while it is suspended (Janus 1.2.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pause_events: Option<bool>,
    /// Whether Janus makes the SDP offer. The first negotiation decides it for the whole session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generate_offer: Option<bool>,
    /// The address of a plain RTP participant without WebRTC; the room must allow it. Janus's name: `rtp`.
    #[serde(rename = "rtp", skip_serializing_if = "Option::is_none")]
    pub rtp_participant: Option<RtpParticipant>,
    /// The SDP offer of this participant.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Changes this participant, or starts or renegotiates its PeerConnection with an SDP (`"request": "configure"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Configure {
    /// The display name of this participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The new group of this participant, in rooms with groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether this participant is muted: the others do not hear it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// The number of packets to buffer (Janus 1.1.4 and older).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prebuffer: Option<u32>,
    /// The Opus bitrate of the audio that Janus sends to this participant, 500 to 512,000 bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// The Opus complexity, 1 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<u8>,
    /// The packet loss that the Opus encoder expects, 0 to 20 percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// The volume of this participant in the mix, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// The position of this participant in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_position: Option<u8>,
    /// Whether to record the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Whether Janus makes the SDP offer. The first negotiation decides it for the whole session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generate_offer: Option<bool>,
    /// Whether to renegotiate. If Janus made the first offer (`generate_offer`), Janus makes the new one. Otherwise
    /// the request must carry an SDP offer, or it fails (`InvalidArgument`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<bool>,
    /// The new address of a plain RTP participant (Janus 1.3.2 and newer). Janus's name: `rtp`.
    #[serde(rename = "rtp", skip_serializing_if = "Option::is_none")]
    pub rtp_participant: Option<RtpParticipant>,
    /// The SDP offer, or the SDP answer to an offer of Janus.
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
    const ECHOED_FIELDS: &'static [&'static str] = &[
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
    const HANDLE_FIELDS: &'static [&'static str] = &["feed", "room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["result"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Moves this participant to another room, without a renegotiation (`"request": "changeroom"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ChangeRoom {
    /// The id of the room to change to: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participant id to use; Janus chooses a random one by default. Janus's name: `id`.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The PIN of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The token; required if the room checks tokens: one of its list, or a signed one (`SignedToken::for_room_of`,
    /// in JavaScript `signRoomToken`).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<AccessKey>,
    /// The secret of the room. With it the participant joins as an administrator.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The display name of this participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The name of the participant's group; required in rooms with groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether this participant is muted: the others do not hear it (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// The Opus bitrate of the audio that Janus sends to this participant, 500 to 512,000 bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// The Opus complexity, 1 to 10 (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<u8>,
    /// The packet loss that the Opus encoder expects, 0 to 20 percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// The volume of this participant in the mix, in percent (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// The position of this participant in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio` (Janus's
    /// default: 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_position: Option<u8>,
    /// Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Whether to change the room suspended: the participant hears nothing and is not heard until `Resume` (Janus
    /// 1.2.1 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// Whether the participant receives no events while it is suspended (Janus 1.2.1 and newer).
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

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Leaves the room (`"request": "leave"`). A later `Join` reuses the PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
}

/// Closes the PeerConnection (`"request": "hangup"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AudioHangup {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for AudioHangup {
    type Plugin = AudioBridge;
    type Reply = HangingUp;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hangup")];
    const HANDLE_FIELDS: &'static [&'static str] = &["feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["hangingup"];
}

/// Resets the audio decoder of this participant (`"request": "resetdecoder"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
}

/// The address and the format of a plain RTP participant.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RtpParticipant {
    /// The address that Janus sends RTP to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip: Option<HostName>,
    /// The port that Janus sends RTP to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u32>,
    /// The RTP payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload_type: Option<u8>,
    /// The id of the RTP extension for audio levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiolevel_ext: Option<u8>,
    /// Whether Opus uses in-band forward error correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fec: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
