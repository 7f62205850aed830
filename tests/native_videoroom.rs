//! VideoRoom: every request, put to a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::videoroom::{self as room, Event as Told, VideoRoom, error_code};
use bifrons::{Connection, ErrorCode, Event, Handle, Id, Jsep, JsepType, Secret};
use serde_json::json;
use support::{Janus, next};

const OFFER: &str = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
    m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\n\
    a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sendonly\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

/// An answer that takes all that is offered.
fn answer_to(offer: &Jsep) -> Jsep {
    assert_eq!(offer.kind, JsepType::Offer);
    let wanted = |line: &&str| !line.starts_with("a=candidate") && !line.starts_with("a=end-of");
    let lines: Vec<_> = offer.sdp.lines().filter(wanted).collect();
    let sdp = lines.join("\r\n") + "\r\n";
    Jsep::answer(sdp.replace("a=setup:actpass", "a=setup:active").replace("a=sendonly", "a=recvonly"))
}

async fn attach(connection: &Connection) -> Handle<VideoRoom> {
    connection.create().await.unwrap().attach::<VideoRoom>().await.unwrap()
}

/// A room with a publisher that sends nothing, whom one can subscribe to.
async fn open_room(handle: &Handle<VideoRoom>, id: u64) -> Option<Secret> {
    let secret = Some(Secret::from("room's secret"));
    let create = room::Create {
        room: Some(id.into()),
        secret: secret.clone(),
        dummy_publisher: Some(true),
        notify_joining: Some(true),
        max_publishers: Some(3),
        ..Default::default()
    };
    assert_eq!(handle.create(create).await.unwrap().room, Some(id.into()));
    secret
}

async fn told(handle: &Handle<VideoRoom>) -> Told {
    loop {
        match next(handle).await {
            Some(Event::Plugin(event)) => return event,
            Some(_) => {}
            None => panic!("the handle ended"),
        }
    }
}

#[tokio::test]
async fn rooms_are_made_changed_and_ended() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_room(&handle, 55).await;
    let id = Id::from(55);
    assert_eq!(
        handle.exists(room::Exists { room: id.clone(), ..Default::default() }).await.unwrap().exists,
        Some(true)
    );
    let again = room::Create { room: Some(id.clone()), ..Default::default() };
    let refused = handle.create(again).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::ROOM_EXISTS));
    let list = handle.list(room::List::default()).await.unwrap().list.unwrap();
    assert!(list.iter().any(|room| room.room == Some(55.into())), "{list:?}");

    let edit = room::Edit {
        room: id.clone(),
        secret: secret.clone(),
        new_description: Some("Another".into()),
        ..Default::default()
    };
    assert_eq!(handle.edit(edit).await.unwrap().permanent, Some(false));
    let allow = |action, tokens: &[&str]| room::Allow {
        room: id.clone(),
        secret: secret.clone(),
        action,
        list: (!tokens.is_empty()).then(|| tokens.iter().map(ToString::to_string).collect()),
        ..Default::default()
    };
    handle.allow(allow(room::AllowAction::Enable, &[])).await.unwrap();
    assert_eq!(
        handle.allow(allow(room::AllowAction::Add, &["a", "b"])).await.unwrap().list.unwrap().len(),
        2
    );
    assert_eq!(handle.allow(allow(room::AllowAction::Remove, &["a"])).await.unwrap().list.unwrap(), ["b"]);
    assert_eq!(handle.allow(allow(room::AllowAction::Disable, &[])).await.unwrap().list, None);

    let record = room::EnableRecording {
        room: id.clone(),
        secret: secret.clone(),
        record: false,
        ..Default::default()
    };
    assert_eq!(handle.enable_recording(record).await.unwrap().record, Some(false));
    let wrong = room::Destroy { room: id.clone(), secret: Some("no".into()), ..Default::default() };
    assert_eq!(handle.destroy(wrong).await.unwrap_err().plugin_code(), Some(error_code::UNAUTHORIZED));
    handle.destroy(room::Destroy { room: id, secret, ..Default::default() }).await.unwrap();
    connection.close().await;
}

