//! What a session description publishes: the kinds of its media, by their m-lines.

use serde::Deserialize;
use serde_json::value::RawValue;

/// The kinds of media.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    /// Audio.
    pub audio: bool,
    /// Video, also of a screen: in an offer the two are alike.
    pub video: bool,
    /// Data channels.
    pub data: bool,
}

impl Kinds {
    /// The kinds that are here and not there.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self {
            audio: self.audio && !other.audio,
            video: self.video && !other.video,
            data: self.data && !other.data,
        }
    }

    /// The kinds that are here or there.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            audio: self.audio || other.audio,
            video: self.video || other.video,
            data: self.data || other.data,
        }
    }

    /// Whether there is no kind.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        !(self.audio || self.video || self.data)
    }

    /// The names of the kinds.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [(self.audio, "audio"), (self.video, "video"), (self.data, "data")]
            .into_iter()
            .filter_map(|(is, name)| is.then_some(name))
    }
}

/// The kinds of media that this description may send to Janus.
///
/// It is read as Janus reads it, and in doubt as more: a line ends with a line feed, what follows a carriage return is
/// cut off, a direction is an exact word of its m-line, and without one an m-line sends (Janus ignores a direction of
/// the session). A port of 0 does not matter, as a bundled m-line with it is in use. A medium that is neither audio nor
/// video counts as data.
#[must_use]
pub fn published(sdp: &str) -> Kinds {
    let mut kinds = Kinds::default();
    let mut medium = Medium::Before;
    for line in sdp.split('\n').filter_map(|line| line.split('\r').next()) {
        match line.split_once('=') {
            Some(("m", rest)) => {
                medium.add_to(&mut kinds);
                medium = Medium::of(rest);
            }
            Some(("a", direction)) => medium.note(direction),
            _ => {}
        }
    }
    medium.add_to(&mut kinds);
    kinds
}

/// An m-line, as far as it is read.
enum Medium<'a> {
    /// No m-line has begun.
    Before,
    Line {
        kind: &'a str,
        /// Whether a direction says that it sends, or that it does not.
        sends: Option<bool>,
    },
}

impl<'a> Medium<'a> {
    fn of(line: &'a str) -> Self {
        Self::Line { kind: line.split_whitespace().next().unwrap_or_default(), sends: None }
    }

    /// A second direction does not take back the first one.
    fn note(&mut self, direction: &str) {
        let Self::Line { sends, .. } = self else { return };
        match direction.to_ascii_lowercase().as_str() {
            "sendrecv" | "sendonly" => *sends = Some(true),
            "recvonly" | "inactive" if *sends != Some(true) => *sends = Some(false),
            _ => {}
        }
    }

    fn add_to(&self, kinds: &mut Kinds) {
        match self {
            Self::Before | Self::Line { sends: Some(false), .. } => {}
            Self::Line { kind, .. } if kind.eq_ignore_ascii_case("audio") => kinds.audio = true,
            Self::Line { kind, .. } if kind.eq_ignore_ascii_case("video") => kinds.video = true,
            Self::Line { .. } => kinds.data = true,
        }
    }
}

/// A page's session description (`jsep`), which goes to Janus as it stands there.
#[derive(Debug, Deserialize)]
pub struct Description<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<&'a RawValue>,
    #[serde(borrow)]
    sdp: Option<&'a RawValue>,
}

impl<'a> Description<'a> {
    /// Reads a description. Of two members of the same name Janus takes the last one: they are refused instead.
    ///
    /// # Errors
    /// It is no object, or its type or its SDP is there twice.
    pub fn read(jsep: &'a RawValue) -> serde_json::Result<Self> {
        match jsep.get().starts_with('{') {
            true => serde_json::from_str(jsep.get()),
            // A list would be read as the members in their order.
            false => Err(serde::de::Error::custom("no object")),
        }
    }

    /// The SDP, unless it is an answer: in each other case Janus may take it for an offer.
    #[must_use]
    pub fn offer(&self) -> Option<String> {
        let text = |value: &'a RawValue| serde_json::from_str::<String>(value.get()).ok();
        let is_answer = self.kind.and_then(text).is_some_and(|kind| kind.eq_ignore_ascii_case("answer"));
        self.sdp.and_then(text).filter(|_| !is_answer)
    }
}
