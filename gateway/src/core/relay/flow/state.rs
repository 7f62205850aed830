//! Where the handles of the flow plugin are on their way, by their virtual ids.

use serde_json::{Map, Value};

use super::At;
use crate::core::limits::Held;
use crate::core::refusal::{Cause, Refusal};
use crate::core::relay::sessions::{Handle, Sessions};

/// A handle of the flow plugin.
pub(in crate::core::relay) enum State {
    /// Its page may ask for a flow.
    Idle(Held),
    /// A flow is on its way, or is being undone.
    Busy,
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
    /// Notes that a flow begins. It holds what counts as one of the user's handles until it ends.
    ///
    /// # Errors
    /// A flow is on its way already, or the handle is gone.
    pub(super) fn begin_flow(&mut self, at: At) -> Result<Held, Refusal> {
        match self.remove_flow(at) {
            Some(State::Idle(held)) => {
                self.set_state(at, State::Busy);
                Ok(held)
            }
            // Another connection of the same user has asked already; this one's messages do not wait for it.
            Some(state) => {
                self.set_state(at, state);
                Err(Refusal::new(Cause::WrongPath, "a flow of the handle is on its way"))
            }
            None => Err(gone()),
        }
    }

    /// Notes that the flow is undone: if the handle is still there, its page may ask for another one.
    pub(super) fn end_flow(&mut self, at: At, held: Held) {
        if self.has_flow(at) {
            self.set_state(at, State::Idle(held));
        }
    }

    /// Whether a flow of the handle is on its way.
    pub(super) fn has_flow(&self, at: At) -> bool {
        matches!(self.state(at), Some(State::Busy))
    }

    /// Makes it a handle of the flow's plugin.
    pub(super) fn become_handle(&mut self, at: At, handle: Handle) {
        self.remove_flow(at);
        self.add_handle_as(at, handle);
    }

    /// Makes it a handle of the flow plugin alone, whose flow is being undone; returns what it was.
    pub(super) fn become_flow(&mut self, at: At) -> Option<Handle> {
        let handle = self.remove_handle(at.0, at.1)?;
        self.set_state(at, State::Busy);
        Some(handle)
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
}

pub(super) fn gone() -> Refusal {
    Refusal::new(Cause::NoSuchHandle, "the handle is gone")
}
