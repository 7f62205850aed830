//! Writing the records of the sessions that are here: a while after each change, so that several are one write.

use std::collections::BTreeSet;
use std::time::Duration;

use bifrons::time::Time;

use super::record::Record;
use super::{Place, Purpose, StoreAction, StoreFailure, Stored};
use crate::core::relay::{CloseCode, Gateway};

/// How long after a change the record is written. What has happened since is lost when the replica dies.
const WRITE_DELAY: Duration = Duration::from_secs(1);
/// How long after a failure of the store it is tried again.
pub(super) const RETRY: Duration = Duration::from_secs(2);

/// What is known of a session's record.
#[derive(Debug, Default)]
pub(in crate::core::relay) struct Recorded {
    /// How often the session has moved.
    pub epoch: u64,
    /// The revision of the record; `None` if there is none yet, or it is not known.
    pub revision: Option<u64>,
    due: Option<Time>,
    is_busy: bool,
    /// The last write may have been done.
    is_uncertain: bool,
}

impl Recorded {
    /// That of a session that has just come here.
    pub(super) fn of_move(epoch: u64, revision: u64) -> Self {
        Self { epoch, revision: Some(revision), ..Self::default() }
    }
}

/// When records are to be written, and deletions are to be tried again.
#[derive(Debug, Default)]
pub(super) struct Writes(BTreeSet<(Time, u64)>);

/// A session that was ended, and whose record is to be deleted.
#[derive(Debug)]
pub(super) struct Ending {
    epoch: u64,
    revision: Option<u64>,
    /// An operation is under way.
    is_busy: bool,
}

