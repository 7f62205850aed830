//! The SIP plugin of the mock server as an application's tests use it, and its injected races.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::mock::{Fault, MockJanus, Settings, SipRace};
use bifrons::plugins::sip::{self, Event as SipEvent, Sip, error_code};
use bifrons::{Connection, ErrorCode, Event, Handle, JsepType};
use support::sdp::{answer_to, offer};
use support::{next, wait_for, within};

struct Stage {
    janus: MockJanus,
    connection: Connection,
    alice: Handle<Sip>,
    bob: Handle<Sip>,
}

impl Stage {
    async fn start(settings: Settings) -> Self {
        let janus = MockJanus::start(settings).await.unwrap();
        let connection = bifrons::connect(janus.url()).await.unwrap();
        let session = connection.create().await.unwrap();
        let [alice, bob] = [session.attach().await.unwrap(), session.attach().await.unwrap()];
        register(&alice, "alice").await;
        register(&bob, "bob").await;
        Self { janus, connection, alice, bob }
    }

    async fn with_race(race: SipRace) -> Self {
        let stage = Self::start(Settings::default()).await;
        stage.janus.inject(Fault::SipRace(Some(race))).await;
        stage
    }

    /// Returns Bob's event for the call from Alice.
    async fn call(&self) -> sip::Incoming {
        let SipEvent::Incoming(call) =
            wait_for(&self.bob, "a call", |event| matches!(event, SipEvent::Incoming(_))).await
        else {
            unreachable!()
        };
        call
    }

    async fn accept(&self, by_hand: bool) {
        let incoming = self.call().await;
        let accept = {
            let mut request = sip::Accept::default().jsep(answer_to(&incoming.jsep.unwrap()));
            request.autoaccept_reinvites = by_hand.then_some(false);
            request
        };
        within("a response", self.bob.accept(accept)).await.unwrap();
    }

    /// Makes a call that Bob accepts.
    async fn connect_call(&self) {
        let (accepted, ()) = tokio::join!(self.alice.call(call("bob")), self.accept(true));
        assert_eq!(accepted.unwrap().jsep.unwrap().kind, JsepType::Answer);
    }

    async fn end(self) {
        self.connection.close().await;
        assert!(self.janus.sessions().await.is_empty());
    }
}

async fn register(handle: &Handle<Sip>, user: &str) {
    let register = sip::Register::new(format!("sip:{user}@example.org"))
        .secret("a password")
        .display_name(user.to_uppercase());
    let registered = within("a registration", handle.register(register)).await.unwrap();
    assert_eq!((&*registered.user, registered.register_sent), (user, true));
    wait_for(handle, "the event before the response", |event| matches!(event, SipEvent::Registering(_)))
        .await;
}

fn call(user: &str) -> sip::Call {
    sip::Call::new(format!("sip:{user}@example.org")).jsep(offer())
}

fn message(uri: Option<&str>) -> sip::SipMessage {
    {
        let mut request = sip::SipMessage::new("hello");
        request.uri = uri.map(str::to_owned);
        request
    }
}

async fn delivered(handle: &Handle<Sip>, message: sip::SipMessage) -> Option<i32> {
    handle.sip_message(message).await.unwrap();
    let event = wait_for(handle, "a delivery", |event| matches!(event, SipEvent::MessageDelivery(_))).await;
    let SipEvent::MessageDelivery(delivery) = event else { unreachable!() };
    Some(delivery.code)
}

/// Reads the SIP events in their order, up to the first of this kind.
async fn until(handle: &Handle<Sip>, last: fn(&SipEvent) -> bool) -> Vec<SipEvent> {
    let mut events = Vec::new();
    while let Some(event) = next(handle).await {
        if let Event::Plugin(event) = event {
            events.push(event);
            if events.last().is_some_and(last) {
                break;
            }
        }
    }
    events
}

