//! Each rule of a plugin leads to an event variant with a type, or to a response only.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[allow(unreachable_pub, reason = "codegen shares this module")]
#[path = "../codegen/tests/support/mod.rs"]
mod support;

use std::fmt::Debug;

use bifrons::plugins::{
    Condition, Plugin, Rule, audiobridge, classify, duktape, echotest, lua, nosip, recordplay, sip,
    streaming, textroom, videocall, videoroom, voicemail,
};
use serde_json::{Map, Value, json};
use support::Data;

/// The value that Janus sends in a field whose presence identifies an event.
fn example(field: &str) -> Value {
    match field {
        "error_code" => json!(499),
        "error" | "configured" | "display" | "started" | "paused" | "switched" | "moderation" | "status"
        | "result" => json!("ok"),
        "muted" | "record" => json!(true),
        "joining" => json!({ "id": 1 }),
        "publishers" | "participants" | "list" => json!([]),
        "metadata" | "info" => json!({}),
        _ => json!(1),
    }
}

/// What the inventory has of a plugin: examples of its responses and events.
fn examples<P: Plugin>() -> Vec<Value> {
    let inventory: Value = serde_json::from_str(include_str!("inventory.json")).unwrap();
    let plugin = &inventory[P::PACKAGE.rsplit('.').next().unwrap()];
    let lists = plugin["requests"].as_array().unwrap().iter().map(|request| &request["responses"]);
    let responses = lists.flat_map(|list| list.as_array().unwrap());
    let events = plugin["events"].as_array().unwrap().iter().map(|event| &event["data"]);
    responses.chain(events).cloned().collect()
}

/// The message of a rule's event, with an SDP: an example of the inventory, or the rule's fields alone.
fn message<P: Plugin>(rule: &Rule) -> Data {
    let jsep = json!({ "type": "offer", "sdp": "v=0" });
    let is_such = |data: &Value| {
        let message = Data::new(data.clone());
        classify(&message, P::RULES) == Some(rule.event) && classify(&message, &[*rule]).is_some()
    };
    if let Some(data) = examples::<P>().into_iter().find(is_such) {
        return Data { data, jsep };
    }
    let mut data = Map::new();
    for condition in rule.when {
        let (field, value) = match condition {
            Condition::Has(field) => (field, example(field.rsplit('.').next().unwrap())),
            Condition::Is(field, value) => (field, json!(value)),
            Condition::Lacks(_) => continue,
        };
        match field.split_once('.') {
            Some((outer, inner)) => data.insert(outer.to_owned(), json!({ inner: value })),
            None => data.insert((*field).to_owned(), value),
        };
    }
    Data { data: Value::Object(data), jsep }
}

fn has_jsep(debug: &str) -> bool {
    debug.contains("jsep: Some") || debug.contains("jsep: Jsep")
}

/// Checks the names of the events that have a variant, and of those whose variant carries an SDP.
#[track_caller]
fn assert_kinds<P: Plugin<Event: Debug>>(typed: &str, with_jsep: &str) {
    let [mut are_typed, mut bring_jsep] = [Vec::new(), Vec::new()];
    for rule in P::RULES {
        let debug = format!("{:?}", P::event(&message::<P>(rule)));
        let kind = debug.split('(').next().unwrap().to_lowercase();
        if kind == rule.event.replace('_', "") {
            are_typed.push(rule.event);
        } else {
            assert_eq!(kind, "other", "{rule:?}: {debug}");
            assert!(has_jsep(&debug), "{rule:?}: {debug}");
            continue;
        }
        if has_jsep(&debug) {
            bring_jsep.push(rule.event);
        }
    }
    are_typed.dedup();
    assert_eq!(are_typed.join(" "), typed);
    assert_eq!(bring_jsep.join(" "), with_jsep);
}

#[test]
fn events_of_plugins_with_rooms() {
    assert_kinds::<audiobridge::AudioBridge>(
        "error joined peer_joined roomchanged left hangingup destroyed talking \
         announcement_started announcement_stopped result resumed suspended peer_leaving \
         room_muted kicked kicked_all configured",
        "joined roomchanged result",
    );
    assert_kinds::<textroom::TextRoom>("error result", "result");
    assert_kinds::<videoroom::VideoRoom>(
        "error joined subscribed updated updating talking slowlink destroyed \
         recording_enabled_state publisher_joined publisher_list configured started paused \
         switched unpublished leaving kicked moderated display sc_substream_layer \
         sc_temporal_layers svc_layers",
        "joined subscribed updated updating configured",
    );
}

#[test]
fn events_of_plugins_for_calls() {
    assert_kinds::<nosip::NoSip>(
        "error generated processed hangingup recording_updated keyframe_sent forwarded \
         forward_stopped forwarders",
        "processed",
    );
    assert_kinds::<sip::Sip>(
        "error registering registered registration_failed unregistering unregistered calling \
         proceeding ringing progress accepted incoming updatingcall missed hangup transfer \
         info message messagedelivery notify subscribe_succeeded subscribe_failed dtmf \
         accepting progressed declining updating updated holding resuming transferring \
         hangingup recordingupdated infosent messagesent dtmfsent keyframesent rtp_forward \
         stop_rtp_forward forwarders subscribing unsubscribing reset done",
        "progress accepted incoming updatingcall accepting progressed updating updated",
    );
    assert_kinds::<videocall::VideoCall>(
        "error incoming_call accepted update hangup simulcast slowlink registered calling set \
         list",
        "incoming_call accepted update",
    );
}

#[test]
fn events_of_the_other_plugins() {
    assert_kinds::<duktape::Duktape>("message", "message");
    assert_kinds::<echotest::EchoTest>("slowlink result error layers", "result");
    assert_kinds::<lua::Lua>("message", "message");
    assert_kinds::<recordplay::RecordPlay>("error slowlink done status nothing", "status nothing");
    assert_kinds::<streaming::Streaming>(
        "error status configured switched layers edited rtsp_disconnected rtsp_reconnected",
        "status configured",
    );
    assert_kinds::<voicemail::VoiceMail>("error status", "status");
}
