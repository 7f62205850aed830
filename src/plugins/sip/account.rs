//! Requests for the registration of the handle, and for subscriptions.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Sip;
use super::replies::{Done, Registered, Unregistered};
use crate::engine::{Completion, Timeout};
use crate::plugins::Request;
use crate::plugins::field_types::SipUri;
use crate::secret::Secret;

words! {
    /// How an account registers.
    AccountType {
        /// An account that calls without a registration.
        Guest = "guest",
        /// An account that shares the registration of another handle, for one more call at the same time.
        Helper = "helper",
    }
}

/// Registers an identity at a SIP server (`"request": "register"`). The response is the server's.
///
/// The timeout is 10 s. Events report later changes of the registration.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Register {
    /// The identity: a SIP URI, such as `sip:alice@example.org`. Required for helpers, too, though Janus does not use
    /// it.
    pub username: SipUri,
    /// The type of the account; a normal account by default. Janus's name: `type`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<AccountType>,
    /// Whether Janus sends a REGISTER (Janus's default: true; false for guests).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_register: Option<bool>,
    /// The password. Janus requires `secret` or `ha1_secret`, except for guests.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The `HA1` hash of the password, instead of the password.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub ha1_secret: Option<Secret>,
    /// The user name for authentication (default: the user of the identity).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authuser: Option<String>,
    /// The display name in the `From` header of requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The text of the `User-Agent` header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// The SIP URI of the registrar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy: Option<SipUri>,
    /// The SIP URI of the proxy for all requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outbound_proxy: Option<SipUri>,
    /// The lifetime of the registration, in seconds (Janus's default: 3600).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register_ttl: Option<u32>,
    /// Whether to use SIPS URIs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sips: Option<bool>,
    /// Whether to use UDP only; not together with `force_tcp`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_udp: Option<bool>,
    /// Whether to use TCP only; not together with `force_udp`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_tcp: Option<bool>,
    /// Whether to send CANCEL as in RFC 2543, for old servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rfc2543_cancel: Option<bool>,
    /// Whether to register again although the handle is registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh: Option<bool>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// The parameters to add to the `Contact` header, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_params: Option<BTreeMap<String, String>>,
    /// The prefixes of the header names that events report in `headers`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incoming_header_prefixes: Option<Vec<String>>,
    /// Whether Janus answers an incoming call with `180 Ringing` at once (Janus's default: true; Janus 1.3.3 and
    /// newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic_ringing: Option<bool>,
    /// The `master_id` of the handle whose registration a helper shares; required for helpers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub master_id: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Register {
    type Plugin = Sip;
    type Reply = Registered;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "register")];
    const COMPLETION: Completion = Completion::Uncorrelated;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const ECHOED_FIELDS: &'static [&'static str] = &["username"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["registered"];
    const REFUSAL_EVENTS: &'static [&'static str] = &["registration_failed"];
    const REPLY_IN: &'static str = "result";
}

/// Ends the registration (`"request": "unregister"`). The response is the server's.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unregister {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unregister {
    type Plugin = Sip;
    type Reply = Unregistered;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unregister")];
    const COMPLETION: Completion = Completion::Uncorrelated;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(10));
    const RESPONSE_EVENTS: &'static [&'static str] = &["unregistered"];
    const REFUSAL_EVENTS: &'static [&'static str] = &["registration_failed"];
    const REPLY_IN: &'static str = "result";
}

/// Subscribes to an event package with SUBSCRIBE (`"request": "subscribe"`). The event `SubscribeSucceeded` or
/// `SubscribeFailed` follows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Subscribe {
    /// The event package, such as `message-summary`.
    pub event: String,
    /// The SIP URI of the resource (default: the handle's own identity).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<SipUri>,
    /// The MIME type of the notifications: the Accept header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<String>,
    /// The lifetime of the subscription, in seconds (Janus's default: 3600).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_ttl: Option<u32>,
    /// The `Call-ID` of the dialog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// The headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// The body of the SUBSCRIBE (Janus 1.4.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The MIME type of the body (Janus 1.4.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Subscribe {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "subscribe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["subscribing"];
    const REPLY_IN: &'static str = "result";
}

/// Ends a subscription (`"request": "unsubscribe"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The event package, as in `event` of `Subscribe`.
    pub event: String,
    /// The SIP URI of the resource (default: the handle's own identity).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<SipUri>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unsubscribe {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unsubscribe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["unsubscribing"];
    const REPLY_IN: &'static str = "result";
}
