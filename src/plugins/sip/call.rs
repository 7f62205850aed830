//! Requests that start, answer, change and end calls. A handle has one call at a time.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Sip;
use super::events::Accepted;
use super::replies::{Declined, Done};
use crate::engine::{Completion, Timeout};
use crate::plugins::field_types::SipUri;
use crate::plugins::words::SrtpMode;
use crate::plugins::{Request, SetJsep};
use crate::secret::Secret;
use crate::wire::{JanusVersion, Jsep};

words! {
    /// The direction of the media while a call is on hold.
    Direction {
        /// This side sends media and receives none.
        SendOnly = "sendonly",
        /// This side receives media and sends none.
        RecvOnly = "recvonly",
        /// No media are sent in either direction.
        Inactive = "inactive",
    }
}

/// Calls a SIP URI with an SDP offer (`"request": "call"`). The response arrives when the peer accepts the call.
///
/// The timeout is 120 s. Until then, events report the state: `calling`, `ringing` and `progress`. With early media,
/// `progress` carries the SDP answer and the response carries none. If the call is not accepted, the request fails
/// with the SIP status code.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Call {
    /// The SIP URI to call, such as `sip:bob@example.org`.
    pub uri: SipUri,
    /// The `Call-ID` of the call; Janus creates one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// The encryption of the media; none by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<SrtpMode>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Whether Janus accepts re-INVITEs of the peer itself (Janus's default: true). With `false`, `UpdatingCall`
    /// reports them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoaccept_reinvites: Option<bool>,
    /// The id of the transfer that this call carries out, as in `refer_id` of `TransferRequested`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refer_id: Option<u32>,
    /// The password for this call; for guests.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The `HA1` hash of the password, instead of the password.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub ha1_secret: Option<Secret>,
    /// The user name for authentication; for guests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authuser: Option<String>,
    /// The SDP offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Call {
    type Plugin = Sip;
    type Reply = Accepted;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "call")];
    // Events that arrive before Janus has stored the call's transaction carry no transaction.
    const COMPLETION: Completion = Completion::Uncorrelated;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(120));
    const RESPONSE_EVENTS: &'static [&'static str] = &["accepted"];
    const REFUSAL_EVENTS: &'static [&'static str] = &["hangup"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Accepts an incoming call with an SDP answer, or with an SDP offer if the caller sent none (`"request": "accept"`).
///
/// Janus 1.1.2 reports a call shortly before it sends `180 Ringing`, and loses an answer that comes in between: a
/// program that accepts calls automatically should wait for one second.
///
/// Newer versions report a call some microseconds before their SIP stack can answer the call. They acknowledge an
/// answer that comes in between, but never send the answer to the caller. A person's click comes later. A program
/// that answers at once first sends a `SipMessage` to an address that does not exist, and waits for its
/// `MessageDelivery`: the thread that reports the delivery has made the call answerable.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Accept {
    /// The encryption of the media; none by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<SrtpMode>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Whether Janus accepts re-INVITEs of the peer itself (Janus's default: true). With `false`, `UpdatingCall`
    /// reports them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoaccept_reinvites: Option<bool>,
    /// The SDP answer to the caller's offer, or an SDP offer if the caller sent none.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Accept {
    type Plugin = Sip;
    type Reply = Accepted;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "accept")];
    const COMPLETION: Completion = Completion::PluginDecides;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["accepted", "accepting"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Answers the caller's offer before the call is accepted: `183 Session Progress`, early media (`"request":
/// "progress"`; Janus 1.3.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// The encryption of the media; none by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<SrtpMode>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Whether Janus accepts re-INVITEs of the peer itself (Janus's default: true). With `false`, `UpdatingCall`
    /// reports them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoaccept_reinvites: Option<bool>,
    /// The SDP answer to the caller's offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Progress {
    type Plugin = Sip;
    type Reply = Accepted;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "progress")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 3, 1));
    const COMPLETION: Completion = Completion::PluginDecides;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["progressed"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Sends `180 Ringing` for an incoming call, if `automatic_ringing` is false (`"request": "send_ringing"`; Janus
/// 1.3.3 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SendRinging {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for SendRinging {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "send_ringing")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 3, 3));
    const RESPONSE_EVENTS: &'static [&'static str] = &["done"];
    const REPLY_IN: &'static str = "result";
}

