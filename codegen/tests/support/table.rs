// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use bifrons::plugins;
use serde_json::Value;

use super::{Data, Reader, reply, typed};

pub const READERS: &[Reader] = &[
    ("audiobridge", audiobridge_reply, audiobridge_event),
    ("duktape", duktape_reply, duktape_event),
    ("echotest", echotest_reply, echotest_event),
    ("lua", lua_reply, lua_event),
    ("nosip", nosip_reply, nosip_event),
    ("recordplay", recordplay_reply, recordplay_event),
    ("sip", sip_reply, sip_event),
    ("streaming", streaming_reply, streaming_event),
    ("textroom", textroom_reply, textroom_event),
    ("videocall", videocall_reply, videocall_event),
    ("videoroom", videoroom_reply, videoroom_event),
    ("voicemail", voicemail_reply, voicemail_event),
];

fn audiobridge_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::audiobridge as of;
    None.or_else(|| reply::<of::Create>(body, answer))
        .or_else(|| reply::<of::Edit>(body, answer))
        .or_else(|| reply::<of::Destroy>(body, answer))
        .or_else(|| reply::<of::Exists>(body, answer))
        .or_else(|| reply::<of::List>(body, answer))
        .or_else(|| reply::<of::ListParticipants>(body, answer))
        .or_else(|| reply::<of::Allow>(body, answer))
        .or_else(|| reply::<of::EnableRecording>(body, answer))
        .or_else(|| reply::<of::EnableMjrs>(body, answer))
        .or_else(|| reply::<of::StartForward>(body, answer))
        .or_else(|| reply::<of::StopForward>(body, answer))
        .or_else(|| reply::<of::ListForward>(body, answer))
        .or_else(|| reply::<of::PlayFile>(body, answer))
        .or_else(|| reply::<of::IsPlaying>(body, answer))
        .or_else(|| reply::<of::StopFile>(body, answer))
        .or_else(|| reply::<of::StopAllFiles>(body, answer))
        .or_else(|| reply::<of::ListAnnouncements>(body, answer))
        .or_else(|| reply::<of::Kick>(body, answer))
        .or_else(|| reply::<of::KickAll>(body, answer))
        .or_else(|| reply::<of::Mute>(body, answer))
        .or_else(|| reply::<of::Unmute>(body, answer))
        .or_else(|| reply::<of::MuteRoom>(body, answer))
        .or_else(|| reply::<of::UnmuteRoom>(body, answer))
        .or_else(|| reply::<of::Suspend>(body, answer))
        .or_else(|| reply::<of::Resume>(body, answer))
        .or_else(|| reply::<of::DenoiseEnable>(body, answer))
        .or_else(|| reply::<of::DenoiseDisable>(body, answer))
        .or_else(|| reply::<of::Join>(body, answer))
        .or_else(|| reply::<of::Configure>(body, answer))
        .or_else(|| reply::<of::ChangeRoom>(body, answer))
        .or_else(|| reply::<of::Leave>(body, answer))
        .or_else(|| reply::<of::AudioHangup>(body, answer))
        .or_else(|| reply::<of::ResetDecoder>(body, answer))
}

