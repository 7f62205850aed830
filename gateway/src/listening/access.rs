//! Which origins and host names are accepted.

use super::Listen;

/// Whether pages of the origin may connect: the only one that a request has.
pub(crate) fn is_origin_allowed<'v>(listen: &Listen, mut sent: impl Iterator<Item = &'v str>) -> bool {
    if listen.origins.is_empty() {
        return true;
    }
    match (sent.next(), sent.next()) {
        (None, _) => listen.allow_missing_origin,
        (Some(origin), None) => listen.origins.iter().any(|allowed| origin.eq_ignore_ascii_case(allowed)),
        _ => false,
    }
}

/// Whether the gateway may be addressed by the host name: the only one that a request has, perhaps with a port.
pub(crate) fn is_host_allowed<'v>(listen: &Listen, mut sent: impl Iterator<Item = &'v str>) -> bool {
    if listen.hosts.is_empty() {
        return true;
    }
    let (Some(host), None) = (sent.next(), sent.next()) else { return false };
    let is_port = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(bare, _)| bare);
    listen
        .hosts
        .iter()
        .any(|allowed| host.eq_ignore_ascii_case(allowed) || bare.eq_ignore_ascii_case(allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_one_of_the_list_with_any_port_unless_the_list_names_it() {
        let hosts = vec!["media.example.org".to_owned(), "[::1]:8080".to_owned()];
        let listen = Listen { hosts, ..Listen::default() };
        let is_allowed = |sent: &[&str]| is_host_allowed(&listen, sent.iter().copied());
        for host in ["media.example.org", "Media.Example.Org:8443", "[::1]:8080"] {
            assert!(is_allowed(&[host]), "{host}");
        }
        for sent in [
            &[][..],
            &[""],
            &["[::1]"],
            &["[::1]:80"],
            &["other.example.org"],
            &["user@media.example.org"],
            &["media.example.org:port"],
            &["media.example.org", "media.example.org"],
        ] {
            assert!(!is_allowed(sent), "{sent:?}");
        }
    }
}
