//! The `tracing` span of a request, and the line in the log that reports its outcome. README.md has the fields.

use std::future::Future;

use tracing::field::Empty;
use tracing::{Instrument as _, Span};

use super::waiters::Shared;
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};
use crate::time::Time;

/// A request, as its span names it.
#[derive(Clone, Copy, Default)]
pub(super) struct Call<'a> {
    /// The plugin's package name.
    pub(super) plugin: Option<&'a str>,
    /// The plugin's name of the request, or Janus's.
    pub(super) request: &'a str,
    pub(super) session: Option<SessionId>,
    pub(super) handle: Option<HandleId>,
    /// The span of the session or the handle that it is for; that of the connection by default.
    pub(super) within: Option<&'a Span>,
}

impl<'a> Call<'a> {
    /// Creates a request that names no session.
    pub(super) fn new(request: &'a str) -> Self {
        Self { request, ..Self::default() }
    }
}

/// Makes a request in a span of its own, a child of the caller's span, or of what it is for if there is none. While no subscriber wants the level `debug`, this
/// costs one check of the level.
pub(super) fn in_span<'a, T, F>(
    shared: &'a Shared,
    call: Call<'_>,
    request: F,
) -> impl Future<Output = Result<T>> + use<'a, T, F>
where
    F: Future<Output = Result<T>>,
{
    let span = if tracing::enabled!(tracing::Level::DEBUG) { span_of(shared, call) } else { Span::none() };
    let mut line = (!span.is_disabled()).then(|| Line::new(shared));
    let reported = async move {
        let result = request.await;
        if let Some(line) = &mut line {
            line.outcome = Some(result.as_ref().err().cloned());
        }
        result
    };
    reported.instrument(span)
}

fn span_of(shared: &Shared, call: Call<'_>) -> Span {
    let (connection, server, span) = {
        let waiters = &shared.lock().1;
        (waiters.connection, waiters.server.clone(), waiters.span.clone())
    };
    let server = server.as_deref();
    let within = call.within.unwrap_or(&span);
    let caller = Span::current();
    let parent = if caller.is_none() { within } else { &caller };
    let span = tracing::debug_span!(
        parent: parent,
        "request",
        otel.kind = "client",
        rpc.system = "janus",
        rpc.service = call.plugin,
        rpc.method = call.request,
        server.address = server.map(|server| &*server.address),
        server.port = server.and_then(|server| server.port),
        network.transport = server.map(|server| server.transport),
        connection,
        session = call.session.map(SessionId::get),
        handle = call.handle.map(HandleId::get),
        transaction = Empty,
        error.type = Empty,
    );
    span.follows_from(within);
    span
}

/// Adds to the span of the request that is being made the transaction that it got.
pub(super) fn record_transaction(transaction: u64) {
    if tracing::enabled!(tracing::Level::DEBUG) {
        Span::current().record("transaction", transaction);
    }
}

/// The line in the log that reports the outcome, written at the end of the request.
struct Line<'a> {
    shared: &'a Shared,
    began: Time,
    /// The error, if there is one; nothing if the request was cancelled.
    outcome: Option<Option<Error>>,
}

impl<'a> Line<'a> {
    fn new(shared: &'a Shared) -> Self {
        Self { shared, began: shared.with_engine(|_, now| now), outcome: None }
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        let elapsed = self.shared.with_engine(|_, now| now).since(self.began);
        let duration_ms = elapsed.as_micros() as f64 / 1000.0;
        let error = self.outcome.take();
        let outcome = match &error {
            None => ErrorCode::Cancelled.as_str(),
            Some(None) => return tracing::debug!(duration_ms, outcome = "success"),
            Some(Some(error)) => error.code().as_str(),
        };
        // The error itself is returned, not logged: its text may be long.
        let number = error.flatten().and_then(|error| error.plugin_code().or(error.janus_code()));
        Span::current().record("error.type", outcome);
        tracing::debug!(duration_ms, outcome, error_code = number);
    }
}
