//! What the engines want of their transports, and what these do by themselves.

use bifrons::engine::RequestId;
use bifrons::time::Time;
use bifrons::wire::{self, Transaction};

use super::Counts;
use super::client::Wish;
use super::network::WireId;
use super::transport::Act;
use super::world::World;

impl World {
    /// Does what an engine wants, and what comes of it.
    pub(crate) fn settle(&mut self, client: usize, counts: &mut Counts) {
        loop {
            for wish in self.clients[client].drain(counts, self.tell) {
                self.fulfil(client, wish);
            }
            if !self.run_transports(client, counts) {
                return;
            }
        }
    }

    fn fulfil(&mut self, client: usize, wish: Wish) {
        let (Wish::Open(transport_id)
        | Wish::Close(transport_id)
        | Wish::Probe(transport_id)
        | Wish::Send(transport_id, _)
        | Wish::Cancel(transport_id, _)) = wish;
        if let Wish::Open(_) = wish {
            let kind = self.clients[client].kind;
            return self.network.open(self.now, &mut self.rng, client, transport_id, kind);
        }
        let Some(id) = self.network.wire_of(client, transport_id) else { return };
        let transport = self.network.wires.get_mut(&id).and_then(|wire| wire.transport.as_mut());
        match (wish, transport) {
            (Wish::Close(_), _) => self.network.close(self.now, id),
            (Wish::Probe(_), _) => self.network.probe(self.now, &mut self.rng, id),
            (Wish::Send(_, parcel), Some(transport)) => transport.send(self.now, parcel),
            (Wish::Cancel(_, request), Some(transport)) => transport.cancel(self.now, request),
            _ => {}
        }
    }

    /// Lets each transport of a client do what it can now; whether the engine was told of anything.
    fn run_transports(&mut self, client: usize, counts: &mut Counts) -> bool {
        if self.clients[client].frozen_until > self.now {
            return false;
        }
        let wires = self.network.wires.iter().filter(|(_, wire)| wire.client == client);
        let wires: Vec<_> = wires.map(|(id, _)| *id).collect();
        let mut told = false;
        for id in wires {
            while let Some(act) = self.next_act(id) {
                told |= self.act_on(id, act, counts);
            }
        }
        told
    }

    fn next_act(&mut self, id: WireId) -> Option<Act> {
        self.network.wires.get_mut(&id)?.transport.as_mut()?.next_act(self.now, &mut self.rng)
    }

    fn act_on(&mut self, id: WireId, act: Act, counts: &mut Counts) -> bool {
        let Some(wire) = self.network.wires.get_mut(&id) else { return false };
        let (transport_id, client, now) = (wire.transport_id, wire.client, self.now);
        let traits = self.clients[client].kind.traits(false);
        match act {
            Act::Leave(parcel) => {
                if wire.transport.as_ref().is_some_and(|transport| transport.has_limit()) {
                    self.network.limit(now, id, parcel.request);
                }
                if traits.queues {
                    self.clients[client].leaves_queue(now, transport_id, &parcel);
                }
                self.network.send_up(now, &mut self.rng, id, parcel.text);
                traits.queues
            }
            Act::Fail { request, sent, error } => {
                assert!(sent, "it left");
                self.clients[client].engine.handle_failed(now, request, error);
                true
            }
            Act::Close(error) => {
                *counts.entry("http: closed, as nothing is answered".into()).or_default() += 1;
                self.network.close(now, id);
                self.clients[client].engine.handle_closed(now, transport_id, error);
                true
            }
        }
    }

    /// A response came: HTTP's next request of that handle may leave.
    pub(crate) fn on_response(&mut self, id: WireId, text: &str) {
        let Some(wire) = self.network.wires.get_mut(&id) else { return };
        let Some(transport) = &mut wire.transport else { return };
        let request = wire::parse(text, |envelope, _| match envelope.transaction {
            Some(Transaction::Number(number)) => Some(RequestId::from_number(number)),
            _ => None,
        });
        if let Ok(Some(request)) = request {
            transport.ended(self.now, request, true);
        }
    }

    /// A request's response is late for the transport.
    pub(crate) fn on_limit(&mut self, id: WireId, request: RequestId, counts: &mut Counts) {
        let Some(wire) = self.network.wires.get_mut(&id) else { return };
        let client = wire.client;
        let Some(transport) = &mut wire.transport else { return };
        if transport.ended(self.now, request, false) {
            *counts.entry("http: no response within the limit".into()).or_default() += 1;
            self.say(format_args!("{request:?} had no response within the limit"));
            self.settle(client, counts);
        }
    }

    /// When a client goes on by itself.
    pub(crate) fn due(&self, client: usize) -> Option<Time> {
        let Some(at) = self.network.room(client) else { return self.clients[client].due() };
        let at = at.max(self.clients[client].frozen_until);
        Some(self.clients[client].due().map_or(at, |due| due.min(at)))
    }
}
