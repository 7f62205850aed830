//! What a connection has seen, in numbers.

/// The figures of one connection since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// Requests put on the line.
    pub sent: u64,
    /// Requests that ended with an answer.
    pub answered: u64,
    /// Requests that Janus refused.
    pub refused: u64,
    /// Requests that got no answer in time.
    pub timed_out: u64,
    /// Requests that the caller gave up.
    pub cancelled: u64,
    /// Requests that ended because the line broke.
    pub lost: u64,
    /// Events given to handles.
    pub events: u64,
    /// Events dropped because a reader was too slow.
    pub dropped: u64,
    /// Times that reading was held back for a slow reader.
    pub held_back: u64,
    /// Answers that came after their request had ended.
    pub late: u64,
    /// Things that the server did wrong.
    pub faults: u64,
}
