//! Making mountpoints of each kind.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::replies::Created;
use super::media::Media;
use super::{Streaming, expect, flattened};
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// Janus plays files as audio alone, and wants to be told so. (The code generator knows the name.)
fn always<S: Serializer>(_: &Option<bool>, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_bool(true)
}

/// Makes a mountpoint that gets RTP.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreateRtpMountpoint {
    /// The id to have; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// A short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// More about it, for those who ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What watching needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Keep it in Janus's configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Its streams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<Media>>,
    /// Milliseconds in which packets of another SSRC are ignored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collision: Option<u64>,
    /// Helper threads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<u32>,
    /// The SRTP suite that comes, 32 or 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtpsuite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtpcrypto: Option<Secret>,
    /// Whether the media are encrypted end to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e2ee: Option<bool>,
    /// The playout-delay extension (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playoutdelay_ext: Option<bool>,
    /// The id of the source's capture-time extension (Janus 1.2.2 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abscapturetime_src_ext_id: Option<u8>,
    /// Milliseconds to keep a key frame for (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_ms: Option<u32>,
    /// Bytes to keep of key frames (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_bytes: Option<u64>,
    /// H.264's parameter sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264sps: Option<String>,
    /// Whether there is audio (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// The audio's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audioport: Option<u32>,
    /// Its RTCP port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiortcpport: Option<u32>,
    /// Its multicast group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiomcast: Option<String>,
    /// The interface to receive it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audioiface: Option<String>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// Its `rtpmap`, for older servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiortpmap: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// Compensate its clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audioskew: Option<bool>,
    /// Whether there is video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The video's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoport: Option<u32>,
    /// Its RTCP port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videortcpport: Option<u32>,
    /// Its multicast group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videomcast: Option<String>,
    /// The interface to receive it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoiface: Option<String>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videopt: Option<u8>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// Its `rtpmap`, for older servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videortpmap: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videofmtp: Option<String>,
    /// Keep the last key frame for those who come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videobufferkf: Option<bool>,
    /// Compensate its clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoskew: Option<bool>,
    /// Whether it is simulcast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videosimulcast: Option<bool>,
    /// The second substream's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoport2: Option<u32>,
    /// The third substream's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoport3: Option<u32>,
    /// Whether it is SVC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videosvc: Option<bool>,
    /// Whether there is data (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The data's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataport: Option<u32>,
    /// Their multicast group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datamcast: Option<String>,
    /// The interface to receive them on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataiface: Option<String>,
    /// Keep the last message for those who come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub databuffermsg: Option<bool>,
    /// `text` or `binary`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datatype: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateRtpMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "rtp")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Makes a mountpoint that plays an audio file to all together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreateLiveMountpoint {
    /// The id to have; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// A short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// More about it, for those who ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What watching needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Keep it in Janus's configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// The file's path on the server.
    pub filename: String,
    /// Need not be given: Janus plays files as audio alone, and wants to be told so.
    #[serde(serialize_with = "always")]
    pub audio: Option<bool>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateLiveMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "live")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Makes a mountpoint that plays an audio file to each from its beginning.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreateOndemandMountpoint {
    /// The id to have; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// A short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// More about it, for those who ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What watching needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Keep it in Janus's configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// The file's path on the server.
    pub filename: String,
    /// Need not be given: Janus plays files as audio alone, and wants to be told so.
    #[serde(serialize_with = "always")]
    pub audio: Option<bool>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateOndemandMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "ondemand")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Makes a mountpoint that gets its media from an RTSP server.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreateRtspMountpoint {
    /// The id to have; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// A short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// More about it, for those who ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What watching needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Keep it in Janus's configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// The stream's `rtsp://` address.
    pub url: String,
    /// The user there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_user: Option<String>,
    /// The password there.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub rtsp_pwd: Option<Secret>,
    /// For servers that need a quirk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_quirk: Option<bool>,
    /// Fail when it can't be reached (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_failcheck: Option<bool>,
    /// The interface to receive on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtspiface: Option<String>,
    /// Seconds until another try (Janus's default: 5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_reconnect_delay: Option<u32>,
    /// Seconds of a session there, 0 for what is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_session_timeout: Option<u32>,
    /// Seconds to wait for an answer (Janus's default: 10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_timeout: Option<u32>,
    /// Seconds to wait for a connection (Janus's default: 5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_conn_timeout: Option<u32>,
    /// Tell viewers of losses (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_notify_changes: Option<bool>,
    /// Take audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// Take video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videopt: Option<u8>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videofmtp: Option<String>,
    /// Keep the last key frame for those who come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videobufferkf: Option<bool>,
    /// Milliseconds to keep a key frame for (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_ms: Option<u32>,
    /// Bytes to keep of key frames (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_bytes: Option<u64>,
    /// Helper threads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateRtspMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "rtsp")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        flattened(message)
    }
}
