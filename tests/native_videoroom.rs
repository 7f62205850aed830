//! VideoRoom: every request, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::videoroom::{self as room, Event as RoomEvent, VideoRoom, error_code, role};
use bifrons::{Connection, ErrorCode, Event, Handle, Id, Jsep, JsepType, Secret};
use needs_janus::needs_janus;
use serde_json::json;
use support::{Janus, next};

const OFFER: &str = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
    m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\n\
    a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sendonly\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

/// An SDP answer that accepts all media of the offer.
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

/// A room with a publisher that sends no media and has a feed for subscribers.
async fn open_room(handle: &Handle<VideoRoom>, id: u64) -> Secret {
    let secret = Secret::from("room's secret");
    let create = room::Create::default()
        .room(id)
        .dummy_publisher(true)
        .notify_joining(true)
        .max_publishers(3)
        .secret(secret.clone());
    assert_eq!(handle.create(create).await.unwrap().room, id.into());
    secret
}

async fn next_plugin_event(handle: &Handle<VideoRoom>) -> RoomEvent {
    loop {
        match next(handle).await {
            Some(Event::Plugin(event)) => return event,
            Some(_) => {}
            None => panic!("the handle ended"),
        }
    }
}

#[tokio::test]
async fn rooms_are_created_changed_and_destroyed() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_room(&handle, 55).await;
    let id = Id::from(55);
    assert!(handle.exists(room::Exists::new(id.clone())).await.unwrap().exists);
    let again = room::Create::default().room(id.clone());
    let refused = handle.create(again).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::ROOM_EXISTS));
    let list = handle.list(room::List::default()).await.unwrap().list;
    assert!(list.iter().any(|room| room.room == 55.into()), "{list:?}");

    let edit = room::Edit::new(id.clone()).new_description("Another").secret(secret.clone());
    assert!(!handle.edit(edit).await.unwrap().permanent);
    let allow = |action, tokens: &[&str]| {
        let mut request = room::Allow::new(id.clone(), action).secret(secret.clone());
        request.list = (!tokens.is_empty()).then(|| tokens.iter().map(ToString::to_string).collect());
        request
    };
    handle.allow(allow(room::AllowAction::Enable, &[])).await.unwrap();
    assert_eq!(
        handle.allow(allow(room::AllowAction::Add, &["a", "b"])).await.unwrap().list.unwrap().len(),
        2
    );
    assert_eq!(handle.allow(allow(room::AllowAction::Remove, &["a"])).await.unwrap().list.unwrap(), ["b"]);
    assert_eq!(handle.allow(allow(room::AllowAction::Disable, &[])).await.unwrap().list, None);

    let record = room::EnableRecording::new(id.clone(), false).secret(secret.clone());
    assert!(!handle.enable_recording(record).await.unwrap().record);
    let wrong = room::Destroy::new(id.clone()).secret("no");
    assert_eq!(handle.destroy(wrong).await.unwrap_err().plugin_code(), Some(error_code::UNAUTHORIZED));
    handle.destroy(room::Destroy::new(id).secret(secret)).await.unwrap();
    connection.close().await;
}

