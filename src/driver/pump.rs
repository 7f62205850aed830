//! The loop that carries out the engine's output.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Engine, Output, Wake};
use crate::config::Config;
use crate::engine::{RequestId, TransportId, WaitReason};
use crate::error::Error;
use crate::id::SessionId;
use crate::time::Time;
use crate::transport::{Transmit, TransportSink, trace_sent};

/// Takes the engine's output that is for the application.
pub(crate) trait OutputSink {
    /// What remains to be done once the lock is free.
    type Deferred: Default;

    /// An event that was offered, and what decides about it.
    type Offered;

    /// Accepts one output, under the lock. The decision about an offered event is returned instead: it reads the
    /// event, which is not done under the lock.
    fn accept(
        &mut self,
        engine: &mut Engine,
        output: Output,
        deferred: &mut Self::Deferred,
    ) -> Option<Self::Offered>;

    /// Decides about an offered event, without the lock.
    fn decide(offered: &mut Self::Offered);

    /// Applies the decision, under the lock.
    fn apply(&mut self, engine: &mut Engine, offered: Self::Offered, deferred: &mut Self::Deferred);

    /// Does what remains, without the lock.
    fn flush(deferred: &mut Self::Deferred);
}

/// The engine and the sink of its output, behind one lock.
#[allow(missing_debug_implementations, reason = "its lock would have to be taken")]
pub(crate) struct Core<D> {
    state: Mutex<(Engine, D)>,
    wake: Wake,
}

impl<D> Core<D> {
    /// Creates the pair.
    pub(crate) const fn new(engine: Engine, sink: D, wake: Wake) -> Self {
        Self { state: Mutex::new((engine, sink)), wake }
    }

    /// Gives the engine a command and wakes the driver.
    pub(crate) fn command<R>(&self, command: impl FnOnce(&mut Engine, &mut D, Time) -> R) -> R {
        let now = self.wake.now();
        let result = {
            let (engine, sink) = &mut *self.lock();
            command(engine, sink, now)
        };
        self.wake.wake();
        result
    }

    /// Gives the engine a command without waking the driver, which sees its effect at its next turn.
    pub(crate) fn with_engine<R>(&self, command: impl FnOnce(&mut Engine, Time) -> R) -> R {
        let now = self.wake.now();
        command(&mut self.lock().0, now)
    }

    /// Returns the handle that wakes the driver.
    pub(crate) const fn wake(&self) -> &Wake {
        &self.wake
    }

    /// Locks the engine and the sink.
    ///
    /// The lock is never held over a send, a call into JavaScript or an await. A panic under it is a bug,
    /// which must not become a second one here.
    pub(crate) fn lock(&self) -> MutexGuard<'_, (Engine, D)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Carries out the engine's output, over a transport and into a sink.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub(crate) struct Pump<D: OutputSink> {
    config: Arc<Config>,
    /// Kept from turn to turn for its capacity.
    commands: Vec<TransportCommand>,
    refused: VecDeque<Refused>,
    deferred: D::Deferred,
    deadline: Option<Time>,
    over: bool,
}

/// The part of the engine's output that is for the transport.
enum TransportCommand {
    Open { transport: TransportId, address: usize },
    Close(TransportId),
    Probe(TransportId),
    Send { transport: TransportId, request: RequestId, transmit: Transmit },
    Cancel { transport: TransportId, request: RequestId },
    Read { transport: TransportId, on: bool },
    SessionOpened(SessionId),
    SessionEnded(SessionId),
}

/// What the transport refused at once.
enum Refused {
    Request(RequestId, Error),
    Transport(TransportId, Error),
}

impl<D: OutputSink> Pump<D> {
    /// Creates a pump for an engine with this configuration.
    pub(crate) fn new(config: Arc<Config>) -> Self {
        Self {
            config,
            commands: Vec::new(),
            refused: VecDeque::new(),
            deferred: D::Deferred::default(),
            deadline: None,
            over: false,
        }
    }

    /// Feeds the engine and drains its output, under the lock. What the sink decides about an offered event takes
    /// effect before the next input.
    pub(crate) fn feed(&mut self, core: &Core<D>, feed: impl FnOnce(&mut Engine)) {
        let mut state = core.lock();
        feed(&mut state.0);
        loop {
            let (engine, sink) = &mut *state;
            let Some(mut offered) = self.drain(engine, sink) else { return };
            drop(state);
            D::decide(&mut offered);
            state = core.lock();
            let (engine, sink) = &mut *state;
            sink.apply(engine, offered, &mut self.deferred);
        }
    }

