//! The receiving half of a transport connection, from JavaScript into the engine.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::cause::with_cause;
use super::message::{Message, field};
use super::options::TransportOptions;
use crate::engine::{Capabilities, HandleKey, RequestId, TransportId};
use crate::error::{Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::transport::Engine;
use crate::wire::{Envelope, JanusVersion, Kind, Malformed, ServerLimits, Transaction};

#[wasm_bindgen(module = "/src/transport/web/receiver.js")]
extern "C" {
    /// JavaScript's side, which guards its calls of the callbacks against traps.
    #[derive(Clone)]
    pub(super) type Receiver;

    #[wasm_bindgen(constructor)]
    fn new(
        absent: f64,
        wrong: f64,
        kinds: Vec<String>,
        callbacks: TransportCallbacks,
        on_trap: Option<Function>,
        on_wire: Option<Function>,
        on_event: Option<Function>,
    ) -> Receiver;

    #[wasm_bindgen(method)]
    pub(super) fn forget(this: &Receiver);
    #[wasm_bindgen(method)]
    pub(super) fn opened(this: &Receiver, can_probe: bool, claims: bool, queues: bool);
    #[wasm_bindgen(method)]
    pub(super) fn closed(this: &Receiver, code: Option<f64>, reason: &str, cause: &JsValue);
    #[wasm_bindgen(method)]
    pub(super) fn trace(this: &Receiver, is_sent: bool, text: &JsValue);
    #[wasm_bindgen(method)]
    pub(super) fn sent(this: &Receiver, request: f64);
    #[wasm_bindgen(method)]
    pub(super) fn failed(this: &Receiver, request: f64, sent: bool, why: &str, cause: &JsValue);
    #[wasm_bindgen(method)]
    pub(super) fn gone(this: &Receiver, session: f64, why: &str);
    #[wasm_bindgen(method, js_name = takeResponse)]
    pub(super) fn take_response(this: &Receiver, request: f64, text: &JsValue) -> bool;
    #[wasm_bindgen(method, js_name = takeAll)]
    pub(super) fn take_all(this: &Receiver, text: &JsValue) -> bool;
}

/// The engine, for the callbacks of a transport connection.
pub(crate) trait Inbox {
    /// Feeds the engine, and carries its output out.
    fn feed(&self, feed: &mut dyn FnMut(&mut Engine, Time));

    /// Feeds the engine; its output waits for a [`flush`](Self::flush).
    fn put(&self, feed: &mut dyn FnMut(&mut Engine, Time));

    fn flush(&self);

    /// Returns the handle of an event that the application is to have at once.
    fn pass_event(&self, transport: TransportId, session: SessionId, sender: HandleId) -> Option<HandleKey>;
}

/// Instead of an id that is not there, of another text than a kind, and of the handle of an event that is not passed by.
const ABSENT: f64 = -1.0;
/// Instead of an id or a kind that has a wrong type. Both are negative, as no id is.
const WRONG: f64 = -2.0;

/// The receiver of a new transport connection.
pub(super) fn receiver(id: TransportId, inbox: &Rc<dyn Inbox>, options: &TransportOptions) -> Receiver {
    let callbacks = TransportCallbacks {
        id,
        inbox: Rc::clone(inbox),
        opened: Cell::new(false),
        responding: Cell::new(None),
    };
    let kinds = Kind::ALL.iter().map(|kind| kind.word().to_owned()).collect();
    let TransportOptions { on_trap, on_wire, on_event, .. } = options.clone();
    Receiver::new(ABSENT, WRONG, kinds, callbacks, on_trap, on_wire, on_event)
}

/// The callbacks of a transport connection. A class, as a method costs half as much as a closure.
#[wasm_bindgen]
#[allow(missing_debug_implementations, unnameable_types, reason = "it is JavaScript that names it")]
pub struct TransportCallbacks {
    id: TransportId,
    inbox: Rc<dyn Inbox>,
    opened: Cell<bool>,
    /// The request to which the next message is the response.
    responding: Cell<Option<RequestId>>,
}

#[wasm_bindgen]
#[allow(missing_docs, reason = "they are events of the transport, by their names")]
impl TransportCallbacks {
    pub fn opened(&self, can_probe: bool, claims: bool, queues: Option<bool>) {
        self.opened.set(true);
        let traits = Capabilities { can_probe, claims, queues: queues.unwrap_or_default() };
        self.inbox.feed(&mut |engine, now| engine.handle_opened(now, self.id, traits));
    }

    /// The code is a WebSocket's; without one the reason is the whole error text.
    pub fn closed(&self, code: Option<f64>, reason: &str, cause: &JsValue) {
        let error = with_cause(ended(self.opened.get(), code.map(|code| code as u16), reason), cause);
        self.inbox.feed(&mut |engine, now| engine.handle_closed(now, self.id, error.clone()));
    }

    /// The next message is the response to this request.
    pub fn responding(&self, request: Option<f64>) {
        self.responding.set(request.map(|request| RequestId::from_number(request as u64)));
    }

    /// The engine's output waits for [`flush`](Self::flush).
    pub fn message(
        &self,
        kind: f64,
        transaction: f64,
        session: f64,
        sender: f64,
        made: f64,
        message: JsValue,
    ) {
        let mut message = Some(message);
        self.inbox.put(&mut |engine, now| {
            if let Some(message) = message.take() {
                let numbers = [transaction, session, sender, made];
                receive(engine, now, self.id, self.responding.take(), numbers, kind, message);
            }
        });
    }

    /// Returns the handle whose application gets this event without a transaction at once; `ABSENT` if the event is to
    /// come as a message.
    #[wasm_bindgen(js_name = passEvent)]
    pub fn pass_event(&self, session: f64, sender: f64) -> f64 {
        let (Some(session), Some(sender)) = (SessionId::new(session as u64), HandleId::new(sender as u64))
        else {
            return ABSENT;
        };
        // The response to a request is never passed by.
        let is_response = self.responding.get().is_some();
        let handle = if is_response { None } else { self.inbox.pass_event(self.id, session, sender) };
        handle.map_or(ABSENT, |handle| handle.get() as f64)
    }

    /// The messages of this turn are in.
    pub fn flush(&self) {
        self.inbox.flush();
    }

    #[wasm_bindgen(js_name = notJson)]
    pub fn not_json(&self) {
        self.malformed(Malformed::NotJson);
    }

    #[wasm_bindgen(js_name = notObject)]
    pub fn not_object(&self) {
        self.malformed(Malformed::NotObject);
    }

    #[wasm_bindgen(js_name = noKind)]
    pub fn no_kind(&self) {
        self.malformed(Malformed::NoKind);
    }

    pub fn alive(&self) {
        self.inbox.feed(&mut |engine, now| engine.handle_alive(now, self.id));
    }

    pub fn writable(&self, on: bool) {
        self.inbox.feed(&mut |engine, _| engine.handle_writable(on));
    }

    pub fn sent(&self, request: f64) {
        let request = RequestId::from_number(request as u64);
        self.inbox.feed(&mut |engine, now| engine.handle_sent(now, self.id, request));
    }

    pub fn failed(&self, request: f64, sent: bool, why: &str, cause: &JsValue) {
        let request = RequestId::from_number(request as u64);
        let error = |code| with_cause(Error::new(code, why.to_owned()), cause);
        self.inbox.feed(&mut |engine, now| match sent {
            true => engine.handle_failed(now, request, error(ErrorCode::ResponseLost)),
            false => engine.handle_refused(now, request, error(ErrorCode::ConnectionLost)),
        });
    }

    pub fn gone(&self, session: f64, why: &str) {
        let Some(session) = SessionId::new(session as u64) else { return };
        self.inbox.feed(&mut |engine, now| {
            let error = Error::new(ErrorCode::SessionGone, why.to_owned());
            engine.handle_session_gone(now, self.id, session, error);
        });
    }
}

impl TransportCallbacks {
    fn malformed(&self, malformed: Malformed) {
        self.inbox.feed(&mut |engine, now| engine.handle_malformed(now, self.id, malformed));
    }
}

/// Passes a message to the engine, with the envelope that JavaScript read.
fn receive(
    engine: &mut Engine,
    now: Time,
    id: TransportId,
    request: Option<RequestId>,
    numbers: [f64; 4],
    kind: f64,
    object: JsValue,
) {
    let [transaction, session, sender, made] = numbers;
    let custom =
        transaction.is_nan().then(|| field(&object, "transaction").and_then(|text| text.as_string()));
    let custom = custom.flatten();
    let wrong = [
        (kind == WRONG, Malformed::WrongType("janus")),
        (transaction == WRONG, Malformed::WrongType("transaction")),
        (session == WRONG, Malformed::UnsafeId("session_id")),
        (sender == WRONG, Malformed::UnsafeId("sender")),
        (made == WRONG, Malformed::UnsafeId("data.id")),
    ];
    let positive = |number: f64| (number > ABSENT).then_some(number as u64);
    let known = positive(kind).and_then(|kind| Kind::ALL.get(kind as usize));
    let kind = known.copied().unwrap_or(Kind::Unknown);
    let word = (kind == Kind::Unknown).then(|| field(&object, "janus").and_then(|word| word.as_string()));
    let word = word.flatten();
    let refusal = (kind == Kind::Error).then(|| refusal(&object)).flatten();
    let envelope = Envelope {
        kind,
        word: word.as_deref(),
        transaction: match &custom {
            Some(text) => Some(Transaction::Text(text)),
            None => positive(transaction).map(Transaction::Number),
        },
        session: positive(session),
        sender: positive(sender),
        data_id: positive(made),
        error: refusal.as_ref().map(|(code, reason)| (*code, &**reason)),
        limits: (kind == Kind::ServerInfo).then(|| limits(&object)),
        malformed: wrong.iter().find(|(is_wrong, _)| *is_wrong).map(|(_, what)| *what),
    };
    match request {
        Some(request) => engine.handle_response(now, id, request, envelope, Message::from_object(object)),
        None => engine.handle_message(now, id, envelope, Message::from_object(object)),
    }
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
        version: number("version").map(JanusVersion::from_number),
    }
}

/// Returns the error of a closed transport connection, from a WebSocket's close code or from the reason.
fn ended(was_opened: bool, code: Option<u16>, reason: &str) -> Error {
    let with_reason = |text: &str| match reason {
        "" => text.to_owned(),
        reason => format!("{text}: {reason}"),
    };
    let Some(code) = code else {
        let what = if was_opened { ErrorCode::ConnectionLost } else { ErrorCode::ConnectFailed };
        return Error::new(what, reason.to_owned());
    };
    if !was_opened {
        let text = match reason {
            "" => "no connection to the server, or it does not speak Janus's subprotocol".to_owned(),
            reason => format!("no connection to the server: {reason}"),
        };
        return Error::new(ErrorCode::ConnectFailed, text);
    }
    match code {
        1002 | 1003 | 1007 | 1009 => Error::new(
            ErrorCode::ProtocolViolation,
            with_reason("the server violated the WebSocket protocol"),
        ),
        _ => Error::new(ErrorCode::ConnectionLost, with_reason("the server closed the connection")),
    }
}
