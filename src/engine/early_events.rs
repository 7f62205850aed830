//! Events of a handle that come before the response to its `attach`.

use std::collections::VecDeque;

use super::Engine;
use super::end_reason::EndReason;
use super::event::Event;
use super::keys::{HandleKey, SessionKey};
use super::notice::{Notice, ProtocolViolation};
use super::options::Target;
use super::requests::Requests;
use crate::id::HandleId;
use crate::wire::{Envelope, Kind, Verb};

/// A plugin may send an event as soon as the handle exists, before Janus responds to the `attach` with its id.
pub(super) struct EarlyEvents<In>(VecDeque<Early<In>>);

struct Early<In> {
    session: SessionKey,
    handle: HandleId,
    kind: Kind,
    message: In,
}

impl<In> EarlyEvents<In> {
    pub(super) const fn new() -> Self {
        Self(VecDeque::new())
    }

    /// Whether there are early events, and no pending `attach` that they can belong to.
    pub(super) fn are_unwanted<Out>(&self, requests: &Requests<Out>) -> bool {
        !self.0.is_empty() && !requests.has_attaches()
    }

    /// Removes the events of a handle, in order.
    fn take(&mut self, session: SessionKey, handle: HandleId) -> Vec<(Kind, In)> {
        let mut taken = Vec::new();
        let mut rest = VecDeque::new();
        for early in std::mem::take(&mut self.0) {
            match early.session == session && early.handle == handle {
                true => taken.push((early.kind, early.message)),
                false => rest.push_back(early),
            }
        }
        self.0 = rest;
        taken
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// Keeps an event of an unknown handle if an `attach` of its session is pending; returns it otherwise.
    pub(super) fn keep_early(&mut self, envelope: &Envelope<'_>, message: In) -> Option<In> {
        let session = envelope.session.and_then(crate::id::SessionId::new);
        let session = session.and_then(|id| self.sessions.by_id(id));
        let handle = envelope.sender.and_then(HandleId::new);
        let (Some(session), Some(handle)) = (session, handle) else { return Some(message) };
        if !self.is_attaching(session) || self.early.0.len() >= self.config.max_events {
            return Some(message);
        }
        self.early.0.push_back(Early { session, handle, kind: envelope.kind, message });
        None
    }

    fn is_attaching(&self, session: SessionKey) -> bool {
        let attaches = |target| match target {
            Target::Session(key) => key == session,
            Target::Handle(key) => self.sessions.handle(key).is_some_and(|handle| handle.session == session),
            Target::Connection => false,
        };
        self.requests.has_attaches()
            && self.requests.any(|open| {
                matches!(open.verb, Verb::Attach(_)) && open.sent.is_some() && attaches(open.target)
            })
    }

    /// The handle is attached: its early events are its first.
    pub(super) fn give_early(&mut self, key: HandleKey) {
        if self.early.0.is_empty() {
            return;
        }
        let Some((session, id)) = self.sessions.handle(key).map(|handle| (handle.session, handle.id)) else {
            return;
        };
        for (kind, message) in self.early.take(session, id) {
            match kind {
                Kind::Detached => self.end_handle(key, EndReason::ByServer),
                kind => self.push_event(key, Event::Message { kind, message }),
            }
        }
    }

    /// No `attach` is pending: the remaining events belong to no handle. A `detached` is that of an earlier handle.
    pub(super) fn drop_early(&mut self) {
        let remaining = std::mem::take(&mut self.early.0);
        for early in remaining.into_iter().filter(|early| early.kind != Kind::Detached) {
            self.stats.late += 1;
            let session = self.session_id(early.session).map(|id| id.get());
            let handle = Some(early.handle.get());
            self.notice(Notice::ProtocolViolation {
                violation: ProtocolViolation::UnknownHandle,
                session,
                handle,
            });
        }
    }
}
