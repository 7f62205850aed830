//! How many rooms and mountpoints a user has created at one time.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::mock::{self, Fault};
use bifrons_gateway::core::limits::{Limits, RateLimits, Rates, SubjectLimits};
use bifrons_gateway::core::relay::{PageId, Settings};
use serde_json::{Value, json};
use support::server::{token, token_of, token_with};
use support::stage::{Stage, settings};
use support::{grants, object};

const PLUGINS: [&str; 4] = ["videoroom", "audiobridge", "textroom", "streaming"];

/// A gateway where each user may create so many rooms.
fn with(rooms: usize) -> Stage {
    let subject = SubjectLimits { rooms, ..SubjectLimits::default() };
    let rates = RateLimits { subject: Rates::default(), address: Rates::default(), tenant: Rates::default() };
    let preset = object(json!({ "publishers": 2 }));
    let presets = BTreeMap::from([("class".to_owned(), preset)]);
    Stage::new(Settings { presets, limits: Limits { subject, rates, ..Limits::default() }, ..settings() })
}

/// A page with a handle of each plugin that has rooms or mountpoints.
struct User {
    page: PageId,
    session: u64,
    handles: BTreeMap<&'static str, u64>,
}

impl User {
    fn of(stage: &mut Stage, token: &str) -> Self {
        let (page, session) = stage.page_with(token);
        let handles = PLUGINS.map(|plugin| (plugin, stage.attach((page, session), plugin)));
        Self { page, session, handles: handles.into() }
    }

    /// Asks, and returns the code of the error: of the gateway, or of the plugin.
    fn ask(&self, stage: &mut Stage, plugin: &str, body: Value) -> Option<i64> {
        let response = stage.message(self.page, (self.session, self.handles[plugin]), body);
        response["error"]["code"].as_i64().or_else(|| response["plugindata"]["data"]["error_code"].as_i64())
    }

