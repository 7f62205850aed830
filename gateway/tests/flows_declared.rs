//! Flows of the configuration.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::mock::Fault;
use bifrons_gateway::core::limits::{Limits, Rate, RateLimits, Rates, SubjectLimits};
use bifrons_gateway::core::relay::{Flow, FlowStep, Gateway, Settings, Verdict};
use bifrons_gateway::core::revocation::Change;
use bifrons_gateway::core::token::Issuer;
use serde_json::{Value, json};
use support::flow_user::{User, data, rooms};
use support::server::{issuer, token, token_of, token_with};
use support::stage::{Stage, settings};
use support::{grants, object};

/// A flow into a lesson: its room is made by the operator's word, and by the application's own parameters.
fn lesson() -> Flow {
    Flow {
        name: "lesson".into(),
        plugin: "videoroom".into(),
        tenants: Vec::new(),
        roles: Vec::new(),
        steps: vec![
            FlowStep {
                request: object(json!({ "request": "create", "room": "$body.room", "publishers": 9,
                    "description": "$app.title", "is_private": "$app.none", "pin": "$body.absent.more" })),
                tolerate: vec![427],
                undo: Some(object(json!({ "request": "destroy", "room": "$body.room" }))),
                allowed: true,
                ..FlowStep::default()
            },
            FlowStep {
                request: object(json!({ "request": "listparticipants", "room": "$body.room" })),
                ..FlowStep::default()
            },
        ],
        last: object(
            json!({ "request": "join", "ptype": "publisher", "room": "$body.room", "token": "$tenant", "id": 77 }),
        ),
        pass: vec!["display".into(), "id".into()],
    }
}

fn with_lesson() -> Settings {
    Settings { flows: vec![lesson()], ..settings() }
}

fn to_lesson(room: Value) -> Value {
    json!({ "request": "lesson", "room": room, "display": "Anna", "id": 5, "metadata": { "x": 1 },
        "app": { "title": "physics" } })
}

/// A token that grants no creation of rooms.
fn pupil(list: bool) -> String {
    token_with("anna", json!({ "room": { "id": "5", "join": true, "list": list } }))
}

#[test]
fn a_flow_of_the_configuration_is_carried_out() {
    let mut stage = Stage::new(with_lesson());
    let anna = User::of(&mut stage, &pupil(true));
    let received = anna.ask(&mut stage, to_lesson(json!(5)), &[]);
    assert_eq!(data(&received[1])["videoroom"], "joined", "{received:#?}");
    assert_eq!(data(&received[1])["description"], "physics");
    // The operator's own value goes before the page's.
    assert_eq!(data(&received[1])["id"], 77);
    let listed = anna.then(&mut stage, json!({ "request": "listparticipants", "room": 5 }));
    assert_eq!(data(&listed)["participants"][0]["display"], "Anna");
    assert_eq!(rooms(&mut stage), [5, 1234, 5678]);
    assert_eq!(stage.gateway.load().created_rooms, 1);
    // The room is there for the next one, whose refusal by Janus does not end it: the id is in use.
    let again = User::of(&mut stage, &pupil(true));
    let refused = again.ask(&mut stage, to_lesson(json!(5)), &[]);
    assert_eq!(data(refused.last().unwrap())["error_code"], 436, "{refused:#?}");
    assert_eq!(rooms(&mut stage), [5, 1234, 5678]);
}

#[test]
fn each_step_without_the_operators_word_is_decided_before_the_first() {
    let mut stage = Stage::new(with_lesson());
    let anna = User::of(&mut stage, &pupil(false));
    let refused = anna.ask(&mut stage, to_lesson(json!(5)), &[]);
    assert_eq!(refused[0]["error"]["code"], 403, "{refused:#?}");
    assert!(refused[0]["error"]["reason"].as_str().unwrap().contains("room.list"));
    let refused = anna.ask(&mut stage, to_lesson(json!(6)), &[]);
    assert_eq!(refused[0]["error"]["code"], 403);
    // What a page may put into a request of the operator's is no list and no object.
    let anna = User::of(&mut stage, &pupil(true));
    for title in [json!([5]), json!({ "a": 5 }), json!(null)] {
        let mut body = to_lesson(json!(5));
        body["app"]["title"] = title;
        let refused = anna.ask(&mut stage, body, &[]);
        let reason = "the flow lesson takes a text, a number, true or false for $app.title";
        assert_eq!(refused[0]["error"], json!({ "code": 467, "reason": reason }));
    }
    assert_eq!(rooms(&mut stage), [1234, 5678]);
}

