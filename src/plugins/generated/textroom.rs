// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::textroom::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

impl channel::Join {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, username: impl Into<UserId>) -> Self {
        Self {
            room: room.into(),
            username: username.into(),
            display: None,
            pin: None,
            token: None,
            history: None,
            extra: Map::new(),
        }
    }
}

setters! {
    channel::Join {
        into display: String,
        into pin: AccessKey,
        into token: AccessKey,
        set history: bool,
        insert extra: Value,
    }
}

impl channel::Leave {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), extra: Map::new() }
    }
}

setters! {
    channel::Leave {
        insert extra: Value,
    }
}

impl channel::Message {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, text: impl Into<String>) -> Self {
        Self { room: room.into(), text: text.into(), to: None, tos: None, ack: None, extra: Map::new() }
    }
}

setters! {
    channel::Message {
        into to: UserId,
        into tos: Vec<UserId>,
        set ack: bool,
        insert extra: Value,
    }
}

setters! {
    Create {
        into room: RoomId,
        into admin_key: AccessKey,
        into description: String,
        set is_private: bool,
        set history: u32,
        into secret: AccessKey,
        into pin: AccessKey,
        into post: String,
        into allowed: Vec<String>,
        set permanent: bool,
        insert extra: Value,
    }
}

impl Edit {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self {
            room: room.into(),
            secret: None,
            new_description: None,
            new_secret: None,
            new_pin: None,
            new_post: None,
            new_is_private: None,
            permanent: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Edit {
        into secret: AccessKey,
        into new_description: String,
        into new_secret: AccessKey,
        into new_pin: AccessKey,
        into new_post: String,
        set new_is_private: bool,
        set permanent: bool,
        insert extra: Value,
    }
}

impl Destroy {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), secret: None, permanent: None, extra: Map::new() }
    }
}

setters! {
    Destroy {
        into secret: AccessKey,
        set permanent: bool,
        insert extra: Value,
    }
}

impl Exists {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), extra: Map::new() }
    }
}

setters! {
    Exists {
        insert extra: Value,
    }
}

setters! {
    List {
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

impl ListParticipants {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>) -> Self {
        Self { room: room.into(), extra: Map::new() }
    }
}

setters! {
    ListParticipants {
        insert extra: Value,
    }
}

impl Allow {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, action: impl Into<AllowAction>) -> Self {
        Self { room: room.into(), action: action.into(), secret: None, list: None, extra: Map::new() }
    }
}

setters! {
    Allow {
        into secret: AccessKey,
        into list: Vec<UserId>,
        insert extra: Value,
    }
}

impl Kick {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, username: impl Into<UserId>) -> Self {
        Self { room: room.into(), username: username.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Kick {
        into secret: AccessKey,
        insert extra: Value,
    }
}

impl Announcement {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(room: impl Into<RoomId>, text: impl Into<String>) -> Self {
        Self { room: room.into(), text: text.into(), secret: None, extra: Map::new() }
    }
}

setters! {
    Announcement {
        into secret: AccessKey,
        insert extra: Value,
    }
}

setters! {
    Setup {
        insert extra: Value,
    }
}

impl Ack {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(jsep: impl Into<Jsep>) -> Self {
        Self { jsep: Some(jsep.into()), extra: Map::new() }
    }
}

setters! {
    Ack {
        insert extra: Value,
    }
}

setters! {
    Restart {
        insert extra: Value,
    }
}
