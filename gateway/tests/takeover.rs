//! Several programs before a real Janus, with a real NATS or Redis between them: any of them may be killed.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this is a test")]

#[allow(dead_code, reason = "it is of another test, too")]
#[path = "store/engine.rs"]
mod engine;
#[path = "../../tests/support/janus.rs"]
#[allow(
    unexpected_cfgs,
    unreachable_pub,
    dead_code,
    clippy::expect_used,
    reason = "it is a file of the SDK's tests, with its features"
)]
mod janus;
mod program_support;
#[allow(dead_code, reason = "it is of another test, too")]
#[path = "store/proxy.rs"]
mod proxy;
mod support;

use std::time::Duration;

use bifrons::mock::offer_of;
use bifrons_gateway::server::mint::Signer;
use bifrons_gateway::store::{Key, SharedStore, Table};
use engine::{Engine, Kind};
use janus::Janus;
use program_support::{Folder, Running, SECRET};
use serde_json::{Value, json};
use support::LIMIT;
use support::page::Page;
use tokio::time::{Instant, sleep, timeout};

const RECORDS: Table = Table { name: "sessions", lease: None };
/// The longest that a user may be without its session.
const TAKEN_OVER_WITHIN: Duration = Duration::from_secs(3);

fn token() -> String {
    let signer = Signer::shared("app", SECRET.as_bytes()).unwrap();
    signer.mint("anna", "gateway", Duration::from_secs(3600), &support::everything()).unwrap()
}

/// The user's connection to one of the programs.
struct Anna {
    page: Page,
    session: u64,
    handle: u64,
}

impl Anna {
    async fn open(url: &str) -> Self {
        let mut page = Page::open(url).await;
        let (session, handle) = page.attach_with(&token(), "janus.plugin.echotest").await;
        let mut anna = Self { page, session, handle };
        let answered = anna.echo(&json!({ "audio": true }), true).await;
        assert_eq!(answered["jsep"]["type"], "answer", "{answered}");
        anna
    }

    /// Comes back by this program; returns after how long it has the session.
    async fn come_back(&mut self, url: &str) -> Duration {
        let since = Instant::now();
        self.page = Page::open(url).await;
        let claim =
            json!({ "janus": "claim", "transaction": "c", "session_id": self.session, "token": token() });
        let claimed = self.page.ask(claim).await;
        assert_eq!(claimed["janus"], "success", "{claimed}");
        since.elapsed()
    }

    /// The event with the response to a request.
    async fn echo(&mut self, body: &Value, offers: bool) -> Value {
        let mut message = json!({ "janus": "message", "transaction": "m", "session_id": self.session,
            "handle_id": self.handle, "body": body });
        if offers {
            message["jsep"] = serde_json::to_value(offer_of(&["audio"]).unwrap()).unwrap();
        }
        let mut response = self.page.ask(message).await;
        while response["janus"] == "ack" {
            response = self.page.response("m").await;
        }
        assert_eq!(response["plugindata"]["data"]["result"], "ok", "{response}");
        response
    }
}

/// Waits until the store has the record with so many handles, or none.
async fn recorded(store: &SharedStore, session: u64, wanted: Option<usize>) {
    let name = session.to_string();
    let found = async {
        loop {
            let entry = store.get(Key { table: RECORDS, name: &name }).await;
            if let Ok(entry) = entry {
                let handles = entry.map(|entry| {
                    serde_json::from_str::<Value>(&entry.value).unwrap()["handles"].as_array().unwrap().len()
                });
                if handles == wanted {
                    return;
                }
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(LIMIT, found).await.expect("the record is written");
}

fn configure(folder: &Folder, janus: &Janus, engine: &Engine) {
    let scheme = if engine.kind == Kind::Redis { "redis" } else { "nats" };
    folder
        .configure(&janus.at.ws, &format!("store = {{ urls = [\"{scheme}://127.0.0.1:{}\"] }}", engine.port));
}

async fn a_session_outlives_its_program(kind: Kind) {
    let (mut engine, janus) = (Engine::start(kind).await, Janus::start(&["--reclaim", "10"]));
    let folder = Folder::new(&format!("takeover-{kind:?}"));
    configure(&folder, &janus, &engine);
    let store = engine.store().await;
    let (first, second) = (Running::start(&folder).await, Running::start(&folder).await);
    let mut anna = Anna::open(&first.url).await;
    recorded(&store, anna.session, Some(1)).await;
    first.signal("KILL");
    let taken_over = anna.come_back(&second.url).await;
    assert!(taken_over < TAKEN_OVER_WITHIN, "{taken_over:?}");
    // Without a new offer: the PeerConnection in Janus is what it was.
    anna.echo(&json!({ "audio": false }), false).await;
    // From one that lives to another, and back.
    let third = Running::start(&folder).await;
    for program in [&third, &second] {
        assert!(anna.come_back(&program.url).await < TAKEN_OVER_WITHIN);
        anna.echo(&json!({ "audio": true }), false).await;
    }
    // Without the store, which comes back empty, calls go on.
    engine.kill();
    anna.echo(&json!({ "audio": false }), false).await;
    let mut ben = Anna::open(&third.url).await;
    engine.start_empty().await;
    recorded(&store, ben.session, Some(1)).await;
    assert!(ben.come_back(&second.url).await < TAKEN_OVER_WITHIN);
    let destroy = json!({ "janus": "destroy", "transaction": "d", "session_id": ben.session });
    assert_eq!(ben.page.ask(destroy).await["janus"], "success");
    recorded(&store, ben.session, None).await;
    anna.echo(&json!({ "audio": true }), false).await;
}

#[tokio::test]
async fn with_nats() {
    a_session_outlives_its_program(Kind::Nats).await;
}

#[tokio::test]
async fn with_newer_nats() {
    a_session_outlives_its_program(Kind::NewerNats).await;
}

#[tokio::test]
async fn with_redis() {
    a_session_outlives_its_program(Kind::Redis).await;
}

#[tokio::test]
async fn a_program_that_starts_without_the_store_says_so_and_waits() {
    let (mut engine, janus) = (Engine::start(Kind::Nats).await, Janus::start(&["--reclaim", "10"]));
    let folder = Folder::new("takeover-waits");
    configure(&folder, &janus, &engine);
    engine.kill();
    let mut waiting = Running::spawn(&folder);
    waiting.until("the store of [store] is unavailable").await;
    engine.start_empty().await;
    waiting.until("listening at ").await;
    engine.kill();
    let mut waiting = Running::spawn(&folder);
    waiting.until("the store of [store] is unavailable").await;
    waiting.signal("TERM");
    let (status, log) = waiting.ended().await;
    assert!(status.success(), "{log}");
}

#[tokio::test]
async fn a_program_that_is_replaced_leaves_its_sessions_to_the_next_one() {
    let (engine, janus) = (Engine::start(Kind::Nats).await, Janus::start(&["--reclaim", "10"]));
    let folder = Folder::new("takeover-replaced");
    configure(&folder, &janus, &engine);
    let first = Running::start(&folder).await;
    let mut anna = Anna::open(&first.url).await;
    let second = Running::start(&folder).await;
    // Its record is not written yet.
    first.signal("TERM");
    let closed = anna.page.closed().await;
    assert_eq!(closed, Some(1001));
    assert!(anna.come_back(&second.url).await < TAKEN_OVER_WITHIN);
    anna.echo(&json!({ "audio": false }), false).await;
    let (status, log) = first.ended().await;
    assert!(status.success() && !log.contains("sessions are ended"), "{log}");
    anna.echo(&json!({ "audio": true }), false).await;
}
