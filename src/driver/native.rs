//! The driver as one future: polls a transport and a clock, and turns the pump.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use futures_util::task::AtomicWaker;

use super::{Core, OutputSink, Pump};
use crate::engine::Capabilities;
use crate::error::{Error, ErrorCode};
use crate::time::Time;
use crate::transport::{Message, Transport, TransportEvent, trace_received};

/// Returns the present moment, on any thread.
pub type TimeSource = Arc<dyn Fn() -> Time + Send + Sync>;

/// A clock that can be waited for.
pub trait Clock {
    /// Returns a source of the present moment, counted from an origin of the clock's own.
    fn source(&self) -> TimeSource;

    /// Ready once `until` has come; only the last moment requested for counts.
    fn poll_until(&mut self, cx: &mut Context<'_>, until: Time) -> Poll<()>;
}

/// Wakes the driver when a command waits in the engine.
#[allow(missing_debug_implementations, reason = "a clock is a function")]
pub(crate) struct Wake {
    waker: AtomicWaker,
    requested: AtomicBool,
    now: TimeSource,
}

impl Wake {
    /// Creates the handle that wakes a driver with this clock.
    pub(crate) fn new(clock: &impl Clock) -> Self {
        Self { waker: AtomicWaker::new(), requested: AtomicBool::new(false), now: clock.source() }
    }

    /// The present moment.
    pub(super) fn now(&self) -> Time {
        (self.now)()
    }

    /// Wakes the driver, unless it was woken already.
    pub(crate) fn wake(&self) {
        if !self.requested.swap(true, Ordering::AcqRel) {
            self.waker.wake();
        }
    }
}

/// How many events are fed to the engine at a time, so that requests get their turn, too.
const BATCH: usize = 128;
/// The maximum number of bytes of these: what was just read is still in the processor's cache.
const BATCH_BYTES: usize = 64 << 10;

/// The driver of one connection: a future that ends when the connection is over.
/// Dropped before, it ends the connection.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub(crate) struct Task<T: Transport, C: Clock, D: OutputSink> {
    core: Arc<Core<D>>,
    transport: T,
    clock: C,
    pump: Pump<D>,
    events: Vec<TransportEvent>,
    begun: bool,
    writable: bool,
}

impl<T: Transport, C: Clock, D: OutputSink> Task<T, C, D> {
    /// A driver for this engine, which connects once it is polled.
    pub(crate) fn new(core: Arc<Core<D>>, transport: T, clock: C) -> Self {
        let pump = Pump::new(Arc::clone(core.lock().0.config()));
        Self { core, transport, clock, pump, events: Vec::new(), begun: false, writable: true }
    }

    fn gather(&mut self, cx: &mut Context<'_>) {
        let mut bytes = 0;
        while self.events.len() < BATCH && bytes < BATCH_BYTES {
            let Poll::Ready(event) = self.transport.poll_event(cx) else { break };
            if let TransportEvent::Message(_, text) | TransportEvent::Response(_, _, text) = &event {
                bytes += text.len();
            }
            self.events.push(event);
        }
    }

    fn turn(&mut self, now: Time, due: bool, writable: bool) {
        let Self { core, pump, transport, .. } = self;
        if self.writable != writable {
            self.writable = writable;
            pump.feed(core, |engine| engine.handle_writable(writable));
        }
        if !std::mem::replace(&mut self.begun, true) {
            pump.feed(core, |engine| engine.connect(now));
        }
        let capabilities = transport.capabilities();
        for event in self.events.drain(..) {
            feed(pump, core, now, capabilities, event);
        }
        // Commands of the application may have left output, too.
        pump.feed(core, |engine| {
            if due {
                engine.handle_timeout(now);
            }
        });
        pump.finish(core, transport, now);
    }
}

impl<T: Transport, C: Clock, D: OutputSink> Drop for Task<T, C, D> {
    fn drop(&mut self) {
        let now = self.core.wake().now();
        self.pump.turn(&self.core, &mut self.transport, now, |engine| engine.abandon(now));
    }
}

/// A message's envelope is parsed before the engine is locked.
fn feed<D: OutputSink>(
    pump: &mut Pump<D>,
    core: &Core<D>,
    now: Time,
    capabilities: Capabilities,
    event: TransportEvent,
) {
    if let TransportEvent::Message(_, text) | TransportEvent::Response(_, _, text) = &event {
        trace_received(text);
    }
    match event {
        TransportEvent::Message(transport, text) => {
            let fed = Message::parse(text, |envelope, message| {
                pump.feed(core, |engine| engine.handle_message(now, transport, envelope, message));
            });
            if let Err(malformed) = fed {
                pump.feed(core, |engine| engine.handle_malformed(now, transport, malformed));
            }
        }
        TransportEvent::Response(transport, request, text) => {
            let fed = Message::parse(text, |envelope, message| {
                pump.feed(core, |engine| engine.handle_response(now, transport, request, envelope, message));
            });
            if fed.is_err() {
                let error = Error::new(ErrorCode::BadResponse, "the response is no message of Janus's");
                pump.feed(core, |engine| engine.handle_failed(now, request, error));
            }
        }
        TransportEvent::Opened(transport) => {
            pump.feed(core, |engine| engine.handle_opened(now, transport, capabilities));
        }
        TransportEvent::Closed(transport, error) => {
            pump.feed(core, |engine| engine.handle_closed(now, transport, error));
        }
        TransportEvent::Sent(transport, request) => {
            pump.feed(core, |engine| engine.handle_sent(now, transport, request));
        }
        TransportEvent::Malformed(transport, malformed) => {
            pump.feed(core, |engine| engine.handle_malformed(now, transport, malformed));
        }
        TransportEvent::Alive(transport) => pump.feed(core, |engine| engine.handle_alive(now, transport)),
        TransportEvent::Failed(request, error) => {
            pump.feed(core, |engine| engine.handle_failed(now, request, error));
        }
        TransportEvent::Refused(request, error) => {
            pump.feed(core, |engine| engine.handle_refused(now, request, error));
        }
        TransportEvent::SessionGone(transport, id, error) => {
            pump.feed(core, |engine| engine.handle_session_gone(now, transport, id, error));
        }
    }
}

impl<T: Transport + Unpin, C: Clock + Unpin, D: OutputSink> Future for Task<T, C, D>
where
    D::Deferred: Unpin,
{
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        this.core.wake().waker.register(cx.waker());
        let mut due = !this.begun;
        loop {
            let writable = this.transport.poll_flush(cx).is_ready();
            this.gather(cx);
            let now = this.core.wake().now();
            due |= this.pump.deadline().is_some_and(|at| at <= now);
            let requested = this.core.wake().requested.swap(false, Ordering::AcqRel);
            if !requested && !due && this.events.is_empty() && writable == this.writable {
                break;
            }
            this.turn(now, due, writable);
            due = false;
            if this.pump.is_over() {
                return Poll::Ready(());
            }
        }
        if let Some(at) = this.pump.deadline() {
            if this.clock.poll_until(cx, at).is_ready() {
                cx.waker().wake_by_ref();
            }
        }
        Poll::Pending
    }
}
