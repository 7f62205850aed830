//! Whatever becomes of a page, its handle, its session or Janus in the middle of a flow: the page's request has one
//! outcome, and nothing is left.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::mock::{self, Fault};
use bifrons_gateway::core::relay::{Flow, FlowStep, Load, PageId, Settings};
use bifrons_gateway::core::revocation::Change;
use serde_json::{Value, json};
use support::object;
use support::server::token_of;
use support::stage::{Stage, settings};

/// How long each message of Janus takes.
const STEP: Duration = Duration::from_millis(500);

/// More than the requests that any flow makes.
const MOST_STEPS: u32 = 8;

/// What happens in the middle of a flow.
#[derive(Clone, Debug)]
enum Mishap {
    PageClosed,
    Detached,
    SessionDestroyed,
    SessionEnded,
    Banned,
    Revoked,
    Fault(Fault),
}

const MISHAPS: [Mishap; 12] = [
    Mishap::PageClosed,
    Mishap::Detached,
    Mishap::SessionDestroyed,
    Mishap::SessionEnded,
    Mishap::Banned,
    Mishap::Revoked,
    Mishap::Fault(Fault::Disconnect),
    Mishap::Fault(Fault::Restart),
    Mishap::Fault(Fault::ForgetHandles),
    Mishap::Fault(Fault::ForgetSessions),
    Mishap::Fault(Fault::ExpireSessions),
    Mishap::Fault(Fault::Lose(2)),
];

/// The requests of pages, by the names that a failing test shows.
fn asked() -> Vec<Value> {
    let register = json!({ "username": "sip:anna@example.org", "secret": "x" });
    vec![
        json!({ "request": "enter", "room": 5 }),
        json!({ "request": "watch", "room": 1234, "streams": [{ "feed": 1 }] }),
        json!({ "request": "watch", "id": 7 }),
        json!({ "request": "call", "as": "anna", "username": "ben" }),
        json!({ "request": "call", "uri": "sip:ben@example.org", "register": register }),
        json!({ "request": "declared", "room": 6 }),
    ]
}

fn stage() -> Stage {
    let step = |request: Value| FlowStep { request: object(request), ..FlowStep::default() };
    let declared = Flow {
        name: "declared".into(),
        plugin: "videoroom".into(),
        steps: vec![
            FlowStep {
                undo: Some(object(json!({ "request": "destroy", "room": "$body.room" }))),
                allowed: true,
                ..step(json!({ "request": "create", "room": "$body.room" }))
            },
            step(json!({ "request": "exists", "room": "$body.room" })),
            step(json!({ "request": "listparticipants", "room": "$body.room" })),
        ],
        last: object(json!({ "request": "join", "ptype": "publisher", "room": "$body.room" })),
        ..Flow::default()
    };
    let presets = BTreeMap::from([("class".to_owned(), object(json!({ "publishers": 2 })))]);
    Stage::new(Settings { presets, flows: vec![declared], ..settings() })
}

fn tokens() -> String {
    let mut janus = serde_json::to_value(support::everything()).unwrap();
    janus["room"][0]["preset"] = "class".into();
    token_of("anna", &[("janus", janus), ("exp", json!(u32::MAX))])
}

fn rooms(stage: &mut Stage) -> Vec<u64> {
    let (page, session) = stage.page_of("host");
    let handle = stage.attach((page, session), "videoroom");
    let list = stage.message(page, (session, handle), json!({ "request": "list" }));
    let rooms = list["plugindata"]["data"]["list"].as_array().unwrap();
    let rooms = rooms.iter().map(|room| room["room"].as_u64().unwrap()).filter(|room| *room < 100).collect();
    stage.ask(page, json!({ "janus": "destroy", "session_id": session }));
    stage.gateway.page_closed(stage.now, page);
    rooms
}

struct Run {
    stage: Stage,
    page: PageId,
    other: PageId,
    session: u64,
    handle: u64,
}

impl Run {
    fn begin(body: &Value) -> Self {
        let mut stage = stage();
        let token = tokens();
        let (page, session) = stage.page_with(&token);
        let attach = json!({ "janus": "attach", "session_id": session, "plugin": "bifrons.plugin.flow" });
        let handle = stage.ask(page, attach)["data"]["id"].as_u64().unwrap();
        let other = stage.open("0.0.0.0");
        stage.ask(other, json!({ "janus": "ping", "token": token }));
        stage.janus.inject(stage.now, Fault::Delay(STEP));
        let jsep = serde_json::to_value(mock::offer_of(&["audio"]).unwrap()).unwrap();
        let mut message = json!({ "janus": "message", "transaction": "flow", "session_id": session,
            "handle_id": handle, "body": body });
        if !matches!(body["request"].as_str(), Some("watch" | "declared")) {
            message["jsep"] = jsep;
        }
        stage.send(page, &message);
        Self { stage, page, other, session, handle }
    }

