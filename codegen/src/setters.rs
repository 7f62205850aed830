//! The constructors and setters of requests.

use std::fmt::Write as _;

use syn::Type;

use crate::model::{
    Field, NeedsJsep, Plugin, Request, Shape, innermost, last_argument, type_argument, type_name, value_type,
};

pub fn of_plugin(plugin: &Plugin) -> String {
    let uses = format!(
        "use crate::plugins::field_types::*;\nuse crate::plugins::words::*;\nuse crate::plugins::{}::*;\nuse crate::secret::Secret;\nuse crate::wire::Jsep;\n",
        plugin.name
    );
    write(plugin, &uses)
}

pub fn of_admin(admin: &Plugin) -> String {
    let uses = "use crate::admin::*;\nuse crate::id::{HandleId, SessionId};\nuse crate::plugins::field_types::FilePath;\nuse crate::plugins::setters::setters;\nuse crate::secret::Secret;\n";
    write(admin, uses)
}

fn write(plugin: &Plugin, uses: &str) -> String {
    let mut out = format!("{}\nuse serde_json::{{Map, Value}};\n\n{uses}\n", crate::javascript::HEADER);
    for shape in sent(plugin) {
        write_shape(&mut out, plugin, shape);
    }
    out
}

/// The structs that requests consist of.
fn sent(plugin: &Plugin) -> Vec<&Shape> {
    let requests = plugin.requests.iter().map(|request| &*request.shape);
    let channel = plugin.channel.iter().map(|request| &*request.shape);
    let mut names: Vec<_> = requests.chain(channel).map(str::to_owned).collect();
    let mut index = 0;
    while let Some(shape) = names.get(index).map(|name| plugin.shape(name)) {
        for field in shape.into_iter().flat_map(|shape| &shape.fields) {
            let inner = type_name(innermost(&field.ty));
            if !names.contains(&inner) {
                names.push(inner);
            }
        }
        index += 1;
    }
    plugin.shapes.iter().filter(|shape| names.contains(&shape.name)).collect()
}

fn write_shape(out: &mut String, plugin: &Plugin, shape: &Shape) {
    let name = path(plugin, shape);
    let request = plugin.requests.iter().find(|request| request.shape == shape.name);
    let takes_jsep = request.is_some_and(needs_jsep);
    let (required, optional): (Vec<_>, Vec<_>) =
        shape.fields.iter().partition(|field| type_name(&field.ty) != "Option");
    if !required.is_empty() || takes_jsep {
        let mut parameters: Vec<_> = required.iter().map(|field| parameter(field, &field.ty)).collect();
        let mut values: Vec<_> =
            required.iter().map(|field| initial(field, value_of(field, &field.ty))).collect();
        values.extend(optional.iter().map(|field| initial(field, "None".to_owned())));
        if takes_jsep {
            parameters.push("jsep: impl Into<Jsep>".to_owned());
        }
        if shape.jsep.is_some() {
            values.push(if takes_jsep { "jsep: Some(jsep.into())" } else { "jsep: None" }.to_owned());
        }
        if shape.has_extra {
            values.push("extra: Map::new()".to_owned());
        }
        let _ =
            writeln!(out, "impl {name} {{\n    /// Creates it with what Janus requires.\n    #[must_use]");
        let _ = writeln!(out, "    pub fn new({}) -> Self {{", parameters.join(", "));
        let _ = writeln!(out, "        Self {{ {} }}\n    }}\n}}\n", values.join(", "));
    }
    let mut setters: Vec<_> = optional.iter().map(|field| setter(field)).collect();
    if shape.jsep.is_some() && !takes_jsep {
        setters.push("into jsep: Jsep".to_owned());
    }
    if shape.has_extra {
        setters.push("insert extra: Value".to_owned());
    }
    if !setters.is_empty() {
        let _ = writeln!(
            out,
            "setters! {{\n    {name} {{\n        {},\n    }}\n}}\n",
            setters.join(",\n        ")
        );
    }
}

fn path(plugin: &Plugin, shape: &Shape) -> String {
    let is_in = |name: &String| *name == shape.name;
    let on_channel = plugin.channel.iter().map(|request| &request.shape).any(is_in);
    match on_channel && !plugin.requests.iter().map(|request| &request.shape).any(is_in) {
        true => format!("channel::{}", shape.name),
        false => shape.name.clone(),
    }
}

fn needs_jsep(request: &Request) -> bool {
    matches!(request.needs_jsep, Some(NeedsJsep::Always))
}

fn setter(field: &Field) -> String {
    let ty = type_argument(&field.ty).unwrap_or(&field.ty);
    let how = if is_primitive(ty) { "set" } else { "into" };
    format!("{how} {}: {}", field.ident, rust(ty))
}

fn parameter(field: &Field, ty: &Type) -> String {
    match is_primitive(ty) {
        true => format!("{}: {}", field.ident, rust(ty)),
        false => format!("{}: impl Into<{}>", field.ident, rust(ty)),
    }
}

fn value_of(field: &Field, ty: &Type) -> String {
    if is_primitive(ty) { field.ident.clone() } else { format!("{}.into()", field.ident) }
}

fn initial(field: &Field, value: String) -> String {
    if field.ident == value { value } else { format!("{}: {value}", field.ident) }
}

/// Whether nothing else becomes such a value, or a literal is one: `into` would not know a literal's type.
fn is_primitive(ty: &Type) -> bool {
    let name = value_type(ty);
    matches!(
        &*name,
        "bool" | "u8" | "u16" | "u32" | "u64" | "i32" | "i64" | "f32" | "f64" | "SessionId" | "HandleId"
    )
}

/// The type as Rust's source has it.
fn rust(ty: &Type) -> String {
    let of = |ty: Option<&Type>| ty.map(rust).unwrap_or_default();
    match &*type_name(ty) {
        "BTreeMap" => {
            format!("std::collections::BTreeMap<{}, {}>", of(type_argument(ty)), of(last_argument(ty)))
        }
        "Vec" => format!("Vec<{}>", of(type_argument(ty))),
        "Map" => "Map<String, Value>".to_owned(),
        name => name.to_owned(),
    }
}
