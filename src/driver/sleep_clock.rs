//! The clock for executors other than tokio.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use super::native::{Clock, TimeSource};
use crate::time::Time;

/// The system's monotonic clock with an executor's own sleep, for [`connect_with`](crate::client::connect_with).
///
/// ```
/// use bifrons::driver::SleepClock;
///
/// let clock = SleepClock::new(|span| async move {
///     smol::Timer::after(span).await;
/// });
/// # drop(clock);
/// ```
pub struct SleepClock<F, S> {
    origin: Instant,
    sleep: F,
    /// The sleep that runs, and its end.
    running: Option<(Time, Pin<Box<S>>)>,
}

impl<F: Fn(Duration) -> S, S: Future<Output = ()>> SleepClock<F, S> {
    /// A clock whose origin is now; `sleep` returns a future that is ready after a time.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "this is the driver")]
    pub fn new(sleep: F) -> Self {
        Self { origin: Instant::now(), sleep, running: None }
    }
}

impl<F, S> fmt::Debug for SleepClock<F, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SleepClock").finish_non_exhaustive()
    }
}

impl<F: Fn(Duration) -> S, S: Future<Output = ()>> Clock for SleepClock<F, S> {
    fn source(&self) -> TimeSource {
        let origin = self.origin;
        Arc::new(move || Time::ZERO + origin.elapsed())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, until: Time) -> Poll<()> {
        loop {
            let now = Time::ZERO + self.origin.elapsed();
            if until <= now {
                return Poll::Ready(());
            }
            match &mut self.running {
                // A sleep that ends too early is followed by another: most deadlines are moved outwards before.
                Some((end, running)) if *end <= until => {
                    std::task::ready!(running.as_mut().poll(cx));
                    self.running = None;
                }
                _ => self.running = Some((until, Box::pin((self.sleep)(until.since(now))))),
            }
        }
    }
}
