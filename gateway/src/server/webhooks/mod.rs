//! Webhooks: reports of what happens, to URLs of the host application. A page never waits for them.

mod delivery;
mod folder;
mod journal;
mod queue;

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use bifrons::{Error, ErrorCode};

use self::folder::Folder;
use self::queue::Queue;
use super::Server;
use super::http_client::HttpClient;
use crate::core::relay::Occurrence;
use crate::reporting::{Message, Webhook};

/// All webhooks.
#[derive(Debug)]
pub(super) struct Webhooks {
    client: HttpClient,
    queues: RwLock<Arc<[Arc<Queue>]>>,
    counters: Arc<Counters>,
    /// Where reports wait, too, if they are to outlive the process.
    folder: OnceLock<Folder>,
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
        Self { client, queues: RwLock::default(), counters: Arc::default(), folder: OnceLock::new() }
    }

    /// Queues a report of this.
    pub(super) fn send(&self, occurrence: &Occurrence, unix: Duration) {
        let queues = self.queues();
        let mut message = None;
        for queue in queues.iter().filter(|queue| queue.webhook().wants(occurrence)) {
            let message = message.get_or_insert_with(|| Arc::new(Message::of(occurrence, unix, number())));
            queue.push(message.clone());
        }
    }

    fn set(&self, webhooks: Vec<Webhook>) {
        let before = self.queues();
        let queue = |webhook: Webhook| {
            // One that stays keeps what waits in it, and its order.
            let same = before.iter().find(|queue| *queue.webhook() == webhook).cloned();
            same.unwrap_or_else(|| self.new_queue(webhook))
        };
        let queues = webhooks.into_iter().map(queue).collect();
        *self.queues.write().unwrap_or_else(PoisonError::into_inner) = queues;
        if let Some(folder) = self.folder.get() {
            folder.note_others();
        }
    }

    /// A queue, in which what has waited before the start waits again.
    fn new_queue(&self, webhook: Webhook) -> Arc<Queue> {
        let (journal, waiting) = self.folder.get().and_then(|folder| folder.journal(&webhook)).unzip();
        let queue = Arc::new(Queue::new(webhook, self.client.clone(), self.counters.clone(), journal));
        waiting.into_iter().flatten().for_each(|message| queue.push_kept(Arc::new(message)));
        queue
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

    /// Waits until all that waits stands in files, and returns whether there are any.
    pub(super) async fn kept(&self) -> bool {
        let Some(folder) = self.folder.get() else { return false };
        folder.written().await;
        true
    }
}

/// The number of a report.
fn number() -> [u8; 16] {
    let mut number = [0; 16];
    // Without random numbers the gateway has not started.
    let _ = getrandom::fill(&mut number);
    number
}

impl Server {
    /// Keeps reports in this folder until they are delivered, so that they outlive the process. It is called before
    /// [`set_webhooks`](Self::set_webhooks), and once; the folder is this gateway's alone.
    ///
    /// # Errors
    /// The folder can't be used, or another gateway uses it.
    pub fn keep_reports_in(&self, folder: &Path) -> bifrons::Result<()> {
        let folder = Folder::open(folder)?;
        let refused = |_| Error::new(ErrorCode::InvalidConfig, "reports have a folder already");
        self.webhooks.folder.set(folder).map_err(refused)
    }

    /// Sets the webhooks. What waits for one that stays as it is goes on in order; what waits for others is still sent.
    pub fn set_webhooks(&self, webhooks: Vec<Webhook>) {
        self.webhooks.set(webhooks);
    }
}
