//! The settings of the endpoint of operators.

use std::net::{Ipv4Addr, SocketAddr};

use bifrons::Secret;

/// How the gateway listens to operators.
#[derive(Clone, Debug, PartialEq)]
pub struct Admin {
    /// The address and port. Default: `127.0.0.1:8081`.
    pub address: SocketAddr,
    /// The secret of operators, who send it as `Authorization: Bearer …`. Without one, only tokens with the grant `admin` are
    /// accepted. Default: none.
    pub secret: Option<Secret>,
}

impl Default for Admin {
    fn default() -> Self {
        Self { address: SocketAddr::from((Ipv4Addr::LOCALHOST, 8081)), secret: None }
    }
}
