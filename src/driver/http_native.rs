//! Janus over HTTP: each request is a POST, and each session has a long poll for its events.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::StreamExt;
use futures_util::future::{AbortHandle, Abortable};
use futures_util::stream::FuturesUnordered;
use rustc_hash::FxHashMap;
use serde_json::value::RawValue;
use tokio_tungstenite::tungstenite::{Bytes, Utf8Bytes};

use super::by_scheme_native::request_text;
use super::http_exchange_native::{Failure, Server};
use super::task::{BoxFuture, Transport, TransportEvent};
use super::tls_native::Tls;
use super::{Outlet, Properties, Transmit};
use crate::config::{Address, Config};
use crate::engine::{Line, RequestId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};
use crate::wire::Malformed;

/// How many requests are under way at a time; Janus takes 1,020 connections in all.
const MOST_AT_A_TIME: usize = 64;

/// Janus over HTTP. Each session polls for its events; requests of one handle leave in order,
/// one at a time, those of different handles beside each other.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub struct Http {
    config: Arc<Config>,
    tls: Tls,
    line: Option<(Line, Arc<Server>)>,
    exchanges: FuturesUnordered<BoxFuture<Done>>,
    lanes: FxHashMap<Lane, VecDeque<(RequestId, String)>>,
    /// Lanes whose next request may leave.
    ready: VecDeque<Lane>,
    under_way: usize,
    polls: FxHashMap<SessionId, Polling>,
    reading: bool,
    /// What is still to be told.
    events: VecDeque<TransportEvent>,
}

/// What keeps its order: the requests of one handle, or of one session; others are alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Lane {
    Request(RequestId),
    Session(SessionId),
    Handle(SessionId, HandleId),
}

/// A session's long poll.
#[derive(Default)]
struct Polling {
    /// Ends the one under way.
    abort: Option<AbortHandle>,
    /// The last one failed.
    failed: bool,
}

enum Done {
    Opened(Line, Result<()>),
    Answered(Lane, RequestId, Result<Bytes, Failure>),
    Polled(SessionId, Result<Bytes, Failure>),
    /// A poll of a session that has ended.
    Aborted,
}

impl Http {
    /// A transport for a connection with this configuration.
    #[must_use]
    pub fn new(config: Arc<Config>, tls: Tls) -> Self {
        Self {
            config,
            tls,
            line: None,
            exchanges: FuturesUnordered::new(),
            lanes: FxHashMap::default(),
            ready: VecDeque::new(),
            under_way: 0,
            polls: FxHashMap::default(),
            reading: true,
            events: VecDeque::new(),
        }
    }

    fn server(&self, line: Line) -> Option<Arc<Server>> {
        self.line.as_ref().filter(|(of, _)| *of == line).map(|(_, server)| Arc::clone(server))
    }

    /// Forgets all that belongs to the line.
    fn clear(&mut self) {
        self.line = None;
        self.exchanges = FuturesUnordered::new();
        self.lanes.clear();
        self.ready.clear();
        self.under_way = 0;
        self.polls.clear();
    }

    fn end(&mut self, line: Line, error: Error) {
        self.clear();
        self.events.push_back(TransportEvent::Closed(line, error));
    }

    fn start_requests(&mut self) {
        let Some((_, server)) = &self.line else { return };
        while self.under_way < MOST_AT_A_TIME {
            let Some(lane) = self.ready.pop_front() else { return };
            let Some((request, text)) = self.lanes.get_mut(&lane).and_then(VecDeque::pop_front) else {
                continue;
            };
            let server = Arc::clone(server);
            self.under_way += 1;
            self.exchanges.push(Box::pin(async move {
                let answer = server.post(text).await;
                Done::Answered(lane, request, answer)
            }));
        }
    }

    /// Polls for a session's events, unless a poll is under way or reading is held back.
    fn start_poll(&mut self, id: SessionId) {
        let (Some((_, server)), true) = (&self.line, self.reading) else { return };
        let Some(polling) = self.polls.get_mut(&id).filter(|polling| polling.abort.is_none()) else {
            return;
        };
        let (abort, registration) = AbortHandle::new_pair();
        polling.abort = Some(abort);
        let server = Arc::clone(server);
        let poll = Abortable::new(async move { server.poll(id).await }, registration);
        self.exchanges.push(Box::pin(async move {
            match poll.await {
                Ok(events) => Done::Polled(id, events),
                Err(_aborted) => Done::Aborted,
            }
        }));
    }