#[tokio::test]
async fn a_call_is_accepted_changed_and_ended() {
    let stage = Stage::start(Settings::default()).await;
    let (alice, bob) = (&stage.alice, &stage.bob);
    let called = alice.call(call("bob").call_id("a-call"));
    let accept = async {
        let incoming = stage.call().await;
        assert_eq!(incoming.username, "sip:alice@example.org");
        assert_eq!(incoming.display_name.as_deref(), Some("\"ALICE\""));
        assert_eq!(incoming.call_id, "a-call");
        let jsep = Some(answer_to(&incoming.jsep.unwrap()));
        bob.accept({
            let mut request = sip::Accept::default();
            request.jsep = jsep;
            request
        })
        .await
        .unwrap();
    };
    let (accepted, ()) = tokio::join!(called, accept);
    let accepted = accepted.unwrap();
    assert_eq!(accepted.username.as_deref(), Some("sip:bob@example.org"));
    assert_eq!(accepted.jsep.unwrap().kind, JsepType::Answer);
    let events = until(alice, |event| matches!(event, SipEvent::Proceeding(_))).await;
    assert!(
        matches!(&events[..], [SipEvent::Calling(_), SipEvent::Ringing(_), SipEvent::Proceeding(_)]),
        "{events:?}"
    );
    assert!(matches!(next(alice).await, Some(Event::WebrtcUp)));

    let info = sip::Info::new("text/plain", "a text");
    alice.info(info).await.unwrap();
    let SipEvent::Info(info) = wait_for(bob, "the info", |event| matches!(event, SipEvent::Info(_))).await
    else {
        unreachable!()
    };
    assert_eq!((info.content.as_deref(), info.displayname.as_deref()), (Some("a text"), Some("\"ALICE\"")));
    alice.dtmf_info(sip::DtmfInfo::new("5")).await.unwrap();
    let SipEvent::Info(key) = wait_for(bob, "the key", |event| matches!(event, SipEvent::Info(_))).await
    else {
        unreachable!()
    };
    assert_eq!(key.content.as_deref(), Some("Signal=5\r\nDuration=160"));
    assert_eq!(delivered(bob, message(None)).await, Some(200));
    wait_for(alice, "the message", |event| matches!(event, SipEvent::Message(_))).await;
    alice.hold(sip::Hold::default()).await.unwrap();
    alice.unhold(sip::Unhold::default()).await.unwrap();

    alice.sip_hangup(sip::SipHangup::default()).await.unwrap();
    for (handle, reason) in [(alice, "to BYE"), (bob, "Session Terminated")] {
        let SipEvent::Hangup(over) =
            wait_for(handle, "the end", |event| matches!(event, SipEvent::Hangup(_))).await
        else {
            unreachable!()
        };
        assert_eq!((over.code, over.reason.as_deref()), (200, Some(reason)));
    }
    alice.unregister(sip::Unregister::default()).await.unwrap();
    let error = alice.call(call("bob")).await.unwrap_err();
    assert_eq!(error.plugin_code(), Some(error_code::WRONG_STATE));
    stage.end().await;
}

#[tokio::test]
async fn calls_without_an_answer_fail_with_their_code() {
    let stage = Stage::start(Settings::default()).await;
    let code = |error: bifrons::Error| error.plugin_code();
    assert_eq!(stage.alice.call(call("carol")).await.map_err(code).unwrap_err(), Some(404));
    let declined = async {
        stage.call().await;
        stage.bob.decline(sip::Decline::default()).await.unwrap().code
    };
    let (called, declined) = tokio::join!(stage.alice.call(call("bob")), declined);
    assert_eq!((called.map_err(code).unwrap_err(), declined), (Some(486), 486));
    assert_eq!(delivered(&stage.alice, message(Some("sip:carol@example.org"))).await, Some(404));
    let error = stage.bob.accept(sip::Accept::default().jsep(offer())).await.unwrap_err();
    assert_eq!(error.plugin_code(), Some(error_code::WRONG_STATE));
    stage.end().await;

    let newer = Stage::start(Settings { version: 1401, ..Settings::default() }).await;
    let declined = async {
        newer.call().await;
        newer.bob.decline(sip::Decline::default()).await.unwrap().code
    };
    let (called, declined) = tokio::join!(newer.alice.call(call("bob")), declined);
    assert_eq!((called.map_err(code).unwrap_err(), declined), (Some(603), 603));
    newer.end().await;
}

#[tokio::test]
async fn the_peer_accepts_a_change_of_the_call() {
    let stage = Stage::start(Settings::default()).await;
    stage.connect_call().await;
    stage.alice.hold(sip::Hold::default()).await.unwrap();
    let is_change: fn(&SipEvent) -> bool = |event| matches!(event, SipEvent::UpdatingCall(_));
    let SipEvent::UpdatingCall(change) = wait_for(&stage.bob, "a hold", is_change).await else {
        unreachable!()
    };
    let held = change.jsep.unwrap();
    assert!(held.sdp.contains("a=sendonly"), "{}", held.sdp);
    stage.bob.update(sip::Update::default().jsep(answer_to(&held))).await.unwrap();
    let update = sip::Update::default().jsep(offer());
    stage.alice.update(update).await.unwrap();
    let SipEvent::UpdatingCall(change) = wait_for(&stage.bob, "an update", is_change).await else {
        unreachable!()
    };
    let jsep = Some(answer_to(&change.jsep.unwrap()));
    stage
        .bob
        .update({
            let mut request = sip::Update::default();
            request.jsep = jsep;
            request
        })
        .await
        .unwrap();
    let changed =
        wait_for(&stage.alice, "the SDP answer", |event| matches!(event, SipEvent::Accepted(_))).await;
    let SipEvent::Accepted(changed) = changed else { unreachable!() };
    assert_eq!(changed.jsep.unwrap().kind, JsepType::Answer);
    // The end of the handle ends the call.
    stage.alice.detach().await.unwrap();
    wait_for(&stage.bob, "the end", |event| matches!(event, SipEvent::Hangup(_))).await;
    stage.end().await;
}

