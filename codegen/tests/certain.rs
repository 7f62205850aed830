//! The recorded frames of a real Janus without one of the fields that are certain: a response is an error that names
//! the field, an event is not read as one with a default.

#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use bifrons::ErrorCode;
use bifrons_codegen::model::{Plugin, Shape, innermost, map_value, type_name};
use serde_json::Value;
use support::frames::{Frame, admin_frames, data, frames};
use support::{Read, table};

/// A certain field that a frame has.
struct Certain {
    /// The name on the wire, and the objects and lists around it.
    path: Vec<String>,
    /// The struct and the field.
    name: String,
    /// Whether all that is around it is certain, too.
    always: bool,
}

impl Certain {
    fn wire(&self) -> &str {
        self.path.last().unwrap()
    }
}

fn definition(plugin: &str) -> Plugin {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/plugins");
    let paths = [folder.join(plugin), folder.join(format!("{plugin}.rs"))];
    let path = paths.iter().find(|path| path.exists()).unwrap();
    Plugin::read(path).unwrap().unwrap()
}

/// Adds the certain fields of a shape that `value` has at `path`.
fn find(
    plugin: &Plugin,
    shape: &Shape,
    value: &Value,
    path: &[String],
    always: bool,
    found: &mut Vec<Certain>,
) {
    for field in &shape.fields {
        let Some(inner) = value.get(&field.wire) else { continue };
        let path: Vec<_> = path.iter().chain([&field.wire]).cloned().collect();
        let always = always && type_name(&field.ty) != "Option";
        if type_name(&field.ty) != "Option" {
            let name = format!("{} {}.{}", plugin.name, shape.name, field.ident);
            found.push(Certain { path: path.clone(), name, always });
        }
        let of_map = map_value(&field.ty);
        let inner_type = of_map.unwrap_or_else(|| innermost(&field.ty));
        let Some(shape) = plugin.shape(&type_name(inner_type)) else { continue };
        if of_map.is_some() {
            for (name, inner) in inner.as_object().into_iter().flatten() {
                find(plugin, shape, inner, &[&path[..], std::slice::from_ref(name)].concat(), always, found);
            }
            continue;
        }
        match inner.as_array().map(|list| list.first()) {
            Some(Some(first)) => {
                find(plugin, shape, first, &[path, vec!["0".to_owned()]].concat(), always, found);
            }
            Some(None) => {}
            None => find(plugin, shape, inner, &path, always, found),
        }
    }
}

/// The certain fields of a shape that a message has.
fn certain(plugin: &Plugin, shape: &str, message: &Value) -> Vec<Certain> {
    let mut found = Vec::new();
    let Some(shape) = plugin.shape(shape) else { return found };
    let all = &message["plugindata"]["data"];
    let outside = ["plugindata", "data"].map(str::to_owned);
    find(plugin, shape, all, &outside, true, &mut found);
    if let Some(from) = plugin.flattened_from(&shape.name) {
        let inside = [&outside[..], &[from.to_owned()]].concat();
        find(plugin, shape, &all[from], &inside, true, &mut found);
    }
    if shape.always_has_jsep {
        let name = format!("{} {}.jsep", plugin.name, shape.name);
        found.push(Certain { path: vec!["jsep".to_owned()], name, always: true });
    }
    found
}

/// The message without a field, which SIP may send twice: inside of `result` and beside it.
fn without(message: &Value, field: &Certain, all: &[Certain]) -> Value {
    let mut message = message.clone();
    for Certain { path, .. } in all.iter().filter(|other| other.name == field.name) {
        let (name, outer) = path.split_last().unwrap();
        let pointer: String = outer.iter().map(|step| format!("/{step}")).collect();
        message.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(name).unwrap();
    }
    message
}

/// The shape of the response that a frame is.
fn response<'p>(plugin: &'p Plugin, read: Read, frame: &Frame) -> Option<&'p str> {
    let body = frame.body.as_ref()?;
    read(body, &data(&frame.message))?.ok()?;
    let event = plugin.rule_of(&frame.message["plugindata"]["data"])?;
    let fits = |(name, value): &(String, String)| body[name] == **value;
    let mut requests = plugin.requests.iter().filter(|request| request.is_response(&event.event));
    requests.find(|request| request.body.iter().all(fits)).map(|request| &*request.reply)
}

