//! How sessions are kept alive.

use std::time::Duration;

use bifrons::engine::{EndReason, Notice, RequestOptions, Target};
use bifrons::error::ErrorCode;
use bifrons::wire::Verb;
use bifrons::{CreateOptions, SessionId};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, World, config};

/// A world whose transport is never probed: only keep-alives are looked at.
fn world(session_timeout: u64, reclaim: u64) -> World {
    let mut config = config();
    config.probe_after = Duration::from_secs(1_000_000);
    World::connected_with(config, session_timeout, reclaim)
}

/// The milliseconds between keep-alives that are answered.
fn interval(mut world: World, options: CreateOptions) -> u64 {
    world.session_with(options);
    let mut at = Vec::new();
    for _ in 0..3 {
        let due = world.wait.0.expect("a keep-alive is due");
        world.pass(due.since(world.now));
        let sent = world.sent();
        assert_eq!(sent["janus"], "keepalive");
        at.push(world.now.as_micros() / 1000);
        world.answer("ack", &sent, json!({}));
    }
    assert_eq!(at[1] - at[0], at[2] - at[1]);
    at[2] - at[1]
}

#[test]
fn the_interval_follows_the_servers_limits() {
    let interval =
        |session_timeout, reclaim| interval(world(session_timeout, reclaim), CreateOptions::default());
    assert_eq!(interval(60, 0), 30_000);
    assert_eq!(interval(20, 0), 10_000);
    assert_eq!(interval(600, 0), 30_000, "30 s at most");
    assert_eq!(interval(0, 0), 30_000, "sessions that never expire need proxies to stay open");
    assert_eq!(interval(60, 30), 9_990, "a third of the reclaim time");
    assert_eq!(interval(6, 3000), 3_000);
    assert_eq!(interval(u64::MAX, u64::MAX), 30_000);
}

#[test]
fn a_users_own_interval_wins() {
    let of = |interval| CreateOptions { keepalive: Some(interval), ..CreateOptions::default() };
    assert_eq!(interval(world(60, 0), of(Duration::from_secs(50))), 50_000);
    assert_eq!(interval(world(60, 0), of(Duration::from_secs(2))), 2_000);
    assert_eq!(interval(world(60, 0), of(Duration::ZERO)), 100, "but it is no endless loop");
}

#[test]
fn an_interval_longer_than_the_server_waits_is_told() {
    let options = |seconds| CreateOptions { keepalive: Some(Duration::from_secs(seconds)), id: None };
    let ask = |world: &mut World, seconds| {
        world.tell(|engine, now| engine.create(now, options(seconds)));
        let sent = world.sent();
        world.succeed(&sent, json!({ "data": { "id": seconds } }));
        world.notices()
    };
    let told = |seconds| Notice::KeepaliveTooLong {
        session: SessionId::new(seconds).unwrap(),
        interval: Duration::from_secs(seconds),
        session_timeout: Duration::from_secs(20),
    };
    assert_eq!(ask(&mut world(20, 0), 19), []);
    assert_eq!(ask(&mut world(20, 0), 20), [told(20)]);
    assert_eq!(ask(&mut world(0, 0), 1000), []);
}

#[test]
fn limits_that_come_late_hold_for_the_sessions_that_are_there() {
    let mut world = World::new(config());
    world.connect();
    world.open();
    let info = world.sent();
    world.session();
    world.session_with(CreateOptions { keepalive: Some(Duration::from_secs(25)), id: None });
    let limits = json!({ "session-timeout": 8, "reclaim-session-timeout": 0, "version": 1102 });
    world.answer("server_info", &info, limits);
    assert_eq!(world.notices().len(), 1, "25 s are more than 8");
    world.pass(Duration::from_millis(3_999));
    world.assert_nothing_sent();
    world.pass(Duration::from_millis(1));
    assert_eq!(world.sent()["session_id"], 1001);
}

