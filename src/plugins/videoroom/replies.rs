//! The responses of VideoRoom.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::wire::Jsep;

use super::streams::SubscriberStream;
use crate::plugins::field_types::{Bitrate, FeedId, FilePath, HostName, RoomId};
use crate::plugins::words::MediaKind;

/// The response to `JoinSubscriber`, with an SDP offer. Answer it with `Start`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attached {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher; only if the request used the deprecated `feed`. Janus's name: `id`.
    #[serde(rename = "id")]
    pub feed: Option<FeedId>,
    /// The display name of the publisher; only if the request used the deprecated `feed`.
    pub display: Option<String>,
    /// The streams of the subscription.
    pub streams: Vec<SubscriberStream>,
    /// The text `deprecated_api` if the request used the deprecated `feed`.
    pub warning: Option<String>,
    /// The SDP offer of Janus; answer it with `Start`.
    #[serde(skip_deserializing, default = "Jsep::unread")]
    pub jsep: Jsep,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Start`: the subscription is active.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Started {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The text `ok`.
    pub started: String,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Pause`: the subscription is paused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Paused {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The text `ok`.
    pub paused: String,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Switch`: the subscription relays other streams.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Switched {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The text `ok`.
    pub switched: String,
    /// The number of streams that were switched.
    pub changes: u32,
    /// The streams of the subscription.
    pub streams: Vec<SubscriberStream>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Create`, `Edit` and `Destroy`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Created {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Whether Janus's configuration file was changed.
    pub permanent: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Exists`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Existence {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Whether the room exists.
    pub exists: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `List`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rooms {
    /// The rooms with their settings.
    pub list: Vec<Room>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A room and its settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Room {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The description of the room.
    pub description: String,
    /// Whether joining requires a PIN.
    pub pin_required: bool,
    /// Whether the room is only listed for requests with the plugin's `admin_key`.
    pub is_private: bool,
    /// The maximum number of publishers at the same time.
    pub max_publishers: u32,
    /// The maximum bitrate of each publisher, in bit/s; 0 means unlimited.
    pub bitrate: Bitrate,
    /// Whether publishers are refused a higher bitrate; missing if not.
    pub bitrate_cap: Option<bool>,
    /// The interval between key-frame requests to publishers, in seconds; 0 means none.
    pub fir_freq: u32,
    /// Whether subscribers must send the `private_id` of a publisher.
    pub require_pvtid: bool,
    /// Whether publishers must encrypt their media end to end.
    pub require_e2ee: bool,
    /// Whether the room has a dummy publisher, which sends no media.
    pub dummy_publisher: bool,
    /// Whether participants receive `PublisherJoined` when a participant joins.
    pub notify_joining: bool,
    /// The allowed audio codecs, separated by commas, most preferred first.
    pub audiocodec: String,
    /// The allowed video codecs, separated by commas, most preferred first.
    pub videocodec: String,
    /// Whether Opus uses in-band forward error correction; missing if not.
    pub opus_fec: Option<bool>,
    /// Whether Opus uses discontinuous transmission; missing if not.
    pub opus_dtx: Option<bool>,
    /// Whether SVC is allowed for VP9 (up to Janus 1.1.3).
    pub video_svc: Option<bool>,
    /// Whether the publishers of the room are recorded.
    pub record: bool,
    /// The folder for recordings on the server.
    pub rec_dir: Option<FilePath>,
    /// Whether recording may only be started and stopped with the room's secret.
    pub lock_record: bool,
    /// The number of participants: publishers and attendees.
    pub num_participants: u32,
    /// Whether the RTP extension for audio levels is negotiated.
    pub audiolevel_ext: bool,
    /// Whether participants receive `Talking` events.
    pub audiolevel_event: bool,
    /// The number of audio packets over which talking is detected.
    pub audio_active_packets: Option<u32>,
    /// The average audio level that counts as talking, 127 (silence) to 0 (loudest).
    pub audio_level_average: Option<u32>,
    /// Whether the RTP extension for video orientation is negotiated.
    pub videoorient_ext: bool,
    /// Whether the RTP extension for playout delay is negotiated.
    pub playoutdelay_ext: bool,
    /// Whether the RTP extension for transport-wide congestion control is negotiated.
    pub transport_wide_cc_ext: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Allow`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Allowed {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The tokens that may join; missing if tokens are not checked. Janus's name: `allowed`.
    #[serde(rename = "allowed")]
    pub list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
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

/// The response to `ListParticipants`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participants {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participants of the room.
    pub participants: Vec<Participant>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant of a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participant {
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The display name of the participant.
    pub display: Option<String>,
    /// The metadata object that the participant set (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Whether the participant publishes.
    pub publisher: bool,
    /// Whether the participant is talking (rooms with `talking_events`, Janus: `audiolevel_event`).
    pub talking: Option<bool>,
    /// Whether this is the room's dummy publisher, which sends no media; missing for all others.
    pub dummy: Option<bool>,
    /// Whether the participant's media come from another Janus server; missing if not.
    pub remote: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `StartForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarding {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The RTP forwarders, one for each stream.
    pub forwarders: Option<Vec<Forwarder>>,
    /// The forwarders in the deprecated form: one object for all media; only if the request did not use `streams`.
    pub rtp_stream: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An RTP forwarder of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarder {
    /// The id of the forwarder.
    pub stream_id: u32,
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The host that receives the media.
    pub host: HostName,
    /// The port that receives the media.
    pub port: u32,
    /// The RTCP port of Janus.
    pub local_rtcp_port: Option<u32>,
    /// The RTCP port of the receiving host.
    pub remote_rtcp_port: Option<u32>,
    /// The RTP payload type.
    pub pt: Option<u8>,
    /// The SSRC of the forwarded stream.
    pub ssrc: Option<u32>,
    /// The simulcast substream that is forwarded.
    pub substream: Option<u8>,
    /// Whether the forwarded media are encrypted with SRTP; missing if not.
    pub srtp: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `StopForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ForwardStopped {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The id of the stopped forwarder. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub stream: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `ListForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarders {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The publishers of the room that are forwarded, each with its forwarders. Janus's name: `publishers`.
    #[serde(rename = "publishers")]
    pub forwarders: Vec<FeedForwarders>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A publisher and its RTP forwarders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FeedForwarders {
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The display name of the publisher.
    pub display: Option<String>,
    /// The RTP forwarders, one for each stream.
    pub forwarders: Vec<Forwarder>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `PublishRemotely`, `UnpublishRemotely` and `AddRemotePublisher`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Remote {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The id of the remotization, as in `remote_id` of `PublishRemotely`.
    pub remote_id: Option<String>,
    /// The address of this server that receives the media; only for `AddRemotePublisher`.
    pub ip: Option<HostName>,
    /// The port of this server that receives RTP; only for `AddRemotePublisher`.
    pub port: Option<u32>,
    /// The port of this server that receives RTCP; only for `AddRemotePublisher`.
    pub rtcp_port: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `ListRemotes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Remotes {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The Janus servers that the publisher is sent to.
    pub list: Vec<Destination>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A Janus server that a publisher is sent to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Destination {
    /// The id of the remotization, as in `remote_id` of `PublishRemotely`.
    pub remote_id: String,
    /// The host of the other server.
    pub host: HostName,
    /// The port of the other server that receives RTP.
    pub port: u32,
    /// The port of the other server that receives RTCP.
    pub rtcp_port: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
