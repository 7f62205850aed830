//! The generated table has all that `tests/inventory.json` has, which is written by hand from Janus's own source.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;

use bifrons_gateway::core::definitions::{Holds, Shape};
use bifrons_gateway::core::rights::needed;
use serde_json::{Map, Value};

fn inventory() -> BTreeMap<String, Value> {
    serde_json::from_str(include_str!("../../tests/inventory.json")).unwrap()
}

fn requests(known: &Value) -> impl Iterator<Item = (Map<String, Value>, &Vec<Value>)> {
    let requests = known["requests"].as_array().unwrap().iter();
    requests.map(|request| {
        let body = request.get("body").and_then(Value::as_object).cloned().unwrap_or_default();
        (body, request["fields"].as_array().unwrap())
    })
}

/// Whether a path such as `streams.mid` leads to a known field.
fn knows(shape: &Shape, path: &str) -> bool {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    shape.field(name).is_some_and(|field| match (field.holds, rest) {
        (_, None) | (Holds::Any | Holds::Object, _) => true,
        (Holds::Parts(inner), Some(rest)) => knows(inner, rest),
        _ => false,
    })
}

#[test]
fn each_request_and_each_field_of_the_inventory_is_known() {
    let mut count = 0;
    for (name, known) in inventory() {
        let plugin = support::plugin(&name);
        for (body, fields) in requests(&known) {
            let request = plugin.request(&body).unwrap_or_else(|| panic!("{name} {body:?}"));
            let mut wanted = body.clone();
            wanted.retain(|field, _| request.body.iter().any(|(constant, _)| constant == field));
            assert_eq!(wanted, body, "{name} {}: a more specific request is not known", request.name);
            for field in fields {
                let path = field.as_str().unwrap();
                let is_constant = request.body.iter().any(|(constant, _)| *constant == path);
                assert!(
                    is_constant || request.fields.is_some_and(|shape| knows(shape, path)),
                    "{name} {}: {path}",
                    request.name
                );
            }
            count += 1;
        }
    }
    assert!(count >= 130, "only {count} requests were compared");
}

#[test]
fn each_request_needs_a_right_but_those_between_servers() {
    let mut without: Vec<_> = Vec::new();
    for plugin in bifrons_gateway::core::definitions::PLUGINS {
        let of_none = plugin.requests.iter().filter(|request| needed(plugin, request).is_none());
        without.extend(of_none.map(|request| (plugin.name, request.name)));
    }
    let between_servers = [
        "PublishRemotely",
        "UnpublishRemotely",
        "ListRemotes",
        "AddRemotePublisher",
        "UpdateRemotePublisher",
        "RemoveRemotePublisher",
    ];
    assert_eq!(without, between_servers.map(|request| ("videoroom", request)));
}
