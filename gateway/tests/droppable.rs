//! A page that reads too slowly misses events that may be dropped, before it is left.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::net::IpAddr;
use std::time::Duration;

use bifrons::mock;
use bifrons_gateway::core::limits::{Limits, PageLimits};
use bifrons_gateway::core::relay::{PageId, PathIds, Poll, Polled, Settings};
use bifrons_gateway::core::rules::Rules;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use support::LIMIT;
use support::operator::Operator;
use support::page::Page;
use support::server::{serve_with, token};
use support::stage::{Stage, settings};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

fn slowlink() -> Value {
    json!({ "janus": "slowlink", "media": "video", "uplink": true, "lost": 9, "pad": "x".repeat(300) })
}

fn of_plugin(plugin: &str, data: Value) -> Value {
    json!({ "janus": "event", "plugindata": { "plugin": format!("janus.plugin.{plugin}"), "data": data } })
}

#[test]
fn an_event_may_be_dropped_by_its_kind_or_by_the_definitions() {
    let mut with_offer = of_plugin("videoroom", json!({ "videoroom": "talking", "room": 1, "id": 2 }));
    with_offer["jsep"] = serde_json::to_value(mock::offer_of(&["audio"]).unwrap()).unwrap();
    for (plugin, event, may_be_dropped) in [
        ("videoroom", slowlink(), true),
        ("videoroom", json!({ "janus": "media", "type": "audio", "receiving": true }), true),
        ("videoroom", json!({ "janus": "webrtcup" }), false),
        ("videoroom", json!({ "janus": "hangup", "reason": "x" }), false),
        ("videoroom", of_plugin("videoroom", json!({ "videoroom": "talking", "room": 1, "id": 2 })), true),
        ("videoroom", of_plugin("videoroom", json!({ "videoroom": "stopped-talking", "room": 1 })), true),
        ("videoroom", of_plugin("videoroom", json!({ "videoroom": "event", "leaving": 2 })), false),
        ("videoroom", with_offer, false),
        ("audiobridge", of_plugin("audiobridge", json!({ "audiobridge": "talking", "id": 2 })), true),
        ("audiobridge", of_plugin("audiobridge", json!({ "audiobridge": "event", "leaving": 2 })), false),
        (
            "streaming",
            of_plugin("streaming", json!({ "streaming": "event", "result": { "substream": 1 } })),
            true,
        ),
    ] {
        let mut stage = Stage::new(settings());
        let (page, session) = stage.page_of("anna");
        stage.attach((page, session), plugin);
        stage.all(page);
        stage.event(event.clone());
        assert_eq!(stage.all(page).len(), 1, "{event}");
        assert_eq!(stage.may_be_dropped, may_be_dropped, "{plugin} {event}");
    }
    // A response never may.
    let mut stage = Stage::new(settings());
    let (page, _) = stage.page_of("anna");
    stage.ask(page, json!({ "janus": "ping" }));
    assert!(!stage.may_be_dropped);
}

#[test]
fn a_mailbox_drops_such_events_and_keeps_all_others() {
    let page = PageLimits { queue_bytes: 4_000, ..PageLimits::default() };
    let limits = Limits { page, ..Limits::default() };
    let mut stage = Stage::new(Settings { limits, ..settings() });
    let address = IpAddr::from([127, 0, 0, 1]);
    let post = |stage: &mut Stage, number: u64, ids: PathIds, mut message: Value| {
        message["transaction"] = "t".into();
        stage.gateway.post_opened(stage.now, PageId(number), address, Some(&token("anna")), ids);
        stage.send(PageId(number), &message);
        stage.receive(PageId(number))["data"]["id"].as_u64().unwrap()
    };
    let session = post(&mut stage, 101, PathIds::default(), json!({ "janus": "create" }));
    let ids = PathIds { session: Some(session), handle: None };
    let attach = json!({ "janus": "attach", "plugin": "janus.plugin.videoroom" });
    post(&mut stage, 102, ids, attach);
    for _ in 0..50 {
        stage.event(slowlink());
    }
    for _ in 0..3 {
        stage.event(json!({ "janus": "webrtcup", "pad": "x".repeat(400) }));
        stage.event(slowlink());
    }
    let dropped = stage.gateway.counters().dropped_events;
    assert!((45..53).contains(&dropped), "{dropped}");
    let poll = Poll { session, max_events: 100 };
    stage.gateway.poll_opened(stage.now, PageId(103), address, Some(&token("anna")), poll);
    stage.settle();
    let Some(Polled::Events(text)) = stage.polled.pop() else { panic!("{:?}", stage.polled) };
    let events: Vec<Value> = serde_json::from_str(&text).unwrap();
    let count = |kind: &str| events.iter().filter(|event| event["janus"] == kind).count() as u64;
    assert_eq!((count("webrtcup"), count("slowlink")), (3, 53 - dropped));
    assert_eq!(stage.gateway.counts(), (1, 1), "the page is not left");
    // Other events are not dropped: then it is left.
    for _ in 0..20 {
        stage.event(json!({ "janus": "webrtcup", "pad": "x".repeat(400) }));
    }
    assert!(stage.closed.contains_key(&PageId(101)));
}

