//! Limits: how much a user may have, and how often users, addresses and tenants may ask.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons_gateway::core::limits::{Limits, Rate, RateLimits, Rates, SubjectLimits};
use bifrons_gateway::core::relay::{CloseCode, Settings};
use serde_json::json;
use support::server::token;
use support::stage::{Stage, settings};

fn with(limits: Limits) -> Stage {
    Stage::new(Settings { limits, ..settings() })
}

fn unlimited() -> RateLimits {
    RateLimits { subject: Rates::default(), address: Rates::default(), tenant: Rates::default() }
}

fn rate(per_second: f64, burst: u32) -> Option<Rate> {
    Rate::new(per_second, burst)
}

#[test]
fn a_user_has_so_many_sessions_and_handles_by_all_its_pages() {
    let subject = SubjectLimits { sessions: 2, handles: 3, ..SubjectLimits::default() };
    let mut stage = with(Limits { subject, ..Limits::default() });
    let (first, session) = stage.page_of("anna");
    let (second, other) = stage.page_of("anna");
    let create = json!({ "janus": "create" });
    let refused = stage.ask(second, create.clone());
    assert_eq!(refused["error"]["code"], 490);
    assert_eq!(refused["error"]["reason"], "the user has as many sessions as it may have, 2");
    stage.page_of("ben");
    for place in [(first, session), (second, other), (first, session)] {
        stage.attach(place, "echotest");
    }
    let attach = json!({ "janus": "attach", "session_id": other, "plugin": "janus.plugin.echotest" });
    assert_eq!(stage.ask(second, attach.clone())["error"]["code"], 490);
    // What ends makes room: a session with its handles.
    assert_eq!(stage.ask(first, json!({ "janus": "destroy", "session_id": session }))["janus"], "success");
    assert_eq!(stage.ask(second, attach)["janus"], "success");
    assert_eq!(stage.ask(first, create)["janus"], "success");
}

#[test]
fn what_is_being_created_counts_and_what_fails_does_not() {
    let subject = SubjectLimits { sessions: 1, handles: 1, ..SubjectLimits::default() };
    let mut stage = with(Limits { subject, rates: unlimited(), ..Limits::default() });
    let (page, session) = stage.page_of("anna");
    // Two requests at once: the second one comes before the response to the first.
    let attach = |transaction: &str| {
        json!({ "janus": "attach", "transaction": transaction, "session_id": session, "plugin": "janus.plugin.echotest" }).to_string()
    };
    for transaction in ["1", "2"] {
        stage.gateway.page_message(stage.now, page, &attach(transaction));
    }
    stage.settle();
    let answers = [stage.receive(page), stage.receive(page)];
    let refused = answers.iter().find(|answer| answer["janus"] == "error").unwrap();
    assert_eq!((&refused["transaction"], &refused["error"]["code"]), (&json!("2"), &json!(490)));
    let attached = answers.iter().find(|answer| answer["janus"] == "success").unwrap();
    let handle = &attached["data"]["id"];
    stage.ask(page, json!({ "janus": "detach", "session_id": session, "handle_id": handle }));
    // One that Janus refuses is not kept.
    for _ in 0..3 {
        let unknown = json!({ "janus": "attach", "session_id": session, "plugin": "janus.plugin.lua" });
        let refused = stage.ask(page, unknown);
        assert_eq!(refused["error"]["code"], 460, "{refused}");
    }
    stage.attach((page, session), "echotest");
}

#[test]
fn requests_that_come_too_often_are_refused_until_time_has_passed() {
    let subject = Rates { requests: rate(10.0, 5), creates: rate(1.0, 3), ..Rates::default() };
    let mut stage = with(Limits { rates: RateLimits { subject, ..unlimited() }, ..Limits::default() });
    let (page, session) = stage.page_of("anna");
    let handle = stage.attach((page, session), "echotest");
    let echo = json!({ "audio": true });
    for _ in 0..5 {
        assert_eq!(stage.message(page, (session, handle), echo.clone())["janus"], "ack");
    }
    let refused = stage.message(page, (session, handle), echo.clone());
    assert_eq!(refused["error"]["code"], 490);
    let reason = "too many requests were sent by this user; try again in 1 s";
    assert_eq!(refused["error"]["reason"], reason);
    // Keepalives are free, other users have limits of their own, and other pages of the user have not.
    assert_eq!(stage.ask(page, json!({ "janus": "keepalive", "session_id": session }))["janus"], "ack");
    let (other, of_other) = stage.page_of("ben");
    let handle_of_other = stage.attach((other, of_other), "echotest");
    assert_eq!(stage.message(other, (of_other, handle_of_other), echo.clone())["janus"], "ack");
    let (again, _) = stage.page_of("anna");
    assert_eq!(stage.message(again, (session, handle), echo.clone())["error"]["reason"], reason);
    // The third creation was the last one of the burst.
    let created = stage.ask(again, json!({ "janus": "create" }));
    assert_eq!(
        created["error"]["reason"],
        "too many sessions, handles and rooms were created by this user; try again in 1 s"
    );
    stage.wait(Duration::from_secs(1));
    for _ in 0..5 {
        assert_eq!(stage.message(page, (session, handle), echo.clone())["janus"], "ack");
    }
    assert_eq!(stage.message(page, (session, handle), echo)["error"]["code"], 490);
    assert_eq!(stage.ask(again, json!({ "janus": "create" }))["janus"], "success");
}

#[test]
fn rooms_count_as_created() {
    let subject = Rates { creates: rate(1.0, 3), ..Rates::default() };
    let mut stage = with(Limits { rates: RateLimits { subject, ..unlimited() }, ..Limits::default() });
    let (page, session) = stage.page_of("anna");
    let handle = stage.attach((page, session), "videoroom");
    let create = json!({ "request": "create" });
    let created = stage.message(page, (session, handle), create.clone());
    assert_eq!(created["plugindata"]["data"]["videoroom"], "created");
    assert_eq!(stage.message(page, (session, handle), create)["error"]["code"], 490);
}

