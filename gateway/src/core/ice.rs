//! STUN and TURN servers for pages, with credentials that are valid for a while (coturn's `use-auth-secret`).

use std::time::Duration;

use bifrons::Secret;
use data_encoding::{BASE64, HEXLOWER};
use hmac::{Hmac, Mac};
use serde::Serialize;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::identity::Identity;

/// Servers for ICE that share a secret with the gateway, or need none.
#[derive(Clone, Debug)]
pub struct IceServers {
    /// Their addresses, such as `turn:turn.example.org:3478?transport=udp`.
    pub urls: Vec<String>,
    /// The secret of TURN servers (coturn's `static-auth-secret`); `None` for STUN servers.
    pub secret: Option<Secret>,
    /// How long credentials are valid: longer than a call, since a TURN server asks for them again and again.
    pub valid_for: Duration,
}

/// A member of `RTCConfiguration.iceServers`.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct IceServer<'a> {
    urls: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential: Option<String>,
}

impl IceServers {
    /// The servers for this user, from this time since 1970 on. TURN servers can tell users apart, and learn nothing else
    /// about them.
    pub(crate) fn for_user(&self, who: &Identity, unix: Duration) -> IceServer<'_> {
        let username = self.secret.as_ref().map(|_| {
            let user = Sha256::new()
                .chain_update(&*who.tenant)
                .chain_update([0])
                .chain_update(&*who.subject)
                .finalize();
            let until = (unix + self.valid_for).as_secs();
            format!("{until}:{}", HEXLOWER.encode(&user[..8]))
        });
        let credential = self.secret.as_ref().zip(username.as_ref()).and_then(|(secret, username)| {
            let mac = Hmac::<Sha1>::new_from_slice(secret.reveal().as_bytes()).ok()?;
            Some(BASE64.encode(&mac.chain_update(username).finalize().into_bytes()))
        });
        IceServer { urls: &self.urls, username, credential }
    }
}
