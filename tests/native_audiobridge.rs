//! AudioBridge: every request that needs no media, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::plugins::audiobridge::{self as bridge, AudioBridge, Event as BridgeEvent, error_code};
use bifrons::{Connection, Event, Handle, Id, Jsep, JsepType, Secret};
use needs_janus::needs_janus;
use support::Janus;
use tokio::time::timeout;

const OFFER: &str = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
    m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\n\
    a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

async fn attach(connection: &Connection) -> Handle<AudioBridge> {
    connection.create().await.unwrap().attach::<AudioBridge>().await.unwrap()
}

async fn open_room(handle: &Handle<AudioBridge>, room: u64) -> Secret {
    let secret = Secret::from("room's secret");
    let create = bridge::Create::default().room(room).allow_rtp(true).secret(secret.clone());
    assert_eq!(handle.create(create).await.unwrap().room, room.into());
    secret
}

fn join(room: u64, feed: u64, name: &str) -> bridge::Join {
    bridge::Join::new(room).feed(feed).display(name)
}

async fn wait_for(handle: &Handle<AudioBridge>, wanted: impl Fn(&BridgeEvent) -> bool) -> BridgeEvent {
    loop {
        let next = timeout(Duration::from_secs(10), handle.next_event()).await;
        match next.expect("an event in time") {
            Some(Event::Plugin(event)) if wanted(&event) => return event,
            Some(_) => {}
            None => panic!("the handle ended"),
        }
    }
}

#[needs_janus("recordings")]
#[tokio::test]
async fn rooms_are_created_changed_and_destroyed() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_room(&handle, 55).await;
    let id = Id::from(55);
    let exists = |room: u64| bridge::Exists::new(room);
    assert!(handle.exists(exists(55)).await.unwrap().exists);
    assert!(!handle.exists(exists(56)).await.unwrap().exists);
    let again = bridge::Create::default().room(id.clone());
    assert_eq!(handle.create(again).await.unwrap_err().plugin_code(), Some(error_code::ROOM_EXISTS));
    let list = handle.list(bridge::List::default()).await.unwrap().list;
    let listed = list.iter().find(|room| room.room == 55.into()).unwrap();
    assert_eq!((listed.num_participants, listed.muted), (0, false), "{listed:?}");
    assert!(listed.extra.is_empty(), "{listed:?}");

    let edit = bridge::Edit::new(id.clone()).new_description("Another").secret(secret.clone());
    assert!(!handle.edit(edit).await.unwrap().permanent);
    let allow = |action, tokens: &[&str]| {
        let mut request = bridge::Allow::new(id.clone(), action).secret(secret.clone());
        request.list = (!tokens.is_empty()).then(|| tokens.iter().map(ToString::to_string).collect());
        request
    };
    handle.allow(allow(bridge::AllowAction::Enable, &[])).await.unwrap();
    let added = handle.allow(allow(bridge::AllowAction::Add, &["a", "b"])).await.unwrap();
    assert_eq!(added.list.unwrap().len(), 2);
    let left = handle.allow(allow(bridge::AllowAction::Remove, &["a"])).await.unwrap();
    assert_eq!(left.list.unwrap(), ["b"]);
    assert_eq!(handle.allow(allow(bridge::AllowAction::Disable, &[])).await.unwrap().list, None);

    let record = bridge::EnableRecording::new(id.clone(), false).secret(secret.clone());
    assert_eq!(handle.enable_recording(record).await.unwrap().record, Some(false));
    let mjrs = bridge::EnableMjrs::new(id.clone(), false).secret(secret.clone());
    assert_eq!(handle.enable_mjrs(mjrs).await.unwrap().mjrs, Some(false));
    let wrong = bridge::Destroy::new(id.clone()).secret("no");
    assert_eq!(handle.destroy(wrong).await.unwrap_err().plugin_code(), Some(error_code::UNAUTHORIZED));
    let destroy = bridge::Destroy::new(id).secret(secret);
    assert_eq!(handle.destroy(destroy).await.unwrap().room, 55.into());
    connection.close().await;
}

