//! The recorded frames of a real Janus (`tests/frames`, from `scripts/record`), parsed into each plugin's types and
//! serialized again: no field is lost, known or not.

#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use serde_json::{Map, Value, json};
use support::frames::{Frame, admin_frames, data, frames};
use support::{Data, Read, drop_nulls, table};

/// The fields of the message. Those of an inner object are at the top, if the type has them there.
fn expected(message: &Value, typed: &Value) -> Value {
    let mut data = message["plugindata"]["data"].as_object().cloned().unwrap_or_default();
    for inner in ["result", "stream", "info", "joining"] {
        if typed.get(inner).is_none() {
            if let Some(Value::Object(flattened)) = data.get(inner).cloned() {
                data.remove(inner);
                data.extend(flattened);
            }
        }
    }
    if let Some(jsep) = message.get("jsep") {
        data.insert("jsep".to_owned(), jsep.clone());
    }
    // Record&Play's settings are serialized with JavaScript's names.
    if let Some(Value::Object(settings)) = data.get_mut("settings") {
        for (wire, name) in
            [("video-bitrate-max", "maxBitrate"), ("video-keyframe-interval", "keyframeInterval")]
        {
            if let Some(value) = settings.remove(wire) {
                settings.insert(name.to_owned(), value);
            }
        }
    }
    // Record&Play sends a number as a boolean in `stop` and `done`.
    if let Some(flag) = data.get_mut("is_private").filter(|flag| flag.is_number()) {
        *flag = Value::from(*flag != 0);
    }
    let mut data = Value::Object(data);
    drop_nulls(&mut data);
    data
}

/// Adds an unknown field to the data and to inner objects.
fn with_unknown(mut message: Value) -> Value {
    let unknown = json!({ "a": [1, "b"] });
    let data = message["plugindata"]["data"].as_object_mut().unwrap();
    for inner in ["result", "stream", "info", "joining"] {
        if let Some(Value::Object(inner)) = data.get_mut(inner) {
            inner.insert("unknown_inside".to_owned(), unknown.clone());
        }
    }
    data.insert("unknown_field".to_owned(), unknown);
    message
}

/// Whether the serialized message has the same fields, except for known differences.
fn same(typed: &Value, expected: &Value) -> bool {
    let fields = |value: &Value| value.as_object().cloned().unwrap_or_else(Map::new);
    let (typed, expected) = (fields(typed), fields(expected));
    expected.iter().all(|(name, value)| {
        // "ok" means the handle itself, which is `None` in the type.
        typed.get(name) == Some(value) || (value == "ok" && !typed.contains_key(name))
    }) && typed.keys().all(|name| expected.contains_key(name))
}

fn read_and_written(
    plugin: &str,
    read: Read,
    event: fn(&Data) -> Option<Value>,
    message: &Value,
    body: Option<&Value>,
) -> Result<(), String> {
    let frame = data(message);
    if frame.data.get("error").is_some() || frame.data.get("error_code").is_some() {
        return Ok(());
    }
    let response = body.and_then(|body| read(body, &frame));
    let typed = match response {
        Some(reply) => match reply {
            Ok(typed) => typed,
            // A refusal that has no `error_code`, such as SIP's hangup.
            Err(error) if error.plugin_code().is_some() => return Ok(()),
            Err(error) => return Err(format!("{plugin}: {error}: {message}")),
        },
        None => event(&frame).ok_or_else(|| format!("{plugin}: neither response nor event: {message}"))?,
    };
    let expected = expected(message, &typed);
    if same(&typed, &expected) { Ok(()) } else { Err(format!("{plugin}: {typed}\n  Janus sent {expected}")) }
}

#[test]
fn no_field_of_a_real_janus_is_lost() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (plugin, read, event) in table::READERS {
        for Frame { body, message } in frames(plugin) {
            for message in [message.clone(), with_unknown(message)] {
                count += 1;
                wrong.extend(read_and_written(plugin, *read, *event, &message, body.as_ref()).err());
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_field_of_a_response_of_the_admin_api_is_lost() {
    let frames = admin_frames();
    assert!(frames.len() > 60, "only {} frames", frames.len());
    for (verb, message) in frames {
        let typed = table::admin(&verb, &message).expect("a definition of each request").unwrap();
        let within = message.get("data").unwrap_or(&message);
        let mut expected = within.clone();
        drop_nulls(&mut expected);
        assert_eq!(typed, expected, "{verb}");
    }
}
