//! The end of a connection: this side closes it, or it is lost.

use std::time::Duration;

use super::Engine;
use super::connection::Phase;
use super::end_reason::{Disconnect, EndReason};
use super::keys::{TransportId, sorted};
use super::notice::Notice;
use super::output::Output;
use super::pending_request::RESPONSE_LOST;
use super::timers::Timer;
use crate::error::ErrorCode;
use crate::time::Time;

/// How long a graceful close waits for Janus.
const CLOSING_TIME: Duration = Duration::from_secs(2);

impl<In, Out: Clone> Engine<In, Out> {
    /// Closes the connection. If `graceful`, its sessions are destroyed first, for two seconds at most. Ends in
    /// [`Output::Disconnected`].
    pub fn close(&mut self, now: Time, graceful: bool) {
        self.advance(now);
        match self.connection.phase {
            Phase::Idle | Phase::Pausing { .. } => self.close_without_transport(graceful),
            Phase::Opening { transport, .. } => {
                self.outputs.push_back(Output::Close { transport });
                self.close_without_transport(graceful);
            }
            Phase::Open { transport, tries, .. } => self.begin_to_close(transport, tries.address, graceful),
            Phase::Closing { .. } | Phase::Over { .. } => {}
        }
    }

    /// The driver is dropped without a close: ends the connection at once.
    pub fn abandon(&mut self, now: Time) {
        self.advance(now);
        if !self.connection.is_over() {
            self.finish(Disconnect::Dropped);
        }
    }

    fn close_without_transport(&mut self, graceful: bool) {
        if graceful && self.sessions.len() > 0 {
            self.notice(Notice::SessionsLeft { sessions: self.sessions.len() });
        }
        self.finish(Disconnect::Closed);
    }

    fn begin_to_close(&mut self, transport: TransportId, address: usize, graceful: bool) {
        if graceful {
            self.unbind_teardowns();
        }
        self.end_requests(graceful, |sent| (ErrorCode::ConnectionClosed, closed_text(sent)));
        let until = self.now + CLOSING_TIME;
        let queues = self.connection.phase.queues();
        self.connection.phase = Phase::Closing { transport, address, until, queues, shut: false };
        self.timers.set(until, Timer::Closing);
        if graceful {
            let being_destroyed = |id| self.requests.any(|open| open.is_destroying(id));
            let sessions = self.sessions.iter().map(|session| session.id);
            for id in sorted(sessions.filter(|id| !being_destroyed(*id))) {
                self.clean_up(id, None);
            }
        }
        self.end_all_sessions(EndReason::ConnectionClosed);
        self.shut_when_done();
    }

    /// Closes the transport connection of a closing connection once no request is pending.
    pub(super) fn shut_when_done(&mut self) {
        if let Phase::Closing { transport, shut, .. } = &mut self.connection.phase {
            if !*shut && self.requests.len() == 0 {
                *shut = true;
                self.outputs.push_back(Output::Close { transport: *transport });
            }
        }
    }

    pub(super) fn on_closing_timeout(&mut self) {
        if let Phase::Closing { transport, .. } = self.connection.phase {
            self.outputs.push_back(Output::Close { transport });
            self.finish(Disconnect::Closed);
        }
    }

    /// Ends the connection: first requests, handles and sessions, then the connection itself.
    pub(super) fn finish(&mut self, disconnect: Disconnect) {
        let closed = disconnect == Disconnect::Closed;
        self.connection.phase = Phase::Over { closed };
        self.recovery.stop();
        self.end_requests(false, |sent| match (closed, sent) {
            (true, sent) => (ErrorCode::ConnectionClosed, closed_text(sent)),
            (false, true) => (ErrorCode::ResponseLost, RESPONSE_LOST),
            (false, false) => {
                (ErrorCode::ConnectionLost, "the connection was lost before the request was sent")
            }
        });
        self.end_all_sessions(match closed {
            true => EndReason::ConnectionClosed,
            false => EndReason::ConnectionLost,
        });
        self.drop_early();
        self.report_suppressed();
        self.outputs.push_back(Output::Disconnected(disconnect));
    }
}

const fn closed_text(sent: bool) -> &'static str {
    match sent {
        true => "the connection was closed before the response came; Janus may still carry the request out",
        false => "the connection was closed before the request was sent",
    }
}
