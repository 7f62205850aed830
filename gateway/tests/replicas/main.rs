//! Several gateways that share a store: a session goes on at whichever replica its page comes to.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod cluster;
mod records;
#[path = "../support/mod.rs"]
mod support;

use std::time::Duration;

use bifrons_gateway::core::relay::CloseCode;
use cluster::{Cluster, LEASE};
use serde_json::{Value, json};

const SECOND: Duration = Duration::from_secs(1);
/// By then the record is written.
const WRITTEN: Duration = Duration::from_secs(2);

#[test]
fn a_session_has_a_record_from_its_begin_to_its_end() {
    let mut cluster = Cluster::new(1);
    let (at, session, handle) = cluster.page(0, "anna");
    assert_eq!(cluster.record(session), Value::Null, "several changes are one write");
    cluster.wait(WRITTEN);
    let record = cluster.record(session);
    assert_eq!(
        (&record["owner"], &record["tenant"], &record["subject"]),
        (&json!("0"), &json!("app"), &json!("anna"))
    );
    assert_eq!(
        (&record["handles"][0]["id"], &record["handles"][0]["plugin"]),
        (&json!(handle), &json!("echotest"))
    );
    let destroy = json!({ "janus": "destroy", "session_id": session });
    assert_eq!(cluster.ask(at, destroy)["janus"], "success");
    assert_eq!(cluster.record(session), Value::Null);
    // Creating, and deleting.
    assert_eq!(cluster.records.operations, 2);
    assert_eq!(cluster.gateway(0).load().replica, 0);
}

#[test]
fn a_session_whose_replica_lives_is_handed_over() {
    let mut cluster = Cluster::new(2);
    let (before, session, handle) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    // The record does not have this one yet.
    let second = cluster.attach(before, session, "videoroom");
    cluster.lose(before);
    let (at, claimed) = cluster.come_back(1, "anna", session);
    assert_eq!((&claimed["janus"], &claimed["data"]["id"]), (&json!("success"), &json!(session)));
    assert_eq!(cluster.gateway(0).counts(), (0, 0));
    assert_eq!(cluster.gateway(1).counts(), (1, 2));
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    cluster.event(1, json!({ "janus": "slowlink", "uplink": true }));
    let mut event = cluster.receive(at);
    while event["janus"] == "event" {
        event = cluster.receive(at);
    }
    assert_eq!((&event["janus"], &event["sender"]), (&json!("slowlink"), &json!(second)));
    assert_eq!(cluster.created, 1, "it is the same session in Janus");
    let record = cluster.record(session);
    assert_eq!((&record["owner"], &record["epoch"]), (&json!("1"), &json!(1)));
    cluster.wait(30 * SECOND);
    assert_eq!(cluster.gateway(1).counts(), (1, 2));
}

#[test]
fn a_session_whose_replica_is_dead_goes_on_with_its_handles() {
    let mut cluster = Cluster::new(2);
    let (_, session, handle) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.kill(0);
    let (at, claimed) = cluster.come_back(1, "anna", session);
    assert_eq!(claimed["janus"], "success");
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    assert_eq!(cluster.created, 1);
    assert_eq!(cluster.gateway(1).counters().sessions_taken_over, 1);
    // A third one, and the life of the session is three writes more: two moves and its end.
    let third = cluster.start();
    cluster.kill(1);
    let (at, claimed) = cluster.come_back(third, "anna", session);
    assert_eq!(claimed["janus"], "success");
    assert_eq!(cluster.record(session)["epoch"], 2);
    assert_eq!(cluster.ask(at, json!({ "janus": "destroy", "session_id": session }))["janus"], "success");
    assert_eq!(cluster.record(session), Value::Null);
}

#[test]
fn a_replica_that_ends_leaves_its_sessions_with_what_was_not_written_yet() {
    let mut cluster = Cluster::new(2);
    let (at, session, handle) = cluster.page(0, "anna");
    cluster.stop(0);
    assert_eq!(cluster.closed.get(&at), Some(&CloseCode::GoingAway));
    assert_eq!(cluster.record(session)["handles"][0]["id"], handle);
    let (at, claimed) = cluster.come_back(1, "anna", session);
    assert_eq!(claimed["janus"], "success", "{claimed}");
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    assert_eq!(cluster.created, 1);
}

