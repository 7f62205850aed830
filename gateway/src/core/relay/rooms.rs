//! Who is in which room, by what Janus responds and reports.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use bifrons::Id;

use super::occurrence::{Occurrence, OccurrenceKind, OfRoom};
use crate::core::identity::Identity;

/// A handle, by its session's id and its own.
type At = (u64, u64);

/// The rooms of pages.
#[derive(Debug, Default)]
pub(super) struct Rooms {
    rooms: BTreeMap<RoomKey, Room>,
    /// Where each handle is.
    places: HashMap<At, RoomKey>,
    occurred: VecDeque<Occurrence>,
    /// The highest number of a room that is forgotten: it may come again within the same microsecond.
    highest: u64,
}

/// A room of a tenant. Two tenants that share one see their own users only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RoomKey {
    pub tenant: Arc<str>,
    pub plugin: &'static str,
    pub id: Id,
}

/// A room in which there are users.
#[derive(Debug)]
pub(super) struct Room {
    pub users: BTreeMap<At, User>,
    /// The sequence number of the last occurrence.
    pub sequence: u64,
}

/// A user in a room.
#[derive(Debug)]
pub(super) struct User {
    pub subject: Arc<str>,
    /// Its id in the room, which is Janus's.
    pub id: Option<Id>,
    pub is_publishing: bool,
}

impl Rooms {
    /// The user of this handle is in the room now; `unix` is the time since 1970.
    pub(super) fn join(&mut self, at: At, key: RoomKey, subject: Arc<str>, id: Option<Id>, unix: Duration) {
        if self.places.get(&at) == Some(&key) {
            return;
        }
        self.leave(at);
        let highest = self.highest;
        let room = self.rooms.entry(key.clone()).or_insert_with(|| Room::new(unix, highest));
        room.users.insert(at, User { subject: subject.clone(), id, is_publishing: false });
        self.occurred.push_back(room.occurrence(OccurrenceKind::Joined, &key, Some((at.0, subject))));
        self.places.insert(at, key);
    }

    /// The handle is in no room now.
    pub(super) fn leave(&mut self, at: At) {
        self.publish(at, false);
        let Some(key) = self.places.remove(&at) else { return };
        let Some(room) = self.rooms.get_mut(&key) else { return };
        let Some(user) = room.users.remove(&at) else { return };
        self.occurred.push_back(room.occurrence(OccurrenceKind::Left, &key, Some((at.0, user.subject))));
        if room.users.is_empty() {
            self.occurred.push_back(room.occurrence(OccurrenceKind::RoomEmpty, &key, None));
            self.highest = self.highest.max(room.sequence);
            self.rooms.remove(&key);
        }
    }

    /// The handle is in no room now, if the user of this id is the handle's.
    pub(super) fn leave_as(&mut self, at: At, id: &Id) {
        let room = self.places.get(&at).and_then(|key| self.rooms.get(key));
        if room.and_then(|room| room.users.get(&at)?.id.as_ref()) == Some(id) {
            self.leave(at);
        }
    }

    /// The media of the handle's user flow now, or no longer.
    pub(super) fn publish(&mut self, at: At, is_publishing: bool) {
        let Some(key) = self.places.get(&at) else { return };
        let Some(room) = self.rooms.get_mut(key) else { return };
        let Some(user) = room.users.get_mut(&at).filter(|user| user.is_publishing != is_publishing) else {
            return;
        };
        user.is_publishing = is_publishing;
        let subject = user.subject.clone();
        let kind = if is_publishing { OccurrenceKind::Published } else { OccurrenceKind::Unpublished };
        self.occurred.push_back(room.occurrence(kind, key, Some((at.0, subject))));
    }

    /// A user has created the room.
    pub(super) fn created(&mut self, key: &RoomKey, who: (u64, Arc<str>), unix: Duration) {
        let mut new = Room::new(unix, self.highest);
        let room = self.rooms.get_mut(key).unwrap_or(&mut new);
        self.occurred.push_back(room.occurrence(OccurrenceKind::RoomCreated, key, Some(who)));
        self.highest = self.highest.max(new.sequence);
    }

    /// A session has ended, with these handles.
    pub(super) fn session_ended(&mut self, session: u64, who: &Identity, handles: impl Iterator<Item = u64>) {
        for handle in handles {
            self.leave((session, handle));
        }
        self.occurred.push_back(Occurrence {
            kind: OccurrenceKind::SessionEnded,
            tenant: Some(who.tenant.clone()),
            subject: Some(who.subject.clone()),
            session: Some(session),
            room: None,
            reason: None,
        });
    }

    /// A token was refused, for this reason.
    pub(super) fn token_refused(&mut self, reason: &'static str) {
        self.occurred.push_back(Occurrence {
            kind: OccurrenceKind::TokenRefused,
            tenant: None,
            subject: None,
            session: None,
            room: None,
            reason: Some(reason),
        });
    }

    pub(super) fn next_occurrence(&mut self) -> Option<Occurrence> {
        self.occurred.pop_front()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&RoomKey, &Room)> {
        self.rooms.iter()
    }
}

impl Room {
    /// A room that has had no user. Its numbers begin with the time in microseconds, and above the highest one before, so that
    /// they go on higher after it was empty, and after a restart.
    fn new(unix: Duration, highest: u64) -> Self {
        let sequence = u64::try_from(unix.as_micros()).unwrap_or_default();
        Self { users: BTreeMap::new(), sequence: sequence.max(highest) }
    }

    fn occurrence(
        &mut self,
        kind: OccurrenceKind,
        key: &RoomKey,
        who: Option<(u64, Arc<str>)>,
    ) -> Occurrence {
        self.sequence += 1;
        let (session, subject) = who.unzip();
        Occurrence {
            kind,
            tenant: Some(key.tenant.clone()),
            subject,
            session,
            room: Some(OfRoom { plugin: key.plugin, id: key.id.clone(), sequence: self.sequence }),
            reason: None,
        }
    }
}
