//! SIP: every request, put to a real Janus whose handles call each other by a registrar.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::sip::{self, Event, Sip, error_code};
use bifrons::{Connection, ErrorCode, Handle, JsepType};
use support::registrar::Registrar;
use support::{Janus, sdp, told, within};

/// A Janus, a registrar, and who is there.
struct Town {
    janus: Janus,
    registrar: Registrar,
    connection: Connection,
}

impl Town {
    async fn new() -> Self {
        let janus = Janus::start(&[]);
        let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
        Self { janus, registrar: Registrar::start(), connection }
    }

    fn uri(&self, user: &str) -> String {
        format!("sip:{user}@{}", self.registrar.at)
    }

    fn register(&self, user: &str) -> sip::Register {
        sip::Register {
            username: self.uri(user),
            proxy: Some(format!("sip:{}", self.registrar.at)),
            secret: Some("a password".into()),
            display_name: Some(user.to_uppercase()),
            ..Default::default()
        }
    }

    async fn attach(&self) -> Handle<Sip> {
        self.connection.create().await.unwrap().attach::<Sip>().await.unwrap()
    }

    async fn registered(&self, user: &str) -> Handle<Sip> {
        let handle = self.attach().await;
        let registered = within("a registration", handle.register(self.register(user))).await.unwrap();
        assert_eq!((registered.user.as_deref(), registered.register_sent), (Some(user), Some(true)));
        handle
    }

    fn call(&self, user: &str) -> sip::Call {
        sip::Call { uri: self.uri(user), jsep: Some(sdp::offer()), ..Default::default() }
    }

    /// A call, once it can be answered: Janus tells of it before its SIP stack could send an answer, but the
    /// thread that tells of a message's delivery has seen to that.
    async fn rung(&self, callee: &Handle<Sip>) -> sip::Incoming {
        let call = told(callee, "a call", |event| matches!(event, Event::Incoming(_))).await;
        let Event::Incoming(call) = call else { unreachable!() };
        let to_nobody = sip::SipMessage {
            uri: Some(self.uri("stranger")),
            content: "is the call there?".into(),
            ..Default::default()
        };
        within("an answer", callee.sip_message(to_nobody)).await.unwrap();
        delivered(callee).await;
        call
    }

    /// One calls the other, who takes it.
    async fn talk(&self, caller: &Handle<Sip>, callee: &Handle<Sip>, name: &str, by_hand: bool) {
        let taken = async {
            let incoming = self.rung(callee).await;
            let accept = sip::Accept {
                autoaccept_reinvites: by_hand.then_some(false),
                jsep: Some(sdp::answer_to(&incoming.jsep.unwrap())),
                ..Default::default()
            };
            callee.accept(accept).await.unwrap();
        };
        let (called, ()) =
            within("a call", async { tokio::join!(caller.call(self.call(name)), taken) }).await;
        assert_eq!(called.unwrap().jsep.unwrap().kind, JsepType::Answer);
    }
}

async fn delivered(handle: &Handle<Sip>) -> sip::Delivery {
    let told = told(handle, "its delivery", |event| matches!(event, Event::MessageDelivery(_))).await;
    let Event::MessageDelivery(delivery) = told else { unreachable!() };
    delivery
}

#[tokio::test]
async fn an_identity_is_registered_and_refused() {
    let town = Town::new().await;
    let alice = town.registered("alice").await;
    let twice = within("a refusal", alice.register(town.register("alice"))).await.unwrap_err();
    assert_eq!(twice.plugin_code(), Some(error_code::ALREADY_REGISTERED));
    let gone = within("an end", alice.unregister(sip::Unregister::default())).await.unwrap();
    assert_eq!(gone.user.as_deref(), Some("alice"));

    let refused =
        within("a refusal", town.attach().await.register(town.register("nobody"))).await.unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(403)));
    assert_eq!(refused.message(), "403 Forbidden");
    let guest = sip::Register {
        username: "sip:guest@127.0.0.1".into(),
        kind: Some(sip::AccountType::Guest),
        ..Default::default()
    };
    let guest = within("a guest", town.attach().await.register(guest)).await.unwrap();
    assert_eq!(guest.register_sent, Some(false));
}

