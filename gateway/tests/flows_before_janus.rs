//! The flows `watch` and `call` before a real Janus.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "../../tests/support/janus.rs"]
#[allow(
    dead_code,
    unexpected_cfgs,
    unreachable_pub,
    clippy::expect_used,
    reason = "it is a file of the SDK's tests, with its features"
)]
mod janus;

use bifrons::mock::offer_of;
use bifrons_gateway::core::rules::Rules;
use janus::Janus;
use serde_json::{Value, json};
use support::page::Page;
use support::server::{serve, token};

/// A page with a handle for flows.
struct User {
    page: Page,
    session: u64,
    handle: u64,
}

impl User {
    async fn attach(url: &str, user: &str, plugin: &str) -> Self {
        let mut page = Page::open(url).await;
        let (session, handle) = page.attach_with(&token(user), plugin).await;
        Self { page, session, handle }
    }

    async fn send(&mut self, transaction: &str, body: Value, jsep: Option<Value>) {
        let mut message = json!({ "janus": "message", "transaction": transaction, "session_id": self.session,
            "handle_id": self.handle, "body": body });
        if let Some(jsep) = jsep {
            message["jsep"] = jsep;
        }
        self.page.send(message).await;
    }

    /// The next event of the plugin with this name.
    async fn event(&mut self, name: &str) -> Value {
        loop {
            let message = self.page.receive().await;
            let result = &message["plugindata"]["data"]["result"];
            if result["event"] == name || result["status"] == name {
                return message;
            }
        }
    }
}

fn offer() -> Option<Value> {
    Some(serde_json::to_value(offer_of(&["audio"]).unwrap()).unwrap())
}

#[tokio::test]
async fn a_mountpoint_is_watched_by_one_request() {
    let janus = Janus::start(&[]);
    let served = serve(&janus.at.ws, Rules::default()).await;
    let mut host = User::attach(&served.url, "host", "janus.plugin.streaming").await;
    let media = json!([{ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" }]);
    let create = json!({ "request": "create", "type": "rtp", "id": 7, "description": "x", "media": media });
    host.send("c", create, None).await;
    assert_eq!(host.page.response("c").await["plugindata"]["data"]["streaming"], "created");
    let mut anna = User::attach(&served.url, "anna", "bifrons.plugin.flow").await;
    // One that is not there: the handle is as it was.
    anna.send("n", json!({ "request": "watch", "id": 8 }), None).await;
    assert_eq!(anna.page.response("n").await["janus"], "ack");
    assert_eq!(anna.page.response("n").await["plugindata"]["data"]["error_code"], 455);
    anna.send("w", json!({ "request": "watch", "id": 7 }), None).await;
    let offered = anna.event("preparing").await;
    assert_eq!((&offered["transaction"], &offered["jsep"]["type"]), (&json!("w"), &json!("offer")));
    let sdp = offered["jsep"]["sdp"].as_str().unwrap();
    let sdp = sdp.replace("actpass", "active").replace("sendonly", "recvonly");
    anna.send("s", json!({ "request": "start" }), Some(json!({ "type": "answer", "sdp": sdp }))).await;
    assert_eq!(anna.event("starting").await["transaction"], "s");
}

#[tokio::test]
async fn a_user_of_video_call_is_called_by_one_request() {
    let janus = Janus::start(&[]);
    let served = serve(&janus.at.ws, Rules::default()).await;
    let mut ben = User::attach(&served.url, "ben", "janus.plugin.videocall").await;
    ben.send("r", json!({ "request": "register", "username": "ben" }), None).await;
    ben.event("registered").await;
    let mut anna = User::attach(&served.url, "anna", "bifrons.plugin.flow").await;
    let call = |name: &str, callee: &str| json!({ "request": "call", "as": name, "username": callee });
    anna.send("t", call("ben", "anna"), offer()).await;
    assert_eq!(anna.page.response("t").await["error"]["code"], 476);
    anna.send("n", call("anna", "carl"), offer()).await;
    assert_eq!(anna.page.response("n").await["janus"], "ack");
    assert_eq!(anna.page.response("n").await["plugindata"]["data"]["error_code"], 478);
    // The name is free again.
    anna.send("c", call("anna", "ben"), offer()).await;
    assert_eq!(anna.event("calling").await["transaction"], "c");
    let rings = ben.event("incomingcall").await;
    assert_eq!(rings["plugindata"]["data"]["result"]["username"], "anna");
    anna.send("h", json!({ "request": "hangup" }), None).await;
    ben.event("hangup").await;
}
