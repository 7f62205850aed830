//! The SDP of requests, the events that end them, and droppable events.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[allow(unreachable_pub, reason = "codegen shares this module")]
#[path = "../codegen/tests/support/mod.rs"]
mod support;

use bifrons::plugins::{
    Any, Plugin, Request, Verdict, audiobridge, duktape, echotest, lua, nosip, recordplay, sip, streaming,
    textroom, videocall, videoroom, voicemail,
};
use bifrons::wire::Payload;
use bifrons::{ErrorCode, Jsep};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use support::Data;

#[test]
fn a_request_has_its_sdp() {
    fn check(name: &str, with: &impl Request, without: &impl Request) {
        assert_eq!(with.sent_jsep(), Some(&Jsep::offer("v=0")), "{name}");
        assert_eq!(without.sent_jsep(), None, "{name}");
        assert!(!serde_json::to_string(with).unwrap().contains("v=0"), "{name}: the SDP is in the body");
    }
    macro_rules! carry_one {
        ($($without:expr,)*) => {$(
            let mut with = $without;
            with.jsep = Some(Jsep::offer("v=0"));
            let mut without = $without;
            without.jsep = None;
            check(stringify!($without), &with, &without);
        )*};
    }
    carry_one! {
        audiobridge::Join::new(1), audiobridge::Configure::default(),
        duktape::Ask::default(),
        echotest::Start::default(),
        lua::Ask::default(),
        recordplay::Record::new("name"), recordplay::Start::default(),
        sip::Call::new("sip:bob@example.org"), sip::Accept::default(), sip::Progress::default(), sip::Update::default(),
        streaming::Watch::new(1), streaming::Start::default(),
        textroom::Ack::new(Jsep::answer("v=0")),
        videocall::Call::new("bob"), videocall::Accept::default(), videocall::Set::default(),
        videoroom::JoinConfigurePublisher::new(1), videoroom::Publish::default(), videoroom::Configure::default(), videoroom::Start::default(),
        voicemail::Record::default(), voicemail::Update::default(),
    }
    let generate = nosip::Generate::default().jsep(Jsep::offer("v=0"));
    assert_eq!(generate.sent_jsep(), Some(&Jsep::offer("v=0")));
    assert_eq!(echotest::Start::default().sent_jsep(), None);
    assert_eq!(sip::Hold::default().sent_jsep(), None, "a request that takes none");
}

/// An event of SIP.
fn sip(event: &str) -> Data {
    let result = json!({ "event": event, "code": 486, "reason": "Busy" });
    Data::new(json!({ "sip": "event", "call_id": "a", "result": result }))
}

#[test]
fn response_and_refusal_events_end_a_request() {
    for (event, verdict) in [
        ("calling", Verdict::Provisional),
        ("ringing", Verdict::Provisional),
        ("registered", Verdict::Provisional),
        ("unknown", Verdict::Provisional),
        ("accepted", Verdict::Final),
        ("hangup", Verdict::Final),
    ] {
        assert_eq!(sip::Call::verdict(&sip(event)), verdict, "{event}");
    }
    assert_eq!(sip::Accept::verdict(&sip("accepting")), Verdict::Final);
    assert_eq!(sip::Accept::verdict(&sip("hangup")), Verdict::Provisional, "hangup refuses only a call");
    assert_eq!(sip::Decline::verdict(&sip("declining")), Verdict::Final);
    assert_eq!(
        sip::Decline::verdict(&sip("hangup")),
        Verdict::FinalAndEmitted,
        "the application gets the event, too"
    );
    // Any message of a script is a response.
    assert_eq!(lua::Ask::verdict(&Data::new(json!({ "what": "ever" }))), Verdict::Final);
}

#[test]
fn an_unexpected_response_is_an_error_and_so_is_a_refusal() {
    let refused = sip::Call::reply(&sip("hangup")).unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(486)));
    assert!(refused.message().contains("Busy"), "{refused}");
    for other in ["ringing", "unknown"] {
        assert_eq!(sip::Call::reply(&sip(other)).unwrap_err().code(), ErrorCode::UnexpectedResponse);
    }
    assert!(sip::Call::reply(&sip("accepted")).is_ok());
    assert_eq!(sip::Accept::reply(&sip("hangup")).unwrap_err().code(), ErrorCode::UnexpectedResponse);
    // A missing field identifies this response.
    assert!(sip::SendRinging::reply(&Data::new(json!({ "sip": "event" }))).is_ok());
    for other in ["ringing", "unknown"] {
        assert_eq!(sip::SendRinging::reply(&sip(other)).unwrap_err().code(), ErrorCode::UnexpectedResponse);
    }
    let echoed =
        |result: &str| echotest::Start::reply(&Data::new(json!({ "echotest": "event", "result": result })));
    assert_eq!(echoed("ok").unwrap().result, "ok");
    assert_eq!(echoed("done").unwrap_err().code(), ErrorCode::UnexpectedResponse);
}

