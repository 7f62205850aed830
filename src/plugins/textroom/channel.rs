//! What goes over the data channel: requests as text, and what comes back.
//!
//! [`write()`] makes the text of a request, [`read()`] says what a text from Janus is. An answer has
//! the transaction of its request. Before the answer to [`Join`] come the room's history and the
//! event of one's own joining.
//!
//! The page's data channel must have the label `JanusDataChannel`: Janus answers on the channel with this
//! label only.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::replies::{Allowed, Created, Done, Existence, Participant, Participants, Rooms};
use super::manage::{Allow, Announcement, Create, Destroy, Edit, Exists, Kick, List, ListParticipants};
use crate::error::{Error, ErrorCode, Result};
use crate::id::Id;
use crate::secret::Secret;
use crate::wire::lenient;

/// The longest text that Janus takes, in bytes.
pub const LONGEST: usize = 65_535;

/// A request that goes over the data channel.
pub trait ChannelRequest: Serialize {
    /// Janus's word for it.
    const VERB: &'static str;

    /// What it answers with.
    type Reply: DeserializeOwned;
}

/// The text of a request. The transaction is the caller's choice; the answer repeats it.
///
/// # Errors
/// [`ErrorCode::MessageTooLarge`] for more than [`LONGEST`] bytes.
pub fn write<R: ChannelRequest>(transaction: &str, request: &R) -> Result<String> {
    #[derive(Serialize)]
    struct Whole<'r, R> {
        textroom: &'static str,
        transaction: &'r str,
        #[serde(flatten)]
        request: &'r R,
    }
    let text = serde_json::to_string(&Whole { textroom: R::VERB, transaction, request })
        .map_err(|error| Error::new(ErrorCode::InvalidArgument, error.to_string()))?;
    if text.len() > LONGEST {
        let said = format!("{} bytes are too many for a data channel, {LONGEST} at most", text.len());
        return Err(Error::new(ErrorCode::MessageTooLarge, said));
    }
    Ok(text)
}

/// What a text from Janus is.
///
/// # Errors
/// [`ErrorCode::BadResponse`] when it is no JSON object.
pub fn read(text: &str) -> Result<Received> {
    let data: Map<String, Value> = serde_json::from_str(text).map_err(bad)?;
    Ok(match data.get("transaction").and_then(Value::as_str) {
        Some(transaction) => Received::Reply(Reply { transaction: transaction.to_owned(), data }),
        None => {
            Received::Event(ChannelEvent::read(&data).unwrap_or_else(|| ChannelEvent::Other(data.into())))
        }
    })
}

fn bad(error: serde_json::Error) -> Error {
    Error::new(ErrorCode::BadResponse, error.to_string())
}

/// A text from Janus.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// The answer to a request.
    Reply(Reply),
    /// Something that was not asked for.
    Event(ChannelEvent),
}

/// The answer to a request; the transaction says to which one.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    transaction: String,
    data: Map<String, Value>,
}

impl Reply {
    /// The request's transaction.
    #[must_use]
    pub fn transaction(&self) -> &str {
        &self.transaction
    }

    /// Reads it as the answer to such a request.
    ///
    /// # Errors
    /// A refusal, with its number; [`ErrorCode::BadResponse`] when it does not fit.
    pub fn of<R: ChannelRequest>(self) -> Result<R::Reply> {
        match refusal(&self.data) {
            Some(error) => Err(error),
            None => lenient::read(&self.data.into(), &|_| {}).map_err(bad),
        }
    }
}

fn refusal(data: &Map<String, Value>) -> Option<Error> {
    let code = data.get("error_code").and_then(Value::as_i64);
    let reason = data.get("error").and_then(Value::as_str);
    (code.is_some() || reason.is_some()).then(|| {
        Error::plugin_refused(code.unwrap_or_default(), reason.unwrap_or("the plugin gave no reason"))
    })
}

