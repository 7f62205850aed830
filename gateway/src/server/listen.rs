//! The settings of a listener.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use serde::{Deserialize, Deserializer};

/// How the gateway listens to pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
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
    /// The time for a TLS handshake, in seconds. Default: 10.
    #[serde(rename = "handshake_timeout_secs", deserialize_with = "seconds")]
    pub handshake_timeout: Duration,
    /// The time for the headers of a request, also from the end of the one before, in seconds. Default: 10.
    #[serde(rename = "header_timeout_secs", deserialize_with = "seconds")]
    pub header_timeout: Duration,
    /// The time for the body of a request, in seconds. Default: 10.
    #[serde(rename = "body_timeout_secs", deserialize_with = "seconds")]
    pub body_timeout: Duration,
    /// The time within which the sender of a request takes a part of the response, in seconds. Default: 30.
    #[serde(rename = "write_timeout_secs", deserialize_with = "seconds")]
    pub write_timeout: Duration,
    /// The time between pings to a page's WebSocket, in seconds. Default: 25.
    #[serde(rename = "ping_interval_secs", deserialize_with = "seconds")]
    pub ping_interval: Duration,
    /// The time after which a WebSocket is left that has sent neither a pong nor a message, in seconds. Default: 60.
    #[serde(rename = "pong_timeout_secs", deserialize_with = "seconds")]
    pub pong_timeout: Duration,
}

/// The files of a certificate. They are read again when they have changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
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

fn seconds<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let is_usable = |span: &Duration| !span.is_zero();
    let span = Duration::try_from_secs_f64(f64::deserialize(from)?).ok().filter(is_usable);
    span.ok_or_else(|| serde::de::Error::custom("the number of seconds must be above 0"))
}
