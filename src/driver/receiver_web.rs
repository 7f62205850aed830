//! What a line hears, from JavaScript into the engine.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::Engine;
use super::message_web::{Message, field};
use super::task_web::Inbox;
use crate::engine::{Line, LineTraits, RequestId};
use crate::error::{Error, ErrorCode};
use crate::id::SessionId;
use crate::time::Time;
use crate::wire::{Envelope, Kind, Malformed, ServerLimits, Transaction};

#[wasm_bindgen(module = "/src/driver/task_web.js")]
extern "C" {
    /// JavaScript's end; what it calls here is guarded against traps.
    #[derive(Clone)]
    pub(super) type Receiver;

    #[wasm_bindgen(constructor)]
    fn new(kinds: Vec<String>, hooks: &JsValue, on_trap: Option<Function>) -> Receiver;

    #[wasm_bindgen(method)]
    fn forget(this: &Receiver);
    #[wasm_bindgen(method)]
    pub(super) fn opened(this: &Receiver, can_probe: bool, claims: bool);
    #[wasm_bindgen(method)]
    pub(super) fn closed(this: &Receiver, code: f64, reason: &str);
    #[wasm_bindgen(method)]
    pub(super) fn failed(this: &Receiver, request: f64, sent: bool, why: &str);
    #[wasm_bindgen(method)]
    pub(super) fn gone(this: &Receiver, session: f64, why: &str);
    #[wasm_bindgen(method)]
    pub(super) fn take(this: &Receiver, text: &JsValue) -> bool;
    #[wasm_bindgen(method, js_name = takeAll)]
    pub(super) fn take_all(this: &Receiver, text: &JsValue) -> bool;
}

/// In place of a WebSocket's close code: the reason is the whole text.
pub(super) const TOLD: f64 = 0.0;

type OnMessage = dyn Fn(i32, f64, f64, f64, f64, JsValue);

/// What one line tells, and the callbacks that must live as long as it.
pub(super) struct Ear {
    pub(super) receiver: Receiver,
    _hooks: Hooks,
}

impl Ear {
    pub(super) fn new(line: Line, inbox: &Rc<dyn Inbox>, on_trap: Option<Function>) -> Self {
        let hooks = Hooks::new(line, inbox);
        Self { receiver: hooks.receiver(on_trap), _hooks: hooks }
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.receiver.forget();
    }
}

struct Hooks {
    opened: Closure<dyn Fn(bool, bool)>,
    closed: Closure<dyn Fn(f64, String)>,
    message: Closure<OnMessage>,
    garbage: Closure<dyn Fn(u32)>,
    alive: Closure<dyn Fn()>,
    writable: Closure<dyn Fn(bool)>,
    failed: Closure<dyn Fn(f64, bool, String)>,
    gone: Closure<dyn Fn(f64, String)>,
}

impl Hooks {
    fn new(line: Line, inbox: &Rc<dyn Inbox>) -> Self {
        let [a, b, c, d, e, f, g, h] = std::array::from_fn(|_| Rc::clone(inbox));
        let opened = Rc::new(Cell::new(false));
        let was_opened = Rc::clone(&opened);
        Self {
            opened: Closure::new(move |can_probe, claims| {
                opened.set(true);
                let traits = LineTraits { can_probe, claims };
                a.feed(&mut |engine, now| engine.handle_opened(now, line, traits));
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
            writable: Closure::new(move |on| h.feed(&mut |engine, _| engine.handle_writable(on))),
            failed: Closure::new(move |request: f64, sent: bool, why: String| {
                let request = RequestId::from_number(request as u64);
                f.feed(&mut |engine, now| match sent {
                    true => {
                        engine.handle_failed(now, request, Error::new(ErrorCode::AnswerLost, why.clone()))
                    }
                    false => {
                        engine.handle_refused(
                            now,
                            request,
                            Error::new(ErrorCode::ConnectionLost, why.clone()),
                        );
                    }
                });
            }),
            gone: Closure::new(move |session: f64, why: String| {
                g.feed(&mut |engine, now| {
                    if let Some(session) = SessionId::new(session as u64) {
                        let error = Error::new(ErrorCode::SessionGone, why.clone());
                        engine.handle_session_gone(now, line, session, error);
                    }
                });
            }),
        }
    }

    fn receiver(&self, on_trap: Option<Function>) -> Receiver {
        let hooks = Object::new();
        let functions: [(&str, &JsValue); 8] = [
            ("opened", self.opened.as_ref()),
            ("closed", self.closed.as_ref()),
            ("message", self.message.as_ref()),
            ("garbage", self.garbage.as_ref()),
            ("alive", self.alive.as_ref()),
            ("writable", self.writable.as_ref()),
            ("failed", self.failed.as_ref()),
            ("gone", self.gone.as_ref()),
        ];
        for (name, function) in functions {
            // Setting a field of a fresh object can't fail.
            let _ = Reflect::set(&hooks, &JsValue::from_str(name), function);
        }
        Receiver::new(Kind::ALL.iter().map(|kind| kind.word().to_owned()).collect(), &hooks, on_trap)
    }
}

/// Makes the envelope of what JavaScript told.
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

/// The end of a line as an error, from a WebSocket's close code or as it was told.
fn ended(was_opened: bool, code: u16, reason: &str) -> Error {
    let told = |text: &str| match reason {
        "" => text.to_owned(),
        reason => format!("{text}: {reason}"),
    };
    if code == TOLD as u16 {
        let what = if was_opened { ErrorCode::ConnectionLost } else { ErrorCode::ConnectFailed };
        return Error::new(what, reason.to_owned());
    }
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
