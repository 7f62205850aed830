//! EchoTest.

use serde_json::{Value, json};

use super::{Refusal, Reply, refuse};
use crate::mock::sdp::Description;
use crate::mock::world::{At, Peer, World};
use crate::plugins::echotest::error_code::INVALID_ELEMENT;

pub(super) const NAME: &str = "janus.plugin.echotest";

pub(super) fn message(world: &mut World, at: At, body: &Value, jsep: Option<&Description>) -> Reply {
    let (data, answer) = match check(body, jsep) {
        Ok(()) => {
            let answer = jsep.filter(|jsep| jsep.is_offer).map(Description::answer);
            if let (Some(_), Some(handle)) = (&answer, world.handle_mut(at)) {
                handle.peer = Peer::Negotiated;
            }
            (json!({ "echotest": "event", "result": "ok" }), answer)
        }
        Err((code, error)) => (json!({ "echotest": "event", "error_code": code, "error": error }), None),
    };
    Reply::Later { hint: Some("I'm taking my time!"), data, jsep: answer }
}

pub(super) fn hung_up(world: &mut World, at: At) {
    world.event(at, None, json!({ "echotest": "event", "result": "done" }), None);
}

fn check(body: &Value, jsep: Option<&Description>) -> Result<(), Refusal> {
    let flags = ["audio", "video", "record", "opusred"];
    let numbers = ["bitrate", "substream", "temporal", "fallback"];
    let words = ["filename", "audiocodec", "videocodec", "videoprofile"];
    let wrong = |name: &&&str, right: fn(&Value) -> bool| body.get(**name).is_some_and(|value| !right(value));
    if let Some(name) = flags.iter().find(|name| wrong(name, Value::is_boolean)) {
        return refuse(INVALID_ELEMENT, format!("Invalid element type ({name} should be a boolean)"));
    }
    if let Some(name) = numbers.iter().find(|name| wrong(name, Value::is_u64)) {
        return refuse(
            INVALID_ELEMENT,
            format!("Invalid element type ({name} should be a positive integer)"),
        );
    }
    if let Some(name) = words.iter().find(|name| wrong(name, Value::is_string)) {
        return refuse(INVALID_ELEMENT, format!("Invalid element type ({name} should be a string)"));
    }
    if let Some(name) = ["substream", "temporal"].iter().find(|name| body[**name].as_u64() > Some(2)) {
        return refuse(INVALID_ELEMENT, format!("Invalid value ({name} should be 0, 1 or 2)"));
    }
    let known = flags.iter().chain(&numbers).chain(&["videocodec", "videoprofile", "min_delay", "max_delay"]);
    if jsep.is_none() && !known.into_iter().any(|name| body.get(*name).is_some()) {
        return refuse(INVALID_ELEMENT, "Message error: no supported attributes found");
    }
    Ok(())
}
