//! WebSocket as browsers, Node, Deno and Bun have it; the driver that its callbacks turn.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::prelude::*;

use super::message_web::{Message, Outgoing, field};
use super::{Core, Desk, Engine, Outlet, Properties, Pump, Transmit};
use crate::config::{Address, Config};
use crate::engine::{Line, RequestId};
use crate::error::{Error, ErrorCode, Result};
use crate::time::Time;
use crate::wire::{Envelope, Kind, Malformed, ServerLimits, Transaction};

#[wasm_bindgen(module = "/src/driver/websocket_web.js")]
extern "C" {
    #[wasm_bindgen(js_name = Line)]
    type Socket;

    #[wasm_bindgen(constructor, js_class = "Line", catch)]
    fn new(
        url: &str,
        protocol: &str,
        constructor: &Function,
        options: &JsValue,
        max_size: f64,
        kinds: Vec<String>,
        hooks: &JsValue,
        on_trap: Option<Function>,
    ) -> Result<Socket, JsValue>;

    #[wasm_bindgen(method, js_class = "Line")]
    fn send(this: &Socket, head: &str, members: Option<Outgoing>);
    #[wasm_bindgen(method, js_class = "Line")]
    fn ping(this: &Socket);
    #[wasm_bindgen(method, js_class = "Line")]
    fn read(this: &Socket, on: bool);
    #[wasm_bindgen(method, js_class = "Line")]
    fn close(this: &Socket);
    #[wasm_bindgen(method, js_class = "Line")]
    fn drop(this: &Socket);

    #[wasm_bindgen(js_name = setTimer)]
    fn set_timer(callback: &Closure<dyn Fn()>, milliseconds: f64, on_trap: Option<Function>) -> JsValue;
    #[wasm_bindgen(js_name = clearTimer)]
    fn clear_timer(timer: &JsValue);
    fn now() -> f64;
}

/// A future as this platform's executors want it.
pub type BoxFuture<T> = std::pin::Pin<Box<dyn Future<Output = T>>>;

/// A number that differs from run to run.
#[must_use]
pub fn random_seed() -> u64 {
    (js_sys::Math::random() * 2_f64.powi(52)) as u64
}

/// Which WebSocket to use.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The constructor; the global one without it.
    pub constructor: Option<Function>,
    /// Its third argument, where it takes one (the package `ws` does).
    pub socket_options: Option<JsValue>,
    /// What is told when WebAssembly traps in a callback: a bug, after which nothing
    /// of this connection works any more. Without it the console is.
    pub on_trap: Option<Function>,
}

/// Turns the driver when a command waits in the engine.
#[derive(Default)]
pub struct Wake {
    driver: RefCell<Option<Weak<dyn Run>>>,
}

impl Wake {
    /// Lets the driver look. A driver that is at work looks again afterwards.
    pub fn wake(&self) {
        let driver = self.driver.borrow().as_ref().and_then(Weak::upgrade);
        if let Some(driver) = driver {
            driver.run();
        }
    }

    /// The present moment.
    pub(super) fn now(&self) -> Time {
        present()
    }
}

impl std::fmt::Debug for Wake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wake")
    }
}

fn present() -> Time {
    Time::from_micros((now() * 1000.0) as u64)
}

trait Run {
    fn run(&self);
}

