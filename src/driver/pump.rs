//! The one loop over the engine's output.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Engine, TransportSink, Output, Wake};
use crate::config::Config;
use crate::engine::{TransportId, RequestId, WaitReason};
use crate::error::Error;
use crate::time::Time;

/// Takes what the engine has for its users.
pub trait OutputSink {
    /// What is still to be done once the lock is free.
    type Deferred: Default;

    /// Sorts one output, under the lock.
    fn accept(&mut self, engine: &mut Engine, output: Output, deferred: &mut Self::Deferred);

    /// Does the deferred, without the lock.
    fn flush(deferred: &mut Self::Deferred);
}

/// The engine and the sink that its results go to, behind one lock.
#[allow(missing_debug_implementations, reason = "its lock would have to be taken")]
pub struct Core<D> {
    state: Mutex<(Engine, D)>,
    wake: Wake,
}

impl<D> Core<D> {
    /// Puts the two together.
    pub const fn new(engine: Engine, sink: D, wake: Wake) -> Self {
        Self { state: Mutex::new((engine, sink)), wake }
    }

    /// Gives the engine a command, and the driver word of it.
    pub fn command<R>(&self, command: impl FnOnce(&mut Engine, &mut D, Time) -> R) -> R {
        let now = self.wake.now();
        let result = {
            let (engine, sink) = &mut *self.lock();
            command(engine, sink, now)
        };
        self.wake.wake();
        result
    }

    /// Gives the engine a command; the driver hears of it when it is woken next.
    pub fn with_engine<R>(&self, command: impl FnOnce(&mut Engine, Time) -> R) -> R {
        let now = self.wake.now();
        command(&mut self.lock().0, now)
    }

    /// What the driver is woken with.
    pub const fn wake(&self) -> &Wake {
        &self.wake
    }

    /// The lock is never held over a send, a call into JavaScript or an await. A
    /// panic under it is a bug, which must not become a second one here.
    pub fn lock(&self) -> MutexGuard<'_, (Engine, D)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Carries the engine's output out.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub struct Pump<D: OutputSink> {
    config: Arc<Config>,
    /// What is for the transport; kept from turn to turn for its room.
    sends: Vec<Output>,
    refused: Vec<Refused>,
    deferred: D::Deferred,
    deadline: Option<Time>,
    over: bool,
}

enum Refused {
    Request(RequestId, Error),
    TransportId(TransportId, Error),
}

impl<D: OutputSink> Pump<D> {
    /// A pump for an engine with this configuration.
    pub fn new(config: Arc<Config>) -> Self {
        Self {
            config,
            sends: Vec::new(),
            refused: Vec::new(),
            deferred: D::Deferred::default(),
            deadline: None,
            over: false,
        }
    }

    /// Feeds the engine and does what it says: under the lock everything is drained;
    /// then requests are sent, then results are delivered.
    pub fn turn(
        &mut self,
        core: &Core<D>,
        transport: &mut impl TransportSink,
        now: Time,
        feed: impl FnOnce(&mut Engine),
    ) {
        self.turn_all(core, transport, now, std::iter::once(feed));
    }

    /// As [`turn`](Self::turn), with several inputs. Each is drained before the next, so
    /// that what the sink says to an offer comes before what follows the offer.
    pub(super) fn turn_all<F: FnOnce(&mut Engine)>(
        &mut self,
        core: &Core<D>,
        transport: &mut impl TransportSink,
        now: Time,
        feeds: impl Iterator<Item = F>,
    ) {
        let mut state = core.lock();
        for feed in feeds {
            let (engine, sink) = &mut *state;
            feed(engine);
            self.drain(engine, sink);
        }
        loop {
            drop(state);
            self.carry_out(transport);
            if self.refused.is_empty() {
                break;
            }
            state = core.lock();
            let (engine, sink) = &mut *state;
            for refused in self.refused.drain(..) {
                match refused {
                    Refused::Request(request, error) => engine.handle_refused(now, request, error),
                    Refused::TransportId(line, error) => engine.handle_closed(now, line, error),
                }
            }
            self.drain(engine, sink);
        }
        D::flush(&mut self.deferred);
    }

    /// When the engine wants to be called next.
    pub const fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    /// Whether the connection is over and nothing will happen any more.
    pub const fn is_over(&self) -> bool {
        self.over
    }

    fn drain(&mut self, engine: &mut Engine, sink: &mut D) {
        loop {
            match engine.poll_output() {
                Output::Wait { until, reason } => {
                    self.deadline = until;
                    debug_assert_eq!(until.is_none(), reason == WaitReason::Idle);
                    return;
                }
                output @ (Output::Open { .. }
                | Output::Close { .. }
                | Output::Probe { .. }
                | Output::Cancel { .. }
                | Output::Reading { .. }
                | Output::Transmit { .. }) => self.sends.push(output),
                output => {
                    match output {
                        Output::SessionOpened { session, id } => {
                            self.sends.push(Output::SessionOpened { session, id });
                        }
                        Output::SessionEnded { session, id, reason } => {
                            self.sends.push(Output::SessionEnded { session, id, reason });
                        }
                        Output::SessionResumed { session, id, before } => {
                            self.sends.push(Output::SessionResumed { session, id, before });
                        }
                        Output::Disconnected(_) => self.over = true,
                        _ => {}
                    }
                    sink.accept(engine, output, &mut self.deferred);
                }
            }
        }
    }

    fn carry_out(&mut self, transport: &mut impl TransportSink) {
        for output in self.sends.drain(..) {
            match output {
                Output::Transmit { line, request, transmit } => {
                    if let Err(error) = transport.send(line, request, transmit) {
                        self.refused.push(Refused::Request(request, error));
                    }
                }
                Output::Open { line, address } => {
                    // The engine names addresses of this very configuration.
                    if let Some(address) = self.config.addresses.get(address) {
                        if let Err(error) = transport.open(line, address) {
                            self.refused.push(Refused::TransportId(line, error));
                        }
                    }
                }
                Output::Close { line } => transport.close(line),
                Output::Probe { line } => transport.probe(line),
                Output::Cancel { line, request } => transport.cancel(line, request),
                Output::Reading { line, on } => transport.read(line, on),
                Output::SessionOpened { id, .. } => transport.session_opened(id),
                Output::SessionResumed { id, before, .. } => {
                    if before != id {
                        transport.session_ended(before);
                    }
                    transport.session_opened(id);
                }
                Output::SessionEnded { id, .. } => transport.session_ended(id),
                _ => {}
            }
        }
    }
}
