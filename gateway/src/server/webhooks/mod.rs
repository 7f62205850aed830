//! Webhooks: reports of what happens, to URLs of the host application. A page never waits for them.

mod delivery;
mod queue;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use bifrons::Secret;

use self::queue::Queue;
use super::Server;
use super::http_client::HttpClient;
use crate::core::relay::{Occurrence, OccurrenceKind};
use crate::reporting::Message;

/// Where reports go.
#[derive(Clone, Debug, PartialEq)]
pub struct Webhook {
    /// The URL, by `https://`; `http://` is for the own host and for tests.
    pub url: String,
    /// The secret that signs each report.
    pub secret: Secret,
    /// What is reported.
    pub events: Vec<OccurrenceKind>,
}

/// All webhooks.
#[derive(Debug)]
pub(super) struct Webhooks {
    client: HttpClient,
    queues: RwLock<Arc<[Arc<Queue>]>>,
    counters: Arc<Counters>,
}

/// What became of the reports.
#[derive(Debug, Default)]
pub(super) struct Counters {
    delivered: AtomicU64,
    /// Attempts that failed.
    failed: AtomicU64,
    dropped: AtomicU64,
}

/// How many reports had this outcome, and how many wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    pub delivered: u64,
    pub failed: u64,
    pub dropped: u64,
    pub queued: usize,
}

impl Webhooks {
    pub(super) fn new(client: HttpClient) -> Self {
        Self { client, queues: RwLock::new(Arc::default()), counters: Arc::default() }
    }

    /// Queues a report of this.
    pub(super) fn send(&self, occurrence: &Occurrence, unix: Duration) {
        let queues = self.queues();
        let mut message = None;
        for queue in queues.iter().filter(|queue| queue.wants(occurrence.kind)) {
            let message = message.get_or_insert_with(|| Arc::new(Message::of(occurrence, unix)));
            queue.push(message.clone());
        }
    }

    fn set(&self, webhooks: Vec<Webhook>) {
        let before = self.queues();
        let queue = |webhook: Webhook| {
            // One that stays keeps what waits in it, and its order.
            let same = before.iter().find(|queue| *queue.webhook() == webhook).cloned();
            same.unwrap_or_else(|| Arc::new(Queue::new(webhook, self.client.clone(), self.counters.clone())))
        };
        let queues = webhooks.into_iter().map(queue).collect();
        *self.queues.write().unwrap_or_else(PoisonError::into_inner) = queues;
    }

    fn queues(&self) -> Arc<[Arc<Queue>]> {
        self.queues.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn numbers(&self) -> Numbers {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Numbers {
            delivered: read(&self.counters.delivered),
            failed: read(&self.counters.failed),
            dropped: read(&self.counters.dropped),
            queued: self.queues().iter().map(|queue| queue.len()).sum(),
        }
    }

    /// Waits until nothing waits.
    pub(super) async fn flushed(&self) {
        for queue in self.queues().iter() {
            queue.flushed().await;
        }
    }
}

impl Server {
    /// Sets the webhooks. What waits for one that stays as it is goes on in order; what waits for others is still sent.
    pub fn set_webhooks(&self, webhooks: Vec<Webhook>) {
        self.webhooks.set(webhooks);
    }
}
