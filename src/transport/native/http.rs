//! Janus over HTTP, natively: carries out the actions of [`HttpCore`] with hyper.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::{AbortHandle, Abortable};
use futures_util::stream::FuturesUnordered;
use rustc_hash::FxHashMap;
use serde_json::value::RawValue;
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::Bytes;

use super::http_client::HttpClient;
use super::request_text;
use super::tls::Tls;
use super::{BoxFuture, Text, Transport, TransportEvent};
use crate::config::{Address, Config};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;
use crate::time::Time;
use crate::transport::http_core::{Action, Exchange, Failure, FailureKind, HttpCore};
use crate::transport::{Capabilities, Transmit, TransportSink};
use crate::wire::{Kind, Malformed};

/// Janus over HTTP. Each session polls for its events; requests of one handle leave in order,
/// one at a time, those of different handles beside each other.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub struct Http {
    config: Arc<Config>,
    tls: Tls,
    server: Option<(TransportId, Arc<HttpClient>)>,
    core: HttpCore<String>,
    exchanges: FuturesUnordered<BoxFuture<Done>>,
    /// What ends an exchange that is under way.
    aborts: FxHashMap<Exchange, AbortHandle>,
    origin: Instant,
    /// Events that are not reported yet.
    events: VecDeque<TransportEvent>,
    /// Whether an event was reported since the last flush.
    reported: bool,
}

enum Done {
    Opened(TransportId, Result<()>),
    Answered(RequestId, Result<Bytes, Failure>),
    Polled(SessionId, Result<Bytes, Failure>),
    Aborted,
}

impl Http {
    /// A transport for a connection with this configuration.
    #[must_use]
    pub fn new(config: Arc<Config>, tls: Tls) -> Self {
        Self {
            config,
            tls,
            server: None,
            core: HttpCore::new(),
            exchanges: FuturesUnordered::new(),
            aborts: FxHashMap::default(),
            origin: Instant::now(),
            events: VecDeque::new(),
            reported: false,
        }
    }

    fn now(&self) -> Time {
        Time::ZERO + self.origin.elapsed()
    }

    fn is_open(&self, id: TransportId) -> bool {
        self.server.as_ref().is_some_and(|(of, _)| *of == id)
    }

    /// Forgets all that belongs to the transport connection.
    fn clear(&mut self) {
        self.server = None;
        self.core = HttpCore::new();
        self.exchanges = FuturesUnordered::new();
        self.aborts.clear();
    }

    fn end(&mut self, id: TransportId, error: Error) {
        self.clear();
        self.events.push_back(TransportEvent::Closed(id, error));
    }

    /// Carries out the core's actions; whether there were any.
    fn carry_out(&mut self) -> bool {
        let mut any = false;
        while let Some(action) = self.core.poll_action() {
            any = true;
            let Some((id, server)) = &self.server else { return true };
            let (id, server) = (*id, Arc::clone(server));
            match action {
                Action::Post { request, body } => {
                    self.events.push_back(TransportEvent::Sent(id, request));
                    let post = async move { Done::Answered(request, server.post(body).await) };
                    self.begin(Exchange::Post(request), Duration::ZERO, post);
                }
                Action::Poll { session, after } => {
                    let poll = async move { Done::Polled(session, server.poll(session).await) };
                    self.begin(Exchange::Poll(session), after, poll);
                }
                Action::Abort(exchange) => {
                    if let Some(abort) = self.aborts.remove(&exchange) {
                        abort.abort();
                    }
                }
                Action::Fail { request, sent, error } => self.events.push_back(match sent {
                    true => TransportEvent::Failed(request, error),
                    false => TransportEvent::Refused(request, error),
                }),
                Action::SessionGone { session, error } => {
                    self.events.push_back(TransportEvent::SessionGone(id, session, error));
                }
                Action::Close { error } => self.end(id, error),
            }
        }
        any
    }

    fn begin(
        &mut self,
        exchange: Exchange,
        after: Duration,
        work: impl Future<Output = Done> + Send + 'static,
    ) {
        let (abort, registration) = AbortHandle::new_pair();
        self.aborts.insert(exchange, abort);
        let work = async move {
            if !after.is_zero() {
                sleep(after).await;
            }
            work.await
        };
        let work = Abortable::new(work, registration);
        self.exchanges.push(Box::pin(async move { work.await.unwrap_or(Done::Aborted) }));
    }