/// Connects `engine` to its server; the callbacks of its socket and timer drive it.
///
/// # Errors
/// [`ErrorCode::Unsupported`] where there is no WebSocket.
pub fn spawn<D: Desk + 'static>(engine: Engine, desk: D, options: Options) -> Result<Arc<Core<D>>> {
    let constructor = match options.constructor {
        Some(constructor) => constructor,
        None => field(&js_sys::global(), "WebSocket").and_then(|value| value.dyn_into().ok()).ok_or_else(
            || {
                let text = "there is no WebSocket here; in Node before 22, install the package ws";
                Error::new(ErrorCode::Unsupported, text)
            },
        )?,
    };
    let config = Arc::clone(engine.config());
    let core = Arc::new(Core::new(engine, desk, Wake::default()));
    let driver = Rc::new_cyclic(|this: &Weak<Driver<D>>| {
        let this = this.clone();
        Driver {
            pump: RefCell::new(Pump::new(Arc::clone(&config))),
            outlet: RefCell::new(WebSocket {
                config,
                constructor,
                options: options.socket_options.unwrap_or(JsValue::UNDEFINED),
                on_trap: options.on_trap.clone(),
                line: None,
                inbox: Rc::new(this.clone()) as Rc<dyn Inbox>,
            }),
            core: Arc::clone(&core),
            on_trap: options.on_trap,
            again: Cell::new(false),
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
    // It lives until the connection is over, whoever holds what.
    driver.itself.replace(Some(Rc::clone(&driver)));
    let run: Rc<dyn Run> = driver.clone();
    core.wake().driver.replace(Some(Rc::downgrade(&run)));
    driver.feed(|engine, now| engine.connect(now));
    Ok(core)
}

struct Driver<D: Desk> {
    core: Arc<Core<D>>,
    pump: RefCell<Pump<D>>,
    outlet: RefCell<WebSocket>,
    again: Cell<bool>,
    timer: RefCell<Option<(Time, JsValue)>>,
    on_timer: Closure<dyn Fn()>,
    on_trap: Option<Function>,
    itself: RefCell<Option<Rc<Self>>>,
}

impl<D: Desk> Driver<D> {
    fn feed(&self, feed: impl FnOnce(&mut Engine, Time)) {
        feed(&mut self.core.lock().0, present());
        self.run();
    }

    /// Asks for a call at the engine's deadline. One that is asked for already and
    /// comes too early is cheaper than asking anew with each request.
    fn arm(&self, deadline: Option<Time>) {
        let mut timer = self.timer.borrow_mut();
        let armed = timer.as_ref().map(|(at, _)| *at);
        let Some(at) = deadline else {
            if let Some((_, handle)) = timer.take() {
                clear_timer(&handle);
            }
            return;
        };
        if armed.is_some_and(|armed| armed <= at) {
            return;
        }
        if let Some((_, handle)) = timer.take() {
            clear_timer(&handle);
        }
        let milliseconds = (at.since(present()).as_micros() as f64 / 1000.0).ceil().min(f64::from(i32::MAX));
        *timer = Some((at, set_timer(&self.on_timer, milliseconds, self.on_trap.clone())));
    }
}

impl<D: Desk> Run for Driver<D> {
    fn run(&self) {
        self.again.set(true);
        // Called from a result's receiver: the turn that delivers it will look again.
        let Ok(mut pump) = self.pump.try_borrow_mut() else { return };
        while self.again.replace(false) {
            pump.turn(&self.core, &mut *self.outlet.borrow_mut(), present(), |_| {});
        }
        if pump.is_over() {
            self.arm(None);
            self.outlet.borrow_mut().line = None;
            self.itself.replace(None);
        } else {
            self.arm(pump.deadline());
        }
    }
}

/// What a socket's callbacks tell.
trait Inbox {
    fn feed(&self, feed: &mut dyn FnMut(&mut Engine, Time));
}

impl<D: Desk> Inbox for Weak<Driver<D>> {
    fn feed(&self, feed: &mut dyn FnMut(&mut Engine, Time)) {
        if let Some(driver) = self.upgrade() {
            driver.feed(|engine, now| feed(engine, now));
        }
    }
}

struct WebSocket {
    config: Arc<Config>,
    constructor: Function,
    options: JsValue,
    on_trap: Option<Function>,
    line: Option<Open>,
    inbox: Rc<dyn Inbox>,
}

/// A socket and the callbacks that must live as long as it.
struct Open {
    line: Line,
    socket: Socket,
    _callbacks: [JsValue; 1],
    _closures: Callbacks,
}

type OnMessage = dyn Fn(i32, f64, f64, f64, f64, JsValue);

struct Callbacks {
    opened: Closure<dyn Fn(bool)>,
    closed: Closure<dyn Fn(f64, String)>,
    message: Closure<OnMessage>,
    garbage: Closure<dyn Fn(u32)>,
    alive: Closure<dyn Fn()>,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.socket.drop();
    }
}

impl Callbacks {
    fn new(line: Line, inbox: &Rc<dyn Inbox>) -> Self {
        let [a, b, c, d, e] = std::array::from_fn(|_| Rc::clone(inbox));
        let opened = Rc::new(Cell::new(false));
        let was_opened = Rc::clone(&opened);
        Self {
            opened: Closure::new(move |can_probe| {
                opened.set(true);
                a.feed(&mut |engine, now| engine.handle_opened(now, line, can_probe));
            }),
            closed: Closure::new(move |code: f64, reason: String| {
                let error = ended(was_opened.get(), code as u16, &reason);
                b.feed(&mut |engine, now| engine.handle_closed(now, line, error.clone()));
            }),
            message: Closure::new(
                move |kind: i32, transaction: f64, session: f64, sender: f64, made: f64, message: JsValue| {
                    let mut message = Some(message);
                    c.feed(&mut |engine, now| {
                        if let Some(message) = message.take() {
                            receive(engine, now, line, [transaction, session, sender, made], kind, message);
                        }
                    });
                },
            ),
            garbage: Closure::new(move |what: u32| {
                let malformed = match what {
                    0 => Malformed::NotJson,
                    1 => Malformed::NotObject,
                    _ => Malformed::NoKind,
                };
                d.feed(&mut |engine, now| engine.handle_garbage(now, line, malformed));
            }),
            alive: Closure::new(move || e.feed(&mut |engine, now| engine.handle_alive(now, line))),
        }
    }

    fn as_hooks(&self) -> JsValue {
        let hooks = js_sys::Object::new();
        let functions: [(&str, &JsValue); 5] = [
            ("opened", self.opened.as_ref()),
            ("closed", self.closed.as_ref()),
            ("message", self.message.as_ref()),
            ("garbage", self.garbage.as_ref()),
            ("alive", self.alive.as_ref()),
        ];
        for (name, function) in functions {
            // Setting a field of a fresh object can't fail.
            let _ = Reflect::set(&hooks, &JsValue::from_str(name), function);
        }
        hooks.into()
    }
}

/// Makes the envelope of what the socket's callback told.
fn receive(engine: &mut Engine, now: Time, line: Line, numbers: [f64; 4], kind: i32, object: JsValue) {
    const NOTHING: f64 = -1.0;
    const WRONG: f64 = -2.0;
    let [transaction, session, sender, made] = numbers;
    let custom =
        transaction.is_nan().then(|| field(&object, "transaction").and_then(|text| text.as_string()));
    let custom = custom.flatten();
    let wrong = [
        (kind == -2, Malformed::WrongType("janus")),
        (transaction == WRONG, Malformed::WrongType("transaction")),
        (session == WRONG, Malformed::UnsafeId("session_id")),
        (sender == WRONG, Malformed::UnsafeId("sender")),
        (made == WRONG, Malformed::UnsafeId("data.id")),
    ];
    let kind =
        usize::try_from(kind).ok().and_then(|kind| Kind::ALL.get(kind)).copied().unwrap_or(Kind::Unknown);
    let refusal = (kind == Kind::Error).then(|| refusal(&object)).flatten();
    let id = |number: f64| (number > NOTHING).then_some(number as u64);
    let envelope = Envelope {
        kind,
        transaction: match &custom {
            Some(text) => Some(Transaction::Text(text)),
            None => id(transaction).map(Transaction::Number),
        },
        session: id(session),
        sender: id(sender),
        data_id: id(made),
        error: refusal.as_ref().map(|(code, reason)| (*code, &**reason)),
        limits: (kind == Kind::ServerInfo).then(|| limits(&object)),
        malformed: wrong.iter().find(|(is_wrong, _)| *is_wrong).map(|(_, what)| *what),
    };
    engine.handle_message(now, line, envelope, Message::new(object));
}

fn refusal(message: &JsValue) -> Option<(i64, String)> {
    let error = field(message, "error")?;
    let reason = field(&error, "reason").and_then(|reason| reason.as_string()).unwrap_or_default();
    Some((field(&error, "code")?.as_f64()? as i64, reason))
}

fn limits(message: &JsValue) -> ServerLimits {
    let number = |name| field(message, name).and_then(|value| value.as_f64()).map(|number| number as u64);
    ServerLimits {
        session_timeout: number("session-timeout").unwrap_or(60),
        reclaim_session_timeout: number("reclaim-session-timeout").unwrap_or(0),
        version: number("version").unwrap_or(0),
    }
}

/// A WebSocket's close code as an error.
fn ended(was_opened: bool, code: u16, reason: &str) -> Error {
    let told = |text: &str| match reason {
        "" => text.to_owned(),
        reason => format!("{text}: {reason}"),
    };
    if !was_opened {
        let text = told("no connection to the server, or it does not speak Janus's subprotocol");
        return Error::new(ErrorCode::ConnectFailed, text);
    }
    match code {
        1002 | 1003 | 1007 | 1009 => {
            Error::new(ErrorCode::ProtocolViolation, told("the server broke the WebSocket protocol"))
        }
        _ => Error::new(ErrorCode::ConnectionLost, told("the server closed the connection")),
    }
}

impl Outlet for WebSocket {
    fn properties(&self) -> Properties {
        Properties {
            keeps_order: true,
            reports_close: true,
            loses_sessions: true,
            can_probe: true,
            max_message: Some(self.config.max_message_size),
        }
    }

    fn open(&mut self, line: Line, address: &Address) -> Result<()> {
        let scheme = address.scheme()?;
        if !matches!(scheme, "ws" | "wss") {
            let text = format!("there is no transport for {scheme}:// here; there are ws:// and wss://");
            return Err(Error::new(ErrorCode::Unsupported, text));
        }
        let closures = Callbacks::new(line, &self.inbox);
        let hooks = closures.as_hooks();
        let socket = Socket::new(
            address.url(),
            self.config.api.subprotocol(),
            &self.constructor,
            &self.options,
            self.config.max_message_size as f64,
            Kind::ALL.iter().map(|kind| kind.word().to_owned()).collect(),
            &hooks,
            self.on_trap.clone(),
        );
        let socket = socket.map_err(|_| {
            let text = format!("{} is no usable URL", address.shown());
            Error::new(ErrorCode::InvalidConfig, text)
        })?;
        self.line = Some(Open { line, socket, _callbacks: [hooks], _closures: closures });
        Ok(())
    }

    fn close(&mut self, line: Line) {
        if let Some(open) = self.line.as_ref().filter(|open| open.line == line) {
            open.socket.close();
        }
    }

    fn send(&mut self, line: Line, _: RequestId, transmit: Transmit) -> Result<()> {
        let Some(open) = self.line.as_ref().filter(|open| open.line == line) else { return Ok(()) };
        let size = transmit.members.as_ref().map_or(0, JsString::length) as usize;
        if size > self.config.max_message_size {
            let limit = self.config.max_message_size;
            let text = format!("the request has more than {size} bytes, the limit is {limit}");
            return Err(Error::new(ErrorCode::MessageTooLarge, text));
        }
        let mut head = String::with_capacity(192);
        transmit.write_head(&mut head);
        open.socket.send(&head, transmit.members);
        Ok(())
    }

    fn probe(&mut self, line: Line) {
        if let Some(open) = self.line.as_ref().filter(|open| open.line == line) {
            open.socket.ping();
        }
    }

    fn read(&mut self, line: Line, on: bool) {
        if let Some(open) = self.line.as_ref().filter(|open| open.line == line) {
            open.socket.read(on);
        }
    }
}
