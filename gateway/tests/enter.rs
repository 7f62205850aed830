//! The flow `enter`: a page is in a room after one request, or everything is as it was.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;

use bifrons::mock;
use bifrons_gateway::core::relay::{PageId, Settings, Verdict};
use bifrons_gateway::core::token::Issuer;
use serde_json::{Value, json};
use support::flow_user::User;
use support::object;
use support::server::{issuer, token_of, token_with};
use support::stage::{Stage, settings};

/// A page with a handle for flows.
struct Entering {
    stage: Stage,
    page: PageId,
    session: u64,
    handle: u64,
}

impl Entering {
    fn open(consults: bool) -> Self {
        let preset = object(json!({ "publishers": 2, "description": "made on the way" }));
        let presets = BTreeMap::from([("class".to_owned(), preset)]);
        let mut stage = Stage::new(Settings { presets, consults, ..settings() });
        let token = token_with(
            "anna",
            json!({ "room": [
                { "id": "5", "join": true, "publish": ["audio"], "preset": "class", "list": true },
                { "id": "6", "join": true, "publish": ["audio"] },
                { "id": "1234", "join": true, "publish": ["audio", "video"], "preset": "class", "subscribe": true }] }),
        );
        let (page, session) = stage.page_with(&token);
        let attach = json!({ "janus": "attach", "session_id": session, "plugin": "bifrons.plugin.flow" });
        let handle = stage.ask(page, attach)["data"]["id"].as_u64().unwrap();
        Self { stage, page, session, handle }
    }

    fn message(&self, transaction: &str, body: Value) -> Value {
        json!({ "janus": "message", "transaction": transaction, "session_id": self.session, "handle_id": self.handle, "body": body })
    }

    /// Asks to enter, and returns all that the page gets.
    fn enter(&mut self, room: u64, kinds: &[&str]) -> Vec<Value> {
        let mut message =
            self.message("enter", json!({ "request": "enter", "room": room, "display": "Anna" }));
        message["jsep"] = serde_json::to_value(mock::offer_of(kinds).unwrap()).unwrap();
        self.stage.send(self.page, &message);
        self.stage.all(self.page)
    }

    /// The rooms that exist, by another page.
    fn rooms(&mut self) -> Vec<u64> {
        let (page, session) = self.stage.page_of("host");
        let handle = self.stage.attach((page, session), "videoroom");
        let list = json!({ "request": "list" });
        if let Some((consultation, _)) = self.ask_as((page, session, handle), list) {
            self.stage.gateway.consulted(self.stage.now, consultation, Verdict::Allow);
            self.stage.settle();
        }
        let list = self.stage.all(page).pop().unwrap();
        let rooms = list["plugindata"]["data"]["list"].as_array().unwrap();
        let mut rooms: Vec<_> = rooms.iter().map(|room| room["room"].as_u64().unwrap()).collect();
        rooms.sort_unstable();
        rooms
    }

    fn ask_as(
        &mut self,
        (page, session, handle): (PageId, u64, u64),
        body: Value,
    ) -> Option<(bifrons_gateway::core::relay::Consultation, bifrons_gateway::core::relay::Case)> {
        self.stage.send(page, &json!({ "janus": "message", "transaction": "l", "session_id": session, "handle_id": handle, "body": body }));
        self.stage.consultations.pop_back()
    }
}

fn is_in(received: &[Value]) -> bool {
    received.iter().any(|event| event["plugindata"]["data"]["videoroom"] == "joined")
}

#[test]
fn a_page_is_in_a_room_that_was_absent_by_one_request() {
    let mut entering = Entering::open(false);
    let received = entering.enter(5, &["audio"]);
    let kinds: Vec<_> = received.iter().map(|message| message["janus"].as_str().unwrap()).collect();
    assert!(kinds.starts_with(&["ack", "event"]), "{received:#?}");
    assert!(received[..2].iter().all(|message| message["transaction"] == "enter"));
    let joined = &received[1];
    assert_eq!(joined["sender"], entering.handle);
    assert_eq!(joined["plugindata"]["data"]["videoroom"], "joined");
    assert_eq!(joined["jsep"]["type"], "answer");
    assert_eq!(entering.rooms(), [5, 1234, 5678]);
    // It is a handle of VideoRoom now.
    let configure = json!({ "request": "configure", "audio": false });
    let ack = entering.stage.message(entering.page, (entering.session, entering.handle), configure);
    assert_eq!(ack["janus"], "ack");
    let list = json!({ "request": "listparticipants", "room": 5 });
    let listed = entering.stage.message(entering.page, (entering.session, entering.handle), list);
    assert_eq!(listed["plugindata"]["data"]["participants"][0]["display"], "Anna");
    assert_eq!(entering.stage.gateway.counts().1, 2, "one of the page, and one of the host");
}

