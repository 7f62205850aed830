//! Issuers of tokens: each is a tenant, with keys, algorithms and roles of its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use super::at_most::AtMost;
use super::jwk::VerifyingKey;
use super::jwt::Algorithm;
use crate::core::grants::Grants;

/// How far the clocks of issuer and gateway may differ.
const SKEW: Duration = Duration::from_secs(60);

const UNREADABLE: &str = "the token's grants (janus) can't be read";

/// Who issues tokens.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// The claim `iss`; also the tenant's name.
    pub name: String,
    /// The claim `aud` that a token must have: one of these.
    pub audiences: Vec<String>,
    /// The algorithms that its tokens may have.
    pub algorithms: Vec<Algorithm>,
    /// Its keys.
    pub keys: Keys,
    /// The claims that hold names of roles, as paths such as `realm_access.roles`. `janus.roles` is always one.
    pub role_claims: Vec<String>,
    /// What each role grants.
    pub roles: BTreeMap<String, Grants>,
    /// The most that its tokens may grant, whatever they and their roles say.
    pub at_most: AtMost,
}

/// The keys of an issuer.
#[derive(Clone, Debug)]
pub enum Keys {
    /// These.
    Fixed(Vec<VerifyingKey>),
    /// Those at this URL, as a JSON Web Key Set.
    At(String),
}

/// What a token says, once it is read by its issuer's rules.
#[derive(Debug)]
pub(super) struct Claims {
    pub subject: String,
    pub roles: Vec<String>,
    /// What the token alone grants.
    pub grants: Grants,
    pub issued: Option<f64>,
    /// How long the token is valid.
    pub valid_for: Duration,
}

impl Issuer {
    /// Returns an issuer whose tokens are for this audience, with the algorithms of its keys. Public keys that are
    /// fetched have any algorithm but HS256.
    pub fn new(name: impl Into<String>, audience: impl Into<String>, keys: Keys) -> Self {
        let algorithms = match &keys {
            Keys::Fixed(keys) => keys.iter().map(|key| key.material.algorithm()).collect(),
            Keys::At(_) => vec![Algorithm::RS256, Algorithm::ES256, Algorithm::EdDSA],
        };
        Self {
            name: name.into(),
            audiences: vec![audience.into()],
            algorithms,
            keys,
            role_claims: Vec::new(),
            roles: BTreeMap::new(),
            at_most: AtMost::default(),
        }
    }

    /// Reads the claims, at this time of the system's clock.
    ///
    /// # Errors
    /// Why the token is not accepted.
    pub(super) fn read(&self, claims: &Value, unix: Duration) -> Result<Claims, Cow<'static, str>> {
        let seconds =
            |name: &str| claims.get(name).map(|time| time.as_f64().filter(|time| (0.0..1e12).contains(time)));
        let unix = unix.as_secs_f64();
        let skew = SKEW.as_secs_f64();
        let expires = seconds("exp").ok_or("the token has no expiry (exp)")?;
        let expires = expires.ok_or("the token's expiry (exp) is no time in seconds since 1970")?;
        if expires + skew <= unix {
            return Err("the token has expired".into());
        }
        for (name, refusal) in
            [("nbf", "the token is not valid yet"), ("iat", "the token was issued in the future")]
        {
            match seconds(name) {
                None => {}
                Some(Some(time)) if time <= unix + skew => {}
                Some(_) => return Err(refusal.into()),
            }
        }
        let is_ours = |audience: &Value| self.audiences.iter().any(|ours| audience.as_str() == Some(ours));
        let is_for_us = match claims.get("aud") {
            Some(Value::Array(audiences)) => audiences.iter().any(is_ours),
            Some(audience) => is_ours(audience),
            None => false,
        };
        if !is_for_us {
            return Err("the token is for another audience (aud)".into());
        }
        let subject = claims.get("sub").and_then(Value::as_str).filter(|subject| !subject.is_empty());
        Ok(Claims {
            subject: subject.ok_or("the token has no subject (sub)")?.to_owned(),
            grants: token_grants(claims)?,
            issued: seconds("iat").flatten(),
            roles: self.roles_of(claims),
            valid_for: Duration::from_secs_f64((expires + skew - unix).min(1e9)),
        })
    }

    /// Returns the names of the roles in these claims.
    #[must_use]
    pub fn roles_of(&self, claims: &Value) -> Vec<String> {
        let paths = self.role_claims.iter().map(String::as_str).chain(["janus.roles"]);
        paths.flat_map(|path| names_at(claims, path)).map(str::to_owned).collect()
    }

    /// Returns these grants of a token, and what its roles grant.
    #[must_use]
    pub fn expand(&self, token_grants: &Grants, roles: &[String]) -> Grants {
        let mut grants = token_grants.clone();
        for of_role in roles.iter().filter_map(|role| self.roles.get(role)) {
            grants.add(of_role);
        }
        grants
    }

    /// Whether what this issuer accepted before, it accepts now: each key, algorithm and audience is still there.
    pub(super) fn accepts_all_of(&self, before: &Self) -> bool {
        let keys_are_kept = match (&self.keys, &before.keys) {
            (Keys::Fixed(keys), Keys::Fixed(before)) => before.iter().all(|key| keys.contains(key)),
            (Keys::At(url), Keys::At(before)) => url == before,
            _ => false,
        };
        keys_are_kept
            && before.algorithms.iter().all(|algorithm| self.algorithms.contains(algorithm))
            && before.audiences.iter().all(|audience| self.audiences.contains(audience))
    }
}

/// Reads the grants of the claim `janus`.
///
/// # Errors
/// Grants that can't be read.
pub fn token_grants(claims: &Value) -> Result<Grants, String> {
    match claims.get("janus") {
        None => Ok(Grants::default()),
        Some(Value::Object(janus)) => Grants::read(janus).map_err(|member| format!("{UNREADABLE}: {member}")),
        Some(_) => Err(UNREADABLE.to_owned()),
    }
}

/// The names at this path: one text, or a list of texts.
fn names_at<'c>(claims: &'c Value, path: &str) -> Vec<&'c str> {
    let found =
        claims.get(path).or_else(|| path.split('.').try_fold(claims, |claims, name| claims.get(name)));
    match found {
        Some(Value::String(names)) => names.split_whitespace().collect(),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
