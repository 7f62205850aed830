//! The requests as methods of the Rust client's handles.

use std::fmt::Write as _;

use crate::links::{first_sentence, link_to_javascript};
use crate::model::{Plugin, Request};
use crate::parts::snake;

pub fn write(plugin: &Plugin) -> String {
    let mut names: Vec<&str> = vec![&plugin.class];
    if !plugin.roles.is_empty() {
        names.push("role");
    }
    for request in &plugin.requests {
        names.push(&request.shape);
        if plugin.shape(&request.reply).is_some() {
            names.push(&request.reply);
        }
    }
    names.sort_unstable();
    names.dedup();
    let mut out = String::from(crate::javascript::HEADER);
    let _ = write!(
        out,
        "\nuse crate::client::Handle;\nuse crate::error::Result;\nuse crate::plugins::{}::{{{}}};\n\nimpl Handle<{}> {{\n",
        plugin.name,
        names.join(", "),
        plugin.class
    );
    write_methods(&mut out, plugin, plugin.requests.iter().collect());
    for role in &plugin.roles {
        let _ = writeln!(out, "\nimpl Handle<role::{}> {{", role.name);
        let requests = role
            .requests
            .iter()
            .filter_map(|name| plugin.requests.iter().find(|request| request.shape == *name));
        write_methods(&mut out, plugin, requests.collect());
    }
    out
}

/// Writes the methods of these requests, and the end of their `impl`.
fn write_methods(out: &mut String, plugin: &Plugin, requests: Vec<&Request>) {
    for (index, request) in requests.into_iter().enumerate() {
        let docs = plugin.shape(&request.shape).map(|shape| &*shape.docs).unwrap_or_default();
        if index > 0 {
            out.push('\n');
        }
        for line in docs {
            let _ = writeln!(out, "{}", format!("    /// {line}").trim_end());
        }
        let _ = writeln!(out, "    ///\n    /// {}", link_to_javascript(&plugin.name, request));
        out.push_str("    ///\n    /// # Errors\n");
        out.push_str(
            "    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.\n",
        );
        let _ = writeln!(
            out,
            "    pub async fn {}(&self, request: {}) -> Result<{}> {{\n        self.request(request).await\n    }}",
            snake(&request.shape),
            request.shape,
            request.reply
        );
    }
    out.push_str("}\n");
}

/// The requests as a table, for the documentation of the plugin's module.
pub fn table(plugin: &Plugin) -> String {
    let mut out = format!(
        "# Requests\n\nEach is a method of [`Handle<{}>`](crate::Handle).\n\n| method | request | response | meaning |\n|---|---|---|---|\n",
        plugin.class
    );
    for request in &plugin.requests {
        let docs = plugin.shape(&request.shape).map(|shape| &*shape.docs).unwrap_or_default();
        let sentence = first_sentence(docs);
        let reply = match plugin.shape(&request.reply) {
            Some(_) => format!("[`{}`]", request.reply),
            None => format!("`{}`", request.reply),
        };
        let method = snake(&request.shape);
        let _ = writeln!(out, "| `{method}` | [`{}`] | {reply} | {sentence} |", request.shape);
    }
    if !plugin.roles.is_empty() {
        out.push_str(
            "\n# Roles\n\nA handle that is attached as a role has only the requests of that role.\n\n",
        );
        out.push_str("| role | methods |\n|---|---|\n");
    }
    for role in &plugin.roles {
        let methods: Vec<String> = role.requests.iter().map(|name| format!("`{}`", snake(name))).collect();
        let _ = writeln!(out, "| [`role::{}`] | {} |", role.name, methods.join(", "));
    }
    out
}
