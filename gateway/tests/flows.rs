//! The flows of the gateway itself: `watch` and `call` by one request. `enter` has a test of its own.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::mock::Fault;
use serde_json::{Value, json};
use support::flow_user::{User, data, host, mountpoint};
use support::object;
use support::server::{token, token_with};
use support::stage::{Stage, settings};

#[test]
fn a_mountpoint_is_watched_by_one_request() {
    let mut stage = Stage::new(settings());
    mountpoint(&mut stage, 7);
    let anna = User::of(&mut stage, &token("anna"));
    let received = anna.ask(&mut stage, json!({ "request": "watch", "id": 7 }), &[]);
    assert_eq!(received[0]["janus"], "ack", "{received:#?}");
    assert_eq!(data(&received[1])["result"]["status"], "preparing");
    assert_eq!(
        (&received[1]["jsep"]["type"], &received[1]["sender"]),
        (&json!("offer"), &json!(anna.handle))
    );
    let mut start = anna.message(json!({ "request": "start" }), &[]);
    start["jsep"] = json!({ "type": "answer", "sdp": received[1]["jsep"]["sdp"] });
    stage.send(anna.page, &start);
    let received = stage.all(anna.page);
    assert!(received.iter().any(|event| data(event)["result"]["status"] == "starting"), "{received:#?}");
}

#[test]
fn a_room_is_watched_by_one_request() {
    let mut stage = Stage::new(settings());
    let ben = User::of(&mut stage, &token("ben"));
    let enter = json!({ "request": "enter", "room": 1234 });
    let joined = ben.ask(&mut stage, enter, &["audio"]);
    let feed = &data(&joined[1])["id"];
    let anna = User::of(&mut stage, &token("anna"));
    let watch = json!({ "request": "watch", "room": 1234, "streams": [{ "feed": feed }] });
    let received = anna.ask(&mut stage, watch, &[]);
    assert_eq!(data(&received[1])["videoroom"], "attached", "{received:#?}");
    assert_eq!(received[1]["jsep"]["type"], "offer");
    assert_eq!(anna.then(&mut stage, json!({ "request": "pause" }))["janus"], "ack");
}

#[test]
fn what_a_flow_may_not_do_reaches_janus_in_no_part() {
    let mut stage = Stage::new(settings());
    mountpoint(&mut stage, 7);
    let token = token_with(
        "anna",
        json!({ "stream": { "id": 8, "watch": true }, "room": { "id": 5, "join": true },
            "call": { "register_as": ["anna"], "call": ["ben"] },
            "sip": { "register_as": ["sip:anna@example.org"], "call": ["sip:ben@example.org"] } }),
    );
    let anna = User::of(&mut stage, &token);
    let before = stage.of_janus;
    let sip = |user: &str, callee: &str| {
        json!({ "request": "call", "uri": format!("sip:{callee}@example.org"),
            "register": { "username": format!("sip:{user}@example.org"), "secret": "x" } })
    };
    for (body, code) in [
        (json!({ "request": "watch", "id": 7 }), 403),
        (json!({ "request": "watch", "room": 5 }), 403),
        (json!({ "request": "watch" }), 456),
        (json!({ "request": "watch", "id": [8] }), 467),
        (json!({ "request": "call" }), 456),
        (json!({ "request": "call", "username": "ben" }), 456),
        (json!({ "request": "call", "username": "ben", "as": "eve" }), 403),
        (json!({ "request": "call", "username": "eve", "as": "anna" }), 403),
        (json!({ "request": "call", "username": "ben", "as": 7 }), 467),
        (json!({ "request": "call", "uri": "sip:ben@example.org" }), 456),
        (json!({ "request": "call", "uri": "sip:ben@example.org", "register": 7 }), 467),
        (sip("eve", "ben"), 403),
        (sip("anna", "eve"), 403),
        (json!({ "request": "none" }), 403),
        (json!({}), 403),
    ] {
        let received = anna.ask(&mut stage, body.clone(), &["audio"]);
        assert_eq!(received[0]["error"]["code"], code, "{body} {received:?}");
        assert_eq!(received.len(), 1);
    }
    assert_eq!(stage.of_janus, before, "nothing was attached");
    let allowed = anna.ask(&mut stage, sip("anna", "ben"), &["audio"]);
    assert_eq!(allowed[0]["janus"], "ack", "{allowed:?}");
}

