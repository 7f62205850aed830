//! Requests about rooms from handles that are in none.

use serde_json::{Value, json};

use super::{
    CODES, INVALID_REQUEST, Member, NO_SUCH_FEED, ROOM_EXISTS, Refusal, Room, Rooms, failure, refuse,
};
use crate::mock::world::World;

impl Rooms {
    /// The response to a synchronous request.
    pub(in crate::mock::plugins) fn manage(&mut self, world: &mut World, body: &Value) -> Value {
        let answer = CODES.request(body).and_then(|request| self.manage_by_name(world, request, body));
        answer.unwrap_or_else(failure)
    }

    fn manage_by_name(&mut self, world: &mut World, request: &str, body: &Value) -> Result<Value, Refusal> {
        match request {
            "create" => self.create(world, body),
            "edit" => self.edit(body),
            "destroy" => self.destroy(world, body),
            "exists" => {
                let id = CODES.id(body, "room")?;
                let exists = self.rooms.contains_key(&id);
                Ok(json!({ "videoroom": "success", "room": id, "exists": exists }))
            }
            "list" => Ok(json!({ "videoroom": "success", "list": self.list() })),
            "allowed" => self.allowed(body),
            "kick" => self.kick(world, body),
            "moderate" => self.moderate(world, body),
            "listparticipants" => self.list_participants(body),
            "enable_recording" => {
                let record = CODES.flag(body, "record")?;
                let (_, room) = self.own_room(body)?;
                let Some(record) = record else {
                    return CODES.missing("record");
                };
                room.record = record;
                Ok(json!({ "videoroom": "success", "record": record }))
            }
            other => refuse(INVALID_REQUEST, format!("Unknown request '{other}'")),
        }
    }

    fn create(&mut self, world: &mut World, body: &Value) -> Result<Value, Refusal> {
        let id = match body.get("room") {
            Some(_) => CODES.id(body, "room")?,
            None => 0,
        };
        let id = if id == 0 { world.new_id() } else { id };
        if self.rooms.contains_key(&id) {
            return refuse(ROOM_EXISTS, format!("Room {id} already exists"));
        }
        let room = Room {
            description: CODES.text(body, "description")?.unwrap_or_else(|| format!("Room {id}")),
            secret: CODES.text(body, "secret")?,
            pin: CODES.text(body, "pin")?,
            is_private: CODES.flag(body, "is_private")?.unwrap_or_default(),
            publishers: CODES.number(body, "publishers")?.unwrap_or(3),
            bitrate: CODES
                .number(body, "bitrate")?
                .map_or(0, |rate| if (1..64_000).contains(&rate) { 64_000 } else { rate }),
            notify_joining: CODES.flag(body, "notify_joining")?.unwrap_or_default(),
            record: CODES.flag(body, "record")?.unwrap_or_default(),
            allowed: CODES.texts(body, "allowed")?,
        };
        self.rooms.insert(id, room);
        Ok(json!({ "videoroom": "created", "room": id, "permanent": false }))
    }

    fn edit(&mut self, body: &Value) -> Result<Value, Refusal> {
        let changes = ["new_description", "new_secret", "new_pin"].map(|name| CODES.text(body, name));
        let is_private = CODES.flag(body, "new_is_private")?;
        let numbers = ["new_publishers", "new_bitrate"].map(|name| CODES.number(body, name));
        let (id, room) = self.own_room(body)?;
        let [description, secret, pin] = changes;
        let [publishers, bitrate] = numbers;
        let given =
            |change: Result<Option<String>, Refusal>| change.map(|text| text.filter(|text| !text.is_empty()));
        if let Some(description) = given(description)? {
            room.description = description;
        }
        room.secret = given(secret)?.or(room.secret.take());
        room.pin = given(pin)?.or(room.pin.take());
        room.is_private = is_private.unwrap_or(room.is_private);
        room.publishers = publishers?.unwrap_or(room.publishers);
        room.bitrate = bitrate?.unwrap_or(room.bitrate);
        Ok(json!({ "videoroom": "edited", "room": id, "permanent": false }))
    }

