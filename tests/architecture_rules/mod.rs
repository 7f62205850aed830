//! The rules, one a file. Each takes the sources and gives `file:line: what` for each breach.

pub mod argued;
pub mod floors;
pub mod javascript;
pub mod platform;
pub mod purity;
pub mod size;
pub mod source;
