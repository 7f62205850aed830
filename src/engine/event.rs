//! The events of a handle.

use super::end::EndReason;
use crate::id::HandleId;
use crate::wire::Kind;

/// What a handle is told.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<In> {
    /// A message of Janus's or of the plugin.
    Message {
        /// What it is.
        kind: Kind,
        /// The message itself.
        message: In,
    },
    /// Events were dropped here, because they were not read fast enough.
    Missed {
        /// How many.
        count: u64,
    },
    /// Janus had lost the session: the handle was attached again, in a new one. What it was
    /// in the plugin is gone: join again, make a new offer.
    Rebuilt {
        /// Its new id in Janus.
        id: HandleId,
    },
    /// The handle is gone; nothing follows.
    Ended(EndReason),
}

/// Which events of a handle may go when its reader is too slow.
pub type Droppable<In> = fn(&In) -> bool;
