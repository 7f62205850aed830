//! Forwarding media to other hosts, and to other servers' rooms.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, replies::*, expect, types::*};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// Forwards a publisher's media to a host.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StartForward {
    /// The room.
    pub room: Id,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// Where to.
    pub host: String,
    /// `ipv4` or `ipv6`, for a host by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<String>,
    /// Which streams, to which ports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<ForwardStream>>,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// The audio's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_port: Option<u32>,
    /// Its RTCP port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_rtcp_port: Option<u32>,
    /// Its SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_ssrc: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_pt: Option<u8>,
    /// The video's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_port: Option<u32>,
    /// Its RTCP port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_rtcp_port: Option<u32>,
    /// Its SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_ssrc: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_pt: Option<u8>,
    /// The port of the second substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_port_2: Option<u32>,
    /// Its SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_ssrc_2: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_pt_2: Option<u8>,
    /// The port of the third substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_port_3: Option<u32>,
    /// Its SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_ssrc_3: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_pt_3: Option<u8>,
    /// The data's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_port: Option<u32>,
    /// Forward the best substream only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// Encrypt with this SRTP suite, 32 or 80.
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

    fn reply(message: &impl Payload) -> Result<Forwarding> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends a forwarder.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopForward {
    /// The room.
    pub room: Id,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// Which.
    #[serde(rename = "stream_id")]
    pub stream: u32,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = VideoRoom;
    type Reply = ForwardStopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd_stopped"];

    fn reply(message: &impl Payload) -> Result<ForwardStopped> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists the forwarders of a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListForward {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
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

    fn reply(message: &impl Payload) -> Result<Forwarders> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Sends a publisher to another server's room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PublishRemotely {
    /// The room.
    pub room: Id,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// A name for this connection.
    pub remote_id: String,
    /// Where to.
    pub host: String,
    /// `ipv4` or `ipv6`, for a host by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<String>,
    /// The port there.
    pub port: u32,
    /// The RTCP port there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcp_port: Option<u32>,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Encrypt with this SRTP suite, 32 or 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
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
    const ECHO: &'static [&'static str] = &["remote_id"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Remote> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends what `PublishRemotely` began.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnpublishRemotely {
    /// The room.
    pub room: Id,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// Its name.
    pub remote_id: String,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for UnpublishRemotely {
    type Plugin = VideoRoom;
    type Reply = Remote;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unpublish_remotely")];
    const ECHO: &'static [&'static str] = &["remote_id"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Remote> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists where a publisher is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListRemotes {
    /// The room.
    pub room: Id,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
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

    fn reply(message: &impl Payload) -> Result<Remotes> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Takes in a publisher of another server's room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AddRemotePublisher {
    /// The room.
    pub room: Id,
    /// The id to have; a random one without it.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// An object for the others to see (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// A multicast group to receive on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mcast: Option<String>,
    /// The interface to receive on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iface: Option<String>,
    /// The port to receive on; a free one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u32>,
    /// The RTCP port; a free one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcp_port: Option<u32>,
    /// Its streams.
    pub streams: Vec<RemoteStream>,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Encrypt with this SRTP suite, 32 or 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
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

    fn reply(message: &impl Payload) -> Result<Remote> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Changes a publisher that was taken in.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UpdateRemotePublisher {
    /// The room.
    pub room: Id,
    /// Which.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// An object for the others to see (Janus 1.3.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Its streams, those that change.
    pub streams: Vec<RemoteStream>,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Encrypt what comes for streams that are added with this SRTP suite, 32 or 80 (Janus 1.3.0 and newer).
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
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lets a publisher that was taken in go.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RemoveRemotePublisher {
    /// The room.
    pub room: Id,
    /// Which.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for RemoveRemotePublisher {
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "remove_remote_publisher")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}
