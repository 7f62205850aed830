//! The one loop over the engine's output.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Engine, Outlet, Output, Wake};
use crate::config::Config;
use crate::engine::{Line, RequestId, WaitReason};
use crate::error::Error;
use crate::time::Time;

/// Takes what the engine has for its users.
pub trait Desk {
    /// What is still to be done once the lock is free.
    type Errands: Default;

    /// Sorts one output, under the lock.
    fn sort(&mut self, engine: &mut Engine, output: Output, errands: &mut Self::Errands);

    /// Does the errands, without the lock.
    fn run(errands: &mut Self::Errands);
}

/// The engine and the desk that its results go to, behind one lock.
#[allow(missing_debug_implementations, reason = "its lock would have to be taken")]
pub struct Core<D> {
    state: Mutex<(Engine, D)>,
    wake: Wake,
}

impl<D> Core<D> {
    /// Puts the two together.
    pub const fn new(engine: Engine, desk: D, wake: Wake) -> Self {
        Self { state: Mutex::new((engine, desk)), wake }
    }

    /// Gives the engine a command, and the driver word of it.
    pub fn command<R>(&self, command: impl FnOnce(&mut Engine, &mut D, Time) -> R) -> R {
        let now = self.wake.now();
        let result = {
            let (engine, desk) = &mut *self.lock();
            command(engine, desk, now)
        };
        self.wake.wake();
        result
    }

    /// Gives the engine a command; the driver hears of it when it is woken next.
    pub fn quietly<R>(&self, command: impl FnOnce(&mut Engine, Time) -> R) -> R {
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
pub struct Pump<D: Desk> {
    config: Arc<Config>,
    /// What is for the transport; kept from turn to turn for its room.
    sends: Vec<Output>,
    refused: Vec<Refused>,
    errands: D::Errands,
    deadline: Option<Time>,
    over: bool,
}

enum Refused {
    Request(RequestId, Error),
    Line(Line, Error),
}

impl<D: Desk> Pump<D> {
    /// A pump for an engine with this configuration.
    pub fn new(config: Arc<Config>) -> Self {
        Self {
            config,
            sends: Vec::new(),
            refused: Vec::new(),
            errands: D::Errands::default(),
            deadline: None,
            over: false,
        }
    }

    /// Feeds the engine and does what it says: under the lock everything is drained;
    /// then requests are sent, then results are delivered.
    pub fn turn(
        &mut self,
        core: &Core<D>,
        outlet: &mut impl Outlet,
        now: Time,
        feed: impl FnOnce(&mut Engine),
    ) {
        self.turn_all(core, outlet, now, std::iter::once(feed));
    }

    /// As [`turn`](Self::turn), with several inputs. Each is drained before the next, so
    /// that what the desk says to an offer comes before what follows the offer.
    pub(super) fn turn_all<F: FnOnce(&mut Engine)>(
        &mut self,
        core: &Core<D>,
        outlet: &mut impl Outlet,
        now: Time,
        feeds: impl Iterator<Item = F>,
    ) {
        let mut state = core.lock();
        for feed in feeds {
            let (engine, desk) = &mut *state;
            feed(engine);
            self.drain(engine, desk);
        }
        loop {
            drop(state);
            self.carry_out(outlet);
            if self.refused.is_empty() {
                break;
            }
            state = core.lock();
            let (engine, desk) = &mut *state;
            for refused in self.refused.drain(..) {
                match refused {
                    Refused::Request(request, error) => engine.handle_refused(now, request, error),
                    Refused::Line(line, error) => engine.handle_closed(now, line, error),
                }
            }
            self.drain(engine, desk);
        }
        D::run(&mut self.errands);
    }

    /// When the engine wants to be called next.
    pub const fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    /// Whether the connection is over and nothing will happen any more.
    pub const fn is_over(&self) -> bool {
        self.over
    }

    fn drain(&mut self, engine: &mut Engine, desk: &mut D) {
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
                    desk.sort(engine, output, &mut self.errands);
                }
            }
        }
    }

    fn carry_out(&mut self, outlet: &mut impl Outlet) {
        for output in self.sends.drain(..) {
            match output {
                Output::Transmit { line, request, transmit } => {
                    if let Err(error) = outlet.send(line, request, transmit) {
                        self.refused.push(Refused::Request(request, error));
                    }
                }
                Output::Open { line, address } => {
                    // The engine names addresses of this very configuration.
                    if let Some(address) = self.config.addresses.get(address) {
                        if let Err(error) = outlet.open(line, address) {
                            self.refused.push(Refused::Line(line, error));
                        }
                    }
                }
                Output::Close { line } => outlet.close(line),
                Output::Probe { line } => outlet.probe(line),
                Output::Cancel { line, request } => outlet.cancel(line, request),
                Output::Reading { line, on } => outlet.read(line, on),
                Output::SessionOpened { id, .. } => outlet.session_opened(id),
                Output::SessionResumed { id, before, .. } => {
                    if before != id {
                        outlet.session_ended(before);
                    }
                    outlet.session_opened(id);
                }
                Output::SessionEnded { id, .. } => outlet.session_ended(id),
                _ => {}
            }
        }
    }
}
