//! The statistics of a connection.

use std::time::Duration;

use bifrons::engine::{RequestOptions, Stats, Target, Timeout};
use bifrons::error::{Error, ErrorCode};
use bifrons::wire::Verb;
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{World, event, lost, recovering};

fn ends(stats: Stats) -> [u64; 7] {
    let Stats { succeeded, refused, timed_out, cancelled, lost, failed, in_flight, .. } = stats;
    [succeeded, refused, timed_out, cancelled, lost, failed, in_flight]
}

#[test]
fn each_request_is_counted_by_its_end() {
    let mut world = World::connected();
    let send = |world: &mut World| {
        let request = world.command(|engine, now| engine.ping(now));
        (request, world.sent())
    };
    let (_, sent) = send(&mut world);
    world.respond("pong", &sent, json!({}));
    let (_, sent) = send(&mut world);
    world.refuse(&sent, 490);
    send(&mut world);
    world.pass_seconds(10);
    let (cancelled, _) = send(&mut world);
    world.command(|engine, now| engine.cancel(now, cancelled));
    let (too_long, _) = send(&mut world);
    let too_large = Error::new(ErrorCode::MessageTooLarge, "too long");
    world.command(|engine, now| engine.handle_refused(now, too_long, too_large));
    send(&mut world);
    let stats = world.engine.stats();
    // The engine's own request `info` was sent, too.
    assert_eq!((stats.requests, stats.sent), (6, 7));
    assert_eq!(ends(stats), [1, 1, 1, 1, 0, 1, 1]);
    world.transport_closes(lost());
    let stats = world.engine.stats();
    assert_eq!((stats.requests, ends(stats)), (6, [1, 1, 1, 1, 1, 1, 0]));
    assert_eq!(stats.named().find(|(name, _)| *name == "refused"), Some(("refused", 1)));
}

#[test]
fn every_end_of_a_handle_session_or_connection_loses_its_requests() {
    let mut world = World::connected();
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    world.command(|engine, now| engine.hangup(now, handle));
    world.command(|engine, now| engine.release(now, handle));
    assert_eq!(world.engine.stats().lost, 1, "with its handle");
    world.command(|engine, now| engine.attach(now, session, Default::default()));
    world.command(|engine, now| engine.forget(now, session));
    assert_eq!(world.engine.stats().lost, 2, "with its session");
    world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.close(now, false));
    assert_eq!(world.engine.stats().lost, 3, "with the connection");
}

#[test]
fn a_request_that_is_sent_again_counts_once() {
    let mut world = World::connected_with(recovering(), 60, 20);
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    world.receive(event("webrtcup", id, handle_id, json!({})));
    let before = world.engine.stats();
    world.command(|engine, now| engine.trickle(now, handle, r#""candidate":{}"#.into()));
    world.all_sent();
    world.transport_closes(lost());
    let claim = world.reconnect_to_claim();
    world.succeed(&claim, json!({}));
    let stats = world.engine.stats();
    assert_eq!((stats.repeated, stats.reconnects, stats.events), (1, 1, 1));
    assert_eq!(stats.requests - before.requests, 1);
}

#[test]
fn round_trips_are_accurate_to_an_eighth() {
    let mut world = World::connected();
    let took = |world: &mut World, micros: u64| {
        world.command(|engine, now| engine.ping(now));
        let sent = world.sent();
        world.now = world.now + Duration::from_micros(micros);
        world.respond("pong", &sent, json!({}));
    };
    let of = |world: &World| {
        let stats = world.engine.stats();
        [stats.round_trip_p50_us, stats.round_trip_p90_us, stats.round_trip_p99_us]
    };
    assert_eq!(of(&world), [0, 0, 0], "no response arrived yet");
    took(&mut world, 0);
    assert_eq!(of(&world), [9, 9, 9], "the shortest round trip that is reported");
    for micros in 1..1_000 {
        took(&mut world, micros * 10);
    }
    for (reported, right) in of(&world).into_iter().zip([5_000, 9_000, 9_900]) {
        assert!((right..=right + right / 8 + 1).contains(&reported), "{reported} instead of {right}");
    }
}

#[test]
fn round_trips_of_any_length_are_reported() {
    for (micros, most) in [(8, 9), (15, 16), (16, 18), (17, 18), (18, 20), (1_000, 1_024), (1_024, 1_152)] {
        let mut world = World::connected();
        world.command(|engine, now| engine.ping(now));
        let sent = world.sent();
        world.now = world.now + Duration::from_micros(micros);
        world.respond("pong", &sent, json!({}));
        assert_eq!(world.engine.stats().round_trip_p50_us, most, "{micros} µs");
    }
    let mut world = World::connected();
    let endless = RequestOptions { timeout: Timeout::Never, ..RequestOptions::default() };
    world.command(|engine, now| engine.request(now, Target::Connection, Verb::Ping, None, endless));
    let sent = world.sent();
    world.now = world.now + Duration::from_secs(1 << 40);
    world.respond("pong", &sent, json!({}));
    let day = Duration::from_secs(24 * 60 * 60).as_micros() as u64;
    assert!(world.engine.stats().round_trip_p50_us > day / 24, "the longest round trip of the histogram");
}