#[needs_janus("requests that the mock server has not")]
#[tokio::test]
async fn participants_join_change_and_leave() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (alice, bob) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&alice, 77).await;
    open_room(&alice, 78).await;
    let refused = alice.reset_decoder(bridge::ResetDecoder::default()).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NOT_JOINED));

    let joined = alice.join(join(77, 1, "Alice").jsep(Jsep::offer(OFFER))).await;
    let joined = joined.unwrap();
    assert_eq!((joined.feed, joined.participants.len()), (1.into(), 0));
    assert_eq!(joined.jsep.unwrap().kind, JsepType::Answer);
    alice.reset_decoder(bridge::ResetDecoder::default()).await.unwrap();
    let joined = bob.join(join(77, 2, "Bob")).await.unwrap();
    assert_eq!(joined.participants[0].display.as_deref(), Some("Alice"));
    let BridgeEvent::PeerJoined(peer) = wait_for(&alice, |_| true).await else { panic!("no event for Bob") };
    assert_eq!(peer.participants[0].display.as_deref(), Some("Bob"));

    let configure = bridge::Configure::default().jsep(Jsep::offer(OFFER));
    let changed = bob.configure(configure).await.unwrap();
    assert_eq!(changed.jsep.unwrap().kind, JsepType::Answer);
    let rename = bridge::Configure::default().display("Robert");
    assert!(bob.configure(rename).await.unwrap().jsep.is_none());
    let BridgeEvent::Configured(changed) =
        wait_for(&alice, |event| matches!(event, BridgeEvent::Configured(_))).await
    else {
        return;
    };
    assert_eq!(changed.participants[0].display.as_deref(), Some("Robert"));
    let list = bridge::ListParticipants::new(77);
    assert_eq!(bob.list_participants(list).await.unwrap().participants.len(), 2);

    let changed = bob.change_room(bridge::ChangeRoom::new(78)).await;
    assert_eq!(changed.unwrap().room, 78.into());
    let BridgeEvent::PeerLeaving(leaving) =
        wait_for(&alice, |event| matches!(event, BridgeEvent::PeerLeaving(_))).await
    else {
        return;
    };
    assert_eq!(leaving.feed, 2.into());
    assert_eq!(bob.leave(bridge::Leave::default()).await.unwrap().room, Some(78.into()));
    alice.audio_hangup(bridge::AudioHangup::default()).await.unwrap();
    alice.destroy(bridge::Destroy::new(77).secret(secret)).await.unwrap();
    connection.close().await;
}

#[needs_janus("requests that the mock server has not")]
#[tokio::test]
async fn administrators_moderate() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (admin, alice) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&admin, 88).await;
    alice.join(join(88, 1, "Alice")).await.unwrap();

    let mute = bridge::Mute::new(88, 1).secret(secret.clone());
    admin.mute(mute).await.unwrap();
    let BridgeEvent::Configured(changed) = wait_for(&alice, |_| true).await else {
        panic!("no event for the mute")
    };
    assert!(changed.participants[0].muted);
    let unmute = bridge::Unmute::new(88, 1).secret(secret.clone());
    admin.unmute(unmute).await.unwrap();
    for muted in [true, false] {
        if muted {
            let room = bridge::MuteRoom::new(88).secret(secret.clone());
            admin.mute_room(room).await.unwrap();
        } else {
            let room = bridge::UnmuteRoom::new(88).secret(secret.clone());
            admin.unmute_room(room).await.unwrap();
        }
        let event = wait_for(&alice, |event| matches!(event, BridgeEvent::RoomMuted(_))).await;
        let BridgeEvent::RoomMuted(room) = event else { return };
        assert_eq!(room.muted, muted);
    }
    let kick = bridge::Kick::new(88, 9).secret(secret.clone());
    assert_eq!(admin.kick(kick.clone()).await.unwrap_err().plugin_code(), Some(error_code::NO_SUCH_USER));
    admin
        .kick({
            let mut request = kick;
            request.feed = 1.into();
            request
        })
        .await
        .unwrap();
    let BridgeEvent::Kicked(kicked) = wait_for(&alice, |event| matches!(event, BridgeEvent::Kicked(_))).await
    else {
        return;
    };
    assert_eq!(kicked.feed, 1.into());

    let bob = attach(&connection).await;
    bob.join(join(88, 2, "Bob")).await.unwrap();
    admin.kick_all(bridge::KickAll::new(88).secret(secret)).await.unwrap();
    let BridgeEvent::KickedAll(kicked) =
        wait_for(&bob, |event| matches!(event, BridgeEvent::KickedAll(_))).await
    else {
        return;
    };
    assert_eq!(kicked.feed, 2.into());
    connection.close().await;
}