#[test]
fn pages_of_a_replica_that_drains_are_closed_one_after_the_other() {
    let mut cluster = Cluster::new(2);
    let pages = ["anna", "ben", "carl"].map(|user| (user, cluster.page(0, user)));
    cluster.gateway(0).drain();
    cluster.wait(5 * SECOND);
    for (user, (before, session, handle)) in pages {
        assert_eq!(cluster.closed.get(&before), Some(&CloseCode::GoingAway));
        let (at, claimed) = cluster.come_back(1, user, session);
        assert_eq!(claimed["janus"], "success", "{claimed}");
        assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    }
    assert_eq!(cluster.gateway(0).counts(), (0, 0));
}

#[test]
fn a_session_is_its_users_alone() {
    let mut cluster = Cluster::new(2);
    let (_, session, _) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    for (user, id) in [("ben", session), ("anna", session + 1)] {
        let (_, refused) = cluster.come_back(1, user, id);
        assert_eq!(refused["error"]["code"], 458, "{refused}");
    }
    assert_eq!(cluster.gateway(0).counts(), (1, 1));
    let at = cluster.open(1);
    assert_eq!(cluster.ask(at, json!({ "janus": "claim", "session_id": session }))["error"]["code"], 403);
}

#[test]
fn what_janus_has_no_longer_is_reported_as_detached() {
    let mut cluster = Cluster::new(2);
    let (before, session, handle) = cluster.page(0, "anna");
    let kept = cluster.attach(before, session, "videoroom");
    cluster.wait(WRITTEN);
    cluster.kill(0);
    // The record of a handle that has ended meanwhile.
    let (text, revision) = cluster.records.sessions[&session].clone();
    let mut record: Value = serde_json::from_str(&text).unwrap();
    for entry in record["handles"].as_array_mut().unwrap() {
        if entry["id"] == handle {
            entry["janus_handle"] = json!(4_242);
        }
    }
    cluster.records.sessions.insert(session, (record.to_string(), revision));
    let (at, claimed) = cluster.come_back(1, "anna", session);
    assert_eq!(claimed["janus"], "success");
    assert_eq!(cluster.receive(at), json!({ "janus": "detached", "session_id": session, "sender": handle }));
    assert_eq!(cluster.message(at, (session, handle))["error"]["code"], 459);
    assert_eq!(cluster.gateway(1).counts(), (1, 1));
    let body = json!({ "request": "exists", "room": 1234 });
    let exists = json!({ "janus": "message", "session_id": session, "handle_id": kept, "body": body });
    assert_eq!(cluster.ask(at, exists)["janus"], "success");
    cluster.wait(WRITTEN);
    assert_eq!(cluster.record(session)["handles"].as_array().unwrap().len(), 1);
}

#[test]
fn a_session_that_janus_has_no_longer_does_not_exist() {
    let mut cluster = Cluster::new(2);
    let (_, session, _) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.kill(0);
    // Nothing keeps it alive.
    cluster.wait(120 * SECOND);
    let (_, refused) = cluster.come_back(1, "anna", session);
    assert_eq!(refused["error"]["code"], 458);
    cluster.wait(WRITTEN);
    assert_eq!(cluster.record(session), Value::Null);
    assert_eq!(cluster.gateway(1).load().replica, 0);
}

#[test]
fn a_suspended_replica_loses_its_sessions_when_its_lease_is_over_and_sends_nothing_more() {
    let mut cluster = Cluster::new(2);
    let (before, session, handle) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.suspend(0);
    cluster.event(0, json!({ "janus": "slowlink", "uplink": true }));
    let (at, claimed) = cluster.come_back(1, "anna", session);
    assert_eq!(claimed, Value::Null, "the replica may be slow");
    cluster.wait(LEASE + 3 * SECOND);
    assert_eq!(cluster.response(at)["janus"], "success");
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    cluster.wait(30 * SECOND);
    cluster.receive(before);
    cluster.resume(0);
    assert_eq!(cluster.receive(before), Value::Null);
    assert_eq!(cluster.closed.get(&before), Some(&CloseCode::GoingAway));
    assert_eq!(cluster.gateway(0).counts(), (0, 0));
    cluster.wait(30 * SECOND);
    assert_eq!(cluster.record(session)["owner"], "1");
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
}

