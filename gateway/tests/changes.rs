//! Tokens that expire or are revoked, grants that change, and users who are removed, while their pages go on.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::{Duration, SystemTime};

use bifrons::{Id, mock};
use bifrons_gateway::core::relay::{AtExpiry, CloseCode, PageId, Settings};
use bifrons_gateway::core::revocation::Change;
use serde_json::{Value, json};
use support::grants;
use support::server::{token, token_of, token_with};
use support::stage::{Stage, settings};

const MINUTE: Duration = Duration::from_secs(60);

fn unix() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs()
}

/// A page in room 1234 as a publisher, and its handle.
fn in_room(stage: &mut Stage, token: &str) -> (PageId, (u64, u64)) {
    let (page, session) = stage.page_with(token);
    let handle = stage.attach((page, session), "videoroom");
    let join = json!({ "request": "join", "ptype": "publisher", "room": 1234 });
    stage.message(page, (session, handle), join);
    let joined = stage.receive(page);
    assert_eq!(joined["plugindata"]["data"]["videoroom"], "joined", "{joined}");
    (page, (session, handle))
}

fn publish(stage: &mut Stage, page: PageId, (session, handle): (u64, u64), kinds: &[&str]) -> Value {
    let jsep = serde_json::to_value(mock::offer_of(kinds).unwrap()).unwrap();
    stage.ask(page, json!({ "janus": "message", "session_id": session, "handle_id": handle, "body": { "request": "publish" }, "jsep": jsep }))
}

fn kinds(messages: &[Value]) -> Vec<&str> {
    messages.iter().filter_map(|message| message["janus"].as_str()).collect()
}

#[test]
fn a_page_is_warned_before_its_token_expires_and_a_newer_one_goes_on() {
    let mut stage = Stage::new(settings());
    let (page, session) = stage.page_with(&token_of("anna", &[("exp", (unix() + 300).into())]));
    stage.wait(Duration::from_secs(235));
    assert_eq!(kinds(&stage.all(page)), [""; 0]);
    stage.wait(Duration::from_secs(10));
    let warning = stage.receive(page);
    assert_eq!((&warning["janus"], &warning["session_id"]), (&json!("token_expiring"), &json!(session)));
    assert!((110..=120).contains(&warning["expires_in_s"].as_u64().unwrap()), "{warning}");
    stage.wait(MINUTE);
    assert_eq!(kinds(&stage.all(page)), [""; 0], "a page is warned once");
    let newer = token_of("anna", &[("exp", (unix() + 900).into())]);
    let keepalive = json!({ "janus": "keepalive", "session_id": session, "token": newer });
    assert_eq!(stage.ask(page, keepalive)["janus"], "ack");
    stage.wait(5 * MINUTE);
    stage.attach((page, session), "echotest");
    stage.wait(4 * MINUTE);
    assert_eq!(stage.receive(page)["janus"], "token_expiring");
}

#[test]
fn after_the_end_of_its_token_a_session_stays_without_new_requests_or_ends() {
    for (at_expiry, stays) in [(AtExpiry::Keep, true), (AtExpiry::End, false)] {
        let mut stage = Stage::new(Settings { at_expiry, ..settings() });
        let (page, session) = stage.page_with(&token_of("anna", &[("exp", (unix() + 60).into())]));
        stage.wait(MINUTE);
        assert_eq!(kinds(&stage.all(page)), ["token_expiring"]);
        stage.wait(2 * MINUTE);
        assert_eq!(stage.gateway.counts().0, usize::from(stays));
        assert_eq!(stage.janus.sessions().len(), usize::from(stays));
        assert_eq!(kinds(&stage.all(page)), if stays { vec![] } else { vec!["timeout"] });
        let attach = json!({ "janus": "attach", "session_id": session, "plugin": "janus.plugin.echotest" });
        assert_eq!(stage.ask(page, attach)["error"]["code"], if stays { 403 } else { 458 });
    }
}

#[test]
fn a_user_whose_tokens_are_revoked_is_out_until_it_has_a_newer_one() {
    let mut stage = Stage::new(settings());
    let old = token_of("anna", &[("exp", (unix() + 900).into()), ("iat", unix().into())]);
    let (page, session) = stage.page_with(&old);
    let (other, of_other) = stage.page_of("ben");
    stage.wait(MINUTE);
    stage.gateway.change(stage.now, "app", "anna", Change::Revoke);
    stage.settle();
    assert_eq!(kinds(&stage.all(page)), ["timeout"]);
    assert_eq!(stage.closed[&page], CloseCode::Revoked);
    assert_eq!(stage.janus.sessions().len(), 1);
    assert_eq!(stage.ask(other, json!({ "janus": "keepalive", "session_id": of_other }))["janus"], "ack");
    let mut create = |token: &str| {
        let page = stage.open("0.0.0.0");
        stage.ask(page, json!({ "janus": "create", "token": token }))["error"]["reason"].clone()
    };
    // Neither the old token, nor one that was made before, nor one that does not say when it was made.
    let revoked = "the token was revoked; get a new one";
    assert_eq!(create(&old), revoked);
    assert_eq!(
        create(&token_of("anna", &[("exp", (unix() + 901).into()), ("iat", (unix() + 30).into())])),
        revoked
    );
    assert_eq!(create(&token_of("anna", &[("exp", (unix() + 902).into())])), revoked);
    let claim = json!({ "janus": "claim", "session_id": session });
    let newer = token_of("anna", &[("exp", (unix() + 903).into()), ("iat", (unix() + 62).into())]);
    stage.wait(Duration::from_secs(3));
    let page = stage.open("0.0.0.0");
    assert_eq!(stage.ask(page, json!({ "janus": "create", "token": newer }))["janus"], "success");
    assert_eq!(stage.ask(page, claim)["error"]["code"], 458);
}

