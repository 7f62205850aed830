//! What a subscriber does.

use serde_json::{Value, json};

use super::super::close_peer;
use super::members::Answer;
use super::{
    CODES, INVALID_ELEMENT, INVALID_REQUEST, INVALID_SDP, Member, NO_SUCH_FEED, Refusal, Rooms, Subscriber,
    Subscription, refuse,
};
use crate::mock::sdp::{self, Description, Media};
use crate::mock::world::{At, Peer, World};

impl Rooms {
    pub(super) fn join_as_subscriber(&mut self, world: &mut World, at: At, body: &Value) -> Answer {
        let (room, found) = self.room(body)?;
        CODES.check_secret(found.pin.as_deref(), body, "pin")?;
        let wanted = match (body.get("streams"), body.get("feed")) {
            (Some(streams), _) => streams.clone(),
            (None, Some(feed)) => json!([{ "feed": feed }]),
            (None, None) => return CODES.missing("streams"),
        };
        let mut subscriber = Subscriber { room, ..Subscriber::default() };
        self.add(room, &mut subscriber.streams, &wanted)?;
        if subscriber.streams.is_empty() {
            return refuse(INVALID_SDP, "Can't offer an SDP with no stream");
        }
        let mut attached =
            json!({ "videoroom": "attached", "room": room, "streams": self.shown(&subscriber) });
        if body.get("streams").is_none() {
            attached["id"] = body["feed"].clone();
            attached["warning"] = "deprecated_api".into();
        }
        let offer = subscriber.offer(world, at);
        self.members.insert(at, Member::Subscriber(subscriber));
        Ok((attached, Some(offer)))
    }