#[test]
fn a_suspended_replica_whose_sessions_were_not_taken_over_goes_on() {
    let mut cluster = Cluster::new(2);
    let (at, session, _) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.suspend(0);
    cluster.event(0, json!({ "janus": "slowlink", "uplink": true }));
    cluster.wait(20 * SECOND);
    cluster.records.is_away = true;
    cluster.resume(0);
    cluster.receive(at);
    assert_eq!(cluster.receive(at), Value::Null, "it is not confirmed that the session is still here");
    cluster.records.is_away = false;
    cluster.wait(10 * SECOND);
    assert_eq!(cluster.receive(at)["janus"], "slowlink");
    assert_eq!(cluster.gateway(0).load().replica, 0);
    assert_eq!(cluster.record(session)["owner"], "0");
}

#[test]
fn without_the_store_sessions_go_on_and_are_recorded_later() {
    let mut cluster = Cluster::new(2);
    let (at, session, handle) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.records.is_away = true;
    let (_, during, _) = cluster.page(0, "ben");
    cluster.wait(600 * SECOND);
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    let (_, refused) = cluster.come_back(1, "anna", session);
    assert_eq!(refused["error"]["code"], 490, "{refused}");
    let second = cluster.attach(at, session, "videoroom");
    cluster.records.is_away = false;
    // A store that comes back empty.
    cluster.records.sessions.clear();
    cluster.wait(5 * SECOND);
    assert_eq!(cluster.record(during)["owner"], "0");
    let handles = cluster.record(session)["handles"].clone();
    assert!(handles.as_array().unwrap().iter().any(|entry| entry["id"] == second), "{handles}");
    let (_, claimed) = cluster.come_back(1, "anna", session);
    assert_eq!(claimed["janus"], "success");
}

#[test]
fn a_write_whose_response_was_lost_counts() {
    let mut cluster = Cluster::new(2);
    cluster.records.loses_responses = true;
    let (at, session, _) = cluster.page(0, "anna");
    let (other, gone, _) = cluster.page(0, "ben");
    cluster.wait(WRITTEN);
    assert_eq!(cluster.ask(other, json!({ "janus": "destroy", "session_id": gone }))["janus"], "success");
    cluster.records.loses_responses = false;
    cluster.wait(10 * SECOND);
    assert_eq!(cluster.record(session)["owner"], "0");
    assert_eq!(cluster.record(gone), Value::Null);
    assert_eq!(cluster.gateway(0).load().replica, 0);
    assert_eq!(cluster.ask(at, json!({ "janus": "destroy", "session_id": session }))["janus"], "success");
    assert_eq!(cluster.record(session), Value::Null);
}

#[test]
fn the_newest_connection_of_a_page_gets_the_session() {
    let mut cluster = Cluster::new(3);
    let (_, session, handle) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.suspend(0);
    let (first, waiting) = cluster.come_back(1, "anna", session);
    assert_eq!(waiting, Value::Null);
    let (second, _) = cluster.come_back(1, "anna", session);
    assert_eq!(cluster.response(first)["error"]["code"], 490);
    // And one elsewhere.
    let (third, _) = cluster.come_back(2, "anna", session);
    cluster.wait(LEASE + 3 * SECOND);
    let responses = [second, third].map(|at| cluster.response(at)["janus"].clone());
    assert!(responses.contains(&json!("success")), "{responses:?}");
    let owner = cluster.record(session)["owner"].clone();
    let at = if owner == "1" { second } else { third };
    assert_eq!(cluster.message(at, (session, handle))["janus"], "ack");
    let counts: usize = [1, 2].map(|replica| cluster.gateway(replica).counts().0).iter().sum();
    assert_eq!(counts, 1);
}

#[test]
fn a_page_that_is_gone_again_while_it_claims_has_time_to_come_back() {
    let mut cluster = Cluster::new(2);
    let (_, session, _) = cluster.page(0, "anna");
    cluster.wait(WRITTEN);
    cluster.suspend(0);
    let (at, _) = cluster.come_back(1, "anna", session);
    cluster.lose(at);
    cluster.wait(LEASE + 3 * SECOND);
    assert_eq!(cluster.gateway(1).counts(), (1, 1));
    cluster.wait(15 * SECOND);
    assert_eq!(cluster.gateway(1).counts(), (0, 0), "and no more than the grace");
    assert_eq!(cluster.record(session), Value::Null);
}
