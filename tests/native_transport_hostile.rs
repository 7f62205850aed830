//! An HTTP server with random responses: each request has one correct outcome.
//!
//! HOSTILE_SECONDS=600 runs longer; SEED=N repeats one connection.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bifrons::{Address, Config, Connect, Connection, Error, RawRequest, Retry};
use futures::StreamExt;
use futures::future::ready;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, sleep, timeout};

/// A seeded random number generator.
#[derive(Clone)]
struct Rng(Arc<AtomicU64>);

impl Rng {
    fn below(&self, bound: usize) -> usize {
        // SplitMix64.
        let state = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 16) as usize % bound
    }

    fn bytes(&self) -> Vec<u8> {
        (0..self.below(80)).map(|_| self.below(256) as u8).collect()
    }
}

/// The numbers of the messages that arrived, and how often each response was sent.
#[derive(Clone, Default)]
struct Seen {
    arrived: Arc<Mutex<HashSet<u64>>>,
    responses: Arc<Mutex<BTreeMap<&'static str, u64>>>,
}

async fn serve(mut stream: TcpStream, rng: Rng, seen: Seen) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    loop {
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4) else {
            if stream.read_buf(&mut bytes).await? == 0 {
                return Ok(());
            }
            continue;
        };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
        let length: usize = length.unwrap_or(0);
        while bytes.len() < end + length {
            if stream.read_buf(&mut bytes).await? == 0 {
                return Ok(());
            }
        }
        let body: Value = serde_json::from_slice(&bytes[end..end + length]).unwrap_or_default();
        bytes.drain(..end + length);
        if let Some(number) = body["body"]["n"].as_u64() {
            if !seen.arrived.lock().unwrap().insert(number) {
                seen.responses.lock().unwrap().insert("a message that arrived twice", number);
            }
        }
        respond(&mut stream, &head, &body, &rng, &seen).await?;
    }
}

