//! A page's message: the members of Janus's envelope, in Janus's order and words.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::PathIds;
use super::answer::About;
use crate::core::offer::Description;
use crate::core::refusal::{Cause, Refusal};

/// The members of a request. One that is there twice makes it unreadable.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PageRequest<'a> {
    #[serde(borrow)]
    janus: Member<'a>,
    #[serde(borrow)]
    transaction: Member<'a>,
    #[serde(borrow)]
    id: Member<'a>,
    #[serde(borrow)]
    session_id: Member<'a>,
    #[serde(borrow)]
    handle_id: Member<'a>,
    #[serde(borrow)]
    token: Member<'a>,
    #[serde(borrow)]
    plugin: Member<'a>,
    #[serde(borrow)]
    opaque_id: Member<'a>,
    #[serde(borrow)]
    body: Member<'a>,
    #[serde(borrow)]
    jsep: Member<'a>,
    #[serde(borrow)]
    candidate: Member<'a>,
    #[serde(borrow)]
    candidates: Member<'a>,
    #[serde(skip)]
    in_path: PathIds,
}

/// A member as it stands there; `null` is there, too.
#[derive(Clone, Copy, Debug, Default)]
struct Member<'a>(Option<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Member<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&RawValue>::deserialize(from).map(|value| Self(Some(value)))
    }
}

/// What a request is about: nothing, a session, or a handle of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    Root,
    Session(u64),
    Handle(u64, u64),
}

/// The head of a request.
#[derive(Debug)]
pub(super) struct Head<'a> {
    /// In small letters, as Janus compares it.
    pub verb: String,
    pub transaction: Cow<'a, str>,
}

