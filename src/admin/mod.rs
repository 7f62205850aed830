//! The Admin API: what can be asked of the server itself, and of everybody's sessions and handles.
//!
//! Its requests are plain serde types, as the plugins' are; the client's
//! [`Admin`](crate::Admin) has a method for each, and so has a connection of the npm package.
//! The server needs its Admin API switched on (`admin_ws`, `admin_http`), and wants its
//! `admin_secret` with each request.

mod handle_state;
mod server;
mod sessions;
mod tokens;
mod tools;

pub use handle_state::*;
pub use server::*;
pub use sessions::*;
pub use tokens::*;
pub use tools::*;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::engine::Idempotency;

/// A request of the Admin API; its fields are members of the message.
pub trait Request: Serialize {
    /// What it answers with.
    type Reply: DeserializeOwned;

    /// Its word, as `janus`.
    const VERB: &'static str;

    /// Whether it may be sent twice.
    const IDEMPOTENCY: Idempotency = Idempotency::NotIdempotent;

    /// Whether the answer is in an object called `data`.
    const WITHIN_DATA: bool = false;
}