#[tokio::test]
async fn publishers_join_publish_and_leave() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (alice, bob) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&alice, 77).await;
    let join = |feed: u64, name: &str| room::JoinPublisher {
        room: 77.into(),
        feed: Some(feed.into()),
        display: Some(name.into()),
        ..Default::default()
    };
    let joined = alice.join_publisher(join(1, "Alice")).await.unwrap();
    assert_eq!(joined.feed, Some(1.into()));
    assert_eq!(joined.publishers.unwrap()[0].dummy, Some(true));
    bob.join_publisher(join(2, "Bob")).await.unwrap();
    let Told::PublisherJoined(peer) = told(&alice).await else { panic!("Bob is not told of") };
    assert_eq!(peer.display.as_deref(), Some("Bob"));

    let publish =
        room::Publish { jsep: Some(Jsep::offer(OFFER)), bitrate: Some(128_000), ..Default::default() };
    let published = alice.publish(publish).await.unwrap();
    assert_eq!(published.jsep.unwrap().kind, JsepType::Answer);
    assert_eq!(published.audiocodec.as_deref(), Some("opus"));
    let renamed = room::Configure { display: Some("Alicia".into()), ..Default::default() };
    assert_eq!(alice.configure(renamed).await.unwrap().configured.as_deref(), Some("ok"));
    let Told::Display(display) = told(&bob).await else { panic!("the new name is not told of") };
    assert_eq!(display.display.as_deref(), Some("Alicia"));

    let list = room::ListParticipants { room: 77.into(), ..Default::default() };
    assert_eq!(bob.list_participants(list).await.unwrap().participants.unwrap().len(), 3);
    let moderate = room::Moderate {
        room: 77.into(),
        feed: 1.into(),
        mid: "0".into(),
        mute: true,
        secret: secret.clone(),
        ..Default::default()
    };
    bob.moderate(moderate).await.unwrap();
    let Told::Moderated(moderated) = told(&bob).await else { panic!("the moderation is not told of") };
    assert_eq!(moderated.moderation.as_deref(), Some("muted"));

    let forward = room::StartForward {
        room: 77.into(),
        feed: 1.into(),
        host: "127.0.0.1".into(),
        streams: Some(vec![room::ForwardStream { mid: "0".into(), port: 50_002, ..Default::default() }]),
        secret: secret.clone(),
        ..Default::default()
    };
    let forwarder = alice.start_forward(forward).await.unwrap().forwarders.unwrap().remove(0);
    assert_eq!(forwarder.port, Some(50_002));
    let list = room::ListForward { room: 77.into(), secret: secret.clone(), ..Default::default() };
    assert_eq!(alice.list_forward(list).await.unwrap().forwarders.unwrap().len(), 1);
    let stop = room::StopForward {
        room: 77.into(),
        feed: 1.into(),
        stream: forwarder.stream_id.unwrap(),
        secret: secret.clone(),
        ..Default::default()
    };
    assert_eq!(alice.stop_forward(stop).await.unwrap().stream, forwarder.stream_id);

    // Without media there is no PeerConnection, and nothing to take back.
    let refused = alice.unpublish(room::Unpublish::default()).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NOT_PUBLISHED));
    let kick = room::Kick { room: 77.into(), feed: 1.into(), secret, ..Default::default() };
    bob.kick(kick).await.unwrap();
    let Told::Leaving(leaving) = told_until(&alice, |event| matches!(event, Told::Leaving(_))).await else {
        return;
    };
    assert_eq!((leaving.feed, leaving.reason.as_deref()), (None, Some("kicked")));
    let Told::Kicked(kicked) = told_until(&bob, |event| matches!(event, Told::Kicked(_))).await else {
        return;
    };
    assert_eq!(kicked.feed, Some(1.into()));
    let newer = janus.at.version >= 1300;
    assert_eq!(kicked.display.is_some(), newer, "{kicked:?}");
    bob.leave(room::Leave::default()).await.unwrap();
    connection.close().await;
}

