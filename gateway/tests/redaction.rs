//! What a page gets of responses and events.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons_gateway::core::definitions::PLUGINS;
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::redaction::redact;
use serde_json::{Value, json};
use support::{everything, grants, object, plugin};

fn redacted(grants: &Grants, name: &str, request: &str, mut data: Value) -> Value {
    let plugin = plugin(name);
    let request = plugin.request(&object(json!({ "request": request })));
    redact(grants, plugin, request, &mut data);
    data
}

#[test]
fn a_list_has_the_rooms_that_the_token_may_see() {
    let guest = grants(json!({ "room": [{ "id": 1, "list": true }, { "id": 2, "join": true }] }));
    let list = json!({ "videoroom": "success", "list": [
        { "room": 1, "description": "seen" }, { "room": 2 }, { "room": "1x" }, { "room": null }, { "description": "without an id" },
    ] });
    assert_eq!(
        redacted(&guest, "videoroom", "list", list),
        json!({ "videoroom": "success", "list": [{ "room": 1, "description": "seen" }, { "description": "without an id" }] })
    );
    let list =
        json!({ "streaming": "list", "list": [{ "id": 1, "type": "live" }, { "id": 2, "type": "live" }] });
    let viewer = grants(json!({ "stream": { "id": 2, "list": true } }));
    assert_eq!(
        redacted(&viewer, "streaming", "list", list),
        json!({ "streaming": "list", "list": [{ "id": 2, "type": "live" }] })
    );
}

#[test]
fn keys_hosts_and_files_of_a_mountpoint_are_removed() {
    let info = json!({ "streaming": "info", "info": {
        "id": 1, "secret": "s", "pin": "p", "type": "live", "filename": "/media/a", "url": "rtsp://user:pass@cam/1", "later": 1,
    } });
    let mut all = everything();
    assert_eq!(
        redacted(&all, "streaming", "info", info.clone()),
        json!({ "streaming": "info", "info": { "id": 1, "type": "live", "later": 1 } })
    );
    all.files = vec!["/media/*".into()];
    assert_eq!(redacted(&all, "streaming", "info", info)["info"]["filename"], json!("/media/a"));
}

#[test]
fn an_event_is_read_by_what_it_says_of_itself() {
    let mut data =
        json!({ "videoroom": "joined", "room": 1, "id": 2, "private_id": 3, "publishers": [{ "id": 4 }] });
    let same = data.clone();
    redact(&grants(json!({})), plugin("videoroom"), None, &mut data);
    assert_eq!(data, same, "what the page has joined it may see");
}

#[test]
fn no_example_of_the_inventory_keeps_a_key() {
    let inventory: Value = serde_json::from_str(include_str!("../../tests/inventory.json")).unwrap();
    let mut count = 0;
    for plugin in PLUGINS.iter().filter(|plugin| inventory.get(plugin.name).is_some()) {
        for request in inventory[plugin.name]["requests"].as_array().unwrap() {
            let known = plugin.request(request["body"].as_object().unwrap_or(&object(json!({}))));
            for response in request["responses"].as_array().unwrap() {
                let mut data = response.clone();
                redact(&Grants::default(), plugin, known, &mut data);
                let text = data.to_string();
                for key in ["\"secret\":", "\"pin\":", "\"admin_key\":"] {
                    assert!(!text.contains(key), "{} {text}", plugin.name);
                }
                count += 1;
            }
        }
    }
    assert!(count > 100, "only {count} responses");
}
