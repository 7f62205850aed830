//! Who may do what: the decisions by grants.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::Id;
use bifrons_gateway::core::definitions::{PLUGINS, Request};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::refusal::Cause;
use serde_json::{Value, json};
use support::{Asked, ask, decided, everything, grants};

fn body_of(request: &Request) -> Value {
    Value::Object(request.body.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())).collect())
}

fn reason(grants: &Grants, plugin: &str, body: Value) -> String {
    decided(grants, plugin, body).unwrap_err().reason.into_owned()
}

#[test]
fn without_grants_each_request_is_refused_and_the_reason_names_the_grant() {
    let mut count = 0;
    for plugin in PLUGINS {
        for request in plugin.requests {
            let refusal = decided(&Grants::default(), plugin.name, body_of(request)).unwrap_err();
            assert_eq!(refusal.cause, Cause::NotGranted, "{} {}", plugin.name, request.name);
            let explains =
                refusal.reason.contains("does not grant") || refusal.reason.contains("for servers");
            assert!(explains, "{}: {refusal}", request.name);
            count += 1;
        }
    }
    assert!(count >= 141, "only {count} requests were decided");
}

#[test]
fn a_request_that_no_definition_knows_is_refused() {
    for body in [
        json!({ "request": "kik", "room": 1 }),
        json!({ "room": 1 }),
        json!({ "request": 5 }),
        json!({ "request": ["kick"] }),
        json!({ "Request": "kick" }),
        json!({ "request": "KICK" }),
        json!({ "request": "join", "ptype": "both" }),
        json!({}),
    ] {
        let refusal = decided(&everything(), "videoroom", body.clone()).unwrap_err();
        assert_eq!(refusal.cause, Cause::UnknownRequest, "{body}");
    }
    assert!(reason(&everything(), "videoroom", json!({ "request": "kik" })).contains("\"kik\""));
}

#[test]
fn a_room_grant_holds_for_its_rooms_only() {
    let guest = grants(json!({ "room": [
        { "id": "team-*", "join": true, "subscribe": true },
        { "id": 1234, "join": true, "list": true },
    ] }));
    let join = |room: Value| {
        decided(&guest, "videoroom", json!({ "request": "join", "ptype": "publisher", "room": room }))
    };
    for room in [json!("team-a"), json!("team-"), json!(1234)] {
        assert!(join(room.clone()).is_ok(), "{room}");
    }
    for room in [
        json!("other"),
        json!(1235),
        json!("xteam-a"),
        json!(null),
        json!({ "id": 1234 }),
        json!(1234.5),
        json!(-1),
    ] {
        assert!(join(room.clone()).is_err(), "{room}");
    }
    let subscribe = |room: Value| {
        decided(
            &guest,
            "videoroom",
            json!({ "request": "join", "ptype": "subscriber", "room": room, "streams": [] }),
        )
    };
    assert!(subscribe(json!("team-a")).is_ok());
    assert!(subscribe(json!(1234)).unwrap_err().reason.contains("room.subscribe"));
    for verb in ["destroy", "kick", "edit", "listparticipants", "enable_recording", "create"] {
        assert!(
            decided(&guest, "videoroom", json!({ "request": verb, "room": "team-a" })).is_err(),
            "{verb}"
        );
    }
    assert!(decided(&guest, "videoroom", json!({ "request": "listparticipants", "room": 1234 })).is_ok());
    // A list is cut to what may be seen; the request itself names no room.
    assert!(decided(&guest, "videoroom", json!({ "request": "list" })).is_ok());
}

#[test]
fn a_room_whose_id_janus_chooses_needs_a_grant_for_all() {
    let of = |id: &str| grants(json!({ "room": { "id": id, "create": true } }));
    assert!(decided(&of("*"), "audiobridge", json!({ "request": "create" })).is_ok());
    assert!(decided(&of("team-*"), "audiobridge", json!({ "request": "create" })).is_err());
    let entered = Id::from("team-a");
    let asked = Asked { plugin: "audiobridge", grants: &of("team-*"), entered: &[entered], offer: None };
    assert!(
        ask(asked, json!({ "request": "create" })).is_err(),
        "the room that was joined is not the new one"
    );
}

