//! The parts of an address's URL, which mean the same in both languages and over every transport.
//!
//! `tests/urls.json` has the cases.

use crate::config::Address;
use crate::error::{Error, ErrorCode, Result};

/// A server's URL: `scheme://user:password@host:port/path?query`.
pub(super) struct ServerUrl<'a> {
    /// `user:password`, decoded, for `Authorization: Basic`.
    pub(super) credentials: Option<String>,
    /// The host, an IPv6 address in brackets.
    pub(super) host: &'a str,
    pub(super) port: Option<u16>,
    path: &'a str,
    query: Option<&'a str>,
}

/// The URL of a Unix socket: `scheme:///path`, and for a WebSocket `:/path?query` of the request behind it.
pub(super) struct SocketUrl<'a> {
    /// The path of the socket's file.
    pub(super) path: String,
    request: &'a str,
}

/// What is wrong with a URL.
type Wrong = &'static str;

const WRONG_PORT: Wrong = "a port must be a number up to 65535";
const NOT_DECODED: Wrong = "a % must be followed by two hex digits of UTF-8 (%25 for itself)";

impl<'a> ServerUrl<'a> {
    /// Parses the URL of a server.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidConfig`]
    pub(super) fn of(address: &'a Address) -> Result<Self> {
        let (_, rest) = address.parts().unwrap_or_default();
        Self::read(rest).map_err(|why| unusable(address, why))
    }

    fn read(rest: &'a str) -> std::result::Result<Self, Wrong> {
        let (authority, after) = split_before(rest, &['/', '?', '#']);
        let (user_info, place) = match authority.rsplit_once('@') {
            Some((user_info, place)) => (Some(user_info), place),
            None => (None, authority),
        };
        let end_of_host = place.rfind(']').map_or(0, |at| at + 1);
        let (host, port) = match place.get(end_of_host..).and_then(|tail| tail.find(':')) {
            Some(colon) => place.split_at(end_of_host + colon),
            None => (place, ""),
        };
        let port = match port.strip_prefix(':') {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(digits.parse().map_err(|_| WRONG_PORT)?)
            }
            Some(_) => return Err(WRONG_PORT),
            None => None,
        };
        if host.is_empty() {
            return Err("the host is missing");
        }
        let credentials = user_info.map(credentials).transpose()?.filter(|text| text != ":");
        let (path, query) = path_and_query(after);
        Ok(Self { credentials, host, port, path, query })
    }

    /// Returns `host:port`, or the host alone.
    pub(super) fn authority(&self) -> String {
        self.port.map_or_else(|| self.host.to_owned(), |port| format!("{}:{port}", self.host))
    }

    /// Returns the path, percent-encoded.
    pub(super) fn path(&self) -> String {
        if self.path.is_empty() { "/".to_owned() } else { encoded(self.path) }
    }

    /// Returns the query with its question mark, percent-encoded, or nothing.
    pub(super) fn query(&self) -> String {
        self.query.map_or_else(String::new, |query| format!("?{}", encoded(query)))
    }
}

impl<'a> SocketUrl<'a> {
    /// Parses the URL of a Unix socket.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidConfig`]
    pub(super) fn of(address: &'a Address) -> Result<Self> {
        let (scheme, rest) = address.parts().unwrap_or_default();
        Self::read(scheme, rest).map_err(|why| unusable(address, why))
    }

    fn read(scheme: &str, rest: &'a str) -> std::result::Result<Self, Wrong> {
        let over_websocket = scheme == "ws+unix";
        let (path, request) = if over_websocket { split_before(rest, &[':', '?', '#']) } else { (rest, "") };
        if over_websocket && !path.starts_with('/') {
            return Err("the socket's path must be absolute, as in ws+unix:///path");
        }
        if path.contains(['?', '#']) {
            return Err("a socket's path has no query (%3F for a question mark, %23 for a number sign)");
        }
        let path = decoded(path).ok_or(NOT_DECODED)?;
        Ok(Self { path, request: request.strip_prefix(':').unwrap_or(request) })
    }

    /// Returns path and query of the request that opens the WebSocket.
    pub(super) fn request(&self) -> String {
        let (path, query) = path_and_query(self.request);
        let path = encoded(path);
        let path = if path.starts_with('/') { path } else { format!("/{path}") };
        query.map_or_else(|| path.clone(), |query| format!("{path}?{}", encoded(query)))
    }
}

fn unusable(address: &Address, why: Wrong) -> Error {
    Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL: {why}", address.shown()))
}

/// Returns user name and password with a colon between them, even without a password.
fn credentials(user_info: &str) -> std::result::Result<String, Wrong> {
    let (user, password) = user_info.split_once(':').unwrap_or((user_info, ""));
    let both = decoded(user).zip(decoded(password));
    both.map(|(user, password)| format!("{user}:{password}")).ok_or(NOT_DECODED)
}

fn split_before<'a>(text: &'a str, marks: &[char]) -> (&'a str, &'a str) {
    text.split_at_checked(text.find(marks).unwrap_or(text.len())).unwrap_or((text, ""))
}

/// Splits path and query, without the fragment; an empty query is none.
fn path_and_query(text: &str) -> (&str, Option<&str>) {
    let (text, _) = split_before(text, &['#']);
    let (path, query) = split_before(text, &['?']);
    (path, query.strip_prefix('?').filter(|query| !query.is_empty()))
}

/// Decodes percent-encoding; `None` if it is malformed or not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => (digit(rest.next()?)? << 4) | digit(rest.next()?)?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Percent-encodes what a request may not contain, as browsers do.
fn encoded(text: &str) -> String {
    let mut to = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'!' | b'$'..=b';' | b'=' | b'?'..=b'_' | b'a'..=b'z' | b'|' | b'~' => to.push(char::from(byte)),
            byte => to.push_str(&format!("%{byte:02X}")),
        }
    }
    to
}
