//! The Admin API: requests to the server, and to the sessions and handles of all clients.
//!
//! The requests are plain serde types. [`Admin`](crate::Admin) has a method for each, and so has a connection of the
//! npm package. The Admin API must be enabled in the server's configuration (`admin_ws`, `admin_http`), and requires
//! its `admin_secret` with each request if one is configured.

mod generated;
mod handle_state;
mod medium;
mod server;
mod sessions;
mod tokens;
mod tools;
mod webrtc;

pub use handle_state::*;
pub use medium::*;
pub use server::*;
pub use sessions::*;
pub use tokens::*;
pub use tools::*;
pub use webrtc::*;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::engine::Idempotency;

/// A request of the Admin API. Its fields are members of the message.
pub trait Request: Serialize {
    /// The type of the response.
    type Reply: DeserializeOwned;

    /// The name of the request: the value of `janus` in the message.
    const VERB: &'static str;

    /// Whether the request is idempotent: sending it twice has the same effect as sending it once.
    const IDEMPOTENCY: Idempotency = Idempotency::NotIdempotent;

    /// Whether the fields of the response are in an object called `data`.
    const WITHIN_DATA: bool = false;
}