#[tokio::test]
async fn ringing_may_arrive_before_calling() {
    let stage = Stage::with_race(SipRace::RingingBeforeCalling).await;
    stage.connect_call().await;
    let events = until(&stage.alice, |event| matches!(event, SipEvent::Calling(_))).await;
    assert!(
        matches!(&events[..], [SipEvent::Ringing(_), SipEvent::Proceeding(_), SipEvent::Calling(_)]),
        "{events:?}"
    );
    stage.end().await;
}

#[tokio::test]
async fn an_early_accept_is_not_sent() {
    let stage = Stage::with_race(SipRace::AnswerNotSent).await;
    let soon = Timeout::After(Duration::from_millis(300));
    let waiting = stage.alice.request_with(call("bob"), soon);
    let (called, ()) = tokio::join!(waiting, stage.accept(false));
    assert_eq!(called.unwrap_err().code(), ErrorCode::Timeout);
    stage.alice.sip_hangup(sip::SipHangup::default()).await.unwrap();
    wait_for(&stage.bob, "the end", |event| matches!(event, SipEvent::Hangup(_))).await;

    let declined = async {
        stage.call().await;
        assert_eq!(stage.bob.decline(sip::Decline::default()).await.unwrap().extra["event"], "declining");
    };
    let (called, ()) = tokio::join!(stage.alice.request_with(call("bob"), soon), declined);
    assert_eq!(called.unwrap_err().code(), ErrorCode::Timeout);
    stage.alice.sip_hangup(sip::SipHangup::default()).await.unwrap();
    wait_for(&stage.bob, "the end", |event| matches!(event, SipEvent::Hangup(_))).await;

    let careful = async {
        let jsep = Some(answer_to(&stage.call().await.jsep.unwrap()));
        assert_eq!(delivered(&stage.bob, message(Some("sip:unknown@example.org"))).await, Some(404));
        stage
            .bob
            .accept({
                let mut request = sip::Accept::default();
                request.jsep = jsep;
                request
            })
            .await
            .unwrap();
    };
    let (called, ()) = tokio::join!(stage.alice.call(call("bob")), careful);
    called.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn declining_may_be_missing() {
    let stage = Stage::with_race(SipRace::NoDeclining).await;
    let declined = async {
        stage.call().await;
        within("the end of the call", stage.bob.decline(sip::Decline::default())).await.unwrap()
    };
    let (called, declined) = tokio::join!(stage.alice.call(call("bob")), declined);
    assert_eq!((called.unwrap_err().plugin_code(), declined.code), (Some(486), 486));
    assert_eq!(declined.extra["event"], "hangup", "the response is the end of the call");
    wait_for(&stage.bob, "the end", |event| matches!(event, SipEvent::Hangup(_))).await;
    stage.end().await;
}

#[tokio::test]
async fn a_hold_is_not_sent_before_the_responses_to_requests_in_the_call() {
    let stage = Stage::with_race(SipRace::ReinviteNotSent).await;
    stage.connect_call().await;
    let key = sip::DtmfInfo::new("5");
    stage.alice.dtmf_info(key).await.unwrap();
    stage.alice.hold(sip::Hold::default()).await.unwrap();
    assert_eq!(delivered(&stage.alice, message(None)).await, Some(200));
    let is_change: fn(&SipEvent) -> bool = |event| matches!(event, SipEvent::UpdatingCall(_));
    stage.alice.unhold(sip::Unhold::default()).await.unwrap();
    let events = until(&stage.bob, is_change).await;
    let changes: Vec<_> = events.into_iter().filter(is_change).collect();
    let [SipEvent::UpdatingCall(change)] = &changes[..] else { unreachable!("{changes:?}") };
    assert!(change.jsep.as_ref().unwrap().sdp.contains("a=sendrecv"), "the first change is the unhold");
    stage.end().await;
}
