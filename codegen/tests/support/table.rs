// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use bifrons::{admin, plugins};
use serde_json::Value;

use super::{Data, Reader, admin_reply, reply, typed};

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

fn audiobridge_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::audiobridge as of;
    None.or_else(|| reply::<of::Create>(body, response))
        .or_else(|| reply::<of::Edit>(body, response))
        .or_else(|| reply::<of::Destroy>(body, response))
        .or_else(|| reply::<of::Exists>(body, response))
        .or_else(|| reply::<of::List>(body, response))
        .or_else(|| reply::<of::ListParticipants>(body, response))
        .or_else(|| reply::<of::Allow>(body, response))
        .or_else(|| reply::<of::EnableRecording>(body, response))
        .or_else(|| reply::<of::EnableMjrs>(body, response))
        .or_else(|| reply::<of::StartForward>(body, response))
        .or_else(|| reply::<of::StopForward>(body, response))
        .or_else(|| reply::<of::ListForward>(body, response))
        .or_else(|| reply::<of::PlayFile>(body, response))
        .or_else(|| reply::<of::IsPlaying>(body, response))
        .or_else(|| reply::<of::StopFile>(body, response))
        .or_else(|| reply::<of::StopAllFiles>(body, response))
        .or_else(|| reply::<of::ListAnnouncements>(body, response))
        .or_else(|| reply::<of::Kick>(body, response))
        .or_else(|| reply::<of::KickAll>(body, response))
        .or_else(|| reply::<of::Mute>(body, response))
        .or_else(|| reply::<of::Unmute>(body, response))
        .or_else(|| reply::<of::MuteRoom>(body, response))
        .or_else(|| reply::<of::UnmuteRoom>(body, response))
        .or_else(|| reply::<of::Suspend>(body, response))
        .or_else(|| reply::<of::Resume>(body, response))
        .or_else(|| reply::<of::DenoiseEnable>(body, response))
        .or_else(|| reply::<of::DenoiseDisable>(body, response))
        .or_else(|| reply::<of::Join>(body, response))
        .or_else(|| reply::<of::Configure>(body, response))
        .or_else(|| reply::<of::ChangeRoom>(body, response))
        .or_else(|| reply::<of::Leave>(body, response))
        .or_else(|| reply::<of::AudioHangup>(body, response))
        .or_else(|| reply::<of::ResetDecoder>(body, response))
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

fn duktape_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::duktape as of;
    None.or_else(|| reply::<of::Ask>(body, response))
}

fn duktape_event(event: &Data) -> Option<Value> {
    use plugins::duktape::Event as Of;
    match <plugins::duktape::Duktape as plugins::Plugin>::event(event) {
        Of::Message(event) => typed(&event),
        _ => None,
    }
}

fn echotest_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::echotest as of;
    None.or_else(|| reply::<of::Start>(body, response))
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

fn lua_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::lua as of;
    None.or_else(|| reply::<of::Ask>(body, response))
}

fn lua_event(event: &Data) -> Option<Value> {
    use plugins::lua::Event as Of;
    match <plugins::lua::Lua as plugins::Plugin>::event(event) {
        Of::Message(event) => typed(&event),
        _ => None,
    }
}

fn nosip_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::nosip as of;
    None.or_else(|| reply::<of::Generate>(body, response))
        .or_else(|| reply::<of::Process>(body, response))
        .or_else(|| reply::<of::HangupCall>(body, response))
        .or_else(|| reply::<of::Recording>(body, response))
        .or_else(|| reply::<of::Keyframe>(body, response))
        .or_else(|| reply::<of::StartForward>(body, response))
        .or_else(|| reply::<of::StopForward>(body, response))
        .or_else(|| reply::<of::ListForward>(body, response))
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

fn recordplay_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::recordplay as of;
    None.or_else(|| reply::<of::ListRecordings>(body, response))
        .or_else(|| reply::<of::UpdateRecordings>(body, response))
        .or_else(|| reply::<of::Configure>(body, response))
        .or_else(|| reply::<of::Record>(body, response))
        .or_else(|| reply::<of::Play>(body, response))
        .or_else(|| reply::<of::Start>(body, response))
        .or_else(|| reply::<of::Pause>(body, response))
        .or_else(|| reply::<of::Resume>(body, response))
        .or_else(|| reply::<of::Stop>(body, response))
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

