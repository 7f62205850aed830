//! The application prepares rebuilt sessions; the report of an outage waits for it.

use std::time::Duration;

use bifrons::engine::{HandleKey, Notice, RebuildKey, SessionKey};
use bifrons::error::ErrorCode;
use bifrons::wire::AttachOptions;
use bifrons::{Config, EndReason, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::rebuilding::{Lost, lost_session, rebuilding, send_message};
use super::support::{HandleEvent, Happened, World, lost};

/// A lost session of an application that prepares sessions; its key, and its handle.
fn unprepared() -> (World, SessionKey, HandleKey, RebuildKey) {
    let Lost { mut world, session, handle, create } = lost_session();
    world.engine.hold_rebuilt(true);
    let rebuild = rebuilt(&mut world, &create, 3_000);
    (world, session, handle, rebuild)
}

/// Responds to the `create` of a rebuild.
fn rebuilt(world: &mut World, create: &Value, id: u64) -> RebuildKey {
    world.succeed(create, json!({ "data": { "id": id } }));
    let rebuild = world.rebuilt.take().expect("a rebuilt session");
    world.happened();
    rebuild
}

#[test]
fn the_handles_of_a_rebuilt_session_wait_until_the_application_has_prepared_it() {
    let (mut world, session, handle, rebuild) = unprepared();
    world.assert_nothing_sent();
    let request = send_message(&mut world, handle);
    assert_eq!(world.error(request).code(), ErrorCode::SessionGone, "the handle is not attached yet");

    let attach = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": 5_000 } }));
    world.reply(attach).unwrap();

    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    let again = world.sent();
    assert_eq!((&again["janus"], &again["plugin"]), (&json!("attach"), &json!("janus.plugin.test")));
    world.succeed(&again, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [HandleEvent::Rebuilt(4_000)]);
    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    world.assert_nothing_sent();
}

#[test]
fn an_outage_does_not_end_the_preparation() {
    let (mut world, session, handle, rebuild) = unprepared();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.assert_nothing_sent();
    world.transport_closes(lost());
    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [HandleEvent::Rebuilt(4_000)]);
}

#[test]
fn a_session_that_is_lost_again_is_prepared_again() {
    let (mut world, session, handle, first) = unprepared();
    world.receive(json!({ "janus": "timeout", "session_id": 3_000 }));
    let create = world.sent();
    world.command(|engine, now| engine.attach_again(now, session, first));
    let second = rebuilt(&mut world, &create, 3_001);
    world.command(|engine, now| engine.attach_again(now, session, first));
    world.assert_nothing_sent();
    world.command(|engine, now| engine.attach_again(now, session, second));
    let attach = world.sent();
    world.succeed(&attach, json!({ "data": { "id": 4_000 } }));
    assert_eq!(world.read(handle), [HandleEvent::Rebuilt(4_000)]);
}

#[test]
fn a_session_that_ends_while_it_is_prepared_ends_its_handles() {
    let (mut world, session, handle, rebuild) = unprepared();
    let destroy = world.command(|engine, now| engine.destroy(now, session));
    let sent = world.sent();
    world.succeed(&sent, json!({}));
    world.reply(destroy).unwrap();
    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    world.assert_nothing_sent();
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::Destroyed)]);
    world.read(handle);
    world.assert_empty();
}

/// The sessions that were kept, those that were rebuilt with their ids before and now, and those that have ended.
type Report = (Vec<u64>, Vec<(u64, u64)>, Vec<u64>);

/// What the application learned of its sessions since the last call.
fn resumed(world: &mut World) -> Option<Report> {
    let ids = |ids: &[SessionId]| ids.iter().map(|id| id.get()).collect();
    world.done().into_iter().find_map(|happened| match happened {
        Happened::Resumed(_, sessions, _) => {
            let rebuilt = sessions.rebuilt.iter().map(|(before, now)| (before.get(), now.get())).collect();
            Some((ids(&sessions.kept), rebuilt, ids(&sessions.ended)))
        }
        _ => None,
    })
}

#[test]
fn the_report_of_an_outage_waits_until_each_session_is_prepared() {
    let Lost { mut world, session, create, .. } = lost_session();
    world.engine.hold_rebuilt(true);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let rebuild = world.rebuilt.take().unwrap();
    assert_eq!(resumed(&mut world), None);
    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    assert_eq!(resumed(&mut world), Some((vec![], vec![(1_001, 3_000)], vec![])));
}

