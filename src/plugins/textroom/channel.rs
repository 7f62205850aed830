//! The requests, responses and events of the data channel.
//!
//! [`write()`] serializes a request, [`read()`] parses a text from Janus. A response repeats the transaction of its
//! request. The history of the room and the event of this participant's own join come before the response to
//! [`Join`].
//!
//! The page's data channel must have the label `JanusDataChannel`: Janus responds only on the channel with this
//! label.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::manage::{Allow, Announcement, Create, Destroy, Edit, Exists, Kick, List, ListParticipants};
use super::replies::{Allowed, Created, Done, Existence, Participant, Participants, Rooms};
use crate::error::{Error, ErrorCode, Result};
use crate::plugins::field_types::{AccessKey, RoomId, UserId};
use crate::secret::Secret;
use crate::wire::lenient;

/// The maximum length of a text, in bytes.
pub const LONGEST: usize = 65_535;

/// A request over the data channel.
pub trait ChannelRequest: Serialize {
    /// The name of the request: the value of `textroom` in the message.
    const VERB: &'static str;

    /// The type of the response.
    type Reply: DeserializeOwned;
}

/// Serializes a request. The caller chooses the transaction; the response repeats it.
///
/// # Errors
///
/// [`ErrorCode::MessageTooLarge`] if the text is longer than [`LONGEST`] bytes.
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
        let message = format!("{} bytes are too many for a data channel, {LONGEST} at most", text.len());
        return Err(Error::new(ErrorCode::MessageTooLarge, message));
    }
    Ok(text)
}

/// Parses a text from Janus.
///
/// # Errors
///
/// [`ErrorCode::BadResponse`] if the text is not a JSON object.
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
    /// The response to a request.
    Reply(Reply),
    /// An event of the data channel.
    Event(ChannelEvent),
}

/// The response to a request; the transaction names the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    transaction: String,
    data: Map<String, Value>,
}

impl Reply {
    /// Returns the transaction of the request.
    #[must_use]
    pub fn transaction(&self) -> &str {
        &self.transaction
    }

    /// Parses the response to a request of type `R`.
    ///
    /// # Errors
    ///
    /// The plugin's error with its code, if the plugin refused the request; [`ErrorCode::BadResponse`] with
    /// the response if it does not fit the type.
    pub fn of<R: ChannelRequest>(self) -> Result<R::Reply> {
        match refusal(&self.data) {
            Some(error) => Err(error),
            None => {
                let data = self.data.into();
                lenient::read(&data, &|_| {}).map_err(|error| bad(error).with_response(&data))
            }
        }
    }
}

fn refusal(data: &Map<String, Value>) -> Option<Error> {
    let code = data.get("error_code").and_then(Value::as_i64);
    Error::of_plugin_data(code, data.get("error").and_then(Value::as_str))
}

/// Joins a room (`"textroom": "join"`). A handle can join several rooms.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Join {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The username, which identifies the participant; unique in the room.
    pub username: UserId,
    /// The display name of the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The PIN of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The token; required if the room checks tokens.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub token: Option<AccessKey>,
    /// Whether Janus sends the earlier messages of the room (Janus's default: true).
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

/// Leaves a room (`"textroom": "leave"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Leave {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChannelRequest for Leave {
    const VERB: &'static str = "leave";
    type Reply = Done;
}

/// Sends a message to all participants of a room, or to some of them (`"textroom": "message"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The text of the message.
    pub text: String,
    /// The username of the only receiver; all participants by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<UserId>,
    /// The usernames of the only receivers; not together with `to`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tos: Option<Vec<UserId>>,
    /// Whether Janus responds to the message (Janus's default: true). With `false` no response comes.
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

/// The response to `Join`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Joined {
    /// The other participants of the room.
    pub participants: Vec<Participant>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Message`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Sent {
    /// Whether the message was delivered, by username; only for a message with `to` or `tos`.
    pub sent: Option<BTreeMap<String, bool>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A message in a room. The sender receives its own messages, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessageReceived {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The username of the sender.
    pub from: UserId,
    /// The display name of the sender; only in the history of a room.
    pub display: Option<String>,
    /// The date and time of the message, such as `2025-01-31T12:00:00+0100`.
    pub date: String,
    /// The text of the message.
    pub text: String,
    /// Whether the message was addressed to some participants only; missing if not.
    pub whisper: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An announcement in a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AnnouncementReceived {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The date and time of the announcement, such as `2025-01-31T12:00:00+0100`.
    pub date: String,
    /// The text of the announcement.
    pub text: String,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant joined a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantJoined {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The username of the participant.
    pub username: UserId,
    /// The display name of the participant.
    pub display: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant left a room, or was kicked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantLeft {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The username of the participant.
    pub username: UserId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A room was destroyed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Destroyed {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An event on the data channel. The variants have Janus's names.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChannelEvent {
    /// A message was sent.
    Message(MessageReceived),
    /// An announcement was sent.
    Announcement(AnnouncementReceived),
    /// A participant joined. The participant that joins receives it, too.
    Join(ParticipantJoined),
    /// A participant left. The participant that leaves receives it, too.
    Leave(ParticipantLeft),
    /// A participant was kicked. All participants receive it, the kicked one, too.
    Kicked(ParticipantLeft),
    /// The room was destroyed.
    Destroyed(Destroyed),
    /// Janus refused a request without a transaction.
    Error(Error),
    /// An event that this version does not know.
    Other(Value),
}

impl ChannelEvent {
    fn read(data: &Map<String, Value>) -> Option<Self> {
        if let Some(error) = refusal(data) {
            return Some(Self::Error(error));
        }
        let name = data.get("textroom")?.as_str()?;
        let data = Value::from(data.clone());
        Some(match name {
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
