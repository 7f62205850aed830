//! The commands of the engines to their transports, and what the transports do by themselves.

use bifrons::engine::RequestId;
use bifrons::time::Time;
use bifrons::wire::{self, Transaction};

use super::Counts;
use super::client::Command;
use super::network::LinkId;
use super::transport::Act;
use super::world::World;

impl World {
    /// Carries out an engine's commands, and the commands that follow from them.
    pub(crate) fn settle(&mut self, client: usize, counts: &mut Counts) {
        loop {
            for command in self.clients[client].drain(counts, self.print) {
                self.carry_out(client, command);
            }
            if !self.run_transports(client, counts) {
                return;
            }
        }
    }

    fn carry_out(&mut self, client: usize, command: Command) {
        let (Command::Open(transport_id)
        | Command::Close(transport_id)
        | Command::Probe(transport_id)
        | Command::Send(transport_id, _)
        | Command::Cancel(transport_id, _)) = command;
        if let Command::Open(_) = command {
            let kind = self.clients[client].kind;
            return self.network.open(self.now, &mut self.rng, client, transport_id, kind);
        }
        let Some(id) = self.network.link_of(client, transport_id) else { return };
        let transport = self.network.links.get_mut(&id).and_then(|link| link.transport.as_mut());
        match (command, transport) {
            (Command::Close(_), _) => self.network.close(self.now, id),
            (Command::Probe(_), _) => self.network.probe(self.now, &mut self.rng, id),
            (Command::Send(_, queued), Some(transport)) => transport.send(self.now, queued),
            (Command::Cancel(_, request), Some(transport)) => transport.cancel(self.now, request),
            _ => {}
        }
    }

    /// Lets each transport of a client act; returns whether the engine got any input.
    fn run_transports(&mut self, client: usize, counts: &mut Counts) -> bool {
        if self.clients[client].suspended_until > self.now {
            return false;
        }
        let links = self.network.links.iter().filter(|(_, link)| link.client == client);
        let links: Vec<_> = links.map(|(id, _)| *id).collect();
        let mut has_input = false;
        for id in links {
            while let Some(act) = self.next_act(id) {
                has_input |= self.act_on(id, act, counts);
            }
        }
        has_input
    }

    fn next_act(&mut self, id: LinkId) -> Option<Act> {
        self.network.links.get_mut(&id)?.transport.as_mut()?.next_act(self.now, &mut self.rng)
    }

    fn act_on(&mut self, id: LinkId, act: Act, counts: &mut Counts) -> bool {
        let Some(link) = self.network.links.get_mut(&id) else { return false };
        let (transport_id, client, now) = (link.transport_id, link.client, self.now);
        let traits = self.clients[client].kind.traits(false);
        match act {
            Act::Leave(queued) => {
                if link.transport.as_ref().is_some_and(|transport| transport.has_limit()) {
                    self.network.limit(now, id, queued.request);
                }
                if traits.queues {
                    self.clients[client].leaves_queue(now, transport_id, &queued);
                }
                self.network.send_up(now, &mut self.rng, id, queued.text);
                traits.queues
            }
            Act::Fail { request, sent, error } => {
                assert!(sent, "it left");
                self.clients[client].engine.handle_failed(now, request, error);
                true
            }
            Act::Close(error) => {
                *counts.entry("http: closed without responses".into()).or_default() += 1;
                self.network.close(now, id);
                self.clients[client].engine.handle_closed(now, transport_id, error);
                true
            }
        }
    }

    /// A response came: HTTP's next request of that handle may leave.
    pub(crate) fn on_response(&mut self, id: LinkId, text: &str) {
        let Some(link) = self.network.links.get_mut(&id) else { return };
        let Some(transport) = &mut link.transport else { return };
        let request = wire::parse(text, |envelope, _| match envelope.transaction {
            Some(Transaction::Number(number)) => Some(RequestId::from_number(number)),
            _ => None,
        });
        if let Ok(Some(request)) = request {
            transport.ended(self.now, request, true);
        }
    }

    /// A request's response is late for the transport.
    pub(crate) fn on_limit(&mut self, id: LinkId, request: RequestId, counts: &mut Counts) {
        let Some(link) = self.network.links.get_mut(&id) else { return };
        let client = link.client;
        let Some(transport) = &mut link.transport else { return };
        if transport.ended(self.now, request, false) {
            *counts.entry("http: no response within the limit".into()).or_default() += 1;
            self.log(format_args!("{request:?} had no response within the limit"));
            self.settle(client, counts);
        }
    }

    /// When a client acts again.
    pub(crate) fn due(&self, client: usize) -> Option<Time> {
        let Some(at) = self.network.room(client) else { return self.clients[client].due() };
        let at = at.max(self.clients[client].suspended_until);
        Some(self.clients[client].due().map_or(at, |due| due.min(at)))
    }
}
