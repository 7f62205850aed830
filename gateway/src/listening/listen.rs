//! The settings of a listener.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;

/// How the gateway listens to pages.
#[derive(Clone, Debug)]
pub struct Listen {
    /// The address and port. Default: `127.0.0.1:8080`.
    pub address: SocketAddr,
    /// The certificate; without one the listener speaks plain HTTP, as behind a proxy. Default: none.
    pub tls: Option<Tls>,
    /// The proxies whose `X-Forwarded-For` is believed, as networks such as `10.0.0.0/8`. Default: none.
    pub trusted_proxies: Vec<IpNet>,
    /// The origins whose pages may connect, such as `https://app.example.org`. Default: any.
    pub origins: Vec<String>,
    /// Whether requests without an `Origin` are accepted where `origins` is set. Programs send none, and browsers send
    /// none with a GET to the page's own origin. Default: true.
    pub allow_missing_origin: bool,
    /// The host names by which the gateway may be addressed, with a port if only that one counts. Default: any.
    pub hosts: Vec<String>,
    /// The maximum number of connections. Default: 20,000.
    pub max_connections: usize,
    /// The maximum number of connections from an address, for IPv6 from its /64 network. Trusted proxies may have any
    /// number. Default: 1,000.
    pub max_connections_per_address: usize,
    /// The time for a TLS handshake. Default: 10 s.
    pub handshake_timeout: Duration,
    /// The time for the headers of a request, also from the end of the one before. Default: 10 s.
    pub header_timeout: Duration,
    /// The time for the body of a request. Default: 10 s.
    pub body_timeout: Duration,
    /// The time within which the sender of a request takes a part of the response. Default: 30 s.
    pub write_timeout: Duration,
    /// The time between pings to a page's WebSocket. Default: 25 s.
    pub ping_interval: Duration,
    /// The time after which a WebSocket is left that has sent neither a pong nor a message. Default: 60 s.
    pub pong_timeout: Duration,
}

/// The files of a certificate. They are read again when they have changed.
#[derive(Clone, Debug)]
pub struct Tls {
    /// The certificate and those that lead to its authority, in PEM.
    pub certificates: PathBuf,
    /// The private key, in PEM.
    pub key: PathBuf,
}

impl Default for Listen {
    fn default() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            tls: None,
            trusted_proxies: Vec::new(),
            origins: Vec::new(),
            allow_missing_origin: true,
            hosts: Vec::new(),
            max_connections: 20_000,
            max_connections_per_address: 1_000,
            handshake_timeout: Duration::from_secs(10),
            header_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(10),
            write_timeout: Duration::from_secs(30),
            ping_interval: Duration::from_secs(25),
            pong_timeout: Duration::from_secs(60),
        }
    }
}
