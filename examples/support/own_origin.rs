//! Whether a request comes from a page of the demo's server, and from which address.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName, header};

use crate::server_config::Web;

/// Whether a page of this server requests: a browser lets any site open a WebSocket to any server.
pub(crate) fn is_own_page(web: &Web, headers: &HeaderMap) -> bool {
    let (Some(origin), Some(host)) = (text(headers, header::ORIGIN), text(headers, header::HOST)) else {
        return false;
    };
    // Without its own certificate, the server may be behind a proxy that has one.
    let is_scheme = |scheme: &str| scheme == "https" || (scheme == "http" && web.tls().is_none());
    let is_own = origin.split_once("://").is_some_and(|(scheme, name)| is_scheme(scheme) && name == host);
    is_own && is_own_host(web, host)
}

/// The owner of any name can point it to this server (DNS rebinding); then its pages have a valid origin. With TLS, the
/// browser compares the certificate with the name; without TLS, the host must be a configured name or an address.
fn is_own_host(web: &Web, host: &str) -> bool {
    let has_port = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    let name = has_port.map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    web.tls().is_some()
        || name.parse::<IpAddr>().is_ok()
        || name == "localhost"
        || name == web.bind
        || web.hosts.iter().any(|own| own == name)
}

/// The address of the page: `peer`, or behind a proxy the one that it reports.
pub(crate) fn address_of(web: &Web, headers: &HeaderMap, peer: IpAddr) -> IpAddr {
    if !web.behind_proxy {
        return peer;
    }
    // The proxy adds the last entry; a client can invent the entries before it.
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back();
    let last = forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next());
    last.and_then(|address| address.trim().parse().ok()).unwrap_or(peer)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
