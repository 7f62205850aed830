//! The store that the replicas share, with faults.

use std::collections::BTreeMap;

use bifrons::time::Time;
use bifrons_gateway::core::relay::{Place, StoreAction, StoreFailure, StoreOperation, Stored};

use super::cluster::LEASE;

/// The store.
#[derive(Default)]
pub struct Records {
    pub sessions: BTreeMap<u64, (String, u64)>,
    leases: BTreeMap<String, (u64, Time)>,
    last_revision: u64,
    pub is_away: bool,
    /// Each write is done, and its response gets lost.
    pub loses_responses: bool,
    /// The operations on records of sessions.
    pub operations: usize,
}

impl Records {
    pub fn carry_out(
        &mut self,
        now: Time,
        action: StoreAction,
    ) -> (StoreOperation, Result<Stored, StoreFailure>) {
        self.leases.retain(|_, (_, ends)| *ends > now);
        let (operation, result) = match action {
            StoreAction::Get { operation, place } => (operation, self.get(&place).map(Stored::Entry)),
            StoreAction::Create { operation, place, value } => {
                (operation, self.write(now, &place, value, None))
            }
            StoreAction::Swap { operation, place, value, revision } => {
                (operation, self.write(now, &place, value, Some(revision)))
            }
            StoreAction::Delete { operation, place: Place::Session(session), revision } => {
                self.operations += 1;
                let found =
                    !self.is_away && self.sessions.get(&session).is_some_and(|(_, of)| *of == revision);
                if found {
                    self.sessions.remove(&session);
                }
                (operation, if found { Ok(Stored::Deleted) } else { Err(StoreFailure::Changed) })
            }
            action => panic!("{action:?}"),
        };
        match self.is_away
            || (self.loses_responses && matches!(result, Ok(Stored::Written(_) | Stored::Deleted)))
        {
            true => (operation, Err(StoreFailure::Unavailable)),
            false => (operation, result),
        }
    }

    fn get(&mut self, place: &Place) -> Result<Option<(String, u64)>, StoreFailure> {
        match place {
            Place::Session(session) => {
                self.operations += 1;
                Ok(self.sessions.get(session).cloned())
            }
            Place::Replica(replica) => {
                Ok(self.leases.get(&**replica).map(|(revision, _)| (String::new(), *revision)))
            }
        }
    }

    fn write(
        &mut self,
        now: Time,
        place: &Place,
        value: String,
        replaces: Option<u64>,
    ) -> Result<Stored, StoreFailure> {
        if self.is_away {
            return Err(StoreFailure::Unavailable);
        }
        let found = match place {
            Place::Session(session) => self.sessions.get(session).map(|(_, revision)| *revision),
            Place::Replica(replica) => self.leases.get(&**replica).map(|(revision, _)| *revision),
        };
        if found != replaces {
            return Err(if replaces.is_none() { StoreFailure::Exists } else { StoreFailure::Changed });
        }
        self.last_revision += 1;
        match place {
            Place::Session(session) => {
                self.operations += 1;
                self.sessions.insert(*session, (value, self.last_revision));
            }
            Place::Replica(replica) => {
                self.leases.insert(replica.as_ref().to_owned(), (self.last_revision, now + LEASE));
            }
        }
        Ok(Stored::Written(self.last_revision))
    }
}
