//! From `connect` to a connection, or to the word that there is none.

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

/// As it is told: with the URL.
fn told() -> Error {
    Error::new(ErrorCode::ConnectFailed, "ws://one: refused")
}

/// When each attempt began, in milliseconds, and where it went.
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
        world.line_closes(refused());
        if let (Some(at), _) = world.wait {
            world.pass(at.since(world.now));
        }
    }
}

#[test]
fn the_first_address_is_opened_and_the_server_asked_about_itself() {
    let mut world = World::new(two_addresses());
    world.connect();
    assert_eq!(world.happened(), [Happened::Open(0)]);
    world.assert_nothing_sent();
    world.open();
    assert_eq!(world.happened(), [Happened::Connected(0)]);
    assert_eq!(world.sent_text(), r#"{"janus":"info","transaction":"100"}"#);
}

#[test]
fn what_is_to_be_done_is_there_until_it_is_taken() {
    let mut world = World::new(config());
    assert!(!world.engine.has_output());
    world.engine.connect(world.now);
    assert!(world.engine.has_output());
    world.drain();
    assert!(!world.engine.has_output());
}

#[test]
fn connecting_twice_is_connecting_once() {
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
fn addresses_take_turns_and_pauses_double() {
    let mut config = two_addresses();
    config.retry.max_retries = 6;
    let (attempts, end) = attempts(config);
    let expected = [(0, 0), (1000, 1), (3000, 0), (7000, 1), (15_000, 0), (25_000, 1), (35_000, 0)];
    assert_eq!(attempts, expected);
    assert_eq!(end, [Happened::Disconnected(Disconnect::Failed(told()))]);
}

#[test]
fn a_pause_longer_than_the_longest_pause_stays_as_it_is() {
    let mut config = config();
    let (pause, max_pause) = (Duration::from_secs(3), Duration::from_secs(1));
    config.retry = Retry { max_retries: 3, pause, max_pause, within: None };
    assert_eq!(attempts(config).0, [(0, 0), (3000, 0), (6000, 0), (9000, 0)]);
}

#[test]
fn no_retries_means_one_attempt() {
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
fn no_attempt_goes_on_after_the_deadline() {
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
fn a_failed_attempt_is_told_with_what_follows() {
    let mut config = config();
    config.retry.max_retries = 1;
    let mut world = World::new(config);
    world.connect();
    world.line_closes(refused());
    world.pass_seconds(1);
    world.line_closes(refused());
    let failed = |retry_in| Notice::AttemptFailed { address: 0, error: told(), retry_in };
    assert_eq!(world.notices(), [failed(Some(Duration::from_secs(1))), failed(None)]);
    assert_eq!(failed(None).to_string(), "ws://one: refused; giving up");
}

#[test]
fn what_can_never_work_is_not_tried_again() {
    for code in [ErrorCode::InvalidConfig, ErrorCode::Unsupported] {
        let mut world = World::new(config());
        world.connect();
        let error = Error::new(code, "never");
        world.line_closes(error.clone());
        let end = [Happened::Open(0), Happened::Disconnected(Disconnect::Failed(error))];
        assert_eq!(world.done(), end);
    }
}

#[test]
fn an_address_that_can_never_work_does_not_stand_in_the_way_of_the_next() {
    let mut world = World::new(two_addresses());
    world.connect();
    world.line_closes(Error::new(ErrorCode::Unsupported, "never"));
    world.pass_seconds(1);
    assert_eq!(world.done(), [Happened::Open(0), Happened::Open(1)]);
}

#[test]
fn an_attempt_that_takes_too_long_is_given_up() {
    let mut world = World::new(two_addresses());
    world.connect();
    let first = world.transport.unwrap();
    world.pass(Duration::from_millis(4_999));
    assert_eq!(world.done(), [Happened::Open(0)]);
    world.pass(Duration::from_millis(1));
    assert_eq!(world.done(), [Happened::Close]);
    world.pass_seconds(1);
    assert_eq!(world.done(), [Happened::Open(1)]);

    // Whatever the first transport does now is nobody's business.
    world.tell(|engine, now| engine.handle_opened(now, first, SOCKET));
    world.tell(|engine, now| engine.handle_closed(now, first, lost()));
    assert_eq!(world.happened(), []);
    world.open();
    assert_eq!(world.happened(), [Happened::Connected(1)]);
}

#[test]
fn closing_ends_the_attempts() {
    let mut idle = World::new(config());
    idle.tell(|engine, now| engine.close(now, true));
    assert_eq!(idle.happened(), [Happened::Disconnected(Disconnect::Closed)]);

    let mut opening = World::new(config());
    opening.connect();
    opening.tell(|engine, now| engine.close(now, true));
    let end = [Happened::Open(0), Happened::Close, Happened::Disconnected(Disconnect::Closed)];
    assert_eq!(opening.happened(), end);

    let mut pausing = World::new(config());
    pausing.connect();
    pausing.line_closes(refused());
    pausing.tell(|engine, now| engine.close(now, true));
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
    let before = world.tell(|engine, now| engine.ping(now));
    world.connect();
    let during = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    world.assert_nothing_sent();
    world.open();
    let verbs: Vec<_> = world.all_sent().iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(verbs, ["ping", "create", "info"]);
    world.assert_open(before);
    world.assert_open(during);
}

#[test]
fn a_request_that_waited_too_long_is_not_sent() {
    let mut world = World::new(two_addresses());
    world.connect();
    let request = world.tell(|engine, now| engine.ping(now));
    world.pass_seconds(10);
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::Timeout, Some(false)));
    world.open();
    assert_eq!(world.sent()["janus"], "info");
    world.assert_nothing_sent();
}

#[test]
fn requests_end_with_the_last_attempt() {
    let mut config = config();
    config.retry.max_retries = 0;
    let mut world = World::new(config);
    world.connect();
    let request = world.tell(|engine, now| engine.ping(now));
    world.line_closes(refused());
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ConnectionLost, Some(false)));
    world.assert_empty();
}

#[test]
fn a_configuration_that_cannot_work_is_refused() {
    let refuse = |config: Config| match Engine::<Value, String>::new(config, 0) {
        Err(error) => assert_eq!(error.code(), ErrorCode::InvalidConfig),
        Ok(_) => panic!("this can't work"),
    };
    refuse(Config::new(Vec::new()));
    for url in ["", "nonsense", "://host", "ws://", "ws:/host"] {
        refuse(Config::new(vec![Address::new(url)]));
    }
    let nothing: [fn(&mut Config); 5] = [
        |config| config.attempt_timeout = Duration::ZERO,
        |config| config.attempt_timeout = Duration::from_nanos(999_999),
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
fn time_that_goes_backwards_stands_still() {
    let mut world = World::new(config());
    world.now = Time::from_millis(9000);
    world.connect();
    world.now = Time::ZERO;
    let request = world.tell(|engine, now| engine.ping(now));
    world.now = Time::from_millis(18_999);
    world.tell(|engine, now| engine.handle_timeout(now));
    world.assert_open(request);
}
