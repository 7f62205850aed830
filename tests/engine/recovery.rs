//! A transport breaks, and another takes its place: what waits, what is asked, what is told.

use std::time::Duration;

use bifrons::engine::{Capabilities, Completion, Disconnect, HandleKey, Notice, RequestOptions};
use bifrons::error::ErrorCode;
use bifrons::wire::AttachOptions;
use bifrons::{Config, CreateOptions, EndReason, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, answering_event, event, lost, plugin_event, recovering};

/// A session on a server that keeps sessions for 20 s, and a handle in it.
pub(crate) fn attached(config: Config) -> (World, SessionId, HandleKey, u64) {
    let mut world = World::connected_with(config, 60, 20);
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    (world, id, handle, handle_id)
}

pub(crate) fn ask(world: &mut World, handle: HandleKey) -> (bifrons::engine::RequestId, Value) {
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    let request = world.tell(|engine, now| engine.message(now, handle, "\"body\":{}".into(), options));
    (request, world.all_sent().pop().unwrap_or_default())
}

pub(crate) fn words(sent: &[Value]) -> Vec<&str> {
    sent.iter().map(|sent| sent["janus"].as_str().unwrap()).collect()
}

#[test]
fn a_session_is_claimed_and_its_handles_asked_for() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    world.line_closes(lost());
    assert_eq!(world.happened(), [Happened::Reconnecting(lost())]);
    world.pass(Duration::from_millis(250));
    assert_eq!(world.happened(), [Happened::Open(0)]);
    world.open();
    let sent = world.all_sent();
    assert_eq!(words(&sent), ["info", "claim"]);
    assert_eq!(sent[1]["session_id"], id.get());
    assert_eq!(world.happened(), [Happened::Reading(true)]);

    world.pass_seconds(1);
    world.succeed(&sent[1], json!({}));
    let [Happened::SessionResumed(now, before), Happened::Resumed(away, true, 0)] = world.happened()[..]
    else {
        panic!("the session lives on");
    };
    assert_eq!((now, before), (id.get(), id.get()));
    assert!((1_125..=1_250).contains(&away), "{away}");
    let check = world.sent();
    assert_eq!((&check["janus"], &check["handle_id"]), (&json!("keepalive"), &json!(handle_id)));
    world.answer("ack", &check, json!({}));
    world.assert_nothing_sent();

    world.hear(event("media", id, handle_id, json!({})));
    assert_eq!(world.read(handle).len(), 1);
    assert_eq!((world.engine.stats().reconnects, world.engine.stats().protocol_violations), (1, 0));
}

#[test]
fn without_recovery_a_break_is_the_end() {
    let (mut world, id, ..) = attached(super::support::config());
    world.line_closes(lost());
    let done = world.done();
    assert_eq!(done[1], Happened::SessionEnded(id.get(), EndReason::ConnectionLost));
    assert_eq!(done[2], Happened::Disconnected(Disconnect::Lost(lost())));
}

#[test]
fn requests_wait_until_their_session_is_back_and_others_do_not() {
    let (mut world, id, handle, _) = attached(recovering());
    let (_, other) = world.session();
    world.line_closes(lost());
    let (waits, _) = ask(&mut world, handle);
    let ping = world.tell(|engine, now| engine.ping(now));
    world.reconnect();
    let sent = world.all_sent();
    assert_eq!(words(&sent), ["ping", "info", "claim", "claim"]);
    world.answer("pong", &sent[0], json!({}));
    world.reply(ping).unwrap();
    world.happened();
    world.succeed(&sent[3], json!({}));
    assert_eq!(world.done(), [Happened::SessionResumed(other.get(), other.get())]);
    world.assert_nothing_sent();
    world.succeed(&sent[2], json!({}));
    let sent = world.all_sent();
    assert_eq!(words(&sent), ["message", "keepalive"]);
    assert_eq!(sent[0]["session_id"], id.get());
    world.succeed(&sent[0], json!({}));
    world.reply(waits).unwrap();
}

#[test]
fn what_may_be_sent_twice_is_with_the_same_transaction() {
    let (mut world, _, handle, _) = attached(recovering());
    let trickle = world.tell(|engine, now| engine.trickle(now, handle, "\"candidate\":{}".into()));
    let first = world.sent();
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let again = world.sent();
    assert_eq!(first, again);
    world.answer("ack", &again, json!({}));
    world.reply(trickle).unwrap();
    assert_eq!((world.engine.stats().repeated, world.engine.stats().lost), (1, 0));
}

