//! The rules, one a file. Each takes the sources and gives `file:line: what` for each breach.

pub(crate) mod argued;
pub(crate) mod floors;
pub(crate) mod javascript;
pub(crate) mod locks;
pub(crate) mod named;
pub(crate) mod platform;
pub(crate) mod purity;
pub(crate) mod size;
pub(crate) mod source;