    /// Ends a turn, without the lock: the transport gets its commands, then the sink does what it deferred.
    pub(crate) fn finish(&mut self, core: &Core<D>, transports: &mut impl TransportSink, now: Time) {
        self.carry_out(transports);
        while let Some(refused) = self.refused.pop_front() {
            self.feed(core, |engine| match refused {
                Refused::Request(request, error) => engine.handle_refused(now, request, error),
                Refused::Transport(transport, error) => engine.handle_closed(now, transport, error),
            });
            self.carry_out(transports);
        }
        D::flush(&mut self.deferred);
    }

    /// Feeds the engine one input and carries out its output.
    pub(crate) fn turn(
        &mut self,
        core: &Core<D>,
        transports: &mut impl TransportSink,
        now: Time,
        feed: impl FnOnce(&mut Engine),
    ) {
        self.feed(core, feed);
        self.finish(core, transports, now);
    }

    /// Returns when the engine is to be called next.
    pub(crate) const fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    /// Whether the connection is over and no output will follow.
    pub(crate) const fn is_over(&self) -> bool {
        self.over
    }

    /// Drains the engine's output, up to an event that is offered.
    fn drain(&mut self, engine: &mut Engine, sink: &mut D) -> Option<D::Offered> {
        loop {
            let output = match engine.poll_output() {
                Output::Wait { until, reason } => {
                    self.deadline = until;
                    debug_assert_eq!(until.is_none(), reason == WaitReason::Idle);
                    return None;
                }
                output => output,
            };
            match &output {
                Output::SessionOpened { id, .. } => self.commands.push(TransportCommand::SessionOpened(*id)),
                Output::SessionResumed { id, before, .. } => {
                    if before != id {
                        self.commands.push(TransportCommand::SessionEnded(*before));
                    }
                    self.commands.push(TransportCommand::SessionOpened(*id));
                }
                Output::SessionEnded { id, .. } => self.commands.push(TransportCommand::SessionEnded(*id)),
                Output::Disconnected(_) => self.over = true,
                _ => {}
            }
            match TransportCommand::of(output) {
                Ok(command) => self.commands.push(command),
                Err(output) => {
                    let offered = sink.accept(engine, output, &mut self.deferred);
                    if offered.is_some() {
                        return offered;
                    }
                }
            }
        }
    }

    fn carry_out(&mut self, transports: &mut impl TransportSink) {
        for command in self.commands.drain(..) {
            match command {
                TransportCommand::Send { transport, request, transmit } => {
                    trace_sent(&transmit);
                    if let Err(error) = transports.send(transport, request, transmit) {
                        self.refused.push_back(Refused::Request(request, error));
                    }
                }
                TransportCommand::Open { transport, address } => {
                    // The engine names addresses of this very configuration.
                    if let Some(address) = self.config.addresses.get(address) {
                        if let Err(error) = transports.open(transport, address) {
                            self.refused.push_back(Refused::Transport(transport, error));
                        }
                    }
                }
                TransportCommand::Close(transport) => transports.close(transport),
                TransportCommand::Probe(transport) => transports.probe(transport),
                TransportCommand::Cancel { transport, request } => transports.cancel(transport, request),
                TransportCommand::Read { transport, on } => transports.read(transport, on),
                TransportCommand::SessionOpened(id) => transports.session_opened(id),
                TransportCommand::SessionEnded(id) => transports.session_ended(id),
            }
        }
    }
}

impl TransportCommand {
    /// The command in this output; or the output itself, which is for the application.
    fn of(output: Output) -> Result<Self, Output> {
        match output {
            Output::Open { transport, address } => Ok(Self::Open { transport, address }),
            Output::Close { transport } => Ok(Self::Close(transport)),
            Output::Probe { transport } => Ok(Self::Probe(transport)),
            Output::Transmit { transport, request, transmit } => {
                Ok(Self::Send { transport, request, transmit })
            }
            Output::Cancel { transport, request } => Ok(Self::Cancel { transport, request }),
            Output::Reading { transport, on } => Ok(Self::Read { transport, on }),
            Output::Connected { .. }
            | Output::Reconnecting { .. }
            | Output::Resumed { .. }
            | Output::Disconnected(_)
            | Output::Reply { .. }
            | Output::Offer { .. }
            | Output::Event { .. }
            | Output::Readable { .. }
            | Output::HandleRebuilt { .. }
            | Output::TokenExpiring { .. }
            | Output::SessionOpened { .. }
            | Output::SessionResumed { .. }
            | Output::SessionEnded { .. }
            | Output::Notice(_)
            | Output::Wait { .. } => Err(output),
        }
    }
}