#[test]
fn a_response_without_a_certain_field_is_an_error_that_names_it() {
    let (mut named, mut wrong) = (BTreeSet::new(), Vec::new());
    for (name, read, _) in table::READERS {
        let plugin = definition(name);
        for frame in frames(name) {
            let Some(shape) = response(&plugin, *read, &frame) else { continue };
            let fields = certain(&plugin, shape, &frame.message);
            for field in &fields {
                let less = without(&frame.message, field, &fields);
                let kind = |message: &Value| {
                    plugin.rule_of(&message["plugindata"]["data"]).map(|rule| rule.event.clone())
                };
                if kind(&less) != kind(&frame.message) {
                    continue;
                }
                let expected = format!("missing field `{}`", field.wire());
                match read(frame.body.as_ref().unwrap(), &data(&less)) {
                    Some(Err(error)) if error.message().starts_with(&expected) => {
                        assert_eq!(error.code(), ErrorCode::BadResponse);
                        named.insert(field.name.clone());
                    }
                    Some(Ok(_)) if !field.always => {}
                    other => wrong.push(format!("{}: {other:?}", field.name)),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(named.len() >= 180, "only {} fields: {named:?}", named.len());
}

#[test]
fn an_event_without_a_certain_field_gets_no_default() {
    let (mut read, mut wrong) = (BTreeSet::new(), Vec::new());
    for (name, _, event) in table::READERS {
        let plugin = definition(name);
        for Frame { message, .. } in frames(name) {
            let Some(rule) = plugin.rule_of(&message["plugindata"]["data"]) else { continue };
            let Some(shape) = plugin.event(&rule.event).and_then(|event| event.shape.as_deref()) else {
                continue;
            };
            if event(&data(&message)).is_none() {
                continue;
            }
            let fields = certain(&plugin, shape, &message);
            for field in fields.iter().filter(|field| field.always) {
                if let Some(typed) = event(&data(&without(&message, field, &fields))) {
                    if typed.get(field.wire()).is_some() {
                        wrong.push(format!("{}: {typed}", field.name));
                    }
                }
                read.insert(field.name.clone());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read.len() > 100, "only {} fields: {read:?}", read.len());
}

/// The certain fields of responses that need a server with static event loops, or a STUN server.
const UNRECORDED: [&str; 5] =
    [" Loop.id", " Loop.handles", " StunResult.public_ip", " StunResult.public_port", " StunResult.elapsed"];

#[test]
fn a_response_of_the_admin_api_without_a_certain_field_is_an_error_that_names_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/admin");
    let admin = Plugin::read_all(&folder).unwrap();
    let (mut named, mut wrong) = (BTreeSet::new(), Vec::new());
    for (verb, message) in admin_frames() {
        let read = |message: &Value| table::admin(&verb, message).expect("a definition of each request");
        read(&message).unwrap();
        let request = admin.requests.iter().find(|request| request.body[0].1 == verb).unwrap();
        let (inner, path) = match request.within_data {
            true => (&message["data"], vec!["data".to_owned()]),
            false => (&message, Vec::new()),
        };
        let mut fields = Vec::new();
        if let Some(shape) = admin.shape(&request.reply) {
            find(&admin, shape, inner, &path, true, &mut fields);
        }
        for field in &fields {
            let expected = format!("missing field `{}`", field.wire());
            match read(&without(&message, field, std::slice::from_ref(field))) {
                Err(error) if error.message().starts_with(&expected) => {
                    assert_eq!(error.code(), ErrorCode::BadResponse);
                    named.insert(field.name.clone());
                }
                Ok(_) if !field.always => {
                    named.insert(field.name.clone());
                }
                other => wrong.push(format!("{verb} {}: {other:?}", field.name)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let received = admin.shapes.iter().filter(|shape| shape.has_extra);
    let fields = received.flat_map(|shape| shape.fields.iter().map(move |field| (shape, field)));
    let certain = fields.filter(|(_, field)| type_name(&field.ty) != "Option");
    let certain = certain.map(|(shape, field)| format!(" {}.{}", shape.name, field.ident));
    let unrecorded: Vec<_> = certain.filter(|name| !named.contains(name)).collect();
    assert_eq!(unrecorded, UNRECORDED);
}