#[test]
fn a_room_that_is_there_is_entered_as_it_is() {
    let mut entering = Entering::open(false);
    assert!(is_in(&entering.enter(1234, &["audio", "video"])));
    assert_eq!(entering.rooms(), [1234, 5678]);
}

#[test]
fn what_fails_is_undone_and_may_be_tried_again() {
    let mut entering = Entering::open(false);
    // This room has no preset, and is absent.
    let received = entering.enter(6, &["audio"]);
    assert_eq!(received.last().unwrap()["plugindata"]["data"]["error_code"], 426, "{received:#?}");
    assert_eq!(entering.stage.gateway.counts(), (1, 0));
    assert_eq!(entering.stage.janus.sessions().len(), 1);
    // The token does not grant video in this one, and nothing is done.
    let received = entering.enter(5, &["audio", "video"]);
    assert_eq!(received[0]["error"]["code"], 403);
    assert_eq!(entering.rooms(), [1234, 5678]);
    // Janus refuses a display that is no text, after it has made the room.
    let message = entering.message("x", json!({ "request": "enter", "room": 5, "display": 7 }));
    entering.stage.send(entering.page, &message);
    let received = entering.stage.all(entering.page);
    assert!(!received.last().unwrap()["plugindata"]["data"]["error_code"].is_null(), "{received:#?}");
    assert_eq!(entering.rooms(), [1234, 5678], "the room that was made for it is gone");
    assert!(is_in(&entering.enter(5, &["audio"])));
}

#[test]
fn messages_that_come_meanwhile_wait() {
    let mut entering = Entering::open(false);
    let enter = entering.message("enter", json!({ "request": "enter", "room": 1234 }));
    let configure = entering.message("configure", json!({ "request": "configure", "audio": true }));
    let candidate = json!({ "janus": "trickle", "transaction": "trickle", "session_id": entering.session, "handle_id": entering.handle, "candidate": { "completed": true } });
    for message in [enter, configure, candidate] {
        entering.stage.gateway.page_message(entering.stage.now, entering.page, &message.to_string());
    }
    entering.stage.settle();
    let received = entering.stage.all(entering.page);
    assert!(received.iter().all(|message| message["janus"] != "error"), "{received:#?}");
    let acks: Vec<_> =
        received.iter().filter(|message| message["janus"] == "ack").map(|ack| &ack["transaction"]).collect();
    assert_eq!(acks, ["enter", "configure", "trickle"]);
}

#[test]
fn before_it_has_entered_a_handle_has_one_request() {
    let mut entering = Entering::open(false);
    let place = (entering.session, entering.handle);
    for body in [json!({}), json!({ "request": "join", "room": 5 }), json!({ "request": 1 })] {
        let refused = entering.stage.message(entering.page, place, body);
        assert_eq!(
            refused["error"]["reason"],
            "the plugin flow has the requests call, enter, watch, and those of the configuration; this is none of them"
        );
    }
    let about = |verb: &str| json!({ "janus": verb, "session_id": place.0, "handle_id": place.1 });
    assert_eq!(entering.stage.ask(entering.page, about("trickle"))["error"]["code"], 457);
    assert_eq!(entering.stage.ask(entering.page, about("hangup"))["janus"], "success");
    let (other, _) = entering.stage.page_of("eve");
    assert_eq!(entering.stage.ask(other, about("detach"))["error"]["code"], 458);
    assert_eq!(entering.stage.ask(entering.page, about("detach"))["janus"], "success");
    assert_eq!(entering.stage.ask(entering.page, about("hangup"))["error"]["code"], 459);
}

