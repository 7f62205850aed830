//! Pages that call through a server before Janus: `pages WORKLOAD URL TOKEN PID`.
//!
//! Prints the CPU time of the server for each operation in microseconds, and the times until the responses in
//! milliseconds (median, 99th of 100); of `idle_N` the bytes of memory for each page.

use std::time::Duration;

use bifrons_benches::{CANDIDATE, Failure, OFFER_BYTES, cpu_micros_of, resident_bytes_of, sdp};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

/// The pages that open at a time.
const OPENING: usize = 50;

/// What the pages do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operation {
    Start,
    Trickle,
}

struct Page {
    socket: WebSocketStream<TcpStream>,
    session: u64,
    handle: u64,
    next: u64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let [workload, url, token, pid] = &args[..] else {
        return Err("usage: pages WORKLOAD URL TOKEN PID".into());
    };
    match &**workload {
        "start_1" => busy((url, token, pid), Operation::Start, 1, 10_000).await,
        "start_32" => busy((url, token, pid), Operation::Start, 32, 30_000).await,
        "trickle_32" => busy((url, token, pid), Operation::Trickle, 32, 60_000).await,
        "idle_5000" => idle((url, token, pid), 5_000).await,
        "idle_10000" => idle((url, token, pid), 10_000).await,
        "crowd" => crowd((url, token, pid)).await,
        other => Err(format!("no such workload: {other}").into()),
    }
}

type Server<'a> = (&'a str, &'a str, &'a str);

/// Each page does one after the other, as fast as it can.
async fn busy(
    server: Server<'_>,
    operation: Operation,
    pages: usize,
    operations: usize,
) -> Result<(), Failure> {
    let mut open = open_all(server, pages).await?;
    for page in &mut open {
        page.run(operation).await?;
    }
    let before = cpu_micros_of(server.2);
    let each = operations / pages;
    let runs = open.into_iter().map(|mut page| async move {
        let mut times = Vec::with_capacity(each);
        for _ in 0..each {
            times.push(page.run(operation).await?);
        }
        Ok::<_, Failure>(times)
    });
    let times = futures_util::future::try_join_all(runs).await?.concat();
    print(cpu_micros_of(server.2) - before, times);
    Ok(())
}

/// So many pages that do nothing.
async fn idle(server: Server<'_>, pages: usize) -> Result<(), Failure> {
    // What the server needs for the first pages it needs for all.
    let _first = open_all(server, 100).await?;
    let before = resident_bytes_of(server.2);
    let _open = open_all(server, pages).await?;
    println!("{:.0}", (resident_bytes_of(server.2) - before) / pages as f64);
    Ok(())
}

/// 10,000 pages that do nothing, and 2,000 that trickle once a second.
async fn crowd(server: Server<'_>) -> Result<(), Failure> {
    const BUSY: usize = 2_000;
    const SECONDS: usize = 10;
    let _idle = open_all(server, 10_000).await?;
    let open = open_all(server, BUSY).await?;
    let before = cpu_micros_of(server.2);
    let runs = open.into_iter().enumerate().map(|(index, mut page)| async move {
        let mut ticks = tokio::time::interval(Duration::from_secs(1));
        tokio::time::sleep(Duration::from_micros(500 * index as u64)).await;
        ticks.reset();
        let mut times = Vec::with_capacity(SECONDS);
        for _ in 0..SECONDS {
            ticks.tick().await;
            times.push(page.run(Operation::Trickle).await?);
        }
        Ok::<_, Failure>(times)
    });
    let times = futures_util::future::try_join_all(runs).await?.concat();
    print(cpu_micros_of(server.2) - before, times);
    Ok(())
}

fn print(cpu: f64, mut times: Vec<Duration>) {
    times.sort_unstable();
    let of = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!("{:.4} {:.4} {:.4}", cpu / times.len() as f64, of(50), of(99));
}

async fn open_all((url, token, _): Server<'_>, count: usize) -> Result<Vec<Page>, Failure> {
    let opening = (0..count).map(|_| Page::open(url, token));
    let pages: Vec<_> = futures_util::stream::iter(opening).buffer_unordered(OPENING).collect().await;
    pages.into_iter().collect()
}

impl Page {
    async fn open(url: &str, token: &str) -> Result<Self, Failure> {
        let mut request = url.into_client_request()?;
        request.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse()?);
        let stream = TcpStream::connect(url.trim_start_matches("ws://")).await?;
        stream.set_nodelay(true)?;
        let config = WebSocketConfig::default().read_buffer_size(4 << 10).write_buffer_size(0);
        let (socket, _) = client_async_with_config(request, stream, Some(config)).await?;
        let mut page = Self { socket, session: 0, handle: 0, next: 0 };
        page.session = page.create(json!({ "janus": "create", "token": token })).await?;
        let attach = json!({ "janus": "attach", "plugin": "janus.plugin.echotest", "session_id": page.session, "token": token });
        page.handle = page.create(attach).await?;
        Ok(page)
    }

    async fn create(&mut self, mut request: Value) -> Result<u64, Failure> {
        request["transaction"] = "create".into();
        self.socket.send(Message::text(request.to_string())).await?;
        let response: Value = serde_json::from_str(&self.receive().await?)?;
        response["data"]["id"].as_u64().ok_or_else(|| response.to_string().into())
    }

    async fn receive(&mut self) -> Result<String, Failure> {
        loop {
            match self.socket.next().await.ok_or("the connection is closed")?? {
                Message::Text(text) => return Ok(text.to_string()),
                Message::Close(frame) => return Err(format!("the connection is closed: {frame:?}").into()),
                _ => {}
            }
        }
    }

    /// Runs one operation, and returns how long it took.
    async fn run(&mut self, operation: Operation) -> Result<Duration, Failure> {
        self.next += 1;
        let (session, handle, transaction) = (self.session, self.handle, self.next);
        let head =
            format!("\"transaction\":\"{transaction}\",\"session_id\":{session},\"handle_id\":{handle}");
        let message = match operation {
            Operation::Start => {
                let offer = json!({ "type": "offer", "sdp": sdp(OFFER_BYTES) });
                format!(
                    "{{\"janus\":\"message\",{head},\"body\":{{\"audio\":true,\"video\":true}},\"jsep\":{offer}}}"
                )
            }
            Operation::Trickle => {
                format!(
                    "{{\"janus\":\"trickle\",{head},\"candidate\":{{\"candidate\":\"{CANDIDATE}\",\"sdpMid\":\"0\"}}}}"
                )
            }
        };
        let begun = Instant::now();
        self.socket.send(Message::text(message)).await?;
        let wanted = if operation == Operation::Start { "\"janus\":\"event\"" } else { "\"janus\":\"ack\"" };
        let own = format!("\"transaction\":\"{transaction}\"");
        loop {
            let text = self.receive().await?;
            if text.contains("\"janus\":\"error\"") {
                return Err(text.into());
            }
            if text.contains(wanted) && text.contains(&own) {
                return Ok(begun.elapsed());
            }
        }
    }
}
