//! VideoRoom: rooms, publishers and subscribers, without media.

mod manage;
mod members;
mod publish;
mod subscribe;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, refuse};
use crate::mock::sdp::{Description, Media};
use crate::mock::world::{At, World};
use crate::plugins::videoroom::error_code::{
    ALREADY_JOINED, ALREADY_PUBLISHED, ID_EXISTS, INVALID_ELEMENT, INVALID_REQUEST, INVALID_SDP, JOIN_FIRST,
    MISSING_ELEMENT, NO_SUCH_FEED, NO_SUCH_ROOM, NOT_PUBLISHED, PUBLISHERS_FULL, ROOM_EXISTS, UNAUTHORIZED,
};

pub(super) const NAME: &str = "janus.plugin.videoroom";

const CODES: Codes = Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: UNAUTHORIZED };

/// The rooms and their participants.
pub(super) struct Rooms {
    rooms: BTreeMap<u64, Room>,
    members: BTreeMap<At, Member>,
}

struct Room {
    description: String,
    secret: Option<String>,
    pin: Option<String>,
    is_private: bool,
    publishers: u64,
    bitrate: u64,
    notify_joining: bool,
    record: bool,
    allowed: Option<BTreeSet<String>>,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            description: String::new(),
            secret: None,
            pin: None,
            is_private: false,
            publishers: 3,
            bitrate: 0,
            notify_joining: false,
            record: false,
            allowed: None,
        }
    }
}

enum Member {
    Publisher(Publisher),
    Subscriber(Subscriber),
    /// It left, and its handle is good for nothing more.
    Gone,
}

struct Publisher {
    room: u64,
    feed: u64,
    display: Option<String>,
    media: Vec<Media>,
    /// Its PeerConnection is up: others may subscribe.
    is_up: bool,
}

#[derive(Default)]
struct Subscriber {
    room: u64,
    streams: Vec<Subscription>,
    /// The answer to an offer is pending.
    offered: bool,
    paused: bool,
}

/// One m-line of a subscriber.
#[derive(Clone)]
struct Subscription {
    media: Media,
    /// The feed and its mid; none once they are gone.
    from: Option<(u64, String)>,
}

impl Default for Rooms {
    /// As Debian configures it.
    fn default() -> Self {
        let room = |description: &str| Room {
            description: description.into(),
            secret: Some("adminpwd".into()),
            publishers: 6,
            bitrate: 128_000,
            ..Room::default()
        };
        let rooms = [(1234, room("Demo Room")), (5678, room("VP9-SVC Demo Room"))];
        Self { rooms: rooms.into(), members: BTreeMap::new() }
    }
}

impl Rooms {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let request = body["request"].as_str().unwrap_or_default();
        if !members::REQUESTS.contains(&request) {
            return Reply::Now(self.manage(world, body));
        }
        match self.act(world, at, request, body, jsep) {
            Ok((data, jsep)) => Reply::Later { hint: None, data, jsep },
            Err(refusal) => Reply::later(failure(refusal)),
        }
    }

    pub(super) fn forget(&mut self) {
        self.members.clear();
    }

    fn room(&self, body: &Value) -> Result<(u64, &Room), Refusal> {
        let id = CODES.id(body, "room")?;
        match self.rooms.get(&id) {
            Some(room) => Ok((id, room)),
            None => refuse(NO_SUCH_ROOM, format!("No such room ({id})")),
        }
    }

    /// Returns the room, if the request has its secret.
    fn own_room(&mut self, body: &Value) -> Result<(u64, &mut Room), Refusal> {
        let (id, room) = self.room(body)?;
        CODES.check_secret(room.secret.as_deref(), body, "secret")?;
        match self.rooms.get_mut(&id) {
            Some(room) => Ok((id, room)),
            None => refuse(NO_SUCH_ROOM, format!("No such room ({id})")),
        }
    }

    fn publishers(&self, room: u64) -> impl Iterator<Item = (At, &Publisher)> {
        self.members.iter().filter_map(move |(at, member)| match member {
            Member::Publisher(publisher) if publisher.room == room => Some((*at, publisher)),
            _ => None,
        })
    }

    fn feed(&self, room: u64, feed: u64) -> Option<(At, &Publisher)> {
        self.publishers(room).find(|(_, publisher)| publisher.feed == feed)
    }

    /// Sends an event to all publishers of a room, except one.
    fn notify_others(&self, world: &mut World, room: u64, but: Option<At>, data: &Value) {
        for (at, _) in self.publishers(room).filter(|(at, _)| Some(*at) != but) {
            world.event(at, None, data.clone(), None);
        }
    }
}

impl Publisher {
    /// How others see it.
    fn shown(&self) -> Value {
        let streams = self.media.iter().enumerate().map(|(index, media)| {
            let mut stream = json!({ "type": media.kind_word(), "mindex": index, "mid": media.mid });
            if let Some(codec) = media.codec().filter(|_| media.kind != "application") {
                stream["codec"] = codec.into();
            }
            stream
        });
        let mut shown = json!({ "id": self.feed, "streams": streams.collect::<Vec<_>>() });
        if let Some(display) = &self.display {
            shown["display"] = display.as_str().into();
        }
        for (kind, name) in [("audio", "audio_codec"), ("video", "video_codec")] {
            if let Some(codec) = self.media.iter().find(|media| media.kind == kind).and_then(Media::codec) {
                shown[name] = codec.into();
            }
        }
        shown
    }
}

fn failure((code, error): Refusal) -> Value {
    json!({ "videoroom": "event", "error_code": code, "error": error })
}
