//! Ids from text: digits give a number, as Janus requires.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

use bifrons::{Error, ErrorCode, HandleId, Id, SessionId};
use serde::Deserialize;
use serde_json::json;

#[test]
fn digits_in_any_text_give_a_number() {
    for (text, id) in [
        ("0", Id::Number(0)),
        ("1234", Id::Number(1234)),
        ("9007199254740991", Id::Number((1 << 53) - 1)),
        ("9007199254740992", Id::Text("9007199254740992".into())),
        ("18446744073709551616", Id::Text("18446744073709551616".into())),
        ("007", Id::Text("007".into())),
        ("+1", Id::Text("+1".into())),
        ("-1", Id::Text("-1".into())),
        ("", Id::Text(String::new())),
        ("lobby", Id::Text("lobby".into())),
    ] {
        // The conversions of clap, in its order, then the one of axum's paths.
        assert_eq!(Id::from(text.to_owned()), id);
        assert_eq!(text.parse(), Ok(id.clone()));
        assert_eq!(Id::from(text), id);
        #[derive(Deserialize)]
        struct Path {
            #[serde(deserialize_with = "bifrons::id::from_text")]
            room: Id,
        }
        assert_eq!(serde_json::from_value::<Path>(json!({ "room": text })).unwrap().room, id);
    }
    // With a second `From` of a number, literals would have no type.
    assert_eq!(Id::from(5), Id::Number(5));
}

#[test]
fn json_distinguishes_numbers_and_texts() {
    assert_eq!(serde_json::from_value::<Id>(json!("1234")).unwrap(), Id::Text("1234".into()));
    assert_eq!(serde_json::from_value::<Id>(json!(1234)).unwrap(), Id::Number(1234));
    assert_eq!(serde_json::to_value(Id::Text("1234".into())).unwrap(), json!("1234"));
}

#[test]
fn ids_of_sessions_and_handles_are_parsed_from_text() {
    assert_eq!("5".parse::<SessionId>().unwrap(), SessionId::new(5).unwrap());
    assert_eq!("0".parse::<HandleId>().unwrap(), HandleId::new(0).unwrap());
    for wrong in ["", "x", "-1", "1.0", "05", "9007199254740992"] {
        let error = wrong.parse::<HandleId>().unwrap_err();
        assert_eq!(Error::from(error).code(), ErrorCode::InvalidArgument, "{wrong}");
    }
}

#[test]
fn ids_of_sessions_and_handles_are_converted_from_and_to_numbers() {
    let most = bifrons::id::MAX_SAFE_INTEGER;
    assert_eq!(SessionId::try_from(5), Ok(SessionId::new(5).unwrap()));
    assert_eq!(u64::from(HandleId::try_from(most).unwrap()), most);
    let error = HandleId::try_from(most + 1).unwrap_err();
    assert_eq!(Error::from(error).code(), ErrorCode::InvalidArgument);
}
