//! Who waits for what.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use rustc_hash::FxHashMap;

use super::changes::Change;
use super::log::{Line, next_connection};
use crate::driver::{Core, Desk, Engine, Message, Output};
use crate::engine::{Disconnect, EndReason, HandleKey, Made, Reply, RequestId, SessionKey};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;
use crate::plugins::Verdict;
use crate::time::Time;
use crate::wire::Payload as _;

pub(super) type Shared = Arc<Core<Waiters>>;
pub(super) type Judge = fn(&Message) -> Verdict;

/// The requests, readers and others that wait.
pub(crate) struct Waiters {
    /// The connection's number in the log.
    connection: u64,
    requests: FxHashMap<RequestId, Waiter>,
    readers: FxHashMap<HandleKey, Waker>,
    sessions: FxHashMap<SessionKey, Held>,
    /// Whoever waits for the connection or for the end of a session.
    watchers: FxHashMap<u64, Waker>,
    last_watcher: u64,
    pub(super) state: State,
    /// The last changes, for those who watch.
    changes: VecDeque<Change>,
    /// How many there were before these.
    forgotten: u64,
}

/// A watcher that slept through more than this has other worries.
const CHANGES_KEPT: usize = 16;

/// Where the connection stands for its users.
#[derive(Clone, Default)]
pub(super) enum State {
    #[default]
    Connecting,
    Connected,
    Over(Disconnect),
}

/// A session, for those who hold it.
struct Held {
    id: SessionId,
    /// One's own session, claimed again, has several.
    holders: usize,
    ended: Option<EndReason>,
}

enum Waiter {
    Waiting(Option<Waker>, Option<Judge>),
    Done(Result<Reply<Message>>),
}

#[derive(Default)]
pub(crate) struct Errands {
    wakers: Vec<Waker>,
    lines: Vec<Line>,
    connection: u64,
}

impl Default for Waiters {
    fn default() -> Self {
        Self {
            connection: next_connection(),
            requests: FxHashMap::default(),
            readers: FxHashMap::default(),
            sessions: FxHashMap::default(),
            watchers: FxHashMap::default(),
            last_watcher: 0,
            state: State::default(),
            changes: VecDeque::new(),
            forgotten: 0,
        }
    }
}

impl Desk for Waiters {
    type Errands = Errands;

    fn sort(&mut self, engine: &mut Engine, output: Output, errands: &mut Errands) {
        if let Some(line) = Line::of(&output) {
            errands.connection = self.connection;
            errands.lines.push(line);
        }
        match output {
            Output::Reply { request, result } => self.resolve(request, result, errands),
            Output::Offer { requests, tied, handle, message } => {
                let refused = tied && message.plugin_refusal().is_some();
                let judged = requests.into_iter().map(|request| match refused {
                    true => (request, Verdict::Final),
                    false => (request, self.judge(request, &message)),
                });
                match judged.into_iter().find(|(_, verdict)| *verdict != Verdict::Provisional) {
                    None => engine.provisional(handle, message),
                    Some((request, verdict)) => {
                        engine.settle(request);
                        if verdict == Verdict::FinalAndTold {
                            engine.provisional(handle, message.clone());
                        }
                        self.resolve(request, Ok(Reply { message, made: None }), errands);
                    }
                }
            }
            Output::Readable { handle } => errands.wakers.extend(self.readers.remove(&handle)),
            Output::SessionOpened { session, id } => {
                self.sessions.insert(session, Held { id, holders: 0, ended: None });
            }
            Output::SessionResumed { session, id, .. } => {
                if let Some(held) = self.sessions.get_mut(&session) {
                    held.id = id;
                }
            }
            Output::Reconnecting { error } => self.change(Change::Reconnecting { error }, errands),
            Output::Resumed { away, events_may_be_lost, address } => {
                self.change(Change::Resumed { away, events_may_be_lost, address }, errands);
            }
            Output::SessionEnded { session, reason, .. } => {
                if let Some(held) = self.sessions.get_mut(&session) {
                    held.ended = Some(reason);
                }
                errands.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
            }
            Output::Connected { .. } => {
                self.state = State::Connected;
                errands.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
            }
            Output::Disconnected(disconnect) => {
                self.state = State::Over(disconnect.clone());
                self.change(Change::Over(disconnect), errands);
            }
            _ => {}
        }
    }

    fn run(errands: &mut Errands) {
        for waker in errands.wakers.drain(..) {
            waker.wake();
        }
        for line in errands.lines.drain(..) {
            line.write(errands.connection);
        }
    }
}

impl Waiters {
    fn resolve(&mut self, request: RequestId, result: Result<Reply<Message>>, errands: &mut Errands) {
        // Nobody waits for a cancelled request.
        if let Some(waiter) = self.requests.get_mut(&request) {
            if let Waiter::Waiting(waker, _) = std::mem::replace(waiter, Waiter::Done(result)) {
                errands.wakers.extend(waker);
            }
        }
    }

    fn change(&mut self, change: Change, errands: &mut Errands) {
        self.changes.push_back(change);
        if self.changes.len() > CHANGES_KEPT {
            self.changes.pop_front();
            self.forgotten += 1;
        }
        errands.wakers.extend(self.watchers.drain().map(|(_, waker)| waker));
    }

