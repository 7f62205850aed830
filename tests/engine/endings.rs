//! `destroy` and `detach`: whatever Janus answers first, an ending that worked is fulfilled.

use bifrons::EndReason;
use bifrons::engine::{HandleKey, RequestId, SessionKey};
use bifrons::error::{ErrorCode, Fault};
use bifrons::wire::AttachOptions;
use bifrons::{Config, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, event, lost, recovering};

/// A session with a handle; both have requests open, and an ending is sent.
struct Ending {
    world: World,
    session: SessionKey,
    id: SessionId,
    handle: HandleKey,
    handle_id: u64,
    /// The other request of the handle, and what was sent.
    other: (RequestId, Value),
    ending: (RequestId, Value),
}

fn ending(end: fn(&mut Ending) -> RequestId) -> Ending {
    ending_with(super::support::config(), end)
}

fn ending_with(config: Config, end: fn(&mut Ending) -> RequestId) -> Ending {
    let mut world = World::connected_with(config, 60, 20);
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let request = world.tell(|engine, now| engine.hangup(now, handle));
    let other = (request, world.sent());
    let ending = (request, Value::Null);
    let mut it = Ending { world, session, id, handle, handle_id, other, ending };
    let request = end(&mut it);
    it.ending = (request, it.world.sent());
    it.world.happened();
    it
}

fn destroy(it: &mut Ending) -> RequestId {
    let session = it.session;
    it.world.tell(|engine, now| engine.destroy(now, session))
}

fn detach(it: &mut Ending) -> RequestId {
    let handle = it.handle;
    it.world.tell(|engine, now| engine.detach(now, handle))
}

impl Ending {
    /// The ending has succeeded, once, and its own response is no surprise.
    #[track_caller]
    fn assert_fulfilled(mut self) {
        self.world.reply(self.ending.0).expect("the ending worked");
        self.world.succeed(&self.ending.1, json!({}));
        let stats = self.world.engine.stats();
        assert_eq!((stats.late, stats.protocol_violations), (0, 0));
    }
}

#[test]
fn another_request_may_learn_first_that_the_session_is_destroyed() {
    let mut it = ending(destroy);
    it.world.refuse(&it.other.1, 458);
    assert_eq!(it.world.error(it.other.0).janus_code(), Some(458));
    assert_eq!(
        it.world.done(),
        [Happened::UnreadEnd(it.handle), Happened::SessionEnded(it.id.get(), EndReason::Destroyed),]
    );
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Destroyed)]);
    it.assert_fulfilled();
}

#[test]
fn another_request_may_learn_first_that_the_handle_is_detached() {
    let mut it = ending(detach);
    it.world.refuse(&it.other.1, 459);
    assert_eq!(it.world.error(it.other.0).janus_code(), Some(459));
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Detached)]);
    it.assert_fulfilled();
}

#[test]
fn a_handle_that_the_destroyed_session_took_along_is_detached() {
    let mut it = ending(detach);
    let destroy = it.world.tell(|engine, now| engine.destroy(now, it.session));
    let sent = it.world.sent();
    it.world.refuse(&it.ending.1, 459);
    it.world.reply(it.ending.0).expect("the detach worked");
    it.world.succeed(&sent, json!({}));
    it.world.reply(destroy).expect("the destroy worked");
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Detached)]);
}

#[test]
fn a_detach_under_way_is_fulfilled_by_the_end_of_its_session() {
    let mut it = ending(detach);
    let destroy = it.world.tell(|engine, now| engine.destroy(now, it.session));
    let sent = it.world.sent();
    it.world.succeed(&sent, json!({}));
    it.world.reply(destroy).unwrap();
    it.world.reply(it.ending.0).expect("the handle is gone, too");
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Detached)]);
}

#[test]
fn an_ending_of_what_janus_no_longer_knows_is_fulfilled() {
    let mut it = ending(destroy);
    let sent = it.ending.1.clone();
    it.world.refuse(&sent, 458);
    it.world.reply(it.ending.0).expect("the session is gone");
    assert!(it.world.done().contains(&Happened::SessionEnded(it.id.get(), EndReason::Destroyed)));

    let mut it = ending(detach);
    let sent = it.ending.1.clone();
    it.world.refuse(&sent, 459);
    it.world.reply(it.ending.0).expect("the handle is gone");
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Detached)]);
    assert_eq!(it.world.engine.session_id(it.session), Some(it.id), "the session stays");
}

#[test]
fn a_detach_learns_that_the_whole_session_is_gone() {
    let mut it = ending(detach);
    let sent = it.ending.1.clone();
    it.world.refuse(&sent, 458);
    it.world.reply(it.ending.0).expect("the handle is gone");
    it.world.assert_fails(it.other.0, ErrorCode::HandleDetached);
    assert!(it.world.done().contains(&Happened::SessionEnded(it.id.get(), EndReason::NotFound)));
}

#[test]
fn a_session_that_expires_meanwhile_is_destroyed() {
    let mut it = ending(destroy);
    it.world.hear(json!({ "janus": "timeout", "session_id": it.id.get() }));
    assert!(it.world.done().contains(&Happened::SessionEnded(it.id.get(), EndReason::Destroyed)));
    it.assert_fulfilled();
}

#[test]
fn a_poll_may_overtake_the_response_to_destroy() {
    let mut it = ending(destroy);
    let transport = it.world.transport.unwrap();
    it.world.tell(|engine, now| engine.handle_session_gone(now, transport, it.id, lost()));
    assert_eq!(it.world.happened().len(), 2, "no warning: the end of the handle and of the session");
    it.assert_fulfilled();
}

