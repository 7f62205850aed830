//! What the application's tasks wait for: responses, events, changes of state.

use std::sync::Arc;
use std::task::{Poll, Waker};

use rustc_hash::FxHashMap;
use tracing::Span;

use super::connection_event::ConnectionEvent;
use super::current_id::CurrentId;
use super::log::{LogRecord, next_connection};
use super::rebuild_queue::RebuildQueue;
use super::recent_events::{RecentEvent, RecentEvents};
use super::spans::connection_span;
use crate::config::Server;
use crate::driver::{Core, Engine, Output, OutputSink};
use crate::engine::{Created, Disconnect, EndReason, HandleKey, Reply, RequestId, SessionKey};
use crate::error::{Error, ErrorCode, Result};
use crate::plugins::Verdict;
use crate::time::Time;
use crate::transport::Message;
use crate::wire::Payload as _;

pub(super) type Shared = Arc<Core<Waiters>>;
pub(super) type Decide = fn(&Message) -> Verdict;

/// The tasks that wait.
pub(crate) struct Waiters {
    /// The connection's number in the log.
    pub(super) connection: u64,
    /// The connection's span.
    pub(super) span: Span,
    /// The server of the current transport connection, or of the last one.
    pub(super) server: Option<Arc<Server>>,
    requests: FxHashMap<RequestId, Waiter>,
    /// The tasks that wait for an event of a handle; several may read one handle.
    readers: FxHashMap<HandleKey, Vec<Waker>>,
    sessions: FxHashMap<SessionKey, Held>,
    /// The current ids of handles whose sessions can be rebuilt.
    handle_ids: FxHashMap<HandleKey, CurrentId>,
    pub(super) rebuilds: RebuildQueue,
    /// The tasks that wait for a change of the connection or for the end of a session.
    watchers: FxHashMap<u64, Waker>,
    last_watcher: u64,
    pub(super) state: State,
    pub(super) events: RecentEvents,
}

const MAX_READERS: usize = 16;

/// The state of the connection.
#[derive(Clone, Default)]
pub(super) enum State {
    #[default]
    Connecting,
    Connected,
    Reconnecting,
    Over(Disconnect),
}

/// A session, while the application holds it.
struct Held {
    id: CurrentId,
    /// A session that was claimed again on its own connection has several.
    holders: usize,
    ended: Option<EndReason>,
}

pub(super) enum Waiter {
    Waiting(Option<Waker>, Option<Decide>),
    Done(Result<Reply<Message>>),
}

/// An event that may be the response to one of these requests.
pub(crate) struct Offered {
    requests: Vec<(RequestId, Option<Decide>)>,
    /// Whether it has the transaction of a request.
    correlated: bool,
    handle: HandleKey,
    message: Message,
    /// The request that it ends, once that is decided.
    verdict: Option<(RequestId, Verdict)>,
}

#[derive(Default)]
pub(crate) struct Deferred {
    wakers: Vec<Waker>,
    records: Vec<LogRecord>,
    connection: u64,
    span: Option<Span>,
}

impl Default for Waiters {
    fn default() -> Self {
        let connection = next_connection();
        Self {
            connection,
            span: connection_span(connection),
            server: None,
            requests: FxHashMap::default(),
            readers: FxHashMap::default(),
            sessions: FxHashMap::default(),
            handle_ids: FxHashMap::default(),
            rebuilds: RebuildQueue::default(),
            watchers: FxHashMap::default(),
            last_watcher: 0,
            state: State::default(),
            events: RecentEvents::default(),
        }
    }
}

impl OutputSink for Waiters {
    type Deferred = Deferred;
    type Offered = Offered;

