//! Compares the hand-written inventory with the definitions: every request with its fields, every response and event
//! with no field that the definition lacks, every error code.

#![allow(clippy::unwrap_used, reason = "this is a test")]

#[path = "inventory/shapes.rs"]
mod shapes;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bifrons::plugins::textroom::channel::{self, ChannelEvent, Received};
use bifrons_codegen::inventory::{Known, KnownRequest, read};
use bifrons_codegen::model::Plugin;
use serde_json::{Value, json};
use support::{Data, table};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn definitions() -> Vec<Plugin> {
    let entries = std::fs::read_dir(root().join("src/plugins")).unwrap();
    entries.filter_map(|entry| Plugin::read(&entry.unwrap().path()).unwrap()).collect()
}

/// Checks every plugin against its part of the inventory.
fn each(check: impl Fn(&Plugin, &Known, &mut Vec<String>)) {
    let (plugins, inventory) = (definitions(), read(&root().join("tests")).unwrap());
    let defined: BTreeSet<_> = plugins.iter().map(|plugin| &plugin.name).collect();
    assert_eq!(defined, inventory.keys().collect(), "the plugins, and those of the inventory");
    let mut wrong = Vec::new();
    for plugin in &plugins {
        check(plugin, &inventory[&plugin.name], &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// The requests; variants of one body are one request.
fn requests(known: &Known) -> Vec<Vec<&KnownRequest>> {
    let mut groups: Vec<Vec<&KnownRequest>> = Vec::new();
    for known_request in &known.requests {
        match groups.iter_mut().find(|group| group[0].body == known_request.body) {
            Some(group) => group.push(known_request),
            None => groups.push(vec![known_request]),
        }
    }
    groups
}

fn compare_fields(plugin: &Plugin, shape: &str, group: &[&KnownRequest], wrong: &mut Vec<String>) {
    let place = format!("{} {} ({shape})", plugin.name, group[0].name());
    let known: BTreeSet<&str> =
        group.iter().flat_map(|known_request| &known_request.fields).map(|field| &**field).collect();
    let needed = |field: &str| {
        group.iter().all(|known_request| known_request.required.iter().any(|needed| needed == field))
    };
    let defined = shapes::fields(plugin, shape);
    for field in &known {
        match defined.get(*field) {
            None => wrong.push(format!("{place}: the definition lacks {field}")),
            Some(optional) if *optional && needed(field) => {
                wrong.push(format!("{place}: Janus requires {field}, and it is an Option"));
            }
            Some(_) => {}
        }
    }
    let ignored: BTreeSet<_> = group.iter().flat_map(|known_request| &known_request.ignored).collect();
    for field in defined.keys().filter(|field| !known.contains(&***field) && !ignored.contains(field)) {
        wrong.push(format!("{place}: the inventory has no {field}"));
    }
}

#[test]
fn every_request_has_the_fields_that_janus_reads() {
    each(|plugin, known, wrong| {
        for request in &plugin.requests {
            if !known.requests.iter().any(|known_request| known_request.is(request)) {
                wrong.push(format!(
                    "{}: the inventory has no {:?} ({})",
                    plugin.name, request.body, request.shape
                ));
            }
        }
        for group in requests(known) {
            match plugin.requests.iter().find(|request| group[0].is(request)) {
                Some(request) => compare_fields(plugin, &request.shape, &group, wrong),
                None => wrong.push(format!("{}: no definition of {}", plugin.name, group[0].name())),
            }
        }
    });
}

fn with_sdp(data: &Value) -> Data {
    Data { data: data.clone(), jsep: json!({ "type": "offer", "sdp": "v=0" }) }
}

#[test]
fn every_response_field_is_read() {
    each(|plugin, known, wrong| {
        let (_, response_of, _) = table::READERS.iter().find(|(name, ..)| *name == plugin.name).unwrap();
        for known_request in &known.requests {
            let Some(request) = plugin.requests.iter().find(|request| known_request.is(request)) else {
                continue;
            };
            for response in &known_request.responses {
                let place = format!("{} {}, response {response}", plugin.name, known_request.name());
                let rule = plugin.rule_of(response).map(|rule| &*rule.event);
                if !rule.is_some_and(|event| request.is_response(event)) {
                    wrong.push(format!(
                        "{place}: its event is {rule:?}, which is not one of its response events"
                    ));
                    continue;
                }
                match response_of(&json!(known_request.body), &with_sdp(response)) {
                    Some(Ok(_)) => wrong.extend(
                        shapes::unknown_fields(plugin, &request.reply, response).into_iter().map(
                            |stranger| {
                                format!(
                                    "{} {}: {} {stranger}",
                                    plugin.name,
                                    known_request.name(),
                                    request.reply
                                )
                            },
                        ),
                    ),
                    Some(Err(error)) => wrong.push(format!("{place}: {error}")),
                    None => wrong.push(format!("{place}: no request reads this response")),
                }
            }
        }
    });
}

#[test]
fn every_event_field_is_read() {
    each(|plugin, known, wrong| {
        let (_, _, event_of) = table::READERS.iter().find(|(name, ..)| *name == plugin.name).unwrap();
        for known_event in &known.events {
            let place = format!("{} event {}", plugin.name, known_event.event);
            let event = plugin.rule_of(&known_event.data).and_then(|rule| plugin.event(&rule.event));
            let Some(event) = event else {
                wrong.push(format!("{place}: Event has no variant for {}", known_event.data));
                continue;
            };
            if event_of(&with_sdp(&known_event.data)).is_none() {
                wrong.push(format!("{place}: the event is read as Other: {}", known_event.data));
            }
            let shape = event.shape.as_deref().filter(|shape| *shape != "Error");
            let strangers = shape
                .map(|shape| shapes::unknown_fields(plugin, shape, &known_event.data))
                .unwrap_or_default();
            wrong.extend(strangers.into_iter().map(|stranger| format!("{place}: {stranger}")));
        }
    });
}

#[test]
fn every_error_code_has_its_name() {
    each(|plugin, known, wrong| {
        let defined: BTreeMap<_, _> =
            plugin.error_codes.iter().map(|(name, number, _)| (name, *number)).collect();
        for (name, number) in &known.errors {
            if defined.get(name) != Some(number) {
                wrong.push(format!("{}: {name} is {number}, not {:?}", plugin.name, defined.get(name)));
            }
        }
        for name in defined.keys().filter(|name| !known.errors.contains_key(**name)) {
            wrong.push(format!("{}: the inventory has no {name}", plugin.name));
        }
    });
}

#[test]
fn the_data_channel_has_every_request_and_event() {
    each(|plugin, known, wrong| {
        let verbs: BTreeSet<_> = plugin.channel.iter().map(|request| &*request.verb).collect();
        let Some(known) = &known.channel else {
            assert!(verbs.is_empty(), "{}: the inventory has no data channel", plugin.name);
            return;
        };
        assert_eq!(
            verbs,
            known.requests.iter().map(|known_request| &*known_request.verb).collect(),
            "the verbs"
        );
        for known_request in &known.requests {
            let request = plugin.channel.iter().find(|request| request.verb == known_request.verb).unwrap();
            compare_fields(plugin, &request.shape, &[known_request], wrong);
            for response in &known_request.responses {
                let place = format!("{} {}, response {response}", plugin.name, known_request.verb);
                if !matches!(channel::read(&response.to_string()), Ok(Received::Reply(_))) {
                    wrong.push(format!("{place}: the response is not read as a reply"));
                }
                let strangers =
                    shapes::unknown_fields(plugin, &request.reply, &without_transaction(response));
                wrong.extend(strangers.into_iter().map(|stranger| format!("{place}: {stranger}")));
            }
        }
        for known_event in &known.events {
            let place = format!("{} event {} of the data channel", plugin.name, known_event.event);
            if matches!(
                channel::read(&known_event.data.to_string()),
                Err(_) | Ok(Received::Event(ChannelEvent::Other(_)))
            ) {
                wrong.push(format!("{place}: the event is read as Other"));
            }
            let event =
                plugin.channel_events.iter().find(|event| event.variant.to_lowercase() == known_event.event);
            let shape = event.and_then(|event| event.shape.as_deref()).filter(|shape| *shape != "Error");
            let strangers = shape
                .map(|shape| shapes::unknown_fields(plugin, shape, &known_event.data))
                .unwrap_or_default();
            wrong.extend(strangers.into_iter().map(|stranger| format!("{place}: {stranger}")));
        }
    });
}

fn without_transaction(response: &Value) -> Value {
    let mut response = response.clone();
    response.as_object_mut().unwrap().remove("transaction");
    response
}