async fn told_until(handle: &Handle<VideoRoom>, wanted: impl Fn(&Told) -> bool) -> Told {
    loop {
        let event = told(handle).await;
        if wanted(&event) {
            return event;
        }
    }
}

#[tokio::test]
async fn who_leaves_is_told_with_name_and_metadata_since_janus_1_3_0() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (alice, bob) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&alice, 130).await;
    let join = |feed: u64| room::JoinConfigurePublisher {
        room: 130.into(),
        feed: Some(feed.into()),
        display: Some("Alice".into()),
        metadata: Some(json!({ "colour": "red" })),
        jsep: Some(Jsep::offer(OFFER)),
        ..Default::default()
    };
    bob.join_publisher(room::JoinPublisher { room: 130.into(), ..Default::default() }).await.unwrap();
    alice.join_configure_publisher(join(1)).await.unwrap();
    if janus.at.version >= 1300 {
        let repaint = room::Configure { metadata: Some(json!({ "colour": "blue" })), ..Default::default() };
        alice.configure(repaint).await.unwrap();
        let changed = told_until(&bob, |told| matches!(told, Told::Display(_))).await;
        assert!(matches!(&changed, Told::Display(of) if of.metadata == Some(json!({ "colour": "blue" }))));
        let again = room::Configure { metadata: Some(json!({ "colour": "red" })), ..Default::default() };
        alice.configure(again).await.unwrap();
    }
    alice.leave(room::Leave::default()).await.unwrap();
    let Told::Leaving(left) = told_until(&bob, |told| matches!(told, Told::Leaving(_))).await else { return };
    let told = (left.feed.clone(), left.display.as_deref(), left.metadata.clone());
    match janus.at.version {
        ..1300 => assert_eq!(told, (Some(1.into()), None, None)),
        _ => assert_eq!(told, (Some(1.into()), Some("Alice"), Some(json!({ "colour": "red" })))),
    }
    assert!(left.extra.keys().eq(["videoroom"]), "{left:?}");
    let destroy = room::Destroy { room: 130.into(), secret, ..Default::default() };
    bob.destroy(destroy).await.unwrap();
    connection.close().await;
}

#[tokio::test]
async fn what_needs_an_offer_is_refused_without_one() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let publisher = attach(&connection).await;
    open_room(&publisher, 131).await;
    let joined =
        publisher.join_publisher(room::JoinPublisher { room: 131.into(), ..Default::default() }).await;
    let asked = connection.stats().requests;
    let refused = publisher.publish(room::Publish::default()).await.unwrap_err();
    assert_eq!(
        (refused.code(), refused.message()),
        (
            ErrorCode::InvalidArgument,
            "publish needs an SDP (jsep): without one Janus responds \"ok\" and does nothing"
        )
    );
    assert_eq!(connection.stats().requests, asked, "it was not sent");
    let restart = || room::Configure { restart: Some(true), ..Default::default() };
    let refused = publisher.configure(restart()).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidArgument, "{refused}");
    // What needs no offer goes on to work without.
    publisher.configure(room::Configure { bitrate: Some(64_000), ..Default::default() }).await.unwrap();

    let subscriber = attach(&connection).await;
    let feed = joined.unwrap().publishers.unwrap()[0].feed.clone().unwrap();
    let join = room::JoinSubscriber {
        room: 131.into(),
        streams: Some(vec![room::Subscription { feed, ..Default::default() }]),
        ..Default::default()
    };
    let offer = subscriber.join_subscriber(join).await.unwrap().jsep.unwrap();
    let start = room::Start { jsep: Some(support::sdp::answer_to(&offer)), ..Default::default() };
    subscriber.start(start).await.unwrap();
    let restarted = subscriber.configure(restart()).await.unwrap();
    assert_eq!(
        restarted.jsep.map(|jsep| jsep.kind),
        Some(JsepType::Offer),
        "a subscriber's offer is Janus's"
    );
    connection.close().await;
}

