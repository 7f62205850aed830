//! AudioBridge: rooms and participants, without mixing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, close_peer, refuse};
use crate::mock::sdp::Description;
use crate::mock::world::{At, Peer, World};
use crate::plugins::audiobridge::error_code::{
    ALREADY_JOINED, ID_EXISTS, INVALID_ELEMENT, INVALID_REQUEST, MISSING_ELEMENT, NO_SUCH_ROOM, NO_SUCH_USER,
    NOT_JOINED, ROOM_EXISTS, UNAUTHORIZED,
};

pub(super) const NAME: &str = "janus.plugin.audiobridge";

const CODES: Codes = Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: UNAUTHORIZED };

const REQUESTS: [&str; 5] = ["join", "configure", "changeroom", "leave", "hangup"];

/// The rooms and their participants.
pub(super) struct Bridges {
    rooms: BTreeMap<u64, Room>,
    members: BTreeMap<At, Member>,
}

#[derive(Default)]
struct Room {
    description: String,
    secret: Option<String>,
    pin: Option<String>,
    is_private: bool,
    sampling_rate: u64,
    allowed: Option<BTreeSet<String>>,
}

struct Member {
    room: u64,
    id: u64,
    display: Option<String>,
    muted: bool,
    suspended: bool,
    /// Its PeerConnection is up.
    setup: bool,
}

impl Default for Bridges {
    /// As Debian configures it.
    fn default() -> Self {
        let secret = Some("adminpwd".into());
        let room = Room { description: "Demo Room".into(), secret, sampling_rate: 16_000, ..Room::default() };
        Self { rooms: [(1234, room)].into(), members: BTreeMap::new() }
    }
}

