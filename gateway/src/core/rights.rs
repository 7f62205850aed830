//! Who may do what: the right that each request needs. A request that is not here is granted to no one.

use bifrons::Id;

use super::definitions::{Plugin, Request};
use super::grants::{Grants, Pattern, RoomGrant, StreamGrant, TextGrant, covers};

/// A right to something in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// One of `room`'s.
    Room(RoomRight),
    /// `room.join` or `room.subscribe`: a publisher and a subscriber have some requests in common.
    RoomEntered,
    /// One of `text`'s.
    Text(TextRight),
    /// One of `stream`'s.
    Stream(StreamRight),
    /// `call` is there; the names are checked where they stand.
    Call,
    /// `call.list`
    CallList,
    /// `sip` is there; the addresses are checked where they stand.
    Sip,
    /// The plugin's name stands in `plugins`.
    Plugin,
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident of $grant:ident as $member:literal { $($right:ident = $word:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the grant's members have the documentation")]
        pub enum $name { $($right,)* }

        impl $name {
            /// Its name in a token, such as `room.join`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$right => concat!($member, ".", stringify!($word)),)* }
            }

            const fn is_in(self, grant: &$grant) -> bool {
                match self { $(Self::$right => grant.$word,)* }
            }
        }
    )*};
}

rights! {
    /// The rights to rooms of VideoRoom and AudioBridge that are yes or no.
    RoomRight of RoomGrant as "room" {
        Create = create,
        Permanent = permanent,
        Destroy = destroy,
        Join = join,
        Subscribe = subscribe,
        List = list,
        Record = record,
        Moderate = moderate,
    }
    /// The rights to rooms of TextRoom.
    TextRight of TextGrant as "text" {
        Create = create,
        Permanent = permanent,
        Destroy = destroy,
        Join = join,
        List = list,
        Moderate = moderate,
    }
    /// The rights to mountpoints.
    StreamRight of StreamGrant as "stream" {
        Watch = watch,
        Create = create,
        Permanent = permanent,
        Destroy = destroy,
        List = list,
        Record = record,
        Moderate = moderate,
    }
}

/// The plugins without a grant of their own: their names stand in `plugins`, which gives all of a plugin.
const GRANTED_BY_NAME: [&str; 6] = ["echotest", "recordplay", "nosip", "voicemail", "lua", "duktape"];

/// Whether the plugin is granted by its name as a whole.
#[must_use]
pub fn is_granted_by_name(plugin: &Plugin) -> bool {
    GRANTED_BY_NAME.contains(&plugin.name)
}

/// The right to see the plugin's rooms or mountpoints in a list; `None` if it has none.
#[must_use]
pub fn needed_to_see(plugin: &Plugin) -> Option<Right> {
    Some(match plugin.name {
        "audiobridge" | "videoroom" => Right::Room(RoomRight::List),
        "textroom" => Right::Text(TextRight::List),
        "streaming" => Right::Stream(StreamRight::List),
        _ => return None,
    })
}

/// The right that a request needs; `None` is granted to no one.
#[must_use]
pub fn needed(plugin: &Plugin, request: &Request) -> Option<Right> {
    use {RoomRight as Room, StreamRight as Stream, TextRight as Text};
    Some(match (plugin.name, request.name) {
        ("audiobridge" | "videoroom", "Create") => Right::Room(Room::Create),
        ("audiobridge" | "videoroom", "Destroy") => Right::Room(Room::Destroy),
        ("audiobridge" | "videoroom", "Exists" | "List" | "ListParticipants") => Right::Room(Room::List),
        ("audiobridge" | "videoroom", "EnableRecording") | ("audiobridge", "EnableMjrs") => {
            Right::Room(Room::Record)
        }
        (
            "audiobridge" | "videoroom",
            "Edit" | "Allow" | "Kick" | "StartForward" | "StopForward" | "ListForward",
        )
        | ("videoroom", "Moderate")
        | (
            "audiobridge",
            "KickAll" | "Mute" | "Unmute" | "MuteRoom" | "UnmuteRoom" | "Suspend" | "Resume"
            | "DenoiseEnable" | "DenoiseDisable" | "PlayFile" | "IsPlaying" | "StopFile" | "StopAllFiles"
            | "ListAnnouncements",
        ) => Right::Room(Room::Moderate),
        ("audiobridge", "Join" | "ChangeRoom" | "Configure" | "Leave" | "AudioHangup" | "ResetDecoder")
        | ("videoroom", "JoinPublisher" | "JoinConfigurePublisher" | "Publish" | "Unpublish") => {
            Right::Room(Room::Join)
        }
        ("videoroom", "Configure" | "Leave") => Right::RoomEntered,
        (
            "videoroom",
            "JoinSubscriber" | "Subscribe" | "Unsubscribe" | "Update" | "Start" | "Pause" | "Switch",
        ) => Right::Room(Room::Subscribe),

        ("textroom", "Create") => Right::Text(Text::Create),
        ("textroom", "Destroy") => Right::Text(Text::Destroy),
        ("textroom", "Exists" | "List" | "ListParticipants") => Right::Text(Text::List),
        ("textroom", "Edit" | "Allow" | "Kick" | "Announcement") => Right::Text(Text::Moderate),
        ("textroom", "Setup" | "Ack" | "Restart") => Right::Text(Text::Join),

        ("streaming", "Watch" | "Start" | "Pause" | "Stop" | "Configure" | "Switch") => {
            Right::Stream(Stream::Watch)
        }
        (
            "streaming",
            "CreateRtpMountpoint"
            | "CreateLiveMountpoint"
            | "CreateOndemandMountpoint"
            | "CreateRtspMountpoint",
        ) => Right::Stream(Stream::Create),
        ("streaming", "DestroyMountpoint") => Right::Stream(Stream::Destroy),
        ("streaming", "List" | "Info") => Right::Stream(Stream::List),
        ("streaming", "StartRecording" | "StopRecording") => Right::Stream(Stream::Record),
        ("streaming", "Edit" | "Enable" | "Disable" | "KickAll") => Right::Stream(Stream::Moderate),

        ("videocall", "List") => Right::CallList,
        ("videocall", "Register" | "Call" | "Accept" | "Set" | "HangupCall") => Right::Call,

        ("sip", _) => Right::Sip,

        (name, _) if GRANTED_BY_NAME.contains(&name) => Right::Plugin,

        // Between servers: `publish_remotely` and its kind.
        _ => return None,
    })
}

