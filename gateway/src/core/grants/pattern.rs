//! Patterns of ids, names, files, hosts, URLs and SIP addresses: `*` stands for any text.

use bifrons::Id;
use serde::{Deserialize, Serialize};

/// A pattern, such as `team-*`; a number is that id.
///
/// `*` alone is everything. In a file and a URL a `*` does not cross a `/`, in a host no `.`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Pattern {
    /// The id that is this number.
    Number(u64),
    /// The texts that fit.
    Text(String),
}

impl From<&str> for Pattern {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Pattern {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl Pattern {
    /// Whether it fits everything, also an id that Janus is to choose.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::Text(text) if text == "*")
    }

    /// Whether it fits this id. The text `1234` and the number are alike: no server has both.
    #[must_use]
    pub fn fits_id(&self, id: &Id) -> bool {
        match (self, id) {
            (Self::Number(pattern), Id::Number(number)) => pattern == number,
            (Self::Number(pattern), Id::Text(text)) => *text == pattern.to_string(),
            (Self::Text(pattern), Id::Number(number)) => fits(pattern, &number.to_string(), None),
            (Self::Text(pattern), Id::Text(text)) => fits(pattern, text, None),
        }
    }

    /// Whether it fits this name.
    #[must_use]
    pub fn fits_name(&self, name: &str) -> bool {
        self.fits_text(name, None)
    }

    /// Whether it fits this path, which must not climb.
    #[must_use]
    pub fn fits_file(&self, path: &str) -> bool {
        let climbs = path.split('/').any(|part| part == "..");
        !climbs
            && !path.contains(char::is_control)
            && (self.is_everything() || self.fits_text(path, Some('/')))
    }

    /// Whether it fits this host or address.
    #[must_use]
    pub fn fits_host(&self, host: &str) -> bool {
        let is_host = |letter: char| letter.is_ascii_alphanumeric() || "-_.:[]".contains(letter);
        host.chars().all(is_host)
            && (self.is_everything() || self.fits_text(&host.to_ascii_lowercase(), Some('.')))
    }

    /// Whether it fits this URL: nothing in its authority may hide another host.
    #[must_use]
    pub fn fits_url(&self, url: &str) -> bool {
        let Some((_, rest)) = url.split_once("://") else { return false };
        let authority = rest.split('/').next().unwrap_or_default();
        let is_authority = |letter: char| letter.is_ascii_alphanumeric() || "-_.:[]".contains(letter);
        let is_plain =
            !url.contains(|letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\');
        let climbs = rest.split('/').any(|part| part == "..");
        is_plain
            && !climbs
            && !authority.is_empty()
            && authority.chars().all(is_authority)
            && (self.is_everything() || self.fits_text(url, Some('/')))
    }

    /// Whether it fits this SIP address, see [`sip_address`].
    #[must_use]
    pub fn fits_sip(&self, uri: &str) -> bool {
        sip_address(uri).is_some_and(|address| self.is_everything() || self.fits_text(&address, Some('@')))
    }

    /// Whether a text can fit both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let text = |pattern: &Self| match pattern {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        };
        overlap(text(self).as_bytes(), text(other).as_bytes())
    }

    fn fits_text(&self, text: &str, separator: Option<char>) -> bool {
        match self {
            Self::Number(number) => *text == number.to_string(),
            Self::Text(pattern) => fits(pattern, text, separator),
        }
    }
}

/// The address in a SIP URI, without its parameters: `sip:bob@example.org` of `sip:bob@EXAMPLE.org;transport=tcp`.
///
/// `None` for what could lead elsewhere: a second `@`, headers, and parameters other than `transport` and `user`.
#[must_use]
pub fn sip_address(uri: &str) -> Option<String> {
    let (scheme, rest) = uri.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(&*scheme, "sip" | "sips" | "tel") {
        return None;
    }
    let (address, parameters) =
        rest.split_once(';').map_or((rest, None), |(address, more)| (address, Some(more)));
    let is_harmless = |parameter: &str| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        ["transport", "user"].iter().any(|known| name.eq_ignore_ascii_case(known))
            && value.chars().all(|letter| letter.is_ascii_alphanumeric())
    };
    if parameters.is_some_and(|parameters| !parameters.split(';').all(is_harmless)) {
        return None;
    }
    let is_address = |letter: char| letter.is_ascii_alphanumeric() || "-_.!~*'()&=+$,/%#:[]".contains(letter);
    let (user, host) = match address.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, address),
    };
    let is_plain = |text: &str| !text.is_empty() && text.chars().all(is_address);
    if !is_plain(host) || user.is_some_and(|user| !is_plain(user)) {
        return None;
    }
    let host = host.to_ascii_lowercase();
    Some(user.map_or_else(|| format!("{scheme}:{host}"), |user| format!("{scheme}:{user}@{host}")))
}

/// Whether the text fits the pattern; a `*` stands for any text without the separator.
fn fits(pattern: &str, text: &str, separator: Option<char>) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let may_skip = |skipped: &str| separator.is_none_or(|separator| !skipped.contains(separator));
        let at = if parts.peek().is_none() {
            rest.len().checked_sub(part.len()).filter(|_| rest.ends_with(part))
        } else {
            rest.find(part)
        };
        match at {
            Some(at) if may_skip(&rest[..at]) => rest = &rest[at + part.len()..],
            _ => return false,
        }
    }
    rest.is_empty()
}

/// Whether a text can fit both patterns.
fn overlap(one: &[u8], other: &[u8]) -> bool {
    // Whether the rest of `one` from this place and the rest of `other` after each place can have a text in common, from
    // their ends on.
    let mut below: Vec<bool> = Vec::new();
    for at in (0..=one.len()).rev() {
        let mut row = vec![false; other.len() + 1];
        for beside in (0..=other.len()).rev() {
            let next_one = below.get(beside).copied().unwrap_or_default();
            let next_other = row.get(beside + 1).copied().unwrap_or_default();
            let next_both = below.get(beside + 1).copied().unwrap_or_default();
            row[beside] = match (one.get(at), other.get(beside)) {
                (None, None) => true,
                (Some(b'*'), _) | (_, Some(b'*')) => next_one || next_other,
                (Some(letter), Some(of_other)) => letter == of_other && next_both,
                _ => false,
            };
        }
        below = row;
    }
    below.first().copied().unwrap_or_default()
}
