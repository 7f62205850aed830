//! What a connection has seen, in numbers.

macro_rules! stats {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// The figures of one connection since it was made.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Stats {
            $($(#[$doc])* pub $name: u64,)*
        }

        impl Stats {
            /// Each figure with its name.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, u64)> {
                [$((stringify!($name), self.$name)),*].into_iter()
            }
        }
    };
}

stats! {
    /// Requests put on the line.
    sent;
    /// Requests that ended with an answer.
    answered;
    /// Requests that Janus refused.
    refused;
    /// Requests that got no answer in time.
    timed_out;
    /// Requests that the caller gave up.
    cancelled;
    /// Requests that ended because the line broke.
    lost;
    /// Events given to handles.
    events;
    /// Events dropped because a reader was too slow.
    dropped;
    /// Times that reading was held back for a slow reader.
    held_back;
    /// Answers that came after their request had ended.
    late;
    /// Things that the server did wrong.
    faults;
}
