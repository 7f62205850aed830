//! Sessions that Janus no longer has: they end, or are created again with their handles.

use super::{Engine, Preparation, being_rebuilt};
use crate::engine::end_reason::EndReason;
use crate::engine::event::Event;
use crate::engine::keys::{HandleKey, RebuildKey, SessionKey};
use crate::engine::notice::Notice;
use crate::engine::options::Target;
use crate::engine::output::Output;
use crate::engine::pending_request::{Pending, RESPONSE_LOST};
use crate::engine::timers::Timer;
use crate::error::{Error, ErrorCode};
use crate::id::HandleId;
use crate::time::Time;

impl<In, Out: Clone> Engine<In, Out> {
    /// Sets whether the handles of each session that is rebuilt from now on wait for
    /// [`attach_again`](Self::attach_again), so that the application can first create what they need, such as their
    /// room. By default they do not. [`Output::Resumed`] waits, too. The application has the request timeout for it;
    /// then the session ends, as with [`fail_rebuild`](Self::fail_rebuild).
    pub const fn hold_rebuilt(&mut self, hold: bool) {
        self.recovery.set_prepares(hold);
    }

    /// Attaches the handles of a rebuilt session again. No effect if the session was lost once more since: then it is
    /// prepared once more.
    pub fn attach_again(&mut self, now: Time, session: SessionKey, rebuild: RebuildKey) {
        self.advance(now);
        if self.recovery.is_prepared_in(session, rebuild) {
            self.recovery.end_preparation(session);
            self.recovery.restore_next(self.sessions.handles_of(session));
        }
    }

    /// Ends a rebuilt session that the application could not prepare, as [`EndReason::RebuildFailed`], and destroys it
    /// in Janus. No effect if the session was lost once more since.
    pub fn fail_rebuild(&mut self, now: Time, session: SessionKey, rebuild: RebuildKey) {
        self.advance(now);
        if self.recovery.is_prepared_in(session, rebuild) {
            self.remove_session(session, EndReason::RebuildFailed);
        }
    }

    pub(in crate::engine) fn on_preparation_timeout(&mut self, key: SessionKey) {
        if let (Some(session), Some(within)) = (self.session_id(key), self.config.request_timeout) {
            self.notice(Notice::NotPrepared { session, within });
        }
        self.remove_session(key, EndReason::RebuildFailed);
    }

    /// The server no longer has the session: it ends, or is created again.
    pub(in crate::engine) fn lose_session(&mut self, key: SessionKey, reason: EndReason) {
        let wanted = self.config.recovery.is_some_and(|recovery| recovery.rebuild);
        let rebuild = wanted && self.connection.is_open() && !self.is_being_destroyed(key);
        if !rebuild {
            if reason == EndReason::LostInOutage {
                self.end_requests_of(key, &reason.session_gone());
            }
            return self.end_session(key, reason);
        }
        if self.recovery.is_rebuilding(key) || self.sessions.get(key).is_none() {
            return;
        }
        self.recovery.begin_rebuild(key);
        self.end_requests_of(key, &being_rebuilt());
        for handle in self.sessions.handles_of(key) {
            self.sessions.forget_handle_id(handle);
            self.recovery.begin_handle_rebuild(handle);
            let entry = self.sessions.handle(handle);
            // The plugin of an adopted handle is not known. What is still pending is a `detach`.
            if entry.is_some_and(|entry| entry.options.is_none() || entry.pending_requests > 0) {
                self.end_handle(handle, EndReason::LostInOutage);
            }
        }
        self.restore_session(key);
    }

    /// Ends the requests of a lost session: they may depend on state that was lost with it. Teardowns stay, as
    /// the loss fulfils them.
    fn end_requests_of(&mut self, key: SessionKey, unsent: &Error) {
        let ids = self
            .requests
            .ids(|pending| self.sessions.session_of(pending.target) == Some(key) && !pending.is_teardown());
        for id in ids {
            match self.requests.get(id).map(|pending| (pending.purpose.is_internal(), pending.sent.is_some()))
            {
                Some((true, _)) => drop(self.take(id)),
                Some((false, true)) => {
                    self.end_request(id, Error::new(ErrorCode::ResponseLost, RESPONSE_LOST));
                }
                Some((false, false)) => self.end_request(id, unsent.clone()),
                None => {}
            }
        }
    }

    pub(in crate::engine) fn is_being_destroyed(&self, key: SessionKey) -> bool {
        self.requests.any(|pending| pending.target == Target::Session(key) && pending.is_teardown())
    }

    /// Fulfils a request that ends a session or a handle that is being rebuilt: Janus has neither.
    pub(in crate::engine) fn end_rebuilding(&mut self, pending: &Pending<Out>) -> bool {
        if !pending.is_teardown() || !self.is_rebuilding(pending.target) {
            return false;
        }
        match pending.target {
            Target::Session(key) => self.end_session(key, EndReason::Destroyed),
            Target::Handle(key) => self.end_handle(key, EndReason::Detached),
            Target::Connection => return false,
        }
        true
    }

    pub(in crate::engine) fn is_rebuilding(&self, target: Target) -> bool {
        match target {
            Target::Connection => false,
            Target::Session(key) => self.recovery.is_rebuilding(key),
            Target::Handle(key) => self.recovery.is_rebuilding_handle(key),
        }
    }

    /// A handle was attached again.
    pub(in crate::engine) fn on_attached_again(&mut self, key: HandleKey, id: HandleId) {
        self.recovery.forget_handle(key);
        if self.sessions.set_handle_id(key, id) {
            self.outputs.push_back(Output::HandleRebuilt { handle: key, id });
            self.push_event(key, Event::Rebuilt { id });
            self.give_early(key);
        }
    }

    /// If the application prepares rebuilt sessions, it now prepares this one.
    pub(super) fn begin_preparation(&mut self, key: SessionKey, rebuild: RebuildKey) {
        if !self.recovery.prepares {
            return;
        }
        let until = self.config.request_timeout.map(|timeout| self.now + timeout);
        self.recovery.unprepared.insert(key, Preparation { rebuild, until });
        if let Some(at) = until {
            self.timers.set(at, Timer::Preparation(key));
        }
    }
}
