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

/// A world whose transport connection is never probed, so that only keepalives are sent.
fn world(session_timeout: u64, reclaim: u64) -> World {
    let mut config = config();
    config.probe_after = Some(Duration::from_secs(1_000_000));
    World::connected_with(config, session_timeout, reclaim)
}

/// The milliseconds between keepalives that Janus acknowledges.
fn interval(mut world: World, options: CreateOptions) -> u64 {
    world.session_with(options);
    let mut at = Vec::new();
    for _ in 0..3 {
        let due = world.wait.0.expect("a keepalive is due");
        world.pass(due.since(world.now));
        let sent = world.sent();
        assert_eq!(sent["janus"], "keepalive");
        at.push(world.now.as_micros() / 1000);
        world.respond("ack", &sent, json!({}));
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
    assert_eq!(interval(0, 0), 30_000, "without it a proxy may close the transport connection");
    assert_eq!(interval(60, 30), 9_990, "a third of the reclaim time");
    assert_eq!(interval(6, 3000), 3_000);
    assert_eq!(interval(u64::MAX, u64::MAX), 30_000);
}

#[test]
fn the_applications_interval_wins() {
    let of = |interval| CreateOptions { keepalive: Some(interval), ..CreateOptions::default() };
    assert_eq!(interval(world(60, 0), of(Duration::from_secs(50))), 50_000);
    assert_eq!(interval(world(60, 0), of(Duration::from_secs(2))), 2_000);
    assert_eq!(interval(world(60, 0), of(Duration::ZERO)), 100, "zero is raised to 100 ms");
}

#[test]
fn an_interval_longer_than_the_session_timeout_gives_a_notice() {
    let options = |seconds| CreateOptions { keepalive: Some(Duration::from_secs(seconds)), id: None };
    let create = |world: &mut World, seconds| {
        world.command(|engine, now| engine.create(now, options(seconds)));
        let sent = world.sent();
        world.succeed(&sent, json!({ "data": { "id": seconds } }));
        world.notices()
    };
    let notice = |seconds| Notice::KeepaliveTooLong {
        session: SessionId::new(seconds).unwrap(),
        interval: Duration::from_secs(seconds),
        session_timeout: Duration::from_secs(20),
    };
    assert_eq!(create(&mut world(20, 0), 19), []);
    assert_eq!(create(&mut world(20, 0), 20), [notice(20)]);
    assert_eq!(create(&mut world(0, 0), 1000), []);
}

#[test]
fn limits_that_arrive_late_apply_to_existing_sessions() {
    let mut world = World::new(config());
    world.connect();
    world.open();
    let info = world.sent();
    world.session();
    world.session_with(CreateOptions { keepalive: Some(Duration::from_secs(25)), id: None });
    let limits = json!({ "session-timeout": 8, "reclaim-session-timeout": 0, "version": 1102 });
    world.respond("server_info", &info, limits);
    assert_eq!(world.notices().len(), 1, "25 s are more than 8 s");
    world.pass(Duration::from_millis(3_999));
    world.assert_nothing_sent();
    world.pass(Duration::from_millis(1));
    assert_eq!(world.sent()["session_id"], 1001);
}

#[test]
fn any_request_of_the_session_postpones_its_keepalive() {
    let mut world = world(60, 0);
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    for _ in 0..4 {
        world.pass_seconds(20);
        world.command(|engine, now| engine.trickle(now, handle, r#""candidate":{}"#.into()));
        let sent = world.sent();
        assert_eq!(sent["janus"], "trickle");
        world.respond("ack", &sent, json!({}));
    }
    world.pass(Duration::from_millis(29_999));
    world.assert_nothing_sent();
    world.pass(Duration::from_millis(1));
    assert_eq!(world.sent()["janus"], "keepalive");
}

#[test]
fn requests_of_another_session_do_not_postpone_the_keepalive() {
    let mut world = world(60, 0);
    let (quiet, _) = world.session();
    let (busy, _) = world.session();
    let (handle, _) = world.handle(busy);
    world.pass_seconds(20);
    world.command(|engine, now| engine.hangup(now, handle));
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
fn the_applications_keepalive_is_a_request_like_others() {
    let mut world = world(60, 0);
    let (session, id) = world.session();
    let send = |world: &mut World| {
        let options = RequestOptions::default();
        let target = Target::Session(session);
        let request =
            world.command(|engine, now| engine.request(now, target, Verb::Keepalive, None, options));
        (request, world.sent())
    };
    let (request, sent) = send(&mut world);
    assert_eq!(sent["session_id"], id.get());
    world.respond("ack", &sent, json!({}));
    world.reply(request).unwrap();
    let (request, sent) = send(&mut world);
    world.refuse(&sent, 403);
    world.assert_fails(request, ErrorCode::JanusRefused);
    assert_eq!(world.happened(), [], "the caller gets the error");
}

#[test]
fn a_refused_keepalive_gives_a_notice() {
    let mut world = world(60, 0);
    let (_, session) = world.session();
    world.pass_seconds(30);
    let keepalive = world.sent();
    world.refuse(&keepalive, 403);
    let [Notice::KeepaliveRefused { session: of, error }] = &world.notices()[..] else { panic!("no notice") };
    assert_eq!((*of, error.janus_code()), (session, Some(403)));
}

fn events_every_ten_seconds(world: &mut World, seconds: u64) {
    for _ in 0..seconds / 10 {
        world.pass_seconds(10);
        let transport = world.transport.unwrap();
        world.command(|engine, now| engine.handle_alive(now, transport));
    }
}

#[test]
fn a_session_without_responses_to_keepalives_is_unresponsive() {
    let mut world = world(60, 0);
    let (_, id) = world.session();
    events_every_ten_seconds(&mut world, 30);
    assert_eq!(world.sent()["janus"], "keepalive");
    events_every_ten_seconds(&mut world, 20);
    assert_eq!(world.done(), [Happened::SessionEnded(id.get(), EndReason::Unresponsive)]);
    world.assert_empty();
}

#[test]
fn a_keepalive_without_a_response_on_a_silent_transport_means_a_lost_transport() {
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
fn a_full_transport_gets_one_keepalive() {
    let mut config = config();
    config.probe_after = Some(Duration::from_secs(1_000_000));
    let mut world = World::connected_with(config, 60, 0);
    world.session_with(CreateOptions { keepalive: Some(Duration::from_secs(10)), id: None });
    world.command(|engine, _| engine.handle_writable(false));
    events_every_ten_seconds(&mut world, 100);
    world.command(|engine, _| engine.handle_writable(true));
    let verbs: Vec<Value> = world.all_sent().iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(verbs, ["keepalive"]);
}