    fn suffer(&mut self, mishap: &Mishap) {
        let Self { stage, page, other, session, handle } = self;
        let about = |verb: &str| json!({ "janus": verb, "transaction": verb, "session_id": session, "handle_id": handle });
        match mishap {
            Mishap::PageClosed => stage.gateway.page_closed(stage.now, *page),
            Mishap::Detached => stage.send(*other, &about("detach")),
            Mishap::SessionDestroyed => {
                let destroy = json!({ "janus": "destroy", "transaction": "destroy", "session_id": session });
                stage.send(*other, &destroy);
            }
            Mishap::SessionEnded => drop(stage.gateway.end_session(stage.now, *session)),
            Mishap::Banned => {
                for room in [5, 6, 7, 1234] {
                    stage.gateway.change(stage.now, "app", "anna", Change::Ban(room.into()));
                }
            }
            Mishap::Revoked => stage.gateway.change(stage.now, "app", "anna", Change::Revoke),
            Mishap::Fault(fault) => stage.janus.inject(stage.now, fault.clone()),
        }
        stage.settle();
    }
}

impl Run {
    /// The page's request has one outcome, and its next messages do not wait. Returns whether the flow has failed.
    fn check_outcome(&mut self, mishap: &Mishap, before: &[Value], shown: &str) -> bool {
        let received = [before, &self.stage.all(self.page)].concat();
        let of_flow = |message: &&Value| message["transaction"] == "flow" && message["janus"] != "event";
        let outcomes: Vec<_> = received.iter().filter(of_flow).collect();
        assert!(outcomes.len() <= 1, "{shown}: {received:#?}");
        if !matches!(mishap, Mishap::PageClosed | Mishap::Revoked) {
            assert_eq!(outcomes.len(), 1, "{shown}: {received:#?}");
            let pong = self.stage.ask(self.page, json!({ "janus": "ping" }));
            assert_eq!(pong["janus"], "pong", "{shown}");
        }
        outcomes.iter().all(|outcome| outcome["janus"] == "error")
    }

    /// Each room that is left at Janus counts, and none is left whose flow has failed while the session was there.
    fn check_rooms(&mut self, mishap: &Mishap, has_failed: bool, shown: &str) {
        for healed in [Fault::Delay(Duration::ZERO), Fault::Lose(0)] {
            self.stage.janus.inject(self.stage.now, healed);
        }
        self.stage.wait(Duration::from_secs(3));
        let (left, load) = (rooms(&mut self.stage), self.stage.gateway.load());
        assert!(left.len() <= load.created_rooms, "{shown}: {left:?}");
        if has_failed && matches!(mishap, Mishap::PageClosed | Mishap::Detached | Mishap::Banned) {
            assert!(left.is_empty(), "{shown}: {left:?}");
            assert_eq!(load.created_rooms, 0, "{shown}");
        }
    }

    fn check_empty(&mut self, shown: &str) {
        for page in [self.page, self.other] {
            self.stage.gateway.page_closed(self.stage.now, page);
        }
        // Longer than Janus's own time for a session without keepalives, since a message may be lost.
        self.stage.wait(Duration::from_secs(100));
        let load = self.stage.gateway.load();
        let nothing = Load {
            sessions: load.sessions.keys().map(|tenant| (tenant.clone(), 0)).collect(),
            created_rooms: load.created_rooms,
            upstreams: load.upstreams.clone(),
            ..Load::default()
        };
        assert_eq!(load, nothing, "{shown}");
        assert!(self.stage.janus.sessions().is_empty(), "{shown}");
    }
}

#[test]
fn each_flow_has_one_outcome_and_leaves_nothing() {
    let mut failed = 0;
    for body in asked() {
        for step in 0..MOST_STEPS {
            for mishap in MISHAPS {
                let shown = format!("{body} after {step} steps: {mishap:?}");
                let mut run = Run::begin(&body);
                run.stage.wait(STEP * step);
                let before = run.stage.all(run.page);
                run.suffer(&mishap);
                run.stage.wait(Duration::from_secs(50));
                let has_failed = run.check_outcome(&mishap, &before, &shown);
                run.check_rooms(&mishap, has_failed, &shown);
                run.check_empty(&shown);
                failed += usize::from(has_failed);
            }
        }
    }
    assert!(failed > 100, "{failed}");
}

#[test]
fn a_flow_that_is_undone_may_be_tried_again() {
    for body in asked() {
        let mut run = Run::begin(&body);
        // No response to `attach`.
        run.stage.janus.inject(run.stage.now, Fault::Lose(1));
        run.stage.wait(Duration::from_secs(12));
        let received = run.stage.all(run.page);
        assert_eq!(received[0]["error"]["code"], 490, "{body}: {received:#?}");
        run.stage.janus.inject(run.stage.now, Fault::Delay(Duration::ZERO));
        run.stage.wait(Duration::from_secs(2));
        let enter = json!({ "janus": "message", "session_id": run.session, "handle_id": run.handle,
            "body": { "request": "enter", "room": 5 } });
        assert_eq!(run.stage.ask(run.page, enter)["janus"], "ack", "{body}");
    }
}
