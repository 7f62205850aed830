//! The TypeScript declarations of a plugin's module, with the documentation of the definition.

use std::fmt::Write as _;

use syn::Type;

use crate::channel;
use crate::javascript::{HEADER, event_key, event_text, peer};
use crate::links::link_to_rust;
use crate::model::{
    NeedsJsep, Plugin, Request, Shape, last_argument, type_argument, type_name, value_type, with_small_letter,
};
use crate::parts::{doc, interface, property};
use crate::shapes::{is_received, is_sent};
use crate::words;

pub fn write(plugin: &Plugin) -> String {
    with_javascript_names(plugin, &declarations(plugin), |shape| interface(plugin, shape))
}

fn declarations(plugin: &Plugin) -> String {
    let mut out = String::from(HEADER);
    let mut more =
        if plugin.channel.is_empty() { "" } else { ", Emitter, ListenerEvents, TextCarrier" }.to_owned();
    for set in plugin.used_shared_words() {
        let _ = write!(more, ", {set}");
    }
    let _ = writeln!(
        out,
        "\nimport {{ CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received{more} }} from '../index.js';\n"
    );
    for set in &plugin.words {
        words::write_typescript(&mut out, set, &interface(plugin, &set.name));
    }
    for shape in &plugin.shapes {
        write_interface(&mut out, plugin, shape);
    }
    if let Some(types) = &plugin.adaptor_types {
        let _ = writeln!(out, "{types}");
    }
    write_events(&mut out, plugin);
    write_handle(&mut out, plugin);
    channel::write_typescript(&mut out, plugin);
    let _ = write!(
        out,
        "declare const plugin: {{\n  readonly id: '{}';\n  readonly Handle: typeof {}Handle;\n  readonly EVENT: typeof EVENT;\n  readonly ERROR: typeof ERROR;\n}};\nexport default plugin;\n",
        plugin.package, plugin.class
    );
    out
}

/// Replaces Rust's names in comments, such as `JoinPublisher`: requests have the names of their methods, events their
/// event strings, and other types those of `interface`.
pub fn with_javascript_names(plugin: &Plugin, text: &str, interface: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        let is_comment = line.trim_start().starts_with(['/', '*']);
        while let Some((before, after)) = rest.split_once('`').filter(|_| is_comment) {
            out.push_str(before);
            out.push('`');
            rest = after;
            if let Some((name, after)) = after.split_once('`') {
                if let Some(name) = javascript_name(plugin, name, &interface) {
                    out.push_str(&name);
                    out.push('`');
                    rest = after;
                }
            }
        }
        out.push_str(rest);
    }
    out
}

fn javascript_name(plugin: &Plugin, name: &str, interface: impl Fn(&str) -> String) -> Option<String> {
    if name == "InvalidArgument" {
        return Some("invalid_argument".to_owned());
    }
    if let Some(request) = plugin.requests.iter().find(|request| request.shape == name) {
        return Some(request.method());
    }
    if plugin.channel.iter().any(|request| request.shape == name) {
        return Some(with_small_letter(name));
    }
    let is_variant = |event: &&str| plugin.event(event).is_some_and(|event| event.variant == name);
    if let Some(event) = plugin.event_names().into_iter().find(is_variant) {
        return Some(event_text(plugin, event));
    }
    plugin.shape(name).map(|shape| interface(&shape.name))
}

fn write_interface(out: &mut String, plugin: &Plugin, shape: &Shape) {
    doc(out, "", &shape.docs);
    let (is_sent, is_open) = (is_sent(plugin, shape), is_received(plugin, shape) && !plugin.takes_all());
    let base = if is_open { " extends Received" } else { "" };
    // A request may have a member without a value.
    let none = if is_sent { " | undefined" } else { "" };
    let _ = writeln!(out, "export interface {}{base} {{", interface(plugin, &shape.name));
    for field in &shape.fields {
        doc(out, "  ", &field.docs);
        let optional = type_name(&field.ty) == "Option";
        let ty = if optional { type_argument(&field.ty).unwrap_or(&field.ty) } else { &field.ty };
        let _ = writeln!(
            out,
            "  {}{}: {}{};",
            property(&field.name),
            if optional { "?" } else { "" },
            typescript(plugin, ty),
            if optional { none } else { "" }
        );
    }
    if let Some(docs) = &shape.jsep {
        doc(out, "  ", docs);
        let jsep = if is_sent { "JsepInit | null" } else { "Jsep" };
        let _ = match shape.always_has_jsep {
            true => writeln!(out, "  jsep: {jsep};"),
            false => writeln!(out, "  jsep?: {jsep}{none};"),
        };
        doc(out, "  ", &["Whether the media are encrypted end to end (default: false).".to_owned()]);
        let _ = writeln!(out, "  e2ee?: boolean{none};");
    }
    if plugin.takes_all() {
        out.push_str("  /** The fields that the script defines. */\n  [field: string]: unknown;\n");
    }
    out.push_str("}\n\n");
}

