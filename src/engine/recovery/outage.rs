//! The loss of a transport connection, and what the application learns afterwards.

use std::time::Duration;

use super::{Engine, HandleState, Outage, Report, SessionState};
use crate::config::{Api, Recovery as Settings};
use crate::engine::connection::Phase;
use crate::engine::end_reason::Disconnect;
use crate::engine::notice::Notice;
use crate::engine::options::Idempotency;
use crate::engine::output::{Output, ResumedSessions};
use crate::engine::pending_request::{Pending, Purpose, RESPONSE_LOST};
use crate::engine::timers::Timer;
use crate::error::{Error, ErrorCode};
use crate::rng::Rng;
use crate::time::Time;

/// How long the engine waits on the new transport connection for responses to requests that were sent on the last one.
const GRACE: Duration = Duration::from_secs(2);

/// Between a half and the whole of a span.
fn shorten(span: Duration, rng: &mut Rng) -> Duration {
    span / 2 + span.mul_f64((rng.next() >> 40) as f64 / f64::from(1 << 25))
}

impl<In, Out: Clone> Engine<In, Out> {
    /// The open transport connection is lost. The server has `noticed` unless it only went silent.
    pub(in crate::engine) fn lose(&mut self, error: Error, noticed: bool) {
        let (Some(recovery), Phase::Open { tries, opened, traits, .. }) =
            (self.config.recovery, &self.connection.phase)
        else {
            return self.give_up(error);
        };
        let (address, server_knows) = (tries.address, noticed && traits.claims);
        // A replacement that is lost at once is no better than none.
        let in_vain = self.stats.reconnects > 0 && self.now.since(*opened) < Settings::LONGEST_PAUSE;
        let failures = if self.recovery.is_outage() || in_vain { tries.failures + 1 } else { 0 };
        if !self.recovery.is_outage() {
            let home_until = self.kept_until(server_knows);
            let give_up = recovery.within.map(|span| self.now + span);
            self.recovery.outage = Some(Outage { error: error.clone(), home: address, home_until, give_up });
            self.sessions.begin_outage();
            // The application may not have learned yet that the last one is over.
            if self.recovery.report.is_none() {
                self.recovery.report = Some(Report { since: self.now, ended: Vec::new() });
                self.outputs.push_back(Output::Reconnecting { error: error.clone() });
            }
        }
        self.leave_transport();
        self.pause(address, failures, error);
    }

    /// Ends a connection that was open; the error that began the outage is the one that matters.
    pub(in crate::engine) fn give_up(&mut self, error: Error) {
        let error = self.recovery.outage.take().map_or(error, |outage| outage.error);
        self.finish(Disconnect::Lost(error));
    }

    /// The pause before the next attempt to reconnect.
    pub(in crate::engine) fn recovery_pause(&mut self, failures: u32) -> Duration {
        shorten(Settings::pause_after(failures), &mut self.rng)
    }

    /// Until when the server keeps the sessions: longer if it has not noticed that the transport connection is lost.
    fn kept_until(&self, server_knows: bool) -> Time {
        let Some(last) = self.sessions.iter().map(|session| session.last_sent).max() else {
            return self.now;
        };
        let limits = self.known_limits();
        match (server_knows, limits.session_timeout) {
            (true, _) => last + Duration::from_secs(limits.reclaim_session_timeout),
            (false, 0) => last + Duration::MAX,
            (false, seconds) => last + Duration::from_secs(seconds),
        }
    }