#[test]
fn a_session_that_could_not_be_prepared_ends_and_is_reported_as_ended() {
    let Lost { mut world, session, handle, create } = lost_session();
    world.engine.hold_rebuilt(true);
    world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let rebuild = world.rebuilt.take().unwrap();
    world.command(|engine, now| engine.fail_rebuild(now, session, rebuild));
    let destroy = world.sent();
    assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(3_000)));
    assert_eq!(resumed(&mut world), Some((vec![], vec![], vec![1_001])));
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::RebuildFailed)]);
    world.succeed(&destroy, json!({}));
    world.assert_empty();
    world.command(|engine, now| engine.fail_rebuild(now, session, rebuild));
    world.assert_nothing_sent();
}

/// Janus acknowledges the keepalives.
fn pass_nine_seconds(world: &mut World) {
    for _ in 0..9 {
        world.pass_seconds(1);
        for keepalive in world.all_sent() {
            world.respond("ack", &keepalive, json!({}));
        }
    }
}

#[test]
fn a_session_that_is_not_prepared_within_the_request_timeout_ends() {
    let (mut world, session, handle, rebuild) = unprepared();
    pass_nine_seconds(&mut world);
    world.pass(Duration::from_millis(999));
    assert_eq!(world.read(handle), []);
    world.pass(Duration::from_millis(1));
    let happened = world.happened();
    let within = Duration::from_secs(10);
    let id = SessionId::new(3_000).unwrap();
    assert_eq!(happened[0], Happened::Notice(Notice::NotPrepared { session: id, within }));
    assert!(happened.contains(&Happened::SessionEnded(3_000, EndReason::RebuildFailed)));
    assert!(matches!(happened.last(), Some(Happened::Resumed(..))), "{happened:?}");
    assert_eq!(world.sent()["janus"], "destroy");
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::RebuildFailed)]);
    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    world.assert_nothing_sent();
}

#[test]
fn without_a_request_timeout_a_preparation_has_no_limit() {
    let config = Config { request_timeout: None, ..rebuilding() };
    let mut world = World::connected_with(config, 60, 0);
    let (session, id) = world.session();
    world.engine.hold_rebuilt(true);
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    let create = world.sent();
    let rebuild = rebuilt(&mut world, &create, 3_000);
    world.pass_alive(100);
    assert_eq!(world.done(), []);
    world.command(|engine, now| engine.fail_rebuild(now, session, rebuild));
    assert_eq!(world.done(), [Happened::SessionEnded(3_000, EndReason::RebuildFailed)]);
}

#[test]
fn a_preparation_of_an_earlier_rebuild_decides_nothing() {
    let (mut world, session, _, first) = unprepared();
    pass_nine_seconds(&mut world);
    world.receive(json!({ "janus": "timeout", "session_id": 3_000 }));
    let create = world.sent();
    let second = rebuilt(&mut world, &create, 3_001);
    world.command(|engine, now| engine.fail_rebuild(now, session, first));
    pass_nine_seconds(&mut world);
    assert_eq!(world.done(), [], "the second one has its own limit");
    world.command(|engine, now| engine.attach_again(now, session, second));
    assert_eq!(resumed(&mut world), Some((vec![], vec![(1_001, 3_001)], vec![])));
}

#[test]
fn an_outage_before_the_report_of_the_last_one_is_reported_with_it() {
    let (mut world, session, _, rebuild) = unprepared();
    let (_, other) = world.session();
    world.happened();
    world.pass_seconds(1);
    world.transport_closes(lost());
    assert_eq!(world.done(), [], "the application knows that it reconnects");
    world.until_opening();
    world.open();
    world.command(|engine, now| engine.attach_again(now, session, rebuild));
    let claims = world.all_sent().into_iter().filter(|sent| sent["janus"] == "claim");
    for claim in claims.collect::<Vec<_>>() {
        world.succeed(&claim, json!({}));
    }
    assert_eq!(resumed(&mut world), Some((vec![other.get()], vec![(1_001, 3_000)], vec![])));
    assert_eq!(world.engine.stats().reconnects, 2);

    // The next outage has a report of its own.
    world.transport_closes(lost());
    assert!(matches!(world.done()[0], Happened::Reconnecting(_)));
    world.reconnect();
    let claims = world.all_sent().into_iter().filter(|sent| sent["janus"] == "claim");
    for claim in claims.collect::<Vec<_>>() {
        world.succeed(&claim, json!({}));
    }
    assert_eq!(resumed(&mut world), Some((vec![3_000, other.get()], vec![], vec![])));
}

#[test]
fn a_connection_that_closes_while_a_session_is_prepared_reports_no_recovery() {
    let (mut world, ..) = unprepared();
    world.command(|engine, now| engine.close(now, true));
    let destroy = world.sent();
    world.succeed(&destroy, json!({}));
    world.transport_closes(lost());
    let done = world.done();
    assert!(!done.iter().any(|happened| matches!(happened, Happened::Resumed(..))), "{done:?}");
    assert_eq!(world.wait.0, None);
}
