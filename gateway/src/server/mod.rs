//! The gateway on tokio: it listens to pages, and is connected to Janus.

mod access;
mod admin;
mod authorities;
mod builder;
mod certificates;
mod driver;
mod health;
mod http_client;
mod http_policy;
#[cfg(feature = "program")]
mod inspect;
mod janus_socket;
mod janus_stream;
mod key_client;
mod lifecycle;
mod listener;
mod long_poll;
mod measure;
mod metrics;
pub mod mint;
mod operate;
mod page_socket;
mod policy;
mod replicas;
mod signatures;
mod signed_post;
mod webhooks;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};
use ipnet::IpNet;

use crate::listening::addresses;

pub use crate::asking::PolicyUrl;
pub use crate::listening::{Admin, Listen, Tls};
pub use crate::reporting::Webhook;
pub use builder::Builder;
#[cfg(feature = "program")]
pub(crate) use builder::Parts;
pub use driver::Server;
pub use http_policy::HttpPolicy;
#[cfg(feature = "program")]
pub(crate) use inspect::judge;
pub use listener::Listener;
pub use policy::Policy;
#[cfg(feature = "program")]
pub(crate) use replicas::available as store_is_available;
pub use signatures::verify as verify_signature;

/// What the routes need.
#[derive(Clone)]
struct Routes {
    server: Arc<Server>,
    listen: Arc<Listen>,
}

impl Routes {
    /// The address of a request's sender.
    fn sender(&self, extensions: &Extensions, headers: &HeaderMap) -> IpAddr {
        sender(extensions, headers, &self.listen.trusted_proxies)
    }
}

impl Server {
    /// The routes with the default settings, for an application's own router: the Janus API by WebSocket at `/janus-ws`
    /// and at `/`, by HTTP at `/janus`; `/healthz` and `/readyz`. The address of a page is known where the application
    /// serves with axum's `ConnectInfo<SocketAddr>`.
    pub fn router(self: &Arc<Self>) -> Router {
        self.router_with(&Listen::default())
    }

    /// The same with these settings. Those of the connections (`address`, `tls`, `max_…`, and the timeouts of handshake and
    /// headers) are for a [`Listener`].
    pub fn router_with(self: &Arc<Self>, listen: &Listen) -> Router {
        let routes = Routes { server: self.clone(), listen: Arc::new(listen.clone()) };
        let check = from_fn_with_state(routes.clone(), access::check);
        let cors = from_fn_with_state(routes.clone(), access::cors);
        Router::new()
            .route("/janus", any(long_poll::handle))
            .route("/janus/", any(long_poll::handle))
            .route("/janus/{*ids}", any(long_poll::handle))
            .route_layer(cors)
            .route("/", any(page_socket::upgrade))
            .route("/janus-ws", any(page_socket::upgrade))
            .route_layer(check)
            .route("/healthz", get(health::is_alive))
            .route("/readyz", get(health::is_ready))
            .with_state(routes)
    }

    /// Listens to pages.
    ///
    /// # Errors
    /// The address can't be used, or the certificate.
    pub async fn listen(self: &Arc<Self>, listen: &Listen) -> bifrons::Result<Listener> {
        let listener = Listener::start(listen, self.router_with(listen)).await?;
        self.note_listener(listener.shared_connections());
        Ok(listener)
    }
}

/// The address of a request's sender; only these proxies are believed.
fn sender(extensions: &Extensions, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    // What can't be read is no address.
    let lines = headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().unwrap_or_default());
    addresses::sender(peer, lines, trusted)
}

/// The token in `Authorization`.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}
