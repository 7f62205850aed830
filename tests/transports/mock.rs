//! A transport that records what it is told and tells what a test wants, and a clock set by hand.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bifrons::client::connect_with;
use bifrons::driver::{Clock, TransportSink, Capabilities, TimeSource, Transmit, Transport, TransportEvent};
use bifrons::engine::{TransportId, RequestId};
use bifrons::time::Time;
use bifrons::wire::Verb;
use bifrons::{Address, Config, Connection, Error, ErrorCode, SessionId};
use futures::FutureExt;
use futures::executor::LocalPool;
use futures::future::RemoteHandle;
use futures::task::LocalSpawnExt;
use serde_json::{Value, json};

/// A request as the transport saw it.
pub(crate) struct Sent {
    pub(crate) request: RequestId,
    pub(crate) verb: Verb,
    pub(crate) session: Option<SessionId>,
    pub(crate) json: Value,
}

pub(crate) struct State {
    pub(crate) properties: Capabilities,
    pub(crate) sent: VecDeque<Sent>,
    /// Whether it takes nothing for now.
    pub(crate) full: bool,
    /// Why opening fails at once.
    pub(crate) refuses: Option<Error>,
    pub(crate) opened: Vec<String>,
    pub(crate) closed: bool,
    /// Sessions that it was told of, and whether they opened or ended.
    pub(crate) sessions: Vec<(u64, bool)>,
    line: Option<TransportId>,
    events: VecDeque<TransportEvent>,
    waker: Option<Waker>,
}

#[derive(Clone)]
pub(crate) struct Mock(Rc<RefCell<State>>);

impl TransportSink for Mock {
    fn properties(&self) -> Capabilities {
        self.0.borrow().properties
    }

    fn open(&mut self, line: TransportId, address: &Address) -> Result<(), Error> {
        let state = &mut *self.0.borrow_mut();
        state.opened.push(address.url().to_owned());
        if let Some(error) = state.refuses.take() {
            return Err(error);
        }
        state.line = Some(line);
        state.events.push_back(TransportEvent::Opened(line));
        Ok(())
    }

    fn close(&mut self, line: TransportId) {
        let state = &mut *self.0.borrow_mut();
        state.closed = true;
        let error = Error::new(ErrorCode::ConnectionLost, "closed");
        state.events.push_back(TransportEvent::Closed(line, error));
    }

    fn send(&mut self, line: TransportId, request: RequestId, transmit: Transmit) -> Result<(), Error> {
        let state = &mut *self.0.borrow_mut();
        assert_eq!(state.line, Some(line));
        let text = transmit.text();
        if state.properties.max_message.is_some_and(|limit| text.len() > limit) {
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

/// A clock that stands still until it is set.
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
    /// Connected, unless it `refuses`; `info` was not answered yet.
    pub(crate) fn new(properties: Capabilities, refuses: Option<Error>) -> Self {
        let state = State {
            properties,
            sent: VecDeque::new(),
            full: false,
            refuses,
            opened: Vec::new(),
            closed: false,
            sessions: Vec::new(),
            line: None,
            events: VecDeque::new(),
            waker: None,
        };
        let (mock, clock) = (Mock(Rc::new(RefCell::new(state))), Manual::default());
        let mut config = Config::new(vec![Address::new("mock://one"), Address::new("mock://two")]);
        config.recovery = None;
        let (connection, driver) = connect_with(config, mock.clone(), clock.clone()).expect("it begins");
        let pool = LocalPool::new();
        let driver = pool.spawner().spawn_local_with_handle(driver).expect("it is spawned");
        let mut world = Self { pool, connection, driver: Some(driver), mock, clock };
        world.run();
        world
    }

    /// The same after `info` was answered.
    pub(crate) fn connected(properties: Capabilities) -> Self {
        let mut world = Self::new(properties, None);
        let info = world.sent();
        assert_eq!(info.verb, Verb::Info);
        world.answer(&info, "server_info", json!({}));
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

    /// Lets a future run as far as it goes.
    pub(crate) fn begin<T: 'static>(&mut self, future: impl Future<Output = T> + 'static) -> RemoteHandle<T> {
        let handle = self.pool.spawner().spawn_local_with_handle(future).expect("it is spawned");
        self.run();
        handle
    }

    pub(crate) fn state<R>(&self, look: impl FnOnce(&mut State) -> R) -> R {
        look(&mut self.mock.0.borrow_mut())
    }

    pub(crate) fn sent(&mut self) -> Sent {
        self.state(|state| state.sent.pop_front()).expect("a request was sent")
    }

    /// The transport tells these at once.
    pub(crate) fn tell(&mut self, events: Vec<TransportEvent>) {
        let waker = self.state(|state| {
            state.events.extend(events);
            state.waker.take()
        });
        if let Some(waker) = waker {
            waker.wake();
        }
        self.run();
    }

    pub(crate) fn say(&mut self, messages: Vec<Value>) {
        let line = self.state(|state| state.line).expect("a line");
        let event = |message: Value| TransportEvent::Message(line, message.to_string().into());
        self.tell(messages.into_iter().map(event).collect());
    }

    pub(crate) fn answer(&mut self, sent: &Sent, kind: &str, more: Value) {
        let answer = answer_to(sent, kind, more);
        self.say(vec![answer]);
    }

    /// What `future` makes, when the server answers its one request with this id.
    pub(crate) fn make<T: 'static>(
        &mut self,
        future: impl Future<Output = Result<T, Error>> + 'static,
        id: u64,
    ) -> T {
        let made = self.begin(future);
        let sent = self.sent();
        self.answer(&sent, "success", json!({ "data": { "id": id } }));
        done(made).expect("it was made")
    }
}

pub(crate) fn answer_to(sent: &Sent, kind: &str, more: Value) -> Value {
    let mut answer = json!({ "janus": kind, "transaction": sent.json["transaction"] });
    if let Some(id) = sent.session {
        answer["session_id"] = id.get().into();
    }
    if let (Some(answer), Value::Object(more)) = (answer.as_object_mut(), more) {
        answer.extend(more);
    }
    answer
}

/// The result of what has ended.
#[track_caller]
pub(crate) fn done<T: 'static>(handle: RemoteHandle<T>) -> T {
    handle.now_or_never().expect("it has ended")
}
