//! One client, one workload: prints the client's CPU time for each operation, in microseconds.
//!
//! `native bifrons|floor WORKLOAD ws://…`. The floor is the least that a correct
//! client does: one borrowed parse of the envelope, a map of waiters, a flush for
//! each request.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use bifrons::plugins::Any;
use bifrons::{Event, Handle, Jsep};
use bifrons_benches::{EVENTS, OFFER_BYTES, cpu_micros, sdp, shape};
use futures_util::future::join_all;
use futures_util::stream::SplitSink;
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().collect();
    let [_, client, workload, url] = &args[..] else {
        return Err("usage: native CLIENT WORKLOAD URL".into());
    };
    let (operations, lanes) = shape(workload).ok_or("no such workload")?;
    let spent = match &**client {
        "bifrons" => bifrons(workload, url, operations, lanes).await?,
        "floor" => tokio::task::LocalSet::new().run_until(floor(workload, url, operations, lanes)).await?,
        _ => return Err("no such client".into()),
    };
    println!("{:.3}", spent / operations as f64);
    Ok(())
}

async fn bifrons(workload: &str, url: &str, operations: usize, lanes: usize) -> Result<f64, Failure> {
    let connection = bifrons::connect(url).await?;
    let session = connection.create().await?;
    let mut handles = Vec::new();
    for _ in 0..lanes {
        handles.push(session.attach_to("janus.plugin.echotest").await?);
    }
    let offer = Jsep::offer(sdp(OFFER_BYTES));
    let begun = cpu_micros();
    let runs = handles.iter().map(|handle| lane(workload, handle, &offer, operations / lanes));
    for run in join_all(runs).await {
        run?;
    }
    let spent = cpu_micros() - begun;
    connection.close().await;
    Ok(spent)
}

async fn lane(workload: &str, handle: &Handle<Any>, offer: &Jsep, times: usize) -> Result<(), Failure> {
    if workload == "events" {
        handle.message(&json!({ "request": "events" }), None).await?;
        let mut next = 0;
        while next < EVENTS {
            if let Some(Event::Plugin(event)) = handle.next_event().await {
                if event["n"] != next {
                    return Err("an event was lost".into());
                }
                next += 1;
            }
        }
        return Ok(());
    }
    let body = json!({ "audio": true, "video": true });
    for _ in 0..times {
        match workload {
            "trickle_32" => {
                let line = "candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host";
                handle.trickle(bifrons::Candidate::of_mid(line, "0")).await?;
            }
            "list200_8" => {
                let (data, _) = handle.message(&json!({ "request": "list" }), None).await?;
                assert_eq!(data["list"][199]["room"], 200);
            }
            _ => {
                let (_, answer) = handle.message(&body, Some(offer)).await?;
                assert!(answer.is_some_and(|answer| answer.sdp.len() > 2_000));
            }
        }
    }
    Ok(())
}

/// The least that a correct client does.
struct Floor {
    sink: RefCell<Option<SplitSink<WebSocketStream<MaybeTlsStream<TcpStream>>, Message>>>,
    waiters: RefCell<HashMap<u64, oneshot::Sender<Utf8Bytes>>>,
    next: RefCell<u64>,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    janus: &'a str,
    transaction: Option<&'a str>,
    #[serde(borrow)]
    plugindata: Option<PluginData<'a>>,
    #[serde(borrow)]
    #[allow(dead_code)]
    jsep: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct PluginData<'a> {
    #[serde(borrow)]
    data: &'a RawValue,
}

#[derive(Deserialize)]
struct WithJsep {
    jsep: Option<Jsep>,
}

impl Floor {
    async fn ask(&self, is_async: bool, rest: &str) -> Result<Utf8Bytes, Failure> {
        let transaction = {
            let mut next = self.next.borrow_mut();
            *next += 1;
            *next
        };
        let (sender, receiver) = oneshot::channel();
        self.waiters.borrow_mut().insert(transaction << 1 | u64::from(is_async), sender);
        let text = format!("{{\"transaction\":\"{}\",{rest}}}", transaction << 1 | u64::from(is_async));
        // One writer at a time: the sink is taken out for the write.
        let mut sink = loop {
            if let Some(sink) = self.sink.borrow_mut().take() {
                break sink;
            }
            tokio::task::yield_now().await;
        };
        sink.feed(Message::text(text)).await?;
        sink.flush().await?;
        *self.sink.borrow_mut() = Some(sink);
        Ok(receiver.await?)
    }
}

async fn floor(workload: &str, url: &str, operations: usize, lanes: usize) -> Result<f64, Failure> {
    let mut request = url.into_client_request()?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse()?);
    let (socket, _) = tokio_tungstenite::connect_async_with_config(request, None, true).await?;
    let (sink, mut stream) = socket.split();
    let floor =
        Rc::new(Floor { sink: RefCell::new(Some(sink)), waiters: RefCell::default(), next: RefCell::new(0) });
    let (events, mut seen) = tokio::sync::mpsc::unbounded_channel();
    let router = Rc::clone(&floor);
    tokio::task::spawn_local(async move {
        while let Some(Ok(Message::Text(text))) = stream.next().await {
            let Ok(envelope) = serde_json::from_str::<Envelope<'_>>(&text) else { continue };
            match envelope.transaction.and_then(|transaction| transaction.parse::<u64>().ok()) {
                Some(transaction) if envelope.janus != "ack" || transaction & 1 == 0 => {
                    if let Some(waiter) = router.waiters.borrow_mut().remove(&transaction) {
                        let _ = waiter.send(text);
                    }
                }
                Some(_) => {}
                None => {
                    if let Some(data) = envelope.plugindata {
                        let _ = events.send(data.data.get().to_owned());
                    }
                }
            }
        }
    });
    let offer = serde_json::to_string(&Jsep::offer(sdp(OFFER_BYTES)))?;
    let begun = cpu_micros();
    if workload == "events" {
        floor
            .ask(
                false,
                "\"janus\":\"message\",\"session_id\":1,\"handle_id\":2,\"body\":{\"request\":\"events\"}",
            )
            .await?;
        for next in 0..EVENTS {
            let event = seen.recv().await.ok_or("no more events")?;
            let event: Value = serde_json::from_str(&event)?;
            if event["n"] != next {
                return Err("an event was lost".into());
            }
        }
        return Ok(cpu_micros() - begun);
    }
    let lane = async || -> Result<(), Failure> {
        for _ in 0..operations / lanes {
            match workload {
                "trickle_32" => {
                    floor.ask(false, "\"janus\":\"trickle\",\"session_id\":1,\"handle_id\":2,\"candidate\":{\"candidate\":\"candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host\",\"sdpMid\":\"0\"}").await?;
                }
                "list200_8" => {
                    let text = floor.ask(false, "\"janus\":\"message\",\"session_id\":1,\"handle_id\":2,\"body\":{\"request\":\"list\"}").await?;
                    let data: Value = serde_json::from_str(&text)?;
                    assert_eq!(data["plugindata"]["data"]["list"][199]["room"], 200);
                }
                _ => {
                    let text = floor.ask(true, &format!("\"janus\":\"message\",\"session_id\":1,\"handle_id\":2,\"body\":{{\"audio\":true,\"video\":true}},\"jsep\":{offer}")).await?;
                    let answer: WithJsep = serde_json::from_str(&text)?;
                    assert!(answer.jsep.is_some_and(|answer| answer.sdp.len() > 2_000));
                }
            }
        }
        Ok(())
    };
    for run in join_all((0..lanes).map(|_| lane())).await {
        run?;
    }
    Ok(cpu_micros() - begun)
}
