//! What a listener checks: how many connections there are, who sends a request, and from which origin.

pub(crate) mod access;
pub(crate) mod addresses;
mod admin;
pub(crate) mod connections;
mod listen;

pub use admin::Admin;
pub use listen::{Listen, Tls};
