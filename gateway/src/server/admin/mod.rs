//! The endpoint of operators: JSON over HTTP, on an address of its own.

mod access;
mod changes;
mod problem;
mod views;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use bifrons::Secret;

use self::problem::Problem;
use super::{Admin, Listen, Listener, Server, health};
use crate::core::limits::RateLimiter;

/// The limits of the listener: operators are few.
fn listen(address: SocketAddr) -> Listen {
    Listen {
        address,
        max_connections: 200,
        max_connections_per_address: 100,
        header_timeout: Duration::from_secs(10),
        ..Listen::default()
    }
}

/// What the routes need.
#[derive(Clone)]
struct Routes {
    server: Arc<Server>,
    secret: Option<Secret>,
    attempts: Arc<Mutex<RateLimiter>>,
}

impl Server {
    /// Listens to operators: metrics, sessions, rooms, and changes. `/healthz` needs no secret.
    ///
    /// # Errors
    /// The address can't be used.
    pub async fn listen_to_operators(self: &Arc<Self>, admin: &Admin) -> bifrons::Result<Listener> {
        Listener::start(&listen(admin.address), self.admin_router(admin.secret.clone())).await
    }

    fn admin_router(self: &Arc<Self>, secret: Option<Secret>) -> Router {
        let routes = Routes { server: self.clone(), secret, attempts: Arc::default() };
        Router::new()
            .route("/metrics", get(views::metrics))
            .route("/sessions", get(views::sessions))
            .route("/sessions/{id}", get(views::session).delete(changes::end_session))
            .route("/rooms", get(views::rooms))
            .route("/revoke", post(changes::revoke))
            .route("/grants", post(changes::grants))
            .route("/ban", post(changes::ban))
            .route("/drain", post(changes::drain))
            .method_not_allowed_fallback(|| async { Problem::WRONG_METHOD })
            .fallback(|| async { Problem::NO_SUCH_PATH })
            .layer(from_fn_with_state(routes.clone(), access::check))
            .route("/healthz", get(health::is_alive))
            .with_state(routes)
    }
}
