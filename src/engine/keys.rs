//! The engine's own names for things; Janus's ids are attributes of them.

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) u64);

        impl $name {
            /// The key as a number, exact in a double.
            #[must_use]
            pub const fn get(self) -> u64 {
                self.0
            }

            /// The key that [`get`](Self::get) told; one that never was names nothing.
            #[must_use]
            pub const fn from_number(number: u64) -> Self {
                Self(number)
            }
        }
    )*};
}

keys! {
    /// One attempt to connect, and the line that came of it.
    TransportId;
    /// A session.
    SessionKey;
    /// A handle.
    HandleKey;
    /// A request; also its transaction, unless the caller chose one.
    RequestId;
}
