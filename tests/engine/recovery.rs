//! Recovery: a transport connection is lost and another replaces it. What waits, what is sent, what is reported.

use std::time::Duration;

use bifrons::engine::{Capabilities, Completion, Disconnect, HandleKey, Notice, RequestOptions};
use bifrons::error::ErrorCode;
use bifrons::wire::AttachOptions;
use bifrons::{Config, CreateOptions, EndReason, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, lost, plugin_event, recovering, response_event};

/// A session on a server that keeps sessions for 20 s, and a handle in it.
pub(crate) fn attached(config: Config) -> (World, SessionId, HandleKey, u64) {
    let mut world = World::connected_with(config, 60, 20);
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    (world, id, handle, handle_id)
}

pub(crate) fn send_message(world: &mut World, handle: HandleKey) -> (bifrons::engine::RequestId, Value) {
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    let request = world.command(|engine, now| engine.message(now, handle, "\"body\":{}".into(), options));
    (request, world.all_sent().pop().unwrap_or_default())
}

pub(crate) fn verbs(sent: &[Value]) -> Vec<&str> {
    sent.iter().map(|sent| sent["janus"].as_str().unwrap()).collect()
}

#[test]
fn a_session_is_claimed_and_its_handles_are_confirmed() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    world.transport_closes(lost());
    assert_eq!(world.happened(), [Happened::Reconnecting(lost())]);
    world.pass(Duration::from_millis(250));
    assert_eq!(world.happened(), [Happened::Open(0)]);
    world.open();
    let sent = world.all_sent();
    assert_eq!(verbs(&sent), ["info", "claim"]);
    assert_eq!(sent[1]["session_id"], id.get());
    assert_eq!(world.happened(), [Happened::Reading(true)]);

    world.pass_seconds(1);
    world.succeed(&sent[1], json!({}));
    let happened = world.happened();
    let [Happened::SessionResumed(now, before), Happened::Resumed(outage, sessions, 0)] = &happened[..]
    else {
        panic!("the session is not resumed: {happened:?}");
    };
    assert_eq!((*now, *before), (id.get(), id.get()));
    assert!((1_125..=1_250).contains(outage), "{outage}");
    assert_eq!((&*sessions.kept, &*sessions.rebuilt, &*sessions.ended), (&[id][..], &[][..], &[][..]));
    assert!(sessions.events_may_be_lost());
    let check = world.sent();
    assert_eq!((&check["janus"], &check["handle_id"]), (&json!("keepalive"), &json!(handle_id)));
    world.respond("ack", &check, json!({}));
    world.assert_nothing_sent();

    world.receive(event("media", id, handle_id, json!({})));
    assert_eq!(world.read(handle).len(), 1);
    assert_eq!((world.engine.stats().reconnects, world.engine.stats().protocol_violations), (1, 0));
}

#[test]
fn without_recovery_a_lost_transport_ends_the_connection() {
    let (mut world, id, ..) = attached(super::support::config());
    world.transport_closes(lost());
    let done = world.done();
    assert_eq!(done[1], Happened::SessionEnded(id.get(), EndReason::ConnectionLost));
    assert_eq!(done[2], Happened::Disconnected(Disconnect::Lost(lost())));
}

#[test]
fn requests_wait_until_their_session_is_claimed_and_others_do_not() {
    let (mut world, id, handle, _) = attached(recovering());
    let (_, other) = world.session();
    world.transport_closes(lost());
    let (waits, _) = send_message(&mut world, handle);
    let ping = world.command(|engine, now| engine.ping(now));
    world.reconnect();
    let sent = world.all_sent();
    assert_eq!(verbs(&sent), ["ping", "info", "claim", "claim"]);
    world.respond("pong", &sent[0], json!({}));
    world.reply(ping).unwrap();
    world.happened();
    world.succeed(&sent[3], json!({}));
    assert_eq!(world.done(), [Happened::SessionResumed(other.get(), other.get())]);
    world.assert_nothing_sent();
    world.succeed(&sent[2], json!({}));
    let sent = world.all_sent();
    assert_eq!(verbs(&sent), ["message", "keepalive"]);
    assert_eq!(sent[0]["session_id"], id.get());
    world.succeed(&sent[0], json!({}));
    world.reply(waits).unwrap();
}

#[test]
fn an_idempotent_request_is_sent_again_with_the_same_transaction() {
    let (mut world, _, handle, _) = attached(recovering());
    let trickle = world.command(|engine, now| engine.trickle(now, handle, "\"candidate\":{}".into()));
    let first = world.sent();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let again = world.sent();
    assert_eq!(first, again);
    world.respond("ack", &again, json!({}));
    world.reply(trickle).unwrap();
    assert_eq!((world.engine.stats().repeated, world.engine.stats().lost), (1, 0));
}

#[test]
fn a_response_on_the_new_transport_ends_a_request_of_the_old_one() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    let (request, sent) = send_message(&mut world, handle);
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.receive(response_event(id, handle_id, &sent, json!({ "result": "ok" })));
    world.reply(request).unwrap();
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn a_message_without_an_ack_is_lost_two_seconds_after_the_recovery() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, _) = send_message(&mut world, handle);
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.pass(Duration::from_millis(1_999));
    world.assert_pending(request);
    world.pass(Duration::from_millis(1));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_eq!(world.engine.stats().lost, 1);
}

