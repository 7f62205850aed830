//! What the tokens of an issuer may grant at most (`at_most`): tenants have rooms of their own.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::{ErrorCode, mock};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::redaction::redact;
use bifrons_gateway::core::relay::{Gateway, PageId, Settings};
use bifrons_gateway::core::revocation::Change;
use bifrons_gateway::core::token::{AtMost, Issuer, Keys, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use serde_json::{Value, json};
use support::stage::{Stage, settings};
use support::{Asked, ask_within, everything, grants, object, plugin};

const SECRETS: [(&str, &[u8]); 2] =
    [("a", b"the secret of the first tenant, 32+"), ("b", b"the secret of the other tenant, 32+")];

/// Everything that a token can grant.
fn all() -> Grants {
    Grants { files: vec!["*".into()], hosts: vec!["*".into()], urls: vec!["*".into()], ..everything() }
}

/// The decision about a request by a token that grants everything, of an issuer with this bound.
fn bounded(at_most: &Value, name: &str, body: Value) -> Result<Value, String> {
    let asked = Asked { plugin: name, grants: &all(), entered: &[], offer: None };
    let result = ask_within(asked, Some(&grants(at_most.clone())), body);
    result.map(|allowed| allowed.body.into()).map_err(|refusal| refusal.reason.into_owned())
}

#[test]
fn each_kind_of_grant_is_bounded() {
    let room = json!({ "id": "a-*", "join": true, "create": true, "publish": ["audio"] });
    let bound = json!({
        "room": room,
        "text": { "id": "a-*", "create": true },
        "stream": { "id": 7, "watch": true, "create": true },
        "call": { "register_as": ["a-*"], "call": ["a-*"] },
        "sip": { "register_as": ["sip:*@a.example"], "call": ["sip:*@a.example"] },
        "plugins": ["echotest"],
        "files": ["/a/*"], "hosts": ["10.0.0.*"], "urls": ["rtsp://a/*"],
    });
    let register =
        |user: &str| json!({ "request": "register", "username": user, "proxy": "sip:proxy.example" });
    let rtsp = |url: &str| json!({ "request": "create", "type": "rtsp", "id": 7, "url": url });
    let live = |file: &str| json!({ "request": "create", "type": "live", "id": 7, "filename": file });
    let join = |room: &str| json!({ "request": "join", "ptype": "publisher", "room": room });
    for (name, body, beyond) in [
        ("videoroom", join("a-1"), None),
        ("videoroom", join("b-1"), Some("room.join")),
        ("audiobridge", json!({ "request": "join", "room": "b-1" }), Some("room.join")),
        ("videoroom", json!({ "request": "create" }), Some("room.create")),
        ("videoroom", json!({ "request": "create", "room": "a-1" }), None),
        ("videoroom", json!({ "request": "create", "room": "a-1", "record": true }), Some("room.record")),
        ("videoroom", json!({ "request": "list" }), Some("room.list")),
        ("videoroom", json!({ "request": "destroy", "room": "a-1" }), Some("room.destroy")),
        ("textroom", json!({ "request": "create", "room": "a-1" }), None),
        ("textroom", json!({ "request": "create", "room": "b-1" }), Some("text.create")),
        ("streaming", json!({ "request": "watch", "id": 7 }), None),
        ("streaming", json!({ "request": "watch", "id": 8 }), Some("stream.watch")),
        ("streaming", rtsp("rtsp://a/1"), None),
        ("streaming", rtsp("rtsp://b/1"), Some("urls")),
        ("streaming", live("/a/x.mkv"), None),
        ("streaming", live("/b/x.mkv"), Some("files")),
        ("videocall", json!({ "request": "register", "username": "a-anna" }), None),
        ("videocall", json!({ "request": "register", "username": "b-anna" }), Some("call.register_as")),
        ("videocall", json!({ "request": "call", "username": "b-anna" }), Some("call.call")),
        ("videocall", json!({ "request": "list" }), Some("call.list")),
        ("sip", json!({ "request": "call", "uri": "sip:x@a.example" }), None),
        ("sip", json!({ "request": "call", "uri": "sip:x@b.example" }), Some("sip.call")),
        ("sip", register("sip:x@a.example"), Some("sip.proxies")),
        ("echotest", json!({ "audio": true }), None),
        ("recordplay", json!({ "request": "list" }), Some("plugins")),
        ("nosip", json!({ "request": "hangup" }), Some("plugins")),
    ] {
        let refused = bounded(&bound, name, body.clone()).err();
        match beyond {
            None => assert_eq!(refused, None, "{name} {body}"),
            Some(grant) => {
                let reason = refused.unwrap_or_else(|| panic!("{name} {body} is allowed"));
                let text = format!("no token of this issuer may grant {grant}");
                assert!(reason.starts_with(&text), "{name} {body}: {reason}");
            }
        }
    }
}

#[test]
fn offers_and_bitrates_are_bounded() {
    let bound =
        grants(json!({ "room": { "id": "*", "join": true, "publish": ["audio"], "max_bitrate": 64_000 } }));
    let offer = |kinds: &[&str]| serde_json::to_value(mock::offer_of(kinds).unwrap()).unwrap()["sdp"].clone();
    let ask = |of_token: &Grants, kinds: &[&str], mut body: Value| {
        let offer = offer(kinds);
        body["request"] = "publish".into();
        let asked =
            Asked { plugin: "videoroom", grants: of_token, entered: &[1.into()], offer: offer.as_str() };
        ask_within(asked, Some(&bound), body).map(|allowed| allowed.body["bitrate"].clone())
    };
    assert_eq!(ask(&all(), &["audio"], json!({})).unwrap(), 64_000);
    assert_eq!(ask(&all(), &["audio"], json!({ "bitrate": 0 })).unwrap(), 64_000);
    assert_eq!(ask(&all(), &["audio"], json!({ "bitrate": 32_000 })).unwrap(), 32_000);
    for (of_token, lower) in [(500_000, 64_000), (9_000, 9_000)] {
        let mut token = all();
        token.room[0].max_bitrate = Some(of_token);
        assert_eq!(ask(&token, &["audio"], json!({})).unwrap(), lower);
    }
    let refusal = ask(&all(), &["audio", "video"], json!({})).unwrap_err();
    assert!(refusal.reason.contains("no token of this issuer may grant room.publish of video"), "{refusal}");
}

#[test]
fn the_defaults_of_a_token_are_bounded_and_those_of_the_bound_are_added() {
    let mut token = all();
    let bound = json!({ "room": { "id": 1, "join": true, "defaults": { "display": "by the operator" } } });
    let decided = |token: &Grants| {
        let asked = Asked { plugin: "videoroom", grants: token, entered: &[], offer: None };
        ask_within(
            asked,
            Some(&grants(bound.clone())),
            json!({ "request": "join", "ptype": "publisher", "room": 1 }),
        )
    };
    let allowed = decided(&token).unwrap();
    assert_eq!(allowed.body["display"], "by the operator");
    for beyond in [json!({ "record": true }), json!({ "filename": "/etc/x" })] {
        token.room[0].defaults = object(beyond.clone());
        assert!(decided(&token).is_err(), "{beyond}");
    }
    // The page names no room, and the token says which one it is.
    token.room[0].defaults = object(json!({ "room": 2 }));
    let asked = Asked { plugin: "audiobridge", grants: &token, entered: &[], offer: None };
    let join = json!({ "request": "join" });
    assert!(
        ask_within(asked, Some(&grants(json!({ "room": { "id": 1, "join": true } }))), join.clone()).is_err()
    );
    let allowed = ask_within(asked, Some(&grants(json!({ "room": { "id": 2, "join": true } }))), join);
    assert_eq!(allowed.unwrap().id, Some(2.into()));
}

#[test]
fn a_list_of_video_call_has_the_users_whom_the_page_may_call() {
    let list = json!({ "videocall": "event", "result": { "list": ["a-anna", "b-ben", "a-carl"] } });
    let bound = grants(json!({ "call": { "register_as": ["a-anna"], "call": ["a-c*"], "list": true } }));
    let request = plugin("videocall").request(&object(json!({ "request": "list" })));
    let mut data = list.clone();
    redact(&all(), plugin("videocall"), request, &mut data);
    assert_eq!(data, list);
    redact(&bound, plugin("videocall"), request, &mut data);
    assert_eq!(data["result"]["list"], json!(["a-anna", "a-carl"]));
}

/// The issuer of this number with its bound.
fn issuer(number: usize, at_most: impl Into<AtMost>) -> Issuer {
    let (name, secret) = SECRETS[number];
    let keys = Keys::Fixed(vec![VerifyingKey::shared(secret).unwrap()]);
    Issuer { at_most: at_most.into(), ..Issuer::new(name, "gateway", keys) }
}

/// The rooms whose ids begin so, and EchoTest.
fn own(begin: &str) -> Grants {
    grants(
        json!({ "room": { "id": format!("{begin}*"), "create": true, "destroy": true, "join": true, "subscribe": true,
        "list": true, "moderate": true, "publish": ["audio"] }, "plugins": ["echotest"] }),
    )
}

/// A token of this tenant, which grants everything.
fn token(number: usize) -> String {
    let (name, secret) = SECRETS[number];
    Signer::shared(name, secret).unwrap().mint("anna", "gateway", Duration::from_secs(600), &all()).unwrap()
}

fn two_tenants() -> Settings {
    let preset = object(json!({ "publishers": 2 }));
    let presets = BTreeMap::from([("class".to_owned(), preset)]);
    Settings { issuers: vec![issuer(0, own("10")), issuer(1, own("20"))], presets, ..settings() }
}

/// A page, its session and its handle.
type Place = (PageId, (u64, u64));

/// A page of each tenant with a handle of VideoRoom and a room of its own.
fn staged() -> (Stage, [Place; 2]) {
    let mut stage = Stage::new(two_tenants());
    let pages = [0, 1].map(|number| {
        let (page, session) = stage.page_with(&token(number));
        let handle = stage.attach((page, session), "videoroom");
        let create = json!({ "request": "create", "room": 10 + 10 * number, "description": "x" });
        assert_eq!(code(&stage.message(page, (session, handle), create)), None);
        (page, (session, handle))
    });
    (stage, pages)
}

fn code(response: &Value) -> Option<i64> {
    response["error"]["code"].as_i64()
}

/// The rooms in the page's list.
fn rooms(stage: &mut Stage, (page, at): Place) -> Vec<u64> {
    let response = stage.message(page, at, json!({ "request": "list" }));
    let list = response["plugindata"]["data"]["list"].as_array().unwrap_or_else(|| panic!("{response}"));
    list.iter().map(|room| room["room"].as_u64().unwrap()).collect()
}

#[test]
fn tenants_whose_tokens_grant_everything_have_their_own_rooms() {
    let (mut stage, [(first, at), second]) = staged();
    for body in [
        json!({ "request": "join", "ptype": "publisher", "room": 20 }),
        json!({ "request": "destroy", "room": 20 }),
        json!({ "request": "create", "room": 21 }),
        json!({ "request": "create" }),
        json!({ "request": "listparticipants", "room": 20 }),
    ] {
        assert_eq!(code(&stage.message(first, at, body.clone())), Some(403), "{body}");
    }
    assert_eq!(rooms(&mut stage, (first, at)), [10]);
    assert_eq!(rooms(&mut stage, second), [20]);
    let attach = |plugin: &str| json!({ "janus": "attach", "session_id": at.0, "plugin": plugin });
    let refused = stage.ask(first, attach("janus.plugin.recordplay"));
    let reason = "no token of this issuer may grant anything of the plugin recordplay";
    assert_eq!(refused["error"], json!({ "code": 405, "reason": reason }));
    // Neither does a change of grants go beyond it.
    stage.gateway.change(stage.now, "a", "anna", Change::Grant(Box::new(all())));
    assert_eq!(code(&stage.message(first, at, json!({ "request": "destroy", "room": 20 }))), Some(403));
    assert_eq!(rooms(&mut stage, (first, at)), [10]);
}

#[test]
fn a_reload_changes_the_bound_at_once() {
    let (mut stage, [(first, at), (second, other)]) = staged();
    for (page, at, room) in [(first, at, 10), (second, other, 20)] {
        let join = json!({ "request": "join", "ptype": "publisher", "room": room });
        assert_eq!(stage.message(page, at, join)["janus"], "ack");
    }
    let issuers = vec![issuer(0, own("3")), issuer(1, own("20"))];
    stage.gateway.reload(stage.now, Settings { issuers, ..two_tenants() }).unwrap();
    stage.settle();
    let list = json!({ "request": "list" });
    assert_eq!(code(&stage.message(first, at, list.clone())), Some(459), "its handle is gone");
    assert_eq!(code(&stage.message(second, other, list)), None);
}

#[test]
fn a_preset_creates_a_room_within_the_bound() {
    let of_room = |more: Value| {
        let mut room = object(json!({ "id": "1*", "join": true, "publish": ["audio"] }));
        room.extend(object(more));
        grants(json!({ "room": room }))
    };
    for (bound, is_created) in [
        (of_room(json!({})), false),
        (of_room(json!({ "preset": "another" })), false),
        (of_room(json!({ "preset": "class" })), true),
        (of_room(json!({ "create": true })), true),
    ] {
        let mut stage = Stage::new(Settings { issuers: vec![issuer(0, bound)], ..two_tenants() });
        let of_token = of_room(json!({ "preset": "class" }));
        let signer = Signer::shared(SECRETS[0].0, SECRETS[0].1).unwrap();
        let token = signer.mint("anna", "gateway", Duration::from_secs(600), &of_token).unwrap();
        let (page, session) = stage.page_with(&token);
        let attach = json!({ "janus": "attach", "session_id": session, "plugin": "bifrons.plugin.flow" });
        let handle = stage.ask(page, attach)["data"]["id"].as_u64().unwrap();
        stage.all(page);
        let enter = json!({ "janus": "message", "transaction": "e", "session_id": session, "handle_id": handle,
            "body": { "request": "enter", "room": 1 }, "jsep": mock::offer_of(&["audio"]).unwrap() });
        stage.send(page, &enter);
        let got = stage.all(page);
        let is_there = got.iter().any(|message| message["plugindata"]["data"]["videoroom"] == "joined");
        assert_eq!(is_there, is_created, "{got:?}");
    }
}

#[test]
fn each_of_several_issuers_needs_a_bound() {
    let gateway = |issuers| Gateway::new(Settings { issuers, ..settings() }, Box::new(|| 1));
    assert!(gateway(vec![issuer(0, AtMost::Unset)]).is_ok());
    let error = gateway(vec![issuer(0, AtMost::All), issuer(1, AtMost::Unset)]).err().unwrap();
    assert_eq!(error.code(), ErrorCode::InvalidConfig);
    assert!(error.message().starts_with("the issuer \"b\" needs `at_most`"), "{error}");
    let mut running = gateway(vec![issuer(0, own("10")), issuer(1, AtMost::All)]).unwrap();
    let issuers = vec![issuer(0, own("10")), issuer(1, AtMost::Unset)];
    let refused = running.reload(bifrons::time::Time::ZERO, Settings { issuers, ..settings() });
    assert!(refused.is_err());
    assert_eq!(running.settings().issuers[1].at_most, AtMost::All, "nothing has changed");
}
