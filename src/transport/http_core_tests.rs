//! What a stalling, hostile or merely quiet server does to the requests and polls of a connection.

use super::*;

struct World {
    core: HttpCore<u32>,
    now: Time,
}

fn id(number: u64) -> RequestId {
    RequestId::from_number(number)
}

fn session(number: u64) -> SessionId {
    SessionId::new(number).expect("a session has a number above 0")
}

fn failure(kind: FailureKind) -> Failure {
    Failure::new(kind, error())
}

fn error() -> Error {
    Error::new(ErrorCode::ResponseLost, "because")
}

impl World {
    fn new() -> Self {
        Self { core: HttpCore::new(), now: Time::ZERO }
    }

    /// Requests of one handle.
    fn send(&mut self, handle: u64, numbers: std::ops::Range<u64>) {
        for number in numbers {
            let handle = HandleId::new(handle);
            self.core.send(self.now, id(number), Some(session(1)), handle, number as u32);
        }
    }

    fn pass(&mut self, milliseconds: u64) {
        self.now = self.now + Duration::from_millis(milliseconds);
    }

    fn actions(&mut self) -> Vec<Action<u32>> {
        std::iter::from_fn(|| self.core.poll_action()).collect()
    }

    fn posted(&mut self) -> Vec<u32> {
        let body = |action| match action {
            Action::Post { body, .. } => body,
            other => panic!("{other:?}"),
        };
        self.actions().into_iter().map(body).collect()
    }

    fn polled(&mut self, result: Result<bool, Failure>) -> Vec<Action<u32>> {
        assert!(self.core.on_poll(self.now, session(1), result));
        self.actions()
    }
}

const AT_ONCE: Action<u32> = Action::Poll { session: SESSION, after: Duration::ZERO };
const SESSION: SessionId = match SessionId::new(1) {
    Some(id) => id,
    None => panic!("1 is an id"),
};

#[test]
fn requests_of_a_handle_leave_one_by_one_and_those_of_others_beside_them() {
    let mut world = World::new();
    world.send(5, 1..4);
    world.send(6, 4..6);
    assert_eq!(world.posted(), [1, 4]);
    assert!(world.core.on_post(world.now, id(1), Ok(())));
    assert_eq!(world.posted(), [2]);
    assert!(world.core.on_post(world.now, id(4), Err(failure(FailureKind::Lost))));
    let failed = Action::Fail { request: id(4), sent: true, error: error() };
    assert_eq!(world.actions(), [failed, Action::Post { request: id(5), body: 5 }]);
    assert!(world.core.on_post(world.now, id(2), Err(failure(FailureKind::Unsent))));
    assert_eq!(world.actions()[0], Action::Fail { request: id(2), sent: false, error: error() });
}

#[test]
fn no_more_than_64_are_under_way() {
    let mut world = World::new();
    (0..70).for_each(|number| world.core.send(world.now, id(number), None, None, number as u32));
    assert_eq!(world.posted().len(), 64);
    assert!(world.core.on_post(world.now, id(0), Ok(())));
    assert_eq!(world.posted(), [64]);
}

#[test]
fn a_request_that_ended_is_never_sent() {
    let mut world = World::new();
    world.send(5, 1..4);
    assert_eq!(world.posted(), [1]);
    world.core.cancel(world.now, id(2));
    assert_eq!(world.actions(), []);
    assert!(world.core.on_post(world.now, id(1), Ok(())));
    assert_eq!(world.posted(), [3]);
    assert_eq!(world.core.requests.len(), 1);
}

#[test]
fn a_request_that_ended_is_aborted_and_the_next_one_leaves() {
    let mut world = World::new();
    world.send(5, 1..3);
    world.actions();
    world.core.cancel(world.now, id(1));
    let abort = Action::Abort(Exchange::Post(id(1)));
    assert_eq!(world.actions(), [abort, Action::Post { request: id(2), body: 2 }]);
    assert!(!world.core.on_post(world.now, id(1), Ok(())), "the request has ended");
    world.core.cancel(world.now, id(1));
    assert_eq!(world.actions(), []);
}

#[test]
fn a_request_that_ends_before_its_turn_is_carried_out_is_not_sent() {
    let mut world = World::new();
    world.send(5, 1..4);
    assert_eq!(world.posted(), [1]);
    // The response ends the handle, and so the request whose turn it is.
    assert!(world.core.on_post(world.now, id(1), Ok(())));
    world.core.cancel(world.now, id(2));
    world.core.cancel(world.now, id(3));
    assert_eq!(world.actions(), []);
    world.send(5, 4..5);
    assert_eq!(world.posted(), [4]);
}