/// The right that a field needs besides, if it is true.
#[must_use]
pub fn needed_by_field(plugin: &Plugin, field: &str) -> Option<Right> {
    Some(match (plugin.name, field) {
        ("audiobridge" | "videoroom", "permanent") => Right::Room(RoomRight::Permanent),
        ("audiobridge" | "videoroom", "record" | "mjrs") => Right::Room(RoomRight::Record),
        ("textroom", "permanent") => Right::Text(TextRight::Permanent),
        ("streaming", "permanent") => Right::Stream(StreamRight::Permanent),
        _ => return None,
    })
}

/// Whether the grants give anything of this plugin: it may be attached.
#[must_use]
pub fn may_attach(grants: &Grants, plugin: &Plugin) -> bool {
    match plugin.name {
        "audiobridge" | "videoroom" => !grants.room.is_empty(),
        "textroom" => !grants.text.is_empty(),
        "streaming" => !grants.stream.is_empty(),
        "videocall" => grants.call.is_some(),
        "sip" => grants.sip.is_some(),
        name => grants.plugins.iter().any(|granted| granted == name),
    }
}

/// Whether the handle is in a room, or watches a mountpoint, once this request is carried out: later requests are about
/// that one.
#[must_use]
pub fn enters(plugin: &Plugin, request: &Request) -> bool {
    matches!(
        (plugin.name, request.name),
        ("videoroom", "JoinPublisher" | "JoinConfigurePublisher" | "JoinSubscriber")
            | ("audiobridge", "Join" | "ChangeRoom")
            | ("streaming", "Watch" | "Switch")
    )
}

/// Whether the m-lines of an offer say what is published in a room.
#[must_use]
pub fn reads_offers(plugin: &Plugin) -> bool {
    matches!(plugin.name, "audiobridge" | "videoroom")
}

/// The right to stay in a room that was entered, or to go on watching a mountpoint; `None` if the plugin has none.
#[must_use]
pub fn needed_to_stay(plugin: &Plugin) -> Option<Right> {
    Some(match plugin.name {
        "audiobridge" => Right::Room(RoomRight::Join),
        "videoroom" => Right::RoomEntered,
        "streaming" => Right::Stream(StreamRight::Watch),
        _ => return None,
    })
}

impl Right {
    /// Its name in a token, such as `room.join`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Room(right) => right.name(),
            Self::RoomEntered => "room.join or room.subscribe",
            Self::Text(right) => right.name(),
            Self::Stream(right) => right.name(),
            Self::Call => "call",
            Self::CallList => "call.list",
            Self::Sip => "sip",
            Self::Plugin => "plugins",
        }
    }

    /// Whether the grants give this right to the room or mountpoint `id`; `None` is one whose id Janus is to choose.
    #[must_use]
    pub fn is_granted(self, grants: &Grants, plugin: &Plugin, id: Option<&Id>) -> bool {
        let fits = |pattern: &Pattern| covers(pattern, id);
        match self {
            Self::Room(right) => grants.room.iter().any(|grant| right.is_in(grant) && fits(&grant.id)),
            Self::RoomEntered => {
                grants.room.iter().any(|grant| (grant.join || grant.subscribe) && fits(&grant.id))
            }
            Self::Text(right) => grants.text.iter().any(|grant| right.is_in(grant) && fits(&grant.id)),
            Self::Stream(right) => grants.stream.iter().any(|grant| right.is_in(grant) && fits(&grant.id)),
            Self::Call => grants.call.is_some(),
            Self::CallList => grants.call.as_ref().is_some_and(|call| call.list),
            Self::Sip => grants.sip.is_some(),
            Self::Plugin => grants.plugins.iter().any(|name| name == plugin.name),
        }
    }

    /// Whether the grants give this right to any room or mountpoint: a list is cut to those.
    #[must_use]
    pub fn is_granted_somewhere(self, grants: &Grants, plugin: &Plugin) -> bool {
        match self {
            Self::Room(right) => grants.room.iter().any(|grant| right.is_in(grant)),
            Self::Text(right) => grants.text.iter().any(|grant| right.is_in(grant)),
            Self::Stream(right) => grants.stream.iter().any(|grant| right.is_in(grant)),
            _ => self.is_granted(grants, plugin, None),
        }
    }
}
