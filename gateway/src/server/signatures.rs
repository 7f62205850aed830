//! Checks signatures, by ring.

use data_encoding::BASE64URL_NOPAD;
use ring::hmac;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

use crate::core::token::Material;

/// Whether the signature of this message was made with the key.
#[must_use]
pub fn verify(key: &Material, message: &str, signature: &[u8]) -> bool {
    let message = message.as_bytes();
    match key {
        Material::Secret(secret) => BASE64URL_NOPAD.decode(secret.reveal().as_bytes()).is_ok_and(|secret| {
            hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, &secret), message, signature).is_ok()
        }),
        Material::Rsa { modulus: n, exponent: e } => {
            RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok()
        }
        Material::P256(point) => {
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature).is_ok()
        }
        Material::Ed25519(point) => {
            UnparsedPublicKey::new(&ED25519, point).verify(message, signature).is_ok()
        }
    }
}
