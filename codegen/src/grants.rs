//! The grants of the gateway's tokens, from `gateway/src/core/grants`: their types in `bifrons/token`, and the table by
//! which it checks them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use syn::{Attribute, Item, ItemStruct, Type};

use crate::attributes::{Serde, docs};
use crate::error::{Problem, Result};
use crate::model::{last_argument, type_name};
use crate::parts::doc;

const HEADER: &str =
    "// Generated from gateway/src/core/grants: change it there, then run `make generate`.\n";

/// The types that are written; the others are parts of the gateway.
const WRITTEN: [&str; 7] =
    ["Grants", "RoomGrant", "TextGrant", "StreamGrant", "CallGrant", "SipGrant", "LimitsGrant"];

/// A member of a grant.
struct Member {
    name: String,
    docs: Vec<String>,
    is_required: bool,
    /// Its type in TypeScript.
    typescript: String,
    /// The kind of its values, which `token/grants.js` of the package checks.
    kind: String,
}

/// The types of grants.
pub struct Types {
    pattern: Vec<String>,
    grants: Vec<(String, Vec<String>, Vec<Member>)>,
}

impl Types {
    /// Reads the gateway's types.
    ///
    /// # Errors
    /// A type that is missing; a member of a type that the generator does not implement.
    pub fn read(root: &Path) -> Result<Self> {
        let folder = root.join("gateway/src/core/grants");
        let (types, pattern) = (folder.join("mod.rs"), folder.join("pattern.rs"));
        let parse = |path: &Path| -> Result<Vec<Item>> {
            let parsed = syn::parse_file(&fs::read_to_string(path)?);
            let problem = |error: syn::Error| Problem::new("the file", error.to_string()).in_file(path);
            Ok(parsed.map_err(problem)?.items)
        };
        let items = parse(&types)?;
        let grants = WRITTEN.iter().map(|name| {
            let members = members(&items, name).map_err(|problem| problem.in_file(&types))?;
            Ok(((*name).to_owned(), members.0, members.1))
        });
        let of_pattern = parse(&pattern)?.into_iter().find_map(|item| match item {
            Item::Enum(item) if item.ident == "Pattern" => Some(docs(&item.attrs)),
            _ => None,
        });
        let missing = || Problem::new("Pattern", "the enum is missing").in_file(&pattern);
        Ok(Self { grants: grants.collect::<Result<_>>()?, pattern: of_pattern.ok_or_else(missing)? })
    }

    pub fn typescript(&self) -> String {
        let mut out = format!("{HEADER}\n");
        doc(&mut out, "", &self.pattern);
        out.push_str("export type Pattern = string | number;\n");
        for (name, docs, members) in &self.grants {
            out.push('\n');
            doc(&mut out, "", &without_examples(docs));
            let _ = writeln!(out, "export interface {name} {{");
            for member in members {
                doc(&mut out, "  ", &member.docs);
                let mark = if member.is_required { "" } else { "?" };
                let _ = writeln!(out, "  {}{mark}: {};", member.name, member.typescript);
            }
            out.push_str("}\n");
        }
        out
    }

    pub fn javascript(&self) -> String {
        let mut out = format!(
            "{HEADER}\n/**\n * The members of each type, with the kinds of their values.\n * @type {{Record<string, Record<string, string>>}}\n */\nexport const TYPES = {{\n"
        );
        for (name, _, members) in &self.grants {
            let _ = writeln!(out, "  {name}: {{");
            for member in members {
                let _ = writeln!(out, "    {}: '{}',", member.name, member.kind);
            }
            out.push_str("  },\n");
        }
        out.push_str("};\n\n/** The members that must be there. */\nexport const REQUIRED = [\n");
        for (name, _, members) in &self.grants {
            for member in members.iter().filter(|member| member.is_required) {
                let _ = writeln!(out, "  '{name}.{}',", member.name);
            }
        }
        out.push_str("];\n");
        out
    }
}

/// The documentation without its examples, which are Rust.
fn without_examples(docs: &[String]) -> Vec<String> {
    let text = docs.iter().take_while(|line| !line.starts_with("```"));
    let mut text: Vec<_> = text.cloned().collect();
    while text.last().is_some_and(String::is_empty) {
        text.pop();
    }
    text
}

fn members(items: &[Item], name: &str) -> std::result::Result<(Vec<String>, Vec<Member>), Problem> {
    let found = items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == name => Some(item),
        _ => None,
    });
    let Some(found) = found else { return Err(Problem::new(name, "the struct is missing")) };
    let is_default = has_default(&found.attrs).map_err(|text| Problem::new(name, text))?;
    let members = found.fields.iter().map(|field| member(found, field, is_default));
    Ok((docs(&found.attrs), members.collect::<std::result::Result<_, _>>()?))
}

fn member(of: &ItemStruct, field: &syn::Field, is_default: bool) -> std::result::Result<Member, Problem> {
    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    let problem = |text: String| Problem::new(format!("{}: {name}", of.ident), text);
    let has_default = has_default(&field.attrs).map_err(problem)?;
    let Some((typescript, kind)) = value(&field.ty) else {
        return Err(problem("the generator has no type of TypeScript for this one".to_owned()));
    };
    let is_required = !is_default && !has_default;
    Ok(Member { docs: docs(&field.attrs), is_required, typescript, kind, name })
}

fn has_default(attributes: &[Attribute]) -> std::result::Result<bool, String> {
    Ok(Serde::read(attributes)?.has("default"))
}

/// A type in TypeScript, and the kind of its values.
fn value(ty: &Type) -> Option<(String, String)> {
    let of = |typescript: &str, kind: &str| Some((typescript.to_owned(), kind.to_owned()));
    let inner = last_argument(ty).map(type_name).unwrap_or_default();
    match (&*type_name(ty), &*inner) {
        ("bool", _) => of("boolean", "boolean"),
        ("Pattern", _) => of("Pattern", "pattern"),
        ("Publish", _) => of("('audio' | 'video' | 'screen' | 'data')[]", "media"),
        ("Map", _) => of("Record<string, unknown>", "object"),
        ("Vec", "Pattern") => of("Pattern[]", "patterns"),
        ("Vec", "String") => of("string[]", "texts"),
        ("Vec", grant) if WRITTEN.contains(&grant) => {
            of(&format!("{grant} | {grant}[]"), &format!("{grant} list"))
        }
        ("Option", grant) if WRITTEN.contains(&grant) => of(grant, grant),
        ("Option", "u64") => of("number", "number"),
        ("Option", "String") => of("string", "text"),
        _ => None,
    }
}