    /// How many changes there were.
    pub(super) fn change_count(&self) -> u64 {
        self.forgotten + self.changes.len() as u64
    }

    /// The first change from this one on that is still known, and its number.
    pub(super) fn change_from(&self, number: u64) -> Option<(u64, Change)> {
        let number = number.max(self.forgotten);
        let place = usize::try_from(number - self.forgotten).ok()?;
        self.changes.get(place).map(|change| (number, change.clone()))
    }

    pub(super) fn session_id(&self, session: SessionKey) -> Option<SessionId> {
        self.sessions.get(&session).map(|held| held.id)
    }

    /// The driver has ended with the connection: what is asked now is answered at once.
    fn sort_without_driver(&mut self, engine: &mut Engine) {
        let mut errands = Errands::default();
        loop {
            match engine.poll_output() {
                Output::Wait { .. } => return,
                output => self.sort(engine, output, &mut errands),
            }
        }
    }

    /// What was made for a future that was dropped before it could say so.
    fn discard(&mut self, engine: &mut Engine, made: Made, now: Time) {
        match made {
            Made::Handle(handle, _) => engine.release(now, handle),
            Made::Session(session, _) => {
                self.hold_session(session);
                self.let_go_of_session(engine, session, now);
            }
        }
    }

    fn judge(&self, request: RequestId, message: &Message) -> Verdict {
        match self.requests.get(&request) {
            Some(Waiter::Waiting(_, Some(judge))) => judge(message),
            _ => Verdict::Final,
        }
    }

    pub(super) fn end_of(&self, session: SessionKey) -> Option<EndReason> {
        // One that is not here was claimed while its destruction was under way.
        self.sessions.get(&session).map_or(Some(EndReason::Destroyed), |held| held.ended)
    }

    pub(super) fn hold_session(&mut self, session: SessionKey) {
        if let Some(held) = self.sessions.get_mut(&session) {
            held.holders += 1;
        }
    }

    /// The last one to let go destroys it.
    pub(super) fn let_go_of_session(&mut self, engine: &mut Engine, session: SessionKey, now: Time) {
        let Some(held) = self.sessions.get_mut(&session) else { return };
        held.holders -= 1;
        if held.holders == 0 {
            self.sessions.remove(&session);
            engine.forget(now, session);
        }
    }

    pub(super) fn read_later(&mut self, handle: HandleKey, waker: &Waker) {
        self.readers.insert(handle, waker.clone());
    }

    pub(super) fn forget_reader(&mut self, handle: HandleKey) {
        self.readers.remove(&handle);
    }
}

/// A request that was given to the engine. Dropping it gives the request up.
pub(super) struct Asked {
    shared: Shared,
    request: RequestId,
    done: bool,
}

/// Asks the engine for something and waits for its reply.
pub(super) fn ask(
    shared: &Shared,
    judge: Option<Judge>,
    command: impl FnOnce(&mut Engine, Time) -> RequestId,
) -> Asked {
    let request = shared.command(|engine, desk, now| {
        let request = command(engine, now);
        desk.requests.insert(request, Waiter::Waiting(None, judge));
        if let State::Over(_) = desk.state {
            desk.sort_without_driver(engine);
        }
        request
    });
    Asked { shared: Arc::clone(shared), request, done: false }
}

impl Future for Asked {
    type Output = Result<Reply<Message>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        let desk = &mut this.shared.lock().1;
        match desk.requests.get_mut(&this.request) {
            Some(Waiter::Waiting(waker, _)) => {
                *waker = Some(cx.waker().clone());
                Poll::Pending
            }
            Some(Waiter::Done(_)) => {
                this.done = true;
                match desk.requests.remove(&this.request) {
                    Some(Waiter::Done(result)) => Poll::Ready(result),
                    _ => Poll::Pending,
                }
            }
            None => Poll::Ready(Err(Error::new(ErrorCode::Internal, "a request was polled after its end"))),
        }
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        let request = self.request;
        self.shared.command(|engine, desk, now| match desk.requests.remove(&request) {
            Some(Waiter::Done(Ok(Reply { made: Some(made), .. }))) => desk.discard(engine, made, now),
            _ => engine.cancel(now, request),
        });
    }
}

/// Waits for something that a change of the connection or of a session may bring.
pub(super) async fn watch<R>(shared: &Shared, mut look: impl FnMut(&Waiters) -> Option<R>) -> R {
    let mut watcher = Watcher { shared, number: None };
    poll_fn(|cx| {
        let desk = &mut shared.lock().1;
        if let Some(seen) = look(desk) {
            return Poll::Ready(seen);
        }
        let number = *watcher.number.get_or_insert_with(|| {
            desk.last_watcher += 1;
            desk.last_watcher
        });
        desk.watchers.insert(number, cx.waker().clone());
        Poll::Pending
    })
    .await
}

struct Watcher<'s> {
    shared: &'s Shared,
    number: Option<u64>,
}

impl Drop for Watcher<'_> {
    fn drop(&mut self) {
        if let Some(number) = self.number {
            self.shared.lock().1.watchers.remove(&number);
        }
    }
}
