//! Whether the process lives, and whether it takes pages.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Routes;

/// `GET /healthz`
pub(super) async fn is_alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`
pub(super) async fn is_ready(State(routes): State<Routes>) -> Response {
    let reason = match () {
        () if routes.server.is_draining() => Some("the gateway is draining"),
        () if !routes.server.is_connected() => Some("no connection to Janus"),
        () => None,
    };
    let (status, text) = match reason {
        None => (StatusCode::OK, "{\"ready\":true}".to_owned()),
        Some(reason) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("{{\"ready\":false,\"reason\":\"{reason}\"}}"))
        }
    };
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}
