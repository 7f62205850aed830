//! The program as it runs: it serves pages, reads its configuration again, and ends.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod program_support;
mod support;

use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::server::mint::Signer;
use futures_util::StreamExt;
use program_support::{Folder, Running, SECRET};
use serde_json::{Value, json};
use support::LIMIT;
use support::http::HttpPage;
use support::page::Page;
use support::receiver::{Receiver, WEBHOOK_SECRET};
use support::tls_front::TlsFront;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};

fn token(grants: &Grants, roles: &[&str]) -> String {
    let roles: Vec<_> = roles.iter().map(|role| (*role).to_owned()).collect();
    let signer = Signer::shared("app", SECRET.as_bytes()).unwrap();
    signer.mint_with_roles("anna", "gateway", Duration::from_secs(3600), grants, &roles).unwrap()
}

async fn janus() -> MockJanus {
    MockJanus::start(mock::Settings::default()).await.unwrap()
}

/// A page with a handle.
struct Called {
    page: Page,
    session: u64,
    handle: u64,
}

impl Called {
    async fn new(url: &str, token: &str, plugin: &str) -> Self {
        let mut page = Page::open(url).await;
        let (session, handle) = page.attach_with(token, plugin).await;
        Self { page, session, handle }
    }

    async fn ask(&mut self, body: Value) -> Value {
        let (session, handle) = (self.session, self.handle);
        self.page
            .ask(json!({ "janus": "message", "transaction": "m", "session_id": session, "handle_id": handle, "body": body }))
            .await
    }
}

/// Waits for the close of the page's connection, and returns its code.
async fn close_code(page: &mut Page) -> u16 {
    loop {
        match timeout(LIMIT, page.0.next()).await.unwrap() {
            Some(Ok(Message::Close(Some(frame)))) => return frame.code.into(),
            Some(Ok(_)) => {}
            end => panic!("{end:?}"),
        }
    }
}

#[tokio::test]
async fn a_reload_changes_rules_and_roles_of_pages_that_are_connected() {
    let (janus, folder) = (janus().await, Folder::new("reload"));
    folder.configure(janus.url(), "");
    let mut running = Running::start(&folder).await;
    let mut host =
        Called::new(&running.url, &token(&support::everything(), &[]), "janus.plugin.videoroom").await;
    let echo = support::grants(json!({ "plugins": ["echotest"] }));
    let mut guest = Called::new(&running.url, &token(&echo, &["guest"]), "janus.plugin.echotest").await;
    let list = json!({ "request": "list" });
    assert_eq!(host.ask(list.clone()).await["janus"], "success");
    let attach = json!({ "janus": "attach", "transaction": "a", "session_id": guest.session, "plugin": "janus.plugin.videoroom" });
    assert_eq!(guest.page.ask(attach.clone()).await["error"]["code"], 405);

    let deny = "[[rules]]\nplugins = [\"videoroom\"]\nrequests = [\"list\"]\ndeny = { code = 499, reason = \"closed\" }\n";
    let role = "[[issuers.roles.guest.room]]\nid = 1\njoin = true\n";
    folder.configure(janus.url(), deny);
    let mut text = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    text.push_str(role);
    folder.write("gateway.toml", &text);
    running.signal("HUP");
    running.until("the configuration is reloaded").await;
    assert_eq!(host.ask(list.clone()).await["error"], json!({ "code": 499, "reason": "closed" }));
    assert_eq!(guest.page.ask(attach).await["janus"], "success");

    // A bad file changes nothing, and the log reports it.
    folder.write("gateway.toml", &text.replace("requests", "request"));
    running.signal("HUP");
    running.until("is not reloaded").await;
    running.until("unknown setting `request` in [rules]; did you mean `requests`?").await;
    assert_eq!(host.ask(list.clone()).await["error"]["code"], 499);

    // What needs a restart is named; the rest is applied.
    let other = text.replace("127.0.0.1:0", "127.0.0.1:1").replace("499", "498");
    folder.write("gateway.toml", &other);
    running.signal("HUP");
    assert!(running.until("needs a restart").await.contains("listen.address"));
    running.until("the configuration is reloaded").await;
    assert_eq!(host.ask(list).await["error"]["code"], 498);
    assert_eq!(guest.ask(json!({})).await["janus"], "ack");
}