#[test]
fn a_step_that_janus_refuses_undoes_those_before() {
    for (place, code) in [(1, 428), (2, 436)] {
        let mut flow = lesson();
        match place {
            // There is no such participant.
            1 => flow.steps[1].request = object(json!({ "request": "kick", "room": "$body.room", "id": 3 })),
            _ => {
                flow.steps.push(FlowStep {
                    request: object(json!({ "request": "join", "ptype": "publisher", "room": "$body.room" })),
                    until: Some("joined".into()),
                    ..FlowStep::default()
                });
                flow.last = object(json!({ "request": "join", "ptype": "publisher", "room": "$body.room" }));
            }
        }
        let mut stage = Stage::new(Settings { flows: vec![flow], ..settings() });
        let anna = User::of(&mut stage, &token("anna"));
        let before = stage.of_janus.1;
        let refused = anna.ask(&mut stage, to_lesson(json!(5)), &[]);
        let last = refused.last().unwrap();
        let found = last["error"]["code"].as_i64().or_else(|| data(last)["error_code"].as_i64());
        if place == 1 {
            assert_eq!(found, Some(code), "{refused:#?}");
        } else {
            assert!(found.is_some(), "{refused:#?}");
        }
        assert_ne!(stage.of_janus.1, before, "a handle was attached");
        assert_eq!(rooms(&mut stage), [1234, 5678], "{place}");
        assert_eq!((stage.gateway.load().created_rooms, stage.gateway.counts().1), (0, 1), "the host's");
        assert_eq!(anna.then(&mut stage, json!({ "request": "none" }))["error"]["code"], 403);
    }
}

#[test]
fn a_flow_is_for_the_tenants_and_roles_that_it_names() {
    let flows = vec![
        Flow { tenants: vec!["other".into()], ..lesson() },
        Flow { name: "for-hosts".into(), roles: vec!["host".into()], ..lesson() },
    ];
    let host = grants(json!({ "room": { "id": "*", "join": true, "list": true } }));
    let issuer = Issuer { roles: [("host".to_owned(), host)].into(), ..issuer() };
    let mut stage = Stage::new(Settings { flows, issuers: vec![issuer], ..settings() });
    let anna = User::of(&mut stage, &token("anna"));
    for name in ["lesson", "for-hosts"] {
        let mut body = to_lesson(json!(5));
        body["request"] = name.into();
        let refused = anna.ask(&mut stage, body, &[]);
        assert_eq!(refused[0]["error"]["reason"], format!("the flow {name} is not for this user"));
    }
    let ben = User::of(
        &mut stage,
        &token_of("ben", &[("janus", json!({ "roles": ["host"] })), ("exp", json!(u32::MAX))]),
    );
    let mut body = to_lesson(json!(5));
    body["request"] = "for-hosts".into();
    assert_eq!(data(&ben.ask(&mut stage, body, &[])[1])["videoroom"], "joined");
}

#[test]
fn flows_that_cant_be_used_are_refused_at_the_start_and_by_a_reload() {
    let wrong = [
        Flow { name: String::new(), ..lesson() },
        Flow { name: "enter".into(), ..lesson() },
        Flow { plugin: "video".into(), ..lesson() },
        Flow { last: object(json!({ "request": "join", "room": "$bod.room" })), ..lesson() },
        Flow { last: object(json!({ "request": "join", "streams": [{ "feed": "$body." }] })), ..lesson() },
    ];
    let mut stage = Stage::new(settings());
    for flow in wrong {
        let settings = Settings { flows: vec![flow], ..settings() };
        assert!(stage.gateway.reload(stage.now, settings.clone()).is_err());
        assert!(Gateway::new(settings, Box::new(|| 1)).is_err());
    }
    let twice = Settings { flows: vec![lesson(), lesson()], ..settings() };
    assert!(stage.gateway.reload(stage.now, twice).is_err());
    stage.gateway.reload(stage.now, with_lesson()).unwrap();
    let anna = User::of(&mut stage, &pupil(true));
    assert_eq!(data(&anna.ask(&mut stage, to_lesson(json!(5)), &[])[1])["videoroom"], "joined");
}

