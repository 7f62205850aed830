//! The fields of SIP's requests, checked as Janus checks them.

use serde_json::Value;

use super::super::fields::Codes;
use super::super::{Refusal, refuse};
use crate::plugins::sip::error_code::{INVALID_ADDRESS, INVALID_ELEMENT, MISSING_ELEMENT};

pub(super) const CODES: Codes =
    Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: INVALID_ELEMENT };

/// A field's name, its JSON type, and whether it must be there.
pub(super) type Param = (&'static str, Kind, bool);

#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Flag,
    Integer,
    Positive,
    Object,
    List,
}
use Kind::{Flag, Integer, List, Object, Positive, Text};

pub(super) const REGISTER: &[Param] = &[
    ("type", Text, false),
    ("send_register", Flag, false),
    ("force_udp", Flag, false),
    ("force_tcp", Flag, false),
    ("sips", Flag, false),
    ("rfc2543_cancel", Flag, false),
    ("username", Text, true),
    ("secret", Text, false),
    ("ha1_secret", Text, false),
    ("authuser", Text, false),
    ("display_name", Text, false),
    ("user_agent", Text, false),
    ("headers", Object, false),
    ("contact_params", Object, false),
    ("master_id", Integer, false),
    ("refresh", Flag, false),
    ("incoming_header_prefixes", List, false),
    ("register_ttl", Integer, false),
];
pub(super) const CALL: &[Param] = &[
    ("uri", Text, true),
    ("headers", Object, false),
    ("call_id", Text, false),
    ("srtp", Text, false),
    ("srtp_profile", Text, false),
    ("autoaccept_reinvites", Flag, false),
    ("refer_id", Integer, false),
    ("secret", Text, false),
    ("ha1_secret", Text, false),
    ("authuser", Text, false),
];
pub(super) const ACCEPT: &[Param] =
    &[("srtp", Text, false), ("headers", Object, false), ("autoaccept_reinvites", Flag, false)];
pub(super) const DECLINE: &[Param] =
    &[("code", Integer, false), ("headers", Object, false), ("refer_id", Integer, false)];
pub(super) const HOLD: &[Param] = &[("direction", Text, false)];
pub(super) const INFO: &[Param] =
    &[("type", Text, true), ("content", Text, true), ("headers", Object, false)];
pub(super) const DTMF_INFO: &[Param] =
    &[("digit", Text, true), ("duration", Positive, false), ("headers", Object, false)];
pub(super) const MESSAGE: &[Param] = &[
    ("content_type", Text, false),
    ("content", Text, true),
    ("uri", Text, false),
    ("headers", Object, false),
    ("call_id", Text, false),
];

pub(super) fn check(body: &Value, params: &[Param]) -> Result<(), Refusal> {
    for (name, kind, required) in params {
        let Some(value) = body.get(*name) else {
            if *required {
                return CODES.missing(name);
            }
            continue;
        };
        let (fits, named) = match kind {
            Text => (value.is_string(), "a string"),
            Flag => (value.is_boolean(), "a boolean"),
            Integer => (value.is_i64() || value.is_u64(), "an integer"),
            Positive => (value.is_u64(), "a positive integer"),
            Object => (value.is_object(), "an object"),
            List => (value.is_array(), "an array"),
        };
        if !fits {
            return refuse(INVALID_ELEMENT, format!("Invalid element type ({name} should be {named})"));
        }
    }
    Ok(())
}

/// The text of a field that [`check`] has seen.
pub(super) fn text<'b>(body: &'b Value, name: &str) -> &'b str {
    body[name].as_str().unwrap_or_default()
}

/// A SIP address that is right in form.
pub(super) fn address<'b>(body: &'b Value, name: &str) -> Result<&'b str, Refusal> {
    let uri = text(body, name);
    match uri.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("sip:")) {
        true => Ok(uri),
        false => refuse(INVALID_ADDRESS, format!("Invalid user address {uri}\n")),
    }
}

/// What an address names: its user, host and port, without parameters.
pub(super) fn target(uri: &str) -> &str {
    let rest = uri.split_once(':').map_or(uri, |(_, rest)| rest);
    rest.split([';', '?']).next().unwrap_or_default()
}