#[tokio::test]
async fn pages_of_an_issuer_that_is_gone_are_unknown_and_then_closed() {
    let (janus, folder) = (janus().await, Folder::new("issuer"));
    folder.configure(janus.url(), "");
    let mut running = Running::start(&folder).await;
    let token = token(&support::everything(), &[]);
    let mut page = Called::new(&running.url, &token, "janus.plugin.echotest").await;
    assert_eq!(page.ask(json!({})).await["janus"], "ack");
    let text = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    folder.write("gateway.toml", &text.replace("\"app\"", "\"other\""));
    running.signal("HUP");
    running.until("the configuration is reloaded").await;
    let refused = page.page.response("m").await;
    assert_eq!(refused["janus"], "event", "it was on its way before");
    assert_eq!(page.ask(json!({})).await["error"]["code"], 403);
    let mut other = Page::open(&running.url).await;
    assert_eq!(other.create(&token).await["error"]["reason"], "the token's issuer (iss) is not known");
    assert_eq!(close_code(&mut page.page).await, 1008);
}

#[tokio::test]
async fn a_session_goes_on_while_the_gateway_drains_and_then_it_ends() {
    let (janus, folder) = (janus().await, Folder::new("drain"));
    folder.configure(janus.url(), "");
    let mut running = Running::start(&folder).await;
    let token = token(&support::everything(), &[]);
    let mut page = Called::new(&running.url, &token, "janus.plugin.echotest").await;
    let mut idle = Page::open(&running.url).await;
    running.signal("TERM");
    running.until("shutting down").await;
    let mut request = running.url.as_str().into_client_request().unwrap();
    request.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse().unwrap());
    match tokio_tungstenite::connect_async(request).await {
        Err(Error::Http(response)) => assert_eq!(response.status(), 503),
        other => panic!("{other:?}"),
    }
    let refused = idle.create(&token).await;
    assert_eq!(
        refused["error"],
        json!({ "code": 490, "reason": "the gateway is shutting down; connect again" })
    );
    assert_eq!(page.ask(json!({})).await["janus"], "ack");
    let destroy = json!({ "janus": "destroy", "transaction": "d", "session_id": page.session });
    assert_eq!(page.page.ask(destroy).await["janus"], "success");
    assert_eq!(close_code(&mut idle).await, 1001);
    let (status, log) = running.ended().await;
    assert!(status.success(), "{log}");
}

#[tokio::test]
async fn the_deadline_ends_sessions_at_janus_and_progress_is_logged() {
    let (janus, folder) = (janus().await, Folder::new("deadline"));
    folder.configure(janus.url(), "sessions = { drain = 5.5 }\nlog = { format = \"json\" }");
    let mut running = Running::start(&folder).await;
    let token = token(&support::everything(), &[]);
    let mut page = Called::new(&running.url, &token, "janus.plugin.echotest").await;
    let mut spy = janus.spy();
    running.signal("TERM");
    let progress: Value = serde_json::from_str(&running.until("s are left").await).unwrap();
    assert_eq!(progress["sessions"], 1);
    assert_eq!(close_code(&mut page.page).await, 1001);
    let (status, log) = running.ended().await;
    assert!(status.success(), "{log}");
    assert!(log.contains("the time is over"), "{log}");
    assert!(spy.take().iter().any(|message| message["janus"] == "destroy"));
    assert!(janus.sessions().await.is_empty());
}

#[tokio::test]
async fn a_second_signal_ends_at_once() {
    let (janus, folder) = (janus().await, Folder::new("second"));
    folder.configure(janus.url(), "sessions = { drain = 600 }");
    let mut running = Running::start(&folder).await;
    let token = token(&support::everything(), &[]);
    let mut page = Called::new(&running.url, &token, "janus.plugin.echotest").await;
    running.signal("INT");
    running.until("shutting down").await;
    running.signal("TERM");
    assert_eq!(close_code(&mut page.page).await, 1001);
    let (status, log) = running.ended().await;
    assert!(status.success() && log.contains("a second signal"), "{log}");
    assert!(!log.contains(&token));
}

#[tokio::test]
async fn a_token_of_the_program_is_accepted_by_the_program() {
    let (janus, folder) = (janus().await, Folder::new("own-token"));
    folder.configure(janus.url(), "");
    let mut running = Running::start(&folder).await;
    let grants = "{\"plugins\":[\"echotest\"]}";
    let mint = [
        "token",
        "mint",
        "--config",
        "gateway.toml",
        "--issuer",
        "app",
        "--subject",
        "anna",
        "--grants",
        grants,
    ];
    let token = folder.run(&mint).await.output;
    let mut page = Called::new(&running.url, token.trim(), "janus.plugin.echotest").await;
    assert_eq!(page.ask(json!({})).await["janus"], "ack");
    running.signal("TERM");
    // Two signals of the same kind may be one.
    running.until("shutting down").await;
    running.signal("TERM");
    let (_, log) = running.ended().await;
    assert!(log.contains("bifrons-gateway token mint --config gateway.toml --issuer app"), "{log}");
    assert!(!log.contains(token.trim()));
}

