//! Whether the server still responds.

use std::time::Duration;

use super::Engine;
use super::connection::Phase;
use super::keys::TransportId;
use super::options::{Target, Timeout};
use super::output::Output;
use super::pending_request::Purpose;
use super::timers::Timer;
use crate::error::{Error, ErrorCode};
use crate::time::Time;
use crate::wire::Verb;

impl<In, Out: Clone> Engine<In, Out> {
    pub(super) fn note_sign_of_life(&mut self, transport: TransportId) -> bool {
        let now = self.now;
        match &mut self.connection.phase {
            Phase::Open { transport: of, last_sign, probed, .. } if *of == transport => {
                *last_sign = now;
                *probed = false;
                true
            }
            Phase::Closing { transport: of, .. } => *of == transport,
            _ => false,
        }
    }

    /// When the last message or sign of life came on the open transport connection.
    pub(super) const fn last_sign_of_life(&self) -> Option<Time> {
        match self.connection.phase {
            Phase::Open { last_sign, .. } => Some(last_sign),
            _ => None,
        }
    }

    /// Without probes the time never comes.
    pub(super) fn probe_after(&self) -> Duration {
        self.config.probe_after.unwrap_or(Duration::MAX)
    }

    pub(super) fn on_liveness_due(&mut self, transport: TransportId) {
        let (now, after) = (self.now, self.probe_after());
        let Phase::Open { last_sign, probed, check_at, .. } = &mut self.connection.phase else { return };
        if *probed {
            return self.lose_silent_transport(silent());
        }
        if now >= *last_sign + after {
            return self.probe();
        }
        *check_at = *last_sign + after;
        self.timers.set(*check_at, Timer::Liveness(transport));
    }

    /// Probes the server.
    pub(super) fn probe(&mut self) {
        let (now, timeout) = (self.now, self.config.probe_timeout);
        let Phase::Open { transport, probed, check_at, traits, .. } = &mut self.connection.phase else {
            return;
        };
        let (transport, can_probe) = (*transport, traits.can_probe);
        *probed = true;
        *check_at = now + timeout;
        self.timers.set(*check_at, Timer::Liveness(transport));
        match can_probe {
            true => self.outputs.push_back(Output::Probe { transport }),
            false => self.ask_internally(
                Purpose::Liveness,
                Target::Connection,
                Verb::Ping,
                Timeout::After(timeout),
            ),
        }
    }

    /// The transport connection is open, but the server does not respond on it.
    pub(super) fn lose_silent_transport(&mut self, error: Error) {
        if let Phase::Open { transport, .. } = self.connection.phase {
            self.outputs.push_back(Output::Close { transport });
            self.lose(error, false);
        }
    }
}

pub(super) fn silent() -> Error {
    Error::new(ErrorCode::ConnectionLost, "the server went silent")
}