#[test]
fn an_answer_to_a_message_of_the_old_line_ends_it_on_the_new_one() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    let (request, sent) = ask(&mut world, handle);
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.hear(answering_event(id, handle_id, &sent, json!({ "result": "ok" })));
    world.reply(request).unwrap();
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn a_message_without_an_ack_is_lost_two_seconds_after_all_is_back() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, _) = ask(&mut world, handle);
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.pass(Duration::from_millis(1_999));
    world.assert_open(request);
    world.pass(Duration::from_millis(1));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_eq!(world.engine.stats().lost, 1);
}

#[test]
fn a_message_with_an_ack_has_until_its_deadline() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, sent) = ask(&mut world, handle);
    world.answer("ack", &sent, json!({}));
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let left = Duration::from_secs(10).saturating_sub(world.now.since(bifrons::time::Time::ZERO));
    world.pass(left - Duration::from_millis(1));
    world.assert_open(request);
    world.pass(Duration::from_millis(1));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
}

#[test]
fn deadlines_go_on_counting_and_cancelling_works_without_a_line() {
    let (mut world, _, handle, _) = attached(recovering());
    world.line_closes(lost());
    let (late, _) = ask(&mut world, handle);
    let (unwanted, _) = ask(&mut world, handle);
    world.tell(|engine, now| engine.cancel(now, unwanted));
    world.assert_fails(unwanted, ErrorCode::Cancelled);
    world.pass_seconds(10);
    let error = world.error(late);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(false)));
}

#[test]
fn a_create_that_was_under_way_is_lost_and_undone_should_it_still_succeed() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let create = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    let created = world.sent();
    world.line_closes(lost());
    world.reconnect();
    assert_eq!(words(&world.all_sent()), ["info"]);
    world.pass_seconds(2);
    world.assert_fails(create, ErrorCode::ResponseLost);
    world.hear(json!({ "janus": "success", "transaction": created["transaction"], "data": { "id": 7 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["session_id"]), (&json!("destroy"), &json!(7)));
}

#[test]
fn a_session_whose_create_is_answered_on_the_new_line_is_claimed_there() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let create = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    let created = world.sent();
    world.line_closes(lost());
    world.reconnect();
    world.all_sent();
    world.hear(json!({ "janus": "success", "transaction": created["transaction"], "data": { "id": 7 } }));
    world.reply(create).unwrap();
    assert_eq!(world.sent()["janus"], "claim");
}

#[test]
fn a_destroy_and_a_detach_are_repeated_and_gone_means_done() {
    let (mut world, _, handle, _) = attached(recovering());
    let session = world.session();
    let detach = world.tell(|engine, now| engine.detach(now, handle));
    let destroy = world.tell(|engine, now| engine.destroy(now, session.0));
    world.all_sent();
    world.line_closes(lost());
    world.reconnect();
    let sent = world.all_sent();
    assert_eq!(words(&sent), ["info", "claim", "claim"]);
    world.refuse(&sent[2], 458);
    world.reply(destroy).unwrap();
    assert_eq!(world.done().last(), Some(&Happened::SessionEnded(session.1.get(), EndReason::Destroyed)));
    world.succeed(&sent[1], json!({}));
    let again = world.all_sent();
    assert_eq!(words(&again), ["detach", "keepalive"]);
    world.refuse(&again[0], 459);
    world.reply(detach).unwrap();
    assert_eq!(world.read(handle), [Told::Ended(EndReason::Detached)]);
    assert_eq!(world.engine.stats().succeeded, 3 + 2);
}

#[test]
fn a_session_that_is_gone_says_nothing_about_another_one_that_was_to_end() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let (key, gone) = world.session();
    let (other, _) = world.session();
    let attach = world.tell(|engine, now| engine.attach(now, key, AttachOptions::default()));
    let destroy = world.tell(|engine, now| engine.destroy(now, other));
    world.all_sent();
    world.line_closes(lost());
    world.until_opening();
    world.open();
    let claims = world.all_sent();
    let claim = claims.iter().find(|sent| sent["session_id"] == gone.get()).unwrap();
    world.happened();
    world.refuse(claim, 458);
    assert_eq!(world.done(), [Happened::SessionEnded(gone.get(), EndReason::LostInOutage)]);
    world.assert_fails(attach, ErrorCode::ResponseLost);
    world.assert_open(destroy);
}

#[test]
fn a_handle_that_is_gone_ends_in_one_event() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    world.hear(plugin_event(id, handle_id, json!({ "unread": true })));
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let check = world.sent();
    world.refuse(&check, 459);
    let told = world.read(handle);
    assert_eq!(told.len(), 2);
    assert_eq!(told[1], Told::Ended(EndReason::LostInOutage));
}

#[test]
fn a_handle_that_was_found_and_is_gone_later_was_not_lost_in_outage() {
    let (mut world, _, handle, _) = attached(recovering());
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let check = world.sent();
    world.answer("ack", &check, json!({}));
    let (request, sent) = ask(&mut world, handle);
    world.refuse(&sent, 459);
    world.assert_fails(request, ErrorCode::JanusRefused);
    assert_eq!(world.read(handle), [Told::Ended(EndReason::NotFound)]);
}

