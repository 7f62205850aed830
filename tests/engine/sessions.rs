//! How sessions and handles begin and end.

use bifrons::engine::{Created, EndReason, RequestOptions};
use bifrons::error::ErrorCode;
use bifrons::wire::AttachOptions;
use bifrons::{HandleId, SessionId};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, plugin_event};

#[test]
fn a_destroyed_session_ends_its_handles_and_requests() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    let hangup = world.command(|engine, now| engine.hangup(now, handle));
    let attach = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    world.all_sent();
    let destroy = world.command(|engine, now| engine.destroy(now, session));
    let sent = world.sent();
    world.succeed(&sent, json!({}));
    world.reply(destroy).unwrap();
    world.assert_fails(hangup, ErrorCode::HandleDetached);
    world.assert_fails(attach, ErrorCode::SessionGone);
    let ended = [Happened::UnreadEnd(handle), Happened::SessionEnded(id.get(), EndReason::Destroyed)];
    assert_eq!(world.happened(), ended);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::Destroyed)]);
    world.assert_empty();

    let late = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    world.assert_fails(late, ErrorCode::SessionGone);
    let late = world.command(|engine, now| engine.hangup(now, handle));
    world.assert_fails(late, ErrorCode::HandleDetached);
    let late = world.command(|engine, now| engine.adopt(now, session, HandleId::new(1).unwrap()));
    world.assert_fails(late, ErrorCode::SessionGone);
    world.assert_nothing_sent();
}

#[test]
fn a_session_that_janus_timed_out_ends() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    let open = world.command(|engine, now| engine.hangup(now, handle));
    world.receive(json!({ "janus": "timeout", "session_id": id.get() }));
    world.assert_fails(open, ErrorCode::HandleDetached);
    let ended = [Happened::UnreadEnd(handle), Happened::SessionEnded(id.get(), EndReason::TimedOut)];
    assert_eq!(world.happened(), ended);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::TimedOut)]);
    world.assert_empty();
}

#[test]
fn a_session_that_janus_does_not_know_ends() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    let hangup = world.command(|engine, now| engine.hangup(now, handle));
    let sent = world.sent();
    world.refuse(&sent, 458);
    assert_eq!(world.error(hangup).janus_code(), Some(458));
    assert!(world.done().contains(&Happened::SessionEnded(id.get(), EndReason::NotFound)));
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::NotFound)]);
    world.assert_empty();
}

#[test]
fn a_handle_that_janus_does_not_know_ends_alone() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (former, _) = world.handle(session);
    let (stays, stays_id) = world.handle(session);
    let hangup = world.command(|engine, now| engine.hangup(now, former));
    let sent = world.sent();
    world.refuse(&sent, 459);
    assert_eq!(world.error(hangup).janus_code(), Some(459));
    assert_eq!(world.read(former), [HandleEvent::Ended(EndReason::NotFound)]);
    world.receive(plugin_event(id, stays_id, json!({})));
    assert_eq!(world.read(stays).len(), 1);
    assert_eq!(world.engine.session_id(session), Some(id));
}

#[test]
fn a_handle_that_an_administrator_ends_has_that_reason() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let open = world.command(|engine, now| engine.hangup(now, handle));
    world.receive(event("detached", id, handle_id, json!({})));
    world.assert_fails(open, ErrorCode::HandleDetached);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::ByServer)]);
}

#[test]
fn a_claimed_session_and_an_adopted_handle_work_like_created_ones() {
    let mut world = World::connected();
    let (session, handle) = (SessionId::new(41).unwrap(), HandleId::new(42).unwrap());
    let claim = world.command(|engine, now| engine.claim(now, session, None));
    let sent = world.sent();
    world.succeed(&sent, json!({}));
    let Some(Created::Session(key, id)) = world.reply(claim).unwrap().created else { panic!("no session") };
    assert_eq!(id, session);

    let adopt = world.command(|engine, now| engine.adopt(now, key, handle));
    let sent = world.sent();
    // The handle gets events from the adoption on.
    world.receive(plugin_event(session, 42, json!({ "early": true })));
    world.respond("ack", &sent, json!({}));
    let Some(Created::Handle(adopted, id)) = world.reply(adopt).unwrap().created else { panic!("no handle") };
    assert_eq!(id, handle);
    assert_eq!(world.read(adopted).len(), 1);
    world.command(|engine, now| {
        engine.message(now, adopted, r#""body":{}"#.into(), RequestOptions::default())
    });
    let sent = world.sent();
    assert_eq!((&sent["session_id"], &sent["handle_id"]), (&json!(41), &json!(42)));
}

#[test]
fn claiming_a_session_of_this_connection_returns_the_same_session() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let claim = world.command(|engine, now| engine.claim(now, id, None));
    let sent = world.sent();
    world.succeed(&sent, json!({}));
    assert_eq!(world.reply(claim).unwrap().created, Some(Created::Session(session, id)));
    assert_eq!(world.happened(), []);
}

#[test]
fn adopting_a_handle_of_this_connection_is_refused_and_has_no_effect() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    let adopt = world.command(|engine, now| engine.adopt(now, session, HandleId::new(handle_id).unwrap()));
    let error = world.error(adopt);
    assert_eq!((error.code(), error.session()), (ErrorCode::InvalidArgument, Some(id)));
    world.receive(plugin_event(id, handle_id, json!({})));
    assert_eq!(world.read(handle).len(), 1);
}

#[test]
fn a_failed_adoption_leaves_no_handle() {
    let adopt = |world: &mut World| {
        let (session, _) = world.session();
        let request = world.command(|engine, now| engine.adopt(now, session, HandleId::new(5).unwrap()));
        (request, world.sent())
    };
    let no_handles = |world: &World| assert!(format!("{:?}", world.engine).contains("handles: 0"));

    let mut refused = World::connected();
    let (request, sent) = adopt(&mut refused);
    refused.refuse(&sent, 459);
    assert_eq!(refused.error(request).janus_code(), Some(459));
    no_handles(&refused);

    let mut cancelled = World::connected();
    let (request, _) = adopt(&mut cancelled);
    cancelled.command(|engine, now| engine.cancel(now, request));
    cancelled.assert_fails(request, ErrorCode::Cancelled);
    no_handles(&cancelled);

    let mut timed_out = World::connected();
    let (request, _) = adopt(&mut timed_out);
    timed_out.pass_seconds(10);
    timed_out.assert_fails(request, ErrorCode::Timeout);
    no_handles(&timed_out);

    let mut expired = World::connected();
    let (request, sent) = adopt(&mut expired);
    expired.receive(json!({ "janus": "timeout", "session_id": sent["session_id"] }));
    expired.assert_fails(request, ErrorCode::HandleDetached);
    expired.assert_empty();

    let mut unknown = World::connected();
    let (request, sent) = adopt(&mut unknown);
    unknown.refuse(&sent, 458);
    assert_eq!(unknown.error(request).janus_code(), Some(458));
    unknown.assert_empty();
}

#[test]
fn a_known_id_in_a_success_is_a_bad_response() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (_, handle_id) = world.handle(session);
    let create = world.command(|engine, now| engine.create(now, bifrons::CreateOptions::default()));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": id.get() } }));
    world.assert_fails(create, ErrorCode::BadResponse);
    let attach = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": handle_id } }));
    world.assert_fails(attach, ErrorCode::BadResponse);
    assert_eq!(world.engine.stats().protocol_violations, 2);
}