#[tokio::test]
async fn a_call_from_ring_to_hang_up() {
    let town = Town::new().await;
    let (alice, bob) = (town.registered("alice").await, town.registered("bob").await);
    town.talk(&alice, &bob, "bob", true).await;
    let info = sip::Info { kind: "text/plain".into(), content: "a word".into(), ..Default::default() };
    within("an answer", alice.info(info)).await.unwrap();
    let Event::Info(info) = told(&bob, "the info", |event| matches!(event, Event::Info(_))).await else {
        panic!()
    };
    assert_eq!((info.content.as_deref(), info.kind.as_deref()), (Some("a word"), Some("text/plain")));
    let digit = sip::DtmfInfo { digit: "5".into(), duration: Some(100), ..Default::default() };
    within("an answer", alice.dtmf_info(digit)).await.unwrap();
    let said = sip::SipMessage { content: "hello".into(), ..Default::default() };
    within("an answer", bob.sip_message(said)).await.unwrap();
    let message = told(&alice, "the message", |event| matches!(event, Event::Message(_))).await;
    assert!(matches!(message, Event::Message(message) if message.content.as_deref() == Some("hello")));
    assert_eq!(delivered(&bob).await.code, Some(200));

    let path = town.janus.at.log.parent().unwrap().join("recordings/a-call");
    for action in [
        sip::RecordingAction::Start,
        sip::RecordingAction::Pause,
        sip::RecordingAction::Resume,
        sip::RecordingAction::Stop,
    ] {
        let filename = Some(path.to_string_lossy().into_owned());
        let recording = sip::Recording { action, audio: Some(true), filename, ..Default::default() };
        within("an answer", alice.recording(recording)).await.unwrap();
    }

    // A hold would never leave Janus while the peer has not answered what was sent before.
    let last = sip::SipMessage { content: "hold on".into(), ..Default::default() };
    within("an answer", alice.sip_message(last)).await.unwrap();
    assert_eq!(delivered(&alice).await.code, Some(200));
    let hold = sip::Hold { direction: Some(sip::Direction::Inactive), ..Default::default() };
    within("an answer", alice.hold(hold)).await.unwrap();
    let change = told(&bob, "the change", |event| matches!(event, Event::UpdatingCall(_))).await;
    let Event::UpdatingCall(change) = change else { unreachable!() };
    let update = sip::Update { jsep: Some(sdp::answer_to(&change.jsep.unwrap())), ..Default::default() };
    within("an answer", bob.update(update)).await.unwrap();
    // Until the change is made, Janus leaves another one without an answer.
    within("the end of the hold", async {
        while alice
            .request_with(sip::Unhold::default(), Timeout::After(Duration::from_millis(200)))
            .await
            .is_err()
        {}
    })
    .await;

    let headers = BTreeMap::from([("X-Why".to_owned(), "enough".to_owned())]);
    within("an end", alice.sip_hangup(sip::SipHangup { headers: Some(headers), ..Default::default() }))
        .await
        .unwrap();
    let over = told(&bob, "the end", |event| matches!(event, Event::Hangup(_))).await;
    assert!(matches!(over, Event::Hangup(over) if over.code == Some(200) && over.reason.is_some()));
}

#[tokio::test]
async fn calls_that_are_not_taken_are_refused() {
    let town = Town::new().await;
    let (alice, bob) = (town.registered("alice").await, town.registered("bob").await);
    let declined = async {
        town.rung(&bob).await;
        bob.decline(sip::Decline { code: Some(486), ..Default::default() }).await.unwrap()
    };
    let (refused, declined) =
        within("bob's refusal", async { tokio::join!(alice.call(town.call("bob")), declined) }).await;
    assert_eq!((refused.unwrap_err().plugin_code(), declined.code), (Some(486), Some(486)));
    let stranger = within("a stranger's refusal", town.registered("carol").await.call(town.call("stranger")))
        .await
        .unwrap_err();
    assert_eq!(stranger.plugin_code(), Some(404));

    // Janus forgets the number of this one, and to answer at all to that one.
    let info = sip::Info { kind: "text/plain".into(), content: "a word".into(), ..Default::default() };
    assert_eq!(within("a refused info", bob.info(info)).await.unwrap_err().plugin_code(), Some(0));
    let soon = Timeout::After(Duration::from_millis(300));
    let silence = bob.request_with(sip::SipHangup::default(), soon).await.unwrap_err();
    assert_eq!(silence.code(), ErrorCode::Timeout);
    assert!(silence.message().contains("when there is no call"), "{silence}");
    within("an answer", bob.reset(sip::Reset::default())).await.unwrap();
}

#[tokio::test]
async fn a_busy_line_a_helper_and_a_transfer() {
    let town = Town::new().await;
    let (alice, carol) = (town.registered("alice").await, town.registered("carol").await);
    let bob = town.attach().await;
    let master = within("a registration", bob.register(town.register("bob"))).await.unwrap().master_id;
    town.talk(&alice, &bob, "bob", false).await;
    let busy = within("a refusal", carol.call(town.call("bob"))).await.unwrap_err();
    assert_eq!(busy.plugin_code(), Some(486));
    let missed = told(&bob, "the call", |event| matches!(event, Event::Missed(_))).await;
    assert!(matches!(missed, Event::Missed(missed) if missed.caller.as_ref().unwrap().contains("carol")));

    let helper = town.attach().await;
    let helps = sip::Register {
        username: town.uri("bob"),
        kind: Some(sip::AccountType::Helper),
        master_id: master,
        ..Default::default()
    };
    assert_eq!(within("a helper", helper.register(helps)).await.unwrap().helper, Some(true));
    town.talk(&town.registered("dave").await, &helper, "bob", false).await;

    let transfer = sip::Transfer { uri: town.uri("carol"), ..Default::default() };
    within("an answer", alice.transfer(transfer)).await.unwrap();
    let asked = told(&bob, "the transfer", |event| matches!(event, Event::Transfer(_))).await;
    let Event::Transfer(asked) = asked else { unreachable!() };
    assert!(asked.refer_to.unwrap().contains("carol"));
    let no = sip::Decline { refer_id: asked.refer_id, ..Default::default() };
    assert_eq!(within("an answer", bob.decline(no)).await.unwrap().refer_id, asked.refer_id);
}

