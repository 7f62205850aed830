//! Who the handle is at a SIP server, and what it wants to be told.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Done, Registered, Unregistered};
use super::{Sip, expect, flattened};
use crate::engine::{Completion, Timeout};
use crate::error::Result;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// What kind of account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountType {
    /// It calls without being registered.
    Guest,
    /// It shares the account of another handle, for one more call at a time.
    Helper,
}

/// Registers an identity at a SIP server; the answer is the server's.
///
/// It waits for 10 s. How a registration goes on later is told by events.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Register {
    /// The identity, such as `sip:alice@example.org`. Helpers need one, too, though Janus does not use it.
    pub username: String,
    /// What kind of account it is; a normal one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<AccountType>,
    /// Send a REGISTER (Janus's default: true; false for guests).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_register: Option<bool>,
    /// The password.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The password's hash (`HA1`), instead of it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub ha1_secret: Option<Secret>,
    /// The user to authenticate as, where it is not the one of the identity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authuser: Option<String>,
    /// The name to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The text of the `User-Agent` header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// The registrar's URI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy: Option<String>,
    /// The URI of the proxy for all requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outbound_proxy: Option<String>,
    /// Seconds that a registration holds (Janus's default: 3600).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register_ttl: Option<u32>,
    /// Use SIPS URIs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sips: Option<bool>,
    /// Use UDP only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_udp: Option<bool>,
    /// Use TCP only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_tcp: Option<bool>,
    /// Let CANCEL work with servers of the old standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rfc2543_cancel: Option<bool>,
    /// Register anew though it is registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh: Option<bool>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// Parameters of the `Contact` header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_params: Option<BTreeMap<String, String>>,
    /// Prefixes of the headers that events should tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incoming_header_prefixes: Option<Vec<String>>,
    /// Answer a call with `180 Ringing` at once (Janus's default: true; Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic_ringing: Option<bool>,
    /// For a helper: the `master_id` of the handle whose account it shares.
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
    const ECHO: &'static [&'static str] = &["username"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["registered"];
    const REFUSALS: &'static [&'static str] = &["registration_failed"];

    fn reply(message: &impl Payload) -> Result<Registered> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Ends the registration; the answer is the server's.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    const REFUSALS: &'static [&'static str] = &["registration_failed"];

    fn reply(message: &impl Payload) -> Result<Unregistered> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Asks to be told of something (SUBSCRIBE); `subscribe_succeeded` or `subscribe_failed` follows.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Subscribe {
    /// What about, such as `message-summary`.
    pub event: String,
    /// Whose; one's own without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The type of content that is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<String>,
    /// Seconds that it holds (Janus's default: 3600).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_ttl: Option<u32>,
    /// The dialog that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// Headers to add, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, String>>,
    /// A body (Janus 1.4.0 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The body's type (Janus 1.4.0 and newer).
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

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Ends a subscription.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Unsubscribe {
    /// What about.
    pub event: String,
    /// Whose; one's own without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unsubscribe {
    type Plugin = Sip;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unsubscribe")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["unsubscribing"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}
