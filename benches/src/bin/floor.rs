//! The minimal correct client: one borrowed parse of the envelope, a map of pending requests, a flush
//! for each request. `floor WORKLOAD ws://…`

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use bifrons_benches::{CANDIDATE, EVENTS, Failure, OFFER_BYTES, last_room, report, sdp, shape};
use futures_util::future::join_all;
use futures_util::stream::SplitSink;
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

struct Floor {
    sink: RefCell<Option<SplitSink<WebSocketStream<MaybeTlsStream<TcpStream>>, Message>>>,
    pending: RefCell<HashMap<u64, oneshot::Sender<Utf8Bytes>>>,
    next: RefCell<u64>,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    janus: &'a str,
    transaction: Option<&'a str>,
    #[serde(borrow)]
    plugindata: Option<PluginData<'a>>,
    #[serde(borrow)]
    #[allow(dead_code, reason = "a client parses it")]
    jsep: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct PluginData<'a> {
    #[serde(borrow)]
    data: &'a RawValue,
}

#[derive(Deserialize)]
struct WithJsep {
    jsep: Jsep,
}

#[derive(Deserialize)]
struct Jsep {
    sdp: String,
}

const HEAD: &str = "\"session_id\":1,\"handle_id\":2";

impl Floor {
    async fn request(&self, is_async: bool, rest: &str) -> Result<Utf8Bytes, Failure> {
        let transaction = {
            let mut next = self.next.borrow_mut();
            *next += 1;
            *next << 1 | u64::from(is_async)
        };
        let (sender, receiver) = oneshot::channel();
        self.pending.borrow_mut().insert(transaction, sender);
        let text = format!("{{\"transaction\":\"{transaction}\",{rest}}}");
        // One writer at a time takes the sink for its write.
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

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().collect();
    let [_, workload, url] = &args[..] else { return Err("usage: floor WORKLOAD URL".into()) };
    tokio::task::LocalSet::new().run_until(floor(workload, url)).await
}

async fn floor(workload: &str, url: &str) -> Result<(), Failure> {
    let shape = shape(workload).ok_or("no such workload")?;
    let mut request = url.into_client_request()?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse()?);
    let (socket, _) = tokio_tungstenite::connect_async_with_config(request, None, true).await?;
    let (sink, mut stream) = socket.split();
    let floor =
        Rc::new(Floor { sink: RefCell::new(Some(sink)), pending: RefCell::default(), next: RefCell::new(0) });
    let (events, mut seen) = tokio::sync::mpsc::unbounded_channel();
    let router = Rc::clone(&floor);
    tokio::task::spawn_local(async move {
        while let Some(Ok(Message::Text(text))) = stream.next().await {
            let Ok(envelope) = serde_json::from_str::<Envelope<'_>>(&text) else { continue };
            match envelope.transaction.and_then(|transaction| transaction.parse::<u64>().ok()) {
                Some(transaction) if envelope.janus != "ack" || transaction & 1 == 0 => {
                    if let Some(waiter) = router.pending.borrow_mut().remove(&transaction) {
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
    let offer = json!({ "type": "offer", "sdp": sdp(OFFER_BYTES) }).to_string();
    report(shape, async {
        if workload == "events" {
            return vec![read_events(&floor, &mut seen).await];
        }
        join_all(
            (0..shape.concurrency)
                .map(|_| task(&floor, workload, shape.operations / shape.concurrency, &offer)),
        )
        .await
    })
    .await
}

async fn read_events(floor: &Floor, seen: &mut UnboundedReceiver<String>) -> Result<(), Failure> {
    floor
        .request(false, &format!("\"janus\":\"message\",{HEAD},\"body\":{{\"request\":\"events\"}}"))
        .await?;
    for n in 0..EVENTS {
        let event: Value = serde_json::from_str(&seen.recv().await.ok_or("no more events")?)?;
        if event["n"] != n {
            return Err("an event was lost".into());
        }
    }
    Ok(())
}

async fn task(floor: &Floor, workload: &str, times: usize, offer: &str) -> Result<(), Failure> {
    for _ in 0..times {
        match workload {
            "trickle_32" => {
                let candidate = format!("{{\"candidate\":\"{CANDIDATE}\",\"sdpMid\":\"0\"}}");
                floor
                    .request(false, &format!("\"janus\":\"trickle\",{HEAD},\"candidate\":{candidate}"))
                    .await?;
            }
            "list200_8" => {
                let request = format!("\"janus\":\"message\",{HEAD},\"body\":{{\"request\":\"list\"}}");
                if last_room(&floor.request(false, &request).await?) != Some(200) {
                    return Err("not the list".into());
                }
            }
            _ => {
                let body = "{\"audio\":true,\"video\":true}";
                let request = format!("\"janus\":\"message\",{HEAD},\"body\":{body},\"jsep\":{offer}");
                let answer: WithJsep = serde_json::from_str(&floor.request(true, &request).await?)?;
                if answer.jsep.sdp.len() < 2_000 {
                    return Err("no SDP answer".into());
                }
            }
        }
    }
    Ok(())
}