#[tokio::test]
async fn what_was_subscribed_to_is_told() {
    let town = Town::new().await;
    let alice = town.registered("alice").await;
    let subscribe = sip::Subscribe { event: "message-summary".into(), ..Default::default() };
    within("an answer", alice.subscribe(subscribe.clone())).await.unwrap();
    told(&alice, "the subscription", |event| matches!(event, Event::SubscribeSucceeded(_))).await;
    let news = told(&alice, "the news", |event| matches!(event, Event::Notify(_))).await;
    let Event::Notify(news) = news else { unreachable!() };
    assert_eq!(news.content_type.as_deref(), Some("text/plain"));
    let end = sip::Unsubscribe { event: "message-summary".into(), ..Default::default() };
    within("an answer", alice.unsubscribe(end)).await.unwrap();
    let elsewhere = sip::Subscribe { to: Some(town.uri("nobody")), ..subscribe };
    within("an answer", alice.subscribe(elsewhere)).await.unwrap();
    let refused = told(&alice, "the refusal", |event| matches!(event, Event::SubscribeFailed(_))).await;
    assert!(matches!(refused, Event::SubscribeFailed(refused) if refused.code == Some(403)));
}

#[tokio::test]
async fn a_call_rings_and_is_forwarded_by_hand_since_janus_1_4_0() {
    let town = Town::new().await;
    if town.janus.at.version < 1400 {
        let handle = town.attach().await;
        let listing = handle.list_forward(sip::ListForward::default());
        let refused = within("a refusal", listing).await.unwrap_err();
        assert_eq!(refused.plugin_code(), Some(error_code::INVALID_REQUEST), "{refused}");
        return;
    }
    let (alice, bob) = (town.registered("alice").await, town.attach().await);
    let by_hand = sip::Register { automatic_ringing: Some(false), ..town.register("bob") };
    let registered = within("a registration", bob.register(by_hand)).await.unwrap();
    assert!(registered.unique_id.is_some(), "{registered:?}");
    let taken = async {
        let incoming = town.rung(&bob).await;
        within("an answer", bob.send_ringing(sip::SendRinging::default())).await.unwrap();
        told(&alice, "it rings", |event| matches!(event, Event::Ringing(_))).await;
        let answer = sdp::answer_to(&incoming.jsep.unwrap());
        let early = sip::Progress { jsep: Some(answer.clone()), ..Default::default() };
        within("an answer", bob.progress(early)).await.unwrap();
        let early = told(&alice, "early media", |event| matches!(event, Event::Progress(_))).await;
        assert!(matches!(early, Event::Progress(early) if early.jsep.is_some()));
        let accept = sip::Accept { jsep: Some(answer), ..Default::default() };
        within("an answer", bob.accept(accept)).await.unwrap();
    };
    let (called, ()) = within("a call", async { tokio::join!(alice.call(town.call("bob")), taken) }).await;
    called.unwrap();

    within("an answer", alice.keyframe(sip::Keyframe { peer: Some(true), ..Default::default() }))
        .await
        .unwrap();
    let stream = sip::ForwardedStream {
        kind: "audio".into(),
        host: "127.0.0.1".into(),
        port: 50_040,
        ..Default::default()
    };
    let start = sip::StartForward { streams: vec![stream], ..Default::default() };
    let begun = within("a forwarder", alice.start_forward(start)).await.unwrap().forwarders.unwrap();
    let listed = within("the forwarders", alice.list_forward(sip::ListForward::default())).await.unwrap();
    assert_eq!((begun.len(), listed.forwarders.unwrap().len()), (1, 1));
    let stop = sip::StopForward { stream_id: begun[0].stream_id.unwrap(), ..Default::default() };
    within("its end", alice.stop_forward(stop.clone())).await.unwrap();
    let gone = within("a refusal", alice.stop_forward(stop)).await.unwrap_err();
    assert_eq!(gone.plugin_code(), Some(error_code::NO_SUCH_STREAM));
}

#[tokio::test]
async fn a_call_is_declined_with_the_default_code() {
    let town = Town::new().await;
    let (alice, bob) = (town.registered("alice").await, town.registered("bob").await);
    let declined = async {
        town.rung(&bob).await;
        bob.decline(sip::Decline::default()).await.unwrap()
    };
    let (refused, declined) =
        within("bob's refusal", async { tokio::join!(alice.call(town.call("bob")), declined) }).await;
    let code = if town.janus.at.version < 1202 { 486 } else { 603 };
    assert_eq!((refused.unwrap_err().plugin_code(), declined.code), (Some(code.into()), Some(code)));
}
