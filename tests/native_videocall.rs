//! VideoCall: every request, with a real Janus and two users who call each other.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::plugins::videocall::{self as call, Event, VideoCall, error_code};
use bifrons::{Connection, Handle, JsepType};
use support::{Janus, sdp, wait_for, within};

async fn registered(connection: &Connection, name: &str) -> Handle<VideoCall> {
    let handle: Handle<VideoCall> = connection.create().await.unwrap().attach().await.unwrap();
    let register = call::Register::new(name);
    let taken = within("a name", handle.register(register)).await.unwrap();
    assert_eq!(taken.username, name);
    handle
}

fn call(name: &str) -> call::Call {
    call::Call::new(name).jsep(sdp::offer())
}

#[tokio::test]
async fn two_users_call_each_other() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (alice, bob) = (registered(&connection, "alice").await, registered(&connection, "bob").await);
    let mut users = within("a list", alice.list(call::List::default())).await.unwrap().list;
    users.sort();
    assert_eq!(users, ["alice", "bob"]);

    let calling = within("a response", alice.call(call("bob"))).await.unwrap();
    assert_eq!(calling.event, "calling");
    let Event::IncomingCall(incoming) = wait_for(&bob, "a call", |_| true).await else { panic!("no call") };
    assert_eq!(incoming.username, "alice");
    let offer = incoming.jsep;
    assert_eq!(offer.kind, JsepType::Offer);

    let carol = registered(&connection, "carol").await;
    let busy = within("a response", carol.call(call("bob"))).await.unwrap();
    assert_eq!((busy.event, busy.reason.as_deref()), ("hangup".into(), Some("User busy")));

    let accept = call::Accept::default().jsep(sdp::answer_to(&offer));
    within("a response", bob.accept(accept)).await.unwrap();
    let Event::Accepted(accepted) = wait_for(&alice, "the SDP answer", |_| true).await else {
        panic!("no SDP answer")
    };
    assert_eq!(accepted.username.as_deref(), Some("bob"));
    assert_eq!(accepted.jsep.unwrap().kind, JsepType::Answer);

    let mute = call::Set::default().audio(false).bitrate(128_000);
    within("a response", alice.set(mute)).await.unwrap();
    let renew = call::Set::default().restart(true).jsep(sdp::offer());
    within("a response", alice.set(renew)).await.unwrap();
    let Event::Update(update) = wait_for(&bob, "the new offer", |_| true).await else { panic!("no update") };
    let answer = Some(sdp::answer_to(&update.jsep));
    within(
        "a response",
        bob.set({
            let mut request = call::Set::default();
            request.jsep = answer;
            request
        }),
    )
    .await
    .unwrap();
    let Event::Update(update) = wait_for(&alice, "the new SDP answer", |_| true).await else {
        panic!("no update")
    };
    assert_eq!(update.jsep.kind, JsepType::Answer);

    let end = call::HangupCall::default().reason("enough");
    let ended = within("a response", alice.hangup_call(end)).await.unwrap();
    assert_eq!(ended.reason, "Explicit hangup");
    // The end of Alice's PeerConnection may give Bob a hangup event before her request does.
    let with_her_reason = |event: &Event| matches!(event, Event::Hangup(end) if end.reason == "enough");
    let Event::Hangup(ended) = wait_for(&bob, "the end", with_her_reason).await else { panic!("no end") };
    assert_eq!(ended.username.as_deref(), Some("alice"));
    connection.close().await;
}

#[tokio::test]
async fn a_refusal_has_an_error_code() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    // A failed call ends its handle's PeerConnection; until then Janus accepts no other offer.
    let (alice, bob) = (registered(&connection, "alice").await, registered(&connection, "bob").await);
    let stranger: Handle<VideoCall> = connection.create().await.unwrap().attach().await.unwrap();
    let again = call::Register::new("alice");
    let refusals = [
        (within("a refusal", stranger.register(again)).await.unwrap_err(), error_code::USERNAME_TAKEN),
        (within("a refusal", stranger.call(call("alice"))).await.unwrap_err(), error_code::REGISTER_FIRST),
        (within("a refusal", alice.call(call("unknown"))).await.unwrap_err(), error_code::NO_SUCH_USERNAME),
        (within("a refusal", bob.call(call("bob"))).await.unwrap_err(), error_code::USE_ECHO_TEST),
        (within("a refusal", alice.accept(call::Accept::default())).await.unwrap_err(), error_code::NO_CALL),
    ];
    for (refusal, code) in refusals {
        assert_eq!(refusal.plugin_code(), Some(code), "{refusal}");
    }
    connection.close().await;
}
