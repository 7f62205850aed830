//! The package's module of a plugin: its handle class and its events.

use std::fmt::Write as _;

use crate::channel;
use crate::fields;
use crate::model::{Field, NeedsJsep, Plugin, Request, Rule, Shape, Test, innermost, is_list, type_name};
use crate::parts::{body_of, fields_name, member, property, reader_name};
use crate::shapes::{discriminators, is_received, is_whole};

pub const HEADER: &str =
    "// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.\n";

pub fn write(plugin: &Plugin) -> String {
    let mut out = String::from(HEADER);
    // The generated declarations have the types.
    out.push_str("// @ts-nocheck\n\nimport { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';\n");
    if !plugin.channel.is_empty() {
        out.push_str("import { Channel } from '../lib/channel.js';\n");
    }
    let adaptors = used_adaptors(plugin);
    if !adaptors.is_empty() {
        let _ =
            writeln!(out, "import {{ {} }} from '../lib/adaptors/{}.js';", adaptors.join(", "), plugin.name);
    }
    out.push_str("\n/** The plugin's events. */\nexport const EVENT = Object.freeze({\n");
    for name in plugin.event_names() {
        let _ = writeln!(out, "  {}: '{}',", event_key(plugin, name), event_text(plugin, name));
    }
    for name in &plugin.peer_events {
        let _ = writeln!(out, "  {}: '{}',", event_key(plugin, &peer(name)), event_text(plugin, &peer(name)));
    }
    out.push_str("});\n\n/** The plugin's error codes, as in `error.plugin`. */\nexport const ERROR = Object.freeze({\n");
    for (name, number, _) in &plugin.error_codes {
        let _ = writeln!(out, "  {name}: {number},");
    }
    out.push_str("});\n\n");
    fields::write(&mut out, plugin);
    for shape in plugin.shapes.iter().filter(|shape| is_received(plugin, shape)) {
        write_reader(&mut out, plugin, shape);
    }
    let _ = writeln!(out, "export class {}Handle extends PluginHandle {{", plugin.class);
    if plugin.adapts("state") {
        out.push_str(
            "  constructor(session, id) {\n    super(session, id);\n    this._forget();\n  }\n\n  \
             _forget() {\n    Object.assign(this, state);\n  }\n\n",
        );
    }
    for request in &plugin.requests {
        write_method(&mut out, plugin, request);
        write_aliases(&mut out, request);
    }
    write_describe(&mut out, plugin);
    write_peers(&mut out, plugin);
    out.push_str("}\n\n");
    channel::write_javascript(&mut out, plugin);
    let _ = writeln!(
        out,
        "export default {{ id: '{}', Handle: {}Handle, EVENT, ERROR }};",
        plugin.package, plugin.class
    );
    out
}

/// Janode's style: `ECHOTEST_RESULT`.
pub fn event_key(plugin: &Plugin, name: &str) -> String {
    let key = plugin.event_keys.iter().find(|(event, _)| event == name).map(|(_, key)| &**key);
    event_text(plugin, key.unwrap_or(name)).to_uppercase()
}

/// Janode's style: `echotest_result`.
pub fn event_text(plugin: &Plugin, name: &str) -> String {
    format!("{}_{name}", plugin.name)
}

/// The second name of an event, if it is about another participant.
pub fn peer(name: &str) -> String {
    format!("peer_{name}")
}

/// The expression for an event's name; response events that are no events have no key.
fn event_term(plugin: &Plugin, name: &str) -> String {
    match plugin.event(name) {
        Some(_) => format!("EVENT.{}", event_key(plugin, name)),
        None => format!("'{}'", event_text(plugin, name)),
    }
}

/// Whether the field is a boolean, for which a server may send a number.
fn is_flag(field: &Field) -> bool {
    !is_list(&field.ty) && type_name(innermost(&field.ty)) == "bool"
}

fn used_adaptors(plugin: &Plugin) -> Vec<String> {
    let mut used = plugin.callable_adaptors();
    used.retain(|function| plugin.adapts(function));
    used.sort_unstable();
    used.dedup();
    used
}

