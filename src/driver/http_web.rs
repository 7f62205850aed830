//! HTTP with long polls, over `fetch`.
//!
//! Requests are POSTed, those of one handle one after the other; each session has one
//! long poll for its events. What comes goes through the receiver, and so into the engine
//! under its guard against traps. There is no timer here: when to try again is the engine's.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use gloo_net::http::{Request, RequestBuilder};
use js_sys::{Array, JsString, Promise};
use rustc_hash::FxHashMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, AbortSignal, RequestCache, RequestRedirect, Response};

use super::message_web::Outgoing;
use super::receiver_web::{Receiver, TOLD};
use crate::config::{Address, Config};
use crate::engine::RequestId;
use crate::id::{HandleId, SessionId};

#[wasm_bindgen(module = "/src/driver/http_web.js")]
extern "C" {
    type Place;

    #[wasm_bindgen(constructor, catch)]
    fn new(url: &str) -> Result<Place, JsValue>;
    #[wasm_bindgen(method)]
    fn at(this: &Place, path: &str, query: Vec<Array>) -> String;
    #[wasm_bindgen(method, getter)]
    fn authorization(this: &Place) -> Option<String>;

    #[wasm_bindgen(js_name = isServerInfo)]
    fn is_server_info(text: &JsValue) -> bool;
    #[wasm_bindgen(js_name = reasonOf)]
    fn reason_of(error: &JsValue) -> String;
    #[wasm_bindgen(js_name = neverConnected)]
    fn never_connected(reason: &str) -> bool;
    #[wasm_bindgen(js_name = textWithin)]
    fn text_within(response: &Response, limit: f64) -> Promise;
    #[wasm_bindgen(js_name = childOf)]
    fn child_of(parent: &AbortController) -> AbortController;
}

#[wasm_bindgen(module = "/src/driver/text_web.js")]
extern "C" {
    #[wasm_bindgen(js_name = sizeOver)]
    fn size_over(text: &JsString, limit: f64) -> f64;
}

#[wasm_bindgen]
extern "C" {
    // Not gloo-net's own call, which loses why fetch failed.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn fetch(request: &web_sys::Request) -> Result<Promise, JsValue>;
}

/// Each takes a connection, of which Janus has about a thousand for all its clients.
const MOST_UNDER_WAY: usize = 64;

/// Requests with the same ids keep their order.
type Lane = (Option<SessionId>, Option<HandleId>);

pub(super) struct Http {
    server: Rc<Server>,
    polls: FxHashMap<SessionId, AbortController>,
}

struct Server {
    place: Place,
    address: Address,
    config: Arc<Config>,
    receiver: Receiver,
    /// Aborts whatever is under way.
    ending: AbortController,
    lanes: RefCell<Lanes>,
}

/// What is still to be sent.
#[derive(Default)]
struct Lanes {
    /// By lane, behind the request that is under way.
    waiting: FxHashMap<Lane, VecDeque<(RequestId, JsString)>>,
    /// The lanes that have a request and none under way.
    ready: VecDeque<Lane>,
    workers: usize,
}

/// Why there is no usable answer.
struct Fault {
    status: u16,
    /// Whether the request may have reached the server.
    sent: bool,
    why: String,
}

impl Fault {
    fn new(why: impl Into<String>) -> Self {
        Self { status: 200, sent: true, why: why.into() }
    }
}

impl Http {
    /// Asks the server whether it is Janus.
    pub(super) fn open(
        address: &Address,
        config: &Arc<Config>,
        receiver: Receiver,
        ending: AbortController,
    ) -> Result<Self, JsValue> {
        let server = Rc::new(Server {
            place: Place::new(address.url())?,
            address: address.clone(),
            config: Arc::clone(config),
            receiver,
            ending,
            lanes: RefCell::default(),
        });
        spawn_local(Rc::clone(&server).greet());
        Ok(Self { server, polls: FxHashMap::default() })
    }

    /// Sends a request, unless it has more bytes than may be sent: then it says how many.
    pub(super) fn send(
        &self,
        request: RequestId,
        lane: Lane,
        head: &str,
        members: Option<Outgoing>,
    ) -> usize {
        let mut body = JsString::from(head);
        if let Some(members) = members {
            body = body.concat(&JsString::from(",")).concat(&members);
        }
        let body = body.concat(&JsString::from("}"));
        let excess = size_over(&body, self.server.config.max_message_size as f64) as usize;
        if excess == 0 && self.server.queue(lane, (request, body)) {
            spawn_local(Rc::clone(&self.server).work());
        }
        excess
    }

    pub(super) fn begin_to_poll(&mut self, id: SessionId) {
        let ending = child_of(&self.server.ending);
        spawn_local(Rc::clone(&self.server).poll(id, ending.signal()));
        self.polls.insert(id, ending);
    }

    pub(super) fn end_poll(&mut self, id: SessionId) {
        if let Some(ending) = self.polls.remove(&id) {
            ending.abort();
        }
    }

    pub(super) fn close(&self) {
        self.server.end("the connection has been closed");
    }

    pub(super) fn abort(&self) {
        self.server.ending.abort();
    }
}

impl Server {
    async fn greet(self: Rc<Self>) {
        let request = Request::get(&self.place.at("/info", Vec::new()));
        let answer = self.ask(request, &self.ending.signal(), None).await;
        if self.has_ended() {
            return;
        }
        match answer {
            Ok(text) if is_server_info(&text) => self.receiver.opened(false, false),
            Ok(_) => self.receiver.closed(TOLD, "something that is no Janus answers at this URL"),
            Err(fault) => self.receiver.closed(TOLD, &fault.why),
        }
    }

