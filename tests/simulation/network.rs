//! A network of streams: in order, with delays, and with the faults of streams.

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::engine::{RequestId, TransportId};
use bifrons::mock::ClientId;
use bifrons::time::Time;

use super::http::POST_LIMIT;
use super::rng::Rng;
use super::transport::{Kind, Transport};

pub(crate) type LinkId = u64;

/// An event of the network that is due later.
#[derive(Debug)]
pub(crate) enum Due {
    Opened(LinkId),
    Refused(LinkId),
    ToServer(LinkId, String),
    ToClient(LinkId, String),
    Alive(LinkId),
    /// The client's end is closed.
    ClientClosed(LinkId),
    ServerClosed(LinkId),
    /// A request has reached the transport's limit without a response.
    PostLimit(LinkId, RequestId),
}

pub(crate) struct Link {
    pub(crate) client: usize,
    pub(crate) transport_id: TransportId,
    pub(crate) server: Option<ClientId>,
    /// The client's end, until it is closed.
    pub(crate) transport: Option<Transport>,
    /// Each end's last delivery, which later ones must not overtake.
    up: Time,
    down: Time,
    /// Whether the link delivers data.
    pub(crate) carries: bool,
}

#[derive(Default)]
pub(crate) struct Network {
    pub(crate) links: BTreeMap<LinkId, Link>,
    due: BTreeMap<(Time, u64), Due>,
    count: u64,
    pub(crate) refuses_until: Time,
    pub(crate) slow_until: Time,
    /// Plugins send nothing until then, though the core of Janus does.
    pub(crate) stalls_until: Time,
}

impl Network {
    fn put(&mut self, at: Time, due: Due) {
        self.count += 1;
        self.due.insert((at, self.count), due);
    }

    pub(crate) fn next(&self) -> Option<Time> {
        self.due.first_key_value().map(|((at, _), _)| *at)
    }

    pub(crate) fn take(&mut self, now: Time) -> Option<Due> {
        let entry = self.due.first_entry().filter(|entry| entry.key().0 <= now)?;
        Some(entry.remove())
    }

    fn latency(&self, now: Time, rng: &mut Rng) -> Duration {
        if now < self.slow_until { rng.span(200, 900) } else { rng.span(1, 40) }
    }

    pub(crate) fn open(
        &mut self,
        now: Time,
        rng: &mut Rng,
        client: usize,
        transport_id: TransportId,
        kind: Kind,
    ) {
        self.count += 1;
        let id = self.count;
        let transport = Some(Transport::new(kind));
        self.links.insert(
            id,
            Link { client, transport_id, server: None, transport, up: now, down: now, carries: true },
        );
        let at = now + self.latency(now, rng);
        let due = if now < self.refuses_until { Due::Refused(id) } else { Due::Opened(id) };
        self.put(at, due);
    }

    pub(crate) fn link_of(&self, client: usize, transport_id: TransportId) -> Option<LinkId> {
        self.links
            .iter()
            .find(|(_, link)| link.client == client && link.transport_id == transport_id)
            .map(|(id, _)| *id)
    }

    /// When a client's transport acts again.
    pub(crate) fn room(&self, client: usize) -> Option<Time> {
        let own = self.links.values().filter(|link| link.client == client);
        own.filter_map(|link| link.transport.as_ref()?.due()).min()
    }

    /// The request must have its response within the transport's limit.
    pub(crate) fn limit(&mut self, now: Time, id: LinkId, request: RequestId) {
        self.put(now + POST_LIMIT, Due::PostLimit(id, request));
    }

    /// Delays a message to a stalled plugin.
    pub(crate) fn put_off(&mut self, id: LinkId, text: String) {
        self.put(self.stalls_until, Due::ToServer(id, text));
    }

    pub(crate) fn send_up(&mut self, now: Time, rng: &mut Rng, id: LinkId, text: String) {
        let at = now + self.latency(now, rng);
        let Some(link) = self.links.get_mut(&id).filter(|link| link.carries) else { return };
        link.up = link.up.max(at);
        let at = link.up;
        self.put(at, Due::ToServer(id, text));
    }

    pub(crate) fn send_down(&mut self, now: Time, rng: &mut Rng, server: ClientId, text: String) {
        let at = now + self.latency(now, rng);
        let found = self.links.iter_mut().find(|(_, link)| link.server == Some(server) && link.carries);
        let Some((id, link)) = found else { return };
        link.down = link.down.max(at);
        let (id, at) = (*id, link.down);
        self.put(at, Due::ToClient(id, text));
    }

    /// Probes a link; a working link proves that it is alive.
    pub(crate) fn probe(&mut self, now: Time, rng: &mut Rng, id: LinkId) {
        if self.links.get(&id).is_some_and(|link| link.carries) {
            let at = now + self.latency(now, rng) * 2;
            self.put(at, Due::Alive(id));
        }
    }

    /// Breaks a link: data on the way are lost, and each end is closed after its delay.
    pub(crate) fn break_link(&mut self, now: Time, id: LinkId, client: Duration, server: Duration) {
        let Some(link) = self.links.get_mut(&id).filter(|link| link.carries) else { return };
        link.carries = false;
        let touched = |due: &Due| match due {
            Due::Opened(of) | Due::ToServer(of, _) | Due::ToClient(of, _) | Due::Alive(of) => *of == id,
            Due::Refused(_) | Due::ClientClosed(_) | Due::ServerClosed(_) | Due::PostLimit(..) => false,
        };
        self.due.retain(|_, due| !touched(due));
        self.put(now + client, Due::ClientClosed(id));
        self.put(now + server, Due::ServerClosed(id));
    }

    /// Removes a link that is closed at both ends.
    pub(crate) fn remove_closed(&mut self, id: LinkId) {
        let is_closed = |link: &Link| !link.carries && link.transport.is_none() && link.server.is_none();
        if self.links.get(&id).is_some_and(is_closed) {
            self.links.remove(&id);
        }
    }

    /// The client closes the link; earlier data still arrive.
    pub(crate) fn close(&mut self, now: Time, id: LinkId) {
        let Some(link) = self.links.get_mut(&id) else { return };
        link.transport = None;
        if !link.carries {
            return self.remove_closed(id);
        }
        link.carries = false;
        let at = link.up.max(now);
        self.put(at, Due::ServerClosed(id));
        self.put(at, Due::ClientClosed(id));
    }
}
