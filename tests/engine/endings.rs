//! `destroy` and `detach`: whichever response arrives first, a teardown that took effect succeeds.

use bifrons::EndReason;
use bifrons::engine::{HandleKey, RequestId, SessionKey};
use bifrons::error::{ErrorCode, Fault};
use bifrons::wire::AttachOptions;
use bifrons::{Config, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, lost, recovering};

/// A session with a handle, a pending request of the handle, and a teardown that was sent.
struct Teardown {
    world: World,
    session: SessionKey,
    id: SessionId,
    handle: HandleKey,
    handle_id: u64,
    /// The other request of the handle, and its text.
    other: (RequestId, Value),
    teardown: (RequestId, Value),
}

fn teardown(end: fn(&mut Teardown) -> RequestId) -> Teardown {
    teardown_with(super::support::config(), end)
}

fn teardown_with(config: Config, end: fn(&mut Teardown) -> RequestId) -> Teardown {
    let mut world = World::connected_with(config, 60, 20);
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let request = world.command(|engine, now| engine.hangup(now, handle));
    let other = (request, world.sent());
    let teardown = (request, Value::Null);
    let mut case = Teardown { world, session, id, handle, handle_id, other, teardown };
    let request = end(&mut case);
    case.teardown = (request, case.world.sent());
    case.world.happened();
    case
}

fn destroy(case: &mut Teardown) -> RequestId {
    let session = case.session;
    case.world.command(|engine, now| engine.destroy(now, session))
}

fn detach(case: &mut Teardown) -> RequestId {
    let handle = case.handle;
    case.world.command(|engine, now| engine.detach(now, handle))
}

impl Teardown {
    /// The teardown has succeeded once, and its own response is no protocol violation.
    #[track_caller]
    fn assert_succeeded(mut self) {
        self.world.reply(self.teardown.0).expect("the teardown succeeded");
        self.world.succeed(&self.teardown.1, json!({}));
        let stats = self.world.engine.stats();
        assert_eq!((stats.late, stats.protocol_violations), (0, 0));
    }
}

#[test]
fn another_request_may_fail_first_because_the_session_is_destroyed() {
    let mut case = teardown(destroy);
    case.world.refuse(&case.other.1, 458);
    assert_eq!(case.world.error(case.other.0).janus_code(), Some(458));
    assert_eq!(
        case.world.done(),
        [Happened::UnreadEnd(case.handle), Happened::SessionEnded(case.id.get(), EndReason::Destroyed),]
    );
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Destroyed)]);
    case.assert_succeeded();
}

#[test]
fn another_request_may_fail_first_because_the_handle_is_detached() {
    let mut case = teardown(detach);
    case.world.refuse(&case.other.1, 459);
    assert_eq!(case.world.error(case.other.0).janus_code(), Some(459));
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Detached)]);
    case.assert_succeeded();
}

#[test]
fn a_handle_that_ended_with_its_destroyed_session_is_detached() {
    let mut case = teardown(detach);
    let destroy = case.world.command(|engine, now| engine.destroy(now, case.session));
    let sent = case.world.sent();
    case.world.refuse(&case.teardown.1, 459);
    case.world.reply(case.teardown.0).expect("the detach succeeded");
    case.world.succeed(&sent, json!({}));
    case.world.reply(destroy).expect("the destroy succeeded");
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Detached)]);
}

#[test]
fn a_pending_detach_succeeds_with_the_end_of_its_session() {
    let mut case = teardown(detach);
    let destroy = case.world.command(|engine, now| engine.destroy(now, case.session));
    let sent = case.world.sent();
    case.world.succeed(&sent, json!({}));
    case.world.reply(destroy).unwrap();
    case.world.reply(case.teardown.0).expect("the handle has ended, too");
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Detached)]);
}

#[test]
fn a_teardown_of_an_unknown_session_or_handle_succeeds() {
    let mut case = teardown(destroy);
    let sent = case.teardown.1.clone();
    case.world.refuse(&sent, 458);
    case.world.reply(case.teardown.0).expect("the session has ended");
    assert!(case.world.done().contains(&Happened::SessionEnded(case.id.get(), EndReason::Destroyed)));

    let mut case = teardown(detach);
    let sent = case.teardown.1.clone();
    case.world.refuse(&sent, 459);
    case.world.reply(case.teardown.0).expect("the handle has ended");
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Detached)]);
    assert_eq!(case.world.engine.session_id(case.session), Some(case.id), "the session stays");
}

#[test]
fn a_detach_refused_for_an_unknown_session_ends_the_session() {
    let mut case = teardown(detach);
    let sent = case.teardown.1.clone();
    case.world.refuse(&sent, 458);
    case.world.reply(case.teardown.0).expect("the handle has ended");
    case.world.assert_fails(case.other.0, ErrorCode::HandleDetached);
    assert!(case.world.done().contains(&Happened::SessionEnded(case.id.get(), EndReason::NotFound)));
}

#[test]
fn a_session_that_expires_during_its_destroy_counts_as_destroyed() {
    let mut case = teardown(destroy);
    case.world.receive(json!({ "janus": "timeout", "session_id": case.id.get() }));
    assert!(case.world.done().contains(&Happened::SessionEnded(case.id.get(), EndReason::Destroyed)));
    case.assert_succeeded();
}

#[test]
fn a_poll_may_end_before_the_response_to_destroy() {
    let mut case = teardown(destroy);
    let transport = case.world.transport.unwrap();
    case.world.command(|engine, now| engine.handle_session_gone(now, transport, case.id, lost()));
    assert_eq!(case.world.happened().len(), 2, "no warning: the end of the handle and of the session");
    case.assert_succeeded();
}

