//! SIP: every request, with a real Janus whose handles call each other through a registrar.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::sip::{self, Event, Sip, error_code};
use bifrons::{Connection, ErrorCode, Handle, JsepType};
use needs_janus::needs_janus;
use support::registrar::Registrar;
use support::{Janus, sdp, wait_for, within};

/// A Janus, a registrar and a connection.
struct Stage {
    janus: Janus,
    registrar: Registrar,
    connection: Connection,
}

impl Stage {
    async fn new() -> Self {
        let janus = Janus::start(&[]);
        let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
        Self { janus, registrar: Registrar::start(), connection }
    }

    fn uri(&self, user: &str) -> String {
        format!("sip:{user}@{}", self.registrar.at)
    }

    fn register(&self, user: &str) -> sip::Register {
        sip::Register::new(self.uri(user))
            .proxy(format!("sip:{}", self.registrar.at))
            .secret("a password")
            .display_name(user.to_uppercase())
    }

    async fn attach(&self) -> Handle<Sip> {
        self.connection.create().await.unwrap().attach::<Sip>().await.unwrap()
    }

    async fn registered(&self, user: &str) -> Handle<Sip> {
        let handle = self.attach().await;
        let registered = within("a registration", handle.register(self.register(user))).await.unwrap();
        assert_eq!((&*registered.user, registered.register_sent), (user, true));
        handle
    }

    fn call(&self, user: &str) -> sip::Call {
        sip::Call::new(self.uri(user)).jsep(sdp::offer())
    }

    /// The incoming call once it can be accepted: Janus reports a call before its SIP stack can accept it, but the
    /// delivery report of a message comes from the thread of the SIP stack.
    async fn rung(&self, callee: &Handle<Sip>) -> sip::Incoming {
        let call = wait_for(callee, "a call", |event| matches!(event, Event::Incoming(_))).await;
        let Event::Incoming(call) = call else { unreachable!() };
        let to_unknown = sip::SipMessage::new("is the call there?").uri(self.uri("stranger"));
        within("a response", callee.sip_message(to_unknown)).await.unwrap();
        delivered(callee).await;
        call
    }

    /// Makes a call that the callee accepts.
    async fn connect_call(&self, caller: &Handle<Sip>, callee: &Handle<Sip>, name: &str, by_hand: bool) {
        let accepted = async {
            let incoming = self.rung(callee).await;
            let accept = {
                let mut request = sip::Accept::default().jsep(sdp::answer_to(&incoming.jsep.unwrap()));
                request.autoaccept_reinvites = by_hand.then_some(false);
                request
            };
            callee.accept(accept).await.unwrap();
        };
        let (called, ()) =
            within("a call", async { tokio::join!(caller.call(self.call(name)), accepted) }).await;
        assert_eq!(called.unwrap().jsep.unwrap().kind, JsepType::Answer);
    }
}

async fn delivered(handle: &Handle<Sip>) -> sip::Delivery {
    let event = wait_for(handle, "its delivery", |event| matches!(event, Event::MessageDelivery(_))).await;
    let Event::MessageDelivery(delivery) = event else { unreachable!() };
    delivery
}

#[needs_janus("a SIP registrar")]
#[tokio::test]
async fn a_registration_succeeds_and_is_refused() {
    let stage = Stage::new().await;
    let alice = stage.registered("alice").await;
    let twice = within("a refusal", alice.register(stage.register("alice"))).await.unwrap_err();
    assert_eq!(twice.plugin_code(), Some(error_code::ALREADY_REGISTERED));
    let unregistered = within("an end", alice.unregister(sip::Unregister::default())).await.unwrap();
    assert_eq!(unregistered.user, "alice");

    let refused =
        within("a refusal", stage.attach().await.register(stage.register("unknown"))).await.unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(403)));
    assert_eq!(refused.message(), "403 Forbidden");
    let guest = sip::Register::new("sip:guest@127.0.0.1").kind(sip::AccountType::Guest);
    let guest = within("a guest", stage.attach().await.register(guest)).await.unwrap();
    assert!(!guest.register_sent);
}

