//! What a listener checks: how many connections there are, and who sends a request.

pub(crate) mod addresses;
pub(crate) mod connections;
mod listen;

pub use listen::{Listen, Tls};
