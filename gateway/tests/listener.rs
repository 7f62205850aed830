//! Who may connect, and for how long.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bifrons::ErrorCode;
use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::limits::{Limits, PageLimits, Rate, RateLimits, Rates};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::server::{Listen, Listener, Tls};
use futures_util::StreamExt;
use rcgen::{CertificateParams, CertifiedIssuer, KeyPair};
use serde_json::json;
use support::LIMIT;
use support::http::HttpPage;
use support::page::Page;
use support::server::{Served, on_any_port, serve_at, serve_with, token};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};

const MOMENT: Duration = Duration::from_millis(500);

async fn served(listen: Listen) -> (MockJanus, Served) {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let served = serve_at(janus.url(), PageLimits::default(), &listen).await;
    (janus, served)
}

/// Sends this, and returns what comes back until the end of the connection.
async fn exchanged(address: SocketAddr, sent: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(sent.as_bytes()).await.unwrap();
    read_all(stream).await
}

async fn read_all(mut stream: impl AsyncRead + Unpin) -> String {
    let mut text = Vec::new();
    // A refused connection may end with a reset.
    let _ = timeout(LIMIT, stream.read_to_end(&mut text)).await.unwrap();
    String::from_utf8(text).unwrap()
}

/// The status of a request over a connection that goes on.
async fn status(stream: &mut (impl AsyncRead + AsyncWrite + Unpin)) -> String {
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let mut text = Vec::new();
    while !text.ends_with(b"ok\n") {
        let mut part = [0; 1024];
        let count = timeout(LIMIT, stream.read(&mut part)).await.unwrap().unwrap();
        assert_ne!(count, 0, "the connection ended");
        text.extend_from_slice(&part[..count]);
    }
    String::from_utf8(text).unwrap().lines().next().unwrap().to_owned()
}