impl Writes {
    pub(super) fn next_due(&self) -> Option<Time> {
        self.0.first().map(|(due, _)| *due)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Gateway {
    /// The session has changed, and its record is to follow.
    pub(in crate::core::relay) fn note_for_record(&mut self, session: u64) {
        self.write_later(session, WRITE_DELAY);
    }

    /// The connection to Janus was lost, and is open again: sessions may have other ids there.
    pub(in crate::core::relay) fn note_all_for_records(&mut self, upstream: usize) {
        if self.replica.is_none() {
            return;
        }
        let of_upstream = self.sessions.iter().filter(|(_, session)| session.upstream == upstream);
        let sessions: Vec<_> = of_upstream.map(|(id, _)| id).collect();
        sessions.into_iter().for_each(|session| self.note_for_record(session));
    }

    fn write_later(&mut self, session: u64, delay: Duration) {
        let Some(replica) = &mut self.replica else { return };
        let Some(entry) = self.sessions.get_mut(session) else { return };
        if entry.recorded.due.is_none() {
            let due = self.now + delay;
            entry.recorded.due = Some(due);
            replica.writes.0.insert((due, session));
        }
    }

    /// Writes what would be written later: the replica ends.
    pub(in crate::core::relay) fn write_records_now(&mut self) {
        let Some(replica) = &mut self.replica else { return };
        let sessions: Vec<_> =
            std::mem::take(&mut replica.writes.0).into_iter().map(|(_, session)| session).collect();
        for session in sessions {
            if let Some(entry) = self.sessions.get_mut(session) {
                entry.recorded.due = None;
            }
            self.write_record(session);
        }
    }

    pub(super) fn write_due_records(&mut self) {
        let due = |replica: &super::Replica, now: Time| {
            replica.writes.0.first().copied().filter(|(due, _)| *due <= now)
        };
        while let Some((at, session)) = self.replica.as_ref().and_then(|replica| due(replica, self.now)) {
            if let Some(replica) = &mut self.replica {
                replica.writes.0.remove(&(at, session));
            }
            match self.sessions.get_mut(session) {
                Some(entry) => {
                    entry.recorded.due = None;
                    self.write_record(session);
                }
                None => self.delete_record(session),
            }
        }
    }

    fn write_record(&mut self, session: u64) {
        let Some(entry) = self.sessions.get(session) else { return };
        if entry.recorded.is_busy {
            // It is written again when the write that is under way has ended.
            return self.write_later(session, WRITE_DELAY);
        }
        let (revision, is_uncertain) = (entry.recorded.revision, entry.recorded.is_uncertain);
        let Some(record) = self.record_of(entry) else { return };
        let Some(replica) = &mut self.replica else { return };
        let place = Place::Session(session);
        let action = if is_uncertain {
            StoreAction::Get { operation: replica.begin(Purpose::Look(session)), place }
        } else {
            let (operation, value) = (replica.begin(Purpose::Write(session)), record.text());
            match revision {
                None => StoreAction::Create { operation, place, value },
                Some(revision) => StoreAction::Swap { operation, place, value, revision },
            }
        };
        if let Some(entry) = self.sessions.get_mut(session) {
            entry.recorded.is_busy = true;
        }
        self.store(action);
    }

    pub(super) fn on_record_written(&mut self, session: u64, result: Result<Stored, StoreFailure>) {
        let written = match result {
            Ok(Stored::Written(revision)) => Ok(revision),
            Ok(_) => Err(StoreFailure::Unavailable),
            Err(failure) => Err(failure),
        };
        let Some(entry) = self.sessions.get_mut(session) else {
            return self.on_late_write(session, written.ok());
        };
        entry.recorded.is_busy = false;
        match written {
            Ok(revision) => entry.recorded.revision = Some(revision),
            Err(failure) => {
                entry.recorded.is_uncertain = true;
                let is_away = matches!(failure, StoreFailure::Unavailable);
                self.write_later(session, if is_away { RETRY } else { Duration::ZERO });
            }
        }
    }

    /// What the store has of a session, after a write that may or may not have been done.
    pub(super) fn on_record_looked_at(&mut self, session: u64, result: Result<Stored, StoreFailure>) {
        let Some(entry) = self.sessions.get_mut(session) else { return self.on_late_write(session, None) };
        entry.recorded.is_busy = false;
        let Ok(Stored::Entry(found)) = result else { return self.write_later(session, RETRY) };
        entry.recorded.is_uncertain = false;
        let epoch = entry.recorded.epoch;
        match found {
            // A store that has lost it gets it again.
            None => entry.recorded.revision = None,
            Some((text, revision)) if self.is_own(&text, epoch) => {
                if let Some(entry) = self.sessions.get_mut(session) {
                    entry.recorded.revision = Some(revision);
                }
            }
            Some(_) => return self.lose_session(session),
        }
        self.write_later(session, Duration::ZERO);
    }

    /// Whether this is a record that this replica has written in this epoch, or before.
    pub(super) fn is_own(&self, text: &str, epoch: u64) -> bool {
        let own = self.replica.as_ref().map(|replica| &*replica.id);
        Record::read(text).is_some_and(|record| Some(&*record.owner) == own && record.epoch <= epoch)
    }

    /// The session is another replica's now. Its page has gone there: the connection that it had here is a remnant.
    pub(super) fn lose_session(&mut self, session: u64) {
        let Some(lost) = self.sessions.remove(session) else { return };
        self.upstreams[lost.upstream].engine.leave(self.now, lost.key);
        if let Some(page) = lost.page {
            self.leave_page(page, session);
            if self.pages.get(&page).is_some_and(|page| page.sessions.is_empty()) {
                self.close_page(page, CloseCode::GoingAway);
            }
        }
    }

    /// The session has ended, and its record is to go.
    pub(in crate::core::relay) fn forget_record(&mut self, session: u64, recorded: &Recorded) {
        let Some(replica) = &mut self.replica else { return };
        if let Some(due) = recorded.due {
            replica.writes.0.remove(&(due, session));
        }
        if recorded.revision.is_none() && !recorded.is_busy && !recorded.is_uncertain {
            return;
        }
        let revision = recorded.revision.filter(|_| !recorded.is_uncertain);
        let ending = Ending { epoch: recorded.epoch, revision, is_busy: recorded.is_busy };
        replica.endings.insert(session, ending);
        self.delete_record(session);
    }

    fn delete_record(&mut self, session: u64) {
        let Some(replica) = &mut self.replica else { return };
        let Some(ending) = replica.endings.get_mut(&session).filter(|ending| !ending.is_busy) else { return };
        ending.is_busy = true;
        let (place, revision) = (Place::Session(session), ending.revision);
        let action = match revision {
            Some(revision) => {
                StoreAction::Delete { operation: replica.begin(Purpose::Delete(session)), place, revision }
            }
            None => StoreAction::Get { operation: replica.begin(Purpose::LookBeforeDelete(session)), place },
        };
        self.store(action);
    }

    /// A write has ended, and its session had ended before.
    fn on_late_write(&mut self, session: u64, revision: Option<u64>) {
        let Some(ending) = self.replica.as_mut().and_then(|replica| replica.endings.get_mut(&session)) else {
            return;
        };
        (ending.is_busy, ending.revision) = (false, revision);
        self.delete_record(session);
    }

    pub(super) fn on_record_deleted(&mut self, session: u64, result: &Result<Stored, StoreFailure>) {
        let Some(replica) = &mut self.replica else { return };
        let Some(ending) = replica.endings.get_mut(&session) else { return };
        ending.is_busy = false;
        match result {
            Ok(_) => drop(replica.endings.remove(&session)),
            Err(failure) => {
                ending.revision = None;
                let delay = if *failure == StoreFailure::Unavailable { RETRY } else { Duration::ZERO };
                replica.writes.0.insert((self.now + delay, session));
            }
        }
    }

    pub(super) fn on_record_to_delete(&mut self, session: u64, result: Result<Stored, StoreFailure>) {
        let own = self.replica.as_ref().and_then(|replica| Some(replica.endings.get(&session)?.epoch));
        let found = match result {
            Ok(Stored::Entry(found)) => {
                Some(found.filter(|(text, _)| own.is_some_and(|epoch| self.is_own(text, epoch))))
            }
            _ => None,
        };
        let Some(replica) = &mut self.replica else { return };
        let Some(ending) = replica.endings.get_mut(&session) else { return };
        ending.is_busy = false;
        match found {
            Some(Some((_, revision))) => {
                ending.revision = Some(revision);
                self.delete_record(session);
            }
            // It is gone, or another replica's.
            Some(None) => drop(replica.endings.remove(&session)),
            None => drop(replica.writes.0.insert((self.now + RETRY, session))),
        }
    }
}