fn sip_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::sip as of;
    None.or_else(|| reply::<of::Register>(body, response))
        .or_else(|| reply::<of::Unregister>(body, response))
        .or_else(|| reply::<of::Subscribe>(body, response))
        .or_else(|| reply::<of::Unsubscribe>(body, response))
        .or_else(|| reply::<of::Call>(body, response))
        .or_else(|| reply::<of::Accept>(body, response))
        .or_else(|| reply::<of::Progress>(body, response))
        .or_else(|| reply::<of::SendRinging>(body, response))
        .or_else(|| reply::<of::Decline>(body, response))
        .or_else(|| reply::<of::Update>(body, response))
        .or_else(|| reply::<of::Hold>(body, response))
        .or_else(|| reply::<of::Unhold>(body, response))
        .or_else(|| reply::<of::Transfer>(body, response))
        .or_else(|| reply::<of::SipHangup>(body, response))
        .or_else(|| reply::<of::Reset>(body, response))
        .or_else(|| reply::<of::Recording>(body, response))
        .or_else(|| reply::<of::Info>(body, response))
        .or_else(|| reply::<of::SipMessage>(body, response))
        .or_else(|| reply::<of::DtmfInfo>(body, response))
        .or_else(|| reply::<of::Keyframe>(body, response))
        .or_else(|| reply::<of::StartForward>(body, response))
        .or_else(|| reply::<of::StopForward>(body, response))
        .or_else(|| reply::<of::ListForward>(body, response))
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

fn streaming_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::streaming as of;
    None.or_else(|| reply::<of::CreateRtpMountpoint>(body, response))
        .or_else(|| reply::<of::CreateLiveMountpoint>(body, response))
        .or_else(|| reply::<of::CreateOndemandMountpoint>(body, response))
        .or_else(|| reply::<of::CreateRtspMountpoint>(body, response))
        .or_else(|| reply::<of::StartRecording>(body, response))
        .or_else(|| reply::<of::StopRecording>(body, response))
        .or_else(|| reply::<of::DestroyMountpoint>(body, response))
        .or_else(|| reply::<of::Edit>(body, response))
        .or_else(|| reply::<of::List>(body, response))
        .or_else(|| reply::<of::Info>(body, response))
        .or_else(|| reply::<of::Enable>(body, response))
        .or_else(|| reply::<of::Disable>(body, response))
        .or_else(|| reply::<of::KickAll>(body, response))
        .or_else(|| reply::<of::Watch>(body, response))
        .or_else(|| reply::<of::Start>(body, response))
        .or_else(|| reply::<of::Pause>(body, response))
        .or_else(|| reply::<of::Stop>(body, response))
        .or_else(|| reply::<of::Configure>(body, response))
        .or_else(|| reply::<of::Switch>(body, response))
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

fn textroom_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::textroom as of;
    None.or_else(|| reply::<of::Create>(body, response))
        .or_else(|| reply::<of::Edit>(body, response))
        .or_else(|| reply::<of::Destroy>(body, response))
        .or_else(|| reply::<of::Exists>(body, response))
        .or_else(|| reply::<of::List>(body, response))
        .or_else(|| reply::<of::ListParticipants>(body, response))
        .or_else(|| reply::<of::Allow>(body, response))
        .or_else(|| reply::<of::Kick>(body, response))
        .or_else(|| reply::<of::Announcement>(body, response))
        .or_else(|| reply::<of::Setup>(body, response))
        .or_else(|| reply::<of::Ack>(body, response))
        .or_else(|| reply::<of::Restart>(body, response))
}

