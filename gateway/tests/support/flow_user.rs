//! A page that asks for flows, and other users beside it.

use bifrons::mock;
use bifrons_gateway::core::relay::PageId;
use serde_json::{Value, json};

use super::stage::Stage;

/// A handle for flows of a page.
#[derive(Clone, Copy)]
pub struct User {
    pub page: PageId,
    pub session: u64,
    pub handle: u64,
}

impl User {
    pub fn of(stage: &mut Stage, token: &str) -> Self {
        let (page, session) = stage.page_with(token);
        let attach = json!({ "janus": "attach", "session_id": session, "plugin": "bifrons.plugin.flow" });
        let handle = stage.ask(page, attach)["data"]["id"].as_u64().unwrap();
        Self { page, session, handle }
    }

    pub fn message(self, body: Value, kinds: &[&str]) -> Value {
        let mut message = json!({ "janus": "message", "transaction": "flow", "session_id": self.session,
            "handle_id": self.handle, "body": body });
        if !kinds.is_empty() {
            message["jsep"] = serde_json::to_value(mock::offer_of(kinds).unwrap()).unwrap();
        }
        message
    }

    /// Asks for a flow, and returns all that the page gets at once.
    pub fn ask(self, stage: &mut Stage, body: Value, kinds: &[&str]) -> Vec<Value> {
        stage.all(self.page);
        stage.send(self.page, &self.message(body, kinds));
        stage.all(self.page)
    }

    /// Sends a request to the handle, which is one of Janus's plugins by then.
    pub fn then(self, stage: &mut Stage, body: Value) -> Value {
        stage.message(self.page, (self.session, self.handle), body)
    }
}

pub fn data(message: &Value) -> &Value {
    &message["plugindata"]["data"]
}

/// Another user asks a plugin, and the response is this; the plugin's events have come, too.
pub fn host(stage: &mut Stage, plugin: &str, body: Value) -> (PageId, Value) {
    let (page, session) = stage.page_of("host");
    let handle = stage.attach((page, session), plugin);
    (page, stage.message(page, (session, handle), body))
}

pub fn mountpoint(stage: &mut Stage, id: u64) {
    let media = json!([{ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" }]);
    let create = json!({ "request": "create", "type": "rtp", "id": id, "description": "x", "media": media });
    let (_, created) = host(stage, "streaming", create);
    assert_eq!(data(&created)["streaming"], "created", "{created}");
}

pub fn rooms(stage: &mut Stage) -> Vec<u64> {
    let (_, list) = host(stage, "videoroom", json!({ "request": "list" }));
    let rooms = data(&list)["list"].as_array().unwrap();
    let mut rooms: Vec<_> = rooms.iter().map(|room| room["room"].as_u64().unwrap()).collect();
    rooms.sort_unstable();
    rooms
}
