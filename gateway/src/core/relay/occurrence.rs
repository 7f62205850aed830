//! What happens to users and rooms, for the host application's webhooks.

use std::sync::Arc;

use bifrons::Id;
use serde::{Deserialize, Serialize};

/// Something that has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What it is.
    pub kind: OccurrenceKind,
    /// The tenant; `None` for a refused token, whose issuer is not known for sure.
    pub tenant: Option<Arc<str>>,
    /// The user (`sub`); `None` where it is about a room alone, or about a refused token.
    pub subject: Option<Arc<str>>,
    /// The session, by the id that its page has for it.
    pub session: Option<u64>,
    /// The room.
    pub room: Option<OfRoom>,
    /// Why the token was refused.
    pub reason: Option<&'static str>,
}

/// The room that something has happened in, and the place among all that happens there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfRoom {
    /// The short name of the plugin: `videoroom` or `audiobridge`.
    pub plugin: &'static str,
    /// The room.
    pub id: Id,
    /// The sequence number. It rises by 1 while there are users in the room, and goes on higher after it was empty.
    pub sequence: u64,
}

/// The kinds of occurrences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OccurrenceKind {
    /// A user is in a room.
    Joined,
    /// A user is in a room no longer.
    Left,
    /// The media of a user in a room flow.
    Published,
    /// The media of a user in a room flow no longer.
    Unpublished,
    /// A user has created a room.
    RoomCreated,
    /// The last user of this gateway has left a room.
    RoomEmpty,
    /// A token was refused.
    TokenRefused,
    /// A session has ended.
    SessionEnded,
}

impl OccurrenceKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Joined,
        Self::Left,
        Self::Published,
        Self::Unpublished,
        Self::RoomCreated,
        Self::RoomEmpty,
        Self::TokenRefused,
        Self::SessionEnded,
    ];

    /// The name in reports and in the configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Left => "left",
            Self::Published => "published",
            Self::Unpublished => "unpublished",
            Self::RoomCreated => "room_created",
            Self::RoomEmpty => "room_empty",
            Self::TokenRefused => "token_refused",
            Self::SessionEnded => "session_ended",
        }
    }
}
