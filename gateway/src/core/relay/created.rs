//! The rooms and mountpoints that users have created: each counts until it is destroyed, also when its creator has gone.

use std::collections::HashMap;
use std::time::Duration;

use bifrons::engine::Reply;
use bifrons::time::Time;
use bifrons::{Error, Id};
use serde_json::{Map, Value};

use super::Gateway;
use super::flow::error_of;
use super::upstream::Text;
use crate::core::decision::named;
use crate::core::definitions::{Plugin, Request};
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
    /// The requests at Janus that create it again.
    pending: usize,
    /// Whether it was destroyed while such a request was at Janus, whose response decides.
    is_destroyed: bool,
}

/// What a request changes.
#[derive(Debug)]
pub(super) enum RoomChange {
    /// It creates a room, with this id if it names one.
    Creates(Option<Id>, Held),
    /// It creates a room that counts as this user's already, if it is no longer there.
    CreatesAgain(Id),
    Destroys(Id),
}

impl RoomChange {
    /// The room that this request destroys.
    pub(super) fn destroying(request: Option<&Request>, body: &Map<String, Value>) -> Option<Self> {
        let request = request.filter(|request| request.verb() == "destroy")?;
        named(request, body).map(Self::Destroys)
    }
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
        request: Option<&'static Request>,
        body: &Map<String, Value>,
    ) -> Result<Option<RoomChange>, Refusal> {
        match request.filter(|request| request.creates()) {
            Some(request) => self.creating(who, plugin.name, named(request, body)).map(Some),
            None => Ok(RoomChange::destroying(request, body)),
        }
    }

    /// Counts a room that is being created, unless it counts as this user's already.
    ///
    /// # Errors
    /// The user has created as many rooms as it may.
    fn creating(
        &mut self,
        who: &Identity,
        plugin: &'static str,
        id: Option<Id>,
    ) -> Result<RoomChange, Refusal> {
        if let Some(id) = &id
            && let Some(before) = self.created.0.get_mut(&(plugin, id.to_string()))
            && self.usages.is_of(who, &before.held)
        {
            before.pending += 1;
            return Ok(RoomChange::CreatesAgain(id.clone()));
        }
        let held = self.usages.room(who, self.settings.limits.subject)?;
        Ok(RoomChange::Creates(id, held))
    }

    /// Notes what Janus has responded. One that may have been created, as Janus has not responded, counts if it has a name.
    pub(super) fn settle_room(
        &mut self,
        plugin: &'static str,
        change: RoomChange,
        result: &Result<Reply<Text>, Error>,
    ) {
        let outcome = Outcome::of(plugin, result);
        match (change, outcome) {
            (RoomChange::Creates(named, held), Outcome::Done(text)) => {
                if let Some(id) = id_of_created(text).or(named) {
                    self.created.0.insert((plugin, id.to_string()), Created::new(held, self.now));
                }
            }
            (RoomChange::Creates(Some(id), held), Outcome::Unknown) => {
                let created = Created::new(held, self.now);
                self.created.0.entry((plugin, id.to_string())).or_insert(created);
            }
            (RoomChange::Creates(..), _) => {}
            (RoomChange::CreatesAgain(id), outcome) => {
                let Some(created) = self.created.0.get_mut(&(plugin, id.to_string())) else { return };
                created.pending = created.pending.saturating_sub(1);
                if matches!(outcome, Outcome::Done(_) | Outcome::Unknown) {
                    (created.is_destroyed, created.since) = (false, self.now);
                } else if created.is_destroyed && created.pending == 0 {
                    self.created.0.remove(&(plugin, id.to_string()));
                }
            }
            (RoomChange::Destroys(id), Outcome::Done(_) | Outcome::NoSuchRoom) => self.give_back(plugin, &id),
            (RoomChange::Destroys(_), _) => {}
        }
    }

    fn give_back(&mut self, plugin: &'static str, id: &Id) {
        let key = (plugin, id.to_string());
        match self.created.0.get_mut(&key) {
            Some(created) if created.pending > 0 => created.is_destroyed = true,
            _ => drop(self.created.0.remove(&key)),
        }
    }

    /// Janus has reported that the room is destroyed.
    pub(super) fn note_destroyed(&mut self, plugin: &'static str, id: &Id) {
        let key = (plugin, id.to_string());
        if self.created.0.get(&key).is_some_and(|created| self.now.since(created.since) > LATEST_EVENT) {
            self.give_back(plugin, id);
        }
    }
}

impl Created {
    const fn new(held: Held, since: Time) -> Self {
        Self { held, since, pending: 0, is_destroyed: false }
    }
}

/// What has become of a request at Janus.
enum Outcome<'r> {
    Done(&'r str),
    NoSuchRoom,
    Refused,
    /// Janus has not responded, and may have carried it out.
    Unknown,
}

impl<'r> Outcome<'r> {
    fn of(plugin: &'static str, result: &'r Result<Reply<Text>, Error>) -> Self {
        let response = result.as_ref().map(|reply| reply.message.as_deref());
        match response {
            Ok(Some(text)) => match error_of(text) {
                None => Self::Done(text),
                Some((code, _)) if NO_SUCH_ROOM.contains(&(plugin, code)) => Self::NoSuchRoom,
                Some(_) => Self::Refused,
            },
            Err(error) if error.janus_code().is_some() || error.sent() != Some(true) => Self::Refused,
            Ok(None) | Err(_) => Self::Unknown,
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
