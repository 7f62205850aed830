//! The events of a handle, as a stream.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};

use futures_util::Stream;

use super::event::Event;
use super::waiters::Shared;
use crate::engine::{self, EndReason, HandleKey};
use crate::plugins::{Any, Plugin};

/// The events of a handle: a [`Stream`], returned by [`Handle::events`](super::Handle::events).
///
/// It ends once the handle has ended and all events were read, or when the [`Handle`](super::Handle) is dropped. It
/// keeps neither the handle nor its session.
pub struct Events<P: Plugin = Any> {
    shared: Shared,
    handle: HandleKey,
    ended: Arc<OnceLock<EndReason>>,
    plugin: PhantomData<fn() -> P>,
}

impl<P: Plugin> fmt::Debug for Events<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("plugin", &P::PACKAGE).finish_non_exhaustive()
    }
}

impl<P: Plugin> Events<P> {
    pub(super) fn new(shared: &Shared, handle: HandleKey, ended: &Arc<OnceLock<EndReason>>) -> Self {
        Self { shared: Arc::clone(shared), handle, ended: Arc::clone(ended), plugin: PhantomData }
    }

    /// Returns the next event, or `None` at the end.
    ///
    /// # Cancel safety
    /// No event is lost: the future takes an event only when it returns it.
    pub async fn next(&mut self) -> Option<Event<P::Event>> {
        poll_fn(|cx| poll_event::<P>(&self.shared, self.handle, &self.ended, cx)).await
    }
}

impl<P: Plugin> Stream for Events<P> {
    type Item = Event<P::Event>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Event<P::Event>>> {
        poll_event::<P>(&self.shared, self.handle, &self.ended, cx)
    }
}

/// Takes the next event of a handle, or leaves the task's waker.
pub(super) fn poll_event<P: Plugin>(
    shared: &Shared,
    handle: HandleKey,
    ended: &OnceLock<EndReason>,
    cx: &mut Context<'_>,
) -> Poll<Option<Event<P::Event>>> {
    let (event, relieved) = {
        let (engine, waiters) = &mut *shared.lock();
        let event = engine.next_event(handle);
        if event.is_none() {
            if !engine.has_handle(handle) {
                return Poll::Ready(None);
            }
            waiters.wait_for_event(handle, cx.waker());
        }
        (event, engine.has_output())
    };
    if relieved {
        shared.wake().wake();
    }
    if let Some(engine::Event::Ended(reason)) = event {
        // Only the first of several readers sees the end.
        let _ = ended.set(reason);
    }
    match event {
        Some(event) => Poll::Ready(Some(Event::read::<P>(event, shared))),
        None => Poll::Pending,
    }
}