#[test]
fn a_user_of_video_call_is_called_by_one_request() {
    let mut stage = Stage::new(settings());
    let (ben, registered) =
        host(&mut stage, "videocall", json!({ "request": "register", "username": "ben" }));
    assert_eq!(registered["janus"], "ack");
    stage.all(ben);
    let anna = User::of(&mut stage, &token("anna"));
    let call = |name: &str, callee: &str| json!({ "request": "call", "as": name, "username": callee });
    // The name is taken: Janus's own error.
    let refused = anna.ask(&mut stage, call("ben", "anna"), &["audio"]);
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0]["error"]["code"], 476, "{refused:#?}");
    assert_eq!(refused[0]["transaction"], "flow");
    assert_eq!(stage.gateway.counts().1, 1, "ben's");
    // The callee is not there, and the name is free again.
    let refused = anna.ask(&mut stage, call("anna", "carl"), &["audio"]);
    assert_eq!(refused[0]["janus"], "ack");
    assert_eq!(data(refused.last().unwrap())["error_code"], 478, "{refused:#?}");
    let called = anna.ask(&mut stage, call("anna", "ben"), &["audio"]);
    assert_eq!(data(&called[1])["result"]["event"], "calling", "{called:#?}");
    let rings = stage.all(ben);
    assert!(rings.iter().any(|event| data(event)["result"]["event"] == "incomingcall"), "{rings:#?}");
    assert_eq!(anna.then(&mut stage, json!({ "request": "hangup" }))["janus"], "ack");
}

fn sip_call(callee: &str) -> Value {
    json!({ "request": "call", "uri": format!("sip:{callee}@example.org"), "headers": { "x": "y" },
        "register": { "username": "sip:anna@example.org", "secret": "x", "display_name": "Anna" } })
}

#[test]
fn a_sip_user_is_called_by_one_request() {
    let mut stage = Stage::new(settings());
    let register = json!({ "request": "register", "username": "sip:ben@example.org", "secret": "x" });
    let (ben, _) = host(&mut stage, "sip", register);
    let anna = User::of(&mut stage, &token("anna"));
    let received = anna.ask(&mut stage, sip_call("ben"), &["audio"]);
    let named: Vec<_> = received.iter().filter_map(|event| data(event)["result"]["event"].as_str()).collect();
    assert_eq!(named, ["calling", "ringing", "proceeding"], "{received:#?}");
    let rings = stage.all(ben);
    let call = rings.iter().find(|event| data(event)["result"]["event"] == "incomingcall").unwrap();
    assert_eq!(data(call)["result"]["username"], "sip:anna@example.org");
    assert_eq!(anna.then(&mut stage, json!({ "request": "hangup" }))["janus"], "ack");
}

#[test]
fn a_registration_that_fails_ends_the_flow() {
    let mut stage = Stage::new(settings());
    let anna = User::of(&mut stage, &token("anna"));
    let failures = [
        (json!({ "result": { "event": "registration_failed", "code": 401, "reason": "Unauthorized" } }), 401),
        (json!({ "result": { "event": "registration_failed" } }), 490),
        (json!({ "error_code": 499, "error": "out of memory" }), 499),
    ];
    for (failure, code) in failures {
        // The responses to attach come in time, those to register do not.
        stage.janus.inject(stage.now, Fault::Delay(Duration::from_secs(1)));
        anna.ask(&mut stage, sip_call("ben"), &["audio"]);
        stage.wait(Duration::from_secs(1));
        let mut data = failure;
        data["sip"] = "event".into();
        let other = json!({ "sip": "event", "result": { "event": "registering" } });
        for data in [other, data] {
            assert!(stage.all(anna.page).is_empty());
            stage.event(
                json!({ "janus": "event", "plugindata": { "plugin": "janus.plugin.sip", "data": data } }),
            );
        }
        let received = stage.all(anna.page);
        assert_eq!(received[0]["error"]["code"], code, "{received:#?}");
        assert_eq!(stage.gateway.counts().1, 0);
        stage.janus.inject(stage.now, Fault::Delay(Duration::ZERO));
        stage.wait(Duration::from_secs(3));
    }
    assert!(anna.ask(&mut stage, sip_call("ben"), &["audio"]).len() > 1);
}

