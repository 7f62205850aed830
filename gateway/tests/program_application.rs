//! The program and the host application: its policy by HTTP, and reports that wait for it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod program_support;
mod support;

use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::server::mint::Signer;
use program_support::{Folder, Running, SECRET};
use serde_json::{Value, json};
use support::decider::{Decider, Decides, POLICY_SECRET};
use support::page::Page;
use support::receiver::{Does, Receiver, WEBHOOK_SECRET};
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

fn token(user: &str) -> String {
    let signer = Signer::shared("app", SECRET.as_bytes()).unwrap();
    signer.mint(user, "gateway", Duration::from_secs(3600), &support::everything()).unwrap()
}

async fn janus() -> MockJanus {
    MockJanus::start(mock::Settings::default()).await.unwrap()
}

/// A page with a handle of VideoRoom.
struct User {
    page: Page,
    place: (u64, u64),
}

impl User {
    async fn new(url: &str, name: &str) -> Self {
        let mut page = Page::open(url).await;
        let place = page.attach_with(&token(name), "janus.plugin.videoroom").await;
        Self { page, place }
    }

    async fn ask(&mut self, body: Value) -> Value {
        let (session, handle) = self.place;
        self.page
            .ask(json!({ "janus": "message", "transaction": "m", "session_id": session, "handle_id": handle, "body": body }))
            .await
    }
}

async fn reload(running: &mut Running) {
    running.signal("HUP");
    running.until("the configuration is reloaded").await;
}

#[tokio::test]
async fn a_policy_by_http_is_configured_and_reloaded() {
    let (janus, folder) = (janus().await, Folder::new("http-policy"));
    let one = Decider::start(Decides::With(json!({ "verdict": "refuse", "reason": "one" }))).await;
    let other = Decider::start(Decides::Never).await;
    folder.write("policy.secret", POLICY_SECRET);
    let policy = |url: &str, more: &str| {
        format!("policy = {{ url = \"{url}\", secret_file = \"policy.secret\", {more} }}\n")
    };
    folder.configure(janus.url(), "");
    let mut running = Running::start(&folder).await;
    let mut anna = User::new(&running.url, "anna").await;
    let exists = json!({ "request": "exists", "room": 1234 });
    let mut reason = async || anna.ask(exists.clone()).await["error"]["reason"].clone();
    assert_eq!(reason().await, Value::Null);
    folder.configure(janus.url(), &policy(&one.url, ""));
    reload(&mut running).await;
    assert_eq!(reason().await, "one");
    folder.configure(janus.url(), &policy(&other.url, "within = 0.2"));
    reload(&mut running).await;
    assert_eq!(reason().await, "the application has not decided in time; try again");
    let line = running.until("the policy has not decided").await;
    assert!(line.contains("no decision within 200ms"), "{line}");
    folder.configure(janus.url(), &policy(&one.url, "requests = [\"join\"]"));
    reload(&mut running).await;
    assert_eq!(reason().await, Value::Null);
    folder.configure(janus.url(), "");
    reload(&mut running).await;
    assert_eq!(reason().await, Value::Null);
    running.signal("TERM");
    running.until("shutting down").await;
    running.signal("TERM");
    let (_, log) = running.ended().await;
    assert!(!log.contains(POLICY_SECRET), "{log}");
}

#[tokio::test]
async fn mistakes_of_a_policy_are_shown_and_the_tests_of_decisions_do_not_ask_it() {
    let folder = Folder::new("policy-mistakes");
    folder.write("policy.secret", POLICY_SECRET);
    let policy = |settings: &str| format!("[policy]\n{settings}\n");
    for (settings, problem) in [
        ("url = \"https://a.example/\"", "[policy] needs the secret that signs its questions"),
        ("secret_file = \"policy.secret\"", "the setting `url` is missing in [policy]"),
        (
            "url = \"a.example\"\nsecret_file = \"policy.secret\"",
            "`url` is an https:// URL without a password",
        ),
        ("plugins = [\"vidoroom\"]", "the gateway knows no plugin `vidoroom`; did you mean `videoroom`?"),
        (
            "plugins = [\"videoroom\"]\nrequests = [\"creat\"]",
            "no plugin of [policy] has a request `creat`; did you mean `create`?",
        ),
        ("requests = [\"creat\"]", "has a request `creat`; did you mean `create`?"),
        ("requests = []", "`requests` is empty: the policy would be asked about nothing"),
        ("within = 0", "`within` must be above 0"),
        ("cached = 1", "unknown setting `cached` in [policy]; did you mean `cache`?"),
    ] {
        folder.configure("ws://127.0.0.1:1", &policy(settings));
        let ran = folder.run(&["check-config", "gateway.toml"]).await;
        assert!(ran.code == Some(2) && ran.errors.contains(problem), "{settings}: {ran:?}");
    }
    folder.configure(
        "ws://127.0.0.1:1",
        &policy("url = \"https://a.example/\"\nsecret_file = \"policy.secret\""),
    );
    let request = json!({ "grants": { "room": { "id": 1, "join": true } }, "plugin": "videoroom",
        "body": { "request": "join", "ptype": "publisher", "room": 1 }, "expect": "allow" });
    folder.write("requests.jsonl", &request.to_string());
    let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.errors.contains("note: the policy at https://a.example/ is not asked here"), "{ran:?}");
}

