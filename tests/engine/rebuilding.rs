//! With `rebuild`, the engine creates lost sessions again.

use bifrons::engine::{Completion, HandleKey, Notice, ProtocolViolation, RequestOptions, SessionKey};
use bifrons::error::ErrorCode;
use bifrons::wire::AttachOptions;
use bifrons::{Config, CreateOptions, EndReason, HandleId, Recovery, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, lost, recovering};

pub(crate) fn rebuilding() -> Config {
    Config { recovery: Some(Recovery { rebuild: true, ..Recovery::default() }), ..recovering() }
}

pub(crate) struct Lost {
    pub(crate) world: World,
    pub(crate) session: SessionKey,
    pub(crate) handle: HandleKey,
    /// The request that creates the session again.
    pub(crate) create: Value,
}

/// The transport connection was lost, and Janus no longer has the session.
pub(crate) fn lost_session() -> Lost {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, _) = world.session();
    let options = AttachOptions {
        plugin: "janus.plugin.test".into(),
        opaque_id: Some("mine".into()),
        ..AttachOptions::default()
    };
    let attach = world.command(|engine, now| engine.attach(now, session, options));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": 2_000 } }));
    let Some(bifrons::engine::Created::Handle(handle, _)) = world.reply(attach).unwrap().created else {
        panic!("a handle");
    };
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.happened();
    world.refuse(&claim, 458);
    let create = world.sent();
    world.assert_nothing_sent();
    Lost { world, session, handle, create }
}

pub(crate) fn send_message(world: &mut World, handle: HandleKey) -> bifrons::engine::RequestId {
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    world.command(|engine, now| engine.message(now, handle, "\"body\":{}".into(), options))
}

#[test]
fn a_lost_session_is_rebuilt_with_its_handles_under_the_same_keys() {
    let Lost { mut world, session, handle, create } = lost_session();
    assert_eq!(
        (&create["janus"], &create["session_id"], &create["id"]),
        (&json!("create"), &Value::Null, &Value::Null)
    );
    assert_eq!(world.done(), []);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let done = world.done();
    assert_eq!(done[0], Happened::SessionResumed(3_000, 1_001));
    let Happened::Resumed(_, sessions, 0) = &done[1] else { panic!("not resumed: {done:?}") };
    let [before, now] = [1_001, 3_000].map(|id| SessionId::new(id).unwrap());
    assert_eq!(
        (&*sessions.kept, &*sessions.rebuilt, &*sessions.ended),
        (&[][..], &[(before, now)][..], &[][..])
    );
    assert!(sessions.events_may_be_lost());
    assert_eq!(world.engine.session_id(session), SessionId::new(3_000));

    let attach = world.sent();
    let named = ["janus", "session_id", "handle_id", "plugin", "opaque_id"].map(|name| attach[name].clone());
    assert_eq!(json!(named), json!(["attach", 3_000, null, "janus.plugin.test", "mine"]));
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.engine.handle_id(handle), HandleId::new(4_000));
    assert_eq!(world.done(), [Happened::HandleRebuilt(handle, 4_000)], "its event waits to be read");
    world.receive(event("media", SessionId::new(3_000).unwrap(), 4_000, json!({})));
    let events = world.read(handle);
    assert_eq!(events[0], HandleEvent::Rebuilt(4_000));
    assert_eq!(events.len(), 2);
    let request = send_message(&mut world, handle);
    let sent = world.sent();
    assert_eq!((&sent["session_id"], &sent["handle_id"]), (&json!(3_000), &json!(4_000)));
    world.succeed(&sent, json!({}));
    world.reply(request).unwrap();
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn the_old_ids_are_unknown() {
    let Lost { mut world, handle, create, .. } = lost_session();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    world.read(handle);
    world.happened();
    for (session, sender) in [(1_001, 2_000), (3_000, 2_000)] {
        world.receive(event("media", SessionId::new(session).unwrap(), sender, json!({})));
    }
    let violations: Vec<_> = world
        .notices()
        .into_iter()
        .filter_map(|notice| match notice {
            Notice::ProtocolViolation { violation, .. } => Some(violation),
            _ => None,
        })
        .collect();
    assert_eq!(violations, [ProtocolViolation::UnknownSession, ProtocolViolation::UnknownHandle]);
    assert_eq!(world.read(handle), []);
}

#[test]
fn unconfirmed_handles_wait_for_the_new_session() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, id) = world.session();
    let handles: Vec<_> = (0..300).map(|_| world.handle(session).0).collect();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    assert_eq!(world.all_sent().len(), 256);
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    world.assert_nothing_sent();
    world.succeed(&create, json!({ "data": { "id": 9_000 } }));
    let mut next = 10_000;
    loop {
        let attaches = world.all_sent();
        if attaches.is_empty() {
            break;
        }
        for attach in &attaches {
            next += 1;
            world.succeed(attach, json!({ "data": { "id": next } }));
        }
    }
    assert_eq!(next, 10_300);
    assert!(handles.iter().all(|handle| matches!(world.read(*handle)[..], [HandleEvent::Rebuilt(_)])));
}

