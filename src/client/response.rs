//! A pending request, as a future.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::request_span::record_transaction;
use super::waiters::{Decide, Shared, Waiter, Waiters};
use crate::driver::Engine;
use crate::engine::{Created, Reply, RequestId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::transport::Message;
use crate::wire::{JanusVersion, Payload};

/// A pending request. Dropping it cancels the request, but for a teardown.
pub(super) struct PendingResponse {
    shared: Shared,
    request: RequestId,
    started: Time,
    done: bool,
    is_teardown: bool,
}

/// The response to a request.
pub(super) struct Response {
    pub(super) created: Option<Created>,
    message: Option<Message>,
    request: RequestId,
    started: Time,
}

/// What an error says about a plugin's request.
#[derive(Clone, Copy)]
pub(super) struct PluginRequest<'a> {
    /// The plugin's name for it, such as `join`.
    pub(super) name: &'a str,
    pub(super) since: Option<JanusVersion>,
}

/// Asks the engine for something and waits for its reply.
pub(super) fn send(
    shared: &Shared,
    decide: Option<Decide>,
    command: impl FnOnce(&mut Engine, Time) -> RequestId,
) -> PendingResponse {
    let (request, started) = shared.command(|engine, waiters, now| {
        let request = command(engine, now);
        waiters.wait_for(engine, request, decide);
        (request, now)
    });
    record_transaction(request.get());
    PendingResponse { shared: Arc::clone(shared), request, started, done: false, is_teardown: false }
}

impl PendingResponse {
    /// The request ends a session or a handle: once it was made, it is not cancelled, so that the engine learns of the
    /// end.
    pub(super) fn teardown(mut self) -> Self {
        self.is_teardown = true;
        self
    }
}

impl Future for PendingResponse {
    type Output = Result<Response>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        let result = match this.shared.lock().1.poll_reply(this.request, cx.waker()) {
            Poll::Ready(result) => result,
            Poll::Pending => return Poll::Pending,
        };
        this.done = true;
        let (request, started) = (this.request, this.started);
        Poll::Ready(result.map(|Reply { message, created }| Response { created, message, request, started }))
    }
}

impl Drop for PendingResponse {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        let (request, is_teardown) = (self.request, self.is_teardown);
        self.shared.command(|engine, waiters: &mut Waiters, now| match waiters.stop_waiting(request) {
            _ if is_teardown => {}
            Some(Waiter::Done(Ok(Reply { created: Some(created), .. }))) => {
                waiters.discard(engine, created, now)
            }
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

    /// Adds to an error which request it is about, and the response if it is not as expected. Counts a plugin's
    /// refusal: the engine does not read plugin data.
    pub(super) fn describe(
        &self,
        shared: &Shared,
        error: Error,
        plugin_request: PluginRequest<'_>,
        session: Option<SessionId>,
        handle: Option<HandleId>,
    ) -> Error {
        let PluginRequest { name, since } = plugin_request;
        let (now, too_old) = shared.with_engine(|engine, now| {
            if error.code() != ErrorCode::PluginRefused {
                return (now, None);
            }
            engine.count_plugin_refusal();
            (now, since.and_then(|since| engine.is_too_old_for(since)))
        });
        let error = match too_old {
            Some(too_old) => error.explained(&too_old),
            None => error,
        };
        let error = self.kept_in(error);
        let elapsed = now.since(self.started);
        let about = error.about(name.to_owned(), session, handle);
        about.in_transaction(self.request.get().to_string(), elapsed, true)
    }

    /// Adds the response to an error about a response that is not as expected: the request has succeeded.
    pub(super) fn kept_in(&self, error: Error) -> Error {
        match error.code() {
            ErrorCode::BadResponse | ErrorCode::UnexpectedResponse => match self.message().exact() {
                Ok(response) => error.with_response(&response),
                Err(_) => error,
            },
            _ => error,
        }
    }
}
