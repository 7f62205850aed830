//! The counters of the core, of the driver and of the listeners, as metrics.

use std::fmt::Error;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric, NoLabelSet};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;

use crate::core::metrics::{Family, Labels, Values, counter, gauge};
use crate::core::relay::Gateway;
use crate::server::Server;
use crate::server::webhooks::Numbers;

/// What was counted up to now.
#[derive(Debug)]
pub(super) struct Counted(Vec<Family>);

impl Counted {
    pub(super) fn of(server: &Server) -> Self {
        let mut families = server.look(Gateway::metrics);
        let (open, refused) = server.connections();
        let Numbers { delivered, failed, dropped, queued } = server.webhooks.numbers();
        families.extend([
            gauge("connections", "Connections of the listeners", open),
            counter("connections_refused", "Connections that were refused because of the limits", refused),
            counter("webhooks_delivered", "Reports that webhooks have taken", delivered),
            counter("webhooks_failed", "Attempts to deliver a report that failed", failed),
            counter("webhooks_dropped", "Reports that were dropped", dropped),
            gauge("webhooks_queued", "Reports that wait", queued),
        ]);
        Self(families)
    }
}

impl Collector for Counted {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), Error> {
        self.0.iter().try_for_each(|family| encode(&mut encoder, family))
    }
}

fn encode(encoder: &mut DescriptorEncoder<'_>, Family { name, help, values }: &Family) -> Result<(), Error> {
    match values {
        Values::Counter(counts) => {
            encode_each(encoder, (name, help), MetricType::Counter, counts, ConstCounter::new)
        }
        Values::Gauge(values) => {
            let gauge = |value| ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX));
            encode_each(encoder, (name, help), MetricType::Gauge, values, gauge)
        }
        Values::Histogram { bounds, counts, sum } => {
            let bounds = bounds.iter().copied().chain([f64::MAX]);
            let buckets: Vec<_> = bounds.zip(counts.iter().copied()).collect();
            let mut metric = encoder.encode_descriptor(name, help, None, MetricType::Histogram)?;
            metric.encode_histogram::<NoLabelSet>(*sum, counts.iter().sum(), &buckets, None)
        }
    }
}

fn encode_each<M: EncodeMetric>(
    encoder: &mut DescriptorEncoder<'_>,
    (name, help): (&str, &str),
    kind: MetricType,
    values: &[(Labels, u64)],
    metric: impl Fn(u64) -> M,
) -> Result<(), Error> {
    let mut family = encoder.encode_descriptor(name, help, None, kind)?;
    if let [(labels, value)] = values
        && labels.is_empty()
    {
        return metric(*value).encode(family);
    }
    values.iter().try_for_each(|(labels, value)| metric(*value).encode(family.encode_family(labels)?))
}
