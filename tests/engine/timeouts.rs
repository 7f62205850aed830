//! Requests that time out or are cancelled, and responses that arrive later.

use std::time::Duration;

use bifrons::CreateOptions;
use bifrons::engine::{Notice, RequestId, RequestOptions, Timeout};
use bifrons::error::ErrorCode;
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, Kind};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{World, config, event, lost, recovering};

fn send_message(world: &mut World, timeout: Timeout) -> RequestId {
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    let options = RequestOptions { timeout, ..RequestOptions::default() };
    let request = world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    world.sent();
    request
}

#[test]
fn a_request_times_out_after_ten_seconds() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    assert_eq!(world.wait.0, Some(Time::from_millis(10_000)));
    world.pass(Duration::from_millis(9_999));
    world.assert_pending(request);
    world.pass(Duration::from_millis(1));
    let error = world.error(request);
    assert_eq!((error.code(), error.request()), (ErrorCode::Timeout, Some("ping")));
    assert_eq!((error.sent(), error.elapsed()), (Some(true), Some(Duration::from_secs(10))));
    assert_eq!(world.engine.stats().timed_out, 1);
    world.assert_empty();
}

#[test]
fn each_request_may_have_its_own_timeout() {
    let mut world = World::connected();
    let short = send_message(&mut world, Timeout::After(Duration::from_millis(1)));
    let long = send_message(&mut world, Timeout::After(Duration::from_secs(12)));
    let longest = send_message(&mut world, Timeout::After(Duration::MAX));
    let forever = send_message(&mut world, Timeout::Never);
    world.pass(Duration::from_millis(1));
    world.assert_fails(short, ErrorCode::Timeout);
    world.pass(Duration::from_millis(11_998));
    world.assert_pending(long);
    world.pass(Duration::from_millis(1));
    world.assert_fails(long, ErrorCode::Timeout);
    world.assert_pending(longest);
    world.assert_pending(forever);
}

#[test]
fn a_timeout_of_zero_ends_the_request_at_once() {
    let mut world = World::connected();
    let request = send_message(&mut world, Timeout::After(Duration::ZERO));
    world.pass(Duration::ZERO);
    world.assert_fails(request, ErrorCode::Timeout);
}

#[test]
fn without_a_default_timeout_requests_wait_for_ever() {
    let mut config = config();
    config.request_timeout = None;
    let mut world = World::connected_with(config, 0, 0);
    let request = world.command(|engine, now| engine.ping(now));
    world.pass_alive(500);
    world.assert_pending(request);
}

#[test]
fn a_timeout_can_be_changed_while_the_request_is_pending() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    world.pass_seconds(1);
    world.command(|engine, now| engine.set_timeout(now, request, Timeout::After(Duration::from_secs(3))));
    world.pass(Duration::from_millis(1_999));
    world.assert_pending(request);
    world.pass(Duration::from_millis(1));
    world.assert_fails(request, ErrorCode::Timeout);

    let request = world.command(|engine, now| engine.ping(now));
    world.pass_seconds(5);
    world.command(|engine, now| engine.set_timeout(now, request, Timeout::After(Duration::from_secs(2))));
    world.pass(Duration::ZERO);
    world.assert_fails(request, ErrorCode::Timeout);
}

#[test]
fn a_cancelled_request_ends_at_once() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.cancel(now, request));
    world.assert_fails(request, ErrorCode::Cancelled);
    assert_eq!(world.engine.stats().cancelled, 1);
    world.command(|engine, now| engine.cancel(now, request));
    world.assert_empty();
}

#[test]
fn a_request_cancelled_before_it_was_sent_is_not_sent() {
    let mut world = World::connected();
    world.command(|engine, now| {
        let request = engine.ping(now);
        engine.cancel(now, request);
    });
    world.assert_nothing_sent();
}

#[test]
fn the_deadlines_of_ended_requests_are_removed() {
    let mut world = World::connected();
    for _ in 0..1_000 {
        world.command(|engine, now| engine.ping(now));
        let sent = world.sent();
        world.respond("pong", &sent, json!({}));
    }
    let text = format!("{:?}", world.engine);
    let (_, deadlines) = text.split_once("deadlines: ").unwrap();
    let count: usize = deadlines.split(',').next().unwrap().parse().unwrap();
    assert!(count < 100, "{text}");
}