#[test]
fn a_request_without_a_room_is_about_the_room_that_was_joined() {
    let guest = grants(json!({ "room": { "id": "a", "join": true } }));
    let unpublish = |entered: &[Id]| {
        ask(
            Asked { plugin: "videoroom", grants: &guest, entered, offer: None },
            json!({ "request": "unpublish" }),
        )
    };
    assert!(unpublish(&["a".into()]).is_ok());
    assert!(unpublish(&["b".into()]).is_err());
    assert!(unpublish(&[]).is_err());
    // Janus may have refused either of two: the handle needs the right in both.
    assert!(unpublish(&["a".into(), "b".into()]).is_err());
}

#[test]
fn keys_of_the_page_are_removed_and_the_gateways_are_added() {
    let all = everything();
    let allowed = decided(
        &all,
        "videoroom",
        json!({ "request": "create", "room": 1, "secret": "mine", "admin_key": "mine", "pin": 5 }),
    )
    .unwrap();
    assert_eq!(
        Value::Object(allowed.body),
        json!({ "request": "create", "room": 1, "secret": "the gateway's secret", "pin": "the gateway's pin",
            "admin_key": "the gateway's admin_key" })
    );
    let allowed =
        decided(&all, "audiobridge", json!({ "request": "kick_all", "room": 1, "secret": "mine" })).unwrap();
    assert_eq!(
        Value::Object(allowed.body),
        json!({ "request": "kick_all", "room": 1 }),
        "no key is configured"
    );
}

#[test]
fn fields_that_the_definitions_do_not_know_never_reach_janus() {
    let allowed = decided(
        &everything(),
        "videoroom",
        json!({ "request": "join", "ptype": "subscriber", "room": 1, "app": { "a": 1 }, "Room": 2,
            "streams": [{ "feed": 2, "mid": "0", "hidden": true }] }),
    )
    .unwrap();
    assert_eq!(allowed.id, Some(1.into()));
    assert_eq!(
        Value::Object(allowed.body),
        json!({ "request": "join", "ptype": "subscriber", "room": 1, "streams": [{ "feed": 2, "mid": "0" }],
            "pin": "the gateway's pin" })
    );
}

#[test]
fn files_hosts_and_urls_need_grants_of_their_own() {
    let mut all = everything();
    let cases = [
        ("videoroom", json!({ "request": "create", "room": 1, "rec_dir": "/rec/a" }), "files"),
        ("videoroom", json!({ "request": "configure", "filename": "/rec/a" }), "files"),
        ("audiobridge", json!({ "request": "play_file", "room": 1, "filename": "/rec/a" }), "files"),
        ("echotest", json!({ "filename": "/rec/a" }), "files"),
        ("recordplay", json!({ "request": "record", "name": "a", "filename": "/rec/a" }), "files"),
        ("streaming", json!({ "request": "create", "type": "live", "filename": "/rec/a" }), "files"),
        (
            "videoroom",
            json!({ "request": "rtp_forward", "room": 1, "publisher_id": 2, "host": "10.0.0.1" }),
            "hosts",
        ),
        (
            "audiobridge",
            json!({ "request": "join", "room": 1, "rtp": { "ip": "10.0.0.1", "port": 9 } }),
            "hosts",
        ),
        ("streaming", json!({ "request": "create", "type": "rtp", "audiomcast": "10.0.0.1" }), "hosts"),
        (
            "streaming",
            json!({ "request": "create", "type": "rtp", "media": [{ "iface": "10.0.0.1" }] }),
            "hosts",
        ),
        ("streaming", json!({ "request": "create", "type": "rtsp", "url": "rtsp://10.0.0.1/a" }), "urls"),
    ];
    let room = Id::from(1);
    for (plugin, body, grant) in &cases {
        let asked = Asked { plugin, grants: &all, entered: std::slice::from_ref(&room), offer: None };
        let refusal = ask(asked, body.clone()).unwrap_err();
        assert!(refusal.reason.contains(grant), "{body}: {refusal}");
    }
    all.files = vec!["/rec/*".into()];
    all.hosts = vec!["10.0.0.*".into()];
    all.urls = vec!["rtsp://10.0.0.1/*".into()];
    for (plugin, body, _) in cases {
        let asked = Asked { plugin, grants: &all, entered: std::slice::from_ref(&room), offer: None };
        let allowed = ask(asked, body.clone()).unwrap_or_else(|refusal| panic!("{body}: {refusal}"));
        for (name, value) in body.as_object().unwrap() {
            assert_eq!(allowed.body.get(name), Some(value));
        }
    }
}

