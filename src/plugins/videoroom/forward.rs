//! Requests that forward media to other hosts over RTP, and to rooms of other Janus servers.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, replies::*, types::*};
use crate::engine::Idempotency;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, FeedId, HostName, NetworkInterface, RoomId};
use crate::plugins::words::HostFamily;
use crate::secret::Secret;

/// Forwards the media of a publisher to another host over RTP (`"request": "rtp_forward"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartForward {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The host that receives the media: a name or an address. Janus requires it even if each stream names its own.
    pub host: HostName,
    /// The address family for a host name: `ipv4` or `ipv6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<HostFamily>,
    /// The streams to forward, with their ports. Streams with an unknown mid are skipped without an error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<ForwardStream>>,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The port that receives audio (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_port: Option<u32>,
    /// The port for RTCP of audio (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_rtcp_port: Option<u32>,
    /// The SSRC of the forwarded audio (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_ssrc: Option<u32>,
    /// The RTP payload type of the forwarded audio (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_pt: Option<u8>,
    /// The port that receives video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_port: Option<u32>,
    /// The port for RTCP of video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_rtcp_port: Option<u32>,
    /// The SSRC of the forwarded video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_ssrc: Option<u32>,
    /// The RTP payload type of the forwarded video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_pt: Option<u8>,
    /// The port that receives the second simulcast substream (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_port_2: Option<u32>,
    /// The SSRC of the second simulcast substream (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_ssrc_2: Option<u32>,
    /// The RTP payload type of the second simulcast substream (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_pt_2: Option<u8>,
    /// The port that receives the third simulcast substream (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_port_3: Option<u32>,
    /// The SSRC of the third simulcast substream (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_ssrc_3: Option<u32>,
    /// The RTP payload type of the third simulcast substream (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_pt_3: Option<u8>,
    /// The port that receives data-channel messages (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_port: Option<u32>,
    /// Whether to forward only the best substream of simulcast video (deprecated by `streams`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// The SRTP suite that encrypts the forwarded media: 32 or 80. Without it the media are not encrypted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = VideoRoom;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd_started"];
}

/// Stops an RTP forwarder (`"request": "stop_rtp_forward"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopForward {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The id of the forwarder, as in `stream_id` of `Forwarder`. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub stream: u32,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = VideoRoom;
    type Reply = ForwardStopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd_stopped"];
}

/// Lists the RTP forwarders of a room (`"request": "listforwarders"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListForward {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListForward {
    type Plugin = VideoRoom;
    type Reply = Forwarders;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listforwarders")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd_list"];
}

/// Sends the media of a publisher to a room of another Janus server (`"request": "publish_remotely"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PublishRemotely {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The unique id of this remotization: a text that the application chooses.
    pub remote_id: String,
    /// The host that receives the media: a name or an address.
    pub host: HostName,
    /// The address family for a host name: `ipv4` or `ipv6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<HostFamily>,
    /// The port of the other server that receives RTP; not zero.
    pub port: u32,
    /// The port of the other server that receives RTCP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcp_port: Option<u32>,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The SRTP suite that encrypts the forwarded media: 32 or 80 (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64 (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for PublishRemotely {
    type Plugin = VideoRoom;
    type Reply = Remote;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "publish_remotely")];
    const ECHOED_FIELDS: &'static [&'static str] = &["remote_id"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Stops sending a publisher to another Janus server (`"request": "unpublish_remotely"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UnpublishRemotely {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The id of the remotization, as in `remote_id` of `PublishRemotely`.
    pub remote_id: String,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for UnpublishRemotely {
    type Plugin = VideoRoom;
    type Reply = Remote;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unpublish_remotely")];
    const ECHOED_FIELDS: &'static [&'static str] = &["remote_id"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Lists the Janus servers that a publisher is sent to (`"request": "listremotes"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListRemotes {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `publisher_id`.
    #[serde(rename = "publisher_id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListRemotes {
    type Plugin = VideoRoom;
    type Reply = Remotes;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listremotes")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];
}

/// Adds a publisher whose media come from another Janus server (`"request": "add_remote_publisher"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AddRemotePublisher {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The publisher id to use; Janus chooses a random one by default. Janus's name: `id`.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The display name of the remote publisher in this room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// A metadata object for the other participants (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// The multicast group that the media are received on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mcast: Option<HostName>,
    /// The network interface that the media are received on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iface: Option<NetworkInterface>,
    /// The port that receives RTP; Janus chooses a free one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u32>,
    /// The port that receives RTCP; Janus chooses a free one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcp_port: Option<u32>,
    /// The streams of the publisher; at least one.
    pub streams: Vec<RemoteStream>,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The SRTP suite of the received media: 32 or 80 (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64 (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for AddRemotePublisher {
    type Plugin = VideoRoom;
    type Reply = Remote;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "add_remote_publisher")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Changes a publisher that was added with `AddRemotePublisher` (`"request": "update_remote_publisher"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UpdateRemotePublisher {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the remote publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's
    /// name: `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The new display name of the remote publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// A metadata object for the other participants (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// The streams to add or to change.
    pub streams: Vec<RemoteStream>,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The SRTP suite of the media received for added streams: 32 or 80 (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64 (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for UpdateRemotePublisher {
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "update_remote_publisher")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Removes a publisher that was added with `AddRemotePublisher` (`"request": "remove_remote_publisher"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoveRemotePublisher {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the remote publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's
    /// name: `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for RemoveRemotePublisher {
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "remove_remote_publisher")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}
