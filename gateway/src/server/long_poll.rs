//! The Janus API over HTTP: requests by POST, events by long polls.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::Deserialize;
use serde_json::json;
use tokio::time::timeout;

use super::driver::{OpenPage, ToPage};
use super::{Routes, Server, bearer};
use crate::core::relay::{Gateway, PageId, PathIds, Poll, Polled};

/// What may stand in a query; the rest of it is ignored.
#[derive(Default, Deserialize)]
struct Parameters {
    token: Option<String>,
    maxev: Option<String>,
}

/// A page that is closed when its request ends, also by the sender's going away.
struct HttpPage {
    server: Arc<Server>,
    page: OpenPage,
}

impl HttpPage {
    fn open(server: &Arc<Server>, open: impl FnOnce(&mut Gateway, bifrons::time::Time, PageId)) -> Self {
        Self { server: server.clone(), page: server.open_page(open) }
    }

    /// The one message to the page.
    async fn response(mut self) -> Response {
        match self.page.actions.recv().await {
            Some(ToPage::Send(text)) | Some(ToPage::EndPoll(Polled::Events(text))) => json_text(text),
            Some(ToPage::EndPoll(Polled::NotFound)) => StatusCode::NOT_FOUND.into_response(),
            Some(ToPage::EndPoll(Polled::Forbidden(reason))) => {
                (StatusCode::FORBIDDEN, format!("{reason}\n")).into_response()
            }
            Some(ToPage::Close(code, _)) => {
                let status =
                    StatusCode::from_u16(code.http_status()).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
                (status, format!("{}\n", code.reason())).into_response()
            }
            Some(ToPage::Identified(_)) | None => {
                (StatusCode::SERVICE_UNAVAILABLE, "the response was too long\n").into_response()
            }
        }
    }
}

impl Drop for HttpPage {
    fn drop(&mut self) {
        self.server.close_page(self.page.page);
    }
}

pub(super) async fn handle(State(routes): State<Routes>, request: Request) -> Response {
    let path = request.uri().path().strip_prefix("/janus").unwrap_or_default();
    let mut segments = path.split('/').skip(1);
    let mut next = || segments.next().filter(|segment| !segment.is_empty());
    let (session, handle, more) = (next(), next(), next());
    if more.is_some() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let handle = session.and(handle);
    match (request.method().clone(), session) {
        (Method::GET, Some("info")) => info(&routes, &request).response().await,
        (Method::POST, Some("info")) => StatusCode::BAD_REQUEST.into_response(),
        (Method::GET, _) => {
            let session = id(session).filter(|id| *id > 0);
            match (session, handle) {
                (None, _) => StatusCode::NOT_FOUND.into_response(),
                (Some(session), Some(_)) => redirect(session),
                (Some(session), None) => match poll(&routes, &request, session) {
                    Some(page) => page.response().await,
                    None => StatusCode::BAD_REQUEST.into_response(),
                },
            }
        }
        (Method::POST, _) => {
            let ids = PathIds { session: id(session), handle: id(handle) };
            post(&routes, request, ids).await
        }
        (method, _) => {
            let error = json!({ "code": 450, "reason": format!("Unsupported method {method}") });
            json_text(json!({ "janus": "error", "error": error }).to_string())
        }
    }
}

/// What is no number counts as 0, as with Janus.
fn id(segment: Option<&str>) -> Option<u64> {
    segment.map(|segment| segment.parse().unwrap_or(0))
}

/// A poll of a handle is one of its session. The address is relative, since an application may have mounted the routes
/// elsewhere.
fn redirect(session: u64) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, format!("../{session}"))]).into_response()
}

fn info(routes: &Routes, request: &Request) -> HttpPage {
    let address = routes.sender(request.extensions(), request.headers());
    let text = r#"{"janus":"info","transaction":"info"}"#;
    HttpPage::open(&routes.server, |gateway, now, page| {
        gateway.post_opened(now, page, address, None, PathIds::default());
        gateway.page_message(now, page, text);
    })
}

/// `None` if the query can't be read.
fn poll(routes: &Routes, request: &Request, session: u64) -> Option<HttpPage> {
    let address = routes.sender(request.extensions(), request.headers());
    let parameters = parameters(request.uri())?;
    let token = token(request.headers(), &parameters);
    let max_events = parameters.maxev.as_deref().and_then(|count| count.parse().ok()).unwrap_or(1);
    let poll = Poll { session, max_events };
    Some(HttpPage::open(&routes.server, |gateway, now, page| {
        gateway.poll_opened(now, page, address, token, poll);
    }))
}

async fn post(routes: &Routes, request: Request, ids: PathIds) -> Response {
    let address = routes.sender(request.extensions(), request.headers());
    let (head, body) = request.into_parts();
    let Some(parameters) = parameters(&head.uri) else { return StatusCode::BAD_REQUEST.into_response() };
    let longest = routes.server.settings().limits.page.message_bytes;
    let body = match timeout(routes.listen.body_timeout, read(body, longest)).await {
        Ok(Ok(body)) => body,
        Ok(Err(refused)) => return refused,
        Err(_) => return (StatusCode::REQUEST_TIMEOUT, "the body took too long\n").into_response(),
    };
    let token = token(&head.headers, &parameters);
    let page = HttpPage::open(&routes.server, |gateway, now, page| {
        gateway.post_opened(now, page, address, token, ids);
    });
    routes.server.page_message(page.page.page, &body);
    page.response().await
}

/// Reads a body of at most this many bytes.
async fn read(body: Body, longest: usize) -> Result<String, Response> {
    let bad = |text: &'static str| (StatusCode::BAD_REQUEST, text).into_response();
    let bytes = match Limited::new(body, longest).collect().await {
        Ok(bytes) => bytes.to_bytes(),
        Err(error) if error.is::<LengthLimitError>() => {
            return Err((StatusCode::PAYLOAD_TOO_LARGE, "the body is too long\n").into_response());
        }
        Err(_) => return Err(bad("the body broke off\n")),
    };
    match String::from_utf8(bytes.into()) {
        Ok(body) if body.is_empty() => Err(bad("the body is empty\n")),
        Ok(body) => Ok(body),
        Err(_) => Err(bad("the body is not UTF-8\n")),
    }
}

/// `None` if the query can't be read, or has one of them twice.
fn parameters(uri: &Uri) -> Option<Parameters> {
    Query::try_from_uri(uri).ok().map(|Query(parameters)| parameters)
}

fn token<'a>(headers: &'a HeaderMap, parameters: &'a Parameters) -> Option<&'a str> {
    bearer(headers).or(parameters.token.as_deref())
}

fn json_text(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}
