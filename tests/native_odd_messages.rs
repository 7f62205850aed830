//! Responses and events that differ from the types, over a real socket: no data is lost.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::time::Duration;

use bifrons::admin::{ListHandles, MessagePlugin};
use bifrons::engine::Timeout;
use bifrons::plugins::Plugin;
use bifrons::plugins::recordplay::{self, RecordPlay};
use bifrons::plugins::sip::{self, Sip};
use bifrons::plugins::videoroom::{self, JoinSubscriber, VideoRoom};
use bifrons::{Api, Connection, ErrorCode, Event, Handle, Jsep, Session};
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
    let (session, ()) = tokio::join!(connection.create(), peer.create("create", 1));
    let session = session.unwrap();
    let (handle, ()) = tokio::join!(session.attach(), peer.create("attach", 2));
    Scripted { _server: server, connection, _session: session, handle: handle.unwrap(), peer }
}

impl<P: Plugin> Scripted<P> {
    /// Sends an event of the plugin; `more` contains further members of its envelope.
    async fn send_event(&mut self, data: Value, more: Value) -> Event<P::Event> {
        let mut event = json!({ "janus": "event", "session_id": 1, "sender": 2 });
        event["plugindata"] = json!({ "plugin": P::PACKAGE, "data": data });
        event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.peer.send_message(event).await;
        within("the event", self.handle.next_event()).await.expect("the handle has not ended")
    }
}

#[tokio::test]
async fn stop_accepts_a_number_for_a_boolean() {
    let mut scripted = scripted::<RecordPlay>().await;
    let result = json!({ "status": "stopped", "id": 7, "is_private": 0 });
    let data = json!({ "plugin": RecordPlay::PACKAGE, "data": { "recordplay": "event", "result": result } });
    let respond = async {
        let request = scripted.peer.receive().await;
        scripted.peer.respond(&request, "success", json!({ "plugindata": data })).await;
    };
    let (stopped, ()) = tokio::join!(scripted.handle.stop(recordplay::Stop::default()), respond);
    assert_eq!(stopped.unwrap().is_private, Some(false));
    assert_eq!(scripted.connection.stats().raw_fields, 0);
}

#[tokio::test]
async fn malformed_fields_are_kept_raw_and_counted() {
    let mut scripted = scripted::<VideoRoom>().await;
    let stream = json!({ "type": "video", "mindex": 0, "mid": "0", "codec": 7 });
    let data = json!({
        "videoroom": "event", "room": 1, "configured": "ok", "audio_codec": ["opus"], "streams": [stream],
    });
    let malformed = json!({ "jsep": { "type": "answer", "sdp": "v=0", "e2ee": "no" } });
    let Event::Plugin(videoroom::Event::Configured(configured)) = scripted.send_event(data, malformed).await
    else {
        panic!("a configuration")
    };
    assert_eq!(
        (configured.jsep, &configured.extra["audio_codec"]),
        (Some(Jsep::answer("v=0")), &json!(["opus"]))
    );
    assert_eq!(configured.streams.unwrap()[0].extra["codec"], json!(7));
    assert_eq!(scripted.connection.stats().raw_fields, 2);
}

/// Janus has created the room: the caller gets what the response says about it.
#[tokio::test]
async fn a_response_without_a_certain_field_is_an_error_with_the_whole_response() {
    let mut scripted = scripted::<VideoRoom>().await;
    let data = json!({ "videoroom": "created", "permanent": "no", "id": 7 });
    let respond = async {
        let request = scripted.peer.receive().await;
        let data = json!({ "plugin": VideoRoom::PACKAGE, "data": data });
        scripted.peer.respond(&request, "success", json!({ "plugindata": data })).await;
        request
    };
    let create = scripted.handle.create(videoroom::Create::default());
    let (created, request) = tokio::join!(create, respond);
    let error = created.unwrap_err();
    assert_eq!((error.code(), error.request()), (ErrorCode::BadResponse, Some("create")));
    assert_eq!(error.message(), "missing field `room`");
    let response = error.response().unwrap();
    assert_eq!((&response["plugindata"]["data"], &response["transaction"]), (&data, &request["transaction"]));
    assert!(!format!("{error} {error:?}").contains("permanent"), "no text of the error quotes the response");
}

