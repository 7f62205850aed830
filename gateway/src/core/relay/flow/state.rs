//! Where the handles of the flow plugin are on their way, by their virtual ids.

use bifrons::engine::HandleKey;
use serde_json::{Map, Value};

use super::At;
use crate::core::definitions::Plugin;
use crate::core::limits::Held;
use crate::core::relay::sessions::{Handle, Sessions};

/// A handle of the flow plugin.
pub(in crate::core::relay) enum State {
    /// Its page may ask for a flow.
    Idle(Held),
    /// A flow is on its way, or is being undone.
    Busy(Held),
    /// It is a handle of the flow's plugin, and the flow's last request is at Janus.
    Last(Last),
}

/// The last request of a flow, which is at Janus.
pub(in crate::core::relay) struct Last {
    /// The number in its transaction.
    pub number: u64,
    /// What undoes the steps before it.
    pub undos: Vec<Map<String, Value>>,
}

impl Sessions {
    /// Notes that a flow begins; whether the handle was idle, and `None` if it is gone.
    pub(super) fn begin_flow(&mut self, at: At) -> Option<bool> {
        match self.remove_flow(at)? {
            State::Idle(held) => {
                self.set_state(at, State::Busy(held));
                Some(true)
            }
            state => {
                self.set_state(at, state);
                Some(false)
            }
        }
    }

    /// Notes that the flow is undone: the page may ask for one again.
    pub(super) fn end_flow(&mut self, at: At) {
        if let Some(held) = self.take_busy(at) {
            self.set_state(at, State::Idle(held));
        }
    }

    /// Whether a flow of the handle is on its way.
    pub(super) fn has_flow(&self, at: At) -> bool {
        matches!(self.state(at), Some(State::Busy(_)))
    }

    /// Makes it a handle of the flow's plugin; `false` if it is gone.
    pub(super) fn become_handle(&mut self, at: At, handle: impl FnOnce(Held) -> Handle) -> bool {
        let Some(held) = self.take_busy(at) else { return false };
        self.add_handle_as(at, handle(held));
        true
    }

    /// Makes it a handle of the flow plugin alone, whose flow is being undone; returns what it was at Janus.
    pub(super) fn become_flow(&mut self, at: At) -> Option<(HandleKey, &'static Plugin)> {
        let Handle { key, plugin, _held: held, .. } = self.remove_handle(at.0, at.1)?;
        self.set_state(at, State::Busy(held));
        Some((key, plugin))
    }

    pub(super) fn set_last(&mut self, at: At, last: Last) {
        self.set_state(at, State::Last(last));
    }

    /// Takes the last request of a flow if it has this number: Janus has responded to it.
    pub(super) fn take_last(&mut self, at: At, number: impl FnOnce() -> Option<u64>) -> Option<Last> {
        let Some(State::Last(last)) = self.state(at) else { return None };
        if number() != Some(last.number) {
            return None;
        }
        match self.remove_flow(at) {
            Some(State::Last(last)) => Some(last),
            _ => None,
        }
    }

    /// The handle is gone, or it is one of another plugin for good.
    pub(super) fn remove_flow(&mut self, (session, id): At) -> Option<State> {
        self.get_mut(session)?.flows.remove(&id)
    }

    fn state(&self, (session, id): At) -> Option<&State> {
        self.get(session)?.flows.get(&id)
    }

    fn set_state(&mut self, (session, id): At, state: State) {
        if let Some(entry) = self.get_mut(session) {
            entry.flows.insert(id, state);
        }
    }

    fn take_busy(&mut self, at: At) -> Option<Held> {
        match self.remove_flow(at)? {
            State::Busy(held) => Some(held),
            state => {
                self.set_state(at, state);
                None
            }
        }
    }
}