/// Declines an incoming call or a transfer (`"request": "decline"`).
///
/// Janus reports a call some microseconds before its SIP stack can answer the call. It acknowledges an answer that
/// comes in between, but never sends the answer to the caller. A person's click comes later. A program that answers
/// at once first sends a `SipMessage` to an address that does not exist, and waits for its `MessageDelivery`: the
/// thread that reports the delivery has made the call answerable.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Decline {
    /// The SIP status code to decline with, 400 to 699 (Janus's default: 603; 486 before Janus 1.2.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u32>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// The id of the transfer to decline, as in `refer_id` of `TransferRequested`; without it the call is declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refer_id: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Decline {
    type Plugin = Sip;
    type Reply = Declined;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "decline")];
    // If the call has already ended, Janus sends no `declining` but a `hangup` without a transaction.
    const COMPLETION: Completion = Completion::Uncorrelated;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["declining", "hangup"];
    const ALSO_EMITTED: &'static [&'static str] = &["hangup"];
    const TIMEOUT_HINT: &'static str = "Janus does not respond to decline when there is no incoming call";
    const REPLY_IN: &'static str = "result";
}

/// Renegotiates the call with an SDP offer, or answers the peer's offer of `UpdatingCall` (`"request": "update"`).
///
/// Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
/// response, though Janus acknowledges the request. Wait for their delivery first: the `SipMessage` that is sent last
/// has its `MessageDelivery` when the peer has answered all of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Update {
    /// The SDP offer, or the SDP answer to `UpdatingCall`.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Update {
    type Plugin = Sip;
    type Reply = Accepted;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "update")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["updating", "updated"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Puts the call on hold (`"request": "hold"`).
///
/// Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
/// response, though Janus acknowledges the request. Wait for their delivery first: the `SipMessage` that is sent last
/// has its `MessageDelivery` when the peer has answered all of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Hold {
    /// The direction in which media are still sent (Janus's default: `sendonly`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Hold {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hold")];
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["holding"];
    const TIMEOUT_HINT: &'static str =
        "Janus does not respond when there is no call, or while another change of the call is pending";
    const REPLY_IN: &'static str = "result";
}

/// Resumes a call that is on hold (`"request": "unhold"`).
///
/// Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
/// response, though Janus acknowledges the request. Wait for their delivery first: the `SipMessage` that is sent last
/// has its `MessageDelivery` when the peer has answered all of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unhold {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unhold {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unhold")];
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["resuming"];
    const TIMEOUT_HINT: &'static str =
        "Janus does not respond when there is no call, or while another change of the call is pending";
    const REPLY_IN: &'static str = "result";
}

/// Asks the peer with REFER to call another SIP URI (`"request": "transfer"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Transfer {
    /// The SIP URI that the peer is to call.
    pub uri: SipUri,
    /// The `Call-ID` of the call to replace, for an attended transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replace: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Transfer {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "transfer")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["transferring"];
    const REPLY_IN: &'static str = "result";
}

/// Ends the call (`"request": "hangup"`). The inherited `hangup` closes only the PeerConnection, which ends the call,
/// too.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SipHangup {
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for SipHangup {
    type Plugin = Sip;
    type Reply = Done;
    const JS_METHODS: &'static [&'static str] = &["sip_hangup", "sipHangup"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hangup")];
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["hangingup"];
    const TIMEOUT_HINT: &'static str =
        "Janus does not respond to hangup when there is no call, or the call was not accepted";
    const REPLY_IN: &'static str = "result";
}

/// Resets the call state of the handle, for a call that does not end (`"request": "reset"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reset {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Reset {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "reset")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["reset"];
    const REPLY_IN: &'static str = "result";
}
