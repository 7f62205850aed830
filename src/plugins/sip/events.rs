//! What SIP answers and tells.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::wire::Jsep;

/// The call is being made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calling {
    /// The call.
    pub call_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Calling {
    const FROM: &'static str = "result";
}

/// The call is on its way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proceeding {
    /// The call.
    pub call_id: Option<String>,
    /// SIP's code.
    pub code: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Proceeding {
    const FROM: &'static str = "result";
}

/// It rings there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ringing {
    /// The call.
    pub call_id: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Ringing {
    const FROM: &'static str = "result";
}

/// There are media before the call is taken; the answer to the offer is here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EarlyMedia {
    /// The call.
    pub call_id: Option<String>,
    /// Whom the call is with.
    pub username: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for EarlyMedia {
    const FROM: &'static str = "result";
}

/// The call is taken, or changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accepted {
    /// The call.
    pub call_id: Option<String>,
    /// Whom the call is with.
    pub username: Option<String>,
    /// Whether it is a conference.
    pub isfocus: Option<bool>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Accepted {
    const FROM: &'static str = "result";
}

/// Somebody calls, or wants to change the call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Incoming {
    /// The call.
    pub call_id: Option<String>,
    /// Who.
    pub username: Option<String>,
    /// The caller's name.
    #[serde(rename = "displayname")]
    pub display_name: Option<String>,
    /// Who is called.
    pub callee: Option<String>,
    /// Who asked for this call.
    pub referred_by: Option<String>,
    /// The call that it takes the place of.
    pub replaces: Option<String>,
    /// Whether it is a conference.
    pub isfocus: Option<bool>,
    /// `sdes_optional` or `sdes_mandatory`, where media are to be encrypted.
    pub srtp: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Incoming {
    const FROM: &'static str = "result";
}

/// Somebody called while the line was busy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Missed {
    /// The call.
    pub call_id: Option<String>,
    /// Who.
    pub caller: Option<String>,
    /// The caller's name.
    #[serde(rename = "displayname")]
    pub display_name: Option<String>,
    /// Who was called.
    pub callee: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Missed {
    const FROM: &'static str = "result";
}

/// The call is over, or was not taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HungUp {
    /// The call.
    pub call_id: Option<String>,
    /// SIP's code.
    pub code: Option<i32>,
    /// SIP's reason.
    pub reason: Option<String>,
    /// The text of the `Reason` header.
    pub reason_header: Option<String>,
    /// The protocol of the `Reason` header.
    pub reason_header_protocol: Option<String>,
    /// The cause of the `Reason` header.
    pub reason_header_cause: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for HungUp {
    const FROM: &'static str = "result";
}

/// The peer wants somebody else to be called: `Call` with this `refer_id`, or `Decline`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TransferAsked {
    /// The transfer's id.
    pub refer_id: Option<u32>,
    /// Whom to call.
    pub refer_to: Option<String>,
    /// Who wants it.
    pub referred_by: Option<String>,
    /// The call to take the place of.
    pub replaces: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for TransferAsked {
    const FROM: &'static str = "result";
}

/// A SIP INFO came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InfoReceived {
    /// The call.
    pub call_id: Option<String>,
    /// From whom.
    pub sender: Option<String>,
    /// The sender's name.
    pub displayname: Option<String>,
    /// The content's type.
    pub r#type: Option<String>,
    /// The content.
    pub content: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for InfoReceived {
    const FROM: &'static str = "result";
}

/// A SIP MESSAGE came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageReceived {
    /// The call.
    pub call_id: Option<String>,
    /// From whom.
    pub sender: Option<String>,
    /// The sender's name.
    pub displayname: Option<String>,
    /// The content's type.
    pub content_type: Option<String>,
    /// The content.
    pub content: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for MessageReceived {
    const FROM: &'static str = "result";
}

/// What became of a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Delivery {
    /// The call.
    pub call_id: Option<String>,
    /// SIP's code.
    pub code: Option<i32>,
    /// SIP's reason.
    pub reason: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Delivery {
    const FROM: &'static str = "result";
}

/// What was subscribed to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notification {
    /// The subscription.
    pub call_id: Option<String>,
    /// What about.
    pub notify: Option<String>,
    /// The subscription's state.
    pub substate: Option<String>,
    /// The content's type.
    #[serde(rename = "content-type")]
    pub content_type: Option<String>,
    /// The content.
    pub content: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Notification {
    const FROM: &'static str = "result";
}

/// How a subscription went.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subscription {
    /// The subscription.
    pub call_id: Option<String>,
    /// SIP's code.
    pub code: Option<i32>,
    /// SIP's reason.
    pub reason: Option<String>,
    /// Seconds that it holds.
    pub expires: Option<u32>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Subscription {
    const FROM: &'static str = "result";
}

/// A key was pressed (Janus 1.2.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Key {
    /// The call.
    pub call_id: Option<String>,
    /// By whom.
    pub sender: Option<String>,
    /// Which.
    pub signal: Option<String>,
    /// For how many milliseconds.
    pub duration: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Key {
    const FROM: &'static str = "result";
}
