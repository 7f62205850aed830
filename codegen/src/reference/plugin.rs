//! The page of a plugin: its requests and its events; that of the Admin API; that of the events of all handles.

use std::fmt::Write as _;
use std::path::Path;

use super::{janode, janus};
use crate::admin::verb;
use crate::channel;
use crate::error::Result;
use crate::javascript::{event_key, event_text, peer};
use crate::links::{RUST, anchor, first_sentence, rust_page};
use crate::model::{Plugin, Request, with_small_letter};
use crate::parts::{interface, snake};
use crate::shared::Shared;

const HEADER: &str = "<!-- Generated from src and codegen/src/reference; run `make generate`. -->\n\n";

/// The columns of a table of requests.
const REQUESTS: &str =
    "| Janus | JavaScript | Rust | Janode 1.8 | since | meaning |\n|---|---|---|---|---|---|\n";

/// Where TypeDoc writes the documentation of the package's modules, from the folder of the plugins' pages.
const API: &str = "../api/bifrons";

pub fn write(plugin: &Plugin) -> Result<String> {
    let (name, class) = (&plugin.name, &plugin.class);
    let mut page = format!(
        "{HEADER}# {class}\n\n`{}`: in JavaScript [`bifrons/plugins/{name}`]({API}/plugins/{name}/index.md), in Rust \
         [`bifrons::plugins::{name}`]({RUST}/plugins/{name}/index.html), at Janus [its documentation]({}).",
        plugin.package,
        janus::documentation(name)
    );
    if !plugin.error_codes.is_empty() {
        let _ = write!(page, " [Its error numbers](../error-codes.md#{name}).");
    }
    page.push('\n');
    let janode = janode::methods(name, plugin).map_err(|problem| problem.in_file(Path::new(file!())))?;
    let _ = write!(
        page,
        "\n## Requests\n\nEach is a method of [`{class}Handle`]({API}/plugins/{name}/classes/{class}Handle.md), and in Rust of [`Handle<{class}>`]({RUST}/struct.Handle.html).\n\n{REQUESTS}"
    );
    for request in &plugin.requests {
        let javascript = format!("{API}/plugins/{name}/classes/{class}Handle.md");
        write_request(
            &mut page,
            plugin,
            request,
            &wire_name(request),
            &javascript,
            &format!("plugins/{name}"),
            &janode,
        );
    }
    write_channel(&mut page, plugin);
    write_own_events(&mut page, plugin);
    Ok(page)
}

pub fn write_admin(admin: &Plugin) -> Result<String> {
    let mut page = format!(
        "{HEADER}# Admin API\n\nEach request is a method of a [connection]({API}/index.md#adminmethods) with `is_admin`, and in Rust \
         of [`Admin`]({RUST}/struct.Admin.html). Janus's documentation describes them in \
         [its page](https://janus.conf.meetecho.com/docs/admin.html#adminreq).\n\n{REQUESTS}"
    );
    let janode = janode::methods("admin", admin).map_err(|problem| problem.in_file(Path::new(file!())))?;
    for request in &admin.requests {
        let javascript = format!("{API}/index.md");
        write_request(
            &mut page,
            admin,
            request,
            &format!("`{}`", verb(request)),
            &javascript,
            "admin",
            &janode,
        );
    }
    Ok(page)
}

fn write_request(
    page: &mut String,
    plugin: &Plugin,
    request: &Request,
    wire: &str,
    javascript: &str,
    module: &str,
    janode: &[&str],
) {
    let (shape, method) = (&request.shape, request.method());
    let docs = plugin.shape(shape).map(|shape| &*shape.docs).unwrap_or_default();
    let names = [&*method].into_iter().chain(request.js_methods.iter().skip(1).map(|name| &**name));
    let of_janode: Vec<_> =
        names.filter(|name| janode.contains(name)).map(|name| format!("`{name}`")).collect();
    let since = request.since.map(|[a, b, c]| format!("{a}.{b}.{c}")).unwrap_or_default();
    let _ = writeln!(
        page,
        "| <a id=\"{}\"></a>{wire} | [`{method}`]({javascript}#{}) | [`{}`]({}) | {} | {since} | {} |",
        anchor(shape),
        method.to_lowercase(),
        snake(shape),
        rust_page(module, shape),
        of_janode.join(", "),
        first_sentence(docs),
    );
}

/// The request's name on the wire, with the other constant members of its body.
fn wire_name(request: &Request) -> String {
    let member = |(name, value): &(String, String)| match &**name {
        "request" => format!("`{value}`"),
        _ => format!("`{name}: {value}`"),
    };
    match &*request.body {
        [] => "any body".to_owned(),
        body => body.iter().map(member).collect::<Vec<_>>().join(", "),
    }
}