#[test]
fn a_page_that_goes_on_is_left() {
    let subject = Rates { requests: rate(1.0, 1), ..Rates::default() };
    let mut stage = with(Limits { rates: RateLimits { subject, ..unlimited() }, ..Limits::default() });
    let (page, session) = stage.page_of("anna");
    let hangup = json!({ "janus": "claim", "session_id": session });
    assert_eq!(stage.ask(page, hangup.clone())["janus"], "success");
    for _ in 0..99 {
        assert_eq!(stage.ask(page, hangup.clone())["error"]["code"], 490);
    }
    assert!(stage.closed.is_empty());
    stage.ask(page, hangup);
    assert_eq!(stage.closed[&page], CloseCode::TooOften);
}

#[test]
fn an_address_has_limits_for_all_its_pages() {
    let address = Rates { requests: rate(1.0, 3), connections: rate(1.0, 2), ..Rates::default() };
    let mut stage = with(Limits { rates: RateLimits { address, ..unlimited() }, ..Limits::default() });
    let ping = json!({ "janus": "ping" });
    for _ in 0..3 {
        let page = stage.open("10.0.0.1");
        assert_eq!(stage.ask(page, ping.clone())["janus"], "pong");
    }
    let page = stage.open("10.0.0.1");
    let refused = stage.ask(page, ping.clone());
    assert_eq!(refused["error"]["reason"], "too many requests were sent by this address; try again in 1 s");
    for address in ["10.0.0.2", "2001:db8::1"] {
        let page = stage.open(address);
        assert_eq!(stage.ask(page, ping.clone())["janus"], "pong");
    }
    let mut admits = |address: &str| stage.gateway.admit(stage.now, address.parse().unwrap()).is_ok();
    assert!(admits("2001:db8::1") && admits("2001:db8::2"));
    assert!(!admits("2001:db8::3"), "all of a network of IPv6 are one");
    assert!(admits("2001:db8:1::3"));
}

#[test]
fn a_tenant_has_limits_for_all_its_users() {
    let tenant = Rates { creates: rate(1.0, 2), ..Rates::default() };
    let mut stage = with(Limits { rates: RateLimits { tenant, ..unlimited() }, ..Limits::default() });
    stage.page_of("anna");
    stage.page_of("ben");
    let page = stage.open("0.0.0.0");
    let refused = stage.ask(page, json!({ "janus": "create", "token": token("carla") }));
    assert_eq!(refused["error"]["code"], 490);
}

#[test]
fn after_too_many_refused_tokens_of_an_address_only_known_ones_are_accepted() {
    let address = Rates { refused_tokens: rate(0.5, 3), ..Rates::default() };
    let mut stage = with(Limits { rates: RateLimits { address, ..unlimited() }, ..Limits::default() });
    // One minted a second later is another token.
    let [anna, ben] = [token("anna"), token("ben")];
    let mut create = |address: &str, token: &str| {
        let page = stage.open(address);
        stage.ask(page, json!({ "janus": "create", "token": token }))["error"]["reason"].clone()
    };
    assert!(create("10.0.0.1", &anna).is_null());
    for number in 0..3 {
        let forged = format!("{}{number}", token("eve"));
        assert_eq!(create("10.0.0.1", &forged), "the token's signature is wrong");
    }
    let refused = "too many tokens were refused by this address; try again in 2 s";
    assert_eq!(create("10.0.0.1", &ben), refused);
    assert!(create("10.0.0.1", &anna).is_null(), "her token is known");
    assert!(create("10.0.0.2", &ben).is_null());
    assert!(create("10.0.0.1", &ben).is_null(), "his is known now, too");
    stage.wait(Duration::from_secs(2));
    let page = stage.open("10.0.0.1");
    assert_eq!(stage.ask(page, json!({ "janus": "create", "token": token("carla") }))["janus"], "success");
}

#[test]
fn what_pages_do_is_counted() {
    let mut stage = Stage::new(settings());
    let (page, session) = stage.page_of("anna");
    let handle = stage.attach((page, session), "videoroom");
    stage.message(page, (session, handle), json!({ "request": "publish_remotely" }));
    stage.message(page, (session, handle), json!({ "request": "no such thing" }));
    stage.message(page, (session, handle), json!({ "request": "exists", "room": 1 }));
    stage.ask(page, json!({ "janus": "no such verb", "session_id": session }));
    let stranger = stage.open("0.0.0.0");
    stage.ask(stranger, json!({ "janus": "create", "token": "x" }));
    let counters = stage.gateway.counters();
    let mut counted: Vec<_> = counters
        .requests
        .iter()
        .map(|(kind, count)| (kind.verb, kind.plugin, kind.request, kind.decision, *count))
        .collect();
    counted.sort_unstable();
    assert_eq!(
        counted,
        [
            ("attach", "", "", "allowed", 1),
            ("create", "", "", "allowed", 1),
            ("create", "", "", "token_refused", 1),
            ("message", "videoroom", "exists", "allowed", 1),
            ("message", "videoroom", "other", "unknown_request", 1),
            ("message", "videoroom", "publish_remotely", "not_granted", 1),
            ("other", "", "", "unknown_verb", 1),
        ]
    );
    assert_eq!((counters.pages_opened, counters.sessions_created), (2, 1));
    assert_eq!(counters.refused_tokens.values().sum::<u64>(), 1);
    assert_eq!(counters.response_times.count, 3, "a session, a handle, and what exists");
}
