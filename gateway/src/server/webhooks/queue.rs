//! What waits for a webhook: one lane for each room, so that a room's reports come in order, and one receiver that is
//! slow for a room holds up no other.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, Semaphore};

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

impl Queue {
    pub(super) fn new(webhook: Webhook, client: HttpClient, counters: Arc<Counters>) -> Self {
        Self {
            webhook,
            client,
            counters,
            requests: Semaphore::new(MOST_REQUESTS),
            lanes: Mutex::default(),
            empty: Notify::new(),
        }
    }

    pub(super) const fn webhook(&self) -> &Webhook {
        &self.webhook
    }

    pub(super) fn wants(&self, kind: OccurrenceKind) -> bool {
        self.webhook.events.contains(&kind)
    }

    pub(super) fn len(&self) -> usize {
        self.lanes().count
    }

    /// Queues a report, or drops it if too many wait.
    pub(super) fn push(self: &Arc<Self>, message: Arc<Message>) {
        let mut lanes = self.lanes();
        let of_lane = lanes.waiting.get(&message.lane).map_or(0, VecDeque::len);
        let is_full = lanes.count >= MOST_QUEUED || (message.lane.is_none() && of_lane >= MOST_WITHOUT_ROOM);
        if is_full {
            self.counters.dropped.fetch_add(1, Ordering::Relaxed);
            if !std::mem::replace(&mut lanes.is_full, true) {
                tracing::error!(
                    url = self.webhook.url,
                    "too many reports wait for a webhook, and are dropped"
                );
            }
            return;
        }
        lanes.is_full = false;
        lanes.count += 1;
        let lane = message.lane.clone();
        lanes.waiting.entry(lane.clone()).or_default().push_back(message);
        if of_lane == 0 {
            tokio::spawn(self.clone().deliver(lane));
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

    fn message(room: Option<u64>) -> Arc<Message> {
        let room = room.map(|id| OfRoom { plugin: "videoroom", id: id.into(), sequence: 1 });
        let kind = OccurrenceKind::Joined;
        let occurrence = Occurrence { kind, tenant: None, subject: None, session: None, room, reason: None };
        Arc::new(Message::of(&occurrence, Duration::ZERO, [0; 16]))
    }

    #[tokio::test]
    async fn a_queue_that_is_full_drops_and_refused_tokens_leave_room_for_others() {
        let url = "http://127.0.0.1:1/".to_owned();
        let webhook = Webhook { url, secret: "a secret".into(), events: Vec::new() };
        let counters = Arc::new(Counters::default());
        let queue = Arc::new(Queue::new(webhook, http_client::new().unwrap(), counters.clone()));
        for _ in 0..=MOST_WITHOUT_ROOM {
            queue.push(message(None));
        }
        assert_eq!((queue.len(), counters.dropped.load(Ordering::Relaxed)), (MOST_WITHOUT_ROOM, 1));
        for room in 0..=MOST_QUEUED - MOST_WITHOUT_ROOM {
            queue.push(message(Some(room as u64 % 100)));
        }
        assert_eq!((queue.len(), counters.dropped.load(Ordering::Relaxed)), (MOST_QUEUED, 2));
    }
}