async fn respond(
    stream: &mut TcpStream,
    head: &str,
    body: &Value,
    rng: &Rng,
    seen: &Seen,
) -> std::io::Result<()> {
    let verb = body["janus"].as_str().unwrap_or(if head.contains("/info") { "info" } else { "poll" });
    let good = match verb {
        "info" => json!({ "janus": "server_info", "session-timeout": 60 }),
        "poll" => json!([{ "janus": "keepalive" }]),
        _ => json!({
            "janus": if verb == "keepalive" { "ack" } else { "success" },
            "transaction": body["transaction"], "session_id": body["session_id"],
            "data": { "id": 1 + rng.below(1 << 30) }, "plugindata": { "data": {} },
        }),
    };
    let good = good.to_string();
    let whole = |text: &str| format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{text}", text.len());
    let choice = if matches!(verb, "info" | "create" | "attach") { rng.below(40) } else { rng.below(24) };
    let (name, bytes): (_, Vec<u8>) = match choice {
        0 => ("random bytes", rng.bytes()),
        1 => ("a random body", [whole(&"x".repeat(40)).into_bytes(), rng.bytes()].concat()),
        2 => {
            let status = 100 + rng.below(500);
            ("a random status", format!("HTTP/1.1 {status} x\r\ncontent-length: 2\r\n\r\n{{}}").into_bytes())
        }
        3 => ("a truncated body", whole(&good).into_bytes()[..whole(&good).len() - 3].to_vec()),
        4 => ("too small a length", whole(&good).replace("length: ", "length: 1\r\nx: ").into_bytes()),
        5 => ("two lengths", whole(&good).replace("\r\n\r\n", "\r\ncontent-length: 7\r\n\r\n").into_bytes()),
        6 => (
            "wrong chunks",
            format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{good}").into_bytes(),
        ),
        7 => {
            let chunk = format!(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{}\r\nffffffffffff\r\n",
                &good[..5]
            );
            ("an endless chunk", chunk.into_bytes())
        }
        8 => ("a stall", Vec::new()),
        9 => ("a large head", format!("HTTP/1.1 200 OK\r\nx: {}\r\n\r\n", "y".repeat(1 << 20)).into_bytes()),
        10 => ("a huge length", b"HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551615\r\n\r\n{".to_vec()),
        11 => ("no head", good.clone().into_bytes()),
        12 => ("a list with wrong types", whole("[1, null, [], {\"janus\": 7}]").into_bytes()),
        13 => (
            "a redirection",
            b"HTTP/1.1 307 x\r\nlocation: http://127.0.0.1:2/\r\ncontent-length: 0\r\n\r\n".to_vec(),
        ),
        14 => (
            "another transaction",
            whole(&good.replace("\"transaction\":\"", "\"transaction\":\"9")).into_bytes(),
        ),
        15 => (
            "an unknown handle",
            whole(
                &json!({ "janus": "error", "transaction": body["transaction"],
            "session_id": body["session_id"], "error": { "code": 459, "reason": "No such handle" } })
                .to_string(),
            )
            .into_bytes(),
        ),
        _ => ("a valid response", whole(&good).into_bytes()),
    };
    *seen.responses.lock().unwrap().entry(name).or_default() += 1;
    if verb == "poll" && name == "a valid response" {
        sleep(Duration::from_millis(50)).await;
    }
    match rng.below(6) {
        // Slowly, a few bytes at a time.
        0 => {
            for part in bytes.chunks(bytes.len() / 4 + 1) {
                stream.write_all(part).await?;
                sleep(Duration::from_millis(5)).await;
            }
        }
        _ => stream.write_all(&bytes).await?,
    }
    if choice < 12 {
        match rng.below(3) {
            0 => stream.shutdown().await?,
            1 => return Err(std::io::ErrorKind::ConnectionReset.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Sends requests of several kinds at once; returns the outcome of each message by its number.
async fn use_connection(connection: &Connection, rng: &Rng, first: u64) -> Vec<(u64, Option<Error>)> {
    let Ok(session) = connection.create().await else { return Vec::new() };
    let mut outcomes = Vec::new();
    for round in 0..3 {
        let Ok(handle) = session.attach_to("janus.plugin.echotest").await else { continue };
        let messages = (0..30).map(|n| {
            let number = first + round * 30 + n;
            let wait = Duration::from_millis(30 + rng.below(300) as u64);
            let handle = &handle;
            async move {
                let request = RawRequest::new("message").timeout(wait);
                (number, handle.raw_request(request, &json!({ "body": { "n": number } })).await.err())
            }
        });
        outcomes.extend(
            timeout(Duration::from_secs(20), futures::future::join_all(messages)).await.expect("outcomes"),
        );
    }
    outcomes
}

/// The numbers of messages that succeeded, failed, and failed unsent.
type Counts = [u64; 3];

/// One connection to a hostile server of its own.
async fn run(seed: u64, seen: Seen) -> Counts {
    let rng = Rng(Arc::new(AtomicU64::new(seed << 32)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/janus", listener.local_addr().unwrap());
    let server = {
        let (rng, seen) = (rng.clone(), seen.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, rng.clone(), seen.clone()));
            }
        })
    };
    let mut config = Config::new(vec![Address::new(url)]);
    config.retry = Retry { max_retries: 0, ..Retry::default() };
    config.attempt_timeout = Some(Duration::from_millis(500));
    config.request_timeout = Some(Duration::from_secs(1));
    let connected = timeout(Duration::from_secs(10), Connect::with(config)).await.expect("connect ends");
    let mut counts = [0; 3];
    if let Ok(connection) = connected {
        for (number, error) in use_connection(&connection, &rng, seed * 1000).await {
            let arrived = seen.arrived.lock().unwrap().contains(&number);
            let is_unsent = error.as_ref().is_some_and(|error| error.sent() == Some(false));
            assert!(!(is_unsent && arrived), "seed {seed}: {number} arrived: {error:?}");
            counts[usize::from(error.is_some())] += 1;
            counts[2] += u64::from(is_unsent);
        }
        let stats = connection.stats();
        let ended =
            stats.succeeded + stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
        assert_eq!(stats.requests, ended + stats.in_flight, "seed {seed}: {stats:?}");
        let end = async {
            match seed % 4 {
                0 => connection.close().await,
                _ => connection.leave().await,
            }
        };
        timeout(Duration::from_secs(10), end).await.expect("the connection closes");
    }
    server.abort();
    counts
}

/// So many runs have every case, however slow the machine is.
const LEAST_RUNS: u64 = 150;

#[tokio::test]
async fn each_request_has_one_outcome_for_any_response() {
    let seen = Seen::default();
    if let Ok(seed) = std::env::var("SEED") {
        run(seed.parse().expect("a number"), seen).await;
        return;
    }
    let seconds = std::env::var("HOSTILE_SECONDS").map_or(5, |text| text.parse().expect("a number"));
    let end = Instant::now() + Duration::from_secs(seconds);
    let seeds = futures::stream::iter(0..u64::MAX)
        .take_while(|seed| ready(*seed < LEAST_RUNS || Instant::now() < end));
    let runs = seeds.map(|seed| tokio::spawn(run(seed, seen.clone()))).buffer_unordered(16);
    let total = runs.fold([0; 3], |sum, counts| {
        let counts = counts.unwrap();
        ready([0, 1, 2].map(|at| sum[at] + counts[at]))
    });
    let [good, failed, unsent] = total.await;
    let responses = seen.responses.lock().unwrap();
    println!("{good} succeeded, {failed} failed, {unsent} of these unsent: {responses:#?}");
    assert!(good > 100 && failed > 1000 && unsent > 300 && responses.len() == 17, "too few cases");
}
