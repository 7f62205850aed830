//! The same use of Janus over every transport, with a real server.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "../examples/support/channels.rs"]
mod channels;

use std::time::{SystemTime, UNIX_EPOCH};

use bifrons::client::connect_with;
use bifrons::driver::TokioClock;
use bifrons::engine::Disconnect;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::plugins::videoroom::{self as room, Event as RoomEvent, VideoRoom};
use bifrons::transport::{Tls, TransportOptions};
use bifrons::{
    Address, Api, Candidate, Connect, Connection, EndReason, ErrorCode, Event, JsepType, RawRequest, Retry,
    Secret, SignedToken,
};
use channels::Channels;
use serde_json::json;
use support::sdp::offer;
use support::{Janus, listed, next, within};

const SECRET: &str = "an-api-secret";
const TOKEN_SECRET: &str = "planted-token-secret";

/// Two servers that together have every transport.
fn servers(options: &[&str]) -> (Janus, Janus) {
    let start = |more: &[&str]| Janus::start(&[&["--api-secret", SECRET], options, more].concat());
    (start(&["--wss", "--http", "--unix", "dgram"]), start(&["--ws-unix", "--unix", "seqpacket"]))
}

/// A transport to a server: its name, its URL and the URL of its Admin API.
struct Way {
    name: &'static str,
    url: String,
    admin: Option<String>,
    tls: Tls,
}

fn ways((first, second): &(Janus, Janus)) -> Vec<Way> {
    let way = |name, url: String, admin| Way { name, url, admin, tls: Tls::default() };
    let (one, two) = (&first.at, &second.at);
    let at = |scheme: &str, path: &Option<String>| format!("{scheme}://{}", path.as_ref().unwrap());
    let ca = std::fs::read(one.ca.as_ref().unwrap()).unwrap();
    vec![
        way("ws", one.ws.clone(), Some(one.admin_ws.clone())),
        Way { tls: Tls::Authority(ca.clone().into()), ..way("wss", one.wss.clone().unwrap(), None) },
        Way { tls: Tls::Authority(ca.into()), ..way("https", one.https.clone().unwrap(), None) },
        way("http", one.http.clone().unwrap(), one.admin_http.clone()),
        way("file", at("file", &one.unix), Some(at("file", &one.admin_unix))),
        way("ws+unix", two.ws.clone(), Some(two.admin_ws.clone())),
        way("unix", at("unix", &two.unix), Some(at("unix", &two.admin_unix))),
        way("own", one.ws.clone(), None),
    ]
}

impl Way {
    async fn connect(&self, address: Address) -> Connection {
        if self.name == "own" {
            let config = bifrons::Config::new(vec![address]);
            let (connection, driver) = connect_with(config, Channels::new(), TokioClock::new()).unwrap();
            tokio::spawn(driver);
            connection.connected().await.unwrap();
            return connection;
        }
        let mut options = TransportOptions::default();
        options.tls = self.tls.clone();
        Connect::to(vec![address])
            .options(options)
            .await
            .unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    fn address(&self) -> Address {
        Address::new(&*self.url).api_secret(SECRET)
    }

    async fn admin(&self, janus: &Janus) -> Connection {
        match &self.admin {
            Some(url) => {
                let connect = bifrons::connect(&**url).api(Api::Admin).api_secret("janusoverlord");
                connect.await.unwrap_or_else(|error| panic!("{}: {error}", self.name))
            }
            None => janus.admin().await,
        }
    }
}

#[tokio::test]
async fn sessions_handles_and_media_negotiation() {
    let servers = servers(&[]);
    for way in ways(&servers) {
        within(way.name, the_core(&way)).await;
    }
}

async fn the_core(way: &Way) {
    let connection = way.connect(way.address()).await;
    assert_eq!(connection.info().await.unwrap().name, "Janus WebRTC Server");
    connection.ping().await.unwrap();
    let session = connection.create().await.unwrap();
    let kept = session.raw_request(RawRequest::new("keepalive"), &json!({})).await.unwrap();
    assert_eq!(kept["janus"], "ack");
    let echo = session.attach::<EchoTest>().await.unwrap();
    let start = Start::default().audio(true).jsep(offer());
    let answer = echo.start(start).await.unwrap().jsep.unwrap();
    assert_eq!(answer.kind, JsepType::Answer);
    echo.trickle(Candidate::of_mid("candidate:1 1 udp 1 127.0.0.1 9 typ host", "7")).await.unwrap();
    echo.trickle_complete().await.unwrap();
    let refused = echo.start(Start::default()).await.unwrap_err();
    assert_eq!((refused.code(), refused.plugin_code()), (ErrorCode::PluginRefused, Some(413)));
    let unknown = session.attach_to("janus.plugin.nothing").await.unwrap_err();
    assert_eq!(unknown.janus_code(), Some(460));

    echo.hangup().await.unwrap();
    let mut last = None;
    while !matches!(last, Some(Event::Hangup { .. })) {
        last = next(&echo).await;
        assert!(last.is_some(), "{}: the handle ended", way.name);
    }
    echo.detach().await.unwrap();
    session.destroy().await.unwrap();
    assert_eq!(within("the end", session.ended()).await, EndReason::Destroyed);
    connection.close().await;
    assert_eq!(within("the end", connection.closed()).await, Disconnect::Closed);
    let stats = connection.stats();
    assert_eq!(
        (stats.protocol_violations, stats.lost, stats.timed_out),
        (0, 0, 0),
        "{}: {stats:?}",
        way.name
    );
}

#[tokio::test]
async fn events_of_many_handles_arrive_in_order_and_no_session_is_left() {
    let servers = servers(&[]);
    for way in ways(&servers) {
        within(way.name, a_full_room(&way)).await;
        for janus in [&servers.0, &servers.1] {
            let left = listed(&janus.admin().await, "sessions", json!({})).await;
            assert!(left.is_empty(), "{}: {left:?}", way.name);
        }
    }
}

async fn a_full_room(way: &Way) {
    let connection = way.connect(way.address()).await;
    let (one, other) = tokio::join!(connection.create(), connection.create());
    let sessions = [one.unwrap(), other.unwrap()];
    let listener = sessions[0].attach::<VideoRoom>().await.unwrap();
    let create = room::Create::default().room(7).notify_joining(true);
    listener.create(create).await.unwrap();
    let join = |feed: u64| room::JoinPublisher::new(7).feed(feed);
    listener.join_publisher(join(1000)).await.unwrap();
    let mut members = Vec::new();
    for feed in 0..20 {
        let member = sessions[feed % 2].attach::<VideoRoom>().await.unwrap();
        member.join_publisher(join(feed as u64 + 1)).await.unwrap();
        members.push(member);
    }
    for feed in 1..=20_u64 {
        match next(&listener).await {
            Some(Event::Plugin(RoomEvent::PublisherJoined(joined))) => {
                assert_eq!(joined.feed, feed.into())
            }
            other => panic!("{}: {other:?} instead of {feed}", way.name),
        }
    }
    let requests = members.iter().map(|member| member.list(room::List::default()));
    for list in futures::future::join_all(requests).await {
        assert_eq!(list.unwrap().list.iter().filter(|room| room.room == 7.into()).count(), 1);
    }
    listener.destroy(room::Destroy::new(7)).await.unwrap();
    connection.close().await;
}

#[tokio::test]
async fn only_valid_secrets_and_tokens_are_accepted() {
    let servers = servers(&["--token-auth-secret", TOKEN_SECRET]);
    for way in ways(&servers) {
        within(way.name, check_credentials(&way)).await;
    }
}

#[allow(clippy::disallowed_methods, reason = "Janus compares with the time of day")]
async fn check_credentials(way: &Way) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let sign = |expires, plugin| {
        SignedToken::for_plugins(expires, [plugin]).unwrap().sign(&Secret::from(TOKEN_SECRET))
    };
    let token = sign(now + 60, "janus.plugin.echotest").unwrap();
    let connection = way.connect(Address::new(&*way.url).token(token.clone())).await;
    let session = connection.create().await.unwrap();
    let echo = session.attach::<EchoTest>().await.unwrap();
    let response = echo.start(Start::default().audio(true)).await.unwrap();
    assert_eq!(response.result, "ok");
    assert_eq!(session.attach::<VideoRoom>().await.unwrap_err().janus_code(), Some(405));
    connection.close().await;

