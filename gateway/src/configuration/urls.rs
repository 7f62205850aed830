//! URLs of the application's servers.

use super::section::Section;

/// Notes a URL that is none by HTTP, or holds a password. An empty one is noted elsewhere.
pub(super) fn check(section: &Section<'_, '_>, setting: &str, url: &str) {
    if !url.is_empty() && !is_by_http(url) {
        section.problem(setting, format!("`{setting}` is an https:// URL without a password"));
    }
}

fn is_by_http(url: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next());
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"@<>\"\\^`{|}".contains(&byte);
    host.is_some_and(|host| !host.is_empty()) && url.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_has_a_scheme_and_a_host_and_no_password() {
        for url in ["https://a.example/keys?x=1", "http://127.0.0.1:8080", "https://[::1]/keys"] {
            assert!(is_by_http(url), "{url}");
        }
        for url in ["", "keys", "https://", "https:///keys", "ftp://a/", "https://u:p@a/", "https://a/b c"] {
            assert!(!is_by_http(url), "{url}");
        }
    }
}
