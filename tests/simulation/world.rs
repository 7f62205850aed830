//! The world: clients, network, server and virtual time.

use std::time::Duration;

use bifrons::engine::Stats;
use bifrons::mock::{Fault, Output as MockOutput, Server, Settings};
use bifrons::time::Time;
use bifrons::{Api, Error, ErrorCode, Recovery};

use super::Counts;
use super::client::{Client, LONGEST};
use super::network::{Due, Network};
use super::rng::Rng;
use super::transport::Kind;

/// The time with random requests and faults.
const FAULT_PHASE: Duration = Duration::from_secs(45);

pub(crate) struct World {
    pub(crate) now: Time,
    pub(crate) rng: Rng,
    server: Server,
    server_due: Option<Time>,
    pub(crate) network: Network,
    pub(crate) clients: Vec<Client>,
    pub(crate) print: bool,
}

/// Mostly the default recovery; sometimes a short one, sometimes none.
fn recovery(rng: &mut Rng) -> Option<Recovery> {
    let usual = Recovery { rebuild: rng.one_in(4), ..Recovery::default() };
    match rng.below(8) {
        0 => None,
        1 => Some(Recovery { within: Some(rng.span(500, 4000)), ..usual }),
        2 => Some(Recovery { within: None, ..usual }),
        _ => Some(usual),
    }
}

impl World {
    pub(crate) fn new(seed: u64, print: bool) -> Self {
        let mut rng = Rng::new(seed);
        let reclaim = if rng.one_in(4) { 0 } else { 5 + rng.below(20) };
        let settings = Settings {
            seed,
            session_timeout: Duration::from_secs(10 + rng.below(30)),
            reclaim_session_timeout: Duration::from_secs(reclaim),
            media: false,
            ..Settings::default()
        };
        let clients = (0..2).map(|number| {
            let (kind, recovery) = (Kind::any(&mut rng), recovery(&mut rng));
            Client::new(seed * 1000 + number, kind, recovery)
        });
        let clients = clients.collect();
        Self {
            now: Time::ZERO,
            rng,
            server: Server::new(settings),
            server_due: None,
            network: Network::default(),
            clients,
            print,
        }
    }

    pub(crate) fn run(mut self, counts: &mut Counts) {
        for client in 0..self.clients.len() {
            self.clients[client].engine.connect(self.now);
            self.settle(client, counts);
        }
        let mut next_act = self.now + self.rng.span(5, 50);
        let mut next_fault = self.now + self.rng.span(500, 4000);
        let end = Time::ZERO + FAULT_PHASE;
        while self.now < end {
            let due = [Some(next_act), Some(next_fault), self.next()].into_iter().flatten().min();
            self.advance(due.unwrap_or(end).min(end), counts);
            if self.now >= next_act {
                next_act = self.now + self.rng.span(5, 250);
                self.act(counts);
            }
            if self.now >= next_fault {
                next_fault = self.now + self.rng.span(300, 6000);
                self.inject_fault(counts);
            }
        }
        self.end_faults(counts);
        self.try_all(counts);
        self.close_all(counts);
    }

    /// Ends the faults and waits until every pending request has ended.
    fn end_faults(&mut self, counts: &mut Counts) {
        self.server.inject(self.now, Fault::Silent(false));
        self.server.inject(self.now, Fault::StopReading(false));
        self.server.inject(self.now, Fault::Delay(Duration::ZERO));
        self.server.inject(self.now, Fault::Lose(0));
        self.network.refuses_until = self.now;
        self.network.slow_until = self.now;
        self.network.stalls_until = self.now;
        let transports = self.network.wires.values_mut().filter_map(|wire| wire.transport.as_mut());
        transports.for_each(|transport| transport.clear(self.now));
        let end = self.now + LONGEST;
        while self.clients.iter().any(|client| !client.is_quiet()) {
            let at = self.next().filter(|at| *at <= end);
            let summaries = || self.clients.iter().map(Client::summary).collect::<Vec<_>>();
            let at = at.unwrap_or_else(|| panic!("requests stay pending: {:#?}", summaries()));
            self.advance(at, counts);
        }
    }

