//! The memory of this process.

use std::fs;

/// The resident memory in KB.
pub(crate) fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux has this file");
    let line =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line with the resident memory");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

/// The maximum growth in KB without a leak: the allocator keeps some memory, and runs differ.
const NOISE: u64 = 2_048;

#[track_caller]
pub(crate) fn assert_released(before: u64, what: &str) {
    let now = resident();
    assert!(now <= before + NOISE, "{what}: {before} KB grew to {now} KB");
}
