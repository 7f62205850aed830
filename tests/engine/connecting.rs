//! From `connect` to a connection, or to the report that the attempts failed.

use std::time::Duration;

use bifrons::engine::{Disconnect, Engine, Notice};
use bifrons::error::{Error, ErrorCode};
use bifrons::time::Time;
use bifrons::{Address, Config, CreateOptions, Retry};
use serde_json::Value;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, SOCKET, World, config, lost};

fn two_addresses() -> Config {
    let mut config = Config::new(vec![Address::new("ws://one"), Address::new("ws://two")]);
    config.retry.within = None;
    config
}

fn refused() -> Error {
    Error::new(ErrorCode::ConnectFailed, "refused")
}

/// The error as it is reported: with the URL.
fn reported() -> Error {
    Error::new(ErrorCode::ConnectFailed, "ws://one: refused")
}

/// The start of each attempt in milliseconds, and its address.
fn attempts(config: Config) -> (Vec<(u64, usize)>, Vec<Happened>) {
    let mut world = World::new(config);
    let mut attempts = Vec::new();
    world.connect();
    loop {
        let happened = world.done();
        let [Happened::Open(address)] = happened[..] else {
            world.assert_empty();
            return (attempts, happened);
        };
        attempts.push((world.now.as_micros() / 1000, address));
        world.transport_closes(refused());
        if let (Some(at), _) = world.wait {
            world.pass(at.since(world.now));
        }
    }
}

#[test]
fn the_first_address_is_opened_and_info_is_requested() {
    let mut world = World::new(two_addresses());
    world.connect();
    assert_eq!(world.happened(), [Happened::Open(0)]);
    world.assert_nothing_sent();
    world.open();
    assert_eq!(world.happened(), [Happened::Connected(0)]);
    assert_eq!(world.sent_text(), r#"{"janus":"info","transaction":"100"}"#);
}

#[test]
fn outputs_are_kept_until_they_are_read() {
    let mut world = World::new(config());
    assert!(!world.engine.has_output());
    world.engine.connect(world.now);
    assert!(world.engine.has_output());
    world.drain();
    assert!(!world.engine.has_output());
}

#[test]
fn a_second_connect_does_nothing() {
    let mut world = World::new(config());
    world.connect();
    world.connect();
    assert_eq!(world.happened(), [Happened::Open(0)]);
    world.open();
    world.open();
    assert_eq!(world.happened(), [Happened::Connected(0)]);
    world.connect();
    assert_eq!(world.happened(), []);
}

#[test]
fn attempts_alternate_between_addresses_and_the_backoff_doubles() {
    let mut config = two_addresses();
    config.retry.max_retries = 6;
    let (attempts, end) = attempts(config);
    let expected = [(0, 0), (1000, 1), (3000, 0), (7000, 1), (15_000, 0), (25_000, 1), (35_000, 0)];
    assert_eq!(attempts, expected);
    assert_eq!(end, [Happened::Disconnected(Disconnect::Failed(reported()))]);
}

#[test]
fn a_pause_above_the_maximum_pause_is_not_changed() {
    let mut config = config();
    let (pause, max_pause) = (Duration::from_secs(3), Duration::from_secs(1));
    config.retry = Retry { max_retries: 3, pause, max_pause, within: None };
    assert_eq!(attempts(config).0, [(0, 0), (3000, 0), (6000, 0), (9000, 0)]);
}

#[test]
fn without_retries_there_is_one_attempt() {
    let mut config = two_addresses();
    config.retry.max_retries = 0;
    assert_eq!(attempts(config).0, [(0, 0)]);
}

#[test]
fn no_attempt_begins_at_the_deadline() {
    let mut config = two_addresses();
    config.retry.max_retries = 100;
    config.retry.within = Some(Duration::from_secs(7));
    assert_eq!(attempts(config).0, [(0, 0), (1000, 1), (3000, 0)]);
}

#[test]
fn no_attempt_continues_after_the_deadline() {
    let mut config = config();
    config.retry.within = Some(Duration::from_secs(8));
    let mut world = World::new(config);
    world.connect();
    world.pass(Duration::from_millis(7_999));
    assert_eq!(world.done(), [Happened::Open(0), Happened::Close, Happened::Open(0)]);
    world.pass(Duration::from_millis(1));
    let [Happened::Close, Happened::Disconnected(Disconnect::Failed(error))] = &world.done()[..] else {
        panic!("the deadline has passed");
    };
    assert_eq!(error.code(), ErrorCode::ConnectFailed);
    world.assert_empty();
}

#[test]
fn the_notice_of_a_failed_attempt_contains_the_next_step() {
    let mut config = config();
    config.retry.max_retries = 1;
    let mut world = World::new(config);
    world.connect();
    world.transport_closes(refused());
    world.pass_seconds(1);
    world.transport_closes(refused());
    let failed = |retry_in| Notice::AttemptFailed { address: 0, error: reported(), retry_in };
    assert_eq!(world.notices(), [failed(Some(Duration::from_secs(1))), failed(None)]);
    assert_eq!(failed(None).to_string(), "ws://one: refused; giving up");
}

#[test]
fn an_attempt_that_can_never_succeed_is_not_retried() {
    for code in [ErrorCode::InvalidConfig, ErrorCode::Unsupported] {
        let mut world = World::new(config());
        world.connect();
        let error = Error::new(code, "never");
        world.transport_closes(error.clone());
        let end = [Happened::Open(0), Happened::Disconnected(Disconnect::Failed(error))];
        assert_eq!(world.done(), end);
    }
}

#[test]
fn after_an_address_that_can_never_work_the_next_one_is_tried() {
    let mut world = World::new(two_addresses());
    world.connect();
    world.transport_closes(Error::new(ErrorCode::Unsupported, "never"));
    world.pass_seconds(1);
    assert_eq!(world.done(), [Happened::Open(0), Happened::Open(1)]);
}

#[test]
fn an_attempt_ends_at_its_timeout() {
    let mut world = World::new(two_addresses());
    world.connect();
    let first = world.transport.unwrap();
    world.pass(Duration::from_millis(4_999));
    assert_eq!(world.done(), [Happened::Open(0)]);
    world.pass(Duration::from_millis(1));
    assert_eq!(world.done(), [Happened::Close]);
    world.pass_seconds(1);
    assert_eq!(world.done(), [Happened::Open(1)]);

    // The engine ignores the first transport connection from now on.
    world.command(|engine, now| engine.handle_opened(now, first, SOCKET));
    world.command(|engine, now| engine.handle_closed(now, first, lost()));
    assert_eq!(world.happened(), []);
    world.open();
    assert_eq!(world.happened(), [Happened::Connected(1)]);
}

#[test]
fn closing_ends_the_attempts() {
    let mut idle = World::new(config());
    idle.command(|engine, now| engine.close(now, true));
    assert_eq!(idle.happened(), [Happened::Disconnected(Disconnect::Closed)]);

    let mut opening = World::new(config());
    opening.connect();
    opening.command(|engine, now| engine.close(now, true));
    let end = [Happened::Open(0), Happened::Close, Happened::Disconnected(Disconnect::Closed)];
    assert_eq!(opening.happened(), end);

    let mut pausing = World::new(config());
    pausing.connect();
    pausing.transport_closes(refused());
    pausing.command(|engine, now| engine.close(now, true));
    assert_eq!(pausing.done(), [Happened::Open(0), Happened::Disconnected(Disconnect::Closed)]);

    for mut world in [idle, opening, pausing] {
        world.connect();
        world.pass_seconds(100);
        assert_eq!(world.happened(), []);
        world.assert_empty();
    }
}

#[test]
fn requests_wait_for_the_connection() {
    let mut world = World::new(config());
    let before = world.command(|engine, now| engine.ping(now));
    world.connect();
    let during = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    world.assert_nothing_sent();
    world.open();
    let verbs: Vec<_> = world.all_sent().iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(verbs, ["ping", "create", "info"]);
    world.assert_pending(before);
    world.assert_pending(during);
}

#[test]
fn a_request_that_timed_out_unsent_is_not_sent() {
    let mut world = World::new(two_addresses());
    world.connect();
    let request = world.command(|engine, now| engine.ping(now));
    world.pass_seconds(10);
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(false)));
    world.open();
    assert_eq!(world.sent()["janus"], "info");
    world.assert_nothing_sent();
}

