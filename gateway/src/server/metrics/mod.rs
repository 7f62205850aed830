//! What the gateway measures, in the text format of OpenMetrics, which Prometheus reads.
//!
//! No label has a value that a page can invent: verbs, plugins, requests, reasons and tenants are those that the gateway
//! knows.

mod counted;
#[cfg(target_os = "linux")]
mod process;

use prometheus_client::encoding::text;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use self::counted::Counted;
use super::Server;

/// The content type of [`Server::metrics`].
pub(super) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The bounds of the times that a message takes in the gateway, in seconds.
const BOUNDS: [f64; 10] = [0.000_01, 0.000_02, 0.000_05, 0.000_1, 0.000_2, 0.000_5, 0.001, 0.005, 0.025, 0.1];

/// The times that messages take in the gateway: from their receipt until they are queued for sending.
#[derive(Debug)]
pub(super) struct Times {
    /// From pages.
    pub from_page: Histogram,
    /// From Janus.
    pub from_janus: Histogram,
}

impl Default for Times {
    fn default() -> Self {
        Self { from_page: Histogram::new(BOUNDS), from_janus: Histogram::new(BOUNDS) }
    }
}

impl Server {
    /// Returns all metrics in the text format of OpenMetrics, for an application's own endpoint.
    #[must_use]
    pub fn metrics(&self) -> String {
        let mut registry = Registry::with_prefix("bifrons_gateway");
        let times = &self.times;
        registry.register(
            "page_message_seconds",
            "Time that a message of a page takes in the gateway",
            times.from_page.clone(),
        );
        registry.register(
            "janus_message_seconds",
            "Time that a message of Janus takes in the gateway",
            times.from_janus.clone(),
        );
        registry.register_collector(Box::new(Counted::of(self)));
        // Writing to a text does not fail.
        let mut text = String::new();
        let _ = text::encode_registry(&mut text, &registry);
        #[cfg(target_os = "linux")]
        let _ = text::encode_registry(&mut text, &process::registry());
        let _ = text::encode_eof(&mut text);
        text
    }
}
