//! The engine and its driver as one class; each method is one command.
//!
//! A command returns the number of its request; its result comes through the hooks,
//! never before [`Core::run`] was called: JavaScript has its promise in place by then,
//! and the commands of one turn leave together.

use std::sync::Arc;

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::prelude::*;

use super::sink::{HookSink, Hooks};
use super::values::{Settings, completion, failure, id, number, span, statistics, timeout};
use crate::config::{Address, Config};
use crate::driver::{self, Engine};
use crate::engine::{
    CreateOptions, HandleKey, Idempotency, RebuildKey, RequestId, RequestOptions, SessionKey, Target,
};
use crate::error::{Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::plugins::droppable_events;
use crate::secret::Secret;
use crate::time::Time;
use crate::transport::{self, Clock, Message, TransportOptions};
use crate::wire::{AttachOptions, JanusVersion, Verb, scan_readable};

/// One connection.
#[wasm_bindgen]
#[allow(missing_debug_implementations, reason = "JavaScript does not see it")]
pub struct Core {
    shared: Arc<driver::Core<HookSink>>,
    hooks: Hooks,
}

type Outcome<T> = Result<T, JsValue>;

#[wasm_bindgen]
impl Core {
    /// Begins to connect.
    #[wasm_bindgen(constructor)]
    pub fn new(
        settings: &Settings,
        hooks: Hooks,
        open: Function,
        on_trap: Function,
        on_wire: Function,
        on_event: Function,
    ) -> Outcome<Self> {
        let mut engine =
            Engine::new(Config::from(settings), transport::random_seed()).map_err(|e| failure(&e))?;
        engine.hold_rebuilt(settings.holds_rebuilt());
        let options = TransportOptions {
            open: Some(open),
            on_trap: Some(on_trap),
            on_wire: Some(on_wire),
            on_event: Some(on_event),
            clock: Clock::new(&settings.clock()),
        };
        let shared =
            driver::spawn(engine, HookSink(hooks.clone()), options).map_err(|error| failure(&error))?;
        Ok(Self { shared, hooks })
    }

    /// Sends `info`, and returns the id of the request.
    pub fn info(&self) -> f64 {
        self.command(|engine, now| engine.info(now))
    }

    /// Sends `ping`, and returns the id of the request.
    pub fn ping(&self) -> f64 {
        self.command(|engine, now| engine.ping(now))
    }

    /// Sends `create`, and returns the id of the request.
    pub fn create(&self, chosen: Option<f64>, keepalive_ms: Option<f64>) -> Outcome<f64> {
        let chosen = chosen.map(|chosen| id(chosen, SessionId::new)).transpose()?;
        let options = CreateOptions { id: chosen, keepalive: keepalive_ms.map(span) };
        Ok(self.command(|engine, now| engine.create(now, options)))
    }

    /// Sends `claim`, and returns the id of the request.
    pub fn claim(&self, session: f64, keepalive_ms: Option<f64>) -> Outcome<f64> {
        let session = id(session, SessionId::new)?;
        Ok(self.command(|engine, now| engine.claim(now, session, keepalive_ms.map(span))))
    }

    /// Sends `destroy`, and returns the id of the request.
    pub fn destroy(&self, session: f64) -> f64 {
        self.command(|engine, now| engine.destroy(now, session_key(session)))
    }

    /// Sends `attach`, and returns the id of the request.
    pub fn attach(
        &self,
        session: f64,
        plugin: String,
        opaque_id: Option<String>,
        loop_index: Option<u32>,
    ) -> f64 {
        let options = AttachOptions {
            plugin: plugin.into(),
            opaque_id: opaque_id.map(String::into_boxed_str),
            loop_index,
        };
        self.command(|engine, now| engine.attach(now, session_key(session), options))
    }

    /// Takes over a handle of a claimed session.
    pub fn adopt(&self, session: f64, handle: f64) -> Outcome<f64> {
        let handle = id(handle, HandleId::new)?;
        Ok(self.command(|engine, now| engine.adopt(now, session_key(session), handle)))
    }

    /// Sends `message`, and returns the id of the request.
    pub fn message(&self, handle: f64, members: JsString, ends_with: u32, idempotent: bool) -> f64 {
        let idempotency = if idempotent { Idempotency::Idempotent } else { Idempotency::NotIdempotent };
        let options =
            RequestOptions { completion: completion(ends_with), idempotency, ..RequestOptions::default() };
        self.command(|engine, now| engine.message(now, handle_key(handle), members, options))
    }

    /// Sends `trickle`, and returns the id of the request.
    pub fn trickle(&self, handle: f64, members: JsString) -> f64 {
        self.command(|engine, now| engine.trickle(now, handle_key(handle), members))
    }

    /// Sends `hangup`, and returns the id of the request.
    pub fn hangup(&self, handle: f64) -> f64 {
        self.command(|engine, now| engine.hangup(now, handle_key(handle)))
    }

    /// Sends `detach`, and returns the id of the request.
    pub fn detach(&self, handle: f64) -> f64 {
        self.command(|engine, now| engine.detach(now, handle_key(handle)))
    }

    /// Any request, as its caller wrote it.
    pub fn request(
        &self,
        session: Option<f64>,
        handle: Option<f64>,
        request: &JsValue,
        members: Option<JsString>,
        ends_with: u32,
    ) -> Outcome<f64> {
        let text =
            |name: &str| Reflect::get(request, &JsValue::from_str(name)).ok().and_then(|v| v.as_string());
        let has = |name: &str| Reflect::has(request, &JsValue::from_str(name)).unwrap_or(false);
        let verb = text("janus").ok_or_else(|| {
            failure(&Error::new(ErrorCode::InvalidArgument, "a request needs the field \"janus\""))
        })?;
        let target = match (session, handle) {
            (_, Some(handle)) => Target::Handle(handle_key(handle)),
            (Some(session), None) => Target::Session(session_key(session)),
            (None, None) => Target::Connection,
        };
        let transaction = text("transaction").map(String::into_boxed_str);
        let verb = Verb::from_word(verb.into());
        Ok(self.command(|engine, now| {
            let options = RequestOptions {
                completion: completion(ends_with),
                transaction,
                own_credentials: engine.api().credentials().iter().any(|name| has(name)),
                ..RequestOptions::default()
            };
            engine.request(now, target, verb, members, options)
        }))
    }

    /// Says that a request is newer than the server, if it is; `since` is Janus's number of a version.
    #[wasm_bindgen(js_name = isTooOldFor)]
    pub fn is_too_old_for(&self, since: f64) -> Option<String> {
        self.shared.lock().0.is_too_old_for(JanusVersion::from_number(since as u64))
    }

    /// Replaces the token of all addresses.
    #[wasm_bindgen(js_name = setToken)]
    pub fn set_token(&self, token: String) {
        let token = Secret::from(token);
        self.shared.with_engine(|engine, _| engine.set_token(&token));
    }

    /// Carries the commands out.
    pub fn run(&self) {
        self.shared.wake().wake();
    }

    /// Sets the timeout of a pending request; zero means none.
    pub fn limit(&self, request: f64, timeout_ms: f64) {
        let request = RequestId::from_number(request as u64);
        self.shared.with_engine(|engine, now| engine.set_timeout(now, request, timeout(Some(timeout_ms))));
    }

    /// Gives a request up.
    pub fn cancel(&self, request: f64) {
        let request = RequestId::from_number(request as u64);
        self.shared.with_engine(|engine, now| engine.cancel(now, request));
    }

    /// Ends a request whose response its plugin has recognised.
    pub fn settle(&self, request: f64) {
        let request = RequestId::from_number(request as u64);
        self.shared.with_engine(|engine, _| engine.settle(request));
    }

    /// Counts a request as refused whose response was a refusal by its plugin.
    #[wasm_bindgen(js_name = countRefusal)]
    pub fn count_refusal(&self) {
        self.shared.with_engine(|engine, _| engine.count_plugin_refusal());
    }

    /// Returns the pending request with this transaction, if it is this handle's.
    pub fn find(&self, handle: f64, transaction: &str) -> Option<f64> {
        let found = self.shared.lock().0.find(transaction)?;
        (found.1 == Target::Handle(handle_key(handle))).then(|| number(found.0.get()))
    }

    /// Reserves a transaction for a later request.
    #[wasm_bindgen(js_name = reserveTransaction)]
    pub fn reserve_transaction(&self) -> String {
        self.shared.lock().0.reserve_transaction().to_string()
    }

    /// Declares the handle's plugin, which says which of its events may be dropped.
    #[wasm_bindgen(js_name = setPlugin)]
    pub fn set_plugin(&self, handle: f64, plugin: &str) {
        if let Some(droppable) = droppable_events(plugin) {
            self.shared.with_engine(|engine, _| engine.set_droppable(handle_key(handle), droppable));
        }
    }

    /// Gives an offered event to its handle; the request stays open.
    pub fn provisional(&self, handle: f64, message: JsValue) {
        let message = Message::from_object(message);
        self.shared.with_engine(|engine, _| engine.provisional(handle_key(handle), message));
    }

    /// From now on the handle's events come as they are, the held ones first.
    pub fn flow(&self, handle: f64) {
        self.shared.with_engine(|engine, _| engine.flow(handle_key(handle)));
    }

    /// From now on the handle's events are held, for `nextEvent`.
    pub fn hold(&self, handle: f64) {
        self.shared.with_engine(|engine, _| engine.hold(handle_key(handle)));
    }

    /// Forgets a handle; one that is still attached is detached.
    pub fn release(&self, handle: f64) {
        self.shared.with_engine(|engine, now| engine.release(now, handle_key(handle)));
    }

    /// Attaches the handles of a rebuilt session again, once the application has prepared it.
    #[wasm_bindgen(js_name = attachAgain)]
    pub fn attach_again(&self, session: f64, rebuild: f64) {
        let rebuild = RebuildKey::from_number(rebuild as u64);
        self.shared.with_engine(|engine, now| engine.attach_again(now, session_key(session), rebuild));
    }

    /// Ends a rebuilt session that the application could not prepare.
    #[wasm_bindgen(js_name = failRebuild)]
    pub fn fail_rebuild(&self, session: f64, rebuild: f64) {
        let rebuild = RebuildKey::from_number(rebuild as u64);
        self.shared.with_engine(|engine, now| engine.fail_rebuild(now, session_key(session), rebuild));
    }

    /// Passes the next unread event to the hooks; false if there is none.
    #[wasm_bindgen(js_name = nextEvent)]
    pub fn next_event(&self, handle: f64) -> bool {
        let event = self.shared.with_engine(|engine, _| engine.next_event(handle_key(handle)));
        match event {
            Some(event) => {
                self.hooks.deliver_event(handle, event);
                true
            }
            None => false,
        }
    }

    /// Handles deadlines that have passed, where the runtime's timers are late.
    pub fn tick(&self) {
        self.shared.with_engine(Engine::handle_timeout);
    }

    /// Checks the connection at once.
    pub fn check(&self) {
        self.shared.with_engine(Engine::check);
    }

    /// Closes the connection.
    pub fn close(&self, graceful: bool) {
        self.shared.with_engine(|engine, now| engine.close(now, graceful));
    }

    /// Counts members of responses and events that were kept as they came.
    #[wasm_bindgen(js_name = countRawFields)]
    pub fn count_raw_fields(&self, count: f64) {
        self.shared.with_engine(|engine, _| engine.count_raw_fields(count as u64));
    }

    /// Returns the URL of an address, without credentials.
    pub fn url(&self, address: u32) -> String {
        let state = self.shared.lock();
        let address = state.0.config().addresses.get(address as usize);
        address.map(Address::shown).unwrap_or_default()
    }

    /// Returns the statistics of this connection.
    pub fn stats(&self) -> JsValue {
        statistics(&self.shared.lock().0.stats())
    }

    fn command(&self, command: impl FnOnce(&mut Engine, Time) -> RequestId) -> f64 {
        number(self.shared.with_engine(command).get())
    }
}

/// What Janus's JSON reader would refuse in a request's own members, and why; nothing if it reads them all.
#[wasm_bindgen(js_name = unreadableMember)]
pub fn unreadable_member(members: &str) -> Option<String> {
    scan_readable(members).err().map(|unreadable| unreadable.to_string())
}

/// Whether the text of a member with this name is a word of the protocol, which the log may show.
#[wasm_bindgen(js_name = isTraceWord)]
pub fn is_trace_word(name: &str, text: &str) -> bool {
    transport::is_trace_word(name, text)
}

fn session_key(number: f64) -> SessionKey {
    SessionKey::from_number(number as u64)
}

fn handle_key(number: f64) -> HandleKey {
    HandleKey::from_number(number as u64)
}