fn audiobridge_event(event: &Data) -> Option<Value> {
    use plugins::audiobridge::Event as Of;
    match <plugins::audiobridge::AudioBridge as plugins::Plugin>::event(event) {
        Of::PeerJoined(event) => typed(&event),
        Of::Configured(event) => typed(&event),
        Of::PeerLeaving(event) => typed(&event),
        Of::Kicked(event) => typed(&event),
        Of::KickedAll(event) => typed(&event),
        Of::RoomMuted(event) => typed(&event),
        Of::Destroyed(event) => typed(&event),
        Of::Talking(event) => typed(&event),
        Of::AnnouncementStarted(event) => typed(&event),
        Of::AnnouncementStopped(event) => typed(&event),
        Of::Suspended(event) => typed(&event),
        Of::Resumed(event) => typed(&event),
        Of::Joined(event) => typed(&event),
        Of::RoomChanged(event) => typed(&event),
        Of::Left(event) => typed(&event),
        Of::HangingUp(event) => typed(&event),
        Of::Result(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn duktape_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::duktape as of;
    None.or_else(|| reply::<of::Ask>(body, answer))
}

fn duktape_event(event: &Data) -> Option<Value> {
    use plugins::duktape::Event as Of;
    match <plugins::duktape::Duktape as plugins::Plugin>::event(event) {
        Of::Message(event) => typed(&event),
        _ => None,
    }
}

fn echotest_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::echotest as of;
    None.or_else(|| reply::<of::Start>(body, answer))
}

fn echotest_event(event: &Data) -> Option<Value> {
    use plugins::echotest::Event as Of;
    match <plugins::echotest::EchoTest as plugins::Plugin>::event(event) {
        Of::Result(event) => typed(&event),
        Of::SlowLink(event) => typed(&event),
        Of::Layers(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn lua_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::lua as of;
    None.or_else(|| reply::<of::Ask>(body, answer))
}

fn lua_event(event: &Data) -> Option<Value> {
    use plugins::lua::Event as Of;
    match <plugins::lua::Lua as plugins::Plugin>::event(event) {
        Of::Message(event) => typed(&event),
        _ => None,
    }
}

fn nosip_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::nosip as of;
    None.or_else(|| reply::<of::Generate>(body, answer))
        .or_else(|| reply::<of::Process>(body, answer))
        .or_else(|| reply::<of::HangupCall>(body, answer))
        .or_else(|| reply::<of::Recording>(body, answer))
        .or_else(|| reply::<of::Keyframe>(body, answer))
        .or_else(|| reply::<of::StartForward>(body, answer))
        .or_else(|| reply::<of::StopForward>(body, answer))
        .or_else(|| reply::<of::ListForward>(body, answer))
}

fn nosip_event(event: &Data) -> Option<Value> {
    use plugins::nosip::Event as Of;
    match <plugins::nosip::NoSip as plugins::Plugin>::event(event) {
        Of::Generated(event) => typed(&event),
        Of::Processed(event) => typed(&event),
        Of::HangingUp(event) => typed(&event),
        Of::RecordingUpdated(event) => typed(&event),
        Of::KeyframeSent(event) => typed(&event),
        Of::Forwarded(event) => typed(&event),
        Of::ForwardStopped(event) => typed(&event),
        Of::Forwarders(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn recordplay_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::recordplay as of;
    None.or_else(|| reply::<of::ListRecordings>(body, answer))
        .or_else(|| reply::<of::UpdateRecordings>(body, answer))
        .or_else(|| reply::<of::Configure>(body, answer))
        .or_else(|| reply::<of::Record>(body, answer))
        .or_else(|| reply::<of::Play>(body, answer))
        .or_else(|| reply::<of::Start>(body, answer))
        .or_else(|| reply::<of::Pause>(body, answer))
        .or_else(|| reply::<of::Resume>(body, answer))
        .or_else(|| reply::<of::Stop>(body, answer))
}

fn recordplay_event(event: &Data) -> Option<Value> {
    use plugins::recordplay::Event as Of;
    match <plugins::recordplay::RecordPlay as plugins::Plugin>::event(event) {
        Of::Done(event) => typed(&event),
        Of::SlowLink(event) => typed(&event),
        Of::Status(event) => typed(&event),
        Of::Nothing(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn sip_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::sip as of;
    None.or_else(|| reply::<of::Register>(body, answer))
        .or_else(|| reply::<of::Unregister>(body, answer))
        .or_else(|| reply::<of::Subscribe>(body, answer))
        .or_else(|| reply::<of::Unsubscribe>(body, answer))
        .or_else(|| reply::<of::Call>(body, answer))
        .or_else(|| reply::<of::Accept>(body, answer))
        .or_else(|| reply::<of::Progress>(body, answer))
        .or_else(|| reply::<of::SendRinging>(body, answer))
        .or_else(|| reply::<of::Decline>(body, answer))
        .or_else(|| reply::<of::Update>(body, answer))
        .or_else(|| reply::<of::Hold>(body, answer))
        .or_else(|| reply::<of::Unhold>(body, answer))
        .or_else(|| reply::<of::Transfer>(body, answer))
        .or_else(|| reply::<of::SipHangup>(body, answer))
        .or_else(|| reply::<of::Reset>(body, answer))
        .or_else(|| reply::<of::Recording>(body, answer))
        .or_else(|| reply::<of::Info>(body, answer))
        .or_else(|| reply::<of::SipMessage>(body, answer))
        .or_else(|| reply::<of::DtmfInfo>(body, answer))
        .or_else(|| reply::<of::Keyframe>(body, answer))
        .or_else(|| reply::<of::StartForward>(body, answer))
        .or_else(|| reply::<of::StopForward>(body, answer))
        .or_else(|| reply::<of::ListForward>(body, answer))
}

fn sip_event(event: &Data) -> Option<Value> {
    use plugins::sip::Event as Of;
    match <plugins::sip::Sip as plugins::Plugin>::event(event) {
        Of::Registering(event) => typed(&event),
        Of::Registered(event) => typed(&event),
        Of::RegistrationFailed(event) => typed(&event),
        Of::Unregistering(event) => typed(&event),
        Of::Unregistered(event) => typed(&event),
        Of::Calling(event) => typed(&event),
        Of::Proceeding(event) => typed(&event),
        Of::Ringing(event) => typed(&event),
        Of::Progress(event) => typed(&event),
        Of::Accepted(event) => typed(&event),
        Of::Incoming(event) => typed(&event),
        Of::UpdatingCall(event) => typed(&event),
        Of::Missed(event) => typed(&event),
        Of::Hangup(event) => typed(&event),
        Of::Transfer(event) => typed(&event),
        Of::Info(event) => typed(&event),
        Of::Message(event) => typed(&event),
        Of::MessageDelivery(event) => typed(&event),
        Of::Notify(event) => typed(&event),
        Of::SubscribeSucceeded(event) => typed(&event),
        Of::SubscribeFailed(event) => typed(&event),
        Of::Dtmf(event) => typed(&event),
        Of::Accepting(event) => typed(&event),
        Of::Progressed(event) => typed(&event),
        Of::Declining(event) => typed(&event),
        Of::Updating(event) => typed(&event),
        Of::Updated(event) => typed(&event),
        Of::Holding(event) => typed(&event),
        Of::Resuming(event) => typed(&event),
        Of::Transferring(event) => typed(&event),
        Of::HangingUp(event) => typed(&event),
        Of::RecordingUpdated(event) => typed(&event),
        Of::InfoSent(event) => typed(&event),
        Of::MessageSent(event) => typed(&event),
        Of::DtmfSent(event) => typed(&event),
        Of::KeyframeSent(event) => typed(&event),
        Of::RtpForward(event) => typed(&event),
        Of::StopRtpForward(event) => typed(&event),
        Of::Forwarders(event) => typed(&event),
        Of::Subscribing(event) => typed(&event),
        Of::Unsubscribing(event) => typed(&event),
        Of::Reset(event) => typed(&event),
        Of::Done(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn streaming_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::streaming as of;
    None.or_else(|| reply::<of::CreateRtpMountpoint>(body, answer))
        .or_else(|| reply::<of::CreateLiveMountpoint>(body, answer))
        .or_else(|| reply::<of::CreateOndemandMountpoint>(body, answer))
        .or_else(|| reply::<of::CreateRtspMountpoint>(body, answer))
        .or_else(|| reply::<of::StartRecording>(body, answer))
        .or_else(|| reply::<of::StopRecording>(body, answer))
        .or_else(|| reply::<of::DestroyMountpoint>(body, answer))
        .or_else(|| reply::<of::Edit>(body, answer))
        .or_else(|| reply::<of::List>(body, answer))
        .or_else(|| reply::<of::Info>(body, answer))
        .or_else(|| reply::<of::Enable>(body, answer))
        .or_else(|| reply::<of::Disable>(body, answer))
        .or_else(|| reply::<of::KickAll>(body, answer))
        .or_else(|| reply::<of::Watch>(body, answer))
        .or_else(|| reply::<of::Start>(body, answer))
        .or_else(|| reply::<of::Pause>(body, answer))
        .or_else(|| reply::<of::Stop>(body, answer))
        .or_else(|| reply::<of::Configure>(body, answer))
        .or_else(|| reply::<of::Switch>(body, answer))
}

fn streaming_event(event: &Data) -> Option<Value> {
    use plugins::streaming::Event as Of;
    match <plugins::streaming::Streaming as plugins::Plugin>::event(event) {
        Of::Status(event) => typed(&event),
        Of::Layers(event) => typed(&event),
        Of::Edited(event) => typed(&event),
        Of::RtspDisconnected(event) => typed(&event),
        Of::RtspReconnected(event) => typed(&event),
        Of::Configured(event) => typed(&event),
        Of::Switched(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn textroom_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::textroom as of;
    None.or_else(|| reply::<of::Create>(body, answer))
        .or_else(|| reply::<of::Edit>(body, answer))
        .or_else(|| reply::<of::Destroy>(body, answer))
        .or_else(|| reply::<of::Exists>(body, answer))
        .or_else(|| reply::<of::List>(body, answer))
        .or_else(|| reply::<of::ListParticipants>(body, answer))
        .or_else(|| reply::<of::Allow>(body, answer))
        .or_else(|| reply::<of::Kick>(body, answer))
        .or_else(|| reply::<of::Announcement>(body, answer))
        .or_else(|| reply::<of::Setup>(body, answer))
        .or_else(|| reply::<of::Ack>(body, answer))
        .or_else(|| reply::<of::Restart>(body, answer))
}

fn textroom_event(event: &Data) -> Option<Value> {
    use plugins::textroom::Event as Of;
    match <plugins::textroom::TextRoom as plugins::Plugin>::event(event) {
        Of::Result(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn videocall_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::videocall as of;
    None.or_else(|| reply::<of::List>(body, answer))
        .or_else(|| reply::<of::Register>(body, answer))
        .or_else(|| reply::<of::Call>(body, answer))
        .or_else(|| reply::<of::Accept>(body, answer))
        .or_else(|| reply::<of::Set>(body, answer))
        .or_else(|| reply::<of::HangupCall>(body, answer))
}

fn videocall_event(event: &Data) -> Option<Value> {
    use plugins::videocall::Event as Of;
    match <plugins::videocall::VideoCall as plugins::Plugin>::event(event) {
        Of::IncomingCall(event) => typed(&event),
        Of::Accepted(event) => typed(&event),
        Of::Update(event) => typed(&event),
        Of::Hangup(event) => typed(&event),
        Of::Simulcast(event) => typed(&event),
        Of::SlowLink(event) => typed(&event),
        Of::Registered(event) => typed(&event),
        Of::Calling(event) => typed(&event),
        Of::Set(event) => typed(&event),
        Of::List(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn videoroom_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::videoroom as of;
    None.or_else(|| reply::<of::JoinPublisher>(body, answer))
        .or_else(|| reply::<of::JoinConfigurePublisher>(body, answer))
        .or_else(|| reply::<of::JoinSubscriber>(body, answer))
        .or_else(|| reply::<of::StartForward>(body, answer))
        .or_else(|| reply::<of::StopForward>(body, answer))
        .or_else(|| reply::<of::ListForward>(body, answer))
        .or_else(|| reply::<of::PublishRemotely>(body, answer))
        .or_else(|| reply::<of::UnpublishRemotely>(body, answer))
        .or_else(|| reply::<of::ListRemotes>(body, answer))
        .or_else(|| reply::<of::AddRemotePublisher>(body, answer))
        .or_else(|| reply::<of::UpdateRemotePublisher>(body, answer))
        .or_else(|| reply::<of::RemoveRemotePublisher>(body, answer))
        .or_else(|| reply::<of::Create>(body, answer))
        .or_else(|| reply::<of::Edit>(body, answer))
        .or_else(|| reply::<of::Destroy>(body, answer))
        .or_else(|| reply::<of::Exists>(body, answer))
        .or_else(|| reply::<of::List>(body, answer))
        .or_else(|| reply::<of::Allow>(body, answer))
        .or_else(|| reply::<of::Kick>(body, answer))
        .or_else(|| reply::<of::Moderate>(body, answer))
        .or_else(|| reply::<of::ListParticipants>(body, answer))
        .or_else(|| reply::<of::EnableRecording>(body, answer))
        .or_else(|| reply::<of::Publish>(body, answer))
        .or_else(|| reply::<of::Configure>(body, answer))
        .or_else(|| reply::<of::Unpublish>(body, answer))
        .or_else(|| reply::<of::Leave>(body, answer))
        .or_else(|| reply::<of::Start>(body, answer))
        .or_else(|| reply::<of::Pause>(body, answer))
        .or_else(|| reply::<of::Switch>(body, answer))
        .or_else(|| reply::<of::Subscribe>(body, answer))
        .or_else(|| reply::<of::Unsubscribe>(body, answer))
        .or_else(|| reply::<of::Update>(body, answer))
}

fn videoroom_event(event: &Data) -> Option<Value> {
    use plugins::videoroom::Event as Of;
    match <plugins::videoroom::VideoRoom as plugins::Plugin>::event(event) {
        Of::PublisherJoined(event) => typed(&event),
        Of::PublisherList(event) => typed(&event),
        Of::Destroyed(event) => typed(&event),
        Of::Unpublished(event) => typed(&event),
        Of::Leaving(event) => typed(&event),
        Of::Display(event) => typed(&event),
        Of::Configured(event) => typed(&event),
        Of::Slowlink(event) => typed(&event),
        Of::Talking(event) => typed(&event),
        Of::Kicked(event) => typed(&event),
        Of::Moderated(event) => typed(&event),
        Of::RecordingEnabledState(event) => typed(&event),
        Of::ScSubstreamLayer(event) => typed(&event),
        Of::ScTemporalLayers(event) => typed(&event),
        Of::SvcLayers(event) => typed(&event),
        Of::Updated(event) => typed(&event),
        Of::Joined(event) => typed(&event),
        Of::Subscribed(event) => typed(&event),
        Of::Updating(event) => typed(&event),
        Of::Started(event) => typed(&event),
        Of::Paused(event) => typed(&event),
        Of::Switched(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn voicemail_reply(body: &Value, answer: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::voicemail as of;
    None.or_else(|| reply::<of::Record>(body, answer))
        .or_else(|| reply::<of::Update>(body, answer))
        .or_else(|| reply::<of::Stop>(body, answer))
}

fn voicemail_event(event: &Data) -> Option<Value> {
    use plugins::voicemail::Event as Of;
    match <plugins::voicemail::VoiceMail as plugins::Plugin>::event(event) {
        Of::Status(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}