    fn accept(&mut self, engine: &mut Engine, output: Output, deferred: &mut Deferred) -> Option<Offered> {
        if let Output::Connected { address } | Output::Resumed { address, .. } = output {
            let address = engine.config().addresses.get(address);
            self.server = address.map(|address| Arc::new(Server::of(address)));
        }
        if let Some(record) = LogRecord::of(&output, self.server.as_ref()) {
            deferred.connection = self.connection;
            deferred.span.get_or_insert_with(|| self.span.clone());
            deferred.records.push(record);
        }
        match output {
            Output::Reply { request, result } => self.resolve(request, result, deferred),
            Output::Offer { requests, correlated, handle, message } => {
                let requests =
                    requests.into_iter().map(|request| (request, self.decision_of(request))).collect();
                return Some(Offered { requests, correlated, handle, message, verdict: None });
            }
            Output::Readable { handle, .. } => {
                if let Some(waiting) = self.readers.get_mut(&handle) {
                    deferred.wakers.append(waiting);
                }
            }
            Output::SessionOpened { session, id } => {
                let id = CurrentId::new(id.get());
                self.sessions.insert(session, Held { id, holders: 0, ended: None });
            }
            Output::SessionResumed { session, id, rebuilt, .. } => {
                if let Some(held) = self.sessions.get_mut(&session) {
                    held.id.set(id.get());
                }
                if rebuilt.is_some_and(|rebuild| self.rebuilds.push(session, id, rebuild)) {
                    deferred.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
                }
            }
            Output::HandleRebuilt { handle, id } => {
                if let Some(current) = self.handle_ids.get(&handle) {
                    current.set(id.get());
                }
            }
            Output::Reconnecting { error } => {
                self.state = State::Reconnecting;
                self.push_event(ConnectionEvent::Reconnecting { error }.into(), deferred);
            }
            Output::Resumed { outage, sessions, address } => {
                self.state = State::Connected;
                self.push_event(ConnectionEvent::Resumed { outage, sessions, address }.into(), deferred);
            }
            Output::TokenExpiring { session, message } => {
                self.push_event(RecentEvent::TokenExpiring { session, message }, deferred);
            }
            Output::SessionEnded { session, reason, .. } => {
                self.rebuilds.forget(session);
                if let Some(held) = self.sessions.get_mut(&session) {
                    held.ended = Some(reason);
                }
                deferred.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
            }
            Output::Connected { .. } => {
                self.state = State::Connected;
                deferred.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
            }
            Output::Disconnected(disconnect) => {
                self.state = State::Over(disconnect.clone());
                self.push_event(ConnectionEvent::Over(disconnect).into(), deferred);
            }
            // A handle of the Rust client never takes its events as they come, and asks the engine for its id; notices
            // are only logged; the rest is for the transport.
            Output::Event { .. }
            | Output::Notice(_)
            | Output::Open { .. }
            | Output::Close { .. }
            | Output::Probe { .. }
            | Output::Transmit { .. }
            | Output::Cancel { .. }
            | Output::Reading { .. }
            | Output::Wait { .. } => {}
        }
        None
    }

    fn decide(offered: &mut Offered) {
        let Offered { requests, correlated, message, .. } = offered;
        let is_refusal = *correlated && message.plugin_refusal().is_some();
        let verdict_of = |decide: Option<Decide>| match decide {
            Some(decide) if !is_refusal => decide(message),
            _ => Verdict::Final,
        };
        let mut verdicts = requests.iter().map(|&(request, decide)| (request, verdict_of(decide)));
        offered.verdict = verdicts.find(|(_, verdict)| *verdict != Verdict::Provisional);
    }

    fn apply(&mut self, engine: &mut Engine, offered: Offered, deferred: &mut Deferred) {
        let Offered { handle, message, verdict, .. } = offered;
        let Some((request, verdict)) = verdict else { return engine.provisional(handle, message) };
        engine.settle(request);
        if verdict == Verdict::FinalAndEmitted {
            engine.provisional(handle, message.clone());
        }
        self.resolve(request, Ok(Reply { message: Some(message), created: None }), deferred);
    }

    fn flush(deferred: &mut Deferred) {
        for waker in deferred.wakers.drain(..) {
            waker.wake();
        }
        let Some(span) = deferred.span.take() else { return };
        span.in_scope(|| deferred.records.drain(..).for_each(|record| record.write(deferred.connection)));
    }
}

impl Waiters {
    fn resolve(&mut self, request: RequestId, result: Result<Reply<Message>>, deferred: &mut Deferred) {
        // No task waits for a cancelled request.
        if let Some(waiter) = self.requests.get_mut(&request) {
            if let Waiter::Waiting(waker, _) = std::mem::replace(waiter, Waiter::Done(result)) {
                deferred.wakers.extend(waker);
            }
        }
    }

    fn push_event(&mut self, event: RecentEvent, deferred: &mut Deferred) {
        self.events.push(event);
        deferred.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
    }

