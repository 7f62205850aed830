//! The server in an address, as logs name it.

use super::Address;

/// A server without credentials. The fields have the meaning of OpenTelemetry's `server.address`, `server.port` and
/// `network.transport`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    pub(crate) address: String,
    pub(crate) port: Option<u16>,
    pub(crate) transport: &'static str,
}

impl Server {
    pub(crate) fn of(address: &Address) -> Self {
        let shown = address.shown();
        let (scheme, rest) = shown.split_once("://").unwrap_or(("", &shown));
        let default_port = match scheme {
            "ws" | "http" => Some(80),
            "wss" | "https" => Some(443),
            _ => {
                let is_socket = matches!(scheme, "ws+unix" | "file" | "unix");
                let transport = if is_socket { "unix" } else { "other" };
                return Self { address: rest.to_owned(), port: None, transport };
            }
        };
        let authority = rest.split('/').next().unwrap_or_default();
        // The colons of an IPv6 address are in brackets.
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, port.parse().ok()),
            _ => (authority, None),
        };
        Self {
            address: host.trim_matches(['[', ']']).to_owned(),
            port: port.or(default_port),
            transport: "tcp",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_has_a_host_and_a_port_but_no_credentials() {
        for (url, address, port, transport) in [
            ("ws://127.0.0.1:8188", "127.0.0.1", Some(8188), "tcp"),
            ("wss://user:password@janus.example.org/path?key=1", "janus.example.org", Some(443), "tcp"),
            ("http://[::1]:8088/janus", "::1", Some(8088), "tcp"),
            ("http://[::1]/janus", "::1", Some(80), "tcp"),
            ("ws+unix:///run/janus/ws.sock", "/run/janus/ws.sock", None, "unix"),
            ("memory://janus", "janus", None, "other"),
            ("ws://user:pass/word@host", "(not shown)", Some(80), "tcp"),
        ] {
            let expected = Server { address: address.to_owned(), port, transport };
            assert_eq!(Server::of(&Address::new(url)), expected, "{url}");
        }
    }
}
