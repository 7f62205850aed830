//! What the fields of requests, responses and events hold.
//!
//! These are aliases, not types of their own: a value is written as any text or number (`room: 1234.into()`), and
//! yet a definition says where a room, a path or a host stands. `codegen` reads these names, so that a program
//! between Janus and its users can ask the definitions what to check and what to replace.

use crate::id::Id;
use crate::secret::Secret;

/// What Janus demands of who enters or changes something: the secret or the PIN of a room or a mountpoint, the admin key
/// of a plugin, a token.
pub type AccessKey = Secret;

/// The id of a room of VideoRoom, AudioBridge or TextRoom.
pub type RoomId = Id;

/// The id of a publisher of VideoRoom or a participant of AudioBridge. Janus's name: `id` or `feed`.
pub type FeedId = Id;

/// The id of a mountpoint of Streaming.
pub type MountpointId = Id;

/// The name of a user of VideoCall or TextRoom.
pub type UserId = String;

/// A SIP URI, such as `sip:alice@example.org`.
pub type SipUri = String;

/// The path of a file or a folder on Janus's host.
pub type FilePath = String;

/// A host name, an IP address or a multicast group, to which Janus sends media or from which it receives them.
pub type HostName = String;

/// A network interface of Janus's host, by its name or its IP address.
pub type NetworkInterface = String;

/// A URL from which Janus fetches media.
pub type MediaUrl = String;

/// A bitrate, in bit/s.
pub type Bitrate = u64;