    fn on_done(&mut self, done: Done) {
        match (done, &self.line) {
            (Done::Opened(line, Ok(())), _) => self.events.push_back(TransportEvent::Opened(line)),
            (Done::Opened(line, Err(error)), _) => self.end(line, error),
            (Done::Answered(lane, request, answer), Some((line, _))) => {
                let event = match answer.and_then(as_answer) {
                    Ok(text) => TransportEvent::Response(*line, request, text),
                    Err(Failure::Unsent(error)) => TransportEvent::Refused(request, error),
                    Err(Failure::Lost(error) | Failure::Refused(error)) => {
                        TransportEvent::Failed(request, error)
                    }
                };
                self.events.push_back(event);
                self.under_way -= 1;
                match self.lanes.get(&lane).is_some_and(|lane| !lane.is_empty()) {
                    true => self.ready.push_back(lane),
                    false => drop(self.lanes.remove(&lane)),
                }
                self.start_requests();
            }
            (Done::Polled(id, polled), Some((line, _))) => self.on_polled(*line, id, polled),
            (Done::Aborted | Done::Answered(..) | Done::Polled(..), _) => {}
        }
    }

    fn on_polled(&mut self, line: Line, id: SessionId, polled: Result<Bytes, Failure>) {
        let Some(polling) = self.polls.get_mut(&id) else { return };
        polling.abort = None;
        match polled {
            Ok(body) => {
                polling.failed = false;
                self.tell_of(line, &body);
            }
            Err(Failure::Refused(error)) => {
                self.polls.remove(&id);
                return self.events.push_back(TransportEvent::SessionGone(line, id, error));
            }
            Err(Failure::Unsent(error) | Failure::Lost(error)) if polling.failed => {
                return self.end(line, Error::new(ErrorCode::ConnectionLost, error.message().to_owned()));
            }
            // What lies between may end a quiet exchange: try once more.
            Err(Failure::Unsent(_) | Failure::Lost(_)) => polling.failed = true,
        }
        self.start_poll(id);
    }

    /// A poll's answer: a list of messages.
    fn tell_of(&mut self, line: Line, body: &Bytes) {
        let Ok(messages) = serde_json::from_slice::<Vec<&RawValue>>(body) else {
            return self.events.push_back(TransportEvent::Garbage(line, Malformed::NotJson));
        };
        for message in messages {
            // It was read as JSON, which is UTF-8.
            if let Ok(text) = Utf8Bytes::try_from(body.slice_ref(message.get().as_bytes())) {
                self.events.push_back(TransportEvent::Message(line, text));
            }
        }
    }
}

fn as_answer(body: Bytes) -> Result<Utf8Bytes, Failure> {
    let text = match body.first() {
        Some(b'{') => Utf8Bytes::try_from(body).ok(),
        _ => None,
    };
    text.ok_or_else(|| {
        let text = "what came is no answer of Janus's; Janus gives up after 10 s, and a proxy may answer for it";
        Failure::Lost(Error::new(ErrorCode::AnswerLost, text))
    })
}

impl Outlet for Http {
    fn properties(&self) -> Properties {
        Properties {
            keeps_order: true,
            reports_close: false,
            loses_sessions: false,
            can_probe: false,
            claims: false,
            max_message: Some(self.config.max_message_size),
        }
    }

    fn open(&mut self, line: Line, address: &Address) -> Result<()> {
        let server = Arc::new(Server::new(address, &self.config, &self.tls)?);
        self.clear();
        self.reading = true;
        self.line = Some((line, Arc::clone(&server)));
        self.exchanges.push(Box::pin(async move { Done::Opened(line, server.greet().await) }));
        Ok(())
    }

    fn close(&mut self, line: Line) {
        if self.server(line).is_some() {
            self.end(line, Error::new(ErrorCode::ConnectionLost, "the connection was closed"));
        }
    }

    fn send(&mut self, line: Line, request: RequestId, transmit: Transmit) -> Result<()> {
        if self.server(line).is_none() {
            return Ok(()); // its end is being told
        }
        let text = request_text(&transmit, self.config.max_message_size)?;
        let lane = match (transmit.session, transmit.handle) {
            (Some(session), Some(handle)) => Lane::Handle(session, handle),
            (Some(session), None) => Lane::Session(session),
            (None, _) => Lane::Request(request),
        };
        match self.lanes.get_mut(&lane) {
            Some(waiting) => waiting.push_back((request, text)),
            None => {
                self.lanes.insert(lane, VecDeque::from([(request, text)]));
                self.ready.push_back(lane);
                self.start_requests();
            }
        }
        Ok(())
    }

    fn probe(&mut self, _: Line) {}

    fn read(&mut self, _: Line, on: bool) {
        self.reading = on;
        if on {
            let quiet: Vec<_> = self.polls.keys().copied().collect();
            quiet.into_iter().for_each(|id| self.start_poll(id));
        }
    }

    fn session_opened(&mut self, id: SessionId) {
        self.polls.entry(id).or_default();
        self.start_poll(id);
    }

    fn session_ended(&mut self, id: SessionId) {
        if let Some(abort) = self.polls.remove(&id).and_then(|polling| polling.abort) {
            abort.abort();
        }
    }
}

impl Transport for Http {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Poll::Ready(event);
            }
            match self.exchanges.poll_next_unpin(cx) {
                Poll::Ready(Some(done)) => self.on_done(done),
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}
