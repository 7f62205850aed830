//! TextRoom's Janus API: rooms, and the PeerConnection that their texts would take.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, refuse};
use crate::mock::sdp::{self, Description, Media};
use crate::mock::world::{At, Peer, World};
use crate::plugins::textroom::error_code::{
    ALREADY_SETUP, INVALID_ELEMENT, INVALID_REQUEST, MISSING_ELEMENT, NO_SUCH_ROOM, NO_SUCH_USER,
    ROOM_EXISTS, UNAUTHORIZED,
};

pub(super) const NAME: &str = "janus.plugin.textroom";

const CODES: Codes = Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: UNAUTHORIZED };

/// The rooms. Participants would join over data channels, which the mock server does not have.
pub(super) struct TextRooms {
    rooms: BTreeMap<u64, Room>,
}

#[derive(Default)]
struct Room {
    description: String,
    secret: Option<String>,
    pin: Option<String>,
    is_private: bool,
    history: u64,
    allowed: Option<BTreeSet<String>>,
}

impl Default for TextRooms {
    /// As Debian configures it.
    fn default() -> Self {
        let room =
            Room { description: "Demo Room".into(), secret: Some("adminpwd".into()), ..Room::default() };
        Self { rooms: [(1234, room)].into() }
    }
}

impl TextRooms {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let peer = world.handle(at).map(|handle| handle.peer).unwrap_or_default();
        let ok = json!({ "textroom": "event", "result": "ok" });
        let channel = || {
            let codecs = vec![("webrtc-datachannel".into(), String::new())];
            sdp::offer(&[Media {
                kind: "application".into(),
                mid: "0".into(),
                direction: "sendrecv".into(),
                codecs,
            }])
        };
        match (body["request"].as_str(), peer) {
            (Some("setup"), Peer::None) => {
                if let Some(handle) = world.handle_mut(at) {
                    handle.peer = Peer::Offered;
                }
                Reply::Later { hint: None, data: ok, jsep: Some(channel()) }
            }
            (Some("setup"), _) => {
                Reply::later(refused((ALREADY_SETUP, "PeerConnection already setup".into())))
            }
            (Some("restart"), Peer::None) => {
                Reply::later(refused((ALREADY_SETUP, "PeerConnection not setup".into())))
            }
            (Some("restart"), _) => Reply::Later { hint: None, data: ok, jsep: Some(channel()) },
            (Some("ack"), _) => {
                let answered = jsep.is_some_and(|jsep| !jsep.is_offer);
                if let Some(handle) =
                    world.handle_mut(at).filter(|handle| answered && handle.peer == Peer::Offered)
                {
                    handle.peer = Peer::Negotiated;
                }
                Reply::later(ok)
            }
            _ => Reply::Now(self.manage(world, body)),
        }
    }

    pub(super) fn manage(&mut self, world: &mut World, body: &Value) -> Value {
        let request = match CODES.request(body) {
            Ok(request) => request,
            Err(refusal) => return failure(refusal),
        };
        self.manage_by_name(world, request, body).unwrap_or_else(|refusal| match refusal {
            (INVALID_REQUEST, _) => failure(refusal),
            refusal => refused(refusal),
        })
    }

    fn manage_by_name(&mut self, world: &mut World, request: &str, body: &Value) -> Result<Value, Refusal> {
        match request {
            "create" => {
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
                    history: CODES.number(body, "history")?.unwrap_or_default(),
                    allowed: CODES.texts(body, "allowed")?,
                };
                self.rooms.insert(id, room);
                Ok(json!({ "textroom": "created", "room": id, "permanent": false }))
            }
            "edit" => {
                let [description, secret, pin] =
                    ["new_description", "new_secret", "new_pin"].map(|name| CODES.text(body, name));
                let is_private = CODES.flag(body, "new_is_private")?;
                let (id, room) = self.own_room(body)?;
                room.description = description?.unwrap_or_else(|| room.description.clone());
                room.secret = secret?.or(room.secret.take());
                room.pin = pin?.or(room.pin.take());
                room.is_private = is_private.unwrap_or(room.is_private);
                Ok(json!({ "textroom": "edited", "room": id, "permanent": false }))
            }
            "destroy" => {
                let (id, _) = self.own_room(body)?;
                self.rooms.remove(&id);
                Ok(json!({ "textroom": "destroyed", "room": id, "permanent": false }))
            }
            "exists" => {
                let id = CODES.id(body, "room")?;
                Ok(json!({ "textroom": "success", "room": id, "exists": self.rooms.contains_key(&id) }))
            }
            "list" => {
                let public = self.rooms.iter().filter(|(_, room)| !room.is_private);
                let shown: Vec<_> = public
                    .map(|(id, room)| {
                        json!({
                            "room": id, "description": room.description, "pin_required": room.pin.is_some(),
                            "num_participants": 0, "history": room.history,
                        })
                    })
                    .collect();
                Ok(json!({ "textroom": "success", "list": shown }))
            }
            "listparticipants" => {
                let id = CODES.id(body, "room")?;
                self.find(id)?;
                let mut listed = json!({ "room": id, "participants": [] });
                if world.settings.version >= 1302 {
                    listed["textroom"] = "success".into();
                }
                Ok(listed)
            }
            "allowed" => {
                CODES.id(body, "room")?;
                CODES.check_action(body)?;
                let (id, room) = self.own_room(body)?;
                let allowed = CODES.change_allowed(&mut room.allowed, body)?;
                let mut answer = json!({ "textroom": "success", "room": id });
                if let Some(allowed) = allowed {
                    answer["allowed"] = allowed;
                }
                Ok(answer)
            }
            "announcement" => {
                let Some(_) = CODES.text(body, "text")? else { return CODES.missing("text") };
                self.own_room(body)?;
                Ok(json!({ "textroom": "success" }))
            }
            "kick" => {
                let Some(name) = CODES.text(body, "username")? else { return CODES.missing("username") };
                let (id, _) = self.own_room(body)?;
                refuse(NO_SUCH_USER, format!("No such user {name} in room {id}"))
            }
            other => refuse(INVALID_REQUEST, format!("Unknown request '{other}'")),
        }
    }

    fn find(&self, id: u64) -> Result<&Room, Refusal> {
        match self.rooms.get(&id) {
            Some(room) => Ok(room),
            None => refuse(NO_SUCH_ROOM, format!("No such room ({id})")),
        }
    }

    fn own_room(&mut self, body: &Value) -> Result<(u64, &mut Room), Refusal> {
        let id = CODES.id(body, "room")?;
        CODES.check_secret(self.find(id)?.secret.as_deref(), body, "secret")?;
        match self.rooms.get_mut(&id) {
            Some(room) => Ok((id, room)),
            None => refuse(NO_SUCH_ROOM, format!("No such room ({id})")),
        }
    }
}

/// What is refused before it is known what it asks.
fn failure((code, error): Refusal) -> Value {
    json!({ "textroom": "event", "error_code": code, "error": error })
}

fn refused((code, error): Refusal) -> Value {
    json!({ "textroom": "error", "error_code": code, "error": error })
}
