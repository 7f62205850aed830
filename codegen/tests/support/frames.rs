//! The recorded frames of a real Janus (`tests/frames`, from `scripts/record`).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Data;

/// A message with plugin data.
pub struct Frame {
    /// The body of the request that the message responds to.
    pub body: Option<Value>,
    pub message: Value,
}

/// The recorded lines of both versions of Janus.
fn text(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/frames");
    let of = |path: &str| fs::read_to_string(folder.join(path));
    let older =
        of(&format!("{name}.jsonl")).unwrap_or_else(|_| panic!("{name} has no frames: run scripts/record"));
    // Not every version has every plugin.
    older + &of(&format!("newer/{name}.jsonl")).unwrap_or_default()
}

/// The verbs of requests of the Admin API, with the responses that are no refusals.
pub fn admin_frames() -> Vec<(String, Value)> {
    let (mut verb, mut frames) = (String::new(), Vec::new());
    for line in text("admin").lines() {
        let mut line: Value = serde_json::from_str(line).unwrap();
        match line["request"]["janus"].as_str() {
            Some(of) => of.clone_into(&mut verb),
            None if line["message"]["janus"] == "success" => {
                frames.push((verb.clone(), line["message"].take()));
            }
            None => {}
        }
    }
    frames
}

/// The frames of a plugin with plugin data.
pub fn frames(plugin: &str) -> Vec<Frame> {
    let text = text(plugin);
    let mut bodies = HashMap::new();
    let mut frames = Vec::new();
    for line in text.lines() {
        let mut line: Value = serde_json::from_str(line).unwrap();
        if let Some(request) = line.get("request") {
            bodies.insert(request["transaction"].to_string(), request["body"].clone());
        } else if line["message"].get("plugindata").is_some() {
            let message = line["message"].take();
            frames.push(Frame { body: bodies.get(&message["transaction"].to_string()).cloned(), message });
        }
    }
    frames
}

/// The plugin data of a message, and its SDP.
pub fn data(message: &Value) -> Data {
    Data { data: message["plugindata"]["data"].clone(), jsep: message["jsep"].clone() }
}
