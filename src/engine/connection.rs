//! From the first attempt to connect to the last goodbye.

use std::time::Duration;

use super::Engine;
use super::end::{Disconnect, EndReason};
use super::keys::TransportId;
use super::notice::Notice;
use super::recovery::RESPONSE_LOST;
use super::timers::Timer;
use super::types::{Capabilities, Output, Target, Timeout};
use crate::error::{Error, ErrorCode};
use crate::time::Time;
use crate::wire::Verb;

/// How long a graceful close waits for Janus.
const CLOSING_TIME: Duration = Duration::from_secs(2);

/// Where the connection stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Link {
    /// Not asked to connect yet.
    Idle,
    /// An attempt is under way.
    Opening { line: TransportId, tries: Tries },
    /// Between two attempts.
    Pausing { tries: Tries, until: Time },
    /// The line is there.
    Open {
        line: TransportId,
        tries: Tries,
        traits: Capabilities,
        opened: Time,
        heard: Time,
        probed: bool,
        look_at: Time,
    },
    /// A graceful close is under way; `shut` once the line itself was told to close.
    Closing { line: TransportId, address: usize, until: Time, queues: bool, shut: bool },
    /// Over; it broke or never came about unless this side closed it.
    Over { closed: bool },
}

/// The attempts so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tries {
    began: Time,
    pub(super) failures: u32,
    /// Where the last one went, or the next one goes.
    pub(super) address: usize,
}

impl Link {
    pub(super) fn holds(&self, at: Time, timer: Timer) -> bool {
        match (self, timer) {
            (Self::Opening { line, .. }, Timer::Attempt(of)) => *line == of,
            (Self::Pausing { until, .. }, Timer::Retry) => *until == at,
            (Self::Open { line, look_at, .. }, Timer::Liveness(of)) => *line == of && *look_at == at,
            (Self::Closing { until, .. }, Timer::Closing) => *until == at,
            _ => false,
        }
    }

    /// Why no request may be made any more, if that is so.
    pub(super) fn refuses(&self, internal: bool) -> Option<Error> {
        let closed = || Error::new(ErrorCode::ConnectionClosed, "the connection has been closed");
        match self {
            Self::Idle | Self::Opening { .. } | Self::Pausing { .. } | Self::Open { .. } => None,
            Self::Closing { shut, .. } => (*shut || !internal).then(closed),
            Self::Over { closed: true } => Some(closed()),
            Self::Over { closed: false } => Some(Error::new(ErrorCode::ConnectionLost, LOST)),
        }
    }

    pub(super) const fn is_over(&self) -> bool {
        matches!(self, Self::Over { .. })
    }

    /// Whether the transport says itself when a request is sent.
    pub(super) const fn queues(&self) -> bool {
        match self {
            Self::Open { traits, .. } => traits.queues,
            Self::Closing { queues, .. } => *queues,
            _ => false,
        }
    }