#[test]
fn a_description_has_each_member_once_and_goes_to_janus_as_it_stands_there() {
    let mut entering = Entering::open(false);
    let offer = |kinds: &[&str]| json!(mock::offer_of(kinds).unwrap().sdp).to_string();
    let (session, handle) = (entering.session, entering.handle);
    let mut send = |jsep: String| {
        let text = format!(
            r#"{{"janus":"message","transaction":"j","session_id":{session},"handle_id":{handle},"body":{{"request":"enter","room":5}},"jsep":{jsep}}}"#
        );
        entering.stage.gateway.page_message(entering.stage.now, entering.page, &text);
        entering.stage.settle();
        entering.stage.all(entering.page)
    };
    let (audio, both) = (offer(&["audio"]), offer(&["audio", "video"]));
    for twice in [
        format!(r#"{{"type":"offer","sdp":{audio},"sdp":{both}}}"#),
        format!(r#"{{"type":"offer","sdp":{audio},"\u0073dp":{both}}}"#),
        format!(r#"{{"type":"answer","type":"offer","sdp":{both}}}"#),
        format!(r#"["offer",{audio}]"#),
        audio.clone(),
    ] {
        assert_eq!(send(twice)[0]["error"]["code"], 455);
    }
    // In each other case it is judged as an offer.
    for kind in [r#""offer""#, r#""OFFER""#, "7", "null", r#""rollback""#] {
        let refused = send(format!(r#"{{"type":{kind},"sdp":{both}}}"#));
        assert_eq!(refused[0]["error"]["code"], 403, "{refused:?}");
    }
    assert!(is_in(&send(format!(r#"{{ "unknown": [1], "type": "offer", "sdp": {audio} }}"#))));
}

#[test]
fn a_handle_that_is_detached_on_the_way_leaves_nothing() {
    let mut entering = Entering::open(false);
    let enter = entering.message("enter", json!({ "request": "enter", "room": 5 }));
    entering.stage.gateway.page_message(entering.stage.now, entering.page, &enter.to_string());
    // By another connection of the same user: that of the request waits.
    let (other, _) = entering.stage.page_of("anna");
    let detach = json!({ "janus": "detach", "transaction": "d", "session_id": entering.session, "handle_id": entering.handle });
    entering.stage.gateway.page_message(entering.stage.now, other, &detach.to_string());
    entering.stage.settle();
    assert_eq!(entering.stage.gateway.counts().1, 0);
}

#[test]
fn the_host_application_decides_about_it_too() {
    let mut entering = Entering::open(true);
    assert!(entering.enter(5, &["audio"]).is_empty());
    let (consultation, case) = entering.stage.consultations.pop_front().unwrap();
    assert_eq!((case.plugin, case.request, &case.body["room"]), ("videoroom", "joinandconfigure", &json!(5)));
    let refused = Verdict::Refuse { code: None, reason: "the lesson is over".into() };
    entering.stage.gateway.consulted(entering.stage.now, consultation, refused);
    entering.stage.settle();
    assert_eq!(entering.stage.receive(entering.page)["error"]["reason"], "the lesson is over");
    assert_eq!(entering.rooms(), [1234, 5678]);
    entering.enter(5, &["audio"]);
    let (consultation, _) = entering.stage.consultations.pop_front().unwrap();
    entering.stage.gateway.consulted(entering.stage.now, consultation, Verdict::Allow);
    entering.stage.settle();
    assert!(is_in(&entering.stage.all(entering.page)));
}

#[test]
fn each_role_of_each_issuer_may_have_a_preset_of_its_own() {
    let preset = |publishers: u64| object(json!({ "publishers": publishers, "is_private": false }));
    let presets =
        [("class", preset(30)), ("talk", preset(2))].map(|(name, preset)| (name.to_owned(), preset));
    let role = |pattern: &str, preset: &str| {
        support::grants(json!({ "room": { "id": pattern, "join": true, "preset": preset, "list": true } }))
    };
    let of = |name: &str, pattern: &str, roles: Vec<(&str, &str)>| {
        let roles =
            roles.into_iter().map(|(role_name, preset)| (role_name.to_owned(), role(pattern, preset)));
        let bound =
            support::grants(json!({ "room": { "id": pattern, "create": true, "join": true, "list": true } }));
        Issuer { name: name.into(), roles: roles.collect(), at_most: bound.into(), ..issuer() }
    };
    let school = of("app", "10*", vec![("teacher", "class"), ("pupil", "talk")]);
    let clinic = of("clinic", "20*", vec![("teacher", "talk")]);
    let settings = Settings { presets: presets.into(), issuers: vec![school, clinic], ..settings() };
    let mut stage = Stage::new(settings);
    for (issuer, role, room, publishers) in
        [("app", "teacher", 101, 30), ("app", "pupil", 102, 2), ("clinic", "teacher", 201, 2)]
    {
        let claims =
            [("iss", json!(issuer)), ("exp", json!(u32::MAX)), ("janus", json!({ "roles": [role] }))];
        let user = User::of(&mut stage, &token_of("anna", &claims));
        assert!(is_in(&user.ask(&mut stage, json!({ "request": "enter", "room": room }), &[])));
        let handle = stage.attach((user.page, user.session), "videoroom");
        let list = stage.message(user.page, (user.session, handle), json!({ "request": "list" }));
        let rooms = list["plugindata"]["data"]["list"].as_array().unwrap();
        let made = rooms.iter().find(|made| made["room"] == room).unwrap();
        assert_eq!(made["max_publishers"], publishers, "{issuer} {role}");
    }
}
