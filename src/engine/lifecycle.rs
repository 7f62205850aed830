//! How sessions and handles begin and end.

use rustc_hash::FxHashSet;

use super::Engine;
use super::end_reason::EndReason;
use super::event::Event;
use super::event_queue::EventQueue;
use super::keys::{HandleKey, SessionKey};
use super::options::Target;
use super::output::Output;
use super::pending_request::Pending;
use super::sessions::{Handle, Session};
use crate::id::{HandleId, SessionId};
use crate::wire::{AttachOptions, Verb};

impl<In, Out: Clone> Engine<In, Out> {
    /// Registers a session that Janus created or handed over; `None` if it is registered already.
    pub(super) fn register_session(&mut self, id: SessionId, request: &Pending<Out>) -> Option<SessionKey> {
        if self.sessions.by_id(id).is_some() {
            return None;
        }
        let key = SessionKey(self.next_key());
        let session = Session {
            id,
            handles: FxHashSet::default(),
            last_sent: self.now,
            interval: request.keepalive,
            keepalive_at: self.now,
            id_was_chosen: !matches!(request.verb, Verb::Create(None)),
            id_before: None,
            rebuilt: false,
        };
        self.sessions.insert(key, session);
        self.outputs.push_back(Output::SessionOpened { session: key, id });
        match request.awaiting_lost_response() {
            true => self.restore_late_session(key),
            false => self.plan_keepalive(key),
        }
        Some(key)
    }

    /// Registers a handle that Janus attached or kept; `None` if it is registered already.
    pub(super) fn register_handle(
        &mut self,
        session: SessionKey,
        id: HandleId,
        options: Option<Box<AttachOptions>>,
    ) -> Option<HandleKey> {
        if self.sessions.handle_by_id(session, id).is_some() {
            return None;
        }
        let key = HandleKey(self.next_key());
        let handle =
            Handle { id, session, pending_requests: 0, ended: None, options, queue: EventQueue::new() };
        self.sessions.insert_handle(key, handle)?;
        Some(key)
    }

    /// The options of an `attach`, if it may have to be repeated in a rebuilt session.
    pub(super) fn to_repeat(&self, options: &AttachOptions) -> Option<Box<AttachOptions>> {
        let rebuild = self.config.recovery.is_some_and(|recovery| recovery.rebuild);
        rebuild.then(|| Box::new(options.clone()))
    }

    /// Ends a session with its handles and requests. Pending teardowns are fulfilled.
    pub(super) fn end_session(&mut self, key: SessionKey, reason: EndReason) {
        let Some(id) = self.sessions.id(key) else { return };
        self.recovery.forget_session(key);
        let reason = match self.fulfil_teardowns(Target::Session(key), reason) {
            true => EndReason::Destroyed,
            false => reason,
        };
        for handle in self.sessions.handles_of(key) {
            self.end_handle(handle, reason);
        }
        for request in self.requests.ids(|pending| pending.target == Target::Session(key)) {
            self.end_request(request, reason.session_gone());
        }
        let id_before = self.sessions.get(key).and_then(|session| session.id_before);
        self.recovery.on_session_ended(id_before);
        self.sessions.remove(key);
        self.outputs.push_back(Output::SessionEnded { session: key, id, reason });
    }

    pub(super) fn end_all_sessions(&mut self, reason: EndReason) {
        for key in self.sessions.keys() {
            self.end_session(key, reason);
        }
    }

    /// Ends a handle with its requests; its last event follows those that are not read yet.
    pub(super) fn end_handle(&mut self, key: HandleKey, reason: EndReason) {
        let Some(handle) = self.sessions.handle_mut(key).filter(|handle| handle.ended.is_none()) else {
            return;
        };
        handle.ended = Some(reason);
        self.recovery.forget_handle(key);
        let mut reason = reason;
        if handle.pending_requests > 0 {
            if self.fulfil_teardowns(Target::Handle(key), reason) {
                reason = EndReason::Detached;
            }
            for request in self.requests.ids(|pending| pending.target == Target::Handle(key)) {
                self.end_request(request, reason.handle_detached());
            }
        }
        if let Some(handle) = self.sessions.handle_mut(key) {
            handle.ended = Some(reason);
        }
        self.sessions.end_handle(key);
        self.push_event(key, Event::Ended(reason));
    }

    /// Fulfils the pending teardowns of a session or handle that is gone, and returns whether there were any. Janus
    /// handles the requests of one session on several threads, so another request may learn of the end first.
    fn fulfil_teardowns(&mut self, target: Target, reason: EndReason) -> bool {
        if !reason.is_gone_in_janus() {
            return false;
        }
        let teardowns = self.requests.ids(|pending| pending.target == target && pending.is_teardown());
        for id in &teardowns {
            self.fulfil(*id);
        }
        !teardowns.is_empty()
    }
}