#[test]
fn the_host_application_decides_before_the_first_step() {
    let mut stage = Stage::new(Settings { consults: true, ..with_lesson() });
    let anna = User::of(&mut stage, &pupil(true));
    let before = stage.of_janus;
    let ask = |stage: &mut Stage, verdict: Verdict| {
        assert!(anna.ask(stage, to_lesson(json!(5)), &[]).is_empty());
        let (consultation, case) = stage.consultations.pop_back().unwrap();
        assert_eq!(stage.of_janus, before, "nothing was attached");
        stage.gateway.consulted(stage.now, consultation, verdict);
        stage.settle();
        (case, stage.all(anna.page))
    };
    let refuse = Verdict::Refuse { code: Some(499), reason: "no lesson".into() };
    let (case, received) = ask(&mut stage, refuse);
    assert_eq!((case.plugin, case.request, &case.body["room"]), ("videoroom", "join", &json!(5)));
    assert_eq!(case.app, Some(json!({ "title": "physics" })));
    assert!(!case.body.contains_key("app"));
    let flow = case.flow.unwrap();
    assert_eq!(
        (&*flow.name, flow.steps.len(), &flow.steps[0]["description"]),
        ("lesson", 2, &json!("physics"))
    );
    assert_eq!(received[0]["error"]["code"], 499);
    let (_, received) = ask(&mut stage, Verdict::Respond(json!({ "own": 1 })));
    assert_eq!((&received[0]["janus"], &data(&received[0])["own"]), (&json!("success"), &json!(1)));
    let mut changed = case.body;
    changed.insert("display".into(), "another".into());
    let (_, received) = ask(&mut stage, Verdict::Change(changed));
    assert_eq!(data(&received[1])["videoroom"], "joined", "{received:#?}");
    // The handle is one of VideoRoom, about which it decides as about any other.
    let list = json!({ "request": "listparticipants", "room": 5 });
    stage.send(anna.page, &anna.message(list, &[]));
    let (consultation, case) = stage.consultations.pop_back().unwrap();
    assert!(case.flow.is_none());
    stage.gateway.consulted(stage.now, consultation, Verdict::Allow);
    stage.settle();
    assert_eq!(data(&stage.all(anna.page)[0])["participants"][0]["display"], "another");
}

#[test]
fn a_user_who_is_removed_on_the_way_does_not_enter() {
    let mut stage = Stage::new(with_lesson());
    let anna = User::of(&mut stage, &pupil(true));
    stage.janus.inject(stage.now, Fault::Delay(Duration::from_millis(500)));
    anna.ask(&mut stage, to_lesson(json!(5)), &[]);
    stage.wait(Duration::from_millis(600));
    stage.gateway.change(stage.now, "app", "anna", Change::Ban(5.into()));
    stage.wait(Duration::from_secs(3));
    let received = stage.all(anna.page);
    assert_eq!(received[0]["error"]["code"], 403, "{received:#?}");
    assert_eq!(received.len(), 1);
    stage.janus.inject(stage.now, Fault::Delay(Duration::ZERO));
    assert_eq!(rooms(&mut stage), [1234, 5678]);
}