/// The value of a metric of the gateway; 0 if it has counted nothing.
fn value(metrics: &str, name: &str) -> u64 {
    let name = format!("bifrons_gateway_{name} ");
    metrics.lines().find_map(|line| line.strip_prefix(&name)?.parse().ok()).unwrap_or_default()
}

/// A Janus that responds to a message by so many long events that may be dropped, and one that may not.
async fn flooding(events: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(flood(stream, events));
        }
    });
    url
}

async fn flood(stream: TcpStream, events: usize) {
    #[allow(clippy::result_large_err, reason = "the type is tungstenite's")]
    let accept = |_: &_, mut response: tokio_tungstenite::tungstenite::handshake::server::Response| {
        let protocol = "janus-protocol".parse().unwrap();
        response.headers_mut().insert("Sec-WebSocket-Protocol", protocol);
        Ok(response)
    };
    let mut socket = tokio_tungstenite::accept_hdr_async(stream, accept).await.unwrap();
    while let Some(Ok(message)) = socket.next().await {
        let Ok(text) = message.into_text() else { continue };
        let Ok(request) = serde_json::from_str::<Value>(&text) else { continue };
        let transaction = &request["transaction"];
        let respond = |kind: &str, id: u64| json!({ "janus": kind, "transaction": transaction, "session_id": 1, "data": { "id": id } });
        let mut send = async |message: Value| socket.send(Message::text(message.to_string())).await.unwrap();
        match request["janus"].as_str().unwrap_or_default() {
            "create" => send(respond("success", 1)).await,
            "attach" => send(respond("success", 2)).await,
            "message" => {
                send(json!({ "janus": "ack", "transaction": transaction, "session_id": 1 })).await;
                let pad = "x".repeat(16_000);
                for _ in 0..events {
                    send(json!({ "janus": "slowlink", "session_id": 1, "sender": 2, "pad": pad })).await;
                }
                send(json!({ "janus": "hangup", "session_id": 1, "sender": 2, "reason": "over" })).await;
            }
            _ => send(json!({ "janus": "ack", "transaction": transaction, "session_id": 1 })).await,
        }
    }
}

#[tokio::test]
async fn a_page_that_pauses_misses_such_events_and_goes_on() {
    let events = 2_000;
    let page = PageLimits { queue_bytes: 256 << 10, ..PageLimits::default() };
    let served =
        serve_with(&flooding(events).await, Rules::default(), Limits { page, ..Limits::default() }).await;
    let operator = Operator::of(&served).await;
    let mut page = Page::open(&served.url).await;
    let (session, handle) = page.attach("anna", "janus.plugin.echotest").await;
    let flood = json!({ "janus": "message", "transaction": "m", "session_id": session, "handle_id": handle, "body": {} });
    assert_eq!(page.ask(flood).await["janus"], "ack");
    // It reads on when all events have come.
    let passed = async {
        while value(&operator.metrics().await, "events_total{plugin=\"echotest\"}") < events as u64 + 1 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LIMIT, passed).await.unwrap();
    let mut slowlinks = 0;
    loop {
        let event = timeout(LIMIT, page.receive()).await.unwrap();
        match event["janus"].as_str() {
            Some("slowlink") => slowlinks += 1,
            Some("hangup") => break,
            _ => {}
        }
    }
    let dropped = events as u64 - slowlinks;
    assert!(dropped > 0, "{slowlinks} came");
    assert_eq!(value(&operator.metrics().await, "events_dropped_total"), dropped);
}