#[tokio::test]
async fn publishing_in_one_go() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let join = room::JoinConfigurePublisher {
        room: 1234.into(),
        display: Some("Carol".into()),
        jsep: Some(Jsep::offer(OFFER)),
        ..Default::default()
    };
    let joined = handle.join_configure_publisher(join).await.unwrap();
    assert!(joined.private_id.is_some() && joined.jsep.is_some(), "{joined:?}");
    let missing = room::JoinPublisher { room: 4321.into(), ..Default::default() };
    let refused = attach(&connection).await.join_publisher(missing).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_ROOM));
    connection.close().await;
}

#[tokio::test]
async fn subscribers_change_what_they_get() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (publisher, subscriber) = (attach(&connection).await, attach(&connection).await);
    open_room(&publisher, 88).await;
    let joined = publisher
        .join_publisher(room::JoinPublisher { room: 88.into(), ..Default::default() })
        .await
        .unwrap();
    let dummy = joined.publishers.unwrap().remove(0);
    let (feed, streams) = (dummy.feed.unwrap(), dummy.streams.unwrap());
    let stream = |index: usize| room::Subscription {
        feed: feed.clone(),
        mid: streams[index].mid.clone(),
        ..Default::default()
    };

    let join = room::JoinSubscriber { room: 88.into(), streams: Some(vec![stream(0)]), ..Default::default() };
    let attached = subscriber.join_subscriber(join).await.unwrap();
    let sub_mid = attached.streams.unwrap()[0].mid.clone().unwrap();
    let start = |offer: &Jsep| room::Start { jsep: Some(answer_to(offer)), ..Default::default() };
    subscriber.start(start(&attached.jsep.unwrap())).await.unwrap();
    subscriber.pause(room::Pause::default()).await.unwrap();
    subscriber.start(room::Start::default()).await.unwrap();
    let change = room::StreamChange { mid: Some(sub_mid.clone()), send: Some(false), ..Default::default() };
    let configure = room::Configure { streams: Some(vec![change]), ..Default::default() };
    assert_eq!(subscriber.configure(configure).await.unwrap().configured.as_deref(), Some("ok"));

    let more = room::Subscribe { streams: vec![stream(1)], ..Default::default() };
    let updated = subscriber.subscribe(more).await.unwrap();
    assert_eq!(updated.streams.unwrap().len(), 2);
    subscriber.start(start(&updated.jsep.unwrap())).await.unwrap();
    let other = room::Unsubscription { sub_mid: Some("1".into()), ..Default::default() };
    let less = room::Unsubscribe { streams: vec![other], ..Default::default() };
    let updated = subscriber.unsubscribe(less).await.unwrap();
    subscriber.start(start(&updated.jsep.unwrap())).await.unwrap();
    let update = room::Update { subscribe: Some(vec![stream(1)]), ..Default::default() };
    let updated = subscriber.update(update).await.unwrap();
    subscriber.start(start(&updated.jsep.unwrap())).await.unwrap();
    let switch = room::SwitchStream {
        feed: feed.clone(),
        mid: streams[0].mid.clone().unwrap(),
        sub_mid,
        ..Default::default()
    };
    let switched =
        subscriber.switch(room::Switch { streams: Some(vec![switch]), ..Default::default() }).await;
    assert_eq!(switched.unwrap().switched.as_deref(), Some("ok"));
    subscriber.leave(room::Leave::default()).await.unwrap();
    connection.close().await;
}