#[test]
fn what_flows_create_counts_and_is_limited() {
    let subject = SubjectLimits { rooms: 1, handles: 2, ..SubjectLimits::default() };
    let rates = Rates { creates: Rate::new(0.1, 8), ..Rates::default() };
    let rates = RateLimits { subject: rates, ..RateLimits::default() };
    let limits = Limits { subject, rates, ..Limits::default() };
    let mut stage = Stage::new(Settings { limits, ..with_lesson() });
    let grants = json!({ "room": { "id": "*", "join": true, "list": true, "destroy": true } });
    let anna = User::of(&mut stage, &token_with("anna", grants.clone()));
    assert_eq!(data(&anna.ask(&mut stage, to_lesson(json!(5)), &[])[1])["videoroom"], "joined");
    let other = User::of(&mut stage, &token_with("anna", grants));
    for _ in 0..3 {
        let refused = other.ask(&mut stage, to_lesson(json!(6)), &[]);
        let reason = refused[0]["error"]["reason"].as_str().unwrap();
        assert_eq!(reason, "the user has as many rooms as it may have, 1", "{refused:#?}");
    }
    let attach = json!({ "janus": "attach", "session_id": other.session, "plugin": "bifrons.plugin.flow" });
    assert!(stage.ask(other.page, attach)["error"]["reason"].as_str().unwrap().contains("handles"));
    // Each of these flows has counted as a creation.
    let refused = other.ask(&mut stage, to_lesson(json!(6)), &[]);
    assert!(refused[0]["error"]["reason"].as_str().unwrap().contains("try again in"), "{refused:#?}");
}

#[test]
fn a_user_who_joins_by_a_step_is_in_the_room() {
    let join = json!({ "request": "join", "ptype": "publisher", "room": "$body.room" });
    let steps = vec![FlowStep { request: object(join), until: Some("joined".into()), ..FlowStep::default() }];
    let last = object(json!({ "request": "configure", "audio": true }));
    let flow =
        Flow { name: "enter-muted".into(), plugin: "videoroom".into(), steps, last, ..Flow::default() };
    let mut stage = Stage::new(Settings { flows: vec![flow], ..settings() });
    let anna = User::of(&mut stage, &token_with("anna", json!({ "room": { "id": 1234, "join": true } })));
    let received = anna.ask(&mut stage, json!({ "request": "enter-muted", "room": 1234 }), &[]);
    assert_eq!(data(&received[1])["configured"], "ok", "{received:#?}");
    assert_eq!(stage.gateway.load().rooms, 1);
    // The token grants nothing in the other one.
    let anna = User::of(&mut stage, &token_with("anna", json!({ "room": { "id": 1234, "join": true } })));
    let refused = anna.ask(&mut stage, json!({ "request": "enter-muted", "room": 5678 }), &[]);
    assert_eq!(refused[0]["error"]["code"], 403);
}

#[test]
fn a_handle_that_is_detached_on_the_way_counts_until_its_flow_is_undone() {
    let subject = SubjectLimits { handles: 1, ..SubjectLimits::default() };
    let limits = Limits { subject, ..Limits::default() };
    let mut stage = Stage::new(Settings { limits, ..with_lesson() });
    let anna = User::of(&mut stage, &pupil(true));
    let (other, _) = stage.page_with(&pupil(true));
    stage.janus.inject(stage.now, Fault::Delay(Duration::from_secs(1)));
    anna.ask(&mut stage, to_lesson(json!(5)), &[]);
    stage.wait(Duration::from_millis(1500));
    let detach = json!({ "janus": "detach", "session_id": anna.session, "handle_id": anna.handle });
    assert_eq!(stage.ask(other, detach)["janus"], "success");
    let attach = json!({ "janus": "attach", "session_id": anna.session, "plugin": "bifrons.plugin.flow" });
    assert_eq!(stage.ask(other, attach.clone())["error"]["code"], 490);
    stage.wait(Duration::from_secs(5));
    assert_eq!(stage.all(anna.page)[0]["error"]["code"], 459);
    assert_eq!(stage.ask(other, attach)["janus"], "success");
}

#[test]
fn a_verdict_about_a_user_who_is_removed_meanwhile_has_no_effect() {
    for verdict in [Verdict::Allow, Verdict::Respond(json!({ "own": 1 }))] {
        let mut stage = Stage::new(Settings { consults: true, ..with_lesson() });
        let anna = User::of(&mut stage, &pupil(true));
        anna.ask(&mut stage, to_lesson(json!(5)), &[]);
        let (consultation, _) = stage.consultations.pop_front().unwrap();
        stage.gateway.change(stage.now, "app", "anna", Change::Ban(5.into()));
        stage.gateway.consulted(stage.now, consultation, verdict);
        stage.settle();
        assert_eq!(stage.all(anna.page)[0]["error"]["code"], 403);
        assert_eq!(stage.gateway.counts().1, 0);
    }
}