#[test]
fn grants_that_are_taken_end_what_they_allowed() {
    let mut stage = Stage::new(settings());
    let (page, place) = in_room(&mut stage, &token("anna"));
    assert_eq!(publish(&mut stage, page, place, &["audio", "video"])["janus"], "ack");
    let echo = stage.attach((page, place.0), "echotest");
    stage.all(page);
    let of_room = |publish: &[&str]| json!({ "room": { "id": 1234, "join": true, "publish": publish } });
    let grant = |grants: Value| Change::Grant(Box::new(support::grants(grants)));
    // All that it has is still granted, but for the echo test.
    stage.gateway.change(stage.now, "app", "anna", grant(of_room(&["audio", "video"])));
    stage.settle();
    let received = stage.all(page);
    assert_eq!((kinds(&received), &received[0]["sender"]), (vec!["detached"], &json!(echo)));
    // Without video it publishes nothing, and may publish audio again.
    stage.gateway.change(stage.now, "app", "anna", grant(of_room(&["audio"])));
    stage.settle();
    assert!(kinds(&stage.all(page)).contains(&"hangup"));
    assert_eq!(publish(&mut stage, page, place, &["audio", "video"])["error"]["code"], 403);
    assert_eq!(publish(&mut stage, page, place, &["audio"])["janus"], "ack");
    stage.all(page);
    // In another room it is out of this one.
    stage.gateway.change(stage.now, "app", "anna", grant(json!({ "room": { "id": 5, "join": true } })));
    stage.settle();
    let received = stage.all(page);
    assert_eq!((kinds(&received), &received[0]["sender"]), (vec!["detached"], &json!(place.1)));
    assert_eq!(stage.gateway.counts(), (1, 0));
    // A token that was made before grants no more than that, by whichever page it comes.
    let (again, session) = stage.page_with(&token("anna"));
    let handle = stage.attach((again, session), "videoroom");
    let join = json!({ "request": "join", "ptype": "publisher", "room": 1234 });
    assert_eq!(stage.message(again, (session, handle), join)["error"]["code"], 403);
}

#[test]
fn a_user_who_is_removed_from_a_room_stays_out_with_its_old_token() {
    let mut stage = Stage::new(settings());
    let old = token_of("guest", &[("exp", (unix() + 900).into()), ("iat", unix().into())]);
    let (guest, place) = in_room(&mut stage, &old);
    let (host, of_host) = in_room(&mut stage, &token("host"));
    stage.all(host);
    stage.gateway.ban(stage.now, "app", Some("guest"), &Id::Number(1234));
    stage.settle();
    let received = stage.all(guest);
    assert_eq!((kinds(&received), &received[0]["sender"]), (vec!["detached"], &json!(place.1)));
    let left = stage.all(host);
    assert!(left.iter().any(|event| !event["plugindata"]["data"]["leaving"].is_null()), "{left:?}");
    let handle = stage.attach((guest, place.0), "videoroom");
    let join = |room: u64| json!({ "request": "join", "ptype": "publisher", "room": room });
    let refused = stage.message(guest, (place.0, handle), join(1234));
    assert_eq!(refused["error"]["code"], 403);
    assert_eq!(refused["error"]["reason"], "the user was removed from this room; a newer token is needed");
    let create = json!({ "request": "create", "room": 5 });
    stage.message(guest, (place.0, handle), create);
    assert_eq!(stage.message(guest, (place.0, handle), join(5))["janus"], "ack");
    // All who are left.
    stage.gateway.ban(stage.now, "app", None, &Id::Number(1234));
    stage.settle();
    let received = stage.all(host);
    assert_eq!((kinds(&received), &received[0]["sender"]), (vec!["detached"], &json!(of_host.1)));
    // A newer token is worth what it says.
    stage.wait(Duration::from_secs(2));
    in_room(&mut stage, &token_of("guest", &[("exp", (unix() + 901).into()), ("iat", (unix() + 2).into())]));
}

#[test]
fn another_tenant_has_nothing_to_do_with_it() {
    let mut stage = Stage::new(settings());
    let (page, place) =
        in_room(&mut stage, &token_with("anna", json!({ "room": { "id": 1234, "join": true } })));
    stage.all(page);
    stage.gateway.change(stage.now, "other", "anna", Change::Revoke);
    stage.gateway.ban(stage.now, "other", None, &Id::Number(1234));
    stage.gateway.ban(stage.now, "app", None, &Id::Number(5));
    stage.gateway.change(stage.now, "app", "ben", Change::Grant(Box::new(grants(json!({})))));
    stage.settle();
    assert_eq!(kinds(&stage.all(page)), [""; 0]);
    assert!(stage.gateway.end_session(stage.now, place.0));
    stage.settle();
    assert_eq!(kinds(&stage.all(page)), ["timeout"]);
    assert!(!stage.gateway.end_session(stage.now, place.0));
}

#[test]
fn a_user_who_was_removed_does_not_return_by_writing_the_room_as_a_text() {
    let mut stage = Stage::new(settings());
    let (page, (session, _)) = in_room(&mut stage, &token("anna"));
    stage.gateway.ban(stage.now, "app", Some("anna"), &Id::from(1234));
    stage.settle();
    let handle = stage.attach((page, session), "videoroom");
    for room in [json!(1234), json!("1234")] {
        let join = json!({ "request": "join", "ptype": "publisher", "room": room });
        let refused = stage.message(page, (session, handle), join);
        assert_eq!(refused["error"]["code"], 403, "{refused}");
    }
}