impl<'a> PageRequest<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, Refusal> {
        if !text.trim_start().starts_with('{') && serde_json::from_str::<&RawValue>(text).is_ok() {
            return Err(missing("transaction"));
        }
        serde_json::from_str(text).map_err(|error| match error.is_data() {
            true => Refusal::new(Cause::BadRequest, "a member of the message is there twice"),
            false => Refusal::new(Cause::NotJson, "JSON error: the text can't be parsed"),
        })
    }

    /// Reads a request over HTTP, whose ids may stand in the path, too.
    pub(super) fn read_posted(text: &'a str, in_path: PathIds) -> Result<Self, Refusal> {
        if !text.trim_start().starts_with('{') {
            let is_array =
                text.trim_start().starts_with('[') && serde_json::from_str::<&RawValue>(text).is_ok();
            let refusal = Refusal::new(Cause::NotJson, "JSON error: not an object");
            return Err(refusal.with_code(is_array.then_some(455)));
        }
        let request = Self { in_path, ..Self::read(text)? };
        for (member, in_path, what) in
            [(request.session_id, in_path.session, "session"), (request.handle_id, in_path.handle, "handle")]
        {
            let named = member.0.and_then(number).filter(|id| *id > 0);
            if named.zip(in_path).is_some_and(|(named, in_path)| named != in_path) {
                let text = format!("Conflicting {what} ID (payload and path)");
                return Err(Refusal::new(Cause::WrongPath, text));
            }
        }
        Ok(request)
    }

    /// The head; what lacks it is refused without its transaction.
    pub(super) fn head(&self) -> Result<Head<'a>, Refusal> {
        let transaction = text(self.transaction, "transaction")?;
        let verb = text(self.janus, "janus")?.to_ascii_lowercase();
        if self.id.0.is_some_and(|id| number(id).is_none()) {
            return Err(wrong("id", "a positive integer"));
        }
        Ok(Head { verb, transaction })
    }

    /// The session, if it is named by a number: it stands in each response.
    pub(super) fn about(&self, transaction: Option<String>) -> About {
        let in_path = self.in_path.session.filter(|id| *id > 0);
        let session = self.session_id.0.and_then(number).filter(|id| *id > 0 || in_path.is_none());
        About { transaction, session: session.or(in_path), sender: None }
    }

    pub(super) fn path(&self) -> Result<Path, Refusal> {
        let named = |member: Member<'a>, in_path: Option<u64>| {
            let named =
                member.0.filter(|value| value.get() != "null").map(|value| number(value).unwrap_or(0));
            named.filter(|id| *id > 0).or(in_path.filter(|id| *id > 0)).or(named)
        };
        let not_found = |cause, text| Refusal::new(cause, text);
        match (named(self.session_id, self.in_path.session), named(self.handle_id, self.in_path.handle)) {
            (None, None) => Ok(Path::Root),
            (None | Some(0), _) => Err(not_found(Cause::NoSuchSession, "Session not found")),
            (_, Some(0)) => Err(not_found(Cause::NoSuchHandle, "Handle not found")),
            (Some(session), None) => Ok(Path::Session(session)),
            (Some(session), Some(handle)) => Ok(Path::Handle(session, handle)),
        }
    }

    pub(super) fn token(&self) -> Result<Option<Cow<'a, str>>, Refusal> {
        optional(self.token, "token")
    }

    pub(super) fn plugin(&self) -> Result<Cow<'a, str>, Refusal> {
        text(self.plugin, "plugin")
    }

    pub(super) fn opaque_id(&self) -> Result<Option<Cow<'a, str>>, Refusal> {
        optional(self.opaque_id, "opaque_id")
    }

    pub(super) fn body(&self) -> Result<Map<String, Value>, Refusal> {
        let body = self.body.0.ok_or_else(|| missing("body"))?;
        serde_json::from_str(body.get()).map_err(|error| match error.is_data() {
            true => wrong("body", "an object"),
            false => unreadable("body", &error),
        })
    }

    /// The description, and its text.
    pub(super) fn jsep(&self) -> Result<Option<(Description<'a>, &'a str)>, Refusal> {
        let read = self.jsep.0.map(|jsep| Ok((Description::read(jsep)?, jsep.get()))).transpose();
        let refused =
            |_: serde_json::Error| Refusal::new(Cause::WrongType, "Invalid jsep object").with_code(Some(455));
        read.map_err(refused)
    }

    /// The member that says which candidates there are.
    pub(super) fn candidates(&self) -> Result<String, Refusal> {
        match (self.candidate.0, self.candidates.0) {
            (Some(candidate), None) => Ok(format!("\"candidate\":{candidate}")),
            (None, Some(candidates)) => Ok(format!("\"candidates\":{candidates}")),
            (None, None) => Err(missing("candidate|candidates")),
            (Some(_), Some(_)) => {
                let text = "Can't have both candidate and candidates";
                Err(Refusal::new(Cause::BadRequest, text).with_code(Some(454)))
            }
        }
    }
}

fn number(value: &RawValue) -> Option<u64> {
    serde_json::from_str(value.get()).ok()
}

fn optional<'a>(member: Member<'a>, name: &str) -> Result<Option<Cow<'a, str>>, Refusal> {
    member.0.map(|_| text(member, name)).transpose()
}

fn text<'a>(member: Member<'a>, name: &str) -> Result<Cow<'a, str>, Refusal> {
    /// Text that is borrowed where it holds no escapes.
    #[derive(Deserialize)]
    struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
    let value = member.0.ok_or_else(|| missing(name))?;
    serde_json::from_str(value.get()).map(|Text(text)| text).map_err(|_| wrong(name, "a string"))
}

fn missing(name: &str) -> Refusal {
    Refusal::new(Cause::BadRequest, format!("Missing mandatory element ({name})"))
}

/// What is JSON, and is too much for a reader: nested too deeply, a number too great, half of a character.
fn unreadable(name: &str, error: &serde_json::Error) -> Refusal {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default();
    Refusal::new(Cause::WrongType, format!("Invalid element ({name} can't be read: {reason})"))
}

fn wrong(name: &str, wanted: &str) -> Refusal {
    Refusal::new(Cause::WrongType, format!("Invalid element type ({name} should be {wanted})"))
}
