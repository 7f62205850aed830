//! What waits for a webhook: one lane for each room, so that a room's reports come in order, and one receiver that is
//! slow for a room holds up no other.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, Semaphore};

use super::journal::Journal;
use super::{Counters, delivery};
use crate::core::relay::OccurrenceKind;
use crate::reporting::{Lane, Message, Webhook};
use crate::server::http_client::HttpClient;

/// The most reports that wait.
const MOST_QUEUED: usize = 10_000;

/// The most that wait of those about no room: refused tokens must not take the place of the others.
const MOST_WITHOUT_ROOM: usize = 1_000;

/// The most requests at once.
const MOST_REQUESTS: usize = 16;

/// The queue of a webhook.
#[derive(Debug)]
pub(super) struct Queue {
    webhook: Webhook,
    client: HttpClient,
    counters: Arc<Counters>,
    /// The file in which they wait, too.
    journal: Option<Arc<Journal>>,
    requests: Semaphore,
    lanes: Mutex<Lanes>,
    empty: Notify,
}

#[derive(Debug, Default)]
struct Lanes {
    waiting: HashMap<Lane, VecDeque<Arc<Message>>>,
    count: usize,
    is_full: bool,
}

impl Lanes {
    fn is_full_for(&self, message: &Message) -> bool {
        let of_lane = self.waiting.get(&message.lane).map_or(0, VecDeque::len);
        self.count >= MOST_QUEUED || (message.lane.is_none() && of_lane >= MOST_WITHOUT_ROOM)
    }

    /// Removes the oldest report of a refused token that is not being delivered.
    fn remove_refused_token(&mut self) -> Option<Arc<Message>> {
        let waiting = self.waiting.get_mut(&None)?;
        let is_refused = |message: &Arc<Message>| message.event == OccurrenceKind::TokenRefused;
        let place = 1 + waiting.iter().skip(1).position(is_refused)?;
        let oldest = waiting.remove(place)?;
        self.count -= 1;
        Some(oldest)
    }
}

impl Queue {
    pub(super) fn new(
        webhook: Webhook,
        client: HttpClient,
        counters: Arc<Counters>,
        journal: Option<Arc<Journal>>,
    ) -> Self {
        Self {
            webhook,
            client,
            counters,
            journal,
            requests: Semaphore::new(MOST_REQUESTS),
            lanes: Mutex::default(),
            empty: Notify::new(),
        }
    }

    pub(super) const fn webhook(&self) -> &Webhook {
        &self.webhook
    }

    pub(super) fn len(&self) -> usize {
        self.lanes().count
    }

    /// Queues a report. If too many wait, the oldest one of a refused token makes place; if there is none, it is dropped.
    pub(super) fn push(self: &Arc<Self>, message: Arc<Message>) {
        let mut lanes = self.lanes();
        if lanes.is_full_for(&message) {
            self.counters.dropped.fetch_add(1, Ordering::Relaxed);
            if !std::mem::replace(&mut lanes.is_full, true) {
                let url = &self.webhook.url;
                tracing::error!(url, "too many reports wait for a webhook, and are dropped");
            }
            match lanes.remove_refused_token() {
                Some(oldest) => self.note_done(&oldest),
                None => return,
            }
        } else {
            lanes.is_full = false;
        }
        if let Some(journal) = &self.journal {
            journal.add(message.clone());
        }
        self.add(&mut lanes, message);
    }

    /// Queues a report that stands in the journal.
    pub(super) fn push_kept(self: &Arc<Self>, message: Arc<Message>) {
        self.add(&mut self.lanes(), message);
    }

    fn add(self: &Arc<Self>, lanes: &mut Lanes, message: Arc<Message>) {
        lanes.count += 1;
        let lane = message.lane.clone();
        let waiting = lanes.waiting.entry(lane.clone()).or_default();
        waiting.push_back(message);
        if waiting.len() == 1 {
            tokio::spawn(self.clone().deliver(lane));
        }
    }