    /// Takes a request in; whether one more is needed to send what waits.
    fn queue(&self, lane: Lane, next: (RequestId, JsString)) -> bool {
        let lanes = &mut *self.lanes.borrow_mut();
        if let Some(waiting) = lanes.waiting.get_mut(&lane) {
            waiting.push_back(next);
            return false;
        }
        lanes.waiting.insert(lane, VecDeque::from([next]));
        lanes.ready.push_back(lane);
        let needed = lanes.workers < MOST_UNDER_WAY;
        lanes.workers += usize::from(needed);
        needed
    }

    /// Sends one request after the other, of whichever lane has one.
    async fn work(self: Rc<Self>) {
        while let Some((lane, (id, body))) = self.next() {
            self.post(id, body).await;
            if self.has_ended() {
                return;
            }
            let lanes = &mut *self.lanes.borrow_mut();
            match lanes.waiting.get(&lane) {
                Some(waiting) if !waiting.is_empty() => lanes.ready.push_back(lane),
                _ => drop(lanes.waiting.remove(&lane)),
            }
        }
    }

    fn next(&self) -> Option<(Lane, (RequestId, JsString))> {
        let lanes = &mut *self.lanes.borrow_mut();
        let lane = lanes.ready.pop_front();
        let next = lane.and_then(|lane| Some((lane, lanes.waiting.get_mut(&lane)?.pop_front()?)));
        lanes.workers -= usize::from(next.is_none());
        next
    }

    async fn post(&self, id: RequestId, body: JsString) {
        let request = Request::post(&self.place.at("", Vec::new()));
        let answer = self.ask(request, &self.ending.signal(), Some(body)).await;
        if self.has_ended() {
            return;
        }
        let fault = match answer {
            Ok(text) if self.receiver.take(&text) => return,
            Ok(_) => Fault::new("the server's answer is no message of Janus's"),
            Err(fault) => fault,
        };
        self.receiver.failed(id.get() as f64, fault.sent, &fault.why);
    }

    /// Hears a session's events until it ends. A poll that fails is repeated once.
    async fn poll(self: Rc<Self>, id: SessionId, ending: AbortSignal) {
        let url = self.place.at(&format!("/{id}"), self.query());
        let mut failed = false;
        while !ending.aborted() {
            let answer = self.ask(Request::get(&url), &ending, None).await;
            if ending.aborted() {
                return;
            }
            let fault = match answer {
                Ok(text) if self.receiver.take_all(&text) => {
                    failed = false;
                    continue;
                }
                Ok(_) => Fault::new("the answer to a long poll is no JSON"),
                Err(fault) => fault,
            };
            if matches!(fault.status, 403 | 404) {
                return self.receiver.gone(id.get() as f64, &fault.why);
            }
            if failed {
                return self.end(&fault.why);
            }
            failed = true;
        }
    }

    /// What a poll's URL must hold: it is a secret as a whole, and in no text that leaves here.
    fn query(&self) -> Vec<Array> {
        let secrets = self.address.secrets(self.config.api).map(|(name, secret)| (name, secret.reveal()));
        let all = std::iter::once(("maxev", "10")).chain(secrets);
        all.map(|(name, value)| Array::of2(&name.into(), &value.into())).collect()
    }

    async fn ask(
        &self,
        request: RequestBuilder,
        signal: &AbortSignal,
        body: Option<JsString>,
    ) -> Result<JsValue, Fault> {
        // A redirection would carry secrets to wherever it likes.
        let mut request =
            request.redirect(RequestRedirect::Manual).cache(RequestCache::NoStore).abort_signal(Some(signal));
        if let Some(authorization) = self.place.authorization() {
            request = request.header("authorization", &authorization);
        }
        let request = match body {
            Some(body) => request.body(body),
            None => request.build(),
        };
        let request =
            request.map_err(|_| Fault { sent: false, ..Fault::new("fetch does not take this URL") })?;
        let limit = self.config.max_message_size;
        let (status, text) = exchange(&request.into(), limit).await.map_err(|thrown| {
            let reason = reason_of(&thrown);
            let sent = !never_connected(&reason);
            Fault { sent, ..Fault::new(format!("no answer from the server: {reason}")) }
        })?;
        match status {
            200 if !text.is_undefined() => Ok(text),
            200 => Err(Fault::new(format!("the server's answer has more than {limit} bytes, the limit"))),
            // What browsers make of a redirection.
            0 => Err(Fault::new("a redirection instead of Janus's answer")),
            _ => Err(Fault { status, ..Fault::new(format!("HTTP {status} instead of Janus's answer")) }),
        }
    }

    /// Ends the line and says so, once.
    fn end(&self, why: &str) {
        if !self.has_ended() {
            self.ending.abort();
            self.receiver.closed(TOLD, why);
        }
    }

    fn has_ended(&self) -> bool {
        self.ending.signal().aborted()
    }
}

/// The status, and the text unless it is over the limit.
async fn exchange(request: &web_sys::Request, limit: usize) -> Result<(u16, JsValue), JsValue> {
    let response: Response = JsFuture::from(fetch(request)?).await?.unchecked_into();
    let text = JsFuture::from(text_within(&response, limit as f64)).await?;
    Ok((response.status(), text))
}
