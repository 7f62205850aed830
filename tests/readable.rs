//! Texts that Janus's JSON parser refuses: the npm package's tests use the same table.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::plugins::echotest::EchoTest;
use bifrons::wire::check_readable;
use bifrons::{ErrorCode, Handle};
use futures::{SinkExt, StreamExt};
use needs_janus::needs_janus;
use serde::Deserialize;
use serde_json::{Value, json};
use support::Janus;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

#[derive(Deserialize)]
struct Table {
    deepest: usize,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    json: String,
    refused: Option<String>,
}

fn table() -> Table {
    let mut table: Table = serde_json::from_str(include_str!("readable.json")).unwrap();
    for (levels, refused) in [(table.deepest, None), (table.deepest + 1, Some("body.x"))] {
        let json = "[".repeat(levels) + &"]".repeat(levels);
        table.cases.push(Case { name: format!("{levels} lists"), json, refused: refused.map(str::to_owned) });
        let json = "[".repeat(levels - 1) + "1" + &"]".repeat(levels - 1);
        let name = format!("a number in {} lists", levels - 1);
        table.cases.push(Case { name, json, refused: refused.map(str::to_owned) });
    }
    table
}

#[test]
fn each_row_of_the_table_has_its_result() {
    for Case { name, json, refused } in table().cases {
        let members = format!("\"body\":{{\"x\":{json},\"after\":1}},\"jsep\":{{}}");
        match (check_readable(&members), refused) {
            (Ok(()), None) => {}
            (Err(found), Some(member)) => {
                let text = found.to_string();
                assert!(
                    text.starts_with(&member) && text.contains("Janus's JSON reader refuses"),
                    "{name}: {text}"
                );
            }
            (found, expected) => panic!("{name}: {found:?} instead of {expected:?}"),
        }
    }
}

/// The quick check finds an unreadable part at any offset.
#[test]
fn unreadable_parts_are_found_at_any_offset() {
    for shift in 0..64 {
        let members = format!("\"body\":{{\"{}\":12345678901234567890}}", "y".repeat(shift));
        assert!(check_readable(&members).is_err(), "{shift}");
        let sdp = format!("\"jsep\":{{\"sdp\":\"{}o=- 12345678901234567890 2\"}}", "y".repeat(shift));
        assert_eq!(check_readable(&sdp), Ok(()), "{shift}");
    }
}

/// Janus refuses the same texts and accepts all others.
#[needs_janus("its JSON reader")]
#[tokio::test]
async fn janus_refuses_the_same_texts() {
    let janus = Janus::start(&[]);
    let mut request = (&*janus.at.ws).into_client_request().unwrap();
    request.headers_mut().insert("Sec-WebSocket-Protocol", HeaderValue::from_static("janus-protocol"));
    let (mut socket, _) = connect_async(request).await.unwrap();
    for Case { name, json, refused } in table().cases {
        let text =
            format!("{{\"janus\":\"info\",\"transaction\":\"t\",\"body\":{{\"x\":{json},\"after\":1}}}}");
        socket.send(Message::text(text)).await.unwrap();
        let response = socket.next().await.unwrap().unwrap();
        let response: Value = serde_json::from_str(response.to_text().unwrap()).unwrap();
        assert_eq!(response["error"]["code"] == 454, refused.is_some(), "{name}: {response}");
    }
}

#[needs_janus("its JSON reader")]
#[tokio::test]
async fn a_request_that_janus_cannot_parse_fails_before_it_is_sent() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let echo: Handle<EchoTest> = session.attach().await.unwrap();
    let sent = connection.stats().sent;
    let too_large = echo.message(&json!({ "list": [u64::MAX] }), None).await.unwrap_err();
    assert_eq!(too_large.code(), ErrorCode::InvalidArgument);
    assert!(too_large.to_string().contains("body.list[0]"), "{too_large}");
    let offer = |sdp: &str| bifrons::Jsep::offer(sdp.to_owned());
    let unreadable = [offer("v=0\0"), bifrons::Jsep { rid_order: Some("h\0".into()), ..offer("v=0") }];
    for jsep in unreadable {
        let refused = echo.message(&json!({}), Some(&jsep)).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidArgument);
        assert!(refused.to_string().contains("jsep."), "{refused}");
    }
    let nul = bifrons::Candidate::of_mid("candidate:\0", "0");
    assert_eq!(echo.trickle(nul).await.unwrap_err().code(), ErrorCode::InvalidArgument);
    let raw = bifrons::RawRequest::new("keepalive");
    let refused = session.raw_request(raw, &json!({ "x": "\0" })).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidArgument);
    let options = bifrons::AttachOptions { opaque_id: Some("\0".into()), ..Default::default() };
    let refused = session.attach_with::<EchoTest>(options).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidArgument);
    let raw = bifrons::RawRequest::new("keepalive").transaction("\0");
    assert_eq!(session.raw_request(raw, &json!({})).await.unwrap_err().code(), ErrorCode::InvalidArgument);
    assert_eq!(connection.stats().sent, sent);
}