#[test]
fn any_request_that_names_the_session_counts() {
    let mut world = world(60, 0);
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    for _ in 0..4 {
        world.pass_seconds(20);
        world.tell(|engine, now| engine.trickle(now, handle, r#""candidate":{}"#.into()));
        let sent = world.sent();
        assert_eq!(sent["janus"], "trickle");
        world.answer("ack", &sent, json!({}));
    }
    world.pass(Duration::from_millis(29_999));
    world.assert_nothing_sent();
    world.pass(Duration::from_millis(1));
    assert_eq!(world.sent()["janus"], "keepalive");
}

#[test]
fn requests_of_another_session_do_not_count() {
    let mut world = world(60, 0);
    let (quiet, _) = world.session();
    let (busy, _) = world.session();
    let (handle, _) = world.handle(busy);
    world.pass_seconds(20);
    world.tell(|engine, now| engine.hangup(now, handle));
    world.all_sent();
    world.pass_seconds(10);
    let quiet = world.engine.session_id(quiet).unwrap();
    let sent = world.all_sent();
    assert_eq!(sent.len(), 1);
    assert_eq!((&sent[0]["janus"], &sent[0]["session_id"]), (&json!("keepalive"), &json!(quiet.get())));
}

#[test]
fn a_session_that_is_gone_is_no_longer_kept_alive() {
    let mut world = world(60, 0);
    let (_, id) = world.session();
    world.pass_seconds(30);
    let keepalive = world.sent();
    world.refuse(&keepalive, 458);
    assert_eq!(world.done(), [Happened::SessionEnded(id.get(), EndReason::NotFound)]);
    world.pass_seconds(100);
    world.assert_nothing_sent();
    world.assert_empty();
}

#[test]
fn a_keep_alive_of_the_users_is_a_request_like_others() {
    let mut world = world(60, 0);
    let (session, id) = world.session();
    let ask = |world: &mut World| {
        let options = RequestOptions::default();
        let target = Target::Session(session);
        let request = world.tell(|engine, now| engine.request(now, target, Verb::Keepalive, None, options));
        (request, world.sent())
    };
    let (request, sent) = ask(&mut world);
    assert_eq!(sent["session_id"], id.get());
    world.answer("ack", &sent, json!({}));
    world.reply(request).unwrap();
    let (request, sent) = ask(&mut world);
    world.refuse(&sent, 403);
    world.assert_fails(request, ErrorCode::JanusRefused);
    assert_eq!(world.happened(), [], "its caller knows");
}

#[test]
fn keep_alives_that_are_refused_are_told() {
    let mut world = world(60, 0);
    let (_, session) = world.session();
    world.pass_seconds(30);
    let keepalive = world.sent();
    world.refuse(&keepalive, 403);
    let [Notice::KeepaliveRefused { session: of, error }] = &world.notices()[..] else { panic!("untold") };
    assert_eq!((*of, error.janus_code()), (session, Some(403)));
}

fn events_every_ten_seconds(world: &mut World, seconds: u64) {
    for _ in 0..seconds / 10 {
        world.pass_seconds(10);
        let transport = world.transport.unwrap();
        world.tell(|engine, now| engine.handle_alive(now, transport));
    }
}

#[test]
fn a_session_that_janus_no_longer_answers_for_is_unresponsive() {
    let mut world = world(60, 0);
    let (_, id) = world.session();
    events_every_ten_seconds(&mut world, 30);
    assert_eq!(world.sent()["janus"], "keepalive");
    events_every_ten_seconds(&mut world, 20);
    assert_eq!(world.done(), [Happened::SessionEnded(id.get(), EndReason::Unresponsive)]);
    world.assert_empty();
}

#[test]
fn a_silent_keep_alive_on_a_silent_line_means_a_dead_line() {
    let mut world = world(60, 0);
    world.session();
    world.pass(Duration::from_millis(44_999));
    assert_eq!(world.done(), []);
    world.pass(Duration::from_millis(1));
    let done = world.done();
    assert_eq!(done[0], Happened::Close);
    assert!(matches!(done[1], Happened::SessionEnded(_, EndReason::ConnectionLost)), "{done:?}");
    assert!(matches!(done[2], Happened::Disconnected(_)), "{done:?}");
}

#[test]
fn a_line_that_takes_nothing_gets_no_pile_of_keep_alives() {
    let mut config = config();
    config.probe_after = Duration::from_secs(1_000_000);
    let mut world = World::connected_with(config, 60, 0);
    world.session_with(CreateOptions { keepalive: Some(Duration::from_secs(10)), id: None });
    world.tell(|engine, _| engine.handle_writable(false));
    events_every_ten_seconds(&mut world, 100);
    world.tell(|engine, _| engine.handle_writable(true));
    let verbs: Vec<Value> = world.all_sent().iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(verbs, ["keepalive"]);
}