    /// Checks that every connected client works again.
    fn try_all(&mut self, counts: &mut Counts) {
        // The engine notices every earlier fault within a minute and a half.
        let end = self.now + LONGEST;
        while let Some(at) = self.next().filter(|at| *at <= end) {
            self.advance(at, counts);
        }
        self.advance(end, counts);
        for client in 0..self.clients.len() {
            if self.clients[client].disconnected.is_some() {
                continue;
            }
            let before = self.clients[client].engine.stats();
            let requests = self.clients[client].request_all(self.now).len() as u64;
            self.settle(client, counts);
            let end = self.now + Duration::from_secs(10);
            while let Some(at) = self.next().filter(|at| *at < end && !self.clients[client].is_quiet()) {
                self.advance(at, counts);
            }
            let after = self.clients[client].engine.stats();
            // Janus may refuse a request for a lost handle, which ends the handle's other requests;
            // but no request stays pending.
            let ended = |stats: Stats| stats.succeeded + stats.refused + stats.lost;
            assert_eq!(ended(after) - ended(before), requests, "after the faults: {before:?} {after:?}");
            let soon = self.now + Duration::from_secs(1);
            while let Some(at) = self.next().filter(|at| *at < soon) {
                self.advance(at, counts);
            }
            let Client { expected_events, events, .. } = self.clients[client];
            assert!(events >= expected_events, "{events} events arrived, {expected_events} were expected");
        }
    }

    /// Closes every connection and checks that no session is left.
    fn close_all(&mut self, counts: &mut Counts) {
        for client in 0..self.clients.len() {
            let repeated = self.clients[client].engine.stats().repeated;
            *counts.entry("request: sent again".into()).or_default() += repeated;
            self.clients[client].engine.close(self.now, true);
            self.settle(client, counts);
        }
        let end = self.now + Duration::from_secs(120);
        while let Some(at) = self.next().filter(|at| *at <= end) {
            self.advance(at, counts);
        }
        assert!(self.clients.iter().all(|client| client.disconnected.is_some()), "a connection does not end");
        self.advance(end, counts);
        let left = self.server.sessions();
        assert!(left.is_empty(), "sessions are left in Janus: {left:?}");
    }

    /// The time of the next input.
    fn next(&self) -> Option<Time> {
        let clients = (0..self.clients.len()).filter_map(|client| self.due(client));
        clients.chain(self.network.next()).chain(self.server_due).min().map(|at| at.max(self.now))
    }

    fn advance(&mut self, to: Time, counts: &mut Counts) {
        self.now = self.now.max(to);
        while let Some(due) = self.network.take(self.now) {
            self.deliver(due, counts);
        }
        if self.server_due.is_some_and(|at| at <= self.now) {
            self.server.handle_timeout(self.now);
        }
        self.read_server();
        for client in 0..self.clients.len() {
            if self.due(client).is_some_and(|at| at <= self.now) {
                self.clients[client].handle_timeout(self.now);
                self.settle(client, counts);
            }
        }
    }

    pub(crate) fn log(&self, text: std::fmt::Arguments<'_>) {
        if self.print {
            println!("{:>10.3} {text}", self.now.since(Time::ZERO).as_secs_f64());
        }
    }

    fn deliver(&mut self, due: Due, counts: &mut Counts) {
        self.log(format_args!("{due:?}"));
        let id = match &due {
            Due::Opened(id) | Due::Refused(id) | Due::ToServer(id, _) | Due::ToClient(id, _) => *id,
            Due::Alive(id) | Due::ClientNotices(id) | Due::ServerNotices(id) | Due::PostLimit(id, _) => *id,
        };
        if let Due::PostLimit(_, request) = due {
            return self.on_limit(id, request, counts);
        }
        if let (Due::ToServer(_, text), true) = (&due, self.now < self.network.stalls_until) {
            if text.contains("\"janus\":\"message\"") {
                return self.network.delay(id, text.clone());
            }
        }
        let Some(wire) = self.network.wires.get_mut(&id) else { return };
        let (client, transport_id, server) = (wire.client, wire.transport_id, wire.server);
        let traits = self.clients[client].kind.traits(client == 0);
        let frozen = self.clients[client].frozen_until > self.now;
        match due {
            Due::Opened(_) => {
                let known = self.server.connect(self.now, Api::Janus);
                wire.server = Some(known);
                self.clients[client].full_until = None;
                self.clients[client].engine.handle_opened(self.now, transport_id, traits);
            }
            Due::Refused(_) => {
                self.network.wires.remove(&id);
                let error = Error::new(ErrorCode::ConnectFailed, "refused");
                self.clients[client].engine.handle_closed(self.now, transport_id, error);
            }
            Due::ToServer(_, text) => {
                if let Some(server) = server {
                    self.server.message(self.now, server, &text);
                }
                return;
            }
            // A suspended process reads its data later; here the data is lost.
            Due::ToClient(..) | Due::Alive(_) if frozen => return,
            Due::ToClient(_, text) => {
                self.on_response(id, &text);
                self.clients[client].read(self.now, transport_id, &text);
            }
            Due::Alive(_) => self.clients[client].engine.handle_alive(self.now, transport_id),
            Due::ClientNotices(_) => {
                wire.transport = None;
                self.network.remove_if_lost(id);
                let error = Error::new(ErrorCode::ConnectionLost, "the wire is lost");
                self.clients[client].engine.handle_closed(self.now, transport_id, error);
            }
            Due::ServerNotices(_) => {
                wire.server = None;
                self.network.remove_if_lost(id);
                if let Some(server) = server {
                    self.server.disconnect(self.now, server);
                }
                return;
            }
            Due::PostLimit(..) => return,
        }
        self.settle(client, counts);
    }