    fn on_done(&mut self, done: Done) {
        let now = self.now();
        match (done, &self.server) {
            (Done::Opened(id, Ok(())), _) => self.events.push_back(TransportEvent::Opened(id)),
            (Done::Opened(id, Err(error)), _) => self.end(id, error),
            (Done::Answered(request, answer), Some((id, _))) => {
                let id = *id;
                self.aborts.remove(&Exchange::Post(request));
                let answer = answer.and_then(as_answer);
                let result = answer.as_ref().map(drop).map_err(Clone::clone);
                if let (true, Ok(text)) = (self.core.on_post(now, request, result), answer) {
                    self.events.push_back(TransportEvent::Response(id, request, text));
                }
            }
            (Done::Polled(session, polled), Some((id, _))) => {
                let id = *id;
                self.aborts.remove(&Exchange::Poll(session));
                let polled = polled.map(|body| self.receive(id, &body));
                self.core.on_poll(now, session, polled);
            }
            (Done::Aborted | Done::Answered(..) | Done::Polled(..), _) => {}
        }
    }

    /// Reports the messages of a poll; whether one is more than a keepalive.
    fn receive(&mut self, id: TransportId, body: &Bytes) -> bool {
        let Ok(messages) = serde_json::from_slice::<Vec<&RawValue>>(body) else {
            self.events.push_back(TransportEvent::Malformed(id, Malformed::NotJson));
            return false;
        };
        let said_something = messages.iter().any(|message| !is_keepalive(message.get()));
        for message in messages {
            // It was read as JSON, which is UTF-8.
            if let Some(text) = Text::of_bytes(body.slice_ref(message.get().as_bytes())) {
                self.events.push_back(TransportEvent::Message(id, text));
            }
        }
        said_something
    }
}

/// Janus ends a poll without events with one message of this kind.
fn is_keepalive(message: &str) -> bool {
    message.len() < 100 && message.contains(Kind::Keepalive.word())
}

fn as_answer(body: Bytes) -> Result<Text, Failure> {
    let text = match body.first() {
        Some(b'{') => Text::of_bytes(body),
        _ => None,
    };
    text.ok_or_else(|| {
        let text =
            "the response is not from Janus; Janus gives up after 10 s, and a proxy may respond in its place";
        Failure::new(FailureKind::Lost, Error::new(ErrorCode::ResponseLost, text))
    })
}

impl TransportSink for Http {
    fn capabilities(&self) -> Capabilities {
        Capabilities { can_probe: false, claims: false, queues: true }
    }

    fn open(&mut self, id: TransportId, address: &Address) -> Result<()> {
        let server = Arc::new(HttpClient::new(address, &self.config, &self.tls)?);
        self.clear();
        self.server = Some((id, Arc::clone(&server)));
        self.exchanges.push(Box::pin(async move { Done::Opened(id, server.greet().await) }));
        Ok(())
    }

    fn close(&mut self, id: TransportId) {
        if self.is_open(id) {
            self.end(id, Error::new(ErrorCode::ConnectionLost, "the connection was closed"));
        }
    }

    fn send(&mut self, id: TransportId, request: RequestId, transmit: Transmit) -> Result<()> {
        if !self.is_open(id) {
            return Ok(()); // its end is being reported
        }
        let text = request_text(&transmit, self.config.max_message_size)?;
        self.core.send(self.now(), request, transmit.session, transmit.handle, text);
        Ok(())
    }

    fn cancel(&mut self, id: TransportId, request: RequestId) {
        if self.is_open(id) {
            self.core.cancel(self.now(), request);
        }
    }

    fn probe(&mut self, _: TransportId) {}

    fn read(&mut self, _: TransportId, on: bool) {
        self.core.read(self.now(), on);
    }

    fn session_opened(&mut self, id: SessionId) {
        self.core.begin_session(self.now(), id);
    }

    fn session_ended(&mut self, id: SessionId) {
        self.core.end_session(id);
    }
}

impl Transport for Http {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        loop {
            if let Some(event) = self.events.pop_front() {
                self.reported = true;
                return Poll::Ready(event);
            }
            match self.exchanges.poll_next_unpin(cx) {
                Poll::Ready(Some(done)) => self.on_done(done),
                // Otherwise the reported events may end requests, which must not be sent before.
                Poll::Ready(None) | Poll::Pending if !self.reported && self.carry_out() => {}
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<()> {
        self.reported = false;
        self.carry_out();
        Poll::Ready(())
    }
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
