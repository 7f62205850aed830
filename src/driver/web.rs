//! The driver in JavaScript runtimes, driven by the callbacks of transports and of a timer.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::{Core, Engine, OutputSink, Pump};
use crate::engine::{HandleKey, TransportId};
use crate::error::Result;
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::transport::{Clock, Connector, Inbox, TransportOptions};

/// Turns the driver when a command waits in the engine.
pub(crate) struct Wake {
    clock: Clock,
    driver: RefCell<Option<Weak<dyn Run>>>,
}

impl Wake {
    /// Lets the driver look. A driver that is at work looks again afterwards.
    pub(crate) fn wake(&self) {
        let driver = self.driver.borrow().as_ref().and_then(Weak::upgrade);
        if let Some(driver) = driver {
            driver.run();
        }
    }

    /// The present moment.
    pub(super) fn now(&self) -> Time {
        self.clock.present()
    }
}

impl std::fmt::Debug for Wake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wake")
    }
}

trait Run {
    fn run(&self);
}

/// Connects `engine` to its server.
///
/// # Errors
/// None on this platform: what is missing fails the attempt to connect.
pub(crate) fn spawn<D: OutputSink + 'static>(
    engine: Engine,
    sink: D,
    options: TransportOptions,
) -> Result<Arc<Core<D>>> {
    let config = Arc::clone(engine.config());
    let clock = options.clock.clone();
    let wake = Wake { clock: clock.clone(), driver: RefCell::default() };
    let core = Arc::new(Core::new(engine, sink, wake));
    let driver = Rc::new_cyclic(|this: &Weak<Driver<D>>| {
        let this = this.clone();
        Driver {
            pump: RefCell::new(Pump::new(Arc::clone(&config))),
            connector: RefCell::new(Connector::new(config, options.clone(), Rc::new(this.clone()))),
            core: Arc::clone(&core),
            clock,
            on_trap: options.on_trap,
            again: Cell::new(false),
            turn_began: Cell::new(None),
            timer: RefCell::new(None),
            on_timer: Closure::new(move || {
                if let Some(driver) = this.upgrade() {
                    driver.timer.replace(None);
                    driver.feed(|engine, now| engine.handle_timeout(now));
                }
            }),
            itself: RefCell::new(None),
        }
    });
    // The driver lives until the connection is over.
    driver.itself.replace(Some(Rc::clone(&driver)));
    let run: Rc<dyn Run> = driver.clone();
    core.wake().driver.replace(Some(Rc::downgrade(&run)));
    driver.feed(|engine, now| engine.connect(now));
    Ok(core)
}

struct Driver<D: OutputSink> {
    core: Arc<Core<D>>,
    clock: Clock,
    pump: RefCell<Pump<D>>,
    connector: RefCell<Connector>,
    again: Cell<bool>,
    /// When the first message of this turn came.
    turn_began: Cell<Option<Time>>,
    timer: RefCell<Option<(Time, JsValue)>>,
    on_timer: Closure<dyn Fn()>,
    on_trap: Option<Function>,
    itself: RefCell<Option<Rc<Self>>>,
}

impl<D: OutputSink> Driver<D> {
    fn put(&self, feed: impl FnOnce(&mut Engine, Time)) -> Time {
        let now = self.turn_began.get().unwrap_or_else(|| self.clock.present());
        self.turn_began.set(Some(now));
        feed(&mut self.core.lock().0, now);
        now
    }

    fn feed(&self, feed: impl FnOnce(&mut Engine, Time)) {
        self.run_at(self.put(feed));
    }

    fn run_at(&self, mut now: Time) {
        self.turn_began.set(None);
        self.again.set(true);
        // Called from a result's receiver: the turn that delivers it will look again.
        let Ok(mut pump) = self.pump.try_borrow_mut() else { return };
        while self.again.replace(false) {
            pump.turn(&self.core, &mut *self.connector.borrow_mut(), now, |_| {});
            if self.again.get() {
                now = self.clock.present();
            }
        }
        if pump.is_over() {
            self.arm(None);
            self.connector.borrow_mut().drop_transport();
            self.itself.replace(None);
        } else {
            self.arm(pump.deadline());
        }
    }

    /// Asks for a call at the engine's deadline. One that is asked for already and
    /// comes too early is cheaper than a new timer for each request.
    fn arm(&self, deadline: Option<Time>) {
        let mut timer = self.timer.borrow_mut();
        let armed = timer.as_ref().map(|(at, _)| *at);
        let Some(at) = deadline else {
            if let Some((_, handle)) = timer.take() {
                self.clock.clear_timer(&handle);
            }
            return;
        };
        if armed.is_some_and(|armed| armed <= at) {
            return;
        }
        if let Some((_, handle)) = timer.take() {
            self.clock.clear_timer(&handle);
        }
        let milliseconds =
            (at.since(self.clock.present()).as_micros() as f64 / 1000.0).ceil().min(f64::from(i32::MAX));
        *timer = Some((at, self.clock.set_timer(&self.on_timer, milliseconds, self.on_trap.clone())));
    }
}

impl<D: OutputSink> Run for Driver<D> {
    fn run(&self) {
        self.run_at(self.clock.present());
    }
}

impl<D: OutputSink> Inbox for Weak<Driver<D>> {
    fn feed(&self, feed: &mut dyn FnMut(&mut Engine, Time)) {
        if let Some(driver) = self.upgrade() {
            driver.feed(|engine, now| feed(engine, now));
        }
    }

    fn put(&self, feed: &mut dyn FnMut(&mut Engine, Time)) {
        if let Some(driver) = self.upgrade() {
            let mut is_offered = false;
            let now = driver.put(|engine, now| {
                feed(engine, now);
                is_offered = engine.has_offer();
            });
            // A plugin judges it before the next message is in.
            if is_offered {
                driver.run_at(now);
            }
        }
    }

    fn pass_event(&self, transport: TransportId, session: SessionId, sender: HandleId) -> Option<HandleKey> {
        let driver = self.upgrade()?;
        // A driver that is at work delivers what came before.
        drop(driver.pump.try_borrow().ok()?);
        let mut handle = None;
        driver.put(|engine, now| handle = engine.pass_event(now, transport, session, sender));
        handle
    }

    fn flush(&self) {
        if let Some(driver) = self.upgrade() {
            driver.run();
        }
    }
}