fn write_channel(page: &mut String, plugin: &Plugin) {
    if plugin.channel.is_empty() {
        return;
    }
    let (name, class) = (&plugin.name, &plugin.class);
    let _ = write!(
        page,
        "\n## Requests over the data channel\n\nEach is a method of [`{class}Channel`]({API}/plugins/{name}/classes/{class}Channel.md); in Rust the structs are in [`channel`]({RUST}/plugins/{name}/channel/index.html).\n\n| Janus | JavaScript | Rust | meaning |\n|---|---|---|---|\n"
    );
    for request in &plugin.channel {
        let (shape, method) = (&request.shape, with_small_letter(&request.shape));
        // The handle has some of the requests, too.
        let is_of_handle = plugin.requests.iter().any(|request| request.shape == *shape);
        let module = format!("plugins/{name}{}", if is_of_handle { "" } else { "/channel" });
        let docs = plugin.shape(shape).map(|shape| &*shape.docs).unwrap_or_default();
        let _ = writeln!(
            page,
            "| `{}` | [`{method}`]({API}/plugins/{name}/classes/{class}Channel.md#{}) | [`{shape}`]({}) | {} |",
            request.verb,
            method.to_lowercase(),
            rust_page(&module, shape),
            first_sentence(docs)
        );
    }
    page.push_str(
        "\n## Events of the data channel\n\n| event string | key | Rust | meaning |\n|---|---|---|---|\n",
    );
    for event in &plugin.channel_events {
        let text = channel::event_text(plugin, &event.variant);
        let _ = writeln!(
            page,
            "| `{text}` | `{}` | [`ChannelEvent::{1}`]({RUST}/plugins/{name}/channel/enum.ChannelEvent.html#variant.{1}) | {2} |",
            text.to_uppercase(),
            event.variant,
            first_sentence(&event.docs)
        );
    }
}

fn write_own_events(page: &mut String, plugin: &Plugin) {
    let name = &plugin.name;
    page.push_str("\n## Events\n\nBesides [those of every handle](../events.md). An event that repeats may be [dropped](../../guides/events.md) where it is not read.\n\n");
    page.push_str("| event string | key of `EVENT` | data | Rust | may be dropped | meaning |\n|---|---|---|---|---|---|\n");
    let own = plugin.event_names().into_iter().map(|event| (event, event.to_owned(), ""));
    let others =
        plugin.peer_events.iter().map(|event| (&**event, peer(event), " About another participant."));
    for (event, named, about) in own.chain(others) {
        let Some(defined) = plugin.event(event) else { continue };
        let drops = plugin.droppable.iter().any(|name| name == event);
        let _ = writeln!(
            page,
            "| `{}` | `{}` | {} | [`Event::{3}`]({RUST}/plugins/{name}/enum.Event.html#variant.{3}) | {4} | {5}{about} |",
            event_text(plugin, &named),
            event_key(plugin, &named),
            data_of(plugin, event, defined.shape.as_deref()),
            defined.variant,
            if drops { "yes" } else { "" },
            first_sentence(&defined.docs)
        );
    }
}

/// The type of an event's data in TypeScript.
fn data_of(plugin: &Plugin, event: &str, shape: Option<&str>) -> String {
    let adapted = plugin.adapted_type(&format!("{event}Event"));
    match (adapted, shape) {
        (None, Some("Error")) => format!("[`JanusError`]({API}/classes/JanusError.md)"),
        (None, None) => String::new(),
        (adapted, shape) => {
            let of = adapted.unwrap_or_else(|| interface(plugin, shape.unwrap_or_default()));
            format!("[`{of}`]({API}/plugins/{}/index.md#{})", plugin.name, of.to_lowercase())
        }
    }
}

/// The events of connections, sessions and handles, and where those of the plugins are.
pub fn write_events(plugins: &[Plugin], shared: &Shared) -> String {
    let mut page = format!(
        "{HEADER}# Events\n\nIn JavaScript a connection, a session and a handle emit events with these names, which `EVENT` of `bifrons` has. \
         [Events and backpressure](../guides/events.md) describes when they come. Rust has \
         [`Event`]({RUST}/enum.Event.html) for handles and [`ConnectionEvent`]({RUST}/enum.ConnectionEvent.html).\n\n\
         | event string | key of `EVENT` | meaning |\n|---|---|---|\n"
    );
    for event in shared.events() {
        let _ = writeln!(page, "| `{}` | `{}` | {} |", event.text, event.key, event.docs.join(" "));
    }
    page.push_str("\nThe data of each are in [`HandleEvents`](api/bifrons/index.md#handleevents), [`SessionEvents`](api/bifrons/index.md#sessionevents) and [`ConnectionEvents`](api/bifrons/index.md#connectionevents).\n\n## Of the plugins\n\n| plugin | event strings |\n|---|---|\n");
    for plugin in plugins {
        let texts: Vec<_> =
            plugin.event_names().iter().map(|event| format!("`{}`", event_text(plugin, event))).collect();
        let _ = writeln!(
            page,
            "| [{}](plugins/{}.md#events) | {} |",
            plugin.class,
            plugin.name,
            texts.join(", ")
        );
    }
    page
}
