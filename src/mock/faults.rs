//! Injected faults.

use std::time::Duration;

use super::server::Server;
use crate::time::Time;

/// An injected fault: from now on, or once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Messages are sent after this delay; zero ends it.
    Delay(Duration),
    /// The next messages to clients, up to this number, are lost.
    Lose(u32),
    /// Whether acks come before events; without it, by chance.
    AckFirst(Option<bool>),
    /// Whether messages to plugins wait for a thread, as in a busy Janus: they are carried out in any order, also after
    /// later requests, and have their responses before those.
    Threads(bool),
    /// Whether a plugin sends each new handle an event, `{ "early": true }`, before the response to its
    /// `attach`.
    EarlyEvents(bool),
    /// A race that each SIP call loses from now on, as rarely with a real Janus; none without it.
    SipRace(Option<SipRace>),
    /// All connections are lost.
    Disconnect,
    /// Nothing comes in or goes out, though the connections stay; until it is switched off.
    Silent(bool),
    /// The server reads nothing, but still sends: messages to it wait, on a port in the sockets, until this is switched
    /// off.
    StopReading(bool),
    /// All sessions are removed without an event: the next request to one is refused with 458.
    ForgetSessions,
    /// All handles are removed without an event: the next request to one is refused with 459.
    ForgetHandles,
    /// All sessions expire: their owners get `timeout`.
    ExpireSessions,
    /// This text is sent to all clients.
    SendText(String),
    /// Janus is killed and started again: all connections are lost, and all state.
    Restart,
}

/// A race in Janus's SIP plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SipRace {
    /// `ringing` and `proceeding` come before `calling`, without a transaction.
    RingingBeforeCalling,
    /// Janus confirms an `accept` or a `decline`, but does not send it to the caller. A callee that waits for the
    /// `messagedelivery` of a `message` to any URI before it answers the call is safe.
    AnswerNotSent,
    /// `decline` is carried out, but `declining` is never sent: the callee gets its `hangup` only.
    NoDeclining,
    /// Janus confirms a `hold`, `unhold` or `update`, but does not send it to the other side while an `info`,
    /// `dtmf_info` or `message` of the call has no response, for 20 ms. The `messagedelivery` of a `message`
    /// reports that the responses have come.
    ReinviteNotSent,
}

impl Server {
    /// Makes something go wrong.
    pub fn inject(&mut self, now: Time, fault: Fault) {
        self.handle_timeout(now);
        match fault {
            Fault::Delay(span) => self.world.delay = span,
            Fault::Lose(count) => self.world.lose = count,
            Fault::AckFirst(choice) => self.world.ack_first = choice,
            Fault::Threads(on) => {
                self.threads.on = on;
                if !on {
                    self.run_threads(|_| true);
                }
            }
            Fault::EarlyEvents(on) => self.world.early_events = on,
            Fault::SipRace(race) => self.world.sip_race = race,
            Fault::Silent(on) => self.world.silent = on,
            Fault::StopReading(on) => self.listen(now, !on),
            Fault::Disconnect => self.disconnect_all(now),
            Fault::ForgetSessions => {
                self.sessions().into_iter().for_each(|id| self.end_session(id));
            }
            Fault::ForgetHandles => {
                for session in self.world.sessions.values_mut() {
                    session.handles.clear();
                }
                self.plugins.forget();
            }
            Fault::ExpireSessions => {
                self.sessions().into_iter().for_each(|id| self.expire(id));
            }
            Fault::SendText(text) => {
                let clients: Vec<_> = self.world.clients.keys().copied().collect();
                for client in clients {
                    self.world.say_text(client, text.clone());
                }
            }
            Fault::Restart => {
                self.disconnect_all(now);
                self.sessions().into_iter().for_each(|id| self.end_session(id));
                self.plugins = super::plugins::Plugins::default();
                self.world.tokens.clear();
            }
        }
    }

    fn listen(&mut self, now: Time, on: bool) {
        self.world.read(on);
        if on {
            for (client, text) in std::mem::take(&mut self.unread) {
                self.message(now, client, &text);
            }
        }
    }

    fn disconnect_all(&mut self, now: Time) {
        let clients: Vec<_> = self.world.clients.keys().copied().collect();
        for client in clients {
            self.world.hang_up(client);
            self.disconnect(now, client);
        }
    }
}
