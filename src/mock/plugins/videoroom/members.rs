//! Joining, leaving, and the requests of participants.

use serde_json::{Value, json};

use super::{
    ALREADY_JOINED, CODES, ID_EXISTS, INVALID_ELEMENT, JOIN_FIRST, Member, NO_SUCH_ROOM, Publisher, Refusal,
    Rooms, UNAUTHORIZED, refuse,
};
use crate::mock::sdp::Description;
use crate::mock::world::{At, World};

/// A response that is sent as an event.
pub(super) const REQUESTS: [&str; 12] = [
    "join",
    "joinandconfigure",
    "configure",
    "publish",
    "unpublish",
    "leave",
    "start",
    "pause",
    "switch",
    "subscribe",
    "unsubscribe",
    "update",
];

/// An event's data, and a description with it.
pub(super) type Answer = Result<(Value, Option<Value>), Refusal>;

impl Rooms {
    pub(super) fn act(
        &mut self,
        world: &mut World,
        at: At,
        request: &str,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Answer {
        match (self.members.get(&at), request) {
            (None, "join") => self.join(world, at, body, jsep),
            (None, "joinandconfigure") => self.join_and_configure(world, at, body, jsep),
            (None, _) => refuse(JOIN_FIRST, "Invalid request on unconfigured participant"),
            (Some(member), "join" | "joinandconfigure") => refuse(
                ALREADY_JOINED,
                match member {
                    Member::Publisher(_) => "Already in as a publisher on this handle",
                    Member::Subscriber(_) => "Already in as a subscriber on this handle",
                    Member::Gone => "Not in a room (create a new handle)",
                },
            ),
            (Some(Member::Gone), _) => refuse(NO_SUCH_ROOM, "No such room"),
            (Some(Member::Publisher(_)), _) => self.act_as_publisher(world, at, request, body, jsep),
            (Some(Member::Subscriber(_)), _) => self.act_as_subscriber(world, at, request, body, jsep),
        }
    }

    fn join(&mut self, world: &mut World, at: At, body: &Value, jsep: Option<&Description>) -> Answer {
        match CODES.text(body, "ptype")?.as_deref() {
            Some("publisher") if jsep.is_some() => self.join_and_configure(world, at, body, jsep),
            Some("publisher") => Ok((self.join_as_publisher(world, at, body)?, None)),
            Some("subscriber") => self.join_as_subscriber(world, at, body),
            Some(_) => {
                let (_, room) = self.room(body)?;
                CODES.check_secret(room.pin.as_deref(), body, "pin")?;
                refuse(INVALID_ELEMENT, "Invalid element (ptype)")
            }
            None => CODES.missing("ptype"),
        }
    }

    fn join_and_configure(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Answer {
        let mut joined = self.join_as_publisher(world, at, body)?;
        let (configured, answer) = self.act_as_publisher(world, at, "configure", body, jsep)?;
        for name in ["audio_codec", "video_codec", "streams"] {
            if let Some(value) = configured.get(name) {
                joined[name] = value.clone();
            }
        }
        Ok((joined, answer))
    }

    fn join_as_publisher(&mut self, world: &mut World, at: At, body: &Value) -> Result<Value, Refusal> {
        let (id, room) = self.room(body)?;
        if let Some(allowed) = &room.allowed {
            if !CODES.text(body, "token")?.is_some_and(|token| allowed.contains(&token)) {
                return refuse(UNAUTHORIZED, "Unauthorized (not in the allowed list)");
            }
        }
        CODES.check_secret(room.pin.as_deref(), body, "pin")?;
        let display = CODES.text(body, "display")?;
        let feed = match body.get("id") {
            Some(_) => CODES.id(body, "id")?,
            None => world.new_id(),
        };
        if self.feed(id, feed).is_some() {
            return refuse(ID_EXISTS, format!("User ID {feed} already exists"));
        }
        let private_id = u32::try_from(world.random() >> 32).unwrap_or_default();
        let up = self.publishers(id).filter(|(_, publisher)| publisher.is_up);
        let publishers: Vec<_> = up.map(|(_, publisher)| publisher.shown()).collect();
        let mut joined = json!({
            "videoroom": "joined", "room": id, "description": room.description, "id": feed,
            "private_id": private_id, "publishers": publishers,
        });
        if room.notify_joining {
            let others = self.publishers(id).filter(|(_, publisher)| !publisher.is_up);
            joined["attendees"] =
                others.map(|(_, other)| named(other.feed, other.display.as_deref())).collect();
            let event =
                json!({ "videoroom": "event", "room": id, "joining": named(feed, display.as_deref()) });
            self.notify_others(world, id, None, &event);
        }
        let publisher = Publisher { room: id, feed, display, media: Vec::new(), is_up: false };
        self.members.insert(at, Member::Publisher(publisher));
        Ok(joined)
    }

    /// A handle has ended: the others get an event.
    pub(in crate::mock::plugins) fn detached(&mut self, world: &mut World, at: At) {
        self.unpublish_from(world, at);
        if let Some(Member::Publisher(publisher)) = self.members.remove(&at) {
            let event = publisher.parted(world, "leaving");
            self.notify_others(world, publisher.room, None, &event);
        }
    }
}

impl Publisher {
    /// The event of a publisher that leaves, was kicked or has unpublished; newer servers add its name.
    pub(super) fn parted(&self, world: &World, how: &str) -> Value {
        let mut event = json!({ "videoroom": "event", "room": self.room, how: self.feed });
        if let Some(display) = self.display.as_deref().filter(|_| world.settings.version >= 1300) {
            event["display"] = display.into();
        }
        event
    }
}

pub(super) fn named(feed: u64, display: Option<&str>) -> Value {
    let mut named = json!({ "id": feed });
    if let Some(display) = display {
        named["display"] = display.into();
    }
    named
}
