//! Keepalives: within the limits that the server reports, and put off by every other request.

use std::time::Duration;

use super::Engine;
use super::end_reason::EndReason;
use super::keys::SessionKey;
use super::liveness::silent;
use super::notice::Notice;
use super::options::{Target, Timeout};
use super::pending_request::Purpose;
use super::sessions::Session;
use super::timers::Timer;
use crate::error::Error;
use crate::time::Time;
use crate::wire::{ServerLimits, Verb};

const LONGEST_KEEPALIVE: Duration = Duration::from_secs(30);
const SHORTEST_KEEPALIVE: Duration = Duration::from_millis(100);

impl<In, Out: Clone> Engine<In, Out> {
    /// The limits that the server reported; Janus's defaults until then.
    pub(super) fn known_limits(&self) -> ServerLimits {
        self.limits.unwrap_or(ServerLimits { session_timeout: 60, ..ServerLimits::default() })
    }

    fn keepalive_interval(&self, session: &Session) -> Duration {
        if let Some(interval) = session.interval {
            return interval.max(SHORTEST_KEEPALIVE);
        }
        let limits = self.known_limits();
        let mut interval = LONGEST_KEEPALIVE;
        if limits.session_timeout > 0 {
            interval = interval.min(Duration::from_millis(limits.session_timeout.saturating_mul(500)));
        }
        if limits.reclaim_session_timeout > 0 {
            interval =
                interval.min(Duration::from_millis(limits.reclaim_session_timeout.saturating_mul(333)));
        }
        interval.max(SHORTEST_KEEPALIVE)
    }

    pub(super) fn plan_keepalive(&mut self, key: SessionKey) {
        let usable = self.recovery.is_usable(key);
        let Some(session) = self.sessions.get(key).filter(|_| usable) else { return };
        let interval = self.keepalive_interval(session);
        let at = (session.last_sent + interval).max(self.now);
        if let Some(session) = self.sessions.get_mut(key) {
            session.keepalive_at = at;
            self.timers.set(at, Timer::Keepalive(key));
        }
    }

    pub(super) fn on_keepalive_due(&mut self, key: SessionKey) {
        let usable = self.recovery.is_usable(key);
        let Some(session) = self.sessions.get(key).filter(|_| usable) else { return };
        let interval = self.keepalive_interval(session);
        if self.now >= session.last_sent + interval {
            if let Some(session) = self.sessions.get_mut(key) {
                session.last_sent = self.now;
            }
            let wait = (interval / 2).max(Duration::from_secs(1));
            self.ask_internally(
                Purpose::KeepAlive,
                Target::Session(key),
                Verb::Keepalive,
                Timeout::After(wait),
            );
        }
        self.plan_keepalive(key);
    }

    pub(super) fn on_keepalive_refused(&mut self, key: SessionKey, error: Error) {
        if let Some(session) = self.session_id(key) {
            self.notice(Notice::KeepaliveRefused { session, error });
        }
    }

    /// The server reported its limits: the keepalives follow them.
    pub(super) fn on_limits(&mut self, limits: ServerLimits) {
        self.limits = Some(limits);
        self.warn_of_no_reclaim();
        for key in self.sessions.keys() {
            self.plan_keepalive(key);
            self.warn_of_long_interval(key);
        }
    }

    pub(super) fn warn_of_long_interval(&mut self, key: SessionKey) {
        let Some(limits) = self.limits.filter(|limits| limits.session_timeout > 0) else { return };
        let session_timeout = Duration::from_secs(limits.session_timeout);
        let asked = self.sessions.get(key).and_then(|session| Some((session.id, session.interval?)));
        if let Some((session, interval)) = asked {
            if interval >= session_timeout {
                self.notice(Notice::KeepaliveTooLong { session, interval, session_timeout });
            }
        }
    }

    /// A keepalive has no response. If nothing came since, the transport connection is lost; otherwise only this
    /// session ends.
    pub(super) fn on_silent_keepalive(&mut self, key: SessionKey, asked: Time) {
        match (self.connection.transport(), self.last_sign_of_life()) {
            (Some(_), Some(last_sign)) if last_sign <= asked => self.lose_silent_transport(silent()),
            _ => self.end_session(key, EndReason::Unresponsive),
        }
    }
}
