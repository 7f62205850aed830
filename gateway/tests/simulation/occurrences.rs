//! What is reported to the host application of users and rooms.

use std::collections::BTreeMap;
use std::sync::Arc;

use bifrons_gateway::core::relay::{Occurrence, OccurrenceKind};

use super::world::World;

/// The rooms that were reported, by tenant, plugin and id: the last sequence number, and who is there.
#[derive(Debug, Default)]
pub(crate) struct Reported(BTreeMap<(Arc<str>, &'static str, String), (u64, i64)>);

impl World {
    /// The numbers of a room rise, and no more users leave it than have joined.
    pub(crate) fn take_occurrence(&mut self, occurrence: Occurrence) {
        self.note(format!("reported: {:?}", occurrence.kind));
        let (Some(tenant), Some(room)) = (occurrence.tenant.clone(), occurrence.room.clone()) else { return };
        let entry = self.reported.0.entry((tenant, room.plugin, format!("{:?}", room.id))).or_default();
        let before = std::mem::replace(&mut entry.0, room.sequence);
        entry.1 += match occurrence.kind {
            OccurrenceKind::Joined => 1,
            OccurrenceKind::Left => -1,
            _ => 0,
        };
        let (sequence, users) = *entry;
        self.must(sequence > before && users >= 0, || {
            format!("after {before}, with {users} users: {occurrence:?}")
        });
    }

    /// Who has joined a room has left it.
    pub(crate) fn check_rooms_are_left(&self) {
        self.must(self.reported.0.values().all(|(_, users)| *users == 0), || format!("{:?}", self.reported));
    }
}
