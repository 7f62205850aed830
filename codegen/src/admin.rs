//! The requests of the Admin API: methods of the Rust client's `Admin`, and of the package's connections, whose
//! methods take the fields of a request as one object, or as separate arguments.

use std::fmt::Write as _;

use syn::Type;

use crate::javascript::HEADER;
use crate::links::{link_to_javascript, link_to_rust};
use crate::model::{Field, Plugin, Request, Shape, last_argument, type_argument, type_name, value_type};
use crate::parts::{doc, interface, property, snake};
use crate::typescript::with_javascript_names;
use crate::words;

pub fn rust(admin: &Plugin) -> String {
    let mut names: Vec<&str> = Vec::new();
    for request in &admin.requests {
        names.extend([&*request.shape, &*request.reply]);
    }
    names.sort_unstable();
    names.dedup();
    let mut out = format!(
        "{HEADER}\nuse crate::admin::{{{}}};\nuse crate::client::Admin;\nuse crate::error::Result;\n\nimpl Admin {{\n",
        names.join(", ")
    );
    for (index, request) in admin.requests.iter().enumerate() {
        let docs = admin.shape(&request.shape).map(|shape| &*shape.docs).unwrap_or_default();
        if index > 0 {
            out.push('\n');
        }
        for line in docs {
            let _ = writeln!(out, "    /// {line}");
        }
        let _ = writeln!(
            out,
            "    ///\n    /// {}\n    ///\n    /// # Errors\n    /// The error of Janus with its code, a timeout, or a lost connection.\n    pub async fn {}(&self, request: {}) -> Result<{}> {{\n        self.request(request).await\n    }}",
            link_to_javascript("admin", request),
            snake(&request.shape),
            request.shape,
            request.reply
        );
    }
    out.push_str("}\n");
    out
}

pub fn javascript(admin: &Plugin) -> String {
    let mut out = format!(
        "{HEADER}// @ts-nocheck\n\nimport {{ Connection }} from './connection.js';\n\n/** The requests of connections to the Admin API. */\nexport class AdminMethods extends Connection {{\n"
    );
    for (index, request) in admin.requests.iter().enumerate() {
        let Some(shape) = admin.shape(&request.shape) else { continue };
        let fields = in_order(shape);
        let names: Vec<String> = fields.iter().map(|field| format!("'{}'", field.name)).collect();
        let needed = fields.iter().filter(|field| optional(field).is_empty()).count();
        let separator = if index == 0 { "" } else { "\n" };
        let _ = writeln!(
            out,
            "{separator}  {}(...given) {{\n    return this._admin('{}', [{}], {needed}, given);\n  }}",
            request.method(),
            verb(request),
            names.join(", "),
        );
    }
    out.push_str("}\n");
    out
}

pub fn typescript(admin: &Plugin) -> String {
    with_javascript_names(admin, &declarations(admin), |shape| interface(admin, shape))
}

/// The declarations of what the server says of itself.
pub fn server_info(info: &Plugin) -> String {
    let mut out =
        "// Generated from src/client/server_info.rs: change it there, then run `make generate`.\n\n"
            .to_owned();
    for shape in &info.shapes {
        write_interface(&mut out, info, shape);
    }
    out.trim_end().to_owned() + "\n"
}

fn write_interface(out: &mut String, admin: &Plugin, shape: &Shape) {
    doc(out, "", &shape.docs);
    let _ = writeln!(out, "export interface {} {{", interface(admin, &shape.name));
    for field in &shape.fields {
        doc(out, "  ", &field.docs);
        let mark = optional(field);
        let _ = writeln!(out, "  {}{mark}: {};", property(&field.wire), written(admin, &field.ty));
    }
    out.push_str("}\n\n");
}