fn write_reader(out: &mut String, plugin: &Plugin, shape: &Shape) {
    let unwanted = discriminators(plugin, shape);
    let mut taken: Vec<String> =
        unwanted.iter().enumerate().map(|(i, field)| format!("{}: _{i}", property(field))).collect();
    let renamed: Vec<_> = shape.fields.iter().filter(|field| field.name != field.wire).collect();
    taken.extend(renamed.iter().map(|field| format!("{}: {}", property(&field.wire), field.name)));
    let _ = writeln!(out, "function {}(data, message) {{", reader_name(&shape.name));
    // An object that keeps all its fields is not copied.
    let subject = if is_whole(plugin, shape) || !taken.is_empty() { "rest" } else { "data" };
    if subject == "rest" {
        if let Some(from) = plugin.flattened_from(&shape.name) {
            let _ = writeln!(out, "  data = flatten(data, '{from}');");
        }
        taken.push("...rest".to_owned());
        let _ = writeln!(out, "  const {{ {} }} = data;", taken.join(", "));
    }
    for field in &renamed {
        let _ = writeln!(out, "  if ({0} !== undefined) rest.{0} = {0};", field.name);
    }
    for field in &shape.fields {
        let (inner, member) = (type_name(innermost(&field.ty)), member(subject, &field.name));
        let value = match (plugin.shape(&inner).is_some(), is_list(&field.ty)) {
            (true, true) => format!("each({member}, {}, message)", reader_name(&inner)),
            (true, false) => format!("inside({member}, {}, message)", reader_name(&inner)),
            (false, _) if is_flag(field) => {
                let _ = writeln!(out, "  if (typeof {member} === 'number') {member} = {member} !== 0;");
                continue;
            }
            (false, _) => continue,
        };
        let _ = writeln!(out, "  if ({member} !== undefined) {member} = {value};");
    }
    let read = if shape.jsep.is_some() { "withJsep(rest, message)" } else { subject };
    // All fields of a script's events are the script's.
    let read = match plugin.takes_all() {
        true => read.to_owned(),
        false => format!("withExtra({read}, data, {})", fields_name(&shape.name)),
    };
    let _ = writeln!(out, "  return {read};\n}}\n");
}

fn write_method(out: &mut String, plugin: &Plugin, request: &Request) {
    let Some(shape) = plugin.shape(&request.shape) else { return };
    let method = request.method();
    let adapt = |kind: &str| Some(format!("{method}{kind}")).filter(|function| plugin.adapts(function));
    let (taken, members) = body_of(shape, &request.body);
    let wanted: Vec<_> = request.response_events.iter().map(|name| event_term(plugin, name)).collect();
    let wanted = format!("[{}]", wanted.join(", "));
    let read = match plugin.shape(&request.reply) {
        Some(shape) => reader_name(&shape.name),
        None => "nothing".to_owned(),
    };
    let jsep = if shape.jsep.is_some() { "withE2ee(jsep, e2ee)" } else { "undefined" };
    let limits = limits(plugin, request);

    let _ = writeln!(out, "  async {method}(params = {{}}, options = undefined) {{");
    let _ = writeln!(out, "    checkParams(params);");
    let source = adapt("Params").map_or("params".to_owned(), |function| format!("{function}(params, this)"));
    let _ = writeln!(out, "    const {{ {taken} }} = {source};");
    let _ = writeln!(out, "    const body = {{ {members} }};");
    let fields = if plugin.takes_all() { "undefined".to_owned() } else { fields_name(&shape.name) };
    let perform =
        format!("this._perform('{method}', {fields}, {wanted}, {read}, body, {jsep}, options{limits})");
    let perform = match &*request.echoed_fields {
        [] => perform,
        echo => {
            let fields: Vec<_> = echo.iter().map(|field| format!("'{field}'")).collect();
            format!("{perform}.then((data) => repeat([{}], params, data))", fields.join(", "))
        }
    };
    let perform = match &*request.handle_fields {
        [] => perform,
        own => {
            let fields: Vec<_> = own.iter().map(|field| format!("'{field}'")).collect();
            format!("{perform}.then((data) => repeat([{}], this, data))", fields.join(", "))
        }
    };
    let perform = match adapt("Failed") {
        Some(function) => format!("{perform}.catch((error) => {function}(error, params, this))"),
        None => perform,
    };
    match adapt("Result") {
        None => {
            let _ = writeln!(out, "    return await {perform};\n  }}\n");
        }
        Some(function) => {
            let _ = writeln!(out, "    return {function}(await {perform}, params, this);\n  }}\n");
        }
    }
}

