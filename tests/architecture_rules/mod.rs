//! The rules, one in each file. A rule takes the sources and returns `file:line: text` for each breach.

pub(crate) mod argued;
pub(crate) mod circles;
pub(crate) mod javascript;
pub(crate) mod layers;
pub(crate) mod locks;
pub(crate) mod named;
pub(crate) mod platform;
pub(crate) mod purity;
pub(crate) mod size;
pub(crate) mod source;
pub(crate) mod words;
