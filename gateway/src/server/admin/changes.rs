//! What operators change.

use std::fmt::Display;
use std::time::Duration;

use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use bifrons::Id;
use http_body_util::{BodyExt, Limited};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::Routes;
use super::access::Operator;
use super::problem::Problem;
use super::views::{find, respond_with};
use crate::core::grants::Grants;
use crate::core::revocation::Change;
use crate::core::strict;

/// The longest body, in bytes.
const LONGEST_BODY: usize = 64 << 10;

/// How long a body may take.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);

/// A user.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct User {
    tenant: Option<String>,
    subject: String,
}

/// A user, and what it may do now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Granted {
    tenant: Option<String>,
    subject: String,
    grants: Value,
}

/// A room, and who may be there no longer: a user, or all. All is a word of its own, so that a user who is left out by
/// mistake removes no one else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Banned {
    tenant: Option<String>,
    subject: Option<String>,
    #[serde(default)]
    all: bool,
    room: Id,
}

impl Banned {
    /// The user; `None` for all.
    fn whom(&self) -> Result<Option<&str>, Problem> {
        let subject = self.subject.as_deref();
        let text = match (subject, self.all) {
            (Some(""), _) | (None, false) => {
                "`subject` is missing, or empty: the user to remove; for all users of the tenant write `\"all\": true`"
            }
            (Some(_), true) => "`subject` is one user, and `all` is all users: leave one of them out",
            _ => return Ok(subject),
        };
        Err(Problem::new(StatusCode::BAD_REQUEST, text))
    }
}

/// `DELETE /sessions/ID`
pub(super) async fn end_session(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let session = find(&routes, &operator, &id)?;
    routes.server.end_session(session.id);
    Ok(done("a session is ended", &session.tenant))
}

/// `POST /revoke`
pub(super) async fn revoke(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
    body: Body,
) -> Result<Response, Problem> {
    let User { tenant, subject } = read(body).await?;
    let tenant = routes.tenant(&operator, tenant)?;
    routes.server.change(&tenant, &subject, Change::Revoke);
    Ok(done("the tokens of a user are revoked", &tenant))
}

/// `POST /grants`
pub(super) async fn grants(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
    body: Body,
) -> Result<Response, Problem> {
    let Granted { tenant, subject, grants } = read(body).await?;
    let grants = Grants::read_strictly(&grants).map_err(wrong_body)?;
    let tenant = routes.tenant(&operator, tenant)?;
    routes.server.change(&tenant, &subject, Change::Grant(grants.into()));
    Ok(done("the grants of a user are changed", &tenant))
}

/// `POST /ban`
pub(super) async fn ban(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
    body: Body,
) -> Result<Response, Problem> {
    let banned: Banned = read(body).await?;
    let whom = banned.whom()?;
    let tenant = routes.tenant(&operator, banned.tenant.clone())?;
    routes.server.ban(&tenant, whom, &banned.room);
    Ok(done("users are removed from a room", &tenant))
}

/// `POST /drain`
pub(super) async fn drain(
    State(routes): State<Routes>,
    Extension(operator): Extension<Operator>,
) -> Result<Response, Problem> {
    operator.needs_all()?;
    routes.server.drain();
    let (sessions, _) = routes.server.counts();
    tracing::info!(sessions, "an operator drains the gateway: nothing new is accepted");
    Ok(respond_with(&json!({ "draining": true, "sessions": sessions })))
}

fn done(what: &'static str, tenant: &str) -> Response {
    tracing::info!(tenant, "{what} by an operator");
    respond_with(&json!({ "done": true }))
}

/// Reads a body of JSON.
async fn read<T: DeserializeOwned>(body: Body) -> Result<T, Problem> {
    let collected = timeout(BODY_TIMEOUT, Limited::new(body, LONGEST_BODY).collect()).await;
    let Ok(collected) = collected else {
        return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "the body took longer than 10 s"));
    };
    let Ok(bytes) = collected.map(http_body_util::Collected::to_bytes) else {
        let text = "the body is longer than 64 KB, or broke off";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, text));
    };
    strict::read(&bytes).and_then(serde_json::from_value).map_err(wrong_body)
}

fn wrong_body(text: impl Display) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, format!("the body is not as it should be: {text}"))
}

impl Routes {
    /// The tenant of a change: the operator's own, or the one that is named.
    fn tenant(&self, operator: &Operator, named: Option<String>) -> Result<String, Problem> {
        let own = operator.tenant();
        let tenant = named.or_else(|| own.map(str::to_owned)).ok_or_else(|| {
            Problem::new(StatusCode::BAD_REQUEST, "the member `tenant` is missing: the name of an issuer")
        })?;
        if own.is_some_and(|own| own != tenant) {
            let text = "the token is of another tenant; leave `tenant` out, or use the secret of [admin]";
            return Err(Problem::new(StatusCode::FORBIDDEN, text));
        }
        if !self.server.settings().issuers.iter().any(|issuer| issuer.name == tenant) {
            let text = "no issuer of the configuration has the name that `tenant` gives";
            return Err(Problem::new(StatusCode::NOT_FOUND, text));
        }
        Ok(tenant)
    }
}