#[test]
fn recording_and_permanence_are_rights_of_their_own() {
    let host = grants(json!({ "room": { "id": "*", "create": true, "join": true } }));
    for (field, right) in [("record", "room.record"), ("permanent", "room.permanent")] {
        let create = |value: Value| {
            decided(&host, "videoroom", json!({ "request": "create", "room": 1, field: value }))
        };
        assert!(create(false.into()).is_ok());
        for value in [json!(true), json!("true"), json!(1)] {
            assert!(create(value).unwrap_err().reason.contains(right));
        }
    }
    assert!(
        decided(
            &host,
            "videoroom",
            json!({ "request": "join", "ptype": "publisher", "room": 1, "record": true })
        )
        .is_err()
    );
}

#[test]
fn a_bitrate_is_limited_also_where_the_page_sends_none() {
    let guest = grants(json!({ "room": {
        "id": "*", "join": true, "publish": ["audio"], "max_bitrate": 500_000, "defaults": { "display": "guest" },
    } }));
    let offer = Some("v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n");
    let room = Id::from(1);
    let bitrate = |body: Value, offer| {
        let asked =
            Asked { plugin: "videoroom", grants: &guest, entered: std::slice::from_ref(&room), offer };
        let allowed = ask(asked, body).unwrap();
        assert_eq!(allowed.body.get("display"), Some(&json!("guest")), "the default");
        allowed.body.get("bitrate").cloned()
    };
    for (sent, limited) in [(1, 1), (500_000, 500_000), (500_001, 500_000), (0, 500_000)] {
        assert_eq!(
            bitrate(json!({ "request": "configure", "bitrate": sent }), None),
            Some(limited.into()),
            "{sent}"
        );
    }
    assert_eq!(bitrate(json!({ "request": "configure" }), offer), Some(500_000.into()));
    assert_eq!(bitrate(json!({ "request": "configure" }), None), None, "the bitrate stays as it is");
    let asked =
        Asked { plugin: "videoroom", grants: &guest, entered: std::slice::from_ref(&room), offer: None };
    for unreadable in [json!("1000"), json!(1.5), json!(-1), json!(null)] {
        let refusal = ask(asked, json!({ "request": "configure", "bitrate": unreadable })).unwrap_err();
        assert_eq!(refusal.cause, Cause::WrongType);
    }
}

#[test]
fn what_an_offer_publishes_needs_its_grant_in_each_request() {
    let audio_only =
        grants(json!({ "room": { "id": 1, "join": true, "subscribe": true, "publish": ["audio"] } }));
    let room = Id::from(1);
    let audio = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n";
    let video = format!("{audio}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendonly\r\n");
    for verb in ["publish", "configure", "joinandconfigure", "start", "leave", "unpublish"] {
        let body = json!({ "request": verb, "ptype": "publisher", "room": 1 });
        let with = |sdp| {
            let asked = Asked {
                plugin: "videoroom",
                grants: &audio_only,
                entered: std::slice::from_ref(&room),
                offer: Some(sdp),
            };
            ask(asked, body.clone())
        };
        assert!(with(audio).is_ok(), "{verb}");
        assert!(with(&video).unwrap_err().reason.contains("room.publish of video"), "{verb}");
        assert!(with(&video.replace("sendonly", "recvonly")).is_ok(), "{verb}");
    }
}

#[test]
fn calls_of_videocall_are_between_the_names_of_the_grant() {
    let anna = grants(json!({ "call": { "register_as": ["anna"], "call": ["team-*"] } }));
    let ask =
        |verb: &str, name: &str| decided(&anna, "videocall", json!({ "request": verb, "username": name }));
    assert!(ask("register", "anna").is_ok());
    assert!(ask("register", "team-b").is_err());
    assert!(ask("call", "team-b").is_ok());
    assert!(ask("call", "anna").is_err());
    assert!(decided(&anna, "videocall", json!({ "request": "list" })).is_err());
    assert!(decided(&anna, "videocall", json!({ "request": "set", "record": true })).is_err());
}