#[needs_janus("recordings")]
#[tokio::test]
async fn a_call_from_ringing_to_hangup() {
    let stage = Stage::new().await;
    let (alice, bob) = (stage.registered("alice").await, stage.registered("bob").await);
    stage.connect_call(&alice, &bob, "bob", true).await;
    let info = sip::Info::new("text/plain", "a text");
    within("a response", alice.info(info)).await.unwrap();
    let Event::Info(info) = wait_for(&bob, "the info", |event| matches!(event, Event::Info(_))).await else {
        panic!()
    };
    assert_eq!((info.content.as_deref(), &*info.kind), (Some("a text"), "text/plain"));
    let digit = sip::DtmfInfo::new("5").duration(100);
    within("a response", alice.dtmf_info(digit)).await.unwrap();
    let text = sip::SipMessage::new("hello");
    within("a response", bob.sip_message(text)).await.unwrap();
    let message = wait_for(&alice, "the message", |event| matches!(event, Event::Message(_))).await;
    assert!(matches!(message, Event::Message(message) if message.content.as_deref() == Some("hello")));
    assert_eq!(delivered(&bob).await.code, 200);

    let path = stage.janus.at.log.parent().unwrap().join("recordings/a-call");
    for action in [
        sip::RecordingAction::Start,
        sip::RecordingAction::Pause,
        sip::RecordingAction::Resume,
        sip::RecordingAction::Stop,
    ] {
        let filename = Some(path.to_string_lossy().into_owned());
        let recording = {
            let mut request = sip::Recording::new(action).audio(true);
            request.filename = filename;
            request
        };
        within("a response", alice.recording(recording)).await.unwrap();
    }

    // Janus sends no hold before the peer has responded to the earlier requests.
    let last = sip::SipMessage::new("hold on");
    within("a response", alice.sip_message(last)).await.unwrap();
    assert_eq!(delivered(&alice).await.code, 200);
    let hold = sip::Hold::default().direction(sip::Direction::Inactive);
    within("a response", alice.hold(hold)).await.unwrap();
    let change = wait_for(&bob, "the change", |event| matches!(event, Event::UpdatingCall(_))).await;
    let Event::UpdatingCall(change) = change else { unreachable!() };
    let update = sip::Update::default().jsep(sdp::answer_to(&change.jsep.unwrap()));
    within("a response", bob.update(update)).await.unwrap();
    // Until the change is complete, Janus does not respond to another one.
    within("the end of the hold", async {
        while alice
            .request_with(sip::Unhold::default(), Timeout::After(Duration::from_millis(200)))
            .await
            .is_err()
        {}
    })
    .await;

    let headers = BTreeMap::from([("X-Why".to_owned(), "enough".to_owned())]);
    within("an end", alice.sip_hangup(sip::SipHangup::default().headers(headers))).await.unwrap();
    let over = wait_for(&bob, "the end", |event| matches!(event, Event::Hangup(_))).await;
    assert!(matches!(over, Event::Hangup(over) if over.code == 200 && over.reason.is_some()));
}

#[tokio::test]
async fn calls_without_an_answer_are_refused() {
    let stage = Stage::new().await;
    let (alice, bob) = (stage.registered("alice").await, stage.registered("bob").await);
    let declined = async {
        stage.rung(&bob).await;
        bob.decline(sip::Decline::default().code(486)).await.unwrap()
    };
    let (refused, declined) =
        within("bob's refusal", async { tokio::join!(alice.call(stage.call("bob")), declined) }).await;
    assert_eq!((refused.unwrap_err().plugin_code(), declined.code), (Some(486), 486));
    let stranger =
        within("a stranger's refusal", stage.registered("carol").await.call(stage.call("stranger")))
            .await
            .unwrap_err();
    assert_eq!(stranger.plugin_code(), Some(404));

    // Janus sends no error code for the first request and no response to the second.
    let info = sip::Info::new("text/plain", "a text");
    assert_eq!(within("a refused info", bob.info(info)).await.unwrap_err().plugin_code(), Some(0));
    let soon = Timeout::After(Duration::from_millis(300));
    let silence = bob.request_with(sip::SipHangup::default(), soon).await.unwrap_err();
    assert_eq!(silence.code(), ErrorCode::Timeout);
    assert!(silence.message().contains("when there is no call"), "{silence}");
    within("a response", bob.reset(sip::Reset::default())).await.unwrap();
}

#[needs_janus("SIP between two users")]
#[tokio::test]
async fn busy_callees_helpers_and_transfers() {
    let stage = Stage::new().await;
    let (alice, carol) = (stage.registered("alice").await, stage.registered("carol").await);
    let bob = stage.attach().await;
    let master = within("a registration", bob.register(stage.register("bob"))).await.unwrap().master_id;
    stage.connect_call(&alice, &bob, "bob", false).await;
    let busy = within("a refusal", carol.call(stage.call("bob"))).await.unwrap_err();
    assert_eq!(busy.plugin_code(), Some(486));
    let missed = wait_for(&bob, "the call", |event| matches!(event, Event::Missed(_))).await;
    assert!(matches!(missed, Event::Missed(missed) if missed.caller.contains("carol")));

    let helper = stage.attach().await;
    let helps = {
        let mut request = sip::Register::new(stage.uri("bob")).kind(sip::AccountType::Helper);
        request.master_id = Some(master);
        request
    };
    assert_eq!(within("a helper", helper.register(helps)).await.unwrap().helper, Some(true));
    stage.connect_call(&stage.registered("dave").await, &helper, "bob", false).await;

    let transfer = sip::Transfer::new(stage.uri("carol"));
    within("a response", alice.transfer(transfer)).await.unwrap();
    let transfer = wait_for(&bob, "the transfer", |event| matches!(event, Event::Transfer(_))).await;
    let Event::Transfer(transfer) = transfer else { unreachable!() };
    assert!(transfer.refer_to.contains("carol"));
    let no = {
        let mut request = sip::Decline::default();
        request.refer_id = Some(transfer.refer_id);
        request
    };
    assert_eq!(within("a response", bob.decline(no)).await.unwrap().refer_id, Some(transfer.refer_id));
}

