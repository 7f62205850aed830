//! A replica that was suspended: another one may have taken its sessions over meanwhile, so nothing is sent to their pages
//! until the store has confirmed that they are still here.

use std::collections::{BTreeMap, BTreeSet};

use bifrons::time::Time;

use super::write::RETRY;
use super::{Place, Purpose, StoreAction, StoreFailure, Stored};
use crate::core::relay::{EventOf, Gateway, PageId};

/// What waits for the store.
#[derive(Default)]
pub(super) struct Confirming {
    /// The sessions that are not confirmed, by their pages, and what is to be sent to these.
    pages: BTreeMap<PageId, Held>,
    /// The sessions about which the store is asked again then.
    again: BTreeSet<u64>,
    due: Option<Time>,
}

#[derive(Default)]
struct Held {
    sessions: BTreeSet<u64>,
    messages: Vec<(String, Option<EventOf>)>,
}

impl Confirming {
    pub(super) const fn next_due(&self) -> Option<Time> {
        self.due
    }

    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }
}

impl Gateway {
    pub(super) fn confirm_sessions(&mut self) {
        let recorded = self.sessions.iter().filter(|(_, session)| session.recorded.revision.is_some());
        let mut recorded: Vec<_> = recorded.map(|(id, session)| (id, session.page)).collect();
        recorded.sort_unstable();
        for (session, page) in recorded {
            if let (Some(replica), Some(page)) = (&mut self.replica, page) {
                replica.confirming.pages.entry(page).or_default().sessions.insert(session);
            }
            self.confirm(session);
        }
    }

    fn confirm(&mut self, session: u64) {
        if let Some(replica) = &mut self.replica {
            let operation = replica.begin(Purpose::Confirm(session));
            self.store(StoreAction::Get { operation, place: Place::Session(session) });
        }
    }

    pub(super) fn confirm_again(&mut self) {
        let Some(replica) = &mut self.replica else { return };
        if replica.confirming.due.is_some_and(|due| due <= self.now) {
            replica.confirming.due = None;
            for session in std::mem::take(&mut replica.confirming.again) {
                self.confirm(session);
            }
        }
    }

    /// Keeps a message for a page of which a session is not confirmed; returns whether it is kept.
    pub(in crate::core::relay) fn keep_until_confirmed(
        &mut self,
        page: PageId,
        text: &mut String,
        event: Option<EventOf>,
    ) -> bool {
        let held = self.replica.as_mut().and_then(|replica| replica.confirming.pages.get_mut(&page));
        held.map(|held| held.messages.push((std::mem::take(text), event))).is_some()
    }

    pub(super) fn on_session_confirmed(&mut self, session: u64, result: Result<Stored, StoreFailure>) {
        let Some(entry) = self.sessions.get(session) else { return self.release(session) };
        match result {
            Ok(Stored::Entry(Some((text, _)))) if !self.is_own(&text, entry.recorded.epoch) => {
                self.lose_session(session);
                self.release(session);
            }
            // A store that has lost the record knows of no other owner.
            Ok(_) => self.release(session),
            // While the store is away no other replica can take it over; but one may have done so before.
            Err(_) => {
                let due = self.now + RETRY;
                if let Some(replica) = &mut self.replica {
                    replica.confirming.again.insert(session);
                    replica.confirming.due.get_or_insert(due);
                }
            }
        }
    }

    /// The session is confirmed, or lost: what was kept for its page is sent once that holds for all of its sessions.
    fn release(&mut self, session: u64) {
        let Some(replica) = &mut self.replica else { return };
        let pages = &mut replica.confirming.pages;
        let Some((&page, held)) = pages.iter_mut().find(|(_, held)| held.sessions.contains(&session)) else {
            return;
        };
        held.sessions.remove(&session);
        if held.sessions.is_empty()
            && let Some(held) = pages.remove(&page)
        {
            for (text, event) in held.messages {
                self.send_message(page, text, event);
            }
        }
    }
}
