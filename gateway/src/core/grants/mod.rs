//! What a token grants: the member `janus` of its claims. What is absent is not granted.

mod members;
mod pattern;

use bifrons::Id;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

pub use pattern::{Pattern, sip_address};

use super::offer::Kinds;

/// The kinds of media that may be published.
pub(crate) const KINDS: [&str; 4] = ["audio", "video", "screen", "data"];

/// What a token grants.
///
/// ```
/// use bifrons_gateway::core::grants::Grants;
///
/// let grants: Grants = serde_json::from_str(
///     r#"{ "room": { "id": "team-*", "join": true, "publish": ["audio", "video"], "subscribe": true } }"#,
/// )?;
/// assert!(grants.room[0].join);
/// assert!(!grants.room[0].create);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Grants {
    /// Rooms of VideoRoom and AudioBridge: one grant, or a list of them.
    #[serde(deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub room: Vec<RoomGrant>,
    /// Rooms of TextRoom: one grant, or a list of them.
    #[serde(deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<TextGrant>,
    /// Mountpoints of Streaming: one grant, or a list of them.
    #[serde(deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub stream: Vec<StreamGrant>,
    /// Calls between users of VideoCall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<CallGrant>,
    /// Calls by SIP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sip: Option<SipGrant>,
    /// The other plugins that may be used, by their short names, such as `echotest`. For a plugin with grants of its
    /// own this has no effect.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plugins: Vec<String>,
    /// The files and folders on Janus's host that a request may name, such as `recordings/*`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Pattern>,
    /// The hosts, addresses and network interfaces that a request may name, such as `10.0.0.*`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<Pattern>,
    /// The URLs that a request may name, such as `rtsp://cameras.example.org/*`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<Pattern>,
    /// Use the gateway's admin endpoint, for this tenant alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub admin: bool,
    /// The limits of the user, where they are lower than those of the gateway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<LimitsGrant>,
}

/// What may be done with the rooms of a pattern.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoomGrant {
    /// The rooms.
    pub id: Pattern,
    /// Create them.
    #[serde(default)]
    pub create: bool,
    /// Create or change them in Janus's configuration, too, so that they outlive a restart of Janus.
    #[serde(default)]
    pub permanent: bool,
    /// Destroy them.
    #[serde(default)]
    pub destroy: bool,
    /// Join them.
    #[serde(default)]
    pub join: bool,
    /// Publish media in them.
    #[serde(default)]
    pub publish: Publish,
    /// Subscribe to their publishers.
    #[serde(default)]
    pub subscribe: bool,
    /// See that they exist, and who is there.
    #[serde(default)]
    pub list: bool,
    /// Record.
    #[serde(default)]
    pub record: bool,
    /// Change them; mute and remove participants; forward media.
    #[serde(default)]
    pub moderate: bool,
    /// The highest bitrate of a publisher, in bit/s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bitrate: Option<u64>,
    /// The name of the gateway's preset by which a room is made that is absent, when the page enters it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// Fields that are added to requests which do not have them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub defaults: Map<String, Value>,
}

/// The kinds of media that may be published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Publish(pub Kinds);

/// What may be done with the rooms of TextRoom of a pattern.
///
/// Messages go over a data channel, which the gateway does not see: who may set up TextRoom may join each room whose
/// PIN it knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextGrant {
    /// The rooms.
    pub id: Pattern,
    /// Create them.
    #[serde(default)]
    pub create: bool,
    /// Create or change them in Janus's configuration, too.
    #[serde(default)]
    pub permanent: bool,
    /// Destroy them.
    #[serde(default)]
    pub destroy: bool,
    /// Open a data channel for messages.
    #[serde(default)]
    pub join: bool,
    /// See that they exist, and who is there.
    #[serde(default)]
    pub list: bool,
    /// Change them, remove users, send announcements.
    #[serde(default)]
    pub moderate: bool,
}

/// What may be done with the mountpoints of a pattern.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreamGrant {
    /// The mountpoints.
    pub id: Pattern,
    /// Watch them.
    #[serde(default)]
    pub watch: bool,
    /// Create them. Files, hosts and URLs need rights of their own.
    #[serde(default)]
    pub create: bool,
    /// Create or change them in Janus's configuration, too.
    #[serde(default)]
    pub permanent: bool,
    /// Destroy them.
    #[serde(default)]
    pub destroy: bool,
    /// See that they exist.
    #[serde(default)]
    pub list: bool,
    /// Record them.
    #[serde(default)]
    pub record: bool,
    /// Change, enable and disable them; remove viewers.
    #[serde(default)]
    pub moderate: bool,
}

/// Calls between users of VideoCall.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallGrant {
    /// The names as which the page may register.
    pub register_as: Vec<Pattern>,
    /// The names that it may call.
    pub call: Vec<Pattern>,
    /// See who is registered.
    pub list: bool,
    /// Record calls.
    pub record: bool,
}

