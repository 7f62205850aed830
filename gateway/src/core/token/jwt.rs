//! JSON Web Tokens in their compact form: `header.claims.signature`.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::core::strict;

/// The algorithms of signatures. `none` is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Algorithm {
    /// HMAC with SHA-256: the issuer and the gateway share a secret.
    HS256,
    /// RSA (PKCS #1) with SHA-256.
    RS256,
    /// ECDSA on P-256 with SHA-256.
    ES256,
    /// Ed25519.
    EdDSA,
}

impl Algorithm {
    /// Returns the algorithm with this exact name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "HS256" => Self::HS256,
            "RS256" => Self::RS256,
            "ES256" => Self::ES256,
            "EdDSA" => Self::EdDSA,
            _ => return None,
        })
    }

    /// Its name in a token.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HS256 => "HS256",
            Self::RS256 => "RS256",
            Self::ES256 => "ES256",
            Self::EdDSA => "EdDSA",
        }
    }
}

/// A token whose signature is not checked yet.
pub(crate) struct Unchecked<'a> {
    pub algorithm: Algorithm,
    pub key: Option<String>,
    pub claims: Value,
    /// What is signed.
    pub message: &'a str,
    pub signature: Vec<u8>,
}

impl<'a> Unchecked<'a> {
    /// Reads a token.
    ///
    /// # Errors
    /// Why it can't be read.
    pub(crate) fn read(token: &'a str) -> Result<Self, &'static str> {
        let (message, signature) = token.rsplit_once('.').ok_or("the token is no JWT")?;
        let (header, claims) = message.split_once('.').ok_or("the token is no JWT")?;
        let part = |text: &str| {
            let bytes = BASE64URL_NOPAD
                .decode(text.as_bytes())
                .map_err(|_| "a part of the token is not base64url")?;
            strict::read(&bytes).map_err(|_| "a part of the token is no JSON, or has a member twice")
        };
        let header = part(header)?;
        // An extension that must be understood (RFC 7515, 4.1.11).
        if header.get("crit").is_some() {
            return Err("the token demands an extension (crit)");
        }
        let algorithm = header.get("alg").and_then(Value::as_str).and_then(Algorithm::from_name);
        let key = match header.get("kid") {
            None => None,
            Some(Value::String(key)) => Some(key.clone()),
            Some(_) => return Err("the token's kid is no text"),
        };
        Ok(Self {
            algorithm: algorithm.ok_or("the token's algorithm is not HS256, RS256, ES256 or EdDSA")?,
            key,
            claims: part(claims)?,
            message,
            signature: BASE64URL_NOPAD
                .decode(signature.as_bytes())
                .map_err(|_| "the signature is not base64url")?,
        })
    }
}
