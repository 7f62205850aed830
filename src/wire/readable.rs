//! What Janus's JSON reader (Jansson) refuses though it is JSON.
//!
//! Janus refuses such a message with 454 and without the request's transaction, so a request is
//! better refused before it is sent.

use std::fmt::Write as _;

/// The deepest value that Janus reads; the message itself is at depth 1.
const DEEPEST: usize = 2048;
/// No shorter text nests deeper, even with a bracket at each end of each level.
const SHORTEST_DEEP: usize = 2 * DEEPEST - 16;
/// No integer with fewer digits is beyond 64 bits.
const LONG_INTEGER: usize = 19;

/// The first member that Janus can't read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    member: String,
    why: &'static str,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: Janus's JSON reader refuses {}", self.member, self.why)
    }
}

/// Looks for what Janus would refuse in a request's own members, such as `"body":{…}`. They must be JSON.
///
/// # Errors
/// The first such member.
pub fn check_readable(members: &str) -> Result<(), Unreadable> {
    if is_plain(members) { Ok(()) } else { scan_readable(members) }
}

/// As [`check_readable`], without the quick look first: for callers that had one of their own.
///
/// # Errors
/// The first such member.
pub fn scan_readable(members: &str) -> Result<(), Unreadable> {
    Scan::new(members).run()
}

/// Whether the text can hold nothing of the kind. True for nearly all, and much faster than a look at each byte.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let long_integer = (LONG_INTEGER - 1..bytes.len())
        .step_by(LONG_INTEGER)
        .any(|place| is_digit(place) && is_long_integer(bytes, place));
    let opens = || bytes.iter().filter(|byte| matches!(byte, b'{' | b'[')).count();
    !long_integer && !text.contains("\\u") && (bytes.len() < SHORTEST_DEEP || opens() < DEEPEST - 8)
}

/// Whether the digit at this index belongs to a long number. An SDP's session id is one, but stands behind a word.
fn is_long_integer(bytes: &[u8], place: usize) -> bool {
    let before = bytes[..place].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = bytes[place..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let head = bytes[..place - before].strip_suffix(b"-").unwrap_or(&bytes[..place - before]);
    let last = head.iter().rev().find(|byte| !byte.is_ascii_whitespace());
    before + after >= LONG_INTEGER && matches!(last, None | Some(b':' | b',' | b'['))
}

/// A container that the scan is in, and the member of it that the scan has reached.
enum Level<'t> {
    Object(&'t str),
    Array(usize),
}

struct Scan<'t> {
    text: &'t str,
    place: usize,
    levels: Vec<Level<'t>>,
    /// The next string is a member's name.
    at_name: bool,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, place: 0, levels: vec![Level::Object("")], at_name: true }
    }

    fn run(mut self) -> Result<(), Unreadable> {
        while let Some(byte) = self.text.as_bytes().get(self.place).copied() {
            match byte {
                b'"' => self.string()?,
                b'{' => self.open(Level::Object(""))?,
                b'[' => self.open(Level::Array(0))?,
                b'}' | b']' => {
                    self.levels.pop();
                    self.at_name = false;
                    self.place += 1;
                }
                b',' => self.next_member(),
                b'-' | b'0'..=b'9' => self.number()?,
                _ => self.place += 1,
            }
        }
        Ok(())
    }

    fn open(&mut self, level: Level<'t>) -> Result<(), Unreadable> {
        self.at_name = matches!(level, Level::Object(_));
        self.levels.push(level);
        self.place += 1;
        // The container is one level deeper than what it stands in, and so is a value inside of it.
        let mut rest = self.text.as_bytes()[self.place..].iter();
        let is_empty = matches!(rest.find(|byte| !byte.is_ascii_whitespace()), Some(b'}' | b']'));
        let deepest = self.levels.len() + usize::from(!is_empty);
        if deepest > DEEPEST {
            self.levels.truncate(8);
            return Err(self.refuse("values that are nested deeper than 2,048 levels"));
        }
        Ok(())
    }

    fn next_member(&mut self) {
        match self.levels.last_mut() {
            Some(Level::Array(index)) => *index += 1,
            _ => self.at_name = true,
        }
        self.place += 1;
    }

    fn string(&mut self) -> Result<(), Unreadable> {
        let start = self.place + 1;
        let bytes = self.text.as_bytes();
        let mut end = start;
        let mut why = None;
        let mut high = false;
        while let Some(byte) = bytes.get(end).filter(|byte| **byte != b'"') {
            let unit = match (byte, bytes.get(end + 1)) {
                (b'\\', Some(b'u')) => self.text.get(end + 2..end + 6),
                _ => None,
            };
            let unit = unit.and_then(|digits| u16::from_str_radix(digits, 16).ok());
            let low = matches!(unit, Some(0xDC00..=0xDFFF));
            if high != low {
                why.get_or_insert(SURROGATE);
            }
            high = matches!(unit, Some(0xD800..=0xDBFF));
            if unit == Some(0) {
                why.get_or_insert("the character U+0000 in a text");
            }
            end += match (unit, byte) {
                (Some(_), _) => 6,
                (None, b'\\') => 2,
                _ => 1,
            };
        }
        if high {
            why.get_or_insert(SURROGATE);
        }
        if self.at_name {
            if let Some(Level::Object(name)) = self.levels.last_mut() {
                *name = self.text.get(start..end).unwrap_or_default();
            }
            self.at_name = false;
        }
        self.place = end + 1;
        why.map_or(Ok(()), |why| Err(self.refuse(why)))
    }

    fn number(&mut self) -> Result<(), Unreadable> {
        let bytes = &self.text.as_bytes()[self.place..];
        let is_part = |byte: &&u8| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9');
        let length = bytes.iter().take_while(is_part).count();
        let is_integer = !bytes[..length].iter().any(|byte| matches!(byte, b'.' | b'e' | b'E'));
        let number = self.text.get(self.place..self.place + length).unwrap_or_default();
        self.place += length;
        match is_integer && number.parse::<i64>().is_err() {
            true => Err(self.refuse("integers beyond 64 bits (-2^63 to 2^63 - 1)")),
            false => Ok(()),
        }
    }

    fn refuse(&self, why: &'static str) -> Unreadable {
        let mut member = String::new();
        for level in &self.levels {
            // Writing to a `String` can't fail.
            let _ = match level {
                Level::Object("") => Ok(()),
                Level::Object(name) if member.is_empty() => write!(member, "{name}"),
                Level::Object(name) => write!(member, ".{name}"),
                Level::Array(index) => write!(member, "[{index}]"),
            };
        }
        Unreadable { member, why }
    }
}

const SURROGATE: &str = "text that is not well-formed Unicode (a lone surrogate)";