    /// Takes requests, sessions and handles off the lost transport connection, for the next one.
    fn leave_transport(&mut self) {
        let mut to_send = Vec::new();
        for id in self.requests.ids(|_| true) {
            let Some(pending) = self.requests.get_mut(id) else { continue };
            if pending.purpose.is_internal() && pending.purpose != Purpose::CleanUp {
                self.take(id);
                continue;
            }
            pending.sent_on_previous_connection = pending.sent.is_some();
            pending.handed = false;
            if !pending.sent_on_previous_connection || pending.idempotency == Idempotency::Idempotent {
                to_send.push(id);
            }
        }
        self.requests.send_only(to_send);
        self.recovery.next_handles.clear();
        self.recovery.grace_until = None;
        for key in self.sessions.keys() {
            if !self.recovery.is_rebuilding(key) {
                self.recovery.set_state(key, SessionState::Disconnected);
            }
            for handle in self.sessions.handles_of(key) {
                self.recovery.handles.entry(handle).or_insert(HandleState::Unconfirmed);
            }
        }
        for session in self.recovery.sessions.values_mut() {
            session.waiting.clear();
        }
    }

    /// Whether an outage is over: a transport connection is open, and every session is usable or has ended.
    pub(in crate::engine) fn is_recovered(&self) -> bool {
        self.recovery.is_outage() && self.recovery.sessions.is_empty() && self.connection.is_open()
    }

    pub(in crate::engine) fn finish_recovery(&mut self) {
        self.recovery.outage = None;
        self.stats.reconnects += 1;
        if self.requests.any(Pending::awaiting_lost_response) {
            let until = self.now + GRACE;
            self.recovery.grace_until = Some(until);
            self.timers.set(until, Timer::Grace);
        }
    }

    pub(in crate::engine) fn on_grace_over(&mut self) {
        self.recovery.grace_until = None;
        for id in self.requests.ids(|pending| pending.awaiting_lost_response() && !pending.acked) {
            self.end_request(id, Error::new(ErrorCode::ResponseLost, RESPONSE_LOST));
        }
    }

    /// Whether the application can learn what the outage did: the application has prepared each rebuilt session.
    pub(in crate::engine) fn is_report_due(&self) -> bool {
        let super::Recovery { outage, report, sessions, unprepared, .. } = &self.recovery;
        let is_settled = outage.is_none() && sessions.is_empty() && unprepared.is_empty();
        report.is_some() && is_settled && self.connection.is_open()
    }

    pub(in crate::engine) fn report_recovery(&mut self) {
        let (Some(report), Some((_, address))) = (self.recovery.report.take(), self.connection.transport())
        else {
            return;
        };
        let mut sessions = ResumedSessions { ended: report.ended, ..ResumedSessions::default() };
        for key in self.sessions.keys() {
            let Some(session) = self.sessions.get_mut(key) else { continue };
            match session.id_before.take() {
                Some(before) if session.rebuilt => sessions.rebuilt.push((before, session.id)),
                Some(before) => sessions.kept.push(before),
                None => {}
            }
        }
        let outage = self.now.since(report.since);
        self.outputs.push_back(Output::Resumed { outage, sessions, address });
    }

    /// A deadline was noticed late: the clock or this process stood still. The server is probed before anything
    /// is concluded from the time that has passed.
    pub(in crate::engine) fn on_clock_jump(&mut self, late: Duration) {
        if let Some(outage) = &mut self.recovery.outage {
            outage.give_up = outage.give_up.map(|at| at + late);
        }
        if !self.connection.is_open() {
            return;
        }
        let again = self.now + self.config.probe_timeout;
        for id in self.requests.ids(|pending| pending.purpose.is_internal()) {
            if let Some(pending) = self.requests.get_mut(id) {
                pending.deadline = pending.deadline.map(|at| at.max(again));
                if let Some(at) = pending.deadline {
                    self.timers.set(at, Timer::Request(id));
                }
            }
        }
        self.probe();
    }

    /// Warns once that an outage will end the sessions, if the server keeps none.
    pub(in crate::engine) fn warn_of_no_reclaim(&mut self) {
        let claims = matches!(&self.connection.phase, Phase::Open { traits, .. } if traits.claims);
        let matters = self.config.recovery.is_some() && self.config.api == Api::Janus && claims;
        if matters && !self.recovery.warned && self.known_limits().reclaim_session_timeout == 0 {
            self.recovery.warned = true;
            self.notice(Notice::NoReclaim);
        }
    }
}