#[test]
fn a_session_that_is_gone_ends_with_all_that_was_asked_of_it() {
    let (mut world, id, handle, _) = attached(recovering());
    let (sent, _) = ask(&mut world, handle);
    world.line_closes(lost());
    let (unsent, _) = ask(&mut world, handle);
    let claim = world.reconnect_to_claim();
    world.happened();
    world.refuse(&claim, 458);
    let done = world.done();
    assert_eq!(done[1], Happened::SessionEnded(id.get(), EndReason::LostInOutage));
    assert!(matches!(done[2], Happened::Resumed(_, false, 0)), "{done:?}");
    assert_eq!(world.read(handle), [Told::Ended(EndReason::LostInOutage)]);
    let (sent, unsent) = (world.error(sent), world.error(unsent));
    assert_eq!((sent.code(), sent.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_eq!((unsent.code(), unsent.sent()), (ErrorCode::SessionGone, Some(false)));
    world.assert_empty();
}

#[test]
fn a_claim_that_is_refused_ends_the_session_and_says_why() {
    let (mut world, id, ..) = attached(recovering());
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.happened();
    world.refuse(&claim, 403);
    let happened = world.happened();
    let Happened::Notice(Notice::NotRecovered { session, handle: None, error }) = &happened[0] else {
        panic!("it is told: {happened:?}");
    };
    assert_eq!((*session, error.janus_code()), (id, Some(403)));
    assert!(happened.contains(&Happened::SessionEnded(id.get(), EndReason::LostInOutage)));
}

#[test]
fn a_claim_without_an_answer_makes_the_line_suspect() {
    let (mut world, ..) = attached(recovering());
    world.line_closes(lost());
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
fn a_line_without_claims_is_asked_by_keepalive() {
    let (mut world, id, ..) = attached(recovering());
    world.line_closes(lost());
    world.until_opening();
    world.open_with(Capabilities { can_probe: false, claims: false, queues: false });
    let sent = world.all_sent();
    assert_eq!(words(&sent), ["info", "keepalive"]);
    assert_eq!((&sent[1]["session_id"], &sent[1]["handle_id"]), (&json!(id.get()), &Value::Null));
    world.happened();
    world.answer("ack", &sent[1], json!({}));
    assert!(matches!(world.done()[1], Happened::Resumed(_, true, 0)), "a dead poll may have taken events");
}

#[test]
fn handles_are_asked_for_in_bounds_and_after_what_users_want() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let (session, _) = world.session();
    let handles: Vec<_> = (0..300).map(|_| world.handle(session).0).collect();
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let checks = world.all_sent();
    assert_eq!(checks.len(), 256);
    let (_, sent) = ask(&mut world, handles[0]);
    assert_eq!(sent["janus"], "message");
    for check in &checks[..50] {
        world.answer("ack", check, json!({}));
    }
    assert_eq!(world.all_sent().len(), 300 - 256);

    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.all_sent();
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let mut asked = 0;
    loop {
        let checks = world.all_sent();
        if checks.is_empty() {
            break;
        }
        asked += checks.len();
        for check in &checks {
            world.answer("ack", check, json!({}));
        }
    }
    assert_eq!(asked, 300, "each is asked for once");
}

#[test]
fn what_waits_for_a_claim_when_the_line_breaks_again_is_sent_once() {
    let (mut world, _, handle, _) = attached(recovering());
    world.line_closes(lost());
    world.reconnect_to_claim();
    let (_, sent) = ask(&mut world, handle);
    assert_eq!(sent, Value::Null);
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    assert_eq!(words(&world.all_sent()), ["message", "keepalive"]);
}

#[test]
fn a_message_is_not_lost_while_the_line_is_away_again() {
    let (mut world, _, handle, _) = attached(recovering());
    let (request, _) = ask(&mut world, handle);
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.pass_seconds(1);
    world.all_sent();
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.pass_seconds(2);
    world.assert_open(request);
    world.succeed(&claim, json!({}));
    world.pass(Duration::from_millis(1_999));
    world.assert_open(request);
    world.pass(Duration::from_millis(1));
    world.assert_fails(request, ErrorCode::ResponseLost);
}

#[test]
fn a_session_is_kept_alive_on_the_new_line() {
    let (mut world, ..) = attached(recovering());
    world.line_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    world.all_sent();
    world.pass(Duration::from_millis(6_660));
    let keepalive = world.sent();
    assert_eq!((&keepalive["janus"], &keepalive["handle_id"]), (&json!("keepalive"), &Value::Null));
}
