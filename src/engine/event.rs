//! The events of a handle.

use super::end_reason::EndReason;
use crate::id::HandleId;
use crate::wire::Kind;

/// An event of a handle.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<In> {
    /// A message of Janus or of the plugin.
    Message {
        /// The kind of the message.
        kind: Kind,
        /// The message itself.
        message: In,
    },
    /// Events were dropped at this place, because they were not read fast enough.
    Missed {
        /// The number of dropped events.
        count: u64,
    },
    /// Janus had lost the session, and the handle was attached again in a new session. Its state in the plugin is
    /// lost: join again, and send a new offer.
    Rebuilt {
        /// The handle's new id in Janus.
        id: HandleId,
    },
    /// The handle has ended; no event follows.
    Ended(EndReason),
}

/// Whether an event may be dropped when the events of its handle are not read fast enough.
pub type Droppable<In> = fn(&In) -> bool;
