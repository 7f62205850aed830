//! SIP, `janus.plugin.sip`: calls between WebRTC and SIP.
//!
//! A handle is one identity, which [`Register`] registers, with one call at a time. More calls at the same time need
//! helpers. [`Call`] and [`Accept`] wait for the peer; events report everything else. Janus answers all requests with
//! events, and the events of its SIP stack carry the transaction of the last call. For that reason the content of an
//! event decides whether it is the response to a request.
//!
#![doc = include_str!("../generated/sip.md")]

mod account;
mod call;
mod events;
mod in_call;
mod replies;

pub use account::*;
pub use call::*;
pub use events::*;
pub use in_call::*;
pub use replies::*;

use super::events::Condition::{Has, Is, Lacks};
use super::{Plugin, RawEvent, Rule, classify, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The SIP plugin.
#[derive(Clone, Copy, Debug)]
pub enum Sip {}

impl Plugin for Sip {
    const PACKAGE: &'static str = "janus.plugin.sip";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// The events of SIP.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The REGISTER is sent.
    Registering(Registering),
    /// The registration was renewed, or completed after its request had ended.
    Registered(Registered),
    /// The registrar refused the registration, or did not respond.
    RegistrationFailed(RegistrationFailed),
    /// The request to end the registration is sent.
    Unregistering(Done),
    /// The registration ended.
    Unregistered(Unregistered),
    /// The INVITE of a call is sent.
    Calling(Calling),
    /// The peer's server answered the INVITE with a provisional status.
    Proceeding(Proceeding),
    /// The peer's phone rings.
    Ringing(Ringing),
    /// Early media (183 Session Progress), with the SDP answer.
    Progress(EarlyMedia),
    /// The call was accepted, or changed.
    Accepted(Accepted),
    /// A call comes in.
    Incoming(Incoming),
    /// The peer wants to change the call: answer with `Update`.
    UpdatingCall(Incoming),
    /// A call came in while the handle was busy.
    Missed(Missed),
    /// The call ended.
    Hangup(HungUp),
    /// The peer asks for a call to another SIP URI.
    Transfer(TransferRequested),
    /// A SIP INFO was received.
    Info(InfoReceived),
    /// A SIP MESSAGE was received.
    Message(MessageReceived),
    /// The response of the peer to a SIP MESSAGE of this handle.
    MessageDelivery(Delivery),
    /// A notification for a subscription was received.
    Notify(Notification),
    /// A subscription was accepted.
    SubscribeSucceeded(Subscription),
    /// A subscription was refused.
    SubscribeFailed(Subscription),
    /// A DTMF digit was received (Janus 1.2.1 and newer).
    Dtmf(DtmfTone),
    /// The response to `Accept`, if it comes after its request has ended.
    Accepting(Accepted),
    /// The response to `Progress`, if it comes after its request has ended.
    Progressed(Accepted),
    /// The response to `Decline`, if it comes after its request has ended.
    Declining(Declined),
    /// The response to `Update` with an offer, if it comes after its request has ended.
    Updating(Accepted),
    /// The response to `Update` with an answer, if it comes after its request has ended.
    Updated(Accepted),
    /// The response to `Hold`, if it comes after its request has ended.
    Holding(Done),
    /// The response to `Unhold`, if it comes after its request has ended.
    Resuming(Done),
    /// The response to `Transfer`, if it comes after its request has ended.
    Transferring(Done),
    /// The response to `SipHangup`, if it comes after its request has ended.
    HangingUp(Done),
    /// The response to `Recording`, if it comes after its request has ended.
    RecordingUpdated(Done),
    /// The response to `Info`, if it comes after its request has ended.
    InfoSent(Done),
    /// The response to `SipMessage`, if it comes after its request has ended.
    MessageSent(Done),
    /// The response to `DtmfInfo`, if it comes after its request has ended.
    DtmfSent(Done),
    /// The response to `Keyframe`, if it comes after its request has ended.
    KeyframeSent(Done),
    /// The response to `StartForward`, if it comes after its request has ended.
    RtpForward(Forwarding),
    /// The response to `StopForward`, if it comes after its request has ended.
    StopRtpForward(ForwardStopped),
    /// The response to `ListForward`, if it comes after its request has ended.
    Forwarders(Forwarders),
    /// The response to `Subscribe`, if it comes after its request has ended.
    Subscribing(Done),
    /// The response to `Unsubscribe`, if it comes after its request has ended.
    Unsubscribing(Done),
    /// The response to `Reset`, if it comes after its request has ended.
    Reset(Done),
    /// The response to `SendRinging`, if it comes after its request has ended.
    Done(Done),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "registering", when: &[Is("result.event", "registering")] },
    Rule { event: "registered", when: &[Is("result.event", "registered")] },
    Rule { event: "registration_failed", when: &[Is("result.event", "registration_failed")] },
    Rule { event: "unregistering", when: &[Is("result.event", "unregistering")] },
    Rule { event: "unregistered", when: &[Is("result.event", "unregistered")] },
    Rule { event: "calling", when: &[Is("result.event", "calling")] },
    Rule { event: "proceeding", when: &[Is("result.event", "proceeding")] },
    Rule { event: "ringing", when: &[Is("result.event", "ringing")] },
    Rule { event: "progress", when: &[Is("result.event", "progress")] },
    Rule { event: "accepted", when: &[Is("result.event", "accepted")] },
    Rule { event: "incoming", when: &[Is("result.event", "incomingcall")] },
    Rule { event: "updatingcall", when: &[Is("result.event", "updatingcall")] },
    Rule { event: "missed", when: &[Is("result.event", "missed_call")] },
    Rule { event: "hangup", when: &[Is("result.event", "hangup")] },
    Rule { event: "transfer", when: &[Is("result.event", "transfer")] },
    Rule { event: "info", when: &[Is("result.event", "info")] },
    Rule { event: "message", when: &[Is("result.event", "message")] },
    Rule { event: "messagedelivery", when: &[Is("result.event", "messagedelivery")] },
    Rule { event: "notify", when: &[Is("result.event", "notify")] },
    Rule { event: "subscribe_succeeded", when: &[Is("result.event", "subscribe_succeeded")] },
    Rule { event: "subscribe_failed", when: &[Is("result.event", "subscribe_failed")] },
    Rule { event: "dtmf", when: &[Is("result.event", "dtmf")] },
    Rule { event: "accepting", when: &[Is("result.event", "accepting")] },
    Rule { event: "progressed", when: &[Is("result.event", "progressed")] },
    Rule { event: "declining", when: &[Is("result.event", "declining")] },
    Rule { event: "updating", when: &[Is("result.event", "updating")] },
    Rule { event: "updated", when: &[Is("result.event", "updated")] },
    Rule { event: "holding", when: &[Is("result.event", "holding")] },
    Rule { event: "resuming", when: &[Is("result.event", "resuming")] },
    Rule { event: "transferring", when: &[Is("result.event", "transferring")] },
    Rule { event: "hangingup", when: &[Is("result.event", "hangingup")] },
    Rule { event: "recordingupdated", when: &[Is("result.event", "recordingupdated")] },
    Rule { event: "infosent", when: &[Is("result.event", "infosent")] },
    Rule { event: "messagesent", when: &[Is("result.event", "messagesent")] },
    Rule { event: "dtmfsent", when: &[Is("result.event", "dtmfsent")] },
    Rule { event: "keyframesent", when: &[Is("result.event", "keyframesent")] },
    Rule { event: "rtp_forward", when: &[Is("result.event", "rtp_forward")] },
    Rule { event: "stop_rtp_forward", when: &[Is("result.event", "stop_rtp_forward")] },
    Rule { event: "forwarders", when: &[Is("result.event", "forwarders")] },
    Rule { event: "subscribing", when: &[Is("result.event", "subscribing")] },
    Rule { event: "unsubscribing", when: &[Is("result.event", "unsubscribing")] },
    Rule { event: "reset", when: &[Is("result.event", "reset")] },
    Rule { event: "done", when: &[Is("sip", "event"), Lacks("result")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "registering" => Self::Registering(flattened(message).ok()?),
            "registered" => Self::Registered(flattened(message).ok()?),
            "registration_failed" => Self::RegistrationFailed(flattened(message).ok()?),
            "unregistering" => Self::Unregistering(flattened(message).ok()?),
            "unregistered" => Self::Unregistered(flattened(message).ok()?),
            "calling" => Self::Calling(flattened(message).ok()?),
            "proceeding" => Self::Proceeding(flattened(message).ok()?),
            "ringing" => Self::Ringing(flattened(message).ok()?),
            "progress" => {
                Self::Progress(EarlyMedia { jsep: message.jsep().ok()?, ..flattened(message).ok()? })
            }
            "accepted" => Self::Accepted(Accepted { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "incoming" => Self::Incoming(Incoming { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "updatingcall" => {
                Self::UpdatingCall(Incoming { jsep: message.jsep().ok()?, ..flattened(message).ok()? })
            }
            "missed" => Self::Missed(flattened(message).ok()?),
            "hangup" => Self::Hangup(flattened(message).ok()?),
            "transfer" => Self::Transfer(flattened(message).ok()?),
            "info" => Self::Info(flattened(message).ok()?),
            "message" => Self::Message(flattened(message).ok()?),
            "messagedelivery" => Self::MessageDelivery(flattened(message).ok()?),
            "notify" => Self::Notify(flattened(message).ok()?),
            "subscribe_succeeded" => Self::SubscribeSucceeded(flattened(message).ok()?),
            "subscribe_failed" => Self::SubscribeFailed(flattened(message).ok()?),
            "dtmf" => Self::Dtmf(flattened(message).ok()?),
            "accepting" => {
                Self::Accepting(Accepted { jsep: message.jsep().ok()?, ..flattened(message).ok()? })
            }
            "progressed" => {
                Self::Progressed(Accepted { jsep: message.jsep().ok()?, ..flattened(message).ok()? })
            }
            "declining" => Self::Declining(flattened(message).ok()?),
            "updating" => Self::Updating(Accepted { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "updated" => Self::Updated(Accepted { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "holding" => Self::Holding(flattened(message).ok()?),
            "resuming" => Self::Resuming(flattened(message).ok()?),
            "transferring" => Self::Transferring(flattened(message).ok()?),
            "hangingup" => Self::HangingUp(flattened(message).ok()?),
            "recordingupdated" => Self::RecordingUpdated(flattened(message).ok()?),
            "infosent" => Self::InfoSent(flattened(message).ok()?),
            "messagesent" => Self::MessageSent(flattened(message).ok()?),
            "dtmfsent" => Self::DtmfSent(flattened(message).ok()?),
            "keyframesent" => Self::KeyframeSent(flattened(message).ok()?),
            "rtp_forward" => Self::RtpForward(flattened(message).ok()?),
            "stop_rtp_forward" => Self::StopRtpForward(flattened(message).ok()?),
            "forwarders" => Self::Forwarders(flattened(message).ok()?),
            "subscribing" => Self::Subscribing(flattened(message).ok()?),
            "unsubscribing" => Self::Unsubscribing(flattened(message).ok()?),
            "reset" => Self::Reset(flattened(message).ok()?),
            "done" => Self::Done(flattened(message).ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// The error codes of SIP.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 440;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 441;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 442;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 443;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 444;
    /// The handle is already registered.
    pub const ALREADY_REGISTERED: i64 = 445;
    /// A SIP URI is invalid.
    pub const INVALID_ADDRESS: i64 = 446;
    /// The request does not fit the state: the handle is not registered, is in a call, or is in no call.
    pub const WRONG_STATE: i64 = 447;
    /// The SDP is missing.
    pub const MISSING_SDP: i64 = 448;
    /// The SIP library of Janus failed.
    pub const LIBSOFIA_ERROR: i64 = 449;
    /// The network failed.
    pub const IO_ERROR: i64 = 450;
    /// The recording failed.
    pub const RECORDING_ERROR: i64 = 451;
    /// SRTP is mandatory and not possible.
    pub const TOO_STRICT: i64 = 452;
    /// The request is not possible for a helper, or the master of a helper does not exist.
    pub const HELPER_ERROR: i64 = 453;
    /// The call does not exist.
    pub const NO_SUCH_CALLID: i64 = 454;
    /// The forwarder does not exist (Janus 1.4.0 and newer).
    pub const NO_SUCH_STREAM: i64 = 455;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
