//! Janus's ids of sessions and handles.

use std::fmt;

/// The largest integer that JSON carries exactly everywhere: 2^53 - 1.
pub const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

macro_rules! janus_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The id `value`, unless it is larger than 2^53 - 1.
            ///
            /// Janus's own ids are 53 bits wide; a larger number would not
            /// survive JavaScript.
            #[must_use]
            pub const fn new(value: u64) -> Option<Self> {
                if value <= MAX_SAFE_INTEGER { Some(Self(value)) } else { None }
            }

            /// The id as a plain number.
            #[must_use]
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

janus_id! {
    /// A session's id in Janus.
    SessionId
}
janus_id! {
    /// A handle's id in Janus; events name it as `sender`.
    HandleId
}