#[test]
fn requests_of_the_old_session_are_not_sent_to_the_new_one() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    let sent = send_message(&mut world, handle);
    world.all_sent();
    world.transport_closes(lost());
    let unsent = send_message(&mut world, handle);
    let attach = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    let claim = world.reconnect_to_claim();
    world.refuse(&claim, 458);
    world.assert_fails(sent, ErrorCode::ResponseLost);
    world.assert_fails(unsent, ErrorCode::SessionGone);
    world.assert_fails(attach, ErrorCode::SessionGone);
    assert_eq!(world.all_sent().len(), 1);
}

#[test]
fn requests_during_a_rebuild_fail() {
    let Lost { mut world, session, handle, create } = lost_session();
    let request = send_message(&mut world, handle);
    world.assert_fails(request, ErrorCode::SessionGone);
    let attach = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    world.assert_fails(attach, ErrorCode::SessionGone);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let request = send_message(&mut world, handle);
    world.assert_fails(request, ErrorCode::SessionGone);
}

#[test]
fn a_session_lost_without_an_outage_is_rebuilt() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [HandleEvent::Rebuilt(4_000)]);
    let request = send_message(&mut world, handle);
    let sent = world.sent();
    world.refuse(&sent, 458);
    world.assert_fails(request, ErrorCode::JanusRefused);
    assert_eq!(world.sent()["janus"], "create");
}

#[test]
fn a_refused_create_or_attach_ends_the_session_or_handle_with_a_notice() {
    let Lost { mut world, handle, create, .. } = lost_session();
    world.refuse(&create, 472);
    let happened = world.happened();
    assert!(
        matches!(happened[0], Happened::Notice(Notice::NotRecovered { handle: None, .. })),
        "{happened:?}"
    );
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::LostInOutage)]);
    world.assert_empty();

    let Lost { mut world, handle, create, .. } = lost_session();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.happened();
    world.refuse(&attach, 460);
    let happened = world.happened();
    assert!(
        matches!(happened[0], Happened::Notice(Notice::NotRecovered { handle: Some(_), .. })),
        "{happened:?}"
    );
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::LostInOutage)]);
}

#[test]
fn a_rebuild_continues_after_another_outage() {
    let Lost { mut world, handle, .. } = lost_session();
    world.transport_closes(lost());
    world.reconnect();
    let create = world.all_sent().pop().unwrap();
    assert_eq!(create["janus"], "create");
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    assert_eq!(world.sent()["janus"], "attach");
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    assert_eq!(claim["session_id"], 3_000);
    world.succeed(&claim, json!({}));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [HandleEvent::Rebuilt(4_000)]);
}

#[test]
fn a_session_or_handle_that_is_no_longer_wanted_is_not_rebuilt() {
    let Lost { mut world, session, handle, create } = lost_session();
    let destroy = world.command(|engine, now| engine.destroy(now, session));
    world.reply(destroy).unwrap();
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::Destroyed)]);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["session_id"]), (&json!("destroy"), &json!(3_000)));

    let Lost { mut world, handle, create, .. } = lost_session();
    let detach = world.command(|engine, now| engine.detach(now, handle));
    world.reply(detach).unwrap();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    world.assert_nothing_sent();

    let Lost { mut world, handle, create, .. } = lost_session();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.command(|engine, now| engine.release(now, handle));
    world.assert_nothing_sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["handle_id"]), (&json!("detach"), &json!(4_000)));
}

#[test]
fn an_adopted_handle_can_not_be_rebuilt() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, id) = world.session();
    let adopt = world.command(|engine, now| engine.adopt(now, session, HandleId::new(9).unwrap()));
    let sent = world.sent();
    world.respond("ack", &sent, json!({}));
    let Some(bifrons::engine::Created::Handle(handle, _)) = world.reply(adopt).unwrap().created else {
        panic!("a handle");
    };
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::LostInOutage)]);
}

#[test]
fn a_chosen_session_id_is_requested_again() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (_, id) = world.session_with(CreateOptions { id: SessionId::new(77), keepalive: None });
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    assert_eq!(create["id"], id.get());
    world.happened();
    world.succeed(&create, json!({ "data": { "id": id.get() } }));
    assert_eq!(world.happened(), [Happened::SessionResumed(id.get(), id.get())]);
}

#[test]
fn a_rebuilt_session_with_the_id_of_another_session_ends() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (_, other) = world.session();
    let (_, id) = world.session();
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    world.succeed(&create, json!({ "data": { "id": other.get() } }));
    assert!(world.done().contains(&Happened::SessionEnded(id.get(), EndReason::LostInOutage)));
    world.assert_nothing_sent();
}

#[test]
fn a_session_that_is_lost_again_while_it_is_rebuilt_is_created_once() {
    let Lost { mut world, session, create, .. } = lost_session();
    world.receive(json!({ "janus": "timeout", "session_id": 1_001 }));
    world.assert_nothing_sent();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    assert_eq!(world.engine.session_id(session), SessionId::new(3_000));
}
