//! Who waits for what.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use rustc_hash::FxHashMap;

use crate::driver::{Core, Desk, Engine, Message, Output};
use crate::engine::{Disconnect, EndReason, HandleKey, Notice, Reply, RequestId, SessionKey};
use crate::error::{Error, ErrorCode, Result};
use crate::plugins::Verdict;
use crate::time::Time;

pub(super) type Shared = Arc<Core<Waiters>>;
pub(super) type Judge = fn(&Message) -> Verdict;

/// The requests, readers and others that wait.
#[derive(Default)]
pub(crate) struct Waiters {
    requests: FxHashMap<RequestId, Waiter>,
    readers: FxHashMap<HandleKey, Waker>,
    /// Why sessions ended that someone still holds.
    ended: FxHashMap<SessionKey, EndReason>,
    /// Whoever waits for the connection or for the end of a session.
    watchers: Vec<Waker>,
    pub(super) state: State,
}

/// Where the connection stands for its users.
#[derive(Clone, Default)]
pub(super) enum State {
    #[default]
    Connecting,
    Connected,
    Over(Disconnect),
}

enum Waiter {
    Waiting(Option<Waker>, Option<Judge>),
    Done(Result<Reply<Message>>),
}

#[derive(Default)]
pub(crate) struct Errands {
    wakers: Vec<Waker>,
    notices: Vec<Notice>,
}

impl Desk for Waiters {
    type Errands = Errands;

    fn sort(&mut self, engine: &mut Engine, output: Output, errands: &mut Errands) {
        match output {
            Output::Reply { request, result } => self.resolve(request, result, errands),
            Output::Offer { request, handle, message } => match self.judge(request, &message) {
                Verdict::Provisional => engine.provisional(handle, message),
                Verdict::Final => {
                    engine.settle(request);
                    self.resolve(request, Ok(Reply { message, made: None }), errands);
                }
            },
            Output::Readable { handle } => errands.wakers.extend(self.readers.remove(&handle)),
            Output::SessionEnded { session, reason, .. } => {
                self.ended.insert(session, reason);
                errands.wakers.append(&mut self.watchers);
            }
            Output::Connected { .. } => {
                self.state = State::Connected;
                errands.wakers.append(&mut self.watchers);
            }
            Output::Disconnected(disconnect) => {
                self.state = State::Over(disconnect);
                errands.wakers.append(&mut self.watchers);
            }
            Output::Notice(notice) => errands.notices.push(notice),
            _ => {}
        }
    }

    fn run(errands: &mut Errands) {
        for waker in errands.wakers.drain(..) {
            waker.wake();
        }
        for notice in errands.notices.drain(..) {
            log(&notice);
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

    fn judge(&self, request: RequestId, message: &Message) -> Verdict {
        match self.requests.get(&request) {
            Some(Waiter::Waiting(_, Some(judge))) => judge(message),
            _ => Verdict::Final,
        }
    }

    pub(super) fn watch(&mut self, waker: &Waker) {
        if !self.watchers.iter().any(|known| known.will_wake(waker)) {
            self.watchers.push(waker.clone());
        }
    }

    pub(super) fn end_of(&self, session: SessionKey) -> Option<EndReason> {
        self.ended.get(&session).copied()
    }

    pub(super) fn forget_session(&mut self, session: SessionKey) {
        self.ended.remove(&session);
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
        self.shared.command(|engine, desk, now| {
            desk.requests.remove(&request);
            engine.cancel(now, request);
        });
    }
}

fn log(notice: &Notice) {
    match notice.is_warning() {
        true => tracing::warn!(target: "bifrons", "{notice}"),
        false => tracing::debug!(target: "bifrons", "{notice}"),
    }
}