/// The options of a request that are not the default.
fn limits(plugin: &Plugin, request: &Request) -> String {
    let mut limits = Vec::new();
    limits.extend(request.timeout.map(|time| format!("timeout_ms: {time}")));
    limits.extend(request.completion.as_ref().map(|completion| format!("completion: {completion}")));
    if !request.refusal_events.is_empty() {
        let events: Vec<_> = request.refusal_events.iter().map(|name| event_term(plugin, name)).collect();
        limits.push(format!("refusal_events: [{}]", events.join(", ")));
    }
    if !request.also_emitted.is_empty() {
        let events: Vec<_> = request.also_emitted.iter().map(|name| event_term(plugin, name)).collect();
        limits.push(format!("also_emitted: [{}]", events.join(", ")));
    }
    match &request.needs_jsep {
        Some(NeedsJsep::Always) => limits.push("needs_jsep: true".to_owned()),
        Some(NeedsJsep::Exchanged(fields)) => limits.push(format!("needs_jsep: ['{}']", fields.join("', '"))),
        None => {}
    }
    if request.idempotent {
        limits.push("idempotent: true".to_owned());
    }
    limits.extend(
        request.since.map(|[major, minor, patch]| format!("since: {}", major * 1000 + minor * 100 + patch)),
    );
    limits.extend(request.timeout_hint.as_ref().map(|why| format!("timeout_hint: '{why}'")));
    if limits.is_empty() { String::new() } else { format!(", {{ {} }}", limits.join(", ")) }
}

fn write_aliases(out: &mut String, request: &Request) {
    for alias in request.js_methods.iter().skip(1) {
        let method = request.method();
        let _ = writeln!(
            out,
            "  {alias}(params, options) {{\n    return this.{method}(params, options);\n  }}\n"
        );
    }
}

fn write_describe(out: &mut String, plugin: &Plugin) {
    out.push_str("  /** @internal */\n  _classify(data) {\n");
    for rule in plugin.rules.iter().filter(|rule| !rule.when.is_empty()) {
        let _ = writeln!(out, "    if ({}) return {};", condition(rule), event_term(plugin, &rule.event));
    }
    let last = plugin.rules.iter().find(|rule| rule.when.is_empty());
    let other = last.map_or("undefined".to_owned(), |rule| event_term(plugin, &rule.event));
    let _ = writeln!(
        out,
        "    return {other};\n  }}\n\n  /** @internal */\n  _read(event, data, message) {{\n    switch (event) {{"
    );
    let mut names: Vec<&str> = Vec::new();
    for rule in &plugin.rules {
        if !names.contains(&&*rule.event) {
            names.push(&rule.event);
        }
    }
    for name in names {
        let _ = writeln!(
            out,
            "      case {}:\n        return {};",
            event_term(plugin, name),
            described(plugin, name)
        );
    }
    out.push_str("      default:\n        return data;\n    }\n  }\n");
}

/// Compares the event's feed with the handle's before the adaptors run, because they may reset the handle's feed.
fn write_peers(out: &mut String, plugin: &Plugin) {
    if plugin.peer_events.is_empty() {
        return;
    }
    out.push_str("\n  /** @internal */\n  _describe(message) {\n    const { feed } = this;\n    const event = super._describe(message);\n    if (!event || event[1].feed === feed) return event;\n    switch (event[0]) {\n");
    for name in &plugin.peer_events {
        let (own, other) = (event_key(plugin, name), event_key(plugin, &peer(name)));
        let _ = writeln!(out, "      case EVENT.{own}:\n        return [EVENT.{other}, event[1]];");
    }
    out.push_str("      default:\n        return event;\n    }\n  }\n");
}

fn condition(rule: &Rule) -> String {
    let terms: Vec<_> = rule
        .when
        .iter()
        .map(|(field, value)| match value {
            Test::Equals(text) => format!("{} === '{text}'", access(field)),
            Test::Present => format!("{} !== undefined", access(field)),
            Test::Missing => format!("{} === undefined", access(field)),
        })
        .collect();
    terms.join(" && ")
}

fn described(plugin: &Plugin, name: &str) -> String {
    let read = match plugin.carried(name) {
        Some("Error") => "pluginRefused(data)".to_owned(),
        Some(shape) => format!("{}(data, message)", reader_name(shape)),
        None => "data".to_owned(),
    };
    let adaptor = format!("{name}Event");
    if plugin.adapts(&adaptor) { format!("{adaptor}({read}, data, this)") } else { read }
}

fn access(name: &str) -> String {
    if let Some((outer, inner)) = name.split_once('.') {
        return format!("{}?.{inner}", access(outer));
    }
    member("data", name)
}