#[tokio::test]
async fn janus_gets_the_api_secret_and_what_is_not_there_is_reported() {
    let secret = "the secret of Janus's API";
    let settings = mock::Settings { api_secret: Some(secret.into()), ..mock::Settings::default() };
    let (janus, folder) = (MockJanus::start(settings).await.unwrap(), Folder::new("secret"));
    folder.write("janus.secret", secret);
    folder.configure(janus.url(), "");
    let text = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    folder.write("gateway.toml", &text.replacen(" }", ", api_secret_file = \"janus.secret\" }", 1));
    let mut running = Running::start(&folder).await;
    let token = token(&support::everything(), &[]);
    Called::new(&running.url, &token, "janus.plugin.echotest").await;
    drop(janus);
    running.until("the connection to Janus is lost").await;
    running.until("check that it runs").await;
    // The first attempt that fails is reported, and those that follow are not.
    assert_eq!(running.logged.matches("Janus can't be reached").count(), 1, "{}", running.logged);
    running.signal("TERM");
    running.until("shutting down").await;
    running.signal("TERM");
    let (status, log) = running.ended().await;
    assert!(status.success() && !log.contains(secret), "{log}");
}

#[tokio::test]
async fn janus_behind_tls_is_reached_where_its_authority_is_trusted() {
    let (janus, folder) = (janus().await, Folder::new("tls"));
    let front = TlsFront::start(janus.url().trim_start_matches("ws://").parse().unwrap()).await;
    let url = format!("wss://localhost:{}/", front.port);
    folder.write("janus-ca.pem", &front.authority);
    folder.configure(&url, "");
    let text = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    let mut refused = Running::launch(&folder).await;
    let line = refused.until("Janus can't be reached").await;
    assert!(line.contains("`ca_file` of [janus]"), "{line}");
    refused.signal("TERM");
    folder.write("gateway.toml", &text.replacen(" }", ", ca_file = \"janus-ca.pem\" }", 1));
    let running = Running::start(&folder).await;
    let token = token(&support::everything(), &[]);
    let mut page = Called::new(&running.url, &token, "janus.plugin.echotest").await;
    assert_eq!(page.ask(json!({})).await["janus"], "ack");
    // What is no certificate, or is not there, is found before the start.
    folder.write("janus-ca.pem", "no certificate");
    let ran = folder.run(&["check-config", "gateway.toml"]).await;
    assert!(
        ran.errors.contains("gateway.toml:1: `ca_file`: the file janus-ca.pem has no certificate"),
        "{ran:?}"
    );
    std::fs::remove_file(folder.0.join("janus-ca.pem")).unwrap();
    let ran = folder.run(&["check-config", "gateway.toml"]).await;
    assert!(ran.errors.contains("`ca_file`: the file") && ran.code == Some(2), "{ran:?}");
}

#[tokio::test]
async fn operators_and_webhooks_are_configured() {
    let (janus, folder) = (janus().await, Folder::new("operations"));
    let mut receiver = Receiver::start([]).await;
    folder.write("admin.secret", "the secret of the operators\n");
    folder.write("webhook.secret", WEBHOOK_SECRET);
    let webhook = |events: &str| {
        format!(
            "admin = {{ address = \"127.0.0.1:0\", secret_file = \"admin.secret\" }}\n[[webhooks]]\nurl = \"{}\"\n\
             secret_file = \"webhook.secret\"\nevents = [{events}]\n",
            receiver.url
        )
    };
    folder.configure(janus.url(), &webhook("\"session_ended\""));
    let reloaded = webhook("\"token_refused\"");
    let mut running = Running::start(&folder).await;
    let line = running.logged.lines().find(|line| line.contains("operators: ")).unwrap();
    let http = HttpPage::new(line.split_once("operators: ").unwrap().1.trim_end_matches('/'), None);
    let header = ("authorization", "Bearer the secret of the operators");
    let mut page =
        Called::new(&running.url, &token(&support::everything(), &[]), "janus.plugin.echotest").await;
    let sessions = http.send("GET", "/sessions", &[header], "").await.json();
    assert_eq!(sessions["sessions"][0]["id"], page.session);
    let path = format!("/sessions/{}", page.session);
    assert_eq!(http.send("DELETE", &path, &[header], "").await.status, 200);
    let report = receiver.report().await;
    assert_eq!((&report["event"], &report["subject"]), (&json!("session_ended"), &json!("anna")));
    folder.configure(janus.url(), &reloaded);
    running.signal("HUP");
    running.until("the configuration is reloaded").await;
    page.page.create("invented").await;
    assert_eq!(receiver.report().await["event"], "token_refused");
    assert_eq!(http.get("/metrics").await.status, 401);
    running.signal("TERM");
    let (status, log) = running.ended().await;
    assert!(status.success() && !log.contains("the secret of the"), "{log}");
}