fn typescript(plugin: &Plugin, ty: &Type) -> String {
    let inner = || type_argument(ty).map_or("unknown".to_owned(), |ty| typescript(plugin, ty));
    match &*value_type(ty) {
        "bool" => "boolean".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "i32" | "i64" | "f32" | "f64" => "number".to_owned(),
        "String" => "string".to_owned(),
        "Id" => "number | string".to_owned(),
        "Secret" => "string".to_owned(),
        "Vec" => format!("Array<{}>", inner()),
        "BTreeMap" => {
            let value = last_argument(ty).map_or("unknown".to_owned(), |ty| typescript(plugin, ty));
            format!("Record<string, {value}>")
        }
        "Value" => "unknown".to_owned(),
        "Error" => "JanusError".to_owned(),
        name if plugin.words.iter().any(|set| set.name == name) => interface(plugin, name),
        name if plugin.shared_words.iter().any(|set| set.name == name) => name.to_owned(),
        name if plugin.shape(name).is_some() => interface(plugin, name),
        _ => "unknown".to_owned(),
    }
}

fn write_events(out: &mut String, plugin: &Plugin) {
    let own = plugin.event_names().into_iter().map(|name| (name, name.to_owned(), ""));
    let others = plugin.peer_events.iter().map(|name| (&**name, peer(name), " About another participant."));
    let events: Vec<_> = own.chain(others).collect();
    out.push_str("/** The plugin's events. */\nexport declare const EVENT: {\n");
    for (event, name, about) in &events {
        let docs = plugin.event(event).map(|event| &*event.docs).unwrap_or_default();
        doc(out, "  ", &docs.iter().map(|line| format!("{line}{about}")).collect::<Vec<_>>());
        let _ = writeln!(out, "  readonly {}: '{}';", event_key(plugin, name), event_text(plugin, name));
    }
    out.push_str(
        "};\n\n/** The plugin's error codes, as in `error.plugin`. */\nexport declare const ERROR: {\n",
    );
    for (name, number, docs) in &plugin.error_codes {
        doc(out, "  ", docs);
        let _ = writeln!(out, "  readonly {name}: {number};");
    }
    let _ = writeln!(
        out,
        "}};\n\n/** The arguments of the listeners of each event. */\nexport interface {}Events extends HandleEvents {{",
        plugin.class
    );
    for (event, name, _) in &events {
        let shape = plugin.event(event).and_then(|event| event.shape.as_deref());
        let carried = plugin.adapted_type(&format!("{event}Event")).unwrap_or_else(|| match shape {
            Some("Error") => "JanusError".to_owned(),
            Some(shape) => interface(plugin, shape),
            None => "Record<string, never>".to_owned(),
        });
        let _ = writeln!(out, "  {}: [{carried}];", event_text(plugin, name));
    }
    out.push_str("}\n\n");
}

fn write_handle(out: &mut String, plugin: &Plugin) {
    doc(out, "", &plugin.docs);
    let _ = writeln!(out, "export declare class {0}Handle extends Handle<{0}Events> {{", plugin.class);
    for request in &plugin.requests {
        let Some(shape) = plugin.shape(&request.shape) else { continue };
        let link = link_to_rust(&format!("plugins/{}", plugin.name), request);
        doc(out, "  ", &[&*shape.docs, &[String::new(), link]].concat());
        let method = request.method();
        let params = plugin.adapted_type(&format!("{method}Params"));
        let always = matches!(request.needs_jsep, Some(NeedsJsep::Always)) && params.is_none();
        let with_jsep = if always { " & { jsep: JsepInit | null }" } else { "" };
        let params = params.unwrap_or_else(|| format!("{}{with_jsep}", interface(plugin, &shape.name)));
        let reply = plugin.adapted_type(&format!("{method}Result")).unwrap_or_else(|| reply(plugin, request));
        let required = always || shape.fields.iter().any(|field| type_name(&field.ty) != "Option");
        let answered = format!("{reply} & {{ jsep: Jsep }}");
        let takes = |params: &str, reply: &str, required: bool| {
            let mark = if required { "" } else { "?" };
            format!("(params{mark}: {params}, options?: CallOptions): Promise<{reply}>;")
        };
        let takes = match (request.answers_jsep, always) {
            (true, true) => vec![takes(&params, &answered, true)],
            (true, false) => vec![
                takes(&format!("{params} & {{ jsep: JsepInit }}"), &answered, true),
                takes(&params, &reply, required),
            ],
            (false, _) => vec![takes(&params, &reply, required)],
        };
        for takes in &takes {
            let _ = writeln!(out, "  {method}{takes}");
        }
        for alias in request.js_methods.iter().skip(1) {
            let _ = writeln!(out, "  /** The same as `{method}`. */");
            for takes in &takes {
                let _ = writeln!(out, "  {alias}{takes}");
            }
        }
    }
    out.push_str("}\n\n");
}

/// The type of the response, with the fields that the result repeats.
fn reply(plugin: &Plugin, request: &Request) -> String {
    if request.reply == "()" {
        return "Record<string, never>".to_owned();
    }
    let reply = interface(plugin, &request.reply);
    let own = plugin.shape(&request.reply).map(|shape| &*shape.fields).unwrap_or_default();
    let missing = |name: &&String| !own.iter().any(|field| field.name == **name);
    let mut types = vec![reply];
    let repeated: Vec<_> =
        request.echoed_fields.iter().filter(missing).map(|name| format!("'{name}'")).collect();
    if !repeated.is_empty() {
        types.push(format!("Pick<{}, {}>", interface(plugin, &request.shape), repeated.join(" | ")));
    }
    let own: Vec<_> = request
        .handle_fields
        .iter()
        .filter(missing)
        .map(|name| format!("{name}?: number | string;"))
        .collect();
    if !own.is_empty() {
        types.push(format!("{{ {} }}", own.join(" ")));
    }
    types.join(" & ")
}
