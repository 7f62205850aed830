//! Each part of a URL has the same meaning in Rust and in JavaScript over every transport: both test the same table.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bifrons::{Connection, ErrorCode, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, UnixDatagram, UnixListener};
use tokio::time::timeout;

/// A URL, and what the server receives of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    url: String,
    error: Option<String>,
    upgrade: Option<String>,
    credentials: Option<String>,
    info: Option<String>,
    post: Option<String>,
    poll: Option<String>,
    stream: Option<String>,
    datagram: Option<String>,
}

/// The received requests, by kind; `credentials` is the header's value.
type Seen = Arc<Mutex<HashMap<&'static str, String>>>;

/// The head of a request, and its body.
async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = header(head, "content-length").map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                return Some((head.to_owned(), body.to_owned()));
            }
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

fn header(head: &str, name: &str) -> Option<String> {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
}

/// Serves one connection: HTTP works, an upgrade is refused.
async fn record(mut stream: impl AsyncRead + AsyncWrite + Unpin, seen: Seen) {
    while let Some((head, body)) = read_request(&mut stream).await {
        let mut parts = head.split(' ');
        let (method, target) = (parts.next().unwrap(), parts.next().unwrap());
        let is_info = target.split('?').next().unwrap().ends_with("/info");
        let (kind, response) = match method {
            _ if header(&head, "upgrade").is_some() => ("upgrade", None),
            "POST" => {
                let transaction = serde_json::from_str::<Value>(&body).unwrap()["transaction"].take();
                ("post", Some(json!({ "janus": "success", "transaction": transaction, "data": { "id": 1 } })))
            }
            _ if is_info => ("info", Some(json!({ "janus": "server_info", "session-timeout": 60 }))),
            _ => ("poll", None),
        };
        {
            let mut seen = seen.lock().unwrap();
            seen.entry(kind).or_insert(target.to_owned());
            if let Some(basic) = header(&head, "authorization") {
                let text = data_encoding::BASE64.decode(basic.strip_prefix("Basic ").unwrap().as_bytes());
                seen.insert("credentials", String::from_utf8(text.unwrap()).unwrap());
            }
        }
        let response = match (kind, response) {
            (_, Some(response)) => {
                let body = response.to_string();
                format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
            }
            ("upgrade", _) => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned(),
            _ => continue,
        };
        stream.write_all(response.as_bytes()).await.unwrap();
    }
}

/// Starts a server for one row; returns its host if it has one.
async fn serve(path: Option<PathBuf>, seen: &Seen) -> String {
    let seen = Arc::clone(seen);
    match path {
        Some(path) => {
            let listener = UnixListener::bind(path).unwrap();
            tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(record(stream, Arc::clone(&seen)));
                }
            });
            String::new()
        }
        None => {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let host = listener.local_addr().unwrap().to_string();
            tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(record(stream, Arc::clone(&seen)));
                }
            });
            host
        }
    }
}

async fn connect(url: &str) -> Result<Connection> {
    let connecting = bifrons::connect(url).retry(bifrons::Retry { max_retries: 0, ..Default::default() });
    timeout(Duration::from_secs(15), connecting).await.unwrap_or_else(|_| panic!("{url}: no outcome"))
}

async fn check(row: &Row, folder: &Path) {
    let seen = Seen::default();
    let stream = row.stream.as_ref().map(|name| folder.join(name));
    let datagrams = row.datagram.as_ref().map(|name| UnixDatagram::bind(folder.join(name)).unwrap());
    let host = serve(stream.clone(), &seen).await;
    let url = row.url.replace("{host}", &host).replace("{folder}", folder.to_str().unwrap());
    let connected = connect(&url).await;
    let code = connected.as_ref().err().map(bifrons::Error::code);
    let see = |kind| seen.lock().unwrap().get(kind).cloned();
    if row.url.starts_with("http") && !cfg!(feature = "http") {
        assert_eq!(code, Some(ErrorCode::Unsupported), "{url}");
    } else if let Some(error) = &row.error {
        assert_eq!(code.map(ErrorCode::as_str), Some(error.as_str()), "{url}");
    } else if let Some(upgrade) = &row.upgrade {
        assert_eq!(code, Some(ErrorCode::ConnectFailed), "{url}");
        assert_eq!(
            (see("upgrade").as_ref(), see("credentials")),
            (Some(upgrade), row.credentials.clone()),
            "{url}"
        );
    } else if let Some(expected) = &row.poll {
        let _session = connected.unwrap().create().await.unwrap();
        let polled = async {
            while see("poll").is_none() {
                tokio::task::yield_now().await;
            }
        };
        timeout(Duration::from_secs(15), polled).await.expect("a poll");
        assert_eq!((see("info"), see("post")), (row.info.clone(), row.post.clone()), "{url}");
        assert!(see("poll").unwrap().starts_with(expected.as_str()), "{url}: {:?}", see("poll"));
        assert_eq!(see("credentials"), row.credentials, "{url}");
    } else {
        connected.unwrap_or_else(|error| panic!("{url}: {error}")).leave().await;
    }
    drop(datagrams);
    for name in [&row.stream, &row.datagram].into_iter().flatten() {
        std::fs::remove_file(folder.join(name)).unwrap();
    }
}

#[tokio::test]
async fn each_part_of_a_url_means_the_same() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("urls.json")).unwrap();
    let folder = std::env::temp_dir().join(format!("bifrons-urls-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for row in &rows {
        check(row, &folder).await;
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Random URLs and their outcomes, which are the same in both languages.
#[derive(Deserialize)]
struct Pieces {
    pieces: Vec<Vec<String>>,
    /// A letter for each URL of the first seed: the first letter of its error's code.
    outcomes: String,
}

/// The same in JavaScript.
fn random_urls(pieces: &[Vec<String>], mut seed: u32, count: usize) -> Vec<String> {
    let mut pick = |from: &Vec<String>| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        from[(seed >> 16) as usize % from.len()].clone()
    };
    (0..count).map(|_| pieces.iter().map(&mut pick).collect()).collect()
}

#[tokio::test]
async fn random_urls_mean_the_same() {
    if !cfg!(feature = "http") {
        return;
    }
    let Pieces { pieces, outcomes } = serde_json::from_str(include_str!("url_pieces.json")).unwrap();
    let urls = random_urls(&pieces, 1, outcomes.len().max(600));
    let mut seen = String::new();
    for url in &urls {
        let code = connect(url).await.map(drop).expect_err("no server has this address").code();
        assert!(
            matches!(code, ErrorCode::InvalidConfig | ErrorCode::Unsupported | ErrorCode::ConnectFailed),
            "{url}: {code:?}"
        );
        seen.push(code.as_str().chars().next().unwrap());
    }
    let differ =
        urls.iter().zip(seen.chars().zip(outcomes.chars())).filter(|(_, (seen, known))| seen != known);
    let differ: Vec<_> = differ.collect();
    assert!(differ.is_empty() && seen.len() == outcomes.len(), "{differ:#?}\n{seen}");
}