/// Joins a room, which a user may do with several.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Join {
    /// The room.
    pub room: Id,
    /// What to be known by; nobody else in the room may have it.
    pub username: String,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The room's pin, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A token, where the room asks for one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// Whether to get what was said before (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChannelRequest for Join {
    const VERB: &'static str = "join";
    type Reply = Joined;
}

/// Leaves a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Leave {
    /// The room.
    pub room: Id,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChannelRequest for Leave {
    const VERB: &'static str = "leave";
    type Reply = Done;
}

/// Says something to a room, or to some in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Message {
    /// The room.
    pub room: Id,
    /// What.
    pub text: String,
    /// To this one alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// To these alone, instead of `to`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tos: Option<Vec<String>>,
    /// False for no answer at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ack: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChannelRequest for Message {
    const VERB: &'static str = "message";
    type Reply = Sent;
}

impl ChannelRequest for List {
    const VERB: &'static str = "list";
    type Reply = Rooms;
}

impl ChannelRequest for ListParticipants {
    const VERB: &'static str = "listparticipants";
    type Reply = Participants;
}

impl ChannelRequest for Exists {
    const VERB: &'static str = "exists";
    type Reply = Existence;
}

impl ChannelRequest for Create {
    const VERB: &'static str = "create";
    type Reply = Created;
}

impl ChannelRequest for Edit {
    const VERB: &'static str = "edit";
    type Reply = Created;
}

impl ChannelRequest for Destroy {
    const VERB: &'static str = "destroy";
    type Reply = Created;
}

impl ChannelRequest for Allow {
    const VERB: &'static str = "allowed";
    type Reply = Allowed;
}

impl ChannelRequest for Kick {
    const VERB: &'static str = "kick";
    type Reply = Done;
}

impl ChannelRequest for Announcement {
    const VERB: &'static str = "announcement";
    type Reply = Done;
}

/// The room was joined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Joined {
    /// Who else is there.
    pub participants: Option<Vec<Participant>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// It was said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sent {
    /// Of those who were named, who got it.
    pub sent: Option<BTreeMap<String, bool>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody said something; one's own words come back, too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub from: Option<String>,
    /// The name to show; only in a room's history.
    pub display: Option<String>,
    /// When.
    pub date: Option<String>,
    /// What.
    pub text: Option<String>,
    /// Whether only some of the room got it.
    pub whisper: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Something was announced.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announced {
    /// The room.
    pub room: Option<Id>,
    /// When.
    pub date: Option<String>,
    /// What.
    pub text: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrival {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub username: Option<String>,
    /// The name to show.
    pub display: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody went, or was thrown out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Departure {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub username: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A room was ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ended {
    /// The room.
    pub room: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What the data channel tells without being asked; the words are Janus's.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChannelEvent {
    /// Somebody said something.
    Message(Said),
    /// Something was announced.
    Announcement(Announced),
    /// Somebody joined; oneself, too.
    Join(Arrival),
    /// Somebody left; oneself, too.
    Leave(Departure),
    /// Somebody was thrown out; all are told, that one, too.
    Kicked(Departure),
    /// The room is no more.
    Destroyed(Ended),
    /// A request without a transaction was refused.
    Error(Error),
    /// Something that this version does not know.
    Other(Value),
}

impl ChannelEvent {
    fn read(data: &Map<String, Value>) -> Option<Self> {
        if let Some(error) = refusal(data) {
            return Some(Self::Error(error));
        }
        let word = data.get("textroom")?.as_str()?;
        let data = Value::from(data.clone());
        Some(match word {
            "message" => Self::Message(lenient::read(&data, &|_| {}).ok()?),
            "announcement" => Self::Announcement(lenient::read(&data, &|_| {}).ok()?),
            "join" => Self::Join(lenient::read(&data, &|_| {}).ok()?),
            "leave" => Self::Leave(lenient::read(&data, &|_| {}).ok()?),
            "kicked" => Self::Kicked(lenient::read(&data, &|_| {}).ok()?),
            "destroyed" => Self::Destroyed(lenient::read(&data, &|_| {}).ok()?),
            _ => return None,
        })
    }
}
