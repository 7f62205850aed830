//! A transport that records its calls and gives the events that a test chooses, and a manual clock.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bifrons::client::connect_with;
use bifrons::driver::{Clock, TimeSource};
use bifrons::engine::{RequestId, TransportId};
use bifrons::time::Time;
use bifrons::transport::{Capabilities, Transmit, Transport, TransportEvent, TransportSink};
use bifrons::wire::Verb;
use bifrons::{Address, Config, Connection, Error, ErrorCode, SessionId};
use futures::FutureExt;
use futures::executor::LocalPool;
use futures::future::RemoteHandle;
use futures::task::LocalSpawnExt;
use serde_json::{Value, json};

const LARGEST_DATAGRAM: usize = 500;

/// A request that the transport received.
pub(crate) struct Sent {
    pub(crate) request: RequestId,
    pub(crate) verb: Verb,
    pub(crate) session: Option<SessionId>,
    pub(crate) json: Value,
}

pub(crate) struct State {
    pub(crate) capabilities: Capabilities,
    pub(crate) sent: VecDeque<Sent>,
    /// Whether the transport is full.
    pub(crate) full: bool,
    /// The error with which opening fails at once.
    pub(crate) refuses: Option<Error>,
    pub(crate) opened: Vec<String>,
    pub(crate) closed: bool,
    /// The reported sessions, and whether each opened or ended.
    pub(crate) sessions: Vec<(u64, bool)>,
    transport: Option<TransportId>,
    events: VecDeque<TransportEvent>,
    waker: Option<Waker>,
}

#[derive(Clone)]
pub(crate) struct Mock(Rc<RefCell<State>>);

impl TransportSink for Mock {
    fn capabilities(&self) -> Capabilities {
        self.0.borrow().capabilities
    }

    fn open(&mut self, transport: TransportId, address: &Address) -> Result<(), Error> {
        let state = &mut *self.0.borrow_mut();
        state.opened.push(address.url().to_owned());
        if let Some(error) = state.refuses.take() {
            return Err(error);
        }
        state.transport = Some(transport);
        state.events.push_back(TransportEvent::Opened(transport));
        Ok(())
    }

    fn close(&mut self, transport: TransportId) {
        let state = &mut *self.0.borrow_mut();
        state.closed = true;
        let error = Error::new(ErrorCode::ConnectionLost, "closed");
        state.events.push_back(TransportEvent::Closed(transport, error));
    }

    fn send(&mut self, transport: TransportId, request: RequestId, transmit: Transmit) -> Result<(), Error> {
        let state = &mut *self.0.borrow_mut();
        assert_eq!(state.transport, Some(transport));
        let text = transmit.text();
        if text.len() > LARGEST_DATAGRAM {
            return Err(Error::new(ErrorCode::MessageTooLarge, "too large for a datagram"));
        }
        let json = serde_json::from_str(&text).expect("requests are JSON");
        state.sent.push_back(Sent { request, verb: transmit.verb, session: transmit.session, json });
        Ok(())
    }

    fn probe(&mut self, _: TransportId) {
        panic!("this transport can't probe");
    }

    fn read(&mut self, _: TransportId, _: bool) {}

    fn session_opened(&mut self, id: SessionId) {
        self.0.borrow_mut().sessions.push((id.get(), true));
    }

    fn session_ended(&mut self, id: SessionId) {
        self.0.borrow_mut().sessions.push((id.get(), false));
    }
}

impl Transport for Mock {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        let state = &mut *self.0.borrow_mut();
        state.waker = Some(cx.waker().clone());
        state.events.pop_front().map_or(Poll::Pending, Poll::Ready)
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let state = &mut *self.0.borrow_mut();
        state.waker = Some(cx.waker().clone());
        if state.full { Poll::Pending } else { Poll::Ready(()) }
    }
}

/// A clock that a test sets.
#[derive(Clone, Default)]
struct Manual {
    micros: Arc<AtomicU64>,
    waiting: Arc<Mutex<Option<(Time, Waker)>>>,
}

impl Clock for Manual {
    fn source(&self) -> TimeSource {
        let micros = Arc::clone(&self.micros);
        Arc::new(move || Time::from_micros(micros.load(Ordering::SeqCst)))
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, until: Time) -> Poll<()> {
        if self.micros.load(Ordering::SeqCst) >= until.as_micros() {
            return Poll::Ready(());
        }
        *self.waiting.lock().unwrap() = Some((until, cx.waker().clone()));
        Poll::Pending
    }
}

