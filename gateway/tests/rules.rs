//! Rules: what they allow, deny and change beyond the grants.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::sync::Arc;

use bifrons::time::Time;
use bifrons_gateway::core::decision::{Allowed, Asking};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::identity::Identity;
use bifrons_gateway::core::refusal::{Cause, Refusal};
use bifrons_gateway::core::rules::{Rule, Rules};
use serde_json::{Value, json};
use support::{KEYS, grants, object, plugin};

struct Case {
    who: Identity,
    rules: Rules,
}

impl Case {
    fn new(of_token: Grants, rules: Value) -> Self {
        let rules: Vec<Rule> = serde_json::from_value(rules).unwrap();
        let who = Identity {
            tenant: Arc::from("app"),
            subject: Arc::from("anna"),
            roles: vec!["guest".to_owned()],
            grants: of_token,
            token_grants: Grants::default(),
            at_most: None,
            banned: Vec::new(),
            issued: None,
            accepted: Time::ZERO,
            expires: Time::ZERO,
        };
        Self { who, rules: Rules::new(rules) }
    }

    fn ask_with(&self, name: &str, body: Value, offer: Option<&str>) -> Result<Allowed, Refusal> {
        let asking = Asking {
            grants: &self.who.grants,
            at_most: self.who.at_most.as_deref(),
            keys: &KEYS,
            plugin: plugin(name),
            entered: &[],
            banned: &[],
            offer,
        };
        self.rules.decide(&self.who, &asking, object(body))
    }

    fn ask(&self, body: Value) -> Result<Allowed, Refusal> {
        self.ask_with("videoroom", body, None)
    }
}

fn body(allowed: Allowed) -> Value {
    Value::Object(allowed.body)
}

#[test]
fn a_rule_allows_without_a_grant_and_with_the_body_as_it_is() {
    let case = Case::new(
        Grants::default(),
        json!([{ "plugins": ["videoroom"], "requests": ["create"], "allow": true, "when": "body.room < 10" }]),
    );
    let create = |room: u64| json!({ "request": "create", "room": room, "secret": "own", "later": 1, "app": { "x": 1 } });
    let allowed = case.ask(create(1)).unwrap();
    assert!(allowed.by_rule);
    assert_eq!(allowed.id, Some(1.into()));
    assert_eq!(body(allowed), json!({ "request": "create", "room": 1, "secret": "own", "later": 1 }));
    assert_eq!(case.ask(create(10)).unwrap_err().cause, Cause::NotGranted);
    assert_eq!(case.ask(json!({ "request": "kick", "room": 1 })).unwrap_err().cause, Cause::NotGranted);
    assert_eq!(case.ask_with("audiobridge", create(1), None).unwrap_err().cause, Cause::NotGranted);
}

#[test]
fn a_request_that_no_definition_knows_needs_a_rule_that_names_it() {
    let of = |requests: Value| {
        Case::new(
            Grants::default(),
            json!([{ "plugins": ["videoroom"], "requests": requests, "allow": true }]),
        )
    };
    let newer = json!({ "request": "newer", "x": 1 });
    assert_eq!(of(json!(["create"])).ask(newer.clone()).unwrap_err().cause, Cause::UnknownRequest);
    assert_eq!(body(of(json!(["newer"])).ask(newer.clone()).unwrap()), newer);
    assert_eq!(body(of(json!(["*"])).ask(newer.clone()).unwrap()), newer);
}

#[test]
fn a_denial_wins_whatever_stands_before_or_behind_it() {
    let deny = json!({ "name": "closed", "plugins": ["*"], "requests": ["join"], "deny": { "code": 499, "reason": "after hours" } });
    let allow = json!({ "plugins": ["*"], "requests": ["*"], "allow": true });
    for rules in [json!([allow, deny]), json!([deny, allow])] {
        let case = Case::new(support::everything(), rules);
        let refusal = case.ask(json!({ "request": "join", "ptype": "publisher", "room": 1 })).unwrap_err();
        assert_eq!((refusal.code(), &*refusal.reason), (499, "after hours"));
        assert_eq!(refusal.rule.as_deref(), Some("closed"));
        assert!(case.ask(json!({ "request": "list" })).is_ok());
    }
}