#[tokio::test]
async fn a_response_of_the_admin_api_is_read_as_a_plugins() {
    let server = Server::start().await;
    let connect = bifrons::connect(&*server.url).api(Api::Admin);
    let (connection, mut peer) = tokio::join!(connect, server.welcome());
    let admin = connection.unwrap().admin().unwrap();

    let respond = async {
        let request = peer.receive().await;
        peer.respond(&request, "success", json!({ "session_id": 7 })).await;
    };
    let (handles, ()) = tokio::join!(admin.list_handles(ListHandles::new("7".parse().unwrap())), respond);
    let error = handles.unwrap_err();
    assert_eq!((error.code(), error.request()), (ErrorCode::BadResponse, Some("list_handles")));
    assert_eq!(error.message(), "missing field `handles`");
    assert_eq!(error.response().unwrap()["session_id"], 7);

    // The script of a Lua plugin responds as it likes.
    let respond = async {
        let request = peer.receive().await;
        peer.respond(&request, "success", json!({ "response": [1] })).await;
    };
    let (list, ()) = tokio::join!(admin.message_plugin(MessagePlugin::new("janus.plugin.lua")), respond);
    assert_eq!(list.unwrap().response, json!([1]));
}

#[tokio::test]
async fn hangup_and_media_events_tolerate_malformed_fields() {
    let mut scripted = scripted::<VideoRoom>().await;
    let media = json!({ "janus": "media", "type": "video", "receiving": 1, "seconds": "two" });
    let Event::Media(media) = scripted.send_event(json!({}), media).await else { panic!("media") };
    assert_eq!((media.kind, media.receiving, media.seconds), (Some("video".into()), true, None));
    let hangup = scripted.send_event(json!({}), json!({ "janus": "hangup", "reason": 7 })).await;
    assert_eq!(hangup, Event::Hangup { reason: String::new() });
    assert_eq!(scripted.connection.stats().raw_fields, 2);
}

#[tokio::test]
async fn a_response_after_the_timeout_contains_its_offer() {
    let mut scripted = scripted::<VideoRoom>().await;
    let join = JoinSubscriber::new(1);
    let soon = Timeout::After(Duration::from_millis(50));
    let (late, request) = tokio::join!(scripted.handle.request_with(join, soon), scripted.peer.receive());
    assert_eq!(late.unwrap_err().code(), ErrorCode::Timeout);
    let offer = json!({ "type": "offer", "sdp": "v=0" });
    let more = json!({ "transaction": request["transaction"], "jsep": offer });
    let attached = json!({ "videoroom": "attached", "room": 1, "streams": [] });
    let Event::Plugin(videoroom::Event::Subscribed(attached)) =
        scripted.send_event(attached, more.clone()).await
    else {
        panic!("a subscription")
    };
    assert_eq!((attached.room, attached.jsep), (1.into(), Jsep::offer("v=0")));

    let new = json!({ "videoroom": "new" });
    let Event::Plugin(videoroom::Event::Other(raw)) = scripted.send_event(new.clone(), more).await else {
        panic!("an unknown event")
    };
    assert_eq!((raw.data, raw.jsep), (new, Some(Jsep::offer("v=0"))));
    assert_eq!(raw.transaction.as_deref(), request["transaction"].as_str());
}

/// Janus does not confirm a decline when the call ends first.
#[tokio::test]
async fn a_decline_succeeds_with_the_end_of_the_call() {
    let mut scripted = scripted::<Sip>().await;
    let hangup = json!({ "event": "hangup", "code": 486, "reason": "Busy Here" });
    let event = json!({ "janus": "event", "session_id": 1, "sender": 2, "plugindata": {
        "plugin": Sip::PACKAGE, "data": { "sip": "event", "call_id": "c", "result": hangup },
    } });
    let respond = async {
        let request = scripted.peer.receive().await;
        scripted.peer.respond(&request, "ack", json!({})).await;
        scripted.peer.send_message(event).await;
    };
    let (declined, ()) = tokio::join!(scripted.handle.decline(sip::Decline::default()), respond);
    let declined = declined.unwrap();
    assert_eq!((declined.code, declined.call_id.as_deref()), (486, Some("c")));
    let event = within("the event", scripted.handle.next_event()).await.unwrap();
    assert!(matches!(&event, Event::Plugin(sip::Event::Hangup(over)) if over.code == 486), "{event:?}");
}
