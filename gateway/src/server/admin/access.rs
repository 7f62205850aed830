//! Who is an operator: by the secret, or by a token with the grant `admin`, which is for its tenant alone.

use std::net::IpAddr;
use std::sync::{Arc, PoisonError};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use bifrons::Secret;

use super::Routes;
use super::problem::Problem;
use crate::core::identity::Identity;
use crate::core::limits::{Class, RateLimits};
use crate::core::refusal::{Cause, Refusal};
use crate::core::relay::PageId;
use crate::server::driver::{OpenPage, ToPage};
use crate::server::{Server, bearer, sender};

/// For whom an operator may see and change anything.
#[derive(Clone, Debug)]
pub(super) enum Operator {
    /// For all tenants.
    All,
    /// For this tenant.
    Of(Arc<str>),
}

impl Operator {
    /// The tenant whose state the operator sees; `None` for all.
    pub(super) fn tenant(&self) -> Option<&str> {
        match self {
            Self::All => None,
            Self::Of(tenant) => Some(tenant),
        }
    }

    /// Refuses an operator of a tenant.
    pub(super) fn needs_all(&self) -> Result<(), Problem> {
        match self {
            Self::All => Ok(()),
            Self::Of(_) => {
                let text = "this is about all tenants: it needs the secret of [admin], not a token";
                Err(Problem::new(StatusCode::FORBIDDEN, text))
            }
        }
    }
}

/// Lets requests of operators through.
pub(super) async fn check(
    State(routes): State<Routes>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let address = sender(request.extensions(), request.headers(), &[]);
    let Some(sent) = bearer(request.headers()).map(str::to_owned) else {
        let text = "the request needs `Authorization: Bearer`, with the secret of [admin] or a token that grants `admin`";
        return Err(Problem::new(StatusCode::UNAUTHORIZED, text));
    };
    let operator = identify(&routes, address, &sent).await?;
    request.extensions_mut().insert(operator);
    Ok(next.run(request).await)
}

async fn identify(routes: &Routes, address: IpAddr, sent: &str) -> Result<Operator, Problem> {
    routes.may_try(address).map_err(|refusal| Problem::new(StatusCode::TOO_MANY_REQUESTS, refusal.reason))?;
    if routes.secret.as_ref().is_some_and(|secret| *secret == Secret::from(sent)) {
        return Ok(Operator::All);
    }
    let refused = match token_of(&routes.server, address, sent).await {
        Ok(identity) if identity.is_admin() => return Ok(Operator::Of(identity.tenant.clone())),
        Ok(_) => {
            let text = "the token does not grant `admin`; mint one that does";
            return Err(Problem::new(StatusCode::FORBIDDEN, text));
        }
        Err(refusal) => refusal,
    };
    routes.note_refused(address);
    tracing::warn!(%address, reason = %refused.reason, "an operator was refused");
    let is_jwt = sent.bytes().filter(|byte| *byte == b'.').count() == 2;
    let text = if is_jwt { refused.reason } else { "this is not the secret of [admin]".into() };
    Err(Problem::new(StatusCode::UNAUTHORIZED, text))
}

/// Who has this token.
async fn token_of(server: &Arc<Server>, address: IpAddr, token: &str) -> Result<Arc<Identity>, Refusal> {
    let OpenPage { page, mut actions, .. } =
        server.open_page(|gateway, now, page| gateway.operator_opened(now, page, address, token));
    let _page = Asking { server, page };
    match actions.recv().await {
        Some(ToPage::Identified(identity)) => identity,
        _ => Err(Refusal::new(Cause::TokenRefused, "the token was not checked; try again")),
    }
}

/// The page of a token that is being checked, which ends with the check or with the request.
struct Asking<'s> {
    server: &'s Arc<Server>,
    page: PageId,
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.server.close_page(self.page);
    }
}

impl Routes {
    /// Whether this address may try another secret.
    fn may_try(&self, address: IpAddr) -> Result<(), Refusal> {
        let attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        attempts.may_send_token(self.server.now(), &RateLimits::default(), address)
    }

    fn note_refused(&self, address: IpAddr) {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        // It has been refused already: the count matters to the next one.
        let _ = attempts.count(self.server.now(), &RateLimits::default(), Class::RefusedToken, address, None);
    }
}
