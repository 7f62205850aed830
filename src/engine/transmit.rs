//! Requests on their way out.

use super::Engine;
use super::options::{Idempotency, Target};
use super::output::Output;
use crate::wire::{Transmit, Verb};

impl<In, Out: Clone> Engine<In, Out> {
    /// The next request to send, if the transport accepts one.
    pub(super) fn next_transmit(&mut self) -> Option<Output<In, Out>> {
        let (transport, address) = self.connection.transport()?;
        if !self.connection.writable {
            return None;
        }
        loop {
            let Some((id, pending)) = self.requests.next_unsent() else {
                // The application's requests go before those that restore handles.
                match self.restore_next_handle() {
                    true => continue,
                    false => return None,
                }
            };
            let (session_key, handle) = match pending.target {
                Target::Connection => (None, None),
                Target::Session(key) => (Some(key), None),
                Target::Handle(key) => match self.sessions.handle(key) {
                    Some(handle) => (Some(handle.session), Some(handle.id)),
                    None => continue,
                },
            };
            let mut session_id = pending.named_session;
            if let Some(key) = session_key {
                if !pending.purpose.is_internal() && self.recovery.queue_request(key, id) {
                    continue;
                }
                if let Some(session) = self.sessions.get_mut(key) {
                    session.last_sent = self.now;
                    session_id = Some(session.id);
                }
            }
            let (session, handle) = match pending.verb {
                Verb::Create(_) => (None, None),
                Verb::Attach(_) => (session_id, None),
                _ => (session_id, handle.or(pending.named_handle)),
            };
            match self.connection.phase.queues() {
                true => pending.handed = true,
                false => {
                    self.stats.sent += 1;
                    self.stats.repeated += u64::from(pending.sent.replace(self.now).is_some());
                }
            }
            let credentials = match pending.own_credentials {
                true => None,
                false => self.credentials.get(address).cloned().flatten(),
            };
            let transmit = Transmit {
                verb: pending.verb.clone(),
                session,
                handle,
                transaction: pending.transaction_text(id),
                members: match pending.idempotency {
                    Idempotency::NotIdempotent => pending.members.take(),
                    Idempotency::Idempotent => pending.members.clone(),
                },
                credentials,
            };
            return Some(Output::Transmit { transport, request: id, transmit });
        }
    }
}