#[test]
fn rules_are_for_tenants_and_roles() {
    let of = |tenants: Value, roles: Value| {
        let rule =
            json!({ "tenants": tenants, "roles": roles, "plugins": ["*"], "requests": ["*"], "allow": true });
        Case::new(Grants::default(), json!([rule])).ask(json!({ "request": "list" })).is_ok()
    };
    assert!(of(json!([]), json!([])));
    assert!(of(json!(["app"]), json!(["host", "guest"])));
    assert!(!of(json!(["other"]), json!([])));
    assert!(!of(json!([]), json!(["host"])));
}

#[test]
fn what_rules_change_is_changed_in_their_order() {
    let case = Case::new(
        grants(json!({ "room": { "id": "*", "create": true } })),
        json!([
            { "plugins": ["videoroom"], "requests": ["create"], "set": { "is_private": true }, "default": { "publishers": 6, "bitrate": 1 } },
            { "plugins": ["videoroom"], "requests": ["create"], "cap": { "publishers": 10, "bitrate": 512_000 }, "remove": ["description"] },
        ]),
    );
    let create = |more: Value| {
        let mut all = object(json!({ "request": "create", "room": 1 }));
        all.extend(object(more));
        let allowed = case.ask(Value::Object(all)).unwrap();
        let mut changed = allowed.body;
        changed.retain(|name, _| !["request", "room", "secret", "pin", "admin_key"].contains(&&**name));
        Value::Object(changed)
    };
    assert_eq!(
        create(json!({ "description": "x" })),
        json!({ "is_private": true, "publishers": 6, "bitrate": 1 })
    );
    assert_eq!(
        create(json!({ "is_private": false, "publishers": 100, "bitrate": 600_000 })),
        json!({ "is_private": true, "publishers": 10, "bitrate": 512_000 })
    );
    assert_eq!(
        create(json!({ "publishers": "100" }))["publishers"],
        json!(10),
        "what is no number is not passed on"
    );
}

#[test]
fn a_condition_that_cannot_be_evaluated_denies() {
    for when in ["body.missing == 1", "body.room + 'x' == 1", "body.room", "body.missing.more"] {
        let case = Case::new(
            support::everything(),
            json!([{ "name": "r", "plugins": ["videoroom"], "requests": ["destroy"], "allow": true, "when": when }]),
        );
        let refusal = case.ask(json!({ "request": "destroy", "room": 1 })).unwrap_err();
        assert_eq!((refusal.cause, refusal.rule.as_deref()), (Cause::Denied, Some("r")), "{when}");
        assert_eq!(refusal.reason, "the condition of the rule `r` can't be evaluated for this request");
        assert!(case.ask(json!({ "request": "list" })).is_ok(), "other requests do not need the condition");
    }
    for when in ["body.room ==", "nothing"] {
        let wrong = serde_json::from_value::<Rule>(json!({ "when": when }));
        assert!(wrong.is_err(), "a condition that can't be read is an error of the configuration: {when}");
    }
    assert!(serde_json::from_value::<Rule>(json!({ "alow": true })).is_err());
}

#[test]
fn conditions_see_who_asks_what_and_what_is_published() {
    let offer = "v=0\r\nm=audio 9 X 1\r\n";
    for (when, holds) in [
        ("tenant == 'app' && subject == 'anna' && 'guest' in roles", true),
        ("plugin == 'videoroom' && request == 'publish'", true),
        ("publishes == ['audio']", true),
        ("'video' in publishes", false),
        ("has(body.audio) && body.audio && body.list.size() == 2 && body.big > 4294967296", true),
        ("body.text.startsWith('x') || body.number == 1.5", true),
    ] {
        let rule = json!([{ "plugins": ["*"], "requests": ["*"], "allow": true, "when": when }]);
        let case = Case::new(Grants::default(), rule);
        let publish = json!({ "request": "publish", "audio": true, "list": [1, 2], "big": 9_007_199_254_740_991_u64, "text": "y", "number": 1.5 });
        assert_eq!(case.ask_with("videoroom", publish, Some(offer)).is_ok(), holds, "{when}");
    }
}
