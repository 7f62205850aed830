//! Which origins and host names are accepted; CORS.

use axum::extract::{Request, State};
use axum::http::header::HeaderName;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Routes;
use crate::listening::{Listen, access};

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
    access::is_origin_allowed(listen, texts(headers, header::ORIGIN))
}

fn is_host_allowed(listen: &Listen, headers: &HeaderMap, uri: &Uri) -> bool {
    // The host of a URI in the first line overrides the header.
    match uri.authority() {
        Some(authority) => access::is_host_allowed(listen, std::iter::once(authority.as_str())),
        None => access::is_host_allowed(listen, texts(headers, header::HOST)),
    }
}

/// The values of a header; one that can't be read is an empty text.
fn texts(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default())
}
