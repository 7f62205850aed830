//! VoiceMail: every request, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::plugins::voicemail::{self as mail, VoiceMail, error_code};
use bifrons::{Handle, JsepType};
use needs_janus::needs_janus;
use support::{Janus, sdp, within};

#[needs_janus("the plugin VoiceMail")]
#[tokio::test]
async fn a_message_is_recorded() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let attached: bifrons::Result<Handle<VoiceMail>> = connection.create().await.unwrap().attach().await;
    if janus.at.version >= 1103 {
        assert_eq!(attached.unwrap_err().janus_code(), Some(460), "Janus has no such plugin since 1.1.3");
        return;
    }
    let handle = attached.unwrap();
    let record = || mail::Record::new(sdp::offer());
    let begun = within("a response", handle.record(record())).await.unwrap();
    assert_eq!(begun.status, "starting");
    assert_eq!(begun.jsep.unwrap().kind, JsepType::Answer);
    let twice = within("a refusal", handle.record(record())).await.unwrap_err();
    assert_eq!(twice.plugin_code(), Some(error_code::ALREADY_RECORDING));
    let update = mail::Update::new(sdp::offer());
    let early = within("a refusal", handle.update(update)).await.unwrap_err();
    assert_eq!(early.plugin_code(), Some(error_code::INVALID_STATE), "no media yet");
    let done = within("a response", handle.stop(mail::Stop::default())).await.unwrap();
    assert_eq!(done.status, "done");
    connection.close().await;
}