    /// The line that may carry messages now.
    pub(super) const fn line(&self) -> Option<(TransportId, usize)> {
        match self {
            Self::Open { line, tries, .. } => Some((*line, tries.address)),
            Self::Closing { line, address, shut: false, .. } => Some((*line, *address)),
            _ => None,
        }
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// Begins to connect. Ends in [`Output::Connected`] or [`Output::Disconnected`].
    pub fn connect(&mut self, now: Time) {
        self.advance(now);
        if self.link == Link::Idle {
            self.attempt(Tries { began: self.now, failures: 0, address: 0 });
        }
    }

    /// The line that [`Output::Open`] asked for is there.
    pub fn handle_opened(&mut self, now: Time, line: TransportId, traits: Capabilities) {
        self.advance(now);
        let Link::Opening { line: awaited, tries, .. } = self.link else { return };
        if awaited != line {
            return;
        }
        let (now, address) = (self.now, tries.address);
        let look_at = now + self.config.probe_after;
        self.link = Link::Open { line, tries, traits, opened: now, heard: now, probed: false, look_at };
        self.timers.set(look_at, Timer::Liveness(line));
        self.writable = true;
        self.outputs.push_back(match self.away {
            None => Output::Connected { address },
            // Whatever the last line was told.
            Some(_) => Output::Reading { line, on: true },
        });
        self.ask_internally(Target::Connection, Verb::Info, Timeout::Default);
        self.take_over_sessions();
    }

    /// A line is gone, or did not come about; `error` says why.
    pub fn handle_closed(&mut self, now: Time, line: TransportId, error: Error) {
        self.advance(now);
        match self.link {
            Link::Opening { line: of, tries, .. } if of == line => self.on_attempt_failed(tries, error),
            Link::Open { line: of, .. } if of == line => self.lose(error, true),
            Link::Closing { line: of, .. } if of == line => self.finish(Disconnect::Closed),
            _ => {}
        }
    }

    /// The other end of the line gave a sign of life other than a message.
    pub fn handle_alive(&mut self, now: Time, line: TransportId) {
        self.advance(now);
        self.heard_from(line);
    }

    /// Closes the connection. With `graceful` its sessions are destroyed first, for
    /// which Janus has two seconds. Ends in [`Output::Disconnected`].
    pub fn close(&mut self, now: Time, graceful: bool) {
        self.advance(now);
        match self.link {
            Link::Idle | Link::Pausing { .. } => self.close_without_line(graceful),
            Link::Opening { line, .. } => {
                self.outputs.push_back(Output::Close { line });
                self.close_without_line(graceful);
            }
            Link::Open { line, tries, .. } => self.begin_to_close(line, tries.address, graceful),
            Link::Closing { .. } | Link::Over { .. } => {}
        }
    }

    /// The driver goes away without a close: ends everything at once.
    pub fn abandon(&mut self, now: Time) {
        self.advance(now);
        if !self.link.is_over() {
            self.finish(Disconnect::Dropped);
        }
    }

    fn close_without_line(&mut self, graceful: bool) {
        if graceful && !self.sessions.is_empty() {
            self.notice(Notice::LeftBehind { sessions: self.sessions.len() });
        }
        self.finish(Disconnect::Closed);
    }

    fn begin_to_close(&mut self, line: TransportId, address: usize, graceful: bool) {
        if graceful {
            self.let_go_of_endings();
        }
        self.end_requests(graceful, |sent| (ErrorCode::ConnectionClosed, closed_text(sent)));
        let until = self.now + CLOSING_TIME;
        let queues = self.link.queues();
        self.link = Link::Closing { line, address, until, queues, shut: false };
        self.timers.set(until, Timer::Closing);
        if graceful {
            let being_destroyed = |id| self.requests.any(|open| open.is_destroying(id));
            let sessions = self.sessions.values().map(|session| session.id);
            let mut ids: Vec<_> = sessions.filter(|id| !being_destroyed(*id)).collect();
            ids.sort_unstable();
            for id in ids {
                self.undo(id, None);
            }
        }
        self.end_all_sessions(EndReason::ConnectionClosed);
        self.shut_when_done();
    }

    /// Closes the line of a closing connection once nothing is waited for any more.
    pub(super) fn shut_when_done(&mut self) {
        if let Link::Closing { line, shut, .. } = &mut self.link {
            if !*shut && self.requests.len() == 0 {
                *shut = true;
                self.outputs.push_back(Output::Close { line: *line });
            }
        }
    }

    pub(super) fn on_closing_timeout(&mut self) {
        if let Link::Closing { line, .. } = self.link {
            self.outputs.push_back(Output::Close { line });
            self.finish(Disconnect::Closed);
        }
    }

    fn attempt(&mut self, tries: Tries) {
        let line = TransportId(self.next_key());
        let mut until = self.now + self.config.attempt_timeout;
        if let Some(end) = self.last_moment(tries) {
            until = until.min(end);
        }
        self.link = Link::Opening { line, tries };
        self.timers.set(until, Timer::Attempt(line));
        self.outputs.push_back(Output::Open { line, address: tries.address });
    }

    /// When the attempts end, whatever comes of them.
    fn last_moment(&self, tries: Tries) -> Option<Time> {
        match &self.away {
            Some(away) => away.give_up,
            None => self.config.retry.within.map(|span| tries.began + span),
        }
    }

    /// Waits before the next attempt to replace the line, or gives up.
    pub(super) fn pause(&mut self, address: usize, failures: u32, error: Error) {
        let tries = Tries { began: self.now, failures, address };
        let until = self.now + self.recovery_pause(failures);
        if self.last_moment(tries).is_some_and(|end| until >= end) {
            return self.give_up(error);
        }
        self.link = Link::Pausing { tries, until };
        self.timers.set(until, Timer::Retry);
    }

    pub(super) fn on_attempt_timeout(&mut self, line: TransportId) {
        if let Link::Opening { tries, .. } = self.link {
            self.outputs.push_back(Output::Close { line });
            self.on_attempt_failed(tries, Error::new(ErrorCode::ConnectFailed, "no connection in time"));
        }
    }

    fn on_attempt_failed(&mut self, tries: Tries, error: Error) {
        let (address, failures) = (tries.address, tries.failures + 1);
        let error = match (error.code(), self.config.addresses.get(address)) {
            (ErrorCode::ConnectFailed, Some(at)) => error.introduced(&at.shown()),
            _ => error,
        };
        let retry = self.config.retry;
        let pause = match self.away {
            Some(_) => self.recovery_pause(failures),
            None => retry.pause_after(failures),
        };
        let until = self.now + pause;
        let too_late = self.last_moment(tries).is_some_and(|end| until >= end);
        let unusable = matches!(error.code(), ErrorCode::InvalidConfig | ErrorCode::Unsupported);
        let hopeless = unusable && self.config.addresses.len() == 1;
        let too_often = self.away.is_none() && failures > retry.max_retries;
        let over = hopeless || too_late || too_often;
        let retry_in = (!over).then(|| until.since(self.now));
        self.notice(Notice::AttemptFailed { address, error: error.clone(), retry_in });
        if !over {
            let count = self.config.addresses.len();
            let next = match &self.away {
                Some(away) => away.address_at(until, address, count),
                None => (address + 1) % count,
            };
            self.link = Link::Pausing { tries: Tries { failures, address: next, ..tries }, until };
            self.timers.set(until, Timer::Retry);
        } else if self.away.is_some() {
            self.give_up(error);
        } else {
            self.finish(Disconnect::Failed(error));
        }
    }

    pub(super) fn on_retry_due(&mut self) {
        if let Link::Pausing { tries, .. } = self.link {
            self.attempt(tries);
        }
    }

    pub(super) fn heard_from(&mut self, line: TransportId) -> bool {
        let now = self.now;
        match &mut self.link {
            Link::Open { line: of, heard, probed, .. } if *of == line => {
                *heard = now;
                *probed = false;
                true
            }
            Link::Closing { line: of, .. } => *of == line,
            _ => false,
        }
    }

    /// When the line was last heard from.
    pub(super) const fn last_heard(&self) -> Option<Time> {
        match self.link {
            Link::Open { heard, .. } => Some(heard),
            _ => None,
        }
    }

    pub(super) fn on_liveness_due(&mut self, line: TransportId) {
        let (now, after) = (self.now, self.config.probe_after);
        let Link::Open { heard, probed, look_at, .. } = &mut self.link else { return };
        if *probed {
            return self.lose_silent_line(silent());
        }
        if now >= *heard + after {
            return self.probe();
        }
        *look_at = *heard + after;
        self.timers.set(*look_at, Timer::Liveness(line));
    }

    /// Asks the other end for a sign of life.
    pub(super) fn probe(&mut self) {
        let (now, patience) = (self.now, self.config.probe_timeout);
        let Link::Open { line, probed, look_at, traits, .. } = &mut self.link else { return };
        let (line, can_probe) = (*line, traits.can_probe);
        *probed = true;
        *look_at = now + patience;
        self.timers.set(*look_at, Timer::Liveness(line));
        match can_probe {
            true => self.outputs.push_back(Output::Probe { line }),
            false => self.ask_internally(Target::Connection, Verb::Ping, Timeout::After(patience)),
        }
    }

    /// The line is there, but the server does not answer on it any more.
    pub(super) fn lose_silent_line(&mut self, error: Error) {
        if let Link::Open { line, .. } = self.link {
            self.outputs.push_back(Output::Close { line });
            self.lose(error, false);
        }
    }

    /// The end: every request, handle and session is told, then the connection.
    pub(super) fn finish(&mut self, disconnect: Disconnect) {
        let closed = disconnect == Disconnect::Closed;
        self.link = Link::Over { closed };
        self.away = None;
        self.grace_until = None;
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
        self.tell_of_held_back();
        self.outputs.push_back(Output::Disconnected(disconnect));
    }
}

const fn closed_text(sent: bool) -> &'static str {
    match sent {
        true => "the connection was closed before the response came; Janus may still carry the request out",
        false => "the connection was closed before the request was sent",
    }
}

const LOST: &str = "the connection was lost and could not be restored; make a new one";

pub(super) fn silent() -> Error {
    Error::new(ErrorCode::ConnectionLost, "the server went silent")
}
