//! Every possible place contains a secret. After a connection with errors, no log at any level,
//! no error and no Debug text contains a secret. An SDP counts as a secret.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

#[path = "secrets/spy.rs"]
mod spy;
mod support;

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bifrons::engine::{Created, RequestOptions};
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{
    Address, Api, AttachOptions, Candidate, Config, Connect, CreateOptions, Error, Jsep, RawRequest, Retry,
};
use needs_janus::needs_janus;
use serde_json::{Value, json};
use spy::Spy;
use support::Janus;
use support::server::{Peer, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tracing_subscriber::fmt::MakeWriter;

const API_SECRET: &str = "planted-api-secret";
const ADMIN_SECRET: &str = "planted-admin-secret";
const TOKEN: &str = "planted-token";
const PASSWORD: &str = "planted-password";
const QUERY: &str = "planted-query";
const SDP: &str = "planted-sdp";
const CANDIDATE: &str = "planted-candidate";
/// `user:planted-password` as in an HTTP header.
const BASIC: &str = "dXNlcjpwbGFudGVkLXBhc3N3b3Jk";

const PLANTED: [&str; 8] = [API_SECRET, ADMIN_SECRET, TOKEN, PASSWORD, QUERY, SDP, CANDIDATE, BASIC];

/// The log events, or the formatted texts.
#[derive(Clone, Default)]
struct Texts(Arc<Mutex<Vec<String>>>);

impl Texts {
    fn show(&self, thing: &impl std::fmt::Debug) {
        self.0.lock().unwrap().push(format!("{thing:?} {thing:#?}"));
    }

    fn error(&self, error: &Error) {
        self.show(error);
        let mut cause: Option<&dyn std::error::Error> = Some(error);
        while let Some(error) = cause {
            self.0.lock().unwrap().push(format!("{error} {error:?}"));
            cause = error.source();
        }
    }

    fn outcome<T: std::fmt::Debug>(&self, outcome: Result<T, Error>) -> Option<T> {
        match outcome {
            Ok(created) => {
                self.show(&created);
                Some(created)
            }
            Err(error) => {
                self.error(&error);
                None
            }
        }
    }
}

impl io::Write for Texts {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().push(String::from_utf8_lossy(event).into_owned());
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Texts {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

fn address(url: &str) -> Address {
    let url = url.trim_end_matches("/janus").replace("://", &format!("://user:{PASSWORD}@"));
    Address::new(format!("{url}/janus?key={QUERY}")).api_secret(API_SECRET).token(TOKEN)
}

fn config(url: &str) -> Config {
    let mut config = Config::new(vec![address(url)]);
    config.retry = Retry { max_retries: 0, ..Retry::default() };
    config.max_message_size = 100_000;
    config
}

fn offer() -> Jsep {
    Jsep::offer(format!("v=0\r\na=ice-pwd:{SDP}\r\n"))
}

#[needs_janus("its log, and HTTP")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_log_error_or_debug_text_contains_a_secret() {
    let logs = Texts::default();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(logs.clone())
        .without_time()
        .with_ansi(false)
        .init();
    let shown = Texts::default();
    with_janus(&shown).await;
    with_a_server_that_fails(&shown).await;
    with_servers_without_janus(&shown).await;
    with_invalid_addresses(&shown);

    let (logs, shown) = (logs.0.lock().unwrap(), shown.0.lock().unwrap());
    let planted = |text: &&String| PLANTED.iter().any(|planted| text.contains(planted));
    let found: Vec<_> = shown.iter().filter(planted).collect();
    assert!(found.is_empty(), "{found:#?}");

    // The WebSocket library logs each frame at the level `trace`, which only the
    // application can switch off (see SECURITY.md). These records prove that the test sees the logs.
    let (traced, logs): (Vec<_>, Vec<_>) =
        logs.iter().partition(|event| is_of(event, "TRACE", "tungstenite"));
    for planted in PLANTED.into_iter().filter(|planted| *planted != PASSWORD) {
        assert!(traced.iter().any(|event| event.contains(planted)), "{planted} was not used");
    }
    assert!(logs.iter().any(|event| is_of(event, "WARN", "bifrons")), "a warning of Bifrons");
    let found: Vec<_> = logs.into_iter().filter(planted).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// Whether a log event has the level, and a target in the crate. Its spans stand between the two.
fn is_of(event: &str, level: &str, krate: &str) -> bool {
    let crates = [format!(" {krate}::"), format!(": {krate}::")];
    event.trim_start().starts_with(level) && crates.iter().any(|krate| event.contains(krate))
}

async fn with_janus(shown: &Texts) {
    let secrets = ["--api-secret", API_SECRET, "--admin-secret", ADMIN_SECRET, "--token-auth"];
    let janus = Janus::start(&[&secrets[..], &["--http"]].concat());
    let admin = bifrons::connect(&*janus.at.admin_ws).api(Api::Admin).api_secret(ADMIN_SECRET);
    shown.show(&admin);
    let admin = shown.outcome(admin.await).expect("the Admin API responds");
    let token = json!({ "token": TOKEN });
    shown.outcome(admin.raw_request(RawRequest::new("add_token"), &token).await.map(drop)).expect("a token");

    connect_call_and_close(shown, &janus.at.ws).await;
    if cfg!(feature = "http") {
        connect_call_and_close(shown, janus.at.http.as_ref().unwrap()).await;
    }
    let stranger = bifrons::connect(&*janus.at.ws).api_secret(format!("{API_SECRET}-wrong")).token(TOKEN);
    let stranger = shown.outcome(stranger.await).expect("a connection");
    shown.outcome(stranger.create().await);
}

async fn connect_call_and_close(shown: &Texts, url: &str) {
    let connect = Connect::with(config(url)).address(address("ws://127.0.0.1:1"));
    shown.show(&connect);
    let connection = shown.outcome(connect.await).expect("a connection");
    let session = shown.outcome(connection.create().await).expect("a session");
    let echo = shown.outcome(session.attach::<EchoTest>().await).expect("a handle");
    let start = Start::default().audio(true).jsep(offer());
    shown.show(&start);
    shown.outcome(echo.start(start).await);
    let candidate = Candidate::of_mid(CANDIDATE, "0");
    shown.show(&candidate);
    shown.outcome(echo.trickle(candidate).await);
    shown.outcome(session.attach_to(&format!("plugin.{}", "unheard")).await);
    connection.close().await;
    shown.outcome(echo.hangup().await);
}

async fn with_a_server_that_fails(shown: &Texts) {
    let server = Server::start().await;
    let mut spy = Spy::start(config(&server.url), shown.clone());
    let mut peer = server.welcome().await;
    spy.command(|engine, now| {
        engine.create(now, CreateOptions::default());
    });
    peer.create("create", 1).await;
    let Created::Session(session, _) = spy.created().await else { panic!("no session") };
    spy.command(move |engine, now| {
        engine.attach(now, session, AttachOptions::default());
    });
    peer.create("attach", 2).await;
    let Created::Handle(handle, _) = spy.created().await else { panic!("no handle") };
    let members = format!("\"body\":{{}},\"jsep\":{{\"type\":\"offer\",\"sdp\":\"{SDP}\"}}");
    let send = || {
        let members = members.clone();
        spy.command(move |engine, now| {
            engine.flow(handle);
            engine.message(now, handle, members, RequestOptions::default());
        });
    };
    // A success, a refusal and a bad response that each repeat the request.
    for kind in ["success", "error", "event"] {
        send();
        let request = peer.receive().await;
        let more = json!({ "sender": 2, "echo": request, "jsep": { "type": "answer", "sdp": SDP },
            "error": { "code": 490, "reason": "no" }, "plugindata": { "plugin": "p", "data": {} } });
        peer.respond(&request, kind, more).await;
    }
    send();
    let request = peer.receive().await;
    peer.respond(&request, "error", json!({ "error": request })).await;
    send_malformed_messages(&mut peer).await;
    send();
    peer.receive().await;
    let oversize = json!({ "janus": "event", "sdp": SDP, "more": "x".repeat(200_000) });
    peer.send_message(oversize).await;
    while peer.receive_or_end().await.is_some() {}
    spy.command(|engine, now| {
        engine.ping(now);
    });
}

async fn send_malformed_messages(peer: &mut Peer) {
    let echo = json!({ "apisecret": API_SECRET, "token": TOKEN, "sdp": SDP });
    let malformed: [Value; 7] = [
        json!([echo]),
        json!({ "janus": API_SECRET, "echo": echo }),
        json!({ "janus": "event", "session_id": TOKEN, "sender": SDP }),
        json!({ "janus": "success", "transaction": TOKEN }),
        json!({ "janus": "trickle", "session_id": 1, "sender": 2, "candidate": { "candidate": CANDIDATE } }),
        json!({ "janus": "trickle", "session_id": 1, "sender": 99, "candidate": { "candidate": CANDIDATE } }),
        json!({ "janus": "event", "session_id": 1, "sender": 2, "jsep": SDP, "plugindata": SDP }),
    ];
    for message in malformed {
        peer.send_message(message).await;
    }
}

async fn with_servers_without_janus(shown: &Texts) {
    // Repeats an invalid request in its response, as some proxies do.
    let server = Server::start().await;
    let parrot = async {
        let mut stream = server.accept_tcp().await;
        let mut request = vec![0; 4096];
        let length = stream.read(&mut request).await.unwrap();
        let head = format!("HTTP/1.1 400 Bad Request\r\nX-Echo: {BASIC}\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&request[..length]).await.unwrap();
        stream
    };
    let (outcome, _stream) = tokio::join!(Connect::with(config(&server.url)), parrot);
    shown.error(&outcome.expect_err("connected without Janus"));

    let mut silent = config("ws://127.0.0.1:1");
    silent.attempt_timeout = Some(Duration::from_millis(20));
    shown.error(&Connect::with(silent).await.expect_err("connected without a server"));
    shown.error(
        &Connect::with(config("ws://127.0.0.1:99999")).await.expect_err("connected to an invalid port"),
    );
    shown.error(&Connect::with(config("ws://[::bad")).await.expect_err("connected to an invalid host"));
}

fn with_invalid_addresses(shown: &Texts) {
    for url in [
        format!("ws://user:{PASSWORD}@host"),
        format!("ws://user:{PASSWORD}/more@host"),
        format!("ws://user:{PASSWORD}?more@host"),
        format!("ws://user:{PASSWORD}#more@host"),
        format!("ws://user:more/{PASSWORD}@host"),
        format!("ws://host/path?key={QUERY}"),
        format!("ws://host/path?key=x@{QUERY}"),
        format!("ws://host#{QUERY}"),
        format!("{QUERY}@host"),
    ] {
        let address = Address::new(url).api_secret(API_SECRET).token(TOKEN);
        shown.show(&address);
        shown.show(&address.shown());
        shown.show(&Config::new(vec![address]));
    }
}
