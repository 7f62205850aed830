//! The memory and the processor time of the process, by the names that Prometheus's own libraries have for them.

use procfs::process::Process;
use procfs::{page_size, ticks_per_second};
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;

/// Returns them; none if the system does not show them.
#[allow(clippy::cast_precision_loss, reason = "a number of ticks is far below 2^53")]
pub(super) fn registry() -> Registry {
    let mut registry = Registry::default();
    let Ok(stat) = Process::myself().and_then(|process| process.stat()) else { return registry };
    let seconds = (stat.utime + stat.stime) as f64 / ticks_per_second() as f64;
    let memory = i64::try_from(stat.rss * page_size()).unwrap_or(i64::MAX);
    registry.register("process_cpu_seconds", "Processor time of the process", ConstCounter::new(seconds));
    registry.register("process_resident_memory_bytes", "Memory of the process", ConstGauge::new(memory));
    registry
}