pub(crate) struct World {
    pub(crate) pool: LocalPool,
    pub(crate) connection: Connection,
    pub(crate) driver: Option<RemoteHandle<()>>,
    mock: Mock,
    clock: Manual,
}

impl World {
    /// Connected, unless the transport refuses; the response to `info` is pending.
    pub(crate) fn new(capabilities: Capabilities, refuses: Option<Error>) -> Self {
        let state = State {
            capabilities,
            sent: VecDeque::new(),
            full: false,
            refuses,
            opened: Vec::new(),
            closed: false,
            sessions: Vec::new(),
            transport: None,
            events: VecDeque::new(),
            waker: None,
        };
        let (mock, clock) = (Mock(Rc::new(RefCell::new(state))), Manual::default());
        let mut config = Config::new(vec![Address::new("mock://one"), Address::new("mock://two")]);
        config.recovery = None;
        let (connection, driver) =
            connect_with(config, mock.clone(), clock.clone()).expect("a valid configuration");
        let pool = LocalPool::new();
        let driver = pool.spawner().spawn_local_with_handle(driver).expect("the executor accepts tasks");
        let mut world = Self { pool, connection, driver: Some(driver), mock, clock };
        world.run();
        world
    }

    /// Connected, with the response to `info`.
    pub(crate) fn connected(capabilities: Capabilities) -> Self {
        let mut world = Self::new(capabilities, None);
        let info = world.sent();
        assert_eq!(info.verb, Verb::Info);
        world.respond(&info, "server_info", json!({}));
        world
    }

    pub(crate) fn run(&mut self) {
        self.pool.run_until_stalled();
    }

    pub(crate) fn pass(&mut self, span: Duration) {
        let now = self.clock.micros.load(Ordering::SeqCst) + span.as_micros() as u64;
        self.clock.micros.store(now, Ordering::SeqCst);
        let waiting = self.clock.waiting.lock().unwrap().take();
        if let Some((_, waker)) = waiting {
            waker.wake();
        }
        self.run();
    }

    /// Runs a future until it waits.
    pub(crate) fn begin<T: 'static>(&mut self, future: impl Future<Output = T> + 'static) -> RemoteHandle<T> {
        let handle = self.pool.spawner().spawn_local_with_handle(future).expect("the executor accepts tasks");
        self.run();
        handle
    }

    pub(crate) fn state<R>(&self, access: impl FnOnce(&mut State) -> R) -> R {
        access(&mut self.mock.0.borrow_mut())
    }

    pub(crate) fn sent(&mut self) -> Sent {
        self.state(|state| state.sent.pop_front()).expect("a request was sent")
    }

    /// The transport reports these events at once.
    pub(crate) fn report(&mut self, events: Vec<TransportEvent>) {
        let waker = self.state(|state| {
            state.events.extend(events);
            state.waker.take()
        });
        if let Some(waker) = waker {
            waker.wake();
        }
        self.run();
    }

    pub(crate) fn send_messages(&mut self, messages: Vec<Value>) {
        let transport = self.state(|state| state.transport).expect("an open transport");
        let event = |message: Value| TransportEvent::Message(transport, message.to_string().into());
        self.report(messages.into_iter().map(event).collect());
    }

    pub(crate) fn respond(&mut self, sent: &Sent, kind: &str, more: Value) {
        let response = response_to(sent, kind, more);
        self.send_messages(vec![response]);
    }

    /// The result of `future`, when the server responds to its only request with this id.
    pub(crate) fn create_with<T: 'static>(
        &mut self,
        future: impl Future<Output = Result<T, Error>> + 'static,
        id: u64,
    ) -> T {
        let created = self.begin(future);
        let sent = self.sent();
        self.respond(&sent, "success", json!({ "data": { "id": id } }));
        done(created).expect("the request succeeded")
    }
}

pub(crate) fn response_to(sent: &Sent, kind: &str, more: Value) -> Value {
    let mut response = json!({ "janus": kind, "transaction": sent.json["transaction"] });
    if let Some(id) = sent.session {
        response["session_id"] = id.get().into();
    }
    if let (Some(response), Value::Object(more)) = (response.as_object_mut(), more) {
        response.extend(more);
    }
    response
}

/// The result of a future that has ended.
#[track_caller]
pub(crate) fn done<T: 'static>(handle: RemoteHandle<T>) -> T {
    handle.now_or_never().expect("the future has ended")
}
