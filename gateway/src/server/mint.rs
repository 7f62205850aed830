//! Makes tokens: for a program that knows its users.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use bifrons::{Error, ErrorCode, Result};
use data_encoding::BASE64URL_NOPAD;
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};

use crate::core::grants::Grants;
use crate::core::token::LONGEST_TOKEN;

/// What tokens are signed with.
///
/// ```
/// use std::time::Duration;
/// use bifrons_gateway::core::grants::{Grants, RoomGrant};
/// use bifrons_gateway::server::mint::Signer;
///
/// # fn main() -> bifrons::Result<()> {
/// let signer = Signer::shared("https://app.example.org", b"a secret of at least thirty-two bytes")?;
/// let mut room = RoomGrant::new(1234);
/// room.join = true;
/// let grants = Grants { room: vec![room], ..Grants::default() };
/// let token = signer.mint("anna", "gateway", Duration::from_secs(3600), &grants)?;
/// assert_eq!(token.split('.').count(), 3);
/// # Ok(())
/// # }
/// ```
#[allow(missing_debug_implementations, reason = "it is a secret")]
pub struct Signer {
    issuer: String,
    key_id: Option<String>,
    key: SigningKey,
}

/// The latest expiry that is signed, the end of the year 9999.
const LATEST: u64 = 253_402_300_799;

enum SigningKey {
    Shared(hmac::Key),
    P256(Box<EcdsaKeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

impl Signer {
    /// Signs with a secret that the gateway has, too (HS256).
    ///
    /// # Errors
    /// [`ErrorCode::InvalidArgument`]: a secret of fewer than 32 bytes.
    pub fn shared(issuer: impl Into<String>, secret: &[u8]) -> Result<Self> {
        if secret.len() < 32 {
            return Err(invalid("the secret of HS256 has fewer than 32 bytes"));
        }
        let key = SigningKey::Shared(hmac::Key::new(hmac::HMAC_SHA256, secret));
        Ok(Self { issuer: issuer.into(), key_id: None, key })
    }

    /// Signs with a private key of P-256 (ES256), as PKCS #8.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidArgument`]: no such key.
    pub fn p256(issuer: impl Into<String>, pkcs8: &[u8]) -> Result<Self> {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8, &SystemRandom::new());
        let pair = pair.map_err(|_| invalid("it is no private key of P-256 (PKCS #8)"))?;
        Ok(Self { issuer: issuer.into(), key_id: None, key: SigningKey::P256(Box::new(pair)) })
    }

    /// Signs with a private key of Ed25519 (EdDSA), as PKCS #8.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidArgument`]: no such key.
    pub fn ed25519(issuer: impl Into<String>, pkcs8: &[u8]) -> Result<Self> {
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(pkcs8);
        let pair = pair.map_err(|_| invalid("it is no private key of Ed25519 (PKCS #8)"))?;
        Ok(Self { issuer: issuer.into(), key_id: None, key: SigningKey::Ed25519(Box::new(pair)) })
    }

    /// Names the key (`kid`), where the gateway has several of this issuer.
    #[must_use]
    pub fn key_id(mut self, id: impl Into<String>) -> Self {
        self.key_id = Some(id.into());
        self
    }

    /// The public key as a JSON Web Key; `None` for a secret that is shared.
    #[must_use]
    pub fn public_jwk(&self) -> Option<Value> {
        let mut jwk = match &self.key {
            SigningKey::Shared(_) => return None,
            SigningKey::P256(pair) => {
                let (x, y) = pair.public_key().as_ref().get(1..)?.split_at_checked(32)?;
                json!({ "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig",
                    "x": BASE64URL_NOPAD.encode(x), "y": BASE64URL_NOPAD.encode(y) })
            }
            SigningKey::Ed25519(pair) => {
                json!({ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig",
                "x": BASE64URL_NOPAD.encode(pair.public_key().as_ref()) })
            }
        };
        if let Some(id) = &self.key_id {
            jwk["kid"] = id.as_str().into();
        }
        Some(jwk)
    }

    /// Makes a token for this user, which is valid for this time.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidArgument`]: no issuer, user or audience; a time of zero, or beyond the year 9999; a token of
    /// more than 8 KB, which the gateway refuses. [`ErrorCode::Unsupported`]: the system gave no random numbers for the
    /// signature.
    pub fn mint(
        &self,
        subject: &str,
        audience: &str,
        valid_for: Duration,
        grants: &Grants,
    ) -> Result<String> {
        self.mint_with_roles(subject, audience, valid_for, grants, &[])
    }

    /// Makes a token as [`mint`](Self::mint) does, of a user who has these roles, too: the gateway adds what it has them
    /// grant.
    ///
    /// # Errors
    /// Those of [`mint`](Self::mint).
    pub fn mint_with_roles(
        &self,
        subject: &str,
        audience: &str,
        valid_for: Duration,
        grants: &Grants,
        roles: &[String],
    ) -> Result<String> {
        for (name, value) in [("issuer", &*self.issuer), ("subject", subject), ("audience", audience)] {
            if value.is_empty() {
                return Err(invalid(format!("{name} must not be empty")));
            }
        }
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        let expires = now.checked_add(valid_for).map(|expires| expires.as_secs());
        let expires =
            expires.filter(|expires| !valid_for.is_zero() && *expires <= LATEST).ok_or_else(|| {
                invalid("a token must be valid for more than 0 s, and expire before the year 10000")
            })?;
        let mut grants = serde_json::to_value(grants).map_err(|_| invalid("the grants can't be written"))?;
        if !roles.is_empty() {
            grants["roles"] = roles.into();
        }
        let token = self.sign(&json!({
            "iss": self.issuer, "sub": subject, "aud": audience,
            "iat": now.as_secs(), "exp": expires, "janus": grants,
        }))?;
        if token.len() > LONGEST_TOKEN {
            return Err(invalid("the token is longer than 8 KB"));
        }
        Ok(token)
    }

    /// Signs these claims, as they are.
    ///
    /// # Errors
    /// [`ErrorCode::Unsupported`]: the system gave no random numbers for the signature.
    pub fn sign(&self, claims: &Value) -> Result<String> {
        let algorithm = match &self.key {
            SigningKey::Shared(_) => "HS256",
            SigningKey::P256(_) => "ES256",
            SigningKey::Ed25519(_) => "EdDSA",
        };
        let mut header = json!({ "alg": algorithm, "typ": "JWT" });
        if let Some(id) = &self.key_id {
            header["kid"] = id.as_str().into();
        }
        let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let message = format!("{}.{}", part(&header), part(claims));
        let signature = match &self.key {
            SigningKey::Shared(key) => hmac::sign(key, message.as_bytes()).as_ref().to_vec(),
            SigningKey::P256(pair) => {
                let signed = pair.sign(&SystemRandom::new(), message.as_bytes());
                let no_random = |_| Error::new(ErrorCode::Unsupported, "the system gave no random numbers");
                signed.map_err(no_random)?.as_ref().to_vec()
            }
            SigningKey::Ed25519(pair) => pair.sign(message.as_bytes()).as_ref().to_vec(),
        };
        Ok(format!("{message}.{}", BASE64URL_NOPAD.encode(&signature)))
    }
}

fn invalid(text: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorCode::InvalidArgument, text)
}