#[test]
fn a_response_has_its_sdp() {
    let with_offer = |data| Data { data, jsep: json!({ "type": "offer", "sdp": "v=0" }) };
    let offer = Some(Jsep::offer("v=0"));
    let status = |status: &str| with_offer(json!({ "streaming": "event", "result": { "status": status } }));
    assert_eq!(streaming::Watch::reply(&status("preparing")).unwrap().jsep, offer);
    assert_eq!(streaming::Start::reply(&status("starting")).unwrap().jsep, offer);
    assert_eq!(streaming::Pause::reply(&status("pausing")).unwrap().jsep, offer);
    assert_eq!(streaming::Stop::reply(&status("stopping")).unwrap().jsep, offer);
    let configured = with_offer(json!({ "streaming": "event", "result": { "event": "configured" } }));
    assert_eq!(streaming::Configure::reply(&configured).unwrap().jsep, offer);
    let accepted = with_offer(sip("accepted").data);
    assert_eq!(sip::Call::reply(&accepted).unwrap().jsep, offer);
    assert_eq!(sip::Accept::reply(&accepted).unwrap().jsep, offer);
    assert_eq!(sip::Progress::reply(&with_offer(sip("progressed").data)).unwrap().jsep, offer);
    assert_eq!(sip::Update::reply(&with_offer(sip("updated").data)).unwrap().jsep, offer);
    let negotiated = with_offer(json!({ "textroom": "event", "result": "ok" }));
    assert_eq!(textroom::Setup::reply(&negotiated).unwrap().jsep, offer);
    assert_eq!(textroom::Ack::reply(&negotiated).unwrap().jsep, offer);
    assert_eq!(textroom::Restart::reply(&negotiated).unwrap().jsep, offer);
    let moved = with_offer(json!({ "audiobridge": "roomchanged", "room": 2, "id": 1, "participants": [] }));
    assert_eq!(audiobridge::ChangeRoom::reply(&moved).unwrap().jsep, offer);
    let recording = with_offer(json!({ "voicemail": "event", "status": "started" }));
    assert_eq!(voicemail::Record::reply(&recording).unwrap().jsep, offer);
    assert_eq!(voicemail::Update::reply(&recording).unwrap().jsep, offer);
}

#[test]
fn only_momentary_events_are_droppable() {
    fn check<P: Plugin>(droppable: &[Value], not_droppable: &[Value]) {
        for data in droppable {
            assert!(P::droppable(&Data::new(data.clone())), "{}: {data}", P::PACKAGE);
        }
        let unknown = json!({ "unheard": "of" });
        for data in not_droppable.iter().chain([&unknown]) {
            assert!(!P::droppable(&Data::new(data.clone())), "{}: {data}", P::PACKAGE);
        }
    }
    check::<audiobridge::AudioBridge>(
        &[json!({ "audiobridge": "talking", "room": 1, "id": 2 })],
        &[json!({ "audiobridge": "event", "room": 1, "leaving": 2 })],
    );
    check::<echotest::EchoTest>(
        &[json!({ "echotest": "event", "event": "slow_link", "media": "video", "current-bitrate": 1 })],
        &[json!({ "echotest": "event", "result": "done" })],
    );
    check::<recordplay::RecordPlay>(
        &[json!({ "recordplay": "event", "result": { "status": "slow_link" } })],
        &[json!({ "recordplay": "event", "result": "done" })],
    );
    check::<streaming::Streaming>(
        &[json!({ "streaming": "event", "result": { "substream": 1 } })],
        &[json!({ "streaming": "event", "result": { "status": "stopped" } })],
    );
    check::<videocall::VideoCall>(
        &["slow_link", "simulcast"]
            .map(|event| json!({ "videocall": "event", "result": { "event": event } })),
        &[json!({ "videocall": "event", "result": { "event": "hangup" } })],
    );
    check::<videoroom::VideoRoom>(
        &[
            json!({ "videoroom": "talking", "room": 1, "id": 2 }),
            json!({ "videoroom": "slow_link", "current-bitrate": 1 }),
        ],
        &[json!({ "videoroom": "destroyed", "room": 1 })],
    );
    check::<sip::Sip>(&[], &[sip("hangup").data, sip("dtmf").data]);
    check::<Any>(&[], &[json!({ "audiobridge": "talking", "room": 1, "id": 2 })]);
}

/// A request with the minimal definition.
#[derive(Serialize)]
struct Count;

/// A plugin without rules.
enum Counter {}

impl Plugin for Counter {
    const PACKAGE: &'static str = "janus.plugin.counter";
    type Event = Value;

    fn event(message: &impl Payload) -> Value {
        message.plugin_data().unwrap_or_default()
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Total {
    total: u32,
}

impl Request for Count {
    type Plugin = Counter;
    type Reply = Total;
    const RESPONSE_EVENTS: &'static [&'static str] = &[];
    const REPLY_IN: &'static str = "result";
}

#[test]
fn a_request_without_response_events_reads_any_message() {
    for data in [json!({ "total": 7 }), json!({ "counter": "event", "result": { "total": 7 } })] {
        assert_eq!(Count::reply(&Data::new(data)).unwrap(), Total { total: 7 });
    }
    let wrong = Count::reply(&Data::new(json!({ "result": "seven" }))).unwrap_err();
    assert_eq!(wrong.code(), ErrorCode::BadResponse);
    assert_eq!(Count::verdict(&Data::new(json!({ "other": true }))), Verdict::Final);
    assert!(!Counter::droppable(&Data::new(json!({ "other": true }))));
}