fn declarations(admin: &Plugin) -> String {
    let shared: String = admin.used_shared_words().map(|set| format!(", {set}")).collect();
    let mut out = format!("{HEADER}\nimport {{ CallOptions, Reply{shared} }} from './index.js';\n\n");
    for set in &admin.words {
        words::write_typescript(&mut out, set, &interface(admin, &set.name));
    }
    for shape in &admin.shapes {
        if admin.requests.iter().any(|request| request.shape == shape.name) || shape.fields.is_empty() {
            continue;
        }
        write_interface(&mut out, admin, shape);
    }
    for request in &admin.requests {
        let Some(shape) = admin.shape(&request.shape).filter(|shape| !shape.fields.is_empty()) else {
            continue;
        };
        let _ = writeln!(
            out,
            "/** The fields of `{}`. */\nexport interface {} {{",
            request.method(),
            interface(admin, &shape.name)
        );
        for field in in_order(shape) {
            doc(&mut out, "  ", &field.docs);
            let or_undefined = if optional(field).is_empty() { "" } else { " | undefined" };
            let ty = accepted(admin, &field.ty);
            let _ = writeln!(out, "  {}{}: {ty}{or_undefined};", field.name, optional(field));
        }
        out.push_str("}\n\n");
    }
    out.push_str("/**\n * The requests of connections to the Admin API; other connections reject them (`unsupported`). Each promise resolves with the\n * whole response of Janus.\n *\n * A request takes its fields as one object, or as separate arguments; the options follow in any case.\n */\nexport interface AdminMethods {\n");
    for request in &admin.requests {
        let Some(shape) = admin.shape(&request.shape) else { continue };
        let mut docs = shape.docs.clone();
        docs.extend([String::new(), link_to_rust("admin", request)]);
        if !shape.fields.is_empty() {
            doc(&mut out, "  ", &docs);
            let _ = writeln!(
                out,
                "  {}(request: {}, options?: CallOptions): Promise<{}>;",
                request.method(),
                interface(admin, &shape.name),
                reply(admin, request)
            );
        }
        docs.extend(
            in_order(shape).iter().map(|field| format!("@param {} {}", field.name, field.docs.join(" "))),
        );
        doc(&mut out, "  ", &docs);
        let mut takes: Vec<String> = in_order(shape)
            .iter()
            .map(|field| format!("{}{}: {}", field.name, optional(field), accepted(admin, &field.ty)))
            .collect();
        takes.push("options?: CallOptions".to_owned());
        let _ = writeln!(
            out,
            "  {}({}): Promise<{}>;",
            request.method(),
            takes.join(", "),
            reply(admin, request)
        );
    }
    out.push_str("}\n");
    out
}

fn optional(field: &Field) -> &'static str {
    if type_name(&field.ty) == "Option" { "?" } else { "" }
}

/// The fields of a request, the required ones first.
fn in_order(shape: &Shape) -> Vec<&Field> {
    let mut fields: Vec<_> = shape.fields.iter().collect();
    fields.sort_by_key(|field| type_name(&field.ty) == "Option");
    fields
}

fn reply(admin: &Plugin, request: &Request) -> String {
    match admin.shape(&request.reply) {
        Some(shape) if shape.fields.is_empty() => "Reply".to_owned(),
        Some(shape) if request.within_data => {
            format!("Reply & {{ data: {} }}", interface(admin, &shape.name))
        }
        _ => format!("Reply & {}", interface(admin, &request.reply)),
    }
}

pub fn verb(request: &Request) -> &str {
    request.body.first().map(|(_, verb)| &**verb).unwrap_or_default()
}

/// The type of an argument: any object for JSON.
fn accepted(admin: &Plugin, ty: &Type) -> String {
    written(admin, ty).replace("Record<string, unknown>", "object")
}

fn written(admin: &Plugin, ty: &Type) -> String {
    let of = |ty: Option<&Type>| ty.map_or("unknown".to_owned(), |ty| written(admin, ty));
    match &*value_type(ty) {
        "Option" => of(type_argument(ty)),
        "Vec" => format!("Array<{}>", of(type_argument(ty))),
        "BTreeMap" => format!("Record<string, {}>", of(last_argument(ty))),
        "Map" => "Record<string, unknown>".to_owned(),
        "Value" => "unknown".to_owned(),
        "bool" => "boolean".to_owned(),
        "String" | "Secret" => "string".to_owned(),
        "SessionId" | "HandleId" | "u32" | "u64" | "i64" => "number".to_owned(),
        name if admin.shared_words.iter().any(|set| set.name == name) => name.to_owned(),
        name if admin.words.iter().any(|set| set.name == name) || admin.shape(name).is_some() => {
            interface(admin, name)
        }
        _ => "unknown".to_owned(),
    }
}
