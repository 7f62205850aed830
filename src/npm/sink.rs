//! The hooks through which results reach JavaScript.

use std::convert::Infallible;

use wasm_bindgen::prelude::*;

use super::values::{failure, number};
use crate::driver::{Engine, Output, OutputSink};
use crate::engine::{Created, Disconnect, Event, Reply, RequestId};
use crate::error::Result;
use crate::id::SessionId;
use crate::transport::Message;
use crate::wire::Kind;

#[wasm_bindgen]
extern "C" {
    /// The object in `lib/connection.js` that takes the results.
    #[derive(Clone)]
    pub type Hooks;

    #[wasm_bindgen(method)]
    fn onReply(this: &Hooks, request: f64, message: JsValue);
    #[wasm_bindgen(method)]
    fn onMade(this: &Hooks, request: f64, key: f64, id: f64, message: JsValue);
    #[wasm_bindgen(method)]
    fn onFailure(this: &Hooks, request: f64, failure: JsValue);
    #[wasm_bindgen(method)]
    fn onOffer(this: &Hooks, requests: Vec<f64>, correlated: bool, handle: f64, message: JsValue);
    #[wasm_bindgen(method)]
    fn onPluginEvent(this: &Hooks, handle: f64, message: JsValue);
    #[wasm_bindgen(method)]
    fn onCoreEvent(this: &Hooks, handle: f64, kind: &str, message: JsValue);
    #[wasm_bindgen(method)]
    fn onMissed(this: &Hooks, handle: f64, count: f64);
    #[wasm_bindgen(method)]
    fn onHandleEnded(this: &Hooks, handle: f64, reason: &str, fault: &str, clause: &str);
    #[wasm_bindgen(method)]
    fn onHandleRebuilt(this: &Hooks, handle: f64, id: f64);
    #[wasm_bindgen(method)]
    fn onRebuiltEvent(this: &Hooks, handle: f64, id: f64);
    #[wasm_bindgen(method)]
    fn onReadable(this: &Hooks, handle: f64, ended: bool);
    #[wasm_bindgen(method)]
    fn onSessionEnded(this: &Hooks, session: f64, reason: &str, fault: &str, clause: &str);
    #[wasm_bindgen(method)]
    fn onSessionResumed(this: &Hooks, session: f64, id: f64, rebuild: Option<f64>);
    #[wasm_bindgen(method)]
    fn onTokenExpiring(this: &Hooks, session: f64, message: JsValue);
    #[wasm_bindgen(method)]
    fn onReconnecting(this: &Hooks, failure: JsValue);
    #[wasm_bindgen(method)]
    fn onResumed(
        this: &Hooks,
        outage_ms: f64,
        kept: Vec<f64>,
        rebuilt: Vec<f64>,
        ended: Vec<f64>,
        address: u32,
    );
    #[wasm_bindgen(method)]
    fn onConnected(this: &Hooks, address: u32);
    #[wasm_bindgen(method)]
    fn onDisconnected(this: &Hooks, how: &str, failure: JsValue);
    #[wasm_bindgen(method)]
    fn onNotice(
        this: &Hooks,
        is_warning: bool,
        text: &str,
        session: Option<f64>,
        handle: Option<f64>,
        transaction: Option<f64>,
    );
}

/// Hands everything on to JavaScript, once the lock is free.
pub(super) struct HookSink(pub(super) Hooks);

#[derive(Default)]
pub(super) struct Deferred {
    hooks: Option<Hooks>,
    outputs: Vec<Output>,
}

impl OutputSink for HookSink {
    type Deferred = Deferred;
    /// JavaScript decides, after the turn.
    type Offered = Infallible;

    fn accept(&mut self, _: &mut Engine, output: Output, deferred: &mut Deferred) -> Option<Infallible> {
        deferred.hooks.get_or_insert_with(|| self.0.clone());
        deferred.outputs.push(output);
        None
    }

    fn decide(_: &mut Infallible) {}

    fn apply(&mut self, _: &mut Engine, _: Infallible, _: &mut Deferred) {}

    fn flush(deferred: &mut Deferred) {
        if let Some(hooks) = &deferred.hooks {
            for output in deferred.outputs.drain(..) {
                hooks.deliver(output);
            }
        }
    }
}

