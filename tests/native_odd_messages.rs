//! Answers and events that have another form than the types say, over a real socket: nothing of them is lost.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::Plugin;
use bifrons::plugins::recordplay::{self, RecordPlay};
use bifrons::plugins::sip::{self, Sip};
use bifrons::plugins::videoroom::{self, JoinSubscriber, VideoRoom};
use bifrons::{Connection, ErrorCode, Event, Handle, Jsep, Session};
use serde_json::{Value, json};
use support::server::{Peer, Server};
use support::within;

struct Scripted<P: Plugin> {
    _server: Server,
    connection: Connection,
    _session: Session,
    handle: Handle<P>,
    peer: Peer,
}

async fn scripted<P: Plugin>() -> Scripted<P> {
    let server = Server::start().await;
    let (connection, mut peer) = tokio::join!(bifrons::connect(&*server.url), server.welcome());
    let connection = connection.unwrap();
    let (session, ()) = tokio::join!(connection.create(), peer.make("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach(), peer.make("attach", 2));
    Scripted { _server: server, connection, _session: session, handle: handle.unwrap(), peer }
}

impl<P: Plugin> Scripted<P> {
    /// Sends an event of the plugin; `more` are further members of its envelope.
    async fn tell(&mut self, data: Value, more: Value) -> Event<P::Event> {
        let mut event = json!({ "janus": "event", "session_id": 1, "sender": 2 });
        event["plugindata"] = json!({ "plugin": P::PACKAGE, "data": data });
        event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.peer.say(event).await;
        within("the event", self.handle.next_event()).await.expect("the handle is there")
    }
}

#[tokio::test]
async fn stop_resolves_with_a_number_for_a_boolean() {
    let mut there = scripted::<RecordPlay>().await;
    let result = json!({ "status": "stopped", "id": 7, "is_private": 0 });
    let data = json!({ "plugin": RecordPlay::PACKAGE, "data": { "recordplay": "event", "result": result } });
    let answer = async {
        let request = there.peer.hear().await;
        there.peer.answer(&request, "success", json!({ "plugindata": data })).await;
    };
    let (stopped, ()) = tokio::join!(there.handle.stop(recordplay::Stop::default()), answer);
    assert_eq!(stopped.unwrap().is_private, Some(false));
    assert_eq!(there.connection.stats().raw_fields, 0);
}

#[tokio::test]
async fn odd_fields_are_kept_raw_and_counted() {
    let mut there = scripted::<VideoRoom>().await;
    let data = json!({ "videoroom": "event", "room": 1, "configured": ["ok"], "streams": [{ "mid": 7 }] });
    let odd = json!({ "jsep": { "type": "answer", "sdp": "v=0", "e2ee": "no" } });
    let Event::Plugin(videoroom::Event::Configured(configured)) = there.tell(data, odd).await else {
        panic!("a configuration")
    };
    assert_eq!(
        (configured.jsep, &configured.extra["configured"]),
        (Some(Jsep::answer("v=0")), &json!(["ok"]))
    );
    assert_eq!(configured.streams.unwrap()[0].extra["mid"], json!(7));
    assert_eq!(there.connection.stats().raw_fields, 2);
}

#[tokio::test]
async fn a_hangup_and_media_are_told_whatever_else_is_odd() {
    let mut there = scripted::<VideoRoom>().await;
    let media = json!({ "janus": "media", "type": "video", "receiving": 1, "seconds": "two" });
    let Event::Media(media) = there.tell(json!({}), media).await else { panic!("media") };
    assert_eq!((media.kind.as_deref(), media.receiving, media.seconds), (Some("video"), true, None));
    let hangup = there.tell(json!({}), json!({ "janus": "hangup", "reason": 7 })).await;
    assert_eq!(hangup, Event::Hangup { reason: String::new() });
    assert_eq!(there.connection.stats().raw_fields, 2);
}

#[tokio::test]
async fn a_response_after_the_timeout_brings_its_offer() {
    let mut there = scripted::<VideoRoom>().await;
    let join = JoinSubscriber { room: 1.into(), ..JoinSubscriber::default() };
    let soon = Timeout::After(Duration::from_millis(50));
    let (late, request) = tokio::join!(there.handle.request_with(join, soon), there.peer.hear());
    assert_eq!(late.unwrap_err().code(), ErrorCode::Timeout);
    let offer = json!({ "type": "offer", "sdp": "v=0" });
    let more = json!({ "transaction": request["transaction"], "jsep": offer });
    let attached = json!({ "videoroom": "attached", "room": 1, "streams": [] });
    let Event::Plugin(videoroom::Event::Subscribed(attached)) = there.tell(attached, more.clone()).await
    else {
        panic!("a subscription")
    };
    assert_eq!((attached.room, attached.jsep), (Some(1.into()), Some(Jsep::offer("v=0"))));

    let new = json!({ "videoroom": "new" });
    let Event::Plugin(videoroom::Event::Other(raw)) = there.tell(new.clone(), more).await else {
        panic!("an unknown event")
    };
    assert_eq!((raw.data, raw.jsep), (new, Some(Jsep::offer("v=0"))));
    assert_eq!(raw.transaction.as_deref(), request["transaction"].as_str());
}

/// Janus forgets to confirm a decline when the call's end was faster.
#[tokio::test]
async fn a_decline_ends_with_the_call() {
    let mut there = scripted::<Sip>().await;
    let hangup = json!({ "event": "hangup", "code": 486, "reason": "Busy Here" });
    let event = json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": {
        "plugin": Sip::PACKAGE, "data": { "sip": "event", "call_id": "c", "result": hangup },
    } });
    let answer = async {
        let request = there.peer.hear().await;
        there.peer.answer(&request, "ack", json!({})).await;
        there.peer.say(event).await;
    };
    let (declined, ()) = tokio::join!(there.handle.decline(sip::Decline::default()), answer);
    let declined = declined.unwrap();
    assert_eq!((declined.code, declined.call_id.as_deref()), (Some(486), Some("c")));
    let told = within("the event", there.handle.next_event()).await.unwrap();
    assert!(matches!(&told, Event::Plugin(sip::Event::Hangup(over)) if over.code == Some(486)), "{told:?}");
}