#[needs_janus("subscriptions")]
#[tokio::test]
async fn a_subscription_delivers_events() {
    let stage = Stage::new().await;
    let alice = stage.registered("alice").await;
    let subscribe = sip::Subscribe::new("message-summary");
    within("a response", alice.subscribe(subscribe.clone())).await.unwrap();
    wait_for(&alice, "the subscription", |event| matches!(event, Event::SubscribeSucceeded(_))).await;
    let notify = wait_for(&alice, "the notification", |event| matches!(event, Event::Notify(_))).await;
    let Event::Notify(notification) = notify else { unreachable!() };
    assert_eq!(notification.content_type.as_deref(), Some("text/plain"));
    let end = sip::Unsubscribe::new("message-summary");
    within("a response", alice.unsubscribe(end)).await.unwrap();
    let elsewhere = subscribe.to(stage.uri("unknown"));
    within("a response", alice.subscribe(elsewhere)).await.unwrap();
    let refused = wait_for(&alice, "the refusal", |event| matches!(event, Event::SubscribeFailed(_))).await;
    assert!(matches!(refused, Event::SubscribeFailed(refused) if refused.code == 403));
}

#[tokio::test]
async fn a_call_rings_and_is_forwarded_by_hand_since_janus_1_4_0() {
    let stage = Stage::new().await;
    if stage.janus.at.version < 1400 {
        let handle = stage.attach().await;
        let listing = handle.list_forward(sip::ListForward::default());
        let refused = within("a refusal", listing).await.unwrap_err();
        assert_eq!(refused.plugin_code(), Some(error_code::INVALID_REQUEST), "{refused}");
        return;
    }
    let (alice, bob) = (stage.registered("alice").await, stage.attach().await);
    let by_hand = stage.register("bob").automatic_ringing(false);
    let registered = within("a registration", bob.register(by_hand)).await.unwrap();
    assert!(registered.unique_id.is_some(), "{registered:?}");
    let accepted = async {
        let incoming = stage.rung(&bob).await;
        within("a response", bob.send_ringing(sip::SendRinging::default())).await.unwrap();
        wait_for(&alice, "the ringing event", |event| matches!(event, Event::Ringing(_))).await;
        let answer = sdp::answer_to(&incoming.jsep.unwrap());
        let early = sip::Progress::default().jsep(answer.clone());
        within("a response", bob.progress(early)).await.unwrap();
        let early = wait_for(&alice, "early media", |event| matches!(event, Event::Progress(_))).await;
        assert!(matches!(early, Event::Progress(early) if early.jsep.is_some()));
        let accept = sip::Accept::default().jsep(answer);
        within("a response", bob.accept(accept)).await.unwrap();
    };
    let (called, ()) =
        within("a call", async { tokio::join!(alice.call(stage.call("bob")), accepted) }).await;
    called.unwrap();

    within("a response", alice.keyframe(sip::Keyframe::default().peer(true))).await.unwrap();
    let stream = sip::ForwardedStream::new("audio", "127.0.0.1", 50_040);
    let start = sip::StartForward::new(vec![stream]);
    let begun = within("a forwarder", alice.start_forward(start)).await.unwrap().forwarders;
    let listed = within("the forwarders", alice.list_forward(sip::ListForward::default())).await.unwrap();
    assert_eq!((begun.len(), listed.forwarders.len()), (1, 1));
    let stop = sip::StopForward::new(begun[0].stream_id);
    within("its end", alice.stop_forward(stop.clone())).await.unwrap();
    let refused = within("a refusal", alice.stop_forward(stop)).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_STREAM));
}

#[tokio::test]
async fn a_call_is_declined_with_the_default_code() {
    let stage = Stage::new().await;
    let (alice, bob) = (stage.registered("alice").await, stage.registered("bob").await);
    let declined = async {
        stage.rung(&bob).await;
        bob.decline(sip::Decline::default()).await.unwrap()
    };
    let (refused, declined) =
        within("bob's refusal", async { tokio::join!(alice.call(stage.call("bob")), declined) }).await;
    let code = if stage.janus.at.version < 1202 { 486 } else { 603 };
    assert_eq!((refused.unwrap_err().plugin_code(), declined.code), (Some(code.into()), code));
}
