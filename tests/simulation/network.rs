//! A network of streams in virtual time: ordered, with delays, and with the faults of real streams.

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::engine::{RequestId, TransportId};
use bifrons::mock::ClientId;
use bifrons::time::Time;

use super::http::POST_LIMIT;
use super::rng::Rng;
use super::transport::{Kind, Transport};

pub(crate) type WireId = u64;

/// A scheduled action of the network.
#[derive(Debug)]
pub(crate) enum Due {
    Opened(WireId),
    Refused(WireId),
    ToServer(WireId, String),
    ToClient(WireId, String),
    Alive(WireId),
    /// The client learns that the wire is lost.
    ClientNotices(WireId),
    ServerNotices(WireId),
    /// A request has had no response within the transport's limit.
    PostLimit(WireId, RequestId),
}

pub(crate) struct Wire {
    pub(crate) client: usize,
    pub(crate) transport_id: TransportId,
    pub(crate) server: Option<ClientId>,
    /// The client's end, until it closes.
    pub(crate) transport: Option<Transport>,
    /// The time of each end's last delivery; later deliveries follow it.
    up: Time,
    down: Time,
    /// Whether the wire delivers data.
    pub(crate) carries: bool,
}

#[derive(Default)]
pub(crate) struct Network {
    pub(crate) wires: BTreeMap<WireId, Wire>,
    due: BTreeMap<(Time, u64), Due>,
    count: u64,
    pub(crate) refuses_until: Time,
    pub(crate) slow_until: Time,
    /// Plugins do not respond until then; the core of Janus does.
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
        self.wires.insert(
            id,
            Wire { client, transport_id, server: None, transport, up: now, down: now, carries: true },
        );
        let at = now + self.latency(now, rng);
        let due = if now < self.refuses_until { Due::Refused(id) } else { Due::Opened(id) };
        self.put(at, due);
    }

    pub(crate) fn wire_of(&self, client: usize, transport_id: TransportId) -> Option<WireId> {
        self.wires
            .iter()
            .find(|(_, wire)| wire.client == client && wire.transport_id == transport_id)
            .map(|(id, _)| *id)
    }

    /// When a client's transport connection continues by itself.
    pub(crate) fn room(&self, client: usize) -> Option<Time> {
        let own = self.wires.values().filter(|wire| wire.client == client);
        own.filter_map(|wire| wire.transport.as_ref()?.due()).min()
    }

    /// Starts the transport's limit for the response to a request.
    pub(crate) fn limit(&mut self, now: Time, id: WireId, request: RequestId) {
        self.put(now + POST_LIMIT, Due::PostLimit(id, request));
    }

    /// Delays a message to a stalled plugin.
    pub(crate) fn delay(&mut self, id: WireId, text: String) {
        self.put(self.stalls_until, Due::ToServer(id, text));
    }

    pub(crate) fn send_up(&mut self, now: Time, rng: &mut Rng, id: WireId, text: String) {
        let at = now + self.latency(now, rng);
        let Some(wire) = self.wires.get_mut(&id).filter(|wire| wire.carries) else { return };
        wire.up = wire.up.max(at);
        let at = wire.up;
        self.put(at, Due::ToServer(id, text));
    }

    pub(crate) fn send_down(&mut self, now: Time, rng: &mut Rng, server: ClientId, text: String) {
        let at = now + self.latency(now, rng);
        let found = self.wires.iter_mut().find(|(_, wire)| wire.server == Some(server) && wire.carries);
        let Some((id, wire)) = found else { return };
        wire.down = wire.down.max(at);
        let (id, at) = (*id, wire.down);
        self.put(at, Due::ToClient(id, text));
    }

    /// Probes the wire; a response arrives if the wire delivers data.
    pub(crate) fn probe(&mut self, now: Time, rng: &mut Rng, id: WireId) {
        if self.wires.get(&id).is_some_and(|wire| wire.carries) {
            let at = now + self.latency(now, rng) * 2;
            self.put(at, Due::Alive(id));
        }
    }

    /// Loses the wire with its data; each end notices after its delay.
    pub(crate) fn lose_wire(&mut self, now: Time, id: WireId, client: Duration, server: Duration) {
        let Some(wire) = self.wires.get_mut(&id).filter(|wire| wire.carries) else { return };
        wire.carries = false;
        let touched = |due: &Due| match due {
            Due::Opened(of) | Due::ToServer(of, _) | Due::ToClient(of, _) | Due::Alive(of) => *of == id,
            Due::Refused(_) | Due::ClientNotices(_) | Due::ServerNotices(_) | Due::PostLimit(..) => false,
        };
        self.due.retain(|_, due| !touched(due));
        self.put(now + client, Due::ClientNotices(id));
        self.put(now + server, Due::ServerNotices(id));
    }

    /// Removes a wire whose loss both ends have noticed.
    pub(crate) fn remove_if_lost(&mut self, id: WireId) {
        let gone = |wire: &Wire| !wire.carries && wire.transport.is_none() && wire.server.is_none();
        if self.wires.get(&id).is_some_and(gone) {
            self.wires.remove(&id);
        }
    }

    /// The client closes the wire; data sent before still arrives.
    pub(crate) fn close(&mut self, now: Time, id: WireId) {
        let Some(wire) = self.wires.get_mut(&id) else { return };
        wire.transport = None;
        if !wire.carries {
            return self.remove_if_lost(id);
        }
        wire.carries = false;
        let at = wire.up.max(now);
        self.put(at, Due::ServerNotices(id));
        self.put(at, Due::ClientNotices(id));
    }
}