    fn note_done(&self, message: &Arc<Message>) {
        if let Some(journal) = &self.journal {
            journal.done(message.clone());
        }
    }

    /// Delivers what waits in a lane, until nothing does.
    async fn deliver(self: Arc<Self>, lane: Lane) {
        loop {
            let first = self.lanes().waiting.get(&lane).and_then(|lane| lane.front().cloned());
            let Some(message) = first else { return };
            let outcome = delivery::deliver(&self, &message).await;
            let counter = if outcome { &self.counters.delivered } else { &self.counters.dropped };
            counter.fetch_add(1, Ordering::Relaxed);
            self.note_done(&message);
            if !self.remove_first(&lane) {
                return;
            }
        }
    }

    /// Removes the report that was delivered, and returns whether there are more in the lane.
    fn remove_first(&self, lane: &Lane) -> bool {
        let mut lanes = self.lanes();
        lanes.count -= 1;
        if lanes.count == 0 {
            self.empty.notify_waiters();
        }
        let Some(waiting) = lanes.waiting.get_mut(lane) else { return false };
        waiting.pop_front();
        let has_more = !waiting.is_empty();
        if !has_more {
            lanes.waiting.remove(lane);
        }
        has_more
    }

    /// Waits until nothing waits.
    pub(super) async fn flushed(&self) {
        loop {
            let empty = self.empty.notified();
            if self.len() == 0 {
                return;
            }
            empty.await;
        }
    }

    fn lanes(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) const fn requests(&self) -> &Semaphore {
        &self.requests
    }

    pub(super) const fn client(&self) -> &HttpClient {
        &self.client
    }

    pub(super) fn count_failure(&self) {
        self.counters.failed.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::core::relay::{Occurrence, OfRoom};
    use crate::server::http_client;

    fn message(kind: OccurrenceKind, room: Option<u64>) -> Arc<Message> {
        let room = room.map(|id| OfRoom { plugin: "videoroom", id: id.into(), sequence: 1 });
        let occurrence = Occurrence { kind, tenant: None, subject: None, session: None, room, reason: None };
        Arc::new(Message::of(&occurrence, Duration::ZERO, [0; 16]))
    }

    #[tokio::test]
    async fn a_queue_that_is_full_drops_and_refused_tokens_make_place_for_others() {
        let url = "http://127.0.0.1:1/".to_owned();
        let webhook = Webhook { url, secret: "a secret".into(), events: Vec::new(), issuer: None };
        let counters = Arc::new(Counters::default());
        let queue = Arc::new(Queue::new(webhook, http_client::new().unwrap(), counters.clone(), None));
        let numbers = || (queue.len(), counters.dropped.load(Ordering::Relaxed));
        for _ in 0..=MOST_WITHOUT_ROOM {
            queue.push(message(OccurrenceKind::TokenRefused, None));
        }
        assert_eq!(numbers(), (MOST_WITHOUT_ROOM, 1));
        queue.push(message(OccurrenceKind::SessionEnded, None));
        for room in 0..=MOST_QUEUED - MOST_WITHOUT_ROOM {
            queue.push(message(OccurrenceKind::Joined, Some(room as u64 % 100)));
        }
        assert_eq!(numbers(), (MOST_QUEUED, 3));
        let of = |kind| {
            let lanes = queue.lanes();
            lanes.waiting.values().flatten().filter(|message| message.event == kind).count()
        };
        assert_eq!(of(OccurrenceKind::SessionEnded), 1);
        assert_eq!(of(OccurrenceKind::Joined), MOST_QUEUED - MOST_WITHOUT_ROOM + 1);
        // The first one is being delivered, and stays; without another refused token the new report is dropped.
        for _ in 0..MOST_WITHOUT_ROOM {
            queue.push(message(OccurrenceKind::Joined, Some(1)));
        }
        assert_eq!(numbers(), (MOST_QUEUED, 3 + MOST_WITHOUT_ROOM as u64));
        assert_eq!((of(OccurrenceKind::TokenRefused), of(OccurrenceKind::SessionEnded)), (1, 1));
    }
}
