//! One call at a time: making, taking, changing and ending it.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Declined, Done};
use super::events::Accepted;
use super::{Sip, expect, flattened};
use crate::engine::{Completion, Timeout};
use crate::error::Result;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::{Jsep, Payload};

/// Whether media are encrypted with SRTP, by SDES.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Srtp {
    /// Where the peer can.
    #[serde(rename = "sdes_optional")]
    Optional,
    /// Or there is no call.
    #[serde(rename = "sdes_mandatory")]
    Mandatory,
}

/// Which way media flow on hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// To the peer only.
    SendOnly,
    /// From the peer only.
    RecvOnly,
    /// Neither way.
    Inactive,
}

/// Calls somebody; the answer is that the call was taken.
///
/// It waits for 120 s. What happens until then is told by events: `calling`, `ringing`, and
/// `progress` with the answer to the offer where there is early media, in which case the
/// call's own answer has none. A call that is not taken is refused with SIP's code.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Call {
    /// Whom, such as `sip:bob@example.org`.
    pub uri: String,
    /// The call's id; Janus makes one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Encrypt the media: not at all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<Srtp>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Accept what the peer changes without asking (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoaccept_reinvites: Option<bool>,
    /// The transfer that this call carries out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refer_id: Option<u32>,
    /// The password.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The password's hash (`HA1`), instead of it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub ha1_secret: Option<Secret>,
    /// The user to authenticate as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authuser: Option<String>,
    /// The session description that goes with it.
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
    // What comes before Janus has noted the call's transaction has none.
    const COMPLETION: Completion = Completion::Uncorrelated;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(120));
    const RESPONSE_EVENTS: &'static [&'static str] = &["accepted"];
    const REFUSALS: &'static [&'static str] = &["hangup"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Accepted> {
        expect::<Self>(message)?;
        Ok(Accepted { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Takes a call, with the answer to its offer, or with an offer where it had none.
///
/// Janus 1.1.2 tells of a call a moment before it answers `180 Ringing`, and loses what is
/// answered in between: a program that takes calls by itself should let a second pass.
///
/// Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
/// in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
/// first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
/// tells of the delivery has made the call answerable.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Accept {
    /// Encrypt the media: not at all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<Srtp>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Accept what the peer changes without asking (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoaccept_reinvites: Option<bool>,
    /// The session description that goes with it.
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

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Accepted> {
        expect::<Self>(message)?;
        Ok(Accepted { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Answers a call's offer before the call is taken (`183`, early media; Janus 1.3.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Progress {
    /// Encrypt the media: not at all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp: Option<Srtp>,
    /// The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_profile: Option<String>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Accept what the peer changes without asking (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoaccept_reinvites: Option<bool>,
    /// The session description that goes with it.
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
    const COMPLETION: Completion = Completion::PluginDecides;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["progressed"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Accepted> {
        expect::<Self>(message)?;
        Ok(Accepted { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Says that it rings (`180`; Janus 1.3.3 and newer), where `automatic_ringing` is off.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SendRinging {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for SendRinging {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "send_ringing")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["done"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Declines a call, or a transfer.
///
/// Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
/// in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
/// first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
/// tells of the delivery has made the call answerable.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Decline {
    /// The status to decline with, 400 to 699 (Janus's default: 603; 486 before Janus 1.2.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u32>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// The transfer to decline, instead of a call.
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
    // Rarely the call has ended before Janus says `declining`, and then it does not: its end is told without a
    // transaction.
    const COMPLETION: Completion = Completion::Uncorrelated;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["declining", "hangup"];
    const ALSO_TOLD: &'static [&'static str] = &["hangup"];
    const TIMEOUT_HINT: &'static str = "Janus leaves it without an answer when no call waits to be taken";

    fn reply(message: &impl Payload) -> Result<Declined> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Renegotiates the call with a new offer, or answers the peer's (`updatingcall`).
///
/// Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
/// though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
/// its `MessageDelivery` when the peer has answered them all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Update {
    /// The session description that goes with it.
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

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Accepted> {
        expect::<Self>(message)?;
        Ok(Accepted { jsep: message.jsep()?, ..flattened(message)? })
    }
}

/// Holds the call.
///
/// Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
/// though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
/// its `MessageDelivery` when the peer has answered them all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Hold {
    /// Which way media still flow (Janus's default: `sendonly`).
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
        "Janus leaves it without an answer when there is no call, or while a change of it is under way";

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Resumes the call.
///
/// Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
/// though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
/// its `MessageDelivery` when the peer has answered them all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
        "Janus leaves it without an answer when there is no call, or while a change of it is under way";

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Asks the peer to call somebody else.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Transfer {
    /// Whom.
    pub uri: String,
    /// The call of that peer to take the place of, for an attended transfer.
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

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Ends the call. The inherited `hangup` ends only the PeerConnection, which ends the call, too.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SipHangup {
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for SipHangup {
    type Plugin = Sip;
    type Reply = Done;
    const METHODS: &'static [&'static str] = &["sip_hangup", "sipHangup"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hangup")];
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["hangingup"];
    const TIMEOUT_HINT: &'static str =
        "Janus leaves it without an answer when there is no call, or one that was not accepted";

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Forgets a call that is stuck.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}
