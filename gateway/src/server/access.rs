//! Which origins and host names are accepted; CORS.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Routes;
use crate::listening::Listen;

/// How long a browser may keep the response to a preflight request, in seconds; as with Janus.
const PREFLIGHT_AGE: HeaderValue = HeaderValue::from_static("86400");

/// Refuses other origins and host names.
pub(super) async fn check(State(routes): State<Routes>, request: Request, next: Next) -> Response {
    let listen = &routes.listen;
    if !is_host_allowed(listen, request.headers(), request.uri()) {
        return (StatusCode::FORBIDDEN, "the gateway has no such host name\n").into_response();
    }
    if !is_origin_allowed(listen, request.headers()) {
        return (StatusCode::FORBIDDEN, "pages of this origin may not connect\n").into_response();
    }
    next.run(request).await
}

/// Answers preflight requests, and lets pages of other origins read each response, also one that is no success.
pub(super) async fn cors(State(routes): State<Routes>, request: Request, next: Next) -> Response {
    let [origin, methods, headers] =
        [header::ORIGIN, header::ACCESS_CONTROL_REQUEST_METHOD, header::ACCESS_CONTROL_REQUEST_HEADERS]
            .map(|name| request.headers().get(name).cloned());
    let mut response = match *request.method() {
        Method::OPTIONS => StatusCode::OK.into_response(),
        _ => next.run(request).await,
    };
    let to = response.headers_mut();
    if routes.listen.origins.is_empty() {
        to.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    } else {
        to.insert(header::VARY, HeaderValue::from_static("Origin"));
        if let Some(origin) = origin {
            to.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            to.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
        }
    }
    to.insert(header::ACCESS_CONTROL_MAX_AGE, PREFLIGHT_AGE);
    for (name, value) in
        [(header::ACCESS_CONTROL_ALLOW_METHODS, methods), (header::ACCESS_CONTROL_ALLOW_HEADERS, headers)]
    {
        if let Some(value) = value {
            to.insert(name, value);
        }
    }
    response
}

fn is_origin_allowed(listen: &Listen, headers: &HeaderMap) -> bool {
    if listen.origins.is_empty() {
        return true;
    }
    let mut sent = headers.get_all(header::ORIGIN).iter();
    match (sent.next(), sent.next()) {
        (None, _) => listen.allow_missing_origin,
        (Some(origin), None) => {
            listen.origins.iter().any(|allowed| origin.as_bytes().eq_ignore_ascii_case(allowed.as_bytes()))
        }
        _ => false,
    }
}

fn is_host_allowed(listen: &Listen, headers: &HeaderMap, uri: &Uri) -> bool {
    if listen.hosts.is_empty() {
        return true;
    }
    let mut sent = headers.get_all(header::HOST).iter();
    let host = match (sent.next(), sent.next()) {
        (Some(host), None) => Authority::try_from(host.as_bytes()).ok(),
        _ => None,
    };
    // The host of a URI in the first line overrides the header.
    let host = uri.authority().cloned().or(host).filter(|host| !host.as_str().contains('@'));
    let Some(host) = host else { return false };
    listen.hosts.iter().any(|allowed| {
        host.as_str().eq_ignore_ascii_case(allowed) || host.host().eq_ignore_ascii_case(allowed)
    })
}