#[test]
fn a_late_response_gives_a_notice_and_has_no_effect() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    let sent = world.sent();
    world.command(|engine, now| engine.cancel(now, request));
    world.assert_fails(request, ErrorCode::Cancelled);
    world.respond("pong", &sent, json!({}));
    assert_eq!(world.notices(), [Notice::LateResponse { request, kind: Kind::Pong }]);
    world.refuse(&sent, 490);
    assert_eq!(world.notices(), [Notice::LateResponse { request, kind: Kind::Error }]);
    assert_eq!((world.engine.stats().late, world.engine.stats().protocol_violations), (2, 0));
}

#[test]
fn a_session_created_by_an_ended_request_is_destroyed() {
    for give_up in [true, false] {
        let mut world = World::connected();
        let request = world.command(|engine, now| engine.create(now, CreateOptions::default()));
        let sent = world.sent();
        match give_up {
            true => world.command(|engine, now| engine.cancel(now, request)),
            false => world.pass_seconds(10),
        }
        world.error(request);
        world.succeed(&sent, json!({ "data": { "id": 77 } }));
        let undone = [Notice::LateResponse { request, kind: Kind::Success }, Notice::CleanedUp { request }];
        assert_eq!(world.notices(), undone);
        let destroy = world.sent();
        assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(77)));
        world.succeed(&destroy, json!({}));
        assert_eq!(world.happened(), []);
        world.assert_empty();
    }
}

#[test]
fn a_handle_attached_by_an_ended_request_is_detached() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let request = world.command(|engine, now| engine.attach(now, session, AttachOptions::default()));
    let sent = world.sent();
    world.command(|engine, now| engine.cancel(now, request));
    world.assert_fails(request, ErrorCode::Cancelled);
    world.succeed(&sent, json!({ "data": { "id": 88 } }));
    let undone = [Notice::LateResponse { request, kind: Kind::Success }, Notice::CleanedUp { request }];
    assert_eq!(world.notices(), undone);
    let detach = world.sent();
    assert_eq!(detach["janus"], "detach");
    assert_eq!((&detach["session_id"], &detach["handle_id"]), (&json!(id.get()), &json!(88)));
    // Events of the handle until then are no protocol violation.
    world.receive(event("event", id, 88, json!({ "plugindata": { "plugin": "p", "data": {} } })));
    world.receive(event("detached", id, 88, json!({})));
    world.succeed(&detach, json!({}));
    assert_eq!(world.happened(), []);
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn a_refused_clean_up_is_ignored() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let sent = world.sent();
    world.command(|engine, now| engine.cancel(now, request));
    world.succeed(&sent, json!({ "data": { "id": 77 } }));
    let destroy = world.sent();
    world.refuse(&destroy, 458);
    world.pass_seconds(1);
    assert_eq!(world.done(), []);
    world.assert_empty();
}

#[test]
fn the_error_text_states_whether_the_request_was_sent() {
    let mut world = World::connected();
    let ping = world.command(|engine, now| engine.ping(now));
    world.pass_seconds(10);
    let error = world.error(ping);
    assert_eq!(error.sent(), Some(true));
    assert_eq!(error.to_string(), "ping: no response within 10 s; Janus may still carry the request out");

    let mut world = World::connected();
    world.engine.handle_writable(false);
    let ping = world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.set_timeout(now, ping, Timeout::After(Duration::from_millis(1_500))));
    world.pass_seconds(2);
    let error = world.error(ping);
    assert_eq!(error.sent(), Some(false));
    assert_eq!(error.to_string(), "ping: not sent within 1500 ms: the connection took no more data");

    let mut world = World::connected_with(recovering(), 60, 20);
    world.transport_closes(lost());
    let ping = world.command(|engine, now| engine.ping(now));
    world.pass_seconds(10);
    let error = world.error(ping);
    assert_eq!(error.sent(), Some(false));
    assert_eq!(error.to_string(), "ping: not sent within 10 s: there was no connection to Janus");
}
