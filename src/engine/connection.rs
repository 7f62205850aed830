//! The connection, and its attempts to connect.

use super::Engine;
use super::capabilities::Capabilities;
use super::end_reason::Disconnect;
use super::keys::TransportId;
use super::notice::Notice;
use super::options::{Target, Timeout};
use super::output::Output;
use super::pending_request::Purpose;
use super::timers::Timer;
use crate::error::{Error, ErrorCode};
use crate::time::Time;
use crate::wire::Verb;

/// The connection to the server, over one transport connection after the other.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) phase: Phase,
    /// Whether the transport accepts more requests; until then they wait in the engine.
    pub(super) writable: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Phase {
    /// `connect` was not called yet.
    Idle,
    /// A transport connection is being opened.
    Opening { transport: TransportId, tries: Tries },
    /// Between two attempts.
    Pausing { tries: Tries, until: Time },
    /// A transport connection is open.
    Open {
        transport: TransportId,
        tries: Tries,
        traits: Capabilities,
        opened: Time,
        last_sign: Time,
        probed: bool,
        check_at: Time,
    },
    /// The connection closes gracefully; `shut` once the transport connection is being closed.
    Closing { transport: TransportId, address: usize, until: Time, queues: bool, shut: bool },
    /// The connection is over: this side closed it, or it was lost or never opened.
    Over { closed: bool },
}

/// The attempts so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tries {
    began: Time,
    pub(super) failures: u32,
    /// The address of the last attempt, or of the next one.
    pub(super) address: usize,
}

impl Connection {
    pub(super) const fn new() -> Self {
        Self { phase: Phase::Idle, writable: true }
    }

    /// The transport connection that may carry requests now, and its address.
    pub(super) const fn transport(&self) -> Option<(TransportId, usize)> {
        self.phase.transport()
    }

    pub(super) const fn is_open(&self) -> bool {
        matches!(self.phase, Phase::Open { .. })
    }

    pub(super) const fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over { .. })
    }
}

impl Phase {
    pub(super) fn holds(&self, at: Time, timer: Timer) -> bool {
        match (self, timer) {
            (Self::Opening { transport, .. }, Timer::Attempt(of)) => *transport == of,
            (Self::Pausing { until, .. }, Timer::Retry) => *until == at,
            (Self::Open { transport, check_at, .. }, Timer::Liveness(of)) => {
                *transport == of && *check_at == at
            }
            (Self::Closing { until, .. }, Timer::Closing) => *until == at,
            _ => false,
        }
    }

    /// Why no request is accepted, if none is.
    pub(super) fn refuses(&self, internal: bool) -> Option<Error> {
        let closed = || Error::new(ErrorCode::ConnectionClosed, "the connection has been closed");
        match self {
            Self::Idle | Self::Opening { .. } | Self::Pausing { .. } | Self::Open { .. } => None,
            Self::Closing { shut, .. } => (*shut || !internal).then(closed),
            Self::Over { closed: true } => Some(closed()),
            Self::Over { closed: false } => Some(Error::new(ErrorCode::ConnectionLost, LOST)),
        }
    }

    /// Whether the transport reports when a request is sent.
    pub(super) const fn queues(&self) -> bool {
        match self {
            Self::Open { traits, .. } => traits.queues,
            Self::Closing { queues, .. } => *queues,
            _ => false,
        }
    }

