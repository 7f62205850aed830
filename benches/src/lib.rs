//! What the clients and the peer share.

use std::fs;

/// An SDP offer of the size that browsers make.
pub const OFFER_BYTES: usize = 2_700;
/// An SDP answer of the size that Janus makes.
pub const ANSWER_BYTES: usize = 3_000;
/// The events of one run of `events`.
pub const EVENTS: u64 = 200_000;

/// A text of `bytes` bytes with the line ends of an SDP.
pub fn sdp(bytes: usize) -> String {
    "a=candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host\r\n".chars().cycle().take(bytes).collect()
}

/// The CPU time of this thread so far, in microseconds; the clients have only one.
pub fn cpu_micros() -> f64 {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = stat.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok());
    nanos.unwrap_or(f64::NAN) / 1000.0
}

/// How many operations a workload runs, and how many of them at a time.
pub fn shape(workload: &str) -> Option<(usize, usize)> {
    Some(match workload {
        "start_1" => (10_000, 1),
        "start_32" => (30_000, 32),
        "trickle_32" => (60_000, 32),
        "list200_8" => (1_500, 8),
        "events" => (EVENTS as usize, 1),
        _ => return None,
    })
}
