//! What operators see.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::Routes;
use super::access::Operator;
use super::problem::Problem;
use crate::core::relay::SessionView;
use crate::server::metrics::CONTENT_TYPE;

/// `GET /metrics`
pub(super) async fn metrics(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
) -> Result<Response, Problem> {
    operator.needs_all()?;
    Ok(([(header::CONTENT_TYPE, CONTENT_TYPE)], routes.server.metrics()).into_response())
}

/// `GET /sessions`
pub(super) async fn sessions(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
) -> Response {
    respond("sessions", routes.server.sessions(operator.tenant()))
}

/// `GET /sessions/ID`
pub(super) async fn session(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    Ok(respond("session", find(&routes, &operator, &id)?))
}

/// `GET /rooms`
pub(super) async fn rooms(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
) -> Response {
    respond("rooms", routes.server.rooms(operator.tenant()))
}

/// The session with this id, if the operator may see it.
pub(super) fn find(routes: &Routes, operator: &Operator, id: &str) -> Result<SessionView, Problem> {
    let found = id.parse().ok().and_then(|id| routes.server.session(id));
    let found = found.filter(|found| operator.tenant().is_none_or(|tenant| *found.tenant == *tenant));
    found.ok_or_else(|| {
        Problem::new(StatusCode::NOT_FOUND, "no such session: GET /sessions lists those that there are")
    })
}

pub(super) fn respond(name: &str, value: impl Serialize) -> Response {
    // Views have texts as keys, and are always JSON.
    let value = serde_json::to_value(value).unwrap_or_default();
    respond_with(&json!({ name: value }))
}

pub(super) fn respond_with(value: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, value.to_string()).into_response()
}
