//! Judges one token, as the gateway would.

use std::sync::Arc;

use bifrons::time::Time;

use super::driver::unix;
use super::http_client;
use super::key_client::KeyClient;
use super::verify_signature;
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};
use crate::core::token::{Checked, Issuer, TokenAction, Tokens};

/// Judges a token now. The keys of its issuer are fetched if they are at a URL.
///
/// # Errors
/// Why the token is not accepted.
pub(crate) async fn judge(issuers: Vec<Issuer>, token: &str) -> Result<Arc<Identity>, Refusal> {
    let now = Time::ZERO;
    let mut tokens = Tokens::new(issuers);
    tokens.set_clock(now, unix());
    match tokens.check(now, token, || Ok(())) {
        Checked::Known(identity) => return Ok(identity),
        Checked::Refused(refusal) => return Err(refusal),
        Checked::Waits(_) => {}
    }
    while let Some(action) = tokens.next_action() {
        let settled = match action {
            TokenAction::CheckSignature { check, key, message, signature } => {
                let is_valid = verify_signature(&key.material, &message, &signature);
                tokens.signature_checked(now, check, is_valid)
            }
            TokenAction::FetchKeys { issuer, url } => {
                let keys = fetch(&url).await?;
                tokens.keys_fetched(now, issuer, Ok(&keys)).pop()
            }
        };
        if let Some((_, result)) = settled {
            return result;
        }
    }
    Err(Refusal::new(Cause::TokenRefused, "the token was not judged"))
}

async fn fetch(url: &str) -> Result<String, Refusal> {
    let refused = |text: String| Refusal::new(Cause::TokenRefused, text);
    let client = KeyClient::new(http_client::new().map_err(|error| refused(error.to_string()))?);
    let keys = client.fetch(url).await;
    keys.map_err(|error| refused(format!("the issuer's keys can't be fetched from {url}: {error}")))
}
