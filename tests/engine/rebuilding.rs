//! Sessions that Janus has lost are made anew, where that is wanted.

use bifrons::engine::{Completion, HandleKey, Notice, ProtocolViolation, RequestOptions, SessionKey};
use bifrons::error::ErrorCode;
use bifrons::wire::AttachOptions;
use bifrons::{Config, CreateOptions, EndReason, HandleId, Recovery, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, event, lost, recovering};

fn rebuilding() -> Config {
    Config { recovery: Some(Recovery { rebuild: true, ..Recovery::default() }), ..recovering() }
}

struct Lost {
    world: World,
    session: SessionKey,
    handle: HandleKey,
    /// The request that makes the session anew.
    create: Value,
}

/// The transport broke, and Janus has the session no more.
fn lost_session() -> Lost {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, _) = world.session();
    let options = AttachOptions {
        plugin: "janus.plugin.test".into(),
        opaque_id: Some("mine".into()),
        ..AttachOptions::default()
    };
    let attach = world.tell(|engine, now| engine.attach(now, session, options));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": 2_000 } }));
    let Some(bifrons::engine::Created::Handle(handle, _)) = world.reply(attach).unwrap().created else {
        panic!("a handle");
    };
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.happened();
    world.refuse(&claim, 458);
    let create = world.sent();
    world.assert_nothing_sent();
    Lost { world, session, handle, create }
}

fn ask(world: &mut World, handle: HandleKey) -> bifrons::engine::RequestId {
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    world.tell(|engine, now| engine.message(now, handle, "\"body\":{}".into(), options))
}

#[test]
fn a_lost_session_is_made_anew_with_its_handles_under_the_same_keys() {
    let Lost { mut world, session, handle, create } = lost_session();
    assert_eq!(
        (&create["janus"], &create["session_id"], &create["id"]),
        (&json!("create"), &Value::Null, &Value::Null)
    );
    assert_eq!(world.done(), []);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let done = world.done();
    assert_eq!(done[0], Happened::SessionResumed(3_000, 1_001));
    assert!(matches!(done[1], Happened::Resumed(_, false, 0)));
    assert_eq!(world.engine.session_id(session), SessionId::new(3_000));

    let attach = world.sent();
    let named = ["janus", "session_id", "handle_id", "plugin", "opaque_id"].map(|name| attach[name].clone());
    assert_eq!(json!(named), json!(["attach", 3_000, null, "janus.plugin.test", "mine"]));
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.engine.handle_id(handle), HandleId::new(4_000));
    assert_eq!(world.done(), [Happened::HandleRebuilt(handle, 4_000)], "its event waits to be read");
    world.hear(event("media", SessionId::new(3_000).unwrap(), 4_000, json!({})));
    let told = world.read(handle);
    assert_eq!(told[0], Told::Rebuilt(4_000));
    assert_eq!(told.len(), 2);
    let asked = ask(&mut world, handle);
    let sent = world.sent();
    assert_eq!((&sent["session_id"], &sent["handle_id"]), (&json!(3_000), &json!(4_000)));
    world.succeed(&sent, json!({}));
    world.reply(asked).unwrap();
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn the_old_ids_mean_nothing_any_more() {
    let Lost { mut world, handle, create, .. } = lost_session();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    world.read(handle);
    world.happened();
    for (session, sender) in [(1_001, 2_000), (3_000, 2_000)] {
        world.hear(event("media", SessionId::new(session).unwrap(), sender, json!({})));
    }
    let faults: Vec<_> = world
        .notices()
        .into_iter()
        .filter_map(|notice| match notice {
            Notice::ProtocolViolation { violation, .. } => Some(violation),
            _ => None,
        })
        .collect();
    assert_eq!(faults, [ProtocolViolation::UnknownSession, ProtocolViolation::UnknownHandle]);
    assert_eq!(world.read(handle), []);
}

#[test]
fn handles_that_were_still_to_be_asked_for_wait_for_the_new_session() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, id) = world.session();
    let handles: Vec<_> = (0..300).map(|_| world.handle(session).0).collect();
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    assert_eq!(world.all_sent().len(), 256);
    world.hear(json!({ "janus": "timeout", "session_id": id.get() }));
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
    assert!(handles.iter().all(|handle| matches!(world.read(*handle)[..], [Told::Rebuilt(_)])));
}

#[test]
fn what_was_asked_of_the_old_session_is_not_asked_of_the_new_one() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    let sent = ask(&mut world, handle);
    world.all_sent();
    world.line_closes(lost());
    let unsent = ask(&mut world, handle);
    let attach = world.tell(|engine, now| engine.attach(now, session, AttachOptions::default()));
    let claim = world.reconnect_to_claim();
    world.refuse(&claim, 458);
    world.assert_fails(sent, ErrorCode::ResponseLost);
    world.assert_fails(unsent, ErrorCode::SessionGone);
    world.assert_fails(attach, ErrorCode::SessionGone);
    assert_eq!(world.all_sent().len(), 1);
}