#[needs_janus("its checks of an offer")]
#[tokio::test]
async fn publishers_join_publish_and_leave() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (alice, bob) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&alice, 77).await;
    let join = |feed: u64, name: &str| room::JoinPublisher::new(77).feed(feed).display(name);
    let joined = alice.join_publisher(join(1, "Alice")).await.unwrap();
    assert_eq!(joined.feed, 1.into());
    assert_eq!(joined.publishers[0].dummy, Some(true));
    bob.join_publisher(join(2, "Bob")).await.unwrap();
    let RoomEvent::PublisherJoined(peer) = next_plugin_event(&alice).await else {
        panic!("no event for Bob")
    };
    assert_eq!(peer.display.as_deref(), Some("Bob"));

    let publish = room::Publish::new(Jsep::offer(OFFER)).bitrate(128_000);
    let published = alice.publish(publish).await.unwrap();
    assert_eq!(published.jsep.unwrap().kind, JsepType::Answer);
    assert_eq!(published.audiocodec, Some("opus".into()));
    let renamed = room::Configure::default().display("Alicia");
    assert_eq!(alice.configure(renamed).await.unwrap().configured, "ok");
    let RoomEvent::Display(display) = next_plugin_event(&bob).await else {
        panic!("no event for the new name")
    };
    assert_eq!(display.display.as_deref(), Some("Alicia"));

    let list = room::ListParticipants::new(77);
    assert_eq!(bob.list_participants(list).await.unwrap().participants.len(), 3);
    let moderate = room::Moderate::new(77, 1, "0", true).secret(secret.clone());
    bob.moderate(moderate).await.unwrap();
    let RoomEvent::Moderated(moderated) = next_plugin_event(&bob).await else {
        panic!("no event for the moderation")
    };
    assert_eq!(moderated.moderation, "muted");

    let forward = room::StartForward::new(77, 1, "127.0.0.1")
        .streams(vec![room::ForwardStream::new("0", 50_002)])
        .secret(secret.clone());
    let forwarder = alice.start_forward(forward).await.unwrap().forwarders.unwrap().remove(0);
    assert_eq!(forwarder.port, 50_002);
    let list = room::ListForward::new(77).secret(secret.clone());
    assert_eq!(alice.list_forward(list).await.unwrap().forwarders.len(), 1);
    let stop = room::StopForward::new(77, 1, forwarder.stream_id).secret(secret.clone());
    assert_eq!(alice.stop_forward(stop).await.unwrap().stream, forwarder.stream_id);

    // Without media there is no PeerConnection, and the publisher is not published.
    let refused = alice.unpublish(room::Unpublish::default()).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NOT_PUBLISHED));
    let kick = room::Kick::new(77, 1).secret(secret);
    bob.kick(kick).await.unwrap();
    let RoomEvent::Leaving(leaving) = wait_for(&alice, |event| matches!(event, RoomEvent::Leaving(_))).await
    else {
        return;
    };
    assert_eq!((leaving.feed, leaving.reason), (None, Some("kicked".into())));
    let RoomEvent::Kicked(kicked) = wait_for(&bob, |event| matches!(event, RoomEvent::Kicked(_))).await
    else {
        return;
    };
    assert_eq!(kicked.feed, 1.into());
    let newer = janus.at.version >= 1300;
    assert_eq!(kicked.display.is_some(), newer, "{kicked:?}");
    bob.leave(room::Leave::default()).await.unwrap();
    connection.close().await;
}

async fn wait_for(handle: &Handle<VideoRoom>, wanted: impl Fn(&RoomEvent) -> bool) -> RoomEvent {
    loop {
        let event = next_plugin_event(handle).await;
        if wanted(&event) {
            return event;
        }
    }
}

#[tokio::test]
async fn leaving_contains_the_name_and_metadata_since_janus_1_3_0() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (alice, bob) = (attach(&connection).await, attach(&connection).await);
    let secret = open_room(&alice, 130).await;
    let join = |feed: u64| {
        room::JoinConfigurePublisher::new(130)
            .feed(feed)
            .display("Alice")
            .metadata(json!({ "colour": "red" }))
            .jsep(Jsep::offer(OFFER))
    };
    bob.join_publisher(room::JoinPublisher::new(130)).await.unwrap();
    alice.join_configure_publisher(join(1)).await.unwrap();
    if janus.at.version >= 1300 {
        let repaint = room::Configure::default().metadata(json!({ "colour": "blue" }));
        alice.configure(repaint).await.unwrap();
        let changed = wait_for(&bob, |event| matches!(event, RoomEvent::Display(_))).await;
        assert!(
            matches!(&changed, RoomEvent::Display(of) if of.metadata == Some(json!({ "colour": "blue" })))
        );
        let again = room::Configure::default().metadata(json!({ "colour": "red" }));
        alice.configure(again).await.unwrap();
    }
    alice.leave(room::Leave::default()).await.unwrap();
    let RoomEvent::Leaving(left) = wait_for(&bob, |event| matches!(event, RoomEvent::Leaving(_))).await
    else {
        return;
    };
    let fields = (left.feed.clone(), left.display.as_deref(), left.metadata.clone());
    match janus.at.version {
        ..1300 => assert_eq!(fields, (Some(1.into()), None, None)),
        _ => assert_eq!(fields, (Some(1.into()), Some("Alice"), Some(json!({ "colour": "red" })))),
    }
    assert!(left.extra.keys().eq(["videoroom"]), "{left:?}");
    let destroy = room::Destroy::new(130).secret(secret);
    bob.destroy(destroy).await.unwrap();
    connection.close().await;
}