#[test]
fn memory_goes_back() {
    let mut world = World::new();
    world.send(5, 0..40_000);
    (0..40_000).for_each(|number| world.core.cancel(world.now, id(number)));
    let HttpCore { queues, requests, ready, under_way, .. } = &world.core;
    assert_eq!((queues.len(), requests.len(), ready.len(), *under_way), (0, 0, 0, 0));
}

#[test]
fn a_server_that_answers_nothing_loses_the_connection() {
    let mut world = World::new();
    for number in 0..8 {
        world.send(number + 10, number..number + 1);
        assert!(!world.actions().iter().any(|action| matches!(action, Action::Close { .. })));
        world.pass(5_000);
        world.core.cancel(world.now, id(number));
    }
    assert!(matches!(world.actions().last(), Some(Action::Close { .. })));

    // A response in between shows that it is there; so does a request that was given up soon.
    let mut world = World::new();
    for number in 0..30 {
        world.send(number + 10, number..number + 1);
        assert!(!world.actions().iter().any(|action| matches!(action, Action::Close { .. })));
        world.pass(if number % 5 == 0 { 4_999 } else { 5_000 });
        match number % 7 {
            0 => assert!(world.core.on_post(world.now, id(number), Ok(()))),
            1 => assert!(world.core.on_post(world.now, id(number), Err(failure(FailureKind::TimedOut)))),
            _ => world.core.cancel(world.now, id(number)),
        }
    }
    assert!(!world.actions().iter().any(|action| matches!(action, Action::Close { .. })));
}

#[test]
fn a_poll_that_a_proxy_ends_after_a_while_is_no_failure() {
    let mut world = World::new();
    world.core.begin_session(world.now, SESSION);
    assert_eq!(world.actions(), [AT_ONCE]);
    for kind in [FailureKind::Lost, FailureKind::Lost, FailureKind::TimedOut, FailureKind::Lost] {
        world.pass(30_000);
        assert_eq!(world.polled(Err(failure(kind))), [AT_ONCE]);
    }
}

#[test]
fn polls_that_fail_twice_at_once_end_the_connection() {
    for kind in [FailureKind::Lost, FailureKind::Unsent] {
        let mut world = World::new();
        world.core.begin_session(world.now, SESSION);
        world.actions();
        world.pass(900);
        assert_eq!(world.polled(Err(failure(kind))), [AT_ONCE]);
        world.pass(10);
        assert_eq!(world.polled(Err(failure(kind)))[0], Action::Close { error: error() });
    }
}

#[test]
fn a_poll_that_works_forgives_the_one_before() {
    let mut world = World::new();
    world.core.begin_session(world.now, SESSION);
    world.actions();
    for _ in 0..3 {
        assert_eq!(world.polled(Err(failure(FailureKind::Lost))), [AT_ONCE]);
        assert_eq!(world.polled(Ok(true)), [AT_ONCE]);
    }
}

#[test]
fn polls_that_bring_nothing_at_once_pause() {
    let mut world = World::new();
    world.core.begin_session(world.now, SESSION);
    world.actions();
    let mut pauses = Vec::new();
    for _ in 0..6 {
        match world.polled(Ok(false)).as_slice() {
            [Action::Poll { after, .. }] => {
                pauses.push(after.as_millis());
                // The pause is no part of the poll.
                world.pass(after.as_millis() as u64);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(pauses, [100, 200, 400, 800, 1_000, 1_000]);
    assert_eq!(world.polled(Ok(true)), [AT_ONCE], "an event ends that");
    world.pass(30_000);
    assert_eq!(world.polled(Ok(false)), [AT_ONCE], "a quiet poll takes its time");
}

#[test]
fn a_session_that_janus_refuses_or_that_ended_is_not_polled_any_more() {
    let mut world = World::new();
    world.core.begin_session(world.now, SESSION);
    world.actions();
    let gone = Action::SessionGone { session: SESSION, error: error() };
    assert_eq!(world.polled(Err(failure(FailureKind::Refused))), [gone]);
    assert!(!world.core.on_poll(world.now, SESSION, Ok(true)));

    world.core.begin_session(world.now, SESSION);
    world.actions();
    world.core.end_session(SESSION);
    assert_eq!(world.actions(), [Action::Abort(Exchange::Poll(SESSION))]);
    assert!(!world.core.on_poll(world.now, SESSION, Ok(true)));
}

#[test]
fn while_reading_has_stopped_no_poll_begins() {
    let mut world = World::new();
    world.core.read(world.now, false);
    world.core.begin_session(world.now, SESSION);
    assert_eq!(world.actions(), []);
    world.core.read(world.now, true);
    assert_eq!(world.actions(), [AT_ONCE]);
    world.core.read(world.now, true);
    assert_eq!(world.actions(), [], "one at a time");
}