    fn destroy(&mut self, world: &mut World, body: &Value) -> Result<Value, Refusal> {
        let (id, _) = self.own_room(body)?;
        self.notify_others(world, id, None, &json!({ "videoroom": "destroyed", "room": id }));
        self.rooms.remove(&id);
        for member in self.members.values_mut() {
            let was_there = match member {
                Member::Publisher(publisher) => publisher.room == id,
                Member::Subscriber(subscriber) => subscriber.room == id,
                Member::Gone => false,
            };
            if was_there {
                *member = Member::Gone;
            }
        }
        Ok(json!({ "videoroom": "destroyed", "room": id, "permanent": false }))
    }

    fn list(&self) -> Vec<Value> {
        let public = self.rooms.iter().filter(|(_, room)| !room.is_private);
        let shown = public.map(|(id, room)| {
            json!({
                "room": id, "description": room.description, "pin_required": room.pin.is_some(),
                "is_private": false, "max_publishers": room.publishers, "bitrate": room.bitrate, "fir_freq": 0,
                "require_pvtid": false, "require_e2ee": false, "dummy_publisher": false,
                "notify_joining": room.notify_joining, "audiocodec": "opus", "videocodec": "vp8",
                "opus_fec": true, "record": room.record, "lock_record": false,
                "num_participants": self.publishers(*id).count(), "audiolevel_ext": true,
                "audiolevel_event": false, "videoorient_ext": true, "playoutdelay_ext": true,
                "transport_wide_cc_ext": true,
            })
        });
        shown.collect()
    }

    fn allowed(&mut self, body: &Value) -> Result<Value, Refusal> {
        let (id, room) = self.own_room(body)?;
        let allowed = CODES.change_allowed(&mut room.allowed, body)?;
        let mut answer = json!({ "videoroom": "success", "room": id });
        if let Some(allowed) = allowed {
            answer["allowed"] = allowed;
        }
        Ok(answer)
    }

    fn kick(&mut self, world: &mut World, body: &Value) -> Result<Value, Refusal> {
        let feed = CODES.id(body, "id")?;
        // Janus forgets here that the room has a wrong type, and takes it for 0.
        if body.get("room").is_some_and(|room| !room.is_u64()) {
            return refuse(super::NO_SUCH_ROOM, "No such room (0)");
        }
        let (room, _) = self.own_room(body)?;
        let Some((at, publisher)) = self.feed(room, feed) else {
            return refuse(NO_SUCH_FEED, format!("No such user {feed} in room {room}"));
        };
        let event = publisher.parted(world, "kicked");
        let kicked = json!({ "videoroom": "event", "room": room, "leaving": "ok", "reason": "kicked" });
        world.event(at, None, kicked, None);
        self.notify_others(world, room, Some(at), &event);
        self.unpublish_from(world, at);
        self.members.insert(at, Member::Gone);
        Ok(json!({ "videoroom": "success" }))
    }

    fn moderate(&mut self, world: &mut World, body: &Value) -> Result<Value, Refusal> {
        let (feed, mid, mute) = (CODES.id(body, "id")?, CODES.text(body, "mid")?, CODES.flag(body, "mute")?);
        let (room, _) = self.own_room(body)?;
        let (Some(mid), Some(mute)) = (mid, mute) else {
            return CODES.missing("mid or mute");
        };
        match self.feed(room, feed) {
            Some((_, publisher)) if publisher.media.iter().any(|media| media.mid == mid) => {}
            _ => return refuse(NO_SUCH_FEED, format!("No such user {feed} or mid '{mid}' in room {room}")),
        }
        let word = if mute { "muted" } else { "unmuted" };
        let event = json!({ "videoroom": "event", "room": room, "id": feed, "mid": mid, "moderation": word });
        self.notify_others(world, room, None, &event);
        Ok(json!({ "videoroom": "success" }))
    }

    fn list_participants(&self, body: &Value) -> Result<Value, Refusal> {
        let (id, _) = self.room(body)?;
        let participants = self.publishers(id).map(|(_, publisher)| {
            let mut shown = json!({ "id": publisher.feed, "publisher": publisher.is_up });
            if let Some(display) = &publisher.display {
                shown["display"] = display.as_str().into();
            }
            shown
        });
        Ok(
            json!({ "videoroom": "participants", "room": id, "participants": participants.collect::<Vec<_>>() }),
        )
    }
}
