//! What a publisher does.

use serde_json::{Value, json};

use super::super::close_peer;
use super::members::Answer;
use super::{
    ALREADY_PUBLISHED, CODES, INVALID_REQUEST, INVALID_SDP, Member, NOT_PUBLISHED, PUBLISHERS_FULL,
    Publisher, Rooms, refuse,
};
use crate::mock::sdp::Description;
use crate::mock::world::{At, Peer, World};

impl Rooms {
    pub(super) fn act_as_publisher(
        &mut self,
        world: &mut World,
        at: At,
        request: &str,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Answer {
        let Some(publisher) = self.publisher(at) else { return refuse(INVALID_REQUEST, "No publisher") };
        let (room, published) = (publisher.room, publisher.is_up);
        let done = |name: &str| Ok((json!({ "videoroom": "event", "room": room, name: "ok" }), None));
        match request {
            "publish" if published => refuse(ALREADY_PUBLISHED, "Can't publish, already published"),
            "publish" | "configure" => self.configure(world, at, body, jsep),
            "unpublish" if !published => refuse(NOT_PUBLISHED, "Can't unpublish, not published"),
            "unpublish" => {
                self.unpublish_from(world, at);
                close_peer(world, at);
                done("unpublished")
            }
            "leave" => {
                let event = publisher.parted(world, "leaving");
                self.unpublish_from(world, at);
                self.members.insert(at, Member::Gone);
                self.notify_others(world, room, None, &event);
                done("leaving")
            }
            other => refuse(INVALID_REQUEST, format!("Unknown request '{other}'")),
        }
    }

    fn publisher(&mut self, at: At) -> Option<&mut Publisher> {
        match self.members.get_mut(&at) {
            Some(Member::Publisher(publisher)) => Some(publisher),
            _ => None,
        }
    }

    fn configure(&mut self, world: &mut World, at: At, body: &Value, jsep: Option<&Description>) -> Answer {
        let display = CODES.text(body, "display")?;
        let Some(publisher) = self.publisher(at) else { return refuse(INVALID_REQUEST, "No publisher") };
        let (room, feed) = (publisher.room, publisher.feed);
        let renamed =
            display.as_ref().filter(|name| publisher.display.as_ref().is_some_and(|old| old != *name));
        let renamed = renamed.map(|name| json!({ "videoroom": "event", "id": feed, "display": name }));
        publisher.display = display.or(publisher.display.take());
        if let Some(renamed) = renamed {
            self.notify_others(world, room, Some(at), &renamed);
        }
        let mut configured = json!({ "videoroom": "event", "room": room, "configured": "ok" });
        let Some(offer) = jsep else { return Ok((configured, None)) };
        if !offer.is_offer {
            return refuse(INVALID_SDP, "A publisher offers");
        }
        let most = self.rooms.get(&room).map_or(0, |room| room.publishers);
        let others =
            self.publishers(room).filter(|(other, publisher)| *other != at && publisher.is_up).count();
        let Some(publisher) = self.publisher(at) else { return refuse(INVALID_REQUEST, "No publisher") };
        if publisher.media.is_empty() && others as u64 >= most {
            return refuse(PUBLISHERS_FULL, format!("Maximum number of publishers ({most}) already reached"));
        }
        publisher.media.clone_from(&offer.media);
        let shown = publisher.shown();
        for name in ["audio_codec", "video_codec", "streams"] {
            if let Some(value) = shown.get(name) {
                configured[name] = value.clone();
            }
        }
        if let Some(handle) = world.handle_mut(at) {
            handle.peer = Peer::Negotiated;
        }
        Ok((configured, Some(offer.answer())))
    }

    /// A publisher's PeerConnection is up: the others get an event.
    pub(in crate::mock::plugins) fn came_up(&mut self, world: &mut World, at: At) {
        let Some(publisher) = self.publisher(at) else { return };
        publisher.is_up = true;
        let (room, shown) = (publisher.room, publisher.shown());
        self.notify_others(
            world,
            room,
            Some(at),
            &json!({ "videoroom": "event", "room": room, "publishers": [shown] }),
        );
    }

    /// A PeerConnection is gone.
    pub(in crate::mock::plugins) fn hung_up(&mut self, world: &mut World, at: At) {
        self.unpublish_from(world, at);
    }

    /// A publisher has stopped: the others get an event, and its subscribers an offer without its streams.
    pub(super) fn unpublish_from(&mut self, world: &mut World, at: At) {
        let Some(publisher) = self.publisher(at) else { return };
        let was_up = std::mem::take(&mut publisher.is_up);
        publisher.media.clear();
        let (room, feed, event) = (publisher.room, publisher.feed, publisher.parted(world, "unpublished"));
        if was_up {
            self.notify_others(world, room, Some(at), &event);
            self.take_from_subscribers(world, room, feed);
        }
    }
}
