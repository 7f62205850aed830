//! STUN and TURN servers that the gateway gives with a session.

use serde::Deserialize;

use super::response::Response;
use crate::secret::Secret;
use crate::wire::Payload as _;

/// A STUN or TURN server for the page of a session, as `RTCPeerConnection` takes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct IceServer {
    /// The server's addresses, such as `turn:turn.example.org:3478?transport=udp`.
    pub urls: Vec<String>,
    /// The user name of a TURN server.
    pub username: Option<String>,
    /// The password of a TURN server. It expires.
    pub credential: Option<Secret>,
}

#[derive(Deserialize)]
struct Created {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    ice_servers: Vec<IceServer>,
}

/// The servers in the response to `create` or `claim`.
pub(super) fn ice_servers(response: &Response) -> Vec<IceServer> {
    // Janus's own response to `claim` has no data.
    response.message().read::<Created>().map(|created| created.data.ice_servers).unwrap_or_default()
}
