//! The page of the configuration: the limits of both languages, and the other settings of each.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use syn::Item;

use crate::error::{Problem, Result};
use crate::links::RUST;
use crate::shared::limits::{self, Default, Setting};

const HEADER: &str = "\
<!-- Generated from src/config/mod.rs, src/npm/values.rs and pkg-template/configuration.d.ts; run `make generate`. -->

# Configuration

An invalid configuration fails with `invalid_config` before anything is sent; the text names the setting. An unknown setting is
refused, too.
";

const LIMITS: &str = "
## Limits, in both languages

| Rust | JavaScript | unit in JavaScript | range | default | meaning |
|---|---|---|---|---|---|
";

const OPTIONS: &str = "\n| option | type | range | default | meaning |\n|---|---|---|---|---|\n";

const FIELDS: &str = "\n| field | range | default | meaning |\n|---|---|---|---|\n";

/// Returns the page.
///
/// # Errors
/// A source that can't be read; documentation that does not state the default that the code sets.
pub fn write(root: &Path) -> Result<String> {
    let mut page = HEADER.to_owned();
    let config = root.join("src/config/mod.rs");
    let items = parsed(&config)?;
    let values = root.join("src/npm/values.rs");
    let getters = limits::getters(&parsed(&values)?).map_err(|problem| problem.in_file(&values))?;
    page.push_str(LIMITS);
    let read = |of, constructor| {
        limits::settings(&items, of, constructor).map_err(|problem| problem.in_file(&config))
    };
    for setting in read("Config", "new")? {
        write_limit(&mut page, &setting, &getters);
    }
    page.push_str("\n## In JavaScript\n\nThe argument of `connect`, besides the limits above.\n");
    let file = root.join("pkg-template/configuration.d.ts");
    let declarations = fs::read_to_string(&file)?;
    for (interface, about) in [
        ("Configuration", ""),
        ("Address", "\n`address`, one or a list of them:\n"),
        ("Reconnect", "\n`reconnect`, if it is more than `true`:\n"),
    ] {
        page.push_str(about);
        page.push_str(OPTIONS);
        for option in options(&declarations, interface).map_err(|problem| problem.in_file(&file))? {
            option.write(&mut page);
        }
    }
    let _ = write!(
        page,
        "\n## In Rust\n\n`connect` and [`Connect`]({RUST}/struct.Connect.html) set the fields of [`Config`]({RUST}/config/struct.Config.html) one by one; serde reads it from TOML, JSON or another format. Besides the limits above it has the addresses, `api`, and:\n"
    );
    for (of, field) in [("Retry", "retry"), ("Recovery", "recovery")] {
        let _ = write!(page, "\n`{field}`, a [`{of}`]({RUST}/config/struct.{of}.html):\n{FIELDS}");
        for setting in read(of, "default")? {
            let (range, default) = (range(&setting), setting.default.in_rust());
            let _ = writeln!(page, "| `{}` | {range} | {default} | {} |", setting.name, cell(&setting.docs));
        }
    }
    Ok(page)
}

fn parsed(file: &Path) -> Result<Vec<Item>> {
    let parsed = syn::parse_file(&fs::read_to_string(file)?);
    parsed.map(|file| file.items).map_err(|error| Problem::new("the file", error.to_string()).in_file(file))
}

fn write_limit(page: &mut String, setting: &Setting, getters: &[String]) {
    let name = limits::in_javascript(setting);
    let (javascript, unit) = match (getters.contains(&name), setting.default) {
        (false, _) => (String::new(), ""),
        (true, Default::Milliseconds(_)) => (format!("`{name}`"), "ms"),
        (true, _) if name.ends_with("_size") => (format!("`{name}`"), "bytes"),
        (true, _) => (format!("`{name}`"), "count"),
    };
    let _ = writeln!(
        page,
        "| `{}` | {javascript} | {unit} | {} | {} | {} |",
        setting.name,
        range(setting),
        setting.default.in_rust(),
        cell(&setting.docs)
    );
}

/// The range of a setting: its documentation states another minimum as `at least 1 ms`.
fn range(setting: &Setting) -> String {
    let stated = setting.docs.replace('\n', " ");
    let stated = stated.split_once("at least ").and_then(|(_, rest)| rest.split_once(['.', ';', ',']));
    let least = match (stated, setting.default) {
        (Some((least, _)), _) => format!("from {least}"),
        (None, Default::Flag(_)) => "true, false".to_owned(),
        (None, Default::Milliseconds(_)) => "from 0 s".to_owned(),
        (None, Default::Count(_)) if setting.name == "max_retries" => "from 0".to_owned(),
        (None, Default::Count(_)) => "from 1".to_owned(),
    };
    if setting.is_optional { format!("{least}; `None`") } else { least }
}

/// A field of an interface of TypeScript.
struct JsOption {
    name: String,
    ty: String,
    docs: String,
}

impl JsOption {
    fn write(&self, page: &mut String) {
        let (meaning, default) = self.docs.rsplit_once(" Default: ").unwrap_or((&self.docs, ""));
        let range = match (&*self.ty, self.docs.contains("Infinity")) {
            ("number", true) => "from 0, Infinity",
            ("number", false) => "from 0",
            ("boolean", _) => "true, false",
            _ => "",
        };
        let _ = writeln!(
            page,
            "| `{}` | `{}` | {range} | {} | {} |",
            self.name,
            self.ty.replace('|', "\\|"),
            default.trim_end_matches('.'),
            cell(meaning)
        );
    }
}

/// Reads the fields of an interface, each with its documentation before it.
fn options(declarations: &str, interface: &str) -> std::result::Result<Vec<JsOption>, Problem> {
    let start = format!("export interface {interface} ");
    let lines = declarations.lines().skip_while(|line| !line.starts_with(&start)).skip(1);
    let (mut options, mut docs) = (Vec::new(), String::new());
    for line in lines.take_while(|line| *line != "}").map(str::trim) {
        if line.starts_with(['/', '*']) {
            let text =
                line.trim_start_matches(['/', '*', ' ']).trim_end_matches('/').trim_end_matches('*').trim();
            docs.push(' ');
            docs.push_str(text);
        } else {
            let (name, ty) = line.trim_end_matches(';').split_once(": ").unwrap_or((line, ""));
            let ty = ty.replace(" | null", "").replace(" | undefined", "");
            options.push(JsOption {
                name: name.trim_end_matches('?').to_owned(),
                ty,
                docs: std::mem::take(&mut docs).trim().to_owned(),
            });
        }
    }
    match options.iter().find(|option| option.docs.is_empty()) {
        Some(option) => Err(Problem::new(format!("{interface}: {}", option.name), "no documentation")),
        None if options.is_empty() => Err(Problem::new(interface, "the interface is missing")),
        None => Ok(options),
    }
}

/// Text for a cell of a table; links of Rust's documentation become their text.
fn cell(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        let _ = write!(out, "{before}`{name}`");
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    out.replace('\n', " ").replace('|', "\\|")
}