#[test]
fn a_registration_that_does_not_come_in_time_ends_the_flow() {
    let mut stage = Stage::new(settings());
    let anna = User::of(&mut stage, &token("anna"));
    stage.janus.inject(stage.now, Fault::Delay(Duration::from_secs(6)));
    anna.ask(&mut stage, sip_call("ben"), &["audio"]);
    stage.wait(Duration::from_secs(6));
    stage.janus.inject(stage.now, Fault::Lose(9));
    stage.wait(Duration::from_secs(9));
    assert!(stage.all(anna.page).is_empty());
    stage.wait(Duration::from_secs(2));
    let received = stage.all(anna.page);
    assert_eq!(received[0]["error"]["code"], 490, "{received:#?}");
}

/// What a page gets for a call, without ids, and what the called user gets. The call is one flow, or the requests of
/// Janus one by one.
fn called(plugin: &str, one_by_one: bool) -> (Vec<Value>, Vec<Value>) {
    let mut stage = Stage::new(settings());
    stage.janus.inject(stage.now, Fault::AckFirst(Some(true)));
    let (register, call) = match plugin {
        "sip" => {
            let call = json!({ "request": "call", "uri": "sip:ben@example.org", "call_id": "c" });
            (json!({ "username": "sip:anna@example.org", "secret": "x" }), call)
        }
        _ => (json!({ "username": "anna" }), json!({ "request": "call", "username": "ben" })),
    };
    let with = |body: &Value, more: Value| {
        let mut body = body.clone();
        body.as_object_mut().unwrap().extend(object(more));
        body
    };
    let of_ben = if plugin == "sip" { "sip:ben@example.org" } else { "ben" };
    let (ben, _) =
        host(&mut stage, plugin, with(&register, json!({ "request": "register", "username": of_ben })));
    stage.all(ben);
    let mut anna = User::of(&mut stage, &token("anna"));
    let asked = match (one_by_one, plugin) {
        (true, _) => {
            anna.handle = stage.attach((anna.page, anna.session), plugin);
            anna.then(&mut stage, with(&register, json!({ "request": "register" })));
            call
        }
        (false, "sip") => with(&call, json!({ "register": register })),
        (false, _) => with(&call, json!({ "as": "anna" })),
    };
    let received = anna.ask(&mut stage, asked, &["audio", "video"]);
    let without_ids = |mut message: Value| {
        let members = message.as_object_mut().unwrap();
        members.retain(|name, _| name != "session_id" && name != "sender");
        message
    };
    let of_ben = stage.all(ben);
    (received.into_iter().map(without_ids).collect(), of_ben.into_iter().map(without_ids).collect())
}

#[test]
fn by_a_flow_a_page_gets_what_it_gets_by_one_request_after_the_other() {
    for plugin in ["sip", "videocall"] {
        let (of_flow, ben_by_flow) = called(plugin, false);
        let (of_requests, ben_by_requests) = called(plugin, true);
        assert!(of_flow.len() >= 2 && !ben_by_flow.is_empty(), "{of_flow:#?} {ben_by_flow:#?}");
        assert_eq!(of_flow, of_requests, "{plugin}");
        assert_eq!(ben_by_flow, ben_by_requests, "{plugin}");
    }
}