    let expired = sign(now - 5, "janus.plugin.echotest").unwrap();
    let tampered = Secret::from(token.reveal().replace("echotest", "videoroom"));
    for address in [
        Address::new(&*way.url),
        Address::new(&*way.url).api_secret("mistaken-secret"),
        Address::new(&*way.url).token(expired),
        Address::new(&*way.url).token(tampered),
    ] {
        let connection = way.connect(address).await;
        let error = connection.create().await.unwrap_err();
        assert_eq!((error.code(), error.janus_code()), (ErrorCode::JanusRefused, Some(403)), "{}", way.name);
        let text = format!("{error:?} {error}");
        assert!(!text.contains("mistaken") && !text.contains("janus,janus"), "{text}");
        connection.close().await;
    }
}

#[tokio::test]
async fn an_administrator_ends_a_session_over_every_transport() {
    let servers = servers(&[]);
    for way in ways(&servers) {
        let janus = if matches!(way.name, "ws+unix" | "unix") { &servers.1 } else { &servers.0 };
        let admin = way.admin(janus).await;
        let connection = way.connect(way.address()).await;
        let session = connection.create().await.unwrap();
        let echo = session.attach::<EchoTest>().await.unwrap();
        assert_eq!(listed(&admin, "sessions", json!({})).await, [session.id().get()], "{}", way.name);
        let status = admin.admin().unwrap().request(bifrons::admin::GetStatus::default()).await;
        status.unwrap();
        let destroy = json!({ "session_id": session.id().get() });
        support::request_admin(&admin, "destroy_session", destroy).await;
        // Over HTTP the poll may report the end first.
        let late = session.raw_request(RawRequest::new("keepalive"), &json!({})).await.unwrap_err();
        assert!(matches!(late.janus_code(), Some(458) | None), "{}: {late}", way.name);
        assert_eq!(within(way.name, session.ended()).await, EndReason::NotFound);
        assert_eq!(echo.hangup().await.unwrap_err().code(), ErrorCode::HandleDetached);
        connection.close().await;
        admin.close().await;
    }
}

#[tokio::test]
async fn a_list_of_addresses_may_mix_schemes() {
    let servers = servers(&[]);
    let dead =
        ["ws://127.0.0.1:1", "http://127.0.0.1:1/janus", "file:///nowhere", "unix:///nowhere", "gopher://x"];
    let quick = Retry { max_retries: 9, pause: std::time::Duration::from_millis(1), ..Retry::default() };
    for way in ways(&servers).into_iter().filter(|way| !matches!(way.name, "own" | "wss" | "https")) {
        let addresses = dead.iter().map(|url| Address::new(*url)).chain([way.address()]);
        let connection = Connect::to(addresses.collect()).retry(quick).await.unwrap();
        connection.create().await.unwrap();
        connection.close().await;
    }
    let error = Connect::to(dead.map(Address::new).to_vec()).retry(quick).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::Unsupported, "the error of the last address: {error}");
}