#[test]
fn what_is_asked_while_it_is_made_anew_is_refused() {
    let Lost { mut world, session, handle, create } = lost_session();
    let asked = ask(&mut world, handle);
    world.assert_fails(asked, ErrorCode::SessionGone);
    let attach = world.tell(|engine, now| engine.attach(now, session, AttachOptions::default()));
    world.assert_fails(attach, ErrorCode::SessionGone);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let asked = ask(&mut world, handle);
    world.assert_fails(asked, ErrorCode::SessionGone);
}

#[test]
fn a_session_that_is_lost_on_a_line_that_is_there_is_made_anew_too() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    world.hear(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [Told::Rebuilt(4_000)]);
    let asked = ask(&mut world, handle);
    let sent = world.sent();
    world.refuse(&sent, 458);
    world.assert_fails(asked, ErrorCode::JanusRefused);
    assert_eq!(world.sent()["janus"], "create");
}

#[test]
fn a_refused_create_or_attach_ends_them_and_says_why() {
    let Lost { mut world, handle, create, .. } = lost_session();
    world.refuse(&create, 472);
    let happened = world.happened();
    assert!(
        matches!(happened[0], Happened::Notice(Notice::NotRecovered { handle: None, .. })),
        "{happened:?}"
    );
    assert_eq!(world.read(handle), [Told::Ended(EndReason::LostInOutage)]);
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
    assert_eq!(world.read(handle), [Told::Ended(EndReason::LostInOutage)]);
}

#[test]
fn a_line_that_breaks_meanwhile_is_replaced_and_the_making_goes_on() {
    let Lost { mut world, handle, .. } = lost_session();
    world.line_closes(lost());
    world.reconnect();
    let create = world.all_sent().pop().unwrap();
    assert_eq!(create["janus"], "create");
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    assert_eq!(world.sent()["janus"], "attach");
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    assert_eq!(claim["session_id"], 3_000);
    world.succeed(&claim, json!({}));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [Told::Rebuilt(4_000)]);
}

#[test]
fn what_nobody_wants_any_more_is_not_made() {
    let Lost { mut world, session, handle, create } = lost_session();
    let destroy = world.tell(|engine, now| engine.destroy(now, session));
    world.reply(destroy).unwrap();
    assert_eq!(world.read(handle), [Told::Ended(EndReason::Destroyed)]);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["session_id"]), (&json!("destroy"), &json!(3_000)));

    let Lost { mut world, handle, create, .. } = lost_session();
    let detach = world.tell(|engine, now| engine.detach(now, handle));
    world.reply(detach).unwrap();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    world.assert_nothing_sent();

    let Lost { mut world, handle, create, .. } = lost_session();
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = world.sent();
    world.tell(|engine, now| engine.release(now, handle));
    world.assert_nothing_sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["handle_id"]), (&json!("detach"), &json!(4_000)));
}

#[test]
fn an_adopted_handle_can_not_be_attached_again() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (session, id) = world.session();
    let adopt = world.tell(|engine, now| engine.adopt(now, session, HandleId::new(9).unwrap()));
    let sent = world.sent();
    world.answer("ack", &sent, json!({}));
    let Some(bifrons::engine::Created::Handle(handle, _)) = world.reply(adopt).unwrap().created else {
        panic!("a handle");
    };
    world.hear(json!({ "janus": "timeout", "session_id": id.get() }));
    assert_eq!(world.read(handle), [Told::Ended(EndReason::LostInOutage)]);
}

#[test]
fn an_id_of_ones_own_choice_is_asked_for_again() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (_, id) = world.session_with(CreateOptions { id: SessionId::new(77), keepalive: None });
    world.hear(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    assert_eq!(create["id"], id.get());
    world.happened();
    world.succeed(&create, json!({ "data": { "id": id.get() } }));
    assert_eq!(world.happened(), [Happened::SessionResumed(id.get(), id.get())]);
}

#[test]
fn a_new_session_with_the_id_of_another_one_is_none() {
    let mut world = World::connected_with(rebuilding(), 60, 0);
    let (_, other) = world.session();
    let (_, id) = world.session();
    world.hear(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    world.succeed(&create, json!({ "data": { "id": other.get() } }));
    assert!(world.done().contains(&Happened::SessionEnded(id.get(), EndReason::LostInOutage)));
    world.assert_nothing_sent();
}
