//! A pending request: it waits for what ends it.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::waiters::{Judge, Shared, Waiter, Waiters};
use crate::driver::{Engine, Message};
use crate::engine::{Created, Reply, RequestId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;

/// A request that was given to the engine. Dropping it gives the request up.
pub(super) struct Pending {
    shared: Shared,
    request: RequestId,
    asked: Time,
    done: bool,
}

/// What ended a request.
pub(super) struct Response {
    pub(super) created: Option<Created>,
    message: Option<Message>,
    request: RequestId,
    asked: Time,
}

/// Asks the engine for something and waits for its reply.
pub(super) fn ask(
    shared: &Shared,
    judge: Option<Judge>,
    command: impl FnOnce(&mut Engine, Time) -> RequestId,
) -> Pending {
    let (request, asked) = shared.command(|engine, waiters, now| {
        let request = command(engine, now);
        waiters.wait_for(engine, request, judge);
        (request, now)
    });
    Pending { shared: Arc::clone(shared), request, asked, done: false }
}

impl Future for Pending {
    type Output = Result<Response>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        let result = match this.shared.lock().1.poll_reply(this.request, cx.waker()) {
            Poll::Ready(result) => result,
            Poll::Pending => return Poll::Pending,
        };
        this.done = true;
        let (request, asked) = (this.request, this.asked);
        Poll::Ready(result.map(|Reply { message, created }| Response { made, message, request, asked }))
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        let request = self.request;
        self.shared.command(|engine, waiters: &mut Waiters, now| match waiters.stop_waiting(request) {
            Some(Waiter::Done(Ok(Reply { created: Some(created), .. }))) => waiters.discard(engine, created, now),
            _ => engine.cancel(now, request),
        });
    }
}

impl Response {
    /// The message that ended the request. An ending may have none; then it succeeded all the same.
    pub(super) fn message(&self) -> Cow<'_, Message> {
        match &self.message {
            Some(message) => Cow::Borrowed(message),
            None => Cow::Owned(Message::success()),
        }
    }

    /// What an error must say about the request. A refusal by the plugin is counted here, as the
    /// engine does not read what plugins say.
    pub(super) fn describe(
        &self,
        shared: &Shared,
        error: Error,
        name: &str,
        session: Option<SessionId>,
        handle: Option<HandleId>,
    ) -> Error {
        let now = shared.with_engine(|engine, now| {
            if error.code() == ErrorCode::PluginRefused {
                engine.count_plugin_refusal();
            }
            now
        });
        let elapsed = now.since(self.asked);
        let about = error.about(name.to_owned(), session, handle);
        about.in_transaction(self.request.get().to_string(), elapsed, true)
    }
}
