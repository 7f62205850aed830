//! The rooms and mountpoints that users have created: each counts until it is destroyed, also when its creator has gone.

use std::collections::HashMap;
use std::time::Duration;

use bifrons::engine::Reply;
use bifrons::time::Time;
use bifrons::{Error, Id};
use serde_json::Value;

use super::Gateway;
use super::enter::error_of;
use super::upstream::Text;
use crate::core::decision::{Allowed, named};
use crate::core::definitions::Plugin;
use crate::core::identity::Identity;
use crate::core::limits::Held;
use crate::core::refusal::Refusal;

/// The plugins' errors for a room or a mountpoint that does not exist.
const NO_SUCH_ROOM: [(&str, i64); 4] =
    [("videoroom", 426), ("audiobridge", 485), ("textroom", 417), ("streaming", 455)];

/// An event may be so late that there is another room with the same id by then.
const LATEST_EVENT: Duration = Duration::from_secs(10);

/// All that count.
#[derive(Debug, Default)]
pub(super) struct CreatedRooms(HashMap<Key, Created>);

/// The plugin, and the id as a text: the text `1234` and the number are alike.
type Key = (&'static str, String);

#[derive(Debug)]
struct Created {
    held: Held,
    since: Time,
}

/// What a request changes.
#[derive(Debug)]
pub(super) enum RoomChange {
    /// It creates a room, with this id if it names one.
    Creates(Option<Id>, Held),
    Destroys(Id),
}

impl CreatedRooms {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Gateway {
    /// What this request changes: a room that it creates counts from now on.
    ///
    /// # Errors
    /// The user has created as many rooms as it may.
    pub(super) fn room_change(
        &mut self,
        who: &Identity,
        plugin: &'static Plugin,
        allowed: &Allowed,
    ) -> Result<Option<RoomChange>, Refusal> {
        let Some(request) = allowed.request else { return Ok(None) };
        if allowed.creates() {
            return self.creating(who, plugin.name, named(request, &allowed.body));
        }
        let destroys = request.verb() == "destroy";
        Ok(named(request, &allowed.body).filter(|_| destroys).map(RoomChange::Destroys))
    }

    /// Counts a room that is being created; nothing if it counts as this user's already.
    ///
    /// # Errors
    /// The user has created as many rooms as it may.
    pub(super) fn creating(
        &mut self,
        who: &Identity,
        plugin: &'static str,
        id: Option<Id>,
    ) -> Result<Option<RoomChange>, Refusal> {
        let before = id.as_ref().and_then(|id| self.created.0.get(&(plugin, id.to_string())));
        if before.is_some_and(|created| self.usages.is_of(who, &created.held)) {
            return Ok(None);
        }
        let held = self.usages.room(who, self.settings.limits.subject)?;
        Ok(Some(RoomChange::Creates(id, held)))
    }

    /// Notes what Janus has responded. One that may have been created, as Janus has not responded, counts if it has a name.
    pub(super) fn settle_room(
        &mut self,
        plugin: &'static str,
        change: RoomChange,
        result: &Result<Reply<Text>, Error>,
    ) {
        let response = result.as_ref().map(|reply| reply.message.as_deref());
        let error = response.as_ref().ok().copied().flatten().and_then(error_of).map(|(code, _)| code);
        match (change, response) {
            (RoomChange::Creates(..), Ok(_)) if error.is_some() => {}
            (RoomChange::Creates(named, held), Ok(Some(text))) => {
                if let Some(id) = id_of_created(text).or(named) {
                    let created = Created { held, since: self.now };
                    self.created.0.insert((plugin, id.to_string()), created);
                }
            }
            (RoomChange::Creates(Some(id), held), response) => {
                let is_unknown = response
                    .err()
                    .is_none_or(|error| error.sent() == Some(true) && error.janus_code().is_none());
                if is_unknown {
                    let created = Created { held, since: self.now };
                    self.created.0.entry((plugin, id.to_string())).or_insert(created);
                }
            }
            (RoomChange::Destroys(id), Ok(Some(_))) => {
                if error.is_none_or(|code| NO_SUCH_ROOM.contains(&(plugin, code))) {
                    self.created.0.remove(&(plugin, id.to_string()));
                }
            }
            _ => {}
        }
    }

    /// Janus has reported that the room is destroyed.
    pub(super) fn note_destroyed(&mut self, plugin: &'static str, id: &Id) {
        let key = (plugin, id.to_string());
        if self.created.0.get(&key).is_some_and(|created| self.now.since(created.since) > LATEST_EVENT) {
            self.created.0.remove(&key);
        }
    }
}

/// The id in a response to a request that has created a room or a mountpoint.
fn id_of_created(text: &str) -> Option<Id> {
    let message: Value = serde_json::from_str(text).ok()?;
    let data = message.get("plugindata")?.get("data")?;
    let id = data.get("room").or_else(|| data.get("stream")?.get("id"))?;
    serde_json::from_value(id.clone()).ok()
}
