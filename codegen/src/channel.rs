//! The class for a plugin's data channel: requests, responses and events.

use std::fmt::Write as _;

use crate::model::{Plugin, type_name, with_small_letter};
use crate::parts::{body_of, doc, fields_name, interface, reader_name};

/// The event for messages that the definition does not have.
const OTHER: &str = "other";

pub fn write_javascript(out: &mut String, plugin: &Plugin) {
    if plugin.channel.is_empty() {
        return;
    }
    let _ = writeln!(out, "export class {}Channel extends Channel {{", plugin.class);
    out.push_str("  static EVENT = Object.freeze({\n");
    for (key, text) in names(plugin) {
        let _ = writeln!(out, "    {key}: '{text}',");
    }
    out.push_str("  });\n\n");
    for request in &plugin.channel {
        let Some(shape) = plugin.shape(&request.shape) else { continue };
        let (taken, members) = body_of(shape, &[]);
        let (method, read) = (with_small_letter(&request.shape), reader_name(&request.reply));
        let _ = writeln!(
            out,
            "  async {method}(params = {{}}, options = undefined) {{\n    const {{ {taken} }} = params;\n    return this._request('{}', {}, {{ {members} }}, {read}, options);\n  }}\n",
            request.verb,
            fields_name(&request.shape)
        );
    }
    let _ = writeln!(out, "  /** @internal */\n  _describe(data) {{\n    switch (data.{}) {{", plugin.name);
    for event in &plugin.channel_events {
        let read = match event.shape.as_deref() {
            Some("Error") => "pluginRefused(data)".to_owned(),
            Some(shape) => format!("{}(data)", reader_name(shape)),
            None => "data".to_owned(),
        };
        let name = event.variant.to_lowercase();
        let text = text(plugin, &name);
        let _ = writeln!(out, "      case '{name}':\n        return ['{text}', {read}];");
    }
    let _ = writeln!(
        out,
        "      default:\n        return ['{}', data];\n    }}\n  }}\n}}\n",
        text(plugin, OTHER)
    );
}

pub fn write_typescript(out: &mut String, plugin: &Plugin) {
    if plugin.channel.is_empty() {
        return;
    }
    let class = &plugin.class;
    let _ = writeln!(
        out,
        "/** The events of the data channel. */\nexport interface {class}ChannelEvents extends ListenerEvents {{"
    );
    for event in &plugin.channel_events {
        doc(out, "  ", &event.docs);
        let carried = match event.shape.as_deref() {
            Some("Error") => "JanusError".to_owned(),
            Some(shape) => interface(plugin, shape),
            None => "unknown".to_owned(),
        };
        let _ = writeln!(out, "  {}: [{carried}];", text(plugin, &event.variant.to_lowercase()));
    }
    let _ = writeln!(
        out,
        "  /** A message that this version does not know, as Janus sent it. */\n  {}: [unknown];\n  /** Events were dropped in this place: more events waited for the first listener than are kept. */\n  handle_missed: [{{ count: number }}];\n}}\n",
        text(plugin, OTHER)
    );
    let _ = writeln!(
        out,
        "/**\n * The requests and events of the data channel. It listens to a page's `RTCDataChannel`\n * by itself; `receive` takes texts that arrive in another way.\n */\nexport declare class {class}Channel extends Emitter<{class}ChannelEvents> {{\n  static readonly EVENT: {{"
    );
    for (key, text) in names(plugin) {
        let _ = writeln!(out, "    readonly {key}: '{text}';");
    }
    out.push_str("  };\n  constructor(carrier: TextCarrier);\n  /** Receives a text from Janus. */\n  receive(text: string): void;\n");
    for request in &plugin.channel {
        let Some(shape) = plugin.shape(&request.shape) else { continue };
        doc(out, "  ", &shape.docs);
        let required = shape.fields.iter().any(|field| type_name(&field.ty) != "Option");
        let _ = writeln!(
            out,
            "  {}(params{}: {}, options?: CallOptions): Promise<{}>;",
            with_small_letter(&request.shape),
            if required { "" } else { "?" },
            interface(plugin, &request.shape),
            interface(plugin, &request.reply)
        );
    }
    out.push_str("}\n\n");
}

/// `TEXTROOM_MESSAGE` and `textroom_message`, for each event.
fn names(plugin: &Plugin) -> Vec<(String, String)> {
    let names = plugin.channel_events.iter().map(|event| event.variant.to_lowercase());
    let texts = names.chain([OTHER.to_owned()]).map(|name| text(plugin, &name));
    texts.map(|text| (text.to_uppercase(), text)).collect()
}

/// The event string of a variant.
pub fn event_text(plugin: &Plugin, variant: &str) -> String {
    text(plugin, &variant.to_lowercase())
}

fn text(plugin: &Plugin, name: &str) -> String {
    format!("{}_{name}", plugin.name)
}
