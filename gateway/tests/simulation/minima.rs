//! What must have happened, so that the runs test it.

/// What must have happened in every hundred runs, at least so often.
pub(crate) const AT_LEAST: [(&str, u64); 1] = [("page: request", 1000)];
