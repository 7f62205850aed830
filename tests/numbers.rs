//! Rust and JavaScript accept the same numbers: both test the same table.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use bifrons::wire::{Kind, parse};
use bifrons::{ErrorCode, HandleId, Id, Secret, SessionId, SignedToken};
use data_encoding::BASE64;
use ring::hmac;
use serde::Deserialize;

const SECRET: &str = "planted-token-secret";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "ids that Janus sends")]
    received: Vec<OfId>,
    #[serde(rename = "ids that the caller gives")]
    given: Vec<OfId>,
    #[serde(rename = "names in a token")]
    names: Vec<Name>,
    #[serde(rename = "rooms of a token")]
    rooms: Vec<Room>,
    #[serde(rename = "expiries that are signed")]
    signed: Vec<Signed>,
    #[serde(rename = "expiries that are read at 1800000000")]
    read: Vec<Read>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfId {
    json: String,
    id: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    json: String,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Room {
    json: String,
    descriptor: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    json: String,
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    text: String,
    expires: Option<u64>,
}

fn table() -> Table {
    serde_json::from_str(include_str!("numbers.json")).unwrap()
}

#[test]
fn ids_that_janus_sends_are_checked() {
    for OfId { json, id } in table().received {
        let places = [
            format!(r#"{{"janus":"success","data":{{"id":{json}}}}}"#),
            format!(r#"{{"janus":"event","session_id":{json}}}"#),
            format!(r#"{{"janus":"event","sender":{json}}}"#),
        ];
        for text in places {
            parse(&text, |envelope, _| {
                let read = match envelope.kind {
                    Kind::Success => envelope.data_id,
                    _ => envelope.session.or(envelope.sender),
                };
                assert_eq!(read, id, "{text}");
                // Null is no id, and no protocol violation.
                assert_eq!(envelope.malformed.is_none(), id.is_some() || json == "null", "{text}");
            })
            .unwrap();
        }
    }
}

#[test]
fn ids_that_the_caller_gives_are_checked() {
    for OfId { json, id } in table().given {
        let session = serde_json::from_str::<SessionId>(&json).ok().map(SessionId::get);
        let handle = serde_json::from_str::<HandleId>(&json).ok().map(HandleId::get);
        assert_eq!((session, handle), (id, id), "{json}");
    }
    assert_eq!(SessionId::new(1 << 53), None);
}

fn sign(token: bifrons::Result<SignedToken>) -> Result<String, ErrorCode> {
    token
        .and_then(|token| token.sign(&Secret::from(SECRET)))
        .map(|text| text.reveal().to_owned())
        .map_err(|error| error.code())
}

#[test]
fn names_in_a_token_are_checked() {
    for Name { json, name } in table().names {
        let read = serde_json::from_str::<String>(&json).map_err(|_| ErrorCode::InvalidArgument);
        // Janus splits the names at commas: the test checks each position.
        let as_plugin = |read: String| sign(SignedToken::for_plugins(1_800_000_000, ["a", &read, "b"]));
        let as_realm = |read: String| sign(SignedToken::new(&read, 1_800_000_000, ["a"]));
        let (plugin, realm) = (read.clone().and_then(as_plugin), read.and_then(as_realm));
        match name {
            Some(name) => {
                assert!(plugin.unwrap().starts_with(&format!("1800000000,janus,a,{name},b:")), "{json}");
                assert!(realm.unwrap().starts_with(&format!("1800000000,{name},a:")), "{json}");
            }
            None => {
                assert_eq!(plugin, Err(ErrorCode::InvalidArgument), "{json}");
                assert_eq!(realm, Err(ErrorCode::InvalidArgument), "{json}");
            }
        }
    }
}

#[test]
fn an_empty_secret_signs_and_checks_nothing() {
    let nothing = Secret::from("");
    let error = SignedToken::for_plugins(1_800_000_000, ["a"]).unwrap().sign(&nothing).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidArgument);
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, b"");
    let signature = BASE64.encode(hmac::sign(&key, b"1800000000,janus,a").as_ref());
    let forged = format!("1800000000,janus,a:{signature}");
    let error = SignedToken::check(&forged, &nothing, 1_700_000_000).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidArgument);
}

#[test]
fn rooms_of_a_token_are_checked() {
    for Room { json, descriptor } in table().rooms {
        let room = serde_json::from_str::<Id>(&json).map_err(|_| ErrorCode::InvalidArgument);
        let text = room.and_then(|room| sign(SignedToken::for_room(1_800_000_000, &room)));
        match descriptor {
            Some(descriptor) => {
                let start = format!("1800000000,janus.plugin.videoroom,{descriptor}:");
                assert!(text.unwrap().starts_with(&start), "{json}");
            }
            None => assert_eq!(text, Err(ErrorCode::InvalidArgument), "{json}"),
        }
    }
}

#[test]
fn expiries_are_checked_before_signing() {
    for Signed { json, text } in table().signed {
        let expires = serde_json::from_str::<u64>(&json).map_err(|_| ErrorCode::InvalidArgument);
        let token = expires.and_then(|expires| sign(SignedToken::for_plugins(expires, ["a"])));
        match text {
            Some(text) => assert!(token.unwrap().starts_with(&format!("{text},janus,a:")), "{json}"),
            None => assert_eq!(token, Err(ErrorCode::InvalidArgument), "{json}"),
        }
    }
}

#[test]
fn expiries_are_checked_when_they_are_parsed() {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, SECRET.as_bytes());
    for Read { text, expires } in table().read {
        let data = format!("{text},janus,a");
        let token = format!("{data}:{}", BASE64.encode(hmac::sign(&key, data.as_bytes()).as_ref()));
        let read = SignedToken::check(&token, &Secret::from(SECRET), 1_800_000_000);
        let read = read.map(|token| token.expires()).map_err(|error| error.code());
        assert_eq!(read, expires.ok_or(ErrorCode::InvalidToken), "{text}");
    }
}
