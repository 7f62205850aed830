//! The core of the HTTP transport beside a model: random actions of a driver and a server.

#![allow(dead_code, unreachable_pub, reason = "each target uses a part of this module")]

#[path = "../../src/transport/http_core.rs"]
mod core;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use bifrons::engine::RequestId;
use bifrons::error::{Error, ErrorCode};
use bifrons::id::{HandleId, SessionId};
use bifrons::time::Time;
use core::{Action, Exchange, Failure, FailureKind, HttpCore};

type QueueKey = (Option<u64>, Option<u64>, u64);

/// The state of the driver and the server.
#[derive(Default)]
struct Model {
    /// Requests without an outcome, by key, oldest first.
    queues: BTreeMap<QueueKey, VecDeque<u64>>,
    key_of: BTreeMap<u64, QueueKey>,
    in_flight: BTreeSet<u64>,
    posted: BTreeSet<u64>,
    /// The sessions, and whether a poll of each is pending.
    sessions: BTreeMap<u64, bool>,
    stopped: bool,
    closed: bool,
}

fn failure(byte: u8) -> Failure {
    let kinds = [FailureKind::Unsent, FailureKind::Lost, FailureKind::Refused, FailureKind::TimedOut];
    Failure::new(kinds[usize::from(byte % 4)], Error::new(ErrorCode::ResponseLost, "because"))
}

fn session(number: u64) -> SessionId {
    SessionId::new(number + 1).expect("above 0")
}

impl Model {
    fn end(&mut self, request: u64) {
        if let Some(key) = self.key_of.remove(&request) {
            let waiting = self.queues.get_mut(&key).expect("its queue");
            waiting.retain(|other| *other != request);
            if waiting.is_empty() {
                self.queues.remove(&key);
            }
        }
        self.in_flight.remove(&request);
    }

    /// Carries out the core's actions; `fails` is the request that has just failed, and whether it was sent.
    fn carry_out(&mut self, core: &mut HttpCore<u64>, mut fails: Option<(u64, bool)>) {
        while let Some(action) = core.poll_action() {
            match action {
                Action::Post { request, body } => {
                    let key = *self.key_of.get(&body).expect("a request that has ended is posted");
                    assert_eq!(request.get(), body);
                    assert_eq!(
                        self.queues[&key].front(),
                        Some(&body),
                        "requests with one key keep their order"
                    );
                    assert!(self.posted.insert(body), "{body} is posted twice");
                    assert!(self.in_flight.insert(body));
                    assert!(self.in_flight.len() <= 64, "{} are in flight", self.in_flight.len());
                }
                Action::Abort(Exchange::Post(request)) => {
                    assert!(
                        self.posted.contains(&request.get()),
                        "a request that was never posted is aborted"
                    );
                    assert!(!self.key_of.contains_key(&request.get()), "a pending request is aborted");
                }
                Action::Abort(Exchange::Poll(id)) => {
                    let number = id.get() - 1;
                    assert!(!self.sessions.contains_key(&number), "the poll of a live session is aborted");
                }
                Action::Poll { session, after } => {
                    assert!(!self.stopped && after <= Duration::from_secs(1));
                    let open = self.sessions.get_mut(&(session.get() - 1)).expect("a live session");
                    assert!(!std::mem::replace(open, true), "a session has two polls");
                }
                Action::Fail { request, sent, .. } => {
                    assert_eq!(
                        fails.take(),
                        Some((request.get(), sent)),
                        "the failure is reported once, with the right `sent`"
                    );
                }
                Action::SessionGone { session, .. } => {
                    assert!(self.sessions.remove(&(session.get() - 1)).is_some());
                }
                Action::Close { .. } => self.closed = true,
            }
        }
        assert_eq!(fails, None, "the failure is not reported");
        if self.in_flight.len() < 64 && !self.closed {
            let idle = self.queues.values().find(|waiting| !self.in_flight.contains(&waiting[0]));
            assert_eq!(idle, None, "a key with requests is idle");
        }
        let polled = self.sessions.values().all(|open| *open);
        assert!(polled || self.stopped || self.closed, "a session is not polled");
    }
}

/// Runs steps of three bytes: the action, its request or session, and a parameter.
pub fn http_core(steps: &[[u8; 3]]) {
    let mut core = HttpCore::new();
    let mut model = Model::default();
    let mut now = Time::ZERO;
    let mut count = 0;
    for [what, which, how] in steps {
        let number = u64::from(*which);
        // Mostly one of the latest requests; sometimes an unknown one.
        let request = RequestId::from_number((count + 3_u64).saturating_sub(number % 80));
        let mut fails = None;
        match what % 12 {
            0..=3 => {
                let on = (how % 4 > 0).then(|| u64::from(how % 3));
                let handle = on.filter(|_| how % 8 > 3).map(|_| number % 5);
                let key = (on, handle, if on.is_none() { count } else { 0 });
                model.queues.entry(key).or_default().push_back(count);
                model.key_of.insert(count, key);
                let handle = handle.and_then(|handle| HandleId::new(handle + 1));
                core.send(now, RequestId::from_number(count), on.map(session), handle, count);
                count += 1;
            }
            4 => {
                model.end(request.get());
                core.cancel(now, request);
            }
            5..=6 => {
                let waited = model.in_flight.contains(&request.get());
                if waited {
                    model.end(request.get());
                }
                let failed = failure(*how);
                let result = if how % 3 == 0 { Err(failed.clone()) } else { Ok(()) };
                let sent = failed.kind != FailureKind::Unsent;
                fails = (waited && result.is_err()).then_some((request.get(), sent));
                assert_eq!(core.on_post(now, request, result), waited);
            }
            7 => {
                model.sessions.entry(number % 4).or_insert(false);
                core.begin_session(now, session(number % 4));
            }
            8 => {
                model.sessions.remove(&(number % 4));
                core.end_session(session(number % 4));
            }
            9 => {
                let open = model.sessions.get_mut(&(number % 4));
                let waited = open.is_some_and(|open| std::mem::replace(open, false));
                let result = if how % 2 == 0 { Ok(how % 4 == 0) } else { Err(failure(how / 2)) };
                assert_eq!(core.on_poll(now, session(number % 4), result), waited);
            }
            10 => {
                model.stopped = how % 2 == 0;
                core.read(now, !model.stopped);
            }
            _ => now = now + Duration::from_millis(u64::from(*how) * 40),
        }
        model.carry_out(&mut core, fails);
        if model.closed {
            // A driver drops the core with its transport connection.
            return;
        }
    }
    // Everything left ends, and the core keeps no memory.
    core.read(now, false);
    model.stopped = true;
    (0..count).rev().for_each(|number| {
        model.end(number);
        core.cancel(now, RequestId::from_number(number));
    });
    (0..4).for_each(|number| {
        model.sessions.remove(&number);
        core.end_session(session(number));
    });
    model.carry_out(&mut core, None);
    let left = format!("{core:?}");
    for empty in ["queues: {}", "requests: {}", "under_way: 0", "ready: []", "polls: {}", "actions: []"] {
        assert!(model.closed || left.contains(empty), "something is left: {left}");
    }
}