/// Calls by SIP. Patterns are of addresses without parameters, such as `sip:*@example.org`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SipGrant {
    /// The addresses as which the page may register.
    pub register_as: Vec<Pattern>,
    /// The addresses that it may call, transfer to, subscribe to, and send messages to.
    pub call: Vec<Pattern>,
    /// The proxies that it may name.
    pub proxies: Vec<Pattern>,
    /// Add SIP headers of its own.
    pub headers: bool,
    /// Record calls.
    pub record: bool,
}

/// How much a user may have at one time. The lowest limit holds: of tokens, roles and the gateway.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LimitsGrant {
    /// The sessions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions: Option<u64>,
    /// The handles of all its sessions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handles: Option<u64>,
    /// The rooms and mountpoints that it has created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rooms: Option<u64>,
}

impl Grants {
    /// The kinds of media that may be published in this room; `None` is one whose id Janus is to choose.
    #[must_use]
    pub fn publishes(&self, room: Option<&Id>) -> Kinds {
        let joined = self.room.iter().filter(|grant| grant.join && covers(&grant.id, room));
        joined.fold(Kinds::default(), |kinds, grant| kinds.with(grant.publish.0))
    }

    /// The preset by which this room is made.
    #[must_use]
    pub fn preset(&self, room: Option<&Id>) -> Option<&str> {
        let joined = self.room.iter().filter(|grant| grant.join && covers(&grant.id, room));
        joined.filter_map(|grant| grant.preset.as_deref()).next()
    }

    /// Whether this room may be made by this preset.
    pub(super) fn may_use_preset(&self, name: &str, room: Option<&Id>) -> bool {
        let mut covering = self.room.iter().filter(|grant| covers(&grant.id, room));
        covering.any(|grant| grant.create || grant.preset.as_deref() == Some(name))
    }

    /// Adds what these grant.
    pub fn add(&mut self, other: &Self) {
        self.room.extend_from_slice(&other.room);
        self.text.extend_from_slice(&other.text);
        self.stream.extend_from_slice(&other.stream);
        self.plugins.extend_from_slice(&other.plugins);
        self.files.extend_from_slice(&other.files);
        self.hosts.extend_from_slice(&other.hosts);
        self.urls.extend_from_slice(&other.urls);
        self.admin |= other.admin;
        if let Some(other) = &other.limits {
            let lowest = |one: Option<u64>, other: Option<u64>| one.into_iter().chain(other).min();
            let limits = self.limits.get_or_insert_default();
            limits.sessions = lowest(limits.sessions, other.sessions);
            limits.handles = lowest(limits.handles, other.handles);
            limits.rooms = lowest(limits.rooms, other.rooms);
        }
        if let Some(other) = &other.call {
            let call = self.call.get_or_insert_default();
            call.register_as.extend_from_slice(&other.register_as);
            call.call.extend_from_slice(&other.call);
            call.list |= other.list;
            call.record |= other.record;
        }
        if let Some(other) = &other.sip {
            let sip = self.sip.get_or_insert_default();
            sip.register_as.extend_from_slice(&other.register_as);
            sip.call.extend_from_slice(&other.call);
            sip.proxies.extend_from_slice(&other.proxies);
            sip.headers |= other.headers;
            sip.record |= other.record;
        }
    }
}

impl RoomGrant {
    /// A grant of nothing in the rooms of this pattern.
    pub fn new(id: impl Into<Pattern>) -> Self {
        Self {
            id: id.into(),
            create: false,
            permanent: false,
            destroy: false,
            join: false,
            publish: Publish::default(),
            subscribe: false,
            list: false,
            record: false,
            moderate: false,
            max_bitrate: None,
            preset: None,
            defaults: Map::new(),
        }
    }
}

/// Whether both are the same room or mountpoint. The text `1234` and the number are alike, as in patterns.
pub(super) fn is_same_id(one: &Id, other: &Id) -> bool {
    match (one, other) {
        (Id::Number(number), Id::Text(text)) | (Id::Text(text), Id::Number(number)) => {
            *text == number.to_string()
        }
        (one, other) => one == other,
    }
}

/// Whether the pattern fits the room, or everything where Janus is to choose the id.
pub(super) fn covers(pattern: &Pattern, id: Option<&Id>) -> bool {
    id.map_or_else(|| pattern.is_everything(), |id| pattern.fits_id(id))
}

impl Publish {
    /// The kinds with these names. `screen` is `video`: in an offer the two are alike, and which it is only the page knows.
    pub(crate) fn of(names: &[String]) -> Self {
        let has = |kind: &str| names.iter().any(|name| name == kind);
        Self(Kinds { audio: has("audio"), video: has("video") || has("screen"), data: has("data") })
    }
}

impl<'de> Deserialize<'de> for Publish {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(|names| Self::of(&names))
    }
}

impl Serialize for Publish {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.names())
    }
}

fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany<T> {
        Many(Vec<T>),
        One(T),
    }
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::Many(many) => many,
        OneOrMany::One(one) => vec![one],
    })
}
