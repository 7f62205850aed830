//! The gateway's table: what stands in each field of each request, response and event, from the types of the
//! definitions.

use std::fmt::Write as _;

use crate::model::{Field, Plugin, Request, Rule, Shape, Test, innermost, is_list, map_value, type_name};

pub fn write(plugins: &[Plugin]) -> String {
    let mut out = String::from(crate::javascript::HEADER);
    out.push_str(
        "\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::{Condition, Event, Field, Holds, Plugin, Request, Shape};\n\n\
        /// The plugins of the definitions.\npub static PLUGINS: &[Plugin] = &[\n",
    );
    for plugin in plugins {
        let _ = writeln!(out, "    {}::PLUGIN,", plugin.name);
    }
    out.push_str("];\n");
    for plugin in plugins {
        write_plugin(&mut out, plugin);
    }
    out
}

fn write_plugin(out: &mut String, plugin: &Plugin) {
    let _ = writeln!(
        out,
        "\nmod {name} {{\n    use super::*;\n\n    pub const PLUGIN: Plugin = Plugin {{ name: {name:?}, package: {:?}, requests: REQUESTS, events: EVENTS }};",
        plugin.package,
        name = plugin.name,
    );
    out.push_str("\n    const REQUESTS: &[Request] = &[\n");
    for request in requests(plugin) {
        write_request(out, plugin, request);
    }
    out.push_str("    ];\n\n    const EVENTS: &[Event] = &[\n");
    for (rule, shape) in events(plugin) {
        let when =
            rule.when.iter().map(|(field, test)| condition(field, test)).collect::<Vec<_>>().join(", ");
        let within = plugin.flattened_from(&shape.name);
        let droppable = plugin.droppable.contains(&rule.event);
        let _ = writeln!(
            out,
            "        Event {{ name: {:?}, when: &[{when}], within: {within:?}, shape: &{}, droppable: {droppable} }},",
            rule.event,
            constant(&shape.name)
        );
    }
    out.push_str("    ];\n\n");
    let used = used_shapes(plugin);
    for shape in plugin.shapes.iter().filter(|shape| used.contains(&&*shape.name)) {
        let _ = writeln!(out, "    static {}: Shape = Shape(&[", constant(&shape.name));
        for field in &shape.fields {
            write_field(out, plugin, field);
        }
        out.push_str("    ]);\n");
    }
    out.push_str("}\n");
}

/// What the plugin sends, with its shape.
fn events(plugin: &Plugin) -> impl Iterator<Item = (&Rule, &Shape)> {
    let rules = plugin.rules.iter().filter(|_| !plugin.takes_all());
    rules.filter_map(|rule| Some((rule, plugin.shape(plugin.carried(&rule.event)?)?)))
}

/// The names of the shapes of requests, responses and events, and of those inside them. What goes over a data channel
/// is not the gateway's.
fn used_shapes(plugin: &Plugin) -> Vec<&str> {
    let requests = plugin.requests.iter().filter(|_| !plugin.takes_all());
    let of_requests = requests.flat_map(|request| [&*request.shape, &*request.reply]);
    let mut used = Vec::new();
    let mut unseen: Vec<&str> = of_requests.chain(events(plugin).map(|(_, shape)| &*shape.name)).collect();
    while let Some(name) = unseen.pop() {
        let Some(shape) = plugin.shape(name).filter(|shape| !used.contains(&&*shape.name)) else { continue };
        used.push(&*shape.name);
        let inner = shape.fields.iter().map(|field| type_name(innermost(&field.ty)));
        unseen.extend(inner.filter_map(|name| plugin.shape(&name)).map(|shape| &*shape.name));
    }
    used
}

/// The requests, the one with more constant members first: it is the more specific one.
fn requests(plugin: &Plugin) -> Vec<&Request> {
    let mut requests: Vec<_> = plugin.requests.iter().collect();
    requests.sort_by_key(|request| std::cmp::Reverse(request.body.len()));
    requests
}

fn write_request(out: &mut String, plugin: &Plugin, request: &Request) {
    let body = request.body.iter().map(|(name, value)| format!("({name:?}, {value:?})"));
    let shape = |name: &str| match plugin.shape(name) {
        Some(shape) => format!("Some(&{})", constant(&shape.name)),
        None => "None".to_owned(),
    };
    let _ = writeln!(
        out,
        "        Request {{ name: {:?}, body: &[{}], fields: {}, response: {}, within: {:?} }},",
        request.shape,
        body.collect::<Vec<_>>().join(", "),
        // A script's requests and responses are its own.
        if plugin.takes_all() { "None".to_owned() } else { shape(&request.shape) },
        if plugin.takes_all() { "None".to_owned() } else { shape(&request.reply) },
        request.reply_in.as_deref().or_else(|| plugin.flattened_from(&request.reply)),
    );
}

fn write_field(out: &mut String, plugin: &Plugin, field: &Field) {
    let holds = holds(plugin, field);
    let many = is_list(&field.ty);
    let _ = writeln!(out, "        Field {{ name: {:?}, holds: {holds}, many: {many} }},", field.wire);
    if let Some(alias) = &field.alias {
        let _ = writeln!(out, "        Field {{ name: {alias:?}, holds: {holds}, many: {many} }},");
    }
}

fn condition(field: &str, test: &Test) -> String {
    match test {
        Test::Equals(text) => format!("Condition::Is({field:?}, {text:?})"),
        Test::Present => format!("Condition::Has({field:?})"),
        Test::Missing => format!("Condition::Lacks({field:?})"),
    }
}

/// What a value of the field is, by its type.
fn holds(plugin: &Plugin, field: &Field) -> String {
    if map_value(&field.ty).is_some() {
        return "Holds::Object".to_owned();
    }
    let name = type_name(innermost(&field.ty));
    let word = match &*name {
        "AccessKey" => "AccessKey",
        "RoomId" => "Room",
        "FeedId" => "Feed",
        "MountpointId" => "Mountpoint",
        "UserId" => "User",
        "SipUri" => "SipUri",
        "FilePath" => "File",
        "HostName" => "Host",
        "NetworkInterface" => "Interface",
        "MediaUrl" => "Url",
        "Bitrate" => "Bitrate",
        "Secret" => "Secret",
        "bool" => "Flag",
        "u8" | "u16" | "u32" | "u64" | "i32" | "i64" | "f64" => "Number",
        "Value" | "Map" => "Any",
        other if plugin.shape(other).is_some() => return format!("Holds::Parts(&{})", constant(other)),
        _ => "Text",
    };
    format!("Holds::{word}")
}

/// `JOIN_PUBLISHER` for `JoinPublisher`.
fn constant(shape: &str) -> String {
    let mut name = String::new();
    for letter in shape.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}
