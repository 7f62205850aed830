//! Janus over HTTP in JavaScript: carries out the actions of [`HttpCore`] with `fetch`.
//!
//! What comes goes through the receiver, and so into the engine under its guard against traps.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use gloo_net::http::{Request, RequestBuilder};
use js_sys::{Array, JsString, Promise};
use rustc_hash::FxHashMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestCache, RequestRedirect};

use super::cause::{js_cause, with_cause};
use super::clock::Clock;
use super::message::Outgoing;
use super::receiver::Receiver;
use super::unusable::unusable;
use crate::config::{Address, Config};
use crate::engine::RequestId;
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::transport::http_core::{
    Action, Exchange, Failure, FailureKind, HttpCore, MOST_EVENTS, POLL_LIMIT, POST_LIMIT,
};

#[wasm_bindgen(module = "/src/transport/web/http.js")]
extern "C" {
    type Endpoint;

    #[wasm_bindgen(constructor, catch)]
    fn new(url: &str) -> Result<Endpoint, JsValue>;
    #[wasm_bindgen(method)]
    fn at(this: &Endpoint, path: &str, query: Vec<Array>) -> String;
    #[wasm_bindgen(method, getter)]
    fn authorization(this: &Endpoint) -> Option<String>;

    #[wasm_bindgen(js_name = isServerInfo)]
    fn is_server_info(text: &JsValue) -> bool;
    #[wasm_bindgen(js_name = bringsEvents)]
    fn brings_events(text: &JsValue) -> bool;
    #[wasm_bindgen(js_name = childOf)]
    fn child_of(parent: &AbortController) -> AbortController;

    /// Resolves in any case, with `[status, text]`: a status below 0 stands for a failure, and the text says why.
    fn exchange(
        clock: &Clock,
        request: &web_sys::Request,
        limit: f64,
        milliseconds: f64,
        ending: &AbortController,
    ) -> Promise;
}

// In endpoint of an HTTP status, see http.js.
const UNSENT: i32 = -1;
const TIMED_OUT: i32 = -3;

#[wasm_bindgen(module = "/src/transport/web/text.js")]
extern "C" {
    #[wasm_bindgen(js_name = sizeOver)]
    fn size_over(text: &JsString, limit: f64) -> f64;
}

pub(super) struct Http(Rc<Server>);

struct Server {
    endpoint: Endpoint,
    address: Address,
    config: Arc<Config>,
    clock: Clock,
    receiver: Receiver,
    /// Aborts whatever is under way.
    ending: AbortController,
    core: RefCell<HttpCore<JsString>>,
    /// Aborts one exchange.
    aborts: RefCell<FxHashMap<Exchange, AbortController>>,
}

impl Http {
    /// Asks the server whether it is Janus. `None` if what has begun is no HTTP but a socket.
    pub(super) fn open(
        address: &Address,
        config: &Arc<Config>,
        clock: &Clock,
        receiver: &Receiver,
        begun: &JsValue,
    ) -> Result<Option<Self>> {
        let Some(ending) = begun.dyn_ref::<AbortController>() else { return Ok(None) };
        let server = Rc::new(Server {
            endpoint: Endpoint::new(address.url()).map_err(|thrown| unusable(address, &thrown))?,
            address: address.shared(),
            config: Arc::clone(config),
            clock: clock.clone(),
            receiver: receiver.clone(),
            ending: ending.clone(),
            core: RefCell::new(HttpCore::new()),
            aborts: RefCell::default(),
        });
        spawn_local(Rc::clone(&server).greet());
        Ok(Some(Self(server)))
    }

    /// Sends a request and returns 0; returns the size of a request that is too large.
    pub(super) fn send(
        &self,
        request: RequestId,
        (session, handle): (Option<SessionId>, Option<HandleId>),
        head: &str,
        members: Option<Outgoing>,
    ) -> usize {
        let mut body = JsString::from(head);
        if let Some(members) = members {
            body = body.concat(&JsString::from(",")).concat(&members);
        }
        let body = body.concat(&JsString::from("}"));
        let excess = size_over(&body, self.0.config.max_message_size as f64) as usize;
        if excess == 0 {
            self.0.receiver.trace(true, &body);
            self.with_core(|core, now| core.send(now, request, session, handle, body));
        }
        excess
    }

