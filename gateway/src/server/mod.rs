//! The gateway on tokio: it listens to pages, and is connected to Janus.

mod builder;
mod driver;
#[cfg(feature = "program")]
mod inspect;
mod janus_socket;
mod key_client;
mod lifecycle;
pub mod mint;
mod page_socket;
mod policy;
mod signatures;

use std::sync::Arc;

use axum::Router;
use axum::routing::any;

pub use builder::Builder;
pub use driver::Server;
#[cfg(feature = "program")]
pub(crate) use inspect::judge;
pub use policy::Policy;
pub use signatures::verify as verify_signature;

impl Server {
    /// The routes of the Janus API: a WebSocket at `/janus-ws` and at `/`.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new()
            .route("/", any(page_socket::upgrade))
            .route("/janus-ws", any(page_socket::upgrade))
            .with_state(self.clone())
    }
}
