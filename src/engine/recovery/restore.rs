//! Sessions and their handles on a new transport connection.

use super::{Engine, HandleState, SessionState};
use crate::engine::connection::Phase;
use crate::engine::end_reason::EndReason;
use crate::engine::keys::{HandleKey, RebuildKey, SessionKey};
use crate::engine::notice::Notice;
use crate::engine::options::{Target, Timeout};
use crate::engine::output::Output;
use crate::engine::pending_request::Purpose;
use crate::error::{Error, ErrorCode};
use crate::id::SessionId;
use crate::wire::Verb;

/// The maximum number of handles that are restored at a time, so that the application's requests get through.
const MAX_RESTORING_HANDLES: usize = 256;

impl<In, Out: Clone> Engine<In, Out> {
    /// A transport connection is open: the server is asked for each session.
    pub(in crate::engine) fn restore_sessions(&mut self) {
        for key in self.sessions.keys() {
            self.restore_session(key);
        }
    }

    /// Asks the server for a session that is not usable, if there is a transport connection for it.
    pub(in crate::engine) fn restore_session(&mut self, key: SessionKey) {
        let Phase::Open { tries, traits, .. } = &self.connection.phase else { return };
        let (claims, address) = (traits.claims, tries.address);
        let home = self.recovery.outage.as_ref().map_or(address, |outage| outage.home);
        let (Some(state), Some(session)) = (self.recovery.state(key), self.sessions.get(key)) else { return };
        let verb = match state {
            // Another server may have given an id of a client's choice to another session.
            SessionState::Disconnected if session.id_was_chosen && address != home => {
                return self.lose_session(key, EndReason::LostInOutage);
            }
            SessionState::Disconnected if claims => Verb::Claim,
            SessionState::Disconnected => Verb::Keepalive,
            SessionState::Rebuilding => Verb::Create(session.id_was_chosen.then_some(session.id)),
            SessionState::Claiming => return,
        };
        if state == SessionState::Disconnected {
            self.recovery.set_state(key, SessionState::Claiming);
        }
        let timeout = Timeout::from(self.config.attempt_timeout);
        self.ask_internally(Purpose::RestoreSession, Target::Session(key), verb, timeout);
    }

    /// A session was created on the lost transport connection; the response came on this one.
    pub(in crate::engine) fn restore_late_session(&mut self, key: SessionKey) {
        self.recovery.set_state(key, SessionState::Disconnected);
        self.restore_session(key);
    }

    /// A session is usable on this transport connection, with this id.
    pub(in crate::engine) fn on_session_restored(&mut self, key: SessionKey, id: SessionId) {
        let Some(before) = self.sessions.set_id(key, id) else { return };
        let rebuilt = self.recovery.is_rebuilding(key).then(|| RebuildKey(self.next_key()));
        if let Some(rebuild) = rebuilt {
            self.sessions.note_rebuilt(key);
            self.begin_preparation(key, rebuild);
        }
        let waiting = self.recovery.sessions.remove(&key).map(|session| session.waiting);
        self.requests.send_also(waiting.unwrap_or_default());
        self.recovery.next_handles.extend(self.sessions.handles_of(key));
        self.outputs.push_back(Output::SessionResumed { session: key, id, before, rebuilt });
        self.plan_keepalive(key);
    }

    /// Asks the server for the next handle to restore, if there is one and few such requests are pending.
    pub(in crate::engine) fn restore_next_handle(&mut self) -> bool {
        while self.recovery.restoring_handles < MAX_RESTORING_HANDLES {
            let Some(key) = self.recovery.next_handles.pop_front() else { return false };
            let (Some(state), Some(handle)) = (self.recovery.handles.get(&key), self.sessions.handle(key))
            else {
                continue;
            };
            if !self.recovery.is_usable(handle.session) {
                continue;
            }
            let verb = match (state, &handle.options) {
                (HandleState::Unconfirmed, _) => Verb::Keepalive,
                (HandleState::Rebuilding, _) if self.recovery.unprepared.contains_key(&handle.session) => {
                    continue;
                }
                (HandleState::Rebuilding, Some(options)) => Verb::Attach(options.clone()),
                (HandleState::Rebuilding, None) => continue,
            };
            self.recovery.restoring_handles += 1;
            let timeout = Timeout::from(self.config.attempt_timeout);
            self.ask_internally(Purpose::RestoreHandle, Target::Handle(key), verb, timeout);
            return true;
        }
        false
    }

    /// A request that was to restore a session failed.
    pub(in crate::engine) fn on_session_not_restored(&mut self, key: SessionKey, error: Error) {
        if self.recovery.is_usable(key) {
            // The session has ended meanwhile.
            return;
        }
        if !matches!(error.code(), ErrorCode::JanusRefused | ErrorCode::BadResponse) {
            // The server does not respond on this transport connection.
            return self.lose_silent_transport(error);
        }
        if let Some(session) = self.session_id(key) {
            self.notice(Notice::NotRecovered { session, handle: None, error });
        }
        self.end_session(key, EndReason::LostInOutage);
    }

    /// A request that was to restore a handle failed.
    pub(in crate::engine) fn on_handle_not_restored(&mut self, key: HandleKey, error: Error) {
        if !self.recovery.is_rebuilding_handle(key) {
            return;
        }
        let Some(handle) = self.sessions.handle(key) else { return };
        let id = handle.id;
        if let Some(session) = self.session_id(handle.session) {
            self.notice(Notice::NotRecovered { session, handle: Some(id), error });
        }
        self.end_handle(key, EndReason::LostInOutage);
    }
}