#[tokio::test]
async fn a_subscriber_whose_offer_waits_is_left_without_an_answer() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (publisher, subscriber) = (attach(&connection).await, attach(&connection).await);
    open_room(&publisher, 66).await;
    let join = room::JoinPublisher { room: 66.into(), ..Default::default() };
    let dummy = publisher.join_publisher(join).await.unwrap().publishers.unwrap().remove(0);
    let stream = room::Subscription { feed: dummy.feed.unwrap(), ..Default::default() };
    let join = room::JoinSubscriber { room: 66.into(), streams: Some(vec![stream]), ..Default::default() };
    subscriber.join_subscriber(join).await.unwrap();
    let restart = room::Configure { restart: Some(true), ..Default::default() };
    let soon = Timeout::After(Duration::from_millis(300));
    let silence = subscriber.request_with(restart, soon).await.unwrap_err();
    assert_eq!(silence.code(), ErrorCode::Timeout);
    assert!(silence.message().contains("with `start`"), "{silence}");
    connection.close().await;
}

#[tokio::test]
async fn publishers_of_other_servers_are_taken_in() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_room(&handle, 99).await;
    let stream = room::RemoteStream {
        mid: "0".into(),
        mindex: 0,
        kind: "audio".into(),
        codec: Some("opus".into()),
        ..Default::default()
    };
    let add = room::AddRemotePublisher {
        room: 99.into(),
        feed: Some(5.into()),
        streams: vec![stream.clone()],
        secret: secret.clone(),
        ..Default::default()
    };
    let remote = handle.add_remote_publisher(add).await.unwrap();
    assert!(remote.port.is_some_and(|port| port > 0), "{remote:?}");
    let update = room::UpdateRemotePublisher {
        room: 99.into(),
        feed: 5.into(),
        streams: vec![stream],
        secret: secret.clone(),
        ..Default::default()
    };
    // Janus 1.1.2 answers `add` before the publisher can be found: it may be asked for too early.
    let mut updated = handle.update_remote_publisher(update.clone()).await;
    for _ in 0..50 {
        match updated {
            Err(error) if error.plugin_code() == Some(error_code::NO_SUCH_FEED) => {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                updated = handle.update_remote_publisher(update.clone()).await;
            }
            _ => break,
        }
    }
    updated.unwrap();
    let remove = room::RemoveRemotePublisher {
        room: 99.into(),
        feed: 5.into(),
        secret: secret.clone(),
        ..Default::default()
    };
    handle.remove_remote_publisher(remove).await.unwrap();

    let join = room::JoinConfigurePublisher {
        room: 99.into(),
        feed: Some(6.into()),
        jsep: Some(Jsep::offer(OFFER)),
        ..Default::default()
    };
    attach(&connection).await.join_configure_publisher(join.clone()).await.unwrap();
    let publisher = attach(&connection).await;
    publisher
        .join_configure_publisher(room::JoinConfigurePublisher { feed: Some(7.into()), ..join })
        .await
        .unwrap();
    let send = room::PublishRemotely {
        room: 99.into(),
        feed: 7.into(),
        remote_id: "there".into(),
        host: "127.0.0.1".into(),
        port: 50_010,
        secret: secret.clone(),
        ..Default::default()
    };
    assert_eq!(publisher.publish_remotely(send).await.unwrap().remote_id.as_deref(), Some("there"));
    let list =
        room::ListRemotes { room: 99.into(), feed: 7.into(), secret: secret.clone(), ..Default::default() };
    let remotes = publisher.list_remotes(list).await.unwrap().list.unwrap();
    assert_eq!(remotes[0].remote_id.as_deref(), Some("there"));
    assert!(remotes[0].extra.is_empty() && remotes[0].port.is_some(), "{remotes:?}");
    let stop = room::UnpublishRemotely {
        room: 99.into(),
        feed: 7.into(),
        remote_id: "there".into(),
        secret,
        ..Default::default()
    };
    publisher.unpublish_remotely(stop).await.unwrap();
    connection.close().await;
}
