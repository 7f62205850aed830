//! NoSIP: every request, with a real Janus and two handles that are peers.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::plugins::nosip::{self, NoSip, SdpType, error_code};
use bifrons::{Connection, Handle, JsepType};
use needs_janus::needs_janus;
use support::{Janus, sdp, within};

async fn attach(connection: &Connection) -> Handle<NoSip> {
    connection.create().await.unwrap().attach().await.unwrap()
}

#[needs_janus("recordings")]
#[tokio::test]
async fn two_sides_agree_on_plain_rtp() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (caller, callee) = (attach(&connection).await, attach(&connection).await);
    let offer = nosip::Generate::default().jsep(sdp::offer());
    let offered = within("an offer", caller.generate(offer)).await.unwrap();
    assert_eq!(offered.kind, "offer");
    assert!(offered.sdp.reveal().contains("RTP/AVP"), "a plain SDP");

    let process = nosip::Process::new(SdpType::Offer, offered.sdp);
    let to_answer = within("an offer", callee.process(process)).await.unwrap().jsep;
    assert_eq!(to_answer.kind, JsepType::Offer);
    let answer = nosip::Generate::default().jsep(sdp::answer_to(&to_answer));
    let generated = within("an SDP answer", callee.generate(answer)).await.unwrap();
    assert_eq!(generated.kind, "answer");
    let process = nosip::Process::new(SdpType::Answer, generated.sdp);
    let answer = within("an SDP answer", caller.process(process)).await.unwrap().jsep;
    assert_eq!(answer.kind, JsepType::Answer);

    let recording = |action| {
        nosip::Recording::new(action)
            .audio(true)
            .filename(janus.at.log.parent().unwrap().join("call").to_string_lossy().into_owned())
    };
    for action in [nosip::RecordingAction::Start, nosip::RecordingAction::Stop] {
        within("a response", caller.recording(recording(action))).await.unwrap();
    }
    within("an end", caller.hangup_call(nosip::HangupCall::default())).await.unwrap();
    connection.close().await;
}

#[tokio::test]
async fn a_refusal_has_an_error_code() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let bare = nosip::Generate::default();
    let refused = within("a refusal", handle.generate(bare)).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::MISSING_SDP), "{refused}");
    let process = nosip::Process::new(nosip::SdpType::Offer, "nonsense");
    let refused = within("a refusal", handle.process(process)).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::MISSING_SDP), "{refused}");
    connection.close().await;
}

#[tokio::test]
async fn requests_since_janus_1_4_0() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let keyframe = within("a response", handle.keyframe(nosip::Keyframe::default())).await;
    let list = || nosip::ListForward::default();
    let listed = within("a response", handle.list_forward(list())).await;
    if janus.at.version < 1400 {
        for (refused, since) in [(keyframe.unwrap_err(), "1.3.1"), (listed.unwrap_err(), "1.4.0")] {
            assert_eq!(refused.plugin_code(), Some(error_code::INVALID_REQUEST), "{refused}");
            let versions = format!("it needs Janus {since} or newer, and the server is Janus 1.1.2");
            assert!(refused.message().ends_with(&versions), "{refused}");
        }
        return;
    }
    keyframe.unwrap();
    assert_eq!(listed.unwrap().forwarders, Vec::new());
    let offer = nosip::Generate::default().jsep(sdp::offer());
    assert!(within("an offer", handle.generate(offer)).await.unwrap().unique_id.is_some());
    let stream = nosip::ForwardStream::new("audio", "127.0.0.1", 50_030);
    let start = nosip::StartForward::new(vec![stream]);
    let begun = within("a forwarder", handle.start_forward(start)).await.unwrap().forwarders;
    let listed = within("the forwarders", handle.list_forward(list())).await.unwrap().forwarders;
    assert_eq!((begun.len(), listed.len(), listed[0].port), (1, 1, 50_030));
    let stop = nosip::StopForward::new(begun[0].stream);
    within("its end", handle.stop_forward(stop.clone())).await.unwrap();
    let refused = within("a refusal", handle.stop_forward(stop)).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_STREAM), "{refused}");
    connection.close().await;
}