#[test]
fn sip_addresses_must_be_those_of_the_grant() {
    let phone = grants(
        json!({ "sip": { "register_as": ["sip:anna@example.org"], "call": ["sip:*@example.org", "tel:*"] } }),
    );
    let call = |uri: &str| decided(&phone, "sip", json!({ "request": "call", "uri": uri }));
    for uri in
        ["sip:bob@example.org", "sip:bob@EXAMPLE.org;transport=tcp", "tel:+49123", "SIP:bob@example.org"]
    {
        assert!(call(uri).is_ok(), "{uri}");
    }
    for uri in [
        "sip:bob@example.com",
        "sip:bob@evil.com;x=@example.org",
        "sip:bob@evil.com?x=@example.org",
        "sip:bob@evil.com#@example.org",
        "sip:a@evil.com@example.org",
        "sip:bob@example.org;maddr=evil.com",
        "sip:bob@example.org?Route=evil",
        "<sip:bob@example.org>",
        "sip:bob@example.org\r\nRoute: evil",
        "\"x\" <sip:bob@evil.com>;a=\"@example.org",
        "bob@example.org",
        "sip:@example.org",
        "",
    ] {
        assert!(call(uri).is_err(), "{uri}");
    }
    let register = |body: Value| {
        let mut all = json!({ "request": "register" });
        all.as_object_mut().unwrap().extend(support::object(body));
        decided(&phone, "sip", all)
    };
    assert!(
        register(json!({ "username": "sip:anna@example.org", "secret": "her own" }))
            .unwrap()
            .body
            .contains_key("secret")
    );
    assert!(register(json!({ "username": "sip:eve@example.org" })).is_err());
    assert!(register(json!({ "type": "guest" })).is_err());
    assert!(
        register(json!({ "type": "helper", "master_id": 1, "username": "sip:anna@example.org" })).is_err()
    );
    assert!(register(json!({ "username": "sip:anna@example.org", "proxy": "sip:evil.com" })).is_err());
    assert!(
        decided(
            &phone,
            "sip",
            json!({ "request": "call", "uri": "tel:1", "headers": { "P-Asserted-Identity": "x" } })
        )
        .is_err()
    );
    assert!(decided(&phone, "sip", json!({ "request": "recording", "action": "start" })).is_err());
}

#[test]
fn a_plugin_with_grants_of_its_own_is_not_granted_by_its_name() {
    let by_name = grants(json!({ "plugins": PLUGINS.iter().map(|plugin| plugin.name).collect::<Vec<_>>() }));
    for plugin in PLUGINS {
        let has_own =
            ["audiobridge", "sip", "streaming", "textroom", "videocall", "videoroom"].contains(&plugin.name);
        let granted =
            plugin.requests.iter().filter(|request| decided(&by_name, plugin.name, body_of(request)).is_ok());
        assert_eq!(granted.count(), if has_own { 0 } else { plugin.requests.len() }, "{}", plugin.name);
    }
}

#[test]
fn with_all_grants_each_request_but_those_between_servers_is_allowed() {
    let room = Id::from(1);
    let all = everything();
    for plugin in PLUGINS {
        for request in plugin.requests.iter().filter(|request| !request.name.contains("Remote")) {
            let mut body = body_of(request);
            if request.name == "Register" {
                body["username"] =
                    if plugin.name == "sip" { "sip:anna@example.org".into() } else { "anna".into() };
            }
            let asked = Asked {
                plugin: plugin.name,
                grants: &all,
                entered: std::slice::from_ref(&room),
                offer: None,
            };
            let allowed =
                ask(asked, body.clone()).unwrap_or_else(|refusal| panic!("{}: {refusal}", request.name));
            assert!(std::ptr::eq(allowed.request.unwrap(), request));
            for (name, _) in request.body {
                assert_eq!(allowed.body[*name], body[*name]);
            }
        }
    }
}
