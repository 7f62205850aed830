//! Ids: of sessions and handles, and those that plugins give.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest integer that JSON carries exactly everywhere: 2^53 - 1.
pub const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// The error of a text or a number that is not the id of a session or a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is a whole number from 0 to 2^53 - 1")
    }
}

impl std::error::Error for InvalidId {}

macro_rules! janus_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The id `value`, unless it is larger than 2^53 - 1.
            ///
            /// Janus's own ids are 53 bits wide; a larger number would not
            /// survive JavaScript.
            #[must_use]
            pub const fn new(value: u64) -> Option<Self> {
                if value <= MAX_SAFE_INTEGER { Some(Self(value)) } else { None }
            }

            /// Returns the id with the number of an id.
            pub(crate) const fn restored(value: u64) -> Self {
                Self(value)
            }

            /// The id as a plain number.
            #[must_use]
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_u64(self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                Self::new(u64::deserialize(from)?).ok_or_else(|| D::Error::custom("an id above 2^53 - 1"))
            }
        }

        /// From decimal digits, as arguments of programs and parts of URLs have them.
        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                number_in(text).and_then(Self::new).ok_or(InvalidId)
            }
        }

        impl TryFrom<u64> for $name {
            type Error = InvalidId;

            fn try_from(value: u64) -> Result<Self, InvalidId> {
                Self::new(value).ok_or(InvalidId)
            }
        }

        impl From<$name> for u64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

janus_id! {
    /// A session's id in Janus.
    SessionId
}
janus_id! {
    /// A handle's id in Janus; events name it as `sender`.
    HandleId
}

/// An id that a plugin gives: of a room, a participant, a mountpoint.
///
/// It is a number, or a text where the server has `string_ids` for that plugin.
/// Zero and the empty text are ids like others.
///
/// From text (`into`, `parse`, an argument of `clap`) an id of decimal digits is a number, since Janus refuses the
/// text `"1234"` for the number 1234. Where the server has `string_ids`, [`Id::Text`] is the text `"1234"`. JSON
/// distinguishes the two by itself; a path or a query does not, see [`from_text`].
///
/// ```
/// use bifrons::Id;
///
/// let room: Id = 1234.into();
/// let other: Id = "lobby".into();
/// assert_eq!(format!("{room} {other}"), "1234 lobby");
/// assert_eq!(room, "1234".into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// A number, unless the server is configured with `string_ids`.
    Number(u64),
    /// A text, if the plugin is configured with `string_ids`.
    Text(String),
}

impl Default for Id {
    fn default() -> Self {
        Self::Number(0)
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        number_in(text).map_or_else(|| Self::Text(text.to_owned()), Self::Number)
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        match number_in(&text) {
            Some(number) => Self::Number(number),
            None => Self::Text(text),
        }
    }
}

impl FromStr for Id {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

/// The number that a text of decimal digits is, if it is one that JSON carries exactly.
fn number_in(text: &str) -> Option<u64> {
    let is_plain = text == "0" || (!text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit()));
    text.parse().ok().filter(|number| is_plain && *number <= MAX_SAFE_INTEGER)
}

/// Reads an id where all values are text, such as the paths and queries of a URL: digits are a number.
///
/// ```
/// use bifrons::Id;
///
/// #[derive(serde::Deserialize)]
/// struct Query {
///     #[serde(deserialize_with = "bifrons::id::from_text")]
///     room: Id,
/// }
/// # let query: Query = serde_json::from_str(r#"{ "room": "1234" }"#).unwrap();
/// # assert_eq!(query.room, Id::Number(1234));
/// ```
///
/// # Errors
/// A text that is no such id.
pub fn from_text<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(from: D) -> Result<T, D::Error> {
    Cow::<'de, str>::deserialize(from)?.parse().map_err(D::Error::custom)
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}
