//! The engines, the server and the network together, in virtual time.

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

/// How long users send requests and faults are injected.
const FAULT_PERIOD: Duration = Duration::from_secs(45);

pub(crate) struct World {
    pub(crate) now: Time,
    pub(crate) rng: Rng,
    server: Server,
    server_due: Option<Time>,
    pub(crate) network: Network,
    pub(crate) clients: Vec<Client>,
    pub(crate) print: bool,
}

/// Mostly the default; some with a short limit, some without recovery.
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
            seed: Some(seed),
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
        let end = Time::ZERO + FAULT_PERIOD;
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
        self.stop_faults(counts);
        self.check_connections(counts);
        self.close_all(counts);
    }

    /// The faults stop: all pending requests end.
    fn stop_faults(&mut self, counts: &mut Counts) {
        self.server.inject(self.now, Fault::Silent(false));
        self.server.inject(self.now, Fault::StopReading(false));
        self.server.inject(self.now, Fault::Delay(Duration::ZERO));
        self.server.inject(self.now, Fault::Lose(0));
        self.network.refuses_until = self.now;
        self.network.slow_until = self.now;
        self.network.stalls_until = self.now;
        let transports = self.network.links.values_mut().filter_map(|link| link.transport.as_mut());
        transports.for_each(|transport| transport.clear(self.now));
        let end = self.now + LONGEST;
        while self.clients.iter().any(|client| !client.is_quiet()) {
            let at = self.next().filter(|at| *at <= end);
            let summaries = || self.clients.iter().map(Client::summary).collect::<Vec<_>>();
            let at = at.unwrap_or_else(|| panic!("requests hang: {:#?}", summaries()));
            self.advance(at, counts);
        }
    }

    /// Requests of clients that are still connected are served.
    fn check_connections(&mut self, counts: &mut Counts) {
        // Undetected faults are detected within a minute and a half.
        let end = self.now + LONGEST;
        while let Some(at) = self.next().filter(|at| *at <= end) {
            self.advance(at, counts);
        }
        self.advance(end, counts);
        for client in 0..self.clients.len() {
            if self.clients[client].over.is_some() {
                continue;
            }
            self.clients[client].read_all();
            self.settle(client, counts);
            let before = self.clients[client].engine.stats();
            let requests = self.clients[client].request_all(self.now).len() as u64;
            self.settle(client, counts);
            let end = self.now + Duration::from_secs(10);
            while let Some(at) = self.next().filter(|at| *at < end && !self.clients[client].is_quiet()) {
                self.advance(at, counts);
            }
            let after = self.clients[client].engine.stats();
            // Janus may have lost a handle and refuse a request, which ends other requests of the handle; but
            // no request stays pending.
            let ended = |stats: Stats| stats.succeeded + stats.refused + stats.lost;
            assert_eq!(ended(after) - ended(before), requests, "after the faults stop: {before:?} {after:?}");
            let soon = self.now + Duration::from_secs(1);
            while let Some(at) = self.next().filter(|at| *at < soon) {
                self.advance(at, counts);
            }
            let Client { expected_events, received_events, .. } = self.clients[client];
            assert!(
                received_events >= expected_events,
                "{received_events} events came, {expected_events} were to come"
            );
        }
    }

    /// Closes all connections; nothing is left in Janus.
    fn close_all(&mut self, counts: &mut Counts) {
        for client in 0..self.clients.len() {
            let repeated = self.clients[client].engine.stats().repeated;
            *counts.entry("request: repeated".into()).or_default() += repeated;
            self.clients[client].engine.close(self.now, true);
            self.settle(client, counts);
        }
        let end = self.now + Duration::from_secs(120);
        while let Some(at) = self.next().filter(|at| *at <= end) {
            self.advance(at, counts);
        }
        assert!(self.clients.iter().all(|client| client.over.is_some()), "a connection does not end");
        self.advance(end, counts);
        let left = self.server.sessions();
        assert!(left.is_empty(), "sessions are left in Janus: {left:?}");
    }

    /// When something happens next.
    fn next(&self) -> Option<Time> {
        let clients = (0..self.clients.len()).filter_map(|client| self.due(client));
        clients.chain(self.network.next()).chain(self.server_due).min().map(|at| at.max(self.now))
    }

    fn advance(&mut self, to: Time, counts: &mut Counts) {
        self.now = self.now.max(to);
        while let Some(due) = self.network.take(self.now) {
            self.carry(due, counts);
        }
        if self.server_due.is_some_and(|at| at <= self.now) {
            self.server.handle_timeout(self.now);
        }
        self.poll_server();
        for client in 0..self.clients.len() {
            if self.due(client).is_some_and(|at| at <= self.now) {
                self.clients[client].handle_timeout(self.now);
                self.settle(client, counts);
            }
        }
    }

    pub(crate) fn log(&self, what: std::fmt::Arguments<'_>) {
        if self.print {
            println!("{:>10.3} {what}", self.now.since(Time::ZERO).as_secs_f64());
        }
    }

    fn carry(&mut self, due: Due, counts: &mut Counts) {
        self.log(format_args!("{due:?}"));
        let id = match &due {
            Due::Opened(id) | Due::Refused(id) | Due::ToServer(id, _) | Due::ToClient(id, _) => *id,
            Due::Alive(id) | Due::ClientClosed(id) | Due::ServerClosed(id) | Due::PostLimit(id, _) => *id,
        };
        if let Due::PostLimit(_, request) = due {
            return self.on_limit(id, request, counts);
        }
        if let (Due::ToServer(_, text), true) = (&due, self.now < self.network.stalls_until) {
            if text.contains("\"janus\":\"message\"") {
                return self.network.put_off(id, text.clone());
            }
        }
        let Some(link) = self.network.links.get_mut(&id) else { return };
        let (client, transport_id, server) = (link.client, link.transport_id, link.server);
        let traits = self.clients[client].kind.traits(client == 0);
        let suspended = self.clients[client].suspended_until > self.now;
        match due {
            Due::Opened(_) => {
                let known = self.server.connect(self.now, Api::Janus);
                link.server = Some(known);
                self.clients[client].full_until = None;
                self.clients[client].engine.handle_opened(self.now, transport_id, traits);
            }
            Due::Refused(_) => {
                self.network.links.remove(&id);
                let error = Error::new(ErrorCode::ConnectFailed, "refused");
                self.clients[client].engine.handle_closed(self.now, transport_id, error);
            }
            Due::ToServer(_, text) => {
                if let Some(server) = server {
                    self.server.message(self.now, server, &text);
                }
                return;
            }
            // A real process reads data later that arrive while it is suspended; here they are lost.
            Due::ToClient(..) | Due::Alive(_) if suspended => return,
            Due::ToClient(_, text) => {
                self.on_response(id, &text);
                self.clients[client].read(self.now, transport_id, &text);
            }
            Due::Alive(_) => self.clients[client].engine.handle_alive(self.now, transport_id),
            Due::ClientClosed(_) => {
                link.transport = None;
                self.network.remove_closed(id);
                let error = Error::new(ErrorCode::ConnectionLost, "the link is broken");
                self.clients[client].engine.handle_closed(self.now, transport_id, error);
            }
            Due::ServerClosed(_) => {
                link.server = None;
                self.network.remove_closed(id);
                if let Some(server) = server {
                    self.server.disconnect(self.now, server);
                }
                return;
            }
            Due::PostLimit(..) => return,
        }
        self.settle(client, counts);
    }

    fn poll_server(&mut self) {
        loop {
            match self.server.poll_output() {
                MockOutput::Message { client, text } => {
                    self.network.send_down(self.now, &mut self.rng, client, text);
                }
                MockOutput::HangUp { client } => {
                    let links = self.network.links.iter();
                    let found =
                        links.filter(|(_, link)| link.server == Some(client)).map(|(id, _)| *id).next();
                    if let Some(id) = found {
                        self.network.break_link(self.now, id, Duration::from_millis(1), Duration::ZERO);
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
        if self.clients[client].suspended_until > self.now || self.clients[client].over.is_some() {
            return;
        }
        self.clients[client].act(self.now, &mut self.rng);
        self.settle(client, counts);
    }

    fn inject_fault(&mut self, counts: &mut Counts) {
        let links: Vec<_> =
            self.network.links.iter().filter(|(_, link)| link.carries).map(|(id, _)| *id).collect();
        let link = self.rng.pick(&links).copied();
        let (none, soon) = (Duration::ZERO, Duration::from_secs(6));
        let now = self.now;
        let what = match (self.rng.below(22), link) {
            (0..=3, Some(link)) => {
                self.network.break_link(now, link, none, none);
                "connections lost"
            }
            (4..=5, Some(link)) => {
                // Neither end is closed: the client has to detect the fault.
                self.network.break_link(now, link, Duration::from_secs(600), soon);
                "half-open"
            }
            (6..=7, Some(link)) => {
                self.network.break_link(now, link, self.rng.span(1000, 4000), none);
                "lost for the server only"
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
                self.clients[client].suspended_until = now + self.rng.span(1000, 30_000);
                "the process is suspended"
            }
            (11, _) => {
                let client = self.rng.below(self.clients.len() as u64) as usize;
                self.clients[client].fill_transport(now + self.rng.span(500, 8000));
                "a full transport connection"
            }
            (12..=13, _) => {
                self.network.stalls_until = now + self.rng.span(2000, 40_000);
                "plugins stall"
            }
            (14, _) => {
                let until = now + self.rng.span(1000, 20_000);
                let transports = self.network.links.values_mut().filter_map(|link| link.transport.as_mut());
                transports.for_each(|transport| transport.block(until));
                "a queue without room"
            }
            (15..=16, _) => {
                self.event_flood();
                "an event flood"
            }
            _ => self.inject_server_fault(),
        };
        self.log(format_args!("fault: {what}"));
        *counts.entry(format!("fault: {what}")).or_default() += 1;
        self.poll_server();
    }

    /// Janus sends an unread handle more events than it may hold.
    fn event_flood(&mut self) {
        let client = self.rng.below(self.clients.len() as u64) as usize;
        let Some((session, handle)) = self.clients[client].address_of_any(&mut self.rng) else { return };
        let lasting = self.rng.pick(&[1, 4, 20]).copied().unwrap_or(1);
        for _ in 0..self.rng.below(60) {
            let kind = if self.rng.one_in(lasting) { "webrtcup" } else { "media" };
            let text = format!("{{\"janus\":\"{kind}\",\"session_id\":{session},\"sender\":{handle}}}");
            self.server.inject(self.now, Fault::SendText(text));
        }
    }

    fn inject_server_fault(&mut self) -> &'static str {
        let (fault, what) = match self.rng.below(12) {
            0 => (Fault::Restart, "restart"),
            1 => (Fault::ForgetSessions, "sessions forgotten"),
            2 => (Fault::ForgetHandles, "handles forgotten"),
            3 => (Fault::ExpireSessions, "sessions expire"),
            4 => (Fault::Lose(1 + self.rng.below(4) as u32), "messages lost"),
            5 => (Fault::SendText("{\"janus\":".into()), "invalid JSON"),
            6 => (Fault::Silent(self.rng.one_in(2)), "silence"),
            7 => (Fault::StopReading(self.rng.one_in(2)), "a slow reader"),
            8 => (Fault::AckFirst(Some(self.rng.one_in(2))), "acks and events change places"),
            9 => (Fault::Threads(self.rng.one_in(2)), "threads"),
            10 => (Fault::EarlyEvents(self.rng.one_in(2)), "early events"),
            _ => (Fault::Delay(self.rng.span(0, 300)), "delay"),
        };
        self.server.inject(self.now, fault);
        what
    }
}
