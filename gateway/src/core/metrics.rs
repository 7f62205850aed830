//! What the core counts, as families of metrics: for each driver the same names, labels and texts.

use serde::Serialize;

use super::relay::{Gateway, Histogram};

/// The metrics of one name.
#[derive(Clone, Debug, Serialize)]
pub struct Family {
    /// The name, without a prefix and without the suffix `_total` of counters.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
    /// Its values.
    #[serde(flatten)]
    pub values: Values,
}

/// The values of a family.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", content = "values", rename_all = "lowercase")]
pub enum Values {
    /// Numbers that only grow.
    Counter(Vec<(Labels, u64)>),
    /// Numbers as they are now.
    Gauge(Vec<(Labels, u64)>),
    /// How often a number of seconds was up to each bound, without the bounds below; then how often it was above all bounds.
    Histogram {
        /// The bounds, in seconds.
        bounds: Vec<f64>,
        /// The numbers, one more than there are bounds.
        counts: Vec<u64>,
        /// The sum of the seconds.
        sum: f64,
    },
}

/// The names and values of labels.
pub type Labels = Vec<(&'static str, String)>;

/// A counter without labels.
#[must_use]
pub fn counter(name: &'static str, help: &'static str, count: u64) -> Family {
    Family { name, help, values: Values::Counter(vec![(Labels::new(), count)]) }
}

/// A gauge without labels.
#[must_use]
pub fn gauge(name: &'static str, help: &'static str, value: usize) -> Family {
    Family { name, help, values: Values::Gauge(vec![(Labels::new(), value as u64)]) }
}

fn counters(
    name: &'static str,
    help: &'static str,
    counts: impl IntoIterator<Item = (Labels, u64)>,
) -> Family {
    Family { name, help, values: Values::Counter(sorted(counts)) }
}

fn gauges(name: &'static str, help: &'static str, values: impl IntoIterator<Item = (Labels, u64)>) -> Family {
    Family { name, help, values: Values::Gauge(sorted(values)) }
}

fn sorted(values: impl IntoIterator<Item = (Labels, u64)>) -> Vec<(Labels, u64)> {
    let mut values: Vec<_> = values.into_iter().collect();
    values.sort_unstable();
    values
}

fn histogram(name: &'static str, help: &'static str, of: &Histogram) -> Family {
    let bounds = Histogram::BOUNDS.iter().map(|bound| std::time::Duration::from_millis(*bound).as_secs_f64());
    let beyond = of.count - of.counts.iter().sum::<u64>();
    let counts = of.counts.iter().copied().chain([beyond]).collect();
    let values = Values::Histogram { bounds: bounds.collect(), counts, sum: of.sum.as_secs_f64() };
    Family { name, help, values }
}

fn label(name: &'static str, value: &str) -> Labels {
    vec![(name, value.to_owned())]
}

impl Gateway {
    /// Returns all metrics of the core. No label has a value that a page can invent.
    #[must_use]
    pub fn metrics(&self) -> Vec<Family> {
        let (counted, load) = (self.counters(), self.load());
        let requests = counted.requests.iter().map(|(kind, count)| {
            let labels = [
                ("verb", kind.verb),
                ("plugin", kind.plugin),
                ("request", kind.request),
                ("decision", kind.decision),
            ];
            (labels.map(|(name, value)| (name, value.to_owned())).to_vec(), *count)
        });
        let refused = counted.refused_tokens.iter().map(|(reason, count)| (label("reason", reason), *count));
        let closed = counted.pages_closed.iter().map(|(reason, count)| (label("reason", reason), *count));
        let events = counted.events.iter().map(|(plugin, count)| (label("plugin", plugin), *count));
        let sessions = load.sessions.iter().map(|(tenant, count)| (label("tenant", tenant), *count as u64));
        let upstreams = || {
            load.upstreams
                .iter()
                .enumerate()
                .map(|(index, upstream)| (label("connection", &index.to_string()), upstream))
        };
        let connected = upstreams().map(|(labels, upstream)| (labels, u64::from(upstream.is_connected)));
        let connects = upstreams().map(|(labels, upstream)| (labels, upstream.connects));
        vec![
            counters("requests", "Requests of pages, by the decision about them", requests),
            counters("tokens_refused", "Tokens that were refused", refused),
            counter(
                "verdicts_late",
                "Decisions of the host application that came too late, or twice",
                counted.late_verdicts,
            ),
            counter(
                "verdicts_failed",
                "Requests that were refused because the host application failed to decide, or not in time",
                counted.failed_verdicts,
            ),
            gauge("pages", "Connections of pages; each request over HTTP is one", load.pages),
            counter("pages_opened", "Connections of pages that were opened", counted.pages_opened),
            counters("pages_closed", "Connections of pages that the gateway has closed", closed),
            gauge("draining", "Whether the gateway accepts nothing new", usize::from(self.is_draining())),
            gauges("sessions", "Sessions of pages", sessions),
            counter("sessions_created", "Sessions that were created", counted.sessions_created),
            counter(
                "sessions_taken_over",
                "Sessions that were taken over from another replica",
                counted.sessions_taken_over,
            ),
            gauge("handles", "Handles of all sessions", load.handles),
            gauge("rooms", "Rooms and mountpoints that users have created", load.created_rooms),
            counters("events", "Events of Janus that were passed to pages", events),
            counter(
                "events_dropped",
                "Events that were dropped, as their page reads too slowly",
                counted.dropped_events,
            ),
            counter("events_lost", "Events of Janus whose page was away", counted.lost_events),
            gauges("janus_connected", "Whether a connection to Janus is open", connected),
            counters("janus_connects", "How often a connection to Janus was opened", connects),
            gauge("pending_requests", "Requests that Janus has not responded to", load.pending_requests),
            histogram(
                "janus_response_seconds",
                "Time from a request to the response of Janus",
                &counted.response_times,
            ),
        ]
    }
}