fn textroom_event(event: &Data) -> Option<Value> {
    use plugins::textroom::Event as Of;
    match <plugins::textroom::TextRoom as plugins::Plugin>::event(event) {
        Of::Result(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

fn videocall_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::videocall as of;
    None.or_else(|| reply::<of::List>(body, response))
        .or_else(|| reply::<of::Register>(body, response))
        .or_else(|| reply::<of::Call>(body, response))
        .or_else(|| reply::<of::Accept>(body, response))
        .or_else(|| reply::<of::Set>(body, response))
        .or_else(|| reply::<of::HangupCall>(body, response))
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

fn videoroom_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::videoroom as of;
    None.or_else(|| reply::<of::JoinPublisher>(body, response))
        .or_else(|| reply::<of::JoinConfigurePublisher>(body, response))
        .or_else(|| reply::<of::JoinSubscriber>(body, response))
        .or_else(|| reply::<of::StartForward>(body, response))
        .or_else(|| reply::<of::StopForward>(body, response))
        .or_else(|| reply::<of::ListForward>(body, response))
        .or_else(|| reply::<of::PublishRemotely>(body, response))
        .or_else(|| reply::<of::UnpublishRemotely>(body, response))
        .or_else(|| reply::<of::ListRemotes>(body, response))
        .or_else(|| reply::<of::AddRemotePublisher>(body, response))
        .or_else(|| reply::<of::UpdateRemotePublisher>(body, response))
        .or_else(|| reply::<of::RemoveRemotePublisher>(body, response))
        .or_else(|| reply::<of::Create>(body, response))
        .or_else(|| reply::<of::Edit>(body, response))
        .or_else(|| reply::<of::Destroy>(body, response))
        .or_else(|| reply::<of::Exists>(body, response))
        .or_else(|| reply::<of::List>(body, response))
        .or_else(|| reply::<of::Allow>(body, response))
        .or_else(|| reply::<of::Kick>(body, response))
        .or_else(|| reply::<of::Moderate>(body, response))
        .or_else(|| reply::<of::ListParticipants>(body, response))
        .or_else(|| reply::<of::EnableRecording>(body, response))
        .or_else(|| reply::<of::Publish>(body, response))
        .or_else(|| reply::<of::Configure>(body, response))
        .or_else(|| reply::<of::Unpublish>(body, response))
        .or_else(|| reply::<of::Leave>(body, response))
        .or_else(|| reply::<of::Start>(body, response))
        .or_else(|| reply::<of::Pause>(body, response))
        .or_else(|| reply::<of::Switch>(body, response))
        .or_else(|| reply::<of::Subscribe>(body, response))
        .or_else(|| reply::<of::Unsubscribe>(body, response))
        .or_else(|| reply::<of::Update>(body, response))
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

fn voicemail_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {
    use plugins::voicemail as of;
    None.or_else(|| reply::<of::Record>(body, response))
        .or_else(|| reply::<of::Update>(body, response))
        .or_else(|| reply::<of::Stop>(body, response))
}

fn voicemail_event(event: &Data) -> Option<Value> {
    use plugins::voicemail::Event as Of;
    match <plugins::voicemail::VoiceMail as plugins::Plugin>::event(event) {
        Of::Status(event) => typed(&event),
        Of::Error(_) => Some(Value::Null),
        _ => None,
    }
}

/// Reads the response to a request of the Admin API.
pub fn admin(verb: &str, response: &Value) -> Option<bifrons::Result<Value>> {
    use admin as of;
    None.or_else(|| admin_reply::<of::GetStatus>(verb, response))
        .or_else(|| admin_reply::<of::SetSessionTimeout>(verb, response))
        .or_else(|| admin_reply::<of::SetLogLevel>(verb, response))
        .or_else(|| admin_reply::<of::SetLogTimestamps>(verb, response))
        .or_else(|| admin_reply::<of::SetLogColors>(verb, response))
        .or_else(|| admin_reply::<of::SetLockingDebug>(verb, response))
        .or_else(|| admin_reply::<of::SetRefcountDebug>(verb, response))
        .or_else(|| admin_reply::<of::SetLibniceDebug>(verb, response))
        .or_else(|| admin_reply::<of::SetMinNackQueue>(verb, response))
        .or_else(|| admin_reply::<of::SetNackOptimizations>(verb, response))
        .or_else(|| admin_reply::<of::SetNoMediaTimer>(verb, response))
        .or_else(|| admin_reply::<of::SetSlowlinkThreshold>(verb, response))
        .or_else(|| admin_reply::<of::AcceptNewSessions>(verb, response))
        .or_else(|| admin_reply::<of::ListSessions>(verb, response))
        .or_else(|| admin_reply::<of::ListHandles>(verb, response))
        .or_else(|| admin_reply::<of::DestroySession>(verb, response))
        .or_else(|| admin_reply::<of::HandleInfo>(verb, response))
        .or_else(|| admin_reply::<of::StartPcap>(verb, response))
        .or_else(|| admin_reply::<of::StopPcap>(verb, response))
        .or_else(|| admin_reply::<of::StartText2pcap>(verb, response))
        .or_else(|| admin_reply::<of::StopText2pcap>(verb, response))
        .or_else(|| admin_reply::<of::DetachHandle>(verb, response))
        .or_else(|| admin_reply::<of::HangupWebrtc>(verb, response))
        .or_else(|| admin_reply::<of::AddToken>(verb, response))
        .or_else(|| admin_reply::<of::AllowToken>(verb, response))
        .or_else(|| admin_reply::<of::DisallowToken>(verb, response))
        .or_else(|| admin_reply::<of::ListTokens>(verb, response))
        .or_else(|| admin_reply::<of::RemoveToken>(verb, response))
        .or_else(|| admin_reply::<of::LoopsInfo>(verb, response))
        .or_else(|| admin_reply::<of::ResolveAddress>(verb, response))
        .or_else(|| admin_reply::<of::TestStun>(verb, response))
        .or_else(|| admin_reply::<of::MessagePlugin>(verb, response))
        .or_else(|| admin_reply::<of::QueryTransport>(verb, response))
        .or_else(|| admin_reply::<of::QueryEventhandler>(verb, response))
        .or_else(|| admin_reply::<of::QueryLogger>(verb, response))
        .or_else(|| admin_reply::<of::CustomEvent>(verb, response))
        .or_else(|| admin_reply::<of::CustomLogline>(verb, response))
}
