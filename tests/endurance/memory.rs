//! What this process holds.

use std::fs;

/// Its resident memory, in KB.
pub(crate) fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line for it");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

/// How much more may be resident when nothing more is held: the allocator keeps some, and no run is like another.
const NOISE: u64 = 2_048;

#[track_caller]
pub(crate) fn assert_back(before: u64, what: &str) {
    let now = resident();
    assert!(now <= before + NOISE, "{what}: {before} KB became {now}");
}
