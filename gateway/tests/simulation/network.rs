//! The connections between the gateway and Janus, and what goes wrong there.

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::engine::{Capabilities, TransportId};
use bifrons::mock::{ClientId, Fault};
use bifrons::time::Time;
use bifrons::{Api, Error, ErrorCode};

use super::rng::Rng;
use super::world::{Due, World};

pub(crate) struct Network {
    links: BTreeMap<(usize, TransportId), ClientId>,
    /// When the last message arrives in each direction: those of a connection keep their order.
    last_to: BTreeMap<(usize, TransportId), Time>,
    last_from: BTreeMap<ClientId, Time>,
    /// Until when connections are refused.
    refuses_until: Time,
    slowest_ms: u64,
    /// A connection has given up.
    pub(crate) is_lost: bool,
}

impl Network {
    pub(crate) fn new(rng: &mut Rng) -> Self {
        Self {
            links: BTreeMap::new(),
            last_to: BTreeMap::new(),
            last_from: BTreeMap::new(),
            refuses_until: Time::ZERO,
            slowest_ms: [2, 20, 200][rng.below(3) as usize],
            is_lost: false,
        }
    }

    pub(crate) fn arrival_from(&mut self, client: ClientId, now: Time, rng: &mut Rng) -> Time {
        let last = self.last_from.entry(client).or_insert(now);
        *last = (*last).max(now + rng.span(0, self.slowest_ms));
        *last
    }
}

impl World {
    pub(crate) fn open_link(&mut self, upstream: usize, transport: TransportId) {
        let after = self.rng.span(0, 50);
        self.later(after, Due::LinkOpens { upstream, transport });
    }

    pub(crate) fn link_opens(&mut self, upstream: usize, transport: TransportId) {
        if self.now < self.network.refuses_until {
            self.note("fault: connection refused");
            return self.link_lost(upstream, transport);
        }
        let client = self.janus.connect(self.now, Api::Janus);
        self.network.links.insert((upstream, transport), client);
        let capabilities = Capabilities { can_probe: true, claims: true, queues: false };
        self.gateway.janus_opened(self.now, upstream, transport, capabilities);
    }

    pub(crate) fn close_link(&mut self, upstream: usize, transport: TransportId) {
        if let Some(client) = self.network.links.remove(&(upstream, transport)) {
            let after = self.rng.span(0, 200);
            self.later(after, Due::ClientLost(client));
        }
    }

    pub(crate) fn link_lost(&mut self, upstream: usize, transport: TransportId) {
        let error = Error::new(ErrorCode::ConnectionLost, "the connection is broken");
        self.gateway.janus_closed(self.now, upstream, transport, error);
    }

    pub(crate) fn probe(&mut self, upstream: usize, transport: TransportId) {
        if self.network.links.contains_key(&(upstream, transport)) {
            self.gateway.janus_alive(self.now, upstream, transport);
        }
    }

    pub(crate) fn send_janus(&mut self, upstream: usize, transport: TransportId, text: String) {
        self.step(|| format!("to Janus {upstream}: {text}"));
        self.spy_on(&text);
        let arrives = self.now + self.rng.span(0, self.network.slowest_ms);
        let last = self.network.last_to.entry((upstream, transport)).or_insert(arrives);
        *last = (*last).max(arrives);
        let arrives = *last;
        self.at(arrives, Due::ToJanus { upstream, transport, text });
    }

    pub(crate) fn pass_to_janus(&mut self, upstream: usize, transport: TransportId, text: &str) {
        if let Some(client) = self.network.links.get(&(upstream, transport)) {
            self.janus.message(self.now, *client, text);
        }
    }

    pub(crate) fn pass_from_janus(&mut self, client: ClientId, text: &str) {
        let link = self.network.links.iter().find(|(_, of)| **of == client).map(|(link, _)| *link);
        let Some((upstream, transport)) = link else { return };
        self.step(|| format!("of Janus {upstream}: {text}"));
        self.note_rooms(text);
        self.gateway.janus_message(self.now, upstream, transport, text.into());
    }

    /// Janus closes a connection.
    pub(crate) fn hang_up(&mut self, client: ClientId) {
        let link = self.network.links.iter().find(|(_, of)| **of == client).map(|(link, _)| *link);
        if let Some((upstream, transport)) = link {
            self.network.links.remove(&(upstream, transport));
            let after = self.rng.span(0, 50);
            self.later(after, Due::LinkLost { upstream, transport });
        }
        self.later(Duration::ZERO, Due::ClientLost(client));
    }

    /// Something goes wrong between gateway and Janus, or at Janus.
    pub(crate) fn break_something(&mut self) {
        if self.is_ending {
            return;
        }
        let after = self.rng.span(2_000, 12_000);
        self.later(after, Due::Fault);
        let (short, long) = (self.rng.span(500, 4_000), self.rng.span(9_000, 14_000));
        let (name, fault, ends) = match self.rng.below(14) {
            0 | 1 => return self.break_link(true),
            2 => return self.break_link(false),
            3 => {
                self.network.refuses_until = self.now + if self.rng.one_in(2) { long } else { short };
                self.break_link(true);
                return self.note("fault: connections are refused for a while");
            }
            4 => ("restart", Fault::Restart, None),
            5 => ("sessions forgotten", Fault::ForgetSessions, None),
            6 => ("handles forgotten", Fault::ForgetHandles, None),
            7 => ("sessions expire", Fault::ExpireSessions, None),
            8 => ("messages lost", Fault::Lose(1 + self.rng.below(6) as u32), None),
            9 if self.rng.one_in(2) => ("silence", Fault::Silent(true), Some((long, Fault::Silent(false)))),
            9 => ("silence", Fault::Silent(true), Some((short, Fault::Silent(false)))),
            10 => ("delay", Fault::Delay(short / 2), Some((short * 2, Fault::Delay(Duration::ZERO)))),
            11 => ("threads", Fault::Threads(true), Some((long, Fault::Threads(false)))),
            12 => ("a slow reader", Fault::StopReading(true), Some((short, Fault::StopReading(false)))),
            _ => ("early events", Fault::EarlyEvents(true), Some((short, Fault::EarlyEvents(false)))),
        };
        self.step(|| format!("fault: {name}"));
        self.note(format!("fault: {name}"));
        if name == "restart" {
            self.forget_rooms();
        }
        self.janus.inject(self.now, fault);
        if let Some((after, fault)) = ends {
            self.later(after, Due::FaultEnds(fault));
        }
    }

    /// A connection breaks; the gateway notices it soon, or by its probes only.
    fn break_link(&mut self, is_noticed: bool) {
        let links: Vec<_> = self.network.links.keys().copied().collect();
        let Some((upstream, transport)) = self.rng.pick(&links).copied() else { return };
        let Some(client) = self.network.links.remove(&(upstream, transport)) else { return };
        let (soon, later) = (self.rng.span(0, 100), self.rng.span(0, 15_000));
        self.step(|| format!("the connection {upstream} breaks"));
        self.later(later, Due::ClientLost(client));
        if is_noticed {
            self.later(soon, Due::LinkLost { upstream, transport });
            self.note("fault: connection lost");
        } else {
            self.note("fault: connection half-open");
        }
    }

    /// Nothing goes wrong from now on.
    pub(crate) fn heal(&mut self) {
        self.network.refuses_until = self.now;
        for fault in [
            Fault::Lose(0),
            Fault::Silent(false),
            Fault::Delay(Duration::ZERO),
            Fault::Threads(false),
            Fault::StopReading(false),
            Fault::EarlyEvents(false),
        ] {
            self.janus.inject(self.now, fault);
        }
    }
}