#[needs_janus("its checks of an offer")]
#[tokio::test]
async fn requests_that_need_an_offer_fail_without_one() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let publisher = attach(&connection).await;
    open_room(&publisher, 131).await;
    let joined = publisher.join_publisher(room::JoinPublisher::new(131)).await;
    let requests = connection.stats().requests;
    let refused = publisher.publish(room::Publish::default()).await.unwrap_err();
    assert_eq!(
        (refused.code(), refused.message()),
        (
            ErrorCode::InvalidArgument,
            "publish needs an SDP (jsep): without one Janus responds \"ok\" and does nothing"
        )
    );
    assert_eq!(connection.stats().requests, requests, "the request was not sent");
    let restart = || room::Configure::default().restart(true);
    let refused = publisher.configure(restart()).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidArgument, "{refused}");
    // A request that needs no offer works without one.
    publisher.configure(room::Configure::default().bitrate(64_000)).await.unwrap();

    let subscriber = attach(&connection).await;
    let feed = joined.unwrap().publishers[0].feed.clone();
    let join = room::JoinSubscriber::new(131).streams(vec![room::Subscription::new(feed)]);
    let offer = subscriber.join_subscriber(join).await.unwrap().jsep;
    let start = room::Start::default().jsep(support::sdp::answer_to(&offer));
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
async fn handles_of_one_role_have_its_requests_and_the_events() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let manager = session.attach::<role::Manager>().await.unwrap();
    manager.create(room::Create::default().room(140)).await.unwrap();
    let watcher = session.attach::<role::Publisher>().await.unwrap();
    watcher.join_publisher(room::JoinPublisher::new(140)).await.unwrap();

    let publisher = session.attach::<role::Publisher>().await.unwrap();
    let feed = publisher.join_publisher(room::JoinPublisher::new(140)).await.unwrap().feed;
    publisher.publish(room::Publish::new(Jsep::offer(OFFER))).await.unwrap();
    let listed = manager.list_participants(room::ListParticipants::new(140)).await.unwrap();
    assert_eq!(listed.participants.len(), 2);
    publisher.leave(room::Leave::default()).await.unwrap();
    let left = loop {
        if let Event::Plugin(RoomEvent::Leaving(leaving)) = next(&watcher).await.unwrap() {
            break leaving.feed;
        }
    };
    assert_eq!(left, Some(feed));

    let subscriber = session.attach::<role::Subscriber>().await.unwrap();
    let join = room::JoinSubscriber::new(140).streams(vec![room::Subscription::new(1)]);
    let refused = subscriber.join_subscriber(join).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_FEED));
    connection.close().await;
}

#[tokio::test]
async fn joining_and_publishing_in_one_request() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let join = room::JoinConfigurePublisher::new(1234).display("Carol").jsep(Jsep::offer(OFFER));
    let joined = handle.join_configure_publisher(join).await.unwrap();
    assert!(joined.private_id > 0 && joined.jsep.is_some(), "{joined:?}");
    let missing = room::JoinPublisher::new(4321);
    let refused = attach(&connection).await.join_publisher(missing).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_ROOM));
    connection.close().await;
}

