//! HTTP as Janus has it, without I/O and the same for each platform: which request is sent when, which sessions
//! are polled, and what the end of an exchange means.
//!
//! Requests of one handle, or of one session, keep their order: one of them is under way at a time. Requests of
//! different handles go beside each other. Each session has one long poll for its events.

use std::collections::VecDeque;
use std::time::Duration;

use rustc_hash::FxHashMap;

use crate::engine::RequestId;
use crate::error::{Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::time::Time;

/// The longest time that a request may wait for its response; Janus itself gives up after 10 s.
pub(super) const POST_LIMIT: Duration = Duration::from_secs(20);
/// The maximum duration of a poll; Janus ends each within 30 s.
pub(super) const POLL_LIMIT: Duration = Duration::from_secs(45);
/// The number of events that a poll may bring.
pub(super) const MOST_EVENTS: &str = "100";

/// Requests under way at a time; Janus takes about a thousand connections in all.
const MOST_UNDER_WAY: usize = 64;
/// A request without a response for this long counts as one without a response, even if it was cancelled.
const UNANSWERED_AFTER: Duration = Duration::from_secs(5);
/// After so many unanswered requests, and no response between them, the server counts as gone.
const MOST_UNANSWERED: usize = 8;
/// A poll that ends sooner than this either brought events, or something is wrong.
const SOONEST_POLL: Duration = Duration::from_secs(1);
const SHORTEST_PAUSE: Duration = Duration::from_millis(100);

/// What a request names: requests with the same key keep their order, and one without a session is alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum QueueKey {
    Request(RequestId),
    Session(SessionId),
    Handle(SessionId, HandleId),
}

/// One request and its response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Exchange {
    Post(RequestId),
    Poll(SessionId),
}

/// What the platform is to do, in this order.
#[derive(Debug, PartialEq)]
pub(super) enum Action<B> {
    /// Send this request, and report that it is sent.
    Post { request: RequestId, body: B },
    /// Ask for a session's events, after a pause.
    Poll { session: SessionId, after: Duration },
    /// Abort an exchange; its end has no effect.
    Abort(Exchange),
    /// Report that a request failed, perhaps after it was sent.
    Fail { request: RequestId, sent: bool, error: Error },
    /// Report that a session can no longer be polled.
    SessionGone { session: SessionId, error: Error },
    /// End the transport connection.
    Close { error: Error },
}

impl<B> Action<B> {
    fn posts(&self, wanted: RequestId) -> bool {
        matches!(self, Self::Post { request, .. } if *request == wanted)
    }
}

/// Why an exchange brought nothing usable.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failure {
    pub(super) kind: FailureKind,
    pub(super) error: Error,
}