#[test]
fn a_detach_may_learn_first_that_the_session_is_destroyed() {
    let mut it = ending(destroy);
    let detach = it.world.tell(|engine, now| engine.detach(now, it.handle));
    let sent = it.world.sent();
    it.world.refuse(&sent, 458);
    it.world.reply(detach).expect("the session took the handle along");
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Detached)]);
    it.assert_fulfilled();
}

#[test]
fn a_session_that_is_to_end_is_not_rebuilt() {
    let mut config = recovering();
    config.recovery = config.recovery.map(|recovery| bifrons::Recovery { rebuild: true, ..recovery });
    let mut it = ending_with(config.clone(), destroy);
    it.world.refuse(&it.other.1, 458);
    it.world.assert_nothing_sent();
    it.assert_fulfilled();

    // Nor is a handle, in a session that is.
    let mut it = ending_with(config, detach);
    it.world.refuse(&it.other.1, 458);
    it.world.reply(it.ending.0).expect("the handle is gone");
    assert_eq!(it.world.read(it.handle), [Told::Ended(EndReason::Detached)]);
    let create = it.world.sent();
    it.world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    it.world.assert_nothing_sent();
}

#[test]
fn an_ending_whose_response_is_lost_in_an_outage_is_fulfilled_by_the_claim() {
    let mut it = ending_with(recovering(), destroy);
    it.world.line_closes(lost());
    let claim = it.world.reconnect_to_claim();
    it.world.refuse(&claim, 458);
    it.world.reply(it.ending.0).expect("the session is gone");
    assert!(it.world.done().contains(&Happened::SessionEnded(it.id.get(), EndReason::Destroyed)));
}

#[test]
fn an_ending_is_not_fulfilled_by_a_lost_connection_or_a_silent_server() {
    let mut it = ending(destroy);
    it.world.line_closes(lost());
    it.world.assert_fails(it.ending.0, ErrorCode::ResponseLost);
}

#[test]
fn a_graceful_close_waits_for_endings_under_way() {
    for end in [destroy, detach] {
        let mut it = ending(end);
        it.world.tell(|engine, now| engine.close(now, true));
        it.world.assert_open(it.ending.0);
        let destroys = it.world.all_sent();
        assert_eq!(destroys.len(), usize::from(it.ending.1["janus"] == "detach"), "no second destroy");
        for sent in destroys {
            it.world.succeed(&sent, json!({}));
        }
        let sent = it.ending.1.clone();
        it.world.refuse(&sent, 458);
        it.world.reply(it.ending.0).expect("the ending worked");
        assert_eq!(it.world.happened().last(), Some(&Happened::Close));
    }
}

#[test]
fn an_ending_without_a_response_does_not_delay_a_graceful_close() {
    let mut it = ending(destroy);
    it.world.tell(|engine, now| engine.close(now, true));
    it.world.pass_seconds(2);
    it.world.assert_fails(it.ending.0, ErrorCode::ConnectionClosed);
    it.world.read(it.handle);
    it.world.assert_empty();
}

#[test]
fn detach_may_be_answered_before_detached() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let detach = world.tell(|engine, now| engine.detach(now, handle));
    let sent = world.sent();
    world.succeed(&sent, json!({}));
    world.reply(detach).unwrap();
    world.hear(event("detached", id, handle_id, json!({})));
    assert_eq!(world.happened(), [Happened::UnreadEnd(handle)]);
    assert_eq!(world.read(handle), [Told::Ended(EndReason::Detached)]);
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (0, 0));
}

#[test]
fn detach_may_be_answered_after_detached() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let detach = world.tell(|engine, now| engine.detach(now, handle));
    let sent = world.sent();
    world.hear(event("detached", id, handle_id, json!({})));
    world.reply(detach).unwrap();
    assert_eq!(world.read(handle), [Told::Ended(EndReason::Detached)]);
    world.succeed(&sent, json!({}));
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (0, 0));
}

#[test]
fn a_second_ending_is_fulfilled_with_the_first() {
    for confirmed_by_event in [false, true] {
        let mut it = ending(detach);
        let second = it.world.tell(|engine, now| engine.detach(now, it.handle));
        match confirmed_by_event {
            true => it.world.hear(event("detached", it.id, it.handle_id, json!({}))),
            false => {
                let sent = it.ending.1.clone();
                it.world.succeed(&sent, json!({}));
            }
        }
        it.world.reply(it.ending.0).unwrap();
        it.world.reply(second).unwrap();
    }
}

#[test]
fn a_request_for_what_has_ended_says_why_and_whose_fault_it_is() {
    let cases: [(fn(&mut Ending), _, _); 3] = [
        (
            |it| it.world.hear(json!({ "janus": "timeout", "session_id": it.id.get() })),
            Fault::Network,
            "expired",
        ),
        (
            |it| it.world.hear(event("detached", it.id, it.handle_id, json!({}))),
            Fault::Server,
            "administrator",
        ),
        (
            |it| {
                let request = detach(it);
                let sent = it.world.all_sent().pop().unwrap();
                it.world.succeed(&sent, json!({}));
                it.world.reply(request).unwrap();
            },
            Fault::Caller,
            "detached the handle",
        ),
    ];
    for (end, fault, text) in cases {
        let mut it = ending(|it| {
            let (session, options) = (it.session, AttachOptions::default());
            it.world.tell(|engine, now| engine.attach(now, session, options))
        });
        end(&mut it);
        let later = it.world.tell(|engine, now| engine.hangup(now, it.handle));
        for request in [it.other.0, later] {
            let error = it.world.error(request);
            assert_eq!((error.code(), error.fault()), (ErrorCode::HandleDetached, fault));
            assert!(error.to_string().contains(text), "{error}");
        }
    }
}
