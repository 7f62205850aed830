//! The names of a shape's fields: what the package's code finds unknown fields by.

use std::fmt::Write as _;

use crate::model::{Field, Plugin, Shape, innermost, type_name};
use crate::parts::{fields_name, property};
use crate::shapes::{discriminators, is_received, is_sent};

/// Writes a constant for each shape, those inside a shape before it.
pub fn write(out: &mut String, plugin: &Plugin) {
    if plugin.takes_all() {
        return;
    }
    let mut written = Vec::new();
    for shape in plugin.shapes.iter().filter(|shape| is_received(plugin, shape) || is_sent(plugin, shape)) {
        write_shape(out, plugin, shape, &mut written);
    }
    out.push('\n');
}

fn write_shape<'p>(out: &mut String, plugin: &'p Plugin, shape: &'p Shape, written: &mut Vec<&'p str>) {
    if written.contains(&&*shape.name) {
        return;
    }
    written.push(&shape.name);
    let is_sent = is_sent(plugin, shape);
    let parts: Vec<(&Field, &Shape)> = shape
        .fields
        .iter()
        .filter(|_| is_sent)
        .filter_map(|field| Some((field, plugin.shape(&type_name(innermost(&field.ty)))?)))
        .filter(|(_, part)| part.name != shape.name)
        .collect();
    for (_, part) in &parts {
        write_shape(out, plugin, part, written);
    }
    let _ = write!(
        out,
        "const {} = fields('{}'",
        fields_name(&shape.name),
        names(plugin, shape, is_sent).join(" ")
    );
    if !parts.is_empty() {
        let parts = parts
            .iter()
            .map(|(field, part)| format!("{}: {}", property(&field.wire), fields_name(&part.name)));
        let _ = write!(out, ", {{ {} }}", parts.collect::<Vec<_>>().join(", "));
    }
    out.push_str(");\n");
}

/// The names on the wire; with the name in JavaScript where a request has another one.
fn names(plugin: &Plugin, shape: &Shape, is_sent: bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    if is_received(plugin, shape) {
        names.extend(discriminators(plugin, shape).into_iter().map(str::to_owned));
    }
    let requests = plugin.requests.iter().filter(|request| request.shape == shape.name);
    names.extend(requests.flat_map(|request| &request.body).map(|(name, _)| name.clone()));
    for field in &shape.fields {
        names.extend(field.alias.clone());
        names.push(match is_sent && field.name != field.wire {
            true => format!("{}:{}", field.wire, field.name),
            false => field.wire.clone(),
        });
    }
    names
}
