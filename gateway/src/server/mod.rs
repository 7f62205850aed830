//! The gateway on tokio: it listens to pages, and is connected to Janus.

mod driver;
mod janus_socket;
mod key_client;
pub mod mint;
mod page_socket;
mod policy;
mod signatures;

use std::sync::Arc;

use axum::Router;
use axum::routing::any;

pub use driver::Server;
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