    fn read_server(&mut self) {
        loop {
            match self.server.poll_output() {
                MockOutput::Message { client, text } => {
                    self.network.send_down(self.now, &mut self.rng, client, text);
                }
                MockOutput::HangUp { client } => {
                    let wires = self.network.wires.iter();
                    let found =
                        wires.filter(|(_, wire)| wire.server == Some(client)).map(|(id, _)| *id).next();
                    if let Some(id) = found {
                        self.network.lose_wire(self.now, id, Duration::from_millis(1), Duration::ZERO);
                    }
                }
                MockOutput::Wait { until } => {
                    self.server_due = until;
                    return;
                }
                _ => {}
            }
        }
    }

    fn act(&mut self, counts: &mut Counts) {
        let client = self.rng.below(self.clients.len() as u64) as usize;
        if self.clients[client].frozen_until > self.now || self.clients[client].disconnected.is_some() {
            return;
        }
        self.clients[client].act(self.now, &mut self.rng);
        self.settle(client, counts);
    }

    fn inject_fault(&mut self, counts: &mut Counts) {
        let wires: Vec<_> =
            self.network.wires.iter().filter(|(_, wire)| wire.carries).map(|(id, _)| *id).collect();
        let wire = self.rng.pick(&wires).copied();
        let (none, soon) = (Duration::ZERO, Duration::from_secs(6));
        let now = self.now;
        let name = match (self.rng.below(20), wire) {
            (0..=3, Some(wire)) => {
                self.network.lose_wire(now, wire, none, none);
                "connections lost"
            }
            (4..=5, Some(wire)) => {
                // Neither end gets a close: the client has to detect the loss.
                self.network.lose_wire(now, wire, Duration::from_secs(600), soon);
                "half-open"
            }
            (6..=7, Some(wire)) => {
                self.network.lose_wire(now, wire, self.rng.span(1000, 4000), none);
                "only the server notices"
            }
            (8, _) => {
                self.network.refuses_until = now + self.rng.span(1000, 8000);
                "connections refused"
            }
            (9, _) => {
                self.network.slow_until = now + self.rng.span(1000, 8000);
                "slow"
            }
            (10, _) => {
                let client = self.rng.below(self.clients.len() as u64) as usize;
                self.clients[client].frozen_until = now + self.rng.span(1000, 30_000);
                "process suspended"
            }
            (11, _) => {
                let client = self.rng.below(self.clients.len() as u64) as usize;
                self.clients[client].fill_transport(now + self.rng.span(500, 8000));
                "transport full"
            }
            (12..=13, _) => {
                self.network.stalls_until = now + self.rng.span(2000, 40_000);
                "plugins stall"
            }
            (14, _) => {
                let until = now + self.rng.span(1000, 20_000);
                let transports = self.network.wires.values_mut().filter_map(|wire| wire.transport.as_mut());
                transports.for_each(|transport| transport.block(until));
                "queue full"
            }
            _ => self.inject_server_fault(),
        };
        self.log(format_args!("fault: {name}"));
        *counts.entry(format!("fault: {name}")).or_default() += 1;
        self.read_server();
    }

    fn inject_server_fault(&mut self) -> &'static str {
        let (fault, name) = match self.rng.below(12) {
            0 => (Fault::Restart, "restart"),
            1 => (Fault::ForgetSessions, "sessions forgotten"),
            2 => (Fault::ForgetHandles, "handles forgotten"),
            3 => (Fault::ExpireSessions, "sessions expire"),
            4 => (Fault::Lose(1 + self.rng.below(4) as u32), "messages lost"),
            5 => (Fault::Say("{\"janus\":".into()), "malformed message"),
            6 => (Fault::Silent(self.rng.one_in(2)), "silence"),
            7 => (Fault::StopReading(self.rng.one_in(2)), "the server stops reading"),
            8 => (Fault::AckFirst(Some(self.rng.one_in(2))), "acks and events swapped"),
            9 => (Fault::Threads(self.rng.one_in(2)), "threads"),
            10 => (Fault::EarlyEvents(self.rng.one_in(2)), "early events"),
            _ => (Fault::Delay(self.rng.span(0, 300)), "delay"),
        };
        self.server.inject(self.now, fault);
        name
    }
}