#[test]
fn a_message_with_an_ack_is_pending_until_its_deadline() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, sent) = send_message(&mut world, handle);
    world.respond("ack", &sent, json!({}));
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let left = Duration::from_secs(10).saturating_sub(world.now.since(bifrons::time::Time::ZERO));
    world.pass(left - Duration::from_millis(1));
    world.assert_pending(request);
    world.pass(Duration::from_millis(1));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
}

#[test]
fn deadlines_and_cancellation_work_during_an_outage() {
    let (mut world, _, handle, _) = attached(recovering());
    world.transport_closes(lost());
    let (late, _) = send_message(&mut world, handle);
    let (unwanted, _) = send_message(&mut world, handle);
    world.command(|engine, now| engine.cancel(now, unwanted));
    world.assert_fails(unwanted, ErrorCode::Cancelled);
    world.pass_seconds(10);
    let error = world.error(late);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(false)));
}

#[test]
fn a_pending_create_is_lost_and_a_late_success_is_cleaned_up() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let create = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let created = world.sent();
    world.transport_closes(lost());
    world.reconnect();
    assert_eq!(verbs(&world.all_sent()), ["info"]);
    world.pass_seconds(2);
    world.assert_fails(create, ErrorCode::ResponseLost);
    world.receive(json!({ "janus": "success", "transaction": created["transaction"], "data": { "id": 7 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["session_id"]), (&json!("destroy"), &json!(7)));
}

#[test]
fn a_session_whose_create_succeeds_on_the_new_transport_is_claimed_there() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let create = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let created = world.sent();
    world.transport_closes(lost());
    world.reconnect();
    world.all_sent();
    world.receive(json!({ "janus": "success", "transaction": created["transaction"], "data": { "id": 7 } }));
    world.reply(create).unwrap();
    assert_eq!(world.sent()["janus"], "claim");
}

#[test]
fn a_destroy_and_a_detach_are_sent_again_and_succeed_if_the_target_is_unknown() {
    let (mut world, _, handle, _) = attached(recovering());
    let session = world.session();
    let detach = world.command(|engine, now| engine.detach(now, handle));
    let destroy = world.command(|engine, now| engine.destroy(now, session.0));
    world.all_sent();
    world.transport_closes(lost());
    world.reconnect();
    let sent = world.all_sent();
    assert_eq!(verbs(&sent), ["info", "claim", "claim"]);
    world.refuse(&sent[2], 458);
    world.reply(destroy).unwrap();
    assert_eq!(world.done().last(), Some(&Happened::SessionEnded(session.1.get(), EndReason::Destroyed)));
    world.succeed(&sent[1], json!({}));
    let again = world.all_sent();
    assert_eq!(verbs(&again), ["detach", "keepalive"]);
    world.refuse(&again[0], 459);
    world.reply(detach).unwrap();
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::Detached)]);
    assert_eq!(world.engine.stats().succeeded, 3 + 2);
}

#[test]
fn the_loss_of_one_session_does_not_end_the_teardown_of_another() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let (key, former) = world.session();
    let (other, _) = world.session();
    let attach = world.command(|engine, now| engine.attach(now, key, AttachOptions::default()));
    let destroy = world.command(|engine, now| engine.destroy(now, other));
    world.all_sent();
    world.transport_closes(lost());
    world.until_opening();
    world.open();
    let claims = world.all_sent();
    let claim = claims.iter().find(|sent| sent["session_id"] == former.get()).unwrap();
    world.happened();
    world.refuse(claim, 458);
    assert_eq!(world.done(), [Happened::SessionEnded(former.get(), EndReason::LostInOutage)]);
    world.assert_fails(attach, ErrorCode::ResponseLost);
    world.assert_pending(destroy);
}

#[test]
fn a_lost_handle_ends_with_one_event() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    world.receive(plugin_event(id, handle_id, json!({ "unread": true })));
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let check = world.sent();
    world.refuse(&check, 459);
    let events = world.read(handle);
    assert_eq!(events.len(), 2);
    assert_eq!(events[1], HandleEvent::Ended(EndReason::LostInOutage));
}

#[test]
fn a_confirmed_handle_that_ends_later_was_not_lost_in_the_outage() {
    let (mut world, _, handle, _) = attached(recovering());
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let check = world.sent();
    world.respond("ack", &check, json!({}));
    let (request, sent) = send_message(&mut world, handle);
    world.refuse(&sent, 459);
    world.assert_fails(request, ErrorCode::JanusRefused);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::NotFound)]);
}