    pub(super) fn cancel(&self, request: RequestId) {
        self.with_core(|core, now| core.cancel(now, request));
    }

    pub(super) fn read(&self, on: bool) {
        self.with_core(|core, now| core.read(now, on));
    }

    pub(super) fn begin_to_poll(&self, session: SessionId) {
        self.with_core(|core, now| core.begin_session(now, session));
    }

    pub(super) fn end_poll(&self, session: SessionId) {
        self.with_core(|core, _| core.end_session(session));
    }

    pub(super) fn close(&self) {
        self.0.end(&Error::new(ErrorCode::ConnectionClosed, "the connection has been closed"));
    }

    pub(super) fn abort(&self) {
        self.0.ending.abort();
    }

    fn with_core(&self, change: impl FnOnce(&mut HttpCore<JsString>, Time)) {
        change(&mut self.0.core.borrow_mut(), self.0.clock.present());
        self.0.carry_out();
    }
}

impl Server {
    async fn greet(self: Rc<Self>) {
        let request = Request::get(&self.endpoint.at("/info", Vec::new()));
        // The engine limits the duration of an attempt.
        let answer = self.ask(request, &self.ending, Duration::from_secs(3600), None).await;
        if self.has_ended() {
            return;
        }
        match answer {
            Ok(text) if is_server_info(&text) => self.receiver.opened(false, false, true),
            Ok(_) => {
                let text = "the server at this URL is not Janus";
                self.receiver.closed(None, text, &JsValue::UNDEFINED);
            }
            Err(Failure { error, .. }) => {
                self.receiver.closed(None, error.message(), &js_cause(&error));
            }
        }
    }

    fn carry_out(self: &Rc<Self>) {
        loop {
            let action = self.core.borrow_mut().poll_action();
            match action {
                None => return,
                Some(_) if self.has_ended() => {}
                Some(Action::Post { request, body }) => {
                    let ending = self.begin(Exchange::Post(request));
                    spawn_local(Rc::clone(self).post(request, body, ending));
                }
                Some(Action::Poll { session, after }) => {
                    let ending = self.begin(Exchange::Poll(session));
                    spawn_local(Rc::clone(self).poll(session, after, ending));
                }
                Some(Action::Abort(exchange)) => {
                    let ending = self.aborts.borrow_mut().remove(&exchange);
                    ending.iter().for_each(AbortController::abort);
                }
                Some(Action::Fail { request, sent, error }) => {
                    self.receiver.failed(request.get() as f64, sent, error.message(), &js_cause(&error));
                }
                Some(Action::SessionGone { session, error }) => {
                    self.receiver.gone(session.get() as f64, error.message());
                }
                Some(Action::Close { error }) => self.end(&error),
            }
        }
    }

    fn begin(&self, exchange: Exchange) -> AbortController {
        let ending = child_of(&self.ending);
        self.aborts.borrow_mut().insert(exchange, ending.clone());
        ending
    }

    /// An exchange is over, unless it was given up.
    fn is_over(&self, exchange: Exchange, ending: &AbortController) -> bool {
        if ending.signal().aborted() && self.aborts.borrow().get(&exchange) != Some(ending) {
            return false;
        }
        self.aborts.borrow_mut().remove(&exchange);
        // Its listener on the signal of the transport connection is removed, too.
        ending.abort();
        !self.has_ended()
    }

    async fn post(self: Rc<Self>, id: RequestId, body: JsString, ending: AbortController) {
        if ending.signal().aborted() {
            return;
        }
        self.receiver.sent(id.get() as f64);
        let request = Request::post(&self.endpoint.at("", Vec::new()));
        let answer = self.ask(request, &ending, POST_LIMIT, Some(body)).await;
        if !self.is_over(Exchange::Post(id), &ending) {
            return;
        }
        let result = match answer {
            Ok(text) if self.receiver.take_response(id.get() as f64, &text) => Ok(()),
            Ok(_) => Err(lost("the response is not from Janus")),
            Err(failure) => Err(failure),
        };
        self.core.borrow_mut().on_post(self.clock.present(), id, result);
        self.carry_out();
    }