#[test]
fn requests_fail_with_the_last_attempt() {
    let mut config = config();
    config.retry.max_retries = 0;
    let mut world = World::new(config);
    world.connect();
    let request = world.command(|engine, now| engine.ping(now));
    world.transport_closes(refused());
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ConnectionLost, Some(false)));
    world.assert_empty();
}

#[test]
fn an_invalid_configuration_is_refused() {
    let refuse = |config: Config| match Engine::<Value, String>::new(config, 0) {
        Err(error) => assert_eq!(error.code(), ErrorCode::InvalidConfig),
        Ok(_) => panic!("an invalid configuration was accepted"),
    };
    refuse(Config::new(Vec::new()));
    for url in ["", "nonsense", "://host", "ws://", "ws:/host"] {
        refuse(Config::new(vec![Address::new(url)]));
    }
    let nothing: [fn(&mut Config); 5] = [
        |config| config.attempt_timeout = Some(Duration::ZERO),
        |config| config.attempt_timeout = Some(Duration::from_nanos(999_999)),
        |config| config.max_requests = 0,
        |config| config.max_events = 0,
        |config| config.max_message_size = 0,
    ];
    for spoil in nothing {
        let mut config = config();
        spoil(&mut config);
        refuse(config);
    }
}

#[test]
fn an_attempt_without_a_timeout_lasts_as_long_as_the_retries() {
    let mut config = config();
    config.attempt_timeout = None;
    config.retry = Retry { max_retries: 0, within: None, ..Retry::default() };
    let mut world = World::new(config.clone());
    world.connect();
    assert_eq!(world.happened(), [Happened::Open(0)]);
    assert_eq!(world.wait.0, None, "there is no deadline");
    world.open();
    assert_eq!(world.happened(), [Happened::Connected(0)]);

    config.retry.within = Some(Duration::from_secs(100));
    let mut world = World::new(config);
    world.connect();
    world.pass(Duration::from_millis(99_999));
    assert_eq!(world.happened(), [Happened::Open(0)]);
    world.pass(Duration::from_millis(1));
    assert!(matches!(world.done()[..], [Happened::Close, Happened::Disconnected(Disconnect::Failed(_))]));
}

#[test]
fn the_engine_ignores_a_time_in_the_past() {
    let mut world = World::new(config());
    world.now = Time::from_millis(9000);
    world.connect();
    world.now = Time::ZERO;
    let request = world.command(|engine, now| engine.ping(now));
    world.now = Time::from_millis(18_999);
    world.command(|engine, now| engine.handle_timeout(now));
    world.assert_pending(request);
}
