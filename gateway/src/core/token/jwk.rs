//! JSON Web Keys: what an issuer signs with.

use bifrons::Secret;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;

use super::jwt::Algorithm;

/// The shortest secret of HS256, in bytes (RFC 7518, 3.2).
const SHORTEST_SECRET: usize = 32;

/// How a key in PEM begins.
const PEM: &[u8] = b"-----BEGIN";

/// The most keys of a set that are looked at.
const MOST_KEYS: usize = 64;

/// A key that signatures are checked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyingKey {
    /// Its id (`kid`).
    pub id: Option<String>,
    /// The key itself; each kind has one algorithm, so that a public key is never taken for a secret.
    pub material: Material,
}

/// The parts of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Material {
    /// The secret of HS256, as base64url.
    Secret(Secret),
    /// The modulus and the exponent of RS256.
    Rsa {
        /// The modulus, big-endian.
        modulus: Vec<u8>,
        /// The exponent, big-endian.
        exponent: Vec<u8>,
    },
    /// A point on P-256, for ES256: `0x04`, x, y.
    P256(Vec<u8>),
    /// A point on Ed25519, for EdDSA.
    Ed25519(Vec<u8>),
}

impl Material {
    /// The algorithm of such a key.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Secret(_) => Algorithm::HS256,
            Self::Rsa { .. } => Algorithm::RS256,
            Self::P256(_) => Algorithm::ES256,
            Self::Ed25519(_) => Algorithm::EdDSA,
        }
    }
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    k: Option<Secret>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl VerifyingKey {
    /// A secret that issuer and gateway share, for HS256.
    ///
    /// # Errors
    /// A secret of fewer than 32 bytes, which could be guessed; a key in PEM, whose public part anybody may have.
    pub fn shared(secret: &[u8]) -> Result<Self, &'static str> {
        if secret.windows(PEM.len()).any(|part| part == PEM) {
            return Err("the secret of HS256 is a key in PEM");
        }
        if secret.len() < SHORTEST_SECRET {
            return Err("the secret of HS256 has fewer than 32 bytes");
        }
        let secret = Secret::from(BASE64URL_NOPAD.encode(secret));
        Ok(Self { id: None, material: Material::Secret(secret) })
    }

    /// Reads a set of keys (`{"keys":[…]}`). Keys of other kinds and uses are left out, secrets unless `secrets`.
    ///
    /// # Errors
    /// What is no set of keys.
    pub fn read_set(text: &str, secrets: bool) -> Result<Vec<Self>, &'static str> {
        let set: Set = serde_json::from_str(text).map_err(|_| "it is no JSON Web Key Set")?;
        let keys = set
            .keys
            .into_iter()
            .take(MOST_KEYS)
            .filter_map(|key| Self::of(serde_json::from_value(key).ok()?));
        Ok(keys.filter(|key| secrets || !matches!(key.material, Material::Secret(_))).collect())
    }

    fn of(jwk: Jwk) -> Option<Self> {
        if jwk.usage.as_deref().is_some_and(|usage| usage != "sig") {
            return None;
        }
        let bytes = |text: &Option<String>| BASE64URL_NOPAD.decode(text.as_ref()?.as_bytes()).ok();
        let material = match (&*jwk.kty, jwk.crv.as_deref()) {
            ("oct", None) => {
                let secret = jwk.k?;
                let is_long =
                    BASE64URL_NOPAD.decode_len(secret.reveal().len()).is_ok_and(|len| len >= SHORTEST_SECRET);
                Material::Secret(Some(secret).filter(|_| is_long)?)
            }
            ("RSA", None) => Material::Rsa { modulus: bytes(&jwk.n)?, exponent: bytes(&jwk.e)? },
            ("EC", Some("P-256")) => {
                let (x, y) = (bytes(&jwk.x)?, bytes(&jwk.y)?);
                Material::P256([&[4], &*x, &*y].concat()).of_length(65)?
            }
            ("OKP", Some("Ed25519")) => Material::Ed25519(bytes(&jwk.x)?).of_length(32)?,
            _ => return None,
        };
        let is_for_it = jwk.alg.is_none_or(|name| name == material.algorithm().name());
        is_for_it.then_some(Self { id: jwk.kid, material })
    }
}

impl Material {
    fn of_length(self, length: usize) -> Option<Self> {
        match &self {
            Self::P256(point) | Self::Ed25519(point) if point.len() != length => None,
            _ => Some(self),
        }
    }
}