    pub(super) fn act_as_subscriber(
        &mut self,
        world: &mut World,
        at: At,
        request: &str,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Answer {
        let Some(Member::Subscriber(mut subscriber)) = self.members.remove(&at) else {
            return refuse(INVALID_REQUEST, "No subscriber");
        };
        let answer = self.act_on(world, at, &mut subscriber, request, body, jsep);
        let left = request == "leave" && answer.is_ok();
        self.members.insert(at, if left { Member::Gone } else { Member::Subscriber(subscriber) });
        answer
    }

    fn act_on(
        &self,
        world: &mut World,
        at: At,
        subscriber: &mut Subscriber,
        request: &str,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Answer {
        let room = subscriber.room;
        let done = |name: &str| Ok((json!({ "videoroom": "event", "room": room, name: "ok" }), None));
        match request {
            "start" => {
                subscriber.paused = false;
                if jsep.is_some_and(|jsep| !jsep.is_offer) {
                    subscriber.offered = false;
                    if let Some(handle) = world.handle_mut(at).filter(|handle| handle.peer == Peer::Offered) {
                        handle.peer = Peer::Negotiated;
                    }
                }
                done("started")
            }
            "pause" => {
                subscriber.paused = true;
                done("paused")
            }
            "configure" => {
                let restart = body["restart"] == true || body["update"] == true;
                let offer = restart.then(|| subscriber.offer(world, at));
                Ok((json!({ "videoroom": "event", "room": room, "configured": "ok" }), offer))
            }
            "leave" => {
                close_peer(world, at);
                done("left")
            }
            "subscribe" | "unsubscribe" | "update" => self.change(world, at, subscriber, request, body),
            "switch" => self.switch(subscriber, body),
            other => refuse(INVALID_REQUEST, format!("Unknown request '{other}'")),
        }
    }

    fn change(
        &self,
        world: &mut World,
        at: At,
        subscriber: &mut Subscriber,
        request: &str,
        body: &Value,
    ) -> Answer {
        let list = |name: &str| match body.get(name) {
            Some(Value::Array(list)) if list.is_empty() => {
                refuse(INVALID_ELEMENT, format!("Empty array ({name})"))
            }
            Some(list) => Ok(Some(list)),
            None => Ok(None),
        };
        let (add, remove) = match request {
            "subscribe" => (list("streams")?, None),
            "unsubscribe" => (None, list("streams")?),
            _ => (list("subscribe")?, list("unsubscribe")?),
        };
        if add.is_none() && remove.is_none() {
            return CODES.missing("streams");
        }
        let before: Vec<_> = subscriber.streams.iter().map(|stream| stream.from.clone()).collect();
        if let Some(remove) = remove.and_then(Value::as_array) {
            for stream in &mut subscriber.streams {
                let gone = remove.iter().any(|item| stream.is_meant_by(item));
                stream.from = stream.from.take().filter(|_| !gone);
            }
        }
        if let Some(add) = add {
            self.add(subscriber.room, &mut subscriber.streams, add)?;
        }
        let mut updated = json!({ "videoroom": "updated", "room": subscriber.room });
        if before.iter().eq(subscriber.streams.iter().map(|stream| &stream.from)) {
            return Ok((updated, None));
        }
        updated["streams"] = self.shown(subscriber);
        let offer = subscriber.offer(world, at);
        Ok((updated, Some(offer)))
    }

    fn switch(&self, subscriber: &mut Subscriber, body: &Value) -> Answer {
        let room = subscriber.room;
        let mut changes = 0;
        for item in body["streams"].as_array().into_iter().flatten() {
            let (feed, mid) = (CODES.id(item, "feed")?, CODES.text(item, "mid")?.unwrap_or_default());
            let source = self
                .feed(room, feed)
                .and_then(|(_, publisher)| publisher.media.iter().find(|media| media.mid == mid));
            let Some(source) = source else { return refuse(NO_SUCH_FEED, format!("No such feed ({feed})")) };
            let stream = subscriber.streams.iter_mut().find(|stream| item["sub_mid"] == stream.media.mid);
            if let Some(stream) = stream.filter(|stream| stream.media.kind == source.kind) {
                stream.from = Some((feed, mid));
                changes += 1;
            }
        }
        let streams = self.shown(subscriber);
        Ok((
            json!({ "videoroom": "event", "switched": "ok", "room": room, "changes": changes, "streams": streams }),
            None,
        ))
    }

    /// Adds subscriptions; an unused m-line is used again.
    fn add(&self, room: u64, streams: &mut Vec<Subscription>, wanted: &Value) -> Result<(), Refusal> {
        let Some(wanted) = wanted.as_array() else {
            return refuse(INVALID_ELEMENT, "Invalid element type (streams should be an array)");
        };
        for item in wanted {
            let (feed, mid) = (CODES.id(item, "feed")?, CODES.text(item, "mid")?);
            let Some((_, publisher)) = self.feed(room, feed).filter(|(_, publisher)| publisher.is_up) else {
                return refuse(NO_SUCH_FEED, format!("No such feed ({feed})"));
            };
            let chosen: Vec<&Media> = publisher
                .media
                .iter()
                .filter(|media| mid.as_ref().is_none_or(|mid| media.mid == *mid))
                .collect();
            if chosen.is_empty() {
                return refuse(NO_SUCH_FEED, format!("No such mid in feed {feed}"));
            }
            for media in chosen {
                let from = Some((feed, media.mid.clone()));
                if streams.iter().any(|stream| stream.from == from) {
                    continue;
                }
                match streams
                    .iter_mut()
                    .find(|stream| stream.from.is_none() && stream.media.kind == media.kind)
                {
                    Some(stream) => stream.from = from,
                    None => {
                        let media = Media {
                            mid: streams.len().to_string(),
                            direction: "sendonly".into(),
                            ..media.clone()
                        };
                        streams.push(Subscription { media, from });
                    }
                }
            }
        }
        Ok(())
    }

    /// A feed has ended: its subscribers get a new offer.
    pub(super) fn take_from_subscribers(&mut self, world: &mut World, room: u64, feed: u64) {
        let subscribers: Vec<At> = self.members.keys().copied().collect();
        for at in subscribers {
            let Some(Member::Subscriber(subscriber)) = self.members.get_mut(&at) else { continue };
            let mut touched = false;
            for stream in subscriber.streams.iter_mut().filter(|_| subscriber.room == room) {
                let lost = stream.from.as_ref().is_some_and(|(of, _)| *of == feed);
                stream.from = stream.from.take().filter(|_| !lost);
                touched |= lost;
            }
            if !touched {
                continue;
            }
            let offer = subscriber.offer(world, at);
            if let Some(Member::Subscriber(subscriber)) = self.members.get(&at) {
                let streams = self.shown(subscriber);
                let updated = json!({ "videoroom": "updated", "room": room, "streams": streams });
                world.event(at, None, updated, Some(offer));
            }
        }
    }

    fn shown(&self, subscriber: &Subscriber) -> Value {
        let shown = subscriber.streams.iter().enumerate().map(|(index, stream)| {
            let mut shown = json!({
                "type": stream.media.kind_word(), "active": stream.from.is_some(), "mindex": index,
                "mid": stream.media.mid, "ready": !subscriber.offered, "send": true,
            });
            if let Some((feed, mid)) = &stream.from {
                shown["feed_id"] = (*feed).into();
                shown["feed_mid"] = mid.as_str().into();
                if let Some(display) =
                    self.feed(subscriber.room, *feed).and_then(|(_, feed)| feed.display.as_deref())
                {
                    shown["feed_display"] = display.into();
                }
                if let Some(codec) = stream.media.codec() {
                    shown["codec"] = codec.into();
                }
            }
            shown
        });
        shown.collect()
    }
}

impl Subscriber {
    /// An offer of all that it is subscribed to.
    fn offer(&mut self, world: &mut World, at: At) -> Value {
        self.offered = true;
        if let Some(handle) = world.handle_mut(at).filter(|handle| handle.peer == Peer::None) {
            handle.peer = Peer::Offered;
        }
        let media = self.streams.iter().map(|stream| {
            let direction = if stream.from.is_some() { "sendonly" } else { "inactive" };
            Media { direction: direction.into(), ..stream.media.clone() }
        });
        sdp::offer(&media.collect::<Vec<_>>())
    }
}

impl Subscription {
    /// Whether an item of `unsubscribe` is about it.
    fn is_meant_by(&self, item: &Value) -> bool {
        let Some((feed, mid)) = &self.from else { return false };
        match item.get("sub_mid") {
            Some(own) => *own == self.media.mid,
            None => item["feed"] == *feed && item.get("mid").is_none_or(|of| *of == **mid),
        }
    }
}