    /// Asks for a session's events once.
    async fn poll(self: Rc<Self>, id: SessionId, after: Duration, ending: AbortController) {
        if !after.is_zero() {
            // A pause can't fail.
            let _ = JsFuture::from(self.clock.pause(after.as_secs_f64() * 1000.0)).await;
        }
        if ending.signal().aborted() {
            return;
        }
        let url = self.endpoint.at(&format!("/{id}"), self.query());
        let answer = self.ask(Request::get(&url), &ending, POLL_LIMIT, None).await;
        if !self.is_over(Exchange::Poll(id), &ending) {
            return;
        }
        let result = match answer {
            Ok(text) if self.receiver.take_all(&text) => Ok(brings_events(&text)),
            Ok(_) => Err(lost("the response to a long poll is not JSON")),
            Err(failure) => Err(failure),
        };
        self.core.borrow_mut().on_poll(self.clock.present(), id, result);
        self.carry_out();
    }

    /// The query of a poll's URL. It contains secrets, and is in no error text.
    fn query(&self) -> Vec<Array> {
        let pair = |name: &str, value: &str| Array::of2(&name.into(), &value.into());
        let secrets = self.address.secrets(self.config.api);
        let secrets = secrets.map(|(name, secret)| pair(name, secret.reveal()));
        std::iter::once(pair("maxev", MOST_EVENTS)).chain(secrets).collect()
    }

    async fn ask(
        &self,
        request: RequestBuilder,
        ending: &AbortController,
        within: Duration,
        body: Option<JsString>,
    ) -> Result<JsValue, Failure> {
        // A redirection would carry secrets to wherever it likes. Browsers choose the encoding themselves.
        let mut request = request
            .redirect(RequestRedirect::Manual)
            .cache(RequestCache::NoStore)
            .abort_signal(Some(&ending.signal()))
            .header("accept-encoding", "identity");
        if let Some(authorization) = self.endpoint.authorization() {
            request = request.header("authorization", &authorization);
        }
        let request = match body {
            Some(body) => request.body(body),
            None => request.build(),
        };
        let request = request.map_err(|_| {
            let error = Error::new(ErrorCode::ConnectionLost, "fetch does not take this URL");
            Failure::new(FailureKind::Unsent, error)
        })?;
        let limit = self.config.max_message_size as f64;
        let milliseconds = within.as_secs_f64() * 1000.0;
        let ended = exchange(&self.clock, &request.into(), limit, milliseconds, ending);
        let ended: Array = JsFuture::from(ended).await.map(JsCast::unchecked_into).unwrap_or_default();
        let (status, text) = (ended.get(0).as_f64().unwrap_or_default() as i32, ended.get(1));
        let why = |text: String| Error::new(ErrorCode::ResponseLost, text);
        let failed = |kind| {
            let reason = text.as_string().unwrap_or_default();
            Failure::new(kind, with_cause(why(reason), &ended.get(2)))
        };
        Err(match status {
            200 => return Ok(text),
            UNSENT => failed(FailureKind::Unsent),
            TIMED_OUT => failed(FailureKind::TimedOut),
            403 | 404 => {
                Failure::new(FailureKind::Refused, why(format!("HTTP {status} instead of Janus's response")))
            }
            status if status < 0 => failed(FailureKind::Lost),
            // A redirection, in browsers.
            0 => lost("a redirection instead of Janus's response"),
            status => lost(format!("HTTP {status} instead of Janus's response")),
        })
    }

    /// Ends the transport connection, and reports that once.
    fn end(&self, error: &Error) {
        if !self.has_ended() {
            self.ending.abort();
            self.receiver.closed(None, error.message(), &js_cause(error));
        }
    }

    fn has_ended(&self) -> bool {
        self.ending.signal().aborted()
    }
}

fn lost(why: impl Into<String>) -> Failure {
    Failure::new(FailureKind::Lost, Error::new(ErrorCode::ResponseLost, why.into()))
}
