//! Versions of Janus.

use std::fmt;

/// A version of Janus, such as 1.1.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JanusVersion(u64);

impl JanusVersion {
    /// Creates a version.
    #[must_use]
    pub const fn new(major: u64, minor: u64, patch: u64) -> Self {
        Self(major * 1000 + minor * 100 + patch)
    }

    /// Creates a version from Janus's number for it (`version` in `server_info`), such as 1102 for 1.1.2.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// Returns Janus's number for it.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for JanusVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0 / 1000, self.0 / 100 % 10, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_written_and_compared_as_janus_numbers_it() {
        assert_eq!(JanusVersion::new(1, 1, 2), JanusVersion::from_number(1102));
        assert_eq!(JanusVersion::new(1, 4, 1).to_string(), "1.4.1");
        assert_eq!(JanusVersion::new(1, 2, 12).to_string(), "1.2.12");
        assert!(JanusVersion::new(1, 3, 0) > JanusVersion::new(1, 2, 4));
    }
}