#[test]
fn a_lost_session_ends_with_all_its_requests() {
    let (mut world, id, handle, _) = attached(recovering());
    let (sent, _) = send_message(&mut world, handle);
    world.transport_closes(lost());
    let (unsent, _) = send_message(&mut world, handle);
    let claim = world.reconnect_to_claim();
    world.happened();
    world.refuse(&claim, 458);
    let done = world.done();
    assert_eq!(done[1], Happened::SessionEnded(id.get(), EndReason::LostInOutage));
    let Happened::Resumed(_, sessions, 0) = &done[2] else { panic!("not resumed: {done:?}") };
    assert_eq!((&*sessions.kept, &*sessions.rebuilt, &*sessions.ended), (&[][..], &[][..], &[id][..]));
    assert!(sessions.events_may_be_lost());
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::LostInOutage)]);
    let (sent, unsent) = (world.error(sent), world.error(unsent));
    assert_eq!((sent.code(), sent.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_eq!((unsent.code(), unsent.sent()), (ErrorCode::SessionGone, Some(false)));
    world.assert_empty();
}

#[test]
fn a_refused_claim_ends_the_session_with_a_notice() {
    let (mut world, id, ..) = attached(recovering());
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.happened();
    world.refuse(&claim, 403);
    let happened = world.happened();
    let Happened::Notice(Notice::NotRecovered { session, handle: None, error }) = &happened[0] else {
        panic!("no notice: {happened:?}");
    };
    assert_eq!((*session, error.janus_code()), (id, Some(403)));
    assert!(happened.contains(&Happened::SessionEnded(id.get(), EndReason::LostInOutage)));
}

#[test]
fn a_claim_without_a_response_closes_the_transport() {
    let (mut world, ..) = attached(recovering());
    world.transport_closes(lost());
    world.reconnect_to_claim();
    world.happened();
    world.pass_seconds(5);
    assert_eq!(world.done()[0], Happened::Close);
    world.pass_seconds(1);
    assert_eq!(world.done(), [Happened::Open(0)]);
    let claim = world.opened_to_claim();
    world.succeed(&claim, json!({}));
    assert_eq!(world.engine.stats().reconnects, 1);
}

#[test]
fn a_transport_without_claims_checks_the_session_by_keepalive() {
    let (mut world, id, ..) = attached(recovering());
    world.transport_closes(lost());
    world.until_opening();
    world.open_with(Capabilities { can_probe: false, claims: false, queues: false });
    let sent = world.all_sent();
    assert_eq!(verbs(&sent), ["info", "keepalive"]);
    assert_eq!((&sent[1]["session_id"], &sent[1]["handle_id"]), (&json!(id.get()), &Value::Null));
    world.happened();
    world.respond("ack", &sent[1], json!({}));
    let done = world.done();
    let Happened::Resumed(_, sessions, 0) = &done[1] else { panic!("not resumed: {done:?}") };
    assert!(sessions.events_may_be_lost(), "a lost poll may have contained events");
}

#[test]
fn handles_are_confirmed_within_a_bound_and_after_the_applications_requests() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let (session, _) = world.session();
    let handles: Vec<_> = (0..300).map(|_| world.handle(session).0).collect();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let checks = world.all_sent();
    assert_eq!(checks.len(), 256);
    let (_, sent) = send_message(&mut world, handles[0]);
    assert_eq!(sent["janus"], "message");
    for check in &checks[..50] {
        world.respond("ack", check, json!({}));
    }
    assert_eq!(world.all_sent().len(), 300 - 256);

    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.all_sent();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let mut confirmed = 0;
    loop {
        let checks = world.all_sent();
        if checks.is_empty() {
            break;
        }
        confirmed += checks.len();
        for check in &checks {
            world.respond("ack", check, json!({}));
        }
    }
    assert_eq!(confirmed, 300, "each handle is confirmed once");
}

#[test]
fn a_request_that_waits_through_two_outages_is_sent_once() {
    let (mut world, _, handle, _) = attached(recovering());
    world.transport_closes(lost());
    world.reconnect_to_claim();
    let (_, sent) = send_message(&mut world, handle);
    assert_eq!(sent, Value::Null);
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    assert_eq!(verbs(&world.all_sent()), ["message", "keepalive"]);
}

#[test]
fn a_message_is_not_lost_during_a_second_outage() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, _) = send_message(&mut world, handle);
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.pass_seconds(1);
    world.all_sent();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.pass_seconds(2);
    world.assert_pending(request);
    world.succeed(&claim, json!({}));
    world.pass(Duration::from_millis(1_999));
    world.assert_pending(request);
    world.pass(Duration::from_millis(1));
    world.assert_fails(request, ErrorCode::ResponseLost);
}

/// A timer that is left would wake the driver of a connection that is over.
#[test]
fn nothing_is_awaited_once_the_connection_has_ended() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, _) = send_message(&mut world, handle);
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.all_sent();
    world.command(|engine, now| engine.close(now, false));
    world.transport_closes(lost());
    world.assert_fails(request, ErrorCode::ConnectionClosed);
    assert_eq!(world.wait.0, None);
}

#[test]
fn a_session_is_kept_alive_on_the_new_transport() {
    let (mut world, ..) = attached(recovering());
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.all_sent();
    world.pass(Duration::from_millis(6_660));
    let keepalive = world.sent();
    assert_eq!((&keepalive["janus"], &keepalive["handle_id"]), (&json!("keepalive"), &Value::Null));
}