    /// The transport connection that may carry requests now, and its address.
    pub(super) const fn transport(&self) -> Option<(TransportId, usize)> {
        match self {
            Self::Open { transport, tries, .. } => Some((*transport, tries.address)),
            Self::Closing { transport, address, shut: false, .. } => Some((*transport, *address)),
            _ => None,
        }
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// Connects. Ends in [`Output::Connected`] or [`Output::Disconnected`].
    pub fn connect(&mut self, now: Time) {
        self.advance(now);
        if self.connection.phase == Phase::Idle {
            self.attempt(Tries { began: self.now, failures: 0, address: 0 });
        }
    }

    /// The transport connection of [`Output::Open`] is open.
    pub fn handle_opened(&mut self, now: Time, transport: TransportId, traits: Capabilities) {
        self.advance(now);
        let Phase::Opening { transport: awaited, tries, .. } = self.connection.phase else { return };
        if awaited != transport {
            return;
        }
        let (now, address) = (self.now, tries.address);
        let check_at = now + self.probe_after();
        self.connection.phase =
            Phase::Open { transport, tries, traits, opened: now, last_sign: now, probed: false, check_at };
        self.timers.set(check_at, Timer::Liveness(transport));
        self.connection.writable = true;
        self.outputs.push_back(match self.recovery.is_outage() {
            false => Output::Connected { address },
            // Reading may have been stopped on the lost one.
            true => Output::Reading { transport, on: true },
        });
        self.ask_internally(Purpose::Limits, Target::Connection, Verb::Info, Timeout::Default);
        self.restore_sessions();
    }

    /// A transport connection is closed, or could not be opened.
    pub fn handle_closed(&mut self, now: Time, transport: TransportId, error: Error) {
        self.advance(now);
        match self.connection.phase {
            Phase::Opening { transport: of, tries, .. } if of == transport => {
                self.on_attempt_failed(tries, error)
            }
            Phase::Open { transport: of, .. } if of == transport => self.lose(error, true),
            Phase::Closing { transport: of, .. } if of == transport => self.finish(Disconnect::Closed),
            _ => {}
        }
    }

    /// The server gave a sign of life other than a message.
    pub fn handle_alive(&mut self, now: Time, transport: TransportId) {
        self.advance(now);
        self.note_sign_of_life(transport);
    }

    /// The network may have changed, or this process stood still: probes an open transport connection at once, and
    /// makes an attempt to connect that waits for its time at once.
    pub fn check(&mut self, now: Time) {
        self.handle_timeout(now);
        match self.connection.phase {
            Phase::Open { probed: false, .. } => self.probe(),
            Phase::Pausing { tries, .. } => self.attempt(tries),
            _ => {}
        }
    }

    fn attempt(&mut self, tries: Tries) {
        let transport = TransportId(self.next_key());
        let attempt_ends = self.config.attempt_timeout.map(|timeout| self.now + timeout);
        self.connection.phase = Phase::Opening { transport, tries };
        if let Some(until) = attempt_ends.into_iter().chain(self.last_moment(tries)).min() {
            self.timers.set(until, Timer::Attempt(transport));
        }
        self.outputs.push_back(Output::Open { transport, address: tries.address });
    }

    /// When the attempts end, whatever their result.
    fn last_moment(&self, tries: Tries) -> Option<Time> {
        match self.recovery.is_outage() {
            true => self.recovery.give_up_at(),
            false => self.config.retry.within.map(|span| tries.began + span),
        }
    }

    /// Waits before the next attempt to reconnect, or gives up.
    pub(super) fn pause(&mut self, address: usize, failures: u32, error: Error) {
        let tries = Tries { began: self.now, failures, address };
        let until = self.now + self.recovery_pause(failures);
        if self.last_moment(tries).is_some_and(|end| until >= end) {
            return self.give_up(error);
        }
        self.connection.phase = Phase::Pausing { tries, until };
        self.timers.set(until, Timer::Retry);
    }

    pub(super) fn on_attempt_timeout(&mut self, transport: TransportId) {
        if let Phase::Opening { tries, .. } = self.connection.phase {
            self.outputs.push_back(Output::Close { transport });
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
        let is_outage = self.recovery.is_outage();
        let pause = match is_outage {
            true => self.recovery_pause(failures),
            false => retry.pause_after(failures),
        };
        let until = self.now + pause;
        let too_late = self.last_moment(tries).is_some_and(|end| until >= end);
        let unusable = matches!(error.code(), ErrorCode::InvalidConfig | ErrorCode::Unsupported);
        let hopeless = unusable && self.config.addresses.len() == 1;
        let too_often = !is_outage && failures > retry.max_retries;
        let over = hopeless || too_late || too_often;
        let retry_in = (!over).then(|| until.since(self.now));
        self.notice(Notice::AttemptFailed { address, error: error.clone(), retry_in });
        if !over {
            let count = self.config.addresses.len();
            let next = self.recovery.address_at(until, address, count).unwrap_or((address + 1) % count);
            self.connection.phase =
                Phase::Pausing { tries: Tries { failures, address: next, ..tries }, until };
            self.timers.set(until, Timer::Retry);
        } else if is_outage {
            self.give_up(error);
        } else {
            self.finish(Disconnect::Failed(error));
        }
    }

    pub(super) fn on_retry_due(&mut self) {
        if let Phase::Pausing { tries, .. } = self.connection.phase {
            self.attempt(tries);
        }
    }
}

const LOST: &str = "the connection was lost and could not be restored; connect again";
