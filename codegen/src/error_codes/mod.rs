//! The reference of error codes: Bifrons's own, Janus's and the plugins', from their documentation in the sources, with
//! what to do about each.

mod remedies;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use syn::{Expr, Item, ItemConst, Lit};

use crate::attributes::docs;
use crate::error::{Problem, Result};
use crate::model::Plugin;

const HEADER: &str = "\
<!-- Generated from src/error, src/plugins and codegen/src/error_codes; run `make generate`. -->

# Error codes

[Errors and retries](../guides/errors.md) describes the members of an error. This page has each code and number: its meaning and
what to do.

## Codes

| code | fault | meaning | what to do |
|---|---|---|---|
";

const JANUS: &str = "
## Numbers of Janus

`error.janus`, in Rust `error.janus_code()` and the constants of `bifrons::error::janus_code`; the code is `janus_refused`.

| number | name | meaning | what to do |
|---|---|---|---|
";

const PLUGINS: &str = "
## Numbers of the plugins

`error.plugin`, in Rust `error.plugin_code()` and the constants of a plugin's module `error_code`; the code is `plugin_refused`.
Each plugin has numbers of its own.
";

const COLUMNS: &str = "\n| number | name | meaning | what to do |\n|---|---|---|---|\n";

/// A code with its documentation.
struct Code {
    name: String,
    number: String,
    meaning: String,
}

/// Returns the page.
///
/// # Errors
/// A source that can't be read; a code without a remedy.
pub(crate) fn write(plugins: &[Plugin], root: &Path) -> Result<String> {
    let mut page = HEADER.to_owned();
    let file = root.join("src/error/code.rs");
    let list = fs::read_to_string(&file)?;
    for (code, text, fault) in codes(&list) {
        let remedy = remedy(remedies::OF_CODES, &code.name).map_err(|problem| problem.in_file(&file))?;
        let _ = writeln!(page, "| `{text}` | {fault} | {} | {remedy} |", code.meaning);
    }
    page.push_str(JANUS);
    let file = root.join("src/error/janus_code.rs");
    let items = parsed(&file)?.items;
    rows(&mut page, &constants(&items), remedies::OF_JANUS).map_err(|problem| problem.in_file(&file))?;
    page.push_str(PLUGINS);
    for plugin in plugins {
        let folder = root.join("src/plugins").join(&plugin.name);
        let file = if folder.is_dir() { folder.join("mod.rs") } else { folder.with_extension("rs") };
        let items = parsed(&file)?.items;
        let own = items.iter().find_map(|item| match item {
            Item::Mod(module) if module.ident == "error_code" => module.content.as_ref(),
            _ => None,
        });
        let Some((_, items)) = own else { continue };
        let _ = write!(page, "\n### {}\n{COLUMNS}", plugin.class);
        rows(&mut page, &constants(items), remedies::OF_PLUGINS).map_err(|problem| problem.in_file(&file))?;
    }
    Ok(page)
}

fn rows(page: &mut String, codes: &[Code], remedies: &[(&str, &str)]) -> std::result::Result<(), Problem> {
    for code in codes {
        let remedy = remedy(remedies, &code.name)?;
        let _ = writeln!(page, "| {} | {} | {} | {remedy} |", code.number, code.name, code.meaning);
    }
    Ok(())
}

fn remedy<'r>(remedies: &[(&str, &'r str)], name: &str) -> std::result::Result<&'r str, Problem> {
    let found = remedies.iter().find(|(of, _)| *of == name).map(|(_, remedy)| *remedy);
    found.ok_or_else(|| Problem::new(name, "no remedy: add one to codegen/src/error_codes/remedies.rs"))
}

fn parsed(file: &Path) -> Result<syn::File> {
    let text = fs::read_to_string(file)?;
    syn::parse_file(&text).map_err(|error| Problem::new("the file", error.to_string()).in_file(file))
}

fn constants(items: &[Item]) -> Vec<Code> {
    items
        .iter()
        .filter_map(|item| match item {
            Item::Const(constant) => code(constant),
            _ => None,
        })
        .collect()
}

fn code(constant: &ItemConst) -> Option<Code> {
    let Expr::Lit(literal) = &*constant.expr else { return None };
    let Lit::Int(number) = &literal.lit else { return None };
    let meaning = sentence(&docs(&constant.attrs).join(" "));
    Some(Code { name: constant.ident.to_string(), number: number.to_string(), meaning })
}

/// The entries of the macro `codes!`: documentation, then `Name = "text", Fault;`.
fn codes(list: &str) -> Vec<(Code, String, String)> {
    let mut found = Vec::new();
    let mut meaning = Vec::new();
    let lines = list.lines().skip_while(|line| *line != "codes! {").skip(1).take_while(|line| *line != "}");
    for line in lines.map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            meaning.push(text);
        } else if let Some((name, rest)) = line.split_once(" = ") {
            let (text, fault) = rest.trim_end_matches(';').split_once(", ").unwrap_or_default();
            let meaning = sentence(&std::mem::take(&mut meaning).join(" "));
            let code = Code { name: name.to_owned(), number: String::new(), meaning };
            let fault = if fault == "NoOne" { "none".to_owned() } else { fault.to_lowercase() };
            found.push((code, text.trim_matches('"').to_owned(), fault));
        }
    }
    found
}

/// A sentence for a cell of the table.
fn sentence(text: &str) -> String {
    text.trim_end_matches('.').to_owned()
}