#[needs_janus("RTP forwarders")]
#[tokio::test]
async fn audio_is_forwarded_and_files_are_listed() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_room(&handle, 99).await;
    let forward = bridge::StartForward::new(99, "127.0.0.1", 50_020).secret(secret.clone());
    let stream = handle.start_forward(forward).await.unwrap().audio_stream;
    let list = bridge::ListForward::new(99).secret(secret.clone());
    let forwarder = handle.list_forward(list).await.unwrap().forwarders.remove(0);
    assert_eq!((&*forwarder.host, forwarder.audio_port), ("127.0.0.1", 50_020));
    let stop = bridge::StopForward::new(99, stream).secret(secret.clone());
    assert_eq!(handle.stop_forward(stop).await.unwrap().audio_stream, stream);

    let play = bridge::PlayFile::new(99, "/there/is/none.opus").secret(secret.clone());
    assert_eq!(handle.play_file(play).await.unwrap_err().plugin_code(), Some(error_code::UNKNOWN_ERROR));
    let is_playing = bridge::IsPlaying::new(99, "none").secret(secret.clone());
    assert_eq!(handle.is_playing(is_playing).await.unwrap().playing, Some(false));
    let stop = bridge::StopFile::new(99, "none").secret(secret.clone());
    assert_eq!(handle.stop_file(stop).await.unwrap().file_id, "none");

    let plain = bridge::RtpParticipant::default().ip("127.0.0.1").port(50_022);
    let joined = handle.join(join(99, 3, "Phone").rtp_participant(plain)).await.unwrap();
    assert!(joined.rtp_participant.unwrap().port > 0);
    connection.close().await;
}

#[tokio::test]
async fn a_participant_is_suspended_since_janus_1_2_1() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (anna, ben) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&anna, 121).await;
    let suspend = |feed: u64| bridge::Suspend::new(121, feed).secret(secret.clone());
    let refusal = anna.suspend(suspend(7)).await.unwrap_err();
    let (names_versions, code) = (refusal.message().contains("needs Janus 1.2.1"), refusal.plugin_code());
    if janus.at.version < 1201 {
        assert_eq!((names_versions, code), (true, Some(error_code::INVALID_REQUEST)));
        return;
    }
    assert_eq!((names_versions, code), (false, Some(error_code::NO_SUCH_USER)));
    if janus.at.version >= 1302 {
        let list = bridge::ListAnnouncements::new(121).secret(secret.clone());
        assert_eq!(anna.list_announcements(list).await.unwrap().announcements, Vec::new());
        let stop = bridge::StopAllFiles::new(121).secret(secret.clone());
        anna.stop_all_files(stop).await.unwrap();
    }
    anna.join(join(121, 1, "Anna")).await.unwrap();
    ben.join(join(121, 2, "Ben")).await.unwrap();
    anna.suspend(suspend(2)).await.unwrap();
    for handle in [&anna, &ben] {
        let event = wait_for(handle, |event| matches!(event, BridgeEvent::Suspended(_))).await;
        assert!(
            matches!(&event, BridgeEvent::Suspended(participant) if participant.feed == 2.into()),
            "{event:?}"
        );
    }
    let resume = bridge::Resume::new(121, 2).secret(secret.clone());
    anna.resume(resume).await.unwrap();
    let event = wait_for(&anna, |event| matches!(event, BridgeEvent::Resumed(_))).await;
    assert!(matches!(&event, BridgeEvent::Resumed(participant) if participant.feed == 2.into()), "{event:?}");
    connection.close().await;
}
