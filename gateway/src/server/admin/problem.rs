//! Why a request of an operator is refused.

use std::borrow::Cow;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A refusal: its status, and what to do.
#[derive(Debug)]
pub(super) struct Problem(StatusCode, Cow<'static, str>);

impl Problem {
    pub(super) const WRONG_METHOD: Self =
        Self(StatusCode::METHOD_NOT_ALLOWED, Cow::Borrowed("this path has another method; see the README"));
    pub(super) const NO_SUCH_PATH: Self = Self(
        StatusCode::NOT_FOUND,
        Cow::Borrowed(
            "no such path; there are /healthz, /metrics, /sessions, /sessions/ID, /rooms, /revoke, /grants, /ban, /drain",
        ),
    );

    pub(super) fn new(status: StatusCode, text: impl Into<Cow<'static, str>>) -> Self {
        Self(status, text.into())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self(status, text) = self;
        let mut response =
            (status, [(header::CONTENT_TYPE, "application/json")], json!({ "error": text }).to_string())
                .into_response();
        if status == StatusCode::UNAUTHORIZED {
            let scheme = header::HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
