//! Where pages connect from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use ipnet::IpNet;

/// The address of a request's sender: of the connection, or what a trusted proxy says in the lines of `X-Forwarded-For`.
pub(crate) fn sender<'l>(
    peer: Option<IpAddr>,
    lines: impl DoubleEndedIterator<Item = &'l str>,
    trusted: &[IpNet],
) -> IpAddr {
    // An application that mounts the routes may not say who connects.
    let peer = peer.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.to_canonical());
    if !is_trusted(peer, trusted) {
        return peer;
    }
    forwarded(lines, trusted).unwrap_or(peer)
}

pub(crate) fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    trusted.iter().any(|network| network.contains(&address))
}

/// The last address of these lines that is not a trusted proxy's: those before it are the sender's own words.
/// `None` if there is none, or if one of them is no address.
fn forwarded<'l>(lines: impl DoubleEndedIterator<Item = &'l str>, trusted: &[IpNet]) -> Option<IpAddr> {
    let mut sender = None;
    for line in lines.rev() {
        for hop in line.rsplit(',') {
            let address = address(hop.trim())?;
            sender = Some(address);
            if !is_trusted(address, trusted) {
                return sender;
            }
        }
    }
    sender
}

/// An address, perhaps with a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.parse().ok();
    bare.or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip())).map(|address: IpAddr| address.to_canonical())
}

/// The network that counts as one sender: a host has a whole /64 of IPv6.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender_of(peer: &str, lines: &[&str]) -> String {
        let trusted = ["127.0.0.1/32", "10.0.0.0/8", "fd00::/8"].map(|network| network.parse().unwrap());
        sender(Some(peer.parse().unwrap()), lines.iter().copied(), &trusted).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_says_who_sends() {
        for (peer, lines, expected) in [
            ("192.0.2.1", &["198.51.100.7"][..], "192.0.2.1"),
            ("::ffff:192.0.2.1", &["198.51.100.7"], "192.0.2.1"),
            ("127.0.0.1", &[], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            ("::ffff:127.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            ("fd00::1", &["2001:db8::7"], "2001:db8::7"),
            // What stands before the last address that is not trusted may be invented.
            ("127.0.0.1", &["203.0.113.9, 198.51.100.7, 10.1.2.3"], "198.51.100.7"),
            ("127.0.0.1", &["203.0.113.9", "198.51.100.7", "10.1.2.3, 10.0.0.1"], "198.51.100.7"),
            ("127.0.0.1", &["nonsense, 198.51.100.7"], "198.51.100.7"),
            ("127.0.0.1", &["::ffff:198.51.100.7"], "198.51.100.7"),
            ("127.0.0.1", &["198.51.100.7:4711"], "198.51.100.7"),
            ("127.0.0.1", &["[2001:db8::7]:4711"], "2001:db8::7"),
            ("127.0.0.1", &["10.0.0.2, 10.0.0.1"], "10.0.0.2"),
            ("127.0.0.1", &["198.51.100.7, nonsense"], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7, nonsense, 10.0.0.1"], "127.0.0.1"),
            ("127.0.0.1", &[""], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7,"], "127.0.0.1"),
            ("127.0.0.1", &["unknown"], "127.0.0.1"),
        ] {
            assert_eq!(sender_of(peer, lines), expected, "{peer} {lines:?}");
        }
    }

    #[test]
    fn without_a_peer_the_address_is_unspecified() {
        let sender = sender(None, std::iter::empty(), &[]);
        assert!(sender.is_unspecified());
    }

    #[test]
    fn a_network_of_ipv6_is_one_sender() {
        let network_of = |text: &str| network(text.parse().unwrap()).to_string();
        assert_eq!(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(network_of("192.0.2.1"), "192.0.2.1");
        assert_eq!(network_of("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
