//! Hostile clients of the mock server: the server does not panic, and serves a valid client beside and after them.
//!
//! HOSTILE_SECONDS=600 runs longer.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use bifrons::mock::{MockJanus, Settings};
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Connection, Handle};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

const UPGRADE: &str = "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
    Sec-WebSocket-Protocol: janus-protocol\r\n\r\n";
const VERBS: [&str; 12] = [
    "create",
    "attach",
    "message",
    "trickle",
    "keepalive",
    "claim",
    "destroy",
    "detach",
    "hangup",
    "info",
    "ping",
    "x",
];
const PLUGINS: [&str; 5] = ["echotest", "videoroom", "audiobridge", "streaming", "textroom"];

/// A seeded random number generator (SplitMix64).
struct Rng(u64);

impl Rng {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 16) as usize % bound
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        (0..self.below(most)).map(|_| self.below(256) as u8).collect()
    }

    /// A member's value of any type.
    fn value(&mut self) -> String {
        let number = self.below(3000).to_string();
        let id = (1 + self.below(6)).to_string();
        let nested =
            format!("{{\"request\":\"{}\",\"room\":{}}}", self.pick(&["join", "create", "list"]), number);
        let constants = [
            "null",
            "true",
            "\"\"",
            "-1",
            "1e999",
            "18446744073709551616",
            "[]",
            "{}",
            "[[1]]",
            "\"\\ud800\"",
        ];
        let constant = self.pick(&constants);
        self.pick(&[&*number, &*id, &*nested, constant, constant]).to_owned()
    }

    fn request(&mut self) -> String {
        let mut text = format!("{{\"janus\":\"{}\",\"transaction\":\"t\"", self.pick(&VERBS));
        for name in ["session_id", "handle_id", "body", "jsep", "candidate", "candidates", "apisecret", "id"]
        {
            if self.below(2) == 0 {
                text.push_str(&format!(",\"{name}\":{}", self.value()));
            }
        }
        text.push_str(&format!(",\"plugin\":\"janus.plugin.{}\"}}", self.pick(&PLUGINS)));
        text
    }

    /// A masked frame with these bytes; sometimes an invalid one.
    fn frame(&mut self, payload: &[u8]) -> Vec<u8> {
        let head = if self.below(8) == 0 { self.below(256) as u8 } else { 0x81 };
        let mut frame = vec![head, if self.below(20) == 0 { 0 } else { 0x80 } | 126];
        frame.extend(u16::try_from(payload.len()).unwrap().to_be_bytes());
        frame.extend([0; 4]);
        frame.extend(payload);
        if self.below(20) == 0 {
            frame[1] = 0xff;
        }
        frame
    }
}

/// Runs one attack; errors of its connection are ignored.
async fn attack(place: &str, seed: u64) -> std::io::Result<()> {
    let mut rng = Rng(seed << 20);
    let mut stream = TcpStream::connect(place).await?;
    match rng.below(6) {
        0 => stream.write_all(&rng.bytes(4000)).await?,
        1 => {
            let mut head = UPGRADE.as_bytes().to_vec();
            for _ in 0..1 + rng.below(4) {
                let at = rng.below(head.len());
                head[at] = rng.below(256) as u8;
            }
            stream.write_all(&head).await?;
        }
        2 => stream.write_all(&UPGRADE.as_bytes()[..rng.below(UPGRADE.len())]).await?,
        3 => stream.write_all(format!("GET / HTTP/1.1\r\nx: {}", "y".repeat(100_000)).as_bytes()).await?,
        _ => {
            stream.write_all(UPGRADE.as_bytes()).await?;
            let reads = rng.below(2) == 0;
            for _ in 0..rng.below(300) {
                let payload = if rng.below(6) == 0 { rng.bytes(200) } else { rng.request().into_bytes() };
                stream.write_all(&rng.frame(&payload)).await?;
                if reads {
                    let _ = stream.try_read(&mut [0; 4096]);
                }
            }
        }
    }
    match rng.below(3) {
        0 => stream.shutdown().await,
        1 => stream.read_exact(&mut [0; 512]).await.map(drop),
        _ => Ok(()),
    }
}

async fn call(connection: &Connection) {
    let session = connection.create().await.unwrap();
    let echo: Handle<EchoTest> = session.attach().await.unwrap();
    echo.start(Start::default().audio(true)).await.unwrap();
    session.destroy().await.unwrap();
}

#[tokio::test]
async fn a_valid_client_is_served_beside_hostile_ones() {
    let seconds = std::env::var("HOSTILE_SECONDS").map_or(4, |text| text.parse().expect("a number"));
    let panicked = Arc::new(AtomicBool::new(false));
    let (flag, usual) = (Arc::clone(&panicked), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |info| {
        flag.store(true, Ordering::Relaxed);
        usual(info);
    }));
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let place = janus.url().trim_start_matches("ws://").to_owned();
    let end = Instant::now() + Duration::from_secs(seconds);
    let enough = Arc::new(AtomicBool::new(false));
    let attacks = Arc::new(AtomicU64::new(0));
    let attackers: Vec<_> = (0..16)
        .map(|_| {
            let (place, attacks, enough) = (place.clone(), Arc::clone(&attacks), Arc::clone(&enough));
            tokio::spawn(async move {
                while !enough.load(Ordering::Relaxed) {
                    let seed = attacks.fetch_add(1, Ordering::Relaxed);
                    let _ = timeout(Duration::from_millis(300), attack(&place, seed)).await;
                }
            })
        })
        .collect();
    let connection = bifrons::connect(janus.url()).await.unwrap();
    let mut calls = 0;
    while Instant::now() < end || attacks.load(Ordering::Relaxed) < 200 || calls < 20 {
        timeout(Duration::from_secs(5), call(&connection)).await.expect("the valid client is served");
        calls += 1;
    }
    enough.store(true, Ordering::Relaxed);
    futures::future::join_all(attackers).await;
    connection.close().await;
    let all_ended = async {
        while !janus.sessions().await.is_empty() {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(10), all_ended).await.expect("every session ends with its client");
    println!("{} attacks, {calls} calls", attacks.load(Ordering::Relaxed));
    assert!(!panicked.load(Ordering::Relaxed), "a thread panicked");
}

/// The mock server as a process with few file descriptors.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn half_open_upgrades_release_their_descriptors_after_a_few_seconds() {
    let script = format!("ulimit -n 48; exec {}", env!("CARGO_BIN_EXE_mock-janus"));
    let mut command = Command::new("sh");
    let child = command.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut program = Program(child);
    let mut report = String::new();
    BufReader::new(program.0.stdout.take().unwrap()).read_line(&mut report).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let url = report["ws"].as_str().unwrap().to_owned();
    let mut held = Vec::new();
    for number in 0..60 {
        let mut stream = TcpStream::connect(url.trim_start_matches("ws://")).await.unwrap();
        stream.write_all(&UPGRADE.as_bytes()[..number]).await.unwrap();
        held.push(stream);
    }
    let served = async {
        loop {
            if let Ok(connection) = bifrons::connect(&*url).await {
                return call(&connection).await;
            }
        }
    };
    timeout(Duration::from_secs(25), served).await.expect("the server accepts connections again");
}