impl Bridges {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let request = body["request"].as_str().unwrap_or_default();
        if !REQUESTS.contains(&request) {
            return Reply::Now(self.manage(world, body));
        }
        let done = match request {
            "join" if self.members.contains_key(&at) => {
                refuse(ALREADY_JOINED, "Already in a room (use changeroom to join another one)")
            }
            "join" => self.join(world, at, body, "joined"),
            _ if !self.members.contains_key(&at) => {
                refuse(NOT_JOINED, format!("Can't {request} (not in a room)"))
            }
            "changeroom" => self.change_room(world, at, body),
            "configure" => self.configure(world, at, body),
            "leave" => Ok(self.leave(world, at).unwrap_or_default()),
            _ => {
                close_peer(world, at);
                Ok(json!({ "audiobridge": "hangingup" }))
            }
        };
        let answer = jsep.filter(|jsep| jsep.is_offer && done.is_ok()).map(Description::answer);
        if let (Some(_), Some(handle)) = (&answer, world.handle_mut(at)) {
            handle.peer = Peer::Negotiated;
        }
        Reply::Later { hint: None, data: done.unwrap_or_else(failure), jsep: answer }
    }

    pub(super) fn manage(&mut self, world: &mut World, body: &Value) -> Value {
        let answer = CODES.request(body).and_then(|request| self.manage_by_name(world, request, body));
        answer.unwrap_or_else(failure)
    }

    fn manage_by_name(&mut self, world: &mut World, request: &str, body: &Value) -> Result<Value, Refusal> {
        match request {
            "create" => self.create(world, body),
            "edit" => {
                let [description, secret, pin] =
                    ["new_description", "new_secret", "new_pin"].map(|name| CODES.text(body, name));
                let is_private = CODES.flag(body, "new_is_private")?;
                let (id, room) = self.own_room(body)?;
                room.description = description?.unwrap_or_else(|| room.description.clone());
                room.secret = secret?.or(room.secret.take());
                room.pin = pin?.or(room.pin.take()).filter(|pin| !pin.is_empty());
                room.is_private = is_private.unwrap_or(room.is_private);
                Ok(json!({ "audiobridge": "edited", "room": id, "permanent": false }))
            }
            "destroy" => {
                let (id, _) = self.own_room(body)?;
                self.rooms.remove(&id);
                self.notify(world, id, None, &json!({ "audiobridge": "destroyed", "room": id }));
                for at in self.members_of(id) {
                    self.members.remove(&at);
                    close_peer(world, at);
                }
                Ok(json!({ "audiobridge": "destroyed", "room": id, "permanent": false }))
            }
            "exists" => {
                let id = CODES.id(body, "room")?;
                Ok(json!({ "audiobridge": "success", "room": id, "exists": self.rooms.contains_key(&id) }))
            }
            "list" => Ok(json!({ "audiobridge": "success", "list": self.list() })),
            "listparticipants" => {
                let (id, _) = self.room(body)?;
                Ok(json!({ "audiobridge": "participants", "room": id, "participants": self.shown(id, None) }))
            }
            "allowed" => {
                let (id, room) = self.own_room(body)?;
                let allowed = CODES.change_allowed(&mut room.allowed, body)?;
                let mut answer = json!({ "audiobridge": "success", "room": id });
                if let Some(allowed) = allowed {
                    answer["allowed"] = allowed;
                }
                Ok(answer)
            }
            "kick" => {
                let (room, at) = self.named(body)?;
                if let Some(member) = self.members.get(&at) {
                    let event = json!({ "audiobridge": "event", "room": room, "kicked": member.id });
                    self.notify(world, room, None, &event);
                }
                close_peer(world, at);
                self.leave(world, at);
                Ok(json!({ "audiobridge": "success" }))
            }
            "mute" | "unmute" => {
                let (room, at) = self.named(body)?;
                let mute = request == "mute";
                let Some(member) = self.members.get_mut(&at) else {
                    return refuse(NO_SUCH_USER, "No such user");
                };
                if std::mem::replace(&mut member.muted, mute) == mute {
                    return Ok(json!({ "audiobridge": "success" }));
                }
                let shown = member.shown();
                let event = json!({ "audiobridge": "event", "room": room, "participants": [shown] });
                self.notify(world, room, None, &event);
                Ok(json!({ "audiobridge": "success", "room": room }))
            }
            "suspend" | "resume" if world.settings.version >= 1201 => {
                self.suspend(world, body, request == "suspend")
            }
            other => refuse(INVALID_REQUEST, format!("Unknown request '{other}'")),
        }
    }

    fn suspend(&mut self, world: &mut World, body: &Value, suspend: bool) -> Result<Value, Refusal> {
        let (room, at) = self.named(body)?;
        let Some(member) = self.members.get_mut(&at) else { return refuse(NO_SUCH_USER, "No such user") };
        if std::mem::replace(&mut member.suspended, suspend) != suspend {
            let word = if suspend { "suspended" } else { "resumed" };
            let event = json!({ "audiobridge": "event", "room": room, word: member.id });
            self.notify(world, room, None, &event);
        }
        Ok(json!({ "audiobridge": "success" }))
    }

    fn create(&mut self, world: &mut World, body: &Value) -> Result<Value, Refusal> {
        let id = CODES.number(body, "room")?.filter(|id| *id > 0);
        let id = id.unwrap_or_else(|| world.new_id());
        if self.rooms.contains_key(&id) {
            return refuse(ROOM_EXISTS, format!("Room {id} already exists"));
        }
        let room = Room {
            description: CODES.text(body, "description")?.unwrap_or_else(|| format!("Room {id}")),
            secret: CODES.text(body, "secret")?,
            pin: CODES.text(body, "pin")?,
            is_private: CODES.flag(body, "is_private")?.unwrap_or_default(),
            sampling_rate: CODES.number(body, "sampling_rate")?.unwrap_or(16_000),
            allowed: CODES.texts(body, "allowed")?,
        };
        self.rooms.insert(id, room);
        Ok(json!({ "audiobridge": "created", "room": id, "permanent": false }))
    }

    fn list(&self) -> Vec<Value> {
        let public = self.rooms.iter().filter(|(_, room)| !room.is_private);
        let shown = public.map(|(id, room)| {
            json!({
                "room": id, "description": room.description, "sampling_rate": room.sampling_rate,
                "spatial_audio": false, "pin_required": room.pin.is_some(), "record": false, "muted": false,
                "num_participants": self.members_of(*id).len(),
            })
        });
        shown.collect()
    }

    fn join(&mut self, world: &mut World, at: At, body: &Value, word: &str) -> Result<Value, Refusal> {
        let (display, muted) = (CODES.text(body, "display")?, CODES.flag(body, "muted")?);
        CODES.id(body, "room")?;
        let id = CODES.number(body, "id")?;
        let (room, found) = self.room(body)?;
        if let Some(allowed) = &found.allowed {
            if !CODES.text(body, "token")?.is_some_and(|token| allowed.contains(&token)) {
                return refuse(UNAUTHORIZED, "Unauthorized (not in the allowed list)");
            }
        }
        CODES.check_secret(found.pin.as_deref(), body, "pin")?;
        let id = match id {
            Some(id) if self.find(room, id).is_some() => {
                return refuse(ID_EXISTS, format!("User ID {id} already exists"));
            }
            Some(id) => id,
            None => world.new_id(),
        };
        let member = Member {
            room,
            id,
            display,
            muted: muted.unwrap_or_default(),
            suspended: false,
            setup: world.handle(at).is_some_and(|handle| handle.peer == Peer::Up),
        };
        let event = json!({ "audiobridge": "joined", "room": room, "participants": [member.shown()] });
        self.notify(world, room, Some(at), &event);
        self.members.insert(at, member);
        Ok(json!({ "audiobridge": word, "room": room, "id": id, "participants": self.shown(room, Some(at)) }))
    }

    fn change_room(&mut self, world: &mut World, at: At, body: &Value) -> Result<Value, Refusal> {
        let Some(before) = self.members.remove(&at) else {
            return refuse(NOT_JOINED, "Not in a room");
        };
        match self.join(world, at, body, "roomchanged") {
            Ok(joined) => {
                let event = json!({ "audiobridge": "event", "room": before.room, "leaving": before.id });
                self.notify(world, before.room, Some(at), &event);
                Ok(joined)
            }
            Err(refusal) => {
                self.members.insert(at, before);
                Err(refusal)
            }
        }
    }

    fn configure(&mut self, world: &mut World, at: At, body: &Value) -> Result<Value, Refusal> {
        let (muted, display) = (CODES.flag(body, "muted")?, CODES.text(body, "display")?);
        let Some(member) = self.members.get_mut(&at) else {
            return refuse(NOT_JOINED, "Not in a room");
        };
        if muted.is_some() || display.is_some() {
            member.muted = muted.unwrap_or(member.muted);
            member.display = display.or(member.display.take());
            let (room, shown) = (member.room, member.shown());
            let event = json!({ "audiobridge": "event", "room": room, "participants": [shown] });
            self.notify(world, room, Some(at), &event);
        }
        Ok(json!({ "audiobridge": "event", "result": "ok" }))
    }

    fn leave(&mut self, world: &mut World, at: At) -> Option<Value> {
        let member = self.members.remove(&at)?;
        let event = json!({ "audiobridge": "event", "room": member.room, "leaving": member.id });
        self.notify(world, member.room, Some(at), &event);
        Some(json!({ "audiobridge": "left", "room": member.room, "id": member.id }))
    }

    pub(super) fn came_up(&mut self, world: &mut World, at: At) {
        let Some(member) = self.members.get_mut(&at) else { return };
        member.setup = true;
        let (room, shown) = (member.room, member.shown());
        let event = json!({ "audiobridge": "event", "room": room, "participants": [shown] });
        self.notify(world, room, Some(at), &event);
    }

    /// A participant leaves its room with its PeerConnection or its handle.
    pub(super) fn gone(&mut self, world: &mut World, at: At) {
        self.leave(world, at);
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

    fn own_room(&mut self, body: &Value) -> Result<(u64, &mut Room), Refusal> {
        let (id, room) = self.room(body)?;
        CODES.check_secret(room.secret.as_deref(), body, "secret")?;
        match self.rooms.get_mut(&id) {
            Some(room) => Ok((id, room)),
            None => refuse(NO_SUCH_ROOM, format!("No such room ({id})")),
        }
    }

    /// The participant that a request of a room's owner names.
    fn named(&mut self, body: &Value) -> Result<(u64, At), Refusal> {
        let id = CODES.id(body, "id")?;
        let (room, _) = self.own_room(body)?;
        match self.find(room, id) {
            Some(at) => Ok((room, at)),
            None => refuse(NO_SUCH_USER, format!("No such user {id} in room {room}")),
        }
    }

    fn find(&self, room: u64, id: u64) -> Option<At> {
        let found = self.members.iter().find(|(_, member)| member.room == room && member.id == id);
        found.map(|(at, _)| *at)
    }

    fn members_of(&self, room: u64) -> Vec<At> {
        self.members.iter().filter(|(_, member)| member.room == room).map(|(at, _)| *at).collect()
    }

    fn shown(&self, room: u64, but: Option<At>) -> Vec<Value> {
        let others = self.members.iter().filter(|(at, member)| member.room == room && Some(**at) != but);
        others.map(|(_, member)| member.shown()).collect()
    }

    fn notify(&self, world: &mut World, room: u64, but: Option<At>, data: &Value) {
        for at in self.members_of(room).into_iter().filter(|at| Some(*at) != but) {
            world.event(at, None, data.clone(), None);
        }
    }
}

impl Member {
    fn shown(&self) -> Value {
        let mut shown = json!({ "id": self.id, "setup": self.setup, "muted": self.muted });
        if let Some(display) = &self.display {
            shown["display"] = display.as_str().into();
        }
        if self.suspended {
            shown["suspended"] = true.into();
        }
        shown
    }
}

fn failure((code, error): Refusal) -> Value {
    json!({ "audiobridge": "event", "error_code": code, "error": error })
}
