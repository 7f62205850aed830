//! The counters of the core, of the driver and of the listeners, as metrics.

use std::fmt::Error;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric, NoLabelSet};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;

use crate::core::relay::{Counters, Histogram, Load};
use crate::server::Server;
use crate::server::webhooks::Numbers;

/// What was counted up to now.
#[derive(Debug)]
pub(super) struct Counted {
    counters: Counters,
    load: Load,
    open_connections: usize,
    refused_connections: u64,
    is_draining: bool,
    webhooks: Numbers,
}

impl Counted {
    pub(super) fn of(server: &Server) -> Self {
        let (open_connections, refused_connections) = server.connections();
        let (counters, load, is_draining) =
            server.look(|gateway| (gateway.counters().clone(), gateway.load(), gateway.is_draining()));
        Self {
            counters,
            load,
            open_connections,
            refused_connections,
            is_draining,
            webhooks: server.webhooks.numbers(),
        }
    }
}

impl Collector for Counted {
    fn encode(&self, encoder: DescriptorEncoder<'_>) -> Result<(), Error> {
        let mut metrics = Metrics(encoder);
        self.requests(&mut metrics)?;
        self.pages(&mut metrics)?;
        self.sessions(&mut metrics)?;
        self.janus(&mut metrics)?;
        self.webhooks(&mut metrics)
    }
}

impl Counted {
    fn requests(&self, metrics: &mut Metrics<'_>) -> Result<(), Error> {
        let requests = self.counters.requests.iter().map(|(kind, count)| {
            let labels = [
                ("verb", kind.verb),
                ("plugin", kind.plugin),
                ("request", kind.request),
                ("decision", kind.decision),
            ];
            (labels, *count)
        });
        metrics.counters("requests", "Requests of pages, by the decision about them", requests)?;
        let refused =
            self.counters.refused_tokens.iter().map(|(reason, count)| ([("reason", *reason)], *count));
        metrics.counters("tokens_refused", "Tokens that were refused", refused)?;
        metrics.counter(
            "verdicts_late",
            "Decisions of the host application that came too late, or twice",
            self.counters.late_verdicts,
        )
    }

    fn pages(&self, metrics: &mut Metrics<'_>) -> Result<(), Error> {
        metrics.gauge("pages", "Connections of pages; each request over HTTP is one", self.load.pages)?;
        metrics.counter(
            "pages_opened",
            "Connections of pages that were opened",
            self.counters.pages_opened,
        )?;
        let closed = self.counters.pages_closed.iter().map(|(reason, count)| ([("reason", *reason)], *count));
        metrics.counters("pages_closed", "Connections of pages that the gateway has closed", closed)?;
        metrics.gauge("connections", "Connections of the listeners", self.open_connections)?;
        metrics.counter(
            "connections_refused",
            "Connections that were refused because of the limits",
            self.refused_connections,
        )?;
        metrics.gauge("draining", "Whether the gateway accepts nothing new", usize::from(self.is_draining))
    }

    fn sessions(&self, metrics: &mut Metrics<'_>) -> Result<(), Error> {
        let sessions = self.load.sessions.iter().map(|(tenant, count)| ([("tenant", &**tenant)], *count));
        metrics.gauges("sessions", "Sessions of pages", sessions)?;
        metrics.counter("sessions_created", "Sessions that were created", self.counters.sessions_created)?;
        metrics.gauge("handles", "Handles of all sessions", self.load.handles)?;
        let created = self.load.created_rooms;
        metrics.gauge("rooms", "Rooms and mountpoints that users have created", created)?;
        let events = self.counters.events.iter().map(|(plugin, count)| ([("plugin", *plugin)], *count));
        metrics.counters("events", "Events of Janus that were passed to pages", events)?;
        metrics.counter(
            "events_dropped",
            "Events that were dropped, as their page reads too slowly",
            self.counters.dropped_events,
        )?;
        metrics.counter("events_lost", "Events of Janus whose page was away", self.counters.lost_events)
    }

    fn webhooks(&self, metrics: &mut Metrics<'_>) -> Result<(), Error> {
        let Numbers { delivered, failed, dropped, queued } = self.webhooks;
        metrics.counter("webhooks_delivered", "Reports that webhooks have taken", delivered)?;
        metrics.counter("webhooks_failed", "Attempts to deliver a report that failed", failed)?;
        metrics.counter("webhooks_dropped", "Reports that were dropped", dropped)?;
        metrics.gauge("webhooks_queued", "Reports that wait", queued)
    }

    fn janus(&self, metrics: &mut Metrics<'_>) -> Result<(), Error> {
        let named: Vec<_> = self
            .load
            .upstreams
            .iter()
            .enumerate()
            .map(|(index, upstream)| (index.to_string(), upstream))
            .collect();
        let connected = named
            .iter()
            .map(|(index, upstream)| ([("connection", &**index)], usize::from(upstream.is_connected)));
        metrics.gauges("janus_connected", "Whether a connection to Janus is open", connected)?;
        let connects = named.iter().map(|(index, upstream)| ([("connection", &**index)], upstream.connects));
        metrics.counters("janus_connects", "How often a connection to Janus was opened", connects)?;
        metrics.gauge(
            "pending_requests",
            "Requests that Janus has not responded to",
            self.load.pending_requests,
        )?;
        metrics.histogram(
            "janus_response_seconds",
            "Time from a request to the response of Janus",
            &self.counters.response_times,
        )
    }
}

/// Writes metrics.
struct Metrics<'e>(DescriptorEncoder<'e>);

impl Metrics<'_> {
    fn counter(&mut self, name: &str, help: &str, count: u64) -> Result<(), Error> {
        let metric = ConstCounter::new(count);
        metric.encode(self.0.encode_descriptor(name, help, None, MetricType::Counter)?)
    }

    fn counters<L: EncodeLabelSet>(
        &mut self,
        name: &str,
        help: &str,
        counts: impl IntoIterator<Item = (L, u64)>,
    ) -> Result<(), Error> {
        let mut family = self.0.encode_descriptor(name, help, None, MetricType::Counter)?;
        for (labels, count) in counts {
            ConstCounter::new(count).encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }

    fn gauge(&mut self, name: &str, help: &str, value: usize) -> Result<(), Error> {
        let metric = ConstGauge::new(number(value));
        metric.encode(self.0.encode_descriptor(name, help, None, MetricType::Gauge)?)
    }

    fn gauges<L: EncodeLabelSet>(
        &mut self,
        name: &str,
        help: &str,
        values: impl IntoIterator<Item = (L, usize)>,
    ) -> Result<(), Error> {
        let mut family = self.0.encode_descriptor(name, help, None, MetricType::Gauge)?;
        for (labels, value) in values {
            ConstGauge::new(number(value)).encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }

    fn histogram(&mut self, name: &str, help: &str, of: &Histogram) -> Result<(), Error> {
        let bounds =
            Histogram::BOUNDS.iter().map(|bound| std::time::Duration::from_millis(*bound).as_secs_f64());
        let beyond = of.count - of.counts.iter().sum::<u64>();
        let buckets: Vec<_> = bounds.zip(of.counts).chain(std::iter::once((f64::MAX, beyond))).collect();
        let mut metric = self.0.encode_descriptor(name, help, None, MetricType::Histogram)?;
        metric.encode_histogram::<NoLabelSet>(of.sum.as_secs_f64(), of.count, &buckets, None)
    }
}

fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
