//! The SDK's own client through the gateway, over long polls, with a real Janus.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "../../tests/support/janus.rs"]
#[allow(
    dead_code,
    unexpected_cfgs,
    unreachable_pub,
    clippy::expect_used,
    reason = "it is a file of the SDK's tests, with its features"
)]
mod janus;

use std::time::{Duration, SystemTime};

use bifrons::mock::offer_of;
use bifrons::plugins::textroom::{self, TextRoom};
use bifrons::plugins::videoroom::{self, VideoRoom};
use bifrons::{Connection, ConnectionEvent, EndReason, Event, Handle, Jsep, JsepType};
use bifrons_gateway::core::rules::Rules;
use janus::Janus;
use serde_json::json;
use support::LIMIT;
use support::server::{Served, serve, token, token_of};
use tokio::time::timeout;

struct Stage {
    _janus: Janus,
    served: Served,
}

impl Stage {
    async fn open() -> Self {
        let janus = Janus::start(&[]);
        let served = serve(&janus.at.ws, Rules::default()).await;
        Self { _janus: janus, served }
    }

    async fn connect(&self, user: &str) -> Connection {
        bifrons::connect(&*self.served.http).token(token(user)).await.unwrap()
    }
}

fn offer(kinds: &[&str]) -> Jsep {
    offer_of(kinds).unwrap()
}

/// By WebSocket and by long polls.
#[tokio::test]
async fn a_token_that_expires_is_replaced_while_the_session_goes_on() {
    let stage = Stage::open().await;
    for url in [&stage.served.url, &stage.served.http] {
        let unix = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
        // A gateway accepts a token for 60 s more: clocks differ.
        let short = token_of("anna", &[("exp", json!(unix - 57))]);
        let connection = bifrons::connect(&**url).token(short).await.unwrap();
        let mut events = connection.events();
        let session = connection.create().await.unwrap();
        let Some(ConnectionEvent::TokenExpiring { session: of, expires_in }) =
            timeout(LIMIT, events.next()).await.unwrap()
        else {
            panic!("no event before the token expires")
        };
        assert_eq!(of, session.id());
        assert!(expires_in <= Duration::from_secs(5), "{expires_in:?}");
        let expired = async {
            while session.attach_to("janus.plugin.echotest").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        timeout(LIMIT, expired).await.unwrap();
        connection.set_token(token("anna"));
        let handle = session.attach_to("janus.plugin.echotest").await.unwrap();
        let body = json!({ "audio": true });
        let (data, _) = handle.message(&body, Some(&offer(&["audio"]))).await.unwrap();
        assert_eq!(data.get("result"), Some(&json!("ok")), "{url}");
        connection.close().await;
    }
}

#[tokio::test]
async fn a_call_of_the_echo_test() {
    let stage = Stage::open().await;
    let connection = stage.connect("anna").await;
    let session = connection.create().await.unwrap();
    let handle = session.attach_to("janus.plugin.echotest").await.unwrap();
    let body = json!({ "audio": true });
    let (data, answer) = handle.message(&body, Some(&offer(&["audio"]))).await.unwrap();
    assert_eq!(data.get("result"), Some(&json!("ok")));
    assert!(answer.unwrap().sdp.contains("m=audio"));
    handle.detach().await.unwrap();
    let ended = async {
        loop {
            if let Some(Event::Ended(reason)) = handle.next_event().await {
                return reason;
            }
        }
    };
    assert_eq!(timeout(LIMIT, ended).await.unwrap(), EndReason::Detached);
    session.destroy().await.unwrap();
    assert_eq!(stage.served.server.counts(), (0, 0));
    connection.close().await;
}

async fn next_event(handle: &Handle<VideoRoom>) -> videoroom::Event {
    let event = async {
        loop {
            if let Event::Plugin(event) = handle.next_event().await.unwrap() {
                return event;
            }
        }
    };
    timeout(LIMIT, event).await.unwrap()
}

#[tokio::test]
async fn a_room_of_two_users() {
    let stage = Stage::open().await;
    let (anna, ben) = (stage.connect("anna").await, stage.connect("ben").await);
    let attach = async |connection: &Connection| {
        connection.create().await.unwrap().attach::<VideoRoom>().await.unwrap()
    };
    let (of_anna, of_ben) = (attach(&anna).await, attach(&ben).await);
    of_anna.create(videoroom::Create::default().room(77)).await.unwrap();
    let join = |name: &str| videoroom::JoinPublisher::new(77).display(name);
    of_anna.join_publisher(join("Anna")).await.unwrap();
    of_ben.join_publisher(join("Ben")).await.unwrap();
    let published = of_anna.publish(videoroom::Publish::new(offer(&["audio"]))).await.unwrap();
    assert_eq!(published.jsep.unwrap().kind, JsepType::Answer);
    of_anna.configure(videoroom::Configure::default().display("Anne")).await.unwrap();
    let videoroom::Event::Display(display) = next_event(&of_ben).await else {
        panic!("no event for the new name")
    };
    assert_eq!(display.display.as_deref(), Some("Anne"));
    of_anna.destroy(videoroom::Destroy::new(77)).await.unwrap();
    assert!(matches!(next_event(&of_ben).await, videoroom::Event::Destroyed(_)));
}

#[tokio::test]
async fn a_text_room() {
    let stage = Stage::open().await;
    let connection = stage.connect("anna").await;
    let handle = connection.create().await.unwrap().attach::<TextRoom>().await.unwrap();
    let room = handle.create(textroom::Create::default()).await.unwrap().room;
    let offered = handle.setup(textroom::Setup::default()).await.unwrap();
    assert_eq!(offered.jsep.unwrap().kind, JsepType::Offer);
    let list = textroom::ListParticipants::new(room.clone());
    assert!(handle.list_participants(list).await.unwrap().participants.is_empty());
    handle.destroy(textroom::Destroy::new(room)).await.unwrap();
}