#[needs_janus("subscriptions that change")]
#[tokio::test]
async fn subscribers_change_their_streams() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (publisher, subscriber) = (attach(&connection).await, attach(&connection).await);
    open_room(&publisher, 88).await;
    let joined = publisher.join_publisher(room::JoinPublisher::new(88)).await.unwrap();
    let dummy = joined.publishers[0].clone();
    let (feed, streams) = (dummy.feed, dummy.streams);
    let stream = |index: usize| {
        let mut request = room::Subscription::new(feed.clone());
        request.mid = Some(streams[index].mid.clone());
        request
    };

    let join = room::JoinSubscriber::new(88).streams(vec![stream(0)]);
    let attached = subscriber.join_subscriber(join).await.unwrap();
    let sub_mid = attached.streams[0].mid.clone();
    let start = |offer: &Jsep| room::Start::default().jsep(answer_to(offer));
    subscriber.start(start(&attached.jsep)).await.unwrap();
    subscriber.pause(room::Pause::default()).await.unwrap();
    subscriber.start(room::Start::default()).await.unwrap();
    let change = room::StreamChange::default().mid(sub_mid.clone()).send(false);
    let configure = room::Configure::default().streams(vec![change]);
    assert_eq!(subscriber.configure(configure).await.unwrap().configured, "ok");

    let more = room::Subscribe::new(vec![stream(1)]);
    let updated = subscriber.subscribe(more).await.unwrap();
    assert_eq!(updated.streams.unwrap().len(), 2);
    subscriber.start(start(&updated.jsep.unwrap())).await.unwrap();
    let other = room::Unsubscription::default().sub_mid("1");
    let less = room::Unsubscribe::new(vec![other]);
    let updated = subscriber.unsubscribe(less).await.unwrap();
    subscriber.start(start(&updated.jsep.unwrap())).await.unwrap();
    let update = room::Update::default().subscribe(vec![stream(1)]);
    let updated = subscriber.update(update).await.unwrap();
    subscriber.start(start(&updated.jsep.unwrap())).await.unwrap();
    let switch = room::SwitchStream::new(feed.clone(), streams[0].mid.clone(), sub_mid);
    let switched = subscriber.switch(room::Switch::default().streams(vec![switch])).await;
    assert_eq!(switched.unwrap().switched, "ok");
    subscriber.leave(room::Leave::default()).await.unwrap();
    connection.close().await;
}

#[needs_janus("PeerConnections that wait")]
#[tokio::test]
async fn a_subscriber_with_a_pending_offer_gets_no_response() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let (publisher, subscriber) = (attach(&connection).await, attach(&connection).await);
    open_room(&publisher, 66).await;
    let join = room::JoinPublisher::new(66);
    let dummy = publisher.join_publisher(join).await.unwrap().publishers.remove(0);
    let stream = room::Subscription::new(dummy.feed);
    let join = room::JoinSubscriber::new(66).streams(vec![stream]);
    subscriber.join_subscriber(join).await.unwrap();
    let restart = room::Configure::default().restart(true);
    let soon = Timeout::After(Duration::from_millis(300));
    let silence = subscriber.request_with(restart, soon).await.unwrap_err();
    assert_eq!(silence.code(), ErrorCode::Timeout);
    assert!(silence.message().contains("with `start`"), "{silence}");
    connection.close().await;
}

#[needs_janus("remote publishers")]
#[tokio::test]
async fn publishers_of_other_servers_are_added() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_room(&handle, 99).await;
    let stream = room::RemoteStream::new("0", 0, "audio").codec("opus");
    let add = room::AddRemotePublisher::new(99, vec![stream.clone()]).feed(5).secret(secret.clone());
    let remote = handle.add_remote_publisher(add).await.unwrap();
    assert!(remote.port.is_some_and(|port| port > 0), "{remote:?}");
    let update = room::UpdateRemotePublisher::new(99, 5, vec![stream]).secret(secret.clone());
    // Janus 1.1.2 responds to `add` before the publisher exists, so that the next request may come too early.
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
    let remove = room::RemoveRemotePublisher::new(99, 5).secret(secret.clone());
    handle.remove_remote_publisher(remove).await.unwrap();

    let join = room::JoinConfigurePublisher::new(99).feed(6).jsep(Jsep::offer(OFFER));
    attach(&connection).await.join_configure_publisher(join.clone()).await.unwrap();
    let publisher = attach(&connection).await;
    publisher.join_configure_publisher(join.feed(7)).await.unwrap();
    let send = room::PublishRemotely::new(99, 7, "there", "127.0.0.1", 50_010).secret(secret.clone());
    assert_eq!(publisher.publish_remotely(send).await.unwrap().remote_id.as_deref(), Some("there"));
    let list = room::ListRemotes::new(99, 7).secret(secret.clone());
    let remotes = publisher.list_remotes(list).await.unwrap().list;
    assert_eq!(remotes[0].remote_id, "there");
    assert!(remotes[0].extra.is_empty() && remotes[0].port > 0, "{remotes:?}");
    let stop = room::UnpublishRemotely::new(99, 7, "there").secret(secret);
    publisher.unpublish_remotely(stop).await.unwrap();
    connection.close().await;
}