    fn create(&self, stage: &mut Stage, plugin: &str, room: u64) -> Option<i64> {
        let body = match plugin {
            "streaming" => json!({ "request": "create", "type": "rtp", "id": room, "description": "x",
                "media": [{ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" }] }),
            _ => json!({ "request": "create", "room": room, "description": "x" }),
        };
        self.ask(stage, plugin, body)
    }

    fn destroy(&self, stage: &mut Stage, plugin: &str, room: u64) -> Option<i64> {
        let id = if plugin == "streaming" { "id" } else { "room" };
        self.ask(stage, plugin, json!({ "request": "destroy", id: room }))
    }
}

#[test]
fn rooms_of_all_plugins_count_until_they_are_destroyed() {
    let mut stage = with(4);
    let anna = User::of(&mut stage, &token("anna"));
    for plugin in PLUGINS {
        assert_eq!(anna.create(&mut stage, plugin, 7), None, "{plugin}");
    }
    for plugin in PLUGINS {
        assert_eq!(anna.create(&mut stage, plugin, 8), Some(490), "{plugin}");
    }
    assert_eq!(stage.gateway.load().created_rooms, 4);
    let ben = User::of(&mut stage, &token("ben"));
    assert_eq!(ben.create(&mut stage, "videoroom", 9), None);
    for plugin in PLUGINS {
        assert_eq!(anna.destroy(&mut stage, plugin, 7), None, "{plugin}");
        assert_eq!(anna.create(&mut stage, plugin, 8), None, "{plugin}");
        assert_eq!(anna.create(&mut stage, plugin, 9), Some(490), "{plugin}");
    }
    // Another user destroys one.
    assert_eq!(ben.destroy(&mut stage, "textroom", 8), None);
    assert_eq!(anna.create(&mut stage, "textroom", 10), None);
}

#[test]
fn a_room_outlives_its_creator_and_goes_on_counting() {
    let mut stage = with(1);
    let anna = User::of(&mut stage, &token("anna"));
    assert_eq!(anna.create(&mut stage, "videoroom", 7), None);
    stage.ask(anna.page, json!({ "janus": "destroy", "session_id": anna.session }));
    let again = User::of(&mut stage, &token("anna"));
    assert_eq!(again.create(&mut stage, "videoroom", 8), Some(490));
    assert_eq!(again.destroy(&mut stage, "videoroom", 7), None);
    assert_eq!(again.create(&mut stage, "videoroom", 8), None);
}

#[test]
fn what_janus_refuses_or_has_lost_does_not_count() {
    let mut stage = with(2);
    let anna = User::of(&mut stage, &token("anna"));
    // This one exists.
    for _ in 0..3 {
        assert_eq!(anna.create(&mut stage, "videoroom", 1234), Some(427));
    }
    assert_eq!(anna.create(&mut stage, "videoroom", 7), None);
    assert_eq!(anna.create(&mut stage, "videoroom", 8), None);
    // It counts already, and would not count twice.
    assert_eq!(anna.create(&mut stage, "videoroom", 7), Some(427));
    assert_eq!(anna.create(&mut stage, "videoroom", 9), Some(490));
    // Janus has lost its rooms: each can be created again, and one that is found missing counts no longer.
    stage.janus.inject(stage.now, Fault::Restart);
    stage.wait(Duration::from_secs(30));
    let again = User::of(&mut stage, &token("anna"));
    assert_eq!(again.create(&mut stage, "videoroom", 9), Some(490));
    assert_eq!(again.create(&mut stage, "videoroom", 7), None);
    assert_eq!(again.destroy(&mut stage, "videoroom", 8), Some(426));
    assert_eq!(again.create(&mut stage, "videoroom", 9), None);
    assert_eq!(again.create(&mut stage, "videoroom", 8), Some(490));
}

#[test]
fn a_room_that_is_destroyed_and_created_again_at_once_counts() {
    let mut stage = with(2);
    let anna = User::of(&mut stage, &token("anna"));
    for room in [7, 8] {
        assert_eq!(anna.create(&mut stage, "videoroom", room), None);
        // The second request comes before the response to the first one.
        for (transaction, verb) in [("1", "destroy"), ("2", "create"), ("3", "create")] {
            let message = json!({ "janus": "message", "transaction": transaction, "session_id": anna.session,
                "handle_id": anna.handles["videoroom"], "body": { "request": verb, "room": room } });
            stage.gateway.page_message(stage.now, anna.page, &message.to_string());
        }
        stage.settle();
    }
    assert_eq!(stage.gateway.load().created_rooms, 2);
    assert_eq!(anna.create(&mut stage, "videoroom", 9), Some(490));
    for room in [7, 8] {
        assert_eq!(anna.destroy(&mut stage, "videoroom", room), None);
    }
    assert_eq!(stage.gateway.load().created_rooms, 0);
}

#[test]
fn a_token_lowers_its_users_limits_and_never_raises_them() {
    let mut stage = with(2);
    let role = |rooms: u64| grants(json!({ "limits": { "rooms": rooms } }));
    let mut issuer = support::server::issuer();
    issuer.roles.insert("guest".to_owned(), role(0));
    let reloaded = Settings { issuers: vec![issuer], ..stage.gateway.settings().clone() };
    stage.gateway.reload(stage.now, reloaded).unwrap();
    let of = |user: &str, limits: Value, roles: Value| {
        let mut janus = serde_json::to_value(support::everything()).unwrap();
        (janus["limits"], janus["roles"]) = (limits, roles);
        let expires = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() + 600;
        token_of(user, &[("exp", expires.into()), ("janus", janus)])
    };
    for (user, limits, roles, most) in [
        ("anna", json!({}), json!([]), 2),
        ("ben", json!({ "rooms": 1 }), json!([]), 1),
        ("carl", json!({ "rooms": 9 }), json!([]), 2),
        ("dora", json!({ "rooms": 1 }), json!(["guest"]), 0),
    ] {
        let user = User::of(&mut stage, &of(user, limits, roles));
        let free = 100 * user.session;
        let created = (0..3).filter(|more| user.create(&mut stage, "audiobridge", free + more).is_none());
        assert_eq!(created.count(), most);
    }
    let limits = json!({ "sessions": 1, "handles": 2 });
    let (page, session) = stage.page_with(&of("emil", limits, json!([])));
    assert_eq!(stage.ask(page, json!({ "janus": "create" }))["error"]["code"], 490);
    stage.attach((page, session), "echotest");
    stage.attach((page, session), "echotest");
    let attach = json!({ "janus": "attach", "session_id": session, "plugin": "janus.plugin.echotest" });
    assert_eq!(stage.ask(page, attach)["error"]["reason"], "the user has as many handles as it may have, 2");
}

/// Enters a room by one request, and returns the code of the error.
fn enter(stage: &mut Stage, (page, session): (PageId, u64), room: u64, display: Value) -> Option<i64> {
    let attach = json!({ "janus": "attach", "session_id": session, "plugin": "bifrons.plugin.flow" });
    let handle = stage.ask(page, attach)["data"]["id"].as_u64().unwrap();
    stage.all(page);
    stage.send(
        page,
        &json!({ "janus": "message", "transaction": "e", "session_id": session, "handle_id": handle,
            "body": { "request": "enter", "room": room, "display": display },
            "jsep": mock::offer_of(&["audio"]).unwrap() }),
    );
    let all = stage.all(page);
    let code = |message: &Value| {
        message["error"]["code"].as_i64().or_else(|| message["plugindata"]["data"]["error_code"].as_i64())
    };
    all.iter().find_map(code)
}

#[test]
fn a_room_that_is_created_on_the_way_counts() {
    let mut stage = with(1);
    let room = json!({ "id": "*", "join": true, "publish": ["audio"], "preset": "class" });
    let anna = token_with("anna", json!({ "room": room }));
    let place = stage.page_with(&anna);
    // Janus refuses the display after the room was created: it is destroyed, and counts no longer.
    assert!(enter(&mut stage, place, 7, json!(7)).is_some());
    assert_eq!(stage.gateway.load().created_rooms, 0);
    assert_eq!(enter(&mut stage, place, 7, json!("Anna")), None);
    assert_eq!(stage.gateway.load().created_rooms, 1);
    assert_eq!(enter(&mut stage, place, 8, json!("Anna")), Some(490));
    // What is there can be entered: a room of the user's own, and one of others.
    assert_eq!(enter(&mut stage, place, 7, json!("Anna")), None);
    assert_eq!(enter(&mut stage, place, 1234, json!("Anna")), None);
    assert_eq!(stage.gateway.load().created_rooms, 1);
}
