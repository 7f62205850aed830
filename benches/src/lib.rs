//! The code that the clients and the peer share.

use std::fs;

mod scenarios;

pub use scenarios::{SCENARIOS, Scenario, World};

/// An SDP offer of the size that browsers make.
pub const OFFER_BYTES: usize = 2_700;
/// An SDP answer of the size that Janus makes.
pub const ANSWER_BYTES: usize = 3_000;
/// The events of one run of `events`.
pub const EVENTS: u64 = 200_000;
/// A candidate.
pub const CANDIDATE: &str = "candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host";

/// A text of `bytes` bytes with the line ends of an SDP.
pub fn sdp(bytes: usize) -> String {
    format!("a={CANDIDATE}\r\n").chars().cycle().take(bytes).collect()
}

/// Janus's response to VideoRoom's `list` with 200 rooms: 80 KB.
pub fn rooms() -> String {
    let room = |id: u64| {
        format!(
            "{{\"room\":{id},\"description\":\"Room {id}\",\"pin_required\":false,\"is_private\":false,\
             \"max_publishers\":6,\"bitrate\":128000,\"fir_freq\":10,\"require_pvtid\":false,\
             \"require_e2ee\":false,\"dummy_publisher\":false,\"notify_joining\":false,\"audiocodec\":\"opus\",\
             \"videocodec\":\"vp8\",\"record\":false,\"lock_record\":false,\"num_participants\":0,\
             \"audiolevel_ext\":true,\"audiolevel_event\":false,\"videoorient_ext\":true,\
             \"playoutdelay_ext\":true,\"transport_wide_cc_ext\":true}}"
        )
    };
    let rooms: Vec<_> = (1..=200).map(room).collect();
    format!("{{\"videoroom\":\"success\",\"list\":[{}]}}", rooms.join(","))
}

/// The id of the last room in such a list, without parsing the rooms before it.
pub fn last_room(text: &str) -> Option<u64> {
    let (_, after) = text.rsplit_once("\"room\":")?;
    after.split(',').next()?.parse().ok()
}

/// The CPU time of this process so far, in microseconds.
pub fn cpu_micros() -> f64 {
    cpu_micros_of("self")
}

/// The CPU time of a process so far, in microseconds.
pub fn cpu_micros_of(pid: &str) -> f64 {
    // The sum over all threads; most clients have only one.
    let threads = fs::read_dir(format!("/proc/{pid}/task")).map(Iterator::flatten).into_iter().flatten();
    let nanos = threads.filter_map(|thread| {
        let stat = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        stat.split(' ').next()?.parse::<f64>().ok()
    });
    nanos.sum::<f64>() / 1000.0
}

/// An error that ends a client.
pub type Failure = Box<dyn std::error::Error>;

/// Runs the work, prints the CPU time of each operation in microseconds, and ends the process: closing the
/// connection is not measured.
///
/// # Errors
/// Returns the first error of the work.
pub async fn report(
    shape: Shape,
    work: impl Future<Output = Vec<Result<(), Failure>>>,
) -> Result<(), Failure> {
    let begun = cpu_micros();
    for outcome in work.await {
        outcome?;
    }
    println!("{:.4}", (cpu_micros() - begun) / shape.operations as f64);
    std::process::exit(0)
}

/// Attaches handles, and prints the CPU time of each in microseconds and the bytes that it keeps.
///
/// # Errors
/// Returns the error of `attach`.
pub async fn report_handles<H>(attach: impl Future<Output = Result<Vec<H>, Failure>>) -> Result<(), Failure> {
    let (memory, begun) = (resident_bytes(), cpu_micros());
    let handles = attach.await?;
    let count = handles.len() as f64;
    println!("{:.4} {:.0}", (cpu_micros() - begun) / count, (resident_bytes() - memory) / count);
    std::process::exit(0)
}

/// The memory of this process that is in use, in bytes.
pub fn resident_bytes() -> f64 {
    resident_bytes_of("self")
}

/// The memory of a process that is in use, in bytes.
pub fn resident_bytes_of(pid: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) * 1024.0
}

/// A workload: how many operations, how many at a time, over how many handles.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The number of operations.
    pub operations: usize,
    /// The number of concurrent operations.
    pub concurrency: usize,
    /// The number of handles.
    pub handles: usize,
}

/// The workload of this name.
pub fn shape(workload: &str) -> Option<Shape> {
    let (operations, concurrency, handles) = match workload {
        "start_1" => (20_000, 1, 1),
        "start_32" => (50_000, 32, 32),
        "start_32_of_50" => (50_000, 32, 50),
        "start_32_of_50000" => (50_000, 32, 50_000),
        "trickle_32" => (100_000, 32, 32),
        "list200_8" | "list200_8_typed" => (3_000, 8, 8),
        "events" => (EVENTS as usize, 1, 1),
        "events_of_50" => (EVENTS as usize, 1, 50),
        "events_of_50000" => (EVENTS as usize, 1, 50_000),
        "handles" => (20_000, 64, 20_000),
        _ => return None,
    };
    Some(Shape { operations, concurrency, handles })
}