#[test]
fn a_detach_may_fail_first_because_the_session_is_destroyed() {
    let mut case = teardown(destroy);
    let detach = case.world.command(|engine, now| engine.detach(now, case.handle));
    let sent = case.world.sent();
    case.world.refuse(&sent, 458);
    case.world.reply(detach).expect("the handle ended with its session");
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Detached)]);
    case.assert_succeeded();
}

#[test]
fn a_session_with_a_pending_teardown_is_not_rebuilt() {
    let mut config = recovering();
    config.recovery = config.recovery.map(|recovery| bifrons::Recovery { rebuild: true, ..recovery });
    let mut case = teardown_with(config.clone(), destroy);
    case.world.refuse(&case.other.1, 458);
    case.world.assert_nothing_sent();
    case.assert_succeeded();

    // Nor is a handle with a pending teardown in a session that is rebuilt.
    let mut case = teardown_with(config, detach);
    case.world.refuse(&case.other.1, 458);
    case.world.reply(case.teardown.0).expect("the handle has ended");
    assert_eq!(case.world.read(case.handle), [HandleEvent::Ended(EndReason::Detached)]);
    let create = case.world.sent();
    case.world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    case.world.assert_nothing_sent();
}

#[test]
fn a_teardown_whose_response_is_lost_in_an_outage_succeeds_with_the_refused_claim() {
    let mut case = teardown_with(recovering(), destroy);
    case.world.transport_closes(lost());
    let claim = case.world.reconnect_to_claim();
    case.world.refuse(&claim, 458);
    case.world.reply(case.teardown.0).expect("the session has ended");
    assert!(case.world.done().contains(&Happened::SessionEnded(case.id.get(), EndReason::Destroyed)));
}

#[test]
fn a_teardown_fails_with_a_lost_connection_or_a_silent_server() {
    let mut case = teardown(destroy);
    case.world.transport_closes(lost());
    case.world.assert_fails(case.teardown.0, ErrorCode::ResponseLost);
}

#[test]
fn a_graceful_close_waits_for_pending_teardowns() {
    for end in [destroy, detach] {
        let mut case = teardown(end);
        case.world.command(|engine, now| engine.close(now, true));
        case.world.assert_pending(case.teardown.0);
        let destroys = case.world.all_sent();
        assert_eq!(destroys.len(), usize::from(case.teardown.1["janus"] == "detach"), "no second destroy");
        for sent in destroys {
            case.world.succeed(&sent, json!({}));
        }
        let sent = case.teardown.1.clone();
        case.world.refuse(&sent, 458);
        case.world.reply(case.teardown.0).expect("the teardown succeeded");
        assert_eq!(case.world.happened().last(), Some(&Happened::Close));
    }
}

#[test]
fn a_teardown_without_a_response_does_not_delay_a_graceful_close() {
    let mut case = teardown(destroy);
    case.world.command(|engine, now| engine.close(now, true));
    case.world.pass_seconds(2);
    case.world.assert_fails(case.teardown.0, ErrorCode::ConnectionClosed);
    case.world.read(case.handle);
    case.world.assert_empty();
}

#[test]
fn the_response_to_detach_may_arrive_before_detached() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let detach = world.command(|engine, now| engine.detach(now, handle));
    let sent = world.sent();
    world.succeed(&sent, json!({}));
    world.reply(detach).unwrap();
    world.receive(event("detached", id, handle_id, json!({})));
    assert_eq!(world.happened(), [Happened::UnreadEnd(handle)]);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::Detached)]);
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (0, 0));
}

#[test]
fn the_response_to_detach_may_arrive_after_detached() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let detach = world.command(|engine, now| engine.detach(now, handle));
    let sent = world.sent();
    world.receive(event("detached", id, handle_id, json!({})));
    world.reply(detach).unwrap();
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::Detached)]);
    world.succeed(&sent, json!({}));
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (0, 0));
}

#[test]
fn a_second_teardown_succeeds_with_the_first() {
    for confirmed_by_event in [false, true] {
        let mut case = teardown(detach);
        let second = case.world.command(|engine, now| engine.detach(now, case.handle));
        match confirmed_by_event {
            true => case.world.receive(event("detached", case.id, case.handle_id, json!({}))),
            false => {
                let sent = case.teardown.1.clone();
                case.world.succeed(&sent, json!({}));
            }
        }
        case.world.reply(case.teardown.0).unwrap();
        case.world.reply(second).unwrap();
    }
}

#[test]
fn a_request_to_an_ended_handle_fails_with_the_reason_and_the_responsible_side() {
    let cases: [(fn(&mut Teardown), _, _); 3] = [
        (
            |case| case.world.receive(json!({ "janus": "timeout", "session_id": case.id.get() })),
            Fault::Network,
            "expired",
        ),
        (
            |case| case.world.receive(event("detached", case.id, case.handle_id, json!({}))),
            Fault::Server,
            "administrator",
        ),
        (
            |case| {
                let request = detach(case);
                let sent = case.world.all_sent().pop().unwrap();
                case.world.succeed(&sent, json!({}));
                case.world.reply(request).unwrap();
            },
            Fault::Caller,
            "detached the handle",
        ),
    ];
    for (end, fault, text) in cases {
        let mut case = teardown(|case| {
            let (session, options) = (case.session, AttachOptions::default());
            case.world.command(|engine, now| engine.attach(now, session, options))
        });
        end(&mut case);
        let later = case.world.command(|engine, now| engine.hangup(now, case.handle));
        for request in [case.other.0, later] {
            let error = case.world.error(request);
            assert_eq!((error.code(), error.fault()), (ErrorCode::HandleDetached, fault));
            assert!(error.to_string().contains(text), "{error}");
        }
    }
}
