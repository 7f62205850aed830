//! Addresses and configurations from any bytes, and an engine that runs with them.

#![allow(dead_code, unreachable_pub, reason = "each target uses a part of this module")]

use std::time::Duration;

use bifrons::engine::{Capabilities, Engine, Output};
use bifrons::error::{Error, ErrorCode};
use bifrons::time::Time;
use bifrons::{Address, Config, CreateOptions, Recovery, Retry};

const DURATIONS: [Duration; 8] = [
    Duration::ZERO,
    Duration::from_nanos(1),
    Duration::from_millis(1),
    Duration::from_secs(1),
    Duration::from_secs(60),
    Duration::from_secs(1 << 32),
    Duration::from_millis(u64::MAX),
    Duration::MAX,
];
const SIZES: [usize; 8] = [0, 1, 2, 64, 1024, 1 << 20, usize::MAX - 1, usize::MAX];
const ENDLESS: u8 = 7;

/// The first bytes choose the numbers; the rest is a URL.
pub fn config(bytes: &[u8]) {
    let Some((numbers, url)) = bytes.split_at_checked(12) else { return };
    let url = String::from_utf8_lossy(url);
    let address = Address::new(&*url).api_secret("SECRET").token("TOKEN");
    let duration = |at: usize| DURATIONS[usize::from(numbers[at] % 8)];
    let endless = |at: usize| (numbers[at] % 8 != ENDLESS).then(|| duration(at));
    let size = |at: usize| SIZES[usize::from(numbers[at] % 8)];
    let mut config = Config::new(vec![address; usize::from(numbers[0] % 3)]);
    config.retry = Retry {
        max_retries: [0, 1, 2, u32::MAX][usize::from(numbers[1] / 64)],
        pause: duration(1),
        max_pause: duration(2),
        within: endless(3),
    };
    config.recovery = (numbers[4] > 64).then(|| Recovery { within: endless(4), rebuild: numbers[4] > 128 });
    config.attempt_timeout = Some(duration(5));
    config.request_timeout = endless(6);
    config.probe_after = Some(duration(7));
    config.probe_timeout = duration(8);
    [config.max_requests, config.max_events, config.max_held_events] = [9, 10, 11].map(size);

    let shown = format!("{config:?}");
    assert!(!shown.contains("SECRET") && !shown.contains("TOKEN"));
    let refused = config.validate().err();
    assert!(refused.is_none_or(|error| error.code() == ErrorCode::InvalidConfig));
    if let Ok(engine) = Engine::new(config, 1) {
        run(engine);
    }
}

/// Connects, sends requests, loses the connection, and lets time pass.
fn run(mut engine: Engine<(), String>) {
    let mut now = Time::ZERO;
    let mut requests = 0;
    engine.connect(now);
    for step in 0..60_u64 {
        loop {
            match engine.poll_output() {
                Output::Wait { until, .. } => {
                    now = now.max(until.unwrap_or(now)).min(now + Duration::from_secs(1 << 20));
                    break;
                }
                Output::Open { transport, .. } if step % 3 == 0 => {
                    let error = Error::new(ErrorCode::ConnectFailed, "refused");
                    engine.handle_closed(now, transport, error);
                }
                Output::Open { transport, .. } => {
                    let traits = Capabilities { can_probe: step % 2 == 0, claims: true, queues: false };
                    engine.handle_opened(now, transport, traits);
                    engine.create(now, CreateOptions::default());
                    requests += 1;
                }
                _ => {}
            }
        }
        engine.handle_timeout(now);
        if step % 7 == 6 {
            engine.ping(now);
            requests += 1;
        }
    }
    engine.abandon(now);
    while !matches!(engine.poll_output(), Output::Wait { .. }) {}
    let stats = engine.stats();
    assert_eq!((stats.requests, stats.in_flight), (requests, 0), "each request has an outcome: {stats:?}");
}