/// The status of a WebSocket's handshake with these headers, and the subprotocol that was chosen.
async fn upgraded(url: &str, headers: &[(&'static str, &str)]) -> (u16, Option<String>) {
    let mut request = url.into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "janus-protocol".parse().unwrap());
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    match tokio_tungstenite::connect_async(request).await {
        Ok((_, response)) => {
            let chosen = response.headers().get("sec-websocket-protocol");
            (response.status().as_u16(), chosen.map(|value| value.to_str().unwrap().to_owned()))
        }
        Err(Error::Http(response)) => (response.status().as_u16(), None),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn other_origins_and_hosts_are_refused() {
    let (_janus, served) = served(Listen {
        origins: vec!["https://app.example.org".to_owned(), "https://b.example.org:8443".to_owned()],
        hosts: vec!["gateway.example.org".to_owned(), "other.example.org:81".to_owned()],
        ..on_any_port()
    })
    .await;
    let page = HttpPage::new(&served.http, None);
    for (origin, host, status) in [
        (Some("https://app.example.org"), "gateway.example.org", 200),
        (Some("https://app.example.org"), "GATEWAY.example.org:9", 200),
        (Some("https://b.example.org:8443"), "other.example.org:81", 200),
        (None, "gateway.example.org", 200),
        (None, "other.example.org", 403),
        (None, "evil@gateway.example.org:x", 403),
        (None, "gateway.example.org.evil.example", 403),
        (Some("https://b.example.org"), "gateway.example.org", 403),
        (Some("http://app.example.org"), "gateway.example.org", 403),
        (Some("https://app.example.org.evil.example"), "gateway.example.org", 403),
        (Some("https://evil.example"), "gateway.example.org", 403),
        (Some("null"), "gateway.example.org", 403),
        (Some(""), "gateway.example.org", 403),
    ] {
        let headers: Vec<_> = [("host", Some(host)), ("origin", origin)]
            .into_iter()
            .filter_map(|(n, v)| Some((n, v?)))
            .collect();
        let reply = page.send("GET", "/info", &headers, "").await;
        assert_eq!(reply.status, status, "{headers:?} {reply:?}");
        let allowed = (status == 200).then_some(origin).flatten();
        assert_eq!(reply.header("access-control-allow-origin"), allowed);
        assert_eq!(reply.header("access-control-allow-credentials"), allowed.map(|_| "true"));
        let expected = if status == 200 { 101 } else { status };
        assert_eq!(upgraded(&served.url, &headers).await.0, expected, "{headers:?}");
    }
    let twice = [("origin", "https://app.example.org"), ("origin", "https://evil.example")];
    let reply = page.send("GET", "/info", &[twice[0], twice[1], ("host", "gateway.example.org")], "").await;
    assert_eq!(reply.status, 403);
    let nameless = exchanged(served.listener.address(), "GET /janus/info HTTP/1.0\r\n\r\n").await;
    assert!(nameless.starts_with("HTTP/1.0 403"), "{nameless}");
    // Checks of the process come by its address.
    let ready = exchanged(served.listener.address(), "GET /readyz HTTP/1.0\r\n\r\n").await;
    assert!(ready.starts_with("HTTP/1.0 200"), "{ready}");
}

#[tokio::test]
async fn requests_without_an_origin_are_refused_if_so_configured() {
    let origins = vec!["https://app.example.org".to_owned()];
    let (_janus, served) = served(Listen { origins, allow_missing_origin: false, ..on_any_port() }).await;
    let page = HttpPage::new(&served.http, None);
    assert_eq!(page.get("/info").await.status, 403);
    assert_eq!(upgraded(&served.url, &[]).await.0, 403);
    let origin = ("origin", "https://app.example.org");
    assert_eq!(page.send("GET", "/info", &[origin], "").await.status, 200);
    assert_eq!(upgraded(&served.url, &[origin]).await.0, 101);
}

#[tokio::test]
async fn a_preflight_request_needs_no_token_and_is_kept_for_a_day() {
    let origins = vec!["https://app.example.org".to_owned()];
    let (_janus, served) = served(Listen { origins, ..on_any_port() }).await;
    let page = HttpPage::new(&served.http, None);
    let asked = [
        ("origin", "https://app.example.org"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "authorization,content-type"),
    ];
    let reply = page.send("OPTIONS", "/1/2", &asked, "").await;
    let headers = ["origin", "methods", "headers", "credentials"];
    let found = headers.map(|name| reply.header(&format!("access-control-allow-{name}")).unwrap_or("-"));
    assert_eq!((reply.status, found), (200, [asked[0].1, asked[1].1, asked[2].1, "true"]));
    assert_eq!(
        (reply.header("access-control-max-age"), reply.header("vary")),
        (Some("86400"), Some("Origin"))
    );
}

#[tokio::test]
async fn a_token_may_stand_among_the_subprotocols() {
    let (_janus, served) = served(on_any_port()).await;
    let offered = format!("janus-protocol, bifrons.token.{}", token("anna"));
    let headers = [("sec-websocket-protocol", &*offered)];
    assert_eq!(upgraded(&served.url, &headers).await, (101, Some("janus-protocol".to_owned())));
    let mut request = served.url.as_str().into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", offered.parse().unwrap());
    let mut page = Page(tokio_tungstenite::connect_async(request).await.unwrap().0);
    let created = page.ask(json!({ "janus": "create", "transaction": "c" })).await;
    assert_eq!(created["janus"], "success");
    let alone = format!("bifrons.token.{}", token("anna"));
    assert_eq!(upgraded(&served.url, &[("sec-websocket-protocol", &alone)]).await.0, 400);
}

#[tokio::test]
async fn a_page_that_gives_no_sign_of_life_is_left() {
    let listen = Listen { ping_interval: MOMENT / 4, pong_timeout: MOMENT, ..on_any_port() };
    let (_janus, served) = served(listen).await;
    let mut alive = Page::open(&served.url).await;
    let _dead = {
        let mut page = Page::open(&served.url).await;
        assert_eq!(page.create(&token("anna")).await["janus"], "success");
        page
    };
    assert_eq!(alive.create(&token("ben")).await["janus"], "success");
    // The library responds to pings while it is read from.
    let until_left = async {
        while served.listener.connections().0 > 1 {
            assert!(matches!(alive.0.next().await, Some(Ok(Message::Ping(_)))));
        }
    };
    timeout(LIMIT, until_left).await.unwrap();
    assert_eq!(alive.ask(json!({ "janus": "ping", "transaction": "p" })).await["janus"], "pong");
}

#[tokio::test]
async fn connections_are_limited_and_end_with_their_sockets() {
    let (_janus, served) = served(Listen { max_connections_per_address: 2, ..on_any_port() }).await;
    let address = served.listener.address();
    let first = Page::open(&served.url).await;
    let _second = Page::open(&served.url).await;
    assert_eq!(exchanged(address, "GET /healthz HTTP/1.0\r\n\r\n").await, "");
    assert_eq!(served.listener.connections(), (2, 1));
    drop(first);
    let until_free = async {
        while served.listener.connections().0 > 1 {
            tokio::task::yield_now().await;
        }
    };
    timeout(LIMIT, until_free).await.unwrap();
    let reply = exchanged(address, "GET /healthz HTTP/1.0\r\n\r\n").await;
    assert!(reply.starts_with("HTTP/1.0 200"), "{reply}");
}

#[tokio::test]
async fn slow_and_long_requests_end() {
    let (_janus, served) =
        served(Listen { header_timeout: MOMENT, body_timeout: MOMENT, ..on_any_port() }).await;
    let address = served.listener.address();
    let head = "POST /janus HTTP/1.1\r\nhost: a\r\ncontent-length: ";
    assert_eq!(exchanged(address, "").await, "", "no headers");
    assert_eq!(exchanged(address, "GET /healthz HTTP/1.1\r\nhost:").await, "", "half of the headers");
    let slow = exchanged(address, &format!("{head}10\r\n\r\n{{")).await;
    assert!(slow.starts_with("HTTP/1.1 408"), "{slow}");
    let long = exchanged(address, &format!("{head}1000000\r\n\r\n{}", " ".repeat(300_000))).await;
    assert!(long.is_empty() || long.starts_with("HTTP/1.1 413"), "{long}");
    let many = (0..200).map(|number| format!("h{number}: a\r\n")).collect::<String>();
    let many = exchanged(address, &format!("GET /healthz HTTP/1.1\r\n{many}\r\n")).await;
    assert!(many.starts_with("HTTP/1.1 431"), "{many}");
    let long = format!("GET /healthz HTTP/1.1\r\na: {}\r\n\r\n", "a".repeat(100_000));
    // The response may be lost with the reset of a connection whose request was not read.
    let long = exchanged(address, &long).await;
    assert!(long.is_empty() || long.starts_with("HTTP/1.1 431"), "{long}");
    assert_eq!(served.listener.connections().1, 0);
}

#[tokio::test]
async fn a_page_that_does_not_read_its_response_is_left() {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let limits = PageLimits { message_bytes: 32 << 20, queue_bytes: 32 << 20, ..PageLimits::default() };
    let served = serve_at(janus.url(), limits, &Listen { write_timeout: MOMENT, ..on_any_port() }).await;
    let mut stream = TcpStream::connect(served.listener.address()).await.unwrap();
    let body = json!({ "janus": "ping", "transaction": "x".repeat(16 << 20) }).to_string();
    let head = format!("POST /janus HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n", body.len());
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    let until_left = async {
        while served.listener.connections().0 > 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(LIMIT, until_left).await.unwrap();
}

#[tokio::test]
async fn readiness_is_janus_s_and_the_program_s() {
    let (janus, served) = served(on_any_port()).await;
    let page = HttpPage::new(&served.http.replace("/janus", ""), None);
    assert_eq!(page.get("/readyz").await.json(), json!({ "ready": true }));
    drop(janus);
    let until_lost = async {
        loop {
            let reply = page.get("/readyz").await;
            if reply.status == 503 {
                return reply.json();
            }
        }
    };
    let reply = timeout(LIMIT, until_lost).await.unwrap();
    assert_eq!(reply, json!({ "ready": false, "reason": "no connection to Janus" }));
    assert_eq!(page.get("/healthz").await.status, 200);
    served.server.drain();
    let reply = page.get("/readyz").await;
    let expected = json!({ "ready": false, "reason": "the gateway is draining" });
    assert_eq!((reply.status, reply.json()), (503, expected));
}

#[tokio::test]
async fn a_stopped_listener_accepts_no_more_and_its_websockets_go_on() {
    let (_janus, served) = served(on_any_port()).await;
    let mut page = Page::open(&served.url).await;
    let mut idle = TcpStream::connect(served.listener.address()).await.unwrap();
    assert_eq!(status(&mut idle).await, "HTTP/1.1 200 OK");
    served.listener.stop();
    assert_eq!(read_all(idle).await, "");
    let until_closed = async { while TcpStream::connect(served.listener.address()).await.is_ok() {} };
    timeout(LIMIT, until_closed).await.unwrap();
    assert_eq!(page.create(&token("anna")).await["janus"], "success");
}

/// An authority, and certificates of it.
struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
    folder: PathBuf,
}

impl Authority {
    fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let folder = std::env::temp_dir().join(format!("bifrons-gateway-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self { issuer, folder }
    }

    fn files(&self) -> Tls {
        Tls { certificates: self.folder.join("certificate.pem"), key: self.folder.join("key.pem") }
    }

    /// Writes a certificate of its own, and returns it.
    fn write(&self) -> CertificateDer<'static> {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        std::fs::write(self.files().certificates, certificate.pem()).unwrap();
        std::fs::write(self.files().key, key.serialize_pem()).unwrap();
        certificate.der().clone()
    }

    async fn connect(&self, address: SocketAddr) -> TlsStream<TcpStream> {
        let mut roots = RootCertStore::empty();
        roots.add(self.issuer.der().clone()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap().with_root_certificates(roots);
        let mut config = config.with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let stream = TcpStream::connect(address).await.unwrap();
        let connector = TlsConnector::from(Arc::new(config));
        connector.connect("localhost".try_into().unwrap(), stream).await.unwrap()
    }
}

impl Drop for Authority {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn certificate_of(stream: &TlsStream<TcpStream>) -> CertificateDer<'static> {
    stream.get_ref().1.peer_certificates().unwrap()[0].clone().into_owned()
}

fn remove(path: &Path) {
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn a_certificate_is_read_again_while_connections_go_on() {
    let authority = Authority::new("reload");
    let first = authority.write();
    let (_janus, served) =
        served(Listen { tls: Some(authority.files()), handshake_timeout: MOMENT, ..on_any_port() }).await;
    let address = served.listener.address();
    let mut before = authority.connect(address).await;
    assert_eq!(before.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
    assert_eq!(status(&mut before).await, "HTTP/1.1 200 OK");
    let second = authority.write();
    served.listener.reload_certificates().unwrap();
    assert_eq!(status(&mut before).await, "HTTP/1.1 200 OK");
    assert_eq!(certificate_of(&before), first);
    assert_eq!(certificate_of(&authority.connect(address).await), second);
    // A key that does not fit, no key, no file: the certificate stays.
    std::fs::write(authority.files().key, KeyPair::generate().unwrap().serialize_pem()).unwrap();
    let text = served.listener.reload_certificates().unwrap_err().to_string();
    assert!(text.contains("do not fit"), "{text}");
    std::fs::write(authority.files().key, "no key").unwrap();
    let text = served.listener.reload_certificates().unwrap_err().to_string();
    assert!(text.contains("key.pem has no private key in PEM"), "{text}");
    remove(&authority.files().certificates);
    let text = served.listener.reload_certificates().unwrap_err().to_string();
    assert!(text.contains("certificate.pem can't be read"), "{text}");
    assert_eq!(certificate_of(&authority.connect(address).await), second);
    // Neither a handshake that does not come, nor plain HTTP, gets anything.
    assert_eq!(exchanged(address, "").await, "");
    let plain = exchanged(address, "GET /healthz HTTP/1.0\r\n\r\n").await;
    assert!(!plain.contains("HTTP"), "{plain}");
}

#[tokio::test]
async fn a_listener_without_its_certificate_does_not_start() {
    let authority = Authority::new("missing");
    let listen = Listen { tls: Some(authority.files()), ..on_any_port() };
    let error = Listener::start(&listen, axum::Router::new()).await.unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidConfig);
    assert!(error.to_string().contains("certificate.pem can't be read"), "{error}");
}

#[tokio::test]
async fn an_address_that_opens_connections_too_often_is_refused_by_a_close_that_a_page_can_read() {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let address = Rates { connections: Rate::new(0.01, 2), ..Rates::default() };
    let limits = Limits { rates: RateLimits { address, ..RateLimits::default() }, ..Limits::default() };
    let served = serve_with(janus.url(), Rules::default(), limits).await;
    for _ in 0..2 {
        let mut page = Page::open(&served.url).await;
        assert_eq!(page.ask(json!({ "janus": "ping", "transaction": "1" })).await["janus"], "pong");
    }
    let mut page = Page::open(&served.url).await;
    let closed = timeout(LIMIT, page.0.next()).await.unwrap().unwrap().unwrap();
    let Message::Close(Some(frame)) = closed else { panic!("{closed:?}") };
    assert_eq!(u16::from(frame.code), 1013);
}
