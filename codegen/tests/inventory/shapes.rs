//! Compares values with the shapes that read or write them.

use std::collections::BTreeMap;

use bifrons_codegen::model::{Field, Plugin, Shape, Test, innermost, type_name};
use serde_json::{Map, Value};

/// All fields of a request on the wire, those of objects inside as `streams.mid`, and whether each
/// is an `Option`.
pub fn fields(plugin: &Plugin, shape: &str) -> BTreeMap<String, bool> {
    let mut found = BTreeMap::new();
    let Some(shape) = plugin.shape(shape) else { return found };
    for field in &shape.fields {
        found.insert(field.wire.clone(), type_name(&field.ty) == "Option");
        for (inner, optional) in fields(plugin, &type_name(innermost(&field.ty))) {
            found.insert(format!("{}.{inner}", field.wire), optional);
        }
    }
    found
}

/// Returns the fields of the plugin's data that the shape lacks, or has with another type.
pub fn unknown_fields(plugin: &Plugin, shape: &str, data: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let Some(shape) = plugin.shape(shape) else { return found };
    if plugin.takes_all() {
        return found;
    }
    let mut data = data.as_object().cloned().unwrap_or_default();
    flatten(plugin, shape, &mut data);
    let named = discriminators(plugin);
    data.retain(|name, _| shape_has(shape, name).is_some() || !named.contains(&&**name));
    check_inner(plugin, shape, &data, "", &mut found);
    found
}

fn flatten(plugin: &Plugin, shape: &Shape, data: &mut Map<String, Value>) {
    let Some(from) = plugin.flattened_from(&shape.name) else { return };
    if data.get(from).is_some_and(Value::is_object) {
        if let Some(Value::Object(inner)) = data.remove(from) {
            data.extend(inner);
        }
    }
}

/// The members whose value only names the event; Janus up to 1.3.1 misspells TextRoom's kick.
fn discriminators(plugin: &Plugin) -> Vec<&str> {
    let conditions = plugin.rules.iter().flat_map(|rule| &rule.when);
    let named = conditions.filter(|(_, test)| matches!(test, Test::Equals(_)));
    let named = named.map(|(field, _)| field.rsplit('.').next().unwrap_or(field));
    named.chain([&*plugin.name, "textbridge"]).collect()
}

fn shape_has<'s>(shape: &'s Shape, name: &str) -> Option<&'s Field> {
    shape.fields.iter().find(|field| field.wire == name || field.alias.as_deref() == Some(name))
}

fn check_inner(plugin: &Plugin, shape: &Shape, data: &Map<String, Value>, at: &str, found: &mut Vec<String>) {
    for (name, value) in data {
        let Some(field) = shape_has(shape, name) else {
            found.push(format!("has no {at}{name}"));
            continue;
        };
        let Some(inner) = plugin.shape(&type_name(innermost(&field.ty))) else { continue };
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values.iter().filter_map(Value::as_object) {
            check_inner(plugin, inner, value, &format!("{at}{name}."), found);
        }
    }
}