    /// Registers a task that waits for a change, under its number; a new number without one.
    pub(super) fn watch(&mut self, number: Option<u64>, waker: &Waker) -> u64 {
        let number = number.unwrap_or_else(|| {
            self.last_watcher += 1;
            self.last_watcher
        });
        self.watchers.insert(number, waker.clone());
        number
    }

    pub(super) fn stop_watching(&mut self, number: u64) {
        self.watchers.remove(&number);
    }

    /// Registers one more holder of a session, and returns the session's current id.
    pub(super) fn retain_session(&mut self, session: SessionKey) -> Option<CurrentId> {
        let held = self.sessions.get_mut(&session)?;
        held.holders += 1;
        Some(held.id.clone())
    }

    /// Keeps the id of a handle current, if its session can be rebuilt.
    pub(super) fn track_handle(&mut self, engine: &Engine, handle: HandleKey, id: &CurrentId) {
        if engine.config().recovery.is_some_and(|recovery| recovery.rebuild) {
            self.handle_ids.insert(handle, id.clone());
        }
    }

    /// The driver has ended with the connection: a request ends at once.
    fn accept_without_driver(&mut self, engine: &mut Engine) {
        let mut deferred = Deferred::default();
        loop {
            match engine.poll_output() {
                Output::Wait { .. } => return,
                // Without a driver no message comes, and so no offer.
                output => drop(self.accept(engine, output, &mut deferred)),
            }
        }
    }

    /// Registers a task that waits for this request.
    pub(super) fn wait_for(&mut self, engine: &mut Engine, request: RequestId, decide: Option<Decide>) {
        self.requests.insert(request, Waiter::Waiting(None, decide));
        if let State::Over(_) = self.state {
            self.accept_without_driver(engine);
        }
    }

    /// Returns the reply to a request once it has come.
    pub(super) fn poll_reply(&mut self, request: RequestId, waker: &Waker) -> Poll<Result<Reply<Message>>> {
        if let Some(Waiter::Waiting(waiting, _)) = self.requests.get_mut(&request) {
            *waiting = Some(waker.clone());
            return Poll::Pending;
        }
        Poll::Ready(match self.requests.remove(&request) {
            Some(Waiter::Done(result)) => result,
            _ => Err(Error::new(ErrorCode::Internal, "a request was polled after its end")),
        })
    }

    pub(super) fn stop_waiting(&mut self, request: RequestId) -> Option<Waiter> {
        self.requests.remove(&request)
    }

    /// Removes what a request created whose future was dropped.
    pub(super) fn discard(&mut self, engine: &mut Engine, created: Created, now: Time) {
        match created {
            Created::Handle(handle, _) => engine.release(now, handle),
            Created::Session(session, _) => {
                self.retain_session(session);
                self.release_session(engine, session, now);
            }
        }
    }

    fn decision_of(&self, request: RequestId) -> Option<Decide> {
        match self.requests.get(&request) {
            Some(Waiter::Waiting(_, decide)) => *decide,
            _ => None,
        }
    }

    pub(super) fn end_of(&self, session: SessionKey) -> Option<EndReason> {
        // One that is not here was claimed while its destruction was under way.
        self.sessions.get(&session).map_or(Some(EndReason::Destroyed), |held| held.ended)
    }

    /// The session is destroyed when its last holder releases it.
    pub(super) fn release_session(&mut self, engine: &mut Engine, session: SessionKey, now: Time) {
        let Some(held) = self.sessions.get_mut(&session) else { return };
        held.holders -= 1;
        if held.holders == 0 {
            self.sessions.remove(&session);
            engine.forget(now, session);
        }
    }

    pub(super) fn wait_for_event(&mut self, handle: HandleKey, waker: &Waker) {
        let waiting = self.readers.entry(handle).or_default();
        if waiting.iter().any(|known| known.will_wake(waker)) {
            return;
        }
        // Readers that were dropped leave their wakers behind; waking a task without a reason does no harm.
        if waiting.len() >= MAX_READERS {
            waiting.drain(..).for_each(Waker::wake);
        }
        waiting.push(waker.clone());
    }

    /// Forgets a handle that was dropped, and returns the tasks that still wait for its events.
    #[must_use]
    pub(super) fn forget_handle(&mut self, handle: HandleKey) -> Vec<Waker> {
        self.handle_ids.remove(&handle);
        self.readers.remove(&handle).unwrap_or_default()
    }
}
