//! What is measured beside the core: connections, and the time that messages take.

use std::sync::{Arc, PoisonError, Weak};

use bifrons::engine::TransportId;
use tokio::time::Instant;

use super::Server;
use crate::core::relay::PageId;
use crate::listening::connections::Connections;

impl Server {
    /// Counts the connections of this listener, too.
    pub(super) fn note_listener(&self, connections: &Arc<Connections>) {
        let mut listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| listener.strong_count() > 0);
        listeners.push(Arc::downgrade(connections));
    }

    /// The connections of all listeners that are open, and those that were refused.
    pub(super) fn connections(&self) -> (usize, u64) {
        let listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        let numbers = listeners.iter().filter_map(Weak::upgrade).map(|connections| connections.numbers());
        numbers.fold((0, 0), |(open, refused), of| (open + of.0, refused + of.1))
    }

    /// Gives the core a message of a page.
    pub(super) fn page_message(self: &Arc<Self>, page: PageId, text: &str) {
        let since = Instant::now();
        self.act(|gateway, now| gateway.page_message(now, page, text));
        self.times.from_page.observe(since.elapsed().as_secs_f64());
    }

    /// Gives the core a message of Janus.
    pub(super) fn janus_message(self: &Arc<Self>, upstream: usize, transport: TransportId, text: Arc<str>) {
        let since = Instant::now();
        self.act(|gateway, now| gateway.janus_message(now, upstream, transport, text));
        self.times.from_janus.observe(since.elapsed().as_secs_f64());
    }
}
