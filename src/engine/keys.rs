//! The engine's own keys. Janus's ids are attributes: they change when a session is rebuilt.

use std::collections::BinaryHeap;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) u64);

        impl $name {
            /// Returns the key as a number, exact in a double.
            #[must_use]
            pub const fn get(self) -> u64 {
                self.0
            }

            /// Returns the key with this number, as [`get`](Self::get) returned it; another number names nothing.
            #[must_use]
            pub const fn from_number(number: u64) -> Self {
                Self(number)
            }
        }
    )*};
}

keys! {
    /// A transport connection, from the attempt to open it.
    TransportId;
    /// A session, whose id in Janus changes when it is rebuilt.
    SessionKey;
    /// A handle, whose id in Janus changes when its session is rebuilt.
    HandleKey;
    /// One rebuild of a session: it may be lost again before it is prepared.
    RebuildKey;
    /// A request; also its transaction, unless the caller chose one.
    RequestId;
}

/// Returns keys or ids in their order. (The sort of the standard library is 4 KB of the WebAssembly module.)
pub(super) fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<BinaryHeap<_>>().into_sorted_vec()
}