/// Waits until the files of the folder have this many reports.
async fn kept(folder: &Folder, count: usize) {
    let has_all = async {
        loop {
            let files = std::fs::read_dir(folder.0.join("reports")).unwrap().map(|file| file.unwrap().path());
            let texts = files.map(|file| std::fs::read_to_string(file).unwrap_or_default());
            let reports = |text: String| text.lines().filter(|line| line.starts_with("{\"event\"")).count();
            if texts.map(reports).sum::<usize>() == count {
                return;
            }
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(support::LIMIT, has_all).await.unwrap();
}

#[tokio::test]
async fn reports_that_wait_outlive_a_kill_in_order_and_are_delivered_once() {
    let (janus, folder) = (janus().await, Folder::new("reports"));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut down = Receiver::listen(listener, [Does::Hang; 8]);
    folder.write("webhook.secret", WEBHOOK_SECRET);
    let webhook = format!(
        "[[webhooks]]\nurl = \"{}\"\nsecret_file = \"webhook.secret\"\nevents = [\"joined\", \"left\"]\n\
         [webhooks_queue]\nfolder = \"reports\"\n",
        down.url
    );
    folder.configure(janus.url(), &webhook);
    let running = Running::start(&folder).await;
    let mut anna = User::new(&running.url, "anna").await;
    let mut ben = User::new(&running.url, "ben").await;
    let join = json!({ "request": "join", "ptype": "publisher", "room": 1234 });
    assert_eq!(anna.ask(join.clone()).await["janus"], "ack");
    let (_, first) = down.attempt().await;
    assert_eq!(first["subject"], "anna");
    assert_eq!(ben.ask(join).await["janus"], "ack");
    kept(&folder, 2).await;
    running.signal("KILL");
    running.killed().await;
    drop(down);

    let mut up = Receiver::listen(bound(address).await, []);
    let running = Running::start(&folder).await;
    let reports = [up.report().await, up.report().await];
    assert_eq!(reports[0]["id"], first["id"], "a receiver knows by the id what it has");
    let [one, other] =
        reports.each_ref().map(|report| (report["subject"].as_str(), report["sequence"].as_u64()));
    assert_eq!((one.0, other.0), (Some("anna"), Some("ben")));
    assert_eq!(other.1, one.1.map(|number| number + 1));
    assert!(running.logged.contains("reports have waited for the start"), "{}", running.logged);
    running.signal("TERM");
    assert!(running.ended().await.0.success());
    kept(&folder, 2).await;

    // What was delivered does not come again, and the folder is one gateway's.
    let mut running = Running::start(&folder).await;
    kept(&folder, 0).await;
    let other = folder.run(&["--config", "gateway.toml"]).await;
    assert!(other.errors.contains("another gateway has its reports in"), "{other:?}");
    let mut anna = User::new(&running.url, "anna").await;
    assert_eq!(
        anna.ask(json!({ "request": "join", "ptype": "publisher", "room": 1234 })).await["janus"],
        "ack"
    );
    assert_eq!(up.report().await["subject"], "anna");
    assert!(up.is_quiet());
    running.signal("TERM");
    running.until("shutting down").await;
    running.signal("TERM");
    running.ended().await;
}

/// The port of a receiver that has ended is free in a moment.
async fn bound(address: std::net::SocketAddr) -> TcpListener {
    let free = async {
        loop {
            if let Ok(listener) = TcpListener::bind(address).await {
                return listener;
            }
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(support::LIMIT, free).await.unwrap()
}

#[tokio::test]
async fn mistakes_of_webhooks_are_shown() {
    let folder = Folder::new("webhook-mistakes");
    folder.write("webhook.secret", WEBHOOK_SECRET);
    let webhook = "[[webhooks]]\nurl = \"https://a.example/\"\nsecret_file = \"webhook.secret\"\n";
    let check = async |more: &str| {
        folder.configure("ws://127.0.0.1:1", &format!("{webhook}{more}"));
        folder.run(&["check-config", "gateway.toml"]).await
    };
    for (more, problem) in [
        ("issuer = \"apo\"\n".to_owned(), "no issuer has the name `apo`; did you mean `app`?"),
        ("[webhooks_queue]\n".to_owned(), "the setting `folder` is missing in [webhooks_queue]"),
        (
            format!("{webhook}[webhooks_queue]\nfolder = \"reports\"\n"),
            "two webhooks have the `url` https://a.example/",
        ),
    ] {
        let ran = check(&more).await;
        assert!(ran.code == Some(2) && ran.errors.contains(problem), "{more}: {ran:?}");
    }
    let ran = check("issuer = \"app\"\nevents = [\"token_refused\"]\n").await;
    assert!(ran.output.contains("`token_refused` is about no issuer"), "{ran:?}");
    assert_eq!(
        check(&format!("issuer = \"app\"\n{webhook}[webhooks_queue]\nfolder = \"r\"\n")).await.code,
        Some(0)
    );
}
