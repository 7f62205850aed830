//! The HTTP client of the gateway, for HTTP and HTTPS. It follows no redirect: a configured URL says where to go, and
//! nothing else does.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::authorities;

/// A client, which keeps connections; its clones share them.
pub(super) type HttpClient = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Returns a client.
///
/// # Errors
/// Those of [`authorities::trusting`].
pub(super) fn new() -> bifrons::Result<HttpClient> {
    let builder = HttpsConnectorBuilder::new().with_tls_config(authorities::trusting(None)?);
    let connector = builder.https_or_http().enable_http1().build();
    Ok(Client::builder(TokioExecutor::new()).build(connector))
}

/// The texts of an error and of what caused it: the client's own says only that it can't connect.
pub(super) fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
