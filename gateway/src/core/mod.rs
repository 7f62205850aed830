//! The decision core: text and time in, actions out. It does no I/O and has no clock.

pub mod decision;
pub mod definitions;
pub mod fields;
pub mod grants;
pub mod ice;
pub mod identity;
pub mod keys;
pub mod limits;
pub mod metrics;
pub(crate) mod nearest;
pub mod offer;
pub mod recorded;
pub mod redaction;
pub mod refusal;
pub mod relay;
pub mod revocation;
pub mod rights;
pub mod rules;
pub(crate) mod strict;
pub mod token;
