//! For the tests: functions that read each response and event into its type, and serialize it again.

use std::fmt::Write as _;

use crate::model::Plugin;

pub fn write(plugins: &[Plugin], admin: &Plugin) -> String {
    let mut out = String::from(crate::javascript::HEADER);
    out.push_str(
        "\nuse bifrons::{admin, plugins};\nuse serde_json::Value;\n\nuse super::{Data, Reader, admin_reply, reply, typed};\n\n",
    );
    out.push_str("pub const READERS: &[Reader] = &[\n");
    for plugin in plugins {
        let _ = writeln!(out, "(\"{0}\", {0}_reply, {0}_event),", plugin.name);
    }
    out.push_str("];\n");
    for plugin in plugins {
        write_reply(&mut out, plugin);
        write_event(&mut out, plugin);
    }
    write_admin(&mut out, admin);
    out
}

fn write_admin(out: &mut String, admin: &Plugin) {
    let _ = writeln!(
        out,
        "\n/// Reads the response to a request of the Admin API.\npub fn admin(verb: &str, response: &Value) -> Option<bifrons::Result<Value>> {{\nuse admin as of;\nNone"
    );
    for request in &admin.requests {
        let _ = writeln!(out, ".or_else(|| admin_reply::<of::{}>(verb, response))", request.shape);
    }
    out.push_str("}\n");
}

fn write_reply(out: &mut String, plugin: &Plugin) {
    let name = &plugin.name;
    let _ = writeln!(
        out,
        "\nfn {name}_reply(body: &Value, response: &Data) -> Option<bifrons::Result<Value>> {{\nuse plugins::{name} as of;\nNone"
    );
    // The request with more constant members is the more specific one.
    let mut requests: Vec<_> = plugin.requests.iter().collect();
    requests.sort_by_key(|request| std::cmp::Reverse(request.body.len()));
    for request in requests {
        let _ = writeln!(out, ".or_else(|| reply::<of::{}>(body, response))", request.shape);
    }
    out.push_str("}\n");
}

fn write_event(out: &mut String, plugin: &Plugin) {
    let name = &plugin.name;
    let _ = writeln!(out, "\nfn {name}_event(event: &Data) -> Option<Value> {{");
    if plugin.events.is_empty() {
        out.push_str("let _ = event;\nNone\n}\n");
        return;
    }
    let _ = writeln!(
        out,
        "use plugins::{name}::Event as Of;\nmatch <plugins::{name}::{} as plugins::Plugin>::event(event) {{",
        plugin.class
    );
    for event in &plugin.events {
        let _ = match event.shape.as_deref() {
            Some("Error") => writeln!(out, "Of::{}(_) => Some(Value::Null),", event.variant),
            Some(_) => writeln!(out, "Of::{}(event) => typed(&event),", event.variant),
            None => writeln!(out, "Of::{} => Some(Value::Null),", event.variant),
        };
    }
    out.push_str("_ => None,\n}\n}\n");
}
