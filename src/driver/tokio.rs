//! The driver on a tokio runtime.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::time::{Instant, Sleep};

use super::native::{Clock, Task, TimeSource, Wake};
use super::{Core, Engine, OutputSink};
use crate::error::{Error, ErrorCode, Result};
use crate::time::Time;
use crate::transport::{Connector, TransportOptions};

/// Connects `engine` to its server, with a driver on the tokio runtime that calls this.
///
/// # Errors
/// [`ErrorCode::Unsupported`] outside of a tokio runtime.
pub(crate) fn spawn<D>(engine: Engine, sink: D, options: TransportOptions) -> Result<Arc<Core<D>>>
where
    D: OutputSink + Send + 'static,
    D::Deferred: Send + Unpin,
{
    let runtime = tokio::runtime::Handle::try_current().map_err(|error| {
        let text = "connect() needs a tokio runtime; use connect_with() under another executor";
        Error::new(ErrorCode::Unsupported, text).with_source(error)
    })?;
    let clock = TokioClock::new();
    let transport = Connector::new(Arc::clone(engine.config()), options);
    let core = Arc::new(Core::new(engine, sink, Wake::new(&clock)));
    runtime.spawn(Task::new(Arc::clone(&core), transport, clock));
    Ok(core)
}

/// Tokio's monotonic clock; it stands still when a test pauses it.
#[derive(Debug)]
pub struct TokioClock {
    origin: Instant,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl TokioClock {
    /// A clock whose origin is now.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "this is the driver")]
    pub fn new() -> Self {
        Self { origin: Instant::now(), sleep: None }
    }
}

impl Default for TokioClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for TokioClock {
    fn source(&self) -> TimeSource {
        let origin = self.origin;
        Arc::new(move || Time::ZERO + origin.elapsed())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, until: Time) -> Poll<()> {
        let at = self.origin + until.since(Time::ZERO);
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(at)));
        // Moving a deadline outwards can wait until the old one is up: most are moved again before.
        if sleep.deadline() > at || sleep.is_elapsed() {
            sleep.as_mut().reset(at);
        }
        loop {
            match sleep.as_mut().poll(cx) {
                Poll::Ready(()) if sleep.deadline() < at => sleep.as_mut().reset(at),
                done => return done,
            }
        }
    }
}