impl Hooks {
    fn deliver(&self, output: Output) {
        match output {
            Output::Reply { request, result } => self.deliver_reply(request, result),
            Output::Offer { requests, correlated, handle, message } => {
                let requests = requests.into_iter().map(|request| number(request.get())).collect();
                self.onOffer(requests, correlated, number(handle.get()), message.into_object());
            }
            Output::Event { handle, event } => self.deliver_event(number(handle.get()), event),
            Output::Readable { handle, ended } => self.onReadable(number(handle.get()), ended),
            Output::HandleRebuilt { handle, id } => {
                self.onHandleRebuilt(number(handle.get()), number(id.get()));
            }
            Output::SessionEnded { session, reason, .. } => {
                let session = number(session.get());
                self.onSessionEnded(session, reason.as_str(), reason.fault().as_str(), reason.clause());
            }
            Output::SessionResumed { session, id, rebuilt, .. } => {
                let rebuild = rebuilt.map(|rebuild| number(rebuild.get()));
                self.onSessionResumed(number(session.get()), number(id.get()), rebuild);
            }
            Output::TokenExpiring { session, message } => {
                self.onTokenExpiring(number(session.get()), message.into_object());
            }
            Output::Reconnecting { error } => self.onReconnecting(failure(&error)),
            Output::Resumed { outage, sessions, address } => {
                let outage_ms = outage.as_micros() as f64 / 1000.0;
                let mut rebuilt = Vec::with_capacity(2 * sessions.rebuilt.len());
                for (before, id) in sessions.rebuilt {
                    rebuilt.push(number(before.get()));
                    rebuilt.push(number(id.get()));
                }
                self.onResumed(outage_ms, ids(&sessions.kept), rebuilt, ids(&sessions.ended), address as u32);
            }
            Output::Connected { address } => self.onConnected(address as u32),
            Output::Disconnected(how) => {
                let word = match how {
                    Disconnect::Closed => "closed",
                    Disconnect::Failed(_) => "failed",
                    Disconnect::Lost(_) | Disconnect::Dropped => "lost",
                };
                self.onDisconnected(word, failure(&how.error()));
            }
            Output::Notice(notice) => {
                let (session, handle, transaction) = notice.ids();
                let (session, handle) = (session.map(number), handle.map(number));
                let transaction = transaction.map(number);
                self.onNotice(notice.is_warning(), &notice.to_string(), session, handle, transaction);
            }
            // JavaScript learns of a new session by the reply; the rest is for the transport.
            Output::SessionOpened { .. }
            | Output::Open { .. }
            | Output::Close { .. }
            | Output::Probe { .. }
            | Output::Transmit { .. }
            | Output::Cancel { .. }
            | Output::Reading { .. }
            | Output::Wait { .. } => {}
        }
    }

    fn deliver_reply(&self, request: RequestId, result: Result<Reply<Message>>) {
        let request = number(request.get());
        match result {
            Err(error) => self.onFailure(request, failure(&error)),
            Ok(Reply { created: Some(Created::Session(key, id)), message }) => {
                let message = message.map_or(JsValue::UNDEFINED, Message::into_object);
                self.onMade(request, number(key.get()), number(id.get()), message);
            }
            Ok(Reply { created: Some(Created::Handle(key, id)), .. }) => {
                self.onMade(request, number(key.get()), number(id.get()), JsValue::UNDEFINED);
            }
            Ok(Reply { message, created: None }) => {
                let message = message.unwrap_or_else(Message::success);
                self.onReply(request, message.into_object());
            }
        }
    }

    pub(super) fn deliver_event(&self, handle: f64, event: Event<Message>) {
        match event {
            Event::Message { kind: Kind::Event, message } => {
                self.onPluginEvent(handle, message.into_object())
            }
            Event::Message { kind, message } => self.onCoreEvent(handle, kind.word(), message.into_object()),
            Event::Missed { count } => self.onMissed(handle, number(count)),
            Event::Rebuilt { id } => self.onRebuiltEvent(handle, number(id.get())),
            Event::Ended(reason) => {
                self.onHandleEnded(handle, reason.as_str(), reason.fault().as_str(), reason.clause());
            }
        }
    }
}

fn ids(ids: &[SessionId]) -> Vec<f64> {
    ids.iter().map(|id| number(id.get())).collect()
}
