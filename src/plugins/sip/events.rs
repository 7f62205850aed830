//! The events of SIP, and responses that are events, too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::plugins::field_types::SipUri;
use crate::plugins::words::SrtpMode;
use crate::wire::Jsep;

/// The INVITE of a call is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Calling {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Calling {
    const FROM: &'static str = "result";
}

/// The peer's server answered the INVITE with a provisional status.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Proceeding {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP status code.
    pub code: i32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Proceeding {
    const FROM: &'static str = "result";
}

/// The peer's phone rings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Ringing {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Ringing {
    const FROM: &'static str = "result";
}

/// Early media (`183 Session Progress`), with the SDP answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EarlyMedia {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP URI of the peer.
    pub username: SipUri,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The SDP answer of the peer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for EarlyMedia {
    const FROM: &'static str = "result";
}

/// The call was accepted, or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Accepted {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP URI of the peer; missing in the responses to `Accept`, `Progress` and `Update`.
    pub username: Option<SipUri>,
    /// Whether the peer is a conference (`isfocus` in its `Contact` header).
    pub isfocus: Option<bool>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The SDP answer of the peer, unless an earlier event carried it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Accepted {
    const FROM: &'static str = "result";
}

/// A call comes in, or the peer wants to change the call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Incoming {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP URI of the caller.
    pub username: SipUri,
    /// The display name of the caller. Janus's name: `displayname`.
    #[serde(rename = "displayname")]
    pub display_name: Option<String>,
    /// The SIP URI that was called.
    pub callee: SipUri,
    /// The SIP URI of the party that transferred the call.
    pub referred_by: Option<SipUri>,
    /// The `Call-ID` of the call that this call replaces.
    pub replaces: Option<String>,
    /// Whether the peer is a conference (`isfocus` in its `Contact` header).
    pub isfocus: Option<bool>,
    /// The encryption that the peer offers: `sdes_optional` or `sdes_mandatory`; missing without SRTP.
    pub srtp: Option<SrtpMode>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The SDP offer of the peer; missing if the INVITE had none.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Incoming {
    const FROM: &'static str = "result";
}

/// A call came in while the handle was busy; Janus declined it with `486`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Missed {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP URI of the caller.
    pub caller: SipUri,
    /// The display name of the caller. Janus's name: `displayname`.
    #[serde(rename = "displayname")]
    pub display_name: Option<String>,
    /// The SIP URI that was called.
    pub callee: SipUri,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Missed {
    const FROM: &'static str = "result";
}

/// The call ended, or was not accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HungUp {
    /// The SIP `Call-ID` header; missing if the call ended before.
    pub call_id: Option<String>,
    /// The SIP status code.
    pub code: i32,
    /// The reason phrase of the SIP status; missing if it is not valid UTF-8.
    pub reason: Option<String>,
    /// The text of the `Reason` header.
    pub reason_header: Option<String>,
    /// The protocol in the `Reason` header of the BYE or CANCEL, such as `SIP` or `Q.850`.
    pub reason_header_protocol: Option<String>,
    /// The `cause` in the `Reason` header of the BYE or CANCEL.
    pub reason_header_cause: Option<String>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for HungUp {
    const FROM: &'static str = "result";
}

/// The peer asks with REFER for a call to another SIP URI. `Call` with this `refer_id` accepts, `Decline` refuses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TransferRequested {
    /// The id of the transfer.
    pub refer_id: u32,
    /// The SIP URI to call.
    pub refer_to: SipUri,
    /// The SIP URI of the party that requests the transfer.
    pub referred_by: Option<SipUri>,
    /// The `Call-ID` of the call to replace.
    pub replaces: Option<String>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for TransferRequested {
    const FROM: &'static str = "result";
}

/// A SIP INFO was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InfoReceived {
    /// The SIP `Call-ID` header; missing outside of a call.
    pub call_id: Option<String>,
    /// The SIP URI of the sender.
    pub sender: SipUri,
    /// The display name of the sender.
    pub displayname: Option<String>,
    /// The MIME type of the content. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The content: a text; missing if it is not valid UTF-8.
    pub content: Option<String>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for InfoReceived {
    const FROM: &'static str = "result";
}

/// A SIP MESSAGE was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessageReceived {
    /// The SIP `Call-ID` header; missing outside of a call.
    pub call_id: Option<String>,
    /// The SIP URI of the sender.
    pub sender: SipUri,
    /// The display name of the sender.
    pub displayname: Option<String>,
    /// The MIME type of the content.
    pub content_type: String,
    /// The content: a text; missing if it is not valid UTF-8.
    pub content: Option<String>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for MessageReceived {
    const FROM: &'static str = "result";
}

/// The response of the peer to a SIP MESSAGE of this handle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Delivery {
    /// The SIP `Call-ID` header.
    pub call_id: String,
    /// The SIP status code.
    pub code: i32,
    /// The reason phrase of the SIP status; missing if it is not valid UTF-8.
    pub reason: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Delivery {
    const FROM: &'static str = "result";
}

/// A notification for a subscription was received (NOTIFY).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Notification {
    /// The `Call-ID` of the subscription.
    pub call_id: String,
    /// The event package, as in `event` of `Subscribe`.
    pub notify: Option<String>,
    /// The state of the subscription: the `Subscription-State` header.
    pub substate: Option<SubscriptionState>,
    /// The MIME type of the content. Janus's name: `content-type`.
    #[serde(rename = "content-type")]
    pub content_type: Option<String>,
    /// The content: a text; missing if it is not valid UTF-8.
    pub content: Option<String>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Notification {
    const FROM: &'static str = "result";
}

/// The response of the server to a SUBSCRIBE.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Subscription {
    /// The `Call-ID` of the subscription; missing if the server did not respond.
    pub call_id: Option<String>,
    /// The SIP status code.
    pub code: i32,
    /// The reason phrase of the SIP status; missing if it is not valid UTF-8.
    pub reason: Option<String>,
    /// The lifetime of the subscription, in seconds.
    pub expires: Option<u32>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Subscription {
    const FROM: &'static str = "result";
}

/// A DTMF digit was received in the peer's RTP (Janus 1.2.1 and newer).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DtmfTone {
    /// The SIP `Call-ID` header; missing outside of a call.
    pub call_id: Option<String>,
    /// The SIP URI of the sender.
    pub sender: SipUri,
    /// The digit that was pressed.
    pub signal: String,
    /// The duration of the tone, in milliseconds.
    pub duration: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for DtmfTone {
    const FROM: &'static str = "result";
}

words! {
    /// The state in the `Subscription-State` header of a notification.
    SubscriptionState {
        /// The subscription is being created.
        Embryonic = "embryonic",
        /// The server has not decided yet.
        Pending = "pending",
        /// The server sends notifications.
        Active = "active",
        /// The subscription has ended.
        Terminated = "terminated",
    }
}
