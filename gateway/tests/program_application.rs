//! The program and the host application: its policy by HTTP.
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