impl Failure {
    pub(super) const fn new(kind: FailureKind, error: Error) -> Self {
        Self { kind, error }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FailureKind {
    /// The request did not reach the server.
    Unsent,
    /// The connection was lost, or the response was not from Janus.
    Lost,
    /// Janus refuses this poll: 403 or 404.
    Refused,
    /// No response came in time.
    TimedOut,
}

/// A session's poll.
#[derive(Debug, Default)]
struct Polling {
    /// Since when it is open.
    open: Option<Time>,
    /// The one before failed at once.
    failed: bool,
    /// How many ended at once without an event.
    idle: u32,
}

/// The requests and polls of one transport connection; `B` is a request's text.
#[derive(Debug)]
pub(super) struct HttpCore<B> {
    /// The requests that wait, by key; an empty one stands for a request that is under way.
    queues: FxHashMap<QueueKey, VecDeque<(RequestId, B)>>,
    /// The queue of each request, and since when it is under way; without that it waits.
    requests: FxHashMap<RequestId, (QueueKey, Option<Time>)>,
    under_way: usize,
    /// Queues whose next request may be sent.
    ready: VecDeque<QueueKey>,
    polls: FxHashMap<SessionId, Polling>,
    stopped: bool,
    unanswered: usize,
    actions: VecDeque<Action<B>>,
}

impl<B> HttpCore<B> {
    pub(super) fn new() -> Self {
        Self {
            queues: FxHashMap::default(),
            requests: FxHashMap::default(),
            under_way: 0,
            ready: VecDeque::new(),
            polls: FxHashMap::default(),
            stopped: false,
            unanswered: 0,
            actions: VecDeque::new(),
        }
    }

    /// The next thing to do. What the engine does with a response may end requests: a driver carries actions out after that.
    pub(super) fn poll_action(&mut self) -> Option<Action<B>> {
        self.actions.pop_front()
    }

    /// Takes a request, which leaves when those before it are done.
    pub(super) fn send(
        &mut self,
        now: Time,
        request: RequestId,
        session: Option<SessionId>,
        handle: Option<HandleId>,
        body: B,
    ) {
        let key = match (session, handle) {
            (Some(session), Some(handle)) => QueueKey::Handle(session, handle),
            (Some(session), None) => QueueKey::Session(session),
            (None, _) => QueueKey::Request(request),
        };
        self.requests.insert(request, (key, None));
        match self.queues.get_mut(&key) {
            Some(waiting) => waiting.push_back((request, body)),
            None => {
                self.queues.insert(key, VecDeque::from([(request, body)]));
                self.ready.push_back(key);
            }
        }
        self.start_posts(now);
    }

    /// A request has ended: it leaves the queue, or its response is no longer awaited.
    pub(super) fn cancel(&mut self, now: Time, request: RequestId) {
        let Some((key, since)) = self.requests.remove(&request) else { return };
        if let Some(since) = since {
            match self.actions.iter().position(|action| action.posts(request)) {
                Some(place) => drop(self.actions.remove(place)),
                None => {
                    self.actions.push_back(Action::Abort(Exchange::Post(request)));
                    self.unanswered += usize::from(now.since(since) >= UNANSWERED_AFTER);
                }
            }
            return self.go_on(now, key);
        }
        if let Some(waiting) = self.queues.get_mut(&key) {
            // Requests nearly always end in the order in which they came.
            if let Some(place) = waiting.iter().position(|(id, _)| *id == request) {
                waiting.remove(place);
            }
        }
    }

    /// A request had its response, or failed; false if it was given up before.
    pub(super) fn on_post(&mut self, now: Time, request: RequestId, result: Result<(), Failure>) -> bool {
        let Some((key, Some(_))) = self.requests.get(&request).copied() else { return false };
        self.requests.remove(&request);
        match result {
            Ok(()) => self.unanswered = 0,
            Err(Failure { kind, error }) => {
                self.unanswered += usize::from(kind == FailureKind::TimedOut);
                let sent = kind != FailureKind::Unsent;
                self.actions.push_back(Action::Fail { request, sent, error });
            }
        }
        self.go_on(now, key);
        true
    }

    /// Polls for a session's events from now on.
    pub(super) fn begin_session(&mut self, now: Time, session: SessionId) {
        self.polls.entry(session).or_default();
        self.start_poll(now, session, Duration::ZERO);
    }

    pub(super) fn end_session(&mut self, session: SessionId) {
        if self.polls.remove(&session).is_some_and(|polling| polling.open.is_some()) {
            self.actions.push_back(Action::Abort(Exchange::Poll(session)));
        }
    }

    /// Begins no more polls for now, or begins them again.
    pub(super) fn read(&mut self, now: Time, on: bool) {
        self.stopped = !on;
        let sessions: Vec<_> = self.polls.keys().copied().collect();
        sessions.into_iter().for_each(|session| self.start_poll(now, session, Duration::ZERO));
    }

    /// A poll has ended; `Ok` is whether it returned an event. Returns false if the poll was aborted before.
    pub(super) fn on_poll(&mut self, now: Time, session: SessionId, result: Result<bool, Failure>) -> bool {
        let Some(polling) = self.polls.get_mut(&session) else { return false };
        let Some(since) = polling.open.take() else { return false };
        let at_once = now.since(since) < SOONEST_POLL;
        let mut after = Duration::ZERO;
        match result {
            Ok(brought_events) => {
                polling.failed = false;
                polling.idle = if at_once && !brought_events { polling.idle + 1 } else { 0 };
                if polling.idle > 0 {
                    after = SOONEST_POLL.min(SHORTEST_PAUSE * (1 << (polling.idle - 1).min(8)));
                }
            }
            Err(Failure { kind: FailureKind::Refused, error }) => {
                self.polls.remove(&session);
                self.actions.push_back(Action::SessionGone { session, error });
            }
            // Proxies end an exchange that is quiet for long, which does not mean that Janus is lost.
            Err(Failure { kind, .. }) if !at_once && kind != FailureKind::Unsent => polling.failed = false,
            Err(Failure { error, .. }) if polling.failed => self.actions.push_back(Action::Close { error }),
            Err(_) => polling.failed = true,
        }
        self.start_poll(now, session, after);
        true
    }

    /// The next request of a queue may leave.
    fn go_on(&mut self, now: Time, key: QueueKey) {
        self.under_way -= 1;
        match self.queues.get(&key).is_some_and(|waiting| !waiting.is_empty()) {
            true => self.ready.push_back(key),
            false => drop(self.queues.remove(&key)),
        }
        if self.unanswered >= MOST_UNANSWERED {
            let text = format!("the server has responded to none of the last {MOST_UNANSWERED} requests");
            let error = Error::new(ErrorCode::ConnectionLost, text);
            return self.actions.push_back(Action::Close { error });
        }
        self.start_posts(now);
    }

    fn start_posts(&mut self, now: Time) {
        while self.under_way < MOST_UNDER_WAY {
            let Some(key) = self.ready.pop_front() else { return };
            match self.queues.get_mut(&key).and_then(VecDeque::pop_front) {
                Some((request, body)) => {
                    self.requests.insert(request, (key, Some(now)));
                    self.under_way += 1;
                    self.actions.push_back(Action::Post { request, body });
                }
                None => drop(self.queues.remove(&key)),
            }
        }
    }

    fn start_poll(&mut self, now: Time, session: SessionId, after: Duration) {
        if self.stopped {
            return;
        }
        if let Some(polling) = self.polls.get_mut(&session).filter(|polling| polling.open.is_none()) {
            polling.open = Some(now + after);
            self.actions.push_back(Action::Poll { session, after });
        }
    }
}

#[cfg(test)]
#[path = "http_core_tests.rs"]
mod tests;
