//! What Janus's responses and events say about a step.

use serde_json::Value;

use super::plan::Step;

/// What has become of a step.
pub(super) enum Outcome {
    Done,
    /// An error of the plugin that the step tolerates: it has changed nothing.
    Tolerated,
    Failed {
        code: i64,
        reason: String,
    },
}

/// The code of a step that fails by an event without a code.
const FAILED: i64 = 490;

impl Step {
    /// What this response, or this event, says about the step; `None` if the step goes on.
    pub(super) fn outcome(&self, plugin: &str, text: &str) -> Option<Outcome> {
        let message: Value = serde_json::from_str(text).unwrap_or_default();
        let data = &message["plugindata"]["data"];
        if let Some((code, reason)) = error_in(data) {
            let is_tolerated = self.tolerate.contains(&code);
            return Some(if is_tolerated { Outcome::Tolerated } else { Outcome::Failed { code, reason } });
        }
        let name = name_of(plugin, data);
        if let Some(name) = name.filter(|name| self.fails.iter().any(|failing| failing == name)) {
            let result = &data["result"];
            let reason = result["reason"].as_str().map(|reason| format!("{name}: {reason}"));
            let code = result["code"].as_i64().unwrap_or(FAILED);
            return Some(Outcome::Failed { code, reason: reason.unwrap_or_else(|| name.to_owned()) });
        }
        let is_done = self.until.as_deref().is_none_or(|until| name == Some(until));
        is_done.then_some(Outcome::Done)
    }
}

/// The name of an event: `registered` of SIP and VideoCall, `preparing` of Streaming, `joined` of VideoRoom.
fn name_of<'d>(plugin: &str, data: &'d Value) -> Option<&'d str> {
    let result = &data["result"];
    [&result["event"], &result["status"], &data[plugin]].into_iter().find_map(Value::as_str)
}

/// The error in a plugin's message.
pub(crate) fn error_of(text: &str) -> Option<(i64, String)> {
    let message: Value = serde_json::from_str(text).ok()?;
    error_in(message.get("plugindata")?.get("data")?)
}

fn error_in(data: &Value) -> Option<(i64, String)> {
    let reason = data.get("error").and_then(Value::as_str).unwrap_or_default();
    Some((data.get("error_code")?.as_i64()?, reason.to_owned()))
}

/// Whether this is the response about a room that exists.
pub(super) fn is_there(text: &str) -> bool {
    let message = serde_json::from_str::<Value>(text).unwrap_or_default();
    message["plugindata"]["data"]["exists"] == true
}
